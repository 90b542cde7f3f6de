//! What codes and numbers of a campaign are called on screen.

use content::method::{self, Method};
use platform::{DbError, T};
use std::sync::LazyLock;

use crate::model::{
    campaign::{Campaign, Group},
    coarse::Coarse,
};

/// The methods that the program carries. A pack that cannot be read stops the first page that needs it, with the reason.
static METHODS: LazyLock<Result<Vec<Method>, String>> = LazyLock::new(|| {
    let load = |pack: &method::Pack| {
        pack.load().map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
    };
    method::embedded().iter().map(load).collect()
});

/// The method that campaigns run today.
pub const SELF_DIAGNOSTIC: &str = "laboria-self-diagnostic";

/// A method by its id. Errors: a campaign that names a method the program does not carry.
pub fn method(id: &str) -> Result<&'static Method, DbError> {
    let corrupt =
        |reason: String| DbError::Corrupt { column: "method".to_owned(), found: id.to_owned(), reason };
    let methods = METHODS.as_ref().map_err(|faults| corrupt(faults.clone()))?;
    methods.iter().find(|method| method.id == id).ok_or_else(|| corrupt("no such method".to_owned()))
}

impl Campaign {
    /// Its method.
    pub fn method(&self) -> Result<&'static Method, DbError> {
        method(&self.method)
    }
}

impl Group {
    /// What people call the group: its own label, else its party's name.
    pub fn name(&self, t: &T) -> String {
        if self.label.is_empty() { t.say_code("party", self.party) } else { self.label.clone() }
    }
}

impl Coarse {
    /// « moins de 5 réponses », « au moins 20 réponses ».
    pub fn said(self, t: &T) -> String {
        match self {
            Self::Few => t.say("methods-answers-few"),
            Self::AtLeast(step) => t.one("methods-answers-at-least", "step", t.number(step.into())),
        }
    }
}

/// « 65 % ».
pub fn percent(t: &T, value: impl Into<i64>) -> String {
    t.one("methods-percent", "n", t.number(value.into()))
}
