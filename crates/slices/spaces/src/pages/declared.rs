//! Which form a time of dialogue takes, and whether it seeks to understand or decides: sensible when nobody says.

use jiff::civil::Date;
use kernel::ActivityId;
use platform::{T, form::Form as Sent};
use ui::{Choice, Field};

use super::refuse_misplaced;
use crate::{
    model::{
        activity::{Activity, ActivityKind, ActivityState, Round, Said, check, understood_before},
        space::{Form, Space},
    },
    store::Declared,
};

/// The fields' names: where one is refused, they are all in sight.
pub const NAMES: [&str; 4] = ["form", "round", "follows", "without"];
/// How many rounds a decision may be said to follow.
const MOST: usize = 12;

pub fn fields(t: &T, form: &Sent, activities: &[Activity]) -> Vec<Field> {
    let usual = || Choice::new("", t.say("round-usual"));
    let forms = Form::ALL.iter().map(|form| Choice::new(form.code(), t.say_code("dialogue-form", form)));
    let rounds = Round::ALL.iter().map(|round| Choice::new(round.code(), t.say_code("round", round)));
    let mut before: Vec<&Activity> =
        activities.iter().filter(|known| known.round == Round::Understand).collect();
    before.sort_by_key(|known| std::cmp::Reverse((known.on, known.id)));
    let follows = before.into_iter().take(MOST).map(|known| {
        let said = t.two("round-follows-one", "title", known.title.clone(), "day", t.day(known.on));
        Choice::new(known.id.to_string(), said)
    });
    let follows = std::iter::once(Choice::new("", t.say("round-follows-latest"))).chain(follows);
    let forms = std::iter::once(usual()).chain(forms).collect();
    let rounds = std::iter::once(usual()).chain(rounds).collect();
    vec![
        Field::select(t, form, "form", t.say("round-form"), forms).hint(t.say("round-form-hint")),
        Field::select(t, form, "round", t.say("round-round"), rounds).hint(t.say("round-round-hint")),
        Field::select(t, form, "follows", t.say("round-follows"), follows.collect())
            .hint(t.say("round-follows-hint")),
        Field::text(t, form, "without", t.say("round-without"))
            .hint(t.say("round-without-hint"))
            .optional(t)
            .most(300),
    ]
}

/// What a form says of a time of dialogue, with the day and the state it says.
pub struct About<'a> {
    pub kind: ActivityKind,
    pub space: &'a Space,
    pub state: ActivityState,
    pub on: Date,
    pub activities: &'a [Activity],
    /// Itself, where it is known already: nothing follows itself.
    pub itself: Option<ActivityId>,
}

/// Reads the fields, with what goes without saying; says beside each what is wrong.
pub fn read(t: &T, form: &mut Sent, about: &About<'_>, today: Date) -> Option<Declared> {
    let usual = Declared::usual(about.kind);
    let said_form = or_usual(t, form, "form", usual.form, |text| Form::parse(text).ok())?;
    let round = or_usual(t, form, "round", usual.round, |text| Round::parse(text).ok())?;
    let without = form.optional_text(t, "without", 300);
    let before = understood_before(about.activities, about.space.id, about.on, about.itself);
    let follows = follows(t, form, &before)?.filter(|_| round == Round::Decide);
    let said = Said {
        kind: about.kind,
        form: said_form,
        round,
        state: about.state,
        on: about.on,
        is_statutory: about.space.is_statutory,
        follows: follows.is_some(),
        without_understanding: &without,
    };
    refuse_misplaced(t, form, check(&said, today));
    let without_understanding =
        if round == Round::Decide && follows.is_none() { without } else { String::new() };
    Some(Declared { form: said_form, round, follows, without_understanding })
}

/// A choice of a list whose first line leaves it to what is usual.
fn or_usual<C>(t: &T, form: &mut Sent, name: &str, usual: C, parse: impl Fn(&str) -> Option<C>) -> Option<C> {
    let typed = form.value(name).to_owned();
    if typed.is_empty() {
        return Some(usual);
    }
    let read = parse(&typed);
    if read.is_none() {
        form.refuse(name, t.say("form-choose"));
    }
    read
}

/// The round that is followed: the one chosen, else the latest. Nothing where the choice is none of this space.
fn follows(t: &T, form: &mut Sent, before: &[&Activity]) -> Option<Option<ActivityId>> {
    let typed = form.value("follows").to_owned();
    if typed.is_empty() {
        return Some(before.first().map(|known| known.id));
    }
    let found = before.iter().find(|known| known.id.to_string() == typed).map(|known| known.id);
    if found.is_none() {
        form.refuse("follows", t.say("round-follows-not-here"));
    }
    found.map(Some)
}
