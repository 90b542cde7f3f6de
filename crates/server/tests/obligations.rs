//! `trinome obligations` as scripts meet it: the real program, its output and its exit codes.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value as Json;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn trinome(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trinome"))
        .arg("obligations")
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn pack() -> PathBuf {
    Path::new(ROOT).join("packs/law/fr")
}

/// Every worked case of the rule base.
fn cases() -> Vec<PathBuf> {
    let folder = fs::read_dir(pack().join("cases")).expect("the cases");
    let paths = folder.map(|entry| entry.expect("an entry").path());
    let mut found: Vec<PathBuf> = paths.filter(|path| !path.ends_with("each-rule.toml")).collect();
    found.sort();
    assert!(found.len() >= 15, "{found:?}");
    found
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    path.display().to_string()
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

fn json(arguments: &[&str]) -> Json {
    let output = trinome(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", complained(&output));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn ids(list: &Json, keep: impl Fn(&Json) -> bool) -> Vec<String> {
    let kept = list.as_array().expect("a list").iter().filter(|rule| keep(rule));
    let mut ids: Vec<String> = kept.map(|rule| rule["rule"].as_str().expect("an id").to_owned()).collect();
    ids.sort();
    ids
}

fn expected(table: &toml::Table, list: &str) -> Vec<String> {
    let rules = table[list].as_array().expect(list).iter();
    let mut ids: Vec<String> = rules.map(|rule| rule.as_str().expect("an id").to_owned()).collect();
    ids.sort();
    ids
}

#[test]
fn every_worked_case_gives_its_sets_and_its_shape() {
    for path in cases() {
        let reading = json(&[text(&path), "--format", "json"]);
        let file: toml::Table = fs::read_to_string(&path).expect("a case").parse().expect("TOML");
        let expect = file["expect"].as_table().expect("what is expected");
        let keys: Vec<&String> = reading.as_object().expect("an object").keys().collect();
        let shape = ["applies", "as_of", "conditional", "derived", "edition", "undetermined", "upcoming"];
        assert_eq!(keys, shape, "{}", path.display());
        for scope in ["project", "base"] {
            let found = ids(&reading["applies"], |rule| rule["scope"] == scope);
            assert_eq!(found, expected(expect, scope), "{}: {scope}", path.display());
        }
        assert_eq!(
            ids(&reading["conditional"], |_| true),
            expected(expect, "conditional"),
            "{}",
            path.display()
        );
        let upcoming: BTreeMap<String, String> = reading["upcoming"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|rule| (rule["rule"].to_string(), rule["from"].to_string()))
            .collect();
        let wanted: BTreeMap<String, String> = expect["upcoming"]
            .as_table()
            .expect("a table")
            .iter()
            .map(|(rule, from)| (format!("{rule:?}"), format!("\"{from}\"")))
            .collect();
        assert_eq!(upcoming, wanted, "{}: upcoming", path.display());
    }
}

#[test]
fn every_worked_case_is_as_expected_down_to_its_dates() {
    for path in cases() {
        let output = trinome(&[text(&path), "--check"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(said(&output).ends_with(": as expected\n"), "{}", said(&output));
    }
}

#[test]
fn a_case_that_is_not_as_expected_says_what_differs_and_exits_with_1() {
    let folder = folder("not_as_expected");
    let original = fs::read_to_string(pack().join("cases/case-02.toml")).expect("a case");
    let text =
        original.replacen("\"cse-consult-new-technology\", ", "", 1).replace("2026-12-30", "2026-12-29");
    assert_ne!(text, original);
    let case = file(&folder, "case.toml", &text);
    let output = trinome(&[&case, "--check"]);
    assert_eq!(output.status.code(), Some(1));
    for part in [
        "case.toml: project: expected nothing, found cse-consult-new-technology",
        "case.toml: cse-deadline-1-month.deemed: expected 2026-12-29, found 2026-12-30",
        "case.toml: not as expected",
    ] {
        assert!(said(&output).contains(part), "{part}: {}", said(&output));
    }
    let output = trinome(&[&case, "--check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(serde_json::from_slice::<Json>(&output.stdout).is_ok(), "the reading is still there");
    assert!(complained(&output).contains("not as expected"));
    let bare = file(&folder, "bare.toml", "[org]\nheadcount = 4\n");
    let output = trinome(&[&bare, "--check"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(complained(&output).contains("bare.toml has no table [expect]"));
}

#[test]
fn what_is_not_named_is_no_and_any_fact_may_be_unknown() {
    let folder = folder("unknown");
    let bare = file(&folder, "bare.toml", "[org]\nsector = \"company\"\nheadcount = 60\n");
    let reading = json(&[&bare, "--as-of", "2026-11-22", "--format", "json"]);
    assert_eq!(reading["undetermined"], Json::Array(Vec::new()));
    assert_eq!(reading["derived"]["consult.required"], Json::Bool(false));
    assert_eq!(reading["derived"]["cse.level"], "none");
    let text = fs::read_to_string(pack().join("facts.toml")).expect("the facts");
    let facts: toml::Table = text.parse().expect("TOML");
    for fact in facts["fact"].as_array().expect("facts") {
        let (family, name) = fact["name"].as_str().expect("a name").split_once('.').expect("a family");
        let case = file(&folder, "case.toml", &format!("[{family}]\n{name} = \"unknown\"\n"));
        let output = trinome(&[&case, "--as-of", "2026-11-22", "--format", "json"]);
        assert!(output.status.success(), "{family}.{name}: {}", complained(&output));
    }
}

#[test]
fn what_is_missing_comes_with_what_settles_most_first() {
    let folder = folder("missing");
    let case = file(
        &folder,
        "case.toml",
        "as_of = 2026-11-22\n[org]\nsector = \"company\"\nheadcount = \"unknown\"\ncse = \"elected\"\nreached50_on = 2018-01-31\n\
         [system]\nnew_technology = true\nmonitors_activity = \"unknown\"\n[project]\ninfo_on = 2026-11-02\n",
    );
    let reading = json(&[&case, "--format", "json"]);
    let open = reading["undetermined"].as_array().expect("a list");
    let limits = open.iter().find(|rule| rule["rule"] == "cse-consult-monitoring").expect("undetermined");
    assert_eq!(limits["missing"], serde_json::json!(["org.headcount", "system.monitors_activity"]));
}

#[test]
fn wrong_input_names_file_line_key_and_what_was_expected_and_exits_with_2() {
    let folder = folder("wrong");
    for (wrong, parts) in [
        (
            "[org]\nheadcount = \"many\"\n",
            vec!["wrong.toml:2:", "org.headcount cannot be \"many\"", "expected a number"],
        ),
        (
            "[org]\nhedcount = 12\n",
            vec!["wrong.toml:2:", "\"org.hedcount\" is not a known fact", "headcount"],
        ),
        (
            "[org]\ncse = \"electd\"\n",
            vec!["wrong.toml:2:", "org.cse cannot be \"electd\"", "elected, carence_pv"],
        ),
        (
            "[orgs]\nheadcount = 1\n",
            vec!["wrong.toml:1:", "\"orgs\" is no part of a case", "org, system, data, project"],
        ),
        ("[project]\ninfo_on = 2026-02-30\n", vec!["wrong.toml:2:"]),
        ("as_of = \"soon\"\n", vec!["wrong.toml:1:", "as_of cannot be \"soon\"", "a date, as in 2026-11-22"]),
        ("[data]\ndpia_criteria = \"c1\"\n", vec!["wrong.toml:2:", "data.dpia_criteria", "a list of c1"]),
        (
            "[org]\nestablishments = 1.5\n",
            vec!["wrong.toml:2:", "org.establishments cannot be 1.5", "a whole number"],
        ),
        ("[org]\nvolunteers = -1\n", vec!["wrong.toml:2:", "org.volunteers cannot be -1"]),
        ("[org]\nheadcount = 1\nheadcount = 2\n", vec!["wrong.toml:3:"]),
        ("no toml at all", vec!["wrong.toml:1:"]),
    ] {
        let case = file(&folder, "wrong.toml", wrong);
        let output = trinome(&[&case, "--format", "json"]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(output.stdout.is_empty(), "{wrong}: {}", said(&output));
        for part in parts {
            assert!(complained(&output).contains(part), "{wrong}: {part}: {}", complained(&output));
        }
    }
    let bytes = folder.join("bytes.toml");
    for (wrong, part) in [
        (b"\xff\xfe[org]".to_vec(), "bytes.toml:1: the file is not written in UTF-8"),
        (b"\x00\x01\x02".to_vec(), "bytes.toml:1:"),
        (b"expect = ".iter().copied().chain([b'['; 9_000]).collect(), "bytes.toml:1:"),
        (vec![b'#'; 1_000_001], "bytes.toml cannot be read: a case has 1000000 bytes at most"),
    ] {
        fs::write(&bytes, wrong).expect("a file");
        let output = trinome(&[text(&bytes)]);
        assert_eq!(output.status.code(), Some(2), "{part}");
        assert!(complained(&output).contains(part), "{part}: {}", complained(&output));
    }
    let absent = trinome(&["/nowhere/case.toml"]);
    assert_eq!(absent.status.code(), Some(2));
    assert!(complained(&absent).contains("/nowhere/case.toml cannot be read"));
    for wrong in ["tomorrow", "2026-02-30", "20261122", "2026-11-22T10:00", "22/11/2026", ""] {
        let day = trinome(&["case.toml", "--as-of", wrong]);
        assert_eq!(day.status.code(), Some(2), "{wrong}");
        assert!(complained(&day).contains("--as-of"), "{wrong}: {}", complained(&day));
        assert!(complained(&day).contains("a date, as in 2026-11-22"), "{wrong}: {}", complained(&day));
    }
}

/// The program, given a case on its standard input.
fn piped(case: &str, arguments: &[&str]) -> Output {
    use std::io::Write;
    let mut program = Command::new(env!("CARGO_BIN_EXE_trinome"))
        .args(["obligations", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    program.stdin.take().expect("its input").write_all(case.as_bytes()).expect("a case");
    program.wait_with_output().expect("it ends")
}

#[test]
fn a_case_comes_from_standard_input_and_the_option_overrides_its_day() {
    let case = "as_of = 2026-12-01\n[system]\nis_ai = true\ngenerative_media = true\n[expect]\nwhatever = [1, \"x\"]\n";
    let stands = |arguments: &[&str], list: &str| {
        let output = piped(case, arguments);
        assert!(output.status.success(), "{}", complained(&output));
        let reading: Json = serde_json::from_slice(&output.stdout).expect("JSON");
        ids(&reading[list], |_| true).contains(&"aia-new-bans-2026-12".to_owned())
    };
    assert!(stands(&["--format", "json"], "upcoming"), "the day before it comes");
    assert!(stands(&["--format", "json", "--as-of", "2026-12-02"], "applies"), "on the day");
    let wrong = piped("[org]\nheadcount = true\n", &[]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(complained(&wrong).contains("-:2: org.headcount cannot be true"), "{}", complained(&wrong));
}

#[test]
fn a_fraction_of_a_headcount_has_not_reached_the_number_above() {
    let folder = folder("fraction");
    let case = file(&folder, "case.toml", "[org]\nsector = \"company\"\nheadcount = 10.9\n");
    let reading = json(&[&case, "--as-of", "2026-11-22", "--format", "json"]);
    assert!(ids(&reading["applies"], |_| true).contains(&"duerp-small-frequency".to_owned()));
}

#[test]
fn the_table_is_french_and_english_with_the_names_of_the_rules() {
    let case = pack().join("cases/case-02.toml");
    let french = said(&trinome(&[text(&case)]));
    assert!(french.contains("Ce que demande le droit au 22 novembre 2026"), "{french}");
    assert!(
        french.contains("[cse-consult-new-technology]") && french.contains("Code du travail"),
        "{french}"
    );
    let english = said(&trinome(&[text(&case), "--lang", "en"]));
    assert!(english.contains("What the law asks on 22 November 2026"), "{english}");
    assert!(english.contains("Consult the CSE on introduction of a new technology"), "{english}");
    assert!(!french.contains("law-table") && !english.contains("obl-kind"), "every word was found");
}

/// The rule base as another edition: one rule with a new title, one gone further away in time.
fn later_edition(folder: &Path) -> PathBuf {
    let copy = folder.join("law");
    fs::create_dir_all(&copy).expect("a folder");
    for entry in fs::read_dir(pack()).expect("the pack") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            fs::copy(&path, copy.join(path.file_name().expect("a name"))).expect("a copy");
        }
    }
    change(&copy.join("pack.toml"), "edition = \"fr-2026-11-22\"", "edition = \"fr-2027-01-01\"");
    change(&copy.join("h-ai-act.toml"), "{ from = '2027-12-02' }", "{ from = '2028-12-02' }");
    change(
        &copy.join("b-consultation.toml"),
        "expr = \"minus_days(project.meeting_on, 3)\"",
        "expr = \"minus_days(project.meeting_on, 5)\"",
    );
    copy
}

fn change(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("a file");
    assert!(text.contains(from), "{from} is not in {}", path.display());
    fs::write(path, text.replacen(from, to, 1)).expect("a file");
}

#[test]
fn a_case_is_read_under_another_edition_and_the_difference_is_shown() {
    let folder = folder("edition");
    let later = later_edition(&folder);
    let case = pack().join("cases/case-05.toml");
    let reading = json(&[text(&case), "--format", "json", "--law", text(&later)]);
    assert_eq!(reading["edition"], "fr-2027-01-01");
    let difference = json(&[text(&case), "--format", "json", "--against", text(&later)]);
    assert_eq!(difference["before"]["edition"], "fr-2026-11-22");
    assert_eq!(difference["after"]["edition"], "fr-2027-01-01");
    let changed = ids(&difference["changes"], |_| true);
    assert_eq!(changed, ["aia-classify-annex3-4", "cse-agenda"]);
    let moved = &difference["changes"].as_array().expect("a list").iter();
    let moved = moved.clone().find(|change| change["rule"] == "cse-agenda").expect("moved");
    assert_eq!(moved["dates"][0]["was"]["nominal"], "2026-12-19");
    assert_eq!(moved["dates"][0]["is"]["nominal"], "2026-12-17");
    let table = said(&trinome(&[text(&case), "--against", text(&later)]));
    assert!(table.contains("De l’édition fr-2026-11-22 à l’édition fr-2027-01-01"), "{table}");
    assert!(table.contains("[aia-classify-annex3-4]"), "{table}");
}

#[test]
fn a_folder_of_editions_puts_the_last_in_force_and_keeps_the_others() {
    let folder = folder("editions");
    let later = later_edition(&folder);
    let editions = folder.join("editions");
    fs::create_dir_all(&editions).expect("a folder");
    fs::rename(later, editions.join("any-name")).expect("moved");
    let case = pack().join("cases/case-05.toml");
    let edition = |arguments: &[&str]| {
        let arguments = [&[text(&case), "--format", "json", "--law", text(&editions)], arguments].concat();
        json(&arguments)["edition"].as_str().expect("an edition").to_owned()
    };
    assert_eq!(edition(&[]), "fr-2027-01-01");
    assert_eq!(edition(&["--edition", "fr-2026-11-22"]), "fr-2026-11-22", "the one built in is always there");
    let absent = trinome(&[text(&case), "--law", text(&editions), "--edition", "fr-1999-01-01"]);
    assert_eq!(absent.status.code(), Some(2));
    let said = complained(&absent);
    assert!(said.contains("no edition fr-1999-01-01; there are fr-2027-01-01, fr-2026-11-22"), "{said}");
    let empty = trinome(&[text(&case), "--law", text(&pack().join("cases"))]);
    assert_eq!(empty.status.code(), Some(2));
    assert!(
        complained(&empty).contains("no pack.toml here, nor in a folder of it"),
        "{}",
        complained(&empty)
    );
}

#[test]
fn a_faulty_rule_base_is_refused_with_file_and_line_and_exits_with_2() {
    let folder = folder("faulty");
    let later = later_edition(&folder);
    change(&later.join("s-soft-law.toml"), "'org.ess'", "'org.es'");
    let case = pack().join("cases/case-05.toml");
    for option in ["--law", "--against"] {
        let output = trinome(&[text(&case), option, text(&later)]);
        assert_eq!(output.status.code(), Some(2));
        assert!(complained(&output).contains("s-soft-law.toml:5:"), "{}", complained(&output));
        assert!(complained(&output).contains("did you mean \"org.ess\"?"), "{}", complained(&output));
    }
    let output = trinome(&[text(&case), "--law", "/nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(complained(&output).contains("/nowhere cannot be read"), "{}", complained(&output));
}

#[test]
fn each_rule_that_applies_says_what_it_would_take_for_it_not_to() {
    let reading = json(&[text(&pack().join("cases/case-02.toml")), "--format", "json"]);
    let rules = reading["applies"].as_array().expect("a list");
    let gate = rules.iter().find(|rule| rule["rule"] == "no-deployment-before-opinion").expect("the gate");
    let ways = gate["would_not_apply_if"].as_array().expect("ways");
    let below_50 =
        serde_json::json!([{ "fact": "org.headcount", "now": 50, "need": { "sign": "<", "value": 50 } }]);
    assert!(ways.contains(&below_50), "{ways:?}");
}
