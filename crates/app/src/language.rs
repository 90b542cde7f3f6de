//! The language switch: remembers a choice for a year and goes back.

use axum::{
    extract::{Path, Query},
    http::header::SET_COOKIE,
    response::{IntoResponse, Redirect},
};
use kernel::Locale;
use platform::{
    Ctx, PageError, PageResult,
    cookies::{Cookie, Life},
    ctx::LANGUAGE_COOKIE,
};
use serde::Deserialize;

const A_YEAR: u32 = 31_536_000;

#[derive(Deserialize)]
pub struct Back {
    retour: Option<String>,
}

pub async fn choose(ctx: Ctx, Path(code): Path<String>, Query(back): Query<Back>) -> PageResult {
    let locale = Locale::parse(&code).map_err(|_| PageError::NotFound)?;
    let cookie = Cookie {
        name: LANGUAGE_COOKIE,
        value: locale.code(),
        path: "/",
        life: Life::Seconds(A_YEAR),
        secure: ctx.platform.settings.is_https(),
    };
    let to = back.retour.filter(|path| is_local(path)).unwrap_or_else(|| "/".to_owned());
    Ok(([(SET_COOKIE, cookie.header())], Redirect::to(&to)).into_response())
}

/// A path of ours: nobody is sent to another site by a link that begins with our name.
fn is_local(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn the_language_switch_never_leads_to_another_site() {
        assert!(is_local("/structures/1/projets"));
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a\r\nx: y"] {
            assert!(!is_local(elsewhere), "{elsewhere}");
        }
    }
}
