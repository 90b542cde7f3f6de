//! The real application over HTTP, on every database there is. One file a capability; names are sentences.

mod access;
mod anonymity;
mod architecture;
mod bad_input;
mod case_one;
mod consultations;
mod durability;
mod frontiers;
mod key_rules;
mod limits;
mod line;
mod linking;
mod log;
mod mail;
mod notebooks;
mod organisation;
mod pages;
mod people;
mod privacy;
mod routes;
mod schema_parity;
mod security;
mod spaces;
mod texts;
mod tokens;
mod two_keys;
