//! The obligations of a project, the facts they are read from, and its stage.

pub mod editions;
pub mod evidence;
pub mod facts;
pub mod obligations;
pub mod stage;
mod stage_keys;
mod stage_report;
pub mod what_if;

use platform::PageResult;
use registry::{Organisation, ProjectSeat};

/// The organisation of the seat, as its structure and its answers make it today.
async fn organisation(seat: &ProjectSeat) -> PageResult<Organisation> {
    let (id, today) = (seat.project.organisation, seat.ctx().today);
    Ok(seat.ctx().db().read(move |tx| registry::structure::employer(tx, id, today)).await?)
}
