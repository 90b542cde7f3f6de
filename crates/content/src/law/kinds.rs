//! The closed vocabularies of a rule.

use kernel::codes;

codes! {
    /// What a rule is: obligation, right, gate…
    pub enum RuleKind("kind of rule") {
        /// Stops the project, whatever a consultation says.
        Prohibition = "prohibition",
        /// Blocks a step until it is passed.
        Gate = "gate",
        Alert = "alert",
        Obligation = "obligation",
        DerivedDate = "derived-date",
        /// Of the committee, of the employer or of the workers.
        Right = "right",
        Procedure = "procedure",
        Recommended = "recommended",
        Optional = "optional",
        Soft = "soft",
        Info = "info",
    }
}

impl RuleKind {
    /// The order of display: what stops, what blocks, what warns, what binds, when, what one may, then the rest.
    pub const fn rank(self) -> u8 {
        match self {
            Self::Prohibition => 0,
            Self::Gate => 1,
            Self::Alert => 2,
            Self::Obligation => 3,
            Self::DerivedDate => 4,
            Self::Right => 5,
            _ => 6,
        }
    }
}

codes! {
    /// What a rule is about.
    pub enum RuleScope("scope of a rule") {
        Project = "project",
        /// The organisation, whatever the project: shown apart.
        Base = "base",
    }
}

codes! {
    /// What a date of a rule means.
    pub enum DateKind("kind of date") {
        /// The last day, which may be extended to a working day.
        Limit = "limit",
        /// The last day, as counted: nothing extends it.
        Day = "day",
        /// The first day on which something may be done, or from which it holds.
        From = "from",
        /// The day before which something must be done.
        Before = "before",
        /// The last day, counted back from something: the working day before is safer.
        Backward = "backward",
        /// The day until which something is kept.
        KeepUntil = "keep-until",
        /// The day something happened.
        Event = "event",
    }
}
