//! What leaves an organisation: the document, the data, and what is never in them.

mod seed;

use kernel::Locale;
use platform::{Db, DbError};
use seed::{at, database, organisation, project, speak};
use serde_json::Value;

/// The organisation's story, and what it exports of it in a language.
async fn story(name: &str) -> Db {
    let db = database(name);
    db.write::<(), DbError, _>(seed::write).await.expect("the story is written");
    db
}

async fn document(db: &Db, locale: Locale) -> Value {
    let work = move |tx: &mut platform::Tx<'_>| {
        dossier::export_document(tx, organisation(), project(), &speak(locale), at(82))
    };
    db.read(work).await.expect("it can be read").expect("the project exists")
}

async fn data(db: &Db) -> Value {
    let work = |tx: &mut platform::Tx<'_>| {
        dossier::export_data(tx, organisation(), project(), &speak(Locale::Fr), at(82))
    };
    db.read(work).await.expect("it can be read").expect("the project exists")
}

/// The blocks of a type, in the order of the document.
fn blocks<'a>(document: &'a Value, kind: &str) -> Vec<&'a Value> {
    let sections = document["sections"].as_array().expect("sections");
    let blocks = sections.iter().flat_map(|section| section["blocks"].as_array().expect("blocks"));
    blocks.filter(|block| block["type"] == kind).collect()
}

#[tokio::test]
async fn the_document_has_no_word_missing_in_either_language() {
    let db = story("words").await;
    for locale in Locale::ALL {
        let text = document(&db, *locale).await.to_string();
        assert!(!text.contains('⟦'), "{locale}: {}", &text[text.find('⟦').unwrap_or(0)..][..60]);
    }
}

#[tokio::test]
async fn the_document_has_the_shape_that_the_typesetter_asks_for() {
    let document = document(&story("shape").await, Locale::Fr).await;
    let mut previous = 0;
    for section in document["sections"].as_array().expect("sections") {
        let level = section["level"].as_u64().expect("a level");
        assert!((1..=previous + 1).contains(&level), "{}", section["heading"]);
        assert!(section["heading"].as_str().is_some_and(|text| !text.is_empty()));
        previous = level;
    }
    for table in blocks(&document, "table") {
        let columns = table["columns"].as_array().expect("columns").len();
        for row in table["rows"].as_array().expect("rows") {
            assert_eq!(row.as_array().map(Vec::len), Some(columns), "{}: {row}", table["caption"]);
        }
    }
    for figure in blocks(&document, "figure") {
        assert!(figure["alt"].as_str().is_some_and(|text| text.len() > 40), "{}", figure["alt"]);
        assert!(figure["svg"].as_str().is_some_and(|svg| svg.starts_with("<svg") && !svg.contains("<a ")));
    }
    assert_eq!(blocks(&document, "figure").len(), 2);
}

#[tokio::test]
async fn a_finding_is_told_from_what_was_said_to_the_article_that_it_became() {
    let document = document(&story("told").await, Locale::Fr).await;
    let text = document.to_string();
    for told in [
        "On nous demande de justifier l’écart.",
        "auto-diagnostic, autonomie",
        "L’écart sert à régler le modèle.",
        "Il ne dit rien d’une personne.",
        "dit → débattu → répondu → engagé",
        "Article 1 de l’accord de méthode",
        "L’écart ne sert jamais à évaluer une personne.",
        "Bilan à court terme",
    ] {
        assert!(text.contains(told), "{told}");
    }
}

#[tokio::test]
async fn a_group_under_the_floor_is_withheld_in_the_figure_the_table_and_the_data() {
    let db = story("floor").await;
    let document = document(&db, Locale::Fr).await;
    let table = blocks(&document, "table").into_iter().find(|table| table.to_string().contains("Écart\"]"));
    let row = table.expect("the table of gaps")["rows"][0].clone();
    assert_eq!(row.as_array().expect("cells").iter().filter(|cell| **cell == "masqué").count(), 1, "{row}");
    let results = &data(&db).await["results"][0];
    let groups = results["groups"].as_array().expect("groups");
    let shown: Vec<bool> = groups.iter().map(|group| !group["respondents"].is_null()).collect();
    assert_eq!(shown, [true, true, false]);
    assert!(results["criteria"][0]["groups"][2].is_null());
}

#[tokio::test]
async fn no_address_no_code_and_no_author_of_a_finding_leaves_the_organisation() {
    let db = story("private").await;
    for text in [document(&db, Locale::Fr).await.to_string(), data(&db).await.to_string()] {
        assert!(!text.contains("@ateliers.example"), "an address");
        assert!(!text.contains("code_hash") && !text.contains("ballot_box"), "a code or a sheet");
    }
    let finding = &data(&db).await["findings"][0];
    assert!(finding.get("by").is_none() && finding.get("by_name").is_none());
    assert_eq!(finding["party"], "workers");
}

#[tokio::test]
async fn the_data_can_be_followed_from_either_end() {
    let data = data(&story("ends").await).await;
    assert_eq!(data["format"], "trinome-dossier-1");
    let kinds = |of: &Value| {
        let stops = of.as_array().expect("stops").iter();
        stops.map(|stop| stop["kind"].as_str().expect("a kind").to_owned()).collect::<Vec<_>>()
    };
    let finding = &data["findings"][0];
    assert_eq!(kinds(&finding["comes_from"]), ["campaign"]);
    let onwards = kinds(&finding["leads_to"]);
    for kind in ["clause", "commitment", "trigger", "review"] {
        assert!(onwards.contains(&kind.to_owned()), "{kind} in {onwards:?}");
    }
    let commitment = &data["commitments"][0];
    assert_eq!(kinds(&commitment["comes_from"]), ["clause", "finding", "campaign"]);
    assert_eq!(data["agreement"]["clauses"][0]["positions"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn the_document_names_the_head_of_the_journal_that_the_file_ends_with() {
    let db = story("head").await;
    let document = document(&db, Locale::Fr).await;
    let head = db.read::<_, DbError, _>(|tx| journal::head(tx, organisation())).await.expect("a head");
    let groups: Vec<String> =
        head.hash.as_bytes().chunks(8).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    assert!(document.to_string().contains(&groups.join(" ")));
    assert_eq!(data(&db).await["journal"]["number"], head.number);
}

#[tokio::test]
async fn another_organisation_exports_nothing_of_it() {
    let db = story("other").await;
    let work = |tx: &mut platform::Tx<'_>| {
        dossier::export_data(tx, seed::id(999), project(), &speak(Locale::Fr), at(82))
    };
    assert_eq!(db.read(work).await.expect("it can be read"), None);
}

/// Writes the document where a person can have it typeset: `DOSSIER_SAMPLE=/tmp/dossier.json cargo test -p dossier`.
#[tokio::test]
async fn the_same_story_gives_the_same_document() {
    let db = story("same").await;
    let first = document(&db, Locale::Fr).await;
    assert_eq!(first, document(&db, Locale::Fr).await);
    if let Ok(path) = std::env::var("DOSSIER_SAMPLE") {
        std::fs::write(path, first.to_string()).expect("the sample is written");
    }
}
