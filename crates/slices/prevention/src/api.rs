//! What higher slices ask: what stands, as data and as the rows of a file.

use content::law::prevention;
use jiff::civil::Date;
use obligations::api::Reading;
use platform::T;

use crate::{
    export::{self, Heading, Sheet},
    model::{plan, snapshot::Snapshot},
    pages::scene,
    store::Board,
};

/// What stands, as a version would keep it.
pub fn standing(t: &T, board: &Board, reading: &Reading, today: Date) -> Snapshot {
    let plan = plan::form(prevention(), reading, today).plan().map(|plan| plan.id.clone());
    Snapshot::of(plan, &board.lines, &board.actions, |rule| obligations::api::articles(rule, t))
}

/// What stands, as the rows of a file; of this organisation and project, by name.
pub fn sheet(t: &T, board: &Board, reading: &Reading, names: (&str, &str), today: Date) -> Sheet {
    let (organisation, project) = names;
    let heading = Heading { organisation, project, today, version: None };
    export::sheet(t, &heading, &standing(t, board, reading, today))
}

/// The versions that were dated, in words, newest first.
pub fn versions(t: &T, board: &Board) -> Vec<String> {
    let words = board.versions.iter().map(|version| {
        let title = t.two("prevent-version", "number", version.number, "day", t.day(version.dated_on));
        let said = [Some(title), Some(scene::reason(t, version)), scene::consulted(t, version)];
        said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    words.collect()
}
