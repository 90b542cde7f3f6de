//! Pure: who somebody is, and what they may do.

pub mod act;
pub mod device;
pub mod information;
pub mod key_rule;
pub mod line;
pub mod member;
pub mod opening;
pub mod recovery;
pub mod removal;
pub mod standing;
