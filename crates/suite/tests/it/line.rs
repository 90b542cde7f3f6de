//! « Votre supérieur ne voit pas les contributions de son équipe. » Every address and every file, as every superior.

use std::{collections::BTreeMap, time::Instant};

use testkit::{
    Browser, Engine, Player, TestApp, View,
    case::Moment,
    crawl::{crawl, is_page},
    for_each_engine_at,
};

use crate::routes::{Ids, of_members};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";
const THOMAS: &str = "thomas.keller@hautes-vosges.example";
const ELISE: &str = "elise.aubry@aract.example";
const DENIS: &str = "denis.claudel@hautes-vosges.example";
const NADIA: &str = "nadia.ferri@sante-travail.example";
const JULIEN: &str = "julien.ferry@hautes-vosges.example";
/// Above Marc, who is above Wanda; Irène is above Sami; Sylvie, who directs, is above all of them.
const HELENE: &str = "helene.zeller@hautes-vosges.example";
const MARC: &str = "marc.zumthor@hautes-vosges.example";
const WANDA: &str = "wanda.zwicky@hautes-vosges.example";
const IRENE: &str = "irene.zola@hautes-vosges.example";
const SAMI: &str = "sami.zidi@hautes-vosges.example";

const EVERYBODY: [&str; 12] =
    [SYLVIE, KARIMA, THOMAS, ELISE, DENIS, NADIA, JULIEN, HELENE, MARC, WANDA, IRENE, SAMI];

/// The people of the line: the director, three managers and two workers, on two branches.
const LINE: &str = "personne;supérieur\nwanda.zwicky@hautes-vosges.example;marc.zumthor@hautes-vosges.example
marc.zumthor@hautes-vosges.example;helene.zeller@hautes-vosges.example
helene.zeller@hautes-vosges.example;sylvie.marchal@hautes-vosges.example
sami.zidi@hautes-vosges.example;irene.zola@hautes-vosges.example
irene.zola@hautes-vosges.example;sylvie.marchal@hautes-vosges.example\n";

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// An organisation with a line, and what its members said.
struct World<'a> {
    app: &'a TestApp,
    organisation: String,
    project: String,
    people: BTreeMap<&'static str, Browser>,
}

impl<'a> World<'a> {
    fn of(app: &'a TestApp, player: &Player<'_, TestApp>) -> Self {
        let organisation = player.saved("organisation").expect("saved").to_owned();
        let project = player.saved("project").expect("saved").to_owned();
        let karima = app.sign_in(KARIMA);
        for (party, name, email) in [
            ("line_managers", "Hélène Zeller", HELENE),
            ("line_managers", "Marc Zumthor", MARC),
            ("line_managers", "Irène Zola", IRENE),
            ("workers", "Wanda Zwicky", WANDA),
            ("workers", "Sami Zidi", SAMI),
        ] {
            let fill = fields(&[("party", party), ("name", name), ("email", email), ("locale", "fr")]);
            let done = karima.send(&format!("{organisation}/personnes"), &fill).expect("an answer");
            assert!(done.is_redirect(), "{name}: {}", done.text());
        }
        let people = EVERYBODY.iter().map(|email| (*email, app.sign_in(email))).collect();
        Self { app, organisation, project, people }
    }

    fn with_its_line(app: &'a TestApp, player: &Player<'_, TestApp>) -> Self {
        let world = Self::of(app, player);
        let told = world.tell(LINE.as_bytes());
        assert!(told.is_redirect(), "{}", told.text());
        world
    }

    fn who(&self, email: &str) -> &Browser {
        &self.people[email]
    }

    /// Gives a file, each party in its turn: the answer of the second, or of the first where it was refused.
    fn tell(&self, file: &[u8]) -> View {
        let path = format!("{}/hierarchie/fichier", self.organisation);
        let first = self.who(KARIMA).upload(&path, file).expect("an answer");
        if first.is_redirect() { self.who(SYLVIE).upload(&path, file).expect("an answer") } else { first }
    }

    /// How many lines of the journal are of this kind.
    fn journalled(&self, kind: &str) -> usize {
        self.app.dump().table("journal_record").column("kind").iter().filter(|known| *known == kind).count()
    }

    fn known(&self) -> usize {
        self.app.dump().table("line_of_management").rows.len()
    }

    /// The spaces of the project, the first two.
    fn spaces(&self) -> Vec<String> {
        let id = self.project.rsplit('/').next().unwrap_or_default().to_owned();
        let dump = self.app.dump();
        let table = dump.table("space");
        let all = table.column("project_id").into_iter().zip(table.column("space_id"));
        all.filter(|(of, _)| *of == id).map(|(_, space)| space).collect()
    }

    /// Writes a finding down, as the form does, and gives its address.
    fn say(&self, email: &str, number: u32, words: &str) -> String {
        let id = format!("{number:032x}");
        let space = self.spaces()[0].clone();
        let sent = fields(&[("id", &id), ("text", words), ("kind", "vigilance"), ("space", &space)]);
        let done = self.who(email).send(&format!("{}/constats/nouveau", self.project), &sent);
        let done = done.expect("an answer");
        assert!(done.is_redirect(), "{email}: {}", done.text());
        format!("{}/constats/{id}", self.project)
    }

    fn pass(&self, email: &str, finding: &str, words: &str) {
        let due = self.app.today().to_string();
        let sent = fields(&[("to", &self.spaces()[1]), ("words", words), ("chosen", "yes"), ("due", &due)]);
        let done = self.who(email).send(&format!("{finding}/transmissions"), &sent).expect("an answer");
        assert!(done.is_redirect(), "{}", done.text());
    }

    fn answer(&self, email: &str, finding: &str, words: &str, reasons: &str) {
        let sent = fields(&[("answer", words), ("reasons", reasons)]);
        let done = self.who(email).send(&format!("{finding}/reponse"), &sent).expect("an answer");
        assert!(done.is_redirect(), "{}", done.text());
    }

    fn hand(&self, rest: &str, pairs: &[(&str, &str)]) {
        let path = format!("{}/hierarchie{rest}", self.organisation);
        for email in [KARIMA, SYLVIE] {
            let done = self.who(email).send(&path, &fields(pairs)).expect("an answer");
            assert!(done.is_redirect(), "{rest}: {}", done.text());
        }
    }

    /// All that somebody may read: every page that a link reaches, and every route with every finding there is.
    fn reads(&self, email: &str) -> BTreeMap<String, View> {
        let browser = self.who(email);
        let from = [format!("{}/fil", self.project), format!("{}/personnes", self.organisation)];
        let mut all = crawl(browser, &from);
        let org = self.organisation.rsplit('/').next().unwrap_or_default();
        let ids = Ids::of(self.app, org);
        let known = self.app.dump().table("finding").column("finding_id");
        let one = ids.fill_named("finding");
        for route in of_members().into_iter().filter(|route| route.gets) {
            let path = ids.fill(&route);
            let paths = match route.path.contains("{finding}") {
                true => known.iter().map(|id| path.replace(&one, id)).collect(),
                false => vec![path],
            };
            for path in paths {
                all.entry(path).or_insert_with_key(|path| {
                    let seen = browser.fetch(path, &[]).expect("an answer");
                    assert!(seen.status < 500, "{path}: {}", seen.text());
                    seen
                });
            }
        }
        all
    }
}

/// Where a word stands, on pages or in files.
fn places(read: &BTreeMap<String, View>, word: &str, in_files: bool) -> Vec<String> {
    let held = |view: &View| String::from_utf8_lossy(&view.bytes).contains(word);
    let kind = |path: &str, view: &View| {
        let file = [".json", ".jsonl", ".pdf"]
            .iter()
            .any(|ending| path.split('?').next().is_some_and(|p| p.ends_with(ending)));
        (file || !is_page(view)) == in_files
    };
    read.iter().filter(|(path, view)| kind(path, view) && held(view)).map(|(path, _)| path.clone()).collect()
}

/// What is said in the world below, and from whom it is hidden.
const SAID: [(&str, &[&str]); 6] = [
    ("motwandaun", &[MARC, HELENE, SYLVIE]),
    ("motwandadeux", &[MARC, HELENE, SYLVIE]),
    ("motmarc", &[HELENE, SYLVIE]),
    ("motsami", &[IRENE, SYLVIE]),
    ("motreponse", &[HELENE, SYLVIE]),
    ("motraison", &[HELENE, SYLVIE]),
];

/// What the instance holds of whoever asks.
const OWN_DATA: &str = "/compte/donnees.json";

/// Who said it, in `talk`.
fn author(word: &str) -> &'static str {
    match word {
        "motwandaun" | "motwandadeux" => WANDA,
        "motsami" => SAMI,
        _ => MARC,
    }
}

fn talk(world: &World<'_>) -> String {
    world.say(WANDA, 1, "Le motwandaun du matin.");
    let two = world.say(WANDA, 2, "Le motwandadeux du soir.");
    world.say(MARC, 3, "Le motmarc de l’atelier.");
    world.say(SAMI, 4, "Le motsami de la nuit.");
    let asked = world.say(KARIMA, 5, "Le motkarima du comité.");
    world.answer(MARC, &asked, "Ma motreponse.", "Ma motraison.");
    world.pass(KARIMA, &two, "Ce que le comité en transmet : motpasse.");
    two
}

#[test]
fn a_superior_reads_nothing_of_their_team_on_any_page_nor_in_any_file_whoever_took_it() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let world = World::with_its_line(app, player);
        let note = fields(&[("words", "Le motcarnet de Wanda.")]);
        world.who(WANDA).send(&format!("{}/carnet", world.project), &note).expect("an answer");
        let passed = talk(&world);
        for email in EVERYBODY {
            let read = world.reads(email);
            assert!(read.len() > 40, "{email} was walked through {} pages only", read.len());
            for (word, hidden) in SAID {
                let seen = places(&read, word, false);
                if hidden.contains(&email) {
                    assert!(seen.is_empty(), "{email} reads {word} on {seen:?}");
                } else {
                    assert!(!seen.is_empty(), "{email} may read {word}, and finds it nowhere");
                }
                // A file circulates: it holds nothing that is hidden from anybody, but the file of one's own data, which
                // holds what one said oneself and nobody else's words.
                let (own, taken): (Vec<_>, Vec<_>) =
                    places(&read, word, true).into_iter().partition(|path| path == OWN_DATA);
                assert!(taken.is_empty(), "{email} takes {word} away in {taken:?}");
                assert_eq!(!own.is_empty(), email == author(word), "{email}, {word} in {OWN_DATA}");
            }
            for word in ["motpasse", "motkarima"] {
                assert!(!places(&read, word, false).is_empty(), "{email} does not read {word}");
                let taken = places(&read, word, true);
                assert!(
                    taken.iter().any(|path| path.ends_with("dossier.json")),
                    "{email}, {word}: {taken:?}"
                );
                assert!(taken.iter().any(|path| path.ends_with("dossier.pdf")), "{email}, {word}: {taken:?}");
            }
            let above = [MARC, HELENE, SYLVIE].contains(&email);
            let names = read[&passed].text().contains("Zwicky");
            assert_eq!(names, !above, "{email} is told who said what was passed on: {names}");
        }
    });
}

#[test]
fn the_journal_says_to_a_superior_neither_what_was_said_nor_by_whom() {
    for_each_engine_at(Moment::Described, |app, player| {
        let world = World::with_its_line(app, player);
        talk(&world);
        let rows = |email: &str| {
            let page = world.who(email).open(&format!("{}/journal", world.project)).expect("the journal");
            let rows = page.texts("tbody tr");
            rows.into_iter().filter(|row| row.contains("constat")).collect::<Vec<_>>().join("\n")
        };
        assert!(
            rows(KARIMA).contains("Wanda Zwicky") && rows(KARIMA).contains("motwandaun"),
            "{}",
            rows(KARIMA)
        );
        for email in [SYLVIE, HELENE, MARC] {
            let rows = rows(email);
            assert!(!rows.contains("Zwicky") && !rows.contains("motwanda"), "{email}: {rows}");
        }
        let wanda = app.dump();
        let members = wanda.table("member");
        let mut known = members.column("name").into_iter().zip(members.column("member_id"));
        let (_, id) = known.find(|(name, _)| name == "Wanda Zwicky").expect("Wanda");
        for email in [SYLVIE, KARIMA] {
            let file = world.who(email).open(&format!("{}/journal.jsonl", world.project)).expect("the file");
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            let said: Vec<&str> = text.lines().filter(|line| line.contains("finding_recorded")).collect();
            assert_eq!(said.len(), 5, "{email}: the chain is whole");
            assert!(!said.iter().any(|line| line.contains(&id)), "{email}: {said:?}");
            assert!(journal::verify(&file.bytes).is_ok(), "{email}: a journal with seals still proves");
        }
    });
}

#[test]
fn leaving_the_line_opens_nothing_that_was_said_and_a_new_superior_reads_nothing_at_all() {
    for_each_engine_at(Moment::Described, |app, player| {
        let world = World::with_its_line(app, player);
        world.say(WANDA, 1, "Le motavant.");
        let reads = |email: &str, word: &str| {
            let list = world.who(email).open(&format!("{}/constats", world.project)).expect("the list");
            let thread = world.who(email).open(&format!("{}/fil", world.project)).expect("the thread");
            assert_eq!(list.text().contains(word), thread.text().contains(word), "{email}, {word}");
            list.text().contains(word)
        };
        assert!(!reads(MARC, "motavant") && reads(IRENE, "motavant") && reads(SAMI, "motavant"));
        world.hand("/retrait", &[("left", WANDA), ("was", MARC)]);
        assert!(
            !reads(MARC, "motavant") && !reads(SYLVIE, "motavant"),
            "leaving the line opened what was said"
        );
        app.pass_days(1);
        world.say(WANDA, 2, "Le motapres.");
        assert!(reads(MARC, "motapres") && !reads(MARC, "motavant"));
        world.hand("", &[("subordinate", WANDA), ("superior", IRENE)]);
        for word in ["motavant", "motapres"] {
            assert!(!reads(IRENE, word) && !reads(SYLVIE, word), "a new superior reads {word}");
        }
        assert!(reads(MARC, "motapres"), "a former superior reads what is said after");
        world.hand("/effacement", &[]);
        for (email, word) in
            [(SYLVIE, "motavant"), (SYLVIE, "motapres"), (IRENE, "motavant"), (MARC, "motavant")]
        {
            assert!(!reads(email, word), "erasing the line opened {word} to {email}");
        }
        let kinds = app.dump().table("journal_record").column("kind");
        for kind in ["line_replaced", "line_removed", "line_added", "line_erased"] {
            assert!(kinds.iter().any(|known| known == kind), "{kind} is not in the journal");
        }
    });
}

#[test]
fn two_files_taken_before_and_after_a_contribution_are_the_same() {
    for_each_engine_at(Moment::Described, |app, player| {
        let world = World::with_its_line(app, player);
        let taken = || {
            let file = world.who(SYLVIE).open(&format!("{}/dossier.json", world.project)).expect("the file");
            let mut json: serde_json::Value = serde_json::from_slice(&file.bytes).expect("JSON");
            json.as_object_mut().expect("an object").remove("journal");
            json
        };
        let counted = || {
            let page = world.who(SYLVIE).open(&format!("{}/constats", world.project)).expect("the list");
            page.text()
        };
        let before = (taken(), counted());
        world.say(WANDA, 1, "Le motwandaun du matin.");
        assert_eq!(before, (taken(), counted()), "the difference tells that somebody spoke");
        let finding = format!("{}/constats/{:032x}", world.project, 1);
        assert_eq!(world.who(SYLVIE).fetch(&finding, &[]).expect("an answer").status, 404);
        world.pass(KARIMA, &finding, "motpasse");
        assert_ne!(before.0, taken(), "what is passed on shows");
    });
}

#[test]
fn a_superior_does_not_write_over_what_they_never_saw() {
    for_each_engine_at(Moment::Described, |app, player| {
        let world = World::with_its_line(app, player);
        let finding = world.say(MARC, 1, "Le motmarc.");
        world.pass(KARIMA, &finding, "motpasse");
        let words = fields(&[("wording", "autre chose"), ("kind", "need")]);
        let tried = world.who(HELENE).send(&format!("{finding}/formulation"), &words).expect("an answer");
        assert_eq!(tried.status, 422, "{}", tried.text());
        assert!(!tried.text().contains("motmarc"), "{}", tried.text());
        let kept = world.who(MARC).open(&finding).expect("the finding");
        assert!(kept.text().contains("motmarc"), "{}", kept.text());
    });
}

#[test]
fn the_line_is_shown_to_nobody_but_ones_own_superiors() {
    for_each_engine_at(Moment::Described, |app, player| {
        let world = World::with_its_line(app, player);
        for (email, above) in
            [(WANDA, vec![HELENE, MARC, SYLVIE]), (IRENE, vec![SYLVIE]), (SYLVIE, vec![]), (KARIMA, vec![])]
        {
            let page =
                world.who(email).open(&format!("{}/hierarchie", world.organisation)).expect("the page");
            let named: Vec<&str> = [HELENE, IRENE, MARC, SAMI, SYLVIE, WANDA]
                .into_iter()
                .filter(|address| page.html().contains(address))
                .collect();
            assert_eq!(named, above, "{email}");
        }
        let places = app.dump().places_of(MARC);
        assert!(!places.iter().any(|place| place.starts_with("journal_")), "{places:?}");
        // Whoever the line is not theirs to tell does not tell it.
        for path in ["", "/retrait", "/effacement", "/fichier"] {
            let path = format!("{}/hierarchie{path}", world.organisation);
            assert_eq!(world.who(DENIS).send(&path, &[]).expect("an answer").status, 403, "{path}");
        }
    });
}

/// Whoever stands in a line has an interest in it, on either side: what one party tells alone changes nothing, and shows nothing.
#[test]
fn the_line_changes_when_both_parties_tell_the_same_and_neither_is_shown_what_the_other_told() {
    for_each_engine_at(Moment::Described, |app, player| {
        let world = World::of(app, player);
        let page = format!("{}/hierarchie", world.organisation);
        let pair = fields(&[("subordinate", WANDA), ("superior", MARC)]);
        let other = fields(&[("subordinate", WANDA), ("superior", KARIMA)]);
        for _ in 0..2 {
            let told = world.who(SYLVIE).send(&page, &pair).expect("an answer");
            assert!(told.is_redirect(), "{}", told.text());
        }
        assert_eq!(world.known(), 0, "one key tells nothing");
        // The other party reads that something waits, not what; the letter says no more.
        let read = world.who(KARIMA).open(&page).expect("the page");
        assert!(read.text().contains("Ajouter un lien"), "{}", read.text());
        let letter = app.letters().into_iter().rfind(|letter| letter.to == KARIMA).expect("a letter");
        for address in [WANDA, MARC] {
            assert!(!read.html().contains(address) && !letter.body.contains(address), "{}", letter.body);
            let places = app.dump().places_of(address);
            assert!(places.iter().all(|place| place.starts_with("person")), "{places:?}");
        }
        let differs = world.who(KARIMA).send(&page, &other).expect("an answer");
        assert_eq!((differs.status, world.known()), (422, 0), "{}", differs.text());
        assert!(app.journal_file().contains("\"changed\""), "the try leaves no line");
        let own = world.who(SYLVIE).send(&page, &other).expect("an answer");
        assert_eq!(own.status, 422, "{}", own.text());
        let same = world.who(KARIMA).send(&page, &pair).expect("an answer");
        assert!(same.is_redirect() && world.known() == 1, "{}", same.text());
        assert_eq!((world.journalled("line_added"), world.journalled("key_confirmed")), (1, 1));
    });
}

#[test]
fn neither_party_takes_the_line_away_alone_nor_does_anybody_without_a_key() {
    for_each_engine_at(Moment::Described, |app, player| {
        let world = World::with_its_line(app, player);
        let known = world.known();
        let page = format!("{}/hierarchie", world.organisation);
        for (rest, sent) in
            [("/effacement", fields(&[])), ("/retrait", fields(&[("left", WANDA), ("was", MARC)]))]
        {
            let path = format!("{page}{rest}");
            for email in [DENIS, WANDA, THOMAS] {
                assert_eq!(world.who(email).send(&path, &sent).expect("an answer").status, 403, "{email}");
            }
            assert!(world.who(SYLVIE).send(&path, &sent).expect("an answer").is_redirect());
            assert_eq!(world.known(), known, "{rest}");
            // Taken back: nothing waits any more, and whoever comes second is a first.
            let keys = world.who(SYLVIE).open(&format!("{}/cles", world.organisation)).expect("the keys");
            let back = world.who(SYLVIE).press(&keys, "Retirer ma proposition", &[]).expect("an answer");
            assert!(back.text().contains("Votre proposition est retirée"), "{}", back.text());
            assert!(world.who(KARIMA).send(&path, &sent).expect("an answer").is_redirect());
            assert_eq!(world.known(), known, "{rest}");
            let keys = world.who(KARIMA).open(&format!("{}/cles", world.organisation)).expect("the keys");
            world.who(KARIMA).press(&keys, "Retirer ma proposition", &[]).expect("an answer");
        }
        assert_eq!(world.journalled("key_withdrawn"), 4);
    });
}

#[test]
fn a_bad_line_is_refused_whole_with_a_reason_and_a_line_in_the_journal() {
    for_each_engine_at(Moment::Described, |app, player| {
        let world = World::with_its_line(app, player);
        let refusals = || {
            let kinds = app.dump().table("journal_record").column("kind");
            kinds.iter().filter(|kind| *kind == "line_refused").count()
        };
        let before = app.dump();
        let million =
            "wanda.zwicky@hautes-vosges.example;marc.zumthor@hautes-vosges.example\n".repeat(1_000_000);
        let files: [(&[u8], &str); 4] = [
            (b"a@x.fr;b@x.fr\nb@x.fr;c@x.fr\nc@x.fr;a@x.fr", "a@x.fr → b@x.fr → c@x.fr → a@x.fr"),
            (b"a@x.fr;b@x.fr\nPaul;b@x.fr", "Ligne\u{a0}2\u{a0}: «\u{a0}Paul\u{a0}»"),
            (b"personne;superieur\n", "Ce fichier ne dit"),
            (million.as_bytes(), "trop long"),
        ];
        for (number, (file, why)) in files.into_iter().enumerate() {
            let start = Instant::now();
            let refused = world.tell(file);
            let took = start.elapsed();
            assert_eq!(refused.status, 422, "{}", refused.text());
            let said = refused.texts("#file-error").join(" ");
            let plain = |text: &str| text.replace('\u{a0}', " ");
            assert!(plain(&said).contains(&plain(why)), "{said}");
            assert_eq!(refusals(), number + 1, "{why}: no line in the journal");
            assert!(took.as_millis() < 5_000, "{why}: {took:?}");
        }
        // By hand, with what is known.
        let sent = fields(&[("subordinate", SYLVIE), ("superior", WANDA)]);
        let path = format!("{}/hierarchie", world.organisation);
        let refused = world.who(KARIMA).send(&path, &sent).expect("an answer");
        assert_eq!(refused.status, 422);
        assert!(refused.texts("#superior-error").join(" ").contains("→"), "{}", refused.text());
        let changed: Vec<String> = before.differences(&app.dump());
        assert!(changed.iter().all(|table| table.starts_with("journal_")), "{changed:?}");
        // Two superiors are no mistake.
        world.hand("", &[("subordinate", WANDA), ("superior", IRENE)]);
    });
}

#[test]
fn no_page_of_a_campaign_and_no_file_tells_who_took_part() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Committed);
    let world = World::with_its_line(&app, &app.resume(&cast));
    for email in [SYLVIE, KARIMA, ELISE] {
        let read = world.reads(email);
        let asked = read.iter().filter(|(path, _)| path.contains("/diagnostics/"));
        for (path, page) in asked {
            for name in ["Julien Ferry", "Wanda Zwicky", "Sami Zidi", "Denis Claudel", "Marc Zumthor"] {
                assert!(!page.html().contains(name), "{email}: {path} names {name}");
            }
        }
    }
}

/// Told in half a second and read in twenty milliseconds by a build made for tests; the bounds leave room for a busy machine,
/// and none for reading the whole line at each step, which took twenty seconds.
#[test]
fn a_line_of_two_thousand_pairs_is_told_at_once_and_slows_no_page() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let world = World::of(app, player);
        let address = |number: usize| match number {
            0 => HELENE.to_owned(),
            1 => MARC.to_owned(),
            2 => WANDA.to_owned(),
            other => format!("personne{other}@hautes-vosges.example"),
        };
        let pairs: Vec<String> =
            (1..=2000).map(|number| format!("{};{}\n", address(number), address((number - 1) / 6))).collect();
        let start = Instant::now();
        let told = world.tell(pairs.concat().as_bytes());
        assert!(told.is_redirect(), "{}", told.text());
        assert!(start.elapsed().as_secs() < 8, "told in {:?}", start.elapsed());
        world.say(WANDA, 1, "Le motwandaun du matin.");
        for (email, reads) in [(HELENE, false), (MARC, true), (KARIMA, true)] {
            let start = Instant::now();
            let list = world.who(email).open(&format!("{}/constats", world.project)).expect("the list");
            let thread = world.who(email).open(&format!("{}/fil", world.project)).expect("the thread");
            assert_eq!(list.text().contains("motwandaun"), reads, "{email}");
            assert_eq!(thread.status, 200);
            assert!(start.elapsed().as_secs() < 4, "{email} waited {:?}", start.elapsed());
        }
    });
}

/// The same walk where no line is known: what the tests above look for is there to be found.
#[test]
fn without_a_line_the_same_walk_finds_the_same_words() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Committed);
    let world = World::of(&app, &app.resume(&cast));
    let note = fields(&[("words", "Le motcarnet de Wanda.")]);
    world.who(WANDA).send(&format!("{}/carnet", world.project), &note).expect("an answer");
    talk(&world);
    let read = world.reads(SYLVIE);
    for (word, _) in SAID {
        assert!(!places(&read, word, false).is_empty(), "{word} stands on no page");
        assert!(places(&read, word, true).len() >= 2, "{word} stands in no file");
    }
}
