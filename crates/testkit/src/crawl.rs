//! Follows every link of ours, as a curious reader would, and keeps the pages.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use scenario::{Browser, View};

/// Addresses that change something when they are merely opened would be a defect; the first only changes the language, and
/// under the second stands the law for programs, with a trial page that is another project's (`e2e/api.test.mjs`).
const LEFT_ALONE: [&str; 2] = ["/langue/", "/api/"];

/// Every page that can be reached from these by links, by address. Panics: where there is no end to them.
pub fn crawl(browser: &Browser, from: &[String]) -> BTreeMap<String, View> {
    let mut waiting: VecDeque<String> = from.iter().cloned().collect();
    let mut seen: BTreeSet<String> = from.iter().cloned().collect();
    let mut pages = BTreeMap::new();
    while let Some(path) = waiting.pop_front() {
        let view = browser.open(&path).unwrap_or_else(|error| panic!("{path}: {error:#}"));
        for link in local_links(&view) {
            if LEFT_ALONE.iter().all(|prefix| !link.starts_with(prefix)) && seen.insert(link.clone()) {
                waiting.push_back(link);
            }
        }
        pages.insert(path, view);
        assert!(pages.len() < 2000, "the pages have no end");
    }
    pages
}

/// The addresses of this instance to which a page links, without what follows `#`.
pub fn local_links(view: &View) -> Vec<String> {
    let links = view.attributes("a[href]", "href");
    links
        .into_iter()
        .map(|link| link.split('#').next().unwrap_or_default().to_owned())
        .filter(|link| link.starts_with('/') && !link.starts_with("//"))
        .collect()
}

/// Whether an answer is a page of HTML.
pub fn is_page(view: &View) -> bool {
    header(view, "content-type").is_some_and(|kind| kind.starts_with("text/html"))
}

/// A header of an answer.
pub fn header<'a>(view: &'a View, name: &str) -> Option<&'a str> {
    view.headers.get(name).and_then(|value| value.to_str().ok())
}
