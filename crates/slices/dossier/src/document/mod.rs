//! The dossier as a document: chapters of tables, figures and words, in the reader's language.

mod blocks;
mod consulted;
mod law;
mod opening;
mod prevented;
mod said;
mod text;
mod watched;

pub use watched::in_groups;

use jiff::civil::Date;
use platform::T;
use serde_json::{Value, json};

use crate::gathered::Gathered;
use blocks::Section;

/// The whole document, as the typesetter reads it.
pub fn document(gathered: &Gathered, t: &T, today: Date) -> Value {
    let whole = &gathered.whole;
    let reading = whole.reading(today);
    let notices = obligations::api::notices(t);
    let mut sections: Vec<Section> = Vec::new();
    sections.extend(opening::sections(whole, &reading, t, today));
    sections.extend(law::sections(&reading, &whole.evidence, &notices, t, today));
    sections.extend(consulted::sections(whole, t));
    sections.extend(said::sections(gathered, t, today));
    sections.extend(text::sections(whole, t));
    sections.extend(prevented::sections(whole, &reading, t, today));
    sections.extend(watched::sections(whole, t, today));
    sections.push(watched::journal(whole, t));
    let notice = [t.say("dossier-notice"), notices.notice.clone(), notices.wording.clone()].join("\n\n");
    json!({
        "language": t.locale().code(),
        "title": whole.project.title,
        "subtitle": t.say("dossier-subtitle"),
        "organisation": whole.organisation.name,
        "date_text": t.day(today),
        "date": today.to_string(),
        "author": t.say("dossier-author"),
        "notice": notice,
        "contents_title": t.say("dossier-contents"),
        "page_word": t.say("dossier-page"),
        "sections": sections,
    })
}
