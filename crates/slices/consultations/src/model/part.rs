//! The parts of the information file: what representatives need in order to judge.

use kernel::codes;
use obligations::api::{Reading, may_apply};

codes! {
    /// A part of the file.
    pub enum Part("part of the file") {
        Purpose = "purpose",
        Tool = "tool",
        Supplier = "supplier",
        Data = "data",
        People = "people",
        Conditions = "conditions",
        Employment = "employment",
        HumanControl = "human_control",
        Risks = "risks",
        Training = "training",
        Calendar = "calendar",
        Environment = "environment",
        Monitoring = "monitoring",
        Recruitment = "recruitment",
        HrProcessing = "hr_processing",
    }
}

impl Part {
    /// The rule of the pack that asks for it; nothing for what the law only calls precise and written information, and
    /// which we list so that it can be.
    pub const fn rule(self) -> Option<&'static str> {
        match self {
            Self::Environment => Some("cse-consult-new-technology"),
            Self::Monitoring => Some("cse-consult-monitoring"),
            Self::Recruitment => Some("cse-inform-recruitment"),
            Self::HrProcessing => Some("cse-inform-hr-processing"),
            _ => None,
        }
    }

    /// Whether this project's file has it.
    pub fn is_asked(self, reading: &Reading) -> bool {
        self.rule().is_none_or(|rule| may_apply(reading, rule))
    }

    /// The parts of this project's file.
    pub fn asked(reading: &Reading) -> Vec<Self> {
        Self::ALL.iter().copied().filter(|part| part.is_asked(reading)).collect()
    }
}
