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
