//! What goes by itself when its time has come.

use jiff::Timestamp;
use platform::{DbError, Tx, clock::civil_day};

/// How much the purge removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purged {
    pub links: u64,
    pub sessions: u64,
    pub drafts: u64,
}

/// Removes what has been kept long enough, by each slice that keeps it. None of it belongs to a dialogue: no journal says
/// anything of it.
pub fn purge(tx: &mut Tx<'_>, now: Timestamp) -> Result<Purged, DbError> {
    let today = civil_day(now);
    let (links, sessions) = access::store::purge(tx, now)?;
    let drafts = describe::store::purge(tx, today)?;
    for organisation in journal::organisations(tx)? {
        notebooks::store::forget_removed(tx, organisation, today)?;
        diary::store::purge(tx, organisation, now)?;
    }
    Ok(Purged { links, sessions, drafts })
}
