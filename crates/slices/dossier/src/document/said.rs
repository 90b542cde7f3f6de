//! What people said: the disclosed results of diagnostics, the findings, and what became of each.

use findings::{Finding, Step};
use jiff::civil::Date;
use methods::api::Gaps;
use platform::T;
use serde_json::Value;
use thread::fates::{Fate, fates};
use ui::charts::gap;

use super::blocks::{Section, figure, list, paragraph, quote, table};
use crate::gathered::Gathered;

pub fn sections(gathered: &Gathered, t: &T, today: Date) -> Vec<Section> {
    let mut sections = vec![Section::chapter(t.say("dossier-asked"), vec![paragraph(asked(gathered, t))])];
    sections.extend(gathered.results.iter().enumerate().map(|(place, gaps)| results(gaps, place, t)));
    sections.push(became(gathered, t, today));
    let answered: Vec<&Finding> =
        gathered.whole.findings.iter().rev().filter(|finding| !finding.responses.is_empty()).collect();
    if !answered.is_empty() {
        sections
            .push(Section::part(t.say("dossier-answered"), vec![paragraph(t.say("dossier-answered-lede"))]));
        sections.extend(answered.into_iter().map(|finding| answers(finding, t)));
    }
    sections
}

fn asked(gathered: &Gathered, t: &T) -> String {
    if gathered.results.is_empty() { t.say("dossier-asked-none") } else { t.say("dossier-asked-lede") }
}

fn results(gaps: &Gaps, place: usize, t: &T) -> Section {
    let picture = methods::api::picture(gaps, t, &format!("gap-{place}"));
    let caption = t.one("dossier-gaps-caption", "title", gaps.title.clone());
    let day = t.day(gaps.closed_on);
    let held = match gaps.respondents {
        Some(n) => t.with(
            "dossier-gaps-held",
            &[
                ("day", day.into()),
                ("respondents", t.number(n.into()).into()),
                ("invited", t.number(gaps.invited.into()).into()),
                ("floor", gaps.floor.into()),
            ],
        ),
        None => t.two("dossier-gaps-held-few", "day", day, "floor", gaps.floor),
    };
    let mut blocks = vec![
        paragraph(held),
        figure(gap::draw(&picture), spoken(gaps, t), caption.clone()),
        in_a_table(gaps, caption, t),
        paragraph(t.say("dossier-gaps-note")),
    ];
    blocks.extend(methods::api::recalled(gaps, t).map(paragraph));
    Section::part(gaps.title.clone(), blocks)
}

/// The figure in words: each criterion with the values of the groups, or that they are withheld.
fn spoken(gaps: &Gaps, t: &T) -> String {
    let groups: Vec<&str> = gaps.groups.iter().map(|group| group.label.as_str()).collect();
    let rows: Vec<String> =
        gaps.rows.iter().map(|row| format!("{} {}", row.label, shares(row, t).join(", "))).collect();
    t.two("dossier-gaps-alt", "groups", groups.join(", "), "rows", rows.join(" ; "))
}

fn shares(row: &methods::api::GapRow, t: &T) -> Vec<String> {
    let cells = row.cells.iter();
    cells
        .map(|cell| {
            cell.map_or_else(|| t.say("thread-withheld"), |cell| t.one("thread-percent", "n", cell.percent))
        })
        .collect()
}

fn in_a_table(gaps: &Gaps, caption: String, t: &T) -> Value {
    let mut columns = vec![t.say("thread-col-criterion")];
    columns.extend(gaps.groups.iter().map(|group| match group.respondents {
        Some(n) => format!("{} ({})", group.label, t.number(n.into())),
        None => group.label.clone(),
    }));
    columns.push(t.say("thread-col-gap"));
    let rows = gaps.rows.iter().map(|row| {
        let mut cells = vec![row.label.clone()];
        cells.extend(shares(row, t));
        cells.push(row.gap.map_or_else(|| t.say("thread-withheld"), |points| format!("+{points}")));
        cells
    });
    table(caption, columns, rows.collect(), true)
}

fn became(gathered: &Gathered, t: &T, today: Date) -> Section {
    let whole = &gathered.whole;
    let fates = fates(whole, whole.findings.iter().rev(), t, today);
    if fates.is_empty() {
        return Section::chapter(t.say("thread-fates"), vec![paragraph(t.say("dossier-findings-none"))]);
    }
    let columns = ["thread-col-finding", "thread-col-from", "thread-col-steps", "thread-col-today"];
    let columns = columns.map(|key| t.say(key)).into();
    let rows = fates.iter().map(|fate| row(fate, t)).collect();
    let caption = t.say("dossier-findings-caption");
    Section::chapter(t.say("thread-fates"), vec![table(caption, columns, rows, false)])
}

fn row(fate: &Fate, t: &T) -> Vec<String> {
    let from = format!("{}\n{}", t.say_code("sphere-dialogue", fate.sphere), fate.origin);
    let steps = Step::ALL.iter().filter(|step| **step <= fate.step);
    let steps: Vec<String> = steps.map(|step| t.say_code("finding-step", step).to_lowercase()).collect();
    vec![fate.words.clone(), from, steps.join(" → "), standing(fate)]
}

/// What a finding became; while nobody has answered, the link only invites to look, and is left out.
fn standing(fate: &Fate) -> String {
    if fate.step < Step::Answered && !fate.before.is_empty() {
        return fate.before.trim_end_matches([';', ',', ' ', '\u{a0}']).to_owned();
    }
    let text =
        if fate.before.is_empty() { fate.link.clone() } else { format!("{} {}", fate.before, fate.link) };
    text + &fate.after
}

/// One finding and every answer it was given, with reasons.
fn answers(finding: &Finding, t: &T) -> Section {
    let source = if finding.origin.is_empty() { finding.space_name.clone() } else { finding.origin.clone() };
    let said = t.two("dossier-said-on", "source", source, "day", t.day(finding.recorded_on));
    let items = finding.responses.iter().map(|answer| {
        let who =
            t.two("dossier-answer", "party", t.say_code("party", answer.party), "day", t.day(answer.on));
        let reasons = if answer.reasons.is_empty() {
            String::new()
        } else {
            t.one("dossier-reasons", "reasons", answer.reasons.clone())
        };
        [who, answer.text.clone(), reasons]
            .iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    });
    let kind = t.say_code("finding-kind", finding.kind);
    let heading = t.two("dossier-finding-heading", "kind", kind, "day", t.day(finding.recorded_on));
    Section::detail(heading, vec![quote(finding.text.clone(), said), list(items.collect())])
}
