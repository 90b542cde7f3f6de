//! What the consultations of a project tell the law, and the gate: from the one on which a decision waits longest.

use std::collections::BTreeSet;

use jiff::civil::Date;
use obligations::api::{ALLOWED, SHUT, Shut, ShutBy, TOLD};
use registry::Facts;
use serde_json::{Value as Json, json};

use super::{
    consultation::{Consultation, Level},
    event::EventKind,
};

/// The level at which the law counts the time of a consultation.
const SCOPE: &str = "project.scope";

impl Consultation {
    /// What keeps the gate shut, as this consultation has it.
    pub fn shut_by(&self) -> Vec<ShutBy> {
        let mut shut = Vec::new();
        if let Some(event) = self.last(EventKind::Suspended).filter(|_| self.is_suspended()) {
            shut.push(ShutBy { why: Shut::Suspended, on: event.on });
        }
        if self.has(EventKind::OpinionGiven) || self.is_withdrawn() {
            return shut;
        }
        if let Some(ordered) = self.last(EventKind::InformationOrdered) {
            let given = |event: &&super::consultation::Event| {
                event.kind == EventKind::Supplemented
                    && (event.on, event.number) > (ordered.on, ordered.number)
            };
            if !self.standing().iter().any(given) {
                shut.push(ShutBy { why: Shut::Information, on: ordered.on });
            }
        }
        if let Some(until) = self.last(EventKind::Extended) {
            shut.push(ShutBy { why: Shut::Extended, on: until.on });
        }
        shut
    }

    /// The day of a kind of event as the law reads it; a consultation that was given up has none.
    fn day(&self, kind: EventKind) -> Json {
        let event = self.last(kind).filter(|_| !self.is_withdrawn());
        event.map_or(Json::Null, |event| json!(event.on.to_string()))
    }
}

/// What all the consultations of a project tell when this one of them is read: its own days, and what keeps the gate shut in
/// any of them.
pub fn told(all: &[Consultation], read: &Consultation) -> Facts {
    let ever = |kind: EventKind| all.iter().flat_map(|known| &known.events).any(|event| event.kind == kind);
    let kinds = EventKind::ALL.iter().copied().filter_map(|kind| Some((kind, kind.fact()?)));
    // What was typed before the first one stands until that one records something of it. A further one begins afresh.
    let of_it = kinds.filter(|(kind, _)| read.number > 1 || ever(*kind));
    let mut facts: Facts = of_it.map(|(kind, fact)| (fact.to_owned(), read.day(kind))).collect();
    if all.iter().any(|known| known.level != Level::Whole) {
        facts.insert(SCOPE.to_owned(), json!(scope(all)));
    }
    let names: Vec<String> = facts.keys().cloned().collect();
    let shut: BTreeSet<String> = all.iter().flat_map(Consultation::shut_by).map(ShutBy::text).collect();
    let unless_empty =
        |list: Json| if list.as_array().is_some_and(Vec::is_empty) { Json::Null } else { list };
    facts.insert(TOLD.to_owned(), unless_empty(json!(names)));
    facts.insert(SHUT.to_owned(), unless_empty(json!(shut)));
    facts.insert(ALLOWED.to_owned(), if read.is_use_allowed { json!(true) } else { Json::Null });
    facts
}

/// The level at which the law counts; nothing where there is one committee.
fn scope(all: &[Consultation]) -> Option<&'static str> {
    let has = |level: Level| all.iter().any(|known| known.level == level && !known.is_withdrawn());
    match (has(Level::Central), has(Level::Establishment)) {
        (true, true) => Some("central_and_establishments"),
        (true, false) => Some("central_only"),
        (false, _) => None,
    }
}

/// The consultation by which the law reads the project: of those that were not given up, the one after which a decision may
/// be taken last. `opens_on`: that day for each, by the law; nothing while nobody can say.
pub fn governing(
    all: &[Consultation],
    opens_on: impl Fn(&Consultation) -> Option<Date>,
) -> Option<&Consultation> {
    let mut dated: Vec<(&Consultation, Option<Date>)> =
        all.iter().filter(|known| !known.is_withdrawn()).map(|known| (known, opens_on(known))).collect();
    dated.sort_by_key(|(known, on)| (on.is_none(), *on, known.number));
    dated.last().map(|(known, _)| *known).or(all.last())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use obligations::api::{SHUT, Shut};
    use serde_json::{Value, json};

    use super::{governing, told};
    use crate::model::{
        consultation::{Level, TakenBack},
        event::EventKind,
        fixture::{TODAY, by, with},
    };

    #[test]
    fn what_is_taken_back_no_longer_counts_and_its_fact_goes() {
        let mut one = with(&[(EventKind::HandedOver, date(2026, 11, 2))]);
        let facts = told(&[one.clone()], &one);
        assert_eq!(facts["project.info_on"], "2026-11-02");
        assert_eq!(facts["gate.told"], json!(["project.info_on"]));
        one.events[0].taken_back = Some(TakenBack { why: "not that day".to_owned(), by: by(TODAY) });
        let facts = told(&[one.clone()], &one);
        assert_eq!(facts["project.info_on"], Value::Null);
        assert!(!facts.contains_key("project.opinion_on"), "nothing was ever said of it");
    }

    #[test]
    fn a_further_consultation_begins_afresh_and_the_one_that_opens_last_is_read() {
        let first =
            with(&[(EventKind::HandedOver, date(2026, 9, 2)), (EventKind::OpinionGiven, date(2026, 10, 1))]);
        let mut second = with(&[]);
        second.number = 2;
        let all = [first.clone(), second.clone()];
        let opens = |known: &crate::Consultation| known.last(EventKind::OpinionGiven).map(|event| event.on);
        let read = governing(&all, opens).expect("one");
        assert_eq!(read.number, 2, "a decision waits for the one that nobody can date");
        assert_eq!(
            told(&all, read)["project.info_on"],
            Value::Null,
            "the days of the first are not the second's"
        );
        assert_eq!(told(&all, &all[0])["project.opinion_on"], "2026-10-01");
        second.events = with(&[(EventKind::Withdrawn, date(2026, 11, 2))]).events;
        assert_eq!(governing(&[first, second], opens).map(|read| read.number), Some(1));
    }

    #[test]
    fn a_judge_shuts_the_gate_until_it_resumes_is_informed_or_time_is_over() {
        let day = |day| date(2026, 11, day);
        let why = |events: &[(EventKind, jiff::civil::Date)]| -> Vec<Shut> {
            with(events).shut_by().into_iter().map(|by| by.why).collect()
        };
        use EventKind::{
            Extended, HandedOver, InformationOrdered, OpinionGiven, Resumed, Supplemented, Suspended,
        };
        let begun = (HandedOver, day(1));
        assert_eq!(why(&[begun]), []);
        assert_eq!(why(&[begun, (Suspended, day(2))]), [Shut::Suspended]);
        assert_eq!(why(&[begun, (Suspended, day(2)), (OpinionGiven, day(3))]), [Shut::Suspended]);
        assert_eq!(why(&[begun, (Suspended, day(2)), (Resumed, day(3))]), []);
        assert_eq!(why(&[begun, (InformationOrdered, day(2))]), [Shut::Information]);
        assert_eq!(why(&[begun, (InformationOrdered, day(2)), (Supplemented, day(2))]), []);
        assert_eq!(why(&[begun, (Extended, day(20))]), [Shut::Extended]);
        assert_eq!(why(&[begun, (Extended, day(20)), (OpinionGiven, day(3))]), []);
    }

    #[test]
    fn what_shuts_one_consultation_shuts_the_project_and_two_levels_are_counted_together() {
        let mut central =
            with(&[(EventKind::HandedOver, date(2026, 11, 2)), (EventKind::Suspended, date(2026, 11, 3))]);
        central.level = Level::Central;
        let mut site = with(&[(EventKind::HandedOver, date(2026, 11, 4))]);
        (site.number, site.level) = (2, Level::Establishment);
        let facts = told(&[central.clone(), site.clone()], &site);
        assert_eq!(facts[SHUT], json!(["suspended 2026-11-03"]));
        assert_eq!(facts["project.scope"], "central_and_establishments");
        assert_eq!(told(&[central.clone()], &central)["project.scope"], "central_only");
    }
}
