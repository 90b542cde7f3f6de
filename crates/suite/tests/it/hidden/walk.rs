//! Everything that somebody can open, and the marked words that stand in it.

use std::collections::{BTreeMap, BTreeSet};

use testkit::{
    Browser, TestApp, View,
    crawl::{crawl, is_page},
};

use crate::routes::{Ids, Route, of_members};

/// What every marked word begins with: long enough to stand in no digest by chance.
pub const MARK: &str = "zqxzqj";

/// The marked words of a text.
pub fn marked(text: &str) -> BTreeSet<String> {
    let starts = text.match_indices(MARK).map(|(at, _)| &text[at..]);
    starts.map(|rest| rest.chars().take_while(char::is_ascii_lowercase).collect()).collect()
}

/// The addresses of an organisation: every route, with every identifier there is for the last of its parameters.
pub struct Addresses {
    ids: Ids,
    known: BTreeMap<String, Vec<String>>,
}

impl Addresses {
    pub fn of(app: &TestApp, organisation: &str) -> Self {
        let dump = app.dump();
        let mut known = BTreeMap::new();
        for name in [
            "member",
            "space",
            "activity",
            "finding",
            "campaign",
            "clause",
            "commitment",
            "review",
            "keyed_act",
        ] {
            known.insert(name.to_owned(), dump.table(name).column(&format!("{name}_id")));
        }
        known.insert("note".to_owned(), dump.table("notebook_note").column("note_id"));
        Self { ids: Ids::of(app, organisation), known }
    }

    fn each(&self, route: &Route) -> Vec<String> {
        let path = self.ids.fill(route);
        let last = route.path.split('{').skip(1).filter_map(|part| part.split('}').next()).last();
        let Some((name, all)) = last.and_then(|name| Some((name, self.known.get(name)?))) else {
            return vec![path];
        };
        all.iter().map(|id| path.replace(&self.ids.fill_named(name), id)).collect()
    }

    fn gets(&self) -> Vec<String> {
        of_members().iter().filter(|route| route.gets).flat_map(|route| self.each(route)).collect()
    }

    /// Where something is sent about a finding. Taking back what was passed is left out: it asks for no word.
    fn posts_on_findings(&self) -> Vec<String> {
        let asks = |route: &&Route| {
            route.posts && route.path.contains("{finding}/") && !route.path.contains("{space}")
        };
        of_members().iter().filter(asks).flat_map(|route| self.each(route)).collect()
    }
}

/// What somebody read, by address: the marked words of each page and of each file.
#[derive(Debug, Default)]
pub struct Read {
    pub pages: BTreeMap<String, BTreeSet<String>>,
    pub files: BTreeMap<String, BTreeSet<String>>,
}

impl Read {
    fn note(&mut self, path: &str, view: &View) {
        assert!(view.status < 500, "{path}: {}", view.text());
        let words = marked(&String::from_utf8_lossy(&view.bytes));
        let ends_as_file = [".json", ".jsonl", ".pdf", ".md"]
            .iter()
            .any(|end| path.split('?').next().is_some_and(|p| p.ends_with(end)));
        let all = if ends_as_file || !is_page(view) { &mut self.files } else { &mut self.pages };
        all.insert(path.to_owned(), words);
    }

    /// Every marked word of the pages.
    pub fn on_pages(&self) -> BTreeSet<String> {
        self.pages.values().flatten().cloned().collect()
    }

    /// Where a word stands.
    pub fn places(&self, word: &str) -> Vec<&str> {
        let all = self.pages.iter().chain(&self.files);
        all.filter(|(_, words)| words.contains(word)).map(|(path, _)| path.as_str()).collect()
    }
}

/// Opens all that a link reaches, every route with every identifier, and what is answered to forms that are refused.
pub fn walk(browser: &Browser, addresses: &Addresses, from: &[String]) -> Read {
    let mut read = Read::default();
    for (path, view) in crawl(browser, from) {
        read.note(&path, &view);
    }
    for path in addresses.gets() {
        if !read.pages.contains_key(&path) && !read.files.contains_key(&path) {
            read.note(&path, &browser.fetch(&path, &[]).expect("an answer"));
        }
    }
    for path in addresses.posts_on_findings() {
        let answer = browser.send(&path, &[]).expect("an answer");
        assert!([303, 403, 404, 422].contains(&answer.status), "{path}: {}", answer.status);
        read.note(&format!("{path} (refused)"), &answer);
    }
    read
}
