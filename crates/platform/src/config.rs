//! What an operator may set, checked before the first request.

use std::path::PathBuf;

/// Where the data lives. It may hold a password, and prints nothing.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file, created when absent.
    Sqlite(PathBuf),
    /// A `postgres://` address.
    Postgres(String),
}

impl DatabaseUrl {
    /// Reads `postgres://…`, `postgresql://…` or `sqlite:PATH`. Errors: a sentence that says what was expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Ok(Self::Postgres(text.to_owned()))
        } else if let Some(path) = text.strip_prefix("sqlite:") {
            Ok(Self::Sqlite(PathBuf::from(path)))
        } else {
            Err("that is no database address; expected postgres://… or sqlite:PATH".to_owned())
        }
    }
}

/// How mail leaves. It may hold a password, and prints nothing.
#[derive(Clone, PartialEq, Eq)]
pub enum MailRoute {
    /// No server set: links are printed on the console.
    Console,
    /// An SMTP address such as `smtp://user:password@host:587` or `smtps://host`, and the sender.
    Smtp { url: String, from: String },
}

/// An OpenID Connect provider that people may sign in with.
#[derive(Clone, PartialEq, Eq)]
pub struct SingleSignOn {
    /// Its address, from which it is discovered: `https://sso.example.org/realms/work`.
    pub issuer: String,
    /// The name under which the provider knows this instance.
    pub client: String,
    /// What proves to the provider that it is this instance; none for a public client.
    pub secret: Option<String>,
    /// What people call it: it stands on the button.
    pub name: String,
}

impl SingleSignOn {
    /// Errors: a sentence that says what was expected. Without TLS, only a provider on this machine will do.
    pub fn new(issuer: &str, client: &str, secret: Option<String>, name: &str) -> Result<Self, String> {
        let is_near = ["http://127.0.0.1", "http://localhost", "http://[::1]"].iter().any(|near| {
            issuer.strip_prefix(near).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
        });
        if !issuer.starts_with("https://") && !is_near {
            return Err(format!("{issuer:?} is no provider's address; expected https://…"));
        }
        let issuer = issuer.to_owned();
        let name = if name.is_empty() { host(&issuer).to_owned() } else { name.to_owned() };
        Ok(Self { issuer, client: client.to_owned(), secret, name })
    }
}

impl std::fmt::Debug for SingleSignOn {
    /// The secret stays out of logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SingleSignOn({} as {:?})", self.issuer, self.client)
    }
}

/// The settings of one running instance.
#[derive(Clone)]
pub struct Settings {
    /// How people reach the instance, without a final slash: links in mails and on paper begin with it.
    pub base_url: String,
    pub mail: MailRoute,
    /// The demonstration lets a visitor walk in as any of its people.
    pub demonstration: bool,
    pub single_sign_on: Option<SingleSignOn>,
    /// Whom to write to about personal data: a name, an address, the data protection officer. Shown to everybody.
    pub privacy_contact: Option<String>,
}

impl Settings {
    /// Whether only this machine can open the instance's address: a telephone that scans a code could not.
    pub fn is_loopback(&self) -> bool {
        let host = host(&self.base_url);
        let address = host.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
        host == "localhost"
            || host.ends_with(".localhost")
            || address.is_ok_and(|address| address.is_loopback())
    }

    /// Whether what people send and read can be seen on its way: not under TLS, and from elsewhere than this machine.
    pub fn is_in_clear(&self) -> bool {
        !self.is_https() && !self.is_loopback()
    }

    /// Whether cookies may be marked `Secure`.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// Whether a browser would make a passkey for this address: a name over TLS, or this very machine by its name.
    pub fn can_use_passkeys(&self) -> bool {
        let host = host(&self.base_url);
        let is_named = !host.starts_with('[') && host.parse::<std::net::Ipv4Addr>().is_err();
        is_named && (self.is_https() || host == "localhost" || host.ends_with(".localhost"))
    }
}

/// The host of an address, without its port.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let place = rest.split('/').next().unwrap_or_default();
    match place.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => host,
        _ => place,
    }
}

#[cfg(test)]
mod tests {
    use super::{MailRoute, Settings, SingleSignOn};

    fn at(base_url: &str) -> Settings {
        Settings {
            base_url: base_url.to_owned(),
            mail: MailRoute::Console,
            demonstration: false,
            single_sign_on: None,
            privacy_contact: None,
        }
    }

    #[test]
    fn an_instance_that_others_reach_without_tls_is_known_as_such() {
        for clear in ["http://trinome.example.org", "http://192.0.2.1:8080", "http://localhost.example.org"] {
            assert!(at(clear).is_in_clear(), "{clear}");
        }
        for good in
            ["https://trinome.example.org", "http://127.0.0.1:8080", "http://localhost", "http://[::1]:80"]
        {
            assert!(!at(good).is_in_clear(), "{good}");
        }
    }

    #[test]
    fn passkeys_work_for_a_name_over_tls_or_for_this_machine_by_its_name() {
        for good in ["https://trinome.example.org", "https://a.example:8443", "http://localhost:8080"] {
            assert!(at(good).can_use_passkeys(), "{good}");
        }
        for bad in [
            "http://trinome.example.org",
            "https://192.0.2.1",
            "https://[2001:db8::1]:443",
            "http://127.0.0.1:8080",
        ] {
            assert!(!at(bad).can_use_passkeys(), "{bad}");
        }
    }

    #[test]
    fn a_provider_is_reached_over_tls_or_on_this_machine_and_its_secret_is_never_printed() {
        for bad in ["http://sso.example.org", "http://localhost.example.org", "sso.example.org", ""] {
            assert!(SingleSignOn::new(bad, "trinome", None, "").is_err(), "{bad}");
        }
        let good = SingleSignOn::new("https://sso.example.org/work", "trinome", Some("hush".into()), "");
        let good = good.expect("an address");
        assert_eq!(good.name, "sso.example.org");
        assert!(!format!("{good:?}").contains("hush"));
    }
}
