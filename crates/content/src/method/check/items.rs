//! Questions: each way of answering has its own keys and words, and no other's.

use std::ops::Range;

use toml::Spanned;

use super::{Check, steps::answers_of};
use crate::method::model::{Answer, AnswerKind, BlockKind, GoalPart, Item, Text};
use crate::method::raw::{RawBlock, RawQuestion, RawQuestionTexts, Word};
use crate::method::texts::TextsOf;

type Words<'a> = TextsOf<&'a RawQuestionTexts>;

/// A key of a question, where it stands if it does, and the ways of answering that have it.
type Key<'k> = (&'k str, Option<Range<usize>>, &'k [AnswerKind]);

fn place<T>(value: Option<&Spanned<T>>) -> Option<Range<usize>> {
    value.map(Spanned::span)
}

fn is_on(flag: Option<&Spanned<bool>>) -> bool {
    flag.is_some_and(|flag| *flag.get_ref())
}

impl<'a> Check<'a> {
    pub(super) fn item(
        &mut self,
        kind: BlockKind,
        block: &'a RawBlock,
        raw: &'a RawQuestion,
    ) -> Option<Item> {
        self.id(&raw.id);
        let origin = self.origin_of("question", &raw.id, raw.provenance.as_ref(), raw.source.as_ref());
        let criterion = self.criterion_of(kind, raw);
        let words = self.words("question", &raw.id, |texts| &texts.questions);
        let answer_kind = self.answer_kind(kind, raw);
        let after = raw.after.as_ref().and_then(|word| self.earlier(block, raw, word));
        let place = self.place_in_grid(kind, block, raw);
        let part = self.part_of_goal(kind, raw);
        let words = words?;
        let text = self.texts.text(&TextsOf { fr: &words.fr.text, en: &words.en.text }, &mut self.found);
        let help = TextsOf { fr: words.fr.help.as_ref(), en: words.en.help.as_ref() };
        let help = self.texts.may_have(&help, &mut self.found);
        let situation = TextsOf { fr: words.fr.situation.as_ref(), en: words.en.situation.as_ref() };
        let situation_text = self.texts.may_have(&situation, &mut self.found);
        let answer_kind = answer_kind?;
        self.keys_of_answer(answer_kind, raw, &words);
        let answer = self.answer(answer_kind, raw, &words);
        Some(Item {
            id: raw.id.get_ref().clone(),
            origin: origin?,
            answer: answer?,
            criterion,
            optional: is_on(raw.optional.as_ref()),
            situation: is_on(raw.situation.as_ref()),
            after,
            place,
            part,
            text,
            help,
            situation_text,
        })
    }

    fn answer_kind(&mut self, kind: BlockKind, raw: &'a RawQuestion) -> Option<AnswerKind> {
        let allowed = answers_of(kind);
        let Some(word) = &raw.answer else { return allowed.first().copied() };
        let given: AnswerKind = self.code(word)?;
        if !allowed.contains(&given) {
            let codes = allowed.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ");
            let message = format!("a block of kind {kind} has no question with answer {given}");
            self.wrong(&word.span(), message, format!("write one of {codes}"));
            return None;
        }
        Some(given)
    }

    /// In a pack with criteria, whatever a campaign asks by yes or no counts for one.
    fn criterion_of(&mut self, kind: BlockKind, raw: &'a RawQuestion) -> Option<String> {
        let known: Vec<_> = self.raw.criterion.iter().map(|criterion| &criterion.id).collect();
        let counts = kind == BlockKind::Ask && raw.answer.as_ref().is_none_or(|a| a.get_ref() == "yes_no");
        match &raw.criterion {
            Some(word) => self.known("criterion", word, known),
            None if counts && !known.is_empty() => {
                self.reference("question", &raw.id, "criterion", None, known)
            }
            None => None,
        }
    }

    /// A question can wait for one that stands before it in its block.
    fn earlier(&mut self, block: &'a RawBlock, raw: &'a RawQuestion, word: &'a Word) -> Option<String> {
        let before = block.question.iter().map(|question| &question.id).take_while(|id| **id != raw.id);
        let before: Vec<_> = before.collect();
        if before.contains(&word) {
            return Some(word.get_ref().clone());
        }
        let message = format!("no question {:?} stands before this one in its block", word.get_ref());
        self.wrong(&word.span(), message, "name a question that is asked earlier");
        None
    }

    fn place_in_grid(
        &mut self,
        kind: BlockKind,
        block: &'a RawBlock,
        raw: &'a RawQuestion,
    ) -> Option<(String, String)> {
        let given = [("dimension", &raw.dimension), ("component", &raw.component)];
        if kind != BlockKind::Grid {
            for (key, word) in given {
                self.out_of_place(key, word.as_ref().map(Spanned::span), "a question of a grid");
            }
            return None;
        }
        let lists = [&block.dimensions, &block.components];
        let [dimension, component] = [0, 1].map(|n| {
            let entries = lists[n].as_ref().map(|list| self.entries_of(list.get_ref())).unwrap_or_default();
            self.reference("question", &raw.id, given[n].0, given[n].1.as_ref(), entries)
        });
        dimension.zip(component)
    }

    fn part_of_goal(&mut self, kind: BlockKind, raw: &'a RawQuestion) -> Option<GoalPart> {
        if kind == BlockKind::Goal {
            return self.given("question", &raw.id, "part", raw.part.as_ref());
        }
        self.out_of_place("part", place(raw.part.as_ref()), "a question of a goal");
        None
    }

    fn out_of_place(&mut self, key: &str, at: Option<Range<usize>>, home: &str) {
        if let Some(at) = at {
            self.wrong(&at, format!("{key} has no place here"), format!("remove it: it belongs to {home}"));
        }
    }

    /// Keys and words that belong to another way of answering.
    fn keys_of_answer(&mut self, kind: AnswerKind, raw: &'a RawQuestion, words: &Words<'a>) {
        use AnswerKind::{Choice, Matrix, Quiz, Ranking, Scale, YesNo};
        let keys: [Key<'_>; 7] = [
            ("polarity", place(raw.polarity.as_ref()), &[YesNo]),
            ("among", place(raw.among.as_ref()), &[Scale, Choice, Matrix, Ranking, Quiz]),
            ("many", place(raw.many.as_ref()), &[Choice]),
            ("rows", place(raw.rows.as_ref()), &[Matrix]),
            ("most", place(raw.most.as_ref()), &[Ranking]),
            ("right", place(raw.right.as_ref()), &[Quiz]),
            ("situation", place(raw.situation.as_ref()), &[Scale, Choice, Matrix, YesNo]),
        ];
        for (key, at, kinds) in keys {
            if !kinds.contains(&kind) {
                let homes = kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ");
                self.out_of_place(key, at, &homes);
            }
        }
        for (file, texts) in self.texts.files().into_iter().zip([words.fr, words.en]) {
            let said = [
                ("vigilance", &texts.vigilance, kind == YesNo),
                ("explanation", &texts.explanation, kind == Quiz),
                ("situation", &texts.situation, is_on(raw.situation.as_ref())),
            ];
            for (key, word, fits) in said {
                if let Some(word) = word.as_ref().filter(|_| !fits) {
                    let message = format!("question {:?} has no use for {key}", raw.id.get_ref());
                    let advice = "remove it, or correct method.toml".to_owned();
                    self.found.push(file.mistake(&word.span(), message, advice));
                }
            }
        }
    }

    fn answer(&mut self, kind: AnswerKind, raw: &'a RawQuestion, words: &Words<'a>) -> Option<Answer> {
        match kind {
            AnswerKind::YesNo => {
                let polarity = self.given("question", &raw.id, "polarity", raw.polarity.as_ref());
                let said = TextsOf { fr: words.fr.vigilance.as_ref(), en: words.en.vigilance.as_ref() };
                let vigilance = self.said(raw, "vigilance", &said);
                Some(Answer::YesNo { polarity: polarity?, vigilance: vigilance? })
            }
            AnswerKind::Scale => Some(Answer::Scale { levels: self.among(raw)? }),
            AnswerKind::Choice => {
                Some(Answer::Choice { among: self.among(raw)?, many: is_on(raw.many.as_ref()) })
            }
            AnswerKind::Matrix => {
                let rows = self.reference("question", &raw.id, "rows", raw.rows.as_ref(), self.list_ids());
                Some(Answer::Matrix { columns: self.among(raw)?, rows: rows? })
            }
            AnswerKind::Ranking => self.ranking(raw),
            AnswerKind::Quiz => self.quiz(raw, words),
            AnswerKind::Text => Some(Answer::Text),
            AnswerKind::Aloud => Some(Answer::Aloud),
            AnswerKind::Observation => Some(Answer::Observation),
        }
    }

    fn among(&mut self, raw: &'a RawQuestion) -> Option<String> {
        self.reference("question", &raw.id, "among", raw.among.as_ref(), self.list_ids())
    }

    fn ranking(&mut self, raw: &'a RawQuestion) -> Option<Answer> {
        let among = self.among(raw)?;
        let Some(asked) = &raw.most else { return Some(Answer::Ranking { among, most: None }) };
        let entries = self.entries_of(&among).len();
        let most =
            u8::try_from(*asked.get_ref()).ok().filter(|most| (1..=entries).contains(&usize::from(*most)));
        if most.is_none() {
            let message = format!("{} is no number of entries to rank", asked.get_ref());
            self.wrong(&asked.span(), message, format!("write a number from 1 to {entries}"));
        }
        Some(Answer::Ranking { among, most: Some(most?) })
    }

    fn quiz(&mut self, raw: &'a RawQuestion, words: &Words<'a>) -> Option<Answer> {
        let among = self.among(raw);
        let right = raw.right.as_ref().map(|right| right.get_ref().as_slice()).unwrap_or_default();
        self.needs("question", &raw.id, "right", !right.is_empty(), "right = [the entries that are right]");
        let said = TextsOf { fr: words.fr.explanation.as_ref(), en: words.en.explanation.as_ref() };
        let explanation = self.said(raw, "explanation", &said);
        let among = among?;
        let entries = self.entries_of(&among);
        let right = right.iter().filter_map(|word| self.known("entry", word, entries.clone())).collect();
        Some(Answer::Quiz { among, right, explanation: explanation? })
    }

    /// Words that this way of answering cannot do without.
    fn said(&mut self, raw: &'a RawQuestion, key: &str, words: &TextsOf<Option<&'a Word>>) -> Option<Text> {
        for (file, word) in [("fr.toml", words.fr), ("en.toml", words.en)] {
            if word.is_none() {
                let message = format!("question {:?} has no {key} in {file}", raw.id.get_ref());
                self.wrong(&raw.id.span(), message, format!("add {key} to {file}, under the same id"));
            }
        }
        Some(self.texts.text(&TextsOf { fr: words.fr?, en: words.en? }, &mut self.found))
    }
}
