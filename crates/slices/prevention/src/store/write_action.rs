//! Writing actions.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::ProjectId;
use platform::{DbError, Tx, values};
use serde_json::json;

use super::{Written, read};
use crate::model::{
    action::{Action, ActionId, ActionWords},
    line::LineId,
};

/// An action to write: a new one, or over the version that was read.
#[derive(Debug, Clone)]
pub struct NewAction {
    pub id: ActionId,
    pub line: LineId,
    /// The version that was read; zero for an action that is not there yet.
    pub version: i64,
    pub words: ActionWords,
}

/// Writes an action of a line that is kept. The same sent twice is written once.
pub fn write_action(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewAction,
    today: Date,
    now: Timestamp,
) -> Result<Written, DbError> {
    let organisation = permit.actor().organisation;
    let known = read::actions(tx, organisation, project)?;
    let found = known.iter().find(|action| action.id == new.id);
    if found.is_some_and(|action| action.words == new.words) {
        return Ok(Written::Done);
    }
    let kind = match found {
        Some(action) if action.version != new.version => {
            return Ok(Written::StaleAction(Box::new(action.clone())));
        }
        Some(action) => {
            rewrite(tx, permit, action, new, today)?;
            let is_done = action.words.done_on.is_none() && new.words.done_on.is_some();
            if is_done { "prevention_action_done" } else { "prevention_action_rewritten" }
        }
        None if new.version > 0 => return Ok(Written::Unknown),
        None => {
            let lines = read::lines(tx, organisation, project)?;
            if !lines.iter().any(|line| line.id == new.line && line.is_kept()) {
                return Ok(Written::Unknown);
            }
            let number = known.iter().map(|action| action.number).max().unwrap_or(0) + 1;
            insert(tx, permit, project, number, new, today)?;
            "prevention_action_written"
        }
    };
    let words = &new.words;
    let body = json!({"what": words.what, "owner": words.owner, "due_on": words.due_on, "conditions": words.conditions,
                      "resources": words.resources, "indicator": words.indicator, "cost": words.cost,
                      "commitment": words.commitment, "done_on": words.done_on});
    let entry = Entry::new(kind, new.id, body).of(project);
    journal::record(tx, &permit.author(), now, &entry).map(|()| Written::Done)
}

fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    number: i64,
    new: &NewAction,
    today: Date,
) -> Result<(), DbError> {
    let (actor, words) = (permit.actor(), &new.words);
    tx.execute(
        "INSERT INTO prevention_action (organisation_id, action_id, project_id, line_id, number, version, what, owner,
           due_on, conditions, resources, indicator, cost, commitment_id, done_on, written_on, written_party, written_name)
         VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        values![
            actor.organisation,
            new.id,
            project,
            new.line,
            number,
            &words.what,
            &words.owner,
            words.due_on,
            &words.conditions,
            &words.resources,
            &words.indicator,
            &words.cost,
            words.commitment,
            words.done_on,
            today,
            actor.party,
            &actor.name
        ],
    )?;
    Ok(())
}

fn rewrite(
    tx: &mut Tx<'_>,
    permit: &Permit,
    action: &Action,
    new: &NewAction,
    today: Date,
) -> Result<(), DbError> {
    let (actor, words) = (permit.actor(), &new.words);
    tx.execute(
        "UPDATE prevention_action SET version = version + 1, what = $3, owner = $4, due_on = $5, conditions = $6,
           resources = $7, indicator = $8, cost = $9, commitment_id = $10, done_on = $11, written_on = $12,
           written_party = $13, written_name = $14
         WHERE organisation_id = $1 AND action_id = $2",
        values![
            actor.organisation,
            action.id,
            &words.what,
            &words.owner,
            words.due_on,
            &words.conditions,
            &words.resources,
            &words.indicator,
            &words.cost,
            words.commitment,
            words.done_on,
            today,
            actor.party,
            &actor.name
        ],
    )?;
    Ok(())
}
