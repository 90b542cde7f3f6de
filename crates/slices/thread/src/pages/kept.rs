//! Pages that were drawn, kept until something is done.
//!
//! Every change of state writes a line in the journal, in its own transaction; so the head of the journal says whether
//! anything has changed, and a page drawn under a head is right as long as that is the head. Nothing has to be told that a
//! page is stale. What a page also depends on (who reads, in which language, on which day) is in its key.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::civil::Date;
use kernel::{Locale, MemberId, Party, ProjectId};

/// What a page depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub project: ProjectId,
    /// The hash of the last line of the organisation's journal.
    pub head: String,
    pub party: Party,
    /// The reader, where the line of management hides something from them.
    pub apart: Option<MemberId>,
    pub locale: Locale,
    pub today: Date,
}

/// What was drawn under the frame, and what the frame says of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Body {
    pub html: String,
    /// The number of the journal's last line.
    pub sealed: i64,
}

/// How many pages are kept: some tens of kilobytes each.
const MOST: usize = 256;

/// The pages that were drawn lately.
#[derive(Default)]
pub struct Kept(Mutex<HashMap<Key, Arc<Body>>>);

impl Kept {
    pub fn find(&self, key: &Key) -> Option<Arc<Body>> {
        self.pages().get(key).cloned()
    }

    /// Keeps a page, in the place of those of the same project that are no longer right. When there are too many, starts
    /// again from none: drawing is cheap, and order of use is not worth a second structure.
    pub fn keep(&self, key: Key, body: Body) -> Arc<Body> {
        let body = Arc::new(body);
        let mut pages = self.pages();
        if pages.len() >= MOST {
            pages.retain(|known, _| known.project != key.project || known.head == key.head);
        }
        if pages.len() >= MOST {
            pages.clear();
        }
        pages.insert(key, body.clone());
        body
    }

    fn pages(&self) -> std::sync::MutexGuard<'_, HashMap<Key, Arc<Body>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Locale, Party};

    use super::{Body, Kept, Key, MOST};
    use crate::fixture::{TODAY, id};

    fn key(head: &str, party: Party) -> Key {
        Key { project: id(1), head: head.to_owned(), party, apart: None, locale: Locale::Fr, today: TODAY }
    }

    fn body(html: &str) -> Body {
        Body { html: html.to_owned(), sealed: 1 }
    }

    #[test]
    fn a_page_is_found_again_only_under_the_same_head_and_by_the_same_party() {
        let kept = Kept::default();
        kept.keep(key("a", Party::Management), body("x"));
        assert_eq!(
            kept.find(&key("a", Party::Management)).map(|body| body.html.clone()).as_deref(),
            Some("x")
        );
        assert_eq!(kept.find(&key("b", Party::Management)), None);
        assert_eq!(kept.find(&key("a", Party::Workers)), None);
        let apart = Key { apart: Some(id(7)), ..key("a", Party::Management) };
        assert_eq!(kept.find(&apart), None, "what the line hides is not read from a page drawn for another");
    }

    #[test]
    fn what_is_kept_has_a_bound() {
        let kept = Kept::default();
        for n in 0..3 * MOST {
            kept.keep(key(&n.to_string(), Party::Management), body("x"));
            assert!(kept.pages().len() <= MOST);
        }
        assert!(kept.find(&key(&(3 * MOST - 1).to_string(), Party::Management)).is_some());
    }
}
