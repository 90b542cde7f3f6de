//! Which acts take two keys, and whose, is data of the organisation, and changes itself only by two keys.

use testkit::{Browser, Player, TestApp, View, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";
const JULIEN: &str = "julien.ferry@hautes-vosges.example";

fn fill(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The page of the keys, and the two who hold them.
struct Desk {
    sylvie: Browser,
    karima: Browser,
    org: String,
}

impl Desk {
    fn of(app: &TestApp, player: &Player<'_, TestApp>) -> Self {
        let org = player.saved("organisation").expect("saved").to_owned();
        Self { sylvie: app.sign_in(SYLVIE), karima: app.sign_in(KARIMA), org }
    }

    fn keys(&self) -> String {
        format!("{}/cles", self.org)
    }

    /// Sends the form that proposes a change.
    fn propose(&self, who: &Browser, second: &str, acts: &[&str]) -> View {
        let mut form = fill(&[("second", second), ("reason", "Nous en avons parlé.")]);
        form.extend(acts.iter().map(|act| ("acts".to_owned(), (*act).to_owned())));
        who.send(&self.keys(), &form).expect("an answer")
    }

    fn confirm(&self, who: &Browser, id: &str) -> View {
        who.send(&format!("{}/{id}/confirmer", self.keys()), &[]).expect("an answer")
    }
}

/// The latest proposal of an act.
fn proposal(app: &TestApp, act: &str) -> String {
    let dump = app.dump();
    let table = dump.table("keyed_act");
    let ids = table.column("keyed_act_id").into_iter().zip(table.column("act"));
    ids.filter(|(_, of)| of == act).map(|(id, _)| id).max().expect("something is proposed")
}

fn added(app: &TestApp) -> Vec<String> {
    app.dump().table("key_rule_act").column("act")
}

/// The lines of the journal about keys that turned nothing, with this reason.
fn voids(app: &TestApp, reason: &str) -> usize {
    let reason = format!("\"reason\":\"{reason}\"");
    let journal = app.journal_file();
    journal.lines().filter(|line| line.contains("\"key_void\"") && line.contains(&reason)).count()
}

#[test]
fn the_list_changes_only_by_two_keys() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        for _ in 0..2 {
            desk.propose(&desk.sylvie, "staff_representatives", &["move_stage"]);
            assert!(added(app).is_empty(), "one party alone changed the rule");
        }
        let id = proposal(app, "change_key_rule");
        let own = desk.confirm(&desk.sylvie, &id);
        assert_eq!(own.status, 422, "{}", own.text());
        assert!(added(app).is_empty(), "one party turned both keys");

        let page = desk.karima.open(&desk.keys()).expect("the keys");
        assert!(page.text().contains("Nous en avons parlé."), "{}", page.text());
        let done = desk.karima.press(&page, "Tourner notre clé et confirmer ce changement", &[]);
        assert_eq!(done.expect("an answer").status, 200);
        assert_eq!(added(app), ["move_stage"]);
        assert!(app.journal_file().contains("\"key_rule_changed\""));

        app.pass_minutes(5);
        // To take an act off the list takes two keys as well.
        desk.propose(&desk.karima, "staff_representatives", &[]);
        assert_eq!(added(app), ["move_stage"]);
        desk.confirm(&desk.sylvie, &proposal(app, "change_key_rule"));
        assert!(added(app).is_empty());
    });
}

#[test]
fn a_change_of_the_rule_is_refused_with_a_reason_that_both_read() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        desk.propose(&desk.sylvie, "staff_representatives", &["move_stage"]);
        let page = desk.karima.open(&desk.keys()).expect("the keys");
        let silent = desk.karima.press(&page, "Refuser cette proposition", &[]).expect("an answer");
        assert_eq!(silent.status, 422, "{}", silent.text());
        let reason = format!("reason-{}", proposal(app, "change_key_rule"));
        let said = fill(&[(&reason, "Pas avant la réunion de janvier.")]);
        desk.karima.press(&silent, "Refuser cette proposition", &said).expect("an answer");
        assert!(added(app).is_empty());
        let read = desk.sylvie.open(&desk.keys()).expect("the keys");
        assert!(read.text().contains("Pas avant la réunion de janvier."), "{}", read.text());
        let late = desk.confirm(&desk.karima, &proposal(app, "change_key_rule"));
        assert_eq!(late.status, 422, "a refused change was confirmed: {}", late.text());
        assert!(added(app).is_empty());
    });
}

#[test]
fn a_forged_a_replayed_and_an_expired_confirmation_do_nothing_and_leave_a_line() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        for forged in ["00000000000000000000000000000000", "n-importe-quoi"] {
            let page = desk.confirm(&desk.karima, forged);
            assert_eq!(page.status, 404, "{}", page.text());
            assert!(page.text().contains("n’existe pas ici"), "{}", page.text());
        }
        assert_eq!(voids(app, "unknown"), 2);

        desk.propose(&desk.sylvie, "staff_representatives", &["move_stage"]);
        let id = proposal(app, "change_key_rule");
        assert!(desk.confirm(&desk.karima, &id).is_redirect());
        let again = desk.confirm(&desk.karima, &id);
        assert_eq!(again.status, 422, "{}", again.text());
        assert!(again.text().contains("a déjà reçu sa réponse"), "{}", again.text());
        assert_eq!(voids(app, "settled"), 1);

        app.pass_minutes(5);
        desk.propose(&desk.sylvie, "staff_representatives", &[]);
        app.pass_days(15);
        app.sign_in_again(&desk.karima, KARIMA);
        let late = desk.confirm(&desk.karima, &proposal(app, "change_key_rule"));
        assert_eq!(late.status, 422, "{}", late.text());
        assert!(late.text().contains("a expiré"), "{}", late.text());
        assert_eq!(voids(app, "expired"), 1);
        assert_eq!(added(app), ["move_stage"]);
    });
}

#[test]
fn a_second_key_confirms_what_was_proposed_and_nothing_else() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        let campaign = propose_campaign(player, &desk.karima);
        desk.karima.send(&format!("{campaign}/ouvrir"), &[]).expect("an answer");
        let key = proposal(app, "open_campaign");
        let forged = fill(&[("key", "00000000000000000000000000000000")]);
        let page = desk.sylvie.send(&format!("{campaign}/ouvrir"), &forged).expect("an answer");
        assert_eq!(page.status, 422, "{}", page.text());
        // Behind the application's back: nothing of ours changes a campaign that is proposed.
        assert_eq!(app.tamper("UPDATE campaign SET closes_on = '2026-12-24'"), 1);
        let page =
            desk.sylvie.send(&format!("{campaign}/ouvrir"), &fill(&[("key", &key)])).expect("an answer");
        assert_eq!(page.status, 422, "{}", page.text());
        assert!(page.text().contains("n’est plus ce qui a été proposé"), "{}", page.text());
        assert_eq!(app.dump().table("campaign").column("state"), ["prepared"]);
        assert_eq!((voids(app, "unknown"), voids(app, "changed")), (1, 1));
    });
}

fn propose_campaign(player: &Player<'_, TestApp>, who: &Browser) -> String {
    let project = player.saved("project").expect("saved");
    let form = who.open(&format!("{project}/diagnostics/nouveau")).expect("the form");
    let filled = fill(&[
        ("title", "Avant l’essai"),
        ("people-management", "6"),
        ("people-workers", "9"),
        ("closes_on", "2026-12-20"),
    ]);
    let page = who.press(&form, "Proposer cette campagne", &filled).expect("an answer");
    assert_eq!(page.status, 200, "{}", page.text());
    page.path.split('?').next().unwrap_or_default().to_owned()
}

#[test]
fn one_person_with_two_seats_turns_one_key() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        let campaign = propose_campaign(player, &desk.karima);
        desk.karima.send(&format!("{campaign}/ouvrir"), &[]).expect("an answer");
        make_one_person(app);
        let page = desk.sylvie.send(&format!("{campaign}/ouvrir"), &[]).expect("an answer");
        assert_eq!(page.status, 422, "{}", page.text());
        assert!(page.text().contains("il faut deux personnes"), "{}", page.text());
        assert_eq!(app.dump().table("campaign").column("state"), ["prepared"]);
        assert_eq!(voids(app, "same_person"), 1);
    });
}

/// Gives both key holders' seats to one person: nobody is seated so, but a rule may change after the seats.
fn make_one_person(app: &TestApp) {
    let changed = app.tamper(
        "UPDATE member SET person_id = (SELECT s.person_id FROM member s WHERE s.name = 'Sylvie Marchal')
         WHERE name = 'Karima Benali'",
    );
    assert_eq!(changed, 1);
}

#[test]
fn where_a_council_is_elected_the_second_key_is_nobody_elses() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        for second in ["workers", "facilitator"] {
            let page = desk.propose(&desk.sylvie, second, &[]);
            assert_eq!(page.status, 422, "{}", page.text());
            assert!(page.text().contains("CSE élu"), "{}", page.text());
        }
        for second in ["management", "line_managers", "technical", "nobody"] {
            let page = desk.propose(&desk.sylvie, second, &[]);
            assert_eq!(page.status, 422, "{second}: {}", page.text());
        }
        let page = desk.propose(&desk.sylvie, "staff_representatives", &["record_finding"]);
        assert_eq!(page.status, 422, "an act that no page holds: {}", page.text());
        assert!(app.dump().table("keyed_act").rows.is_empty());
    });
}

#[test]
fn eight_people_without_a_council_give_the_second_key_to_whom_the_team_chose() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        let julien = app.sign_in(JULIEN);
        small(app);
        let nobody = desk.sylvie.open(&desk.keys()).expect("the keys");
        assert!(nobody.text().contains("personne pour l’instant"), "{}", nobody.text());
        assert!(
            nobody.link("Inviter quelqu’un au titre de : Représentants du personnel").is_some()
                || nobody.text().contains("Inviter quelqu’un"),
            "{}",
            nobody.text()
        );

        assert!(desk.propose(&desk.sylvie, "workers", &[]).is_redirect());
        let id = proposal(app, "change_key_rule");
        // Neither management itself, nor a party to which nothing is given.
        for other in [&desk.sylvie, &desk.karima] {
            assert_eq!(desk.confirm(other, &id).status, 422);
            assert!(app.dump().table("key_rule").rows.is_empty());
        }
        assert!(desk.confirm(&julien, &id).is_redirect());
        assert_eq!(app.dump().table("key_rule").column("second_party"), ["workers"]);

        let campaign = propose_campaign(player, &desk.sylvie);
        desk.sylvie.send(&format!("{campaign}/ouvrir"), &[]).expect("an answer");
        let other = desk.karima.send(&format!("{campaign}/ouvrir"), &[]).expect("an answer");
        assert_eq!(other.status, 403, "{}", other.text());
        let page = julien.open(&campaign).expect("the campaign");
        julien.press(&page, "Tourner notre clé et ouvrir", &[]).expect("an answer");
        assert_eq!(app.dump().table("campaign").column("state"), ["open"]);

        // From now on the rule is theirs as much as management's.
        app.pass_minutes(5);
        assert!(desk.propose(&desk.sylvie, "facilitator", &[]).is_redirect());
        let id = proposal(app, "change_key_rule");
        assert_eq!(desk.confirm(&desk.karima, &id).status, 422, "the key was taken from whoever holds it");
        assert_eq!(app.dump().table("key_rule").column("second_party"), ["workers"]);
    });
}

/// Makes of the organisation one of eight people that elected nobody; who represented the staff now only helps.
fn small(app: &TestApp) {
    app.tamper("UPDATE organisation SET headcount = 8, facts = '{}'");
    assert_eq!(
        app.tamper("UPDATE member SET party = 'facilitator' WHERE party = 'staff_representatives'"),
        1
    );
}

#[test]
fn an_act_that_the_organisation_added_waits_for_the_second_key_and_is_done_as_proposed() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        let project = player.saved("project").expect("saved").to_owned();
        let stage = || app.dump().table("project").column("stage");
        let before = stage();
        desk.propose(&desk.sylvie, "staff_representatives", &["move_stage"]);
        assert!(desk.confirm(&desk.karima, &proposal(app, "change_key_rule")).is_redirect());

        let declared =
            fill(&[("stage", "withdrawal"), ("on", "2026-11-20"), ("reason", "L’essai s’arrête.")]);
        let place = format!("{project}/etape");
        assert!(desk.sylvie.send(&place, &declared).expect("an answer").is_redirect());
        assert_eq!(stage(), before, "one party alone declared a stage");
        let own = fill(&[("key", &proposal(app, "move_stage"))]);
        assert_eq!(desk.sylvie.send(&place, &own).expect("an answer").status, 422);
        assert_eq!(stage(), before);
        let forged =
            fill(&[("key", "00000000000000000000000000000000"), ("stage", "use"), ("on", "2026-11-20")]);
        assert_eq!(desk.karima.send(&place, &forged).expect("an answer").status, 422);
        assert_eq!(stage(), before);

        let page = desk.karima.open(&place).expect("the stage");
        assert!(page.text().contains("L’essai s’arrête."), "{}", page.text());
        let done =
            desk.karima.press(&page, "Tourner notre clé et déclarer cette étape", &[]).expect("an answer");
        assert_eq!(done.status, 200, "{}", done.text());
        assert_eq!(stage(), ["withdrawal"]);
        let journal = app.journal_file();
        assert!(journal.contains("\"stage_moved\"") && journal.contains("\"key_confirmed\""));
    });
}
