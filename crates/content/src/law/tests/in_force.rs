//! When a rule is in force: from its first day, until the day it ends, and not before what it waits for.

use jiff::civil::Date;

use super::day;
use super::faults::{original, with_family};
use crate::law::{CaseFacts, LawPack, Outcome};

const ESS: &str = "ess-agreement-2021";

/// The built-in pack, with other bounds for one rule.
fn with_bounds(bounds: &str) -> LawPack {
    let text = original().replacen("{ from = \"2021-10-06\" }", bounds, 1);
    with_family(&text).unwrap_or_else(|found| panic!("{found:?}"))
}

fn outcome(pack: &LawPack, case: &CaseFacts, on: &str) -> Outcome {
    pack.explain(ESS, case, day(on)).expect("a rule").outcome
}

fn social_economy() -> CaseFacts {
    let mut case = CaseFacts::new();
    case.set("org.ess", true).expect("a fact");
    case
}

#[test]
fn a_rule_holds_from_its_first_day_included_to_its_last_excluded() {
    let pack = with_bounds("{ from = \"2026-03-01\", until = \"2026-09-01\" }");
    let case = social_economy();
    let first: Date = day("2026-03-01");
    assert_eq!(outcome(&pack, &case, "2026-02-28"), Outcome::Upcoming(first));
    assert_eq!(outcome(&pack, &case, "2026-03-01"), Outcome::Applies);
    assert_eq!(outcome(&pack, &case, "2026-08-31"), Outcome::Applies);
    assert_eq!(outcome(&pack, &case, "2026-09-01"), Outcome::DoesNotApply);
}

#[test]
fn a_first_day_that_depends_on_the_unknown_is_settled_only_once_every_reading_is_past() {
    let pack = with_bounds("{ from = \"org.public_service ? 2026-12-02 : 2026-08-02\" }");
    let mut case = social_economy();
    case.set_unknown("org.public_service").expect("a fact");
    let missing = std::collections::BTreeSet::from(["org.public_service".to_owned()]);
    assert_eq!(outcome(&pack, &case, "2026-11-22"), Outcome::Undetermined(missing));
    assert_eq!(outcome(&pack, &case, "2026-12-02"), Outcome::Applies);
}

#[test]
fn a_rule_whose_conditions_fail_does_not_apply_whatever_the_day() {
    let pack = with_bounds("{ from = \"2026-03-01\" }");
    assert_eq!(outcome(&pack, &CaseFacts::new(), "2026-02-28"), Outcome::DoesNotApply);
}
