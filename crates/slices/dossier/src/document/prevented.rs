//! What the project adds to the risk document: the lines, the actions, the dated versions.

use jiff::civil::Date;
use obligations::api::Reading;
use platform::T;
use thread::Whole;

use super::blocks::{Section, facts, list, paragraph};

/// The chapter, where a line is kept.
pub fn sections(whole: &Whole, reading: &Reading, t: &T, today: Date) -> Vec<Section> {
    if whole.prevention.kept().next().is_none() {
        return Vec::new();
    }
    let (organisation, project) = (&whole.organisation.name, &whole.project.title);
    let sheet = prevention::api::sheet(t, &whole.prevention, reading, (organisation, project), today);
    let mut opening = vec![paragraph(t.say("prevent-part")), paragraph(t.say("prevent-order"))];
    let versions = prevention::api::versions(t, &whole.prevention);
    opening.push(if versions.is_empty() {
        paragraph(t.say("prevent-versions-none"))
    } else {
        list(versions)
    });
    let mut sections = vec![Section::chapter(t.say("prevent-title"), opening)];
    for row in sheet.rows {
        let cells = row.cells.iter().cloned();
        let heading = cells.clone().take(2).collect::<Vec<_>>().join(" · ");
        let line = sheet.columns.iter().cloned().zip(cells).skip(2).collect();
        let actions = row
            .actions
            .into_iter()
            .map(|cells| facts(sheet.action_columns.iter().cloned().zip(cells).collect()));
        sections.push(Section::part(heading, [vec![facts(line)], actions.collect()].concat()));
    }
    sections
}
