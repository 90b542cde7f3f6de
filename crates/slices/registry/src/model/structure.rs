//! How an organisation is made: establishments, teams, headcounts, institutions of dialogue, languages.

use jiff::civil::Date;
use kernel::{EstablishmentId, Headcount, InstitutionId, Locale, TeamId, codes};

use super::organisation::OrganisationKind;

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

impl InstitutionKind {
    /// Whether an employer of this kind can have it: no page offers a body that the law does not give.
    pub const fn can_sit_in(self, kind: OrganisationKind) -> bool {
        match self {
            Self::UnionSection | Self::UnionDelegate => true,
            Self::Cst => matches!(kind, OrganisationKind::PublicTerritorial),
            Self::Csa => matches!(kind, OrganisationKind::PublicState),
            Self::HospitalCse => matches!(kind, OrganisationKind::PublicHospital),
            Self::F3sct => kind.is_public(),
            Self::Cse
            | Self::CentralCse
            | Self::EstablishmentCse
            | Self::Cssct
            | Self::ProximityRepresentatives
            | Self::CarencePv => !kind.is_public(),
        }
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

impl Institution {
    /// Whether it sits on this day.
    pub fn sits_on(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| until >= day)
    }
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

impl Structure {
    /// Whether a body cannot begin on this day beside what is known: nobody stood, and yet a committee sits.
    pub fn contradicts(&self, kind: InstitutionKind, since: Date) -> bool {
        let committees =
            [InstitutionKind::Cse, InstitutionKind::CentralCse, InstitutionKind::EstablishmentCse];
        let sits = |kinds: &[InstitutionKind]| {
            self.institutions.iter().any(|known| kinds.contains(&known.kind) && known.sits_on(since))
        };
        kind == InstitutionKind::CarencePv && sits(&committees)
    }

    /// The language of ours in which to write to somebody who is no member: French where people work in it, or where they
    /// work in no language of ours; English otherwise.
    pub fn locale(&self) -> Locale {
        let works_in = |language| self.languages.contains(&language);
        if works_in(Language::En) && !works_in(Language::Fr) { Locale::En } else { Locale::Fr }
    }
}
