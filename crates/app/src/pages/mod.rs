//! The pages that belong to no capability: the front page, what this instance is, the demonstration's door.

pub mod about;
pub mod demonstration;
pub mod home;
