//! What a letter of reminders says: what is awaited, by when, where to read it; never a word of what was said.

use jiff::civil::Date;
use platform::{T, mail::Letter};
use thread::{model::day::Away, todo::away};

use crate::{REMINDERS, model::entry::Entry};

/// A date as a letter tells it.
#[derive(Debug, Clone)]
pub struct Line {
    pub organisation: String,
    pub entry: Entry,
}

/// What there is to tell somebody today.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub due: Vec<Line>,
    /// Of the week, where its letter is due; empty otherwise, or where there is nothing to say.
    pub week: Vec<Line>,
}

impl Told {
    pub fn is_empty(&self) -> bool {
        self.due.is_empty() && self.week.is_empty()
    }
}

/// Where a letter's links lead: this instance, and the address that stops all letters.
pub struct Links<'a> {
    pub base: &'a str,
    pub stop: String,
}

/// The letter. `told` is not empty.
pub fn letter(to: String, told: &Told, t: &T, today: Date, links: &Links<'_>) -> Letter {
    let subject = match told.due.len() {
        0 => t.say("mail-diary-week-subject"),
        count => t.one("mail-diary-subject", "count", count),
    };
    let mut parts = vec![t.say("mail-diary-hello")];
    if !told.due.is_empty() {
        parts.push(section(&t.say("mail-diary-due"), &told.due, t, today, links.base));
    }
    if !told.week.is_empty() {
        parts.push(section(&t.say("mail-diary-week"), &told.week, t, today, links.base));
    }
    let choose = format!("{}{REMINDERS}", links.base);
    parts.push(t.two("mail-diary-foot", "choose", choose, "stop", links.stop.clone()));
    let first = told.due.first().or(told.week.first());
    let link = first.map_or_else(String::new, |line| format!("{}{}", links.base, line.entry.path));
    Letter { to, subject, body: parts.join("\n\n"), link }
}

fn section(title: &str, lines: &[Line], t: &T, today: Date, base: &str) -> String {
    let mut text = title.to_owned();
    let mut under: Option<(String, String)> = None;
    for line in lines {
        let head = (line.organisation.clone(), line.entry.project_title.clone());
        if under.as_ref() != Some(&head) {
            let [organisation, project] = [head.0.clone(), head.1.clone()];
            let head = t.two("mail-diary-head", "organisation", organisation, "project", project);
            text += &format!("\n\n{head}");
        }
        under = Some(head);
        let entry = &line.entry;
        let said = t.with(
            "mail-diary-line",
            &[
                ("day", t.day(entry.on).into()),
                ("away", away(Away::from(today, entry.on), t).into()),
                ("what", one_line(&entry.title).into()),
            ],
        );
        text += &format!("\n– {said}\n  {base}{}", entry.path);
    }
    text
}

/// A title on one line, whatever people typed.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same project together, by organisation, then by day: what comes first of a project is read first.
pub fn grouped(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| {
        let key = |line: &Line| (line.organisation.clone(), line.entry.project, line.entry.on);
        key(a).cmp(&key(b))
    });
    lines
}
