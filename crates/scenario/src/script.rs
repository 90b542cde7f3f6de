//! The file of a case: people, then stages (the moments at which a visitor may stop), then steps.
//!
//! Days are counted from today (`day = -40`), so that a case is always alive. In any text, `{name}` stands for what an
//! earlier step saved, `{day:+30}` for a date, `{suffix}` for what tells two plays of the same case apart, and `{mark}` for the
//! same where only small letters, digits and hyphens may stand, as in an address.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use jiff::{ToSpan, civil::Date};
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    pub title: String,
    /// What the source says, and what is ours.
    pub source: String,
    #[serde(rename = "stage")]
    pub stages: Vec<StageScript>,
}

/// A moment of the case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageScript {
    pub title: String,
    /// The day on which somebody stands who stops here, counted like the days of the steps: after the last of them.
    #[serde(default)]
    pub today: i64,
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

/// One thing that one person does.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The day, counted from today.
    pub day: i64,
    /// Who: a name of one's own choosing; each has a browser.
    #[serde(rename = "as")]
    pub who: String,
    /// Comes in by the last one-time link sent to this address.
    pub enter: Option<String>,
    /// Opens a page; otherwise the person goes on from where they are.
    pub open: Option<String>,
    /// Follows the link with this text.
    pub follow: Option<String>,
    /// Presses the button whose text begins so, in the form that has it.
    pub press: Option<String>,
    /// What is filled in first: a text, a number, or a list of texts for boxes. A choice is given by its value, or by the
    /// beginning of what people read.
    #[serde(default)]
    pub fill: BTreeMap<String, Fill>,
    /// Keeps the address that results, under this name; only its first `segments` parts where that is given.
    pub save: Option<String>,
    pub segments: Option<usize>,
    /// Keeps the codes printed on the page, under this name.
    pub save_codes: Option<String>,
    /// Answers a questionnaire with the codes of this name.
    pub answers: Option<Answers>,
    /// A text that must then be on the page.
    pub expect: Option<String>,
    /// The status that must result: 200 unless said.
    pub status: Option<u16>,
}

/// What goes into a field.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Fill {
    Text(String),
    Number(i64),
    Many(Vec<String>),
}

/// Many people's answers, each with a code of their own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// The name under which codes were saved.
    pub codes: String,
    /// For each group, by the code of its party: one text a person, one sign a question in the order of the method: `o`
    /// yes, `n` no, `?` don't know, `-` not applicable.
    pub sheets: BTreeMap<String, Vec<String>>,
}

impl Script {
    /// The day from which days are counted, so that who stops after so many stages stands on `today`.
    pub fn day_zero(&self, stages: usize, today: Date) -> Result<Date> {
        let stands = self.stages.iter().take(stages).next_back().map_or(0, |stage| stage.today);
        Ok(today.checked_sub(stands.days())?)
    }

    /// Reads a case. Errors: the line and what is wrong with it.
    pub fn read(text: &str) -> Result<Self> {
        let script: Self = toml::from_str(text).context("this is no case file")?;
        let mut day = i64::MIN;
        for stage in &script.stages {
            for (index, step) in stage.steps.iter().enumerate() {
                ensure!(
                    day <= step.day,
                    "« {} », step {}: day {} comes after day {day}",
                    stage.title,
                    index + 1,
                    step.day
                );
                day = step.day;
            }
            ensure!(
                day <= stage.today,
                "« {} » stands on day {}, and has a step on day {day}",
                stage.title,
                stage.today
            );
        }
        Ok(script)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Script;

    const CASE: &str = r#"
        title = "t"
        source = "s"
        [[stage]]
        title = "one"
        today = -20
        [[stage.step]]
        day = -30
        as = "a"
        open = "/"
        [[stage]]
        title = "two"
        [[stage.step]]
        day = -5
        as = "a"
        open = "/"
    "#;

    #[test]
    fn whoever_stops_at_a_moment_stands_on_the_day_of_that_moment() {
        let script = Script::read(CASE).expect("a case");
        let today = date(2026, 11, 22);
        assert_eq!(script.day_zero(1, today).expect("a day"), date(2026, 12, 12));
        assert_eq!(script.day_zero(2, today).expect("a day"), today);
    }

    #[test]
    fn a_step_after_the_day_of_its_moment_is_refused() {
        assert!(Script::read(&CASE.replace("day = -30", "day = -10")).is_err());
    }

    #[test]
    fn time_never_goes_back() {
        assert!(Script::read(&CASE.replace("day = -5", "day = -31")).is_err());
    }
}
