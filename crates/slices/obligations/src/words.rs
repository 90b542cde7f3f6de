//! The law's values, dates, articles and changes, in the reader's language.

use content::law::{Citation, DatedDeadline, RuleDate, Text};
use platform::T;
use rules::{Change, Comparison, Need, Period, Unit, Value};

use crate::model::{reading::pack, typography};

/// A text of the pack, as a page prints it.
pub fn text(t: &T, text: &Text) -> String {
    typography::set(text.get(t.locale()), t.locale())
}

/// The title of a rule.
pub fn title(t: &T, rule: &str) -> String {
    pack().rule(rule).map_or_else(|| rule.to_owned(), |rule| text(t, &rule.title))
}

/// What a fact is called, stated or derived.
pub fn fact(t: &T, name: &str) -> String {
    pack().fact_label(name).map_or_else(|| name.to_owned(), |label| text(t, label))
}

/// A fact with its value: « Effectif : 86 ».
pub fn fact_is(t: &T, name: &str, is: &Value) -> String {
    t.two("obl-fact", "fact", fact(t, name), "value", value(t, name, is))
}

/// What a value of this fact is called.
pub fn value(t: &T, name: &str, value: &Value) -> String {
    match value {
        Value::None => t.say("obl-value-none"),
        Value::Bool(true) => t.say("obl-value-yes"),
        Value::Bool(false) => t.say("obl-value-no"),
        Value::Int(number) => t.number(*number),
        Value::Date(day) => t.day(*day),
        Value::Text(known) => code(t, name, known),
        Value::List(codes) if codes.is_empty() => t.say("obl-value-none"),
        Value::List(codes) => codes.iter().map(|known| code(t, name, known)).collect::<Vec<_>>().join(", "),
        Value::Period(length) => period(t, *length),
        Value::Unknown(_) => t.say("obl-value-unknown"),
    }
}

fn code(t: &T, name: &str, code: &str) -> String {
    let label = pack().words().get(name).and_then(|word| word.code_label(code));
    label.map_or_else(|| code.to_owned(), |label| text(t, label))
}

fn period(t: &T, period: Period) -> String {
    let key = match period.unit {
        Unit::Days => "obl-value-days",
        Unit::Months => "obl-value-months",
    };
    t.one(key, "n", period.n)
}

/// An article with the code it stands in: « Code du travail, L2312-14 ».
pub fn article(t: &T, citation: &Citation) -> String {
    let code = pack().code(&citation.code).map_or_else(|| citation.code.clone(), |label| text(t, label));
    t.two("obl-article", "code", code, "article", typography::set(citation.article(t.locale()), t.locale()))
}

/// The same with the version that was read.
pub fn article_and_version(t: &T, citation: &Citation) -> String {
    match &citation.version {
        Some(version) => {
            t.two("obl-article-version", "article", article(t, citation), "version", version.clone())
        }
        None => article(t, citation),
    }
}

/// Where the official text of a version stands, when the version is one of the official database's.
pub fn address(citation: &Citation) -> Option<String> {
    let version = citation.version.as_deref().filter(|version| version.starts_with("LEGIARTI"))?;
    Some(format!("https://www.legifrance.gouv.fr/codes/article_lc/{version}"))
}

/// A date as counted and, where it differs, as extended or as advised.
pub fn day(t: &T, date: &DatedDeadline) -> String {
    let nominal = t.day(date.nominal);
    match date.advised {
        Some(advised) => t.two("obl-day-advised", "day", nominal, "advised", t.day(advised)),
        None if date.extended != date.nominal => {
            t.two("obl-day-extended", "day", nominal, "extended", t.day(date.extended))
        }
        None => nominal,
    }
}

/// The label of a rule's date, without the colon that a page adds.
pub fn date_label(t: &T, date: Option<&RuleDate>) -> String {
    date.map_or_else(String::new, |date| text(t, &date.label))
}

/// A way out: « Effectif : moins de 50 (aujourd’hui : 86) », joined by « et » where several things go together.
pub fn way_out(t: &T, way: &[Change]) -> String {
    let and = t.say("obl-change-and");
    way.iter().map(|each| change(t, each)).collect::<Vec<_>>().join(&and)
}

fn change(t: &T, change: &Change) -> String {
    let name = change.fact.as_str();
    let wanted = match &change.need {
        Need::Differ => t.say("obl-change-differ"),
        Need::Be { sign, value: than } => compared(t, name, *sign, than),
    };
    t.with(
        "obl-change",
        &[
            ("fact", fact(t, name).into()),
            ("wanted", wanted.into()),
            ("now", value(t, name, &change.now).into()),
        ],
    )
}

fn compared(t: &T, name: &str, sign: Comparison, than: &Value) -> String {
    let key = match (sign, than) {
        (Comparison::Equal, Value::None) => return t.say("obl-value-none"),
        (Comparison::Different, Value::None) => return t.say("obl-change-some"),
        (Comparison::Equal, _) => return value(t, name, than),
        (Comparison::Different, _) => "obl-change-other",
        (Comparison::Less, Value::Date(_)) => "obl-change-before",
        (Comparison::AtMost, Value::Date(_)) => "obl-change-by",
        (Comparison::More, Value::Date(_)) => "obl-change-after",
        (Comparison::AtLeast, Value::Date(_)) => "obl-change-from",
        (Comparison::Less, _) => "obl-change-less",
        (Comparison::AtMost, _) => "obl-change-at-most",
        (Comparison::More, _) => "obl-change-more",
        (Comparison::AtLeast, _) => "obl-change-at-least",
        (Comparison::In, _) => "obl-change-in",
        (Comparison::NotIn, _) => "obl-change-not-in",
    };
    t.one(key, "value", value(t, name, than))
}
