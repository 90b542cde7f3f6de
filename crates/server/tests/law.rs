//! `trinome law check` as whoever edits a rule base meets it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn check(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trinome"))
        .args(["law", "check"])
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A copy of the rule base, with its tests or without.
fn copy(name: &str, with_tests: bool) -> PathBuf {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/law/fr");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    copy_files(&pack, &folder);
    if with_tests {
        copy_files(&pack.join("cases"), &folder.join("cases"));
    }
    folder
}

fn copy_files(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("a copy");
        }
    }
}

#[test]
fn the_rule_base_of_the_program_has_nothing_to_mend_and_says_what_it_covers() {
    let output = check(&[]);
    assert!(output.status.success(), "{}", said(&output));
    for part in [
        "edition fr-",
        "135 rules",
        "b-consultation",
        "French and English complete",
        "46 worked cases",
        "nothing to mend",
    ] {
        assert!(said(&output).contains(part), "{part}: {}", said(&output));
    }
    assert_eq!(check(&["--strict"]).status.code(), Some(1), "citations without a version are remarks");
}

#[test]
fn a_rule_base_in_a_folder_is_checked_with_its_own_tests() {
    let whole = copy("law_whole", true);
    let output = check(&[whole.to_str().expect("UTF-8")]);
    assert!(output.status.success(), "{}", said(&output));
    let untested = copy("law_untested", false);
    let output = check(&[untested.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("fault: no test shows the rule \"cse-setup\" applying"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_fault_is_named_with_file_line_and_advice() {
    let folder = copy("law_faulty", true);
    let file = folder.join("s-soft-law.toml");
    let text = fs::read_to_string(&file).expect("a family").replacen("'org.ess'", "'org.es'", 1);
    fs::write(&file, text).expect("a family");
    let output = check(&[folder.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("s-soft-law.toml:5:"), "{}", said(&output));
    assert!(said(&output).contains("did you mean \"org.ess\"?"), "{}", said(&output));
}
