//! The hidden-from-line rule, walked: as every person of a deep line, through every route, every form that is refused and
//! every file, each marked word is found by exactly those who may read it.

mod cast;
mod walk;

use std::collections::BTreeSet;

use kernel::{Locale, OrganisationId, ProjectId};
use testkit::{Browser, Engine, Player, TestApp, case::Moment, for_each_engine_at};

use self::{
    cast::{INVITED, Person, everybody, file, named},
    walk::{Addresses, MARK, Read, marked, walk},
};

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// What somebody writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Words {
    Finding,
    /// Where they say that a finding comes from.
    Origin,
    /// What they corrected a finding into.
    Wording,
    Answer,
    Reasons,
    /// In the notebook of their party.
    Note,
    /// Why an alert may wait.
    Aside,
}

const ALL_WORDS: [Words; 7] =
    [Words::Finding, Words::Origin, Words::Wording, Words::Answer, Words::Reasons, Words::Note, Words::Aside];

/// Who sets an alert aside: one of each party, since a party has one reason.
const ASIDE: [&str; 4] = ["bilal", "farid", "karima", "sylvie"];
/// What was passed on, in the words of who passed it: read by all.
const PASSED: &str = "zqxzqjpasse";

impl Words {
    const fn code(self) -> &'static str {
        match self {
            Self::Finding => "constat",
            Self::Origin => "origine",
            Self::Wording => "formule",
            Self::Answer => "reponse",
            Self::Reasons => "raison",
            Self::Note => "carnet",
            Self::Aside => "attente",
        }
    }

    fn of(self, person: Person) -> String {
        format!("{MARK}{}{}", person.word, self.code())
    }

    /// Whether this person writes such words at all.
    fn are_written_by(self, person: Person) -> bool {
        match self {
            // Workers and facilitators do not answer.
            Self::Answer | Self::Reasons => !["workers", "facilitator"].contains(&person.party),
            Self::Aside => ASIDE.contains(&person.word),
            _ => true,
        }
    }

    /// Whether they stand in the dossier and the journal, when they are hidden from nobody.
    const fn are_in_files(self) -> bool {
        !matches!(self, Self::Note)
    }
}

/// Every word there is, with who wrote it.
fn written() -> impl Iterator<Item = (Person, Words)> {
    everybody().flat_map(|person| {
        ALL_WORDS
            .into_iter()
            .filter(move |words| words.are_written_by(person))
            .map(move |words| (person, words))
    })
}

/// What a reader finds on pages, the line being this or that.
fn expected(reader: Person, hides: impl Fn(Person, Person) -> bool) -> BTreeSet<String> {
    let may_read = |(author, words): &(Person, Words)| {
        !hides(*author, reader) && (*words != Words::Note || author.party == reader.party)
    };
    let passed = std::iter::once(PASSED.to_owned());
    written().filter(may_read).map(|(author, words)| words.of(author)).chain(passed).collect()
}

struct World<'a> {
    app: &'a TestApp,
    organisation: String,
    project: String,
    people: Vec<(Person, Browser)>,
}

impl<'a> World<'a> {
    /// The case, its line, and what everybody wrote.
    fn of(app: &'a TestApp, player: &Player<'_, TestApp>) -> Self {
        app.pass_days(120);
        let organisation = player.saved("organisation").expect("saved").to_owned();
        let project = player.saved("project").expect("saved").to_owned();
        let karima = app.sign_in(named("karima").email);
        for person in INVITED {
            let fill =
                [("party", person.party), ("name", person.name), ("email", person.email), ("locale", "fr")];
            let done = karima.send(&format!("{organisation}/personnes"), &fields(&fill)).expect("an answer");
            assert!(done.is_redirect(), "{}: {}", person.name, done.text());
        }
        for both in [&karima, &app.sign_in(named("sylvie").email)] {
            let told = both.upload(&format!("{organisation}/hierarchie/fichier"), file().as_bytes());
            assert!(told.expect("an answer").is_redirect());
        }
        let people = everybody().map(|person| (person, app.sign_in(person.email))).collect();
        let world = Self { app, organisation, project, people };
        world.talk();
        world
    }

    fn who(&self, word: &str) -> &Browser {
        self.people.iter().find(|(person, _)| person.word == word).map(|(_, who)| who).expect("somebody")
    }

    fn send(&self, who: &Browser, rest: &str, pairs: &[(&str, &str)]) {
        let done = who.send(&format!("{}/{rest}", self.project), &fields(pairs)).expect("an answer");
        assert!(done.is_redirect(), "{rest}: {}", done.text());
    }

    fn spaces(&self) -> Vec<String> {
        let id = self.project.rsplit('/').next().unwrap_or_default();
        let dump = self.app.dump();
        let table = dump.table("space");
        let all = table.column("project_id").into_iter().zip(table.column("space_id"));
        all.filter(|(of, _)| *of == id).map(|(_, space)| space).collect()
    }

    fn talk(&self) {
        let spaces = self.spaces();
        for (number, (person, who)) in self.people.iter().enumerate() {
            self.find(who, *person, number, &spaces[0]);
            self.send(who, "carnet", &[("words", &Words::Note.of(*person))]);
        }
        // Everybody who answers answers what Inès said, who stands in no line.
        let ines = self.people.iter().position(|(person, _)| person.word == "ines").unwrap_or_default();
        for (person, who) in self.people.iter().filter(|(p, _)| Words::Answer.are_written_by(*p)) {
            let (answer, reasons) = (Words::Answer.of(*person), Words::Reasons.of(*person));
            self.send(
                who,
                &format!("constats/{}/reponse", id_of(ines, 1)),
                &[("answer", &answer), ("reasons", &reasons)],
            );
        }
        for word in ASIDE {
            self.set_aside(word);
        }
        self.pass(&spaces[1]);
    }

    /// A finding that stays as it was said, and another that its author corrects.
    fn find(&self, who: &Browser, person: Person, number: usize, space: &str) {
        let (text, origin) = (Words::Finding.of(person), Words::Origin.of(person));
        for (turn, origin) in [(1, origin.as_str()), (2, "")] {
            let id = id_of(number, turn);
            let said = [
                ("id", id.as_str()),
                ("text", &text),
                ("kind", "need"),
                ("space", space),
                ("origin", origin),
            ];
            self.send(who, "constats/nouveau", &said);
        }
        let wording = Words::Wording.of(person);
        let rest = format!("constats/{}/formulation", id_of(number, 2));
        self.send(who, &rest, &[("wording", &wording), ("kind", "need")]);
    }

    /// The first alert that this person is told of.
    fn set_aside(&self, word: &str) {
        let who = self.who(word);
        let page = who.open(&format!("{}/espaces", self.project)).expect("the spaces");
        let links = page.attributes("a[href]", "href");
        let link = links.iter().find(|link| link.contains("/alertes?")).expect("an alert after so many days");
        let form = who.open(link).expect("the form");
        let sent = fields(&[("aside", &Words::Aside.of(named(word)))]);
        let done = who.press(&form, "Mettre de côté", &sent).expect("an answer");
        assert_eq!(done.status, 200, "{word}: {}", done.text());
    }

    /// Karima passes on what Bilal said, in her words.
    fn pass(&self, to: &str) {
        let bilal = self.people.iter().position(|(person, _)| person.word == "bilal").unwrap_or_default();
        let due = self.app.today().to_string();
        let rest = format!("constats/{}/transmissions", id_of(bilal, 1));
        let passed = [("to", to), ("words", PASSED), ("chosen", "yes"), ("due", due.as_str())];
        self.send(self.who("karima"), &rest, &passed);
    }

    fn reads(&self, addresses: &Addresses, person: Person) -> Read {
        let from = [
            format!("{}/fil", self.project),
            format!("{}/personnes", self.organisation),
            "/compte".to_owned(),
        ];
        walk(self.who(person.word), addresses, &from)
    }

    fn addresses(&self) -> Addresses {
        Addresses::of(self.app, self.organisation.rsplit('/').next().unwrap_or_default())
    }
}

fn id_of(person: usize, turn: usize) -> String {
    format!("{:032x}", person * 16 + turn)
}

/// Fails with who reads what of whom, and where; or with what somebody may read and does not find.
fn compare(reader: Person, read: &Read, expected: &BTreeSet<String>) {
    let seen = read.on_pages();
    let mut faults: Vec<String> = seen
        .difference(expected)
        .map(|word| format!("{} reads {word} on {:?}", reader.name, read.places(word)))
        .collect();
    let lost = expected.difference(&seen);
    faults.extend(lost.map(|word| format!("{} may read {word} and finds it nowhere", reader.name)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A file circulates: it holds nothing hidden from anybody, whoever takes it. Two are made for one reader: the notebook of
/// one's party, and what the instance holds of oneself.
fn compare_files(reader: Person, read: &Read, on_pages: &BTreeSet<String>) {
    let circulates =
        |(author, words): &(Person, Words)| words.are_in_files() && !author.is_hidden_from_somebody();
    let circulating: BTreeSet<String> = written()
        .filter(circulates)
        .map(|(author, words)| words.of(author))
        .chain([PASSED.to_owned()])
        .collect();
    for (path, words) in &read.files {
        let allowed: BTreeSet<String> = if path.ends_with("/carnet.md") {
            on_pages.iter().filter(|word| word.ends_with(Words::Note.code())).cloned().collect()
        } else if path.starts_with("/compte/") {
            // What Karima passed on is hers.
            let own =
                written().filter(|(author, _)| *author == reader).map(|(author, words)| words.of(author));
            own.chain((reader.word == "karima").then(|| PASSED.to_owned())).collect()
        } else {
            circulating.clone()
        };
        let more: Vec<&String> = words.difference(&allowed).collect();
        assert!(more.is_empty(), "{} takes {more:?} away in {path}", reader.name);
    }
    let taken =
        |end: &str| read.files.iter().find(|(path, _)| path.ends_with(end)).map(|(_, words)| words.len());
    for end in ["dossier.json", "dossier.pdf", "journal.jsonl", "carnet.md", "donnees.json"] {
        assert!(taken(end).is_some_and(|words| words > 0), "{}: {end} holds no word at all", reader.name);
    }
}

#[test]
fn as_every_person_of_a_deep_line_every_route_and_every_file_hold_what_they_may_read_and_nothing_else() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let world = World::of(app, player);
        let addresses = world.addresses();
        let pairs = everybody().flat_map(|a| everybody().map(move |b| (a, b)));
        assert!(
            pairs.filter(|(a, b)| a.is_hidden_from(*b)).count() > 30,
            "a line that hides little proves little"
        );
        for reader in everybody() {
            let expected = expected(reader, Person::is_hidden_from);
            let read = world.reads(&addresses, reader);
            assert!(read.pages.len() > 80, "{} opened {} pages only", reader.name, read.pages.len());
            compare(reader, &read, &expected);
            compare_files(reader, &read, &expected);
        }
    });
}

#[test]
fn what_the_command_line_exports_holds_nothing_that_is_hidden_from_anybody() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let world = World::of(app, player);
        let part = |nth| world.project.rsplit('/').nth(nth).unwrap_or_default().to_owned();
        let organisation = OrganisationId::parse(&part(2)).expect("an id");
        let project = ProjectId::parse(&part(0)).expect("an id");
        let (t, now) = (app::words().expect("the words").speak(Locale::Fr), app.now());
        let made = app.read(move |tx| {
            let data = dossier::export_data(tx, organisation, project, &t, now)?;
            Ok::<_, platform::DbError>([data, dossier::export_document(tx, organisation, project, &t, now)?])
        });
        let [data, document] =
            made.expect("it exports").map(|export| export.expect("the project").to_string());
        for (name, text) in [("json", data), ("pdf", document), ("journal", app.journal_file())] {
            let found = marked(&text);
            // The journal that circulates holds the proof of every word, and none of them.
            let holds = found.contains(&Words::Finding.of(named("karima")));
            assert_eq!(holds, name != "journal", "{name} and what representatives say");
            for (author, words) in written().filter(|(author, _)| author.is_hidden_from_somebody()) {
                assert!(!found.contains(&words.of(author)), "{name} holds {}", words.of(author));
            }
        }
    });
}

/// The control: with the rule of the view lifted, the same walk finds every word, so that what it does not find above is
/// hidden by the rule and by nothing else.
#[test]
fn with_the_rule_lifted_the_same_walk_finds_every_word() {
    for engine in Engine::available() {
        let (app, cast) = TestApp::at(engine, Moment::Committed);
        let world = World::of(&app, &app.resume(&cast));
        app.tamper("DROP VIEW hidden_from_line");
        app.tamper(
            "CREATE VIEW hidden_from_line AS
             SELECT organisation_id, subordinate AS reader_member_id, subordinate AS author_member_id, until_on
             FROM line_above WHERE 1 = 0",
        );
        let addresses = world.addresses();
        for reader in ["sylvie", "eva", "ambre"].map(named) {
            let read = world.reads(&addresses, reader);
            compare(reader, &read, &expected(reader, |_, _| false));
            let dossier = read.files.iter().find(|(path, _)| path.ends_with("dossier.json"));
            let (_, words) = dossier.expect("a dossier");
            assert!(words.contains(&Words::Finding.of(named("bilal"))), "{words:?}");
        }
    }
}
