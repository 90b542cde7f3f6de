//! `trinome sessions`: closes what is open, when a device or the instance may be in other hands.

use anyhow::{Result, bail};
use clap::Args;
use platform::DbError;

use crate::instance::{self, Data};

#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:\n  trinome sessions --close-of karima@example.org --data ./trinome-data")]
pub struct Options {
    #[command(flatten)]
    pub data: Data,
    /// Closes the sessions of whoever reads this address.
    #[arg(long, value_name = "ADDRESS", conflicts_with = "close_all")]
    pub close_of: Option<String>,
    /// Closes everybody's sessions: each comes in again.
    #[arg(long)]
    pub close_all: bool,
}

pub fn run(options: &Options) -> Result<()> {
    if options.close_of.is_none() && !options.close_all {
        bail!("say whose: --close-of ADDRESS, or --close-all");
    }
    let db = options.data.open_existing()?;
    // As addresses are kept: without blanks, in small letters.
    let email = options.close_of.as_ref().map(|email| email.trim().to_lowercase());
    let work = move |tx: &mut platform::Tx<'_>| access::store::close_sessions(tx, email.as_deref());
    let closed: Result<u64, DbError> = instance::runtime()?.block_on(db.write(work));
    println!("{} closed", closed?);
    Ok(())
}
