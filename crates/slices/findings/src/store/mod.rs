//! Findings, what is done with them, and links, in the database.
//!
//! What may be done is decided by [`crate::model::rules`]; a store function asks it, acts, and journals in the same
//! transaction. It gives `Ok(Err(refusal))` where the act is not open, and changes nothing then.

mod credit;
mod exchanges;
mod forget_project;
mod hidden;
mod links;
mod pass;
mod read;
mod record;
mod respond;
mod said_by;

use access::{Permit, Reader};
use kernel::{FindingId, ProjectId};
use platform::{DbError, Tx};

use crate::model::{finding::Finding, rules::Refusal};

pub use credit::{credit, set_credit};
pub use exchanges::exchanges;
pub use forget_project::forget_project;
pub use links::{link, links, unlink};
pub use pass::{discuss, pass, withdraw};
pub use read::{find, findings, is_known};
pub use record::{NewFinding, commit, record, reword};
pub use respond::{respond, respond_for};
pub use said_by::{Said, said_by};

/// The finding an act is about as its author sees it, or the refusal to give back.
fn subject(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: FindingId,
) -> Result<Result<Finding, Refusal>, DbError> {
    Ok(find(tx, Reader::from(permit.actor()), project, id)?.ok_or(Refusal::Unknown))
}
