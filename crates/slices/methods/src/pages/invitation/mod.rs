//! An invitation by letter: why nobody can link, and the token that the browser draws.
//!
//! The secret of the letter is exchanged at once for a cookie that only these pages receive. They never see a token: it is
//! drawn blinded here, and presented at `/repondre`, which never receives the secret of the letter.

pub mod draw;
pub mod show;

use platform::Ctx;

use crate::store::LetterDigest;

/// The cookie that holds the secret of the letter.
const LETTER: &str = "letter";
/// The only pages that receive it.
const PATH: &str = "/invitation";

/// The letter that the browser holds.
fn held(ctx: &Ctx) -> Option<LetterDigest> {
    ctx.cookie_at(LETTER, PATH).filter(|secret| !secret.is_empty()).map(LetterDigest::of)
}
