//! Workers who answer, each with the code they drew.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};

use crate::{browser::Browser, page::View};

/// A code as it stands on the printed sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedCode {
    /// The code of the party that is asked: `workers`.
    pub group: String,
    /// In groups of characters, as people type it.
    pub code: String,
}

/// Reads the codes off a printed sheet: one section a group, one element of class `code` a slip.
pub fn printed(page: &View) -> Vec<PrintedCode> {
    let groups = page.attributes("section[aria-labelledby^=sheet-]", "aria-labelledby");
    let of = |section: String| {
        let group = section.trim_start_matches("sheet-").to_owned();
        let codes = page.texts(&format!("section[aria-labelledby={section}] .code"));
        codes.into_iter().map(move |code| PrintedCode { group: group.clone(), code })
    };
    groups.into_iter().flat_map(of).collect()
}

/// Each sheet is given with a code of its group that was not `used` yet, in a browser of its own.
pub fn give(
    base: &str,
    codes: &[PrintedCode],
    used: &mut BTreeMap<String, usize>,
    sheets: &BTreeMap<String, Vec<String>>,
) -> Result<()> {
    for (group, sheets) in sheets {
        for sheet in sheets {
            let place = used.entry(group.clone()).or_default();
            let code = codes.iter().filter(|code| code.group == *group).nth(*place);
            *place += 1;
            let code = code.with_context(|| format!("no code left for {group}"))?;
            answer(&Browser::new(base), &code.code, sheet)
                .with_context(|| format!("{group}, sheet {place}"))?;
        }
    }
    Ok(())
}

/// One person answers: the code as the QR holds it, the questions one by one, a last look, and sends.
pub fn answer(browser: &Browser, code: &str, sheet: &str) -> Result<()> {
    let page = fill_in(browser, code, sheet)?;
    let thanks = browser.press(&page, "Envoyer", &[])?;
    ensure!(thanks.path.ends_with("/merci"), "not thanked: {} {}", thanks.path, thanks.text());
    Ok(())
}

/// The same without sending: leaves the person before all their answers.
pub fn fill_in(browser: &Browser, code: &str, sheet: &str) -> Result<View> {
    let start = browser.open(&format!("/r/{}", code.replace(' ', "")))?;
    ensure!(start.status == 200, "the code is refused: {}", start.text());
    go_through(browser, sheet)
}

/// The same where the right to answer is held already.
pub fn go_through(browser: &Browser, sheet: &str) -> Result<View> {
    let start = browser.open("/repondre/debut")?;
    let first = start.link("Commencer").context("no way to begin")?;
    let mut page = browser.open(&first)?;
    for sign in sheet.chars() {
        page = browser.press(&page, button(sign)?, &[])?;
        ensure!(page.status == 200, "{}: {}", page.path, page.text());
    }
    Ok(page)
}

/// What a sign of a sheet says.
fn button(sign: char) -> Result<&'static str> {
    match sign {
        'o' => Ok("Oui"),
        'n' => Ok("Non"),
        '?' => Ok("Je ne sais pas"),
        '-' => Ok("Sans objet"),
        _ => bail!("{sign:?} is no answer; the signs are o n ? -"),
    }
}
