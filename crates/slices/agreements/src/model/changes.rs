//! What changed from one version of an article to the next, word by word for its text, field by field for its terms.

use super::clause::Version;

/// A run of words: kept, taken out or put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    Same(String),
    Out(String),
    In(String),
}

/// The parts of an article that a version may change, by the name of their field in the form.
pub const PARTS: [&str; 12] = [
    "title",
    "text",
    "what",
    "owner",
    "owner_party",
    "due_on",
    "indicator",
    "unit",
    "threshold",
    "direction",
    "trigger_space",
    "reviews",
];

/// The names of the parts that differ; the reason given for a version is no part of it.
pub fn changed(before: &Version, after: &Version) -> Vec<&'static str> {
    let (a, b) = (&before.terms, &after.terms);
    let reviews = |t: &super::clause::Terms| [t.short_on, t.medium_on, t.long_on];
    let differs = [
        before.title != after.title,
        before.text != after.text,
        a.what != b.what,
        a.owner != b.owner,
        a.owner_party != b.owner_party,
        a.due_on != b.due_on,
        a.indicator != b.indicator,
        a.unit != b.unit,
        a.threshold != b.threshold,
        a.direction != b.direction,
        a.trigger_space != b.trigger_space,
        reviews(a) != reviews(b),
    ];
    PARTS.into_iter().zip(differs).filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

/// The longest common subsequence of words, as runs. Words are cut at blanks; the blanks stay with the word before.
pub fn runs(before: &str, after: &str) -> Vec<Run> {
    let (old, new) = (words(before), words(after));
    let longest = longest(&old, &new);
    let (mut i, mut j, mut runs) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i].trim_end() == new[j].trim_end() {
            push(&mut runs, Run::Same(new[j].to_owned()));
            (i, j) = (i + 1, j + 1);
        } else if i < old.len() && (j == new.len() || longest[i + 1][j] >= longest[i][j + 1]) {
            push(&mut runs, Run::Out(old[i].to_owned()));
            i += 1;
        } else {
            push(&mut runs, Run::In(new[j].to_owned()));
            j += 1;
        }
    }
    runs
}

fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// For each pair of places, how many words the rests have in common.
fn longest(old: &[&str], new: &[&str]) -> Vec<Vec<u16>> {
    let mut table = vec![vec![0_u16; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            table[i][j] = if old[i].trim_end() == new[j].trim_end() {
                table[i + 1][j + 1].saturating_add(1)
            } else {
                table[i + 1][j].max(table[i][j + 1])
            };
        }
    }
    table
}

/// Adds a word to the last run where it is of the same kind.
fn push(runs: &mut Vec<Run>, run: Run) {
    match (runs.last_mut(), &run) {
        (Some(Run::Same(text)), Run::Same(word))
        | (Some(Run::Out(text)), Run::Out(word))
        | (Some(Run::In(text)), Run::In(word)) => text.push_str(word),
        _ => runs.push(run),
    }
}

#[cfg(test)]
mod tests {
    use super::{Run, runs};
    use proptest::prelude::*;

    #[test]
    fn only_the_words_that_differ_are_marked() {
        let got =
            runs("jamais utilisé pour juger une personne", "jamais utilisé pour noter ni juger une personne");
        assert_eq!(
            got,
            [
                Run::Same("jamais utilisé pour ".into()),
                Run::In("noter ni ".into()),
                Run::Same("juger une personne".into()),
            ]
        );
    }

    proptest! {
        #[test]
        fn what_is_not_taken_out_is_the_new_text(old in "[a-c ]{0,30}", new in "[a-c ]{0,30}") {
            let kept: String = runs(&old, &new).into_iter().filter_map(|run| match run {
                Run::Same(text) | Run::In(text) => Some(text),
                Run::Out(_) => None,
            }).collect();
            prop_assert_eq!(kept, new);
        }
    }
}
