//! The tables, as steps that only go forward: the same names on both databases, which a test compares.
//!
//! To add a step: two files of the same name under `migrations/`, and a line in [`STEPS`]. Text columns are `TEXT` on
//! SQLite and `TEXT COLLATE "C"` on PostgreSQL (so that text order is the same), integers `INTEGER` and `BIGINT`, booleans
//! `INTEGER … CHECK (x IN (0, 1))` and `BOOLEAN`. Every table has the organisation first in its key, or says why not in
//! [`INSTANCE_WIDE`].

/// One step, in both dialects.
pub struct Step {
    pub name: &'static str,
    pub sqlite: &'static str,
    pub postgres: &'static str,
}

macro_rules! step {
    ($name:literal) => {
        Step {
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }
    };
}

/// Every step, oldest first.
pub const STEPS: &[Step] = &[
    step!("0001_foundation"),
    step!("0002_spaces_findings"),
    step!("0003_methods"),
    step!("0004_agreements_follow_up"),
    step!("0005_people"),
    step!("0006_organisation"),
    step!("0007_spaces"),
    step!("0008_keys"),
    step!("0009_tokens"),
    step!("0010_publications"),
    step!("0011_privacy"),
    step!("0012_sign_in"),
    step!("0013_deletion"),
    step!("0014_letters"),
    step!("0015_floors"),
    step!("0016_acts_and_line"),
    step!("0019_consultations"),
    step!("0020_evidence"),
    step!("0021_ballot_boxes"),
    step!("0022_diary"),
    step!("0023_prevention"),
    step!("0024_several_consultations"),
    step!("0025_law_editions"),
    step!("0026_refusals"),
    step!("0027_credit_and_rest"),
];

/// The tables without the organisation first in their key, and why.
pub const INSTANCE_WIDE: &[(&str, &str)] = &[
    ("schema_step", "says which steps this database has seen"),
    ("person", "belongs to several organisations, and is looked up by an address before any is known"),
    ("sign_in_link", "looked up by the hash of a secret before the organisation is known"),
    ("session", "looked up by the hash of a secret before the organisation is known"),
    ("passkey", "belongs to a person, who belongs to several organisations"),
    ("sign_in_attempt", "looked up by the hash of a secret when nobody is known yet"),
    ("provider_subject", "looked up by what a provider calls somebody, before the organisation is known"),
    ("project_draft", "a project described before any organisation exists"),
    ("information_shown", "a person reads a text once, whatever their organisations"),
    ("reminder_choice", "a person is written to once a day, whatever their organisations"),
    ("reminder_round", "a person is written to once a day, whatever their organisations"),
    ("former_address", "a person has several organisations, and the same former addresses in each"),
];
