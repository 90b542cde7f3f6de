//! `trinome law`: checks the rule base.

use anyhow::{Result, bail};
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Checks the rule base that this program carries, and says what it covers.
    #[command(after_help = "Example:\n  trinome law check")]
    Check,
}

pub fn run(command: &Command) -> Result<()> {
    let Command::Check = command;
    match content::law::load(content::law::embedded().iter().copied()) {
        Ok(pack) => {
            println!("edition {}: {} rules, French and English complete", pack.edition, pack.rules().len());
            Ok(())
        }
        Err(faults) => {
            for fault in &faults {
                eprintln!("{fault}");
            }
            bail!("{} to mend", faults.len())
        }
    }
}
