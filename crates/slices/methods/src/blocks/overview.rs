//! A method on one page: where it comes from, who takes part, its steps, what it gives, what was learnt.

use askama::Template;
use content::{
    diagnostic::Diagnostic,
    method::{Answering, Block, Method, Step},
};
use kernel::Locale;
use ui::Page;

use super::Reading;

/// The card of a method, with a link to each screen.
#[derive(Template)]
#[template(path = "overview.html")]
pub struct Overview<'a> {
    page: Page,
    reading: Reading<'a>,
    base: String,
    script: Option<String>,
}

impl<'a> Overview<'a> {
    /// `base` begins the address of every screen: `base/1`, `base/2`…
    pub fn new(reading: Reading<'a>, page: Page, base: String, script: Option<String>) -> Self {
        Self { page, reading, base, script }
    }

    fn method(&self) -> &Method {
        self.reading.method
    }

    fn content(&self) -> Locale {
        self.reading.content
    }

    fn minutes(&self) -> Vec<(String, String)> {
        let said = |way: &Answering| {
            let minutes = self.method().minutes(*way)?;
            let duration = self.page.t.minutes(minutes.minutes.into());
            let origin = self.reading.origin(&minutes.origin);
            Some((format!("{} · {duration}", self.page.t.say_code("pack-answering", way)), origin))
        };
        Answering::ALL.iter().filter_map(said).collect()
    }

    /// The number of the first screen of a block, from 1.
    fn first_screen(&self, block: &Block) -> usize {
        let screens = self.method().screens(block.variants.first().map(String::as_str));
        screens.iter().position(|screen| screen.block.id == block.id).map_or(1, |at| at + 1)
    }

    fn address(&self, block: &Block) -> String {
        let variant =
            block.variants.first().map(|variant| format!("?variante={variant}")).unwrap_or_default();
        format!("{}/{}{variant}", self.base, self.first_screen(block))
    }

    fn head(&self, step: &Step) -> String {
        let way = self.page.t.say_code("pack-answering", step.answering);
        let duration = step.duration.as_ref().map(|d| {
            format!(" · {} ({})", self.page.t.minutes(d.minutes.into()), self.reading.origin(&d.origin))
        });
        format!("{way}{}", duration.unwrap_or_default())
    }

    fn validated(&self, step: &Step) -> String {
        let parties = step.validated_by.iter().map(|party| self.page.t.say_code("party", party));
        parties.collect::<Vec<_>>().join(", ")
    }

    fn back_to(&self, step: &Step) -> Option<&str> {
        let back = step.back_to.as_deref()?;
        self.method().steps.iter().find(|known| known.id == back).map(|known| known.name(self.content()))
    }
}

/// What is wrong with a pack, for its author.
#[derive(Template)]
#[template(path = "faults.html")]
pub struct Faults {
    pub page: Page,
    pub faults: Vec<Diagnostic>,
    pub script: Option<String>,
}
