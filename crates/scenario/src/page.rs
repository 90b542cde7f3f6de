//! A page as a person sees it: text, links, forms and their buttons.

use anyhow::{Context, Result, bail};
use scraper::{ElementRef, Html, Selector};
use ureq::http::{HeaderMap, Response};

/// An answer of the application.
#[derive(Debug, Clone)]
pub struct View {
    pub path: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

/// A form on a page.
#[derive(Debug, Clone)]
pub struct PageForm {
    pub action: Option<String>,
    /// Its fields, in order: hidden ones too.
    pub fields: Vec<PageField>,
    /// What the form sends when nothing is touched.
    defaults: Vec<(String, String)>,
    /// What may be chosen: the field, the value that is sent, and what people read.
    choices: Vec<Choice>,
    buttons: Vec<String>,
    /// What each named button adds when pressed.
    pressed: Vec<(String, String, String)>,
}

/// A field of a form.
#[derive(Debug, Clone)]
pub struct PageField {
    pub name: String,
    pub kind: FieldKind,
}

/// What a person does with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Nothing: it goes with the form.
    Hidden,
    /// Types in it.
    Typed,
    Choice,
}

#[derive(Debug, Clone)]
struct Choice {
    name: String,
    value: String,
    label: String,
}

impl View {
    /// An answer that sends elsewhere: its path is where to.
    pub(crate) fn redirect(path: String, answer: &Response<ureq::Body>) -> Self {
        Self { path, status: answer.status().as_u16(), headers: answer.headers().clone(), bytes: Vec::new() }
    }

    pub fn is_redirect(&self) -> bool {
        (300..400).contains(&self.status)
    }

    /// The page's source.
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The visible text, blanks folded.
    pub fn text(&self) -> String {
        let html = Html::parse_document(&self.html());
        folded(html.root_element())
    }

    /// The page taken apart, for whoever asks it several things.
    pub fn document(&self) -> Document {
        Document(Html::parse_document(&self.html()))
    }

    /// The text of each element that a CSS selector finds.
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.document().texts(css)
    }

    /// An attribute of each element that a CSS selector finds.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        self.document().attributes(css, name)
    }

    /// The address of the first link whose text begins so; else of the first that has it.
    pub fn link(&self, text: &str) -> Option<String> {
        let html = Html::parse_document(&self.html());
        let selector = Selector::parse("a[href]").ok()?;
        let text = fold(text);
        let links: Vec<_> = html.select(&selector).map(|link| (folded(link), link)).collect();
        let begins = links.iter().find(|(words, _)| words.starts_with(&text));
        let found = begins.or_else(|| links.iter().find(|(words, _)| words.contains(&text)))?;
        found.1.attr("href").map(str::to_owned)
    }

    /// The form that has a button whose text begins with this.
    pub fn form_with_button(&self, button: &str) -> Result<PageForm> {
        let forms = self.forms();
        let button = fold(button);
        let button = button.as_str();
        let found = forms.iter().find(|form| form.buttons.iter().any(|text| text.starts_with(button)));
        found.map(|form| form.pressing(button)).with_context(|| {
            let all: Vec<&str> =
                forms.iter().flat_map(|form| form.buttons.iter().map(String::as_str)).collect();
            format!(
                "no form has the button « {button} » (status {}); buttons here: {}",
                self.status,
                all.join(" | ")
            )
        })
    }

    /// Every form of the page.
    pub fn forms(&self) -> Vec<PageForm> {
        self.document().select("form", PageForm::read)
    }
}

/// A page taken apart.
pub struct Document(Html);

impl Document {
    /// The text of each element that a CSS selector finds. Panics: where that is no selector.
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.select(css, folded)
    }

    /// An attribute of each element that a CSS selector finds. Panics: where that is no selector.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        self.select(css, |element| element.attr(name).unwrap_or_default().to_owned())
    }

    fn select<T>(&self, css: &str, read: impl Fn(ElementRef<'_>) -> T) -> Vec<T> {
        let selector = Selector::parse(css).unwrap_or_else(|error| panic!("{css:?} is no selector: {error}"));
        self.0.select(&selector).map(read).collect()
    }
}

fn folded(element: ElementRef<'_>) -> String {
    fold(&element.text().collect::<Vec<_>>().join(" "))
}

/// A text with every run of blanks, fixed ones included, as one ordinary blank: how people hear it.
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl PageForm {
    fn read(form: ElementRef<'_>) -> Self {
        let mut read = Self {
            action: form.attr("action").map(str::to_owned),
            fields: Vec::new(),
            defaults: Vec::new(),
            choices: Vec::new(),
            buttons: Vec::new(),
            pressed: Vec::new(),
        };
        let Ok(fields) = Selector::parse("input, textarea, select, button") else { return read };
        for field in form.select(&fields) {
            read.add(field);
        }
        read
    }

    fn add(&mut self, field: ElementRef<'_>) {
        let name = field.attr("name").unwrap_or_default().to_owned();
        let value = field.attr("value").unwrap_or_default().to_owned();
        let kind = match (field.value().name(), field.attr("type").unwrap_or_default()) {
            ("button", _) => {
                let text = folded(field);
                if !name.is_empty() {
                    self.pressed.push((text.clone(), name, value));
                }
                self.buttons.push(text);
                return;
            }
            ("input", "radio" | "checkbox") => {
                let around = field
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .find(|element| element.value().name() == "label");
                let label = around.map(folded).unwrap_or_default();
                self.choices.push(Choice { name: name.clone(), value: value.clone(), label });
                if field.attr("checked").is_some() {
                    self.defaults.push((name.clone(), value));
                }
                FieldKind::Choice
            }
            ("select", _) => {
                self.choices.extend(options(field, &name));
                self.defaults.push((name.clone(), chosen(field)));
                FieldKind::Choice
            }
            ("textarea", _) => {
                self.defaults.push((name.clone(), field.text().collect()));
                FieldKind::Typed
            }
            (_, kind) => {
                self.defaults.push((name.clone(), value));
                if kind == "hidden" { FieldKind::Hidden } else { FieldKind::Typed }
            }
        };
        self.fields.push(PageField { name, kind });
    }

    fn pressing(&self, button: &str) -> Self {
        let mut form = self.clone();
        if let Some((_, name, value)) = self.pressed.iter().find(|(text, ..)| text.starts_with(button)) {
            form.defaults.push((name.clone(), value.clone()));
        }
        form
    }

    /// What is sent with these fields filled: given twice, a field has two values; the rest keep theirs. A choice is
    /// given by its value, or by what people read.
    pub fn filled(&self, fields: &[(String, String)]) -> Result<Vec<(String, String)>> {
        for (name, _) in fields {
            if !self.fields.iter().any(|field| field.name == *name) {
                let known: Vec<&str> = self.fields.iter().map(|field| field.name.as_str()).collect();
                bail!("the form has no field « {name} »; it has {}", known.join(", "));
            }
        }
        let kept =
            self.defaults.iter().filter(|(name, _)| fields.iter().all(|(given, _)| given != name)).cloned();
        let given = fields.iter().map(|(name, text)| Ok((name.clone(), self.value_of(name, text)?)));
        kept.map(Ok).chain(given).collect()
    }

    /// What is sent for this text: itself or, where there are choices, the value of the one that begins so, or has it.
    fn value_of(&self, name: &str, text: &str) -> Result<String> {
        let choices: Vec<&Choice> = self.choices.iter().filter(|choice| choice.name == name).collect();
        if choices.is_empty() || choices.iter().any(|choice| choice.value == text) {
            return Ok(text.to_owned());
        }
        let read = fold(text);
        let begins = choices.iter().find(|choice| choice.label.starts_with(&read));
        let found = begins.or_else(|| choices.iter().find(|choice| choice.label.contains(&read)));
        found.map(|choice| choice.value.clone()).with_context(|| {
            let labels: Vec<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
            format!("no choice of « {name} » reads « {read} »; there are {}", labels.join(" | "))
        })
    }
}

fn options(select: ElementRef<'_>, name: &str) -> Vec<Choice> {
    let Ok(selector) = Selector::parse("option") else { return Vec::new() };
    let read = |option: ElementRef<'_>| Choice {
        name: name.to_owned(),
        value: option.attr("value").unwrap_or_default().to_owned(),
        label: folded(option),
    };
    select.select(&selector).map(read).collect()
}

fn chosen(select: ElementRef<'_>) -> String {
    let pick = |css: &str| {
        let selector = Selector::parse(css).ok()?;
        select.select(&selector).next().map(|option| option.attr("value").unwrap_or_default().to_owned())
    };
    pick("option[selected]").or_else(|| pick("option")).unwrap_or_default()
}
