//! What a case file expects of its reading: the table `[expect]`, and how a reading differs from it.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;
use toml::{Table, Value};

use super::kinds::RuleScope;
use super::reading::Reading;

/// The table `[expect]` of a case. A list that is not there expects nothing of that kind.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Expectation {
    table: Table,
}

/// Where a reading is not what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The list or the fact: `project`, `upcoming`, `cse.level`, a date.
    pub of: String,
    pub expected: String,
    pub found: String,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: expected {}, found {}", self.of, self.expected, self.found)
    }
}

/// How a line of dates begins or goes on, and the rules and dates it writes, in order. `+` is the extended date.
const LINES: [(&str, &[&str]); 14] = [
    ("deemed negative opinion (1 month):", &["cse-deadline-1-month.deemed", "cse-deadline-1-month.deemed+"]),
    (
        "deemed negative opinion (2 months):",
        &["cse-deadline-2-months.deemed", "cse-deadline-2-months.deemed+"],
    ),
    (
        "deemed negative opinion (3 months):",
        &["cse-deadline-3-months.deemed", "cse-deadline-3-months.deemed+"],
    ),
    (
        "deemed negative opinion (agreement):",
        &["cse-deadline-agreement.deemed", "cse-deadline-agreement.deemed+"],
    ),
    ("deemed opinion before suspension", &["cse-deadline-*.deemed_before_suspension"]),
    ("-> deemed opinion:", &["cse-deadline-*.deemed", "cse-deadline-*.deemed+"]),
    ("earliest decision or use", &["no-deployment-before-opinion.earliest_decision"]),
    (
        "agenda sent by",
        &["cse-agenda.agenda_sent", "cse-agenda.agenda_sent_safe", "cse-reasoned-follow-up.minutes_sent"],
    ),
    ("ad hoc powers since", &["cse-powers-50.adhoc_from", "cse-powers-50.recurring_from"]),
    ("expert report:", &["cse-expert-report.expert_report"]),
    ("establishment opinions:", &["cse-establishment-opinion-7-days.establishment_opinion"]),
    (
        "expert: request by",
        &[
            "cse-expert-steps.expert_request",
            "cse-expert-steps.employer_answer",
            "cse-expert-steps.cost_notice",
        ],
    ),
    (
        "employer challenge (necessity, choice): last day",
        &["cse-expert-challenge.challenge_necessity_choice"],
    ),
    (
        "employer challenge (cost, scope, length): last day",
        &["cse-expert-challenge.challenge_cost_scope_length"],
    ),
];

impl Expectation {
    /// The table of a case file; nothing where it has none, or is no TOML.
    pub fn of_case(text: &str) -> Option<Self> {
        let file: Table = text.parse().ok()?;
        file.get("expect")?.as_table().map(|table| Self { table: table.clone() })
    }

    /// Everything in which a reading differs.
    pub fn compare(&self, reading: &Reading) -> Vec<Mismatch> {
        let mut found = self.derived(reading);
        for (list, scope) in [("project", RuleScope::Project), ("base", RuleScope::Base)] {
            let rules = reading.of_scope(scope).map(|applied| applied.rule.clone()).collect();
            found.extend(self.list(list, &rules));
        }
        let conditional = reading.conditional.iter().map(|rule| rule.rule.clone()).collect();
        found.extend(self.list("conditional", &conditional));
        let undetermined = reading.undetermined.iter().map(|rule| rule.rule.clone()).collect();
        found.extend(self.list("undetermined", &undetermined));
        found.extend(self.upcoming(reading));
        found.extend(self.lines().iter().flat_map(|line| compare_line(line, reading).unwrap_or_default()));
        found.extend(self.dates().flat_map(|(name, day)| compare_date(&name, day, reading)));
        found
    }

    /// The lines of dates that a reading cannot confirm: they speak of what is not in the case.
    pub fn not_compared(&self, reading: &Reading) -> Vec<String> {
        self.lines().into_iter().filter(|line| compare_line(line, reading).is_none()).collect()
    }

    fn derived(&self, reading: &Reading) -> Vec<Mismatch> {
        let written = self.table.get("derived").and_then(Value::as_str).unwrap_or_default();
        let pairs = written.split(';').filter_map(|pair| pair.split_once('='));
        let differs = pairs.filter_map(|(name, value)| {
            let (name, value) = (name.trim(), value.trim());
            let found = reading.derived.get(name).map_or("nothing", String::as_str);
            (found != value).then(|| mismatch(name, value, found))
        });
        differs.collect()
    }

    fn list(&self, name: &str, found: &BTreeSet<String>) -> Vec<Mismatch> {
        let expected = self.texts(name);
        let missing = expected.difference(found).map(|rule| mismatch(name, rule, "nothing"));
        let extra = found.difference(&expected).map(|rule| mismatch(name, "nothing", rule));
        missing.chain(extra).collect()
    }

    fn texts(&self, name: &str) -> BTreeSet<String> {
        let list = self.table.get(name).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    fn upcoming(&self, reading: &Reading) -> Vec<Mismatch> {
        let written = self.table.get("upcoming").and_then(Value::as_table).cloned().unwrap_or_default();
        let expected: BTreeSet<String> =
            written.iter().map(|(rule, from)| format!("{rule} from {}", day_of(from))).collect();
        let found: BTreeSet<String> =
            reading.upcoming.iter().map(|rule| format!("{} from {}", rule.rule, rule.from)).collect();
        let missing = expected.difference(&found).map(|rule| mismatch("upcoming", rule, "nothing"));
        let extra = found.difference(&expected).map(|rule| mismatch("upcoming", "nothing", rule));
        missing.chain(extra).collect()
    }

    /// Dates in sentences: a list of texts.
    fn lines(&self) -> Vec<String> {
        let list = self.table.get("dates").and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Dates by name: a table, `"cse-deadline-1-month.deemed+" = 2027-03-01`.
    fn dates(&self) -> impl Iterator<Item = (String, String)> {
        let table = self.table.get("dates").and_then(Value::as_table);
        table.into_iter().flatten().map(|(name, day)| (name.clone(), day_of(day)))
    }
}

fn mismatch(of: &str, expected: &str, found: &str) -> Mismatch {
    Mismatch { of: of.to_owned(), expected: expected.to_owned(), found: found.to_owned() }
}

/// As it is written, without the quotes of a text.
fn day_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The dates of a sentence beside those worked out; nothing for a sentence of another kind.
fn compare_line(line: &str, reading: &Reading) -> Option<Vec<Mismatch>> {
    let (lead, names) = LINES.iter().find(|(lead, _)| line.contains(lead))?;
    let (_, rest) = line.split_once(lead)?;
    let written = days_in(rest);
    // A sentence may leave out the end: no minutes where there was no meeting.
    Some(names.iter().zip(written).flat_map(|(name, day)| compare_date(name, day, reading)).collect())
}

fn compare_date(name: &str, expected: impl Into<String>, reading: &Reading) -> Option<Mismatch> {
    let expected = expected.into();
    let found = worked_out(name, reading).map_or_else(|| "nothing".to_owned(), |day| day.to_string());
    (found != expected).then(|| mismatch(name, &expected, &found))
}

/// A date by its name: `rule.date`, `rule.date+` extended; `*` in the rule stands for any end.
fn worked_out(name: &str, reading: &Reading) -> Option<Date> {
    let (name, extended) = name.strip_suffix('+').map_or((name, false), |name| (name, true));
    let (rule, date) = name.split_once('.')?;
    let is_it = |id: &str| rule.strip_suffix('*').map_or(id == rule, |start| id.starts_with(start));
    let mut dated = reading.applies.iter().filter(|applied| is_it(&applied.rule));
    let found = dated.find_map(|applied| applied.date(date))?;
    Some(if extended { found.extended } else { found.nominal })
}

/// The dates written in a sentence, in order.
fn days_in(sentence: &str) -> Vec<String> {
    let words = sentence.split(|sign: char| !sign.is_ascii_digit() && sign != '-');
    words.filter(|word| word.len() == 10 && word.parse::<Date>().is_ok()).map(str::to_owned).collect()
}
