//! One screen of a participant: the page of any block.

use askama::Template;
use content::method::{Answer, Block, BlockKind, Content, Given, Item, Refused, Screen, Sent, Shown, read};
use kernel::Locale;
use platform::form::Form;
use ui::{Field, Page};

use super::{Reading, fields};

/// Where a screen stands in its method, and where its links lead.
pub struct Place {
    /// Counted from 1, as people count.
    pub number: usize,
    pub count: usize,
    pub action: String,
    pub back: String,
    pub next: String,
    /// Where a script of the page is, if it has one.
    pub script: Option<String>,
}

/// A screen of a block.
#[derive(Template)]
#[template(path = "screen.html")]
pub struct ScreenPage {
    page: Page,
    place: Place,
    content: Locale,
    step: String,
    origin: String,
    paragraphs: Vec<String>,
    /// What everybody should know of the block: private, repeated, watched.
    notes: Vec<String>,
    duration: Option<String>,
    facilitation: Vec<String>,
    prompts: Vec<String>,
    questions: Vec<QuestionView>,
    is_quiz: bool,
    /// What a quiz tells once it is answered.
    told: Option<(String, String)>,
}

struct QuestionView {
    /// Where it stands in a grid, or what several fields have in common.
    heading: Option<String>,
    fields: Vec<Field>,
    origin: String,
}

impl ScreenPage {
    /// The screen with what was sent, if anything was; `told` shows the explanation of a quiz.
    pub fn new(
        reading: &Reading<'_>,
        page: Page,
        place: Place,
        screen: Screen<'_>,
        form: &Form,
        told: bool,
    ) -> Self {
        let block = screen.block;
        let items = items_of(screen);
        let is_talk = block.kind() == BlockKind::Discuss;
        let prompts =
            items.iter().filter(|_| is_talk).map(|item| item.text(reading.content).to_owned()).collect();
        let mut questions: Vec<_> =
            items.iter().filter(|_| !is_talk).map(|item| question(reading, block, item, form)).collect();
        if items.is_empty() && screen.shown == Shown::Whole {
            questions = cells(reading, block, form);
        }
        Self {
            page,
            place,
            content: reading.content,
            step: screen.step.name(reading.content).to_owned(),
            origin: reading.origin(&block.origin),
            paragraphs: block.text(reading.content).to_vec(),
            notes: notes(reading, block),
            duration: block.duration.as_ref().map(|duration| reading.t.minutes(duration.minutes.into())),
            facilitation: block.facilitation(reading.content).to_vec(),
            prompts,
            questions,
            is_quiz: matches!(screen.shown, Shown::Question(item) if matches!(item.answer, Answer::Quiz { .. })),
            told: told.then(|| explained(reading, screen, form)).flatten(),
        }
    }
}

/// What was answered wrongly on a screen, beside its fields; nothing where all of it can be kept.
pub fn refuse(reading: &Reading<'_>, screen: Screen<'_>, form: &mut Form) {
    let sent = sent(form);
    let mut objective = true;
    for item in items_of(screen) {
        let read = read(reading.method, item, &sent);
        let means = item.part == Some(content::method::GoalPart::Means);
        if item.part == Some(content::method::GoalPart::Objective) {
            objective = read.is_ok();
        }
        let why = match read {
            Ok(given) if means && !objective && given != Given::Nothing => Refused::TooEarly,
            Ok(_) => continue,
            Err(why) => why,
        };
        let place = place_of(reading, item, why, form);
        form.refuse(&place, reading.t.say(word(why)));
    }
}

const fn word(why: Refused) -> &'static str {
    match why {
        Refused::Missing => "block-refused-missing",
        Refused::SituationFirst => "block-refused-situation",
        Refused::TooEarly => "block-refused-too-early",
        Refused::NotAnAnswer => "block-refused-not-an-answer",
        Refused::SamePlace => "block-refused-same-place",
    }
}

/// The field beside which a refusal is said: of several lines, the first that is empty.
fn place_of(reading: &Reading<'_>, item: &Item, why: Refused, form: &Form) -> String {
    let list = match &item.answer {
        _ if why == Refused::SituationFirst => return format!("{}.situation", item.id),
        Answer::Matrix { rows: list, .. } | Answer::Ranking { among: list, .. } => reading.method.list(list),
        _ => return item.id.clone(),
    };
    let lines = list.map(|list| list.entries.as_slice()).unwrap_or_default();
    let names: Vec<_> = lines.iter().map(|line| format!("{}.{}", item.id, line.id)).collect();
    let empty = names.iter().find(|name| why == Refused::Missing && form.value(name).is_empty());
    empty.or(names.first()).cloned().unwrap_or_else(|| item.id.clone())
}

fn sent(form: &Form) -> Sent {
    let mut sent = Sent::new();
    for (name, value) in form.pairs() {
        sent.entry(name.clone()).or_default().push(value.clone());
    }
    sent
}

/// The questions of a screen.
fn items_of<'m>(screen: Screen<'m>) -> Vec<&'m Item> {
    match screen.shown {
        Shown::Text => Vec::new(),
        Shown::Question(item) => vec![item],
        Shown::Whole => screen.block.items.iter().collect(),
        Shown::Dimension(id) => {
            let stands = |item: &&Item| item.place.as_ref().is_some_and(|(dimension, _)| dimension == id);
            screen.block.items.iter().filter(stands).collect()
        }
    }
}

fn question(reading: &Reading<'_>, block: &Block, item: &Item, form: &Form) -> QuestionView {
    let evidence = match &block.content {
        Content::Grid { evidence, .. } => evidence.as_slice(),
        _ => &[],
    };
    let ranked = matches!(item.answer, Answer::Ranking { .. });
    let heading = match (&block.content, &item.place) {
        (Content::Grid { dimensions, components, .. }, Some((dimension, component))) => {
            Some(cell(reading, dimensions, dimension, components, component))
        }
        _ => ranked.then(|| item.text(reading.content).to_owned()),
    };
    QuestionView {
        heading,
        fields: fields(reading, item, evidence, form),
        origin: reading.origin(&item.origin),
    }
}

fn cell(
    reading: &Reading<'_>,
    dimensions: &str,
    dimension: &str,
    components: &str,
    component: &str,
) -> String {
    format!("{} × {}", reading.entry(dimensions, dimension), reading.entry(components, component))
}

/// The boxes of a grid without questions: one for each cell.
fn cells(reading: &Reading<'_>, block: &Block, form: &Form) -> Vec<QuestionView> {
    let Content::Grid { dimensions, components, stand_out, .. } = &block.content else { return Vec::new() };
    let ids = |list: &str| {
        let list = reading.method.list(list);
        list.map(|list| list.entries.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>())
            .unwrap_or_default()
    };
    let mut all = Vec::new();
    for dimension in ids(dimensions) {
        for component in ids(components) {
            let name = format!("{}.{dimension}.{component}", block.id);
            let label = cell(reading, dimensions, &dimension, components, &component);
            let blind = stand_out.contains(&dimension) && form.value(&name).is_empty();
            let hint = if blind { reading.t.say("block-blind-spot") } else { String::new() };
            let field = Field::area(reading.t, form, &name, label).hint(hint).optional(reading.t);
            all.push(QuestionView { heading: None, fields: vec![field], origin: String::new() });
        }
    }
    all
}

fn notes(reading: &Reading<'_>, block: &Block) -> Vec<String> {
    let t = reading.t;
    let mut notes = Vec::new();
    match &block.content {
        Content::Learn => notes.push(t.say("block-private")),
        Content::Reflect { sharing, repeats, cross } => {
            notes.push(t.say_code("block-sharing", sharing));
            if *repeats {
                notes.push(t.say("block-repeats"));
            }
            if let Some((one, two)) = cross {
                let name = |id: &str| block.item(id).map_or("", |item| item.text(reading.content)).to_owned();
                notes.push(t.two("block-crossed", "one", name(one), "two", name(two)));
            }
        }
        Content::Evaluation { horizons } => notes.push(t.with(
            "block-horizons",
            &[
                ("short", horizons.short.into()),
                ("medium", horizons.medium.into()),
                ("long", horizons.long.into()),
            ],
        )),
        Content::Goal => notes.push(t.say("block-goal")),
        Content::Ask | Content::Discuss | Content::Grid { .. } => {}
    }
    notes.extend(block.again_months.map(|months| t.one("block-again", "months", i64::from(months))));
    notes
}

/// Whether the answer to a quiz is right, and why.
fn explained(reading: &Reading<'_>, screen: Screen<'_>, form: &Form) -> Option<(String, String)> {
    let Shown::Question(item) = screen.shown else { return None };
    let Answer::Quiz { right, explanation, .. } = &item.answer else { return None };
    let key = match read(reading.method, item, &sent(form)).ok()? {
        Given::Entries(chosen) if chosen.iter().all(|entry| right.contains(entry)) => "block-quiz-right",
        Given::Entries(_) => "block-quiz-wrong",
        _ => "block-quiz-here",
    };
    Some((reading.t.say(key), explanation.text(reading.content).clone()))
}
