//! The three dialogues, never confused, always linked (commitment 2).

use crate::codes;

codes! {
    /// The sphere of a space of dialogue.
    pub enum Sphere("sphere") {
        /// Representatives: *dialogue social*.
        Social = "social",
        /// The people who do the work: *dialogue professionnel*.
        Professional = "professional",
        /// Designers, integrators, suppliers: *dialogue technique*.
        Technical = "technical",
    }
}
