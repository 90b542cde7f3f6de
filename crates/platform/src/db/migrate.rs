//! Brings tables up to date, forward only, each step once and whole.

use rusqlite::Connection;

use super::DbError;

const LEDGER: &str = "CREATE TABLE IF NOT EXISTS schema_step (name TEXT PRIMARY KEY NOT NULL)";

pub(super) fn sqlite(connection: &Connection) -> Result<(), DbError> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    connection.execute_batch(LEDGER)?;
    for step in schema::STEPS {
        if connection
            .execute("INSERT INTO schema_step (name) VALUES (?1) ON CONFLICT DO NOTHING", [step.name])?
            == 1
        {
            connection.execute_batch(step.sqlite)?;
        }
    }
    connection.execute_batch("COMMIT")?;
    Ok(())
}

/// Several nodes may start at once: the lock makes the second wait for the first.
pub(super) fn postgres(client: &mut postgres::Client) -> Result<(), DbError> {
    let mut transaction = client.transaction()?;
    transaction.batch_execute("SELECT pg_advisory_xact_lock(7410311)")?;
    transaction.batch_execute(LEDGER)?;
    for step in schema::STEPS {
        if transaction
            .execute("INSERT INTO schema_step (name) VALUES ($1) ON CONFLICT DO NOTHING", &[&step.name])?
            == 1
        {
            transaction.batch_execute(step.postgres)?;
        }
    }
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{LEDGER, sqlite};

    /// Two seats under one address (written in two ways), a seat of somebody else, a link and a session: as they stood
    /// when a member was an address.
    const BEFORE: &str = "
        INSERT INTO organisation VALUES ('o1', 'Un', 'company', NULL, '{}', '2026-11-01T08:00:00.000Z'),
          ('o2', 'Deux', 'company', NULL, '{}', '2026-11-02T08:00:00.000Z');
        INSERT INTO member VALUES ('o1', 'm1', 'workers', 'Ana', '', 'Ana@x.example', 'fr', NULL),
          ('o2', 'm0', 'prevention', 'A. Ruiz', '', 'ana@x.example', 'en', NULL),
          ('o1', 'm2', 'management', 'Bea', '', 'bea@x.example', 'fr', NULL);
        INSERT INTO sign_in_link VALUES ('l', 'o1', 'm1', '2026-12-01T08:00:00.000Z');
        INSERT INTO session VALUES ('s', 'o1', 'm1', '2026-12-01T08:00:00.000Z');";

    fn all(connection: &Connection, sql: &str) -> Vec<String> {
        let mut statement = connection.prepare(sql).expect("sound SQL");
        let rows = statement.query_map([], |row| row.get(0)).expect("it runs");
        rows.collect::<Result<_, _>>().expect("texts")
    }

    #[test]
    fn a_member_of_before_is_a_person_with_their_seats_their_link_and_their_session() {
        let connection = Connection::open_in_memory().expect("memory");
        connection.execute_batch("PRAGMA foreign_keys = ON").expect("a pragma");
        connection.execute_batch(LEDGER).expect("the ledger");
        for step in schema::STEPS.iter().take_while(|step| step.name != "0005_people") {
            connection.execute_batch(step.sqlite).expect("a step");
            connection.execute("INSERT INTO schema_step (name) VALUES (?1)", [step.name]).expect("noted");
        }
        connection.execute_batch(BEFORE).expect("rows of before");
        sqlite(&connection).expect("the later steps");
        let people = "SELECT person_id || ' ' || email || ' ' || name FROM person ORDER BY 1";
        assert_eq!(all(&connection, people), ["m0 ana@x.example A. Ruiz", "m2 bea@x.example Bea"]);
        let seats = "SELECT member_id || ' ' || person_id FROM member ORDER BY 1";
        assert_eq!(all(&connection, seats), ["m0 m0", "m1 m0", "m2 m2"]);
        let link =
            "SELECT person_id || ' ' || seat_organisation_id || ' ' || seat_member_id FROM sign_in_link";
        assert_eq!(all(&connection, link), ["m0 o1 m1"]);
        let session = "SELECT s.person_id || ' ' || c.organisation_id || ' ' || c.member_id
            FROM session s JOIN session_seat c ON c.secret_hash = s.secret_hash";
        assert_eq!(all(&connection, session), ["m0 o1 m1"]);
    }
}
