//! A member: one person, in one organisation, for one party.

use kernel::{Locale, MemberId, OrganisationId, Party};

/// A member as the list of people shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: MemberId,
    pub party: Party,
    pub name: String,
    /// What they do, in their own words: « secrétaire du CSE ».
    pub title: String,
    pub email: String,
    pub locale: Locale,
    /// Whether they have signed in at least once.
    pub has_joined: bool,
}

/// A member who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub member: MemberId,
    pub party: Party,
    pub name: String,
    pub title: String,
}
