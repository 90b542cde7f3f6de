//! What was answered, question by question, in words, with the way back to each.

use jiff::civil::Date;
use platform::T;

use super::{Describing, PATH, question::choice_label};
use crate::model::{
    draft::Given,
    question::{Asked, Input, Question},
};

/// A question, what was answered, and where to change it.
pub struct SummaryLine {
    pub title: String,
    pub answers: Vec<String>,
    /// Nobody answered, or what was typed cannot be read.
    pub is_open: bool,
    pub href: String,
}

/// Every question that is asked, in order.
pub fn summary(describing: &Describing) -> Vec<SummaryLine> {
    let t = &describing.ctx().t;
    describing.questions.iter().map(|question| line(describing, t, *question)).collect()
}

fn line(describing: &Describing, t: &T, question: Question) -> SummaryLine {
    let given = describing.draft.given(question).cloned().unwrap_or_default();
    let today = describing.ctx().today;
    let fields = question.fields(&describing.employer());
    SummaryLine {
        title: t.say(&format!("describe-q-{question}")),
        answers: fields.iter().flat_map(|asked| words(t, &given, asked, fields.len() > 1, today)).collect(),
        is_open: given.pairs().next().is_none() || !describing.answers.has(question),
        href: change(question),
    }
}

/// Where a question is changed by somebody who comes from the end.
pub fn change(question: Question) -> String {
    format!("{PATH}/{}?resultat", question.slug())
}

/// What a field holds. Where a question has several fields, each answer says what it answers.
fn words(t: &T, given: &Given, asked: &Asked, says_what: bool, today: Date) -> Vec<String> {
    let label = || t.say_code("describe", asked.name);
    let after = |answer: String| t.two("describe-asked", "label", label(), "answer", answer);
    let labelled = |answer: String| t.two("describe-answered", "label", label(), "answer", answer);
    let values = given.all(asked.name);
    match &asked.input {
        Input::One(codes) => {
            let said = values
                .filter(|code| codes.contains(code))
                .map(|code| choice_label(t, asked.name, code, today));
            if says_what { said.map(after).collect() } else { said.collect() }
        }
        Input::Several(codes) => values
            .filter(|code| codes.contains(code))
            .map(|code| choice_label(t, asked.name, code, today))
            .collect(),
        Input::Line(_) | Input::Area(_) => values.map(str::to_owned).collect(),
        Input::Number => values.map(|answer| after(answer.to_owned())).collect(),
        Input::Day => {
            values.filter_map(|day| day.parse().ok()).map(|day: Date| labelled(t.day(day))).collect()
        }
    }
}
