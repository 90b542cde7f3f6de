//! Whom a provider's word lets in.

use kernel::PersonId;
use thiserror::Error;

/// What a provider says of somebody, signature, audience, nonce and dates already checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub issuer: String,
    /// What the provider calls them, for ever: an address may change hands, this does not.
    pub subject: String,
    pub email: Option<String>,
    pub is_email_verified: bool,
}

/// What is known here of that address and of that subject.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// Who reads that address.
    pub by_address: Option<PersonId>,
    /// Who came as that subject before.
    pub by_subject: Option<PersonId>,
    /// Whether whoever reads that address came before as another subject of this provider.
    pub has_other_subject: bool,
}

/// Why nobody comes in. The journal of the instance keeps it; the page says the same of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotAdmitted {
    #[error("the provider has not verified the address")]
    Unverified,
    #[error("nobody here reads this address")]
    Unknown,
    #[error("this person came before as another subject")]
    OtherSubject,
    #[error("this subject came before as another person")]
    OtherPerson,
}

/// Whom to let in, and whether to remember the subject as theirs.
pub fn admit(identity: &Identity, known: &Known) -> Result<(PersonId, bool), NotAdmitted> {
    if identity.email.is_none() || !identity.is_email_verified {
        return Err(NotAdmitted::Unverified);
    }
    let person = known.by_address.ok_or(NotAdmitted::Unknown)?;
    match known.by_subject {
        Some(before) if before == person => Ok((person, false)),
        Some(_) => Err(NotAdmitted::OtherPerson),
        None if known.has_other_subject => Err(NotAdmitted::OtherSubject),
        None => Ok((person, true)),
    }
}

#[cfg(test)]
mod tests {
    use kernel::PersonId;
    use uuid::Uuid;

    use super::{Identity, Known, NotAdmitted, admit};

    fn identity(is_email_verified: bool) -> Identity {
        Identity {
            issuer: "https://sso.example".into(),
            subject: "u1".into(),
            email: Some("a@b.example".into()),
            is_email_verified,
        }
    }

    fn person(n: u128) -> PersonId {
        PersonId::new(Uuid::from_u128(n))
    }

    #[test]
    fn a_verified_address_that_is_known_comes_in_and_its_subject_is_remembered_once() {
        let first = Known { by_address: Some(person(1)), ..Known::default() };
        assert_eq!(admit(&identity(true), &first), Ok((person(1), true)));
        let again = Known { by_subject: Some(person(1)), ..first };
        assert_eq!(admit(&identity(true), &again), Ok((person(1), false)));
    }

    #[test]
    fn an_address_that_the_provider_has_not_verified_lets_nobody_in() {
        let known = Known { by_address: Some(person(1)), by_subject: Some(person(1)), ..Known::default() };
        assert_eq!(admit(&identity(false), &known), Err(NotAdmitted::Unverified));
        let without = Identity { email: None, ..identity(true) };
        assert_eq!(admit(&without, &known), Err(NotAdmitted::Unverified));
    }

    #[test]
    fn an_address_that_changed_hands_at_the_provider_lets_nobody_in() {
        let known = Known { by_address: Some(person(1)), has_other_subject: true, ..Known::default() };
        assert_eq!(admit(&identity(true), &known), Err(NotAdmitted::OtherSubject));
        let taken = Known { by_address: Some(person(1)), by_subject: Some(person(2)), ..Known::default() };
        assert_eq!(admit(&identity(true), &taken), Err(NotAdmitted::OtherPerson));
        assert_eq!(admit(&identity(true), &Known::default()), Err(NotAdmitted::Unknown));
    }
}
