//! The text of a project; an article: writing it, reading it, taking a position, rewriting it.

pub mod amend;
pub mod article;
mod article_form;
mod history;
pub mod new;
pub mod position;
pub mod text;
mod words;

pub use words::quantity;

/// Organisation, project, then article, as the address gives them.
type Ids = axum::extract::Path<(String, String, String)>;
