//! The consultations: their days, the opinion and what followed. What the two sides said on the way stays between them. And
//! what went past a closed gate, with its reason.

use consultations::{Consultation, Event};
use platform::T;
use thread::Whole;

use super::blocks::{Section, paragraph, table};

/// The chapters: one for each consultation that was begun, one where a closed gate was gone past.
pub fn sections(whole: &Whole, t: &T) -> Vec<Section> {
    whole.consultations.iter().map(|known| consulted(known, t)).chain(crossed(whole, t)).collect()
}

fn consulted(consultation: &Consultation, t: &T) -> Section {
    let row = |event: &&Event| {
        let outcome = event.outcome.map(|outcome| t.say_code("consult-outcome", outcome));
        let words = if event.kind.is_public() { event.words.clone() } else { String::new() };
        let said: Vec<String> = outcome.into_iter().chain([words]).filter(|said| !said.is_empty()).collect();
        vec![t.day(event.on), consultations::title(t, event.kind, consultation), said.join("\n")]
    };
    let rows: Vec<Vec<String>> = consultation.standing().iter().map(row).collect();
    let mut blocks = Vec::new();
    if !consultation.object.is_empty() {
        blocks.push(paragraph(consultation.object.clone()));
    }
    if rows.is_empty() {
        blocks.push(paragraph(t.say("consult-events-none")));
    } else {
        let columns =
            ["dossier-col-day", "dossier-col-event", "dossier-col-said"].map(|key| t.say(key)).to_vec();
        blocks.push(paragraph(t.say("dossier-consultation-lede")));
        blocks.push(table(String::new(), columns, rows, false));
    }
    Section::chapter(consultations::name(t, consultation), blocks)
}

fn crossed(whole: &Whole, t: &T) -> Option<Section> {
    let lines = obligations::api::crossing_lines(&whole.crossings, t);
    let row = |line: &obligations::api::CrossingLine| {
        let said = [line.shut_by.join(", "), line.reason.clone(), line.by.clone()];
        vec![line.day.clone(), line.title.clone(), said.join("\n")]
    };
    let rows: Vec<Vec<String>> = lines.iter().map(row).collect();
    let columns = ["dossier-col-day", "dossier-col-event", "dossier-col-said"].map(|key| t.say(key)).to_vec();
    let blocks = vec![paragraph(t.say("obl-crossings-lede")), table(String::new(), columns, rows, false)];
    (!lines.is_empty()).then(|| Section::chapter(t.say("obl-crossings"), blocks))
}
