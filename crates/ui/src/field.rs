//! Form fields: label, hint and error are part of the field, so none can be forgotten.

use askama::{Template, filters::HtmlSafe};
use platform::{T, form::Form};

/// One choice of a list: its code, its label, and what it means.
#[derive(Clone)]
pub struct Choice {
    pub code: String,
    pub label: String,
    pub hint: String,
}

impl Choice {
    pub fn new(code: impl Into<String>, label: impl Into<String>) -> Self {
        Self { code: code.into(), label: label.into(), hint: String::new() }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Line(&'static str),
    Area,
    Radios,
    Boxes,
    Select,
}

/// A field, with what was typed in it and what is wrong with that. Printed as is in a template: `{{ field }}`.
#[derive(Clone, Template)]
#[template(path = "field.html")]
pub struct Field {
    kind: Kind,
    name: String,
    label: String,
    hint: String,
    values: Vec<String>,
    error: Option<String>,
    error_prefix: String,
    optional: Option<String>,
    choices: Vec<Choice>,
    autocomplete: Option<&'static str>,
    most: Option<usize>,
}

impl Field {
    fn new(kind: Kind, t: &T, form: &Form, name: &str, label: impl Into<String>) -> Self {
        Self {
            kind,
            name: name.to_owned(),
            label: label.into(),
            hint: String::new(),
            values: form.all(name).map(str::to_owned).collect(),
            error: form.error(name).map(str::to_owned),
            error_prefix: t.say("form-error-prefix"),
            optional: None,
            choices: Vec::new(),
            autocomplete: None,
            most: None,
        }
    }

    /// A line of text.
    pub fn text(t: &T, form: &Form, name: &str, label: impl Into<String>) -> Self {
        Self::new(Kind::Line("text"), t, form, name, label)
    }

    /// An e-mail address.
    pub fn email(t: &T, form: &Form, name: &str, label: impl Into<String>) -> Self {
        Self { autocomplete: Some("email"), ..Self::new(Kind::Line("email"), t, form, name, label) }
    }

    /// A day, with the browser's own calendar.
    pub fn date(t: &T, form: &Form, name: &str, label: impl Into<String>) -> Self {
        Self::new(Kind::Line("date"), t, form, name, label)
    }

    /// A whole number: a text field with a numeric keyboard, since browsers' number fields lose what is mistyped.
    pub fn number(t: &T, form: &Form, name: &str, label: impl Into<String>) -> Self {
        Self::new(Kind::Line("number"), t, form, name, label)
    }

    /// Several lines of text.
    pub fn area(t: &T, form: &Form, name: &str, label: impl Into<String>) -> Self {
        Self::new(Kind::Area, t, form, name, label)
    }

    /// One choice among a few, all in sight.
    pub fn radios(t: &T, form: &Form, name: &str, legend: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self { choices, ..Self::new(Kind::Radios, t, form, name, legend) }
    }

    /// Any number of choices.
    pub fn boxes(t: &T, form: &Form, name: &str, legend: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self { choices, ..Self::new(Kind::Boxes, t, form, name, legend) }
    }

    /// One choice in a long list.
    pub fn select(t: &T, form: &Form, name: &str, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self { choices, ..Self::new(Kind::Select, t, form, name, label) }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Says that the field may stay empty.
    #[must_use]
    pub fn optional(mut self, t: &T) -> Self {
        self.optional = Some(t.say("form-optional"));
        self
    }

    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    #[must_use]
    pub fn most(mut self, characters: usize) -> Self {
        self.most = Some(characters);
        self
    }

    fn value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    fn is(&self, code: &str) -> bool {
        self.values.iter().any(|value| value == code)
    }

    fn line_type(&self) -> &'static str {
        match self.kind {
            Kind::Line("number") => "text",
            Kind::Line(kind) => kind,
            _ => "text",
        }
    }

    fn is_number(&self) -> bool {
        self.kind == Kind::Line("number")
    }

    fn is_line(&self) -> bool {
        matches!(self.kind, Kind::Line(_))
    }

    fn is_area(&self) -> bool {
        self.kind == Kind::Area
    }

    fn is_select(&self) -> bool {
        self.kind == Kind::Select
    }

    fn box_type(&self) -> &'static str {
        if self.kind == Kind::Boxes { "checkbox" } else { "radio" }
    }

    /// What `aria-describedby` names: the hint, the error, both or neither.
    fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.name));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }
}

impl HtmlSafe for Field {}
