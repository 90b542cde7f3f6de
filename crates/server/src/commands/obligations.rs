//! `trinome obligations`: the law engine on a case described in a file.
//!
//! Stable, since others script it: 0 when the case was read (and is as expected), 1 when `--check` finds a difference, 2
//! when something given cannot be read.

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context;
use clap::{Args, ValueEnum};
use content::law::{self, CaseFacts, Expectation, Reading};
use jiff::civil::Date;
use kernel::{Locale, ProjectId};
use open_law::table;
use platform::T;

use crate::{
    instance::{self, Data},
    law_files::{self, LawFolder},
};

#[derive(Debug, Clone, Args)]
#[command(
    after_help = "Examples:\n  trinome obligations case.toml --as-of 2026-11-22 --format json\n  trinome obligations case.toml --check\n  trinome obligations case.toml --against ./law-2027\n  trinome obligations --project 0198c0de00007000800000000000beef --data ./trinome-data --against ./law-2027"
)]
pub struct Options {
    /// A case: tables [org], [system], [data], [project]; what is not named is false, 0, "none" or empty; "unknown" is
    /// allowed. `-` reads it from standard input.
    #[arg(required_unless_present = "project")]
    pub case: Option<PathBuf>,
    /// A project of an instance instead: the 32 signs after /projets/ in its address.
    #[arg(long, value_name = "ID", conflicts_with_all = ["case", "check"])]
    pub project: Option<String>,
    #[command(flatten)]
    pub data: Data,
    /// The day of the evaluation; otherwise `as_of` in the file, or today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
    /// The language of the table: fr or en.
    #[arg(long, default_value = "fr")]
    pub lang: Locale,
    /// Compares with the table [expect] of the case: exit code 1, and the differences, when it is otherwise.
    #[arg(long)]
    pub check: bool,
    #[command(flatten)]
    pub folder: LawFolder,
    /// A folder with another edition: says what that one reads differently.
    #[arg(long, value_name = "DIR", conflicts_with = "check")]
    pub against: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Json,
}

type Faults = Vec<String>;

pub fn run(options: &Options) -> ExitCode {
    match evaluate(options) {
        Ok(code) => ExitCode::from(code),
        Err(faults) => {
            for fault in faults {
                eprintln!("trinome: {fault}");
            }
            ExitCode::from(2)
        }
    }
}

fn evaluate(options: &Options) -> Result<u8, Faults> {
    options.folder.put_in_force()?;
    let today = platform::clock::civil_day(jiff::Timestamp::now());
    let Given { name, bytes, case } = given(options, today)?;
    let as_of = options.as_of.or(case.as_of()).unwrap_or(today);
    let reading = law::in_force().evaluate(&case, as_of);
    if let Some(folder) = &options.against {
        let other = law_files::read(folder)?.evaluate(&case, as_of);
        let difference = law::difference(&reading, &other);
        return print(&match options.format {
            Format::Json => json(&difference)?,
            Format::Table => table::difference(&speak(options)?, &difference),
        });
    }
    if options.check {
        return check(options, &name, &bytes, &reading);
    }
    print(&match options.format {
        Format::Json => json(&reading)?,
        Format::Table => table::reading(&speak(options)?, &reading),
    })
}

/// A case, and where it comes from.
struct Given {
    name: String,
    /// The text of a file; nothing of a project.
    bytes: Vec<u8>,
    case: CaseFacts,
}

fn given(options: &Options, today: Date) -> Result<Given, Faults> {
    if let Some(project) = &options.project {
        let case = stored(options, project, today).map_err(|error| vec![format!("{error:#}")])?;
        return Ok(Given { name: project.clone(), bytes: Vec::new(), case });
    }
    let path = options.case.clone().unwrap_or_default();
    let name = path.display().to_string();
    let bytes = read(&path).map_err(|error| vec![format!("{name} cannot be read: {error}")])?;
    let said = |faults: Vec<law::Diagnostic>| faults.iter().map(ToString::to_string).collect::<Vec<_>>();
    let case = CaseFacts::from_toml(&name, &bytes).map_err(said)?;
    Ok(Given { name, bytes, case })
}

/// The facts of a project of an instance, as its pages read them.
fn stored(options: &Options, project: &str, today: Date) -> anyhow::Result<CaseFacts> {
    let project = ProjectId::parse(project).context("a project's identifier has 32 hexadecimal digits")?;
    let db = options.data.open_existing()?;
    instance::runtime()?.block_on(db.read(move |tx| -> anyhow::Result<CaseFacts> {
        let organisation = registry::store::locate_project(tx, project)?;
        let organisation = organisation.with_context(|| format!("no project {project} in these data"))?;
        let found = registry::store::find_project(tx, organisation, project)?;
        let found = found.with_context(|| format!("no project {project} in these data"))?;
        let organisation = registry::structure::employer(tx, organisation, today)?;
        Ok(obligations::api::reading(&organisation, &found, today).case().clone())
    }))
}

/// The largest case that is read: the worked ones have 3 KB.
const MOST_BYTES: u64 = 1_000_000;

/// A case, whole; one that never ends is refused rather than waited for.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = MOST_BYTES + 1;
    match path == Path::new("-") {
        true => io::stdin().lock().take(most).read_to_end(&mut bytes)?,
        false => fs::File::open(path)?.take(most).read_to_end(&mut bytes)?,
    };
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(io::Error::other(format!("a case has {MOST_BYTES} bytes at most")));
    }
    Ok(bytes)
}

/// A day as the case files write it, and in no other way.
fn day(written: &str) -> Result<Date, String> {
    let day: Option<Date> = written.parse().ok();
    day.filter(|day| day.to_string() == written).ok_or_else(|| "expected a date, as in 2026-11-22".to_owned())
}

fn speak(options: &Options) -> Result<T, Faults> {
    app::words().map(|words| words.speak(options.lang)).map_err(|error| vec![error])
}

fn json(value: &impl serde::Serialize) -> Result<String, Faults> {
    serde_json::to_string_pretty(value).map_err(|error| vec![error.to_string()])
}

/// The reading stays on standard output when it is asked for as JSON; the differences are said to whoever reads.
fn check(options: &Options, name: &str, bytes: &[u8], reading: &Reading) -> Result<u8, Faults> {
    let expected = std::str::from_utf8(bytes).ok().and_then(Expectation::of_case);
    let expected = expected.ok_or_else(|| vec![format!("{name} has no table [expect] to compare with")])?;
    let found = expected.compare(reading);
    let mut lines: Vec<String> = found.iter().map(|mismatch| format!("{name}: {mismatch}")).collect();
    lines.extend(expected.not_compared(reading).iter().map(|line| format!("{name}: not compared: {line}")));
    lines.push(format!("{name}: {}", if found.is_empty() { "as expected" } else { "not as expected" }));
    match options.format {
        Format::Json => {
            lines.iter().for_each(|line| eprintln!("{line}"));
            print(&json(reading)?)?;
        }
        Format::Table => drop(print(&lines.join("\n"))?),
    }
    Ok(u8::from(!found.is_empty()))
}

/// Whoever reads may have seen enough (`| head`): that is no failure.
fn print(text: &str) -> Result<u8, Faults> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(vec![error.to_string()]),
        _ => Ok(0),
    }
}
