//! Nobody wanders: not into another organisation, not into what their party does not do.

use testkit::{Browser, Engine, Player, TestApp, case::Moment, for_each_engine_at};

use crate::routes::{Ids, is_beneath_the_project, of_members};

fn org_of(address: &str) -> String {
    address.trim_start_matches("/structures/").split('/').next().unwrap_or_default().to_owned()
}

/// Two organisations on one instance: the identifiers of the first, which has everything, and of the second, and a
/// director of the second.
fn neighbours(app: &TestApp, player: &Player<'_, TestApp>) -> (Ids, Ids, Browser) {
    let rich = player.saved("organisation").map(org_of).expect("saved");
    let neighbour = app.play(Moment::Open, " deux").unwrap_or_else(|error| panic!("{error:#}"));
    let other = neighbour.saved("organisation").map(org_of).expect("saved");
    let stranger = app.sign_in("sylvie.marchal@hautes-vosges-deux.example");
    (Ids::of(app, &rich), Ids::of(app, &other), stranger)
}

fn refusals(app: &TestApp, org: &str) -> usize {
    let dump = app.dump();
    let journal = dump.table("journal_record");
    let kinds = journal.column("kind").into_iter().zip(journal.column("organisation_id"));
    kinds.filter(|(kind, owner)| kind == "request_refused" && owner == org).count()
}

#[test]
fn a_member_of_another_organisation_opens_none_of_its_addresses_and_each_try_is_in_its_journal() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let (rich, _, stranger) = neighbours(app, player);
        let org = org_of(&rich.fill(&of_members()[0]));
        for route in of_members() {
            let path = rich.fill(&route);
            let tries = [
                route.gets.then(|| stranger.fetch(&path, &[]).expect("an answer")),
                route.posts.then(|| stranger.send(&path, &[]).expect("an answer")),
            ];
            for answer in tries.into_iter().flatten() {
                assert_eq!(answer.status, 403, "{path} lets a stranger in: {}", answer.text());
            }
        }
        let tried: usize =
            of_members().iter().map(|route| usize::from(route.gets) + usize::from(route.posts)).sum();
        assert_eq!(
            refusals(app, &org),
            tried,
            "each refusal leaves one line in the journal of the organisation reached for"
        );
        let last =
            app.journal_file().lines().rev().find(|line| line.contains("request_refused")).map(str::to_owned);
        let last = last.expect("a line");
        assert!(last.contains("other_organisation") && last.contains("by_member"), "{last}");
    });
}

#[test]
fn an_identifier_of_another_organisation_is_not_found_under_ones_own() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let (rich, own, stranger) = neighbours(app, player);
        // The other's project under one's own organisation; then the other's things under one's own project.
        let project = rich.but(&own, |name| name != "project");
        let beneath = rich.but(&own, |name| name == "org" || name == "project");
        let before = app.dump();
        for route in of_members() {
            for ids in
                [Some(&project), is_beneath_the_project(&route).then_some(&beneath)].into_iter().flatten()
            {
                if !route.path.contains("{project}") {
                    continue;
                }
                let path = ids.fill(&route);
                if route.gets {
                    let answer = stranger.fetch(&path, &[]).expect("an answer");
                    assert_eq!(answer.status, 404, "{path}: {}", answer.text());
                }
                if route.posts {
                    let answer = stranger.send(&path, &[]).expect("an answer");
                    assert!(
                        [404, 422].contains(&answer.status),
                        "{path}: {} {}",
                        answer.status,
                        answer.text()
                    );
                }
            }
        }
        assert_eq!(before.differences(&app.dump()), [] as [&str; 0]);
    });
}

#[test]
fn whoever_is_not_signed_in_is_asked_to_sign_in_and_sees_nothing() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Committed);
    let org = app.resume(&cast).saved("organisation").map(org_of).expect("saved");
    let ids = Ids::of(&app, &org);
    let stranger = app.browser();
    let before = app.dump();
    for route in of_members() {
        let path = ids.fill(&route);
        let tries = [
            route.gets.then(|| stranger.fetch(&path, &[]).expect("an answer")),
            route.posts.then(|| stranger.send(&path, &[]).expect("an answer")),
        ];
        for answer in tries.into_iter().flatten() {
            assert!(
                answer.is_redirect() && answer.path == "/connexion",
                "{path}: {} {}",
                answer.status,
                answer.path
            );
        }
    }
    assert_eq!(before.differences(&app.dump()), [] as [&str; 0]);
}

#[test]
fn an_address_that_is_none_is_not_found_and_not_a_fault() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Described);
    let org = app.resume(&cast).saved("organisation").map(str::to_owned).expect("saved");
    let karima = app.sign_in("karima.benali@hautes-vosges.example");
    for path in [
        "/nulle-part".to_owned(),
        "/structures/x/projets".to_owned(),
        format!("{org}/projets/x/fil"),
        format!("{org}/projets/00000000000000000000000000000000/fil"),
        format!("{org}/projets/%F0%9F%98%80/fil"),
        "/r/court".to_owned(),
        "/lien/rien".to_owned(),
    ] {
        let answer = karima.fetch(&path, &[]).expect("an answer");
        assert!([404, 410].contains(&answer.status), "{path}: {} {}", answer.status, answer.text());
        assert!(answer.text().len() > 80, "{path}: the page says nothing");
    }
}

/// What each party may not do, tried by hand: the button is not there, the address still refuses.
#[test]
fn an_act_of_another_party_is_refused_and_written_down() {
    for_each_engine_at(Moment::Open, |app, player| {
        let project = player.saved("project").expect("saved").to_owned();
        let campaign = player.saved("campagne").expect("saved").to_owned();
        let org = player.saved("organisation").map(org_of).expect("saved");
        let tries: &[(&str, &str, String)] = &[
            ("thomas.keller@hautes-vosges.example", "close_campaign", format!("{campaign}/clore")),
            ("elise.aubry@aract.example", "close_campaign", format!("{campaign}/clore")),
            ("thomas.keller@hautes-vosges.example", "codes", format!("{campaign}/codes")),
            ("karima.benali@hautes-vosges.example", "move_stage", format!("{project}/etape")),
            (
                "julien.ferry@hautes-vosges.example",
                "prepare_campaign",
                format!("{project}/diagnostics/nouveau"),
            ),
            ("denis.claudel@hautes-vosges.example", "edit_project", format!("{project}/obligations/faits")),
            ("julien.ferry@hautes-vosges.example", "plan", format!("{project}/espaces/temps")),
            ("nadia.ferri@sante-travail.example", "draft", format!("{project}/accords/nouvel-article")),
        ];
        for (email, act, path) in tries {
            let member = app.sign_in(email);
            let before = (app.dump(), refusals(app, &org));
            let answer = member.send(path, &[]).expect("an answer");
            assert_eq!(answer.status, 403, "{email} may {act}: {}", answer.text());
            assert!(answer.text().contains("Cet acte revient à une autre partie"), "{}", answer.text());
            assert_eq!(refusals(app, &org), before.1 + 1, "{email}, {act}: no line in the journal");
            let changed: Vec<String> = before.0.differences(&app.dump());
            assert!(changed.iter().all(|table| table.starts_with("journal_")), "{changed:?}");
        }
    });
}
