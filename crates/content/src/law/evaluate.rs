//! A pack read on a case.

use std::collections::BTreeSet;

use calendar::{Holidays, Limit, previous_working_day};
use jiff::civil::Date;
use rules::{
    Change, Changes, ConditionTrace, Derived, Expression, Facts, Traces, Trigger, Truth, Value, Verdict,
};

use super::case::{CaseFacts, OnDay};
use super::kinds::DateKind;
use super::pack::{LawPack, Rule, RuleDate};
use super::reading::{Applied, Conditional, DatedDeadline, OpenDate, Reading, Undetermined, Upcoming};

/// The fact on which it depends which holidays count.
const LOCAL: &str = "org.alsace_moselle";

/// What a rule says of a case, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    pub outcome: Outcome,
    pub because: Vec<ConditionTrace>,
    /// Its dates; empty when it does not apply.
    pub dates: Vec<DatedDeadline>,
    /// The ways in which it would cease to apply; empty when it does not.
    pub what_would_change: Vec<Vec<Change>>,
}

/// Where a rule stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Applies,
    Upcoming(Date),
    /// Waits for something that has not happened: a code of [`LawPack::pending`].
    Conditional(String),
    Undetermined(BTreeSet<String>),
    DoesNotApply,
}

/// A case on a day, with what is derived from it, in a place.
struct Ground<'a> {
    facts: Derived<'a>,
    as_of: Date,
    holidays: Holidays,
}

impl LawPack {
    /// Reads the whole pack on a case, as the law stands on a day.
    pub fn evaluate(&self, case: &CaseFacts, as_of: Date) -> Reading {
        if !case.stated(LOCAL).is_some_and(Value::is_unknown) {
            return self.evaluate_in_place(case, as_of);
        }
        // Where nobody knows which holidays count, what they change is not known either.
        let [there, elsewhere] = [true, false].map(|is_there| {
            let mut case = case.clone();
            case.state_unchecked(LOCAL, Value::Bool(is_there));
            self.evaluate_in_place(&case, as_of)
        });
        let mut reading = unsettled(there, &elsewhere, LOCAL);
        reading.ask_first_what_settles_most();
        reading
    }

    fn evaluate_in_place(&self, case: &CaseFacts, as_of: Date) -> Reading {
        let on_day = OnDay { case, as_of, words: &self.words };
        let ground = self.ground(&on_day);
        let mut reading = self.blank(&ground);
        let mut in_order: Vec<&Rule> = self.rules.iter().collect();
        in_order.sort_by_key(|rule| rule.kind.rank());
        let (traces, changes) = (Traces::default(), Changes::new(&ground.facts));
        for rule in in_order {
            if let Some(verdict) = rule.trigger.evaluate_with(&ground.facts, &traces) {
                sort_into(&mut reading, rule, &ground, verdict, &changes);
            }
        }
        reading.ask_first_what_settles_most();
        reading
    }

    /// Where one rule stands, and why, whether it applies or not.
    pub fn explain(&self, rule: &str, case: &CaseFacts, as_of: Date) -> Option<Explanation> {
        let rule = self.rule(rule)?;
        let on_day = OnDay { case, as_of, words: &self.words };
        let ground = self.ground(&on_day);
        let (outcome, because) = ground.judge(rule, rule.trigger.evaluate(&ground.facts));
        let (dates, what_would_change) = match outcome {
            Outcome::DoesNotApply | Outcome::Undetermined(_) => (Vec::new(), Vec::new()),
            _ => (ground.dates(rule).0, rule.trigger.what_would_change(&ground.facts)),
        };
        Some(Explanation { outcome, because, dates, what_would_change })
    }

    /// Whether conditions hold of a case.
    pub(super) fn verdict(&self, trigger: &Trigger, on_day: &OnDay) -> Verdict {
        trigger.evaluate(&self.ground(on_day).facts)
    }

    fn ground<'a>(&'a self, on_day: &'a OnDay) -> Ground<'a> {
        let local = on_day.value(LOCAL) == Value::Bool(true);
        let holidays = if local { Holidays::AlsaceMoselle } else { Holidays::National };
        Ground { facts: self.definitions.evaluate(on_day, holidays), as_of: on_day.as_of, holidays }
    }

    fn blank(&self, ground: &Ground) -> Reading {
        let shown = self.derived.iter().filter(|word| word.shown);
        Reading {
            as_of: ground.as_of,
            edition: self.edition.clone(),
            derived: shown
                .map(|word| (word.name.clone(), ground.facts.value(&word.name).to_string()))
                .collect(),
            applies: Vec::new(),
            upcoming: Vec::new(),
            conditional: Vec::new(),
            undetermined: Vec::new(),
        }
    }
}

fn sort_into(reading: &mut Reading, rule: &Rule, ground: &Ground, verdict: Verdict, changes: &Changes) {
    let (outcome, because) = ground.judge(rule, verdict);
    let id = rule.id.clone();
    match outcome {
        Outcome::Applies => reading.applies.push(ground.applied(rule, because, changes)),
        Outcome::Upcoming(from) => reading.upcoming.push(Upcoming { rule: id, from, because }),
        Outcome::Conditional(on) => reading.conditional.push(Conditional { rule: id, on, because }),
        Outcome::Undetermined(missing) => {
            let missing = missing.into_iter().collect();
            reading.undetermined.push(Undetermined { rule: id, missing, because });
        }
        Outcome::DoesNotApply => {}
    }
}

/// How a day of the case compares with a bound of the rule.
enum Bound {
    /// There is no such bound.
    Open,
    Day(Date),
    Unknown(BTreeSet<String>),
}

impl Ground<'_> {
    fn judge(&self, rule: &Rule, verdict: Verdict) -> (Outcome, Vec<ConditionTrace>) {
        let outcome = match verdict.truth {
            Truth::False => Outcome::DoesNotApply,
            Truth::Unknown => Outcome::Undetermined(verdict.missing),
            Truth::True => self.in_time(rule),
        };
        (outcome, verdict.because)
    }

    /// Where a rule whose conditions hold stands in time.
    fn in_time(&self, rule: &Rule) -> Outcome {
        if let Some(on) = &rule.pending {
            return Outcome::Conditional(on.clone());
        }
        match self.bound(rule.effective_until.as_ref()) {
            Bound::Day(until) if until <= self.as_of => return Outcome::DoesNotApply,
            Bound::Unknown(missing) => return Outcome::Undetermined(missing),
            Bound::Day(_) | Bound::Open => {}
        }
        match self.bound(rule.effective_from.as_ref()) {
            Bound::Day(from) if from > self.as_of => Outcome::Upcoming(from),
            Bound::Unknown(missing) => Outcome::Undetermined(missing),
            Bound::Day(_) | Bound::Open => Outcome::Applies,
        }
    }

    fn bound(&self, expression: Option<&Expression>) -> Bound {
        let Some(expression) = expression else { return Bound::Open };
        match expression.evaluate(&self.facts, self.holidays) {
            Value::Date(day) => Bound::Day(day),
            Value::Unknown(doubt) => {
                let days: Option<Vec<Date>> = doubt.among.iter().map(Value::as_date).collect();
                // Whichever day it is, it is past: that much is certain.
                match days.as_deref().and_then(|days| days.iter().max()) {
                    Some(latest) if *latest <= self.as_of => Bound::Day(*latest),
                    _ => Bound::Unknown(doubt.missing),
                }
            }
            _ => Bound::Open,
        }
    }

    fn applied(&self, rule: &Rule, because: Vec<ConditionTrace>, changes: &Changes) -> Applied {
        let (dates, open_dates) = self.dates(rule);
        Applied {
            rule: rule.id.clone(),
            kind: rule.kind,
            scope: rule.scope,
            dates,
            because,
            citations: rule.citations.clone(),
            open_dates,
            what_would_change: rule.trigger.what_would_change_with(changes),
        }
    }

    /// The dates of a rule that can be worked out, and those that cannot yet. What did not happen gives neither.
    fn dates(&self, rule: &Rule) -> (Vec<DatedDeadline>, Vec<OpenDate>) {
        let (mut dates, mut open) = (Vec::new(), Vec::new());
        for date in &rule.dates {
            match date.expression.evaluate(&self.facts, self.holidays) {
                Value::Date(day) => dates.push(self.dated(date, day)),
                Value::Unknown(doubt) => {
                    open.push(OpenDate { name: date.name.clone(), missing: doubt.missing })
                }
                _ => {}
            }
        }
        (dates, open)
    }

    fn dated(&self, date: &RuleDate, nominal: Date) -> DatedDeadline {
        let extended = match date.kind {
            DateKind::Limit => Limit::ending(nominal, self.holidays).extended,
            _ => nominal,
        };
        let before = previous_working_day(nominal, self.holidays);
        let advised = (date.kind == DateKind::Backward && before != nominal).then_some(before);
        DatedDeadline { name: date.name.clone(), kind: date.kind, nominal, extended, advised }
    }
}

/// What two readings agree on; where a fact sets them apart, it is what is missing.
fn unsettled(mut one: Reading, other: &Reading, fact: &str) -> Reading {
    for (name, value) in &mut one.derived {
        if other.derived.get(name) != Some(value) {
            "unknown".clone_into(value);
        }
    }
    let (same, apart): (Vec<Applied>, Vec<Applied>) =
        std::mem::take(&mut one.applies).into_iter().partition(|rule| other.applied(&rule.rule).is_some());
    let only_there = other.applies.iter().filter(|rule| same.iter().all(|kept| kept.rule != rule.rule));
    let asked = |rule: &Applied| Undetermined {
        rule: rule.rule.clone(),
        missing: vec![fact.to_owned()],
        because: rule.because.clone(),
    };
    let doubts: Vec<Undetermined> = apart.iter().chain(only_there).map(asked).collect();
    let known: BTreeSet<String> = doubts.iter().map(|doubt| doubt.rule.clone()).collect();
    one.undetermined.retain(|doubt| !known.contains(&doubt.rule));
    one.undetermined.extend(doubts);
    one.applies = same;
    for rule in &mut one.applies {
        let elsewhere = other.applied(&rule.rule);
        let moved = |date: &DatedDeadline| elsewhere.and_then(|rule| rule.date(&date.name)) != Some(date);
        let (open, dates): (Vec<_>, Vec<_>) = std::mem::take(&mut rule.dates).into_iter().partition(moved);
        rule.dates = dates;
        let missing = BTreeSet::from([fact.to_owned()]);
        rule.open_dates
            .extend(open.into_iter().map(|date| OpenDate { name: date.name, missing: missing.clone() }));
    }
    one
}
