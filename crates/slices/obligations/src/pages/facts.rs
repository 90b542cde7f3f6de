//! The facts that the law is read from, and changing them.

use std::collections::BTreeSet;

use access::Act;
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use content::law::{FactWord, words as law_words};
use platform::{DbError, PageResult, T, form::Form};
use registry::{Facts, Organisation, Project, ProjectSeat};
use rules::Kind;
use ui::{Choice, Field, Page, Tone, render_with};

use crate::{
    api::{self, Reading},
    model::{
        asked::{BadFact, Section, asked, shown, typed},
        case::{UNKNOWN, merged},
        gate::TOLD,
    },
    trace, words,
};

#[derive(Template)]
#[template(path = "facts.html")]
struct FactsPage {
    page: Page,
    back: String,
    action: String,
    may_edit: bool,
    /// What the structure says, said: « Comité social et économique : élu ».
    structure: Vec<String>,
    structure_page: String,
    /// What a consultation tells, said, and where it is put right.
    consulted: Vec<String>,
    consultation_page: String,
    sections: Vec<SectionFields>,
}

/// What the form is made from.
pub(super) struct Known {
    pub organisation: Organisation,
    pub reading: Reading,
    /// What the structure says, and is asked only there.
    told: Facts,
    /// What a consultation tells, and is put right only there.
    consulted: BTreeSet<String>,
}

impl Known {
    pub async fn of(seat: &ProjectSeat) -> PageResult<Self> {
        let organisation = super::organisation(seat).await?;
        let reading = api::reading(&organisation, &seat.project, seat.ctx().today);
        let (id, today) = (organisation.id, seat.ctx().today);
        let told = seat.ctx().db().read(move |tx| registry::structure::told(tx, id, today)).await?;
        let consulted = told_by_consultation(&seat.project);
        Ok(Self { organisation, reading, told, consulted })
    }

    /// The same, where everything may be supposed.
    pub fn supposing(mut self) -> Self {
        self.consulted.clear();
        self
    }

    /// What the form asks, by section.
    fn asked(&self) -> Vec<(Section, Vec<&'static FactWord>)> {
        let mut sections = asked(&self.reading);
        for (_, words) in &mut sections {
            words.retain(|word| !self.told.contains_key(&word.name) && !self.consulted.contains(&word.name));
        }
        sections.retain(|(_, words)| !words.is_empty());
        sections
    }

    /// What a consultation tells, in words.
    fn said_by_consultation(&self, t: &T) -> Vec<String> {
        let told = law_words().iter().filter(|word| self.consulted.contains(&word.name));
        let is =
            |word: &FactWord| self.reading.case().stated(&word.name).cloned().unwrap_or(rules::Value::None);
        told.map(|word| words::fact_is(t, &word.name, &is(word))).collect()
    }

    /// What the structure says, in words. What is not known is said too: it is told there, and nowhere else.
    fn said(&self, t: &T) -> Vec<String> {
        let said = law_words().iter().filter_map(|word| {
            let is = self.told.contains_key(&word.name).then(|| self.reading.case().stated(&word.name))??;
            Some(words::fact_is(t, &word.name, is))
        });
        said.collect()
    }
}

/// The facts that a consultation of this project tells.
fn told_by_consultation(project: &Project) -> BTreeSet<String> {
    let names = project.facts.get(TOLD).and_then(serde_json::Value::as_array).into_iter().flatten();
    names.filter_map(serde_json::Value::as_str).map(str::to_owned).collect()
}

/// A part of the form.
pub(super) struct SectionFields {
    pub section: Section,
    /// Long parts start folded, unless something in them is refused.
    pub is_open: bool,
    pub fields: Vec<Field>,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let known = Known::of(&seat).await?;
    let form = stored_form(&known, &merged(&known.organisation, &seat.project));
    page(&seat, &known, &form, StatusCode::OK)
}

/// The form as the facts fill it.
pub(super) fn stored_form(known: &Known, facts: &Facts) -> Form {
    let words = known.asked().into_iter().flat_map(|(_, words)| words);
    Form::with(words.flat_map(|word| {
        shown(facts.get(&word.name), word).into_iter().map(move |value| (word.name.clone(), value))
    }))
}

fn page(seat: &ProjectSeat, known: &Known, form: &Form, status: StatusCode) -> PageResult {
    let t = &seat.ctx().t;
    let mut page = seat.page(t.say("obl-facts-title"), "obligations");
    if form.is_refused() {
        page = page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()));
    }
    render_with(
        status,
        &FactsPage {
            back: seat.path("obligations"),
            action: seat.path("obligations/faits"),
            may_edit: seat.seat.may(Act::EditProject),
            structure: known.said(t),
            structure_page: format!("/structures/{}/structure", seat.seat.organisation()),
            consulted: known.said_by_consultation(t),
            consultation_page: seat.path("consultation"),
            sections: sections(t, form, known),
            page,
        },
    )
}

/// Every fact that is asked, part by part.
pub(super) fn sections(t: &T, form: &Form, known: &Known) -> Vec<SectionFields> {
    let sections = known.asked().into_iter().map(|(section, words)| SectionFields {
        section,
        is_open: matches!(section, Section::Doubts | Section::Dialogue)
            || words.iter().any(|word| form.error(&word.name).is_some()),
        fields: words.iter().flat_map(|word| fields(t, form, &known.reading, word)).collect(),
    });
    sections.collect()
}

/// The field of a fact; for a day that is not known, a box beside it says that it never came.
fn fields(t: &T, form: &Form, reading: &Reading, word: &FactWord) -> Vec<Field> {
    let field = field(t, form, word);
    let help = word.help.as_ref().map(|help| words::text(t, help));
    let mut fields = vec![match help {
        Some(help) => field.hint(help),
        None => field,
    }];
    if is_unknown_day(reading, word) {
        let never = t.one("obl-facts-never", "fact", words::fact(t, &word.name));
        fields.push(Field::boxes(
            t,
            form,
            &never_name(word),
            t.say("obl-facts-or"),
            vec![Choice::new("none", never)],
        ));
    }
    fields
}

fn never_name(word: &FactWord) -> String {
    format!("{}.never", word.name)
}

fn is_unknown_day(reading: &Reading, word: &FactWord) -> bool {
    word.kind == Kind::Date && reading.case().stated(&word.name).is_some_and(rules::Value::is_unknown)
}

pub(super) fn field(t: &T, form: &Form, word: &FactWord) -> Field {
    let label = words::fact(t, &word.name);
    let name = word.name.as_str();
    let unknown = || Choice::new(UNKNOWN, t.say("obl-value-unknown"));
    let codes = || word.codes.iter().map(|(code, label)| Choice::new(code, words::text(t, label)));
    match &word.kind {
        Kind::Bool => Field::select(
            t,
            form,
            name,
            label,
            vec![
                Choice::new("true", t.say("obl-value-yes")),
                Choice::new("false", t.say("obl-value-no")),
                unknown(),
            ],
        ),
        Kind::Date => Field::date(t, form, name, label).optional(t),
        Kind::Int => Field::number(t, form, name, label).optional(t),
        Kind::List(_) => Field::boxes(t, form, name, label, codes().chain([unknown()]).collect()).optional(t),
        _ => {
            let absent = word.code_label("none").is_none().then(|| Choice::new("", t.say("obl-value-none")));
            Field::select(
                t,
                form,
                name,
                label,
                absent.into_iter().chain(codes()).chain([unknown()]).collect(),
            )
        }
    }
}

pub async fn change(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::EditProject)?;
    let known = Known::of(&seat).await?;
    let changes = changes(&mut form, &seat.ctx().t, &known, &merged(&known.organisation, &seat.project));
    if form.is_refused() {
        return page(&seat, &known, &form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let Known { organisation, reading: before, .. } = known;
    let to = Redirect::to(&format!("{}?faits", seat.path("obligations"))).into_response();
    if changes.is_empty() {
        return Ok(to);
    }
    let (of_organisation, of_project): (Facts, Facts) =
        changes.into_iter().partition(|(name, _)| name.starts_with("org."));
    let mut told = changed(&seat.project, &of_project);
    told.facts.retain(|name, _| !of_organisation.contains_key(name));
    let after = api::reading(&organisation.told(&of_organisation), &told, seat.ctx().today);
    let (project, now, today) = (seat.project.clone(), seat.ctx().now, seat.ctx().today);
    seat.ctx()
        .db()
        .write(move |tx| {
            if !of_organisation.is_empty() {
                registry::structure::set_organisation_facts(tx, &permit, &of_organisation, today, now)?;
            }
            if !of_project.is_empty() {
                // As it stands now: what it said of its employer may just have gone.
                let found = registry::store::find_project(tx, project.organisation, project.id)?;
                registry::store::set_facts(
                    tx,
                    &permit,
                    found.as_ref().unwrap_or(&project),
                    &of_project,
                    now,
                )?;
            }
            trace::record_difference(tx, &permit, project.id, &before, &after, now)?;
            Ok::<_, DbError>(())
        })
        .await?;
    Ok(to)
}

/// What the form says otherwise than the facts; what cannot be read is refused next to its field.
pub(super) fn changes(form: &mut Form, t: &T, known: &Known, facts: &Facts) -> Facts {
    let mut changes = Facts::new();
    for word in known.asked().into_iter().flat_map(|(_, words)| words) {
        let values: Vec<&str> = form.all(&word.name).collect();
        let never = form.has(&never_name(word), "none");
        match typed(word, &values, is_unknown_day(&known.reading, word), never) {
            Ok(json) if json == *facts.get(&word.name).unwrap_or(&at_rest(word)) => {}
            Ok(json) => drop(changes.insert(word.name.clone(), json)),
            Err(bad) => form.refuse(&word.name, t.say(message(bad))),
        }
    }
    changes
}

/// What a field says of a fact that nobody stated.
fn at_rest(word: &FactWord) -> serde_json::Value {
    let shown = shown(None, word);
    let values: Vec<&str> = shown.iter().map(String::as_str).collect();
    typed(word, &values, false, false).unwrap_or(serde_json::Value::Null)
}

const fn message(bad: BadFact) -> &'static str {
    match bad {
        BadFact::Choose => "form-choose",
        BadFact::NotANumber => "form-not-a-number",
        BadFact::NotADate => "form-not-a-date",
    }
}

fn changed(project: &Project, changes: &Facts) -> Project {
    let mut project = project.clone();
    project.facts.extend(changes.clone());
    project
}
