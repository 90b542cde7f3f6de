//! The document as files: one content, three forms. [`sheet`] says what there is; each form only writes it.

pub mod csv;
pub mod pdf;
pub mod xlsx;

use content::law::{Plan, prevention};
use jiff::civil::Date;
use kernel::Locale;
use platform::T;

use crate::{
    model::{
        action::ActionState,
        snapshot::{ActionThen, LineThen, Snapshot, SourceThen, Version},
    },
    pages::scene,
};

/// What a file holds, in the words of its reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub title: String,
    pub lines_title: String,
    /// The form of the actions: the programme, or the list.
    pub actions_title: String,
    /// What the file is, of which day, and what is whose: label and value.
    pub notes: Vec<(String, String)>,
    pub columns: Vec<String>,
    pub action_columns: Vec<String>,
    pub rows: Vec<Row>,
}

/// A line, with its actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub cells: Vec<String>,
    pub actions: Vec<Vec<String>>,
}

/// Whose file it is.
#[derive(Debug, Clone)]
pub struct Heading<'a> {
    pub organisation: &'a str,
    pub project: &'a str,
    pub today: Date,
    /// The version that is shown; nothing for what stands now.
    pub version: Option<&'a Version>,
}

/// A day as spreadsheets know it.
pub fn day(t: &T, date: Date) -> String {
    match t.locale() {
        Locale::Fr => date.strftime("%d/%m/%Y").to_string(),
        Locale::En => date.to_string(),
    }
}

/// Of what the law asks of an action, what this form asks, or what was written all the same.
fn asked(plan: Option<&Plan>, snapshot: &Snapshot, field: &str, of: impl Fn(&ActionThen) -> &str) -> bool {
    plan.is_none_or(|plan| plan.asks.iter().any(|asked| asked == field))
        || snapshot.actions().any(|(_, action)| !of(action).is_empty())
}

/// The content of the file.
pub fn sheet(t: &T, heading: &Heading<'_>, snapshot: &Snapshot) -> Sheet {
    let plan = snapshot.plan.as_deref().and_then(|id| prevention().plan(id));
    let shown = [
        asked(plan, snapshot, "conditions", |a| &a.conditions),
        asked(plan, snapshot, "resources", |a| &a.resources),
        asked(plan, snapshot, "indicator", |a| &a.indicator),
        asked(plan, snapshot, "cost", |a| &a.cost),
    ];
    let row = |line: &LineThen| Row {
        cells: line_cells(t, line),
        actions: line.actions.iter().map(|a| action_cells(t, a, shown, heading.today)).collect(),
    };
    Sheet {
        title: t.one("prevent-file-title", "project", heading.project.to_owned()),
        lines_title: t.say("prevent-file-lines"),
        actions_title: scene::plan_title(t, plan),
        notes: notes(t, heading, plan),
        columns: LINE_COLUMNS.iter().map(|key| t.say(&format!("prevent-col-{key}"))).collect(),
        action_columns: action_columns(t, shown),
        rows: snapshot.lines.iter().map(row).collect(),
    }
}

const LINE_COLUMNS: [&str; 10] = [
    "number",
    "unit",
    "hazard",
    "exposed",
    "measures",
    "severity",
    "likelihood",
    "mastery",
    "assessed",
    "source",
];

fn line_cells(t: &T, line: &LineThen) -> Vec<String> {
    let assessment = line.assessment;
    let level = |id, level| scene::level(t, id, level);
    vec![
        line.number.to_string(),
        line.unit.clone(),
        line.hazard.clone(),
        line.exposed.clone(),
        line.measures.clone(),
        level("severity", assessment.severity),
        level("likelihood", assessment.likelihood),
        level("mastery", assessment.mastery),
        line.assessed_on.map(|on| day(t, on)).unwrap_or_default(),
        source(t, &line.source),
    ]
}

/// Where a line came from, in words.
pub fn source(t: &T, source: &SourceThen) -> String {
    match source {
        SourceThen::Rule { rule, articles } => {
            let title = obligations::words::title(t, rule);
            if articles.is_empty() { title } else { format!("{title} ({})", articles.join(" · ")) }
        }
        SourceThen::Finding => t.say("prevent-source-finding"),
        SourceThen::Person => t.say("prevent-source-person"),
    }
}

fn action_columns(t: &T, shown: [bool; 4]) -> Vec<String> {
    let [conditions, resources, indicator, cost] = shown;
    let columns = [
        ("action-number", true),
        ("what", true),
        ("owner", true),
        ("due", true),
        ("conditions", conditions),
        ("resources", resources),
        ("indicator", indicator),
        ("cost", cost),
        ("state", true),
    ];
    let shown = columns.into_iter().filter(|(_, shown)| *shown);
    shown.map(|(key, _)| t.say(&format!("prevent-col-{key}"))).collect()
}

fn action_cells(t: &T, action: &ActionThen, shown: [bool; 4], today: Date) -> Vec<String> {
    let [conditions, resources, indicator, cost] = shown;
    let cells = [
        (format!("A{}", action.number), true),
        (action.what.clone(), true),
        (action.owner.clone(), true),
        (day(t, action.due_on), true),
        (action.conditions.clone(), conditions),
        (action.resources.clone(), resources),
        (action.indicator.clone(), indicator),
        (action.cost.clone(), cost),
        (state(t, action, today), true),
    ];
    cells.into_iter().filter(|(_, shown)| *shown).map(|(cell, _)| cell).collect()
}

fn state(t: &T, action: &ActionThen, today: Date) -> String {
    match action.done_on {
        Some(on) => t.one("prevent-done-on", "day", day(t, on)),
        None if action.due_on < today => t.say_code("prevent-action-state", ActionState::Late),
        None => t.say_code("prevent-action-state", ActionState::Planned),
    }
}

fn notes(t: &T, heading: &Heading<'_>, plan: Option<&Plan>) -> Vec<(String, String)> {
    let pack = prevention();
    let which = match heading.version {
        Some(version) => {
            t.two("prevent-file-version", "number", version.number, "day", t.day(version.dated_on))
        }
        None => t.one("prevent-file-now", "day", t.day(heading.today)),
    };
    let mut notes = vec![
        (t.say("prevent-note-organisation"), heading.organisation.to_owned()),
        (t.say("prevent-note-project"), heading.project.to_owned()),
        (t.say("prevent-note-which"), which),
    ];
    if let Some(version) = heading.version {
        notes.push((t.say("prevent-version-reason"), scene::reason(t, version)));
        if let Some(said) = scene::consulted(t, version) {
            notes.push((t.say("prevent-note-consulted"), said));
        }
        notes.push((t.say("prevent-note-kept"), scene::kept_until(t, version.dated_on)));
    }
    if let Some(plan) = plan {
        let articles = obligations::api::articles(&plan.rule, t).join(" · ");
        notes.push((
            scene::plan_title(t, Some(plan)),
            format!("{} {articles}", obligations::words::text(t, &plan.says)),
        ));
    }
    for scale in &pack.scales {
        notes.push((obligations::words::text(t, &scale.title), scene::scale(t, scale)));
    }
    notes.push((t.say("prevent-note-order"), t.say("prevent-order")));
    notes.push((t.say("prevent-note-ours"), obligations::words::text(t, &pack.provenance)));
    notes.push((t.say("prevent-note-notice"), obligations::api::notices(t).notice));
    notes
}

#[cfg(test)]
mod tests;
