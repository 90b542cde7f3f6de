//! `trinome obligations`: the law engine on a case described in a file.

use std::{fs, path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};
use content::law::{self, CaseFacts, LawPack, Reading};
use jiff::civil::Date;
use kernel::Locale;

#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:\n  trinome obligations case.toml --as-of 2026-11-22 --format json")]
pub struct Options {
    /// A case: tables [org], [system], [data], [project]; what is not named is false, 0, \"none\" or empty; \"unknown\" is allowed.
    pub case: PathBuf,
    /// The day of the evaluation; otherwise `as_of` in the file, or today.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    Table,
    Json,
}

/// Exit code 2 when the case cannot be read.
pub fn run(options: &Options) -> ExitCode {
    match evaluate(options) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(faults) => {
            for fault in faults {
                eprintln!("trinome: {fault}");
            }
            ExitCode::from(2)
        }
    }
}

fn evaluate(options: &Options) -> Result<String, Vec<String>> {
    let one = |text: String| vec![text];
    let name = options.case.display().to_string();
    let bytes = fs::read(&options.case).map_err(|error| one(format!("{name} cannot be read: {error}")))?;
    let said = |faults: Vec<content::diagnostic::Diagnostic>| {
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let case = CaseFacts::from_toml(&name, &bytes).map_err(said)?;
    let pack = law::load(law::embedded().iter().copied()).map_err(said)?;
    let as_of =
        options.as_of.or(case.as_of()).unwrap_or_else(|| platform::clock::civil_day(jiff::Timestamp::now()));
    let reading = pack.evaluate(&case, as_of);
    match options.format {
        Format::Json => serde_json::to_string_pretty(&reading).map_err(|error| one(error.to_string())),
        Format::Table => Ok(table(&pack, &reading)),
    }
}

fn table(pack: &LawPack, reading: &Reading) -> String {
    let title =
        |id: &str| pack.rule(id).map_or_else(|| id.to_owned(), |rule| rule.title.get(Locale::Fr).to_owned());
    let mut lines = vec![format!("{} · {}", reading.as_of, reading.edition)];
    for applied in &reading.applies {
        lines.push(format!(
            "{:<12} {:<8} {:<34} {}",
            applied.kind,
            applied.scope,
            applied.rule,
            title(&applied.rule)
        ));
        for date in &applied.dates {
            lines.push(format!("{:<22} {} : {} ({})", "", date.name, date.nominal, date.extended));
        }
    }
    for upcoming in &reading.upcoming {
        lines.push(format!(
            "{:<21} {:<34} {}",
            format!("à venir {}", upcoming.from),
            upcoming.rule,
            title(&upcoming.rule)
        ));
    }
    for conditional in &reading.conditional {
        lines.push(format!("{:<21} {:<34} {}", "conditionnel", conditional.rule, title(&conditional.rule)));
    }
    for open in &reading.undetermined {
        let missing: Vec<&str> = open.missing.iter().map(String::as_str).collect();
        lines.push(format!("{:<21} {:<34} {}", "à préciser", open.rule, missing.join(", ")));
    }
    lines.join("\n")
}
