//! Each rule alone: `cases/each-rule.toml` says where a rule applies, and which changes are each enough for it not to.

use jiff::civil::{Date, date};
use serde::Deserialize;
use toml::Table;

use super::case::CaseFacts;
use super::evaluate::Outcome;
use super::pack::LawPack;

/// The day of a check that names none.
const USUAL_DAY: Date = date(2026, 11, 22);

#[derive(Debug, Deserialize)]
struct ChecksFile {
    check: Vec<RawCheck>,
}

#[derive(Debug, Deserialize)]
struct RawCheck {
    rule: String,
    on: Option<toml::value::Datetime>,
    applies: Table,
    #[serde(default)]
    not_if: Vec<Table>,
}

/// What the checks of a rule showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub rule: String,
    /// How many checks it applies in, and how many changes end it.
    pub applies: usize,
    pub does_not: usize,
    pub faults: Vec<String>,
}

/// Runs every check. Errors: a file that is no list of checks.
pub(super) fn run(pack: &LawPack, text: &str) -> Result<Vec<Shown>, String> {
    let file: ChecksFile = toml::from_str(text).map_err(|error| error.message().to_owned())?;
    Ok(file.check.iter().map(|check| one(pack, check)).collect())
}

fn one(pack: &LawPack, check: &RawCheck) -> Shown {
    let mut shown = Shown { rule: check.rule.clone(), applies: 0, does_not: 0, faults: Vec::new() };
    match outcome(pack, check, None) {
        Ok(Outcome::Applies | Outcome::Conditional(_) | Outcome::Upcoming(_)) => shown.applies += 1,
        Ok(other) => shown.faults.push(format!("it should apply, and is {other:?}")),
        Err(fault) => shown.faults.push(fault),
    }
    for change in &check.not_if {
        match outcome(pack, check, Some(change)) {
            Ok(Outcome::DoesNotApply) => shown.does_not += 1,
            Ok(other) => shown.faults.push(format!("with {change}it should not apply, and is {other:?}")),
            Err(fault) => shown.faults.push(fault),
        }
    }
    shown
}

fn outcome(pack: &LawPack, check: &RawCheck, change: Option<&Table>) -> Result<Outcome, String> {
    let mut facts = check.applies.clone();
    for (family, changed) in change.into_iter().flatten() {
        let family = facts.entry(family).or_insert_with(|| toml::Value::Table(Table::new()));
        if let (Some(family), Some(changed)) = (family.as_table_mut(), changed.as_table()) {
            family.extend(changed.clone());
        }
    }
    let case = CaseFacts::from_toml("cases/each-rule.toml", facts.to_string().as_bytes())
        .map_err(|faults| faults.iter().map(|fault| fault.message.clone()).collect::<Vec<_>>().join("; "))?;
    let on = check.on.as_ref().and_then(|day| day.to_string().parse().ok()).unwrap_or(USUAL_DAY);
    let explained = pack.explain(&check.rule, &case, on).ok_or_else(|| "no rule has this id".to_owned())?;
    Ok(explained.outcome)
}
