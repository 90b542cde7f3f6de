//! Reading findings: the rows of a project are read once each and put together here.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{FindingId, OrganisationId, ProjectId};
use platform::{DbError, Row, Tx, values};

use crate::model::finding::{Fate, Finding, Reached, Response, Step, Transmission};

/// The findings of a project, newest first.
pub fn findings(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Finding>, DbError> {
    let mut findings = tx.list(
        "SELECT f.finding_id, f.space_id, s.name, s.sphere, f.kind, f.words, f.origin, f.origin_ref, f.recorded_on, f.party,
           f.recorded_by, m.name, f.reworded_on, f.fate_label, f.fate_rest, f.fate_on
         FROM finding f
         JOIN space s ON s.organisation_id = f.organisation_id AND s.project_id = f.project_id AND s.space_id = f.space_id
         JOIN member m ON m.organisation_id = f.organisation_id AND m.member_id = f.recorded_by
         WHERE f.organisation_id = $1 AND f.project_id = $2 ORDER BY f.recorded_on DESC, f.finding_id DESC",
        values![organisation, project],
        read_finding,
    )?;
    let mut passed = grouped(transmissions(tx, organisation, project)?);
    let mut responses = grouped(all_responses(tx, organisation, project)?);
    let taken_up = grouped(meetings(tx, organisation, project)?);
    for finding in &mut findings {
        finding.passed = passed.remove(&finding.id).unwrap_or_default();
        finding.responses = responses.remove(&finding.id).unwrap_or_default();
        let days = taken_up.get(&finding.id).map_or(&[][..], Vec::as_slice);
        let (said, fate) = (finding.recorded_on, finding.fate.as_ref());
        finding.reached = Reached::from_acts(said, &finding.passed, days, &finding.responses, fate);
        finding.step = finding.reached.step();
    }
    Ok(findings)
}

/// One finding. A project has tens of them: reading all costs what reading one would.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    id: FindingId,
) -> Result<Option<Finding>, DbError> {
    Ok(findings(tx, organisation, project)?.into_iter().find(|finding| finding.id == id))
}

fn grouped<T>(rows: Vec<(FindingId, T)>) -> BTreeMap<FindingId, Vec<T>> {
    let mut groups: BTreeMap<FindingId, Vec<T>> = BTreeMap::new();
    for (id, row) in rows {
        groups.entry(id).or_default().push(row);
    }
    groups
}

fn read_finding(row: &Row<'_>) -> Result<Finding, DbError> {
    let recorded_on: Date = row.parse(8)?;
    Ok(Finding {
        id: row.parse(0)?,
        space: row.parse(1)?,
        space_name: row.get(2)?,
        sphere: row.parse(3)?,
        kind: row.parse(4)?,
        text: row.get(5)?,
        origin: row.get(6)?,
        origin_ref: row.get(7)?,
        recorded_on,
        party: row.parse(9)?,
        by: row.parse(10)?,
        by_name: row.get(11)?,
        reworded_on: row.parse_opt(12)?,
        step: Step::Said,
        reached: Reached { said: recorded_on, discussed: None, answered: None, committed: None },
        responses: Vec::new(),
        passed: Vec::new(),
        fate: read_fate(row)?,
    })
}

fn read_fate(row: &Row<'_>) -> Result<Option<Fate>, DbError> {
    let Some(on) = row.parse_opt(15)? else { return Ok(None) };
    let (label, rest): (Option<String>, Option<String>) = (row.get(13)?, row.get(14)?);
    Ok(Some(Fate { label: label.unwrap_or_default(), href_rest: rest.unwrap_or_default(), on }))
}

fn transmissions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<(FindingId, Transmission)>, DbError> {
    tx.list(
        "SELECT t.finding_id, t.space_id, s.name, s.sphere, t.words, t.by_party, t.passed_on, t.answer_due, t.response_id
         FROM transmission t
         JOIN space s ON s.organisation_id = t.organisation_id AND s.project_id = t.project_id AND s.space_id = t.space_id
         WHERE t.organisation_id = $1 AND t.project_id = $2 ORDER BY t.passed_on, t.space_id",
        values![organisation, project],
        |row| {
            let response = row.parse_opt(8)?;
            let transmission = Transmission {
                to_space: row.parse(1)?,
                to_name: row.get(2)?,
                to_sphere: row.parse(3)?,
                words: row.get(4)?,
                by_party: row.parse(5)?,
                on: row.parse(6)?,
                answer_due: row.parse(7)?,
                answered: response.is_some(),
                response,
            };
            Ok::<_, DbError>((row.parse(0)?, transmission))
        },
    )
}

fn all_responses(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<(FindingId, Response)>, DbError> {
    tx.list(
        "SELECT r.finding_id, r.response_id, r.party, m.name, r.words, r.reasons, r.given_on
         FROM response r JOIN member m ON m.organisation_id = r.organisation_id AND m.member_id = r.given_by
         WHERE r.organisation_id = $1 AND r.project_id = $2 ORDER BY r.given_on, r.response_id",
        values![organisation, project],
        |row| {
            let response = Response {
                id: row.parse(1)?,
                party: row.parse(2)?,
                by_name: row.get(3)?,
                text: row.get(4)?,
                reasons: row.get(5)?,
                on: row.parse(6)?,
            };
            Ok::<_, DbError>((row.parse(0)?, response))
        },
    )
}

/// The days of the held meetings that took a finding up.
fn meetings(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<(FindingId, Date)>, DbError> {
    tx.list(
        "SELECT l.from_id, a.held_on
         FROM link l JOIN activity a
           ON a.organisation_id = l.organisation_id AND a.project_id = l.project_id AND a.activity_id = l.to_id
         WHERE l.organisation_id = $1 AND l.project_id = $2 AND l.from_kind = $3 AND l.to_kind = $4 AND a.state = $5",
        values![organisation, project, "finding", "activity", spaces::ActivityState::Held.code()],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?)),
    )
}
