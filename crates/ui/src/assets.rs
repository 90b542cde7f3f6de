//! Files the browser loads, all from here, named with a digest of their content so that they may be kept for ever.

use std::sync::LazyLock;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// A file as served.
pub struct Asset {
    pub name: &'static str,
    pub kind: &'static str,
    pub bytes: &'static [u8],
}

/// Every file. Nothing else is ever loaded by a page.
pub const ALL: &[Asset] = &[
    Asset { name: "app.css", kind: "text/css; charset=utf-8", bytes: include_bytes!("../assets/app.css") },
    Asset { name: "atkinson.woff2", kind: "font/woff2", bytes: include_bytes!("../assets/atkinson.woff2") },
    Asset { name: "icon.svg", kind: "image/svg+xml", bytes: include_bytes!("../assets/icon.svg") },
    Asset {
        name: "htmx.min.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/htmx.min.js"),
    },
    // Only the pages of a letter load these two.
    Asset {
        name: "invitation.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/invitation.js"),
    },
    Asset {
        name: "noble-modular-0.7.3.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/noble-modular-0.7.3.js"),
    },
    Asset {
        name: "blindrsa.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/blindrsa.js"),
    },
    Asset {
        name: "passkeys.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/passkeys.js"),
    },
];

/// Changes whenever a file does.
pub static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut digest = Sha256::new();
    for asset in ALL {
        digest.update(asset.bytes);
    }
    HEXLOWER.encode(&digest.finalize()[..6])
});

/// The address of a file: `/assets/app.css?v=0123456789ab`.
pub fn address(name: &str) -> String {
    format!("/assets/{name}?v={}", *VERSION)
}
