//! A rule base in a folder: read, checked, and put in force for the whole process.

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
    /// A folder with another edition of the rule base (see docs/authoring-packs/law.md), instead of the one built in.
    #[arg(long, value_name = "DIR", env = "TRINOME_LAW")]
    pub law: Option<PathBuf>,
}

impl LawFolder {
    /// Puts the folder in force, if one is given. Errors: every fault of it, with file, line and advice.
    pub fn put_in_force(&self) -> Result<(), Vec<String>> {
        let Some(folder) = &self.law else { return Ok(()) };
        let already = |edition| vec![format!("edition {edition} is in force already")];
        law::put_in_force(read(folder)?).map_err(already)
    }

    /// The same, for a command that stops at the first error.
    pub fn put_in_force_or_stop(&self) -> Result<()> {
        self.put_in_force().map_err(|faults| anyhow!("the rule base cannot be used:\n{}", faults.join("\n")))
    }
}

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
