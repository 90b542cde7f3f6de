//! From a question to the fields of a form, whatever the way of answering; names are those that `content` reads.

use content::method::{Answer, Evidence, Item, MOST_CHARACTERS};
use platform::form::Form;
use ui::field::{Choice, Field};

use super::Reading;

/// The fields of a question, in order; none for what is answered by talking.
pub fn fields(reading: &Reading<'_>, item: &Item, evidence: &[Evidence], form: &Form) -> Vec<Field> {
    let mut all = Vec::new();
    if item.situation {
        let own = item.situation_text(reading.content).map(str::to_owned);
        let asked = own.unwrap_or_else(|| reading.t.say("block-situation"));
        let name = format!("{}.situation", item.id);
        all.push(Field::area(reading.t, form, &name, asked).most(MOST_CHARACTERS));
    }
    all.extend(answer(reading, item, evidence, form));
    if item.optional {
        all = all.into_iter().map(|field| field.optional(reading.t)).collect();
    }
    all
}

fn answer(reading: &Reading<'_>, item: &Item, evidence: &[Evidence], form: &Form) -> Vec<Field> {
    let (t, text) = (reading.t, item.text(reading.content).to_owned());
    let hint = item.help(reading.content).unwrap_or_default();
    match &item.answer {
        Answer::YesNo { .. } => vec![Field::radios(t, form, &item.id, text, yes_no(reading)).hint(hint)],
        Answer::Scale { levels: list }
        | Answer::Choice { among: list, many: false }
        | Answer::Quiz { among: list, .. } => {
            vec![Field::radios(t, form, &item.id, text, with_dont_know(reading, list)).hint(hint)]
        }
        Answer::Choice { among, many: true } => {
            vec![Field::boxes(t, form, &item.id, text, with_dont_know(reading, among)).hint(hint)]
        }
        Answer::Text => vec![Field::area(t, form, &item.id, text).hint(hint).most(MOST_CHARACTERS)],
        Answer::Matrix { rows, columns } => matrix(reading, item, rows, columns, form),
        Answer::Ranking { among, most } => ranking(reading, item, among, *most, form),
        Answer::Observation => observation(reading, item, evidence, form),
        Answer::Aloud => Vec::new(),
    }
}

fn yes_no(reading: &Reading<'_>) -> Vec<Choice> {
    let codes = ["yes", "no", "dont_know", "not_applicable"];
    codes.map(|code| Choice::new(code, reading.t.say_code("answer-choice", code))).into()
}

fn entries(reading: &Reading<'_>, list: &str) -> Vec<Choice> {
    let entries = reading.method.list(list).map(|list| list.entries.as_slice()).unwrap_or_default();
    entries.iter().map(|entry| Choice::new(&entry.id, entry.name(reading.content))).collect()
}

fn with_dont_know(reading: &Reading<'_>, list: &str) -> Vec<Choice> {
    let mut choices = entries(reading, list);
    choices.push(Choice::new("dont_know", reading.t.say_code("answer-choice", "dont_know")));
    choices
}

/// Row by row: each is a question of its own, which screen readers and phones read well.
fn matrix(reading: &Reading<'_>, item: &Item, rows: &str, columns: &str, form: &Form) -> Vec<Field> {
    let row = |row: Choice| {
        let legend = format!("{} {}", item.text(reading.content), row.label);
        let name = format!("{}.{}", item.id, row.code);
        Field::radios(reading.t, form, &name, legend, with_dont_know(reading, columns))
    };
    entries(reading, rows).into_iter().map(row).collect()
}

fn ranking(reading: &Reading<'_>, item: &Item, among: &str, most: Option<u8>, form: &Form) -> Vec<Field> {
    let all = entries(reading, among);
    let most = most.map_or(all.len(), usize::from);
    let places = |t: &platform::T| {
        let none = Choice::new("", t.say("block-no-place"));
        let place = |n: usize| Choice::new(n.to_string(), t.one("block-place", "n", n as i64));
        std::iter::once(none).chain((1..=most).map(place)).collect::<Vec<_>>()
    };
    let entry = |entry: Choice| {
        let name = format!("{}.{}", item.id, entry.code);
        Field::select(reading.t, form, &name, entry.label, places(reading.t))
    };
    all.into_iter().map(entry).collect()
}

/// A line of a grid: the same four things for every pack.
fn observation(reading: &Reading<'_>, item: &Item, evidence: &[Evidence], form: &Form) -> Vec<Field> {
    let t = reading.t;
    let of = |part: &str| format!("{}.{part}", item.id);
    let hint = item.help(reading.content).unwrap_or_default();
    let read = ["strength", "weakness", "neither", "not_a_user", "dont_know"];
    let read = read.map(|code| Choice::new(code, t.say_code("block-reading", code))).into();
    let kinds = evidence.iter().map(|kind| Choice::new(kind.code(), t.say_code("block-evidence", kind)));
    vec![
        Field::area(t, form, &of("seen"), item.text(reading.content)).hint(hint).most(MOST_CHARACTERS),
        Field::boxes(t, form, &of("evidence"), t.say("block-evidence"), kinds.collect()),
        Field::radios(t, form, &of("reading"), t.say("block-reading"), read),
        Field::area(t, form, &of("better"), t.say("block-better")).optional(t).most(MOST_CHARACTERS),
    ]
}
