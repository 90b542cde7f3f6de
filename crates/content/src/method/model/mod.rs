//! A checked method: what the slices run and the pages show.

mod block;
mod head;
mod item;
mod path;
mod screen;

pub(super) use block::BlockWords;
pub use block::{Block, BlockKind, Content, Evidence, Horizons, Sharing};
pub(super) use head::MethodTexts;
pub use head::{
    Answering, Criterion, Group, Maturity, Method, Minutes, NotAVersion, Origin, Participants, Provenance,
    Question, Source, Text, Version,
};
pub use item::{Answer, AnswerKind, Entry, GoalPart, Item, List};
pub use path::{Audience, Duration, Gives, Lesson, Output, Role, Step, Variant};
pub use screen::{Screen, Shown};
