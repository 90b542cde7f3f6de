//! Plays a case file through the running application over HTTP.
