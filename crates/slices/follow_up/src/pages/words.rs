//! A commitment in sentences and in one small chart.

use agreements::api::{Direction, quantity};
use jiff::civil::Date;
use kernel::Party;
use platform::{T, form::Form};
use registry::ProjectSeat;
use ui::charts::sparkline::{self, SparkPicture, Threshold};

use crate::model::{
    commitment::{Commitment, CommitmentState, Reading},
    review::{Held, Review},
};

/// A commitment as a card shows it.
pub struct Card {
    pub id: String,
    pub href: String,
    pub clause: String,
    pub clause_href: String,
    pub what: String,
    pub state: (&'static str, String),
    pub facts: Vec<(String, String)>,
    pub indicator: String,
    /// Whether the last value is past the threshold or near it: a tag in words, and what *near* means.
    pub closeness: Option<(&'static str, String, String)>,
    /// The drawing, already escaped; empty while nothing has been read.
    pub spark: String,
    pub readings: Vec<Line>,
    pub on_the_table: Option<Call>,
}

/// A value in the table, newest first.
pub struct Line {
    pub on: String,
    pub value: String,
    pub by: String,
    pub corrects: Option<String>,
}

/// Going back is on the table: what happened, and where to meet.
pub struct Call {
    pub text: String,
    pub href: String,
}

pub fn card(seat: &ProjectSeat, commitment: &Commitment) -> Card {
    let (t, today) = (&seat.ctx().t, seat.ctx().today);
    Card {
        id: commitment.id.to_string(),
        href: seat.path(&format!("suivi/{}", commitment.id)),
        clause: t.one("clause-number", "number", commitment.clause_number),
        clause_href: seat.path(&agreements::store::rest(commitment.clause)),
        what: commitment.what.clone(),
        state: state(t, commitment, today),
        facts: facts(t, commitment),
        indicator: commitment.indicator.clone(),
        closeness: closeness(t, commitment),
        spark: spark(t, commitment),
        readings: commitment.readings.iter().rev().map(|reading| line(t, commitment, reading)).collect(),
        on_the_table: commitment.on_the_table().map(|review| call(seat, commitment, review)),
    }
}

fn state(t: &T, commitment: &Commitment, today: Date) -> (&'static str, String) {
    let state = commitment.state(today);
    let class = match state {
        CommitmentState::Open => "soft",
        CommitmentState::Late => "alert",
        CommitmentState::Kept => "ok",
    };
    (class, t.say_code("commitment-state", state))
}

fn facts(t: &T, commitment: &Commitment) -> Vec<(String, String)> {
    let trigger = &commitment.trigger;
    let owner = t.two(
        "clause-owner-line",
        "name",
        &commitment.owner,
        "party",
        t.say_code("party", commitment.owner_party),
    );
    let key =
        if trigger.direction == Direction::Above { "clause-trigger-above" } else { "clause-trigger-below" };
    let sentence = t.with(
        key,
        &[
            ("indicator", commitment.indicator.as_str().into()),
            ("threshold", quantity(t, trigger.threshold, &commitment.unit).into()),
            ("space", trigger.space_name.as_str().into()),
        ],
    );
    let mut facts = vec![
        (t.say("clause-owner"), owner),
        (t.say("clause-due"), t.day(commitment.due_on)),
        (t.say("clause-trigger"), sentence),
    ];
    if let Some(kept) = &commitment.kept {
        facts.push((t.say("follow-kept"), said(t, &kept.by_name, kept.by_party, kept.on)));
    }
    facts
}

/// « Claire Morel (Direction), le 4 mars 2027 ».
pub fn said(t: &T, name: &str, party: Party, on: Date) -> String {
    let args =
        [("name", name.into()), ("party", t.say_code("party", party).into()), ("day", t.day(on).into())];
    t.with("follow-said", &args)
}

fn closeness(t: &T, commitment: &Commitment) -> Option<(&'static str, String, String)> {
    if commitment.is_past_threshold() {
        Some(("alert", t.say("follow-past"), String::new()))
    } else if commitment.is_near_threshold() {
        Some(("alert", t.say("follow-near"), t.say("follow-near-note")))
    } else {
        None
    }
}

fn line(t: &T, commitment: &Commitment, reading: &Reading) -> Line {
    let value = |value| quantity(t, value, &commitment.unit);
    Line {
        on: t.day(reading.on),
        value: value(reading.value),
        by: t.two("follow-by", "name", &reading.by_name, "party", t.say_code("party", reading.by_party)),
        corrects: reading.corrects.map(|former| t.one("follow-corrects", "value", value(former))),
    }
}

/// The indicator in one glance. Nothing to draw before the first value.
pub fn spark(t: &T, commitment: &Commitment) -> String {
    let Some(last) = commitment.last_reading() else { return String::new() };
    let threshold = quantity(t, commitment.trigger.threshold, &commitment.unit);
    let value = quantity(t, last.value, &commitment.unit);
    let crossed = commitment.is_past_threshold();
    let desc = t.with(
        if crossed { "follow-spark-past" } else { "follow-spark-within" },
        &[
            ("value", value.clone().into()),
            ("day", t.day(last.on).into()),
            ("threshold", threshold.clone().into()),
        ],
    );
    sparkline::draw(&SparkPicture {
        id_prefix: format!("spark-{}", commitment.id),
        title: commitment.indicator.clone(),
        desc,
        points: commitment.readings.iter().map(|reading| (day(reading.on), reading.value)).collect(),
        last_label: value,
        threshold: Some(Threshold {
            value: commitment.trigger.threshold,
            label: t.one("follow-threshold", "value", threshold),
            crossed,
        }),
    })
}

/// What is to be corrected, in the order of the form: the field, and its label with the message.
pub fn errors(t: &T, form: &Form, fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let line = |(name, label): &(&str, &str)| {
        let text = t.two("clause-error-line", "label", t.say(label), "message", form.error(name)?);
        Some(((*name).to_owned(), text))
    };
    fields.iter().filter_map(line).collect()
}

/// Days since 1970: a place on the axis of time.
fn day(date: Date) -> i32 {
    let days = date.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24;
    i32::try_from(days).unwrap_or(0)
}

fn call(seat: &ProjectSeat, commitment: &Commitment, review: &Review) -> Call {
    let t = &seat.ctx().t;
    let value =
        commitment.last_reading().map(|last| quantity(t, last.value, &commitment.unit)).unwrap_or_default();
    let args = [
        ("indicator", commitment.indicator.as_str().into()),
        ("value", value.into()),
        ("threshold", quantity(t, commitment.trigger.threshold, &commitment.unit).into()),
        ("space", commitment.trigger.space_name.as_str().into()),
        ("day", t.day(review.due_on).into()),
    ];
    Call { text: t.with("follow-call", &args), href: review_href(seat, review) }
}

pub fn review_href(seat: &ProjectSeat, review: &Review) -> String {
    seat.path(&format!("suivi/bilans/{}", review.id))
}

/// A review, awaited or held, as a line of a list.
pub struct ReviewLine {
    pub href: String,
    pub horizon: String,
    pub due: String,
    /// « dans 12 jours », « en retard de 3 jours », « aujourd’hui ».
    pub when: String,
    pub is_late: bool,
    /// The tag and sentence of its conclusion; nothing while it is awaited.
    pub concluded: Option<(String, String)>,
    pub note: String,
}

pub fn review_line(seat: &ProjectSeat, review: &Review) -> ReviewLine {
    let (t, today) = (&seat.ctx().t, seat.ctx().today);
    let late = review.days_late(today);
    let awaited = review.held.is_none();
    ReviewLine {
        href: review_href(seat, review),
        horizon: t.say_code("horizon", review.horizon),
        due: t.day(review.due_on),
        when: if awaited { when(t, review.due_on, today) } else { String::new() },
        is_late: awaited && late.is_some(),
        concluded: review
            .held
            .as_ref()
            .map(|held| (t.say_code("outcome", held.outcome), concluded(t, held, late))),
        note: review.held.as_ref().map(|held| held.note.clone()).unwrap_or_default(),
    }
}

/// How far a day is, in words.
fn when(t: &T, due_on: Date, today: Date) -> String {
    match day(due_on) - day(today) {
        0 => t.say("follow-when-today"),
        days if days < 0 => t.one("follow-when-late", "days", -days),
        days => t.one("follow-when-ahead", "days", days),
    }
}

/// « Tenu le 4 mars 2027, 12 jours après la date prévue. Présents : … ».
pub fn concluded(t: &T, held: &Held, late: Option<i32>) -> String {
    let present: Vec<String> = held.present.iter().map(|party| t.say_code("party", party)).collect();
    let day = t.day(held.on);
    let on = match late {
        Some(days) => t.two("follow-held-late", "day", day, "days", days),
        None => t.one("follow-held", "day", day),
    };
    t.two("follow-held-by", "on", on, "parties", present.join(", "))
}
