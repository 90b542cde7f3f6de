//! Every address of the application, read off the sources, so that none is forgotten when one is added.

use std::collections::BTreeMap;

use testkit::{
    TestApp,
    source::{code_only, files},
};

/// An address as the router knows it, and what it answers to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    pub path: String,
    pub gets: bool,
    pub posts: bool,
}

/// Every route of every slice and of the application itself.
pub fn all() -> Vec<Route> {
    let sources = files("crates/slices", "src/lib.rs").into_iter().chain(files("crates/app", ".rs"));
    let mut routes: Vec<Route> = sources.flat_map(|file| read(&file.path, &code_only(&file.text))).collect();
    routes.sort();
    routes
}

fn read(place: &str, code: &str) -> Vec<Route> {
    let known = words(code);
    let calls = code.split(".route(").skip(1);
    calls
        .map(|call| {
            one(call, &known).unwrap_or_else(|| {
                panic!("{place}: {:?} is no route this test can read", &call[..60.min(call.len())])
            })
        })
        .collect()
}

/// `const NAME: &str = "…"`, and `let name = |rest: &str| format!("…{rest}")`: the two ways to name the start of addresses.
fn words(code: &str) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for part in code.split("const ").skip(1) {
        if let Some((name, rest)) = part.split_once(": &str = \"") {
            words.insert(name.to_owned(), rest.split('"').next().unwrap_or_default().to_owned());
        }
    }
    for part in code.split("let ").skip(1) {
        if let Some((name, rest)) = part.split_once(" = |rest: &str| format!(\"") {
            let pattern = rest.split('"').next().unwrap_or_default();
            words.insert(name.to_owned(), pattern.replace("{rest}", "\u{1}"));
        }
    }
    words
}

fn one(call: &str, words: &BTreeMap<String, String>) -> Option<Route> {
    let call = call.trim_start();
    let (path, rest) = if let Some(literal) = call.strip_prefix('"') {
        let (path, rest) = literal.split_once('"')?;
        (path.to_owned(), rest)
    } else if let Some(pattern) = call.strip_prefix("&format!(\"") {
        let (pattern, rest) = pattern.split_once('"')?;
        (expanded(pattern, words), rest)
    } else {
        let end = call.find([',', '('])?;
        let name = call[..end].trim_start_matches('&');
        let word = words.get(name)?;
        match call[end..].strip_prefix("(\"") {
            Some(argument) => {
                let (argument, rest) = argument.split_once('"')?;
                (expanded(&word.replace('\u{1}', argument), words), rest)
            }
            None => (expanded(word, words), &call[end..]),
        }
    };
    let handlers = inside(rest.trim_start_matches(')'));
    let (gets, posts) = (handlers.contains("get("), handlers.contains("post("));
    (path.starts_with('/') && (gets || posts)).then_some(Route { path, gets, posts })
}

/// A text up to the parenthesis that closes what it stands in.
fn inside(text: &str) -> &str {
    let mut depth = 0;
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => return &text[..at],
            ')' => depth -= 1,
            _ => {}
        }
    }
    text
}

/// A pattern with its words put in, and doubled braces made single.
fn expanded(pattern: &str, words: &BTreeMap<String, String>) -> String {
    let mut text = pattern.to_owned();
    for (name, word) in words {
        text = text.replace(&format!("{{{name}}}"), word);
    }
    text.replace("{{", "{").replace("}}", "}")
}

/// The routes of the members of an organisation.
pub fn of_members() -> Vec<Route> {
    all().into_iter().filter(|route| route.path.starts_with("/structures/{org}")).collect()
}

/// The identifiers that stand in one organisation, by the name that addresses give them.
pub struct Ids(BTreeMap<String, String>);

impl Ids {
    /// One of each kind that this organisation has. `org` is its identifier.
    pub fn of(app: &TestApp, org: &str) -> Self {
        let dump = app.dump();
        // `n` is no identifier but the number of a question: every questionnaire has a first.
        let mut ids = BTreeMap::from([("org".to_owned(), org.to_owned()), ("n".to_owned(), "1".to_owned())]);
        for (table, parameter) in [
            ("member", "member"),
            ("project", "project"),
            ("space", "space"),
            ("activity", "activity"),
            ("finding", "finding"),
            ("campaign", "campaign"),
            ("clause", "clause"),
            ("commitment", "commitment"),
            ("review", "review"),
            ("notebook_note", "note"),
            ("keyed_act", "keyed_act"),
        ] {
            let table = dump.table(table);
            let owners = table.column("organisation_id");
            let values = table.column(&format!("{parameter}_id"));
            if let Some((_, id)) = owners.iter().zip(values).find(|(owner, _)| owner.as_str() == org) {
                ids.insert(parameter.to_owned(), id);
            }
        }
        Self(ids)
    }

    /// The identifier of this name, where there is one.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.get(name).cloned()
    }

    /// The identifier of this name. Panics: where there is none.
    pub fn fill_named(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_else(|| panic!("no identifier of a {name}"))
    }

    /// With some of these instead.
    #[must_use]
    pub fn but(&self, other: &Self, which: impl Fn(&str) -> bool) -> Self {
        let pick = |(name, id): (&String, &String)| {
            let id = if which(name) { other.0.get(name).unwrap_or(id) } else { id };
            (name.clone(), id.clone())
        };
        Self(self.0.iter().map(pick).collect())
    }

    /// An address with its parameters filled. Panics: where one has no identifier here.
    pub fn fill(&self, route: &Route) -> String {
        let filled = self
            .0
            .iter()
            .fold(route.path.clone(), |path, (name, id)| path.replace(&format!("{{{name}}}"), id));
        assert!(!filled.contains('{'), "no identifier for {filled}");
        filled
    }
}

/// Whether an address names something beneath the project.
pub fn is_beneath_the_project(route: &Route) -> bool {
    route.path.matches('{').count() > 2
}

#[test]
fn every_route_of_the_sources_is_read() {
    let routes = all();
    let paths: Vec<&str> = routes.iter().map(|route| route.path.as_str()).collect();
    for known in [
        "/",
        "/connexion",
        "/structures/{org}/personnes",
        "/structures/{org}/projets/{project}/fil",
        "/structures/{org}/projets/{project}/diagnostics/{campaign}/ouvrir",
        "/structures/{org}/projets/{project}/accords/articles/{clause}/consentir",
    ] {
        assert!(paths.contains(&known), "{known} is not among\n{}", paths.join("\n"));
    }
    assert!(routes.len() > 50, "{}", routes.len());
}

#[test]
fn every_address_is_in_french_words() {
    let spoken = |path: &str| {
        path.split('/')
            .filter(|part| !part.is_empty() && !part.starts_with('{'))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    for route in all() {
        for word in spoken(&route.path) {
            let plain =
                word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c));
            assert!(plain, "{}: {word}", route.path);
        }
    }
}
