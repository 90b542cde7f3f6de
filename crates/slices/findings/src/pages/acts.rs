//! What is done with a finding: one handler for each form of its page.

use access::{Act, Permit, Reader};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::{ActivityId, FindingId, ResponseId, SpaceId};
use platform::{DbError, PageError, PageResult, Tx, form::Form};
use registry::ProjectSeat;

use super::{
    finding_id,
    forms::{self, ANSWER, WORDS, read_passing},
    show::{Ids, page},
};
use crate::{
    model::{
        finding::FindingKind,
        rules::{Done, Refusal},
    },
    store,
};

/// Goes back to the finding, saying what was done; or shows the form again, saying next to `field` why not.
async fn end(
    seat: &ProjectSeat,
    id: FindingId,
    mut form: Form,
    done: Done,
    field: &str,
    said: &str,
) -> PageResult {
    match done {
        Ok(()) => {
            Ok(Redirect::to(&format!("{}?fait={said}", seat.path(&format!("constats/{id}")))).into_response())
        }
        Err(Refusal::Unknown) => Err(PageError::NotFound),
        Err(refusal) => {
            form.refuse(field, seat.ctx().t.say_code("finding-refused", refusal));
            refused(seat, id, &form).await
        }
    }
}

async fn refused(seat: &ProjectSeat, id: FindingId, form: &Form) -> PageResult {
    page(seat, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Does an act in a transaction of its own.
async fn act<F>(seat: &ProjectSeat, work: F) -> Result<Done, DbError>
where
    F: FnMut(&mut Tx<'_>) -> Result<Done, DbError> + Send + 'static,
{
    seat.ctx().db().write(work).await
}

/// Answers. The page gives each form an id, so that sending it twice answers once.
pub async fn respond(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::RespondToFinding)?;
    let id = finding_id(&id)?;
    let t = &seat.ctx().t;
    let (answer, reasons) = (form.text(t, "answer", ANSWER), form.text(t, "reasons", ANSWER));
    if form.is_refused() {
        return refused(&seat, id, &form).await;
    }
    let response = ResponseId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id());
    let ticked: Vec<SpaceId> = form.all("for").filter_map(|space| SpaceId::parse(space).ok()).collect();
    let (project, today, now) = (seat.project.id, seat.ctx().today, seat.ctx().now);
    let done = act(&seat, move |tx| {
        let Some(finding) = store::find(tx, Reader::from(permit.actor()), project, id)? else {
            return Ok(Err(Refusal::Unknown));
        };
        if finding.responses.iter().any(|known| known.id == response) {
            return Ok(Ok(()));
        }
        let waiting: Vec<SpaceId> = finding.waiting().map(|asked| asked.to_space).collect();
        // The page asks for whom only where several wait.
        let answers_for = if waiting.len() > 1 { &ticked } else { &waiting };
        store::respond_for(tx, &permit, project, id, response, &answer, &reasons, answers_for, today, now)
    })
    .await?;
    end(&seat, id, form, done, "answer", "repondu").await
}

/// Passes to another space.
pub async fn pass(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::RecordFinding)?;
    let id = finding_id(&id)?;
    let t = &seat.ctx().t;
    let to = SpaceId::parse(form.value("to")).ok();
    if to.is_none() {
        form.refuse("to", t.say("form-choose"));
    }
    let Some(passing) = read_passing(t, &mut form, to) else {
        return refused(&seat, id, &form).await;
    };
    let (project, today, now) = (seat.project.id, seat.ctx().today, seat.ctx().now);
    match act(&seat, move |tx| store::pass(tx, &permit, project, id, &passing, today, now)).await? {
        Err(refusal) if refusal != Refusal::Unknown => {
            forms::refuse(t, &mut form, refusal);
            refused(&seat, id, &form).await
        }
        done => end(&seat, id, form, done, "to", "transmis").await,
    }
}

/// Takes back what was passed by mistake.
pub async fn withdraw(
    seat: ProjectSeat,
    Path((_, _, id, space)): Path<(String, String, String, String)>,
    form: Form,
) -> PageResult {
    let permit: Permit = seat.seat.permit(Act::RecordFinding)?;
    let id = finding_id(&id)?;
    let to = SpaceId::parse(&space).map_err(|_| PageError::NotFound)?;
    let (project, now) = (seat.project.id, seat.ctx().now);
    let done = act(&seat, move |tx| store::withdraw(tx, &permit, project, id, to, now)).await?;
    end(&seat, id, form, done, "to", "retire").await
}

/// Says that a meeting that was held took it up.
pub async fn discuss(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::PlanActivity)?;
    let id = finding_id(&id)?;
    let Ok(meeting) = ActivityId::parse(form.value("meeting")) else {
        form.refuse("meeting", seat.ctx().t.say("form-choose"));
        return refused(&seat, id, &form).await;
    };
    let (project, now) = (seat.project.id, seat.ctx().now);
    let done = act(&seat, move |tx| store::discuss(tx, &permit, project, id, meeting, now)).await?;
    end(&seat, id, form, done, "meeting", "parle").await
}

/// Shows the author's name, or leaves it out.
pub async fn credit(seat: ProjectSeat, Path((_, _, id)): Ids, form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::RecordFinding)?;
    let id = finding_id(&id)?;
    let (is_credited, project, now) = (form.value("named") == "yes", seat.project.id, seat.ctx().now);
    let done = act(&seat, move |tx| store::set_credit(tx, &permit, project, id, is_credited, now)).await?;
    end(&seat, id, form, done, "named", if is_credited { "nomme" } else { "sans-nom" }).await
}

/// Corrects its words.
pub async fn reword(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::RecordFinding)?;
    let id = finding_id(&id)?;
    let t = &seat.ctx().t;
    let words = form.text(t, "wording", WORDS);
    let kind = form.code(t, "kind", FindingKind::parse);
    let (Some(kind), false) = (kind, form.is_refused()) else {
        return refused(&seat, id, &form).await;
    };
    let (project, today, now) = (seat.project.id, seat.ctx().today, seat.ctx().now);
    let done =
        act(&seat, move |tx| store::reword(tx, &permit, project, id, kind, &words, today, now)).await?;
    end(&seat, id, form, done, "wording", "corrige").await
}
