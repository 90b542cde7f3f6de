//! Every kind of act that is written somewhere has its words on the journal's page.

#[expect(dead_code, reason = "only its words are of use here")]
mod seed;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use kernel::Locale;

/// The kinds of acts that the crates write, from their sources.
fn written(folder: &Path, kinds: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            written(&entry, kinds);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&entry).expect("a source file");
            let mut rest = text.as_str();
            while let Some(place) = rest.find("Entry::new(") {
                rest = rest[place + "Entry::new(".len()..].trim_start();
                if let Some(kind) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                    kinds.insert(kind.to_owned());
                }
            }
        }
    }
}

/// The sources of the application: what tests write is no act of anybody's.
fn sources() -> Vec<PathBuf> {
    let slices = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let app = slices.join("../app/src");
    let others = fs::read_dir(slices).expect("the slices").map(|entry| entry.expect("an entry").path());
    others.filter(|path| !path.ends_with("journal")).map(|path| path.join("src")).chain([app]).collect()
}

#[test]
fn every_act_that_is_written_has_its_words_in_both_languages() {
    let mut kinds = BTreeSet::new();
    for folder in sources() {
        written(&folder, &mut kinds);
    }
    assert!(kinds.contains("dossier_exported") && kinds.contains("member_invited"), "{kinds:?}");
    for locale in Locale::ALL {
        let t = seed::speak(*locale);
        for kind in &kinds {
            let key = format!("journal-kind-{kind}").replace('_', "-");
            assert!(t.has(&key), "no {locale}.ftl has a line {key}");
        }
    }
}
