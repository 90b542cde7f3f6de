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
