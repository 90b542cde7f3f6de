//! `trinome method preview`: a pack as participants see it, on this machine only, without account; nothing is kept.
//!
//! The folder is read again for each page: what is shown is what is on disk. A pack with faults shows them instead.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result, anyhow};
use app::words;
use axum::{
    Router,
    extract::{Path as At, Query, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use content::method::{AnswerKind, Method, Shown, is_identifier};
use kernel::Locale;
use methods::blocks::{Faults, Overview, Place, Reading, ScreenPage, refuse};
use platform::{T, form::Form, texts::Texts};
use serde::Deserialize;
use ui::Page;

use super::files;

/// As in the application: nothing but ours, and forms go nowhere else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const SCRIPT: &str = "/preview.js";

#[derive(Clone)]
struct Preview {
    dir: PathBuf,
    texts: Arc<Texts>,
}

/// Which variant of the method, where it has some.
#[derive(Deserialize, Default)]
struct Asked {
    variante: Option<String>,
}

pub fn serve(dir: &Path, listen: &str) -> Result<()> {
    files::read(dir)?;
    let texts = words().map_err(|error| anyhow!(error))?;
    let preview = Preview { dir: dir.to_owned(), texts: Arc::new(texts) };
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen).await;
        let listener = listener.with_context(|| format!("{listen} is not free"))?;
        println!("http://{}  (Ctrl+C to stop)", listener.local_addr()?);
        Ok(axum::serve(listener, routes(preview)).await?)
    })
}

fn routes(preview: Preview) -> Router {
    Router::new()
        .route("/", get(|| async { Redirect::to("/fr") }))
        .route("/version", get(version))
        .route(SCRIPT, get(|| async { script() }))
        .route("/assets/{name}", get(asset))
        .route("/langue/{code}", get(language))
        .route("/{content}", get(overview))
        .route("/{content}/{number}", get(show).post(answer))
        .layer(middleware::from_fn(guard))
        .with_state(preview)
}

/// This machine asks, under its own name: no page of elsewhere reads a draft through a name that leads here.
async fn guard(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if !matches!(name, "localhost" | "127.0.0.1" | "[::1]") {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("preview.js"))
}

async fn asset(At(name): At<String>) -> Response {
    match ui::assets::ALL.iter().find(|asset| asset.name == name) {
        Some(asset) => ([(header::CONTENT_TYPE, asset.kind)], asset.bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Changes whenever a file of the pack does.
async fn version(State(preview): State<Preview>) -> String {
    let mut hasher = DefaultHasher::new();
    files::read(&preview.dir).unwrap_or_default().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[derive(Deserialize)]
struct Back {
    retour: String,
}

/// The language of the menus, which is not that of the content.
async fn language(At(code): At<String>, Query(back): Query<Back>) -> Response {
    let Ok(locale) = Locale::parse(&code) else { return StatusCode::NOT_FOUND.into_response() };
    let to = if back.retour.starts_with('/') && !back.retour.starts_with("//") {
        back.retour
    } else {
        "/".to_owned()
    };
    let cookie = format!("menus={locale}; Path=/; HttpOnly; SameSite=Strict");
    ([(header::SET_COOKIE, cookie)], Redirect::to(&to)).into_response()
}

impl Preview {
    fn menus(&self, headers: &HeaderMap) -> T {
        let cookies = headers.get(header::COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let english = cookies.split(';').any(|cookie| cookie.trim() == "menus=en");
        self.texts.speak(if english { Locale::En } else { Locale::Fr })
    }

    /// The pack as it is now, or the page that says what is wrong with it.
    fn load(&self, t: &T, here: &str) -> Result<Method, Box<Response>> {
        match files::load(&self.dir) {
            Ok(Ok(method)) => Ok(method),
            Ok(Err(faults)) => {
                let page = page(t, t.say("pack-faults-title"), here);
                Err(Box::new(draw(StatusCode::OK, &Faults { page, faults, script: Some(SCRIPT.to_owned()) })))
            }
            Err(error) => {
                Err(Box::new((StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}")).into_response()))
            }
        }
    }
}

fn page(t: &T, title: impl Into<String>, here: &str) -> Page {
    Page {
        t: t.clone(),
        title: title.into(),
        here: here.to_owned(),
        who: None,
        project: None,
        notice: None,
        information: None,
        demonstration: false,
        script: false,
        bare: true,
    }
}

fn draw(status: StatusCode, page: &impl askama::Template) -> Response {
    match page.render() {
        Ok(html) => (status, axum::response::Html(html)).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

async fn overview(State(preview): State<Preview>, At(content): At<String>, headers: HeaderMap) -> Response {
    let Ok(content) = Locale::parse(&content) else { return StatusCode::NOT_FOUND.into_response() };
    let (t, here) = (preview.menus(&headers), format!("/{content}"));
    let method = match preview.load(&t, &here) {
        Ok(method) => method,
        Err(faults) => return *faults,
    };
    let reading = Reading { method: &method, content, t: &t };
    let title = method.title(content).to_owned();
    draw(StatusCode::OK, &Overview::new(reading, page(&t, title, &here), here, Some(SCRIPT.to_owned())))
}

async fn show(
    State(preview): State<Preview>,
    At((content, number)): At<(String, usize)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    screen(&preview, &headers, (&content, number), &asked, None)
}

async fn answer(
    State(preview): State<Preview>,
    At((content, number)): At<(String, usize)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    form: Form,
) -> Response {
    screen(&preview, &headers, (&content, number), &asked, Some(form))
}

/// A screen: as it is first seen, with what is wrong, with the explanation of a quiz; otherwise on to the next.
fn screen(
    preview: &Preview,
    headers: &HeaderMap,
    (content, number): (&str, usize),
    asked: &Asked,
    sent: Option<Form>,
) -> Response {
    let Ok(content) = Locale::parse(content) else { return StatusCode::NOT_FOUND.into_response() };
    let t = preview.menus(headers);
    let address = |number: usize| address(content, number, asked);
    let method = match preview.load(&t, &address(number)) {
        Ok(method) => method,
        Err(faults) => return *faults,
    };
    let screens = method.screens(asked.variante.as_deref());
    let Some(screen) = number.checked_sub(1).and_then(|at| screens.get(at)).copied() else {
        return Redirect::to(&format!("/{content}")).into_response();
    };
    let reading = Reading { method: &method, content, t: &t };
    let is_answered = sent.is_some();
    let mut form = sent.unwrap_or_default();
    if is_answered {
        refuse(&reading, screen, &mut form);
    }
    let is_quiz = matches!(screen.shown, Shown::Question(item)
        if item.answer.kind() == AnswerKind::Quiz);
    if is_answered && !form.is_refused() && !is_quiz {
        return Redirect::to(&address(number + 1)).into_response();
    }
    let status = if form.is_refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let place = Place {
        number,
        count: screens.len(),
        action: address(number),
        back: address(number - 1),
        next: address(number + 1),
        script: Some(SCRIPT.to_owned()),
    };
    let page = page(&t, screen.block.title(content), &address(number));
    let told = is_answered && !form.is_refused();
    draw(status, &ScreenPage::new(&reading, page, place, screen, &form, told))
}

/// Before the first and after the last there is the card of the method.
fn address(content: Locale, number: usize, asked: &Asked) -> String {
    let variant = asked.variante.as_deref().filter(|variant| is_identifier(variant));
    let variant = variant.map(|variant| format!("?variante={variant}")).unwrap_or_default();
    format!("/{content}/{number}{variant}")
}
