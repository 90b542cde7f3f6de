//! The forms that a finding's page may hold, each under names of its own, since they share the page.

use access::Act;
use jiff::{ToSpan, civil::Date};
use kernel::SpaceId;
use platform::{T, form::Form};
use registry::ProjectSeat;
use spaces::{Activity, Space};
use ui::{Choice, Field};

use crate::model::{
    finding::{Finding, FindingKind},
    rules::Refusal,
    wording::Passing,
};

/// What is open to this reader; an empty list of fields is a form that is not.
#[derive(Default)]
pub struct Forms {
    pub respond: Vec<Field>,
    pub pass: Vec<Field>,
    pub discuss: Vec<Field>,
    pub reword: Vec<Field>,
}

/// The most characters of a finding: three lines on a phone, a row in a table.
pub const WORDS: usize = 400;
/// What the box says that somebody ticks to say that they chose the words.
const CHOSEN: &str = "yes";
/// The most characters of an answer, and of its reasons.
pub const ANSWER: usize = 2000;

impl Forms {
    pub fn open_to(
        seat: &ProjectSeat,
        form: &Form,
        finding: &Finding,
        spaces: &[Space],
        held: &[Activity],
    ) -> Self {
        let t = &seat.ctx().t;
        let (may, party) = (|act| seat.seat.may(act), seat.seat.actor.party);
        let only = |open: bool, fields: Vec<Field>| if open { fields } else { Vec::new() };
        let meetings = meetings(finding, held);
        let others: Vec<&Space> =
            spaces.iter().filter(|space| space.is_open() && finding.is_open_to(space.id)).collect();
        Self {
            respond: only(
                may(Act::RespondToFinding) && finding.answerable_by(party).is_ok(),
                respond_fields(t, form, finding),
            ),
            pass: only(may(Act::RecordFinding) && !others.is_empty(), pass_fields(t, form, &others)),
            discuss: only(may(Act::PlanActivity) && !meetings.is_empty(), discuss_fields(t, form, &meetings)),
            reword: only(
                may(Act::RecordFinding) && finding.rewordable_by(party).is_ok(),
                reword_fields(t, form),
            ),
        }
    }
}

/// What the forms hold before anybody types.
pub fn first(finding: &Finding, today: Date) -> Form {
    let due = due_by_default(today);
    let kind = finding.kind.code().to_owned();
    // The words of a transmission start empty: they are written for whoever will read them.
    let mut values = vec![
        ("due".to_owned(), due),
        ("kind".to_owned(), kind),
        ("wording".to_owned(), finding.text.clone()),
    ];
    values.extend(finding.waiting().map(|asked| ("for".to_owned(), asked.to_space.to_string())));
    Form::with(values)
}

/// The page's fields after one of its forms was sent: that form as it came, the others as they were.
pub fn over(sent: &Form, untouched: &Form) -> Form {
    let came = |name: &str| sent.pairs().iter().any(|(given, _)| given == name);
    // Boxes that nobody ticked are not sent at all: with an answer, none is what was meant.
    let kept = |name: &str| !(came(name) || name == "for" && came("answer"));
    let others = untouched.pairs().iter().filter(|(name, _)| kept(name));
    let mut form = Form::with(sent.pairs().iter().chain(others).cloned());
    for (name, message) in sent.errors() {
        form.refuse(name, message.to_owned());
    }
    form
}

/// Two weeks: long enough to meet, short enough to remember. A suggestion, that the form lets everybody change.
pub fn due_by_default(today: Date) -> String {
    today.checked_add(14.days()).unwrap_or(today).to_string()
}

fn respond_fields(t: &T, form: &Form, finding: &Finding) -> Vec<Field> {
    let waiting: Vec<Choice> = finding
        .waiting()
        .map(|asked| Choice::new(asked.to_space.to_string(), asked.to_name.clone()))
        .collect();
    let mut fields = vec![
        Field::area(t, form, "answer", t.say("finding-answer"))
            .hint(t.say("finding-answer-hint"))
            .most(ANSWER),
        Field::area(t, form, "reasons", t.say("finding-reasons"))
            .hint(t.say("finding-reasons-hint"))
            .most(ANSWER),
    ];
    if waiting.len() > 1 {
        let boxes = Field::boxes(t, form, "for", t.say("finding-answers-for"), waiting);
        fields.push(boxes.hint(t.say("finding-answers-for-hint")));
    }
    fields
}

fn pass_fields(t: &T, form: &Form, others: &[&Space]) -> Vec<Field> {
    let to = Field::radios(t, form, "to", t.say("finding-pass-to"), space_choices(t, others));
    std::iter::once(to).chain(passing_fields(t, form)).collect()
}

/// What is said of a passing beside its space: the words, that they were chosen for it, and the day.
pub fn passing_fields(t: &T, form: &Form) -> [Field; 3] {
    let chosen = Choice::new(CHOSEN, t.say("finding-pass-chosen-yes"));
    [
        Field::area(t, form, "words", t.say("finding-pass-words"))
            .hint(t.say("finding-pass-words-hint"))
            .most(WORDS),
        Field::boxes(t, form, "chosen", t.say("finding-pass-chosen"), vec![chosen]),
        Field::date(t, form, "due", t.say("finding-due")).hint(t.say("finding-due-hint")),
    ]
}

/// The words and the day of a passing, and that its words were chosen for it; nothing where one of them is refused.
pub fn read_passing(t: &T, form: &mut Form, to: Option<SpaceId>) -> Option<Passing> {
    let words = form.text(t, "words", WORDS);
    if form.value("chosen") != CHOSEN {
        form.refuse("chosen", t.say("finding-refused-not-chosen"));
    }
    let answer_due = form.date(t, "due");
    if form.is_refused() { None } else { Some(Passing { to: to?, words, answer_due: answer_due? }) }
}

/// Says next to the field that it is about why a finding did not pass.
pub fn refuse(t: &T, form: &mut Form, refusal: Refusal) {
    let field = match refusal {
        Refusal::DueInThePast => "due",
        Refusal::NotReworded | Refusal::FromNotebook => "words",
        _ => "to",
    };
    form.refuse(field, t.say_code("finding-refused", refusal));
}

/// Spaces as choices, each with its sphere.
pub fn space_choices(t: &T, spaces: &[&Space]) -> Vec<Choice> {
    let choice = |space: &&Space| {
        let (sphere, level) = (t.say_code("sphere-dialogue", space.sphere), t.say_code("level", space.level));
        let sphere = format!("{sphere} · {level}");
        let hint = if space.who.is_empty() { sphere } else { format!("{sphere} · {}", space.who) };
        Choice::new(space.id.to_string(), space.name.clone()).hint(hint)
    };
    spaces.iter().map(choice).collect()
}

fn discuss_fields(t: &T, form: &Form, meetings: &[&Activity]) -> Vec<Field> {
    let choices = meetings
        .iter()
        .map(|meeting| {
            Choice::new(meeting.id.to_string(), format!("{} · {}", t.day(meeting.on), meeting.title))
        })
        .collect();
    vec![Field::radios(t, form, "meeting", t.say("finding-meeting"), choices)]
}

/// The meetings held since the finding was said, but the one it comes from.
fn meetings<'a>(finding: &Finding, held: &'a [Activity]) -> Vec<&'a Activity> {
    let other =
        |activity: &Activity| finding.origin_ref.as_deref() != Some(&format!("activity:{}", activity.id));
    held.iter().filter(|activity| activity.on >= finding.recorded_on && other(activity)).collect()
}

fn reword_fields(t: &T, form: &Form) -> Vec<Field> {
    vec![
        Field::area(t, form, "wording", t.say("finding-words")).hint(t.say("finding-words-hint")).most(WORDS),
        Field::select(t, form, "kind", t.say("finding-kind"), kind_choices(t)),
    ]
}

/// Kinds as choices, each with what it means.
pub fn kind_choices(t: &T) -> Vec<Choice> {
    let choice = |kind: &FindingKind| {
        Choice::new(kind.code(), t.say_code("finding-kind", kind)).hint(t.say_code("finding-kind-hint", kind))
    };
    FindingKind::ALL.iter().map(choice).collect()
}
