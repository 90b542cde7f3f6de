//! A project is deleted by two keys, with all that was said and written in it; the journal goes on proving.

use std::{
    collections::BTreeSet,
    thread,
    time::{Duration, Instant},
};

use scenario::answers;
use testkit::{Browser, Dump, Player, TestApp, View, case::Moment, for_each_engine_at};

use crate::routes::{Ids, of_members};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";
const TITLE: &str = "Planification prédictive des temps de production";

fn fill(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The page of the deletion, and the two who hold a key.
struct Desk {
    sylvie: Browser,
    karima: Browser,
    project: String,
}

impl Desk {
    fn of(app: &TestApp, player: &Player<'_, TestApp>) -> Self {
        let project = player.saved("project").expect("saved").to_owned();
        Self { sylvie: app.sign_in(SYLVIE), karima: app.sign_in(KARIMA), project }
    }

    fn page(&self) -> String {
        format!("{}/suppression", self.project)
    }

    fn propose(&self, who: &Browser) -> View {
        who.send(&self.page(), &fill(&[("reason", "Décrit deux fois, par erreur.")])).expect("an answer")
    }

    fn confirm(&self, who: &Browser, key: &str) -> View {
        let form = fill(&[("key", key), ("title", TITLE)]);
        who.send(&format!("{}/confirmer", self.page()), &form).expect("an answer")
    }

    /// Both keys, as people turn them.
    fn delete(&self) {
        let page = self.karima.open(&self.page()).expect("the page");
        let reason = fill(&[("reason", "Décrit deux fois, par erreur.")]);
        let told = self.karima.press(&page, "Tourner notre clé et proposer de supprimer", &reason);
        let told = told.expect("an answer");
        assert!(told.text().contains("rien n’est supprimé d’ici là"), "{}", told.text());
        let page = self.sylvie.open(&self.page()).expect("the page");
        assert!(page.text().contains("Décrit deux fois, par erreur."), "{}", page.text());
        let title = fill(&[("title", TITLE)]);
        let done = self.sylvie.press(&page, "Tourner notre clé et supprimer pour toujours", &title);
        let done = done.expect("an answer");
        assert!(done.text().contains("Le projet est supprimé."), "{}", done.text());
    }
}

/// The latest proposal to delete.
fn proposal(app: &TestApp) -> String {
    let dump = app.dump();
    let table = dump.table("keyed_act");
    let ids = table.column("keyed_act_id").into_iter().zip(table.column("act"));
    ids.filter(|(_, act)| act == "delete_project").map(|(id, _)| id).max().expect("something is proposed")
}

fn projects(app: &TestApp) -> usize {
    app.dump().table("project").rows.len()
}

fn id_of(address: &str) -> String {
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

/// Something of each party's notebook, and what the case leaves empty.
fn fill_what_is_empty(app: &TestApp) {
    for statement in [
        "INSERT INTO system (organisation_id, project_id, system_id, name, supplier)
         SELECT organisation_id, project_id, 's1', 'Chronos', 'Éditions Métronome' FROM project",
        "INSERT INTO notebook_note (organisation_id, project_id, party, note_id, words, version, written_by, written_on)
         SELECT m.organisation_id, p.project_id, m.party, m.member_id, 'Notre préparation, pour nous seuls', 1,
           m.member_id, '2026-11-01' FROM project p JOIN member m ON m.organisation_id = p.organisation_id",
        "INSERT INTO dialogue_watch (organisation_id, project_id, unlinked_weeks, silent_weeks, aside_weeks)
         SELECT organisation_id, project_id, 5, 6, 7 FROM project",
        "INSERT INTO alert_aside (organisation_id, project_id, alert, subject, party, reason, set_by, until_on)
         SELECT organisation_id, project_id, 'no_technical_seat', '', 'management', 'Le prestataire arrive en mars',
           'x', '2027-01-01' FROM project",
    ] {
        assert!(app.tamper(statement) > 0, "{statement}");
    }
}

/// What a project's rows hold, in whichever table: identifiers, and words.
fn of_the_project(dump: &Dump) -> (BTreeSet<String>, BTreeSet<String>) {
    const ROOTS: [&str; 6] =
        ["project_id", "campaign_id", "agreement_id", "clause_id", "commitment_id", "finding_id"];
    let people: BTreeSet<String> = ["name", "title", "member_id", "organisation_id"]
        .iter()
        .flat_map(|column| dump.table("member").column(column))
        .collect();
    let (mut ids, mut words) = (BTreeSet::new(), BTreeSet::new());
    for (name, table) in &dump.tables {
        let is_beneath = table.columns.iter().any(|column| ROOTS.contains(&&**column));
        if !is_beneath || name == "journal_record" {
            continue;
        }
        for (column, value) in table.rows.iter().flat_map(|row| table.columns.iter().zip(row)) {
            let Some(value) = value.as_ref().filter(|value| !people.contains(*value)) else { continue };
            let is_id = value.len() == 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
            if column.ends_with("_id") && is_id {
                ids.insert(value.clone());
            } else if value.contains(' ') && value.chars().count() > 12 && !value.starts_with(['{', '[']) {
                words.insert(value.clone());
            }
        }
    }
    (ids, words)
}

#[test]
fn two_keys_delete_a_project_and_no_table_keeps_a_row_of_it_but_the_journals_lines() {
    for_each_engine_at(Moment::Committed, |app, player| {
        fill_what_is_empty(app);
        let desk = Desk::of(app, player);
        let before = app.dump();
        let (ids, words) = of_the_project(&before);
        assert!(ids.len() > 50 && words.len() > 60, "{} identifiers, {} words", ids.len(), words.len());
        desk.delete();

        let project = id_of(&desk.project);
        let kept: Vec<String> = privacy::model::retention::kinds()
            .expect("the table")
            .into_iter()
            .flat_map(|kind| kind.outlives)
            .collect();
        let after = app.dump();
        for (name, table) in &after.tables {
            if table.columns.contains(&"project_id".to_owned()) && !kept.contains(name) {
                let rows = table.column("project_id");
                assert!(!rows.contains(&project), "{name} keeps a row of the project");
            }
        }
        // Nothing points at what is gone, and no word of it stands anywhere: not even under another table.
        for id in &ids {
            let places = after.places_of(id);
            let others: Vec<_> = places
                .iter()
                .filter(|place| {
                    !place.starts_with("journal_record.") && !place.starts_with("project_deletion.")
                })
                .collect();
            assert!(others.is_empty(), "{id} stands in {others:?}");
        }
        for said in &words {
            assert_eq!(after.places_of(said), [] as [&str; 0], "« {said} » is still there");
        }
        assert_eq!(after.table("member").rows, before.table("member").rows, "people changed");
    });
}

#[test]
fn a_journal_whose_project_was_deleted_still_proves_and_no_longer_says() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let lines = |app: &TestApp| app.dump().table("journal_record").column("line");
        let before = lines(app);
        Desk::of(app, player).delete();
        let after = lines(app);
        // A database gives its rows in an order of its own.
        let changed: Vec<_> = before.iter().filter(|line| !after.contains(line)).collect();
        assert!(changed.is_empty(), "lines of the chain were written again: {changed:?}");
        let file = app.opened_journal_file();
        let verified = journal::verify(file.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
        assert!(verified.withheld > 100, "{verified:?}");
        assert!(
            file.contains("\"kind\":\"project_deleted\"") && file.contains("\"kind\":\"clause_adopted\"")
        );
        for said in [TITLE, "Chronos", "L’écart ne juge personne", "Décrit deux fois"] {
            assert!(!file.contains(said), "the journal still says « {said} »");
        }
        // Who the members are is the organisation's, not the project's.
        assert!(file.contains("Karima Benali"));
    });
}

#[test]
fn nothing_of_a_deleted_project_is_left_in_the_file_of_the_database() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let (_, words) = of_the_project(&app.dump());
        let Some(full) = app.bytes_on_disk() else { return };
        let there: Vec<&String> = words.iter().filter(|said| holds(&full, said)).collect();
        assert!(there.len() > 40, "only {} words are found on the disk", there.len());
        Desk::of(app, player).delete();
        // The log is folded into the file when nobody writes.
        let patience = Instant::now() + Duration::from_secs(20);
        loop {
            let bytes = app.bytes_on_disk().expect("embedded");
            let left: Vec<_> = there.iter().filter(|said| holds(&bytes, said)).collect();
            if left.is_empty() {
                break;
            }
            assert!(Instant::now() < patience, "still on the disk: {left:?}");
            thread::sleep(Duration::from_millis(200));
        }
    });
}

fn holds(bytes: &[u8], said: &str) -> bool {
    let wanted = said.as_bytes();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn every_address_of_a_deleted_project_says_so_and_the_list_shows_nothing() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let desk = Desk::of(app, player);
        let org = player.saved("organisation").expect("saved").to_owned();
        let ids = Ids::of(app, &id_of(&org));
        desk.delete();
        for route in of_members().into_iter().filter(|route| route.gets && route.path.contains("{project}")) {
            let path = ids.fill(&route);
            let view = desk.karima.fetch(&path, &[]).expect("an answer");
            assert_eq!(view.status, 404, "{path}: {}", view.text());
            assert!(view.text().contains("Ce projet a été supprimé"), "{path}: {}", view.text());
        }
        let list = desk.karima.open(&format!("{org}/projets")).expect("the list");
        assert!(!list.text().contains(TITLE), "{}", list.text());
        let keys = desk.karima.open(&format!("{org}/cles")).expect("the keys");
        assert!(keys.status == 200 && !keys.text().contains(TITLE), "{}", keys.text());
        // To a stranger, there is nothing to say.
        let outside = app.browser().fetch(&desk.project, &[]).expect("an answer");
        assert!(!outside.text().contains("supprimé"), "{}", outside.text());
    });
}

#[test]
fn who_held_a_code_of_a_deleted_project_is_told_that_it_does_not_work() {
    for_each_engine_at(Moment::Open, |app, player| {
        let code = player.codes("codes").first().expect("a code").code.clone();
        let desk = Desk::of(app, player);
        let page = desk.karima.open(&desk.page()).expect("the page");
        assert!(page.text().contains("seront effacées sans être lues"), "{}", page.text());
        desk.delete();
        let error =
            answers::answer(&app.browser(), &code, "{}").expect_err("a code of nothing still answers");
        assert!(!format!("{error:#}").contains("500"), "{error:#}");
        assert!(app.dump().table("answer_code").rows.is_empty());
    });
}

#[test]
fn another_project_and_another_organisation_lose_nothing() {
    for_each_engine_at(Moment::Committed, |app, player| {
        app.play(Moment::Open, " deux").unwrap_or_else(|error| panic!("{error:#}"));
        let own = id_of(player.saved("organisation").expect("saved"));
        app.tamper(
            "INSERT INTO project (organisation_id, project_id, title, purpose, concerned, stage, facts, created_at)
             SELECT organisation_id, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'Un autre projet', purpose, concerned, stage,
               facts, created_at FROM project",
        );
        app.tamper(
            "INSERT INTO space (organisation_id, project_id, space_id, sphere, name, who, is_statutory)
             SELECT organisation_id, project_id, project_id, 'social', 'Un autre espace', '', is_statutory
             FROM (SELECT p.organisation_id, p.project_id, s.is_statutory FROM project p JOIN space s
               ON s.organisation_id = p.organisation_id AND s.is_statutory = s.is_statutory
               WHERE p.title = 'Un autre projet' AND s.name = (SELECT MIN(t.name) FROM space t)) x",
        );
        let own = own.as_str();
        let others = |app: &TestApp| -> Vec<String> {
            let dump = app.dump();
            let rows = dump.tables.iter().flat_map(|(name, table)| {
                let is_others = move |row: &&Vec<Option<String>>| {
                    let holds = |id: &str| row.iter().flatten().any(|value| value == id);
                    table.columns.contains(&"organisation_id".to_owned())
                        && (!holds(own) || holds("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"))
                        && name != "session_seat"
                };
                table.rows.iter().filter(is_others).map(move |row| format!("{name} {row:?}"))
            });
            rows.collect::<BTreeSet<_>>().into_iter().collect()
        };
        let desk = Desk::of(app, player);
        let before = others(app);
        assert!(before.len() > 100 && before.iter().any(|row| row.contains("Un autre espace")));
        desk.delete();
        assert_eq!(others(app), before);
    });
}

#[test]
fn one_party_alone_deletes_nothing_however_often_it_tries() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        for _ in 0..3 {
            desk.propose(&desk.sylvie);
        }
        let own = desk.confirm(&desk.sylvie, &proposal(app));
        assert_eq!((own.status, projects(app)), (422, 1), "{}", own.text());
        let page = desk.sylvie.open(&desk.page()).expect("the page");
        assert!(!page.text().contains("supprimer pour toujours"), "{}", page.text());
    });
}

#[test]
fn everybody_gets_a_letter_when_a_deletion_is_proposed_taken_back_and_carried_out() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let desk = Desk::of(app, player);
        let to = |word: &str| -> BTreeSet<String> {
            let letters = app.letters().into_iter();
            letters.filter(|letter| letter.subject.contains(word)).map(|letter| letter.to).collect()
        };
        let joined: BTreeSet<String> = {
            let dump = app.dump();
            let (people, members) = (dump.table("person"), dump.table("member"));
            let sits: BTreeSet<String> = members
                .column("person_id")
                .into_iter()
                .zip(members.column("joined_at"))
                .filter(|(_, at)| !at.is_empty())
                .map(|(person, _)| person)
                .collect();
            let all = people.column("person_id").into_iter().zip(people.column("email"));
            all.filter(|(id, _)| sits.contains(id)).map(|(_, email)| email).collect()
        };
        let but = |who: &str| joined.iter().filter(|email| *email != who).cloned().collect::<BTreeSet<_>>();
        assert!(joined.len() > 4, "{joined:?}");

        desk.propose(&desk.karima);
        assert_eq!(to("est proposé"), but(KARIMA));
        // Taken back by whoever proposed it, and by nobody else.
        let keys = format!("{}/cles", player.saved("organisation").expect("saved"));
        let path = format!("{keys}/{}/retirer", proposal(app));
        let tried = desk.sylvie.send(&path, &[]).expect("an answer");
        assert!(tried.text().contains("elle seule peut le retirer"), "{}", tried.text());
        let page = desk.karima.open(&desk.page()).expect("the page");
        let back = desk.karima.press(&page, "Retirer notre proposition", &[]).expect("an answer");
        assert!(back.text().contains("Votre proposition est retirée"), "{}", back.text());
        assert_eq!(to("ne se fera pas"), but(KARIMA));
        let key = proposal(app);
        assert_eq!(desk.confirm(&desk.sylvie, &key).status, 422, "what was taken back is confirmed");
        assert_eq!(projects(app), 1);

        desk.delete();
        assert_eq!(to("est supprimé"), but(SYLVIE));
    });
}

#[test]
fn a_deletion_is_refused_with_a_reason_that_both_read() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        desk.propose(&desk.karima);
        let page = desk.sylvie.open(&desk.page()).expect("the page");
        let silent = desk.sylvie.press(&page, "Refuser et garder le projet", &[]).expect("an answer");
        assert_eq!(silent.status, 422, "{}", silent.text());
        let reason = fill(&[("refusal", "La consultation n’est pas finie.")]);
        desk.sylvie.press(&silent, "Refuser et garder le projet", &reason).expect("an answer");
        let read = desk.karima.open(&desk.page()).expect("the page");
        assert!(read.text().contains("La consultation n’est pas finie."), "{}", read.text());
        let late = desk.confirm(&desk.sylvie, &proposal(app));
        assert_eq!(
            (late.status, projects(app)),
            (422, 1),
            "a refused deletion was confirmed: {}",
            late.text()
        );
    });
}

#[test]
fn forged_replayed_expired_and_misplaced_keys_delete_nothing_and_leave_a_line() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        let voids = |app: &TestApp| app.journal_file().matches("\"key_void\"").count();
        for forged in ["", "nothing", "0198c0de00007000800000000000aaaa"] {
            let view = desk.confirm(&desk.sylvie, forged);
            assert_eq!(view.status, 422, "{}", view.text());
        }
        assert_eq!(voids(app), 3);
        // The title of another thing turns nothing, and is no try of a key.
        desk.propose(&desk.karima);
        let key = proposal(app);
        let form = fill(&[("key", &*key), ("title", "Un autre projet")]);
        let view = desk.sylvie.send(&format!("{}/confirmer", desk.page()), &form).expect("an answer");
        assert!(
            view.status == 422 && view.text().contains("Ce n’est pas le nom du projet"),
            "{}",
            view.text()
        );
        // A key for another act on this project.
        app.tamper("UPDATE keyed_act SET act = 'move_stage' WHERE act = 'delete_project'");
        assert_eq!(desk.confirm(&desk.sylvie, &key).status, 422);
        app.tamper("UPDATE keyed_act SET act = 'delete_project' WHERE act = 'move_stage'");
        // A key for another project of the organisation.
        app.tamper("UPDATE keyed_act SET subject = 'another' WHERE act = 'delete_project'");
        assert_eq!(desk.confirm(&desk.sylvie, &key).status, 422);
        app.tamper("UPDATE keyed_act SET subject = project_id WHERE act = 'delete_project'");
        app.pass_days(15);
        let late = desk.confirm(&desk.sylvie, &key);
        assert!(late.status == 422 && late.text().contains("a expiré"), "{}", late.text());
        assert_eq!((voids(app), projects(app)), (6, 1));
        // Once done, the same key again finds no project.
        desk.propose(&desk.karima);
        let key = proposal(app);
        assert_eq!(desk.confirm(&desk.sylvie, &key).status, 303);
        let again = desk.confirm(&desk.sylvie, &key);
        assert_eq!((again.status, projects(app)), (404, 0), "{}", again.text());
    });
}

#[test]
fn whoever_holds_no_key_and_whoever_is_of_elsewhere_never_sees_the_page() {
    for_each_engine_at(Moment::Described, |app, player| {
        app.play(Moment::Open, " deux").unwrap_or_else(|error| panic!("{error:#}"));
        let desk = Desk::of(app, player);
        desk.propose(&desk.karima);
        let key = proposal(app);
        let dossier =
            |who: &Browser| who.open(&format!("{}/dossier", desk.project)).expect("the dossier").text();
        assert!(dossier(&desk.karima).contains("Supprimer ce projet"));
        let stranger = app.sign_in("karima.benali@hautes-vosges-deux.example");
        let mut outside = vec![("a stranger", stranger)];
        for who in ["julien.ferry@hautes-vosges.example", "thomas.keller@hautes-vosges.example"] {
            let member = app.sign_in(who);
            assert!(!dossier(&member).contains("Supprimer ce projet"), "{who} is shown the way");
            outside.push((who, member));
        }
        for (who, browser) in &outside {
            assert_eq!(browser.fetch(&desk.page(), &[]).expect("an answer").status, 403, "{who}");
            assert_eq!(desk.propose(browser).status, 403, "{who}");
            assert_eq!(desk.confirm(browser, &key).status, 403, "{who}");
            let refusal = fill(&[("refusal", "Non.")]);
            let view = browser.send(&format!("{}/refuser", desk.page()), &refusal).expect("an answer");
            assert_eq!(view.status, 403, "{who}");
        }
        assert_eq!(app.journal_file().matches("\"request_refused\"").count(), 4 * outside.len());
        let dump = app.dump();
        let table = dump.table("keyed_act");
        let outcomes = table.column("keyed_act_id").into_iter().zip(table.column("outcome"));
        assert!(outcomes.into_iter().any(|(id, outcome)| id == key && outcome.is_empty()), "it was answered");
        assert_eq!(projects(app), 2);
    });
}

#[test]
fn the_database_itself_refuses_a_deletion_without_two_keys() {
    for_each_engine_at(Moment::Committed, |app, _| {
        for sql in [
            "INSERT INTO project_deletion (organisation_id, project_id, deleted_on, proposed_party, confirmed_party)
             SELECT organisation_id, project_id, '2026-11-23', 'management', 'staff_representatives' FROM project",
            "DELETE FROM publication",
            "DELETE FROM campaign_group",
            "DELETE FROM campaign",
        ] {
            assert!(app.refuses(sql), "{sql}");
        }
    });
    for_each_engine_at(Moment::Described, |app, player| {
        Desk::of(app, player).delete();
        for sql in ["DELETE FROM project_deletion", "UPDATE project_deletion SET deleted_on = '2020-01-01'"] {
            assert!(app.refuses(sql), "{sql}");
        }
    });
}
