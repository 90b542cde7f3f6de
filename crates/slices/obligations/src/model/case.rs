//! Stored facts as the law reads them.

use content::law::{CaseFacts, FactWord, NotAFact, words};
use jiff::civil::Date;
use kernel::Stage;
use registry::{Facts, Organisation, OrganisationKind, Project};
use rules::{Kind, Period, Unit, Value};
use serde_json::Value as Json;

use super::gate::BESIDE;

/// How a fact that is not known is stored.
pub const UNKNOWN: &str = "unknown";

/// The facts of a project and of its organisation, and those that cannot be read.
///
/// What a project says of its employer stands over what the organisation says: it was learnt later. What the structure of the
/// organisation says, no project says: see [`registry::structure::employer`].
pub fn case_of(organisation: &Organisation, project: &Project) -> (CaseFacts, Vec<NotAFact>) {
    from_facts(&merged(organisation, project))
}

/// The same, as stored facts.
pub fn merged(organisation: &Organisation, project: &Project) -> Facts {
    let mut facts = organisation.facts.clone();
    facts.entry("org.sector".to_owned()).or_insert_with(|| sector(organisation.kind).into());
    let counted = organisation.headcount.map(|headcount| Json::from(headcount.get()));
    match counted {
        Some(headcount) => drop(facts.insert("org.headcount".to_owned(), headcount)),
        None => drop(facts.entry("org.headcount".to_owned()).or_insert_with(|| UNKNOWN.into())),
    }
    facts.extend(project.facts.clone());
    if project.facts.get("project.stage").and_then(Json::as_str) != Some(UNKNOWN) {
        facts.insert("project.stage".to_owned(), stage_code(project.stage).into());
    }
    facts
}

/// The kind of employer as the law names it: of a network, it is not known.
const fn sector(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Network => UNKNOWN,
        known => known.code(),
    }
}

/// The stage as the law names it. A withdrawal changes work again: the law sees a modification.
pub const fn stage_code(stage: Stage) -> &'static str {
    match stage {
        Stage::Idea | Stage::Design => "idea",
        Stage::Pilot => "pilot",
        Stage::Deployment => "deployment",
        Stage::Use => "in_use",
        Stage::Withdrawal => "modification",
    }
}

/// Reads stored facts. A fact whose value cannot be read counts as unknown, never as "no"; a name that is none of the
/// law's is left out. Both are given back, for the log.
pub fn from_facts(facts: &Facts) -> (CaseFacts, Vec<NotAFact>) {
    let mut case = CaseFacts::new();
    let mut faults = Vec::new();
    let of_the_law = |name: &str| !name.starts_with(BESIDE);
    for (name, json) in facts.iter().filter(|(name, json)| of_the_law(name) && !json.is_null()) {
        if let Err(fault) = state(&mut case, name, json) {
            // A name that is not known cannot be unknown either.
            let _ = case.set_unknown(name);
            faults.push(fault);
        }
    }
    (case, faults)
}

fn state(case: &mut CaseFacts, name: &str, json: &Json) -> Result<(), NotAFact> {
    let word = words().get(name).ok_or_else(|| NotAFact::UnknownName(name.to_owned()))?;
    let value = value(word, json).ok_or_else(|| NotAFact::WrongKind {
        name: name.to_owned(),
        expected: word.kind.to_string(),
        given: json.to_string(),
    })?;
    case.set(name, value).map(drop)
}

/// A stored fact as the value it stands for; nothing when it cannot be one.
fn value(word: &FactWord, json: &Json) -> Option<Value> {
    match json {
        Json::String(text) if text == UNKNOWN => Some(Value::unknown(&word.name)),
        Json::String(text) => from_text(&word.kind, text),
        Json::Bool(holds) => Some(Value::Bool(*holds)),
        Json::Number(number) => number.as_i64().map(Value::Int),
        Json::Array(codes) => {
            codes.iter().map(|code| code.as_str().map(str::to_owned)).collect::<Option<_>>().map(Value::List)
        }
        Json::Null | Json::Object(_) => None,
    }
}

fn from_text(kind: &Kind, text: &str) -> Option<Value> {
    match kind {
        Kind::Date => text.parse::<Date>().ok().map(Value::Date),
        Kind::Period => period(text),
        _ => Some(Value::text(text)),
    }
}

/// A length of time: `42 days`, `2 months`.
pub fn period(text: &str) -> Option<Value> {
    let (count, unit) = text.split_once(' ')?;
    let unit = match unit {
        "days" => Unit::Days,
        "months" => Unit::Months,
        _ => return None,
    };
    Some(Value::Period(Period { n: count.parse().ok()?, unit }))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rules::Value;
    use serde_json::json;

    use super::from_facts;

    fn facts(pairs: &[(&str, serde_json::Value)]) -> registry::Facts {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
    }

    #[test]
    fn stored_facts_are_read_with_their_kinds() {
        let stored = facts(&[
            ("org.headcount", json!(86)),
            ("org.cse", json!("elected")),
            ("project.info_on", json!("2026-11-30")),
            ("data.cnil_list", json!(["hr_profiling"])),
            ("org.agreement_deadline", json!("42 days")),
            ("system.is_ai", json!("unknown")),
            ("project.opinion_on", json!(null)),
        ]);
        let (case, faults) = from_facts(&stored);
        assert_eq!(faults, []);
        assert_eq!(case.stated("org.headcount"), Some(&Value::Int(86)));
        assert_eq!(case.stated("project.info_on"), Some(&Value::Date(date(2026, 11, 30))));
        assert_eq!(case.stated("data.cnil_list"), Some(&Value::List(vec!["hr_profiling".into()])));
        assert!(case.stated("org.agreement_deadline").is_some());
        assert!(case.stated("system.is_ai").is_some_and(Value::is_unknown));
        assert_eq!(case.stated("project.opinion_on"), None);
    }

    #[test]
    fn a_fact_that_cannot_be_read_is_unknown_and_not_no() {
        let stored = facts(&[("system.is_ai", json!("perhaps")), ("system.colour", json!("blue"))]);
        let (case, faults) = from_facts(&stored);
        assert_eq!(faults.len(), 2);
        assert!(case.stated("system.is_ai").is_some_and(Value::is_unknown));
        assert_eq!(case.stated("system.colour"), None);
    }
}
