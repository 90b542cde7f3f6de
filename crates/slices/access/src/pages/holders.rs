//! Telling those who hold a key what became of one, by letter.

use std::collections::BTreeSet;

use kernel::{MemberId, OrganisationId};
use platform::{Ctx, DbError, PageError, T, Tx, mail::Letter};

use crate::{
    Act, Actor, Member,
    keys::{Fallen, rule},
    seat, store,
};

/// Writes to each person who holds a key, but whoever acts. `write` gives subject and body in the reader's language, told
/// where to read.
pub async fn tell_holders(
    ctx: &Ctx,
    organisation: OrganisationId,
    but: MemberId,
    place: &str,
    write: impl Fn(&T, &str) -> (String, String),
) -> Result<(), PageError> {
    let read = move |tx: &mut Tx<'_>| {
        let rule = rule::of(tx, organisation)?;
        let mut members = others(tx, organisation, but)?;
        members.retain(|member| rule.holds(member.party));
        Ok::<_, DbError>(members)
    };
    send(ctx, ctx.db().read(read).await?, place, write);
    Ok(())
}

/// Writes to everybody who sits in the organisation, whatever they hold, but whoever acts.
pub async fn tell_everybody(
    ctx: &Ctx,
    organisation: OrganisationId,
    but: MemberId,
    place: &str,
    write: impl Fn(&T, &str) -> (String, String),
) -> Result<(), PageError> {
    let members = ctx.db().read(move |tx| others(tx, organisation, but)).await?;
    send(ctx, members, place, write);
    Ok(())
}

/// Writes to each person who sits in the organisation and holds no key.
pub async fn tell_who_holds_none(
    ctx: &Ctx,
    organisation: OrganisationId,
    place: &str,
    write: impl Fn(&T, &str) -> (String, String),
) -> Result<(), PageError> {
    let read = move |tx: &mut Tx<'_>| {
        let rule = rule::of(tx, organisation)?;
        let mut members = store::members(tx, organisation)?;
        members.retain(|member| member.has_joined && !rule.holds(member.party));
        Ok::<_, DbError>(members)
    };
    send(ctx, ctx.db().read(read).await?, place, write);
    Ok(())
}

/// Those who came in, but one person.
fn others(tx: &mut Tx<'_>, organisation: OrganisationId, but: MemberId) -> Result<Vec<Member>, DbError> {
    let mut members = store::members(tx, organisation)?;
    members.retain(|member| member.has_joined && member.id != but);
    Ok(members)
}

/// One letter a person, whatever their seats.
fn send(ctx: &Ctx, members: Vec<Member>, place: &str, write: impl Fn(&T, &str) -> (String, String)) {
    let mut told = BTreeSet::new();
    for member in members {
        if !told.insert(member.person) {
            continue;
        }
        let t = ctx.platform.texts.speak(member.locale);
        let link = ctx.absolute(place);
        let (subject, body) = write(&t, &link);
        ctx.platform.mail.send(Letter { subject, body, to: member.email, link });
    }
}

/// Says that something that was proposed will not be done: to everybody where everybody was told of it, as of a deletion.
pub async fn tell_off(ctx: &Ctx, actor: &Actor, act: Act, title: &str) -> Result<(), PageError> {
    let write = |t: &T, link: &str| {
        let what = t.say_code("act", act);
        let what = if title.is_empty() { what } else { format!("{what} · {title}") };
        let body = t.two("mail-key-off-body", "what", what.clone(), "link", link.to_owned());
        (t.one("mail-key-off-subject", "what", what), body)
    };
    let place = if act == Act::DeleteProject {
        seat::home(actor.organisation)
    } else {
        seat::keys(actor.organisation)
    };
    if act == Act::DeleteProject {
        return tell_everybody(ctx, actor.organisation, actor.member, &place, write).await;
    }
    tell_holders(ctx, actor.organisation, actor.member, &place, write).await
}

/// Says which first keys no longer count, since whoever turned them holds their seat no more.
pub(crate) async fn tell_fallen(
    ctx: &Ctx,
    organisation: OrganisationId,
    but: MemberId,
    fallen: &[Fallen],
) -> Result<(), PageError> {
    if fallen.is_empty() {
        return Ok(());
    }
    let write = |t: &T, link: &str| {
        let what = fallen.iter().map(|fallen| {
            let act = t.say_code("act", fallen.act);
            if fallen.title.is_empty() {
                format!("– {act}")
            } else {
                format!("– {act} · {}", fallen.title)
            }
        });
        let what = what.collect::<Vec<_>>().join("\n");
        (
            t.say("mail-key-fallen-subject"),
            t.two("mail-key-fallen-body", "what", what, "link", link.to_owned()),
        )
    };
    tell_holders(ctx, organisation, but, &seat::keys(organisation), write).await
}
