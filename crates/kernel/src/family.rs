//! The six stakeholder families of LaborIA's guide for managers of small firms (methods.md 24.2).

use crate::{Party, codes};

codes! {
    /// A stakeholder family (*famille de parties prenantes*): a missing one is an alert, never a block.
    pub enum StakeholderFamily("stakeholder family") {
        Deciders = "deciders",
        Designers = "designers",
        Integrators = "integrators",
        Users = "users",
        Representatives = "representatives",
        Preventers = "preventers",
    }
}

impl StakeholderFamily {
    /// Whether a member of this party speaks for the family.
    pub const fn spoken_for_by(self, party: Party) -> bool {
        match self {
            Self::Deciders => matches!(party, Party::Management),
            Self::Designers | Self::Integrators => matches!(party, Party::Technical),
            Self::Users => matches!(party, Party::Workers | Party::LineManagers),
            Self::Representatives => matches!(party, Party::StaffRepresentatives),
            Self::Preventers => matches!(party, Party::Prevention),
        }
    }
}
