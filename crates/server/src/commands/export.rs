//! `trinome export`: the dossier of a project.

use std::{fs, io::Write, path::PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};
use kernel::{Locale, ProjectId};

use crate::{
    instance::{self, Data},
    law_files::LawFolder,
};

#[derive(Debug, Clone, Args)]
#[command(
    after_help = "Example:\n  trinome export 0198c0de00007000800000000000beef --format pdf --output dossier.pdf"
)]
pub struct Options {
    /// The project's identifier: the 32 signs after /projets/ in its address.
    pub project: String,
    #[arg(long, value_enum)]
    pub format: Format,
    #[command(flatten)]
    pub data: Data,
    #[command(flatten)]
    pub law: LawFolder,
    /// Where to write; standard output otherwise.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The language: fr or en.
    #[arg(long, default_value = "fr")]
    pub language: Locale,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    Pdf,
    Json,
}

pub fn run(options: &Options) -> Result<()> {
    options.law.put_in_force_or_stop()?;
    let project =
        ProjectId::parse(&options.project).context("a project's identifier has 32 hexadecimal digits")?;
    let db = options.data.open_existing()?;
    let t = app::words().map_err(|error| anyhow!(error))?.speak(options.language);
    let now = jiff::Timestamp::now();
    let format = options.format;
    let json = instance::runtime()?.block_on(db.read(move |tx| -> Result<_> {
        let Some(organisation) = registry::store::locate_project(tx, project)? else {
            bail!("no project {project} in these data; its identifier stands after /projets/ in its address");
        };
        Ok(match format {
            Format::Pdf => dossier::export_document(tx, organisation, project, &t, now)?,
            Format::Json => dossier::export_data(tx, organisation, project, &t, now)?,
        })
    }))?;
    let json = json.with_context(|| format!("no project {project} in these data"))?;
    let bytes = match options.format {
        Format::Pdf => report::render(&json.to_string())?,
        Format::Json => format!("{}\n", serde_json::to_string_pretty(&json)?).into_bytes(),
    };
    match &options.output {
        Some(file) => fs::write(file, bytes).with_context(|| format!("{} cannot be written", file.display())),
        None => Ok(std::io::stdout().write_all(&bytes)?),
    }
}
