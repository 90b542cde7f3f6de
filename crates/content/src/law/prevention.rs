//! What a project may add to the risk document: lines to examine by the rules that apply, scales, forms of the actions.
//!
//! Which rule proposes what is data, in `packs/prevention/`; the articles are those of the rules, the sentences are ours
//! and the pack says so.
//!
//! To add a line: a `[[line]]` with an id that was never used, the rules that propose it, and its words in both languages.

use std::{collections::BTreeSet, sync::OnceLock};

use serde::Deserialize;
use toml::Spanned;

use super::{
    pack::LawPack,
    source::Source,
    text::{RawText, Text, checked},
};
use crate::diagnostic::Diagnostic;

const PATH: &str = "packs/prevention/fr.toml";
const BYTES: &[u8] = include_bytes!("../../../../packs/prevention/fr.toml");

/// A prevention pack that has been read and checked.
#[derive(Debug, Clone)]
pub struct PreventionPack {
    pub id: String,
    pub edition: String,
    /// What is attested, what is ours.
    pub provenance: Text,
    /// In order: the first whose conditions hold.
    pub plans: Vec<Plan>,
    /// The rules that speak of the document itself.
    pub document_rules: Vec<String>,
    /// The rule that says how long a version is kept, and how many months.
    pub keeping: (String, i64),
    pub scales: Vec<Scale>,
    pub lines: Vec<ProposedLine>,
}

/// A form in which the law asks for the actions.
#[derive(Debug, Clone)]
pub struct Plan {
    pub id: String,
    pub rule: String,
    /// Of the conditions of that rule, those on which the form depends.
    pub conditions: Vec<String>,
    /// What it asks of an action beside what, who and when.
    pub asks: Vec<String>,
    pub title: Text,
    pub says: Text,
}

/// A scale of the assessment; its levels are numbered from 1.
#[derive(Debug, Clone)]
pub struct Scale {
    pub id: String,
    pub title: Text,
    pub asks: Text,
    pub levels: Vec<Text>,
}

/// A situation to examine as soon as one of these rules applies.
#[derive(Debug, Clone)]
pub struct ProposedLine {
    pub id: String,
    pub rules: Vec<String>,
    pub hazard: Text,
    pub exposed: Text,
    /// What to ask of the measures that exist.
    pub looks_at: Text,
    pub actions: Vec<ProposedAction>,
}

#[derive(Debug, Clone)]
pub struct ProposedAction {
    pub what: Text,
    pub indicator: Text,
}

impl PreventionPack {
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id == id)
    }

    pub fn scale(&self, id: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id == id)
    }

    pub fn line(&self, id: &str) -> Option<&ProposedLine> {
        self.lines.iter().find(|line| line.id == id)
    }
}

/// The pack that is built into the program.
pub fn prevention() -> &'static PreventionPack {
    static PACK: OnceLock<PreventionPack> = OnceLock::new();
    PACK.get_or_init(|| {
        read_prevention(PATH, BYTES, None).expect("the built-in pack is read by a test of this crate")
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPack {
    id: String,
    edition: String,
    wording: Spanned<String>,
    provenance: Spanned<RawText>,
    plan: Vec<RawPlan>,
    document: RawDocument,
    scale: Vec<RawScale>,
    line: Vec<RawLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPlan {
    id: Spanned<String>,
    rule: Spanned<String>,
    conditions: Vec<Spanned<String>>,
    asks: Vec<String>,
    title: Spanned<RawText>,
    says: Spanned<RawText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDocument {
    rules: Vec<Spanned<String>>,
    keeping: RawKeeping,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKeeping {
    rule: Spanned<String>,
    months: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawScale {
    id: Spanned<String>,
    title: Spanned<RawText>,
    asks: Spanned<RawText>,
    levels: Vec<Spanned<RawText>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLine {
    id: Spanned<String>,
    rules: Vec<Spanned<String>>,
    hazard: Spanned<RawText>,
    exposed: Spanned<RawText>,
    looks_at: Spanned<RawText>,
    #[serde(default)]
    actions: Vec<RawAction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAction {
    what: Spanned<RawText>,
    indicator: Spanned<RawText>,
}

/// Reads a prevention pack; with a law pack, checks that it has the rules it is told of.
/// Errors: every fault found, with file, line and advice.
pub fn read_prevention(
    path: &str,
    bytes: &[u8],
    law: Option<&LawPack>,
) -> Result<PreventionPack, Vec<Diagnostic>> {
    let source = Source::read(path, bytes).map_err(|fault| vec![fault])?;
    let raw: RawPack = toml::from_str(source.text).map_err(|error| vec![source.refused(&error)])?;
    let mut check = Check { source, law, seen: BTreeSet::new(), found: Vec::new() };
    let pack = check.pack(raw);
    match pack {
        Some(pack) if check.found.is_empty() => Ok(pack),
        _ => Err(check.found),
    }
}

struct Check<'a> {
    source: Source<'a>,
    law: Option<&'a LawPack>,
    seen: BTreeSet<String>,
    found: Vec<Diagnostic>,
}

impl Check<'_> {
    fn pack(&mut self, raw: RawPack) -> Option<PreventionPack> {
        if raw.wording.get_ref() != "proposed" {
            let message = "the wording of a prevention pack is ours";
            self.found.push(self.source.at(raw.wording.span(), message, "write wording = \"proposed\""));
        }
        let plans: Vec<Plan> = raw.plan.into_iter().filter_map(|plan| self.plan(plan)).collect();
        let scales: Vec<Scale> = raw.scale.into_iter().filter_map(|scale| self.scale(scale)).collect();
        let lines: Vec<ProposedLine> = raw.line.into_iter().filter_map(|line| self.line(line)).collect();
        let keeping = (self.rule(raw.document.keeping.rule), raw.document.keeping.months);
        Some(PreventionPack {
            id: raw.id,
            edition: raw.edition,
            provenance: self.text(raw.provenance, "the provenance")?,
            plans,
            document_rules: raw.document.rules.into_iter().map(|rule| self.rule(rule)).collect(),
            keeping,
            scales,
            lines,
        })
    }

    fn plan(&mut self, raw: RawPlan) -> Option<Plan> {
        let id = self.id(raw.id, "plan");
        let rule = raw.rule.get_ref().clone();
        self.conditions(&rule, &raw.conditions);
        Some(Plan {
            rule: self.rule(raw.rule),
            conditions: raw.conditions.into_iter().map(Spanned::into_inner).collect(),
            asks: raw.asks,
            title: self.text(raw.title, &format!("the plan {id:?}"))?,
            says: self.text(raw.says, &format!("what the plan {id:?} says"))?,
            id,
        })
    }

    fn scale(&mut self, raw: RawScale) -> Option<Scale> {
        let id = self.id(raw.id, "scale");
        let what = format!("a level of the scale {id:?}");
        let levels = raw.levels.into_iter().filter_map(|level| self.text(level, &what)).collect();
        let title = self.text(raw.title, &format!("the scale {id:?}"))?;
        let asks = self.text(raw.asks, &format!("what the scale {id:?} asks"))?;
        Some(Scale { id, title, asks, levels })
    }

    fn line(&mut self, raw: RawLine) -> Option<ProposedLine> {
        if raw.rules.is_empty() {
            let message = format!("no rule proposes the line {:?}", raw.id.get_ref());
            self.found.push(self.source.at(raw.id.span(), message, "name the rules that propose it"));
        }
        let id = self.id(raw.id, "line");
        let action = |check: &mut Self, raw: RawAction| {
            let what = check.text(raw.what, &format!("an action of the line {id:?}"))?;
            let indicator = check.text(raw.indicator, &format!("an indicator of the line {id:?}"))?;
            Some(ProposedAction { what, indicator })
        };
        let actions = raw.actions.into_iter().filter_map(|raw| action(self, raw)).collect();
        Some(ProposedLine {
            rules: raw.rules.into_iter().map(|rule| self.rule(rule)).collect(),
            hazard: self.text(raw.hazard, &format!("the line {id:?}"))?,
            exposed: self.text(raw.exposed, &format!("who is exposed in the line {id:?}"))?,
            looks_at: self.text(raw.looks_at, &format!("what the line {id:?} looks at"))?,
            actions,
            id,
        })
    }

    fn text(&mut self, raw: Spanned<RawText>, what: &str) -> Option<Text> {
        checked(raw, what, &self.source, &mut self.found)
    }

    fn id(&mut self, raw: Spanned<String>, what: &str) -> String {
        let id = raw.get_ref().clone();
        if !self.seen.insert(format!("{what} {id}")) {
            let message = format!("the {what} {id:?} is already there");
            self.found.push(self.source.at(raw.span(), message, "give it another id"));
        }
        id
    }

    fn rule(&mut self, raw: Spanned<String>) -> String {
        if self.law.is_some_and(|law| law.rule(raw.get_ref()).is_none()) {
            let message = format!("the law pack has no rule {:?}", raw.get_ref());
            self.found.push(self.source.at(raw.span(), message, "use the id of a rule of packs/law/fr"));
        }
        raw.into_inner()
    }

    fn conditions(&mut self, rule: &str, conditions: &[Spanned<String>]) {
        let Some(rule) = self.law.and_then(|law| law.rule(rule)) else { return };
        for raw in conditions {
            if !rule.trigger.conditions().iter().any(|known| known.name == *raw.get_ref()) {
                let message = format!("the rule {:?} has no condition {:?}", rule.id, raw.get_ref());
                self.found.push(self.source.at(raw.span(), message, "use a condition of that rule"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BYTES, PATH, read_prevention};
    use crate::law;

    fn law_pack() -> law::LawPack {
        law::load(law::embedded().iter().copied()).expect("the built-in law pack")
    }

    #[test]
    fn the_built_in_pack_names_rules_that_exist_and_speaks_both_languages() {
        let pack = read_prevention(PATH, BYTES, Some(&law_pack())).expect("a sound pack");
        assert!(pack.lines.len() >= 12);
        assert!(["severity", "likelihood", "mastery"].iter().all(|id| pack.scale(id).is_some()));
        assert!(["papripact", "action_list", "public"].iter().all(|id| pack.plan(id).is_some()));
    }

    #[test]
    fn a_rule_that_nobody_wrote_a_condition_that_is_not_its_own_and_a_missing_language_are_named_with_their_lines()
     {
        let text = std::str::from_utf8(BYTES).expect("text");
        let spoilt = text
            .replacen("rules = [\"training-adaptation\"]", "rules = [\"no-such-rule\"]", 1)
            .replacen("\"headcount-below-50\", ", "\"headcount-200\", ", 1)
            .replacen(", en = \"Severity\"", "", 1);
        let found = read_prevention(PATH, spoilt.as_bytes(), Some(&law_pack())).expect_err("three faults");
        let said: Vec<String> = found.iter().map(ToString::to_string).collect();
        for part in ["no rule \"no-such-rule\"", "no condition \"headcount-200\"", "no English text"] {
            assert!(said.iter().any(|line| line.contains(part)), "{part}: {said:#?}");
        }
        assert!(found.iter().all(|fault| fault.line.is_some()));
    }

    #[test]
    fn one_id_serves_once() {
        let text =
            std::str::from_utf8(BYTES).expect("text").replacen("id = \"autonomy\"", "id = \"isolation\"", 1);
        let found = read_prevention(PATH, text.as_bytes(), None).expect_err("a fault");
        assert!(found[0].message.contains("already there"), "{found:?}");
    }
}
