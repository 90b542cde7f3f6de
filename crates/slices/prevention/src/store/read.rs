//! Reading the lines and actions of a project, and its versions.

use std::collections::{BTreeMap, BTreeSet};

use access::Reader;
use kernel::{FindingId, OrganisationId, ProjectId};
use platform::{DbError, Row, Tx, values};

use crate::model::{
    action::{Action, ActionWords},
    line::{Assessment, By, Line, LineId, Remark, Source, Words},
    snapshot::{Snapshot, Version},
};

/// All that a project adds to the risk document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Board {
    /// By number.
    pub lines: Vec<Line>,
    /// By number.
    pub actions: Vec<Action>,
    /// Newest first.
    pub versions: Vec<Version>,
}

impl Board {
    pub fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    pub fn kept(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.is_kept())
    }
}

/// The board of a project, as this reader may read it: no line says which finding it comes from to whoever may not read
/// that finding.
pub fn board(tx: &mut Tx<'_>, reader: Reader, project: ProjectId) -> Result<Board, DbError> {
    let organisation = reader.organisation();
    let mut lines = lines(tx, organisation, project)?;
    let follows = lines.iter().any(|line| matches!(line.source, Source::Finding(_)));
    if follows {
        let findings = findings::store::findings(tx, reader, project)?;
        let read: BTreeSet<FindingId> = findings.into_iter().map(|finding| finding.id).collect();
        for line in &mut lines {
            if let Source::Finding(id) = &mut line.source {
                *id = id.filter(|id| read.contains(id));
            }
        }
    }
    Ok(Board {
        lines,
        actions: actions(tx, organisation, project)?,
        versions: versions(tx, organisation, project)?,
    })
}

fn by(row: &Row<'_>, first: usize) -> Result<By, DbError> {
    Ok(By { on: row.parse(first)?, party: row.parse(first + 1)?, name: row.get(first + 2)? })
}

fn level(row: &Row<'_>, index: usize) -> Result<Option<u8>, DbError> {
    let level: Option<i64> = row.get(index)?;
    Ok(level.and_then(|level| u8::try_from(level).ok()))
}

/// The lines with their remarks; every finding is named, so that nobody outside this folder reads it.
pub(super) fn lines(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Line>, DbError> {
    let mut lines = tx.list(
        "SELECT line_id, number, version, proposal, rule, finding_id, unit, hazard, exposed, measures,
           severity, likelihood, mastery, assessed_on, proposed_on, proposed_party, proposed_name,
           written_on, written_party, written_name, kept_on, merged_into, aside_why, aside_on, aside_party, aside_name
         FROM prevention_line WHERE organisation_id = $1 AND project_id = $2 ORDER BY number",
        values![organisation, project],
        read_line,
    )?;
    let mut remarks = remarks(tx, organisation, project)?;
    for line in &mut lines {
        line.remarks = remarks.remove(&line.id).unwrap_or_default();
    }
    Ok(lines)
}

fn read_line(row: &Row<'_>) -> Result<Line, DbError> {
    let (proposal, rule): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
    let finding: Option<FindingId> = row.parse_opt(5)?;
    let source = match (proposal, finding) {
        (Some(proposal), _) => Source::Rule { proposal, rule: rule.unwrap_or_default() },
        (None, Some(finding)) => Source::Finding(Some(finding)),
        (None, None) => Source::Person,
    };
    let why: Option<String> = row.get(22)?;
    let aside = match why {
        Some(why) => Some((why, by(row, 23)?)),
        None => None,
    };
    Ok(Line {
        id: row.parse(0)?,
        number: row.get(1)?,
        version: row.get(2)?,
        source,
        words: Words {
            unit: row.get(6)?,
            hazard: row.get(7)?,
            exposed: row.get(8)?,
            measures: row.get(9)?,
            assessment: Assessment {
                severity: level(row, 10)?,
                likelihood: level(row, 11)?,
                mastery: level(row, 12)?,
            },
        },
        assessed_on: row.parse_opt(13)?,
        proposed: by(row, 14)?,
        written: by(row, 17)?,
        kept_on: row.parse_opt(20)?,
        merged_into: row.parse_opt(21)?,
        aside,
        remarks: Vec::new(),
    })
}

fn remarks(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<BTreeMap<LineId, Vec<Remark>>, DbError> {
    let rows = tx.list(
        "SELECT r.line_id, r.words, r.said_on, r.by_party, r.by_name FROM prevention_remark r
         JOIN prevention_line l ON l.organisation_id = r.organisation_id AND l.line_id = r.line_id
         WHERE r.organisation_id = $1 AND l.project_id = $2 ORDER BY r.said_on, r.remark_id",
        values![organisation, project],
        |row| Ok::<_, DbError>((row.parse(0)?, Remark { words: row.get(1)?, by: by(row, 2)? })),
    )?;
    let mut of_line: BTreeMap<LineId, Vec<Remark>> = BTreeMap::new();
    for (line, remark) in rows {
        of_line.entry(line).or_default().push(remark);
    }
    Ok(of_line)
}

pub(super) fn actions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Action>, DbError> {
    tx.list(
        "SELECT action_id, line_id, number, version, what, owner, due_on, conditions, resources, indicator, cost,
           commitment_id, done_on, written_on, written_party, written_name
         FROM prevention_action WHERE organisation_id = $1 AND project_id = $2 ORDER BY number",
        values![organisation, project],
        |row| {
            Ok(Action {
                id: row.parse(0)?,
                line: row.parse(1)?,
                number: row.get(2)?,
                version: row.get(3)?,
                words: ActionWords {
                    what: row.get(4)?,
                    owner: row.get(5)?,
                    due_on: row.parse(6)?,
                    conditions: row.get(7)?,
                    resources: row.get(8)?,
                    indicator: row.get(9)?,
                    cost: row.get(10)?,
                    commitment: row.parse_opt(11)?,
                    done_on: row.parse_opt(12)?,
                },
                written: by(row, 13)?,
            })
        },
    )
}

/// The versions of a project, newest first.
pub fn versions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Version>, DbError> {
    tx.list(
        "SELECT version_id, number, dated_on, reason, words, council, consulted_on, consulted_words, dated_on,
           by_party, by_name
         FROM prevention_version WHERE organisation_id = $1 AND project_id = $2 ORDER BY number DESC",
        values![organisation, project],
        |row| {
            let consulted_on = row.parse_opt(6)?;
            let said: String = row.get(7)?;
            Ok(Version {
                id: row.parse(0)?,
                number: row.get(1)?,
                dated_on: row.parse(2)?,
                reason: row.parse(3)?,
                words: row.get(4)?,
                council: row.get(5)?,
                consulted: consulted_on.map(|on| (on, said)),
                by: by(row, 8)?,
            })
        },
    )
}

/// What stood in a version.
pub fn version(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    number: i64,
) -> Result<Option<Snapshot>, DbError> {
    tx.find(
        "SELECT body FROM prevention_version WHERE organisation_id = $1 AND project_id = $2 AND number = $3",
        values![organisation, project, number],
        |row| row.json(0),
    )
}
