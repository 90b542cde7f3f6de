//! The project's own files, for tests about what is written rather than about what runs.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file of the project.
pub struct SourceFile {
    /// From the root of the project: `crates/kernel/src/id.rs`.
    pub path: String,
    pub text: String,
}

/// The root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .expect("the workspace is where it was built")
}

/// The files under a folder whose path ends so, by path.
pub fn files(folder: &str, ending: &str) -> Vec<SourceFile> {
    let root = root();
    let mut found = Vec::new();
    walk(&root, &root.join(folder), ending, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(root: &Path, folder: &Path, ending: &str, found: &mut Vec<SourceFile>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        let short = path.strip_prefix(root).expect("under the root").to_string_lossy().into_owned();
        let name = short.rsplit('/').next().unwrap_or_default();
        if path.is_dir() {
            if !["target", "node_modules", ".git"].contains(&name) {
                walk(root, &path, ending, found);
            }
        } else if short.ends_with(ending) {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{short}: {error}"));
            found.push(SourceFile { path: short, text });
        }
    }
}

/// A Rust text without its comments and without its tests, which stand at its end.
pub fn code_only(text: &str) -> String {
    let kept = text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = kept.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}
