//! What stands around the steps: roles, lists, variants, audiences, what comes out, what was learnt.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use crate::method::model::{Audience, Entry, Lesson, List, Origin, Output, Role, Text, Variant};
use crate::method::raw::{
    File, RawAudience, RawLesson, RawList, RawOutput, RawRole, RawTexts, RawVariant, Word,
};
use crate::method::texts::TextsOf;

impl<'a> Check<'a> {
    pub(super) fn role(&mut self, raw: &'a RawRole) -> Option<Role> {
        self.id(&raw.id);
        let origin = self.origin_of("role", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let parties = raw.parties.iter().filter_map(|party| self.code(party)).collect();
        let words = self.words("role", &raw.id, |texts| &texts.roles)?;
        let name = self.texts.text(&TextsOf { fr: &words.fr.name, en: &words.en.name }, &mut self.found);
        let does = self.texts.text(&TextsOf { fr: &words.fr.does, en: &words.en.does }, &mut self.found);
        Some(Role { id: raw.id.get_ref().clone(), origin: origin?, parties, name, does })
    }

    pub(super) fn variant(&mut self, raw: &'a RawVariant) -> Option<Variant> {
        self.id(&raw.id);
        let origin = self.origin_of("variant", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let name = self.words("variant", &raw.id, |texts| &texts.variants)?;
        let name = self.texts.text(&name, &mut self.found);
        Some(Variant { id: raw.id.get_ref().clone(), origin: origin?, name })
    }

    pub(super) fn output(&mut self, raw: &'a RawOutput) -> Option<Output> {
        self.id(&raw.id);
        let origin = self.origin_of("output", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let gives = self.given("output", &raw.id, "gives", raw.gives.as_ref());
        let text = self.words("output", &raw.id, |texts| &texts.outputs)?;
        let text = self.texts.text(&text, &mut self.found);
        Some(Output { id: raw.id.get_ref().clone(), origin: origin?, gives: gives?, text })
    }

    pub(super) fn lesson(&mut self, raw: &'a RawLesson) -> Option<Lesson> {
        self.id(&raw.id);
        let origin = self.origin_of("lesson", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let words = self.words("lesson", &raw.id, |texts| &texts.lessons)?;
        let lesson =
            self.texts.text(&TextsOf { fr: &words.fr.lesson, en: &words.en.lesson }, &mut self.found);
        let so = self.texts.text(&TextsOf { fr: &words.fr.so, en: &words.en.so }, &mut self.found);
        Some(Lesson { id: raw.id.get_ref().clone(), origin: origin?, lesson, so })
    }

    pub(super) fn list(&mut self, raw: &'a RawList) -> Option<List> {
        self.id(&raw.id);
        let origin = self.origin_of("list", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        if raw.entries.get_ref().len() < 2 {
            let message = format!("list {:?} has fewer than two entries", raw.id.get_ref());
            self.wrong(
                &raw.entries.span(),
                message,
                "a list is something to choose from: write two entries or more",
            );
        }
        let own = self.exceptions(raw);
        let words = self.words("list", &raw.id, |texts| &texts.lists)?;
        let entries = raw.entries.get_ref().iter().filter_map(|entry| {
            let origin = own.get(entry.get_ref().as_str()).or(origin.as_ref())?;
            self.entry(raw, entry, origin.clone(), &words)
        });
        let entries = entries.collect();
        self.entries_left_over(raw, &words);
        Some(List { id: raw.id.get_ref().clone(), origin: origin?, entries })
    }

    /// The entries that come from elsewhere than their list.
    fn exceptions(&mut self, raw: &'a RawList) -> BTreeMap<&'a str, Origin> {
        let mut own = BTreeMap::new();
        for spanned in &raw.except {
            let except = spanned.get_ref();
            let (provenance, source) = (except.provenance.as_ref(), except.source.as_ref());
            let origin = self.origin("this exception", &spanned.span(), provenance, source);
            for entry in &except.entries {
                self.known("entry", entry, raw.entries.get_ref().iter().collect());
                own.extend(origin.clone().map(|origin| (entry.get_ref().as_str(), origin)));
            }
        }
        own
    }

    fn entry(
        &mut self,
        list: &RawList,
        id: &Word,
        origin: Origin,
        words: &TextsOf<&'a BTreeMap<Word, Word>>,
    ) -> Option<Entry> {
        self.id(id);
        let texts = self.texts;
        let mut of = |file: &str, words: &'a BTreeMap<Word, Word>| {
            let found = words.get(id.get_ref().as_str());
            if found.is_none() {
                let message =
                    format!("entry {:?} of list {:?} has no text in {file}", id.get_ref(), list.id.get_ref());
                self.wrong(
                    &id.span(),
                    message,
                    format!("add it to {file}, under [lists.{}]", list.id.get_ref()),
                );
            }
            found
        };
        let (fr, en) = (of("fr.toml", words.fr), of("en.toml", words.en));
        let name = texts.text(&TextsOf { fr: fr?, en: en? }, &mut self.found);
        Some(Entry { id: id.get_ref().clone(), origin, name })
    }

    fn entries_left_over(&mut self, raw: &RawList, words: &TextsOf<&'a BTreeMap<Word, Word>>) {
        let known: BTreeSet<&str> =
            raw.entries.get_ref().iter().map(|entry| entry.get_ref().as_str()).collect();
        for (file, words) in self.texts.files().into_iter().zip([words.fr, words.en]) {
            for id in words.keys().filter(|id| !known.contains(id.get_ref().as_str())) {
                let message =
                    format!("list {:?} has no entry {:?} in method.toml", raw.id.get_ref(), id.get_ref());
                let advice = "remove the text, or add the entry to method.toml".to_owned();
                self.found.push(file.mistake(&id.span(), message, advice));
            }
        }
    }

    pub(super) fn audience(&mut self, raw: &'a RawAudience) -> Option<Audience> {
        self.id(&raw.id);
        let origin = self.origin_of("audience", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let words = self.words("audience", &raw.id, |texts| &texts.audiences)?;
        let name = self.texts.text(&TextsOf { fr: &words.fr.name, en: &words.en.name }, &mut self.found);
        let words = self.other_words(&TextsOf { fr: &words.fr.words, en: &words.en.words });
        Some(Audience { id: raw.id.get_ref().clone(), origin: origin?, name, words })
    }

    /// The labels of an audience, which stand for labels that the pack has, in both languages.
    fn other_words(&mut self, words: &TextsOf<&'a BTreeMap<Word, Word>>) -> BTreeMap<String, Text> {
        let places = self.places();
        let texts = self.texts;
        let pairs = [(&texts.fr, words.fr, words.en, "en.toml"), (&texts.en, words.en, words.fr, "fr.toml")];
        for (file, own, other, name) in pairs {
            for place in own.keys() {
                if !places.contains(place.get_ref()) {
                    let message = format!("{:?} is no label of this pack", place.get_ref());
                    let advice =
                        "write title, the id of a step, a block or a criterion, or \"list/entry\"".to_owned();
                    self.found.push(file.mistake(&place.span(), message, advice));
                } else if !other.contains_key(place.get_ref().as_str()) {
                    self.found.push(alone(file, place, name));
                }
            }
        }
        let both = words.fr.iter().filter_map(|(place, fr)| {
            let en = words.en.get(place.get_ref().as_str())?;
            Some((place.get_ref().clone(), texts.text(&TextsOf { fr, en }, &mut self.found)))
        });
        both.collect()
    }

    /// What an audience may call otherwise.
    fn places(&self) -> BTreeSet<String> {
        let raw = self.raw;
        let blocks = raw.step.iter().flat_map(|step| &step.block).map(|block| &block.id);
        let plain =
            raw.step.iter().map(|step| &step.id).chain(blocks).chain(raw.criterion.iter().map(|c| &c.id));
        let entries = raw.list.iter().flat_map(|list| {
            list.entries.get_ref().iter().map(|entry| format!("{}/{}", list.id.get_ref(), entry.get_ref()))
        });
        plain.map(|id| id.get_ref().clone()).chain(entries).chain(["title".to_owned()]).collect()
    }
}

fn alone(file: &File<RawTexts>, place: &Word, other: &str) -> crate::diagnostic::Diagnostic {
    let message = format!("{:?} has no other word in {other}", place.get_ref());
    file.mistake(&place.span(), message, format!("write it in {other} as well, or remove it"))
}
