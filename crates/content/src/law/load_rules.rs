//! The rules of a family, checked one by one.

use std::collections::BTreeMap;

use kernel::UnknownCode;
use rules::{Condition, Expression, Kind, Trigger};
use toml::Spanned;

use super::kinds::{DateKind, RuleKind, RuleScope};
use super::load::expression;
use super::pack::{Citation, LawPack, Rule, RuleDate};
use super::raw::{RawCitation, RawDate, RawEffective, RawRule};
use super::source::Source;
use super::text::{RawText, Text, checked};
use crate::diagnostic::Diagnostic;

/// Reads the rules of a family into the pack.
pub(super) fn read(
    family: &str,
    raw: Vec<RawRule>,
    source: &Source,
    conditions: &BTreeMap<String, Condition>,
    pack: &mut LawPack,
    found: &mut Vec<Diagnostic>,
) {
    for raw in raw {
        let id = raw.id.get_ref().clone();
        if pack.index.contains_key(&id) {
            let advice = "an id names one rule, for ever: give this one another";
            found.push(source.at(raw.id.span(), format!("the rule {id:?} is already there"), advice));
            continue;
        }
        let mut reader = RuleReader { id: &id, source, conditions, pack, found };
        if let Some(rule) = reader.rule(family, raw) {
            pack.index.insert(id, pack.rules.len());
            pack.rules.push(rule);
        }
    }
}

struct RuleReader<'a> {
    id: &'a str,
    source: &'a Source<'a>,
    conditions: &'a BTreeMap<String, Condition>,
    pack: &'a LawPack,
    found: &'a mut Vec<Diagnostic>,
}

impl RuleReader<'_> {
    /// Every part is read before any is missed: all the faults of a rule are named at once.
    fn rule(&mut self, family: &str, raw: RawRule) -> Option<Rule> {
        let kind = self.code(&raw.kind, RuleKind::parse, RuleKind::ALL.iter().map(|kind| kind.code()));
        let scope = self.code(&raw.scope, RuleScope::parse, RuleScope::ALL.iter().map(|scope| scope.code()));
        let trigger = self.trigger(&raw);
        self.check_codes(&raw);
        let dates = raw.dates.into_iter().filter_map(|date| self.date(date)).collect();
        let (effective_from, effective_until) = self.bounds(raw.effective);
        let citations = self.citations(raw.citations);
        let title = self.text(Some(raw.title), "title");
        let who_what = self.text(Some(raw.who_what), "who_what");
        let deadline = self.text(Some(raw.deadline), "deadline");
        let if_not_done = self.text(raw.if_not_done, "if_not_done");
        let remarks = self.text(raw.remarks, "remarks");
        let in_force = self.text(raw.in_force, "in_force");
        Some(Rule {
            id: self.id.to_owned(),
            family: family.to_owned(),
            kind: kind?,
            scope: scope?,
            title: title?,
            who_what: who_what?,
            deadline: deadline?,
            if_not_done,
            remarks,
            in_force,
            confidence: raw.confidence.into_iter().map(Spanned::into_inner).collect(),
            citations,
            dates,
            trigger,
            effective_from,
            effective_until,
            pending: raw.pending.map(Spanned::into_inner),
        })
    }

    fn trigger(&mut self, raw: &RawRule) -> Trigger {
        if raw.conditions.is_empty() {
            let message = format!("the rule {:?} has no condition", self.id);
            let advice = "name the conditions that must hold; `always` is one";
            self.found.push(self.source.at(raw.id.span(), message, advice));
        }
        let conditions = raw.conditions.iter().filter_map(|name| self.condition(name)).collect();
        Trigger::new(conditions).over(&self.pack.definitions)
    }

    fn check_codes(&mut self, raw: &RawRule) {
        let awaited = |pack: &LawPack, code: &str| pack.pending(code).is_some();
        self.known(
            raw.pending.iter(),
            "is not awaited by the pack",
            "name a [pending.…] of pack.toml",
            awaited,
        );
        let degree = |pack: &LawPack, code: &str| pack.confidence(code).is_some();
        self.known(raw.confidence.iter(), "is not a degree of confidence", "name one of pack.toml", degree);
    }

    fn bounds(&mut self, raw: Option<RawEffective>) -> (Option<Expression>, Option<Expression>) {
        let Some(raw) = raw else { return (None, None) };
        (raw.from.and_then(|from| self.day(&from)), raw.until.and_then(|until| self.day(&until)))
    }

    fn text(&mut self, raw: Option<Spanned<RawText>>, field: &str) -> Option<Text> {
        raw.and_then(|raw| checked(raw, &format!("the {field} of {:?}", self.id), self.source, self.found))
    }

    fn code<T>(
        &mut self,
        raw: &Spanned<String>,
        parse: fn(&str) -> Result<T, UnknownCode>,
        known: impl Iterator<Item = &'static str>,
    ) -> Option<T> {
        let read = parse(raw.get_ref());
        let advice = || format!("write {}", known.collect::<Vec<_>>().join(", "));
        read.map_err(|error| self.found.push(self.source.at(raw.span(), error.to_string(), advice()))).ok()
    }

    fn condition(&mut self, name: &Spanned<String>) -> Option<Condition> {
        let condition = self.conditions.get(name.get_ref()).cloned();
        // One that is there and could not be read has been named already.
        if condition.is_none() && self.pack.condition_label(name.get_ref()).is_none() {
            let message = format!("{:?} is not the name of a condition", name.get_ref());
            self.found.push(self.source.at(
                name.span(),
                message,
                "add a [[condition]] of that name to a family",
            ));
        }
        condition
    }

    fn day(&mut self, raw: &Spanned<String>) -> Option<Expression> {
        expression(raw, &Kind::Date, self.pack, self.source, self.found)
    }

    fn date(&mut self, raw: RawDate) -> Option<RuleDate> {
        let kind = self.code(&raw.kind, DateKind::parse, DateKind::ALL.iter().map(|kind| kind.code()));
        let expression = self.day(&raw.expr);
        let label = self.text(Some(raw.label), &format!("date {:?}", raw.name.get_ref()));
        Some(RuleDate { name: raw.name.into_inner(), kind: kind?, label: label?, expression: expression? })
    }

    fn known<'r>(
        &mut self,
        codes: impl Iterator<Item = &'r Spanned<String>>,
        message: &str,
        advice: &str,
        is_known: fn(&LawPack, &str) -> bool,
    ) {
        for code in codes.filter(|code| !is_known(self.pack, code.get_ref())) {
            let message = format!("{:?} {message}", code.get_ref());
            self.found.push(self.source.at(code.span(), message, advice));
        }
    }

    fn citations(&mut self, raw: Spanned<Vec<RawCitation>>) -> Vec<Citation> {
        if raw.get_ref().is_empty() {
            let message = format!("the rule {:?} cites nothing", self.id);
            self.found.push(self.source.at(
                raw.span(),
                message,
                "cite the article, decision or text it comes from",
            ));
        }
        raw.into_inner().into_iter().filter_map(|citation| self.citation(citation)).collect()
    }

    fn citation(&mut self, raw: RawCitation) -> Option<Citation> {
        let span = raw.code.span();
        self.known(
            std::iter::once(&raw.code),
            "is not a code of law of the pack",
            "add it to [code]",
            |pack, code| pack.codes.contains_key(code),
        );
        if raw.article.trim().is_empty() {
            self.found.push(self.source.at(span, "a citation names no article", "write the article"));
            return None;
        }
        if let Some(version) = raw.version.as_ref().filter(|version| !is_version(version.get_ref())) {
            let message = format!("{:?} is not the identifier of a version", version.get_ref());
            self.found.push(self.source.at(version.span(), message, "write LEGIARTI and twelve digits"));
        }
        let version = raw.version.map(Spanned::into_inner);
        Some(Citation {
            code: raw.code.into_inner(),
            article: raw.article,
            article_en: raw.article_en,
            version,
        })
    }
}

fn is_version(text: &str) -> bool {
    let digits = text.strip_prefix("LEGIARTI").unwrap_or_default();
    digits.len() == 12 && digits.chars().all(|digit| digit.is_ascii_digit())
}
