//! Pure: a note, and the file in which a party takes its notebook away.

pub mod note;
