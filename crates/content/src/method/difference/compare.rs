//! Part by part: matched by id, compared without their words, then with them.

use std::collections::BTreeSet;

use super::{Change, Changed};
use crate::method::model::{Answer, Block, Content, Item, List, Method, Sharing};

pub(super) fn all(old: &Method, new: &Method) -> Vec<Changed> {
    let mut found = Vec::new();
    head(old, new, &mut found);
    lists(old, new, &mut found);
    blocks(old, new, &mut found);
    questions(old, new, &mut found);
    found
}

fn push(found: &mut Vec<Changed>, change: Change, what: &'static str, id: &str) {
    found.push(Changed { change, what, id: id.to_owned() });
}

/// What is in one version only, and whether what is in both stands in another order.
fn presence(what: &'static str, old: &[&str], new: &[&str], found: &mut Vec<Changed>) {
    let [before, after] = [old, new].map(|ids| ids.iter().copied().collect::<BTreeSet<_>>());
    before.difference(&after).for_each(|id| push(found, Change::Removed, what, id));
    after.difference(&before).for_each(|id| push(found, Change::Added, what, id));
    let kept = |ids: &[&str], other: &BTreeSet<&str>| {
        ids.iter().filter(|id| other.contains(**id)).map(|id| (*id).to_owned()).collect::<Vec<_>>()
    };
    let (one, two) = (kept(old, &after), kept(new, &before));
    for (_, moved) in one.iter().zip(&two).filter(|(one, two)| one != two) {
        push(found, Change::Reordered, what, moved);
    }
}

fn head(old: &Method, new: &Method, found: &mut Vec<Changed>) {
    let mut tell = |change, is_other: bool, what| {
        if is_other {
            push(found, change, what, &new.id);
        }
    };
    tell(Change::Reworded, old.texts != new.texts, "method");
    tell(Change::ReadByOthers, old.participants.parties != new.participants.parties, "participants");
    tell(Change::ToldOtherwise, old.roles != new.roles, "roles");
    tell(Change::ToldOtherwise, old.outputs != new.outputs, "outputs");
    tell(Change::ToldOtherwise, old.lessons != new.lessons, "lessons");
    tell(Change::ToldOtherwise, old.sources != new.sources, "sources");
    tell(Change::ToldOtherwise, old.minutes != new.minutes, "minutes");
    tell(Change::ToldOtherwise, old.audiences != new.audiences, "audiences");
    tell(Change::ToldOtherwise, old.phases != new.phases, "phases");
    let about = |method: &Method| {
        (method.maturity, method.licence.clone(), method.authors.clone(), method.sphere, method.wording)
    };
    tell(Change::ToldOtherwise, about(old) != about(new), "head");
    let counts = |method: &Method| {
        method
            .criteria
            .iter()
            .map(|criterion| (criterion.id.clone(), criterion.group.clone()))
            .collect::<BTreeSet<_>>()
    };
    tell(Change::AskedOtherwise, counts(old) != counts(new), "criteria");
    tell(Change::Reworded, counts(old) == counts(new) && old.criteria != new.criteria, "criteria");
    tell(Change::ToldOtherwise, old.groups != new.groups, "groups");
    let ids =
        |method: &Method| method.variants.iter().map(|variant| variant.id.clone()).collect::<BTreeSet<_>>();
    tell(Change::ReadByOthers, ids(old) != ids(new), "variants");
    tell(Change::Reworded, ids(old) == ids(new) && old.variants != new.variants, "variants");
    steps(old, new, found);
}

/// Steps are the way, not what is asked: blocks and questions are compared by themselves.
fn steps(old: &Method, new: &Method, found: &mut Vec<Changed>) {
    let plain = |method: &Method| {
        let bare = |step: &crate::method::model::Step| {
            let mut step = step.clone();
            step.blocks.clear();
            step
        };
        method.steps.iter().map(bare).collect::<Vec<_>>()
    };
    for step in plain(new) {
        let before = plain(old).into_iter().find(|known| known.id == step.id);
        if before.as_ref().is_none_or(|before| before != &step) {
            push(found, Change::ToldOtherwise, "step", &step.id);
        }
    }
    for step in plain(old).iter().filter(|step| new.steps.iter().all(|known| known.id != step.id)) {
        push(found, Change::ToldOtherwise, "step", &step.id);
    }
}

fn lists(old: &Method, new: &Method, found: &mut Vec<Changed>) {
    for list in &new.lists {
        // A list that nothing named before changes no answer.
        let Some(before) = old.list(&list.id) else { continue };
        entries(before, list, is_ordered(old, &list.id) || is_ordered(new, &list.id), found);
    }
}

/// Whether the order of a list means something: that of a scale does.
fn is_ordered(method: &Method, list: &str) -> bool {
    method.items().any(|item| matches!(&item.answer, Answer::Scale { levels } if levels == list))
}

fn entries(old: &List, new: &List, ordered: bool, found: &mut Vec<Changed>) {
    let [before, after] =
        [old, new].map(|list| list.entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>());
    let [one, two] = [&before, &after].map(|ids| ids.iter().collect::<BTreeSet<_>>());
    if one != two || (ordered && before != after) {
        push(found, Change::AskedOtherwise, "list", &new.id);
    } else if before != after {
        push(found, Change::Reordered, "list", &new.id);
    }
    for entry in &new.entries {
        if old.entry(&entry.id).is_some_and(|known| known.name != entry.name) {
            push(found, Change::Reworded, "list", &new.id);
        }
    }
    if old.origin != new.origin {
        push(found, Change::ToldOtherwise, "list", &new.id);
    }
}

fn blocks(old: &Method, new: &Method, found: &mut Vec<Changed>) {
    presence("block", &block_ids(old), &block_ids(new), found);
    for block in new.blocks() {
        if let Some(known) = old.block(&block.id) {
            compare_blocks(known, block, found);
        }
    }
}

fn block_ids(method: &Method) -> Vec<&str> {
    method.blocks().map(|block| block.id.as_str()).collect()
}

fn compare_blocks(old: &Block, new: &Block, found: &mut Vec<Changed>) {
    let id = &new.id;
    let opened = old.is_private() != new.is_private() || sharing(old) != sharing(new);
    if opened || old.parties != new.parties || old.variants != new.variants {
        push(found, Change::ReadByOthers, "block", id);
    }
    if old.content != new.content && !opened {
        push(found, Change::AskedOtherwise, "block", id);
    }
    if old.words != new.words {
        push(found, Change::Reworded, "block", id);
    }
    if (&old.origin, &old.duration, old.again_months) != (&new.origin, &new.duration, new.again_months) {
        push(found, Change::ToldOtherwise, "block", id);
    }
}

const fn sharing(block: &Block) -> Option<Sharing> {
    match block.content {
        Content::Reflect { sharing, .. } => Some(sharing),
        _ => None,
    }
}

/// Every question with the block in which it stands.
fn placed(method: &Method) -> Vec<(&Item, &str)> {
    method.blocks().flat_map(|block| block.items.iter().map(move |item| (item, block.id.as_str()))).collect()
}

fn questions(old: &Method, new: &Method, found: &mut Vec<Changed>) {
    let (before, after) = (placed(old), placed(new));
    let [one, two] =
        [&before, &after].map(|all| all.iter().map(|(item, _)| item.id.as_str()).collect::<Vec<_>>());
    presence("question", &one, &two, found);
    for (item, block) in &after {
        let Some((known, known_in)) = before.iter().find(|(known, _)| known.id == item.id) else { continue };
        if known_in != block {
            push(found, Change::Moved, "question", &item.id);
        }
        compare_questions(known, item, found);
    }
}

fn compare_questions(old: &Item, new: &Item, found: &mut Vec<Changed>) {
    let mut tell = |change, is_other: bool| {
        if is_other {
            push(found, change, "question", &new.id);
        }
    };
    tell(Change::MadeOptional, new.optional && !old.optional);
    tell(Change::MadeRequired, old.optional && !new.optional);
    tell(Change::Moved, old.place != new.place || old.part != new.part);
    let asked = |item: &Item| {
        (without_words(&item.answer), item.criterion.clone(), item.situation, item.after.clone())
    };
    tell(Change::AskedOtherwise, asked(old) != asked(new));
    let words = |item: &Item| {
        (item.text.clone(), item.help.clone(), item.situation_text.clone(), words_of(&item.answer))
    };
    tell(Change::Reworded, words(old) != words(new));
    tell(Change::ToldOtherwise, old.origin != new.origin);
}

/// The answer as it counts.
fn without_words(answer: &Answer) -> String {
    match answer {
        Answer::YesNo { polarity, .. } => format!("yes_no {polarity}"),
        Answer::Scale { levels } => format!("scale {levels}"),
        Answer::Choice { among, many } => format!("choice {among} {many}"),
        Answer::Matrix { rows, columns } => format!("matrix {rows} {columns}"),
        Answer::Ranking { among, most } => format!("ranking {among} {most:?}"),
        Answer::Quiz { among, right, .. } => format!("quiz {among} {right:?}"),
        Answer::Text | Answer::Aloud | Answer::Observation => answer.kind().code().to_owned(),
    }
}

fn words_of(answer: &Answer) -> Option<crate::method::model::Text> {
    match answer {
        Answer::YesNo { vigilance: words, .. } | Answer::Quiz { explanation: words, .. } => {
            Some(words.clone())
        }
        _ => None,
    }
}
