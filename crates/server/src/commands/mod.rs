//! One file a command. What they print is stable: others script it.

pub mod demo;
pub mod export;
pub mod journal;
pub mod law;
pub mod method;
pub mod obligations;
pub mod serve;
pub mod sessions;
