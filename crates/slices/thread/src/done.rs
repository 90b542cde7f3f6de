//! What was done in a project, for whoever says how an obligation is met.

use access::Reader;
use jiff::Timestamp;
use kernel::Party;
use obligations::api::DoneHere;
use platform::{DbError, T, Tx, clock::civil_day};
use registry::Project;

use crate::{model::timeline::Standing, moments::moments, scene::with_titles, whole::Whole};

/// What was held, adopted, noted in the consultation and found, newest first. What workers and line managers said is no
/// evidence: its words would be read by all.
pub fn done_here(
    tx: &mut Tx<'_>,
    reader: Reader,
    project: Project,
    t: &T,
    now: Timestamp,
) -> Result<Vec<DoneHere>, DbError> {
    let whole = Whole::of(tx, reader, project, t, now)?;
    let held = with_titles(t, |titles| moments(&whole, titles, civil_day(now)));
    let held = held.into_iter().filter(|moment| moment.standing == Standing::Held).filter_map(|moment| {
        let reference = moment.names.first()?.clone();
        Some(DoneHere { reference, title: moment.title, on: moment.on })
    });
    let found = whole
        .findings
        .iter()
        .filter(|finding| !matches!(finding.party, Party::Workers | Party::LineManagers));
    let found = found.map(|finding| DoneHere {
        reference: format!("finding:{}", finding.id),
        title: finding.text.clone(),
        on: finding.recorded_on,
    });
    let mut done: Vec<DoneHere> = held.chain(found).collect();
    done.sort_by_key(|done| std::cmp::Reverse(done.on));
    Ok(done)
}
