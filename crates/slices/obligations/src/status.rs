//! Where each obligation stands, in words: what the list, the line of the page and the file all show.

use content::law::{Rule, RuleScope};
use jiff::civil::Date;
use platform::T;
use rules::Truth;

use crate::{
    model::{
        evidence::{Claim, Evidence, Said, State, due, is_due, is_past, state},
        reading::{Reading, pack},
    },
    words,
};

/// What was said of an obligation, as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceLine {
    pub id: String,
    pub claim: Claim,
    pub title: String,
    pub words: String,
    pub by: String,
    /// Why it no longer counts, and who says so.
    pub withdrawn: Option<(String, String)>,
}

/// An obligation and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    pub rule: String,
    pub title: String,
    pub is_base: bool,
    pub state: State,
    pub said: String,
    /// Why, where it does not apply.
    pub reasons: Vec<String>,
    pub lines: Vec<EvidenceLine>,
}

impl State {
    /// The class of its tag.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Met => "ok",
            Self::Late | Self::Contested => "alert",
            Self::Open | Self::NotApplicable => "soft",
        }
    }
}

/// Every obligation that applies, in the order of display: first those of the project.
pub fn statuses(reading: &Reading, evidence: &[Evidence], t: &T, today: Date) -> Vec<Status> {
    let mut found: Vec<Status> = due(reading.law())
        .map(|applied| {
            let of_rule: Vec<&Evidence> = evidence.iter().filter(|said| said.rule == applied.rule).collect();
            let state = state(of_rule.iter().copied(), is_past(applied, today));
            let reasons = of_rule.iter().filter(|_| state == State::NotApplicable);
            Status {
                rule: applied.rule.clone(),
                title: words::title(t, &applied.rule),
                is_base: applied.scope == RuleScope::Base,
                state,
                said: t.say_code("obl-state", state),
                reasons: reasons
                    .filter(|said| said.claim == Claim::NotApplicable)
                    .map(|said| said.words.clone())
                    .collect(),
                lines: of_rule.iter().map(|said| line(t, said)).collect(),
            }
        })
        .collect();
    found.sort_by_key(|status| status.is_base);
    found
}

/// What was said, in words.
pub fn line(t: &T, said: &Evidence) -> EvidenceLine {
    let title = match said.claim {
        Claim::Act => t.two("obl-dated", "label", said.title.clone(), "day", t.day(said.dated_on)),
        Claim::Document => t.with(
            "obl-evidence-kept",
            &[
                ("title", said.title.clone().into()),
                ("place", said.kept_at.clone().into()),
                ("day", t.day(said.dated_on).into()),
            ],
        ),
        Claim::Contested | Claim::NotApplicable => t.say_code("obl-claim", said.claim),
    };
    EvidenceLine {
        id: said.id.to_string(),
        claim: said.claim,
        title,
        words: said.words.clone(),
        by: by(t, &said.added),
        withdrawn: said.withdrawn.as_ref().map(|(why, who)| (why.clone(), by(t, who))),
    }
}

fn by(t: &T, said: &Said) -> String {
    let party = t.say_code("party", said.party);
    t.with(
        "obl-evidence-by",
        &[("name", said.name.clone().into()), ("party", party.into()), ("day", t.day(said.on).into())],
    )
}

/// The obligations that do not apply here, and the condition that does not hold.
pub fn not_applicable(reading: &Reading, t: &T) -> Vec<(String, Vec<String>)> {
    let project = pack().rules().iter().filter(|rule| is_due(rule.kind) && rule.scope == RuleScope::Project);
    project
        .filter(|rule| !is_anywhere(reading, rule))
        .map(|rule| (words::title(t, &rule.id), why_not(reading, t, rule)))
        .collect()
}

fn is_anywhere(reading: &Reading, rule: &Rule) -> bool {
    reading.applied(&rule.id).is_some()
        || reading.upcoming.iter().any(|known| known.rule == rule.id)
        || reading.conditional.iter().any(|known| known.rule == rule.id)
        || reading.undetermined.iter().any(|known| known.rule == rule.id)
}

/// The conditions that do not hold; that the law is over, where all of them do.
fn why_not(reading: &Reading, t: &T, rule: &Rule) -> Vec<String> {
    let explained = pack().explain(&rule.id, reading.case(), reading.as_of);
    let because = explained.map(|explained| explained.because).unwrap_or_default();
    let unmet = because.iter().filter(|trace| trace.holds == Truth::False);
    let labels = unmet.filter_map(|trace| pack().condition_label(&trace.condition));
    let said: Vec<String> =
        labels.map(|label| t.one("obl-not-held", "condition", words::text(t, label))).collect();
    if said.is_empty() { vec![t.say("obl-not-in-force")] } else { said }
}
