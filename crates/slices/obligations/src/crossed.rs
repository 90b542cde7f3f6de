//! What went past a closed gate, in words: the page of obligations, the thread and the file say the same.

use platform::T;

use crate::model::{
    crossing::{Crossing, Way},
    gate::Shut,
};

/// A crossing as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossingLine {
    /// « Essai commencé malgré un préalable ».
    pub title: String,
    pub day: String,
    /// What kept the gate shut then.
    pub shut_by: Vec<String>,
    pub reason: String,
    /// Who decided it, or says so.
    pub by: String,
}

/// Every crossing, oldest first.
pub fn crossing_lines(crossings: &[Crossing], t: &T) -> Vec<CrossingLine> {
    crossings.iter().map(|crossing| line(crossing, t)).collect()
}

/// What a crossing is called.
pub fn crossing_title(crossing: &Crossing, t: &T) -> String {
    t.one("obl-crossing-title", "stage", t.say_code("stage", crossing.stage))
}

fn line(crossing: &Crossing, t: &T) -> CrossingLine {
    let codes = crossing.shut_by.iter().filter_map(|text| text.split(' ').next());
    let why = codes.filter_map(|code| Shut::parse(code).ok());
    let party = |party: kernel::Party| t.say_code("party", party);
    CrossingLine {
        title: crossing_title(crossing, t),
        day: t.day(crossing.began_on),
        shut_by: why.map(|why| t.say_code("obl-crossing-shut", why)).collect(),
        reason: crossing.reason.clone(),
        by: match crossing.way {
            Way::Agreed => t.with(
                "obl-crossing-agreed",
                &[
                    ("first", crossing.first_party.map(party).unwrap_or_default().into()),
                    ("second", party(crossing.party).into()),
                    ("day", t.day(crossing.recorded_on).into()),
                ],
            ),
            Way::Reported => t.with(
                "obl-crossing-reported",
                &[
                    ("name", crossing.name.clone().into()),
                    ("party", party(crossing.party).into()),
                    ("day", t.day(crossing.recorded_on).into()),
                ],
            ),
        },
    }
}
