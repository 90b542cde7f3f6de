//! Packs on disk: a folder read whole, its files by name.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use content::diagnostic::Diagnostic;
use content::method::{self, Method};

/// More than any pack; a file beyond is not one.
const MOST_BYTES: u64 = 1 << 20;

pub type Files = Vec<(String, Vec<u8>)>;

/// The files of a folder, in the order of their names. Hidden files, which editors and systems leave, are no part of it.
pub fn read(dir: &Path) -> Result<Files> {
    let mut files = Files::new();
    for entry in fs::read_dir(dir).with_context(|| format!("{} cannot be read", dir.display()))? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if !path.is_file() || name.starts_with('.') {
            continue;
        }
        if path.metadata()?.len() > MOST_BYTES {
            bail!("{} is too large to be a file of a pack", path.display());
        }
        files.push((name, fs::read(&path)?));
    }
    files.sort();
    Ok(files)
}

pub fn borrowed(files: &Files) -> Vec<(&str, &[u8])> {
    files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect()
}

/// The name of the folder, whatever way it is written (`.` among them): also the identifier of its method.
pub fn name(dir: &Path) -> Result<String> {
    let whole = dir.canonicalize().with_context(|| format!("{} cannot be read", dir.display()))?;
    whole.file_name().and_then(|name| name.to_str()).map(str::to_owned).context("give the folder of a pack")
}

/// The pack of a folder, or what is wrong with it.
pub fn load(dir: &Path) -> Result<Result<Method, Vec<Diagnostic>>> {
    let files = read(dir)?;
    Ok(method::load(&name(dir)?, &borrowed(&files)))
}
