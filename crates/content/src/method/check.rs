//! From the files of a pack to a method, or to the list of what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::str::FromStr;

use kernel::{Party, Sphere, UnknownCode};
use scoring::Polarity;
use toml::Spanned;

use super::model::{
    Answering, Criterion, Group, Maturity, Method, Minutes, Origin, Participants, Provenance, Question,
    Source, Version,
};
use super::raw::{
    File, RawCriterion, RawGroup, RawMethod, RawMinutes, RawQuestion, RawSource, RawTexts, Word,
};
use super::texts::{Texts, TextsOf};
use crate::diagnostic::Diagnostic;

/// A closed list of codes, so that a message can say what would have been right.
trait Vocabulary: FromStr<Err = UnknownCode> {
    fn codes() -> String;
}

macro_rules! vocabulary {
    ($($name:ty),+) => { $(impl Vocabulary for $name {
        fn codes() -> String {
            Self::ALL.iter().map(|value| value.code()).collect::<Vec<_>>().join(", ")
        }
    })+ };
}

vocabulary!(Answering, Maturity, Party, Polarity, Provenance, Sphere);

/// Twelve hours: beyond, something else than minutes was meant.
const MOST_MINUTES: i64 = 720;

/// Checks a pack; `found` holds the mistakes already known.
pub(super) fn method(
    folder: &str,
    file: &File<RawMethod>,
    texts: &Texts,
    found: Vec<Diagnostic>,
) -> Result<Method, Vec<Diagnostic>> {
    let mut check = Check { file, raw: &file.content, texts, found };
    let method = check.method(folder);
    check.completeness();
    match method {
        Some(method) if check.found.is_empty() => Ok(method),
        _ => Err(sorted(check.found)),
    }
}

/// In the order in which a person corrects: file by file, line by line, each mistake once.
fn sorted(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let rank = |d: &Diagnostic| ["method.toml", "fr.toml", "en.toml"].iter().position(|name| *name == d.file);
    found.sort_by_key(|d| (rank(d).unwrap_or(usize::MAX), d.line));
    found.dedup();
    found
}

/// The check of one pack. A method that returns `None` has said why in `found`.
struct Check<'a> {
    file: &'a File<RawMethod>,
    raw: &'a RawMethod,
    texts: &'a Texts,
    found: Vec<Diagnostic>,
}

impl<'a> Check<'a> {
    fn method(&mut self, folder: &str) -> Option<Method> {
        let raw = self.raw;
        self.folder(folder);
        self.header();
        let version = self.version();
        let (maturity, sphere) = (self.code(&raw.maturity), self.code(&raw.sphere));
        let (wording, participants) = (self.code(&raw.wording), self.participants());
        let sources = raw.source.iter().filter_map(|source| self.source(source)).collect();
        let minutes = raw.minutes.iter().filter_map(|minutes| self.minutes(minutes)).collect();
        let groups = raw.group.iter().filter_map(|group| self.group(group)).collect();
        let criteria = raw.criterion.iter().filter_map(|criterion| self.criterion(criterion)).collect();
        let questions = raw.question.iter().filter_map(|question| self.question(question)).collect();
        Some(Method {
            id: raw.id.get_ref().clone(),
            version: version?,
            maturity: maturity?,
            licence: raw.licence.get_ref().clone(),
            authors: raw.authors.get_ref().iter().map(|author| author.get_ref().clone()).collect(),
            sources,
            sphere: sphere?,
            wording: wording?,
            participants: participants?,
            minutes,
            groups,
            criteria,
            questions,
            texts: self.texts.whole(&mut self.found),
        })
    }

    fn wrong(&mut self, span: &Range<usize>, message: impl Into<String>, advice: impl Into<String>) {
        self.found.push(self.file.mistake(span, message.into(), advice.into()));
    }

    fn folder(&mut self, folder: &str) {
        let id = &self.raw.id;
        if id.get_ref() != folder {
            let message = format!("the method is called {:?} and its folder {folder:?}", id.get_ref());
            self.wrong(&id.span(), message, "give both the same name");
        }
    }

    fn header(&mut self) {
        let raw = self.raw;
        self.id(&raw.id);
        if raw.licence.get_ref().trim().is_empty() {
            self.wrong(
                &raw.licence.span(),
                "the licence is empty",
                "write its SPDX identifier, such as CC-BY-SA-4.0",
            );
        }
        if raw.authors.get_ref().iter().all(|author| author.get_ref().trim().is_empty()) {
            self.wrong(&raw.authors.span(), "the pack has no author", "name who wrote the texts");
        }
    }

    fn version(&mut self) -> Option<Version> {
        let word = &self.raw.version;
        let version = word.get_ref().parse();
        if let Err(error) = &version {
            self.wrong(&word.span(), format!("{error}"), "write three numbers, such as 1.0.0");
        }
        version.ok()
    }

    fn participants(&mut self) -> Option<Participants> {
        let spanned = &self.raw.participants;
        let raw = spanned.get_ref();
        if raw.parties.is_empty() {
            self.wrong(
                &spanned.span(),
                "nobody takes part",
                format!("name parties among {}", Party::codes()),
            );
        }
        let parties = raw.parties.iter().filter_map(|party| self.code(party)).collect();
        let origin =
            self.origin("this list", &spanned.span(), raw.provenance.as_ref(), raw.source.as_ref())?;
        Some(Participants { parties, origin })
    }

    fn minutes(&mut self, spanned: &'a Spanned<RawMinutes>) -> Option<Minutes> {
        let raw = spanned.get_ref();
        let origin =
            self.origin("this duration", &spanned.span(), raw.provenance.as_ref(), raw.source.as_ref());
        let asked = *raw.minutes.get_ref();
        let minutes = u16::try_from(asked).ok().filter(|_| (1..=MOST_MINUTES).contains(&asked));
        if minutes.is_none() {
            let advice = format!("write whole minutes, from 1 to {MOST_MINUTES}");
            self.wrong(&raw.minutes.span(), format!("{asked} is no number of minutes"), advice);
        }
        Some(Minutes { answering: self.code(&raw.answering)?, minutes: minutes?, origin: origin? })
    }

    fn source(&mut self, raw: &'a RawSource) -> Option<Source> {
        self.id(&raw.id);
        let description = self.words("source", &raw.id, |texts| &texts.sources)?;
        let description = self.texts.text(&description, &mut self.found);
        let (id, title) = (raw.id.get_ref().clone(), raw.title.clone());
        Some(Source {
            id,
            title,
            publisher: raw.publisher.clone(),
            address: raw.address.clone(),
            description,
        })
    }

    fn group(&mut self, raw: &'a RawGroup) -> Option<Group> {
        self.id(&raw.id);
        let origin = self.origin_of("group", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let name = self.words("group", &raw.id, |texts| &texts.groups)?;
        let name = self.texts.text(&name, &mut self.found);
        Some(Group { id: raw.id.get_ref().clone(), origin: origin?, name })
    }

    fn criterion(&mut self, raw: &'a RawCriterion) -> Option<Criterion> {
        self.id(&raw.id);
        let origin = self.origin_of("criterion", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let groups = self.raw.group.iter().map(|group| &group.id);
        let group = self.reference("criterion", &raw.id, "group", raw.group.as_ref(), groups.collect());
        let words = self.words("criterion", &raw.id, |texts| &texts.criteria)?;
        let name = self.texts.text(&TextsOf { fr: &words.fr.name, en: &words.en.name }, &mut self.found);
        let explanation = TextsOf { fr: &words.fr.explanation, en: &words.en.explanation };
        let explanation = self.texts.text(&explanation, &mut self.found);
        Some(Criterion { id: raw.id.get_ref().clone(), group: group?, origin: origin?, name, explanation })
    }

    fn question(&mut self, raw: &'a RawQuestion) -> Option<Question> {
        self.id(&raw.id);
        let origin = self.origin_of("question", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let criteria = self.raw.criterion.iter().map(|criterion| &criterion.id);
        let criterion =
            self.reference("question", &raw.id, "criterion", raw.criterion.as_ref(), criteria.collect());
        let polarity = self.given("question", &raw.id, "polarity", raw.polarity.as_ref());
        let words = self.words("question", &raw.id, |texts| &texts.questions)?;
        let text = self.texts.text(&TextsOf { fr: &words.fr.text, en: &words.en.text }, &mut self.found);
        let vigilance = TextsOf { fr: &words.fr.vigilance, en: &words.en.vigilance };
        let vigilance = self.texts.text(&vigilance, &mut self.found);
        let id = raw.id.get_ref().clone();
        Some(Question { id, criterion: criterion?, polarity: polarity?, origin: origin?, text, vigilance })
    }

    fn id(&mut self, id: &Word) {
        let plain = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if !id.get_ref().split('-').all(plain) {
            let advice = "use small letters without accents, digits, and single hyphens between them";
            self.wrong(&id.span(), format!("{:?} is not an identifier", id.get_ref()), advice);
        }
    }

    fn code<T: Vocabulary>(&mut self, word: &Word) -> Option<T> {
        let value = word.get_ref().parse();
        if let Err(error) = &value {
            self.wrong(&word.span(), format!("{error}"), format!("write one of {}", T::codes()));
        }
        value.ok()
    }

    /// A code that an item must give.
    fn given<T: Vocabulary>(&mut self, kind: &str, id: &Word, what: &str, word: Option<&Word>) -> Option<T> {
        if word.is_none() {
            let message = format!("{kind} {:?} has no {what}", id.get_ref());
            self.wrong(&id.span(), message, format!("add {what} = one of {}", T::codes()));
        }
        self.code(word?)
    }

    /// The id of another item that an item must give.
    fn reference(
        &mut self,
        kind: &str,
        id: &Word,
        what: &str,
        word: Option<&Word>,
        known: Vec<&'a Word>,
    ) -> Option<String> {
        let Some(word) = word else {
            let advice = format!("add {what} = the id of a {what}");
            self.wrong(&id.span(), format!("{kind} {:?} has no {what}", id.get_ref()), advice);
            return None;
        };
        if !known.iter().any(|known| known.get_ref() == word.get_ref()) {
            let ids = known.iter().map(|known| known.get_ref().as_str()).collect::<Vec<_>>().join(", ");
            self.wrong(
                &word.span(),
                format!("there is no {what} {:?}", word.get_ref()),
                format!("write one of {ids}"),
            );
            return None;
        }
        Some(word.get_ref().clone())
    }

    fn origin_of(
        &mut self,
        kind: &str,
        id: &Word,
        provenance: Option<&Word>,
        source: Option<&Word>,
    ) -> Option<Origin> {
        self.origin(&format!("{kind} {:?}", id.get_ref()), &id.span(), provenance, source)
    }

    fn origin(
        &mut self,
        item: &str,
        place: &Range<usize>,
        provenance: Option<&Word>,
        source: Option<&Word>,
    ) -> Option<Origin> {
        let Some(word) = provenance else {
            let advice = format!("add provenance = one of {}", Provenance::codes());
            self.wrong(place, format!("{item} has no provenance"), advice);
            return None;
        };
        let provenance = self.code(word)?;
        self.named(item, word, provenance, source);
        Some(Origin { provenance, source: source.map(|source| source.get_ref().clone()) })
    }

    /// What a source gives names it; what is ours names none, so as not to borrow its authority.
    fn named(&mut self, item: &str, word: &Word, provenance: Provenance, source: Option<&Word>) {
        match (provenance, source) {
            (Provenance::Proposed, Some(source)) => {
                let message = format!("{item} is proposed and yet names a source");
                self.wrong(&source.span(), message, "remove the source, or say inferred");
            }
            (Provenance::Attested | Provenance::Inferred, None) => {
                let message = format!("{item} is {provenance} and names no source");
                self.wrong(&word.span(), message, "add source = the id of a source");
            }
            (_, Some(source))
                if !self.raw.source.iter().any(|known| known.id.get_ref() == source.get_ref()) =>
            {
                let message = format!("there is no source {:?}", source.get_ref());
                self.wrong(&source.span(), message, "add it as a [[source]], or correct the id");
            }
            _ => {}
        }
    }

    /// What both languages say of an id.
    fn words<T>(
        &mut self,
        kind: &str,
        id: &Word,
        table: fn(&RawTexts) -> &BTreeMap<Word, T>,
    ) -> Option<TextsOf<&'a T>> {
        let texts = self.texts;
        match texts.of(id.get_ref(), table) {
            Ok(words) => Some(words),
            Err(file) => {
                let message = format!("{kind} {:?} has no text in {file}", id.get_ref());
                self.wrong(&id.span(), message, format!("add it to {file}, under the same id"));
                None
            }
        }
    }

    /// What can only be seen over the whole pack: ids given twice, criteria without question, texts left over.
    fn completeness(&mut self) {
        let (raw, texts) = (self.raw, self.texts);
        let sources = self.unique("source", raw.source.iter().map(|source| &source.id));
        let groups = self.unique("group", raw.group.iter().map(|group| &group.id));
        let criteria = self.unique("criterion", raw.criterion.iter().map(|criterion| &criterion.id));
        let questions = self.unique("question", raw.question.iter().map(|question| &question.id));
        self.unique("duration for answering", raw.minutes.iter().map(|minutes| &minutes.get_ref().answering));
        self.asked();
        self.found.extend(texts.left_over("source", &sources, |texts| &texts.sources));
        self.found.extend(texts.left_over("group", &groups, |texts| &texts.groups));
        self.found.extend(texts.left_over("criterion", &criteria, |texts| &texts.criteria));
        self.found.extend(texts.left_over("question", &questions, |texts| &texts.questions));
    }

    fn unique(&mut self, kind: &str, ids: impl Iterator<Item = &'a Word>) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.get_ref().as_str()) {
                let message = format!("{kind} {:?} is given twice", id.get_ref());
                self.wrong(&id.span(), message, "give each its own; an id is never used again");
            }
        }
        seen
    }

    fn asked(&mut self) {
        let raw = self.raw;
        for criterion in &raw.criterion {
            let asks =
                |question: &RawQuestion| question.criterion.as_ref().is_some_and(|c| c == &criterion.id);
            if !raw.question.iter().any(asks) {
                let message = format!("criterion {:?} has no question", criterion.id.get_ref());
                self.wrong(&criterion.id.span(), message, "add a question, or remove the criterion");
            }
        }
    }
}
