//! Cookies: read one, set one, take one back. Always `HttpOnly` and same-site, `Secure` where the instance is.

use axum::http::{HeaderMap, HeaderValue, header};

/// The value of the cookie of this name, if the browser sent it.
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
        let line =
            format!("{}={}; Path={}; HttpOnly; SameSite=Lax{life}{secure}", self.name, self.value, self.path);
        HeaderValue::from_str(&line).unwrap_or_else(|_| HeaderValue::from_static("invalid=; Max-Age=0"))
    }
}

/// The line that makes a browser forget a cookie.
pub fn forget(name: &str, path: &str) -> HeaderValue {
    Cookie { name, value: "", path, life: Life::Seconds(0), secure: false }.header()
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header};

    use super::{Cookie, Life, read};

    #[test]
    fn a_cookie_is_found_among_others_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("xsession=no; session=yes; lang=fr"));
        assert_eq!(read(&headers, "session"), Some("yes"));
        assert_eq!(read(&headers, "sess"), None);
    }

    #[test]
    fn a_cookie_is_never_readable_by_scripts_nor_sent_by_other_sites() {
        let line = Cookie { name: "s", value: "v", path: "/", life: Life::Session, secure: true }.header();
        assert_eq!(line, "s=v; Path=/; HttpOnly; SameSite=Lax; Secure");
    }
}
