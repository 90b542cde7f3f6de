//! Writing lines: proposing, keeping, rewriting, setting aside, merging, taking up again, and remarks.

use access::{Act, Permit, Reader};
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{FindingId, ProjectId};
use platform::{DbError, Tx, values};
use serde_json::json;

use super::{Written, read};
use crate::model::line::{Line, LineId, LineState, RemarkId, Source, Words};

/// A line to write: a new one, or over the version that was read.
#[derive(Debug, Clone)]
pub struct NewLine {
    pub id: LineId,
    /// The version that was read; zero for a line that is not there yet.
    pub version: i64,
    /// Of a new line.
    pub source: Source,
    pub words: Words,
}

/// Writes a line. Whoever writes the document keeps it there by that; whoever only proposes leaves it to them.
pub fn write_line(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewLine,
    today: Date,
    now: Timestamp,
) -> Result<Written, DbError> {
    let organisation = permit.actor().organisation;
    let known = read::lines(tx, organisation, project)?;
    let line = known.iter().find(|line| line.id == new.id);
    if let Source::Finding(Some(finding)) = line.map_or(&new.source, |line| &line.source)
        && let Some(refused) = refused(tx, permit, project, *finding, &new.words)?
    {
        return Ok(refused);
    }
    match line {
        Some(line) => rewrite(tx, permit, project, line, new, today, now),
        None if new.version > 0 => Ok(Written::Unknown),
        None => insert(tx, permit, project, &known, new, today, now).map(|()| Written::Done),
    }
}

/// What is said of a finding is read by all: it must be readable by anybody, in some words, and be said anew.
fn refused(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    finding: FindingId,
    words: &Words,
) -> Result<Option<Written>, DbError> {
    let actor = permit.actor();
    let anybody = Reader::nobody_in_particular(actor.organisation);
    let Some(passed) = findings::store::find(tx, anybody, project, finding)? else {
        return Ok(Some(Written::NotPassedOn));
    };
    let own = findings::store::find(tx, Reader::from(actor), project, finding)?;
    let raw = [Some(passed), own].into_iter().flatten().map(|finding| finding.text);
    let typed = [&words.hazard, &words.exposed, &words.measures];
    let repeats = |raw: String| typed.iter().any(|typed| findings::model::wording::repeats(typed, &raw));
    Ok(raw.into_iter().any(repeats).then_some(Written::NotReworded))
}

fn keeps(permit: &Permit) -> bool {
    permit.act() == Act::WriteRiskDocument
}

fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    known: &[Line],
    new: &NewLine,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let kept_on = keeps(permit).then_some(today);
    if !put(tx, permit, project, known, new, kept_on, today)? {
        return Ok(());
    }
    if let Source::Finding(Some(finding)) = new.source {
        let (from, to) = (("finding", finding.to_string()), ("risk_line", new.id.to_string()));
        findings::store::link(tx, permit.actor().organisation, project, from, to, "assessed_in", today)?;
    }
    let kind = if keeps(permit) { "prevention_line_kept" } else { "prevention_line_proposed" };
    tell(tx, permit, project, kind, new.id, body(new), now)
}

/// Inserts the row. False where it is there, or its proposal was decided on meanwhile.
fn put(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    known: &[Line],
    new: &NewLine,
    kept_on: Option<Date>,
    today: Date,
) -> Result<bool, DbError> {
    let actor = permit.actor();
    let number = known.iter().map(|line| line.number).max().unwrap_or(0) + 1;
    let (proposal, rule, finding) = match &new.source {
        Source::Rule { proposal, rule } => (Some(proposal.clone()), Some(rule.clone()), None),
        Source::Finding(finding) => (None, None, *finding),
        Source::Person => (None, None, None),
    };
    let (words, assessment) = (&new.words, new.words.assessment);
    let [severity, likelihood, mastery] =
        [assessment.severity, assessment.likelihood, assessment.mastery].map(|level| level.map(i64::from));
    let written = tx.execute(
        "INSERT INTO prevention_line (organisation_id, line_id, project_id, number, version, proposal, rule, finding_id,
           unit, hazard, exposed, measures, severity, likelihood, mastery, assessed_on,
           proposed_on, proposed_party, proposed_name, written_on, written_party, written_name, kept_on)
         VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $16, $17, $18, $19)
         ON CONFLICT DO NOTHING",
        values![
            actor.organisation,
            new.id,
            project,
            number,
            proposal,
            rule,
            finding,
            &words.unit,
            &words.hazard,
            &words.exposed,
            &words.measures,
            severity,
            likelihood,
            mastery,
            assessment.is_whole().then_some(today),
            today,
            actor.party,
            &actor.name,
            kept_on
        ],
    )?;
    Ok(written == 1)
}

fn rewrite(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    line: &Line,
    new: &NewLine,
    today: Date,
    now: Timestamp,
) -> Result<Written, DbError> {
    let is_said = line.words == new.words && (line.is_kept() || !keeps(permit));
    if is_said {
        return Ok(Written::Done);
    }
    if !keeps(permit) || !matches!(line.state(), LineState::Kept | LineState::Proposed) {
        return Ok(Written::Unknown);
    }
    if line.version != new.version {
        return Ok(Written::Stale(Box::new(line.clone())));
    }
    let (actor, words, assessment) = (permit.actor(), &new.words, new.words.assessment);
    let assessed_on = match assessment {
        same if same == line.words.assessment && same.is_whole() => line.assessed_on,
        other => other.is_whole().then_some(today),
    };
    let [severity, likelihood, mastery] =
        [assessment.severity, assessment.likelihood, assessment.mastery].map(|level| level.map(i64::from));
    tx.execute(
        "UPDATE prevention_line SET version = version + 1, unit = $3, hazard = $4, exposed = $5, measures = $6,
           severity = $7, likelihood = $8, mastery = $9, assessed_on = $10, written_on = $11, written_party = $12,
           written_name = $13, kept_on = $14
         WHERE organisation_id = $1 AND line_id = $2",
        values![
            actor.organisation,
            line.id,
            &words.unit,
            &words.hazard,
            &words.exposed,
            &words.measures,
            severity,
            likelihood,
            mastery,
            assessed_on,
            today,
            actor.party,
            &actor.name,
            line.kept_on.unwrap_or(today)
        ],
    )?;
    let kind = if line.is_kept() { "prevention_line_rewritten" } else { "prevention_line_kept" };
    tell(tx, permit, project, kind, line.id, body(new), now).map(|()| Written::Done)
}

/// Sets a line aside, with a reason: one that is there, or one that the law only proposes.
pub fn set_aside(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewLine,
    why: &str,
    today: Date,
    now: Timestamp,
) -> Result<Written, DbError> {
    let Some(line) = here(tx, permit, project, new, today)? else { return Ok(Written::Unknown) };
    let actor = permit.actor();
    if line.aside.is_some() {
        return Ok(Written::Done);
    }
    tx.execute(
        "UPDATE prevention_line SET aside_why = $3, aside_on = $4, aside_party = $5, aside_name = $6, version = version + 1
         WHERE organisation_id = $1 AND line_id = $2",
        values![actor.organisation, line.id, why, today, actor.party, &actor.name],
    )?;
    let said = json!({"number": line.number, "why": why});
    tell(tx, permit, project, "prevention_line_set_aside", line.id, said, now).map(|()| Written::Done)
}

/// The line that is meant, written down first where the law only proposes it.
fn here(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewLine,
    today: Date,
) -> Result<Option<Line>, DbError> {
    let organisation = permit.actor().organisation;
    let known = read::lines(tx, organisation, project)?;
    let meant = |line: &&Line| line.id == new.id || is_same_proposal(&line.source, &new.source);
    if let Some(line) = known.iter().find(meant) {
        return Ok(Some(line.clone()));
    }
    if !matches!(new.source, Source::Rule { .. }) {
        return Ok(None);
    }
    put(tx, permit, project, &known, new, None, today)?;
    Ok(read::lines(tx, organisation, project)?.into_iter().find(|line| line.id == new.id))
}

fn is_same_proposal(one: &Source, other: &Source) -> bool {
    match (one, other) {
        (Source::Rule { proposal, .. }, Source::Rule { proposal: same, .. }) => proposal == same,
        _ => false,
    }
}

/// Says that another line, which is kept, says it too; its actions go there.
pub fn merge(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewLine,
    into: LineId,
    today: Date,
    now: Timestamp,
) -> Result<Written, DbError> {
    let organisation = permit.actor().organisation;
    let target = read::lines(tx, organisation, project)?.into_iter().find(|line| line.id == into);
    let Some(target) = target.filter(|target| target.is_kept() && target.id != new.id) else {
        return Ok(Written::Unknown);
    };
    let Some(line) = here(tx, permit, project, new, today)?.filter(|line| line.id != target.id) else {
        return Ok(Written::Unknown);
    };
    if line.merged_into == Some(into) {
        return Ok(Written::Done);
    }
    tx.execute(
        "UPDATE prevention_line SET merged_into = $3, version = version + 1 WHERE organisation_id = $1 AND line_id = $2",
        values![organisation, line.id, into],
    )?;
    tx.execute(
        "UPDATE prevention_action SET line_id = $3 WHERE organisation_id = $1 AND line_id = $2",
        values![organisation, line.id, into],
    )?;
    let said = json!({"number": line.number, "into": target.number});
    tell(tx, permit, project, "prevention_line_merged", line.id, said, now).map(|()| Written::Done)
}

/// Takes a line up again that was set aside or merged: it waits to be decided on, or stands where it stood.
pub fn take_up(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: LineId,
    now: Timestamp,
) -> Result<Written, DbError> {
    let organisation = permit.actor().organisation;
    let Some(line) = read::lines(tx, organisation, project)?.into_iter().find(|line| line.id == id) else {
        return Ok(Written::Unknown);
    };
    if line.aside.is_none() && line.merged_into.is_none() {
        return Ok(Written::Done);
    }
    tx.execute(
        "UPDATE prevention_line SET aside_why = NULL, aside_on = NULL, aside_party = NULL, aside_name = NULL,
           merged_into = NULL, version = version + 1
         WHERE organisation_id = $1 AND line_id = $2",
        values![organisation, id],
    )?;
    let said = json!({"number": line.number});
    tell(tx, permit, project, "prevention_line_taken_up", id, said, now).map(|()| Written::Done)
}

/// Says something of a line. The same sent twice is said once.
pub fn remark(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    line: LineId,
    remark: (RemarkId, &str),
    today: Date,
    now: Timestamp,
) -> Result<Written, DbError> {
    let (id, words) = remark;
    let actor = permit.actor();
    let known = read::lines(tx, actor.organisation, project)?;
    let Some(line) = known.iter().find(|known| known.id == line) else { return Ok(Written::Unknown) };
    if let Source::Finding(Some(finding)) = line.source {
        let said = Words { hazard: words.to_owned(), ..line.words.clone() };
        if let Some(refused) = refused(tx, permit, project, finding, &said)? {
            return Ok(refused);
        }
    }
    let written = tx.execute(
        "INSERT INTO prevention_remark (organisation_id, remark_id, line_id, words, said_on, by_party, by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        values![actor.organisation, id, line.id, words, today, actor.party, &actor.name],
    )?;
    if written == 1 {
        let said = json!({"line": line.number, "words": words});
        tell(tx, permit, project, "prevention_remark_made", line.id, said, now)?;
    }
    Ok(Written::Done)
}

/// Notes that a file was taken away.
pub fn note_export(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    format: &str,
    version: Option<i64>,
    now: Timestamp,
) -> Result<(), DbError> {
    let body = json!({"format": format, "version": version});
    journal::record(tx, &permit.author(), now, &Entry::new("prevention_exported", project, body).of(project))
}

fn body(new: &NewLine) -> serde_json::Value {
    let words = &new.words;
    let (proposal, rule, finding) = match &new.source {
        Source::Rule { proposal, rule } => (Some(proposal), Some(rule), None),
        Source::Finding(finding) => (None, None, finding.as_ref()),
        Source::Person => (None, None, None),
    };
    json!({"proposal": proposal, "rule": rule, "finding": finding, "unit": words.unit, "hazard": words.hazard,
           "exposed": words.exposed, "measures": words.measures, "assessment": words.assessment})
}

fn tell(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    kind: &'static str,
    line: LineId,
    body: serde_json::Value,
    now: Timestamp,
) -> Result<(), DbError> {
    journal::record(tx, &permit.author(), now, &Entry::new(kind, line, body).of(project))
}
