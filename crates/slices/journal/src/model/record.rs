//! One record of the journal, as the line of JSON that its hash covers.

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use kernel::{MemberId, OrganisationId, Party, ProjectId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    seal::{self, AUTHOR, Kept, Nature, Opening, Part, speaks_in_confidence},
    words,
};

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
    /// The parts of the body that name somebody, or say what somebody else said.
    parts: Vec<Part>,
    /// The parts of the body that are the author's own words, where the act is one of speech.
    confided: Option<&'static [&'static str]>,
}

impl Entry {
    pub fn new(kind: &'static str, subject: impl ToString, body: serde_json::Value) -> Self {
        Self { kind, project: None, subject: subject.to_string(), body, parts: Vec::new(), confided: None }
    }

    #[must_use]
    pub fn of(mut self, project: ProjectId) -> Self {
        self.project = Some(project);
        self
    }

    /// These fields of the body say who a member is: the line keeps their seals, and erasing the member erases what opens
    /// them.
    #[must_use]
    pub fn naming(mut self, member: MemberId, fields: &[&'static str]) -> Self {
        self.parts.extend(fields.iter().map(|field| Part { field, of: member, nature: Nature::Person }));
        self
    }

    /// An act of speech, and the fields that are the author's own words (there may be none). Where the author speaks for
    /// workers or line managers, the line keeps neither the words nor the author, but their seals.
    #[must_use]
    pub const fn confiding(mut self, fields: &'static [&'static str]) -> Self {
        self.confided = Some(fields);
        self
    }

    /// These fields are the words of another member, who spoke for this party; sealed in the same cases.
    #[must_use]
    pub fn quoting(mut self, member: MemberId, party: Party, fields: &[&'static str]) -> Self {
        if speaks_in_confidence(party) {
            self.parts.extend(fields.iter().map(|field| Part { field, of: member, nature: Nature::Speech }));
        }
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

impl Record {
    /// Seals what the entry says to seal, then whatever else a project says in words, each part with a salt of its own, and
    /// gives the openings to keep.
    pub fn seal(&mut self, entry: &Entry, mut salt: impl FnMut() -> String) -> Vec<Kept> {
        let author = self.member;
        let mut parts = entry.parts.clone();
        let confider = self.member.filter(|_| self.party.is_some_and(speaks_in_confidence));
        let mut kept = Vec::new();
        if let (Some(of), Some(fields)) = (confider, entry.confided) {
            parts.extend(fields.iter().map(|field| Part { field, of, nature: Nature::Speech }));
            kept.push(self.hide_author(of, salt()));
        }
        for Part { field, of, nature } in parts {
            let salt = salt();
            if let Some(text) = seal::close(&mut self.body, field, &salt) {
                kept.push(Kept { of, nature, opening: Opening { field: field.to_owned(), salt, text } });
            }
        }
        if entry.project.is_some() {
            let is_confided = confider.is_some() && entry.confided.is_some();
            let nature = if is_confided { Nature::Speech } else { Nature::Project };
            self.seal_words(author.unwrap_or_else(nobody), nature, &mut kept, salt);
        }
        kept
    }

    fn seal_words(
        &mut self,
        of: MemberId,
        nature: Nature,
        kept: &mut Vec<Kept>,
        mut salt: impl FnMut() -> String,
    ) {
        for field in words::places(&self.body) {
            let salt = salt();
            if let Some(text) = seal::close(&mut self.body, &field, &salt) {
                kept.push(Kept { of, nature, opening: Opening { field, salt, text } });
            }
        }
    }

    fn hide_author(&mut self, author: MemberId, salt: String) -> Kept {
        let opening = Opening { field: AUTHOR.to_owned(), salt, text: author.to_string() };
        self.body[AUTHOR] = seal::seal_of(&opening.digest());
        self.member = None;
        Kept { of: author, nature: Nature::Speech, opening }
    }
}

/// Whose words they are where the program itself acts.
fn nobody() -> MemberId {
    MemberId::parse("00000000000000000000000000000000").expect("thirty-two digits are an identifier")
}

/// The hash of a record's line: SHA-256 of its bytes, in lower-case hexadecimal.
pub fn hash(line: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(line.as_bytes()))
}
