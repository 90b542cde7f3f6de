//! Files into a law pack, with every fault named at once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rules::{Condition, Definitions, Expression, ExpressionError, Kind, Problem, Vocabulary};
use toml::Spanned;

use super::pack::{DerivedWord, Family, LawPack, Pending};
use super::raw::{DerivedFile, FamilyFile, PackFile, RawCondition};
use super::source::Source;
use super::text::{RawText, Text, checked};
use super::vocabulary::{self, Words};
use super::{load_rules, pack};
use crate::diagnostic::Diagnostic;

/// The files that are not families.
const SHARED: [&str; 3] = ["pack.toml", "facts.toml", "derived.toml"];

/// Reads a law pack from its files, wherever they come from. Errors: every fault found, with file, line and advice.
pub fn load<P, B>(files: impl Iterator<Item = (P, B)>) -> Result<LawPack, Vec<Diagnostic>>
where
    P: AsRef<str>,
    B: AsRef<[u8]>,
{
    let files: Vec<(P, B)> = files.collect();
    let mut found = Vec::new();
    let mut sources = BTreeMap::new();
    for (path, bytes) in &files {
        match Source::read(path.as_ref(), bytes.as_ref()) {
            Ok(source) => drop(sources.insert(file_name(path.as_ref()), source)),
            Err(diagnostic) => found.push(diagnostic),
        }
    }
    let pack = read(&sources, &mut found);
    match pack {
        Some(pack) if found.is_empty() => Ok(pack),
        _ => Err(found),
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn read(sources: &BTreeMap<&str, Source>, found: &mut Vec<Diagnostic>) -> Option<LawPack> {
    let [pack, facts, derived] = SHARED.map(|name| sources.get(name).copied());
    for (name, source) in SHARED.iter().zip([pack, facts, derived]) {
        if source.is_none() {
            found.push(missing_file(name));
        }
    }
    let words = vocabulary::read(&facts?, found);
    let mut pack = read_pack(&pack?, words, found)?;
    read_derived(&derived?, &mut pack, found);
    let families = read_families(sources, &pack, found);
    let mut conditions = Conditions::default();
    for (_, source, file) in &families {
        conditions.read(&file.condition, source, &mut pack, found);
    }
    for (family, source, file) in families {
        load_rules::read(&family, file.rule, &source, &conditions.named, &mut pack, found);
    }
    conditions.report_unused(&pack, found);
    Some(pack)
}

fn missing_file(name: &str) -> Diagnostic {
    Diagnostic {
        file: name.to_owned(),
        line: None,
        message: format!("the pack has no {name}"),
        advice: "a law pack has pack.toml, facts.toml, derived.toml and one file a family".to_owned(),
    }
}

fn read_pack(source: &Source, words: Words, found: &mut Vec<Diagnostic>) -> Option<LawPack> {
    let file: PackFile =
        toml::from_str(source.text).map_err(|error| found.push(source.refused(&error))).ok()?;
    let families = file.family.into_iter().filter_map(|family| {
        let title = checked(family.title, "the family", source, found)?;
        Some(Family { id: family.file.into_inner(), title })
    });
    let families = families.collect();
    let pending = file.pending.into_iter().filter_map(|(code, raw)| {
        let raw = raw.into_inner();
        let due = raw.due.as_ref().and_then(plain_date);
        Some((code, Pending { text: checked(raw.text, "what is awaited", source, found)?, due }))
    });
    let pending = pending.collect();
    let Some(extracted_on) = plain_date(&file.extracted_on) else {
        found.push(source.whole("extracted_on is not a date", "write a date, as in 2026-08-20"));
        return None;
    };
    let limits =
        file.limit.into_iter().filter_map(|limit| checked(limit, "a limit", source, found)).collect();
    let codes = labels(file.code, "the code", source, found);
    let confidence = labels(file.confidence, "the degree of confidence", source, found);
    Some(LawPack {
        id: file.id,
        edition: file.edition,
        country: file.country,
        extracted_on,
        wording: file.wording,
        notice: checked(file.notice, "the notice", source, found)?,
        limits,
        families,
        words,
        definitions: Definitions::default(),
        derived: Vec::new(),
        conditions: BTreeMap::new(),
        rules: Vec::new(),
        index: BTreeMap::new(),
        codes,
        confidence,
        pending,
    })
}

fn labels(
    raw: BTreeMap<String, Spanned<RawText>>,
    what: &str,
    source: &Source,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Text> {
    let checked = raw.into_iter().map(|(code, text)| {
        let text = checked(text, &format!("{what} {code:?}"), source, found);
        text.map(|text| (code, text))
    });
    checked.flatten().collect()
}

/// A date of TOML without an hour.
fn plain_date(written: &toml::value::Datetime) -> Option<Date> {
    written.to_string().parse().ok().filter(|_| written.time.is_none())
}

fn read_derived(source: &Source, pack: &mut LawPack, found: &mut Vec<Diagnostic>) {
    let file: DerivedFile = match toml::from_str(source.text) {
        Ok(file) => file,
        Err(error) => return found.push(source.refused(&error)),
    };
    for raw in file.derived {
        let name = raw.name.get_ref().clone();
        if pack.words.get(&name).is_some() || pack.definitions.expression(&name).is_some() {
            found.push(source.at(
                raw.name.span(),
                format!("{name:?} is already a fact"),
                "give it another name",
            ));
            continue;
        }
        if let Err(error) = pack.definitions.define(&name, raw.expr.get_ref(), &pack.words) {
            found.push(refused_expression(source, &raw.expr, &error));
        }
        if let Some(label) = checked(raw.label, &format!("the derived fact {name:?}"), source, found) {
            pack.derived.push(DerivedWord { name, label, shown: raw.shown });
        }
    }
}

/// The families in the order of `pack.toml`.
fn read_families<'a>(
    sources: &BTreeMap<&str, Source<'a>>,
    pack: &LawPack,
    found: &mut Vec<Diagnostic>,
) -> Vec<(String, Source<'a>, FamilyFile)> {
    let named: Vec<String> = pack.families.iter().map(|family| format!("{}.toml", family.id)).collect();
    for (name, source) in sources {
        if !SHARED.contains(name) && !named.iter().any(|known| known == name) {
            found.push(source.whole("the file is no family of the pack", "add a [[family]] to pack.toml"));
        }
    }
    let mut families = Vec::new();
    for (family, name) in pack.families.iter().zip(&named) {
        let Some(source) = sources.get(name.as_str()) else {
            found.push(missing_file(name));
            continue;
        };
        match toml::from_str::<FamilyFile>(source.text) {
            Ok(file) => families.push((family.id.clone(), *source, file)),
            Err(error) => found.push(source.refused(&error)),
        }
    }
    families
}

/// The conditions of every family, by name: a family may use those of another.
#[derive(Default)]
struct Conditions {
    named: BTreeMap<String, Condition>,
    places: Vec<(String, Diagnostic)>,
}

impl Conditions {
    fn read(
        &mut self,
        raw: &[RawCondition],
        source: &Source,
        pack: &mut LawPack,
        found: &mut Vec<Diagnostic>,
    ) {
        for condition in raw {
            let name = condition.name.get_ref().clone();
            if self.named.contains_key(&name) {
                let message = format!("the condition {name:?} is already there");
                found.push(source.at(
                    condition.name.span(),
                    message,
                    "use the one that exists, or another name",
                ));
                continue;
            }
            let vocabulary = pack.definitions.over(&pack.words);
            match Condition::parse(&name, condition.expr.get_ref(), &vocabulary) {
                Ok(read) => drop(self.named.insert(name.clone(), read)),
                Err(error) => found.push(refused_expression(source, &condition.expr, &error)),
            }
            drop(vocabulary);
            let unused = format!("no rule uses the condition {name:?}");
            self.places.push((name.clone(), source.at(condition.name.span(), unused, "remove it")));
            if let Some(label) =
                checked(condition.label.clone(), &format!("the condition {name:?}"), source, found)
            {
                pack.conditions.insert(name, label);
            }
        }
    }

    /// Only once everything else is right: a rule that could not be read uses nothing.
    fn report_unused(self, pack: &LawPack, found: &mut Vec<Diagnostic>) {
        if !found.is_empty() {
            return;
        }
        let conditions = pack.rules.iter().flat_map(|rule| rule.trigger.conditions());
        let used: BTreeSet<&str> = conditions.map(|condition| condition.name.as_str()).collect();
        found.extend(
            self.places.into_iter().filter(|(name, _)| !used.contains(name.as_str())).map(|(_, d)| d),
        );
    }
}

/// An expression of the pack, of the kind that is needed, or a diagnostic.
pub(super) fn expression(
    raw: &Spanned<String>,
    wanted: &Kind,
    pack: &pack::LawPack,
    source: &Source,
    found: &mut Vec<Diagnostic>,
) -> Option<Expression> {
    let vocabulary: &dyn Vocabulary = &pack.definitions.over(&pack.words);
    Expression::parse_as(raw.get_ref(), wanted, vocabulary)
        .map_err(|error| found.push(refused_expression(source, raw, &error)))
        .ok()
}

fn refused_expression(source: &Source, raw: &Spanned<String>, error: &ExpressionError) -> Diagnostic {
    let advice = match error.problem {
        Problem::UnknownFact { .. } => "use a fact of facts.toml or derived.toml",
        Problem::UnknownCode { .. } => "use a code that facts.toml gives this fact",
        Problem::TooDeep | Problem::TooLong => "cut it into several conditions",
        Problem::UnknownFunction(_) | Problem::BadArguments { .. } => {
            "see the functions in the manual of the language"
        }
        _ => "correct the expression",
    };
    source.at(raw.span(), format!("{:?}: {error}", raw.get_ref()), advice)
}
