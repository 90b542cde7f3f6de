//! The life of a project: six stages, read as before, during and after.

use crate::codes;

codes! {
    /// A stage (*étape*) of a project.
    pub enum Stage("stage") {
        Idea = "idea",
        Design = "design",
        Pilot = "pilot",
        Deployment = "deployment",
        Use = "use",
        /// Withdrawal or going back: an outcome like another (commitment 6).
        Withdrawal = "withdrawal",
    }
}

codes! {
    /// Before, during, after: the bands of the thread.
    pub enum Phase("phase") {
        Before = "before",
        During = "during",
        After = "after",
    }
}

impl Stage {
    /// The band in which the stage is drawn.
    pub const fn phase(self) -> Phase {
        match self {
            Self::Idea | Self::Design => Phase::Before,
            Self::Pilot | Self::Deployment => Phase::During,
            Self::Use | Self::Withdrawal => Phase::After,
        }
    }

    /// Whether people already work with the system: a pilot in real conditions counts as introduction
    /// (TJ Nanterre, 14 February 2025; methods.md 16.2).
    pub const fn in_real_conditions(self) -> bool {
        matches!(self, Self::Pilot | Self::Deployment | Self::Use)
    }
}
