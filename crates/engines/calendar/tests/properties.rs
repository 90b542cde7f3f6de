//! What holds for every date, not only for the worked examples.

use calendar::{
    Holidays, Limit, add_months, days_between, easter, is_working_day, minus_days, next_working_day,
    plus_days, plus_jours_ouvrables, previous_working_day,
};
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

/// Dates of two centuries around us, where every rule of the packs lives.
fn any_day() -> impl Strategy<Value = Date> {
    (0i64..73_000).prop_map(|days| plus_days(date(1950, 1, 1), days))
}

fn any_holidays() -> impl Strategy<Value = Holidays> {
    prop_oneof![Just(Holidays::National), Just(Holidays::AlsaceMoselle)]
}

proptest! {
    #[test]
    fn months_keep_the_day_or_end_on_the_last_one(from in any_day(), months in -600i64..600) {
        let to = add_months(from, months);
        let last = to.days_in_month();
        prop_assert_eq!(to.day(), from.day().min(last));
        let index = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
        prop_assert_eq!(index(to), index(from) + months);
    }

    #[test]
    fn a_longer_period_never_ends_earlier(from in any_day(), fewer in 0i64..600, more in 0i64..600) {
        prop_assert!(add_months(from, fewer) <= add_months(from, fewer + more));
    }

    #[test]
    fn days_counted_forward_are_counted_back(from in any_day(), days in -40_000i64..40_000) {
        let to = plus_days(from, days);
        prop_assert_eq!(days_between(from, to), days);
        prop_assert_eq!(minus_days(to, days), from);
    }

    #[test]
    fn the_next_working_day_is_the_first_open_day_and_stays_put(day in any_day(), kept in any_holidays()) {
        let next = next_working_day(day, kept);
        prop_assert!(next >= day && is_working_day(next, kept));
        prop_assert_eq!(next_working_day(next, kept), next);
        for offset in 0..days_between(day, next) {
            prop_assert!(!is_working_day(plus_days(day, offset), kept));
        }
    }

    #[test]
    fn the_previous_working_day_is_the_last_open_day(day in any_day(), kept in any_holidays()) {
        let previous = previous_working_day(day, kept);
        prop_assert!(previous <= day && is_working_day(previous, kept));
        prop_assert_eq!(previous == day, is_working_day(day, kept));
    }

    #[test]
    fn jours_ouvrables_never_end_on_a_sunday_or_a_holiday(day in any_day(), count in 1i64..40, kept in any_holidays()) {
        let end = plus_jours_ouvrables(day, count, kept);
        prop_assert!(end.weekday() != Weekday::Sunday && !kept.contain(end));
        prop_assert!(days_between(day, end) >= count);
    }

    #[test]
    fn the_decision_waits_for_both_readings_of_the_limit(day in any_day(), months in 1i64..5, kept in any_holidays()) {
        let limit = Limit::of_consultation(day, months, kept);
        prop_assert!(limit.first_day_after() > limit.nominal && limit.first_day_after() > limit.extended);
        prop_assert!(days_between(limit.nominal, limit.extended) <= 5);
    }

    #[test]
    fn alsace_moselle_never_ends_a_limit_earlier(day in any_day()) {
        prop_assert!(next_working_day(day, Holidays::AlsaceMoselle) >= next_working_day(day, Holidays::National));
    }

    #[test]
    fn easter_is_a_sunday_between_22_march_and_25_april(year in 1583i16..9000) {
        let easter = easter(year).expect("a Gregorian year");
        prop_assert_eq!(easter.weekday(), Weekday::Sunday);
        prop_assert!(easter >= date(year, 3, 22) && easter <= date(year, 4, 25));
    }
}
