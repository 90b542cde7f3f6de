//! The front page: what this is, and the three ways in.

use access::Visitor;
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use platform::PageResult;
use ui::{Page, render};

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    page: Page,
}

/// A member goes straight to their projects; somebody of several organisations, to the list of these.
pub async fn show(visitor: Visitor) -> PageResult {
    let (Some(actor), Some(session)) = (&visitor.actor, visitor.session.clone()) else {
        return render(&HomePage { page: visitor.page(visitor.ctx.t.say("home-title")) });
    };
    let seats = visitor.ctx.db().read(move |tx| access::store::seats_of_session(tx, &session)).await?;
    let elsewhere = seats.iter().any(|seat| seat.organisation != actor.organisation);
    let to = if elsewhere { access::PLACES.to_owned() } else { access::home(actor.organisation) };
    Ok(Redirect::to(&to).into_response())
}
