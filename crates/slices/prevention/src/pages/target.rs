//! Which line a form or an address is about, and what it starts from.

use content::law::prevention;
use kernel::FindingId;
use platform::{PageError, PageResult, T, form::Form};

use super::{Before, scene};
use crate::{
    model::{
        line::{Line, LineId, LineState, Source, Words},
        proposal::{self, Proposal},
    },
    store::NewLine,
};

/// What a line is, or may become.
pub enum Target {
    /// One that is there.
    Line(Box<Line>),
    /// One that a rule proposes.
    Proposal(Proposal),
    /// One about something that was said.
    Finding(FindingId),
    /// One from nothing.
    New,
}

impl Target {
    /// The target of a page or of a form. Errors: there is none of these here.
    pub fn find(before: &Before, line: &str, proposal: &str, finding: &str) -> PageResult<Self> {
        if !line.is_empty() {
            let id = LineId::parse(line).map_err(|_| PageError::NotFound)?;
            if let Some(known) = before.board.line(id) {
                return Ok(Self::Line(Box::new(known.clone())));
            }
        }
        if !proposal.is_empty() {
            return Self::proposal(before, proposal);
        }
        if !finding.is_empty() {
            let id = FindingId::parse(finding).map_err(|_| PageError::NotFound)?;
            let seen = before.findings.iter().any(|finding| finding.id == id);
            return if seen { Ok(Self::Finding(id)) } else { Err(PageError::NotFound) };
        }
        Ok(Self::New)
    }

    fn proposal(before: &Before, id: &str) -> PageResult<Self> {
        let decided = before
            .board
            .lines
            .iter()
            .find(|line| matches!(&line.source, Source::Rule { proposal, .. } if proposal == id));
        if let Some(line) = decided {
            return Ok(Self::Line(Box::new(line.clone())));
        }
        let found = prevention().line(id).and_then(|line| proposal::proposal(line, &before.reading));
        found.map(Self::Proposal).ok_or(PageError::NotFound)
    }

    /// The target that the hidden fields of a form name.
    pub fn of(before: &Before, form: &Form) -> PageResult<Self> {
        Self::find(before, form.value("line"), form.value("proposal"), form.value("finding"))
    }

    pub fn source(&self) -> Source {
        match self {
            Self::Line(line) => line.source.clone(),
            Self::Proposal(proposal) => Source::Rule {
                proposal: proposal.line.id.clone(),
                rule: proposal.rules.first().map(|rule| (*rule).to_owned()).unwrap_or_default(),
            },
            Self::Finding(id) => Source::Finding(Some(*id)),
            Self::New => Source::Person,
        }
    }

    /// What its form starts from. Of a finding nothing is copied: it is said anew.
    pub fn words(&self, t: &T) -> Words {
        let empty = Words {
            unit: String::new(),
            hazard: String::new(),
            exposed: String::new(),
            measures: String::new(),
            assessment: crate::model::line::Assessment::default(),
        };
        match self {
            Self::Line(line) => line.words.clone(),
            Self::Proposal(proposal) => Words {
                hazard: obligations::words::text(t, &proposal.line.hazard),
                exposed: obligations::words::text(t, &proposal.line.exposed),
                ..empty
            },
            Self::Finding(_) | Self::New => empty,
        }
    }

    pub const fn version(&self) -> i64 {
        match self {
            Self::Line(line) => line.version,
            _ => 0,
        }
    }

    /// The line that a store writes; `fresh` is its id where it has none yet.
    pub fn new_line(&self, fresh: LineId, words: Words, version: i64) -> NewLine {
        let id = match self {
            Self::Line(line) => line.id,
            _ => fresh,
        };
        NewLine { id, version, source: self.source(), words }
    }

    /// Whether it may still be written, merged or set aside.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Line(line) => matches!(line.state(), LineState::Kept | LineState::Proposed),
            _ => true,
        }
    }

    /// The rules of the pack's own line, where it comes from one: what to look at, and which actions it suggests.
    pub fn advice(&self, t: &T) -> Option<(String, Vec<String>)> {
        let id = match self.source() {
            Source::Rule { proposal, .. } => proposal,
            _ => return None,
        };
        let line = prevention().line(&id)?;
        let text = |text| obligations::words::text(t, text);
        Some((text(&line.looks_at), line.actions.iter().map(|action| text(&action.what)).collect()))
    }

    pub fn title(&self, t: &T) -> String {
        match self {
            Self::Line(line) => {
                t.two("prevent-line-title", "number", line.number, "unit", line.words.unit.clone())
            }
            Self::Proposal(_) => t.say("prevent-proposal-title"),
            Self::Finding(_) => t.say("prevent-finding-title"),
            Self::New => t.say("prevent-new-title"),
        }
    }

    /// The hidden fields that name it.
    pub fn hidden(&self, fresh: LineId) -> Vec<(&'static str, String)> {
        let line = match self {
            Self::Line(line) => line.id,
            _ => fresh,
        };
        let mut fields = vec![("line", line.to_string())];
        match self.source() {
            Source::Rule { proposal, .. } => fields.push(("proposal", proposal)),
            Source::Finding(Some(finding)) => fields.push(("finding", finding.to_string())),
            _ => {}
        }
        fields
    }
}

/// A line that somebody else wrote meanwhile, for whoever would have written over it.
pub fn stale_words(t: &T, line: &Line) -> Vec<(String, String)> {
    let words = &line.words;
    let level = |scale, level| scene::level(t, scale, level);
    vec![
        (t.say("prevent-col-unit"), words.unit.clone()),
        (t.say("prevent-col-hazard"), words.hazard.clone()),
        (t.say("prevent-col-exposed"), words.exposed.clone()),
        (t.say("prevent-col-measures"), words.measures.clone()),
        (t.say("prevent-col-severity"), level("severity", words.assessment.severity)),
        (t.say("prevent-col-likelihood"), level("likelihood", words.assessment.likelihood)),
        (t.say("prevent-col-mastery"), level("mastery", words.assessment.mastery)),
    ]
}
