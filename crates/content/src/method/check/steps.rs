//! Steps and their blocks: each kind of block has its own keys, and no other's.

use std::ops::Range;

use toml::Spanned;

use super::Check;
use crate::method::model::{
    AnswerKind, Answering, Block, BlockKind, BlockWords, Content, GoalPart, Horizons, Item, Sharing, Step,
    Text,
};
use crate::method::raw::{RawBlock, RawBlockTexts, RawStep, Word};
use crate::method::texts::TextsOf;

/// Ten years: beyond, something else than months was meant.
const MOST_MONTHS: i64 = 120;

/// A key of a block, where it stands if it does, and the kinds that have it.
type Key<'k> = (&'k str, Option<Range<usize>>, &'k [BlockKind]);

fn place<T>(value: Option<&Spanned<T>>) -> Option<Range<usize>> {
    value.map(Spanned::span)
}

impl<'a> Check<'a> {
    pub(super) fn step(&mut self, raw: &'a RawStep) -> Option<Step> {
        self.id(&raw.id);
        let origin = self.origin_of("step", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let answering: Option<Answering> = self.given("step", &raw.id, "answering", raw.answering.as_ref());
        let duration = self.duration(raw.duration.as_ref());
        let validated_by = raw.validated_by.iter().filter_map(|party| self.code(party)).collect();
        let back_to = raw.back_to.as_ref().and_then(|word| self.known("step", word, self.step_ids()));
        let blocks = raw.block.iter().filter_map(|block| self.block(block)).collect();
        let words = self.words("step", &raw.id, |texts| &texts.steps)?;
        let name = self.texts.text(&TextsOf { fr: &words.fr.name, en: &words.en.name }, &mut self.found);
        let text = self.texts.text(&TextsOf { fr: &words.fr.text, en: &words.en.text }, &mut self.found);
        let (id, origin, answering) = (raw.id.get_ref().clone(), origin?, answering?);
        Some(Step { id, origin, answering, duration, validated_by, back_to, blocks, name, text })
    }

    fn step_ids(&self) -> Vec<&'a Word> {
        self.raw.step.iter().map(|step| &step.id).collect()
    }

    fn block(&mut self, raw: &'a RawBlock) -> Option<Block> {
        self.id(&raw.id);
        let origin = self.origin_of("block", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let kind = self.given("block", &raw.id, "kind", raw.kind.as_ref());
        let parties = raw.parties.iter().filter_map(|party| self.code(party)).collect();
        let known = self.raw.variant.iter().map(|variant| &variant.id).collect::<Vec<_>>();
        let variants =
            raw.variants.iter().filter_map(|word| self.known("variant", word, known.clone())).collect();
        let words = self.words("block", &raw.id, |texts| &texts.blocks);
        let kind: BlockKind = kind?;
        self.misplaced("block", kind, &keys(raw));
        let duration = self.duration(raw.duration.as_ref());
        let again_months = raw.again_months.as_ref().and_then(|months| self.months(months));
        let content = self.content(kind, raw);
        let items: Vec<Item> = raw.question.iter().filter_map(|q| self.item(kind, raw, q)).collect();
        self.enough(kind, raw, &items);
        let words = self.block_words(kind, raw, &words?);
        let (id, origin, content) = (raw.id.get_ref().clone(), origin?, content?);
        Some(Block { id, origin, content, parties, variants, duration, again_months, items, words })
    }

    /// Keys that belong to another kind.
    fn misplaced(&mut self, what: &str, kind: BlockKind, keys: &[Key<'_>]) {
        for (name, place, kinds) in keys {
            if let Some(place) = place.as_ref().filter(|_| !kinds.contains(&kind)) {
                let homes = kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ");
                let message = format!("{name} has no place in a {what} of kind {kind}");
                self.wrong(place, message, format!("remove it: it belongs to {homes}"));
            }
        }
    }

    fn content(&mut self, kind: BlockKind, raw: &'a RawBlock) -> Option<Content> {
        match kind {
            BlockKind::Learn => Some(Content::Learn),
            BlockKind::Ask => Some(Content::Ask),
            BlockKind::Discuss => {
                self.needs(
                    "block",
                    &raw.id,
                    "duration",
                    raw.duration.is_some(),
                    "duration = { minutes = 30, … }",
                );
                Some(Content::Discuss)
            }
            BlockKind::Goal => Some(Content::Goal),
            BlockKind::Reflect => Some(self.canvas(raw)),
            BlockKind::Grid => self.grid(raw),
            BlockKind::Evaluation => self.horizons(raw).map(|horizons| Content::Evaluation { horizons }),
        }
    }

    fn canvas(&mut self, raw: &'a RawBlock) -> Content {
        let sharing = raw.sharing.as_ref().and_then(|word| self.code(word)).unwrap_or(Sharing::AuthorPicks);
        let repeats = raw.repeats.as_ref().is_some_and(|repeats| *repeats.get_ref());
        let cross = raw.cross.as_ref().and_then(|cross| self.crossed(raw, cross));
        Content::Reflect { sharing, repeats, cross }
    }

    /// Two choices of this canvas, over one and the same list, so that agreement is a diagonal.
    fn crossed(&mut self, raw: &'a RawBlock, cross: &'a Spanned<Vec<Word>>) -> Option<(String, String)> {
        let of = |word: &Word| raw.question.iter().find(|question| question.id == *word);
        let list =
            |word: &Word| of(word).and_then(|q| q.among.as_ref()).map(|among| among.get_ref().as_str());
        match cross.get_ref().as_slice() {
            [one, two] if one != two && list(one).is_some() && list(one) == list(two) => {
                Some((one.get_ref().clone(), two.get_ref().clone()))
            }
            _ => {
                let advice = "name two questions of this block with answer = \"choice\" among the same list";
                self.wrong(&cross.span(), "cross does not name two choices", advice);
                None
            }
        }
    }

    fn grid(&mut self, raw: &'a RawBlock) -> Option<Content> {
        let dimensions =
            self.reference("block", &raw.id, "dimensions", raw.dimensions.as_ref(), self.list_ids());
        let components =
            self.reference("block", &raw.id, "components", raw.components.as_ref(), self.list_ids());
        let evidence =
            raw.evidence.as_ref().map(|evidence| evidence.get_ref().as_slice()).unwrap_or_default();
        self.needs(
            "block",
            &raw.id,
            "evidence",
            !evidence.is_empty(),
            "evidence = [\"interview\", \"document\"]",
        );
        let evidence = evidence.iter().filter_map(|word| self.code(word)).collect();
        let dimensions = dimensions?;
        let entries = self.entries_of(&dimensions);
        let asked = raw.stand_out.as_ref().map(|words| words.get_ref().as_slice()).unwrap_or_default();
        let stand_out =
            asked.iter().filter_map(|word| self.known("dimension", word, entries.clone())).collect();
        Some(Content::Grid { dimensions, components: components?, evidence, stand_out })
    }

    fn horizons(&mut self, raw: &'a RawBlock) -> Option<Horizons> {
        let advice = "horizons = { short = 3, medium = 12, long = 24 }";
        self.needs("block", &raw.id, "horizons", raw.horizons.is_some(), advice);
        let spanned = raw.horizons.as_ref()?;
        let of = spanned.get_ref();
        let (short, medium, long) = (self.months(&of.short), self.months(&of.medium), self.months(&of.long));
        let horizons = Horizons { short: short?, medium: medium?, long: long? };
        if !(horizons.short < horizons.medium && horizons.medium < horizons.long) {
            self.wrong(&spanned.span(), "the horizons do not follow each other", "write months that rise");
        }
        Some(horizons)
    }

    fn months(&mut self, given: &Spanned<i64>) -> Option<u16> {
        let asked = *given.get_ref();
        let months = u16::try_from(asked).ok().filter(|_| (1..=MOST_MONTHS).contains(&asked));
        if months.is_none() {
            let advice = format!("write whole months, from 1 to {MOST_MONTHS}");
            self.wrong(&given.span(), format!("{asked} is no number of months"), advice);
        }
        months
    }

    /// Something that a kind cannot do without.
    pub(super) fn needs(&mut self, what: &str, id: &Word, key: &str, is_there: bool, example: &str) {
        if !is_there {
            let message = format!("{what} {:?} has no {key}", id.get_ref());
            self.wrong(&id.span(), message, format!("add {example}"));
        }
    }

    /// Questions enough for the kind to make sense.
    fn enough(&mut self, kind: BlockKind, raw: &RawBlock, items: &[Item]) {
        let none = raw.question.is_empty();
        let id = raw.id.get_ref();
        match kind {
            BlockKind::Ask | BlockKind::Reflect | BlockKind::Discuss | BlockKind::Evaluation if none => {
                let message = format!("block {id:?} has no question");
                self.wrong(
                    &raw.id.span(),
                    message,
                    "add a [[step.block.question]] under it, or remove the block",
                );
            }
            BlockKind::Goal => {
                for part in [GoalPart::Objective, GoalPart::Indicator] {
                    let many = items.iter().filter(|item| item.part == Some(part)).count();
                    if many != 1 {
                        let message = format!("block {id:?} has {many} questions of part {part}");
                        self.wrong(
                            &raw.id.span(),
                            message,
                            format!("a goal has one question with part = \"{part}\""),
                        );
                    }
                }
            }
            _ => {}
        }
    }

    fn block_words(
        &mut self,
        kind: BlockKind,
        raw: &'a RawBlock,
        words: &TextsOf<&'a RawBlockTexts>,
    ) -> BlockWords {
        let title = self.texts.text(&TextsOf { fr: &words.fr.title, en: &words.en.title }, &mut self.found);
        let text = TextsOf { fr: words.fr.text.as_ref(), en: words.en.text.as_ref() };
        let text = self.sentences(&raw.id, "text", kind == BlockKind::Learn, &text);
        let sheet = TextsOf { fr: words.fr.facilitation.as_ref(), en: words.en.facilitation.as_ref() };
        let facilitation = self.sentences(&raw.id, "facilitation", kind == BlockKind::Discuss, &sheet);
        BlockWords { title, text, facilitation }
    }

    /// Paragraphs that a block must or may have.
    fn sentences(
        &mut self,
        id: &Word,
        key: &str,
        must: bool,
        words: &TextsOf<Option<&'a Spanned<Vec<Word>>>>,
    ) -> Text<Vec<String>> {
        if let (Some(fr), Some(en)) = (words.fr, words.en) {
            return self.texts.paragraphs(&TextsOf { fr, en }, &mut self.found);
        }
        let has = |file: &str, there: bool| (!there).then(|| file.to_owned());
        if must || words.fr.is_some() || words.en.is_some() {
            let missing = [has("fr.toml", words.fr.is_some()), has("en.toml", words.en.is_some())];
            for file in missing.into_iter().flatten() {
                let message = format!("block {:?} has no {key} in {file}", id.get_ref());
                self.wrong(
                    &id.span(),
                    message,
                    format!("add {key} = [\"…\"] to {file}, under [blocks.{}]", id.get_ref()),
                );
            }
        }
        Text { fr: Vec::new(), en: Vec::new() }
    }
}

/// The keys that only some kinds of blocks have.
fn keys(raw: &RawBlock) -> Vec<Key<'static>> {
    use BlockKind::{Ask, Discuss, Evaluation, Grid, Learn, Reflect};
    const TIMED: &[BlockKind] = &[Learn, Ask, Reflect, Discuss, Grid];
    vec![
        ("duration", place(raw.duration.as_ref()), TIMED),
        ("again_months", place(raw.again_months.as_ref()), &[Ask, Reflect, Grid]),
        ("sharing", place(raw.sharing.as_ref()), &[Reflect]),
        ("repeats", place(raw.repeats.as_ref()), &[Reflect]),
        ("cross", place(raw.cross.as_ref()), &[Reflect]),
        ("dimensions", place(raw.dimensions.as_ref()), &[Grid]),
        ("components", place(raw.components.as_ref()), &[Grid]),
        ("evidence", place(raw.evidence.as_ref()), &[Grid]),
        ("stand_out", place(raw.stand_out.as_ref()), &[Grid]),
        ("horizons", place(raw.horizons.as_ref()), &[Evaluation]),
    ]
}

/// What a kind of block may ask; the first is meant where the pack does not say.
pub(super) const fn answers_of(kind: BlockKind) -> &'static [AnswerKind] {
    use AnswerKind::{Aloud, Choice, Matrix, Observation, Quiz, Ranking, Scale, Text, YesNo};
    match kind {
        BlockKind::Learn => &[Quiz],
        BlockKind::Ask => &[YesNo, Scale, Choice, Text, Matrix, Ranking],
        BlockKind::Reflect => &[Text, Choice, Scale, Matrix, Ranking],
        BlockKind::Discuss => &[Aloud],
        BlockKind::Grid => &[Observation],
        BlockKind::Goal => &[Text, Choice],
        BlockKind::Evaluation => &[Text, Scale, Choice, YesNo],
    }
}
