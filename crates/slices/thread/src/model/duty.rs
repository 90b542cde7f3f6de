//! What is to be done, and in which order a reader sees it.

use jiff::civil::Date;
use kernel::Party;
use spaces::ActivityKind;

use super::day::{Away, days_between};

/// Something to do. The words are the page's; here is what they are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// The law forbids, blocks or warns. `bites`: people already work with the system.
    Stop { title: String, why: String, articles: Vec<String>, bites: bool },
    /// The other party has turned its key.
    Key { opening: bool, campaign: String, by: Party },
    /// Findings passed to a space wait for an answer with reasons: the words of the only one, or how many.
    Answer { words: String, count: usize, space: String },
    /// Articles wait for a position: the title of the first, and how many there are.
    Consent { number: i64, title: String, count: usize },
    /// An objection stands against an article.
    Objection { number: i64, title: String, by: Party },
    /// The law sets a date, or cannot be read without an answer.
    Law { title: String, why: String, articles: Vec<String> },
    /// A time of dialogue is planned.
    Hold { kind: ActivityKind, title: String, who: String },
    /// Its day has passed, and nobody said what came of it.
    SayHeld { title: String },
    /// A diagnostic is ready to be opened.
    Open { campaign: String },
    /// A diagnostic takes answers until a day.
    Collect { campaign: String },
    /// Its last day has passed: closing publishes the results.
    Close { campaign: String },
    /// Somebody committed to something by a day.
    Keep { what: String, owner: String },
    /// The indicator of a commitment comes close to the threshold that puts going back on the table.
    Watch { indicator: String, what: String },
    /// A commitment is to be looked at again; `called` by its trigger.
    Review { what: String, called: bool },
    /// Nobody speaks for a party of the trinôme yet.
    Invite { party: Party },
    /// No diagnostic was ever prepared.
    Begin,
    /// A pitfall of the dialogue, or a family that is missing, in words; the link says what to do about it.
    Heed { what: String, why: String, go: String },
}

/// A thing to do, by whom, by when, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    pub matter: Matter,
    /// The parties that can do it; empty means everybody.
    pub parties: Vec<Party>,
    pub due: Option<Date>,
    /// The end of the address under the project, or a whole address starting with `/`.
    pub rest: String,
}

/// A thing to do as one reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub duty: Duty,
    /// Whether the reader's own party can do it.
    pub is_own: bool,
    pub away: Option<Away>,
    /// The one button that stands out.
    pub is_main: bool,
}

impl Row {
    /// Whether it stands on the colour of alerts.
    pub fn is_late(&self) -> bool {
        matches!(self.duty.matter, Matter::Stop { .. }) || self.away.is_some_and(Away::is_late)
    }
}

/// The list, and what the shortest path costs the reader's party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    pub now: Vec<Row>,
    pub later: Vec<Row>,
    /// How many of the acts in sight are the reader's party's, within a month.
    pub acts: usize,
    /// What they cost, by our own estimates.
    pub minutes: u32,
}

/// How many rows stand in sight.
pub const IN_SIGHT: usize = 5;
/// What is further away than this waits behind what is near.
const NEAR: i32 = 45;
/// The horizon of the shortest path.
const MONTH: i32 = 31;

/// Orders what is to be done for a reader: what already goes against the law, then what their party is awaited for, then
/// by date; what others do comes after, and what is far away last.
pub fn list(duties: Vec<Duty>, reader: Party, today: Date) -> List {
    let mut rows: Vec<Row> = duties.into_iter().map(|duty| row(duty, reader, today)).collect();
    let law = rows.iter().filter(|row| row.duty.is_law_date()).filter_map(|row| row.duty.due).min();
    rows.sort_by_key(|row| (rank(row, law, today), row.duty.due.unwrap_or(Date::MAX)));
    let path: Vec<u32> = rows
        .iter()
        .take(IN_SIGHT)
        .filter(|row| is_on_path(row, today))
        .map(|row| minutes(&row.duty.matter))
        .collect();
    if let Some(main) = rows.iter_mut().find(|row| row.is_own && row.duty.matter.is_an_act()) {
        main.is_main = true;
    }
    let later = rows.split_off(rows.len().min(IN_SIGHT));
    List { now: rows, later, acts: path.len(), minutes: path.iter().sum() }
}

fn row(duty: Duty, reader: Party, today: Date) -> Row {
    let is_own = duty.parties.is_empty() || duty.parties.contains(&reader);
    let away = duty.due.map(|due| Away::from(today, due));
    Row { duty, is_own, away, is_main: false }
}

/// `law` is the nearest date of the law: the next ones wait, so that what people do stays in sight.
fn rank(row: &Row, law: Option<Date>, today: Date) -> u8 {
    let is_later_law = row.duty.is_law_date() && row.duty.due != law;
    let is_far = row.duty.due.is_some_and(|due| days_between(today, due) > NEAR);
    match (&row.duty.matter, row.is_own) {
        (Matter::Stop { bites: true, .. }, _) => 0,
        (Matter::Key { .. }, true) => 1,
        (Matter::Answer { .. }, true) => 2,
        (Matter::Consent { .. }, true) => 3,
        (Matter::Stop { .. }, _) => 4,
        // Without a date, what names an article warns; what names none asks for an answer.
        (Matter::Law { articles, .. }, _) if row.duty.due.is_none() => {
            if articles.is_empty() {
                7
            } else {
                4
            }
        }
        (Matter::Invite { .. } | Matter::Begin | Matter::Open { .. }, true) => 6,
        // Gentle: what people are awaited for comes before it.
        (Matter::Heed { .. }, _) => 7,
        (Matter::Review { called: true, .. }, _) => 4,
        (_, true) if !is_far && !is_later_law => 5,
        (_, false) if !is_far => 7,
        (_, true) => 8,
        (_, false) => 9,
    }
}

fn is_on_path(row: &Row, today: Date) -> bool {
    let is_soon = row.duty.due.is_none_or(|due| days_between(today, due) <= MONTH);
    row.is_own && is_soon && row.duty.matter.is_an_act()
}

impl Duty {
    fn is_law_date(&self) -> bool {
        matches!(self.matter, Matter::Law { .. }) && self.due.is_some()
    }
}

impl Matter {
    /// Whether somebody does it, rather than minds it.
    pub const fn is_an_act(&self) -> bool {
        !matches!(
            self,
            Self::Stop { .. }
                | Self::Law { .. }
                | Self::Collect { .. }
                | Self::Watch { .. }
                | Self::Heed { .. }
        )
    }
}

/// What an act costs one person, in minutes. Ours, to give an order of size: the page says so.
pub const fn minutes(matter: &Matter) -> u32 {
    match matter {
        Matter::Stop { .. }
        | Matter::Law { .. }
        | Matter::Collect { .. }
        | Matter::Watch { .. }
        | Matter::Heed { .. } => 0,
        Matter::Key { .. } | Matter::Open { .. } | Matter::Close { .. } | Matter::Invite { .. } => 5,
        Matter::SayHeld { .. } => 10,
        Matter::Answer { count, .. } => 20 * times(*count),
        Matter::Consent { count, .. } => 15 * times(*count),
        Matter::Begin => 15,
        Matter::Objection { .. } | Matter::Keep { .. } => 30,
        Matter::Review { .. } => 60,
        Matter::Hold { kind, .. } => held(*kind),
    }
}

/// Past six, things of one kind are taken together.
const fn times(count: usize) -> u32 {
    if count > 6 { 6 } else { count as u32 }
}

const fn held(kind: ActivityKind) -> u32 {
    match kind {
        ActivityKind::Campaign => 20,
        ActivityKind::Workshop | ActivityKind::TechnicalReview => 90,
        ActivityKind::Consultation => 120,
        _ => 60,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use kernel::Party;

    use super::{Away, Duty, IN_SIGHT, List, Matter, list};
    use crate::model::day::after;

    const TODAY: Date = date(2026, 11, 22);
    const BOTH: [Party; 2] = [Party::Management, Party::StaffRepresentatives];

    fn duty(matter: Matter, parties: &[Party], days: Option<i32>) -> Duty {
        Duty {
            matter,
            parties: parties.to_vec(),
            due: days.map(|days| after(TODAY, days)),
            rest: "x".to_owned(),
        }
    }

    fn stop(bites: bool) -> Duty {
        let (title, why, articles) = ("avis".to_owned(), String::new(), Vec::new());
        duty(Matter::Stop { title, why, articles, bites }, &[], None)
    }

    fn key() -> Matter {
        Matter::Key { opening: true, campaign: "diagnostic".to_owned(), by: Party::Management }
    }

    fn answer() -> Matter {
        Matter::Answer { words: "qui voit l’écart ?".to_owned(), count: 1, space: "CSE".to_owned() }
    }

    fn consent() -> Matter {
        Matter::Consent { number: 4, title: "usage de l’écart".to_owned(), count: 1 }
    }

    fn review() -> Matter {
        Matter::Review { what: "marche en parallèle".to_owned(), called: false }
    }

    fn law_date() -> Matter {
        let (title, why, articles) = ("fin du délai d’avis".to_owned(), String::new(), Vec::new());
        Matter::Law { title, why, articles }
    }

    fn kinds(list: &List) -> Vec<Matter> {
        list.now.iter().chain(&list.later).map(|row| row.duty.matter.clone()).collect()
    }

    #[test]
    fn a_reader_sees_first_what_their_own_party_is_awaited_for() {
        let reps = [Party::StaffRepresentatives];
        let duties = vec![
            duty(review(), &[], Some(20)),
            duty(law_date(), &[], Some(29)),
            stop(false),
            duty(consent(), &reps, None),
            duty(answer(), &[Party::Management], Some(2)),
            duty(answer(), &reps, Some(12)),
            duty(key(), &reps, Some(9)),
        ];
        let expected = [key(), answer(), consent(), stop(false).matter, review(), law_date(), answer()];
        let seen = list(duties, Party::StaffRepresentatives, TODAY);
        assert_eq!(kinds(&seen), expected);
        assert_eq!(seen.now.len(), IN_SIGHT);
        assert!(!seen.later.last().expect("seven rows").is_own);
    }

    #[test]
    fn what_already_goes_against_the_law_comes_before_everything() {
        let seen = list(vec![duty(key(), &BOTH, Some(1)), stop(true)], Party::Management, TODAY);
        assert_eq!(kinds(&seen), [stop(true).matter, key()]);
        assert!(seen.now[0].is_late());
    }

    #[test]
    fn a_warning_of_the_law_comes_before_its_dates_and_before_its_open_questions() {
        let law = |title: &str, articles: &[&str], days| {
            let articles = articles.iter().map(|&article| article.to_owned()).collect();
            duty(Matter::Law { title: title.to_owned(), why: String::new(), articles }, &[], days)
        };
        let duties =
            vec![law("questions", &[], None), law("date", &["L1"], Some(3)), law("alerte", &["L2"], None)];
        let seen = list(duties, Party::Workers, TODAY);
        let titles: Vec<String> = kinds(&seen)
            .into_iter()
            .filter_map(|matter| if let Matter::Law { title, .. } = matter { Some(title) } else { None })
            .collect();
        assert_eq!(titles, ["alerte", "date", "questions"]);
    }

    #[test]
    fn only_the_nearest_date_of_the_law_stands_before_what_people_do() {
        let duties = vec![
            duty(law_date(), &[], Some(2)),
            duty(law_date(), &[], Some(1)),
            duty(review(), &[], Some(20)),
        ];
        let seen = list(duties, Party::Workers, TODAY);
        let days: Vec<_> = seen.now.iter().map(|row| row.away).collect();
        assert_eq!(days, [Some(Away::Tomorrow), Some(Away::In(20)), Some(Away::In(2))]);
    }

    #[test]
    fn a_meeting_that_a_trigger_calls_comes_with_what_the_law_asks() {
        let called = Matter::Review { what: "tableur".to_owned(), called: true };
        let duties = vec![duty(law_date(), &[], Some(1)), duty(called.clone(), &BOTH, Some(14)), stop(false)];
        assert_eq!(kinds(&list(duties, Party::Workers, TODAY)), [called, stop(false).matter, law_date()]);
    }

    #[test]
    fn what_is_late_comes_before_what_is_due_and_says_by_how_much() {
        let seen =
            list(vec![duty(review(), &[], Some(3)), duty(law_date(), &[], Some(-2))], Party::Workers, TODAY);
        assert_eq!(kinds(&seen), [law_date(), review()]);
        assert_eq!(seen.now[0].away, Some(Away::Late(2)));
        assert!(seen.now[0].is_late() && !seen.now[1].is_late());
    }

    #[test]
    fn a_new_project_is_begun_before_a_review_a_year_away() {
        let invite = Matter::Invite { party: Party::Technical };
        let duties = vec![duty(review(), &[], Some(365)), duty(invite.clone(), &BOTH, None)];
        assert_eq!(kinds(&list(duties, Party::Management, TODAY)), [invite, review()]);
    }

    #[test]
    fn the_shortest_path_counts_the_acts_of_ones_own_party_within_a_month() {
        let duties = vec![
            duty(key(), &BOTH, Some(9)),
            duty(answer(), &BOTH, None),
            duty(consent(), &[Party::Technical], None),
            duty(review(), &[], Some(32)),
            duty(law_date(), &[], Some(3)),
            stop(true),
        ];
        let seen = list(duties, Party::Management, TODAY);
        assert_eq!((seen.acts, seen.minutes), (2, 25));
    }

    #[test]
    fn one_button_stands_out_and_it_is_for_an_act_of_the_readers() {
        let duties =
            vec![stop(true), duty(answer(), &[Party::Management], Some(1)), duty(review(), &[], Some(2))];
        let seen = list(duties, Party::Workers, TODAY);
        let main: Vec<_> =
            seen.now.iter().filter(|row| row.is_main).map(|row| row.duty.matter.clone()).collect();
        assert_eq!(main, [review()]);
    }

    #[test]
    fn nothing_to_do_is_an_empty_list_without_cost() {
        let seen = list(Vec::new(), Party::Management, TODAY);
        assert_eq!(seen, List { now: vec![], later: vec![], acts: 0, minutes: 0 });
    }
}
