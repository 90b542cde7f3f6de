//! The page on security: what it names exists, and nothing of the standard is left out.

use std::collections::BTreeSet;

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

/// The requirements of ASVS 5.0, as `scripts/asvs` compares them with the published list: 70 of level 1, 183 of level 2.
#[test]
fn every_requirement_of_levels_one_and_two_stands_once_with_its_state_and_its_reason() {
    let page = page();
    let rows = page.lines().filter(|line| line.starts_with("| V"));
    let mut seen = BTreeSet::new();
    let mut levels = [0, 0];
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [id, level, asked, state, how, test] = cells[..] else { panic!("{row}: {} cells", cells.len()) };
        assert!(seen.insert(id.to_owned()), "{id} stands twice");
        levels[usize::from(level == "2")] += 1;
        assert!(!asked.is_empty() && !how.is_empty(), "{row}");
        assert!(["met", "part", "not yet", "n/a"].contains(&state), "{row}");
        assert!(state != "not yet" || test.is_empty(), "{id}: a test cannot show what does not hold");
    }
    assert_eq!(levels, [70, 183]);
}
