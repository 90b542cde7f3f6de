//! Spaces say what they are, and hold it; what weakens a dialogue is told, and goes away when it is mended.

use testkit::{Browser, Player, TestApp, View, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";

fn fill(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The spaces page of the case, and how its people reach it.
struct Place {
    base: String,
    sylvie: Browser,
    karima: Browser,
}

impl Place {
    fn of(app: &TestApp, player: &Player<'_, TestApp>) -> Self {
        let base = format!("{}/espaces", player.saved("project").expect("saved"));
        Self { base, sylvie: app.sign_in(SYLVIE), karima: app.sign_in(KARIMA) }
    }

    /// The identifier of the space of a sphere.
    fn space(&self, app: &TestApp, sphere: &str) -> String {
        let dump = app.dump();
        let table = dump.table("space");
        let rows = table.column("sphere").into_iter().zip(table.column("space_id"));
        rows.into_iter().find(|(known, _)| known == sphere).map(|(_, id)| id).expect("a space")
    }

    fn plan(&self, app: &TestApp, sphere: &str, more: &[(&str, &str)]) -> View {
        let (space, today) = (self.space(app, sphere), app.today().to_string());
        let usual = [
            ("space", space.as_str()),
            ("kind", "meeting"),
            ("title", "Une réunion"),
            ("state", "held"),
            ("on", &today),
        ];
        let usual = usual.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
        let sent: Vec<(&str, &str)> = usual.chain(more).copied().collect();
        self.karima.send(&format!("{}/temps", self.base), &fill(&sent)).expect("an answer")
    }

    fn alerts(&self, who: &Browser) -> String {
        let page = who.open(&self.base).expect("the spaces");
        page.texts("section[aria-labelledby=alerts]").join(" ")
    }
}

fn member(app: &TestApp, name: &str) -> String {
    let dump = app.dump();
    let table = dump.table("member");
    let rows = table.column("name").into_iter().zip(table.column("member_id"));
    rows.into_iter().find(|(known, _)| known == name).map(|(_, id)| id).expect("a member")
}

#[test]
fn case_1_at_its_fourth_moment_has_no_alert() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let place = Place::of(app, player);
        for who in [&place.sylvie, &place.karima] {
            assert_eq!(place.alerts(who), "");
        }
    });
}

#[test]
fn a_consultation_is_never_inferred_from_an_informal_space_neither_by_its_kind_nor_by_its_form() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        let before = app.dump();
        for more in [&[("kind", "consultation")][..], &[("kind", "opinion")], &[("form", "consultation")]] {
            let refused = place.plan(app, "professional", more);
            assert_eq!(refused.status, 422, "{more:?}: {}", refused.text());
        }
        let informal = place.space(app, "professional");
        let page = place.karima.open(&format!("{}/{informal}", place.base)).expect("the space");
        let refused = place.karima.press(&page, "Enregistrer", &fill(&[("usually", "consultation")]));
        assert_eq!(refused.expect("an answer").status, 422);
        assert_eq!(before.differences(&app.dump()), [] as [&str; 0]);
        assert!(place.plan(app, "social", &[("form", "consultation")]).is_redirect());
    });
}

#[test]
fn the_database_itself_refuses_a_consultation_in_an_informal_space() {
    for_each_engine_at(Moment::Committed, |app, _| {
        for wrong in [
            "UPDATE space SET form = 'consultation' WHERE sphere = 'professional'",
            "UPDATE activity SET form = 'consultation' WHERE space_id IN (SELECT space_id FROM space WHERE sphere = 'professional')",
            "UPDATE activity SET kind = 'opinion' WHERE space_id IN (SELECT space_id FROM space WHERE sphere = 'technical')",
            "UPDATE space SET closed_on = '2026-11-22'",
        ] {
            assert!(app.refuses(wrong), "the database lets through: {wrong}");
        }
    });
}

#[test]
fn a_round_that_decides_without_one_that_understands_asks_for_a_reason_and_no_more() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        let refused = place.plan(app, "professional", &[("round", "decide")]);
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(refused.text().contains("Aucun temps de cet espace n’a cherché à comprendre"));
        let why = "L’éditeur attend une réponse demain.";
        let said = place.plan(app, "professional", &[("round", "decide"), ("without", why)]);
        assert!(said.is_redirect(), "{}", said.text());
        assert!(place.karima.open(&place.base).expect("the spaces").text().contains(why));
        assert!(place.plan(app, "professional", &[("title", "On s’écoute")]).is_redirect());
        assert!(
            place.plan(app, "professional", &[("round", "decide"), ("title", "On décide")]).is_redirect()
        );
    });
}

#[test]
fn who_sits_in_a_statutory_space_changes_with_two_keys_and_not_by_a_change_of_status() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        let (space, karima) = (place.space(app, "social"), member(app, "Karima Benali"));
        let here = format!("{}/{space}", place.base);
        let seats = || app.dump().table("space_member").rows.len();
        let proposed = place.karima.submit(&format!("{here}/personnes"), &fill(&[("sits", &karima)]));
        assert!(proposed.expect("an answer").text().contains("il attend la seconde clé"));
        assert_eq!(seats(), 0, "one key was enough");
        let own = place.karima.send(&format!("{here}/personnes/accepter"), &fill(&[("key", "forgée")]));
        assert_eq!(own.expect("an answer").status, 422);
        assert_eq!(seats(), 0);
        let page = place.sylvie.open(&here).expect("the space");
        let done = place.sylvie.press(&page, "Tourner notre clé : ces personnes siègent", &[]);
        assert!(done.expect("an answer").text().contains("Karima Benali"));
        assert_eq!(seats(), 1);
        let page = place.sylvie.open(&here).expect("the space");
        let informal = place.sylvie.press(&page, "Enregistrer", &fill(&[("status", "informal")]));
        assert_eq!(informal.expect("an answer").status, 422, "a change of status goes round the keys");
        let thomas = app.sign_in("thomas.keller@hautes-vosges.example");
        let refused = thomas.send(&format!("{here}/personnes"), &[]).expect("an answer");
        assert_eq!(refused.status, 403);
        assert!(app.journal_file().contains("space_members_changed"));
    });
}

#[test]
fn a_refused_change_of_members_changes_nothing_and_says_why() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        let here = format!("{}/{}", place.base, place.space(app, "social"));
        let sylvie = member(app, "Sylvie Marchal");
        place.sylvie.submit(&format!("{here}/personnes"), &fill(&[("sits", &sylvie)])).expect("an answer");
        let why = "Le règlement intérieur du comité dit autre chose.";
        let page = place.karima.open(&here).expect("the space");
        let read = place.karima.press(&page, "Refuser", &fill(&[("reason", why)])).expect("an answer");
        assert!(read.text().contains(why), "{}", read.text());
        assert_eq!(app.dump().table("space_member").rows.len(), 0);
    });
}

#[test]
fn a_closed_space_says_when_it_is_looked_at_again_and_says_so_on_that_day() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        let space = place.space(app, "professional");
        let here = format!("{}/{space}", place.base);
        let page = place.karima.open(&here).expect("the space");
        let bare = place.karima.press(&page, "Fermer", &fill(&[("because", "l’atelier a fini")]));
        assert_eq!(bare.expect("an answer").status, 422, "closed for good");
        let review = app.today().checked_add(jiff::ToSpan::days(10)).expect("a day").to_string();
        let both = fill(&[("because", "l’atelier a fini"), ("review", &review)]);
        let closed = place.karima.press(&page, "Fermer", &both).expect("an answer");
        assert!(closed.text().contains("à réexaminer le"), "{}", closed.text());
        assert_eq!(place.plan(app, "professional", &[]).status, 422, "something is held in a closed space");
        app.pass_days(10);
        let place = Place::of(app, player);
        assert!(place.alerts(&place.karima).contains("est à réexaminer"), "{}", place.alerts(&place.karima));
        place.karima.submit(&format!("{here}/rouvrir"), &[]).expect("an answer");
        assert!(!place.alerts(&place.karima).contains("est à réexaminer"));
    });
}

#[test]
fn an_alert_is_set_aside_by_one_party_for_itself_with_a_reason_that_all_read() {
    for_each_engine_at(Moment::Described, |app, player| {
        app.pass_days(120);
        let place = Place::of(app, player);
        let silent = "Rien dans";
        assert!(place.alerts(&place.karima).contains(silent), "{}", place.alerts(&place.karima));
        let space = place.space(app, "professional");
        let address = format!("{}/alertes", place.base);
        let asked = [("alerte", "silent"), ("objet", space.as_str())];
        let bare = place.karima.send(&address, &fill(&asked)).expect("an answer");
        assert_eq!(bare.status, 422, "set aside without a reason");
        let why = "L’équipe est en congé.";
        place.karima.submit(&address, &fill(&[&asked[..], &[("aside", why)]].concat())).expect("an answer");
        let about = "« Équipes concernées »";
        let count = |text: &str| text.replace('\u{a0}', " ").matches(about).count();
        let (own, other) = (count(&place.alerts(&place.karima)), count(&place.alerts(&place.sylvie)));
        assert!(own < other, "{own} {other}: {}", place.alerts(&place.karima));
        assert!(place.sylvie.open(&place.base).expect("the spaces").text().contains(why));
        assert!(app.journal_file().contains("alert_set_aside"));
    });
}

#[test]
fn a_missing_family_is_told_on_the_project_and_on_its_thread_with_where_to_invite() {
    for_each_engine_at(Moment::Described, |app, player| {
        let sylvie = app.sign_in(SYLVIE);
        let project = player.saved("project").expect("saved").to_owned();
        let spaces = sylvie.open(&format!("{project}/espaces")).expect("the spaces");
        assert!(spaces.text().contains("Qui manque à ce projet"), "{}", spaces.text());
        assert!(!spaces.text().contains("Préventeurs : personne"));
        let prevention = member(app, "Nadia Ferri");
        app.tamper_with("DELETE FROM session_seat WHERE member_id = $1", &prevention);
        app.tamper_with("UPDATE member SET party = 'facilitator' WHERE member_id = $1", &prevention);
        // A page of the thread is kept until something is done.
        app.pass_days(1);
        let sylvie = app.sign_in(SYLVIE);
        for page in ["espaces", "fil"] {
            let view = sylvie.open(&format!("{project}/{page}")).expect("a page");
            let text = view.text().replace('\u{a0}', " ");
            assert!(text.contains("Préventeurs : personne pour l’instant"), "{page}: {text}");
            assert!(view.html().contains("/personnes\""), "{page}: nowhere to invite");
        }
    });
}

#[test]
fn what_passes_between_spaces_is_in_words_chosen_for_it_with_who_asks_and_by_when() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let dump = app.dump();
        let table = dump.table("transmission");
        let columns = [
            "organisation_id",
            "project_id",
            "finding_id",
            "space_id",
            "words",
            "by_party",
            "passed_by",
            "passed_on",
        ];
        assert_eq!(&table.columns[..8], &columns);
        assert!(!table.rows.is_empty());
        for column in ["words", "by_party", "answer_due"] {
            assert!(table.column(column).iter().all(|value| !value.is_empty()), "{column}");
        }
        // No answer of a campaign is in what passes.
        for answers in crate::anonymity::lines(&dump, "sheets") {
            assert!(table.column("words").iter().all(|words| !words.contains(&answers)));
        }
        app.pass_days(60);
        let karima = app.sign_in(KARIMA);
        let project = player.saved("project").expect("saved");
        let thread = karima.open(&format!("{project}/fil")).expect("the thread").text();
        let findings = karima.open(&format!("{project}/constats")).expect("the findings").text();
        let waits =
            table.column("response_id").iter().any(|response| response.is_empty() || response == "NULL");
        assert!(!waits || findings.contains("En retard") || thread.contains("en retard"), "{findings}");
    });
}
