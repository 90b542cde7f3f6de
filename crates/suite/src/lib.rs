//! The real application over HTTP, on both databases.
