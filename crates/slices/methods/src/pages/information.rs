//! What those who answer are told, wherever they answer, and afterwards beside the results.

use askama::{Template, filters::HtmlSafe};
use axum::extract::Path;
use kernel::{Locale, OrganisationId};
use platform::{Ctx, DbError, PageResult, T};
use registry::ProjectSeat;
use ui::{Page, render};

use crate::{
    Answering, Campaign,
    model::information::{SINCE, Told, VERSION, Words, sentences},
    store,
};

/// The sentences, in a card of their own. Printed as is in a template: `{{ information }}`.
#[derive(Template)]
#[template(path = "information_card.html")]
pub struct Information {
    t: T,
    title: String,
    sentences: Vec<String>,
    /// What concerns this reader's group alone, beside what all are told.
    note: Option<String>,
    version: String,
}

impl HtmlSafe for Information {}

impl Information {
    pub fn of(t: &T, campaign: &Campaign, told: &Told) -> Self {
        let key = match campaign.answering {
            Answering::Individual => "answer-happens",
            Answering::Collective => "together-happens",
        };
        let version = t.two("information-version", "version", told.version, "day", t.day(told.since));
        let frozen = if told.is_frozen { t.say("information-frozen") } else { String::new() };
        Self {
            title: t.say(key),
            sentences: told.words.speak(t.locale()).to_vec(),
            note: None,
            version: format!("{version} {frozen}").trim_end().to_owned(),
            t: t.clone(),
        }
    }

    #[must_use]
    pub fn with(self, note: Option<String>) -> Self {
        Self { note, ..self }
    }
}

/// What is told today of a campaign of this organisation: what opening would freeze.
pub fn today(ctx: &Ctx, campaign: &Campaign, organisation: &str) -> Told {
    let words = |locale: Locale| {
        let t = ctx.platform.texts.speak(locale);
        let told = [("floor", campaign.floor.get().into()), ("organisation", organisation.to_owned().into())];
        sentences(campaign.answering).iter().map(|key| t.with(key, &told)).collect()
    };
    let words = Words { fr: words(Locale::Fr), en: words(Locale::En) };
    Told { version: VERSION, since: SINCE, words, is_frozen: false }
}

/// What the people of a campaign are told: as it was frozen, else as it stands today; with the digest of what was frozen.
pub async fn told(
    ctx: &Ctx,
    organisation: OrganisationId,
    campaign: &Campaign,
) -> PageResult<(Told, Option<String>)> {
    let id = campaign.id;
    let read = move |tx: &mut platform::Tx<'_>| {
        let name = registry::store::organisation(tx, organisation)?.name;
        Ok::<_, DbError>((store::frozen(tx, organisation, id)?, name))
    };
    let (frozen, name) = ctx.db().read(read).await?;
    Ok(match frozen {
        Some((told, digest)) => (told, Some(digest)),
        None => (today(ctx, campaign, &name), None),
    })
}

/// The card that stands on a page of members.
pub async fn card(seat: &ProjectSeat, campaign: &Campaign) -> PageResult<Information> {
    let (told, _) = told(seat.ctx(), seat.project.organisation, campaign).await?;
    Ok(Information::of(&seat.ctx().t, campaign, &told))
}

/// Its page, as the end of an address under the project.
pub fn rest(campaign: &Campaign) -> String {
    format!("{}/information", campaign.rest())
}

#[derive(Template)]
#[template(path = "information.html")]
struct InformationPage {
    page: Page,
    campaign: Campaign,
    information: Information,
    digest: Option<String>,
    back: String,
}

pub async fn show(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath) -> PageResult {
    let campaign = super::load(&seat, &id).await?;
    let (told, digest) = told(seat.ctx(), seat.project.organisation, &campaign).await?;
    let t = &seat.ctx().t;
    render(&InformationPage {
        page: seat.page(t.say("information-title"), "methods"),
        information: Information::of(t, &campaign, &told),
        digest,
        back: seat.path(&campaign.rest()),
        campaign,
    })
}
