//! Writing an article, from a finding.

use access::Act;
use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::ClauseId;
use platform::{DbError, PageError, PageResult, form::Form};
use registry::ProjectSeat;
use serde::Deserialize;
use ui::{Page, render_with};

use super::{
    article_form::{self, Around, MODELS, Section},
    words::{self, Answered},
};
use crate::{
    model::clause::AgreementKind,
    store::{self, Begin, NewClause},
};

#[derive(Template)]
#[template(path = "new.html")]
struct NewPage {
    page: Page,
    back: String,
    action: String,
    key: String,
    errors: Vec<(String, String)>,
    sections: Vec<Section>,
    answered: Option<Answered>,
    /// Starting points of ours: label and address.
    models: Vec<(String, String)>,
    is_model: bool,
}

/// Where the writing starts from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Start {
    constat: String,
    modele: String,
}

pub async fn show(seat: ProjectSeat, Query(start): Query<Start>) -> PageResult {
    let around = around(&seat).await?;
    let finding = around.findings.iter().find(|finding| finding.id.to_string() == start.constat);
    let model = MODELS.into_iter().find(|model| *model == start.modele);
    let form = article_form::first(&seat.ctx().t, finding, model, &around, seat.ctx().today);
    page(&seat, &around, &form, StatusCode::OK, model.is_some())
}

/// The spaces and findings of the project.
pub(super) async fn around(seat: &ProjectSeat) -> PageResult<Around> {
    seat.seat.permit(Act::DraftClause)?;
    let (organisation, reader, project) = (seat.seat.organisation(), seat.seat.reader(), seat.project.id);
    let read = seat.ctx().db().read(move |tx| {
        Ok::<_, DbError>(Around {
            spaces: spaces::store::spaces(tx, organisation, project)?,
            findings: findings::store::findings(tx, reader, project)?,
        })
    });
    Ok(read.await?)
}

fn page(seat: &ProjectSeat, around: &Around, form: &Form, status: StatusCode, is_model: bool) -> PageResult {
    let t = &seat.ctx().t;
    let finding = around.findings.iter().find(|finding| finding.id.to_string() == form.value("finding"));
    let here = seat.path("accords/nouvel-article");
    let from = finding.map_or_else(String::new, |finding| format!("constat={}&", finding.id));
    let models = MODELS
        .iter()
        .map(|model| (t.say(&format!("clause-model-{model}-title")), format!("{here}?{from}modele={model}")))
        .collect();
    let key = ClauseId::parse(form.value("key")).unwrap_or_else(|_| seat.ctx().new_id());
    render_with(
        status,
        &NewPage {
            page: Page { here: here.clone(), ..seat.page(t.say("clause-new-title"), "agreements") },
            back: seat.path("accords"),
            action: here,
            key: key.to_string(),
            errors: article_form::errors(t, form),
            sections: article_form::sections(t, form, around, true),
            answered: finding.map(|f| words::answered(t, f, seat.path(&format!("constats/{}", f.id)))),
            models,
            is_model,
        },
    )
}

pub async fn propose(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::DraftClause)?;
    let around = around(&seat).await?;
    let (t, today, now) = (&seat.ctx().t, seat.ctx().today, seat.ctx().now);
    let finding = article_form::chosen_finding(t, &mut form, &around.findings);
    let Some(written) = article_form::read(t, &mut form, &around, today) else {
        return page(&seat, &around, &form, StatusCode::UNPROCESSABLE_ENTITY, false);
    };
    let id = ClauseId::parse(form.value("key")).unwrap_or_else(|_| seat.ctx().new_id());
    let new = NewClause { id, finding, written };
    let begin = Begin {
        id: seat.ctx().new_id(),
        kind: AgreementKind::MethodAgreement,
        title: t.say("agreements-default-title"),
    };
    let project = seat.project.id;
    seat.ctx()
        .db()
        .write(move |tx| store::propose(tx, &permit, project, &begin, &new, today, now))
        .await
        .map_err(PageError::from)?;
    Ok(Redirect::to(&format!("{}?propose", seat.path(&store::rest(id)))).into_response())
}
