//! `trinome method`: what authors of packs need.

mod files;
mod preview;
mod write;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Subcommand;
use content::diagnostic::Diagnostic;
use content::method::{self, Method, Numbering, Provenance};
use kernel::Locale;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Checks a method pack; each fault with its file, its line and what to do.
    #[command(after_help = "Example:\n  trinome method check packs/methods/laboria-self-diagnostic")]
    Check { dir: PathBuf },
    /// Writes a starting pack, in both languages, with one block of each kind.
    #[command(after_help = "Example:\n  trinome method new on-call-duty --author \"Our works council\"")]
    New {
        /// Its identifier, also the name of its folder: small letters, digits, single hyphens.
        name: String,
        #[arg(long, default_value = "Your name")]
        author: String,
    },
    /// Draws every block of a pack as a participant sees it; the page reloads when a file changes.
    #[command(after_help = "Example:\n  trinome method preview on-call-duty")]
    Preview {
        dir: PathBuf,
        /// Where to listen; port 0 takes any free port.
        #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8090")]
        listen: String,
    },
    /// Writes a pack as one file.
    #[command(after_help = "Example:\n  trinome method export on-call-duty --out on-call-duty.zip")]
    Export {
        dir: PathBuf,
        /// The file to write; NAME-VERSION.zip otherwise.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Reads a pack from one file and writes its folder; never over a folder that exists.
    #[command(after_help = "Example:\n  trinome method import on-call-duty-1.0.0.zip")]
    Import {
        file: PathBuf,
        /// Where its folder is written; here otherwise.
        #[arg(long, value_name = "DIR", default_value = ".")]
        into: PathBuf,
    },
    /// Says what changed between two versions, and what running answers would not survive (exit code 1).
    #[command(after_help = "Example:\n  trinome method diff on-call-duty-1.0.0/on-call-duty on-call-duty")]
    Diff { old: PathBuf, new: PathBuf },
    /// Turns a SurveyJS questionnaire (JSON) into a draft pack, and says what could not be carried.
    #[command(after_help = "Example:\n  trinome method from-surveyjs survey.json --name planning-tool")]
    FromSurveyjs {
        file: PathBuf,
        /// The identifier of the draft, also the name of its folder.
        #[arg(long)]
        name: String,
    },
    /// Turns a LimeSurvey structure (.lss) into a draft pack, and says what could not be carried.
    #[command(after_help = "Example:\n  trinome method from-limesurvey survey.lss --name planning-tool")]
    FromLimesurvey {
        file: PathBuf,
        /// The identifier of the draft, also the name of its folder.
        #[arg(long)]
        name: String,
    },
}

pub fn run(command: &Command) -> Result<()> {
    match command {
        Command::Check { dir } => check(dir),
        Command::New { name, author } => write::new(name, author),
        Command::Preview { dir, listen } => preview::serve(dir, listen),
        Command::Export { dir, out } => write::export(dir, out.as_deref()),
        Command::Import { file, into } => write::unpack(file, into),
        Command::Diff { old, new } => diff(old, new),
        Command::FromSurveyjs { file, name } => write::draft(file, name, write::Format::SurveyJs),
        Command::FromLimesurvey { file, name } => write::draft(file, name, write::Format::LimeSurvey),
    }
}

fn check(dir: &Path) -> Result<()> {
    println!("{}", summary(&checked(dir)?));
    Ok(())
}

/// The method of a folder; its faults are said, and fail.
fn checked(dir: &Path) -> Result<Method> {
    files::load(dir)?.or_else(|faults| refuse(dir, &faults))
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

fn diff(old: &Path, new: &Path) -> Result<()> {
    let found = method::difference(&checked(old)?, &checked(new)?);
    println!("{} to {}", found.from, found.to);
    for changed in &found.changes {
        println!("{} {changed}", if changed.change.is_safe() { "safe   " } else { "refused" });
    }
    let why = match found.numbering {
        Numbering::OtherMethod => "these are two methods, not two versions of one",
        Numbering::Lower => "the new version has a lower number",
        Numbering::SameNumber => "a published version never changes: give the new one its own number",
        Numbering::NeedsMajor => "answers before and after do not compare: raise the first number",
        Numbering::Fits if found.is_safe() => {
            println!("running answers survive this");
            return Ok(());
        }
        Numbering::Fits => "running campaigns keep the version they began with",
    };
    bail!("{why}")
}
