//! The language: what it reads, what it refuses and where, what it answers.

use std::collections::BTreeMap;

use calendar::Holidays;
use jiff::civil::date;
use rules::{Expression, ExpressionError, Facts, Kind, MAX_LENGTH, Period, Problem, Unit, Value};

fn words() -> BTreeMap<String, Kind> {
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    BTreeMap::from([
        ("org.headcount".to_owned(), Kind::Int),
        ("org.cse".to_owned(), Kind::Text(codes(&["elected", "carence_pv", "not_organised"]))),
        ("org.limit".to_owned(), Kind::Period),
        ("data.criteria".to_owned(), Kind::List(codes(&["c1", "c2", "c3"]))),
        ("data.lists".to_owned(), Kind::List(Vec::new())),
        ("project.info_on".to_owned(), Kind::Date),
        ("system.new".to_owned(), Kind::Bool),
        ("system.monitors".to_owned(), Kind::Bool),
    ])
}

fn facts() -> BTreeMap<String, Value> {
    BTreeMap::from([
        ("org.headcount".to_owned(), Value::Int(86)),
        ("org.cse".to_owned(), Value::text("elected")),
        ("org.limit".to_owned(), Value::Period(Period { n: 42, unit: Unit::Days })),
        ("data.criteria".to_owned(), Value::List(vec!["c1".into(), "c3".into()])),
        ("data.lists".to_owned(), Value::List(Vec::new())),
        ("project.info_on".to_owned(), Value::Date(date(2026, 12, 31))),
        ("system.new".to_owned(), Value::Bool(true)),
    ])
}

fn read(source: &str) -> Result<Expression, ExpressionError> {
    Expression::parse(source, &words())
}

fn answer(source: &str) -> Value {
    read(source).expect(source).evaluate(&facts(), Holidays::National)
}

#[test]
fn conditions_are_read_with_words_or_with_signs() {
    let holding = [
        "org.headcount >= 50 and org.cse == \"elected\"",
        "org.headcount >= 50 && org.cse == 'elected'",
        "not (org.headcount < 50 or org.headcount > 300)",
        "!(org.headcount < 50 || org.headcount > 300)",
        "11 <= org.headcount <= 100",
        "org.cse in (\"elected\", \"carence_pv\")",
        "org.cse in (\"elected\")",
        "org.cse not in [\"not_organised\"]",
        "\"c3\" in data.criteria and not \"c2\" in data.criteria",
        "len(data.criteria) == 2 and size(data.lists) == 0",
        "project.info_on is not None and project.info_on != null",
        "project.info_on < 2027-01-01 and project.info_on >= date(\"2026-12-31\")",
        "org.limit is not none",
        "always",
        "org.headcount < 50 ? false : system.new",
    ];
    for source in holding {
        assert_eq!(answer(source), Value::Bool(true), "{source}");
    }
}

#[test]
fn dates_are_worked_out_with_the_deadline_algebra() {
    let worked_out = [
        ("add_months(project.info_on, 2)", date(2027, 2, 28)),
        ("next_working_day(add_months(project.info_on, 2))", date(2027, 3, 1)),
        ("minus_days(add_months(project.info_on, 2), 15)", date(2027, 2, 13)),
        ("add_period(project.info_on, org.limit)", date(2027, 2, 11)),
        ("previous_working_day(2026-12-12)", date(2026, 12, 11)),
        ("plus_jours_ouvrables(2026-12-17, 6)", date(2026, 12, 24)),
        ("plus_days(2026-01-01, days_between(2026-10-19, 2026-11-09))", date(2026, 1, 22)),
        ("max(project.info_on, min(2027-05-01, 2027-04-01))", date(2027, 4, 1)),
    ];
    for (source, expected) in worked_out {
        assert_eq!(answer(source), Value::Date(expected), "{source}");
    }
}

#[test]
fn what_is_absent_is_known_and_comes_neither_before_nor_after() {
    let mut facts = facts();
    facts.insert("project.info_on".to_owned(), Value::None);
    let answer = |source: &str| read(source).expect(source).evaluate(&facts, Holidays::National);
    assert_eq!(answer("project.info_on is none"), Value::Bool(true));
    assert_eq!(answer("project.info_on < 2027-01-01 or project.info_on >= 2027-01-01"), Value::Bool(false));
    assert_eq!(answer("add_months(project.info_on, 1)"), Value::None);
}

#[test]
fn a_refused_expression_says_where_and_why() {
    let refused = [
        ("org.headcount >= ", 18, "expected a value, found the end of the expression"),
        ("org.hedcount >= 50", 1, "\"org.hedcount\" is not a known fact (did you mean \"org.headcount\"?)"),
        ("org.cse == \"electd\"", 12, "\"electd\" is none of elected, carence_pv, not_organised"),
        ("org.headcount == \"many\"", 18, "one of many stands where a whole number is needed"),
        ("org.headcount", 1, "a whole number stands where true or false is needed"),
        ("system.new >= true", 15, "true or false stands where a number or a date is needed"),
        ("org.headcount and system.new", 1, "a whole number stands where true or false is needed"),
        ("len(org.headcount) > 1", 1, "len takes a list, and was given a whole number"),
        (
            "add_months(project.info_on) is none",
            1,
            "add_months takes a date and a whole number, and was given a date",
        ),
        ("years(project.info_on) is none", 1, "\"years\" is not a known function"),
        ("org.cse == 'elected", 12, "a text is not closed by its quote"),
        ("project.info_on > 2027-02-30", 19, "\"2027-02-30\" is not a date of the calendar"),
        (
            "org.headcount > 99999999999999999999",
            17,
            "\"99999999999999999999\" is not a whole number that can be held",
        ),
        ("système == 1", 5, "'è' has no meaning here"),
        ("system.new) or true", 11, "expected the end of the expression, found \")\""),
        (
            "true == (not system.new) == true",
            10,
            "only a fact or a constant can stand between the two signs of a chain",
        ),
        ("and system.new", 1, "expected a value, found \"and\""),
    ];
    for (source, column, message) in refused {
        let error = Expression::parse_as(source, &Kind::Bool, &words());
        let error = match error {
            Err(error) => error,
            Ok(_) => panic!("{source} was read"),
        };
        assert_eq!((error.column, error.problem.to_string().as_str()), (column, message), "{source}");
    }
}

#[test]
fn deep_nesting_is_refused_with_its_column_and_never_overflows() {
    let thirty = format!("{}true{}", "(".repeat(30), ")".repeat(30));
    assert_eq!(answer(&thirty), Value::Bool(true));
    let hostile = [
        format!("{}true{}", "(".repeat(900), ")".repeat(900)),
        "not ".repeat(400) + "true",
        "true ? true : ".repeat(100) + "true",
        "add_months(".repeat(100),
    ];
    for source in hostile {
        let error = read(&source).expect_err("too deep");
        assert_eq!(error.problem, Problem::TooDeep);
        assert!(error.column > 30 && error.column < 500, "column {}", error.column);
    }
    let long = "true or ".repeat(MAX_LENGTH);
    assert_eq!(read(&long).expect_err("too long").problem, Problem::TooLong);
}

#[test]
fn a_fact_answered_in_another_kind_counts_as_unknown() {
    struct Careless;
    impl Facts for Careless {
        fn value(&self, _: &str) -> Value {
            Value::text("oops")
        }
    }
    let read = read("org.headcount >= 50").expect("an expression");
    assert!(read.evaluate(&Careless, Holidays::National).is_unknown());
}
