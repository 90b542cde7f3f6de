//! The head of a pack: identity, who takes part, how long, sources, groups and criteria.

use kernel::{Party, Phase};
use toml::Spanned;

use super::{Check, MOST_MINUTES, basics::Vocabulary};
use crate::method::model::{Criterion, Duration, Group, Minutes, Participants, Source, Version};
use crate::method::raw::{RawCriterion, RawDuration, RawGroup, RawMinutes, RawSource};
use crate::method::texts::TextsOf;

impl<'a> Check<'a> {
    pub(super) fn folder(&mut self, folder: &str) {
        let id = &self.raw.id;
        if id.get_ref() != folder {
            let message = format!("the method is called {:?} and its folder {folder:?}", id.get_ref());
            self.wrong(&id.span(), message, "give both the same name");
        }
    }

    pub(super) fn header(&mut self) {
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

    pub(super) fn version(&mut self) -> Option<Version> {
        let word = &self.raw.version;
        let version = word.get_ref().parse();
        if let Err(error) = &version {
            self.wrong(&word.span(), format!("{error}"), "write three numbers, such as 1.0.0");
        }
        version.ok()
    }

    pub(super) fn phases(&mut self) -> Vec<Phase> {
        let spanned = &self.raw.phases;
        if spanned.get_ref().is_empty() {
            let advice = format!("write when it may be run, among {}", Phase::codes());
            self.wrong(&spanned.span(), "the method is for no phase of a project", advice);
        }
        spanned.get_ref().iter().filter_map(|phase| self.code(phase)).collect()
    }

    pub(super) fn participants(&mut self) -> Option<Participants> {
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

    pub(super) fn minutes(&mut self, spanned: &'a Spanned<RawMinutes>) -> Option<Minutes> {
        let raw = spanned.get_ref();
        let origin =
            self.origin("this duration", &spanned.span(), raw.provenance.as_ref(), raw.source.as_ref());
        let minutes = self.number_of_minutes(&raw.minutes);
        Some(Minutes { answering: self.code(&raw.answering)?, minutes: minutes?, origin: origin? })
    }

    pub(super) fn source(&mut self, raw: &'a RawSource) -> Option<Source> {
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

    pub(super) fn group(&mut self, raw: &'a RawGroup) -> Option<Group> {
        self.id(&raw.id);
        let origin = self.origin_of("group", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let name = self.words("group", &raw.id, |texts| &texts.groups)?;
        let name = self.texts.text(&name, &mut self.found);
        Some(Group { id: raw.id.get_ref().clone(), origin: origin?, name })
    }

    pub(super) fn criterion(&mut self, raw: &'a RawCriterion) -> Option<Criterion> {
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

    pub(super) fn duration(&mut self, spanned: Option<&'a Spanned<RawDuration>>) -> Option<Duration> {
        let raw = spanned?.get_ref();
        let place = spanned?.span();
        let origin = self.origin("this duration", &place, raw.provenance.as_ref(), raw.source.as_ref());
        let minutes = self.number_of_minutes(&raw.minutes);
        Some(Duration { minutes: minutes?, origin: origin? })
    }

    fn number_of_minutes(&mut self, asked: &Spanned<i64>) -> Option<u16> {
        let given = *asked.get_ref();
        let minutes = u16::try_from(given).ok().filter(|_| (1..=MOST_MINUTES).contains(&given));
        if minutes.is_none() {
            let advice = format!("write whole minutes, from 1 to {MOST_MINUTES}");
            self.wrong(&asked.span(), format!("{given} is no number of minutes"), advice);
        }
        minutes
    }
}
