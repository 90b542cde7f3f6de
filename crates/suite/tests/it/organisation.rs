//! What an organisation is made of: told once, read by the law for all its projects, each change in the journal.

use testkit::{TestApp, case::Moment, for_each_engine_at};

const KARIMA: &str = "karima.benali@hautes-vosges.example";
const DENIS: &str = "denis.claudel@hautes-vosges.example";

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn headcount(app: &TestApp) -> String {
    app.dump().table("organisation").column("headcount")[0].clone()
}

#[test]
fn a_headcount_from_a_day_is_what_the_law_is_read_with() {
    for_each_engine_at(Moment::Described, |app, player| {
        let organisation = player.saved("organisation").expect("saved");
        let project = player.saved("project").expect("saved");
        let karima = app.sign_in(KARIMA);
        let send = |count: &str, from: &str| {
            let sent = fields(&[("headcount", count), ("from_on", from), ("source", "DSN")]);
            karima.send(&format!("{organisation}/structure/effectif"), &sent).expect("an answer")
        };
        assert!(send("9", "2026-11-20").is_redirect());
        assert_eq!(headcount(app), "9");
        // An older figure is history, and changes nothing today.
        assert!(send("120", "2025-01-01").is_redirect());
        assert_eq!(headcount(app), "9");
        assert_eq!(send("7", "2027-01-01").status, 422, "a day that has not come");
        let file = karima.open(&format!("{project}/dossier.json")).expect("the file");
        let json: serde_json::Value = serde_json::from_slice(&file.bytes).expect("JSON");
        assert_eq!(json["organisation"]["headcount"], 9);
        let page = karima.open(&format!("{organisation}/structure")).expect("the page");
        assert!(page.text().contains("120 à partir du"), "{}", page.text());
    });
}

#[test]
fn a_past_headcount_told_first_leaves_the_one_that_was_founded_with_in_force() {
    for_each_engine_at(Moment::Described, |app, player| {
        let here = format!("{}/structure", player.saved("organisation").expect("saved"));
        let founded = headcount(app);
        let founded_on = app.dump().table("organisation").column("created_at")[0][..10].to_owned();
        let karima = app.sign_in(KARIMA);
        let send = |count: &str, from: &str| {
            let sent = fields(&[("headcount", count), ("from_on", from)]);
            karima.send(&format!("{here}/effectif"), &sent).expect("an answer")
        };
        let history = || {
            let dump = app.dump();
            let kept = dump.table("headcount_record");
            let mut kept: Vec<_> = kept.column("from_on").into_iter().zip(kept.column("headcount")).collect();
            kept.sort();
            kept.into_iter().map(|(_, count)| count).collect::<Vec<_>>()
        };
        assert!(send("120", "2025-01-01").is_redirect());
        assert_eq!(headcount(app), founded, "what was true in 2025 is read as if it were true today");
        assert_eq!(history(), ["120", &founded]);
        assert!(send("90", &founded_on).is_redirect());
        assert_eq!((headcount(app), history()), ("90".to_owned(), vec!["120".to_owned(), "90".to_owned()]));
    });
}

#[test]
fn establishments_teams_institutions_and_languages_are_kept_and_journalled() {
    for_each_engine_at(Moment::Described, |app, player| {
        let here = format!("{}/structure", player.saved("organisation").expect("saved"));
        let karima = app.sign_in(KARIMA);
        for (rest, pairs) in [
            ("", vec![("name", "Ateliers réunis"), ("kind", "company")]),
            ("/etablissements", vec![("place", "Épinal"), ("people", "40"), ("council", "yes")]),
            ("/equipes", vec![("team", "Équipe du matin")]),
            ("/instances", vec![("body", "cssct"), ("since", "2024-05-01"), ("until", "2028-04-30")]),
            ("/langues", vec![("language", "fr"), ("language", "pt")]),
        ] {
            let done = karima.send(&format!("{here}{rest}"), &fields(&pairs)).expect("an answer");
            assert!(done.is_redirect(), "{rest}: {}", done.text());
        }
        let page = karima.open(&here).expect("the page").text();
        for word in
            ["Ateliers réunis", "Épinal", "Équipe du matin", "sécurité et conditions de travail", "portugais"]
        {
            assert!(page.contains(word), "{word}: {page}");
        }
        let kinds = app.dump().table("journal_record").column("kind");
        for kind in [
            "organisation_renamed",
            "establishment_added",
            "team_added",
            "institution_added",
            "languages_set",
        ] {
            assert!(kinds.iter().any(|known| known == kind), "{kind} is not in the journal");
        }
        let denis = app.sign_in(DENIS);
        assert_eq!(denis.send(&here, &[]).expect("an answer").status, 403);
        assert_eq!(denis.open(&here).expect("the page").status, 200);
    });
}
