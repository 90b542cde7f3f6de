//! When a date is told, and what goes into today's letter.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};

use super::entry::{Entry, Kind, days_between};

/// The leads that somebody may choose, in days.
pub const LEADS: [i64; 3] = [14, 3, 0];
/// How far the letter of the week looks.
pub const WEEK_AHEAD: i32 = 14;
/// What has been late for longer is on its page only.
const LATE: i32 = 90;

/// What somebody wants to be written about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// How many days before a date of the law.
    pub legal: BTreeSet<i64>,
    /// How many days before any other date.
    pub others: BTreeSet<i64>,
    pub has_digest: bool,
}

impl Default for Choices {
    /// A fortnight, to prepare a meeting and its papers; three days, to finish; the day itself, since a date of the law
    /// that has passed does not come back. Other dates move: three days are enough.
    fn default() -> Self {
        Self { legal: LEADS.into(), others: BTreeSet::from([3]), has_digest: true }
    }
}

impl Choices {
    pub fn none() -> Self {
        Self { legal: BTreeSet::new(), others: BTreeSet::new(), has_digest: false }
    }

    pub fn is_none(&self) -> bool {
        self.legal.is_empty() && self.others.is_empty() && !self.has_digest
    }

    fn leads(&self, kind: Kind) -> &BTreeSet<i64> {
        if kind == Kind::Law { &self.legal } else { &self.others }
    }

    /// The lead under which a date so many days away is told: the shortest that is not over yet. A date that appears late
    /// is told at once, and once.
    fn lead(&self, kind: Kind, away: i32) -> Option<i64> {
        let away = i64::from(away);
        self.leads(kind).iter().copied().filter(|lead| *lead >= away && away >= 0).min()
    }
}

/// A date that was told: which, on which day it then was, how many days before.
pub type Told = (String, Date, i64);

/// The dates to tell today, each with its lead: those that the reader is awaited for, that are not done and were not told.
pub fn due<'a>(
    entries: &'a [Entry],
    choices: &Choices,
    told: &BTreeSet<Told>,
    today: Date,
) -> Vec<(&'a Entry, i64)> {
    let awaited = entries.iter().filter(|entry| entry.is_own && !entry.is_done);
    let with_lead = awaited.filter_map(|entry| {
        let lead = choices.lead(entry.kind, days_between(today, entry.on))?;
        let is_new = !told.contains(&(entry.key.clone(), entry.on, lead));
        is_new.then_some((entry, lead))
    });
    with_lead.collect()
}

/// What the letter of the week says: what is late, then what comes within a fortnight.
pub fn of_the_week(entries: &[Entry], today: Date) -> Vec<&Entry> {
    let awaited = entries.iter().filter(|entry| entry.is_own && !entry.is_done);
    let within = awaited.filter(|entry| {
        let away = days_between(today, entry.on);
        (0..=WEEK_AHEAD).contains(&away) || (entry.is_late(today) && away >= -LATE)
    });
    within.collect()
}

/// The Monday of a day's week.
pub fn monday(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(since.days())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::{ToSpan, civil::Date, civil::date};

    use super::{Choices, due, monday, of_the_week};
    use crate::model::entry::{Kind, sample::entry};

    const DAY: Date = date(2026, 12, 21);

    /// On which days before `DAY` it is told, where it is looked at on each of these.
    fn told_on(choices: &Choices, kind: Kind, looked: impl Iterator<Item = i64>) -> Vec<i64> {
        let mut told = BTreeSet::new();
        let mut days = Vec::new();
        for before in looked {
            let mut dated = entry("a", DAY);
            dated.kind = kind;
            let today = DAY - before.days();
            for (entry, lead) in due(&[dated.clone()], choices, &told.clone(), today) {
                told.insert((entry.key.clone(), entry.on, lead));
                days.push(before);
            }
        }
        days
    }

    #[test]
    fn a_date_of_the_law_is_told_a_fortnight_three_days_before_and_on_the_day_and_no_more() {
        let all = Choices::default();
        assert_eq!(told_on(&all, Kind::Law, (-5..40).rev()), [14, 3, 0]);
        assert_eq!(told_on(&all, Kind::Meeting, (-5..40).rev()), [3]);
        assert_eq!(told_on(&Choices::none(), Kind::Law, (-5..40).rev()), [0_i64; 0]);
    }

    #[test]
    fn what_appears_late_or_after_a_night_without_letters_is_told_at_once_and_once() {
        let all = Choices::default();
        assert_eq!(told_on(&all, Kind::Law, [10, 9, 8].into_iter()), [10]);
        assert_eq!(told_on(&all, Kind::Law, [13, 2, 1].into_iter()), [13, 2]);
        assert_eq!(told_on(&all, Kind::Law, [1, 0].into_iter()), [1, 0]);
    }

    #[test]
    fn a_date_that_moves_is_told_again() {
        let told = BTreeSet::from([("a".to_owned(), DAY, 14)]);
        let today = DAY - 14.days();
        assert!(due(&[entry("a", DAY)], &Choices::default(), &told, today).is_empty());
        let moved = [entry("a", DAY - 1.day())];
        assert_eq!(due(&moved, &Choices::default(), &told, today).len(), 1);
    }

    #[test]
    fn nobody_is_reminded_of_what_is_done_or_of_what_others_do() {
        let (mut done, mut others) = (entry("a", DAY), entry("b", DAY));
        done.is_done = true;
        others.is_own = false;
        let all = [done, others];
        assert!(due(&all, &Choices::default(), &BTreeSet::new(), DAY).is_empty());
        assert!(of_the_week(&all, DAY).is_empty());
    }

    #[test]
    fn the_letter_of_the_week_says_what_is_late_and_what_comes_within_a_fortnight() {
        let mut late = entry("late", DAY - 4.days());
        late.kind = Kind::Commitment;
        let passed = entry("passed", DAY - 4.days());
        let all = [late, passed, entry("soon", DAY + 14.days()), entry("far", DAY + 15.days())];
        let said: Vec<&str> = of_the_week(&all, DAY).iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(said, ["late", "soon"]);
    }

    #[test]
    fn a_week_begins_on_its_monday() {
        assert_eq!(monday(date(2026, 11, 22)), date(2026, 11, 16));
        assert_eq!(monday(date(2026, 11, 23)), date(2026, 11, 23));
    }
}
