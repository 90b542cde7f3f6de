//! Limits in the cases that are hard to count.

use jiff::civil::Date;
use rules::{Period, Unit, Value};

use super::{day, french};
use crate::law::{CaseFacts, Reading};

/// A company of 120 with a CSE, about to introduce a technology.
fn company() -> CaseFacts {
    let mut case = CaseFacts::new();
    for (name, value) in [
        ("org.sector", Value::text("company")),
        ("org.headcount", Value::Int(120)),
        ("org.threshold11_met", Value::Bool(true)),
        ("org.cse", Value::text("elected")),
        ("org.reached50_on", Value::Date(day("2015-12-31"))),
        ("system.new_technology", Value::Bool(true)),
    ] {
        case.set(name, value).expect(name);
    }
    case
}

fn with(mut case: CaseFacts, facts: &[(&str, Value)]) -> CaseFacts {
    for (name, value) in facts {
        case.set(name, value.clone()).expect(name);
    }
    case
}

fn read(case: &CaseFacts) -> Reading {
    french().evaluate(case, day("2026-11-22"))
}

fn nominal(reading: &Reading, rule: &str, date: &str) -> Option<Date> {
    reading
        .applied(rule)
        .unwrap_or_else(|| panic!("{rule} does not apply"))
        .date(date)
        .map(|date| date.nominal)
}

#[test]
fn the_powers_of_a_committee_start_when_its_history_says() {
    let threshold = |reached: &str| {
        with(company(), &[("org.headcount", Value::Int(60)), ("org.reached50_on", day(reached).into())])
    };
    let histories = [
        (threshold("2026-01-31"), "org.mandate_ends_on", "2028-06-02", "2026-01-31", "2027-01-31"),
        (threshold("2026-01-31"), "org.mandate_ends_on", "2027-05-15", "2026-01-31", "2028-05-15"),
        // The mandate ended before the year was over: the one that runs then has more than a year to go.
        (threshold("2026-01-31"), "org.mandate_ends_on", "2026-06-15", "2026-01-31", "2027-01-31"),
        (threshold("2026-02-28"), "org.first_cse_on", "2026-03-15", "2027-03-15", "2027-03-15"),
    ];
    for (case, fact, when, adhoc, recurring) in histories {
        let reading = read(&with(case, &[(fact, day(when).into())]));
        assert_eq!(nominal(&reading, "cse-powers-50", "adhoc_from"), Some(day(adhoc)), "{fact} {when}");
        assert_eq!(
            nominal(&reading, "cse-powers-50", "recurring_from"),
            Some(day(recurring)),
            "{fact} {when}"
        );
    }
}

#[test]
fn a_vote_between_the_two_readings_of_the_first_month_is_undetermined() {
    // 31 January 2027 is a Sunday: the month ends on it, or on Monday 1 February.
    let voted = |on: &str| {
        with(
            company(),
            &[("project.info_on", day("2026-12-31").into()), ("project.expert_voted_on", day(on).into())],
        )
    };
    assert!(read(&voted("2027-01-31")).applied("cse-deadline-2-months").is_some());
    assert!(read(&voted("2027-02-02")).applied("cse-expert-too-late").is_some());
    let reading = read(&voted("2027-02-01"));
    let open: Vec<&str> = reading.undetermined.iter().map(|rule| rule.rule.as_str()).collect();
    assert!(open.contains(&"cse-expert-too-late"), "{open:?}");
    assert_eq!(reading.missing().into_iter().collect::<Vec<_>>(), ["law.limit_extends"]);
    let gate = reading.applied("no-deployment-before-opinion").expect("the gate holds whatever the limit");
    assert_eq!(gate.open_dates.len(), 1);
    let settled = read(&with(voted("2027-02-01"), &[("law.limit_extends", true.into())]));
    assert!(settled.applied("cse-deadline-2-months").is_some() && settled.undetermined.is_empty());
}

#[test]
fn a_pending_challenge_stops_the_clock_until_the_judgment() {
    let challenged = with(
        company(),
        &[
            ("project.info_on", day("2026-10-01").into()),
            ("project.expert_voted_on", day("2026-10-08").into()),
            ("project.challenge_on", day("2026-10-19").into()),
        ],
    );
    let reading = read(&challenged);
    assert_eq!(nominal(&reading, "cse-deadline-2-months", "deemed"), None);
    assert_eq!(nominal(&reading, "cse-deadline-2-months", "suspended_since"), Some(day("2026-10-19")));
    assert_eq!(nominal(&reading, "no-deployment-before-opinion", "earliest_decision"), None);
    let judged = with(challenged, &[("project.judgment_notified_on", day("2026-11-09").into())]);
    assert_eq!(nominal(&read(&judged), "cse-deadline-2-months", "deemed"), Some(day("2026-12-22")));
}

#[test]
fn a_challenge_after_the_limit_suspends_nothing() {
    let late = with(
        company(),
        &[
            ("project.info_on", day("2026-09-15").into()),
            ("project.expert_voted_on", day("2026-10-20").into()),
            ("project.challenge_on", day("2026-10-28").into()),
        ],
    );
    assert_eq!(nominal(&read(&late), "cse-deadline-1-month", "deemed"), Some(day("2026-10-15")));
}

#[test]
fn an_express_opinion_opens_the_gate_the_same_day() {
    let given = with(
        company(),
        &[("project.info_on", day("2026-11-02").into()), ("project.opinion_on", day("2026-11-20").into())],
    );
    assert_eq!(
        nominal(&read(&given), "no-deployment-before-opinion", "earliest_decision"),
        Some(day("2026-11-20"))
    );
}

#[test]
fn a_redundancy_plan_follows_its_own_limits() {
    let plan = |redundancies: i64| {
        with(
            company(),
            &[
                ("project.pse", true.into()),
                ("project.redundancies", Value::Int(redundancies)),
                ("project.first_pse_meeting", day("2027-01-31").into()),
                ("project.info_on", day("2027-01-31").into()),
            ],
        )
    };
    for (redundancies, deemed) in
        [(99, "2027-03-31"), (100, "2027-04-30"), (249, "2027-04-30"), (250, "2027-05-31")]
    {
        let reading = read(&plan(redundancies));
        assert_eq!(nominal(&reading, "pse-consultation-deadline", "deemed"), Some(day(deemed)));
        assert!(
            reading.applied("cse-deadline-1-month").is_none()
                && reading.applied("cse-expert-right").is_none()
        );
    }
    let report = nominal(&read(&plan(120)), "pse-consultation-deadline", "expert_report");
    assert_eq!(report, Some(day("2027-04-15")));
}

#[test]
fn an_expert_appointed_on_the_last_day_of_an_agreed_limit_comes_too_late() {
    let agreed = |vote: &str| {
        let limit = Value::Period(Period { n: 42, unit: Unit::Days });
        with(
            company(),
            &[
                ("org.agreement_deadline", limit),
                ("project.info_on", day("2026-12-15").into()),
                ("project.expert_voted_on", day(vote).into()),
            ],
        )
    };
    assert!(read(&agreed("2027-01-26")).applied("cse-expert-too-late").is_some());
    let before = read(&agreed("2027-01-25"));
    assert!(
        before.applied("cse-expert-too-late").is_none() && before.applied("cse-expert-funding").is_some()
    );
    assert_eq!(nominal(&before, "cse-deadline-agreement", "deemed"), Some(day("2027-01-26")));
}

#[test]
fn the_working_day_before_is_advised_when_counting_back_ends_on_a_closed_day() {
    let meeting = with(company(), &[("project.meeting_on", day("2026-12-15").into())]);
    let reading = read(&meeting);
    let agenda =
        reading.applied("cse-agenda").and_then(|applied| applied.date("agenda_sent")).expect("a date");
    assert_eq!((agenda.nominal, agenda.extended), (day("2026-12-12"), day("2026-12-12")));
    assert_eq!(agenda.advised, Some(day("2026-12-11")));
}

#[test]
fn alsace_and_moselle_keep_good_friday() {
    let informed = with(company(), &[("project.info_on", day("2027-02-26").into())]);
    let deemed = |case: &CaseFacts| {
        let reading = read(case);
        reading.applied("cse-deadline-1-month").and_then(|a| a.date("deemed")).expect("a date").extended
    };
    assert_eq!(deemed(&informed), day("2027-03-26"));
    assert_eq!(deemed(&with(informed, &[("org.alsace_moselle", true.into())])), day("2027-03-30"));
}
