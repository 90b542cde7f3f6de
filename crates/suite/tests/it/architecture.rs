//! What is deliberately absent, written down and executed.

use testkit::source::{code_only, files, root};

/// The slices, lowest first; those of one rank do not know each other.
const RANKS: &[(&str, u32)] = &[
    ("journal", 0),
    ("access", 1),
    ("sign_in", 2),
    ("registry", 2),
    ("spaces", 3),
    ("notebooks", 4),
    ("findings", 5),
    ("obligations", 6),
    ("methods", 6),
    ("describe", 7),
    ("consultations", 7),
    ("open_law", 7),
    ("agreements", 8),
    ("follow_up", 9),
    ("prevention", 10),
    ("thread", 11),
    ("diary", 12),
    ("dossier", 12),
    ("privacy", 13),
];

/// What the pure part of the house never names.
const IMPURE: &[&str] = &[
    "async",
    "await",
    "axum",
    "tokio",
    "rusqlite",
    "postgres",
    "std::fs",
    "std::net",
    "Timestamp::now",
    "SystemTime",
    "rand",
];

#[test]
fn the_pure_core_knows_no_async_no_sql_no_http_no_file_no_clock_and_no_chance() {
    let mut found = Vec::new();
    for file in files("crates", ".rs") {
        let tested = file.path.contains("/tests/") || file.path.ends_with("/tests.rs");
        if !is_pure(&file.path) || tested {
            continue;
        }
        let code = code_only(&file.text);
        for word in IMPURE.iter().filter(|word| names(&code, word)) {
            found.push(format!("{} names {word}", file.path));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn is_pure(path: &str) -> bool {
    let inside = |folder: &str| path.starts_with(folder);
    let model = inside("crates/slices/") && path.contains("/src/model");
    inside("crates/kernel/src/") || inside("crates/engines/") || inside("crates/content/src/") || model
}

/// Whether a code has this word, and not only as a part of another.
fn names(code: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

#[test]
fn the_test_of_purity_would_see_an_impurity() {
    assert!(names("use rand::Rng;", "rand"));
    assert!(!names("let operand = brand;", "rand"));
    assert!(names("Timestamp::now()", "Timestamp::now"));
}

#[test]
fn a_slice_depends_only_on_lower_slices() {
    let mut wrong = Vec::new();
    for (slice, dependencies) in slices() {
        let rank = rank(&slice).unwrap_or_else(|| panic!("say in RANKS where the slice {slice} stands"));
        for dependency in dependencies {
            if let Some(other) = super::architecture::rank(&dependency)
                && other >= rank
            {
                wrong.push(format!("{slice} depends on {dependency}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn rank(name: &str) -> Option<u32> {
    RANKS.iter().find(|(slice, _)| *slice == name).map(|(_, rank)| *rank)
}

/// Each slice and what it depends on.
fn slices() -> Vec<(String, Vec<String>)> {
    manifests()
        .into_iter()
        .filter(|(path, ..)| path.starts_with("crates/slices/"))
        .map(|(_, name, uses)| (name, uses))
        .collect()
}

/// Each crate of ours: its path, its name, what it depends on outside tests.
fn manifests() -> Vec<(String, String, Vec<String>)> {
    let read = |file: testkit::source::SourceFile| {
        let manifest: toml::Table =
            file.text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let name = manifest["package"]["name"].as_str().expect("a crate has a name").to_owned();
        let uses = manifest.get("dependencies").and_then(toml::Value::as_table);
        let uses = uses.map(|table| table.keys().cloned().collect()).unwrap_or_default();
        (file.path, name, uses)
    };
    files("crates", "Cargo.toml").into_iter().map(read).collect()
}

#[test]
fn only_the_program_links_the_typesetter() {
    for (path, name, uses) in manifests() {
        let links =
            ["report", "typst", "typst-pdf"].iter().any(|heavy| uses.iter().any(|used| used == heavy));
        assert!(!links || name == "trinome" || name == "report", "{path} links the typesetter");
    }
}

#[test]
fn nothing_below_the_slices_knows_a_slice() {
    let below = [
        "kernel",
        "platform",
        "ui",
        "schema",
        "content",
        "report",
        "rules",
        "calendar",
        "scoring",
        "disclosure",
    ];
    for (path, name, uses) in manifests() {
        if below.contains(&name.as_str()) {
            let known: Vec<&String> = uses.iter().filter(|used| rank(used).is_some()).collect();
            assert!(known.is_empty(), "{path} knows {known:?}");
        }
    }
}

#[test]
fn what_is_for_tests_is_used_by_tests_only() {
    for (path, name, uses) in manifests() {
        let uses_it = uses.iter().any(|used| used == "testkit" || used == "suite");
        assert!(!uses_it || name == "suite", "{path} uses what is for tests");
    }
}

/// A permit without a seat exists in tests: the feature that makes one is on in no `[dependencies]`.
#[test]
fn permits_without_a_seat_are_made_in_tests_only() {
    let mut seen = 0;
    for manifest in files("crates", "Cargo.toml") {
        let (mut of_tests, mut defines) = (false, false);
        for line in manifest.text.lines() {
            if line.starts_with('[') {
                // The kit is of tests as a whole: no program depends on it.
                of_tests = line == "[dev-dependencies]" || manifest.path.ends_with("testkit/Cargo.toml");
                defines = line == "[features]";
            } else if line.contains("testing") && !line.trim_start().starts_with('#') && !defines {
                assert!(of_tests, "{}: {line}", manifest.path);
                seen += 1;
            }
        }
    }
    assert!(seen > 2, "{seen}");
}

#[test]
fn no_slice_touches_the_tables_of_another() {
    let mut wrong = Vec::new();
    for file in files("crates/slices", ".rs") {
        let slice = file.path.split('/').nth(2).unwrap_or_default();
        let code = code_only(&file.text);
        for (table, owners) in tables_by_slice() {
            let writes = owners[0] != slice && speaks_of(&code, &["INTO", "UPDATE", "DELETE FROM"], table);
            let reads = !owners.contains(&slice) && speaks_of(&code, &["FROM", "JOIN"], table);
            if writes || reads {
                let verb = if writes { "writes" } else { "reads" };
                wrong.push(format!("{} {verb} the table {table} of {}", file.path, owners[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every table: the slice that writes it, then those that read it in a query of their own, each for one reason: `access`
/// shows an organisation's name on every page, and asks at once under which line of the journal a page is kept; `findings` names who spoke, where, and the meeting that took it up.
fn tables_by_slice() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("organisation", vec!["registry", "access"]),
        ("member", vec!["access", "findings"]),
        ("person", vec!["access"]),
        ("sign_in_link", vec!["access"]),
        ("session", vec!["access"]),
        ("session_seat", vec!["access"]),
        ("recovery", vec!["access"]),
        ("recovery_vouch", vec!["access"]),
        ("passkey_party", vec!["access"]),
        // `access` strikes out those of somebody whom others gave their seats back.
        ("passkey", vec!["sign_in", "access"]),
        ("passkey_struck", vec!["access"]),
        ("sign_in_attempt", vec!["sign_in"]),
        ("provider_subject", vec!["sign_in"]),
        ("keyed_act", vec!["access"]),
        ("establishment", vec!["registry"]),
        ("team", vec!["registry"]),
        ("headcount_record", vec!["registry"]),
        ("institution", vec!["registry"]),
        ("organisation_language", vec!["registry"]),
        ("line_of_management", vec!["access"]),
        ("line_above", vec!["access"]),
        ("former_address", vec!["access"]),
        ("key_rule", vec!["access"]),
        ("key_rule_act", vec!["access"]),
        ("journal_head", vec!["journal", "access"]),
        ("journal_record", vec!["journal"]),
        ("journal_opening", vec!["journal"]),
        ("information_shown", vec!["access", "privacy"]),
        ("project", vec!["registry"]),
        ("project_stage", vec!["registry"]),
        ("project_rest", vec!["registry"]),
        ("project_deletion", vec!["registry"]),
        ("system", vec!["registry"]),
        ("project_draft", vec!["describe"]),
        ("space", vec!["spaces", "findings"]),
        ("activity", vec!["spaces", "findings"]),
        // The name under which step 0007 makes `activity` anew.
        ("activity_typed", vec!["spaces"]),
        ("space_member", vec!["spaces"]),
        ("alert_aside", vec!["spaces"]),
        ("dialogue_watch", vec!["spaces"]),
        ("notebook_note", vec!["notebooks"]),
        ("finding", vec!["findings"]),
        ("response", vec!["findings"]),
        ("transmission", vec!["findings"]),
        ("link", vec!["findings"]),
        ("campaign", vec!["methods"]),
        ("campaign_group", vec!["methods"]),
        ("answer_code", vec!["methods"]),
        ("invitation", vec!["methods"]),
        ("invited_address", vec!["methods"]),
        ("token_key", vec!["methods"]),
        ("ballot_box", vec!["methods"]),
        ("publication", vec!["methods"]),
        ("campaign_information", vec!["methods"]),
        ("organisation_floor", vec!["registry"]),
        ("collective_session", vec!["methods"]),
        ("collective_answer", vec!["methods"]),
        ("evidence", vec!["obligations"]),
        ("law_edition", vec!["obligations"]),
        ("gate_crossing", vec!["obligations"]),
        ("consultation", vec!["consultations"]),
        ("consultation_part", vec!["consultations"]),
        ("consultation_question", vec!["consultations"]),
        ("consultation_event", vec!["consultations"]),
        ("prevention_line", vec!["prevention"]),
        ("prevention_remark", vec!["prevention"]),
        ("prevention_action", vec!["prevention"]),
        ("prevention_version", vec!["prevention"]),
        ("agreement", vec!["agreements"]),
        ("clause", vec!["agreements"]),
        ("clause_version", vec!["agreements"]),
        ("clause_position", vec!["agreements"]),
        ("calendar_address", vec!["diary"]),
        ("calendar_entry", vec!["diary"]),
        ("reminder_choice", vec!["diary"]),
        ("reminder_round", vec!["diary"]),
        ("reminder_told", vec!["diary"]),
        ("commitment", vec!["follow_up"]),
        ("reversal_trigger", vec!["follow_up"]),
        ("indicator_reading", vec!["follow_up"]),
        ("review", vec!["follow_up"]),
    ]
}

fn speaks_of(code: &str, verbs: &[&str], table: &str) -> bool {
    verbs.iter().any(|verb| {
        code.match_indices(&format!("{verb} {table}")).any(|(at, found)| {
            let next = code[at + found.len()..].chars().next();
            !next.is_some_and(|c| c.is_alphanumeric() || c == '_')
        })
    })
}

#[test]
fn every_table_has_an_owner_in_the_list_above() {
    let listed: Vec<&str> = tables_by_slice().iter().map(|(table, _)| *table).collect();
    let lines: Vec<&str> = schema::STEPS.iter().flat_map(|step| step.sqlite.lines()).collect();
    let dropped = |table: &str| lines.contains(&&*format!("DROP TABLE {table};"));
    for line in lines.iter().filter_map(|line| line.strip_prefix("CREATE TABLE ")) {
        let table = line.trim_end_matches(['(', ' ']);
        if !dropped(table) {
            assert!(listed.contains(&table), "say in tables_by_slice to which slice {table} belongs");
        }
    }
}

/// A table of a project is one that names it, or whose rows hang on those of one that does.
#[test]
fn every_table_of_a_project_is_forgotten_with_it() {
    let outlives: Vec<String> = privacy::model::retention::kinds()
        .expect("the table")
        .into_iter()
        .flat_map(|kind| kind.outlives)
        .collect();
    let forgotten: String =
        files("crates/slices", "/forget_project.rs").into_iter().map(|file| file.text).collect();
    let tables = of_projects(&outlives);
    assert!(tables.len() > 30, "{tables:?}");
    for table in tables {
        assert!(
            speaks_of(&forgotten, &["DELETE FROM"], &table),
            "{table} holds rows of projects: remove them in a forget_project.rs that privacy's delete_project calls, \
             or name the table under outlives in retention.toml"
        );
    }
}

fn of_projects(outlives: &[String]) -> Vec<String> {
    let mut found: Vec<String> = vec!["project".to_owned()];
    for step in schema::STEPS {
        let lines = step.sqlite.lines().map(|line| line.split("--").next().unwrap_or_default());
        let sql = lines.collect::<Vec<_>>().join("\n");
        for statement in sql.split(';') {
            let words: Vec<&str> = statement.split_whitespace().collect();
            match words[..] {
                ["DROP", "TABLE", table, ..] => found.retain(|known| known != table),
                ["ALTER", "TABLE", table, "RENAME", "TO", name] => {
                    found
                        .iter_mut()
                        .filter(|known| *known == table)
                        .for_each(|known| *known = name.to_owned());
                }
                ["CREATE" | "ALTER", "TABLE", table, ..] => {
                    let names = words.iter().any(|word| word.trim_start_matches('(') == "project_id");
                    let hangs = found.iter().any(|of| speaks_of(statement, &["REFERENCES"], of));
                    let is_known = found.iter().chain(outlives).any(|known| known == table);
                    if (names || hangs) && !is_known {
                        found.push(table.to_owned());
                    }
                }
                _ => {}
            }
        }
    }
    found
}

#[test]
fn every_exception_to_a_lint_gives_its_reason() {
    for file in files("crates", ".rs") {
        let code = code_only(&file.text);
        let here = format!("{}{}", "#[", "allow(");
        assert!(!code.contains(&here), "{}: #[expect(lint, reason = …)] instead of an allow", file.path);
    }
}

#[test]
fn every_test_that_the_architecture_names_exists() {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let rows = text.lines().filter(|line| line.starts_with("| ") && line.contains("` |"));
    let named: Vec<&str> =
        rows.flat_map(|row| row.split('`').skip(1).step_by(2)).filter(|name| is_sentence(name)).collect();
    assert!(named.len() > 20, "the table of invariants was not found");
    let code: String = files("crates", ".rs").into_iter().map(|file| file.text).collect();
    let missing: Vec<&&str> = named.iter().filter(|name| !code.contains(&format!("fn {name}("))).collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md names tests that do not exist: {missing:?}");
}

/// The name of a test: words joined by underscores.
fn is_sentence(name: &str) -> bool {
    name.matches('_').count() > 2 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
