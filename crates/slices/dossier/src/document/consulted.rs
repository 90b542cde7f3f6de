//! The consultation: its days, the opinion and what followed. What the two sides said on the way stays between them.

use consultations::Event;
use platform::T;
use thread::Whole;

use super::blocks::{Section, paragraph, table};

/// The chapter, where a consultation was begun.
pub fn section(whole: &Whole, t: &T) -> Option<Section> {
    let consultation = whole.consultation.as_ref()?;
    let row = |event: &&Event| {
        let outcome = event.outcome.map(|outcome| t.say_code("consult-outcome", outcome));
        let words = if event.kind.is_public() { event.words.clone() } else { String::new() };
        let said: Vec<String> = outcome.into_iter().chain([words]).filter(|said| !said.is_empty()).collect();
        vec![t.day(event.on), consultations::title(t, event.kind, consultation.council), said.join("\n")]
    };
    let rows: Vec<Vec<String>> = consultation.standing().iter().map(row).collect();
    let council = t.say_code("council", consultation.council);
    let columns = ["dossier-col-day", "dossier-col-event", "dossier-col-said"].map(|key| t.say(key)).to_vec();
    let blocks = if rows.is_empty() {
        vec![paragraph(t.say("consult-events-none"))]
    } else {
        vec![paragraph(t.say("dossier-consultation-lede")), table(String::new(), columns, rows, false)]
    };
    Some(Section::chapter(t.one("consult-title", "council", council), blocks))
}
