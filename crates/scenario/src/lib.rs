//! Plays a case through the running application over HTTP, as each of the parties, the way people do: open a page, fill the
//! form that has this button, press it. Nothing is written around the application, so a case that plays is a case that works.
//!
//! Used by the demonstration, which is a case played up to four moments, and by the tests. To add a case: a folder under
//! `cases/` with a `scenario.toml` (see [`script`]).

pub mod answers;
pub mod browser;
pub mod page;
pub mod player;
pub mod script;

pub use browser::Browser;
pub use page::View;
pub use player::{Cast, Player, Stage};
pub use script::Script;
