//! All that a dossier is made of, read in one state of the database.

use access::Reader;
use jiff::Timestamp;
use kernel::{OrganisationId, ProjectId};
use methods::api::Gaps;
use platform::{DbError, T, Tx};
use registry::Project;
use thread::Whole;

/// A project as a file may show it, whoever takes it: a file circulates, so that what the line of management hides from
/// anybody is in none, with the results of every campaign that was closed.
#[derive(Debug, Clone)]
pub struct Gathered {
    pub whole: Whole,
    /// Newest first.
    pub results: Vec<Gaps>,
}

impl Gathered {
    /// Gathers a project the caller has already found.
    pub fn of(tx: &mut Tx<'_>, project: Project, t: &T, now: Timestamp) -> Result<Self, DbError> {
        let results = methods::api::all_gaps(tx, project.organisation, project.id, t)?;
        Ok(Self {
            whole: Whole::of(tx, Reader::nobody_in_particular(project.organisation), project, t, now)?,
            results,
        })
    }

    /// Finds the project, then gathers it.
    pub fn read(
        tx: &mut Tx<'_>,
        organisation: OrganisationId,
        project: ProjectId,
        t: &T,
        now: Timestamp,
    ) -> Result<Option<Self>, DbError> {
        match registry::store::find_project(tx, organisation, project)? {
            Some(found) => Ok(Some(Self::of(tx, found, t, now)?)),
            None => Ok(None),
        }
    }
}
