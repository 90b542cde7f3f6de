//! The screens of the description: start, one a question, what it gives, and keeping it.

mod describing;
pub mod question;
pub mod result;
pub mod save;
pub mod start;
mod summary;

pub use describing::Describing;

/// The cookie that holds the secret of a draft: sent to these pages only.
const COOKIE: &str = "draft";
const PATH: &str = "/decrire";
