//! Identifiers made by the program, never by the database (no sequence to contend for or to read an order from).

use std::marker::PhantomData;

use thiserror::Error;
use uuid::Uuid;

/// A 128-bit identifier of a `T`, written as 32 lower-case hexadecimal digits.
///
/// The `T` only keeps a project's id from being handed where a person's is expected. What may be ordered by time is
/// made from a version 7 UUID, what must not (an answer) from a version 4; both by the caller, chance being an argument.
pub struct Id<T: ?Sized>(Uuid, PhantomData<fn() -> Box<T>>);

/// A text that is no identifier.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not an identifier")]
pub struct NotAnId(pub String);

impl<T: ?Sized> Id<T> {
    pub const fn new(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// Reads 32 hexadecimal digits (hyphens are accepted). Errors: [`NotAnId`].
    pub fn parse(text: &str) -> Result<Self, NotAnId> {
        Uuid::try_parse(text).map(Self::new).map_err(|_| NotAnId(text.chars().take(64).collect()))
    }
}

impl Id<of::Person> {
    /// The identifier of somebody whom nothing knew before their first seat: that seat's own.
    pub const fn of_first_seat(member: Id<of::Member>) -> Self {
        Self(member.0, PhantomData)
    }
}

impl<T: ?Sized> std::fmt::Display for Id<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}

impl<T: ?Sized> std::fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}

impl<T: ?Sized> std::str::FromStr for Id<T> {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        Self::parse(text)
    }
}

// Written by hand: a derive would ask `T` for what only the UUID needs.
impl<T: ?Sized> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for Id<T> {}
impl<T: ?Sized> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T: ?Sized> Eq for Id<T> {}
impl<T: ?Sized> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T: ?Sized> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T: ?Sized> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T: ?Sized> serde::Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de, T: ?Sized> serde::Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// What an id can be an id of. Each is a mark, never a value.
pub mod of {
    pub enum Organisation {}
    pub enum Person {}
    pub enum Member {}
    pub enum Recovery {}
    pub enum Project {}
    pub enum Space {}
    pub enum Activity {}
    pub enum Campaign {}
    pub enum Finding {}
    pub enum Response {}
    pub enum Agreement {}
    pub enum Clause {}
    pub enum Commitment {}
    pub enum Trigger {}
    pub enum Review {}
    pub enum KeyedAct {}
    pub enum Establishment {}
    pub enum Team {}
    pub enum Institution {}
    pub enum Note {}
}

pub type OrganisationId = Id<of::Organisation>;
pub type PersonId = Id<of::Person>;
pub type MemberId = Id<of::Member>;
pub type ProjectId = Id<of::Project>;
pub type SpaceId = Id<of::Space>;
pub type ActivityId = Id<of::Activity>;
pub type CampaignId = Id<of::Campaign>;
pub type FindingId = Id<of::Finding>;
pub type ResponseId = Id<of::Response>;
pub type AgreementId = Id<of::Agreement>;
pub type ClauseId = Id<of::Clause>;
pub type CommitmentId = Id<of::Commitment>;
pub type TriggerId = Id<of::Trigger>;
pub type ReviewId = Id<of::Review>;
pub type RecoveryId = Id<of::Recovery>;
pub type KeyedActId = Id<of::KeyedAct>;
pub type EstablishmentId = Id<of::Establishment>;
pub type TeamId = Id<of::Team>;
pub type InstitutionId = Id<of::Institution>;
pub type NoteId = Id<of::Note>;

#[cfg(test)]
mod tests {
    use super::{NotAnId, ProjectId};

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        let id = ProjectId::parse("0198c0de-0000-7000-8000-00000000beef").expect("a UUID");
        assert_eq!(id.to_string(), "0198c0de00007000800000000000beef");
        assert_eq!(ProjectId::parse(&id.to_string()), Ok(id));
    }

    #[test]
    fn a_long_text_that_is_no_id_is_cut_in_its_error() {
        let NotAnId(text) = ProjectId::parse(&"x".repeat(500)).expect_err("not an id");
        assert_eq!(text.len(), 64);
    }
}
