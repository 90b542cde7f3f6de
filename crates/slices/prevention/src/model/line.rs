//! A line of the risk document: where, what, who, what is done already, how it was assessed, and where it comes from.

use jiff::civil::Date;
use kernel::{FindingId, Id, Party, codes};
use serde::{Deserialize, Serialize};

/// What the ids of this slice are ids of.
pub mod mark {
    pub enum RiskLine {}
    pub enum RiskRemark {}
}

pub type LineId = Id<mark::RiskLine>;
pub type RemarkId = Id<mark::RiskRemark>;

codes! {
    /// Where a line stands. It follows from what was done with it.
    pub enum LineState("state of a line") {
        /// Waits for whoever writes the document.
        Proposed = "proposed",
        /// In the document.
        Kept = "kept",
        /// Not kept, with a reason; may be taken up again.
        SetAside = "set_aside",
        /// Said by another line.
        Merged = "merged",
    }
}

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    pub on: Date,
    pub party: Party,
    pub name: String,
}

/// Where a line comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A rule of the law, by a proposal of the pack.
    Rule { proposal: String, rule: String },
    /// Something that was said; no id where this reader may not follow it.
    Finding(Option<FindingId>),
    /// Whoever wrote it.
    Person,
}

/// The levels of the three scales, from 1; nothing where nobody has assessed yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    pub severity: Option<u8>,
    pub likelihood: Option<u8>,
    pub mastery: Option<u8>,
}

impl Assessment {
    pub const fn is_whole(self) -> bool {
        self.severity.is_some() && self.likelihood.is_some() && self.mastery.is_some()
    }

    /// What to look at first: the gravest, then the likeliest, then the least mastered; what is not assessed comes last.
    /// Never multiplied into a score.
    pub fn first(self) -> impl Ord {
        let whole = self.is_whole();
        let down = |level: Option<u8>| u8::MAX - level.unwrap_or(0);
        (!whole, down(self.severity), down(self.likelihood), self.mastery.unwrap_or(u8::MAX))
    }
}

/// What a person writes of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub unit: String,
    pub hazard: String,
    pub exposed: String,
    pub measures: String,
    pub assessment: Assessment,
}

/// A remark on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub words: String,
    pub by: By,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: LineId,
    pub number: i64,
    /// How often it was written: who edits says which one they read.
    pub version: i64,
    pub source: Source,
    pub words: Words,
    pub assessed_on: Option<Date>,
    pub proposed: By,
    pub written: By,
    pub kept_on: Option<Date>,
    pub merged_into: Option<LineId>,
    pub aside: Option<(String, By)>,
    /// Oldest first.
    pub remarks: Vec<Remark>,
}

impl Line {
    pub const fn state(&self) -> LineState {
        match (&self.merged_into, &self.aside, self.kept_on) {
            (Some(_), ..) => LineState::Merged,
            (_, Some(_), _) => LineState::SetAside,
            (.., Some(_)) => LineState::Kept,
            _ => LineState::Proposed,
        }
    }

    pub fn is_kept(&self) -> bool {
        self.state() == LineState::Kept
    }
}

#[cfg(test)]
mod tests {
    use super::{Assessment, LineState};
    use crate::model::samples::line;

    #[test]
    fn where_a_line_stands_follows_from_what_was_done_with_it() {
        let mut line = line(1);
        assert_eq!(line.state(), LineState::Kept);
        line.kept_on = None;
        assert_eq!(line.state(), LineState::Proposed);
        line.aside = Some(("Sans objet ici.".to_owned(), line.written.clone()));
        assert_eq!(line.state(), LineState::SetAside);
        line.aside = None;
        line.merged_into = Some(line.id);
        assert_eq!(line.state(), LineState::Merged);
    }

    #[test]
    fn the_gravest_then_the_likeliest_then_the_least_mastered_comes_first() {
        let assessed = |severity, likelihood, mastery| Assessment {
            severity: Some(severity),
            likelihood: Some(likelihood),
            mastery: Some(mastery),
        };
        let mut all = [
            Assessment::default(),
            assessed(2, 4, 1),
            assessed(4, 1, 3),
            assessed(2, 4, 3),
            assessed(2, 1, 1),
            Assessment { severity: Some(4), ..Assessment::default() },
        ];
        all.sort_by_key(|assessment| assessment.first());
        assert_eq!(all[0], assessed(4, 1, 3));
        assert_eq!(all[1..4], [assessed(2, 4, 1), assessed(2, 4, 3), assessed(2, 1, 1)]);
        assert!(!all[4].is_whole() && !all[5].is_whole());
    }
}
