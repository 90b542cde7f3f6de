//! The page on security: what it names exists, and nothing of the standard is left out.

use std::collections::{BTreeMap, BTreeSet};

use testkit::source::{files, root};

fn page() -> String {
    std::fs::read_to_string(root().join("docs/security.md")).expect("docs/security.md")
}

/// The name of a test: words joined by underscores.
fn is_sentence(name: &str) -> bool {
    name.matches('_').count() > 2 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

#[test]
fn every_test_that_the_security_page_names_exists() {
    let page = page();
    let named: BTreeSet<&str> = page.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect();
    let named: Vec<&str> = named.into_iter().filter(|name| is_sentence(name)).collect();
    assert!(named.len() > 50, "few tests were found: {named:?}");
    let code: String = files("crates", ".rs").into_iter().map(|file| file.text).collect();
    let missing: Vec<&&str> = named.iter().filter(|name| !code.contains(&format!("fn {name}("))).collect();
    assert!(missing.is_empty(), "docs/security.md names tests that do not exist: {missing:?}");
}

#[test]
fn every_file_that_the_security_page_names_exists() {
    let page = page();
    let named = page.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    for name in named.filter(|name| name.contains("/src/") && name.ends_with(".rs")) {
        let places = [format!("crates/{name}"), format!("crates/slices/{name}")];
        assert!(places.iter().any(|place| root().join(place).is_file()), "docs/security.md names {name}");
    }
}

const STATES: [&str; 4] = ["met", "part", "not yet", "n/a"];

/// The requirements of ASVS 5.0, as `scripts/asvs` compares them with the published list: 70 of level 1, 183 of level 2.
#[test]
fn every_requirement_of_levels_one_and_two_stands_once_with_its_state_and_its_reason() {
    let page = page();
    let rows = page.lines().filter(|line| line.starts_with("| V"));
    let mut seen = BTreeSet::new();
    let mut levels = [0, 0];
    let mut states = BTreeMap::from(STATES.map(|state| (state, 0)));
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [id, level, asked, state, how, test] = cells[..] else { panic!("{row}: {} cells", cells.len()) };
        assert!(seen.insert(id.to_owned()), "{id} stands twice");
        levels[usize::from(level == "2")] += 1;
        assert!(!asked.is_empty() && !how.is_empty(), "{row}");
        *states.get_mut(state).unwrap_or_else(|| panic!("{row}")) += 1;
        assert!(state != "not yet" || test.is_empty(), "{id}: a test cannot show what does not hold");
    }
    assert_eq!(levels, [70, 183]);
    let [met, part, not_yet, none] = STATES.map(|state| states[state]);
    let said =
        format!("253 requirements: {met} met, {part} partly, {not_yet} not yet, {none} not applicable.");
    assert!(page.contains(&said), "at the head of the table must stand: {said}");
}

/// What a command of the toolchain says.
fn said(program: &str, arguments: &[&str]) -> String {
    let done = std::process::Command::new(program).args(arguments).current_dir(root()).output();
    let done = done.unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(done.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("text")
}

/// Whether an expression of licences can be met: each part that is joined by AND, by one of its alternatives.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let expression = expression.replace(" / ", " OR ").replace('/', " OR ");
    expression.split(" AND ").all(|part| {
        let part = part.trim_start_matches('(').trim_end_matches(')');
        part.split(" OR ").any(|licence| allowed.contains(licence))
    })
}

#[test]
fn every_dependency_comes_from_its_registry_with_a_licence_that_is_listed() {
    let text = std::fs::read_to_string(root().join("deny.toml")).expect("deny.toml");
    let rules: toml::Table = text.parse().expect("deny.toml is TOML");
    let allowed = rules["licenses"]["allow"].as_array().expect("a list").iter();
    let allowed: BTreeSet<String> = allowed.filter_map(|one| one.as_str().map(str::to_owned)).collect();

    let host = said("rustc", &["-vV"]);
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
    let made = ["metadata", "--format-version=1", "--locked", "--offline", "--filter-platform", host];
    let made: serde_json::Value = serde_json::from_str(&said(env!("CARGO"), &made)).expect("JSON");
    let mut others = 0;
    for package in made["packages"].as_array().expect("packages") {
        let Some(source) = package["source"].as_str() else { continue };
        others += 1;
        assert_eq!(source, "registry+https://github.com/rust-lang/crates.io-index", "{}", package["id"]);
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_allowed(licence, &allowed), "{}: {licence:?} is not in deny.toml", package["id"]);
    }
    assert!(others > 300, "{others} crates were found");
}
