//! A member: one person's seat in one organisation, for one party.

use kernel::{Locale, MemberId, OrganisationId, Party, PersonId};

/// A member as the list of people shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: MemberId,
    /// Who holds the seat: the same person may hold several.
    pub person: PersonId,
    pub party: Party,
    pub name: String,
    /// What they do, in their own words: « secrétaire du CSE ».
    pub title: String,
    pub email: String,
    pub locale: Locale,
    /// Whether they have signed in at least once.
    pub has_joined: bool,
    /// Whether they hold the seat no more.
    pub has_left: bool,
}

/// A member who is signed in: the seat from which they act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub person: PersonId,
    pub member: MemberId,
    pub party: Party,
    pub name: String,
    pub title: String,
}
