//! Consenting, objecting, taking an article back.

use access::Act;
use axum::{
    Extension,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{PageResult, form::Form};
use registry::ProjectSeat;

use super::{
    Ids,
    article::{page, read},
};
use crate::{
    api::{OnAdopted, Seeds},
    model::{clause::Clause, position::PositionKind},
    store::{self, NewPosition, Taken},
};

pub async fn consent(
    seat: ProjectSeat,
    Extension(on_adopted): Extension<OnAdopted>,
    Path((_, _, id)): Ids,
    form: Form,
) -> PageResult {
    take(&seat, on_adopted, &id, PositionKind::Consent, form).await
}

/// An objection without a reason is sent back: what one party cannot live with is what the others have to work on.
pub async fn object(
    seat: ProjectSeat,
    Extension(on_adopted): Extension<OnAdopted>,
    Path((_, _, id)): Ids,
    form: Form,
) -> PageResult {
    take(&seat, on_adopted, &id, PositionKind::Objection, form).await
}

async fn take(
    seat: &ProjectSeat,
    on_adopted: OnAdopted,
    id: &str,
    kind: PositionKind,
    mut form: Form,
) -> PageResult {
    let permit = seat.seat.permit(Act::TakePosition)?;
    let seen = read(seat, id).await?;
    let (t, today, now) = (&seat.ctx().t, seat.ctx().today, seat.ctx().now);
    let reason = match kind {
        PositionKind::Consent => String::new(),
        PositionKind::Objection => form.text(t, "reason", 1000),
    };
    if form.is_refused() {
        return page(seat, &seen, &form, StatusCode::UNPROCESSABLE_ENTITY, None);
    }
    // A version that is no number is a version nobody has read.
    let version = form.value("version").parse().unwrap_or(0);
    let new = NewPosition { seen: version, kind, reason };
    let (seeds, project, clause) = (seeds(seat, &seen.clause), seat.project.id, seen.clause.id);
    let taken = seat
        .ctx()
        .db()
        .write(move |tx| {
            store::take_position(tx, &permit, project, clause, &new, &seeds, on_adopted, today, now)
        })
        .await?;
    if taken == Taken::Stale {
        // What was typed is kept, beside the article as it is now.
        let seen = read(seat, id).await?;
        return page(seat, &seen, &form, StatusCode::UNPROCESSABLE_ENTITY, Some(t.say("clause-stale")));
    }
    let done = match taken {
        Taken::Recorded | Taken::Already | Taken::Stale => "position",
        Taken::Adopted => "adopte",
        Taken::Closed => "clos",
    };
    Ok(Redirect::to(&format!("{}?{done}", seat.path(&store::rest(clause)))).into_response())
}

/// What an adoption would bring into being, made before the transaction.
fn seeds(seat: &ProjectSeat, clause: &Clause) -> Seeds {
    let (ctx, t) = (seat.ctx(), &seat.ctx().t);
    let title = |horizon: &str| t.one(&format!("clause-review-title-{horizon}"), "number", clause.number);
    Seeds {
        commitment: ctx.new_id(),
        trigger: ctx.new_id(),
        reviews: [ctx.new_id(), ctx.new_id(), ctx.new_id()],
        activities: [ctx.new_id(), ctx.new_id(), ctx.new_id()],
        review_titles: ["short", "medium", "long"].map(title),
        label: t.two("clause-title", "number", clause.number, "title", &clause.title),
    }
}

pub async fn withdraw(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let permit = seat.seat.permit(Act::DraftClause)?;
    let seen = read(&seat, &id).await?;
    let (project, clause, today, now) = (seat.project.id, seen.clause.id, seat.ctx().today, seat.ctx().now);
    let done =
        seat.ctx().db().write(move |tx| store::withdraw(tx, &permit, project, clause, today, now)).await?;
    let back =
        if done { seat.path("accords?retire") } else { format!("{}?clos", seat.path(&store::rest(clause))) };
    Ok(Redirect::to(&back).into_response())
}
