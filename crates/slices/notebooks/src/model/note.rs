//! A note of a party's notebook.

use std::fmt::Write;

use jiff::{ToSpan, civil::Date};
use kernel::{MemberId, NoteId};

/// How long a note that was taken out may come back.
pub const KEPT_DAYS: i64 = 30;
/// The longest note.
pub const MOST: usize = 4000;

/// A note, as its party reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    pub words: String,
    /// One more at each change, so that two people do not write over each other unseen.
    pub version: i64,
    pub by: MemberId,
    pub written_on: Date,
    pub changed_on: Option<Date>,
    /// The day it was taken out; it is erased [`KEPT_DAYS`] later.
    pub removed_on: Option<Date>,
}

impl Note {
    /// The last day on which it may come back, where it was taken out.
    pub fn erased_after(&self) -> Option<Date> {
        self.removed_on.map(|day| day.saturating_add(KEPT_DAYS.days()))
    }
}

/// Notes taken out before this day are erased.
pub fn first_kept(today: Date) -> Date {
    today.saturating_sub(KEPT_DAYS.days())
}

/// The words of a file, in the reader's language.
pub struct Heading {
    pub title: String,
    /// For whom it is, and on which day it was taken.
    pub says: String,
}

/// A notebook as a text that every editor opens: a heading, then each note under its day and author.
pub fn markdown(heading: &Heading, notes: &[(String, String)]) -> String {
    let mut text = format!("# {}\n\n{}\n", one_line(&heading.title), one_line(&heading.says));
    for (head, words) in notes {
        let _ = write!(text, "\n## {}\n\n{words}\n", one_line(head));
    }
    text
}

/// A heading stays one line, whatever a title holds.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{MemberId, NoteId};

    use super::{Heading, Note, first_kept, markdown};

    #[test]
    fn a_note_taken_out_comes_back_until_the_thirtieth_day_and_is_erased_after_it() {
        let removed = date(2026, 11, 22);
        let note = Note {
            id: NoteId::parse("0198c0de000070008000000000000001").expect("an id"),
            words: "demander le cahier des charges".to_owned(),
            version: 1,
            by: MemberId::parse("0198c0de000070008000000000000002").expect("an id"),
            written_on: removed,
            changed_on: None,
            removed_on: Some(removed),
        };
        let last = note.erased_after().expect("taken out");
        assert_eq!(last, date(2026, 12, 22));
        assert!(removed >= first_kept(last), "still there on its last day");
        assert!(removed < first_kept(last.tomorrow().expect("a day")), "gone the day after");
    }

    #[test]
    fn a_notebook_taken_away_holds_each_note_under_one_line() {
        let heading = Heading { title: "Carnet".to_owned(), says: "Direction".to_owned() };
        let notes = [("22 nov.\n# faux titre".to_owned(), "deux\nlignes".to_owned())];
        let text = markdown(&heading, &notes);
        assert_eq!(text, "# Carnet\n\nDirection\n\n## 22 nov. # faux titre\n\ndeux\nlignes\n");
    }
}
