//! What people say: campaigns that run a method, anonymous by construction.
//!
//! A campaign asks two to four groups of people the questions of a method's pack. Codes drawn from a hat give each person
//! one answer; results are read at closing, by group, largest difference of views first.
//!
//! Invariants: nothing stored links an answer to a person, an address, a code or a moment (see [`store`] for what that
//! hides and what it does not); opening and closing take two keys, and no statement changes the groups, the floor or the
//! method after opening, and what those who answer are told is frozen word for word then; no result is read before closing; no count reaches a page but in steps or disclosed; no word of a
//! question is in code, all come from the pack.
//!
//! To add a page about campaigns: a file under `pages/`, its template beside it, a line in [`routes`]. To add a method: a
//! pack under `packs/methods`; a campaign names its method and version.

pub mod api;
pub mod blocks;
mod issuer;
pub mod model;
mod on_thread;
pub mod pages;
pub mod store;
mod words;

use axum::{
    Router,
    routing::{get, post},
};
use platform::{Platform, texts::Source};

pub use model::campaign::{Answering, Campaign, CampaignState, Group, Invited, NewCampaign};
pub use words::SELF_DIAGNOSTIC;

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "methods", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

pub fn routes() -> Router<Platform> {
    campaign_routes().merge(answer_routes())
}

/// For members, under their project. Not nested: a nested page would not know its whole address.
fn campaign_routes() -> Router<Platform> {
    let at = |rest: &str| format!("/structures/{{org}}/projets/{{project}}/diagnostics{rest}");
    Router::new()
        .route("/structures/{org}/seuil", get(pages::least_floor::show).post(pages::least_floor::raise))
        .route(&at(""), get(pages::campaigns::show))
        .route(&at("/nouveau"), get(pages::new::show).post(pages::new::create))
        .route(&at("/questions"), get(pages::questions::show))
        .route(&at("/comparer"), get(pages::compare::show))
        .route(&at("/{campaign}"), get(pages::campaign::show))
        .route(&at("/{campaign}/ouvrir"), post(pages::opening::turn))
        .route(&at("/{campaign}/ouvrir/refuser"), post(pages::opening::refuse))
        .route(&at("/{campaign}/abandonner"), post(pages::opening::abandon))
        .route(&at("/{campaign}/codes"), get(pages::codes::back).post(pages::codes::make))
        .route(&at("/{campaign}/lettres"), post(pages::letters::renew))
        .route(&at("/{campaign}/lettres/une"), post(pages::letters::resend))
        .route(&at("/{campaign}/clore"), post(pages::closing::turn))
        .route(&at("/{campaign}/clore/refuser"), post(pages::closing::refuse))
        .route(&at("/{campaign}/resultats"), get(pages::results::show))
        .route(&at("/{campaign}/seuil"), get(pages::floor::show).post(pages::floor::raise))
        .route(&at("/{campaign}/information"), get(pages::information::show))
        .route(&at("/{campaign}/ensemble/fiche"), get(pages::facilitation::show))
        .route(&at("/{campaign}/ensemble"), get(pages::together::show).post(pages::together::attend))
        .route(
            &at("/{campaign}/ensemble/{n}"),
            get(pages::together_question::show).post(pages::together_question::save),
        )
}

/// For whoever holds a code or a letter: no account; a script to draw a token, and nowhere else.
fn answer_routes() -> Router<Platform> {
    use pages::{answer, invitation};
    Router::new()
        .route("/r/{code}", get(answer::enter::scan))
        .route("/repondre", get(answer::enter::show).post(answer::enter::type_in))
        .route("/invitation/{letter}", get(invitation::show::open))
        .route("/invitation", get(invitation::show::show))
        .route("/invitation/tirer", get(invitation::draw::back).post(invitation::draw::sign))
        .route("/repondre/jeton", get(answer::review::back).post(answer::token::exchange))
        .route("/repondre/debut", get(answer::begin::show))
        .route("/repondre/relire", get(answer::review::show))
        .route("/repondre/envoyer", get(answer::review::back).post(answer::review::send))
        .route("/repondre/effacer", post(answer::enter::forget))
        .route("/repondre/merci", get(answer::thanks::show))
        .route("/repondre/{n}", get(answer::question::show).post(answer::question::choose))
}
