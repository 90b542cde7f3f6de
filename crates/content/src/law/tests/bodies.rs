//! Whoever has no committee reads of none, but where the rule is about its absence.

use rules::Value;

use super::{day, french};
use crate::law::{CaseFacts, Text};

/// Rules that are about a committee that is missing, and say so.
const ABOUT_ITS_ABSENCE: [&str; 4] =
    ["no-cse-direct-dialogue", "cse-setup", "cse-carence-report", "cse-carence-consultation-impossible"];

/// An employer with a system that touches everything, and no committee of private law.
fn without(sector: &str, headcount: i64, committee: &str) -> CaseFacts {
    let mut case = CaseFacts::new();
    let mut say = |name: &str, value: Value| {
        case.set(name, value).expect("a fact");
    };
    say("org.sector", Value::text(sector));
    say("org.headcount", Value::Int(headcount));
    say("org.cse", Value::text(committee));
    say("org.threshold11_met", Value::Bool(headcount >= 11));
    say("org.platform_status", Value::text("mixed"));
    for name in [
        "org.agreement_planned",
        "system.is_ai",
        "system.new_technology",
        "system.important_change",
        "system.monitors_activity",
        "system.recruitment_aid",
        "system.evaluates_workers",
        "system.collects_worker_data",
        "system.affects_jobs_skills",
        "system.usage_rules",
        "system.individual_admin_decision",
        "data.personal",
    ] {
        say(name, Value::Bool(true));
    }
    say("data.cnil_list", Value::List(vec!["hr_profiling".into()]));
    case
}

#[test]
fn whoever_has_no_committee_reads_of_none() {
    for (sector, headcount, committee) in [
        ("company", 8, "none_below_11"),
        ("association", 8, "none_below_11"),
        ("platform", 9, "none_below_11"),
        ("company", 30, "not_organised"),
        ("company", 65, "carence_pv"),
        ("public_territorial", 45, "not_applicable"),
        ("public_state", 900, "not_applicable"),
        ("public_hospital", 250, "not_applicable"),
    ] {
        let reading = french().evaluate(&without(sector, headcount, committee), day("2026-11-22"));
        assert!(reading.applies.len() > 15, "{sector} {headcount}");
        let applies = reading.applies.iter().map(|applied| applied.rule.as_str());
        let upcoming = reading.upcoming.iter().map(|rule| rule.rule.as_str());
        let conditional = reading.conditional.iter().map(|rule| rule.rule.as_str());
        for id in applies.chain(upcoming).chain(conditional).filter(|id| !ABOUT_ITS_ABSENCE.contains(id)) {
            let rule = french().rule(id).expect("a rule");
            let more = [&rule.if_not_done, &rule.remarks, &rule.in_force].into_iter().flatten();
            let said: Vec<&Text> =
                [&rule.title, &rule.who_what, &rule.deadline].into_iter().chain(more).collect();
            let names_it = said
                .iter()
                .any(|text| kernel::Locale::ALL.iter().any(|locale| text.get(*locale).contains("CSE")));
            assert!(!names_it, "{sector} {headcount}: {id} names a committee that is not there");
        }
    }
}
