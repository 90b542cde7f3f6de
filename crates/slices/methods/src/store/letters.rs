//! Letters: who gets one, what it lets draw, and what is left of it. No column joins an address to an invitation: which
//! letter went to whom is known while the letters are written, and after that only to whoever holds the secret of the
//! instance, which seals it beside the address so that one letter can be written again.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{CampaignId, OrganisationId, Party};
use platform::{DbError, Tx, secret, values};
use serde_json::json;

use super::{
    ballot_box::{self, Of},
    find,
};
use crate::{
    issuer::SealedKey,
    model::{
        campaign::{Campaign, CampaignState, Invited},
        token::{Blinded, PublicKey},
    },
};

/// What the database keeps of the secret of a letter: its SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LetterDigest(String);

impl LetterDigest {
    pub fn of(secret: &str) -> Self {
        Self(secret::digest(secret))
    }

    /// Reads what [`LetterDigest::as_str`] gave.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let is_digest = text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit());
        is_digest.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How the browser that opened the letter names it for itself.
    pub fn reference(&self) -> String {
        self.0.chars().take(16).collect()
    }
}

/// What opening writes for those who get a letter.
#[derive(Debug, Clone, Default)]
pub struct Issue {
    /// One for each group that has letters.
    pub keys: Vec<(Party, SealedKey)>,
    pub letters: Vec<(Party, LetterDigest)>,
    pub sealed: Vec<SealedLetter>,
}

/// Which letter an address was sent: opens with the secret of the instance only.
#[derive(Debug, Clone)]
pub struct SealedLetter {
    pub email: String,
    pub sealed: String,
}

/// Keeps whom to write to.
pub(super) fn invite(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
    invited: &[Invited],
) -> Result<(), DbError> {
    for one in invited {
        tx.execute(
            "INSERT INTO invited_address (organisation_id, campaign_id, email, group_party) VALUES ($1, $2, $3, $4)",
            values![organisation, campaign, &one.email, one.group],
        )?;
    }
    Ok(())
}

/// Whom to write to.
pub fn invited(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<Vec<Invited>, DbError> {
    tx.list(
        "SELECT email, group_party FROM invited_address WHERE organisation_id = $1 AND campaign_id = $2
         ORDER BY email",
        values![organisation, campaign],
        |row| Ok::<_, DbError>(Invited { email: row.get(0)?, group: row.parse(1)? }),
    )
}

/// An address, its group, and the letter that it was sent, where that is known.
#[derive(Debug, Clone)]
pub struct Addressed {
    pub invited: Invited,
    pub sealed: Option<String>,
}

/// Everybody who was sent a letter.
pub fn addressed(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<Vec<Addressed>, DbError> {
    tx.list(
        "SELECT email, group_party, sealed_letter FROM invited_address
         WHERE organisation_id = $1 AND campaign_id = $2 ORDER BY email",
        values![organisation, campaign],
        |row| {
            let invited = Invited { email: row.get(0)?, group: row.parse(1)? };
            Ok::<_, DbError>(Addressed { invited, sealed: row.get(2)? })
        },
    )
}

/// Keeps the keys and the invitations of a campaign that opens.
pub(super) fn issue(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
    issue: &Issue,
) -> Result<(), DbError> {
    for (group, key) in &issue.keys {
        tx.execute(
            "INSERT INTO token_key (organisation_id, campaign_id, group_party, key_id, public_key, sealed_key)
             VALUES ($1, $2, $3, $4, $5, $6)",
            values![organisation, campaign, *group, key.public.id(), key.public.written(), &key.private],
        )?;
    }
    write_invitations(tx, organisation, campaign, &issue.letters)?;
    write_sealed(tx, organisation, campaign, &issue.sealed)
}

fn write_sealed(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
    letters: &[SealedLetter],
) -> Result<(), DbError> {
    for letter in letters {
        tx.execute(
            "UPDATE invited_address SET sealed_letter = $4
             WHERE organisation_id = $1 AND campaign_id = $2 AND email = $3",
            values![organisation, campaign, &letter.email, &letter.sealed],
        )?;
    }
    Ok(())
}

/// In the order of their digests, which is that of chance and not that of the addresses.
fn write_invitations(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
    letters: &[(Party, LetterDigest)],
) -> Result<(), DbError> {
    let mut letters: Vec<_> = letters.iter().collect();
    letters.sort_by(|a, b| a.1.cmp(&b.1));
    for (group, digest) in letters {
        tx.execute(
            "INSERT INTO invitation (organisation_id, campaign_id, secret_hash, group_party) VALUES ($1, $2, $3, $4)",
            values![organisation, campaign, &digest.0, *group],
        )?;
    }
    Ok(())
}

/// Erases all that letters needed: addresses, invitations, keys.
pub(super) fn erase(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<(), DbError> {
    for sql in [
        "DELETE FROM invited_address WHERE organisation_id = $1 AND campaign_id = $2",
        "DELETE FROM invitation WHERE organisation_id = $1 AND campaign_id = $2",
        "DELETE FROM token_key WHERE organisation_id = $1 AND campaign_id = $2",
    ] {
        tx.execute(sql, values![organisation, campaign])?;
    }
    Ok(())
}

/// How many tokens were presented that no key of the campaign signed.
pub(super) fn refused(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<i64, DbError> {
    let each = tx.list(
        "SELECT refused FROM token_key WHERE organisation_id = $1 AND campaign_id = $2",
        values![organisation, campaign],
        |row| row.get::<i64>(0),
    )?;
    Ok(each.into_iter().sum())
}

/// Whether new letters were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewed {
    Done,
    /// Somebody has drawn a token: a new letter would let them answer twice.
    Drawn,
    /// Not open, or the closing day has passed.
    NotOpen,
}

/// Replaces every invitation of an open campaign of which none was used. The journal keeps how many.
pub fn renew(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    letters: &[(Party, LetterDigest)],
    sealed: &[SealedLetter],
    today: Date,
    now: Timestamp,
) -> Result<Renewed, DbError> {
    let organisation = permit.actor().organisation;
    let drawn = tx.exists(
        "SELECT 1 FROM ballot_box WHERE organisation_id = $1 AND campaign_id = $2 AND drawn_letters <> '' LIMIT 1",
        values![organisation, campaign.id],
    )?;
    if drawn {
        return Ok(Renewed::Drawn);
    }
    let open = tx.execute(
        "UPDATE campaign SET letters_sent_on = $3
         WHERE organisation_id = $1 AND campaign_id = $2 AND state = $4 AND closes_on >= $3",
        values![organisation, campaign.id, today, CampaignState::Open.code()],
    )?;
    if open == 0 {
        return Ok(Renewed::NotOpen);
    }
    tx.execute(
        "DELETE FROM invitation WHERE organisation_id = $1 AND campaign_id = $2",
        values![organisation, campaign.id],
    )?;
    write_invitations(tx, organisation, campaign.id, letters)?;
    write_sealed(tx, organisation, campaign.id, sealed)?;
    let body = json!({"letters": letters.len()});
    let entry = Entry::new("letters_sent_again", campaign.id, body).of(campaign.project);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(Renewed::Done)
}

/// A letter that is written again to one address, in place of the one it was sent.
#[derive(Debug, Clone)]
pub struct Replacement {
    pub group: Party,
    pub before: LetterDigest,
    pub after: LetterDigest,
    /// For every address of the group, what is kept sealed and what takes its place: sealed again, all look changed.
    pub sealed: Vec<(SealedLetter, String)>,
}

/// Whether a letter was written again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaced {
    Done,
    /// Somebody else has just done the same.
    Gone,
    /// Not open, or the closing day has passed.
    NotOpen,
}

/// Puts a new letter in the place of one, used or not: what was drawn with the first stays drawn, so the second draws
/// nothing more, and neither the answer, nor the journal, nor a copy of the database tells which of the two it was.
pub fn replace(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    letter: &Replacement,
    today: Date,
    now: Timestamp,
) -> Result<Replaced, DbError> {
    let organisation = permit.actor().organisation;
    let takes_answers = find(tx, organisation, campaign.id)?.is_some_and(|now| now.takes_answers(today));
    if !takes_answers {
        return Ok(Replaced::NotOpen);
    }
    let of = Of { organisation, campaign: campaign.id, group: letter.group };
    if !write_in_place(tx, of, &letter.before, &letter.after)? {
        return Ok(Replaced::Gone);
    }
    for (before, after) in &letter.sealed {
        tx.execute(
            "UPDATE invited_address SET sealed_letter = $5
             WHERE organisation_id = $1 AND campaign_id = $2 AND email = $3 AND sealed_letter = $4",
            values![organisation, campaign.id, &before.email, &before.sealed, after],
        )?;
    }
    let entry = Entry::new("letter_sent_again", campaign.id, json!({})).of(campaign.project);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(Replaced::Done)
}

/// Puts the digest of a letter in the place of another, in its invitation and, where it was used, in the ballot box. All
/// invitations of the group and its box are written again, changed or not: one that had a transaction number of its own
/// would say whose it is to whoever knows who asked for a letter, and the box whether it was used. False: no such letter.
fn write_in_place(
    tx: &mut Tx<'_>,
    of: Of,
    before: &LetterDigest,
    after: &LetterDigest,
) -> Result<bool, DbError> {
    let mut letters = tx.list(
        "SELECT secret_hash FROM invitation WHERE organisation_id = $1 AND campaign_id = $2 AND group_party = $3",
        values![of.organisation, of.campaign, of.group],
        |row| Ok::<_, DbError>((of.group, LetterDigest(row.get(0)?))),
    )?;
    let Some((_, replaced)) = letters.iter_mut().find(|(_, digest)| digest == before) else {
        return Ok(false);
    };
    *replaced = after.clone();
    tx.execute(
        "DELETE FROM invitation WHERE organisation_id = $1 AND campaign_id = $2 AND group_party = $3",
        values![of.organisation, of.campaign, of.group],
    )?;
    write_invitations(tx, of.organisation, of.campaign, &letters)?;
    let mut ballots = ballot_box::take(tx, of)?;
    ballots.letters.rename(&format!("{} ", before.0), &format!("{} ", after.0));
    ballot_box::put_back(tx, of, &ballots)?;
    Ok(true)
}

/// An invitation, and what signs for it.
#[derive(Debug, Clone)]
pub struct Invitation {
    pub organisation: OrganisationId,
    pub campaign: Campaign,
    pub group: Party,
    pub is_drawn: bool,
    pub key: PublicKey,
    pub sealed_key: String,
}

/// What a letter opens today.
#[derive(Debug, Clone)]
pub enum Asked {
    Open(Box<Invitation>),
    Closed,
    /// No such letter: mistyped, replaced, or of a campaign that is closed.
    Unknown,
}

/// What a letter opens. It does not say which organisation it belongs to.
pub fn ask(tx: &mut Tx<'_>, letter: &LetterDigest, today: Date) -> Result<Asked, DbError> {
    let known = tx.find(
        "SELECT i.organisation_id, i.campaign_id, i.group_party,
           replace(b.drawn_letters, i.secret_hash || ' ', '') <> b.drawn_letters, k.public_key, k.sealed_key
         FROM invitation i JOIN token_key k ON k.organisation_id = i.organisation_id
           AND k.campaign_id = i.campaign_id AND k.group_party = i.group_party
         JOIN ballot_box b ON b.organisation_id = i.organisation_id
           AND b.campaign_id = i.campaign_id AND b.group_party = i.group_party
         WHERE i.secret_hash = $1",
        values![&letter.0],
        |row| {
            let is_drawn: bool = row.get(3)?;
            let place: (OrganisationId, CampaignId, Party) = (row.parse(0)?, row.parse(1)?, row.parse(2)?);
            Ok::<_, DbError>((place, is_drawn, row.get::<String>(4)?, row.get::<String>(5)?))
        },
    )?;
    let Some(((organisation, id, group), is_drawn, public, sealed_key)) = known else {
        return Ok(Asked::Unknown);
    };
    let Some(campaign) = find(tx, organisation, id)? else { return Ok(Asked::Unknown) };
    if !campaign.takes_answers(today) {
        return Ok(Asked::Closed);
    }
    let key = PublicKey::parse(&public).ok_or_else(|| DbError::Corrupt {
        column: "public_key".to_owned(),
        found: format!("{} bytes", public.len()),
        reason: "no public key".to_owned(),
    })?;
    Ok(Asked::Open(Box::new(Invitation { organisation, campaign, group, is_drawn, key, sealed_key })))
}

/// Whether a blinded token may be signed.
#[derive(Debug)]
pub enum Drawn {
    /// For the first time, or once more the same: it is signed with this key.
    Sign(Box<Invitation>),
    /// The letter has had another token signed.
    Another,
    Closed,
    Unknown,
}

/// Uses a letter up for this blinded token. The same one again changes nothing: its answer was lost on the way.
pub fn draw(
    tx: &mut Tx<'_>,
    letter: &LetterDigest,
    blinded: &Blinded,
    today: Date,
) -> Result<Drawn, DbError> {
    let invitation = match ask(tx, letter, today)? {
        Asked::Open(invitation) => invitation,
        Asked::Closed => return Ok(Drawn::Closed),
        Asked::Unknown => return Ok(Drawn::Unknown),
    };
    let (organisation, campaign) = (invitation.organisation, invitation.campaign.id);
    let of = Of { organisation, campaign, group: invitation.group };
    let mut ballots = ballot_box::take(tx, of)?;
    let drawn = format!("{} {}", letter.0, blinded.digest());
    match ballots.letters.starting_with(&format!("{} ", letter.0)) {
        Some(known) if known == drawn => {}
        Some(_) => return Ok(Drawn::Another),
        None => {
            ballots.letters.put(drawn);
            ballot_box::put_back(tx, of, &ballots)?;
        }
    }
    Ok(Drawn::Sign(invitation))
}

/// Counts a token that its key did not sign. No date, no address: the journal says how many when the campaign closes.
pub fn note_forged(tx: &mut Tx<'_>, key_id: &str) -> Result<(), DbError> {
    let owner = tx.find(
        "SELECT organisation_id, campaign_id, group_party FROM token_key WHERE key_id = $1",
        values![key_id],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?, row.parse(2)?)),
    )?;
    let Some((organisation, campaign, group)): Option<(OrganisationId, CampaignId, Party)> = owner else {
        return Ok(());
    };
    tx.execute(
        "UPDATE token_key SET refused = refused + 1
         WHERE organisation_id = $1 AND campaign_id = $2 AND group_party = $3",
        values![organisation, campaign, group],
    )?;
    Ok(())
}

/// Forgets an address, whatever campaign it was invited to: for whoever asks to be erased. Their letter, which nothing
/// joins to it, goes on working.
pub fn forget_address(tx: &mut Tx<'_>, organisation: OrganisationId, email: &str) -> Result<(), DbError> {
    tx.execute(
        "DELETE FROM invited_address WHERE organisation_id = $1 AND email = $2",
        values![organisation, email],
    )?;
    Ok(())
}

/// The campaigns under way that an address was sent a letter for.
pub fn letters_to(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    email: &str,
) -> Result<Vec<CampaignId>, DbError> {
    tx.list(
        "SELECT campaign_id FROM invited_address WHERE organisation_id = $1 AND email = $2 ORDER BY campaign_id",
        values![organisation, email],
        |row| row.parse(0),
    )
}
