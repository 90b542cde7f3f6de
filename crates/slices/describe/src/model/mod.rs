//! Pure: what is asked and when, what was answered, the facts it gives, whom to invite, and the shortest path.

pub mod answers;
pub mod draft;
pub mod employer;
pub mod facts;
pub mod families;
mod known;
pub mod path;
pub mod question;
pub mod reader;
pub mod route;
pub mod screens;
pub mod vocabulary;
