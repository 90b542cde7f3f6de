//! How an organisation is made: establishments, teams, headcounts, institutions of dialogue, languages.

use jiff::civil::Date;
use kernel::{EstablishmentId, Headcount, InstitutionId, TeamId, codes};

codes! {
    /// Who speaks for the staff, as the Labour Code and the civil service know them.
    pub enum InstitutionKind("institution kind") {
        /// Social and economic committee.
        Cse = "cse",
        CentralCse = "central_cse",
        /// An establishment's own committee.
        EstablishmentCse = "establishment_cse",
        /// The committee's commission on health, safety and working conditions.
        Cssct = "cssct",
        ProximityRepresentatives = "proximity_representatives",
        UnionSection = "union_section",
        UnionDelegate = "union_delegate",
        /// Territorial civil service.
        Cst = "cst",
        /// State civil service.
        Csa = "csa",
        /// Hospital civil service.
        HospitalCse = "hospital_cse",
        /// The specialised formation on health, safety and working conditions of a public committee.
        F3sct = "f3sct",
        /// No candidate stood: the report that says so.
        CarencePv = "carence_pv",
    }
}

codes! {
    /// The languages in which people work here.
    pub enum Language("language") {
        Fr = "fr",
        En = "en",
        De = "de",
        Es = "es",
        It = "it",
        Pt = "pt",
        Pl = "pl",
        Ro = "ro",
        Tr = "tr",
        Ar = "ar",
        Uk = "uk",
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Establishment {
    pub id: EstablishmentId,
    pub name: String,
    pub headcount: Option<Headcount>,
    /// Whether it has a committee of its own.
    pub has_council: bool,
    pub closed_on: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    pub id: TeamId,
    pub name: String,
    /// None: it is of none, or of several.
    pub establishment: Option<EstablishmentId>,
    pub closed_on: Option<Date>,
}

impl Team {
    pub fn is_of(&self, place: &Establishment) -> bool {
        self.establishment == Some(place.id)
    }
}

/// A headcount that holds from a day until the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadcountRecord {
    pub from: Date,
    pub headcount: Headcount,
    /// Where it was read, in people's words; may be empty.
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution {
    pub id: InstitutionId,
    pub kind: InstitutionKind,
    pub since: Date,
    /// The last day of its mandate, where one is known.
    pub until: Option<Date>,
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Structure {
    /// By name; the closed ones last.
    pub establishments: Vec<Establishment>,
    pub teams: Vec<Team>,
    /// Newest first.
    pub headcounts: Vec<HeadcountRecord>,
    /// Newest first.
    pub institutions: Vec<Institution>,
    pub languages: Vec<Language>,
}
