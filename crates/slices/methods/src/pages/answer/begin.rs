//! Before the first question: what happens to the answer, who sees what, how many minutes.

use askama::Template;
use content::method::Answering;
use platform::{Ctx, PageResult};
use ui::{Page, render};

use super::{Arrival, Guest, arrive, shut};
use crate::pages::{
    campaigns::minutes,
    information::{self, Information},
};

#[derive(Template)]
#[template(path = "answer/begin.html")]
struct BeginPage {
    page: Page,
    guest: Box<Guest>,
    organisation: String,
    project: String,
    group: String,
    information: Information,
    next: usize,
}

impl BeginPage {
    fn minutes(&self) -> Option<String> {
        minutes(self.guest.method, Answering::Alone, &self.page.t)
    }
}

pub async fn show(ctx: Ctx) -> PageResult {
    let guest = match arrive(&ctx).await? {
        Arrival::Welcome(guest) => guest,
        Arrival::Turned(why) => return shut(&ctx, why),
    };
    let (organisation, project) = (guest.place.organisation, guest.place.campaign.project);
    let names = ctx.db().read(move |tx| {
        let organisation_name = registry::store::organisation(tx, organisation)?.name;
        let project = registry::store::find_project(tx, organisation, project)?;
        Ok::<_, platform::DbError>((
            organisation_name,
            project.map_or_else(String::new, |project| project.title),
        ))
    });
    let (organisation, project) = names.await?;
    let campaign = &guest.place.campaign;
    let (told, _) = information::told(&ctx, guest.place.organisation, campaign).await?;
    let group = campaign.group(guest.place.group);
    // Too small to be shown by itself, whatever happens.
    let is_small = group.is_none_or(|group| !group.can_be_shown(campaign.floor));
    let note = is_small.then(|| ctx.t.say("answer-happens-small"));
    render(&BeginPage {
        page: Page::new(&ctx, guest.place.campaign.title.clone()).bare(),
        organisation,
        project,
        information: Information::of(&ctx.t, campaign, &told).with(note),
        group: group.map_or_else(String::new, |group| group.name(&ctx.t)),
        next: guest.answers.first_missing().map_or(1, |place| place + 1),
        guest,
    })
}
