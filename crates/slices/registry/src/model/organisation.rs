//! An employer or a platform.

use kernel::{Headcount, OrganisationId, codes};

use super::project::Facts;

codes! {
    /// The kinds that the law tells apart (input `org.sector` of the rule base).
    pub enum OrganisationKind("organisation kind") {
        Company = "company",
        Association = "association",
        PublicState = "public_state",
        PublicTerritorial = "public_territorial",
        PublicHospital = "public_hospital",
        Platform = "platform",
        /// Hosts others: an agency, a union, a branch. What it is as an employer is not known by this.
        Network = "network",
    }
}

impl OrganisationKind {
    /// Whether its staff are of the civil service, whose bodies are not those of the Labour Code.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::PublicState | Self::PublicTerritorial | Self::PublicHospital)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    pub id: OrganisationId,
    pub name: String,
    pub kind: OrganisationKind,
    pub headcount: Option<Headcount>,
    /// `org.*` inputs of the rule base.
    pub facts: Facts,
}

impl Organisation {
    /// The organisation once these `org.*` facts are told of it. Its kind and its headcount follow; a fact that is not known
    /// stays the text `"unknown"`.
    #[must_use]
    pub fn told(&self, changes: &Facts) -> Self {
        let mut told = self.clone();
        for (name, value) in changes {
            let kind = value.as_str().and_then(|code| OrganisationKind::parse(code).ok());
            let headcount = value.as_i64().and_then(|count| Headcount::try_from(count).ok());
            match (name.as_str(), kind, headcount) {
                ("org.sector", Some(kind), _) => {
                    told.kind = kind;
                    told.facts.remove(name);
                }
                ("org.headcount", _, Some(headcount)) => {
                    told.headcount = Some(headcount);
                    told.facts.remove(name);
                }
                _ => {
                    if name == "org.headcount" {
                        told.headcount = None;
                    }
                    told.facts.insert(name.clone(), value.clone());
                }
            }
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Headcount, OrganisationId};
    use serde_json::json;

    use super::{Organisation, OrganisationKind};
    use crate::Facts;

    #[test]
    fn a_headcount_and_a_sector_that_are_told_are_the_organisation_s_own() {
        let organisation = Organisation {
            id: OrganisationId::parse(&"0".repeat(32)).expect("an id"),
            name: "Ateliers".to_owned(),
            kind: OrganisationKind::Company,
            headcount: None,
            facts: Facts::from([("org.headcount".to_owned(), json!("unknown"))]),
        };
        let changes = Facts::from([
            ("org.headcount".to_owned(), json!(52)),
            ("org.sector".to_owned(), json!("association")),
            ("org.cse".to_owned(), json!("elected")),
        ]);
        let told = organisation.told(&changes);
        assert_eq!(told.headcount, Headcount::try_from(52).ok());
        assert_eq!(told.kind, OrganisationKind::Association);
        assert_eq!(told.facts, Facts::from([("org.cse".to_owned(), json!("elected"))]));
        let forgotten = told.told(&Facts::from([("org.headcount".to_owned(), json!("unknown"))]));
        assert_eq!(forgotten.headcount, None);
    }
}
