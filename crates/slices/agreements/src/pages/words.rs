//! An article in sentences: what its trigger says, who stands where, what it answers.

use findings::Finding;
use jiff::civil::Date;
use kernel::{Party, Sphere};
use platform::T;
use spaces::Space;

use crate::model::{
    clause::{Clause, ClauseState, Terms},
    position::{Position, PositionKind},
};

/// A value and its unit as the language writes them: « 15 % », « 15 commandes ».
pub fn quantity(t: &T, value: i64, unit: &str) -> String {
    let number = t.number(value);
    match unit {
        "" => number,
        "%" => t.one("quantity-percent", "value", number),
        unit => t.two("quantity-unit", "value", number, "unit", unit),
    }
}

/// Paragraphs of a text that somebody typed.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The class that gives a sphere its colour; the word always stands beside it.
pub const fn tone(sphere: Sphere) -> &'static str {
    match sphere {
        Sphere::Social => "s",
        Sphere::Professional => "p",
        Sphere::Technical => "t",
    }
}

/// What an article commits to, as label and sentence.
pub fn terms(t: &T, terms: &Terms, spaces: &[Space]) -> Vec<(String, String)> {
    let space =
        spaces.iter().find(|space| space.id == terms.trigger_space).map_or("", |space| space.name.as_str());
    let threshold = quantity(t, terms.threshold, &terms.unit);
    let trigger = t.with(
        if terms.direction == crate::api::Direction::Above {
            "clause-trigger-above"
        } else {
            "clause-trigger-below"
        },
        &[
            ("indicator", terms.indicator.as_str().into()),
            ("threshold", threshold.into()),
            ("space", space.into()),
        ],
    );
    let owner =
        t.two("clause-owner-line", "name", &terms.owner, "party", t.say_code("party", terms.owner_party));
    let [short, medium, long] = [terms.short_on, terms.medium_on, terms.long_on].map(|date| t.day(date));
    let reviews = t.with(
        "clause-reviews-line",
        &[("short", short.into()), ("medium", medium.into()), ("long", long.into())],
    );
    vec![
        (t.say("clause-what"), terms.what.clone()),
        (t.say("clause-owner"), owner),
        (t.say("clause-due"), t.day(terms.due_on)),
        (t.say("clause-trigger"), trigger),
        (t.say("clause-reviews"), reviews),
    ]
}

/// Where a party stands on the version in force.
pub struct Stand {
    pub party: String,
    pub class: &'static str,
    pub state: String,
    /// Who said it and when; empty for a party that has not spoken.
    pub by: String,
    pub reason: String,
}

/// Every party that is needed or has spoken, in the order in which parties are named.
pub fn stands(t: &T, clause: &Clause, needed: &[Party]) -> Vec<Stand> {
    let concerned = |party: &&Party| needed.contains(party) || clause.position_of(**party).is_some();
    Party::ALL.iter().filter(concerned).map(|party| stand(t, *party, clause.position_of(*party))).collect()
}

fn stand(t: &T, party: Party, position: Option<&Position>) -> Stand {
    let name = t.say_code("party", party);
    match position {
        None => Stand {
            party: name,
            class: "soft",
            state: t.say("position-silent"),
            by: String::new(),
            reason: String::new(),
        },
        Some(position) => Stand {
            party: name,
            class: if position.kind == PositionKind::Consent { "ok" } else { "alert" },
            state: t.say_code("position", position.kind),
            by: by(t, &position.by_name, position.on),
            reason: position.reason.clone(),
        },
    }
}

/// « Samira Benali, le 23 novembre 2026 ».
pub fn by(t: &T, name: &str, on: Date) -> String {
    t.two("clause-by", "name", name, "day", t.day(on))
}

/// What is still missing before the article is adopted, in one sentence per cause.
pub fn missing(t: &T, clause: &Clause, needed: &[Party], seated: &[Party]) -> Vec<String> {
    let standing = crate::model::adoption::standing(needed, &clause.positions);
    let objections = standing.objecting.iter().map(|party| ("clause-missing-objection", *party));
    let silent = standing.silent.iter().map(|party| {
        (if seated.contains(party) { "clause-missing-silent" } else { "clause-missing-absent" }, *party)
    });
    objections.chain(silent).map(|(key, party)| t.one(key, "party", t.say_code("party", party))).collect()
}

/// The state of an article as a tag.
pub fn state(t: &T, clause: &Clause) -> (&'static str, String) {
    match clause.state {
        ClauseState::Proposed => ("soft", t.say("clause-state-proposed")),
        ClauseState::Withdrawn => ("soft", t.say("clause-state-withdrawn")),
        ClauseState::Adopted => {
            let on = clause.settled_on.map(|on| t.day(on)).unwrap_or_default();
            ("ok", t.one("clause-adopted-on", "day", on))
        }
    }
}

/// The finding that an article answers, beside it.
pub struct Answered {
    pub href: String,
    pub class: &'static str,
    pub sphere: String,
    pub kind: String,
    pub text: Vec<String>,
    /// Where it comes from, and when it was said.
    pub source: String,
    pub responses: Vec<(String, Vec<String>)>,
}

/// The finding, in the words of those who recorded and answered it.
pub fn answered(t: &T, finding: &Finding, href: String) -> Answered {
    let day = t.day(finding.recorded_on);
    let source = if finding.origin.is_empty() {
        t.one("clause-finding-said", "day", day)
    } else {
        t.two("clause-finding-source", "origin", &finding.origin, "day", day)
    };
    let responses = finding
        .responses
        .iter()
        .map(|response| {
            let who = t.two(
                "clause-finding-answer",
                "party",
                t.say_code("party", response.party),
                "day",
                t.day(response.on),
            );
            (who, paragraphs(&response.text))
        })
        .collect();
    Answered {
        href,
        class: tone(finding.sphere),
        sphere: t.say_code("sphere", finding.sphere),
        kind: t.say_code("finding-kind", finding.kind),
        text: paragraphs(&finding.text),
        source,
        responses,
    }
}
