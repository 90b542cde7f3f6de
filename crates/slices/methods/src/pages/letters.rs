//! The letters of a campaign: written when it opens, and once more as long as nobody has used theirs.

use std::collections::BTreeMap;

use access::Act;
use axum::{extract::Path, http::StatusCode};
use kernel::{Locale, Party};
use platform::{PageError, PageResult, form::Form, mail::Letter};
use registry::ProjectSeat;
use ui::{Notice, Tone};

use super::campaign;
use crate::{
    Campaign, Invited, issuer,
    store::{self, Issue, LetterDigest, Renewed},
};

/// Letters that are written and not sent yet: who, in which language, and the secret of each. Never stored as such.
pub struct Post(Vec<(Invited, Locale, String)>);

/// Writes a letter for everybody who is to get one, each with a fresh secret.
pub async fn write(seat: &ProjectSeat, campaign: &Campaign) -> PageResult<Post> {
    if campaign.by_mail() == 0 {
        return Ok(Post(Vec::new()));
    }
    let (organisation, id) = (seat.project.organisation, campaign.id);
    let read = move |tx: &mut platform::Tx<'_>| {
        let members = access::store::members(tx, organisation)?;
        let known: BTreeMap<String, Locale> =
            members.into_iter().map(|member| (member.email, member.locale)).collect();
        Ok::<_, platform::DbError>((known, store::invited(tx, organisation, id)?))
    };
    let (known, invited) = seat.ctx().db().read(read).await?;
    let letter = |invited: Invited| {
        let locale = known.get(&invited.email).copied().unwrap_or(Locale::Fr);
        (invited, locale, seat.ctx().platform.new_secret())
    };
    Ok(Post(invited.into_iter().map(letter).collect()))
}

impl Post {
    /// What the database keeps of these letters.
    pub fn digests(&self) -> Vec<(Party, LetterDigest)> {
        self.0.iter().map(|(invited, _, secret)| (invited.group, LetterDigest::of(secret))).collect()
    }

    /// The letters and a fresh key for each group that has some.
    pub async fn issue(&self, seat: &ProjectSeat) -> PageResult<Issue> {
        let mut groups: Vec<Party> = self.0.iter().map(|(invited, _, _)| invited.group).collect();
        groups.sort_unstable();
        groups.dedup();
        let platform = seat.ctx().platform.clone();
        let make = move || {
            let key = |group| Ok((group, issuer::make(&*platform.chance, &platform.vault)?));
            groups.into_iter().map(key).collect::<Result<Vec<_>, issuer::CannotSign>>()
        };
        // A key takes some tenths of a second of computing: not on the threads that answer.
        let made =
            tokio::task::spawn_blocking(make).await.map_err(|error| PageError::Fault(error.to_string()))?;
        let keys = made.map_err(|error| PageError::Fault(error.to_string()))?;
        Ok(Issue { keys, letters: self.digests() })
    }

    /// Sends them.
    pub fn send(self, seat: &ProjectSeat, campaign: &Campaign) {
        let ctx = seat.ctx();
        let letters = self.0.into_iter().map(|(invited, locale, secret)| {
            let t = ctx.platform.texts.speak(locale);
            let link = ctx.absolute(&format!("/invitation/{secret}"));
            let organisation = seat.seat.actor.organisation_name.clone();
            let told = [
                ("organisation", organisation.clone().into()),
                ("project", seat.project.title.clone().into()),
                ("day", t.day(campaign.closes_on).into()),
                ("link", link.clone().into()),
            ];
            Letter {
                to: invited.email,
                subject: t.one("mail-invitation-subject", "organisation", organisation),
                body: t.with("mail-invitation-body", &told),
                link,
            }
        });
        ctx.platform.mail.send_all(letters.collect());
    }
}

/// Sends new letters to everybody; the first ones stop working.
pub async fn renew(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath) -> PageResult {
    let permit = seat.seat.permit(Act::OpenCampaign)?;
    let open = super::load(&seat, &id).await?;
    let post = write(&seat, &open).await?;
    let (digests, today, now, of) = (post.digests(), seat.ctx().today, seat.ctx().now, open.clone());
    if digests.is_empty() {
        return Ok(super::to_campaign(&seat, &open, ""));
    }
    let work = move |tx: &mut platform::Tx<'_>| store::renew(tx, &permit, &of, &digests, today, now);
    let refused = match seat.ctx().db().write(work).await? {
        Renewed::Done => {
            post.send(&seat, &open);
            return Ok(super::to_campaign(&seat, &open, "?lettres"));
        }
        Renewed::Drawn => "methods-letters-refused-drawn",
        Renewed::NotOpen => "methods-letters-refused-closed",
    };
    let notice = Notice { tone: Tone::Alert, text: seat.ctx().t.say(refused) };
    campaign::page(&seat, open, &Form::default(), StatusCode::UNPROCESSABLE_ENTITY, Some(notice)).await
}
