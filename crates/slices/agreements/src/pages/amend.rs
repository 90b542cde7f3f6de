//! Rewriting a proposed article: a new version, on which every party speaks again.

use access::Act;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Field, Page, Tone, render_with};

use super::{
    Ids,
    article::{Seen, read},
    article_form::{self, Around, Section},
    new::around,
    words::{self, Answered},
};
use crate::store::{self, Amended};

#[derive(Template)]
#[template(path = "amend.html")]
struct AmendPage {
    page: Page,
    back: String,
    version: i64,
    errors: Vec<(String, String)>,
    sections: Vec<Section>,
    reason: Field,
    answered: Option<Answered>,
    /// The text in force, to rewrite with it in sight.
    text: Vec<String>,
}

pub async fn show(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let (around, seen) = (around(&seat).await?, read(&seat, &id).await?);
    if !seen.clause.is_proposed() {
        return Ok(closed(&seat, &seen));
    }
    page(&seat, &around, &seen, &article_form::of_clause(&seen.clause), StatusCode::OK, None)
}

fn closed(seat: &ProjectSeat, seen: &Seen) -> axum::response::Response {
    Redirect::to(&format!("{}?clos", seat.path(&store::rest(seen.clause.id)))).into_response()
}

fn page(
    seat: &ProjectSeat,
    around: &Around,
    seen: &Seen,
    form: &Form,
    status: StatusCode,
    alert: Option<String>,
) -> PageResult {
    let (t, clause) = (&seat.ctx().t, &seen.clause);
    let back = seat.path(&store::rest(clause.id));
    let title = t.one("clause-amend-title", "number", clause.number);
    let mut page = Page { here: format!("{back}/modifier"), ..seat.page(title, "agreements") };
    if let Some(alert) = alert {
        page = page.announcing(Tone::Alert, alert);
    }
    render_with(
        status,
        &AmendPage {
            page,
            back,
            version: clause.version,
            errors: article_form::errors(t, form),
            sections: article_form::sections(t, form, around, false),
            reason: Field::area(t, form, "reason", t.say("clause-form-reason"))
                .hint(t.say("clause-form-hint-reason"))
                .optional(t)
                .most(1000),
            answered: seen
                .finding
                .as_ref()
                .map(|f| words::answered(t, f, seat.path(&format!("constats/{}", f.id)))),
            text: words::paragraphs(&clause.text),
        },
    )
}

pub async fn amend(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::DraftClause)?;
    let (around, seen) = (around(&seat).await?, read(&seat, &id).await?);
    if !seen.clause.is_proposed() {
        return Ok(closed(&seat, &seen));
    }
    let (t, today, now) = (&seat.ctx().t, seat.ctx().today, seat.ctx().now);
    let Some(written) = article_form::read(t, &mut form, &around, today) else {
        return page(&seat, &around, &seen, &form, StatusCode::UNPROCESSABLE_ENTITY, None);
    };
    let version = form.value("version").parse().unwrap_or(0);
    let (project, clause) = (seat.project.id, seen.clause.id);
    let outcome = seat
        .ctx()
        .db()
        .write(move |tx| store::amend(tx, &permit, project, clause, version, &written, today, now))
        .await?;
    let done = match outcome {
        Amended::Done => "nouvelle-version",
        Amended::Closed => "clos",
        Amended::Same => "inchange",
        Amended::Stale => {
            let seen = read(&seat, &id).await?;
            let alert = t.say("clause-amend-stale");
            return page(&seat, &around, &seen, &form, StatusCode::UNPROCESSABLE_ENTITY, Some(alert));
        }
    };
    Ok(Redirect::to(&format!("{}?{done}", seat.path(&store::rest(clause)))).into_response())
}
