//! Findings for the tests of this model.

use jiff::civil::{Date, date};
use kernel::{FindingId, Party, ResponseId, SpaceId, Sphere};

use super::finding::{Finding, FindingKind, Reached, Response, Step, Transmission};

pub fn space(n: u8) -> SpaceId {
    SpaceId::parse(&format!("{n:032x}")).expect("an id")
}

/// Said in space 1 on 12 March 2026.
pub fn finding(party: Party) -> Finding {
    let said = date(2026, 3, 12);
    Finding {
        id: FindingId::parse(&format!("{:032x}", 100)).expect("an id"),
        space: space(1),
        space_name: "Atelier".to_owned(),
        sphere: Sphere::Professional,
        kind: FindingKind::Vigilance,
        text: "Le temps proposé oublie les réglages.".to_owned(),
        origin: String::new(),
        origin_ref: None,
        context: String::new(),
        recorded_on: said,
        party,
        by_name: "Nadia".to_owned(),
        is_passed_on: false,
        reworded_on: None,
        step: Step::Said,
        reached: Reached { said, discussed: None, answered: None, committed: None },
        responses: Vec::new(),
        passed: Vec::new(),
        fate: None,
    }
}

pub fn passed(to: u8, by_party: Party, on: Date, answer_due: Date) -> Transmission {
    Transmission {
        to_space: space(to),
        to_name: "CSE".to_owned(),
        to_sphere: Sphere::Social,
        words: "Que faire des réglages ?".to_owned(),
        by_party,
        on,
        answer_due,
        answered: false,
        response: None,
    }
}

pub fn responded(party: Party, on: Date) -> Response {
    Response {
        id: ResponseId::parse(&format!("{:032x}", 300)).expect("an id"),
        party,
        by_name: "Paul".to_owned(),
        text: "Oui.".to_owned(),
        reasons: "Parce que.".to_owned(),
        on,
    }
}
