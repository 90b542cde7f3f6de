//! Reading findings: the rows of a project are read once each and put together here.
//!
//! A reader who stands above an author in the line of management is given nothing of what that author said, but what was
//! passed on, in the words in which it was passed. The queries themselves hold it: see [`super::hidden`].

use std::collections::BTreeMap;

use access::Reader;
use jiff::civil::Date;
use kernel::{FindingId, ProjectId};
use platform::{DbError, Row, Tx, values};

use super::hidden::hidden;
use crate::model::finding::{Fate, Finding, Reached, Response, Step, Transmission};

/// The findings of a project that this reader may see, newest first.
pub fn findings(tx: &mut Tx<'_>, reader: Reader, project: ProjectId) -> Result<Vec<Finding>, DbError> {
    let mut findings = said(tx, reader, project)?;
    findings.extend(passed_on(tx, reader, project)?);
    findings.sort_by_key(|finding| std::cmp::Reverse((finding.recorded_on, finding.id)));
    let mut passed = grouped(transmissions(tx, reader, project)?);
    let mut responses = grouped(all_responses(tx, reader, project)?);
    let taken_up = grouped(meetings(tx, reader, project)?);
    for finding in &mut findings {
        finding.passed = passed.remove(&finding.id).unwrap_or_default();
        finding.responses = responses.remove(&finding.id).unwrap_or_default();
        keep_seen_answers(finding);
        let days = taken_up.get(&finding.id).filter(|_| !finding.is_passed_on).map_or(&[][..], Vec::as_slice);
        let (said, fate) = (finding.recorded_on, finding.fate.as_ref());
        finding.reached = Reached::from_acts(said, &finding.passed, days, &finding.responses, fate);
        finding.step = finding.reached.step();
    }
    Ok(findings)
}

/// A hidden response answers what was asked all the same, but is not named.
fn keep_seen_answers(finding: &mut Finding) {
    for asked in &mut finding.passed {
        asked.response = asked.response.filter(|id| finding.responses.iter().any(|seen| seen.id == *id));
    }
}

/// One finding. A project has tens of them: reading all costs what reading one would.
pub fn find(
    tx: &mut Tx<'_>,
    reader: Reader,
    project: ProjectId,
    id: FindingId,
) -> Result<Option<Finding>, DbError> {
    Ok(findings(tx, reader, project)?.into_iter().find(|finding| finding.id == id))
}

/// Whether there is such a finding at all, whoever asks: so that a form sent twice writes once.
pub fn is_known(tx: &mut Tx<'_>, reader: Reader, project: ProjectId, id: FindingId) -> Result<bool, DbError> {
    tx.exists(
        "SELECT 1 FROM finding WHERE organisation_id = $1 AND project_id = $2 AND finding_id = $3",
        values![reader.organisation(), project, id],
    )
}

/// What was said, in its own words, by those who are not hidden from the reader.
fn said(tx: &mut Tx<'_>, reader: Reader, project: ProjectId) -> Result<Vec<Finding>, DbError> {
    tx.list(
        concat!(
            "SELECT f.finding_id, f.space_id, s.name, s.sphere, f.kind, f.words, f.origin, f.origin_ref, f.recorded_on,
               f.party, CASE WHEN f.is_credited THEN m.name ELSE '' END, f.reworded_on, f.fate_label, f.fate_rest,
               f.fate_on, f.context
             FROM finding f
             JOIN space s
               ON s.organisation_id = f.organisation_id AND s.project_id = f.project_id AND s.space_id = f.space_id
             JOIN member m ON m.organisation_id = f.organisation_id AND m.member_id = f.recorded_by
             WHERE f.organisation_id = $1 AND f.project_id = $2 AND NOT ",
            hidden!("f.recorded_by", "f.recorded_on")
        ),
        values![reader.organisation(), project, reader.key()],
        |row| read_finding(row, false),
    )
}

/// What was passed on of what those who are hidden said: its words, its day and the space where it came, first of all.
fn passed_on(tx: &mut Tx<'_>, reader: Reader, project: ProjectId) -> Result<Vec<Finding>, DbError> {
    let mut findings: Vec<Finding> = tx.list(
        concat!(
            "SELECT f.finding_id, t.space_id, s.name, s.sphere, f.kind, t.words, '', NULL, t.passed_on,
               f.party, '', NULL, f.fate_label, f.fate_rest, f.fate_on, ''
             FROM transmission t
             JOIN finding f ON f.organisation_id = t.organisation_id AND f.project_id = t.project_id
               AND f.finding_id = t.finding_id
             JOIN space s
               ON s.organisation_id = t.organisation_id AND s.project_id = t.project_id AND s.space_id = t.space_id
             WHERE t.organisation_id = $1 AND t.project_id = $2 AND ",
            hidden!("f.recorded_by", "f.recorded_on"),
            " ORDER BY f.finding_id, t.passed_on, t.space_id"
        ),
        values![reader.organisation(), project, reader.key()],
        |row| read_finding(row, true),
    )?;
    findings.dedup_by_key(|finding| finding.id);
    Ok(findings)
}

fn grouped<T>(rows: Vec<(FindingId, T)>) -> BTreeMap<FindingId, Vec<T>> {
    let mut groups: BTreeMap<FindingId, Vec<T>> = BTreeMap::new();
    for (id, row) in rows {
        groups.entry(id).or_default().push(row);
    }
    groups
}

fn read_finding(row: &Row<'_>, is_passed_on: bool) -> Result<Finding, DbError> {
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
        context: row.get(15)?,
        recorded_on,
        party: row.parse(9)?,
        by_name: row.get(10)?,
        is_passed_on,
        reworded_on: row.parse_opt(11)?,
        step: Step::Said,
        reached: Reached { said: recorded_on, discussed: None, answered: None, committed: None },
        responses: Vec::new(),
        passed: Vec::new(),
        fate: read_fate(row)?,
    })
}

fn read_fate(row: &Row<'_>) -> Result<Option<Fate>, DbError> {
    let Some(on) = row.parse_opt(14)? else { return Ok(None) };
    let (label, rest): (Option<String>, Option<String>) = (row.get(12)?, row.get(13)?);
    Ok(Some(Fate { label: label.unwrap_or_default(), href_rest: rest.unwrap_or_default(), on }))
}

/// What was passed, in the words in which it was.
fn transmissions(
    tx: &mut Tx<'_>,
    reader: Reader,
    project: ProjectId,
) -> Result<Vec<(FindingId, Transmission)>, DbError> {
    tx.list(
        "SELECT t.finding_id, t.space_id, s.name, s.sphere, t.words, t.by_party, t.passed_on, t.answer_due, t.response_id
         FROM transmission t
         JOIN space s ON s.organisation_id = t.organisation_id AND s.project_id = t.project_id AND s.space_id = t.space_id
         WHERE t.organisation_id = $1 AND t.project_id = $2 ORDER BY t.passed_on, t.space_id",
        values![reader.organisation(), project],
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
    reader: Reader,
    project: ProjectId,
) -> Result<Vec<(FindingId, Response)>, DbError> {
    tx.list(
        concat!(
            "SELECT r.finding_id, r.response_id, r.party, m.name, r.words, r.reasons, r.given_on
             FROM response r JOIN member m ON m.organisation_id = r.organisation_id AND m.member_id = r.given_by
             WHERE r.organisation_id = $1 AND r.project_id = $2 AND NOT ",
            hidden!("r.given_by", "r.given_on"),
            " ORDER BY r.given_on, r.response_id"
        ),
        values![reader.organisation(), project, reader.key()],
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
fn meetings(tx: &mut Tx<'_>, reader: Reader, project: ProjectId) -> Result<Vec<(FindingId, Date)>, DbError> {
    tx.list(
        "SELECT l.from_id, a.held_on
         FROM link l JOIN activity a
           ON a.organisation_id = l.organisation_id AND a.project_id = l.project_id AND a.activity_id = l.to_id
         WHERE l.organisation_id = $1 AND l.project_id = $2 AND l.from_kind = $3 AND l.to_kind = $4 AND a.state = $5",
        values![reader.organisation(), project, "finding", "activity", spaces::ActivityState::Held.code()],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?)),
    )
}
