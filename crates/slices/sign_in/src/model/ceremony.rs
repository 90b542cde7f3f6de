//! What is under way between two requests of one browser.

use jiff::SignedDuration;
use kernel::codes;

codes! {
    /// What a browser has begun.
    pub enum Ceremony("ceremony") {
        AddPasskey = "add_passkey",
        UsePasskey = "use_passkey",
        Provider = "provider",
    }
}

impl Ceremony {
    /// The cookie that binds it to one browser.
    pub const fn cookie(self) -> &'static str {
        match self {
            Self::AddPasskey => "ceremony-add",
            Self::UsePasskey => "ceremony-use",
            Self::Provider => "ceremony-provider",
        }
    }

    /// How long it may take: a touch of a finger, or a password and a code at a provider.
    pub const fn life(self) -> SignedDuration {
        match self {
            Self::AddPasskey | Self::UsePasskey => SignedDuration::from_mins(5),
            Self::Provider => SignedDuration::from_mins(10),
        }
    }
}
