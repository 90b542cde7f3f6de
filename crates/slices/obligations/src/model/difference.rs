//! What changes between two readings: rules that come, go, and dates that move.

use content::law::{Applied, DatedDeadline};

use super::reading::Reading;

/// A date of a rule that both readings have: what it was, and what it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedDate {
    pub rule: String,
    pub name: String,
    pub was: Option<DatedDeadline>,
    pub is: Option<DatedDeadline>,
}

/// What a second reading says otherwise, each list in the order of display.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    pub appears: Vec<String>,
    pub disappears: Vec<String>,
    pub moves: Vec<MovedDate>,
    /// Rules that could not be told, and now can.
    pub settled: Vec<String>,
    /// Rules that could be told, and no longer can.
    pub doubtful: Vec<String>,
}

impl Difference {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Compares two readings.
pub fn difference(before: &Reading, after: &Reading) -> Difference {
    Difference {
        appears: only_in(after, before),
        disappears: only_in(before, after),
        moves: moves(before, after),
        settled: doubts_only_in(before, after),
        doubtful: doubts_only_in(after, before),
    }
}

fn only_in(one: &Reading, other: &Reading) -> Vec<String> {
    let new = one.applies.iter().filter(|applied| other.applied(&applied.rule).is_none());
    new.map(|applied| applied.rule.clone()).collect()
}

fn doubts_only_in(one: &Reading, other: &Reading) -> Vec<String> {
    let is_in = |rule: &str| other.undetermined.iter().any(|doubt| doubt.rule == rule);
    one.undetermined.iter().filter(|doubt| !is_in(&doubt.rule)).map(|doubt| doubt.rule.clone()).collect()
}

fn moves(before: &Reading, after: &Reading) -> Vec<MovedDate> {
    let both = after.applies.iter().filter_map(|is| Some((before.applied(&is.rule)?, is)));
    both.flat_map(|(was, is)| of_rule(was, is)).collect()
}

fn of_rule(was: &Applied, is: &Applied) -> Vec<MovedDate> {
    let mut names: Vec<&str> = was.dates.iter().chain(&is.dates).map(|date| date.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let moved = names.into_iter().filter(|name| was.date(name) != is.date(name));
    moved
        .map(|name| MovedDate {
            rule: is.rule.clone(),
            name: name.to_owned(),
            was: was.date(name).cloned(),
            is: is.date(name).cloned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::json;

    use super::difference;
    use crate::model::{case::from_facts, gate::Standing, reading::Reading};

    fn read(more: &[(&str, &str)]) -> Reading {
        let mut facts = registry::Facts::from([
            ("org.sector".to_owned(), json!("company")),
            ("org.headcount".to_owned(), json!(86)),
            ("org.cse".to_owned(), json!("elected")),
            ("org.threshold11_met".to_owned(), json!(true)),
            ("org.reached50_on".to_owned(), json!("2015-12-31")),
            ("system.new_technology".to_owned(), json!(true)),
            ("project.info_on".to_owned(), json!("2026-11-30")),
        ]);
        facts.extend(more.iter().map(|(name, value)| ((*name).to_owned(), json!(value))));
        Reading::of(from_facts(&facts).0, Standing::default(), date(2026, 12, 2))
    }

    #[test]
    fn the_same_facts_differ_in_nothing() {
        assert!(difference(&read(&[]), &read(&[])).is_empty());
    }

    #[test]
    fn an_expert_brings_his_steps_lengthens_the_limit_and_moves_the_gate() {
        let told = difference(&read(&[]), &read(&[("project.expert_voted_on", "2026-12-09")]));
        assert!(told.appears.contains(&"cse-deadline-2-months".to_owned()), "{told:?}");
        assert!(told.disappears.contains(&"cse-deadline-1-month".to_owned()), "{told:?}");
        let gate =
            told.moves.iter().find(|moved| moved.rule == "no-deployment-before-opinion").expect("moves");
        assert!(gate.is.as_ref().map(|date| date.nominal) > gate.was.as_ref().map(|date| date.nominal));
    }
}
