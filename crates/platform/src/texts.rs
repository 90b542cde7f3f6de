//! Words on screen: Fluent files, French first, English complete.
//!
//! Each slice hands its two files to [`Texts::load`]. A message without variables is resolved once, at start.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::Entry;
use jiff::civil::Date;
use kernel::Locale;
use unic_langid::LanguageIdentifier;

/// A slice's texts: its name, and one Fluent file per language.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    pub name: &'static str,
    pub fr: &'static str,
    pub en: &'static str,
}

/// The platform's own texts: dates, numbers, what every page says.
pub const OWN: Source =
    Source { name: "platform", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

/// All texts in all languages.
pub struct Texts {
    fr: Arc<Catalogue>,
    en: Arc<Catalogue>,
}

struct Catalogue {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<String, String>,
}

impl Texts {
    /// Reads every source. Errors: the file and what is wrong with it; a key that two sources define.
    pub fn load(sources: &[Source]) -> Result<Self, String> {
        let read = |locale| Catalogue::read(locale, sources).map(Arc::new);
        Ok(Self { fr: read(Locale::Fr)?, en: read(Locale::En)? })
    }

    /// What speaks one language.
    pub fn speak(&self, locale: Locale) -> T {
        T(match locale {
            Locale::Fr => self.fr.clone(),
            Locale::En => self.en.clone(),
        })
    }
}

impl Catalogue {
    fn read(locale: Locale, sources: &[Source]) -> Result<Self, String> {
        let language: LanguageIdentifier =
            locale.code().parse().map_err(|error| format!("{locale}: {error}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        let mut plain = HashMap::new();
        for source in sources {
            let text = if locale == Locale::Fr { source.fr } else { source.en };
            let resource = FluentResource::try_new(text.to_owned())
                .map_err(|(_, errors)| format!("{}/{locale}.ftl: {errors:?}", source.name))?;
            let keys: Vec<String> = resource.entries().filter_map(message_key).collect();
            bundle
                .add_resource(resource)
                .map_err(|errors| format!("{}/{locale}.ftl: {errors:?}", source.name))?;
            for key in keys {
                plain.insert(key, String::new());
            }
        }
        plain.retain(|key, text| match resolve(&bundle, key, None) {
            Some(resolved) => {
                *text = resolved;
                true
            }
            None => false,
        });
        Ok(Self { locale, bundle, plain })
    }
}

fn message_key(entry: &Entry<&str>) -> Option<String> {
    match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }
}

/// The message with these arguments; nothing where the key is unknown or a variable is missing.
fn resolve(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
    errors.is_empty().then_some(text)
}

/// Speaks one language: what a template calls `t`.
#[derive(Clone)]
pub struct T(Arc<Catalogue>);

impl T {
    pub fn locale(&self) -> Locale {
        self.0.locale
    }

    /// A message without variables. An unknown key shows itself between marks, which no test lets through.
    pub fn say(&self, key: &str) -> String {
        self.0.plain.get(key).cloned().unwrap_or_else(|| missing(key))
    }

    /// Whether a message without variables of this key exists.
    pub fn has(&self, key: &str) -> bool {
        self.0.plain.contains_key(key)
    }

    /// A message about a code: `say_code("party", "management")` reads `party-management`; underscores become hyphens.
    pub fn say_code(&self, prefix: &str, code: impl std::fmt::Display) -> String {
        self.say(&format!("{prefix}-{code}").replace('_', "-"))
    }

    /// A message with variables.
    pub fn with<'a>(&self, key: &str, args: &[(&'a str, FluentValue<'a>)]) -> String {
        let args: FluentArgs<'a> =
            args.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
        resolve(&self.0.bundle, key, Some(&args)).unwrap_or_else(|| missing(key))
    }

    /// A message with one variable.
    pub fn one<'a>(&self, key: &str, name: &'a str, value: impl Into<FluentValue<'a>>) -> String {
        self.with(key, &[(name, value.into())])
    }

    /// A message with two variables.
    pub fn two<'a>(
        &self,
        key: &str,
        first: &'a str,
        one: impl Into<FluentValue<'a>>,
        second: &'a str,
        two: impl Into<FluentValue<'a>>,
    ) -> String {
        self.with(key, &[(first, one.into()), (second, two.into())])
    }

    /// A day in full: « 22 novembre 2026 ».
    pub fn day(&self, date: Date) -> String {
        self.dated("date-long", date)
    }

    /// A day of this year or next, short: « 4 déc. ».
    pub fn short_day(&self, date: Date) -> String {
        self.dated("date-short", date)
    }

    /// A day as short as can be beside others: with its year only where that is not the year of `today`.
    pub fn near_day(&self, date: Date, today: Date) -> String {
        if date.year() == today.year() { self.short_day(date) } else { self.dated("date-short-year", date) }
    }

    /// A month and its year: « novembre 2026 ».
    pub fn month(&self, date: Date) -> String {
        self.dated("date-month", date)
    }

    fn dated(&self, key: &str, date: Date) -> String {
        let month = date.month();
        let day = if date.day() == 1 { self.say("date-first") } else { date.day().to_string() };
        self.with(
            key,
            &[
                ("day", day.into()),
                ("month", self.say(&format!("month-{month}")).into()),
                ("short", self.say(&format!("month-short-{month}")).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// A whole number with the language's separator of thousands.
    pub fn number(&self, n: i64) -> String {
        let separator = if self.0.locale == Locale::Fr { '\u{202f}' } else { ',' };
        let digits = n.unsigned_abs().to_string();
        let mut grouped = String::from(if n < 0 { "−" } else { "" });
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// Minutes as people say them: « 45 min », « 1 h 30 ».
    pub fn minutes(&self, minutes: u32) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        match (hours, rest) {
            (0, rest) => self.one("duration-minutes", "minutes", rest),
            (hours, 0) => self.one("duration-hours", "hours", hours),
            (hours, rest) => self.two("duration-both", "hours", hours, "minutes", format!("{rest:02}")),
        }
    }
}

fn missing(key: &str) -> String {
    tracing::warn!(key, "a text is missing, or lacks a variable");
    format!("⟦{key}⟧")
}
