//! The sheet of codes: made, kept as digests, and shown once, in the answer to the form that asked for it.

use access::Act;
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, StatusCode, header::CACHE_CONTROL},
};
use kernel::Party;
use platform::{PageResult, Platform};
use registry::ProjectSeat;
use ui::{Notice, Page, Tone, render};

use super::{
    campaign,
    information::{self, Information},
};
use crate::{
    Campaign,
    model::{code::Code, qr},
    store::{self, CodeDigest, MadeCodes, NewCode},
};

#[derive(Template)]
#[template(path = "codes.html")]
struct CodesPage {
    page: Page,
    campaign: Campaign,
    back: String,
    address: String,
    sheets: Vec<Sheet>,
    information: Information,
}

/// The slips of one group.
struct Sheet {
    id: &'static str,
    group: String,
    slips: Vec<Slip>,
}

/// One slip of paper.
struct Slip {
    code: String,
    qr: String,
}

/// Whoever comes back to the address of the sheet finds the campaign: the sheet cannot be shown again.
pub async fn back(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath) -> PageResult {
    let campaign = super::load(&seat, &id).await?;
    Ok(super::to_campaign(&seat, &campaign, ""))
}

/// Makes the codes and shows them, once.
pub async fn make(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath) -> PageResult {
    let permit = seat.seat.permit(Act::OpenCampaign)?;
    let open = super::load(&seat, &id).await?;
    let drawn = draw(&seat.ctx().platform, &open);
    let kept: Vec<NewCode> =
        drawn.iter().map(|(group, code)| NewCode { group: *group, digest: CodeDigest::of(*code) }).collect();
    let (today, now, of) = (seat.ctx().today, seat.ctx().now, open.clone());
    let made =
        seat.ctx().db().write(move |tx| store::make_codes(tx, &permit, &of, &kept, today, now)).await?;
    let refused = match made {
        MadeCodes::Done => {
            let information = information::card(&seat, &open).await?;
            return sheet(&seat, open, information, &drawn);
        }
        MadeCodes::AnswersCameIn => "methods-codes-refused-answers",
        MadeCodes::NotOpen => "methods-codes-refused-closed",
    };
    let notice = Notice { tone: Tone::Alert, text: seat.ctx().t.say(refused) };
    let form = platform::form::Form::default();
    campaign::page(&seat, open, &form, StatusCode::UNPROCESSABLE_ENTITY, Some(notice)).await
}

/// One code for each person of each group who gets no letter.
fn draw(platform: &Platform, campaign: &Campaign) -> Vec<(Party, Code)> {
    let people = campaign.groups.iter().flat_map(|group| (0..group.on_paper()).map(|_| group.party));
    let code = |party| {
        let mut bytes = [0_u8; 16];
        platform.chance.fill(&mut bytes);
        (party, Code::from_bytes(bytes))
    };
    people.map(code).collect()
}

fn sheet(
    seat: &ProjectSeat,
    campaign: Campaign,
    information: Information,
    drawn: &[(Party, Code)],
) -> PageResult {
    let ctx = seat.ctx();
    let slip = |code: &Code| {
        let address = ctx.absolute(&format!("/r/{}", code.canonical()));
        Slip { code: code.grouped(), qr: qr::draw(&address).unwrap_or_default() }
    };
    let on_paper = campaign.groups.iter().filter(|group| group.on_paper() > 0);
    let sheets = on_paper.map(|group| Sheet {
        id: group.party.code(),
        group: group.name(&ctx.t),
        slips: drawn.iter().filter(|(party, _)| *party == group.party).map(|(_, code)| slip(code)).collect(),
    });
    let page = CodesPage {
        // The language switch cannot come back to an answer to a form: it leads to the campaign.
        page: Page {
            here: seat.path(&campaign.rest()),
            ..seat.page(ctx.t.say("methods-sheet-title"), "methods")
        },
        back: seat.path(&campaign.rest()),
        address: to_type(&ctx.absolute("/repondre")).to_owned(),
        sheets: sheets.collect(),
        information,
        campaign,
    };
    let mut response = render(&page)?;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// An address as people type it, without what the browser adds.
fn to_type(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, typed)| typed)
}
