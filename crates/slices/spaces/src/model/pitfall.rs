//! The four pitfalls of a dialogue, and the families that are missing from it: what to watch, and what makes each alert go
//! away. Facts and days in, alerts out (methods.md 24.2 and 25.2).
//!
//! An alert is gentle: it blocks nothing, says what to do, and is gone when that is done. To add one: a line in
//! [`Pitfall`], a function below, its words `alert-…`, a test that it appears and a test that its remedy ends it.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use kernel::{MemberId, Party, SpaceId, Sphere, StakeholderFamily, codes};

use super::{
    activity::{Activity, ActivityKind, ActivityState, Round},
    seats::{SeatKind, Seated},
    space::{Form, Space},
};

codes! {
    /// What may go wrong with a dialogue as a whole.
    pub enum Pitfall("pitfall") {
        /// Something is decided or negotiated in an informal space, though a statutory one is there.
        DecidedElsewhere = "decided_elsewhere",
        /// A space holds what belongs to another dialogue.
        OtherDialogue = "other_dialogue",
        /// The same people, and only they, sit in every space.
        SamePeople = "same_people",
        /// What was said in a space passed to no other.
        NotLinked = "not_linked",
        /// Nobody speaks for those who design, integrate or supply.
        NoTechnicalMember = "no_technical_member",
        /// No technical space, or nothing held nor planned in one.
        NoTechnicalTalk = "no_technical_talk",
        /// Nothing for weeks, and nothing planned.
        Silent = "silent",
        /// A closed space whose day for looking at it again has come.
        ReviewDue = "review_due",
        /// A stakeholder family that nobody speaks for.
        MissingFamily = "missing_family",
    }
}

/// After how many weeks to speak up: data of the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub unlinked_weeks: u8,
    pub silent_weeks: u8,
    /// For how long a party may set an alert aside.
    pub aside_weeks: u8,
}

impl Default for Limits {
    fn default() -> Self {
        Self { unlinked_weeks: 4, silent_weeks: 12, aside_weeks: 4 }
    }
}

/// What was said and what passed, without a word of it: only where and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exchanges {
    pub said: Vec<(SpaceId, Date)>,
    /// From a space, to a space.
    pub passed: Vec<(SpaceId, SpaceId, Date)>,
}

/// All that the alerts are read from.
#[derive(Debug, Clone, Copy)]
pub struct Watched<'a> {
    pub spaces: &'a [Space],
    pub activities: &'a [Activity],
    pub seated: &'a [Seated],
    /// The parties with a member in the organisation.
    pub present: &'a [Party],
    pub exchanges: &'a Exchanges,
    pub limits: Limits,
    pub today: Date,
}

/// What an alert is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Project,
    Space(SpaceId),
    Family(StakeholderFamily),
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Project => Ok(()),
            Self::Space(space) => write!(f, "{space}"),
            Self::Family(family) => write!(f, "{family}"),
        }
    }
}

/// A gentle alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alert {
    pub pitfall: Pitfall,
    pub subject: Subject,
    /// The day it is about: of what was held, of the last word, of the review.
    pub since: Option<Date>,
}

/// Every alert there is today, in the order of [`Pitfall`].
pub fn alerts(watched: &Watched<'_>) -> Vec<Alert> {
    let mut found = decided_elsewhere(watched);
    found.extend(other_dialogue(watched));
    found.extend(same_people(watched));
    found.extend(not_linked(watched));
    found.extend(no_technical(watched));
    found.extend(silent(watched));
    found.extend(review_due(watched));
    found.extend(missing_families(watched));
    found
}

fn weeks_before(day: Date, weeks: u8) -> Date {
    day.saturating_sub(i64::from(weeks).weeks())
}

impl Watched<'_> {
    fn open(&self) -> impl Iterator<Item = &Space> {
        self.spaces.iter().filter(|space| space.is_open())
    }

    fn space(&self, id: SpaceId) -> Option<&Space> {
        self.spaces.iter().find(|space| space.id == id)
    }

    /// Planned or held, in whichever space.
    fn standing(&self) -> impl Iterator<Item = &Activity> {
        self.activities.iter().filter(|activity| activity.state != ActivityState::Cancelled)
    }
}

fn of_space(pitfall: Pitfall, space: SpaceId, since: Option<Date>) -> Alert {
    Alert { pitfall, subject: Subject::Space(space), since }
}

/// One alert a space, about the latest day.
fn by_space(pitfall: Pitfall, mut found: Vec<(SpaceId, Date)>) -> Vec<Alert> {
    found.sort();
    let mut alerts: Vec<Alert> = Vec::new();
    for (space, on) in found {
        match alerts.iter_mut().find(|alert| alert.subject == Subject::Space(space)) {
            Some(known) => known.since = Some(on),
            None => alerts.push(of_space(pitfall, space, Some(on))),
        }
    }
    alerts
}

/// Goes away when it is corrected or cancelled, or when a statutory space decides after it. Where no space is statutory,
/// people decide where they can.
fn decided_elsewhere(watched: &Watched<'_>) -> Vec<Alert> {
    let is_statutory = |id: SpaceId| watched.space(id).is_some_and(|space| space.is_statutory);
    if !watched.open().any(|space| space.is_statutory) {
        return Vec::new();
    }
    let decides = |a: &Activity| a.round == Round::Decide || a.form == Form::Negotiation;
    let settled_after = |on: Date| {
        watched
            .standing()
            .any(|a| is_statutory(a.space) && (decides(a) || a.form == Form::Consultation) && a.on >= on)
    };
    let wrong = watched.standing().filter(|a| decides(a) && !is_statutory(a.space) && !settled_after(a.on));
    by_space(Pitfall::DecidedElsewhere, wrong.map(|a| (a.space, a.on)).collect())
}

/// The dialogue to which a kind of activity belongs, where it belongs to one.
const fn own_sphere(kind: ActivityKind) -> Option<Sphere> {
    match kind {
        ActivityKind::Consultation | ActivityKind::Opinion => Some(Sphere::Social),
        ActivityKind::TechnicalReview => Some(Sphere::Technical),
        _ => None,
    }
}

/// Goes away when it is cancelled, or when the same is planned or held where it belongs.
fn other_dialogue(watched: &Watched<'_>) -> Vec<Alert> {
    let misplaced = |a: &&Activity| own_sphere(a.kind).is_some_and(|sphere| sphere != a.sphere);
    let mended = |wrong: &Activity| {
        watched
            .standing()
            .any(|a| a.kind == wrong.kind && own_sphere(a.kind) == Some(a.sphere) && a.on >= wrong.on)
    };
    let wrong = watched.standing().filter(misplaced).filter(|a| !mended(a));
    by_space(Pitfall::OtherDialogue, wrong.map(|a| (a.space, a.on)).collect())
}

/// Goes away when somebody sits in one space and not in the others. Spaces whose members nobody named say nothing.
fn same_people(watched: &Watched<'_>) -> Option<Alert> {
    let sitting = |space: &Space| -> BTreeSet<MemberId> {
        let here = watched.seated.iter().filter(|one| one.space == space.id && one.seat == SeatKind::Sits);
        here.map(|one| one.member).collect()
    };
    let named: Vec<(Sphere, BTreeSet<MemberId>)> = watched
        .open()
        .map(|space| (space.sphere, sitting(space)))
        .filter(|(_, people)| !people.is_empty())
        .collect();
    let spheres: BTreeSet<Sphere> = named.iter().map(|(sphere, _)| *sphere).collect();
    let (_, first) = named.first()?;
    let same = spheres.len() > 1 && named.iter().all(|(_, people)| people == first);
    same.then_some(Alert { pitfall: Pitfall::SamePeople, subject: Subject::Project, since: None })
}

/// Goes away when something passes from the space or to it. One space alone has nowhere to pass anything.
fn not_linked(watched: &Watched<'_>) -> Vec<Alert> {
    if watched.open().count() < 2 {
        return Vec::new();
    }
    let limit = weeks_before(watched.today, watched.limits.unlinked_weeks);
    watched
        .open()
        .filter_map(|space| unlinked_since(watched.exchanges, space.id).map(|since| (space.id, since)))
        .filter(|(_, since)| *since < limit)
        .map(|(space, since)| of_space(Pitfall::NotLinked, space, Some(since)))
        .collect()
}

/// The first thing said in a space since something last passed from it or to it.
fn unlinked_since(exchanges: &Exchanges, space: SpaceId) -> Option<Date> {
    let passed = exchanges.passed.iter().filter(|(from, to, _)| *from == space || *to == space);
    let last = passed.map(|(_, _, on)| *on).max();
    let said = exchanges.said.iter().filter(|(here, _)| *here == space).map(|(_, on)| *on);
    said.filter(|on| last.is_none_or(|last| *on > last)).min()
}

/// Goes away with a member, with a technical space, and with something held or planned in one. A young project has time.
fn no_technical(watched: &Watched<'_>) -> Vec<Alert> {
    let alert = |pitfall| Alert { pitfall, subject: Subject::Project, since: None };
    let mut found = Vec::new();
    if !watched.present.contains(&Party::Technical) {
        found.push(alert(Pitfall::NoTechnicalMember));
    }
    let began = watched.spaces.iter().map(|space| space.opened_on).min();
    let is_young = began.is_none_or(|day| day >= weeks_before(watched.today, watched.limits.silent_weeks));
    let has_space = watched.open().any(|space| space.sphere == Sphere::Technical);
    let talks = watched.standing().any(|activity| activity.sphere == Sphere::Technical);
    if !has_space || (!talks && !is_young) {
        found.push(alert(Pitfall::NoTechnicalTalk));
    }
    found
}

/// Goes away when something is held or planned there. A space that said how often it meets is held to that.
fn silent(watched: &Watched<'_>) -> Vec<Alert> {
    let mut found = Vec::new();
    for space in watched.open() {
        let here: Vec<&Activity> = watched.standing().filter(|activity| activity.space == space.id).collect();
        let is_planned = here.iter().any(|a| a.state == ActivityState::Planned && a.on >= watched.today);
        let held = here.iter().filter(|a| a.state == ActivityState::Held).map(|a| a.on);
        let last = held.chain([space.opened_on]).max().unwrap_or(space.opened_on);
        let weeks = space.rhythm_weeks.unwrap_or(watched.limits.silent_weeks);
        if !is_planned && last < weeks_before(watched.today, weeks) {
            found.push(of_space(Pitfall::Silent, space.id, Some(last)));
        }
    }
    found
}

/// Goes away when the space opens again, or stays closed until another day.
fn review_due(watched: &Watched<'_>) -> Vec<Alert> {
    let due = |space: &Space| space.closed.as_ref().map(|closed| closed.next_review);
    let late = watched.spaces.iter().filter_map(|space| due(space).map(|on| (space.id, on)));
    late.filter(|(_, on)| *on <= watched.today)
        .map(|(space, on)| of_space(Pitfall::ReviewDue, space, Some(on)))
        .collect()
}

/// Goes away when somebody who speaks for the family is invited.
fn missing_families(watched: &Watched<'_>) -> Vec<Alert> {
    families(watched.present)
        .filter(|(_, present)| !present)
        .map(|(family, _)| Alert {
            pitfall: Pitfall::MissingFamily,
            subject: Subject::Family(family),
            since: None,
        })
        .collect()
}

/// Each of the six families, and whether somebody speaks for it.
pub fn families(present: &[Party]) -> impl Iterator<Item = (StakeholderFamily, bool)> + '_ {
    StakeholderFamily::ALL
        .iter()
        .map(|family| (*family, present.iter().any(|party| family.spoken_for_by(*party))))
}

#[cfg(test)]
mod tests;
