//! Lines, actions and readings for the tests of the model.

use content::law::CaseFacts;
use jiff::civil::{Date, date};
use kernel::{Id, Party};
use obligations::api::Reading;

use super::{
    action::{Action, ActionWords},
    line::{Assessment, By, Line, Source, Words},
};

pub fn today() -> Date {
    date(2026, 11, 22)
}

fn id<T: ?Sized>(number: i64) -> Id<T> {
    Id::parse(&format!("{number:032x}")).expect("an id")
}

pub fn by() -> By {
    By { on: today(), party: Party::Management, name: "Sylvie Marchal".to_owned() }
}

/// A line that is kept.
pub fn line(number: i64) -> Line {
    Line {
        id: id(number),
        number,
        version: 1,
        source: Source::Person,
        words: Words {
            unit: "Atelier".to_owned(),
            hazard: format!("Situation {number}"),
            exposed: "14 personnes".to_owned(),
            measures: "Le tableur reste".to_owned(),
            assessment: Assessment { severity: Some(2), likelihood: Some(3), mastery: Some(1) },
        },
        assessed_on: Some(today()),
        proposed: by(),
        written: by(),
        kept_on: Some(today()),
        merged_into: None,
        aside: None,
        remarks: Vec::new(),
    }
}

pub fn action(number: i64, line: &Line) -> Action {
    Action {
        id: id(number),
        line: line.id,
        number,
        version: 1,
        words: ActionWords {
            what: "Revoir les temps".to_owned(),
            owner: "Chef d’atelier".to_owned(),
            due_on: date(2027, 2, 1),
            conditions: String::new(),
            resources: "Deux heures par mois".to_owned(),
            indicator: "Temps corrigés".to_owned(),
            cost: String::new(),
            commitment: None,
            done_on: None,
        },
        written: by(),
    }
}

/// A worked case of the law pack, by its name.
pub fn shared_case(name: &str) -> String {
    let tests = content::law::embedded_tests();
    let found = tests.iter().find(|(path, _)| path.ends_with(&format!("{name}.toml")));
    let (_, bytes) = found.expect("a case of that name");
    String::from_utf8(bytes.to_vec()).expect("text")
}

pub fn read(case: &str) -> Reading {
    let case = CaseFacts::from_toml("case.toml", case.as_bytes()).expect("a sound case");
    obligations::api::read(case, today())
}
