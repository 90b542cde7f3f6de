//! Each party's preparation stays its own: « Votre préparation reste la vôtre. »

use std::collections::BTreeMap;

use kernel::{Locale, OrganisationId, ProjectId};
use testkit::{
    Browser, Dump, Player, TestApp, View,
    case::Moment,
    crawl::crawl,
    for_each_engine_at,
    source::{code_only, files},
};

use crate::routes::{Ids, of_members};

/// Everybody who speaks in case 1, one for each party.
const PEOPLE: [(&str, &str); 7] = [
    ("management", "sylvie.marchal@hautes-vosges.example"),
    ("staff_representatives", "karima.benali@hautes-vosges.example"),
    ("technical", "thomas.keller@hautes-vosges.example"),
    ("line_managers", "denis.claudel@hautes-vosges.example"),
    ("facilitator", "elise.aubry@aract.example"),
    ("workers", "julien.ferry@hautes-vosges.example"),
    ("prevention", "nadia.ferri@sante-travail.example"),
];

/// Words that stand nowhere else.
fn mark(party: &str) -> String {
    format!("Marque-{}-5c1e", party.replace('_', ""))
}

fn words(text: &str) -> Vec<(String, String)> {
    vec![("words".to_owned(), text.to_owned())]
}

/// The last part but some of an address.
fn part(address: &str, from_the_end: usize) -> String {
    address.rsplit('/').nth(from_the_end).unwrap_or_default().to_owned()
}

/// Case 1, with a note in the notebook of every party.
struct Kept {
    project: String,
    people: Vec<(&'static str, Browser)>,
    /// The note of each party.
    notes: BTreeMap<&'static str, String>,
}

impl Kept {
    fn of(app: &TestApp, player: &Player<'_, TestApp>) -> Self {
        let project = player.saved("project").expect("saved").to_owned();
        let people: Vec<_> = PEOPLE.iter().map(|(party, email)| (*party, app.sign_in(email))).collect();
        let mut notes = BTreeMap::new();
        for (party, who) in &people {
            let form = who.open(&format!("{project}/carnet")).expect("the notebook");
            let done = who.press(&form, "Écrire dans le carnet", &words(&mark(party))).expect("an answer");
            assert!(done.text().contains("pour votre partie seulement"), "{party}: {}", done.text());
            notes.insert(*party, note_of(&app.dump(), party));
        }
        Self { project, people, notes }
    }

    fn who(&self, party: &str) -> &Browser {
        self.people.iter().find(|(known, _)| *known == party).map(|(_, who)| who).expect("a party")
    }

    fn carnet(&self) -> String {
        format!("{}/carnet", self.project)
    }

    fn address(&self, party: &str) -> String {
        format!("{}/{}", self.carnet(), self.notes[party])
    }
}

/// The identifier of the marked note of a party.
fn note_of(dump: &Dump, party: &str) -> String {
    let table = dump.table("notebook_note");
    let rows = table.column("words").into_iter().zip(table.column("note_id"));
    rows.into_iter().find(|(words, _)| *words == mark(party)).map(|(_, id)| id).expect("the note is kept")
}

fn assert_without(place: &str, text: &str, but: Option<&str>) {
    for (party, _) in PEOPLE.iter().filter(|(party, _)| Some(*party) != but) {
        assert!(!text.contains(&mark(party)), "{place} holds what {party} prepares");
    }
}

/// Every address of a member that is opened, with each of the notes put in.
fn addresses(app: &TestApp, kept: &Kept) -> Vec<String> {
    let ids = Ids::of(app, &part(&kept.project, 2));
    let any = ids.fill_named("note");
    let opened = of_members().into_iter().filter(|route| route.gets);
    opened
        .flat_map(|route| {
            let path = ids.fill(&route);
            kept.notes.values().map(|note| path.replace(&any, note)).collect::<Vec<_>>()
        })
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect()
}

fn whole(view: &View) -> String {
    format!("{}\n{}\n{:?}", view.path, view.html(), view.headers)
}

#[test]
fn no_party_reads_the_notebook_of_another_at_any_address_nor_in_any_export() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let kept = Kept::of(app, player);
        let addresses = addresses(app, &kept);
        for ending in ["/carnet.md", "/dossier.json", "/dossier.pdf", "/journal.jsonl", "/personnes"] {
            assert!(addresses.iter().any(|path| path.ends_with(ending)), "{ending} is not tried");
        }
        for (party, who) in &kept.people {
            for path in &addresses {
                let view = who.fetch(path, &[]).expect("an answer");
                assert_without(&format!("{path} as {party}"), &whole(&view), Some(party));
            }
            for (path, view) in crawl(who, &[format!("{}/fil", kept.project)]) {
                assert_without(&format!("{path} as {party}"), &whole(&view), Some(party));
            }
        }
    });
}

#[test]
fn a_party_reads_its_own_notebook_on_the_page_in_the_note_and_in_its_file() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let kept = Kept::of(app, player);
        for (party, who) in &kept.people {
            for path in [kept.carnet(), kept.address(party), format!("{}.md", kept.carnet())] {
                let view = who.open(&path).expect("an answer");
                assert_eq!(view.status, 200, "{path} as {party}");
                assert!(view.html().contains(&mark(party)), "{path} as {party}: {}", view.html());
            }
        }
    });
}

#[test]
fn nobody_changes_takes_out_or_takes_back_a_note_of_another_party() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let kept = Kept::of(app, player);
        kept.who("workers").submit(&format!("{}/retirer", kept.address("workers")), &[]).expect("an answer");
        let before = app.dump();
        for (party, who) in &kept.people {
            for other in kept.notes.keys().filter(|other| *other != party) {
                for end in ["", "/retirer", "/reprendre"] {
                    let path = format!("{}{end}", kept.address(other));
                    let view = who.send(&path, &words("autre chose")).expect("an answer");
                    assert_eq!(view.status, 404, "{path} as {party}");
                }
            }
        }
        assert_eq!(before.differences(&app.dump()), [] as [&str; 0]);
    });
}

#[test]
fn a_member_of_another_organisation_and_whoever_is_not_signed_in_read_no_notebook() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let kept = Kept::of(app, player);
        app.play(Moment::Open, " deux").unwrap_or_else(|error| panic!("{error:#}"));
        let neighbour = app.sign_in("karima.benali@hautes-vosges-deux.example");
        for path in addresses(app, &kept) {
            for (name, who) in [("a neighbour", &neighbour), ("nobody", &app.browser())] {
                let view = who.fetch(&path, &[]).expect("an answer");
                assert_without(&format!("{path} as {name}"), &whole(&view), None);
            }
        }
        for (path, view) in crawl(&neighbour, &["/".to_owned()]) {
            assert_without(&path, &whole(&view), None);
        }
    });
}

/// What `trinome export` and `trinome journal export` write, for whoever administers the instance.
#[test]
fn no_export_of_the_command_line_holds_a_note() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let kept = Kept::of(app, player);
        let organisation = OrganisationId::parse(&part(&kept.project, 2)).expect("an id");
        let project = ProjectId::parse(&part(&kept.project, 0)).expect("an id");
        let now = app.now();
        for locale in Locale::ALL {
            let t = app::words().expect("the words").speak(*locale);
            let made = app.read(move |tx| {
                let data = dossier::export_data(tx, organisation, project, &t, now)?;
                let document = dossier::export_document(tx, organisation, project, &t, now)?;
                Ok::<_, platform::DbError>([data, document])
            });
            for export in made.expect("it exports") {
                let text = export.expect("the project is there").to_string();
                assert!(text.len() > 1000, "an empty export proves nothing");
                assert_without("an export", &text, None);
            }
        }
        let journal = app.journal_file();
        assert!(journal.lines().count() > 20);
        assert_without("the journal", &journal, None);
    });
}

#[test]
fn the_journal_says_nothing_of_a_notebook_not_even_that_a_note_was_written() {
    for_each_engine_at(Moment::Described, |app, player| {
        let karima = app.sign_in("karima.benali@hautes-vosges.example");
        let carnet = format!("{}/carnet", player.saved("project").expect("saved"));
        let before = app.journal_file();
        let form = karima.open(&carnet).expect("the notebook");
        karima.press(&form, "Écrire dans le carnet", &words(&mark("staff_representatives"))).expect("done");
        let note = format!("{carnet}/{}", note_of(&app.dump(), "staff_representatives"));
        let form = karima.open(&note).expect("the note");
        karima.press(&form, "Enregistrer", &words("d’autres mots")).expect("done");
        karima.submit(&format!("{note}/retirer"), &[]).expect("done");
        karima.submit(&format!("{note}/reprendre"), &[]).expect("done");
        karima.open(&format!("{carnet}.md")).expect("the file");
        assert_eq!(app.journal_file(), before);
    });
}

#[test]
fn a_note_taken_out_comes_back_for_thirty_days_then_is_erased() {
    for_each_engine_at(Moment::Described, |app, player| {
        let karima = app.sign_in("karima.benali@hautes-vosges.example");
        let carnet = format!("{}/carnet", player.saved("project").expect("saved"));
        let (mark, other) = (mark("staff_representatives"), "une autre note");
        let form = karima.open(&carnet).expect("the notebook");
        karima.press(&form, "Écrire dans le carnet", &words(&mark)).expect("done");
        let id = note_of(&app.dump(), "staff_representatives");
        let gone = karima.submit(&format!("{carnet}/{id}/retirer"), &[]).expect("done");
        assert!(gone.text().contains("Elle peut revenir"), "{}", gone.text());
        let file = |who: &Browser| who.open(&format!("{carnet}.md")).expect("the file").html().to_owned();
        assert!(!file(&karima).contains(&mark), "what was taken out is still taken away");
        app.pass_days(29);
        let karima = app.sign_in("karima.benali@hautes-vosges.example");
        karima.submit(&format!("{carnet}/{id}/reprendre"), &[]).expect("done");
        assert!(file(&karima).contains(&mark), "it did not come back");
        karima.submit(&format!("{carnet}/{id}/retirer"), &[]).expect("done");
        app.pass_days(31);
        let karima = app.sign_in("karima.benali@hautes-vosges.example");
        let late = karima.send(&format!("{carnet}/{id}/reprendre"), &[]).expect("an answer");
        assert_eq!(late.status, 404);
        assert!(!karima.open(&carnet).expect("the notebook").html().contains(&mark));
        let form = karima.open(&carnet).expect("the notebook");
        karima.press(&form, "Écrire dans le carnet", &words(other)).expect("done");
        assert_eq!(app.dump().places_of(&mark), [] as [&str; 0], "it is still in the database");
    });
}

#[test]
fn two_people_of_a_party_do_not_write_over_each_other_unseen() {
    for_each_engine_at(Moment::Described, |app, player| {
        let karima = app.sign_in("karima.benali@hautes-vosges.example");
        let carnet = format!("{}/carnet", player.saved("project").expect("saved"));
        let form = karima.open(&carnet).expect("the notebook");
        karima.press(&form, "Écrire dans le carnet", &words(&mark("staff_representatives"))).expect("done");
        let note = format!("{carnet}/{}", note_of(&app.dump(), "staff_representatives"));
        let (first, second) = (karima.open(&note).expect("a form"), karima.open(&note).expect("a form"));
        karima.press(&first, "Enregistrer", &words("les mots de Paul")).expect("done");
        let refused = karima.press(&second, "Enregistrer", &words("les mots de Karima")).expect("an answer");
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(refused.text().contains("les mots de Paul"), "{}", refused.text());
        assert_eq!(refused.texts("textarea[name=words]"), ["les mots de Karima"]);
        let saved = karima.press(&refused, "Enregistrer", &words("les deux")).expect("an answer");
        assert!(saved.status == 200 && saved.text().contains("les deux"), "{}", saved.text());
    });
}

/// A query that forgot the party would pass the tests above for as long as no page uses it.
#[test]
fn every_query_of_notes_binds_the_organisation_and_the_readers_own_party() {
    let mut queries = 0;
    for file in files("crates/slices/notebooks/src", ".rs") {
        let code = code_only(&file.text);
        assert!(!code.contains("Party"), "{}: a party comes from the actor, never from elsewhere", file.path);
        for query in code.split('"').filter(|text| text.contains(" notebook_note")) {
            queries += 1;
            let erases = query.contains("DELETE FROM") && !query.contains("SELECT");
            let writes = query.contains("INSERT INTO");
            assert!(writes || query.contains("organisation_id = $1"), "{}: {query}", file.path);
            // What somebody wrote from one seat is theirs to take away: a seat is of one party.
            let is_own = query.contains("written_by = $2");
            assert!(writes || erases || is_own || query.contains("party = $3"), "{}: {query}", file.path);
        }
        for call in code.split("values![").skip(1).map(|rest| rest.split(']').next().unwrap_or_default()) {
            let own = call.starts_with("reader.organisation, project, reader.party")
                || call.starts_with("by.organisation, project, by.party")
                || call.starts_with("organisation, member")
                || call.starts_with("organisation, first_kept(today)")
                // A project that two keys delete takes every party's notes with it, unread: see the queries above.
                || call == "organisation, project";
            assert!(own, "{}: {call}", file.path);
        }
    }
    assert!(queries >= 6, "the queries were not found: {queries}");
}
