//! How the blocks of any pack are drawn: one question to its fields, one screen to its page, one method to its card.
//!
//! Nothing here knows a campaign or keeps an answer: a page that runs a block gives the form that was sent, and reads it
//! with [`content::method::read`]. Words of the pack are in the language of the content, the others in the reader's.

mod fields;
mod overview;
mod screen;

use content::method::{Method, Origin, Provenance};
use kernel::Locale;
use platform::T;

pub use fields::fields;
pub use overview::{Faults, Overview};
pub use screen::{Place, ScreenPage, refuse};

/// A method as one person reads it.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    pub method: &'a Method,
    /// The language of the content, which need not be that of the menus.
    pub content: Locale,
    pub t: &'a T,
}

impl Reading<'_> {
    /// Where an item comes from, in a few words.
    pub fn origin(&self, origin: &Origin) -> String {
        let source = origin.source.as_deref().and_then(|id| self.method.source(id));
        let title = source.map_or_else(String::new, |source| source.title.clone());
        match origin.provenance {
            Provenance::Attested => self.t.one("pack-attested", "source", title),
            Provenance::Inferred => self.t.one("pack-inferred", "source", title),
            Provenance::Proposed => self.t.say("pack-proposed"),
        }
    }

    /// The name of an entry of a list.
    pub fn entry(&self, list: &str, id: &str) -> String {
        let entry = self.method.list(list).and_then(|list| list.entry(id));
        entry.map_or_else(String::new, |entry| entry.name(self.content).to_owned())
    }
}
