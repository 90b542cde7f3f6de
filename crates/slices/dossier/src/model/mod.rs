//! Pure: acts in words, names of files.

pub mod act;
pub mod file_name;
