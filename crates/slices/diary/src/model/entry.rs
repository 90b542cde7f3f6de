//! A date of somebody's, as their calendar and their reminders tell it.

use jiff::civil::Date;
use kernel::{ProjectId, codes};

codes! {
    /// What kind of date it is.
    pub enum Kind("kind of date") {
        Law = "law",
        Meeting = "meeting",
        Answer = "answer",
        Commitment = "commitment",
        Review = "review",
        Campaign = "campaign",
        Key = "key",
    }
}

/// A whole day on which something falls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub kind: Kind,
    /// What tells it apart, and stays when its day or its words change: `activity-<id>.<project>`.
    pub key: String,
    pub project: ProjectId,
    pub project_title: String,
    pub on: Date,
    pub title: String,
    /// Sentences, for who opens it.
    pub details: Vec<String>,
    /// The address of its page on this instance.
    pub path: String,
    /// Whether the reader's own party is awaited for it, or everybody.
    pub is_own: bool,
    /// Whether it has been done, or is said to be: it stays in the calendar, and nobody is reminded of it.
    pub is_done: bool,
}

impl Entry {
    /// All that is said of it, as one text: whether a calendar must show it anew.
    pub fn said(&self) -> String {
        let parts = [self.on.to_string(), self.title.clone(), self.details.join("\n"), self.path.clone()];
        parts.join("\u{0}")
    }

    /// Whether whoever reads should have seen to it: what the law dates is judged on its own page.
    pub fn is_late(&self, today: Date) -> bool {
        let is_task = matches!(self.kind, Kind::Answer | Kind::Commitment | Kind::Review);
        is_task && !self.is_done && self.on < today
    }
}

/// Whole days from one day to another.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// By day, then by what tells them apart; once each, own where it is own for any of the reader's seats.
pub fn in_order(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by(|a, b| (a.on, &a.key, !a.is_own).cmp(&(b.on, &b.key, !b.is_own)));
    entries.dedup_by(|later, earlier| later.key == earlier.key);
    entries
}

#[cfg(test)]
pub(crate) mod sample {
    use jiff::civil::Date;
    use kernel::Id;

    use super::{Entry, Kind};

    pub fn entry(key: &str, on: Date) -> Entry {
        Entry {
            kind: Kind::Law,
            key: key.to_owned(),
            project: Id::parse(&"1".repeat(32)).expect("an id"),
            project_title: "Planification".to_owned(),
            on,
            title: format!("date {key}"),
            details: Vec::new(),
            path: "/structures/1/projets/2/obligations".to_owned(),
            is_own: true,
            is_done: false,
        }
    }
}
