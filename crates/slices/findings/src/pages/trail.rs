//! The thread around a finding, in words: what it comes from, what came of it.

use jiff::civil::Date;
use platform::T;
use spaces::{Activity, Space};

use crate::model::{
    finding::Finding,
    link::{Link, Stop, back, onwards},
};

/// A thing on the thread, as a reader is told of it.
pub struct Place {
    /// What sort of thing: « Diagnostic ».
    pub label: String,
    /// Its own name, or what sort of thing it is where this slice knows no name.
    pub name: String,
    pub href: String,
    pub on: Date,
}

/// What the names of things are read from.
pub struct Around<'a> {
    pub t: &'a T,
    /// Where the project's addresses begin.
    pub root: String,
    pub links: &'a [Link],
    pub findings: &'a [Finding],
    pub spaces: &'a [Space],
    pub activities: &'a [Activity],
}

impl Around<'_> {
    /// What led to this finding, nearest first.
    pub fn came_from(&self, finding: &Finding) -> Vec<Place> {
        self.places("finding-from", &back(self.links, "finding", &finding.id.to_string()))
    }

    /// What this finding led to, nearest first.
    pub fn led_to(&self, finding: &Finding) -> Vec<Place> {
        self.places("finding-to", &onwards(self.links, "finding", &finding.id.to_string()))
    }

    fn places(&self, way: &str, stops: &[Stop]) -> Vec<Place> {
        stops.iter().filter_map(|stop| self.place(way, stop)).collect()
    }

    /// A stop in words; a kind that no text knows stays silent.
    fn place(&self, way: &str, stop: &Stop) -> Option<Place> {
        let label = format!("{way}-{}", stop.kind);
        if !self.t.has(&label) {
            return None;
        }
        let id = &stop.id;
        let rest = match stop.kind.as_str() {
            "campaign" => format!("diagnostics/{id}"),
            "activity" => format!("espaces#t-{id}"),
            "space" => format!("espaces#e-{id}"),
            "finding" => format!("constats/{id}"),
            "clause" => format!("accords/articles/{id}"),
            "risk_line" => format!("prevention#l-{id}"),
            _ => "suivi".to_owned(),
        };
        let name = self.name(stop).unwrap_or_else(|| self.t.say(&format!("finding-unnamed-{}", stop.kind)));
        let on = self.activity(stop).map_or(stop.on, |activity| activity.on);
        Some(Place { label: self.t.say(&label), name, href: format!("{}{rest}", self.root), on })
    }

    /// The time of dialogue that a stop is, or that it drives.
    fn activity(&self, stop: &Stop) -> Option<&Activity> {
        let source = format!("{}:{}", stop.kind, stop.id);
        let is = |activity: &&Activity| match stop.kind.as_str() {
            "activity" => activity.id.to_string() == stop.id,
            _ => activity.source.as_ref() == Some(&source),
        };
        self.activities.iter().find(is)
    }

    fn name(&self, stop: &Stop) -> Option<String> {
        let is = |id: &dyn ToString| id.to_string() == stop.id;
        match stop.kind.as_str() {
            "space" => self.spaces.iter().find(|space| is(&space.id)).map(|space| space.name.clone()),
            "finding" => {
                self.findings.iter().find(|finding| is(&finding.id)).map(|finding| finding.short(90))
            }
            "clause" => {
                let mut fates = self.findings.iter().filter_map(|finding| finding.fate.as_ref());
                fates.find(|fate| fate.href_rest.ends_with(&stop.id)).map(|fate| fate.label.clone())
            }
            _ => self.activity(stop).map(|activity| activity.title.clone()),
        }
    }
}
