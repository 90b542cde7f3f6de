//! `trinome method`: checks packs that people write.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use kernel::Locale;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Checks a method pack; each fault with its file, its line and what to do.
    #[command(after_help = "Example:\n  trinome method check packs/methods/laboria-self-diagnostic")]
    Check { dir: PathBuf },
}

pub fn run(command: &Command) -> Result<()> {
    let Command::Check { dir } = command;
    let folder = dir.file_name().and_then(|name| name.to_str()).context("give the folder of a pack")?;
    let files = read(dir)?;
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    match content::method::load(folder, &files) {
        Ok(method) => {
            println!(
                "{} {}: {} criteria, {} questions, French and English complete",
                method.title(Locale::Fr),
                method.version,
                method.criteria.len(),
                method.questions.len()
            );
            Ok(())
        }
        Err(faults) => {
            for fault in &faults {
                eprintln!("{}/{fault}", dir.display());
            }
            bail!("{} to mend", faults.len())
        }
    }
}

fn read(dir: &PathBuf) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).with_context(|| format!("{} cannot be read", dir.display()))? {
        let path = entry?.path();
        if path.is_file() {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            files.push((name, fs::read(&path)?));
        }
    }
    files.sort();
    Ok(files)
}
