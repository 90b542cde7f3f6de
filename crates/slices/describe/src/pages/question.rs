//! One question a screen: shown as it was typed, checked, kept, and on to the next.

use askama::Template;
use axum::{
    extract::Path,
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use platform::{PageResult, T, form::Form, secret};
use ui::{Choice, Field, Page, Tone, render_with};

use super::{Describing, PATH, describing::hand_out};
use crate::{
    model::{
        draft::Given,
        facts::long_since,
        question::{Asked, Input, NONE, Question, UNKNOWN},
        reader::Refusal,
        route::{Place, first_open, place},
        screens::refusals,
    },
    store,
};

/// The query and the field that say that the reader came from the end, and goes back there.
const FROM_THE_END: &str = "resultat";

#[derive(Template)]
#[template(path = "question.html")]
struct QuestionPage {
    page: Page,
    action: String,
    place: Place,
    title: String,
    lede: String,
    why: String,
    fields: Vec<Field>,
    from_the_end: bool,
}

pub async fn show(describing: Describing, Path(slug): Path<String>) -> PageResult {
    let Some((question, place)) = asked(&describing, &slug) else {
        return Ok(Redirect::to(PATH).into_response());
    };
    let given = describing.draft.given(question).cloned().unwrap_or_default();
    let from_the_end = describing.ctx().here.ends_with(&format!("?{FROM_THE_END}"));
    page(&describing, question, place, &form(&given), from_the_end, StatusCode::OK)
}

/// The question of an address, if it is asked here.
fn asked(describing: &Describing, slug: &str) -> Option<(Question, Place)> {
    let question = Question::of_slug(slug)?;
    Some((question, place(&describing.questions, question)?))
}

fn form(given: &Given) -> Form {
    Form::with(given.pairs())
}

fn page(
    describing: &Describing,
    question: Question,
    place: Place,
    form: &Form,
    from_the_end: bool,
    status: StatusCode,
) -> PageResult {
    let ctx = describing.ctx();
    let t = &ctx.t;
    let said = |end: &str| {
        let key = format!("describe-q-{question}{end}");
        if t.has(&key) { t.say(&key) } else { String::new() }
    };
    let mut page = describing.visitor.page(said("")).bare();
    if form.is_refused() {
        page = page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()));
    }
    let fields = question.fields(&describing.employer());
    let fields = fields.iter().map(|asked| field(t, form, asked, describing)).collect();
    render_with(
        status,
        &QuestionPage {
            action: format!("{PATH}/{}", question.slug()),
            title: said(""),
            lede: said("-lede"),
            why: said("-why"),
            place,
            fields,
            from_the_end,
            page,
        },
    )
}

fn field(t: &T, form: &Form, asked: &Asked, describing: &Describing) -> Field {
    let name = asked.name;
    let label = t.say_code("describe", name);
    let field = match &asked.input {
        Input::Line(most) => Field::text(t, form, name, label).most(*most),
        Input::Area(most) => Field::area(t, form, name, label).most(*most),
        Input::Number => Field::number(t, form, name, label),
        Input::Day => Field::date(t, form, name, label),
        Input::One(codes) => Field::radios(t, form, name, label, choices(t, name, codes, describing)),
        Input::Several(codes) => Field::boxes(t, form, name, label, choices(t, name, codes, describing)),
    };
    let hint = key(name, "hint");
    let field = if t.has(&hint) { field.hint(t.say(&hint)) } else { field };
    // A box beside a number says by itself that it may stay empty.
    let says_so = asked.is_optional && !matches!(asked.input, Input::Several(_));
    if says_so { field.optional(t) } else { field }
}

fn choices(t: &T, name: &str, codes: &[&str], describing: &Describing) -> Vec<Choice> {
    codes
        .iter()
        .map(|code| {
            let choice = Choice::new(*code, choice_label(t, name, code, describing.ctx().today));
            let hint = key(name, &format!("{code}-hint"));
            if t.has(&hint) { choice.hint(t.say(&hint)) } else { choice }
        })
        .collect()
}

/// What a choice is called; « je ne sais pas » and « rien de tout cela » say it better where a question has its own words.
pub(super) fn choice_label(t: &T, name: &str, code: &str, today: jiff::civil::Date) -> String {
    let own = key(name, code);
    match code {
        _ if t.has(&own) => t.say(&own),
        UNKNOWN => t.say("describe-unknown"),
        NONE => t.say("describe-none"),
        // The one choice that names a day.
        _ => t.one(&own, "day", t.day(long_since(today))),
    }
}

fn key(name: &str, end: &str) -> String {
    format!("describe-{name}-{end}").replace('_', "-")
}

pub async fn answer(mut describing: Describing, Path(slug): Path<String>, mut form: Form) -> PageResult {
    let Some((question, place)) = asked(&describing, &slug) else {
        return Ok(Redirect::to(PATH).into_response());
    };
    let pairs = form.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let given = Given::of(pairs, &question.names());
    let goes_back = form.value("go") == "back";
    let from_the_end = form.value("from") == FROM_THE_END;
    let refused = refusals(question, &given, &describing.employer(), describing.ctx().today);
    if !goes_back && !refused.is_empty() {
        for (name, refusal) in refused {
            let message = message(&describing.ctx().t, refusal);
            form.refuse(name, message);
        }
        return self::page(
            &describing,
            question,
            place,
            &form,
            from_the_end,
            StatusCode::UNPROCESSABLE_ENTITY,
        );
    }
    let cookie = keep(&mut describing, question, given).await?;
    let to = if goes_back { before(place, from_the_end) } else { next(&describing, question, from_the_end) };
    Ok(with_cookie(Redirect::to(&to).into_response(), cookie))
}

/// Keeps what was given. A visitor without a draft gets one, and the secret that opens it.
async fn keep(
    describing: &mut Describing,
    question: Question,
    given: Given,
) -> Result<Option<axum::http::HeaderValue>, platform::PageError> {
    let (hash, cookie) = match describing.hash() {
        Some(hash) => (hash, None),
        None => {
            describing.ctx().limit_line(platform::limits::Gate::Draft)?;
            let fresh = describing.ctx().platform.new_secret();
            (secret::digest(&fresh), Some(hand_out(describing.ctx(), &fresh)))
        }
    };
    let today = describing.ctx().today;
    let draft =
        describing.ctx().db().write(move |tx| store::keep(tx, &hash, question, given.clone(), today)).await?;
    describing.after(draft);
    Ok(cookie)
}

fn before(place: Place, from_the_end: bool) -> String {
    match place.before {
        _ if from_the_end => format!("{PATH}/resultat"),
        Some(question) => format!("{PATH}/{}", question.slug()),
        None => PATH.to_owned(),
    }
}

/// The next question; for whoever came from the end, the first that the new answer opened, else the end.
fn next(describing: &Describing, question: Question, from_the_end: bool) -> String {
    let after = match place(&describing.questions, question) {
        Some(place) if !from_the_end => place.after,
        _ => first_open(&describing.questions, &describing.answers),
    };
    match after {
        Some(question) if from_the_end => format!("{PATH}/{}?{FROM_THE_END}", question.slug()),
        Some(question) => format!("{PATH}/{}", question.slug()),
        None => format!("{PATH}/resultat"),
    }
}

fn with_cookie(mut response: Response, cookie: Option<axum::http::HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

fn message(t: &T, refusal: Refusal) -> String {
    match refusal {
        Refusal::Required => t.say("form-required"),
        Refusal::TooLong(most) => t.one("form-too-long", "most", most),
        Refusal::Choose => t.say("form-choose"),
        Refusal::TickOne => t.say("describe-refused-tick-one"),
        Refusal::NoneAndSome => t.say("describe-refused-none-and-some"),
        Refusal::NotANumber => t.say("form-not-a-number"),
        Refusal::OutOfRange(least, most) => {
            t.two("form-out-of-range", "least", t.number(least.into()), "most", t.number(most.into()))
        }
        Refusal::NotADate => t.say("form-not-a-date"),
        Refusal::InTheFuture => t.say("describe-refused-in-the-future"),
        Refusal::BeforeTheInformation => t.say("describe-refused-before-information"),
        Refusal::NoDay => t.say("describe-refused-no-day"),
    }
}
