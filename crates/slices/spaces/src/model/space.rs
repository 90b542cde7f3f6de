//! A space of dialogue: where people of one sphere meet.

use kernel::{SpaceId, Sphere};
use serde::Serialize;

/// A space of dialogue of a project. It belongs to one sphere and never changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Space {
    pub id: SpaceId,
    pub sphere: Sphere,
    /// What people call it: « CSE », « Atelier et équipes ».
    pub name: String,
    /// Who sits there, in people's words: « atelier, planning ».
    pub who: String,
    /// Whether a text of law gives it its powers. What is held elsewhere is never a consultation.
    pub is_statutory: bool,
}
