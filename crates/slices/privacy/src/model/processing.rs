//! The record of processing of an instance, as identifiers.

use serde::Deserialize;

/// One thing that personal data is processed for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    pub id: String,
    pub basis: String,
    pub data: Vec<String>,
    pub people: Vec<String>,
    pub recipients: Vec<String>,
    /// Kinds of the table of retention.
    pub kept: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    purpose: Vec<Purpose>,
}

/// Every purpose, in the order in which it is shown. Errors: what is wrong with the file, which a test reads.
pub fn purposes() -> Result<Vec<Purpose>, String> {
    let file: File =
        toml::from_str(include_str!("../../data/processing.toml")).map_err(|error| error.to_string())?;
    Ok(file.purpose)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{super::retention, *};

    #[test]
    fn every_purpose_says_how_long_and_every_kind_that_is_kept_has_a_purpose() {
        let kinds: BTreeSet<String> =
            retention::kinds().expect("the table").into_iter().map(|kind| kind.id).collect();
        let kept: BTreeSet<String> =
            purposes().expect("the record").into_iter().flat_map(|purpose| purpose.kept).collect();
        assert_eq!(kinds, kept);
    }
}
