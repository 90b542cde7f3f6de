//! `trinome journal`: export it, verify it offline.

use std::{fs, io::Write, path::PathBuf};

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use platform::DbError;

use crate::instance::{self, Data};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Writes the journal of every organisation to standard output: the chain and its proof, without the names and words
    /// that it seals. Each party takes those that are its own to read from the application.
    #[command(after_help = "Example:\n  trinome journal export --data ./trinome-data > journal.jsonl")]
    Export {
        #[command(flatten)]
        data: Data,
    },
    /// Checks a journal file, offline. Exit code 1 names the first record that was changed, removed or inserted.
    #[command(
        after_help = "Example:\n  trinome journal verify journal.jsonl\n  trinome journal verify journal.jsonl --head 3f2a…    also checks that it still contains a head you kept"
    )]
    Verify {
        file: PathBuf,
        /// The hash of a head that you kept: the file must contain it.
        #[arg(long, value_name = "HASH")]
        head: Option<String>,
    },
}

pub fn run(command: &Command) -> Result<()> {
    match command {
        Command::Export { data } => export(data),
        Command::Verify { file, head } => verify(file, head.as_deref()),
    }
}

fn export(data: &Data) -> Result<()> {
    let db = data.open_existing()?;
    let file = instance::runtime()?.block_on(db.read(|tx| {
        let organisations = journal::organisations(tx)?;
        journal::export(tx, &organisations, &journal::Reader::Operator)
    }));
    std::io::stdout().write_all(file.map_err(|error: DbError| error)?.as_bytes())?;
    Ok(())
}

fn verify(file: &PathBuf, head: Option<&str>) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let verified = match journal::verify(&bytes) {
        Ok(verified) => verified,
        Err(fault) => bail!("{}: {fault}", file.display()),
    };
    if let Some(kept) = head {
        let hash = format!("{{\"hash\":\"{}\"", kept.trim().to_lowercase());
        if !String::from_utf8_lossy(&bytes).lines().any(|line| line.starts_with(&hash)) {
            bail!(
                "{}: sound, but without the head {kept}: it is not the journal you kept, or its end was rewritten",
                file.display()
            );
        }
    }
    for chain in &verified.chains {
        println!("organisation {}: {} records, head {}", chain.organisation, chain.records, chain.head);
    }
    if verified.withheld > 0 {
        println!(
            "{} seals opened, {} withheld (erased, or not for whoever took the file)",
            verified.opened, verified.withheld
        );
    }
    println!("{}: sound", file.display());
    Ok(())
}
