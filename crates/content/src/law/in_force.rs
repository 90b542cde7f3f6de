//! The rule base that this process reads: the one it was built with, unless another was chosen at start.

use std::sync::OnceLock;

use super::{embedded, load, pack::LawPack};

static IN_FORCE: OnceLock<LawPack> = OnceLock::new();

/// The rule base in force. Every part of a program reads the same one.
pub fn in_force() -> &'static LawPack {
    IN_FORCE.get_or_init(|| {
        load::load(embedded().iter().copied()).expect("the built-in pack is read by a test of this crate")
    })
}

/// Puts another rule base in force, which has been read and checked: once, before anything was evaluated. Errors: the
/// edition that is in force already.
pub fn put_in_force(pack: LawPack) -> Result<(), String> {
    IN_FORCE.set(pack).map_err(|_| in_force().edition.clone())
}
