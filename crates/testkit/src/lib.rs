//! Actors and stories that drive the real application over HTTP.
