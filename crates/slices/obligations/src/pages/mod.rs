//! The obligations of a project, the facts they are read from, and its stage.

pub mod facts;
pub mod obligations;
pub mod stage;
mod stage_keys;

use platform::PageResult;
use registry::{Organisation, ProjectSeat};

/// The organisation of the seat.
async fn organisation(seat: &ProjectSeat) -> PageResult<Organisation> {
    let id = seat.project.organisation;
    Ok(seat.ctx().db().read(move |tx| registry::store::organisation(tx, id)).await?)
}
