//! No party administers alone what binds the other.

use testkit::{Browser, Player, TestApp, View, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";

/// A campaign that is proposed, with both holders of a key at the door.
struct Door {
    sylvie: Browser,
    karima: Browser,
    campaign: String,
}

impl Door {
    fn of(app: &TestApp, player: &Player<'_, TestApp>) -> Self {
        let (sylvie, karima) = (app.sign_in(SYLVIE), app.sign_in(KARIMA));
        let project = player.saved("project").expect("saved");
        let form = karima.open(&format!("{project}/diagnostics/nouveau")).expect("the form");
        let fill = [
            ("title", "Avant l’essai"),
            ("people-management", "6"),
            ("people-workers", "9"),
            ("closes_on", "2026-12-20"),
        ];
        let fill: Vec<_> =
            fill.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let page = karima.press(&form, "Proposer cette campagne", &fill).expect("an answer");
        assert_eq!(page.status, 200, "{}", page.text());
        let campaign = page.path.split('?').next().unwrap_or_default().to_owned();
        Self { sylvie, karima, campaign }
    }

    /// Turns a key by hand, whatever the page shows.
    fn turn(&self, who: &Browser, act: &str) -> View {
        who.submit(&format!("{}/{act}", self.campaign), &[]).expect("an answer")
    }

    fn state(&self, app: &TestApp) -> String {
        let id = self.campaign.rsplit('/').next().unwrap_or_default().to_owned();
        let dump = app.dump();
        let table = dump.table("campaign");
        let states = table.column("campaign_id").into_iter().zip(table.column("state"));
        states
            .into_iter()
            .find(|(campaign, _)| *campaign == id)
            .map(|(_, state)| state)
            .expect("the campaign is there")
    }
}

#[test]
fn one_party_alone_opens_nothing_however_often_it_tries() {
    for_each_engine_at(Moment::Described, |app, player| {
        let door = Door::of(app, player);
        for _ in 0..3 {
            door.turn(&door.karima, "ouvrir");
            assert_eq!(door.state(app), "prepared");
        }
        assert_eq!(app.dump().table("keyed_act").rows.len(), 1, "one proposal, not one a try");
        door.turn(&door.sylvie, "ouvrir");
        assert_eq!(door.state(app), "open");
    });
}

#[test]
fn a_second_person_of_the_same_party_is_not_a_second_key() {
    for_each_engine_at(Moment::Described, |app, player| {
        let door = Door::of(app, player);
        let people = door.karima.open(&format!("{}/personnes", player.saved("organisation").expect("saved")));
        let fill = [
            ("party", "staff_representatives"),
            ("name", "Paul Humbert"),
            ("email", "paul.humbert@hautes-vosges.example"),
        ];
        let fill: Vec<_> =
            fill.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        door.karima.press(&people.expect("the people"), "Inviter", &fill).expect("an answer");
        let paul = app.sign_in("paul.humbert@hautes-vosges.example");
        door.turn(&door.karima, "ouvrir");
        let page = door.turn(&paul, "ouvrir");
        assert_eq!(door.state(app), "prepared", "{}", page.text());
        assert!(page.text().contains("Votre partie a tourné sa clé"), "{}", page.text());
    });
}

#[test]
fn a_refusal_has_a_reason_that_both_read_and_opens_nothing() {
    for_each_engine_at(Moment::Described, |app, player| {
        let door = Door::of(app, player);
        door.turn(&door.karima, "ouvrir");
        let page = door.sylvie.open(&door.campaign).expect("the campaign");
        let silent = door.sylvie.press(&page, "Refuser", &[]).expect("an answer");
        assert_eq!(silent.status, 422, "a refusal without a reason: {}", silent.text());
        let reason = vec![("reason".to_owned(), "Attendons que l’expert soit là.".to_owned())];
        door.sylvie.press(&silent, "Refuser", &reason).expect("an answer");
        assert_eq!(door.state(app), "prepared");
        let read = door.karima.open(&door.campaign).expect("the campaign");
        assert!(read.text().contains("Attendons que l’expert soit là."), "{}", read.text());
        // A refused key is spent: the other party must be asked anew.
        app.pass_minutes(5);
        door.turn(&door.sylvie, "ouvrir");
        assert_eq!(door.state(app), "prepared");
        door.turn(&door.karima, "ouvrir");
        assert_eq!(door.state(app), "open");
        let journal = app.journal_file();
        for kind in ["key_turned", "key_refused", "key_confirmed", "campaign_opened"] {
            assert!(journal.contains(kind), "{kind} is not in the journal");
        }
    });
}

#[test]
fn a_key_waits_fourteen_days_and_no_longer() {
    for_each_engine_at(Moment::Described, |app, player| {
        let door = Door::of(app, player);
        door.turn(&door.karima, "ouvrir");
        app.pass_days(15);
        let page = door.sylvie.open(&door.campaign).expect("the campaign");
        assert!(
            !page.text().contains("Tourner notre clé et ouvrir"),
            "the old key still waits: {}",
            page.text()
        );
        door.turn(&door.sylvie, "ouvrir");
        assert_eq!(door.state(app), "prepared", "a key that has expired opened the campaign");
        door.turn(&door.karima, "ouvrir");
        assert_eq!(door.state(app), "open");
    });
}

#[test]
fn closing_takes_two_keys_as_well_and_publishes_for_all_at_once() {
    for_each_engine_at(Moment::Described, |app, player| {
        let door = Door::of(app, player);
        door.turn(&door.karima, "ouvrir");
        door.turn(&door.sylvie, "ouvrir");
        door.turn(&door.sylvie, "clore");
        door.turn(&door.sylvie, "clore");
        assert_eq!(door.state(app), "open");
        let early = door.sylvie.open(&format!("{}/resultats", door.campaign)).expect("an answer");
        assert_eq!(early.path, door.campaign, "results are seen before both have closed");
        door.turn(&door.karima, "clore");
        assert_eq!(door.state(app), "closed");
        let seen = door.sylvie.open(&format!("{}/resultats", door.campaign)).expect("the results");
        assert!(seen.path.ends_with("/resultats"), "{}", seen.path);
    });
}

#[test]
fn two_keys_turned_at_the_same_instant_open_once() {
    for_each_engine_at(Moment::Described, |app, player| {
        let door = Door::of(app, player);
        std::thread::scope(|scope| {
            for who in [&door.karima, &door.sylvie, &door.karima, &door.sylvie] {
                scope.spawn(|| door.turn(who, "ouvrir"));
            }
        });
        assert_eq!(door.state(app), "open");
        let opened = app.journal_file().matches("\"campaign_opened\"").count();
        assert_eq!(opened, 1, "the campaign was opened {opened} times");
        assert!(journal::verify(app.journal_file().as_bytes()).is_ok());
    });
}

/// A second representative, who has come in.
fn paul(app: &TestApp, door: &Door, player: &Player<'_, TestApp>) -> Browser {
    let people = door.karima.open(&format!("{}/personnes", player.saved("organisation").expect("saved")));
    let fill = [
        ("party", "staff_representatives"),
        ("name", "Paul Humbert"),
        ("email", "paul.humbert@hautes-vosges.example"),
    ];
    let fill: Vec<_> = fill.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    door.karima.press(&people.expect("the people"), "Inviter", &fill).expect("an answer");
    app.sign_in("paul.humbert@hautes-vosges.example")
}

fn outcomes(app: &TestApp) -> Vec<String> {
    app.dump().table("keyed_act").column("outcome")
}

/// The seat of whoever bears this name.
fn seat_of(app: &TestApp, name: &str) -> String {
    let dump = app.dump();
    let members = dump.table("member");
    let both = members.column("name").into_iter().zip(members.column("member_id"));
    both.filter(|(borne, _)| borne == name).map(|(_, member)| member).next().expect("a seat")
}

#[test]
fn a_first_key_falls_with_the_seat_it_was_turned_from_and_the_others_are_told() {
    for_each_engine_at(Moment::Described, |app, player| {
        let door = Door::of(app, player);
        let paul = paul(app, &door, player);
        door.turn(&door.karima, "ouvrir");
        let shown = door.sylvie.open(&door.campaign).expect("the campaign");
        let org = player.saved("organisation").expect("saved");
        let karima = seat_of(app, "Karima Benali");
        let removed = paul.send(&format!("{org}/personnes/{karima}/retirer"), &[]).expect("an answer");
        assert_eq!(removed.status, 303, "{}", removed.text());
        assert_eq!(outcomes(app), ["fallen"]);
        assert!(app.journal_file().contains("\"key_fallen\""), "no line says that it fell");
        let told = app.link_sent_to(SYLVIE).expect("she is told");
        assert!(told.ends_with("/cles"), "{told}");
        // The page that was open still carries the key: it turns nothing.
        let late = door.sylvie.press(&shown, "Tourner notre clé et ouvrir", &[]).expect("an answer");
        assert!(late.text().contains("n’a plus sa place"), "{}", late.text());
        assert_eq!(door.state(app), "prepared");
        let keys = door.sylvie.open(&format!("{org}/cles")).expect("the keys");
        assert!(keys.text().contains("tombé"), "{}", keys.text());
        // Whoever remains of the party proposes anew.
        app.pass_minutes(5);
        door.turn(&paul, "ouvrir");
        door.turn(&door.sylvie, "ouvrir");
        assert_eq!(door.state(app), "open");
    });
}

#[test]
fn a_first_key_falls_with_whoever_leaves_or_erases_themselves() {
    for_each_engine_at(Moment::Described, |app, player| {
        let door = Door::of(app, player);
        let paul = paul(app, &door, player);
        let org = player.saved("organisation").expect("saved");
        door.turn(&paul, "ouvrir");
        let seat = seat_of(app, "Paul Humbert");
        let left = paul.send(&format!("{org}/personnes/{seat}/retirer"), &[]).expect("an answer");
        assert_eq!(left.status, 303, "{}", left.text());
        assert_eq!(outcomes(app), ["fallen"]);
        door.turn(&door.sylvie, "ouvrir");
        assert_eq!(door.state(app), "prepared", "a key of somebody who left opened the campaign");
        let page = door.sylvie.open("/compte/effacer").expect("the page");
        let typed = vec![("email".to_owned(), SYLVIE.to_owned())];
        door.sylvie.press(&page, "M’effacer pour toujours", &typed).expect("an answer");
        assert_eq!(outcomes(app), ["fallen", "fallen"]);
        door.turn(&door.karima, "ouvrir");
        assert_eq!(
            door.state(app),
            "prepared",
            "a key of somebody who erased themselves opened the campaign"
        );
    });
}

#[test]
fn a_first_key_of_an_ended_seat_does_not_count_even_where_it_did_not_fall() {
    for_each_engine_at(Moment::Described, |app, player| {
        let door = Door::of(app, player);
        door.turn(&door.karima, "ouvrir");
        let shown = door.sylvie.open(&door.campaign).expect("the campaign");
        app.tamper("UPDATE member SET left_on = '2026-01-01' WHERE name = 'Karima Benali'");
        door.sylvie.press(&shown, "Tourner notre clé et ouvrir", &[]).expect("an answer");
        assert_eq!(door.state(app), "prepared");
        assert!(app.journal_file().contains("\"reason\":\"left\""));
    });
}
