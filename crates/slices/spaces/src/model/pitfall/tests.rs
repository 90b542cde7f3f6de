//! Each alert appears, and goes away when what it asks for is done; a dialogue that is well has none.

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use kernel::{Id, MemberId, Party, SpaceId, Sphere};

use super::{Alert, Exchanges, Limits, Pitfall, Subject, Watched, alerts};
use crate::model::{
    activity::{Activity, ActivityKind, ActivityState, Round},
    seats::{SeatKind, Seated},
    space::{Closed, Form, Space},
};

const TODAY: Date = date(2026, 11, 22);
const SOCIAL: u32 = 1;
const WORK: u32 = 2;
const TECHNICAL: u32 = 3;

fn id<T: ?Sized>(n: u32) -> Id<T> {
    Id::parse(&format!("0198c0de0000700080000000{n:08}")).expect("an id")
}

fn ago(weeks: i64) -> Date {
    TODAY - weeks.weeks()
}

/// A project of half a year in which all goes well; tests spoil one thing each.
struct Project {
    spaces: Vec<Space>,
    activities: Vec<Activity>,
    seated: Vec<Seated>,
    present: Vec<Party>,
    exchanges: Exchanges,
    limits: Limits,
    today: Date,
}

fn well() -> Project {
    let space = |(sphere, n): (&Sphere, u32)| {
        Space::new(id(n), *sphere, ("x".to_owned(), String::new()), *sphere == Sphere::Social, ago(26))
    };
    let seat = |space: u32, member: u32, party| Seated {
        space: id(space),
        member: id::<kernel::of::Member>(member),
        party,
        seat: SeatKind::Sits,
    };
    Project {
        spaces: Sphere::ALL.iter().zip(1..).map(space).collect(),
        activities: vec![
            held(10, SOCIAL, ActivityKind::Information, ago(3)),
            held(11, WORK, ActivityKind::Workshop, ago(5)),
            held(12, TECHNICAL, ActivityKind::TechnicalReview, ago(4)),
        ],
        seated: vec![
            seat(SOCIAL, 100, Party::Management),
            seat(SOCIAL, 101, Party::StaffRepresentatives),
            seat(WORK, 102, Party::Workers),
            seat(TECHNICAL, 103, Party::Technical),
        ],
        present: Party::ALL.to_vec(),
        exchanges: Exchanges {
            said: vec![(id(WORK), ago(5)), (id(TECHNICAL), ago(4))],
            passed: vec![(id(WORK), id(SOCIAL), ago(5)), (id(TECHNICAL), id(SOCIAL), ago(4))],
        },
        limits: Limits::default(),
        today: TODAY,
    }
}

fn held(n: u32, space: u32, kind: ActivityKind, on: Date) -> Activity {
    Activity {
        id: id::<kernel::of::Activity>(n),
        space: id(space),
        sphere: Sphere::ALL[space as usize - 1],
        kind,
        title: "x".to_owned(),
        on,
        state: if on <= TODAY { ActivityState::Held } else { ActivityState::Planned },
        source: None,
        outcome: String::new(),
        form: kind.usual_form(),
        round: kind.usual_round(),
        follows: None,
        without_understanding: String::new(),
    }
}

impl Project {
    fn alerts(&self) -> Vec<Alert> {
        alerts(&Watched {
            spaces: &self.spaces,
            activities: &self.activities,
            seated: &self.seated,
            present: &self.present,
            exchanges: &self.exchanges,
            limits: self.limits,
            today: self.today,
        })
    }

    fn pitfalls(&self) -> Vec<(Pitfall, Subject)> {
        self.alerts().into_iter().map(|alert| (alert.pitfall, alert.subject)).collect()
    }

    fn only(&self, pitfall: Pitfall, subject: Subject) {
        assert_eq!(self.pitfalls(), [(pitfall, subject)]);
    }

    fn none(&self) {
        assert_eq!(self.pitfalls(), []);
    }
}

fn at(space: u32) -> Subject {
    Subject::Space(id(space))
}

#[test]
fn a_dialogue_that_is_well_has_no_alert() {
    well().none();
}

#[test]
fn deciding_in_an_informal_space_is_told_until_a_statutory_one_decides() {
    for (round, form) in [(Round::Decide, Form::Expression), (Round::Understand, Form::Negotiation)] {
        let mut project = well();
        let wrong = Activity { round, form, ..held(20, WORK, ActivityKind::Meeting, ago(1)) };
        project.activities.push(wrong);
        project.only(Pitfall::DecidedElsewhere, at(WORK));
        let mut corrected = well();
        corrected.activities.push(held(20, WORK, ActivityKind::Meeting, ago(1)));
        corrected.none();
        project.activities.push(held(21, SOCIAL, ActivityKind::Opinion, TODAY + 2.weeks()));
        project.none();
    }
}

#[test]
fn where_no_space_is_statutory_people_decide_where_they_can() {
    let mut project = well();
    project.spaces[0].is_statutory = false;
    project
        .activities
        .push(Activity { round: Round::Decide, ..held(20, WORK, ActivityKind::Meeting, ago(1)) });
    project.none();
}

#[test]
fn a_technical_review_in_the_committee_is_told_until_one_is_held_where_it_belongs() {
    let mut project = well();
    project.activities.push(held(20, SOCIAL, ActivityKind::TechnicalReview, ago(1)));
    project.only(Pitfall::OtherDialogue, at(SOCIAL));
    project.activities.push(held(21, TECHNICAL, ActivityKind::TechnicalReview, TODAY));
    project.none();
}

#[test]
fn the_same_people_everywhere_are_told_until_somebody_else_sits_somewhere() {
    let mut project = well();
    let only: MemberId = id(100);
    for one in &mut project.seated {
        one.member = only;
    }
    project.only(Pitfall::SamePeople, Subject::Project);
    project.seated[3].member = id(103);
    project.none();
    project.seated[3].member = only;
    let mut guest = project.seated[3];
    (guest.member, guest.seat) = (id(104), SeatKind::Guest);
    project.seated.push(guest);
    project.only(Pitfall::SamePeople, Subject::Project);
}

#[test]
fn what_was_said_and_passed_nowhere_is_told_after_four_weeks_until_it_passes() {
    let mut project = well();
    project.exchanges.said.push((id(WORK), ago(4)));
    project.none();
    project.today = TODAY + 1.day();
    project.only(Pitfall::NotLinked, at(WORK));
    project.exchanges.passed.push((id(WORK), id(TECHNICAL), project.today));
    project.none();
}

#[test]
fn a_project_without_a_technical_seat_is_told_until_somebody_sits_and_something_is_held() {
    let mut project = well();
    project.present.retain(|party| *party != Party::Technical);
    let found = project.pitfalls();
    assert!(found.contains(&(Pitfall::NoTechnicalMember, Subject::Project)), "{found:?}");
    project.present.push(Party::Technical);
    project.none();
    project.activities.retain(|activity| activity.sphere != Sphere::Technical);
    let found = project.pitfalls();
    assert!(found.contains(&(Pitfall::NoTechnicalTalk, Subject::Project)), "{found:?}");
    project.activities.push(held(20, TECHNICAL, ActivityKind::TechnicalReview, TODAY + 1.week()));
    project.none();
}

#[test]
fn a_young_project_is_not_told_that_its_technical_space_is_silent() {
    let mut project = well();
    for space in &mut project.spaces {
        space.opened_on = ago(2);
    }
    project.activities.clear();
    project.none();
}

#[test]
fn nothing_since_twelve_weeks_is_told_until_something_is_planned() {
    let mut project = well();
    project.today = ago(5) + 12.weeks();
    project.none();
    project.today = ago(5) + 12.weeks() + 1.day();
    project.only(Pitfall::Silent, at(WORK));
    project.activities.push(Activity {
        state: ActivityState::Planned,
        ..held(20, WORK, ActivityKind::Workshop, project.today)
    });
    project.none();
}

#[test]
fn a_space_that_said_how_often_it_meets_is_held_to_that() {
    let mut project = well();
    project.spaces[1].rhythm_weeks = Some(4);
    project.only(Pitfall::Silent, at(WORK));
    project.activities.push(held(20, WORK, ActivityKind::Workshop, TODAY));
    project.none();
}

#[test]
fn a_closed_space_is_told_on_the_day_it_is_looked_at_again_until_it_has_another_day() {
    let mut project = well();
    let closed = |on| Some(Closed { on: ago(8), because: String::new(), next_review: on });
    project.spaces[1].closed = closed(TODAY + 1.day());
    project.none();
    project.spaces[1].closed = closed(TODAY);
    project.only(Pitfall::ReviewDue, at(WORK));
    project.spaces[1].closed = closed(TODAY + 10.weeks());
    project.none();
    project.spaces[1].closed = None;
    project.none();
}

#[test]
fn each_missing_family_is_told_until_somebody_speaks_for_it() {
    use kernel::StakeholderFamily as Family;
    for (gone, families) in [
        (&[Party::Prevention][..], vec![Family::Preventers]),
        (&[Party::Workers, Party::LineManagers], vec![Family::Users]),
        (&[Party::StaffRepresentatives], vec![Family::Representatives]),
        (&[Party::Management], vec![Family::Deciders]),
    ] {
        let mut project = well();
        project.present.retain(|party| !gone.contains(party));
        let expected: Vec<_> =
            families.into_iter().map(|family| (Pitfall::MissingFamily, Subject::Family(family))).collect();
        assert_eq!(project.pitfalls(), expected);
        project.present.push(gone[0]);
        project.none();
    }
}

/// Every way in which a project may differ from one that is well, one bit each.
fn spoilt(bits: u32) -> Project {
    let mut project = well();
    let has = |bit: u32| bits & (1 << bit) != 0;
    if has(0) {
        project
            .activities
            .push(Activity { round: Round::Decide, ..held(20, WORK, ActivityKind::Meeting, ago(1)) });
    }
    if has(1) {
        project.activities.push(held(21, SOCIAL, ActivityKind::TechnicalReview, ago(1)));
    }
    if has(2) {
        project.exchanges.said.push((id(WORK), ago(4) - 1.day()));
        project.exchanges.passed.clear();
    }
    if has(3) {
        project.present.retain(|party| *party != Party::Technical);
    }
    if has(4) {
        project.activities.retain(|activity| activity.space != id::<kernel::of::Space>(TECHNICAL));
    }
    if has(5) {
        let closed = Closed { on: ago(8), because: String::new(), next_review: ago(1) };
        project.spaces[1].closed = Some(closed);
    }
    if has(6) {
        for one in &mut project.seated {
            one.member = id(100);
        }
    }
    if has(7) {
        project.spaces[0].rhythm_weeks = Some(1);
    }
    project
}

/// Does what an alert asks for.
fn remedy(project: &mut Project, alert: Alert, n: u32) {
    let space = match alert.subject {
        Subject::Space(space) => Some(space),
        Subject::Project | Subject::Family(_) => None,
    };
    let number = |wanted: Option<SpaceId>| (1..=3).find(|n| wanted == Some(id(*n))).unwrap_or(TECHNICAL);
    match alert.pitfall {
        Pitfall::DecidedElsewhere => {
            project.activities.push(held(n, SOCIAL, ActivityKind::Consultation, TODAY));
        }
        Pitfall::OtherDialogue | Pitfall::NoTechnicalTalk => {
            project.activities.push(held(n, TECHNICAL, ActivityKind::TechnicalReview, TODAY));
        }
        Pitfall::SamePeople => project.seated[3].member = id(n),
        Pitfall::NotLinked => {
            project.exchanges.passed.push((space.expect("a space"), id(SOCIAL), TODAY));
        }
        Pitfall::NoTechnicalMember | Pitfall::MissingFamily => project.present.push(Party::Technical),
        Pitfall::Silent => {
            project.activities.push(held(n, number(space), ActivityKind::Meeting, TODAY));
        }
        Pitfall::ReviewDue => project.spaces[1].closed = None,
    }
}

#[test]
fn whatever_is_wrong_at_once_each_remedy_ends_its_alert() {
    for bits in 0..256 {
        let mut project = spoilt(bits);
        for (n, alert) in (50..).zip(project.alerts()) {
            remedy(&mut project, alert, n);
            let left = project.pitfalls();
            assert!(!left.contains(&(alert.pitfall, alert.subject)), "{bits:#b}: {alert:?} is still told");
        }
    }
}

#[test]
fn the_same_facts_on_the_same_day_give_the_same_alerts_in_whatever_order_they_are_read() {
    for bits in 0..256 {
        let mut project = spoilt(bits);
        let mut first = project.pitfalls();
        project.activities.reverse();
        project.seated.reverse();
        project.exchanges.said.reverse();
        project.exchanges.passed.reverse();
        project.present.reverse();
        let mut again = project.pitfalls();
        first.sort_by_key(|(pitfall, subject)| (*pitfall, *subject));
        again.sort_by_key(|(pitfall, subject)| (*pitfall, *subject));
        assert_eq!(first, again, "{bits:#b}");
    }
}

#[test]
fn limits_are_data_and_longer_ones_never_add_an_alert_of_time() {
    for bits in 0..256 {
        let project = spoilt(bits);
        let patient = Project {
            limits: Limits { unlinked_weeks: 40, silent_weeks: 40, aside_weeks: 4 },
            ..spoilt(bits)
        };
        let (all, fewer) = (project.pitfalls(), patient.pitfalls());
        assert!(fewer.iter().all(|alert| all.contains(alert)), "{bits:#b}: {fewer:?} {all:?}");
    }
}
