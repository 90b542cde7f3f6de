//! The letters of a campaign: written when it opens, once more to all as long as nobody has used theirs, and at any time
//! to one address whose letter was lost.

use std::collections::BTreeMap;

use access::Act;
use axum::{extract::Path, http::StatusCode};
use kernel::{CampaignId, Locale, OrganisationId, Party};
use platform::{DbError, PageError, PageResult, Platform, Tx, form::Form, mail::Letter};
use registry::ProjectSeat;
use ui::{Notice, Tone};

use super::campaign;
use crate::{
    Campaign, Invited, issuer,
    store::{self, Addressed, Issue, LetterDigest, Renewed, Replaced, Replacement, SealedLetter},
};

/// Letters that are written and not sent yet: who, in which language, and the secret of each. Never stored as such.
pub struct Post(Vec<(Invited, Locale, String)>);

/// Writes a letter for everybody who is to get one, each with a fresh secret.
pub async fn write(seat: &ProjectSeat, campaign: &Campaign) -> PageResult<Post> {
    if campaign.by_mail() == 0 {
        return Ok(Post(Vec::new()));
    }
    let (organisation, id) = (seat.project.organisation, campaign.id);
    let read = move |tx: &mut Tx<'_>| {
        Ok::<_, DbError>((languages(tx, organisation)?, store::invited(tx, organisation, id)?))
    };
    let (languages, invited) = seat.ctx().db().read(read).await?;
    let letter = |invited: Invited| {
        let locale = languages.of(&invited.email);
        (invited, locale, seat.ctx().platform.new_secret())
    };
    Ok(Post(invited.into_iter().map(letter).collect()))
}

/// In which language to write to whom.
struct Languages {
    members: BTreeMap<String, Locale>,
    others: Locale,
}

impl Languages {
    /// A member's own language; anybody else's is that of the organisation.
    fn of(&self, email: &str) -> Locale {
        self.members.get(email).copied().unwrap_or(self.others)
    }
}

fn languages(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Languages, DbError> {
    let members = access::store::members(tx, organisation)?;
    let members = members.into_iter().map(|member| (member.email, member.locale)).collect();
    let others = registry::structure::structure(tx, organisation)?.locale();
    Ok(Languages { members, others })
}

/// What a sealed letter is sealed for: it opens beside no other address.
fn place(campaign: CampaignId, email: &str) -> String {
    format!("letter {campaign} {email}")
}

fn seal(platform: &Platform, campaign: CampaignId, email: &str, letter: &LetterDigest) -> String {
    platform.vault.seal(&*platform.chance, &place(campaign, email), letter.as_str().as_bytes())
}

fn unseal(platform: &Platform, campaign: CampaignId, of: &Addressed) -> Option<LetterDigest> {
    let sealed = of.sealed.as_deref()?;
    LetterDigest::read(&platform.vault.open(&place(campaign, &of.invited.email), sealed)?)
}

impl Post {
    /// What the database keeps of these letters.
    pub fn digests(&self) -> Vec<(Party, LetterDigest)> {
        self.0.iter().map(|(invited, _, secret)| (invited.group, LetterDigest::of(secret))).collect()
    }

    /// What the database keeps beside each address, sealed.
    fn sealed(&self, platform: &Platform, campaign: CampaignId) -> Vec<SealedLetter> {
        let sealed = |(invited, _, secret): &(Invited, Locale, String)| SealedLetter {
            email: invited.email.clone(),
            sealed: seal(platform, campaign, &invited.email, &LetterDigest::of(secret)),
        };
        self.0.iter().map(sealed).collect()
    }

    /// The letters and a fresh key for each group that has some.
    pub async fn issue(&self, seat: &ProjectSeat, campaign: &Campaign) -> PageResult<Issue> {
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
        let sealed = self.sealed(&seat.ctx().platform, campaign.id);
        Ok(Issue { keys, letters: self.digests(), sealed })
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
    let sealed = post.sealed(&seat.ctx().platform, open.id);
    let work = move |tx: &mut Tx<'_>| store::renew(tx, &permit, &of, &digests, &sealed, today, now);
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

/// Sends a new letter to one address; only the one it was sent stops working. Whoever asks is told the same whether that
/// letter had been used or not: that somebody has drawn a token is nobody's business.
pub async fn resend(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::OpenCampaign)?;
    let open = super::load(&seat, &id).await?;
    let Some(lost) = lost(&seat, &open, &mut form).await? else {
        return campaign::page(&seat, open, &form, StatusCode::UNPROCESSABLE_ENTITY, None).await;
    };
    let (post, letter) = lost.again(&seat, &open);
    let (today, now, of) = (seat.ctx().today, seat.ctx().now, open.clone());
    let work = move |tx: &mut Tx<'_>| store::replace(tx, &permit, &of, &letter, today, now);
    let refused = match seat.ctx().db().write(work).await? {
        Replaced::Done => {
            post.send(&seat, &open);
            return Ok(super::to_campaign(&seat, &open, "?lettre"));
        }
        Replaced::Gone => "methods-letter-refused-gone",
        Replaced::NotOpen => "methods-letters-refused-closed",
    };
    let notice = Notice { tone: Tone::Alert, text: seat.ctx().t.say(refused) };
    campaign::page(&seat, open, &form, StatusCode::UNPROCESSABLE_ENTITY, Some(notice)).await
}

/// A letter that did not arrive: whose, which, and those of the same group.
struct Lost {
    invited: Invited,
    locale: Locale,
    letter: LetterDigest,
    group: Vec<Addressed>,
}

/// The letter that was sent to the address of the form; `None` where the form says what is wrong with it.
async fn lost(seat: &ProjectSeat, open: &Campaign, form: &mut Form) -> PageResult<Option<Lost>> {
    let ctx = seat.ctx();
    let email = form.email(&ctx.t, "email");
    if form.is_refused() {
        return Ok(None);
    }
    let (organisation, id) = (seat.project.organisation, open.id);
    let read = move |tx: &mut Tx<'_>| {
        Ok::<_, DbError>((languages(tx, organisation)?, store::addressed(tx, organisation, id)?))
    };
    let (languages, mut group) = ctx.db().read(read).await?;
    let Some(one) = group.iter().find(|one| one.invited.email == email).cloned() else {
        form.refuse("email", ctx.t.say("methods-letter-refused-unknown"));
        return Ok(None);
    };
    let Some(letter) = unseal(&ctx.platform, id, &one) else {
        form.refuse("email", ctx.t.say("methods-letter-refused-old"));
        return Ok(None);
    };
    group.retain(|other| other.invited.group == one.invited.group);
    let locale = languages.of(&email);
    Ok(Some(Lost { invited: one.invited, locale, letter, group }))
}

impl Lost {
    /// The letter to send, and what it changes. All of its group is sealed again: what changed tells not even who asked.
    fn again(self, seat: &ProjectSeat, open: &Campaign) -> (Post, Replacement) {
        let platform = &seat.ctx().platform;
        let secret = platform.new_secret();
        let after = LetterDigest::of(&secret);
        let again = |one: &Addressed| {
            let is_this = one.invited.email == self.invited.email;
            let letter = if is_this { after.clone() } else { unseal(platform, open.id, one)? };
            let email = one.invited.email.clone();
            let sealed = seal(platform, open.id, &email, &letter);
            Some((SealedLetter { email, sealed: one.sealed.clone()? }, sealed))
        };
        let sealed = self.group.iter().filter_map(again).collect();
        let letter = Replacement { group: self.invited.group, before: self.letter, after, sealed };
        (Post(vec![(self.invited, self.locale, secret)]), letter)
    }
}
