//! Gates: what may not begin yet, by the law or by what people wrote down of a court and of a consultation.

use std::collections::BTreeSet;

use content::law::{Applied, DateKind, LawPack, Reading, RuleKind};
use jiff::civil::Date;
use kernel::codes;
use registry::Facts;
use serde_json::Value as Json;

/// The rule under which a use waits for an opinion.
pub const OPINION_FIRST: &str = "no-deployment-before-opinion";

/// How the names of what is kept beside the facts begin: these are no words of the law, and no question asks for them.
pub const BESIDE: &str = "gate.";
/// What keeps the gate shut beside the law, as `suspended 2026-11-02`.
pub const SHUT: &str = "gate.shut";
/// Whether the use under way was rightly begun, before the consultation that is now held.
pub const ALLOWED: &str = "gate.allowed";
/// The day on which a closed gate was gone past.
pub const CROSSED: &str = "gate.crossed_on";
/// The facts that a consultation tells, and nobody types.
pub const TOLD: &str = "gate.told";

codes! {
    /// What keeps a gate shut, the gravest first.
    pub enum Shut("reason why a gate is shut") {
        /// The judge suspended the project.
        Suspended = "suspended",
        /// The judge ordered information that has not been given yet.
        Information = "information",
        /// The judge gave the committee more time.
        Extended = "extended",
        /// No opinion was given, and none is deemed given.
        Opinion = "opinion",
    }
}

/// Something that keeps a gate shut, and the day it goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShutBy {
    pub why: Shut,
    /// For more time: its last day. Otherwise the day on which it began.
    pub on: Date,
}

impl ShutBy {
    /// As it is kept: `suspended 2026-11-02`.
    pub fn text(self) -> String {
        format!("{} {}", self.why.code(), self.on)
    }

    fn parse(text: &str) -> Option<Self> {
        let (why, on) = text.split_once(' ')?;
        Some(Self { why: Shut::parse(why).ok()?, on: on.parse().ok()? })
    }

    fn holds(self, today: Date) -> bool {
        match self.why {
            Shut::Extended => today <= self.on,
            Shut::Suspended | Shut::Information | Shut::Opinion => true,
        }
    }

    /// The first day on which it no longer keeps the gate shut; nothing while nobody can say.
    fn until(self) -> Option<Date> {
        (self.why == Shut::Extended).then(|| self.on.tomorrow().ok())?
    }
}

/// What is known of the gate beside the law.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    pub shut: Vec<ShutBy>,
    pub is_use_allowed: bool,
    pub crossed_on: Option<Date>,
}

impl Standing {
    /// As it is kept beside the facts of a project.
    pub fn of(facts: &Facts) -> Self {
        let texts = facts.get(SHUT).and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str);
        let mut shut: Vec<ShutBy> = texts.filter_map(ShutBy::parse).collect();
        shut.sort();
        let crossed = facts.get(CROSSED).and_then(Json::as_str);
        Self {
            shut,
            is_use_allowed: facts.get(ALLOWED).and_then(Json::as_bool).unwrap_or_default(),
            crossed_on: crossed.and_then(|day| day.parse().ok()),
        }
    }

    /// Whether people who work with the system may go on until the present consultation ends.
    pub const fn allows_use(&self) -> bool {
        self.is_use_allowed && self.crossed_on.is_none()
    }
}

/// Where the project stands before the gates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gate {
    /// Nothing puts a gate before this project.
    Absent,
    /// There is one, and it is open.
    Open,
    Closed(GateClosed),
    /// It cannot be told whether there is one: the facts that would settle it.
    Undetermined(BTreeSet<String>),
}

/// A gate that is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateClosed {
    /// The rule of the law that a use would break; that of the opinion, where a court alone keeps it shut.
    pub rule: String,
    /// What keeps it shut, the gravest first; never empty.
    pub why: Vec<ShutBy>,
    /// The first day on which it is open; nothing while no date can be worked out.
    pub until: Option<Date>,
    /// As the texts number them: `L2312-14`.
    pub articles: Vec<String>,
}

impl GateClosed {
    pub fn is_shut_by(&self, why: Shut) -> bool {
        self.why.iter().any(|by| by.why == why)
    }

    /// What keeps it shut, as it is kept.
    pub fn texts(&self) -> Vec<String> {
        self.why.iter().map(|by| by.text()).collect()
    }
}

/// Where a reading leaves the project, with what is known beside it.
pub fn gate(pack: &LawPack, reading: &Reading, standing: &Standing) -> Gate {
    let today = reading.as_of;
    let by_law = by_law(pack, reading);
    let shut: Vec<ShutBy> = standing.shut.iter().copied().filter(|by| by.holds(today)).collect();
    if shut.is_empty() {
        return by_law;
    }
    let mut closed = match by_law {
        Gate::Closed(closed) => closed,
        Gate::Absent | Gate::Open | Gate::Undetermined(_) => GateClosed {
            rule: OPINION_FIRST.to_owned(),
            why: Vec::new(),
            until: Some(today),
            articles: Vec::new(),
        },
    };
    let days = shut.iter().map(|by| by.until()).chain([closed.until]);
    closed.until = days.reduce(later).flatten();
    closed.why.extend(shut);
    closed.why.sort();
    Gate::Closed(closed)
}

/// The later of two days; a day that nobody can tell is later than any.
fn later(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    Some(one?.max(other?))
}

/// Where the law alone leaves the project. A closed gate comes before one of which nothing is known.
pub fn by_law(pack: &LawPack, reading: &Reading) -> Gate {
    let applied: Vec<&Applied> = reading.applies.iter().filter(|rule| rule.kind == RuleKind::Gate).collect();
    if let Some(closed) = applied.iter().find_map(|rule| closed(rule, reading.as_of)) {
        return Gate::Closed(closed);
    }
    let is_gate = |rule: &str| pack.rule(rule).is_some_and(|rule| rule.kind == RuleKind::Gate);
    if let Some(doubt) = reading.undetermined.iter().find(|doubt| is_gate(&doubt.rule)) {
        return Gate::Undetermined(doubt.missing.iter().cloned().collect());
    }
    if applied.is_empty() { Gate::Absent } else { Gate::Open }
}

/// A gate opens on the first day that its rule works out; with none, nobody can say when.
fn closed(rule: &Applied, today: Date) -> Option<GateClosed> {
    let opens_on = opens_on(rule);
    if opens_on.is_some_and(|day| day <= today) {
        return None;
    }
    let articles = rule.citations.iter().map(|citation| citation.article.clone()).collect();
    let why = vec![ShutBy { why: Shut::Opinion, on: today }];
    Some(GateClosed { rule: rule.rule.clone(), why, until: opens_on, articles })
}

/// The first day on which the gate of a rule is open.
pub fn opens_on(rule: &Applied) -> Option<Date> {
    rule.dates.iter().find(|date| date.kind == DateKind::From).map(|date| date.nominal)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::json;

    use super::{Shut, ShutBy, Standing, later};

    #[test]
    fn what_keeps_a_gate_shut_is_read_as_it_was_kept_the_gravest_first() {
        let kept = json!({"gate.shut": ["extended 2027-01-15", "suspended 2026-11-02", "colour 2026-11-02"],
                          "gate.allowed": true, "gate.crossed_on": null});
        let standing = Standing::of(&serde_json::from_value(kept).expect("facts"));
        let why: Vec<Shut> = standing.shut.iter().map(|by| by.why).collect();
        assert_eq!(why, [Shut::Suspended, Shut::Extended]);
        assert_eq!(standing.shut[1].text(), "extended 2027-01-15");
        assert!(standing.allows_use());
        assert!(!Standing { crossed_on: Some(date(2026, 12, 1)), ..standing }.allows_use());
    }

    #[test]
    fn more_time_ends_with_its_last_day_and_a_suspension_with_none() {
        let extended = ShutBy { why: Shut::Extended, on: date(2027, 1, 15) };
        assert!(extended.holds(date(2027, 1, 15)) && !extended.holds(date(2027, 1, 16)));
        assert_eq!(extended.until(), Some(date(2027, 1, 16)));
        let suspended = ShutBy { why: Shut::Suspended, on: date(2026, 11, 2) };
        assert!(suspended.holds(date(2036, 11, 2)));
        assert_eq!(later(extended.until(), suspended.until()), None);
        assert_eq!(later(Some(date(2027, 1, 1)), extended.until()), Some(date(2027, 1, 16)));
    }
}
