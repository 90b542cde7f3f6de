//! Questionnaires from elsewhere, as draft packs: what can be carried is, and what cannot is said.
//!
//! A draft loads and runs as it is. It claims nothing: everything in it is `proposed`, yes and no have no polarity until
//! its author gives one, and a sentence that is missing in a language says so. To add a format: a file here that fills a
//! [`Draft`].

mod draft;
mod limesurvey;
mod surveyjs;

use thiserror::Error;

pub use limesurvey::from_limesurvey;
pub use surveyjs::from_surveyjs;

use draft::{Asked, Draft, Page, Question, Words};

/// A draft pack, and what could not be carried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub files: Vec<(&'static str, String)>,
    /// One sentence each, with the place in the questionnaire.
    pub report: Vec<String>,
}

/// Why a file is no questionnaire that we can read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CannotImport {
    #[error("this is not {format}: {reason}")]
    NotThis { format: &'static str, reason: String },
    #[error("no question of it can be carried")]
    NoQuestion,
}
