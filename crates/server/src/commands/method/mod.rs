//! `trinome method`: what authors of packs need.

mod files;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Subcommand;
use content::diagnostic::Diagnostic;
use content::method::{Method, Provenance};
use kernel::Locale;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Checks a method pack; each fault with its file, its line and what to do.
    #[command(after_help = "Example:\n  trinome method check packs/methods/laboria-self-diagnostic")]
    Check { dir: PathBuf },
}

pub fn run(command: &Command) -> Result<()> {
    match command {
        Command::Check { dir } => check(dir),
    }
}

fn check(dir: &Path) -> Result<()> {
    let method = files::load(dir)?.or_else(|faults| refuse(dir, &faults))?;
    println!("{}", summary(&method));
    Ok(())
}

/// Says every fault, and fails.
fn refuse<T>(dir: &Path, faults: &[Diagnostic]) -> Result<T> {
    for fault in faults {
        eprintln!("{}/{fault}", dir.display());
    }
    bail!("{} to mend", faults.len())
}

/// One line: what there is, and how much of it is ours.
fn summary(method: &Method) -> String {
    let ours = method.items().filter(|item| item.origin.provenance == Provenance::Proposed).count();
    format!(
        "{} {}: {} steps, {} blocks, {} criteria, {} questions ({ours} proposed), French and English complete",
        method.title(Locale::Fr),
        method.version,
        method.steps.len(),
        method.blocks().count(),
        method.criteria.len(),
        method.items().count(),
    )
}
