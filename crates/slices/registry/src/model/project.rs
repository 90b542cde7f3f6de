//! A transformation of work, with its declared purpose, who is concerned, and its stage.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use kernel::{OrganisationId, ProjectId, Stage};

/// Inputs of the rule base, by name: booleans, numbers, texts, dates as `2026-11-22`, lists of texts, or `"unknown"`.
pub type Facts = BTreeMap<String, serde_json::Value>;

/// A day on which the project moved to a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageChange {
    pub began_on: Date,
    pub stage: Stage,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    pub organisation: OrganisationId,
    pub id: ProjectId,
    pub title: String,
    /// What the project is for, as its author declares it.
    pub purpose: String,
    /// How many people see their work change, if known.
    pub concerned: Option<u32>,
    pub stage: Stage,
    /// `system.*`, `data.*` and `project.*` inputs of the rule base.
    pub facts: Facts,
    pub created_at: Timestamp,
    /// Oldest first.
    pub stages: Vec<StageChange>,
}
