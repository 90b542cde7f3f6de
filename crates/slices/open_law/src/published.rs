//! The rule base in force, for other programs: its edition, its words, and each rule with its texts and citations.

use std::sync::LazyLock;

use axum::response::Response;
use content::law::{FactWord, LawPack, Rule, RuleDate, Text, in_force};
use kernel::Locale;
use rules::Kind;
use serde_json::{Value as Json, json};

use crate::evaluate;

/// Written once: a rule base does not change while the program runs.
static WRITTEN: LazyLock<Vec<u8>> =
    LazyLock::new(|| serde_json::to_vec(&pack(in_force())).unwrap_or_default());

pub async fn show() -> Response {
    evaluate::json(WRITTEN.clone())
}

fn pack(pack: &LawPack) -> Json {
    let both_of = |name: &String, text: Option<&Text>| (name.clone(), text.map_or(Json::Null, both));
    let codes = pack.rules().iter().flat_map(|rule| rule.citations.iter().map(|citation| &citation.code));
    let codes: serde_json::Map<String, Json> = codes.map(|code| both_of(code, pack.code(code))).collect();
    let degrees = pack.rules().iter().flat_map(|rule| &rule.confidence);
    let confidence: serde_json::Map<String, Json> =
        degrees.map(|code| both_of(code, pack.confidence(code))).collect();
    let conditions = pack.rules().iter().flat_map(|rule| rule.trigger.conditions()).map(|condition| {
        let label = pack.condition_label(&condition.name).map_or(Json::Null, both);
        let holds = condition.expression.source();
        (condition.name.clone(), json!({ "label": label, "expression": holds }))
    });
    let conditions: serde_json::Map<String, Json> = conditions.collect();
    let awaited = pack.rules().iter().filter_map(|rule| rule.pending.as_ref());
    let pending: serde_json::Map<String, Json> = awaited
        .filter_map(|code| {
            let on = pack.pending(code)?;
            Some((code.clone(), json!({ "text": both(&on.text), "due": on.due })))
        })
        .collect();
    json!({
        "id": pack.id,
        "edition": pack.edition,
        "country": pack.country,
        "extracted_on": pack.extracted_on,
        "wording": pack.wording,
        "notice": both(&pack.notice),
        "limits": pack.limits.iter().map(both).collect::<Vec<_>>(),
        "families": pack.families.iter().map(|f| json!({ "id": f.id, "title": both(&f.title) })).collect::<Vec<_>>(),
        "codes": codes,
        "confidence": confidence,
        "pending": pending,
        "facts": pack.words().iter().map(fact).collect::<Vec<_>>(),
        "conditions": conditions,
        "rules": pack.rules().iter().map(rule).collect::<Vec<_>>(),
    })
}

fn both(text: &Text) -> Json {
    json!({ "fr": text.get(Locale::Fr), "en": text.get(Locale::En) })
}

fn maybe(text: Option<&Text>) -> Json {
    text.map_or(Json::Null, both)
}

/// What a fact may be, in one word.
pub fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Bool => "bool",
        Kind::Int => "number",
        Kind::Date => "date",
        Kind::Text(_) | Kind::Nothing => "code",
        Kind::List(_) => "list",
        Kind::Period => "period",
    }
}

fn fact(word: &FactWord) -> Json {
    let codes: Vec<Json> =
        word.codes.iter().map(|(code, label)| json!({ "code": code, "label": both(label) })).collect();
    json!({
        "name": word.name,
        "kind": kind(&word.kind),
        "label": both(&word.label),
        "help": maybe(word.help.as_ref()),
        "codes": codes,
    })
}

fn rule(rule: &Rule) -> Json {
    let conditions: Vec<&str> = rule.trigger.conditions().iter().map(|c| c.name.as_str()).collect();
    json!({
        "id": rule.id,
        "family": rule.family,
        "kind": rule.kind,
        "scope": rule.scope,
        "title": both(&rule.title),
        "who_what": both(&rule.who_what),
        "deadline": both(&rule.deadline),
        "if_not_done": maybe(rule.if_not_done.as_ref()),
        "remarks": maybe(rule.remarks.as_ref()),
        "in_force": maybe(rule.in_force.as_ref()),
        "confidence": rule.confidence,
        "citations": rule.citations,
        "conditions": conditions,
        "dates": rule.dates.iter().map(date).collect::<Vec<_>>(),
        "effective_from": rule.effective_from.as_ref().map(|day| day.source()),
        "effective_until": rule.effective_until.as_ref().map(|day| day.source()),
        "pending": rule.pending,
    })
}

fn date(date: &RuleDate) -> Json {
    let expression = date.expression.source();
    json!({ "name": date.name, "kind": date.kind, "label": both(&date.label), "expression": expression })
}
