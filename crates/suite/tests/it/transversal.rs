//! What every project needs whatever its method: names shown or not, matters taken further, projects that are set aside.

use jiff::ToSpan;
use testkit::{Browser, Player, TestApp, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn project(player: &Player<'_, TestApp>) -> String {
    player.saved("project").expect("saved").to_owned()
}

fn spaces(app: &TestApp) -> Vec<String> {
    app.dump().table("space").column("space_id")
}

/// Writes a finding down and gives its address.
fn say(app: &TestApp, who: &Browser, project: &str, number: u32, more: &[(&str, &str)]) -> String {
    let id = format!("{number:032x}");
    let space = spaces(app)[0].clone();
    let mut sent = vec![("id", id.as_str()), ("text", "Les réglages prennent une heure."), ("space", &space)];
    sent.extend(more);
    let done = who.send(&format!("{project}/constats/nouveau"), &fields(&sent)).expect("an answer");
    assert!(done.is_redirect(), "{}", done.text());
    format!("{project}/constats/{id}")
}

#[test]
fn whoever_wants_no_name_beside_what_they_said_is_named_on_no_page_in_no_file_and_in_no_line() {
    for_each_engine_at(Moment::Described, |app, player| {
        let (karima, sylvie) = (app.sign_in(KARIMA), app.sign_in(SYLVIE));
        let project = project(player);
        let lines = || {
            let text = app.opened_journal_file();
            text.lines().filter(|line| line.contains("finding_")).map(str::to_owned).collect::<Vec<_>>()
        };
        let member = {
            let dump = app.dump();
            let table = dump.table("member");
            let mut known = table.column("name").into_iter().zip(table.column("member_id"));
            known.find(|(name, _)| name == "Karima Benali").expect("Karima").1
        };
        let to = spaces(app)[1].clone();
        let due = app.today().to_string();
        let finding = say(
            app,
            &karima,
            &project,
            7,
            &[
                ("kind", "need"),
                ("unnamed", "yes"),
                ("to", &to),
                ("words", "Que faire du temps des réglages ?"),
                ("chosen", "yes"),
                ("due", &due),
            ],
        );
        let names =
            |who: &Browser| who.open(&finding).expect("the page").texts("main").join(" ").contains("Karima");
        assert!(!names(&sylvie) && !names(&karima));
        assert!(sylvie.open(&finding).expect("the page").text().contains("Sans nom"));
        let said = lines();
        assert!(said.len() == 2 && !said.iter().any(|line| line.contains(&member)), "{said:?}");
        // Nobody else changes it; the author does, both ways, and no line says who.
        let path = format!("{finding}/nom");
        let tried = sylvie.send(&path, &fields(&[("named", "yes")])).expect("an answer");
        assert_eq!((tried.status, names(&sylvie)), (404, false));
        let page = karima.open(&finding).expect("the page");
        karima.press(&page, "Montrer mon nom", &[]).expect("an answer");
        assert!(names(&sylvie));
        let page = karima.open(&finding).expect("the page");
        karima.press(&page, "Ne plus montrer mon nom", &[]).expect("an answer");
        assert!(!names(&sylvie));
        let said = lines();
        assert!(said.len() == 4 && !said.iter().any(|line| line.contains(&member)), "{said:?}");
        // Whoever says nothing of it is named, as before.
        let named = say(app, &karima, &project, 8, &[("kind", "need")]);
        assert!(sylvie.open(&named).expect("the page").texts("main").join(" ").contains("Karima"));
    });
}

#[test]
fn an_effect_is_written_down_with_the_conditions_in_which_it_was_seen() {
    for_each_engine_at(Moment::Described, |app, player| {
        let (karima, project) = (app.sign_in(KARIMA), project(player));
        let space = spaces(app)[0].clone();
        let sent = fields(&[
            ("text", "Les gestes vont plus vite."),
            ("kind", "unexpected_effect"),
            ("space", &space),
        ]);
        let refused = karima.send(&format!("{project}/constats/nouveau"), &sent).expect("an answer");
        assert_eq!(refused.status, 422);
        assert!(refused.texts(".errors a").join(" ").starts_with("Dans quelles conditions"));
        assert!(
            refused.texts("#context-error").join(" ").contains("dans quelles conditions"),
            "{}",
            refused.text()
        );
        let seen = [("kind", "unexpected_effect"), ("context", "Atelier 2, équipe de nuit, séries courtes")];
        let finding = say(app, &karima, &project, 9, &seen);
        let page = karima.open(&finding).expect("the page");
        assert!(
            page.text().contains("séries courtes")
                && page.text().contains("ailleurs, l’effet peut être autre")
        );
    });
}

#[test]
fn what_is_not_answered_in_time_may_be_taken_to_a_space_that_reaches_further() {
    for_each_engine_at(Moment::Described, |app, player| {
        let (karima, project) = (app.sign_in(KARIMA), project(player));
        app.tamper("UPDATE space SET level = 'company'");
        let all = spaces(app);
        let due = app.today().to_string();
        let passed = |to: &str, words: &str, finding: &str| {
            let sent = fields(&[("to", to), ("words", words), ("chosen", "yes"), ("due", &due)]);
            let done = karima.send(&format!("{finding}/transmissions"), &sent).expect("an answer");
            assert!(done.is_redirect(), "{}", done.text());
        };
        let finding = say(app, &karima, &project, 10, &[("kind", "question")]);
        passed(&all[1], "Qui décide du temps des réglages ?", &finding);
        app.pass_days(1);
        let read = |words: &str| karima.open(&finding).expect("the page").text().contains(words);
        assert!(
            read("aucun espace ouvert ne porte plus loin"),
            "{}",
            karima.open(&finding).expect("a page").text()
        );
        app.tamper_with("UPDATE space SET level = 'branch' WHERE space_id = $1", &all[2]);
        assert!(read("peut être porté plus haut"));
        let due = app.today().to_string();
        let sent = fields(&[
            ("to", &all[2]),
            ("words", "Une règle de branche sur les réglages ?"),
            ("chosen", "yes"),
            ("due", &due),
        ]);
        assert!(karima.send(&format!("{finding}/transmissions"), &sent).expect("an answer").is_redirect());
        assert!(read("porté à un autre niveau"));
    });
}

#[test]
fn a_project_is_suspended_or_abandoned_with_a_reason_that_the_thread_shows_and_taken_up_again() {
    for_each_engine_at(Moment::Described, |app, player| {
        let (karima, sylvie) = (app.sign_in(KARIMA), app.sign_in(SYLVIE));
        let project = project(player);
        let path = format!("{project}/arret");
        let review = app.today().checked_add(90.days()).expect("a day").to_string();
        let declare = |who: &Browser, state: &str, review: &str| {
            let sent =
                fields(&[("state", state), ("reason", "Les pièces changent trop."), ("review_on", review)]);
            who.send(&path, &sent).expect("an answer")
        };
        let thread = |words: &str| {
            let both =
                [&karima, &sylvie].map(|who| who.open(&format!("{project}/fil")).expect("a page").text());
            both.iter().all(|text| text.contains(words))
        };
        assert_eq!(declare(&karima, "abandoned", &review).status, 403);
        assert_eq!(declare(&sylvie, "abandoned", &app.today().to_string()).status, 422, "no day to come");
        for (state, says) in [("suspended", "Projet suspendu"), ("abandoned", "Projet abandonné")] {
            assert!(declare(&sylvie, state, &review).is_redirect());
            assert!(thread(says) && thread("Les pièces changent trop."), "{state}");
        }
        let list = karima.open(&format!("{}/projets", player.saved("organisation").expect("saved")));
        assert!(list.expect("a page").text().contains("Abandonné"));
        assert!(declare(&sylvie, "resumed", "").is_redirect());
        assert!(!thread("Projet abandonné"));
        let kinds = app.dump().table("journal_record").column("kind");
        for kind in ["project_suspended", "project_abandoned", "project_resumed"] {
            assert_eq!(kinds.iter().filter(|known| *known == kind).count(), 1, "{kind}");
        }
    });
}
