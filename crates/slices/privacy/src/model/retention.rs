//! How long each kind of data is kept.

use kernel::codes;
use serde::Deserialize;

codes! {
    /// What ends the keeping of a kind of data.
    pub enum Ends("ends") {
        /// The purge, at start and every day.
        Purge = "purge",
        /// An act of somebody: closing, leaving, erasing.
        Act = "act",
        /// Nothing: kept as long as the organisation is on the instance, or never kept at all.
        Nothing = "nothing",
    }
}

/// A kind of data, and how long it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub id: String,
    pub ends: Ends,
    /// How long after it was made the purge takes it.
    pub hours: Option<i64>,
    /// The tables that keep a row of a project after both keys deleted it.
    #[serde(default)]
    pub outlives: Vec<String>,
}

impl Kind {
    /// In days where it is whole days and more than three, in hours otherwise: how people say it.
    pub fn span(&self) -> Option<Span> {
        self.hours.map(|hours| match hours {
            hours if hours > 72 && hours % 24 == 0 => Span::Days(hours / 24),
            hours => Span::Hours(hours),
        })
    }
}

/// A length of time, as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    Hours(i64),
    Days(i64),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kind: Vec<Kind>,
}

/// The table, in the order in which it is shown. Errors: what is wrong with the file, which a test reads.
pub fn kinds() -> Result<Vec<Kind>, String> {
    let file: File =
        toml::from_str(include_str!("../../data/retention.toml")).map_err(|error| error.to_string())?;
    Ok(file.kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_purge_ends_says_after_how_long_and_nothing_else_does() {
        for kind in kinds().expect("the table") {
            assert_eq!(kind.ends == Ends::Purge, kind.hours.is_some(), "{}", kind.id);
        }
    }

    #[test]
    fn a_length_is_said_as_people_say_it() {
        let kind =
            |hours| Kind { id: String::new(), ends: Ends::Purge, hours: Some(hours), outlives: Vec::new() };
        assert_eq!(kind(72).span(), Some(Span::Hours(72)));
        assert_eq!(kind(720).span(), Some(Span::Days(30)));
    }
}
