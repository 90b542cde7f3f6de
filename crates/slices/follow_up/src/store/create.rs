//! From an adopted article to its commitment, its trigger and its three reviews.

use access::Permit;
use agreements::api::Adopted;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{ActivityId, CommitmentId, ProjectId, ReviewId, SpaceId};
use platform::{DbError, Tx, values};
use serde_json::json;
use spaces::{ActivityKind, ActivityState, store::NewActivity};

use crate::model::review::Horizon;

/// Makes what an adopted article commits to: the `agreements::api::OnAdopted` of the application.
pub fn create_from_clause(
    tx: &mut Tx<'_>,
    permit: &Permit,
    adopted: &Adopted,
    now: Timestamp,
) -> Result<(), DbError> {
    insert(tx, permit, adopted)?;
    arm(tx, permit, adopted)?;
    let (clause, seeds) = (&adopted.clause, &adopted.seeds);
    let terms = &clause.terms;
    let body = json!({
        "clause": clause.id, "what": terms.what, "owner": terms.owner, "owner_party": terms.owner_party,
        "due_on": terms.due_on, "indicator": terms.indicator, "unit": terms.unit, "trigger": seeds.trigger,
        "threshold": terms.threshold, "direction": terms.direction, "space": terms.trigger_space,
        "reviews": [terms.short_on, terms.medium_on, terms.long_on],
    });
    let entry = Entry::new("commitment_made", seeds.commitment, body).of(adopted.project);
    journal::record(tx, &permit.author(), now, &entry)?;

    let dates = [terms.short_on, terms.medium_on, terms.long_on];
    for (i, horizon) in [Horizon::Short, Horizon::Medium, Horizon::Long].into_iter().enumerate() {
        let planned = Planned {
            review: seeds.reviews[i],
            activity: seeds.activities[i],
            commitment: seeds.commitment,
            horizon,
            due_on: dates[i],
            space: terms.trigger_space,
            title: &seeds.review_titles[i],
        };
        plan(tx, permit, adopted.project, &planned, adopted.today, now)?;
    }
    Ok(())
}

fn insert(tx: &mut Tx<'_>, permit: &Permit, adopted: &Adopted) -> Result<(), DbError> {
    let (organisation, project) = (permit.actor().organisation, adopted.project);
    let (clause, terms, id) = (&adopted.clause, &adopted.clause.terms, adopted.seeds.commitment);
    tx.execute(
        "INSERT INTO commitment (organisation_id, commitment_id, project_id, clause_id, clause_number, what, owner,
           owner_party, due_on, indicator, unit, made_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        values![
            organisation,
            id,
            project,
            clause.id,
            clause.number,
            &terms.what,
            &terms.owner,
            terms.owner_party,
            terms.due_on,
            &terms.indicator,
            &terms.unit,
            adopted.today
        ],
    )?;
    let (from, to) = (("clause", clause.id.to_string()), ("commitment", id.to_string()));
    findings::store::link(tx, organisation, project, from, to, "commits_to", adopted.today)
}

fn arm(tx: &mut Tx<'_>, permit: &Permit, adopted: &Adopted) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    let (terms, seeds) = (&adopted.clause.terms, &adopted.seeds);
    tx.execute(
        "INSERT INTO reversal_trigger (organisation_id, trigger_id, commitment_id, threshold, direction, space_id)
         VALUES ($1, $2, $3, $4, $5, $6)",
        values![
            organisation,
            seeds.trigger,
            seeds.commitment,
            terms.threshold,
            terms.direction.code(),
            terms.trigger_space
        ],
    )?;
    let (from, to) = (("commitment", seeds.commitment.to_string()), ("trigger", seeds.trigger.to_string()));
    findings::store::link(tx, organisation, adopted.project, from, to, "watched_by", adopted.today)
}

/// A review to put on the calendar.
pub(super) struct Planned<'a> {
    pub review: ReviewId,
    pub activity: ActivityId,
    pub commitment: CommitmentId,
    pub horizon: Horizon,
    pub due_on: Date,
    pub space: SpaceId,
    pub title: &'a str,
}

/// Writes a review down and plans it in its space, so that it stands on the thread; in the nearest open one where that
/// space was closed since the article was adopted.
pub(super) fn plan(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    planned: &Planned<'_>,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    tx.execute(
        "INSERT INTO review (organisation_id, review_id, commitment_id, horizon, due_on, note, present)
         VALUES ($1, $2, $3, $4, $5, '', '[]')",
        values![organisation, planned.review, planned.commitment, planned.horizon.code(), planned.due_on],
    )?;
    let (from, to) = (("commitment", planned.commitment.to_string()), ("review", planned.review.to_string()));
    findings::store::link(tx, organisation, project, from, to, "reviewed_in", today)?;
    let all = spaces::store::spaces(tx, organisation, project)?;
    let activity = NewActivity {
        id: planned.activity,
        space: spaces::standing_in(&all, planned.space),
        kind: ActivityKind::Review,
        title: planned.title.to_owned(),
        on: planned.due_on,
        state: ActivityState::Planned,
        source: Some(source(planned.review)),
    };
    spaces::store::plan(tx, permit, project, &activity, now)
}

/// How an activity names the review that drives it.
pub(super) fn source(review: ReviewId) -> String {
    format!("review:{review}")
}
