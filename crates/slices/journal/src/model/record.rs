//! One record of the journal, as the line of JSON that its hash covers.

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use kernel::{MemberId, OrganisationId, Party, ProjectId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The `previous` of the first record of a chain.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Who acts. The program itself (a code exchanged, a trigger that fires) has neither member nor party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    pub organisation: OrganisationId,
    pub member: Option<MemberId>,
    pub party: Option<Party>,
}

/// What was done.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Stable: `campaign_opened`.
    pub kind: &'static str,
    pub project: Option<ProjectId>,
    /// The id of what the act is about.
    pub subject: String,
    pub body: serde_json::Value,
}

impl Entry {
    pub fn new(kind: &'static str, subject: impl ToString, body: serde_json::Value) -> Self {
        Self { kind, project: None, subject: subject.to_string(), body }
    }

    #[must_use]
    pub fn of(mut self, project: ProjectId) -> Self {
        self.project = Some(project);
        self
    }
}

/// A record as it is written. Field order is the order of the line.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    pub number: i64,
    pub previous: String,
    pub at: String,
    pub organisation: OrganisationId,
    pub project: Option<ProjectId>,
    pub party: Option<Party>,
    pub member: Option<MemberId>,
    pub kind: String,
    pub subject: String,
    pub body: serde_json::Value,
}

impl Record {
    pub fn after(number: i64, previous: String, author: &Author, at: Timestamp, entry: &Entry) -> Self {
        Self {
            number: number + 1,
            previous,
            at: platform::dates::stamp(at),
            organisation: author.organisation,
            project: entry.project,
            party: author.party,
            member: author.member,
            kind: entry.kind.to_owned(),
            subject: entry.subject.clone(),
            body: entry.body.clone(),
        }
    }
}

/// The hash of a record's line: SHA-256 of its bytes, in lower-case hexadecimal.
pub fn hash(line: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(line.as_bytes()))
}
