//! Where: spaces of dialogue, who sits in them, what is held in them, and what to watch over them.
//!
//! Invariants: a space belongs to one sphere (commitment 2) and says whether it is statutory; a consultation or an opinion,
//! by its kind or by its form, is held in a statutory space only, which the model checks and the database holds; who sits
//! in a statutory space changes with two keys; a closed space says when it is looked at again; an activity that something
//! drives (a campaign, a review) is settled by what drives it; an alert blocks nothing, and no party silences another's.
//!
//! To add a kind of activity: a line in [`ActivityKind`], a Fluent line `activity-kind-…`. To add an alert: see
//! [`model::pitfall`].

mod choose;
pub mod model;
pub mod pages;
pub mod store;
mod told;

use axum::{
    Router,
    extract::RawQuery,
    routing::{get, post},
};
use platform::{Platform, texts::Source};
use registry::ProjectSeat;

pub use choose::{open_one, standing_in};
pub use model::activity::{Activity, ActivityKind, ActivityState, Round};
pub use model::pitfall::{Alert, Exchanges, Limits, Pitfall, Subject};
pub use model::space::{Form, Level, Space};
pub use store::{ReadExchanges, Watch};
pub use told::{Told, told};

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "spaces", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

/// `exchanges` reads what was said and what passed between spaces: findings stand higher than this slice.
pub fn routes(exchanges: ReadExchanges) -> Router<Platform> {
    use pages::{activity, alerts, members, new, open, show, space};
    const HERE: &str = "/structures/{org}/projets/{project}/espaces";
    let list = move |seat: ProjectSeat| show::show(seat, exchanges);
    let alert = move |seat: ProjectSeat, query: RawQuery| alerts::show(seat, query, exchanges);
    let aside = move |seat: ProjectSeat, form| alerts::set_aside(seat, form, exchanges);
    Router::new()
        .route(HERE, get(list))
        .route(&format!("{HERE}/nouveau"), get(open::show).post(open::open))
        .route(&format!("{HERE}/alertes"), get(alert).post(aside))
        .route(&format!("{HERE}/alertes/reprendre"), post(alerts::take_up))
        .route(&format!("{HERE}/veille"), get(alerts::limits).post(alerts::set_limits))
        .route(&format!("{HERE}/temps"), get(new::show).post(new::plan))
        .route(&format!("{HERE}/temps/{{activity}}"), get(activity::show).post(activity::settle))
        .route(&format!("{HERE}/{{space}}"), get(space::show).post(space::describe))
        .route(&format!("{HERE}/{{space}}/fermer"), post(space::close))
        .route(&format!("{HERE}/{{space}}/rouvrir"), post(space::reopen))
        .route(&format!("{HERE}/{{space}}/personnes"), post(members::change))
        .route(&format!("{HERE}/{{space}}/personnes/accepter"), post(members::confirm))
        .route(&format!("{HERE}/{{space}}/personnes/refuser"), post(members::refuse))
}
