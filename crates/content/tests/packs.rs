//! What the folder of packs holds and what the program carries are the same.

use std::{collections::BTreeSet, fs, path::Path};

use content::method::{Provenance, embedded};
use kernel::Locale;

#[test]
fn every_pack_of_the_folder_travels_inside_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/methods");
    let folders =
        fs::read_dir(folder).expect("the folder of packs").map(|entry| entry.expect("an entry").path());
    let names = folders
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().map(|n| n.to_string_lossy().into_owned()));
    let names: BTreeSet<String> = names.flatten().collect();
    let carried: BTreeSet<String> = embedded().iter().map(|pack| pack.folder.to_owned()).collect();
    assert_eq!(names, carried);
}

#[test]
fn every_method_has_steps_outputs_and_a_source_and_says_that_its_sentences_are_ours() {
    for pack in embedded() {
        let method = pack.load().unwrap_or_else(|found| panic!("{}: {found:#?}", pack.folder));
        let is_first = pack.folder == "laboria-self-diagnostic";
        assert!(!method.sources.is_empty(), "{}", pack.folder);
        assert_eq!(method.wording, Provenance::Proposed, "{}", pack.folder);
        assert!(is_first || (!method.outputs.is_empty() && !method.lessons.is_empty()), "{}", pack.folder);
        assert!(!method.screens(None).is_empty(), "{}", pack.folder);
        assert!(method.maturity_text(Locale::Fr).contains("Trinôme"), "{} says what is ours", pack.folder);
    }
}

#[test]
fn nothing_of_a_pack_is_left_to_be_translated_or_written() {
    for pack in embedded() {
        for (name, bytes) in pack.files {
            let text = std::str::from_utf8(bytes).expect("UTF-8");
            for mark in ["[à traduire]", "[to translate]", "[à écrire]", "[to write]", "…\""] {
                assert!(!text.contains(mark), "{}/{name} has {mark}", pack.folder);
            }
        }
    }
}
