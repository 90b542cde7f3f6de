//! The document on a day, as a version keeps it and as files show it: plain values, readable in forty years.
//!
//! A name is never renamed nor given another meaning: former versions are read with it.

use jiff::civil::Date;
use kernel::{Id, codes};
use serde::{Deserialize, Serialize};

use super::{
    action::Action,
    line::{Assessment, By, Line, LineId, Source},
};

pub mod mark {
    pub enum RiskVersion {}
}

pub type VersionId = Id<mark::RiskVersion>;

codes! {
    /// Why the document was brought up to date (R4121-2).
    pub enum Reason("reason of an update") {
        Yearly = "yearly",
        ImportantChange = "important_change",
        NewInformation = "new_information",
    }
}

/// The lines kept on a day with their actions, and the form of the actions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The id of the plan; nothing where the headcount was unknown.
    pub plan: Option<String>,
    /// What to look at first, first.
    pub lines: Vec<LineThen>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineThen {
    pub id: LineId,
    pub number: i64,
    pub unit: String,
    pub hazard: String,
    pub exposed: String,
    pub measures: String,
    #[serde(flatten)]
    pub assessment: Assessment,
    pub assessed_on: Option<Date>,
    pub source: SourceThen,
    pub actions: Vec<ActionThen>,
}

/// Where a line came from; of a finding, only that it was one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SourceThen {
    /// The articles as they were cited that day, in the language of who dated it.
    Rule {
        rule: String,
        articles: Vec<String>,
    },
    Finding,
    Person,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionThen {
    pub number: i64,
    pub what: String,
    pub owner: String,
    pub due_on: Date,
    pub conditions: String,
    pub resources: String,
    pub indicator: String,
    pub cost: String,
    pub done_on: Option<Date>,
}

/// A dated version, without its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub id: VersionId,
    pub number: i64,
    pub dated_on: Date,
    pub reason: Reason,
    pub words: String,
    /// The body that sat that day, by its code; nothing where none did.
    pub council: Option<String>,
    /// When it was consulted on this version, and what it said.
    pub consulted: Option<(Date, String)>,
    pub by: By,
}

impl Snapshot {
    /// The lines that are kept, with their actions. `articles` says where a rule is written.
    pub fn of(
        plan: Option<String>,
        lines: &[Line],
        actions: &[Action],
        articles: impl Fn(&str) -> Vec<String>,
    ) -> Self {
        let mut kept: Vec<&Line> = lines.iter().filter(|line| line.is_kept()).collect();
        kept.sort_by_key(|line| (line.words.assessment.first(), line.number));
        let lines = kept.into_iter().map(|line| LineThen::of(line, actions, &articles)).collect();
        Self { plan, lines }
    }

    pub fn actions(&self) -> impl Iterator<Item = (&LineThen, &ActionThen)> {
        self.lines.iter().flat_map(|line| line.actions.iter().map(move |action| (line, action)))
    }
}

impl LineThen {
    fn of(line: &Line, actions: &[Action], articles: &impl Fn(&str) -> Vec<String>) -> Self {
        let source = match &line.source {
            Source::Rule { rule, .. } => SourceThen::Rule { rule: rule.clone(), articles: articles(rule) },
            Source::Finding(_) => SourceThen::Finding,
            Source::Person => SourceThen::Person,
        };
        let of_line = actions.iter().filter(|action| action.line == line.id);
        let words = line.words.clone();
        Self {
            id: line.id,
            number: line.number,
            unit: words.unit,
            hazard: words.hazard,
            exposed: words.exposed,
            measures: words.measures,
            assessment: words.assessment,
            assessed_on: line.assessed_on,
            source,
            actions: of_line.map(ActionThen::of).collect(),
        }
    }
}

impl ActionThen {
    fn of(action: &Action) -> Self {
        let words = action.words.clone();
        Self {
            number: action.number,
            what: words.what,
            owner: words.owner,
            due_on: words.due_on,
            conditions: words.conditions,
            resources: words.resources,
            indicator: words.indicator,
            cost: words.cost,
            done_on: words.done_on,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Snapshot, SourceThen};
    use crate::model::samples::{action, line};

    #[test]
    fn a_version_holds_what_is_kept_with_its_actions_and_reads_back_the_same() {
        let (first, mut second) = (line(1), line(2));
        second.kept_on = None;
        let lines = [first.clone(), second.clone()];
        let actions = [action(1, &first), action(2, &second)];
        let taken =
            Snapshot::of(Some("papripact".to_owned()), &lines, &actions, |_| vec!["L4121-3".to_owned()]);
        assert_eq!(taken.lines.len(), 1);
        assert_eq!(taken.actions().count(), 1);
        assert_eq!(taken.lines[0].source, SourceThen::Person);
        let json = serde_json::to_string(&taken).expect("it writes");
        assert_eq!(serde_json::from_str::<Snapshot>(&json).expect("it reads"), taken);
    }
}
