//! The PDF as its reader gets it: what is printed, what a screen reader is told, what is refused.
//!
//! Printed text is read back with `pdftotext` (package poppler-utils). Where it is missing these checks are skipped,
//! except in continuous integration, where a check that does not run is a failure.

use std::io::Write;
use std::process::{Command, Stdio};

use report::{Flaw, ReportError, render};
use serde_json::{Value, json};

const DOSSIER: &str = include_str!("../fixtures/dossier.fr.json");

const HOSTILE: &str = r##"#panic() *x* _y_ $ \ ] [ } { ` ``` @ref <lab> // no /* no */ ~ -- --- 'a' "b" #let x = 1; \u{41} &amp;"##;

/// A report with one section that holds these blocks.
fn report_of(blocks: Value) -> Value {
    json!({
        "language": "fr", "title": "Essai", "organisation": "Ateliers", "date_text": "23 novembre 2026",
        "date": "2026-11-23", "contents_title": "Sommaire", "page_word": "page",
        "sections": [{ "heading": "Partie", "level": 1, "blocks": blocks }]
    })
}

fn pdf_of(report: &Value) -> Vec<u8> {
    render(&report.to_string()).expect("the report is sound")
}

/// Printed text in the order of the pages, without white space: line breaks belong to the layout.
fn printed(pdf: &[u8]) -> Option<String> {
    let tool = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut tool) = tool else {
        assert!(std::env::var_os("CI").is_none(), "pdftotext is missing: install poppler-utils");
        eprintln!("skipped: pdftotext is missing, install poppler-utils");
        return None;
    };
    tool.stdin.take().expect("stdin was piped").write_all(pdf).expect("pdftotext reads");
    let output = tool.wait_with_output().expect("pdftotext ends");
    Some(squeezed(&String::from_utf8_lossy(&output.stdout)))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{AD}' | '\u{2060}' | '\u{C}')).collect()
}

/// Every text of the JSON that a reader should find on paper.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => {
            let told = |name: &str| !["language", "date", "svg", "alt", "type", "tone"].contains(&name);
            fields.iter().filter(|(name, _)| told(name)).for_each(|(_, field)| texts(field, found));
        }
        _ => {}
    }
}

fn holds(pdf: &[u8], bytes: &str) -> bool {
    count(pdf, bytes) > 0
}

fn count(pdf: &[u8], bytes: &str) -> usize {
    pdf.windows(bytes.len()).filter(|window| *window == bytes.as_bytes()).count()
}

#[test]
fn the_dossier_prints_everything_it_was_given() {
    let pdf = render(DOSSIER).expect("the fixture is sound");
    let Some(printed) = printed(&pdf) else { return };
    let mut given = Vec::new();
    texts(&serde_json::from_str(DOSSIER).expect("the fixture is JSON"), &mut given);
    assert!(given.len() > 100, "the fixture is a real dossier");
    let missing: Vec<_> = given.iter().filter(|text| !printed.contains(&squeezed(text))).collect();
    assert!(missing.is_empty(), "not printed: {missing:#?}");
}

#[test]
fn the_dossier_is_tagged_for_screen_readers() {
    let pdf = render(DOSSIER).expect("the fixture is sound");
    for mark in [
        "/MarkInfo<</Marked true",
        "/Lang(fr)",
        "/StructTreeRoot",
        "/DisplayDocTitle true",
        "<pdfuaid:part>1<",
    ] {
        assert!(holds(&pdf, mark), "{mark} is missing");
    }
    assert!(
        holds(&pdf, "Planification prédictive des temps de production</rdf:li>"),
        "no title in the metadata"
    );
    assert_eq!(count(&pdf, "/S/Figure"), count(&pdf, "/Alt"), "a figure has no alternative text");
    assert_eq!(count(&pdf, "/S/H1"), 6, "five sections and the contents");
    assert_eq!(count(&pdf, "/S/H3"), 1);
}

#[test]
fn the_same_json_gives_the_same_bytes() {
    let first = render(DOSSIER).expect("the fixture is sound");
    let elsewhere = std::thread::spawn(|| render(DOSSIER)).join().expect("the thread ends");
    assert!(first == elsewhere.expect("the fixture is sound"), "two runs differ");
}

#[test]
fn what_people_write_is_never_markup() {
    let report = json!({
        "language": "fr", "title": HOSTILE, "subtitle": HOSTILE, "organisation": HOSTILE, "date_text": HOSTILE,
        "date": "2026-11-23", "author": HOSTILE, "notice": HOSTILE, "contents_title": HOSTILE, "page_word": HOSTILE,
        "sections": [{ "heading": HOSTILE, "level": 1, "blocks": [
            { "type": "paragraph", "text": HOSTILE },
            { "type": "list", "items": [HOSTILE], "ordered": true },
            { "type": "table", "caption": HOSTILE, "columns": [HOSTILE], "rows": [[HOSTILE]], "row_headers": true },
            { "type": "facts", "rows": [[HOSTILE, HOSTILE]] },
            { "type": "callout", "tone": "ok", "title": HOSTILE, "text": HOSTILE },
            { "type": "quote", "text": HOSTILE, "source": HOSTILE },
        ] }, { "heading": HOSTILE, "level": 1 }]
    });
    let Some(printed) = printed(&pdf_of(&report)) else { return };
    // Twenty texts, the heads and feet of the pages, the headings again in the contents.
    assert!(printed.matches(&squeezed(HOSTILE)).count() >= 20, "{printed}");
}

#[test]
fn a_character_no_font_has_does_not_cost_the_report() {
    let report = report_of(json!([
        { "type": "paragraph", "text": "d’accord 👍🏽 中文\u{0}\u{202E}" },
        { "type": "figure", "alt": "un pouce", "svg": "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30'><text y='20'>👍 oui</text></svg>" },
    ]));
    let Some(printed) = printed(&pdf_of(&report)) else { return };
    assert!(printed.contains("d’accord\u{FFFD}\u{FFFD}"), "{printed}");
}

#[test]
fn french_and_typographic_signs_are_printed() {
    let signs = "’«»…–—→●◼◆✓œŒÉÀÇ€≥≤½";
    let report = report_of(json!([{ "type": "paragraph", "text": format!("{signs} 3\u{202F}500\u{A0}h") }]));
    let Some(printed) = printed(&pdf_of(&report)) else { return };
    assert!(printed.contains(&format!("{signs}3500h")), "{printed}");
}

#[test]
fn a_quotation_takes_the_marks_of_its_language() {
    let mut report = report_of(json!([{ "type": "quote", "text": "Mot", "source": "Atelier" }]));
    if let Some(printed) = printed(&pdf_of(&report)) {
        assert!(printed.contains("«Mot»"), "{printed}");
    }
    report["language"] = json!("en");
    let pdf = pdf_of(&report);
    assert!(holds(&pdf, "/Lang(en)"));
    if let Some(printed) = printed(&pdf) {
        assert!(printed.contains("“Mot”"), "{printed}");
    }
}

#[test]
fn the_header_of_a_long_table_is_printed_on_each_page_and_tagged_once() {
    let rows: Vec<_> = (0..90).map(|n| json!([format!("Ligne {n}"), "texte"])).collect();
    let table =
        json!({ "type": "table", "columns": ["Repère", "Contenu"], "rows": rows, "row_headers": true });
    let pdf = pdf_of(&report_of(json!([table])));
    assert_eq!(count(&pdf, "/Scope/Column"), 2);
    assert_eq!(count(&pdf, "/Scope/Row"), 90);
    let Some(printed) = printed(&pdf) else { return };
    let pages = (1..).take_while(|page| printed.contains(&format!("page{page}/"))).count();
    assert!(pages > 2, "the table covers several pages");
    assert_eq!(printed.matches("RepèreContenu").count(), pages);
}

#[test]
fn a_word_longer_than_a_line_stays_on_the_page_and_whole() {
    let fingerprint = "a1b2c3d4".repeat(16);
    let report = report_of(json!([
        { "type": "paragraph", "text": fingerprint },
        { "type": "facts", "rows": [["Empreinte", fingerprint]] },
        { "type": "table", "columns": ["1", "2", "3", "4"], "rows": [["a", "b", "c", fingerprint]] },
    ]));
    let Some(printed) = printed(&pdf_of(&report)) else { return };
    assert_eq!(printed.matches(&fingerprint).count(), 3, "{printed}");
}

#[test]
fn an_unknown_field_is_refused_where_it_stands() {
    let blocks = json!([{ "type": "paragraph", "text": "" }, { "type": "paragraph", "texte": "" }]);
    let error = render(&report_of(blocks).to_string()).expect_err("the field is unknown");
    assert!(matches!(error, ReportError::Block { section: 1, block: 2, .. }), "{error}");
    assert!(error.to_string().contains("texte"), "{error}");
    let mut report = report_of(json!([]));
    report["colour"] = json!("red");
    let error = render(&report.to_string()).expect_err("the field is unknown");
    assert!(matches!(error, ReportError::Json(_)) && error.to_string().contains("colour"), "{error}");
}

#[test]
fn what_could_not_be_read_aloud_is_refused() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    let table = json!([{ "type": "table", "columns": ["a", "b"], "rows": [["1", "2"], ["3"]] }]);
    let figure = json!([{ "type": "figure", "svg": svg, "alt": " " }]);
    let cases = [
        (report_of(table), Flaw::Row { row: 2, found: 1, expected: 2 }),
        (report_of(figure), Flaw::Empty("alt")),
        (with(report_of(json!([])), "/sections/0/level", json!(2)), Flaw::Level { level: 2, previous: 0 }),
        (with(report_of(json!([])), "/date", json!("2026-02-30")), Flaw::Date("2026-02-30".to_owned())),
        (with(report_of(json!([])), "/title", json!("")), Flaw::Empty("title")),
    ];
    for (report, expected) in cases {
        match render(&report.to_string()) {
            Err(ReportError::Flawed { flaw, .. }) => assert_eq!(flaw, expected),
            other => panic!("expected {expected}, got {:?}", other.map(|pdf| pdf.len())),
        }
    }
}

fn with(mut report: Value, place: &str, value: Value) -> Value {
    *report.pointer_mut(place).expect("the place exists") = value;
    report
}

#[test]
fn a_figure_that_is_no_svg_or_reaches_outside_is_refused() {
    for svg in [
        "<svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='https://example.org/a.png' width='9' height='9'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='/etc/hostname' width='9' height='9'/></svg>",
    ] {
        let report = report_of(json!([{ "type": "figure", "alt": "rien", "svg": svg }]));
        let error = render(&report.to_string()).expect_err("the figure cannot be drawn");
        assert!(matches!(error, ReportError::Typeset(_)), "{error}");
    }
}
