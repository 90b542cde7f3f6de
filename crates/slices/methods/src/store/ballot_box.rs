//! The ballot box of a group (*urne*): what came in, in the order of what it says and never of when it came.
//!
//! A box is one row, and its text depends on the set of answers alone: whichever way they arrived, it is the same to the
//! letter. So there is no order of arrival to find in it, and nothing of an earlier answer to write again but that row.

use kernel::{CampaignId, OrganisationId, Party};
use platform::{DbError, Tx, values};

/// Whose box.
#[derive(Debug, Clone, Copy)]
pub(super) struct Of {
    pub organisation: OrganisationId,
    pub campaign: CampaignId,
    pub group: Party,
}

/// What a box holds. No line of one list is beside its own of another.
#[derive(Clone, Default)]
pub(super) struct BallotBox {
    /// Digests of the codes that answered.
    pub codes: Lines,
    /// Digests of the tokens that answered.
    pub tokens: Lines,
    /// The digest of a letter, a space, the digest of the blinded token that it had signed.
    pub letters: Lines,
    /// Answers by question, as JSON.
    pub sheets: Lines,
}

/// Sorted lines of text; the same line may stand twice.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Lines(Vec<String>);

impl Lines {
    fn read(text: &str) -> Self {
        Self(text.lines().map(str::to_owned).collect())
    }

    fn text(&self) -> String {
        self.0.join("\n")
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The first line that begins so.
    pub(super) fn starting_with(&self, start: &str) -> Option<&str> {
        let at = self.0.partition_point(|line| line.as_str() < start);
        self.0.get(at).map(String::as_str).filter(|line| line.starts_with(start))
    }

    /// Makes the first line that begins so begin otherwise, in its new place; nothing where none does.
    pub(super) fn rename(&mut self, start: &str, other: &str) {
        let at = self.0.partition_point(|line| line.as_str() < start);
        if let Some(rest) = self.0.get(at).and_then(|line| line.strip_prefix(start)) {
            let line = format!("{other}{rest}");
            self.0.remove(at);
            self.put(line);
        }
    }

    /// Puts a line in its place. It must be one line.
    pub(super) fn put(&mut self, line: String) {
        let at = self.0.partition_point(|known| *known < line);
        self.0.insert(at, line);
    }

    /// Puts a line that stands once at most in its place; false where it stands already.
    pub(super) fn put_once(&mut self, line: &str) -> bool {
        match self.0.binary_search_by(|known| known.as_str().cmp(line)) {
            Ok(_) => false,
            Err(at) => {
                self.0.insert(at, line.to_owned());
                true
            }
        }
    }
}

impl BallotBox {
    fn corrupt(of: Of) -> DbError {
        DbError::Corrupt {
            column: "ballot_box".to_owned(),
            // Never what stands there: it is somebody's answer.
            found: of.campaign.to_string(),
            reason: "an open group has a box".to_owned(),
        }
    }
}

/// Puts an empty box before each group of a campaign that opens.
pub(super) fn set_out(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
    groups: impl Iterator<Item = Party>,
) -> Result<(), DbError> {
    for group in groups {
        tx.execute(
            "INSERT INTO ballot_box (organisation_id, campaign_id, group_party, used_codes, spent_tokens,
               drawn_letters, sheets)
             VALUES ($1, $2, $3, '', '', '', '')",
            values![organisation, campaign, group],
        )?;
    }
    Ok(())
}

/// The box of a group of a campaign that was opened. Errors: none is there.
pub(super) fn take(tx: &mut Tx<'_>, of: Of) -> Result<BallotBox, DbError> {
    let found = tx.find(
        "SELECT used_codes, spent_tokens, drawn_letters, sheets FROM ballot_box
         WHERE organisation_id = $1 AND campaign_id = $2 AND group_party = $3",
        values![of.organisation, of.campaign, of.group],
        |row| {
            let lines = |at| Ok::<_, DbError>(Lines::read(&row.get::<String>(at)?));
            Ok::<_, DbError>(BallotBox {
                codes: lines(0)?,
                tokens: lines(1)?,
                letters: lines(2)?,
                sheets: lines(3)?,
            })
        },
    )?;
    found.ok_or_else(|| BallotBox::corrupt(of))
}

/// Puts a box back, in one row.
pub(super) fn put_back(tx: &mut Tx<'_>, of: Of, ballots: &BallotBox) -> Result<(), DbError> {
    tx.execute(
        "UPDATE ballot_box SET used_codes = $4, spent_tokens = $5, drawn_letters = $6, sheets = $7
         WHERE organisation_id = $1 AND campaign_id = $2 AND group_party = $3",
        values![
            of.organisation,
            of.campaign,
            of.group,
            ballots.codes.text(),
            ballots.tokens.text(),
            ballots.letters.text(),
            ballots.sheets.text()
        ],
    )?;
    Ok(())
}

/// Every box of a campaign, in the order of the groups' names.
pub(super) fn all(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<Vec<(Party, BallotBox)>, DbError> {
    let groups = tx.list(
        "SELECT group_party FROM ballot_box WHERE organisation_id = $1 AND campaign_id = $2 ORDER BY group_party",
        values![organisation, campaign],
        |row| row.parse::<Party>(0),
    )?;
    groups.into_iter().map(|group| Ok((group, take(tx, Of { organisation, campaign, group })?))).collect()
}

/// Leaves the sheets alone in the boxes of a campaign, and writes those again.
pub(super) fn empty_of_rights(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<(), DbError> {
    for (group, ballots) in all(tx, organisation, campaign)? {
        let only_sheets = BallotBox { sheets: ballots.sheets, ..BallotBox::default() };
        put_back(tx, Of { organisation, campaign, group }, &only_sheets)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Lines;

    fn of(lines: &[String]) -> Lines {
        let mut kept = Lines::default();
        for line in lines {
            kept.put(line.clone());
        }
        kept
    }

    proptest! {
        #[test]
        fn a_box_is_the_same_whichever_way_its_answers_came(
            lines in prop::collection::vec("[a-c{}:\",]{1,6}", 0..20).prop_shuffle(),
            again in any::<prop::sample::Index>(),
        ) {
            let mut turned = lines.clone();
            turned.reverse();
            if !turned.is_empty() {
                let at = again.index(turned.len());
                turned.rotate_left(at);
            }
            prop_assert_eq!(of(&lines).text(), of(&turned).text());
            prop_assert_eq!(of(&lines).len(), lines.len());
            prop_assert!(Lines::read(&of(&lines).text()) == of(&lines));
        }
    }

    #[test]
    fn a_right_stands_once_and_a_letter_is_found_by_its_beginning() {
        let mut lines = Lines::default();
        assert!(lines.put_once("bb 1") && lines.put_once("aa 2") && !lines.put_once("bb 1"));
        assert_eq!(lines.text(), "aa 2\nbb 1");
        assert_eq!(lines.starting_with("bb "), Some("bb 1"));
        assert_eq!(lines.starting_with("b "), None);
        assert_eq!(lines.starting_with("cc "), None);
        lines.rename("cc ", "dd ");
        lines.rename("aa ", "cc ");
        assert_eq!(lines.text(), "bb 1\ncc 2");
    }
}
