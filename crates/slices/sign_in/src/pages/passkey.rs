//! One passkey: its name, and its end.

use access::{Session, Visitor};
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{DbError, PageError, PageResult, Tx, form::Form};
use ui::{Field, Page, render_with};

use super::passkeys::{PATH, proved};
use crate::{
    model::passkey::{LONGEST_NAME, Passkey, PasskeyId, may_remove},
    store::{self, held},
};

#[derive(Template)]
#[template(path = "passkey.html")]
struct PasskeyPage {
    page: Page,
    action: String,
    name: Field,
    /// Whether another way in remains without it.
    may_remove: bool,
}

/// A passkey of whoever reads, in a session that may change it; and whether it may go.
async fn load(visitor: &Visitor, session: &Session, id: &str) -> PageResult<(Passkey, bool)> {
    let id = PasskeyId::parse(id).map_err(|_| PageError::NotFound)?;
    let session = session.clone();
    let read =
        move |tx: &mut Tx<'_>| Ok::<_, DbError>((store::find(tx, session.person, id)?, held(tx, &session)?));
    let (passkey, held) = visitor.ctx.db().read(read).await?;
    let passkey = passkey.filter(|_| held.hold.may_change()).ok_or(PageError::NotFound)?;
    Ok((passkey.clone(), may_remove(held.is_demanded, held.counted(passkey.id))))
}

pub async fn show(visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let session = proved(&visitor)?;
    visitor.fresh(PATH)?;
    let (passkey, may_remove) = load(&visitor, &session, &id).await?;
    let form = Form::with([("name", passkey.name.as_str())]);
    draw(&visitor, &passkey, may_remove, &form, StatusCode::OK)
}

fn draw(
    visitor: &Visitor,
    passkey: &Passkey,
    may_remove: bool,
    form: &Form,
    status: StatusCode,
) -> PageResult {
    let t = &visitor.ctx.t;
    let action = format!("{PATH}/{}", passkey.id);
    // After a refusal, the language switch leads back to the page, which the form's own address is.
    let page = visitor.page(t.one("passkey-title", "name", passkey.name.clone()));
    let name = Field::text(t, form, "name", t.say("passkeys-name")).hint(t.say("passkeys-name-hint"));
    render_with(status, &PasskeyPage { page, action, name: name.most(LONGEST_NAME), may_remove })
}

pub async fn rename(visitor: Visitor, Path(id): Path<String>, mut form: Form) -> PageResult {
    let session = proved(&visitor)?;
    visitor.fresh(PATH)?;
    let (passkey, may_remove) = load(&visitor, &session, &id).await?;
    let name = form.text(&visitor.ctx.t, "name", LONGEST_NAME);
    if form.is_refused() {
        return draw(&visitor, &passkey, may_remove, &form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let work = move |tx: &mut Tx<'_>| store::rename(tx, session.person, passkey.id, &name);
    visitor.ctx.db().write(work).await?;
    Ok(Redirect::to("/compte/cles-d-acces?renommee").into_response())
}

/// Removes it. What is held is read again where it is removed: two removals at once never take the last two.
pub async fn remove(visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let session = proved(&visitor)?;
    visitor.fresh(PATH)?;
    let (passkey, _) = load(&visitor, &session, &id).await?;
    let now = visitor.ctx.now;
    let work = move |tx: &mut Tx<'_>| {
        let held = held(tx, &session)?;
        let may = held.hold.may_change() && may_remove(held.is_demanded, held.counted(passkey.id));
        Ok::<_, DbError>(may && store::remove(tx, session.person, passkey.id, now)?)
    };
    let is_done = visitor.ctx.db().write(work).await?;
    Ok(Redirect::to(if is_done { "/compte/cles-d-acces?retiree" } else { PATH }).into_response())
}
