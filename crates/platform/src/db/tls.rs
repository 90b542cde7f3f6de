//! How the way to PostgreSQL is closed to others: by what its address says, else by where the server stands.
//!
//! `sslmode=verify-full` (what a server elsewhere gets by default; `require` and `verify-ca` mean no less here) encrypts,
//! and checks the server's certificate and its name, against `sslrootcert=FILE`, else what the system trusts.
//! `sslmode=disable` speaks in clear (what a server on this machine gets by default). Nothing ever falls back from one to
//! the other: hence no `prefer` and no `allow`.

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
};

use postgres::{
    Client, Config, NoTls,
    config::{Host, SslMode},
};
use rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, pem::PemObject},
};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::{DbError, postgres::describe};

/// A server, and how to reach it.
pub(super) struct Door {
    config: Config,
    /// Nothing: in clear.
    tls: Option<MakeRustlsConnect>,
}

impl Door {
    /// Reads a `postgres://…` address. Errors: with advice for the operator.
    pub(super) fn read(url: &str) -> Result<Self, DbError> {
        let asked = Asked::read(url);
        let mut config: Config = asked.url.parse().map_err(|error| DbError::Open(describe(&error)))?;
        let is_closed = asked.is_closed(is_near(&config)).map_err(DbError::Open)?;
        let tls = is_closed.then(|| trusting(asked.roots.as_deref())).transpose().map_err(DbError::Open)?;
        config.ssl_mode(if is_closed { SslMode::Require } else { SslMode::Disable });
        Ok(Self { config, tls })
    }

    pub(super) fn connect(&self) -> Result<Client, DbError> {
        let opened = match &self.tls {
            Some(tls) => self.config.connect(tls.clone()),
            None => self.config.connect(NoTls),
        };
        opened.map_err(|error| DbError::Open(self.advice(&error)))
    }

    fn advice(&self, error: &postgres::Error) -> String {
        let said = describe(error);
        match self.tls {
            Some(_) => format!(
                "{said} (the connection must be encrypted, for a certificate that is trusted and names the server: \
                 sslrootcert=FILE gives the authority, sslmode=disable asks for none)"
            ),
            None => said,
        }
    }
}

/// What an address asks, and the address without it: the client knows other words for it, and fewer.
struct Asked {
    url: String,
    mode: Option<String>,
    roots: Option<String>,
}

impl Asked {
    fn read(url: &str) -> Self {
        let (address, options) = url.split_once('?').unwrap_or((url, ""));
        let mut asked = Self { url: address.to_owned(), mode: None, roots: None };
        let mut kept = Vec::new();
        for pair in options.split('&').filter(|pair| !pair.is_empty()) {
            let read = form_urlencoded::parse(pair.as_bytes()).next();
            match read.as_ref().map(|(name, value)| (&**name, &**value)) {
                Some(("sslmode", mode)) => asked.mode = Some(mode.to_owned()),
                Some(("sslrootcert", file)) => asked.roots = Some(file.to_owned()),
                _ => kept.push(pair),
            }
        }
        if !kept.is_empty() {
            asked.url = format!("{address}?{}", kept.join("&"));
        }
        asked
    }

    /// Errors: a sentence that says what may stand there.
    fn is_closed(&self, is_near: bool) -> Result<bool, String> {
        match self.mode.as_deref() {
            None => Ok(self.roots.is_some() || !is_near),
            Some("disable") => Ok(false),
            Some("require" | "verify-ca" | "verify-full") => Ok(true),
            Some(other) => Err(format!(
                "sslmode={other} would speak in clear without saying so; expected verify-full or disable"
            )),
        }
    }
}

/// Whether what is said to the server never leaves this machine.
fn is_near(config: &Config) -> bool {
    let loopback = |address: &IpAddr| address.to_canonical().is_loopback();
    let addresses = config.get_hostaddrs();
    if !addresses.is_empty() {
        return addresses.iter().all(loopback);
    }
    config.get_hosts().iter().all(|host| match host {
        Host::Tcp(name) if name == "localhost" => true,
        Host::Tcp(name) => loopback(&name.parse().unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))),
        #[cfg(unix)]
        Host::Unix(_) => true,
    })
}

/// Trusts the authorities of a file, else those of the system. Errors: a sentence that names what is missing.
fn trusting(file: Option<&str>) -> Result<MakeRustlsConnect, String> {
    let mut roots = RootCertStore::empty();
    match file.filter(|file| *file != "system") {
        Some(file) => {
            let advice =
                |error| format!("sslrootcert={file} holds no certificates that can be read: {error}");
            for certificate in CertificateDer::pem_file_iter(file).map_err(advice)? {
                roots
                    .add(certificate.map_err(advice)?)
                    .map_err(|error| format!("sslrootcert={file}: {error}"))?;
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    if roots.is_empty() {
        return Err(
            "no authority to check the server's certificate with; give one with sslrootcert=FILE".to_owned()
        );
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

#[cfg(test)]
mod tests {
    use super::{Asked, is_near};

    /// Whether the way to this address is closed; nothing where the address is refused.
    fn is_closed(url: &str) -> Option<bool> {
        let asked = Asked::read(url);
        asked.is_closed(is_near(&asked.url.parse().expect("an address"))).ok()
    }

    #[test]
    fn a_server_elsewhere_is_spoken_to_under_tls_unless_the_address_says_otherwise() {
        for near in ["127.0.0.1", "localhost", "[::1]:5432", "%2Frun%2Fpostgresql"] {
            assert_eq!(is_closed(&format!("postgres://a:b@{near}/x")), Some(false), "{near}");
        }
        for far in ["db.example.org", "192.0.2.1", "localhost.example.org", "127.0.0.1,db.example.org"] {
            assert_eq!(is_closed(&format!("postgres://a:b@{far}/x")), Some(true), "{far}");
            assert_eq!(is_closed(&format!("postgres://a:b@{far}/x?sslmode=disable")), Some(false), "{far}");
        }
        for closed in ["sslmode=verify-full", "sslmode=require", "sslmode=verify-ca", "sslrootcert=/ca.pem"] {
            assert_eq!(is_closed(&format!("postgres://a:b@127.0.0.1/x?{closed}")), Some(true), "{closed}");
        }
    }

    #[test]
    fn what_would_fall_back_to_clear_without_saying_so_is_refused() {
        for mode in ["prefer", "allow", "on", ""] {
            assert_eq!(is_closed(&format!("postgres://a:b@h/x?sslmode={mode}")), None, "{mode}");
        }
    }

    #[test]
    fn other_options_of_the_address_stay() {
        let asked = Asked::read(
            "postgres://a@h/x?connect_timeout=5&sslmode=verify-full&sslrootcert=%2Fca.pem&user=b",
        );
        assert_eq!(asked.url, "postgres://a@h/x?connect_timeout=5&user=b");
        assert_eq!(asked.roots.as_deref(), Some("/ca.pem"));
    }
}
