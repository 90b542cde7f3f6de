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
