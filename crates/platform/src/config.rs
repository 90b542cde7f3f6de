//! What an operator may set, checked before the first request.

use std::path::PathBuf;

/// Where the data lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file, created when absent.
    Sqlite(PathBuf),
    /// A `postgres://` address.
    Postgres(String),
}

impl DatabaseUrl {
    /// Reads `postgres://…`, `postgresql://…` or `sqlite:PATH`. Errors: a sentence that says what was expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Ok(Self::Postgres(text.to_owned()))
        } else if let Some(path) = text.strip_prefix("sqlite:") {
            Ok(Self::Sqlite(PathBuf::from(path)))
        } else {
            Err(format!("{text:?} is no database address; expected postgres://… or sqlite:PATH"))
        }
    }
}

/// How mail leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailRoute {
    /// No server set: links are printed on the console.
    Console,
    /// An SMTP address such as `smtp://user:password@host:587` or `smtps://host`, and the sender.
    Smtp { url: String, from: String },
}

/// The settings of one running instance.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How people reach the instance, without a final slash: links in mails and on paper begin with it.
    pub base_url: String,
    pub mail: MailRoute,
    /// The demonstration lets a visitor walk in as any of its people.
    pub demonstration: bool,
}

impl Settings {
    /// Whether only this machine can open the instance's address: a telephone that scans a code could not.
    pub fn is_loopback(&self) -> bool {
        let host = self.base_url.split_once("://").map_or("", |(_, rest)| rest);
        ["127.", "localhost", "[::1]"].iter().any(|loopback| host.starts_with(loopback))
    }

    /// Whether cookies may be marked `Secure`.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}
