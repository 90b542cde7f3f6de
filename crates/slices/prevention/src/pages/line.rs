//! One line: written, kept, set aside, merged, and said something of.

use access::Act;
use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use content::law::{Scale, prevention};
use platform::{PageError, PageResult, T, form::Form};
use registry::ProjectSeat;
use serde::Deserialize;
use ui::{Choice, Field, Page, Tone, render_with};

use super::{
    Before, SHORT, WORDS, errors, frame, or,
    scene::{self, LineView, SourceView},
    target::{Target, stale_words},
    writes,
};
use crate::{
    model::line::{Assessment, Line, LineId, RemarkId, Words},
    store::{self, Written},
};

#[derive(Template)]
#[template(path = "line.html")]
struct LinePage {
    page: Page,
    base: String,
    source: SourceView,
    /// The words of the finding, as this reader may read them.
    finding: Vec<String>,
    looks_at: String,
    suggested: Vec<String>,
    provenance: String,
    hidden: Vec<(&'static str, String)>,
    version: i64,
    /// Empty where this reader may not write it.
    fields: Vec<Field>,
    is_kept: bool,
    /// Whether it starts from nothing: where it comes from would be said before anybody wrote it.
    is_new: bool,
    may_write: bool,
    /// What somebody else wrote meanwhile.
    stale: Vec<(String, String)>,
    line: Option<LineView>,
    aside: Vec<Field>,
    merge: Vec<Field>,
    remark: Vec<Field>,
    remark_id: String,
    errors: Vec<(String, String)>,
}

/// What a line starts from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    ligne: String,
    proposition: String,
    constat: String,
}

pub async fn show(seat: ProjectSeat, Query(which): Query<Which>) -> PageResult {
    seat.seat.permit(Act::ProposeRiskLine)?;
    let before = Before::of(&seat).await?;
    let target = Target::find(&before, &which.ligne, &which.proposition, &which.constat)?;
    if !which.ligne.is_empty() && !matches!(target, Target::Line(_)) {
        return Err(PageError::NotFound);
    }
    let form = first(&seat, &before, &target);
    page(&seat, &before, &target, &form, StatusCode::OK, None)
}

/// The form as it is first shown.
fn first(seat: &ProjectSeat, before: &Before, target: &Target) -> Form {
    let words = target.words(&seat.ctx().t);
    let level = |level: Option<u8>| level.map(|level| level.to_string()).unwrap_or_default();
    let units = units(before);
    let known = units.iter().find(|(_, name)| *name == words.unit).map(|(code, _)| code.clone());
    let (unit, name) = match known {
        Some(code) => (code, String::new()),
        None if words.unit.is_empty() => {
            (units.first().map_or_else(|| "other".to_owned(), |(code, _)| code.clone()), String::new())
        }
        None => ("other".to_owned(), words.unit.clone()),
    };
    Form::with([
        ("unit", unit),
        ("unit_name", name),
        ("hazard", words.hazard),
        ("exposed", words.exposed),
        ("measures", words.measures),
        ("severity", level(words.assessment.severity)),
        ("likelihood", level(words.assessment.likelihood)),
        ("mastery", level(words.assessment.mastery)),
    ])
}

/// The work units that the structure knows: its establishments and its teams, by name.
fn units(before: &Before) -> Vec<(String, String)> {
    let structure = &before.structure;
    let open = structure.establishments.iter().filter(|place| place.closed_on.is_none());
    let places = open.map(|place| (place.id.to_string(), place.name.clone()));
    let open = structure.teams.iter().filter(|team| team.closed_on.is_none());
    places.chain(open.map(|team| (team.id.to_string(), team.name.clone()))).collect()
}

/// The page, with the form that was refused or late where there is one.
pub fn page(
    seat: &ProjectSeat,
    before: &Before,
    target: &Target,
    form: &Form,
    status: StatusCode,
    stale: Option<&Line>,
) -> PageResult {
    let t = &seat.ctx().t;
    let (may_write, is_there) = (writes(seat), matches!(target, Target::Line(_)));
    let may_edit = target.is_open() && (may_write || !is_there);
    let fresh = LineId::parse(form.value("line")).unwrap_or_else(|_| seat.ctx().new_id());
    let (looks_at, suggested) = target.advice(t).unwrap_or_default();
    let line = match target {
        Target::Line(line) => Some(line.as_ref()),
        _ => None,
    };
    let may_decide = may_write && target.is_open() && matches!(target, Target::Line(_) | Target::Proposal(_));
    let others: Vec<&Line> =
        before.board.kept().filter(|other| line.is_none_or(|line| line.id != other.id)).collect();
    let mut framed = frame(seat, target.title(t), here(seat, target), Some(form));
    if stale.is_some() {
        framed = framed.announcing(Tone::Alert, t.say("prevent-stale"));
    }
    render_with(
        status,
        &LinePage {
            base: seat.path("prevention"),
            source: scene::source(seat, &target.source()),
            finding: said(before, target),
            looks_at,
            suggested,
            provenance: obligations::words::text(t, &prevention().provenance),
            hidden: target.hidden(fresh),
            version: stale.map_or(target.version(), |line| line.version),
            fields: if may_edit { fields(t, form, before) } else { Vec::new() },
            is_kept: line.is_some_and(Line::is_kept),
            is_new: matches!(target, Target::New),
            may_write,
            stale: stale.map(|line| stale_words(t, line)).unwrap_or_default(),
            line: line.map(|line| scene::line(seat, before, line)),
            aside: if may_decide { vec![aside_field(t, form)] } else { Vec::new() },
            merge: if may_decide && !others.is_empty() {
                vec![merge_field(t, form, &others)]
            } else {
                Vec::new()
            },
            remark: if is_there { vec![remark_field(t, form)] } else { Vec::new() },
            remark_id: RemarkId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id()).to_string(),
            errors: errors(t, form),
            page: framed,
        },
    )
}

/// The address of a target, for whoever changes language.
fn here(seat: &ProjectSeat, target: &Target) -> String {
    let base = seat.path("prevention/ligne");
    match target {
        Target::Line(line) => format!("{base}?ligne={}", line.id),
        Target::Proposal(proposal) => format!("{base}?proposition={}", proposal.line.id),
        Target::Finding(id) => format!("{base}?constat={id}"),
        Target::New => base,
    }
}

/// The words of the finding that a line is about.
fn said(before: &Before, target: &Target) -> Vec<String> {
    let crate::model::line::Source::Finding(Some(id)) = target.source() else { return Vec::new() };
    let found = before.findings.iter().find(|finding| finding.id == id);
    found.map(|finding| super::paragraphs(&finding.text)).unwrap_or_default()
}

fn fields(t: &T, form: &Form, before: &Before) -> Vec<Field> {
    let units = units(before);
    let mut fields = Vec::new();
    if !units.is_empty() {
        let mut choices: Vec<Choice> =
            units.into_iter().map(|(code, name)| Choice::new(code, name)).collect();
        choices.push(Choice::new("other", t.say("prevent-unit-other")));
        fields.push(
            Field::select(t, form, "unit", t.say("prevent-field-unit"), choices)
                .hint(t.say("prevent-unit-hint")),
        );
    }
    let name = Field::text(t, form, "unit_name", t.say("prevent-field-unit-name")).most(SHORT);
    fields.push(if fields.is_empty() {
        name.hint(t.say("prevent-unit-hint"))
    } else {
        name.hint(t.say("prevent-unit-name-hint")).optional(t)
    });
    let area = |name: &str| {
        let key = format!("prevent-field-{name}");
        Field::area(t, form, name, t.say(&key)).hint(t.say(&format!("{key}-hint"))).most(WORDS)
    };
    fields.extend([area("hazard"), area("exposed").optional(t), area("measures").optional(t)]);
    fields.extend(prevention().scales.iter().map(|scale| levels(t, form, scale)));
    fields
}

fn levels(t: &T, form: &Form, scale: &Scale) -> Field {
    let words = |text| obligations::words::text(t, text);
    let mut choices: Vec<Choice> = (1..)
        .zip(&scale.levels)
        .map(|(level, label)| {
            let label = t.two("prevent-level", "level", format!("{level}"), "words", words(label));
            Choice::new(level.to_string(), label)
        })
        .collect();
    choices.insert(0, Choice::new("", t.say("prevent-not-yet")));
    Field::select(t, form, &scale.id, words(&scale.title), choices).hint(words(&scale.asks))
}

fn aside_field(t: &T, form: &Form) -> Field {
    Field::area(t, form, "why", t.say("prevent-field-why")).hint(t.say("prevent-why-hint")).most(WORDS)
}

fn merge_field(t: &T, form: &Form, others: &[&Line]) -> Field {
    let label = |line: &Line| {
        let hazard: String = line.words.hazard.chars().take(80).collect();
        t.two("prevent-line-title", "number", line.number, "unit", hazard)
    };
    let choices = others.iter().map(|line| Choice::new(line.id.to_string(), label(line))).collect();
    Field::select(t, form, "into", t.say("prevent-field-into"), choices)
}

fn remark_field(t: &T, form: &Form) -> Field {
    Field::area(t, form, "remark", t.say("prevent-field-remark"))
        .hint(t.say("prevent-remark-hint"))
        .most(WORDS)
}

/// What was typed, where it can be read.
fn read(t: &T, form: &mut Form, before: &Before) -> Option<Words> {
    let unit = unit(t, form, before);
    let hazard = form.text(t, "hazard", WORDS);
    let exposed = form.optional_text(t, "exposed", WORDS);
    let measures = form.optional_text(t, "measures", WORDS);
    let assessment = Assessment {
        severity: level(t, form, "severity"),
        likelihood: level(t, form, "likelihood"),
        mastery: level(t, form, "mastery"),
    };
    (!form.is_refused()).then_some(Words { unit, hazard, exposed, measures, assessment })
}

fn unit(t: &T, form: &mut Form, before: &Before) -> String {
    let units = units(before);
    let chosen = form.value("unit").to_owned();
    if units.is_empty() || chosen == "other" {
        return form.text(t, "unit_name", SHORT);
    }
    form.optional_text(t, "unit_name", SHORT);
    match units.into_iter().find(|(code, _)| *code == chosen) {
        Some((_, name)) => name,
        None => {
            form.refuse("unit", t.say("form-choose"));
            String::new()
        }
    }
}

fn level(t: &T, form: &mut Form, scale: &str) -> Option<u8> {
    let typed = form.value(scale).to_owned();
    let most = prevention().scale(scale).map_or(0, |scale| scale.levels.len());
    let level = typed.parse::<u8>().ok().filter(|level| (1..=most).contains(&usize::from(*level)));
    if level.is_none() && !typed.is_empty() {
        form.refuse(scale, t.say("form-choose"));
    }
    level
}

pub async fn write(seat: ProjectSeat, mut form: Form) -> PageResult {
    let act = if writes(&seat) { Act::WriteRiskDocument } else { Act::ProposeRiskLine };
    let permit = seat.seat.permit(act)?;
    let before = Before::of(&seat).await?;
    let target = Target::of(&before, &form)?;
    let t = &seat.ctx().t;
    let Some(words) = read(t, &mut form, &before) else {
        return page(&seat, &before, &target, &form, StatusCode::UNPROCESSABLE_ENTITY, None);
    };
    let fresh = LineId::parse(form.value("line")).unwrap_or_else(|_| seat.ctx().new_id());
    let read = form.value("version").parse().unwrap_or(0);
    let new = target.new_line(fresh, words, read);
    let (project, today, now) = (seat.project.id, seat.ctx().today, seat.ctx().now);
    let done = seat
        .ctx()
        .db()
        .write(move |tx| store::write_line(tx, &permit, project, &new, today, now))
        .await
        .map_err(PageError::from)?;
    match done {
        Written::Done => {
            let done = if act == Act::WriteRiskDocument { "garde" } else { "propose" };
            Ok(Redirect::to(&format!("{}?fait={done}", seat.path("prevention"))).into_response())
        }
        Written::Stale(line) => {
            page(&seat, &before, &target, &form, StatusCode::UNPROCESSABLE_ENTITY, Some(&line))
        }
        Written::NotReworded | Written::NotPassedOn => {
            let key =
                if done == Written::NotReworded { "prevent-not-reworded" } else { "prevent-not-passed-on" };
            form.refuse("hazard", t.say(key));
            page(&seat, &before, &target, &form, StatusCode::UNPROCESSABLE_ENTITY, None)
        }
        Written::Unknown | Written::StaleAction(_) => Err(PageError::NotFound),
    }
}

/// A form whose values are the stored ones but for what was just sent: for a page that is shown again over another form.
pub fn over(seat: &ProjectSeat, before: &Before, target: &Target, sent: &Form) -> Form {
    let mut form = sent.clone();
    for (name, value) in first(seat, before, target).pairs() {
        form = or(&form, name, value);
    }
    form
}
