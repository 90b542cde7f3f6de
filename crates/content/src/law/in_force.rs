//! The rule bases that this process has: the one in force, which every part reads, and the editions kept beside it.

use std::sync::OnceLock;

use super::{embedded, load, pack::LawPack};

static BUILT_IN: OnceLock<LawPack> = OnceLock::new();
static IN_FORCE: OnceLock<&'static LawPack> = OnceLock::new();
static KEPT: OnceLock<Vec<LawPack>> = OnceLock::new();

/// The rule base in force. Every part of a program reads the same one.
pub fn in_force() -> &'static LawPack {
    IN_FORCE.get_or_init(built_in)
}

/// The rule base that the program was built with, which is always there.
pub fn built_in() -> &'static LawPack {
    BUILT_IN.get_or_init(|| {
        load::load(embedded().iter().copied()).expect("the built-in pack is read by a test of this crate")
    })
}

/// Puts another rule base in force, which has been read and checked: once, before anything was evaluated. Errors: the
/// edition that is in force already.
pub fn put_in_force(pack: LawPack) -> Result<(), String> {
    if IN_FORCE.get().is_some() {
        return Err(in_force().edition.clone());
    }
    // Read by every part until the process ends.
    IN_FORCE.set(Box::leak(Box::new(pack))).map_err(|_| in_force().edition.clone())
}

/// Keeps other editions readable beside the one in force: once. Errors: some are kept already.
pub fn keep(packs: Vec<LawPack>) -> Result<(), String> {
    KEPT.set(packs).map_err(|_| "editions are kept already".to_owned())
}

/// Every edition that can be read: the one in force, those kept, the one built in; the last first, each once.
pub fn editions() -> Vec<&'static LawPack> {
    let kept = KEPT.get().into_iter().flatten();
    let mut all: Vec<&'static LawPack> = vec![in_force()];
    for pack in kept.chain([built_in()]) {
        if all.iter().all(|known| known.edition != pack.edition) {
            all.push(pack);
        }
    }
    all.sort_by(|one, other| other.edition.cmp(&one.edition));
    all
}

/// An edition by its name, if it is still there.
pub fn edition(name: &str) -> Option<&'static LawPack> {
    editions().into_iter().find(|pack| pack.edition == name)
}
