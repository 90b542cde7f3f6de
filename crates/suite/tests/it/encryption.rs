//! What is said to the database: under TLS, to the server that its certificate names, or in clear where that was asked for.

use platform::{Db, DbError, config::DatabaseUrl};
use testkit::{Engine, TestApp};

/// Whether the server says that it is spoken to under TLS. Errors: why nothing is said at all.
fn is_encrypted(url: &str) -> Result<bool, String> {
    let db = Db::open(&DatabaseUrl::Postgres(url.to_owned())).map_err(|error| error.to_string())?;
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let asked = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let read = db.read(move |tx| tx.get(asked, &[], |row| row.get::<bool>(0)));
    runtime.block_on(read).map_err(|error: DbError| error.to_string())
}

/// A server that answers under TLS: its address, and the file of the authority that signed its certificate.
/// `scripts/postgres` starts such a one where openssl is installed.
fn server(app: &TestApp) -> Option<(String, String)> {
    let ca: String = app
        .read(|tx| tx.get("SHOW ssl_ca_file", &[], |row| row.get(0)))
        .unwrap_or_else(|error: DbError| panic!("{error}"));
    let DatabaseUrl::Postgres(url) = app.database_url() else { return None };
    let is_ours = !ca.is_empty() && std::fs::read(&ca).is_ok() && url.contains("@127.0.0.1:");
    is_ours.then_some((url, ca))
}

#[test]
fn a_server_is_spoken_to_under_tls_only_if_its_certificate_is_trusted_and_names_it() {
    if !Engine::available().contains(&Engine::Postgres) {
        return;
    }
    let app = TestApp::on(Engine::Postgres);
    let Some((url, ca)) = server(&app) else {
        eprintln!("the server of TEST_POSTGRES has no certificate of ours: not tried");
        return;
    };
    let trusting = format!("sslmode=verify-full&sslrootcert={ca}");
    assert_eq!(is_encrypted(&format!("{url}?{trusting}")), Ok(true));
    assert_eq!(is_encrypted(&format!("{url}?sslrootcert={ca}&sslmode=require")), Ok(true));
    assert_eq!(is_encrypted(&format!("{url}?sslmode=disable")), Ok(false));

    // The same server by a name that its certificate does not hold, and to somebody who trusts the system alone.
    let by_name = url.replace("@127.0.0.1:", "@localhost:");
    for refused in [format!("{by_name}?{trusting}"), format!("{url}?sslmode=verify-full")] {
        let error = is_encrypted(&refused).expect_err("it was believed");
        assert!(error.contains("certificate"), "{error}");
        assert!(!error.contains(url.split(['/', '@']).nth(2).unwrap_or("trinome:")), "a password in {error}");
    }
    let prefer = is_encrypted(&format!("{url}?sslmode=prefer")).expect_err("it may fall back to clear");
    assert!(prefer.contains("verify-full or disable"), "{prefer}");
}
