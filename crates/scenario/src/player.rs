//! Plays a script: one browser a person, the clock put at each step's day.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use jiff::{ToSpan, civil::Date};

use crate::{
    answers::{self, PrintedCode},
    browser::Browser,
    page::{View, fold},
    script::{Fill, Script, StageScript, Step},
};

/// What a play needs from the instance it plays on.
pub trait Stage {
    /// Where the instance answers.
    fn base(&self) -> String;
    /// Puts the instance's clock at this day, this many minutes after the working day begins.
    fn set_day(&self, day: Date, minutes: i64);
    /// The last one-time link that was sent to this address.
    fn link_sent_to(&self, email: &str) -> Option<String>;
}

/// Where one comes in.
const DOOR: &str = "/connexion";

pub struct Player<'s, S: Stage> {
    stage: &'s S,
    today: Date,
    /// What `{name}` stands for.
    saved: BTreeMap<String, String>,
    codes: BTreeMap<String, Vec<PrintedCode>>,
    /// How many codes of each sheet and group have answered.
    used: BTreeMap<String, BTreeMap<String, usize>>,
    people: BTreeMap<String, Person>,
    /// The address by which each came in last: a session that is not used for weeks ends.
    addresses: BTreeMap<String, String>,
    /// The day of the last step, and how many steps that day has had: one a minute.
    at: (i64, i64),
}

/// What a play leaves behind: enough to go on with it on a copy of the instance.
#[derive(Debug, Clone)]
pub struct Cast {
    today: Date,
    saved: BTreeMap<String, String>,
    codes: BTreeMap<String, Vec<PrintedCode>>,
    used: BTreeMap<String, BTreeMap<String, usize>>,
    /// Each person's cookies.
    people: BTreeMap<String, String>,
}

struct Person {
    browser: Browser,
    page: Option<View>,
}

impl<'s, S: Stage> Player<'s, S> {
    /// Ready to play: days are counted from `today` (see [`Script::day_zero`]), and `{suffix}` is this text.
    pub fn new(stage: &'s S, today: Date, suffix: &str) -> Self {
        let saved =
            BTreeMap::from([("suffix".to_owned(), suffix.to_owned()), ("mark".to_owned(), mark(suffix))]);
        Self {
            stage,
            today,
            saved,
            codes: BTreeMap::new(),
            used: BTreeMap::new(),
            people: BTreeMap::new(),
            addresses: BTreeMap::new(),
            at: (i64::MIN, 0),
        }
    }

    /// What the play leaves.
    pub fn cast(&self) -> Cast {
        let people = self.people.iter().map(|(who, person)| (who.clone(), person.browser.cookies()));
        Cast {
            today: self.today,
            saved: self.saved.clone(),
            codes: self.codes.clone(),
            used: self.used.clone(),
            people: people.collect(),
        }
    }

    /// Goes on with a play, on an instance that holds what it had written. Each person keeps their cookies.
    pub fn resume(stage: &'s S, cast: &Cast) -> Result<Self> {
        let mut player = Self::new(stage, cast.today, "");
        for (who, cookies) in &cast.people {
            let browser = Browser::holding(&stage.base(), cookies)?;
            player.people.insert(who.clone(), Person { browser, page: None });
        }
        player.saved.clone_from(&cast.saved);
        player.codes.clone_from(&cast.codes);
        player.used.clone_from(&cast.used);
        Ok(player)
    }

    /// Plays the first `stages` stages.
    pub fn play(&mut self, script: &Script, stages: usize) -> Result<()> {
        script.stages.iter().take(stages).try_for_each(|stage| self.play_stage(stage))
    }

    /// Plays one stage.
    pub fn play_stage(&mut self, stage: &StageScript) -> Result<()> {
        for (index, step) in stage.steps.iter().enumerate() {
            let did = step.press.as_deref().or(step.open.as_deref()).or(step.enter.as_deref()).unwrap_or("…");
            self.step(step).with_context(|| {
                format!("« {} », step {}: {} does « {did} »", stage.title, index + 1, step.who)
            })?;
        }
        Ok(())
    }

    /// What was saved under a name: an address.
    pub fn saved(&self, name: &str) -> Option<&str> {
        self.saved.get(name).map(String::as_str)
    }

    /// The browser of one of the people, where they left it.
    pub fn browser(&self, who: &str) -> Option<&Browser> {
        self.people.get(who).map(|person| &person.browser)
    }

    /// The codes that were kept under a name, used or not.
    pub fn codes(&self, name: &str) -> &[PrintedCode] {
        self.codes.get(name).map_or(&[], Vec::as_slice)
    }

    fn step(&mut self, step: &Step) -> Result<()> {
        self.at = if self.at.0 == step.day { (step.day, self.at.1 + 1) } else { (step.day, 0) };
        self.stage.set_day(self.today.checked_add(step.day.days())?, self.at.1);
        if let Some(given) = &step.answers {
            let codes =
                self.codes.get(&given.codes).with_context(|| format!("no codes named {}", given.codes))?;
            let used = self.used.entry(given.codes.clone()).or_default();
            return answers::give(&self.stage.base(), codes, used, &given.sheets);
        }
        let before = self.people.remove(&step.who);
        let Person { browser, page } =
            before.unwrap_or_else(|| Person { browser: Browser::new(&self.stage.base()), page: None });
        let page = self.act(step, &browser, page)?;
        if let Some(email) = &step.enter {
            self.addresses.insert(step.who.clone(), self.said(email)?);
        }
        self.check(step, &page)?;
        self.keep(step, &page);
        self.people.insert(step.who.clone(), Person { browser, page: Some(page) });
        Ok(())
    }

    fn act(&self, step: &Step, browser: &Browser, before: Option<View>) -> Result<View> {
        let mut page = before;
        if let Some(email) = &step.enter {
            let link = self
                .stage
                .link_sent_to(&self.said(email)?)
                .with_context(|| format!("no link sent to {email}"))?;
            page = Some(browser.open(&link)?);
        }
        if let Some(path) = &step.open {
            page = Some(self.opened(browser, &step.who, &self.said(path)?)?);
        }
        if let Some(text) = &step.follow {
            let here = page.context("no page to follow a link from")?;
            let link =
                here.link(&self.said(text)?).with_context(|| format!("{}: no link « {text} »", here.path))?;
            page = Some(browser.open(&link)?);
        }
        if let Some(button) = &step.press {
            let here = page.context("no page to press a button on")?;
            page = Some(browser.press(&here, &self.said(button)?, &self.fields(step)?)?);
        }
        page.context("the step does nothing")
    }

    /// Opens a page. Whoever is at the door instead, because their session has ended, comes in again by a link.
    fn opened(&self, browser: &Browser, who: &str, path: &str) -> Result<View> {
        let page = browser.open(path)?;
        let is_out = page.path == DOOR && path != DOOR;
        let Some(email) = self.addresses.get(who).filter(|_| is_out) else { return Ok(page) };
        browser.submit(DOOR, &[("email".to_owned(), email.clone())])?;
        let link = self.stage.link_sent_to(email).with_context(|| format!("no link sent to {email}"))?;
        browser.submit(&browser.open(&link)?.path, &[])?;
        browser.open(path)
    }

    fn check(&self, step: &Step, page: &View) -> Result<()> {
        let wanted = step.status.unwrap_or(200);
        ensure!(
            page.status == wanted,
            "{}: status {} instead of {wanted}: {}",
            page.path,
            page.status,
            cut(&page.text())
        );
        let text = page.text();
        ensure!(
            !text.contains('⟦'),
            "{}: a text is missing: {}",
            page.path,
            cut(&text[text.find('⟦').unwrap_or(0)..])
        );
        if let Some(expected) = &step.expect {
            let expected = fold(&self.said(expected)?);
            ensure!(
                text.contains(&expected),
                "{}: « {expected} » is not on the page: {}",
                page.path,
                cut(&text)
            );
        }
        Ok(())
    }

    fn keep(&mut self, step: &Step, page: &View) {
        if let Some(name) = &step.save {
            let path = page.path.split(['?', '#']).next().unwrap_or_default();
            let kept = match step.segments {
                Some(count) => path.split('/').take(count + 1).collect::<Vec<_>>().join("/"),
                None => path.to_owned(),
            };
            self.saved.insert(name.clone(), kept);
        }
        if let Some(name) = &step.save_codes {
            self.codes.insert(name.clone(), answers::printed(page));
        }
    }

    fn fields(&self, step: &Step) -> Result<Vec<(String, String)>> {
        let mut fields = Vec::new();
        for (name, fill) in &step.fill {
            match fill {
                Fill::Text(text) => fields.push((name.clone(), self.said(text)?)),
                Fill::Number(n) => fields.push((name.clone(), n.to_string())),
                Fill::Many(texts) => {
                    for text in texts {
                        fields.push((name.clone(), self.said(text)?));
                    }
                }
            }
        }
        Ok(fields)
    }

    /// A text with what `{…}` stands for.
    fn said(&self, text: &str) -> Result<String> {
        let mut said = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, tail) =
                after.split_once('}').with_context(|| format!("{text:?}: a brace is not closed"))?;
            said += before;
            said += &self.meaning(name)?;
            rest = tail;
        }
        Ok(said + rest)
    }

    fn meaning(&self, name: &str) -> Result<String> {
        if let Some(offset) = name.strip_prefix("day:") {
            let days: i64 = offset
                .trim_start_matches('+')
                .parse()
                .with_context(|| format!("{name}: not a number of days"))?;
            return Ok(self.today.checked_add(days.days())?.to_string());
        }
        match self.saved.get(name) {
            Some(text) => Ok(text.clone()),
            None => bail!("nothing was saved under {name:?}"),
        }
    }
}

/// A text as small letters, digits and hyphens.
fn mark(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| format!("-{}", word.to_ascii_lowercase())).collect()
}

fn cut(text: &str) -> String {
    text.chars().take(600).collect()
}
