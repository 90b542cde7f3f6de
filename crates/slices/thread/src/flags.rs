//! Which dates of the law are on the thread: the few that decide something. The page of obligations has them all.

use content::law::{DateKind, DatedDeadline, RuleKind};
use jiff::civil::Date;
use kernel::Locale;
use obligations::api::{LegalFlag, Reading, pack};

use crate::model::day::days_between;

/// How many flags the picture holds before it becomes a wall.
const MOST: usize = 4;

/// The flags to draw, by day: those that warn, then those that end or open something for all, then what is still due; the
/// nearest to today first where there are too many.
pub fn drawn(flags: &[LegalFlag], reading: &Reading, locale: Locale, today: Date) -> Vec<LegalFlag> {
    let mut ranked: Vec<(u8, i32, &LegalFlag)> = flags
        .iter()
        .map(|flag| (weight(flag, reading, locale), days_between(today, flag.on), flag))
        .filter(|(weight, away, _)| if *away < 0 { *weight == WARNS } else { *weight < STEP })
        .collect();
    ranked.sort_by_key(|(weight, away, _)| (*weight, away.abs()));
    ranked.truncate(MOST);
    let mut kept: Vec<LegalFlag> = ranked.into_iter().map(|(.., flag)| flag.clone()).collect();
    kept.sort_by_key(|flag| flag.on);
    kept
}

/// What forbids, blocks or warns: the only dates that stay once they have passed; the others are what was done about them.
const WARNS: u8 = 0;
/// The end of a time that the law gives.
const ENDS: u8 = 1;
/// What is due by a day.
const DUE: u8 = 2;
/// Steps of a procedure and rights that somebody may use: on the page of obligations.
const STEP: u8 = 3;

/// What kind of rule gives the date; the lightest where several do.
fn weight(flag: &LegalFlag, reading: &Reading, locale: Locale) -> u8 {
    if flag.is_alert {
        return WARNS;
    }
    let dated = reading.applies.iter().flat_map(|applied| {
        let rule = pack().rule(&applied.rule);
        let is_it = move |date: &&DatedDeadline| {
            let label = rule.and_then(|rule| rule.date(&date.name)).map(|date| date.label.get(locale));
            [date.nominal, date.extended].contains(&flag.on) && label == Some(flag.label.as_str())
        };
        applied.dates.iter().filter(is_it).map(|date| of_kind(applied.kind, date.kind))
    });
    dated.min().unwrap_or(DUE)
}

const fn of_kind(rule: RuleKind, date: DateKind) -> u8 {
    match (rule, date) {
        (RuleKind::Prohibition | RuleKind::Gate | RuleKind::Alert, _) => WARNS,
        // What ends for everybody, rather than a step on the way.
        (RuleKind::DerivedDate, DateKind::Limit) => ENDS,
        (RuleKind::DerivedDate | RuleKind::Obligation, _) => DUE,
        _ => STEP,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::Locale;
    use obligations::api::{LegalFlag, legal_flags};
    use registry::Facts;

    use super::{MOST, drawn};
    use crate::fixture::{TODAY, bare, speak};

    /// A consultation under way, with an expert: the law then gives a dozen dates.
    fn consulted() -> crate::Whole {
        let mut whole = bare();
        let facts = [
            ("org.cse", "elected".into()),
            ("org.reached50_on", "2015-12-31".into()),
            ("system.new_technology", true.into()),
            ("project.info_on", "2026-10-21".into()),
            ("project.expert_voted_on", "2026-10-28".into()),
            ("project.meeting_on", "2026-11-18".into()),
        ];
        let (of_org, of_project): (Facts, Facts) = facts
            .into_iter()
            .map(|(name, value): (&str, serde_json::Value)| (name.to_owned(), value))
            .partition(|(name, _)| name.starts_with("org."));
        whole.organisation.facts = of_org;
        whole.project.facts = of_project;
        whole
    }

    #[test]
    fn of_a_dozen_dates_the_end_of_the_consultation_and_the_gate_are_drawn() {
        let whole = consulted();
        let reading = whole.reading(TODAY);
        let all = legal_flags(&reading, &speak(Locale::Fr));
        let kept = drawn(&all, &reading, Locale::Fr, TODAY);
        assert!(all.len() > MOST && kept.len() <= MOST, "{} of {}", kept.len(), all.len());
        assert!(
            kept.iter().any(|flag| flag.on == date(2026, 12, 21)),
            "the opinion is deemed given: {kept:?}"
        );
        assert!(kept.iter().any(|flag| flag.is_alert), "{kept:?}");
        assert!(kept.is_sorted_by_key(|flag| flag.on));
    }

    #[test]
    fn what_warns_is_kept_before_what_is_only_due() {
        let whole = bare();
        let flag =
            |day: i8, is_alert| LegalFlag { label: day.to_string(), on: date(2026, 12, day), is_alert };
        let mut flags: Vec<LegalFlag> = (1..9).map(|day| flag(day, false)).collect();
        flags.push(flag(30, true));
        let kept = drawn(&flags, &whole.reading(TODAY), Locale::Fr, TODAY);
        assert_eq!(kept.len(), MOST);
        assert!(kept.last().is_some_and(|flag| flag.is_alert));
    }
}
