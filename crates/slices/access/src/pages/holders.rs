//! Telling those who hold a key what became of one, by letter.

use kernel::{MemberId, OrganisationId};
use platform::{Ctx, DbError, PageError, T, Tx, mail::Letter};

use crate::{
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
        let mut members = store::members(tx, organisation)?;
        members.retain(|member| member.has_joined && member.id != but && rule.holds(member.party));
        Ok::<_, DbError>(members)
    };
    for member in ctx.db().read(read).await? {
        let t = ctx.platform.texts.speak(member.locale);
        let link = ctx.absolute(place);
        let (subject, body) = write(&t, &link);
        ctx.platform.mail.send(Letter { subject, body, to: member.email, link });
    }
    Ok(())
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
