//! Cookies: read one, set one, take one back. Always `HttpOnly` and same-site, `Secure` where the instance is.
//!
//! Over TLS the name carries a prefix that browsers enforce: `__Host-` for what goes to every page, which no neighbouring
//! host can write; `__Secure-` for what is bound to a path on purpose, as that prefix forbids one: what somebody answers
//! must not travel with their session.

use std::borrow::Cow;

use axum::http::{HeaderMap, HeaderValue, header};

/// The name under which a browser keeps a cookie of ours.
pub fn kept_as<'a>(name: &'a str, path: &str, secure: bool) -> Cow<'a, str> {
    match (secure, path) {
        (false, _) => Cow::Borrowed(name),
        (true, "/") => Cow::Owned(format!("__Host-{name}")),
        (true, _) => Cow::Owned(format!("__Secure-{name}")),
    }
}

/// The value of the cookie that the browser keeps under this name, if it sent it.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// How long a cookie lives.
pub enum Life {
    /// Until the browser closes: nothing stays on a shared phone.
    Session,
    Seconds(u32),
}

/// A cookie to set.
pub struct Cookie<'a> {
    pub name: &'a str,
    /// Visible ASCII without `;`, `,`, quotes or spaces: ours are base64url or codes.
    pub value: &'a str,
    pub path: &'a str,
    pub life: Life,
    pub secure: bool,
}

impl Cookie<'_> {
    /// The `Set-Cookie` line. A value that a header cannot carry gives an empty cookie, never a broken header.
    pub fn header(&self) -> HeaderValue {
        let life = match self.life {
            Life::Session => String::new(),
            Life::Seconds(seconds) => format!("; Max-Age={seconds}"),
        };
        let secure = if self.secure { "; Secure" } else { "" };
        let name = kept_as(self.name, self.path, self.secure);
        let line = format!("{name}={}; Path={}; HttpOnly; SameSite=Lax{life}{secure}", self.value, self.path);
        HeaderValue::from_str(&line).unwrap_or_else(|_| HeaderValue::from_static("invalid=; Max-Age=0"))
    }
}

/// The line that makes a browser forget a cookie. One that was set over TLS is taken back as it was set, or not at all.
pub fn forget(name: &str, path: &str, secure: bool) -> HeaderValue {
    Cookie { name, value: "", path, life: Life::Seconds(0), secure }.header()
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header};

    use super::{Cookie, Life, forget, read};

    #[test]
    fn a_cookie_is_found_among_others_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("xsession=no; session=yes; lang=fr"));
        assert_eq!(read(&headers, "session"), Some("yes"));
        assert_eq!(read(&headers, "sess"), None);
    }

    #[test]
    fn a_cookie_is_never_readable_by_scripts_nor_sent_by_other_sites() {
        let line = Cookie { name: "s", value: "v", path: "/", life: Life::Session, secure: false }.header();
        assert_eq!(line, "s=v; Path=/; HttpOnly; SameSite=Lax");
    }

    #[test]
    fn over_tls_a_cookie_carries_the_prefix_that_its_path_allows() {
        let at = |path| Cookie { name: "s", value: "v", path, life: Life::Session, secure: true }.header();
        assert_eq!(at("/"), "__Host-s=v; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(at("/repondre"), "__Secure-s=v; Path=/repondre; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(forget("s", "/", true), "__Host-s=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure");
    }
}
