//! Rule bases in folders: read, checked, one put in force for the whole process, the others kept readable.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, anyhow};
use clap::Args;
use content::law::{self, LawPack};

/// Which rule base to read the law from.
#[derive(Debug, Clone, Args)]
pub struct LawFolder {
    /// A folder with another edition of the rule base, or with one folder an edition: the last by name is in force, the
    /// others stay readable, and so does the one built in (see docs/authoring-packs/law.md).
    #[arg(long, value_name = "DIR", env = "TRINOME_LAW")]
    pub law: Option<PathBuf>,
    /// The edition in force, by its name, where it is not the last of the folder.
    #[arg(long, value_name = "NAME", env = "TRINOME_LAW_EDITION")]
    pub edition: Option<String>,
}

impl LawFolder {
    /// Puts an edition in force and keeps the others. Errors: every fault of every edition, with file, line and advice.
    pub fn put_in_force(&self) -> Result<(), Vec<String>> {
        let mut editions = match &self.law {
            Some(folder) => all_in(folder)?,
            None => Vec::new(),
        };
        let last = editions.last().map(|pack| pack.edition.clone());
        let Some(wanted) = self.edition.clone().or(last) else { return Ok(()) };
        match editions.iter().position(|pack| pack.edition == wanted) {
            Some(place) => law::put_in_force(editions.remove(place))
                .map_err(|edition| vec![format!("edition {edition} is in force already")])?,
            None if law::built_in().edition == wanted => {}
            None => return Err(vec![no_such(&wanted, &editions)]),
        }
        law::keep(editions).map_err(|fault| vec![fault])
    }

    /// The same, for a command that stops at the first error.
    pub fn put_in_force_or_stop(&self) -> Result<()> {
        self.put_in_force().map_err(|faults| anyhow!("the rule base cannot be used:\n{}", faults.join("\n")))
    }
}

fn no_such(wanted: &str, editions: &[LawPack]) -> String {
    let names = editions.iter().map(|pack| pack.edition.as_str()).chain([law::built_in().edition.as_str()]);
    format!("no edition {wanted}; there are {}", names.collect::<Vec<_>>().join(", "))
}

/// The editions of a folder, by name: itself where it holds a rule base, else each folder in it.
fn all_in(folder: &Path) -> Result<Vec<LawPack>, Vec<String>> {
    if folder.join(PACK).is_file() {
        return read(folder).map(|pack| vec![pack]);
    }
    let refused = |error: std::io::Error| vec![format!("{} cannot be read: {error}", folder.display())];
    let mut editions: Vec<LawPack> = Vec::new();
    for entry in fs::read_dir(folder).map_err(refused)? {
        let path = entry.map_err(refused)?.path();
        if !path.join(PACK).is_file() {
            continue;
        }
        let pack = read(&path)?;
        if editions.iter().any(|known| known.edition == pack.edition) {
            return Err(vec![format!("{}: the edition {} is there already", path.display(), pack.edition)]);
        }
        editions.push(pack);
    }
    if editions.is_empty() {
        return Err(vec![format!("{}: no {PACK} here, nor in a folder of it", folder.display())]);
    }
    editions.sort_by(|one, other| one.edition.cmp(&other.edition));
    Ok(editions)
}

/// The file that makes a folder a rule base.
const PACK: &str = "pack.toml";

/// Reads and checks a rule base. Errors: every fault, one a line.
pub fn read(folder: &Path) -> Result<LawPack, Vec<String>> {
    let files = files(folder)?;
    let borrowed = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    law::load(borrowed).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// The files of a folder that make a rule base: those whose name ends in `.toml`, in the order of their names.
pub fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Vec<String>> {
    let refused =
        |path: &Path, error: std::io::Error| vec![format!("{} cannot be read: {error}", path.display())];
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| refused(folder, error))? {
        let path = entry.map_err(|error| refused(folder, error))?.path();
        if path.is_file() && path.extension().is_some_and(|end| end == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).map_err(|error| refused(&path, error))?;
        Ok((path.display().to_string(), bytes))
    };
    paths.into_iter().map(read).collect()
}
