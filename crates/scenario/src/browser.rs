//! A browser without a screen: cookies, pages, forms. One per person.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use ureq::{
    Agent, Cookie,
    http::{Response, Uri},
};

use crate::page::View;

/// Redirects followed at most.
const HOPS: usize = 8;

pub struct Browser {
    agent: Agent,
    base: String,
    language: &'static str,
}

impl Browser {
    /// A fresh browser for this instance (`http://127.0.0.1:8080`), asking for French.
    pub fn new(base: &str) -> Self {
        Self::speaking(base, "fr")
    }

    pub fn speaking(base: &str, language: &'static str) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(60)))
            // A server that refuses before it has read the body closes the way; a browser would ask again by another, this
            // client gives up: hence a way for each request.
            .max_idle_connections(0)
            .max_idle_connections_per_host(0)
            .build()
            .into();
        Self { agent, base: base.trim_end_matches('/').to_owned(), language }
    }

    /// A fresh browser that holds these cookies, as [`Browser::cookies`] gives them.
    pub fn holding(base: &str, cookies: &str) -> Result<Self> {
        let browser = Self::new(base);
        let uri: Uri = browser.base.parse().with_context(|| format!("{base} is no address"))?;
        for cookie in cookies.split("; ").filter(|cookie| !cookie.is_empty()) {
            let cookie = Cookie::parse(format!("{cookie}; Path=/"), &uri)?;
            browser.agent.cookie_jar_lock().insert(cookie, &uri)?;
        }
        Ok(browser)
    }

    /// The same person, with the same cookies, before an instance that answers elsewhere.
    #[must_use]
    pub fn facing(&self, base: &str) -> Self {
        Self {
            agent: self.agent.clone(),
            base: base.trim_end_matches('/').to_owned(),
            language: self.language,
        }
    }

    /// The cookies it holds, as a `Cookie` line sends them: for a measure that speaks HTTP by hand.
    pub fn cookies(&self) -> String {
        let jar = self.agent.cookie_jar_lock();
        jar.iter()
            .map(|cookie| format!("{}={}", cookie.name(), cookie.value()))
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// Opens a page, following redirects.
    pub fn open(&self, path: &str) -> Result<View> {
        let mut path = self.relative(path);
        for _ in 0..HOPS {
            let answer =
                self.agent.get(self.absolute(&path)).header("accept-language", self.language).call()?;
            match location(&answer) {
                Some(next) => path = self.relative(&next),
                None => return view(path, answer),
            }
        }
        bail!("{path}: more than {HOPS} redirects")
    }

    /// Asks once, with these headers, and gives the answer as it comes: not followed, not decompressed.
    pub fn fetch(&self, path: &str, headers: &[(&str, &str)]) -> Result<View> {
        let path = self.relative(path);
        let mut asked = self.agent.get(self.absolute(&path)).header("accept-language", self.language);
        for (name, value) in headers {
            asked = asked.header(*name, *value);
        }
        self.as_it_comes(path, asked.call()?)
    }

    /// Sends a form and gives the answer as it comes, without following it.
    pub fn send(&self, path: &str, fields: &[(String, String)]) -> Result<View> {
        self.send_from(&self.base, path, fields)
    }

    /// The same, where the browser says that the form stands on a page of this origin.
    pub fn send_from(&self, origin: &str, path: &str, fields: &[(String, String)]) -> Result<View> {
        let path = self.relative(path);
        let pairs = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let asked = self.agent.post(self.absolute(&path)).header("accept-language", self.language);
        let answer = asked.header("origin", origin).send_form(pairs)?;
        self.as_it_comes(path, answer)
    }

    /// Sends bytes as they are, as a program does that is no browser, and gives the answer as it comes.
    pub fn send_bytes(&self, path: &str, body: &[u8], headers: &[(&str, &str)]) -> Result<View> {
        let path = self.relative(path);
        let mut asked = self.agent.post(self.absolute(&path)).header("accept-language", self.language);
        for (name, value) in headers {
            asked = asked.header(*name, *value);
        }
        self.as_it_comes(path, asked.send(body)?)
    }

    /// Sends a form with a file in its field `file`, and gives the answer as it comes.
    pub fn upload(&self, path: &str, file: &[u8]) -> Result<View> {
        let path = self.relative(path);
        let edge = "----a-form-of-one-file";
        let head = format!(
            "--{edge}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\ncontent-type: text/csv\r\n\r\n"
        );
        let body = [head.as_bytes(), file, format!("\r\n--{edge}--\r\n").as_bytes()].concat();
        let asked = self.agent.post(self.absolute(&path)).header("accept-language", self.language);
        let asked = asked.header("origin", &self.base);
        let answer =
            asked.header("content-type", format!("multipart/form-data; boundary={edge}")).send(&body[..])?;
        self.as_it_comes(path, answer)
    }

    fn as_it_comes(&self, path: String, answer: Response<ureq::Body>) -> Result<View> {
        match location(&answer) {
            Some(next) => Ok(View::redirect(self.relative(&next), &answer)),
            None => view(path, answer),
        }
    }

    /// Sends a form and opens where it leads.
    pub fn submit(&self, path: &str, fields: &[(String, String)]) -> Result<View> {
        let answer = self.send(path, fields)?;
        if answer.is_redirect() { self.open(&answer.path) } else { Ok(answer) }
    }

    /// On a page, fills the form that has this button and presses it. Every field named must be on the form.
    pub fn press(&self, page: &View, button: &str, fields: &[(String, String)]) -> Result<View> {
        let form = page.form_with_button(button).with_context(|| format!("on {}", page.path))?;
        let action = form.action.clone().unwrap_or_else(|| page.path.clone());
        self.submit(&action, &form.filled(fields).with_context(|| format!("on {}, « {button} »", page.path))?)
    }

    fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn relative(&self, location: &str) -> String {
        location.strip_prefix(&self.base).unwrap_or(location).to_owned()
    }
}

fn location(answer: &Response<ureq::Body>) -> Option<String> {
    let moved = answer.status().is_redirection();
    let to = answer.headers().get("location").and_then(|value| value.to_str().ok());
    to.filter(|_| moved).map(str::to_owned)
}

fn view(path: String, mut answer: Response<ureq::Body>) -> Result<View> {
    let status = answer.status().as_u16();
    let bytes = answer.body_mut().with_config().limit(50_000_000).read_to_vec()?;
    Ok(View { path, status, headers: answer.headers().clone(), bytes })
}
