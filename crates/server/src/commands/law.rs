//! `trinome law`: checks a rule base, and says what it covers.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use content::law::{self, Audit, LawPack};

use crate::law_files;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Checks a rule base and its tests: facts that are not known, conditions that can never hold, duties whose dates
    /// overlap, missing translations, citations without a version, rules that no test exercises. Says what it covers.
    #[command(after_help = "Examples:\n  trinome law check\n  trinome law check ./law-2027 --strict")]
    Check {
        /// The folder of a rule base; the one built into this program otherwise.
        dir: Option<PathBuf>,
        /// Remarks count as faults.
        #[arg(long)]
        strict: bool,
    },
}

type Tests = Vec<(String, String)>;

pub fn run(command: &Command) -> Result<()> {
    let Command::Check { dir, strict } = command;
    let (pack, tests) = match dir {
        Some(folder) => in_folder(folder)?,
        None => (built_in()?, built_in_tests()),
    };
    // The words of its cases are its own.
    if law::put_in_force(pack).is_err() {
        bail!("another rule base is in force already");
    }
    let found = law::audit(law::in_force(), &tests);
    say(&found);
    match found.faults.len() + if *strict { found.remarks.len() } else { 0 } {
        0 => Ok(()),
        many => bail!("{many} to mend"),
    }
}

fn say(found: &Audit) {
    found.covers.iter().for_each(|line| println!("{line}"));
    found.remarks.iter().for_each(|line| println!("remark: {line}"));
    found.faults.iter().for_each(|line| eprintln!("fault: {line}"));
    if found.faults.is_empty() {
        println!("nothing to mend");
    }
}

fn in_folder(folder: &Path) -> Result<(LawPack, Tests)> {
    match law_files::read(folder) {
        Ok(pack) => Ok((pack, tests(&folder.join("cases"))?)),
        Err(faults) => refuse(&faults),
    }
}

fn built_in() -> Result<LawPack> {
    law::load(law::embedded().iter().copied())
        .or_else(|faults| refuse(&faults.iter().map(ToString::to_string).collect::<Vec<_>>()))
}

fn refuse<T>(faults: &[String]) -> Result<T> {
    faults.iter().for_each(|fault| eprintln!("fault: {fault}"));
    bail!("{} to mend", faults.len())
}

fn built_in_tests() -> Tests {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    law::embedded_tests().iter().map(|(name, bytes)| ((*name).to_owned(), text(bytes))).collect()
}

/// The tests of a folder; none where it has no folder `cases`, and every rule then lacks one.
fn tests(folder: &Path) -> Result<Tests> {
    if !folder.is_dir() {
        return Ok(Tests::new());
    }
    let files = law_files::files(folder).map_err(|faults| anyhow::anyhow!(faults.join("; ")))?;
    let read = files.into_iter().map(|(name, bytes)| {
        String::from_utf8(bytes)
            .map(|text| (name.clone(), text))
            .with_context(|| format!("{name} is not UTF-8"))
    });
    read.collect()
}
