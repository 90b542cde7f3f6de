//! Reading and writing lines, remarks, actions and versions.
//!
//! What a line says of its finding is given to readers who may read that finding, in one place: [`board`].

mod date_version;
mod forget;
mod forget_project;
mod read;
mod write_action;
mod write_line;

pub use date_version::{Dated, NewVersion, date_version};
pub use forget::forget;
pub use forget_project::forget_project;
pub use read::{Board, board, version, versions};
pub use write_action::{NewAction, write_action};
pub use write_line::{NewLine, merge, note_export, remark, set_aside, take_up, write_line};

use crate::model::{action::Action, line::Line};

/// What became of something that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    Done,
    /// Somebody wrote it since it was read: what they wrote.
    Stale(Box<Line>),
    StaleAction(Box<Action>),
    /// There is no such thing here, or nothing of the kind may be done with it.
    Unknown,
    /// It repeats the words of the finding instead of saying them anew.
    NotReworded,
    /// The finding is hidden from somebody, and was passed to no space.
    NotPassedOn,
}
