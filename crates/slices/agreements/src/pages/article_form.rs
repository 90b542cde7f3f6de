//! The form in which an article is written and rewritten.

use findings::Finding;
use jiff::{ToSpan, civil::Date};
use kernel::{FindingId, Party};
use platform::{T, form::Form};
use spaces::Space;
use ui::{Choice, Field};

use crate::{
    model::{
        clause::{Clause, Direction, Terms},
        horizons::{self, HorizonFault},
    },
    store::NewVersion,
};

/// The dates of the three reviews, in order.
const REVIEWS: [&str; 3] = ["short_on", "medium_on", "long_on"];
/// Every field, in the order of the form.
const FIELDS: [&str; 16] = [
    "finding",
    "title",
    "text",
    "what",
    "owner",
    "owner_party",
    "due_on",
    "indicator",
    "unit",
    "direction",
    "threshold",
    "trigger_space",
    "short_on",
    "medium_on",
    "long_on",
    "reason",
];
/// The starting points that we propose; their words are Fluent lines `clause-model-…`.
pub const MODELS: [&str; 3] = ["parallel-run", "no-judgement", "going-back"];
/// What a starting point fills in.
const MODEL_FIELDS: [&str; 6] = ["title", "text", "what", "indicator", "unit", "threshold"];
/// An indicator's value is at most this far from zero.
const MOST: i64 = 1_000_000_000;

/// A part of the form, with its heading.
pub struct Section {
    pub id: &'static str,
    pub heading: String,
    pub lede: String,
    pub fields: Vec<Field>,
}

/// What a form is drawn and read against.
pub struct Around {
    pub spaces: Vec<Space>,
    pub findings: Vec<Finding>,
}

impl Around {
    /// Where a trigger may convene.
    fn open(&self) -> impl Iterator<Item = &Space> {
        self.spaces.iter().filter(|space| space.is_open())
    }
}

/// A new article as it is first shown: dates proposed, the rest from the finding or from a starting point of ours.
pub fn first(t: &T, finding: Option<&Finding>, model: Option<&str>, around: &Around, today: Date) -> Form {
    let mut values: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: String| values.push((name.to_owned(), value));
    for (name, date) in REVIEWS.into_iter().zip(horizons::proposed(today)) {
        put(name, date.to_string());
    }
    put("due_on", today.checked_add(3.months()).unwrap_or(today).to_string());
    put("direction", Direction::Above.code().to_owned());
    let answer = finding.and_then(|finding| finding.responses.last());
    put("owner_party", answer.map_or(Party::Management, |answer| answer.party).code().to_owned());
    if let Some(space) = finding.map(|f| f.space).or_else(|| around.open().next().map(|space| space.id)) {
        put("trigger_space", space.to_string());
    }
    if let Some(finding) = finding {
        put("finding", finding.id.to_string());
    }
    if let Some(model) = model.filter(|model| MODELS.contains(model)) {
        for name in MODEL_FIELDS {
            put(name, t.say(&format!("clause-model-{model}-{name}")));
        }
    } else if let Some(answer) = answer {
        put("text", answer.text.clone());
    }
    Form::with(values)
}

/// The form of an article that exists.
pub fn of_clause(clause: &Clause) -> Form {
    let terms = &clause.terms;
    Form::with([
        ("title", clause.title.clone()),
        ("text", clause.text.clone()),
        ("what", terms.what.clone()),
        ("owner", terms.owner.clone()),
        ("owner_party", terms.owner_party.code().to_owned()),
        ("due_on", terms.due_on.to_string()),
        ("indicator", terms.indicator.clone()),
        ("unit", terms.unit.clone()),
        ("threshold", terms.threshold.to_string()),
        ("direction", terms.direction.code().to_owned()),
        ("trigger_space", terms.trigger_space.to_string()),
        ("short_on", terms.short_on.to_string()),
        ("medium_on", terms.medium_on.to_string()),
        ("long_on", terms.long_on.to_string()),
        ("version", clause.version.to_string()),
    ])
}

/// What was written, or nothing where something is to be corrected: then the form says what, next to each field.
pub fn read(t: &T, form: &mut Form, around: &Around, today: Date) -> Option<NewVersion> {
    let title = form.text(t, "title", 120);
    let text = form.text(t, "text", 4000);
    let what = form.text(t, "what", 300);
    let owner = form.text(t, "owner", 120);
    let owner_party = form.code(t, "owner_party", Party::parse);
    let due_on = ahead(t, form, "due_on", today);
    let indicator = form.text(t, "indicator", 200);
    let unit = form.optional_text(t, "unit", 30);
    let direction = form.code(t, "direction", Direction::parse);
    let threshold = form.number(t, "threshold", -MOST, MOST);
    let trigger_space = spaces::open_one(t, form, "trigger_space", &around.spaces);
    let reviews = reviews(t, form, today);
    let reason = form.optional_text(t, "reason", 1000);
    if form.is_refused() {
        return None;
    }
    let [short_on, medium_on, long_on] = reviews?;
    let terms = Terms {
        what,
        owner,
        owner_party: owner_party?,
        due_on: due_on?,
        indicator,
        unit,
        threshold,
        direction: direction?,
        trigger_space: trigger_space?,
        short_on,
        medium_on,
        long_on,
    };
    Some(NewVersion { title, text, terms, reason })
}

/// The finding that was chosen, `None` where none was; an unknown one is refused.
pub fn chosen_finding(t: &T, form: &mut Form, findings: &[Finding]) -> Option<FindingId> {
    let chosen = form.value("finding").to_owned();
    if chosen.is_empty() {
        return None;
    }
    let found = findings.iter().find(|finding| finding.id.to_string() == chosen);
    if found.is_none() {
        form.refuse("finding", t.say("form-choose"));
    }
    found.map(|finding| finding.id)
}

fn ahead(t: &T, form: &mut Form, name: &str, today: Date) -> Option<Date> {
    let date = form.date(t, name)?;
    if date < today {
        form.refuse(name, t.say("clause-date-past"));
    }
    Some(date)
}

fn reviews(t: &T, form: &mut Form, today: Date) -> Option<[Date; 3]> {
    let [short, medium, long] = REVIEWS.map(|name| form.date(t, name));
    let dates = [short?, medium?, long?];
    for fault in horizons::check(dates, today) {
        match fault {
            HorizonFault::NotAhead(i) => form.refuse(REVIEWS[i], t.say("clause-review-past")),
            HorizonFault::NotAfter(i) => form.refuse(REVIEWS[i], t.say("clause-review-order")),
        }
    }
    Some(dates)
}

/// The parts of the form, in the order in which an article is thought out.
pub fn sections(t: &T, form: &Form, around: &Around, is_new: bool) -> Vec<Section> {
    let label = |name: &str| t.say_code("clause-form", name);
    let hint = |name: &str| t.say_code("clause-form-hint", name);
    let parties =
        Party::ALL.iter().map(|party| Choice::new(party.code(), t.say_code("party", party))).collect();
    let spaces = around.open().map(|space| Choice::new(space.id.to_string(), space_name(t, space))).collect();
    let directions = Direction::ALL
        .iter()
        .map(|direction| Choice::new(direction.code(), t.say_code("direction", direction)))
        .collect();
    let mut article = vec![
        Field::text(t, form, "title", label("title")).hint(hint("title")).most(120),
        Field::area(t, form, "text", label("text")).hint(hint("text")).most(4000),
    ];
    if is_new {
        article.insert(0, finding_field(t, form, &around.findings));
    }
    let commitment = vec![
        Field::text(t, form, "what", label("what")).hint(hint("what")).most(300),
        Field::text(t, form, "owner", label("owner")).hint(hint("owner")).most(120),
        Field::select(t, form, "owner_party", label("owner_party"), parties),
        Field::date(t, form, "due_on", label("due_on")).hint(hint("due_on")),
    ];
    let trigger = vec![
        Field::text(t, form, "indicator", label("indicator")).hint(hint("indicator")).most(200),
        Field::text(t, form, "unit", label("unit")).hint(hint("unit")).optional(t).most(30),
        Field::radios(t, form, "direction", label("direction"), directions),
        Field::number(t, form, "threshold", label("threshold")).hint(hint("threshold")),
        Field::select(t, form, "trigger_space", label("trigger_space"), spaces).hint(hint("trigger_space")),
    ];
    let reviews = REVIEWS.map(|name| Field::date(t, form, name, label(name))).into();
    let section = |id: &'static str, fields| Section {
        id,
        heading: t.say(&format!("clause-section-{id}")),
        lede: t.say(&format!("clause-section-{id}-lede")),
        fields,
    };
    vec![
        section("article", article),
        section("commitment", commitment),
        section("trigger", trigger),
        section("reviews", reviews),
    ]
}

fn space_name(t: &T, space: &Space) -> String {
    t.two("clause-space", "name", &space.name, "sphere", t.say_code("sphere-dialogue", space.sphere))
}

fn finding_field(t: &T, form: &Form, findings: &[Finding]) -> Field {
    let none = Choice::new("", t.say("clause-form-finding-none"));
    let choice = |finding: &Finding| {
        let kind = t.say_code("finding-kind", finding.kind);
        Choice::new(finding.id.to_string(), format!("{kind} · {}", shortened(&finding.text)))
    };
    let choices = std::iter::once(none).chain(findings.iter().map(choice)).collect();
    Field::select(t, form, "finding", t.say("clause-form-finding"), choices)
}

/// The beginning of a text, cut between two words.
fn shortened(text: &str) -> String {
    const MOST: usize = 70;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", whole.trim_end_matches(['.', ',', ';', ':', '…', ' ', '\u{a0}']))
}

/// What is to be corrected, in the order of the form: the field, and its label with the message.
pub fn errors(t: &T, form: &Form) -> Vec<(String, String)> {
    let line = |name: &&str| {
        let message = form.error(name)?;
        let text = t.two("clause-error-line", "label", t.say_code("clause-form", name), "message", message);
        Some(((*name).to_owned(), text))
    };
    FIELDS.iter().filter_map(line).collect()
}
