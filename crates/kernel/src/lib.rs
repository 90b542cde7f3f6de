//! Words every crate shares: ids, parties, spheres, stages, headcount, locale.
//!
//! Pure: no clock, no chance, no file, no async. A value that exists here is valid: parse once, at the border.
//!
//! To add a word: one file, one idea, a `code()` that never changes once written to a database, and a test that
//! every code parses back.

pub mod codes;
pub mod family;
pub mod headcount;
pub mod id;
pub mod locale;
pub mod party;
pub mod sphere;
pub mod stage;

pub use codes::UnknownCode;
pub use family::StakeholderFamily;
pub use headcount::{Headcount, NotAHeadcount};
pub use id::{
    ActivityId, AgreementId, CampaignId, ClauseId, CommitmentId, EstablishmentId, FindingId, Id,
    InstitutionId, KeyedActId, MemberId, NotAnId, NoteId, OrganisationId, PersonId, ProjectId, RecoveryId,
    ResponseId, ReviewId, SpaceId, TeamId, TriggerId, of,
};
pub use locale::Locale;
pub use party::Party;
pub use sphere::Sphere;
pub use stage::{Phase, Stage};
