//! What goes out comes back the same; what is hostile does not come in.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::archive::{CannotUnpack, pack, unpack};
use super::super::embedded;

fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in entries {
        writer.start_file(*path, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

const GOOD: [(&str, &[u8]); 3] = [("a/method.toml", b"m"), ("a/fr.toml", b"f"), ("a/en.toml", b"e")];

#[test]
fn every_embedded_pack_goes_out_and_comes_back_the_same() {
    for shipped in embedded() {
        let bytes = pack(shipped.folder, shipped.files).expect("it is packed");
        assert_eq!(bytes, pack(shipped.folder, shipped.files).expect("packed again"));
        let back = unpack(&bytes).expect("it is unpacked");
        assert_eq!(back.folder, shipped.folder);
        for (name, text) in shipped.files {
            assert!(back.files.iter().any(|(found, bytes)| found == name && bytes == text), "{name}");
        }
    }
}

#[test]
fn files_at_the_root_and_a_folder_entry_are_read() {
    let root = [("method.toml", GOOD[0].1), ("fr.toml", GOOD[1].1), ("en.toml", GOOD[2].1)];
    assert_eq!(unpack(&zip_of(&root)).expect("it is unpacked").folder, "");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_directory("a/", SimpleFileOptions::default()).expect("a folder");
    for (path, bytes) in GOOD {
        writer.start_file(path, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    let bytes = writer.finish().expect("an archive").into_inner();
    assert_eq!(unpack(&bytes).expect("it is unpacked").folder, "a");
}

#[test]
fn a_path_that_leaves_the_folder_is_refused() {
    for path in [
        "../method.toml",
        "a/../../method.toml",
        "/etc/passwd",
        "a/b/method.toml",
        "C:\\method.toml",
        "..\\fr.toml",
    ] {
        let found = unpack(&zip_of(&[(path, b"x")])).expect_err(path);
        assert!(matches!(found, CannotUnpack::Unexpected(_)), "{path}: {found}");
    }
}

#[test]
fn two_folders_another_file_and_a_missing_one_are_refused() {
    let two = [GOOD[0], GOOD[1], ("b/en.toml", b"e" as &[u8])];
    assert!(matches!(unpack(&zip_of(&two)), Err(CannotUnpack::Unexpected(_))));
    let more = [GOOD[0], GOOD[1], GOOD[2], ("a/run.sh", b"#!" as &[u8])];
    assert!(matches!(unpack(&zip_of(&more)), Err(CannotUnpack::Unexpected(_))));
    assert_eq!(unpack(&zip_of(&GOOD[..2])), Err(CannotUnpack::Missing("en.toml")));
}

#[test]
fn a_link_is_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("a/method.toml", "/etc/passwd", SimpleFileOptions::default()).expect("a link");
    let bytes = writer.finish().expect("an archive").into_inner();
    assert_eq!(unpack(&bytes), Err(CannotUnpack::Link("a/method.toml".to_owned())));
}

#[test]
fn a_bomb_is_refused_before_it_is_inflated_whole() {
    let zeros = vec![0; 64 << 20];
    let bytes = zip_of(&[("a/method.toml", &zeros)]);
    assert!(bytes.len() < 200_000, "the archive is small");
    assert_eq!(unpack(&bytes), Err(CannotUnpack::TooLarge("a/method.toml".to_owned())));
}

#[test]
fn many_entries_and_what_is_no_archive_are_refused() {
    let names: Vec<String> = (0..40).map(|n| format!("a/{n}.toml")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x" as &[u8])).collect();
    assert_eq!(unpack(&zip_of(&entries)), Err(CannotUnpack::TooManyEntries));
    assert_eq!(unpack(b"not a zip"), Err(CannotUnpack::NotAnArchive));
    assert_eq!(unpack(b""), Err(CannotUnpack::NotAnArchive));
}
