//! Rows that keep no order of arrival. Whatever an answer or a draw writes is written again with the other rows of its
//! group, in an order of fresh chance: PostgreSQL gives them all one transaction and random places, and inside a page of
//! SQLite they stand in random places too.

use kernel::{CampaignId, OrganisationId, Party};
use platform::{DbError, Row, Tx, Value, values};

use super::SheetId;

/// Written again at most, the newest among them: what one answer may cost is bounded.
pub const MOST: usize = 512;

/// Rows written by one statement.
const TOGETHER: usize = 8;

/// Reads what a row holds beside its key.
type ReadRest = fn(&Row<'_>) -> Result<Value, DbError>;

/// A table of rows that must not tell their order.
pub(super) struct Mixed {
    /// Key, then what else the row holds.
    list: &'static str,
    erase: &'static str,
    erase_group: &'static str,
    insert: &'static str,
    /// [`TOGETHER`] rows.
    insert_many: &'static str,
    /// Nothing where the row holds nothing but its key.
    rest: Option<ReadRest>,
}

/// The statements on a table whose rows hold a key and one value.
macro_rules! key_and_value {
    ($table:literal, $key:literal, $value:literal, $rest:expr) => {
        Mixed {
            list: concat!("SELECT ", $key, ", ", $value, " FROM ", $table,
                " WHERE organisation_id = $1 AND campaign_id = $2 AND group_party = $3 ORDER BY ", $key),
            erase: concat!("DELETE FROM ", $table,
                " WHERE organisation_id = $1 AND campaign_id = $2 AND ", $key, " = $3"),
            erase_group: concat!("DELETE FROM ", $table,
                " WHERE organisation_id = $1 AND campaign_id = $2 AND group_party = $3"),
            insert: concat!("INSERT INTO ", $table, " (organisation_id, campaign_id, group_party, ", $key, ", ",
                $value, ") VALUES ($1, $2, $3, $4, $5)"),
            insert_many: concat!("INSERT INTO ", $table, " (organisation_id, campaign_id, group_party, ", $key, ", ",
                $value, ") VALUES ($1, $2, $3, $4, $5), ($1, $2, $3, $6, $7), ($1, $2, $3, $8, $9),
                ($1, $2, $3, $10, $11), ($1, $2, $3, $12, $13), ($1, $2, $3, $14, $15), ($1, $2, $3, $16, $17),
                ($1, $2, $3, $18, $19)"),
            rest: Some($rest),
        }
    };
}

/// Codes on paper, used or not.
pub(super) const CODES: Mixed =
    key_and_value!("answer_code", "code_hash", "is_used", |row| Ok(Value::Bool(row.get(1)?)));

/// Invitations, drawn or not.
pub(super) const INVITATIONS: Mixed = key_and_value!("invitation", "secret_hash", "blinded_hash", |row| Ok(
    Value::from(row.get::<Option<String>>(1)?)
));

/// Answers.
pub(super) const SHEETS: Mixed =
    key_and_value!("answer_sheet", "sheet_id", "answers", |row| Ok(Value::Text(row.get(1)?)));

/// Tokens that have answered.
pub(super) const TOKENS: Mixed = Mixed {
    list: "SELECT token_hash FROM spent_token
      WHERE organisation_id = $1 AND campaign_id = $2 AND group_party = $3 ORDER BY token_hash",
    erase: "DELETE FROM spent_token WHERE organisation_id = $1 AND campaign_id = $2 AND token_hash = $3",
    erase_group: "DELETE FROM spent_token
      WHERE organisation_id = $1 AND campaign_id = $2 AND group_party = $3",
    insert: "INSERT INTO spent_token (organisation_id, campaign_id, group_party, token_hash)
      VALUES ($1, $2, $3, $4)",
    insert_many: "INSERT INTO spent_token (organisation_id, campaign_id, group_party, token_hash)
      VALUES ($1, $2, $3, $4), ($1, $2, $3, $5), ($1, $2, $3, $6), ($1, $2, $3, $7), ($1, $2, $3, $8),
      ($1, $2, $3, $9), ($1, $2, $3, $10), ($1, $2, $3, $11)",
    rest: None,
};

/// Whose rows.
#[derive(Clone, Copy)]
pub(super) struct Of {
    pub organisation: OrganisationId,
    pub campaign: CampaignId,
    pub group: Party,
}

/// Writes the rows of a group again in an order of chance; `newest` is among them, however many there are.
pub(super) fn mix(
    tx: &mut Tx<'_>,
    table: &Mixed,
    of: Of,
    newest: &str,
    fresh: &mut dyn FnMut() -> SheetId,
) -> Result<(), DbError> {
    let rows = tx.list(table.list, values![of.organisation, of.campaign, of.group], |row| {
        Ok::<_, DbError>((row.get::<String>(0)?, table.rest.map(|rest| rest(row)).transpose()?))
    })?;
    let are_all = rows.len() <= MOST;
    let rows = drawn(rows, newest, fresh);
    if are_all {
        tx.execute(table.erase_group, values![of.organisation, of.campaign, of.group])?;
    } else {
        for (key, _) in &rows {
            tx.execute(table.erase, values![of.organisation, of.campaign, key])?;
        }
    }
    let mut together = rows.chunks_exact(TOGETHER);
    for rows in together.by_ref() {
        tx.execute(table.insert_many, &bound(of, rows))?;
    }
    for row in together.remainder() {
        tx.execute(table.insert, &bound(of, std::slice::from_ref(row)))?;
    }
    Ok(())
}

/// The values of rows to insert: whose they are, then each key and what else its row holds.
fn bound(of: Of, rows: &[(String, Option<Value>)]) -> Vec<Value> {
    let own = [of.organisation.into(), of.campaign.into(), of.group.into()];
    let each = rows.iter().flat_map(|(key, rest)| [Some(Value::Text(key.clone())), rest.clone()]);
    own.into_iter().chain(each.flatten()).collect()
}

/// The rows to write again, in an order of chance: all, or the newest among as many others as [`MOST`] allows.
fn drawn<T>(rows: Vec<(String, T)>, newest: &str, fresh: &mut dyn FnMut() -> SheetId) -> Vec<(String, T)> {
    let mut keyed: Vec<_> = rows.into_iter().map(|row| (row.0 != newest, fresh(), row)).collect();
    keyed.sort_by_key(|(is_other, chance, _)| (*is_other, *chance));
    keyed.truncate(MOST);
    let mut kept: Vec<_> = keyed.into_iter().map(|(_, _, row)| (fresh(), row)).collect();
    kept.sort_by_key(|(chance, _)| *chance);
    kept.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::{MOST, drawn};

    fn rows(n: usize) -> Vec<(String, ())> {
        (0..n).map(|i| (format!("{i:05}"), ())).collect()
    }

    fn fresh() -> super::SheetId {
        kernel::Id::new(uuid::Uuid::new_v4())
    }

    #[test]
    fn all_the_rows_of_a_group_are_written_again_and_the_newest_always() {
        assert_eq!(drawn(rows(40), "00039", &mut fresh).len(), 40);
        for _ in 0..20 {
            let kept = drawn(rows(2000), "01999", &mut fresh);
            assert_eq!(kept.len(), MOST);
            assert!(kept.iter().any(|(key, ())| key == "01999"));
        }
    }

    #[test]
    fn the_newest_row_comes_at_any_place() {
        let place = |n: usize| {
            let kept = drawn(rows(n), "00000", &mut fresh);
            kept.iter().position(|(key, ())| key == "00000").expect("kept") * 4 / kept.len()
        };
        for n in [40, 2000] {
            let mut quarters = [0; 4];
            for _ in 0..400 {
                quarters[place(n)] += 1;
            }
            assert!(quarters.iter().all(|count| (60..=140).contains(count)), "{quarters:?}");
        }
    }
}
