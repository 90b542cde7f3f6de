//! A gate that the law or a judge keeps shut: who goes past it, with which keys, and what stays written.

use testkit::{Browser, Player, TestApp, View, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";
const DENIS: &str = "denis.claudel@hautes-vosges.example";
const CONFIRM: &str = "Tourner notre clé et déclarer cette étape";

/// Both sides of case 1, whose file was handed over today.
struct Desk<'a> {
    app: &'a TestApp,
    sylvie: Browser,
    karima: Browser,
    project: String,
    here: String,
}

impl<'a> Desk<'a> {
    fn of(app: &'a TestApp, player: &Player<'_, TestApp>) -> Self {
        let project = player.saved("project").expect("saved").to_owned();
        let here = format!("{project}/consultation");
        let desk = Self { app, sylvie: app.sign_in(SYLVIE), karima: app.sign_in(KARIMA), project, here };
        let page = desk.sylvie.open(&desk.here).expect("the page");
        desk.sylvie.press(&page, "Commencer la consultation", &[]).expect("an answer");
        desk.note(&desk.sylvie, "Remettre le dossier", "handed_over", "Au CSE.");
        desk
    }

    fn today(&self) -> String {
        self.app.today().to_string()
    }

    /// Notes an event of today.
    fn note(&self, who: &Browser, label: &str, kind: &str, words: &str) -> View {
        self.note_on(who, label, kind, &self.today(), words)
    }

    fn note_on(&self, who: &Browser, label: &str, kind: &str, on: &str, words: &str) -> View {
        let page = who.open(&self.here).expect("the page");
        let fill = fill(&[(&format!("{kind}-on"), on), (&format!("{kind}-words"), words)]);
        let done = who.press(&page, &format!("Noter · {label}"), &fill).expect("an answer");
        assert_eq!(done.status, 200, "{label}: {}", done.text());
        done
    }

    fn declare(&self, stage: &str, reason: &str) -> View {
        let declared = fill(&[("stage", stage), ("on", &self.today()), ("reason", reason)]);
        self.sylvie.send(&format!("{}/etape", self.project), &declared).expect("an answer")
    }

    fn open(&self, who: &Browser, rest: &str) -> View {
        who.open(&format!("{}/{rest}", self.project)).expect("a page")
    }

    fn stage(&self) -> Vec<String> {
        self.app.dump().table("project").column("stage")
    }

    /// The proposal that waits.
    fn key(&self) -> String {
        let dump = self.app.dump();
        let keys = dump.table("keyed_act");
        let waits = keys.column("outcome").iter().position(String::is_empty).expect("a proposal");
        keys.column("keyed_act_id")[waits].clone()
    }
}

fn fill(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn a_suspension_shuts_the_gate_and_two_keys_alone_go_past_it() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        let (sylvie, karima) = (&desk.sylvie, &desk.karima);
        desk.note(karima, "Noter une suspension", "suspended", "Ordonnance : usage suspendu jusqu’à l’avis.");
        for (who, rest) in [(karima, "obligations"), (sylvie, "consultation"), (sylvie, "fil")] {
            let page = desk.open(who, rest);
            assert!(page.text().contains("Le juge a suspendu le projet"), "{rest}: {}", page.text());
        }
        let before = desk.stage();
        let silent = desk.declare("pilot", "");
        assert_eq!(silent.status, 422, "past the gate without a reason: {}", silent.text());
        assert!(desk.declare("pilot", "Un salon dans dix jours.").is_redirect());
        assert_eq!(desk.stage(), before, "management alone went past the gate");
        let own = fill(&[("key", &desk.key())]);
        let own = sylvie.send(&format!("{}/etape", desk.project), &own).expect("an answer");
        assert_eq!(own.status, 422, "one party turned both keys");

        // The other party refuses, with a reason.
        let asked = desk.open(karima, "etape");
        assert!(asked.text().contains("Un salon dans dix jours."), "{}", asked.text());
        assert!(asked.text().contains("projet suspendu par le juge"), "{}", asked.text());
        let org = desk.project.split("/projets/").next().expect("an organisation").to_owned();
        let keys = karima.open(&format!("{org}/cles")).expect("the keys");
        let reason = fill(&[(&format!("reason-{}", desk.key()), "Le juge a dit non.")]);
        let refused = karima.press(&keys, "Refuser cette proposition", &reason);
        assert_eq!(refused.expect("an answer").status, 200);
        assert_eq!(desk.stage(), before);

        // Proposed again, then more keeps the gate shut than when the first key was turned: that key opens nothing.
        app.pass_minutes(1);
        assert!(desk.declare("pilot", "Trois postes, hors production.").is_redirect());
        desk.note(karima, "Saisir le juge", "judge_asked", "Il manque l’évaluation des risques.");
        desk.note(karima, "Noter un complément", "information_ordered", "L’évaluation des risques.");
        let stale = fill(&[("key", &desk.key())]);
        let stale = karima.send(&format!("{}/etape", desk.project), &stale).expect("an answer");
        assert_eq!(stale.status, 422, "what was confirmed is not what was proposed");
        assert_eq!(desk.stage(), before);
        desk.note(sylvie, "Remettre un complément", "supplemented", "L’évaluation des risques.");
        let page = desk.open(karima, "etape");
        let done = karima.press(&page, CONFIRM, &[]).expect("an answer");
        assert_eq!(desk.stage(), ["pilot"], "{}", done.text());
        for (rest, said) in [
            ("obligations", "L’outil est utilisé alors que le juge a suspendu le projet"),
            ("obligations", "Trois postes, hors production."),
            ("fil", "L’outil est utilisé alors que le juge a suspendu le projet"),
            ("fil", "malgré un préalable"),
            ("dossier.json", "Trois postes, hors production."),
        ] {
            assert!(desk.open(karima, rest).text().contains(said), "{rest}: no « {said} »");
        }
        assert!(app.journal_file().contains("\"gate_crossed\""));

        // It stops, resumes, the opinion is given and followed up: the gate is open, and what happened stays.
        assert!(desk.declare("withdrawal", "Nous arrêtons l’essai.").is_redirect());
        assert!(!desk.open(karima, "obligations").text().contains("est utilisé alors que"));
        app.pass_days(2);
        desk.note(sylvie, "Noter la fin", "resumed", "L’information est complète, dit le juge.");
        let page = karima.open(&desk.here).expect("the page");
        let today = desk.today();
        let opinion = [
            ("opinion_given-on", today.as_str()),
            ("opinion_given-outcome", "reserved"),
            ("opinion_given-words", "Oui, avec un bilan à trois mois."),
        ];
        let opined = karima.press(&page, "Noter · Rendre l’avis", &fill(&opinion)).expect("an answer");
        assert!(opined.text().contains("La voie est libre"), "{}", opined.text());
        desk.note(sylvie, "Dire les suites", "followed_up", "Le bilan est prévu.");
        let kept = desk.open(karima, "obligations");
        assert!(kept.text().contains("Trois postes, hors production."), "{}", kept.text());
        assert!(desk.declare("pilot", "Après l’avis.").is_redirect());
        assert_eq!(desk.stage(), ["pilot"], "an open gate asked for two keys");
    });
}

#[test]
fn either_party_says_alone_that_the_tool_is_used_and_the_alert_is_raised() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        let page = desk.open(&desk.karima, "etape");
        let silent = desk.karima.press(&page, "Inscrire que l’outil est utilisé", &[]).expect("an answer");
        assert_eq!(silent.status, 422, "{}", silent.text());
        let told = fill(&[
            ("report-stage", "pilot"),
            ("report-on", &desk.today()),
            ("report-words", "Deux postes de l’équipe de nuit depuis ce matin."),
        ]);
        let done = desk.karima.press(&page, "Inscrire que l’outil est utilisé", &told).expect("an answer");
        assert!(done.text().contains("alors que la consultation n’est pas terminée"), "{}", done.text());
        assert!(done.text().contains("Mis en service malgré tout, d’après Karima Benali"), "{}", done.text());
        assert!(done.text().contains("L2317-1"), "no alert of the law: {}", done.text());
        assert_eq!(desk.stage(), ["pilot"]);
        assert!(app.journal_file().contains("\"use_reported\""));
        // Whoever builds the tool may not say so in the name of others, and nobody says it twice.
        let denis = app.sign_in(DENIS);
        let forged = denis.send(&format!("{}/etape", desk.project), &fill(&[("report", "oui")]));
        assert_eq!(forged.expect("an answer").status, 403);
        let again: Vec<_> = fill(&[("report", "oui")]).into_iter().chain(told).collect();
        let again = desk.sylvie.send(&format!("{}/etape", desk.project), &again).expect("an answer");
        assert_eq!(again.status, 422, "{}", again.text());
        assert_eq!(app.dump().table("gate_crossing").rows.len(), 1);
    });
}

#[test]
fn a_further_consultation_shuts_the_gate_again_and_a_use_that_was_allowed_raises_no_alert() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        let (sylvie, karima) = (&desk.sylvie, &desk.karima);
        app.pass_days(1);
        let page = karima.open(&desk.here).expect("the page");
        let today = desk.today();
        let opinion = [
            ("opinion_given-on", today.as_str()),
            ("opinion_given-outcome", "favourable"),
            ("opinion_given-words", "Oui."),
        ];
        karima.press(&page, "Noter · Rendre l’avis", &fill(&opinion)).expect("an answer");
        assert!(desk.declare("pilot", "Comme prévu.").is_redirect());
        app.pass_days(20);

        let page = sylvie.open(&desk.here).expect("the page");
        let unsaid = sylvie.press(&page, "Ouvrir cette consultation", &[]).expect("an answer");
        assert_eq!(unsaid.status, 422, "a further one about nothing: {}", unsaid.text());
        let object = fill(&[("object", "Extension à l’atelier B")]);
        let form = page.form_with_button("Ouvrir cette consultation").expect("the form");
        let (action, filled) =
            (form.action.clone().expect("an address"), form.filled(&object).expect("it fills"));
        for _ in 0..2 {
            assert!(sylvie.send(&action, &filled).expect("an answer").is_redirect());
        }
        assert_eq!(app.dump().table("consultation").rows.len(), 2, "the same form opened two");
        let second = sylvie.open(&desk.here).expect("the page");
        assert!(
            second.text().contains("Consultation n° 2") || second.text().contains("n°\u{a0}2"),
            "{}",
            second.text()
        );
        assert!(second.text().contains("Extension à l’atelier B"));
        let shut = desk.open(karima, "obligations");
        assert!(shut.text().contains("doit encore attendre"), "{}", shut.text());
        assert!(
            !shut.text().contains("est utilisé alors que"),
            "what the first allowed is an alert: {}",
            shut.text()
        );
        let former = karima.open(&format!("{}?numero=1", desk.here)).expect("the page");
        assert!(former.text().contains("Une consultation plus récente"), "{}", former.text());
        assert!(former.text().contains("La voie") || former.text().contains("rendu son avis"));
        assert_eq!(karima.open(&format!("{}?numero=9", desk.here)).expect("an answer").status, 404);

        // Extending goes past the gate; the clock of the second one is its own.
        let extended = desk.declare("deployment", "Tout l’atelier.");
        assert!(extended.is_redirect());
        assert_eq!(desk.stage(), ["pilot"], "the second gate took one key");
        desk.note(sylvie, "Remettre le dossier", "handed_over", "Le dossier de l’extension.");
        let thread = desk.open(karima, "fil");
        assert!(thread.text().contains("consultation n°"), "{}", thread.text());
        let data = desk.open(karima, "dossier.json");
        assert!(data.text().contains("Extension à l’atelier B"));
    });
}

#[test]
fn what_a_consultation_tells_is_said_on_the_page_of_facts_and_typed_nowhere() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        let page = desk.open(&desk.sylvie, "obligations/faits");
        let said = page.texts("section[aria-labelledby=from-consultation]").join(" ");
        assert!(said.contains("Voir la consultation"), "{said}");
        assert!(!page.attributes("input[name]", "name").contains(&"project.info_on".to_owned()));
        let form = page.form_with_button("Enregistrer les faits").expect("a form");
        let mut forged = form.filled(&[]).expect("whole");
        forged.extend(fill(&[("project.info_on", "2026-01-05")]));
        let path = format!("{}/obligations/faits", desk.project);
        assert!(desk.sylvie.send(&path, &forged).expect("an answer").is_redirect());
        let data = desk.open(&desk.sylvie, "dossier.json").text();
        assert!(!data.contains("2026-01-05"), "the page of facts wrote over the consultation");
        // Supposing is free.
        let supposed = desk.open(&desk.sylvie, "obligations/et-si");
        assert!(supposed.attributes("input[name]", "name").contains(&"project.info_on".to_owned()));
        assert!(app.dump().table("consultation_event").rows.len() == 1);
    });
}

#[test]
fn each_meeting_has_its_own_days_and_an_agenda_is_set_by_both() {
    for_each_engine_at(Moment::Described, |app, player| {
        let desk = Desk::of(app, player);
        let ahead =
            |days: i64| app.today().checked_add(jiff::Span::new().days(days)).expect("a day").to_string();
        desk.note_on(&desk.sylvie, "Fixer une réunion", "meeting_called", &ahead(10), "");
        desk.note_on(&desk.sylvie, "Fixer une réunion", "meeting_called", &ahead(18), "");
        let page = desk.sylvie.open(&desk.here).expect("the page");
        let meetings = page.texts("section[aria-labelledby=meetings]").join(" ");
        assert_eq!(meetings.matches("Envoi de l’ordre du jour au plus tard le").count(), 2, "{meetings}");
        assert!(meetings.contains("avant la réunion suivante"), "{meetings}");
        let value = page.attributes("select[name=agenda_set-about] option", "value");
        let agenda = fill(&[
            ("agenda_set-about", value.last().expect("a meeting")),
            ("agenda_set-on", &desk.today()),
            ("agenda_set-words", "1. Consultation sur la planification."),
        ]);
        desk.sylvie.press(&page, "Noter · Proposer l’ordre du jour", &agenda).expect("an answer");
        let own = desk.sylvie.open(&desk.here).expect("the page");
        assert!(own.form_with_button("Arrêter cet ordre du jour").is_err(), "one side set it alone");
        let page = desk.karima.open(&desk.here).expect("the page");
        let set = desk.karima.press(&page, "Arrêter cet ordre du jour", &[]).expect("an answer");
        assert!(set.text().contains("Arrêté ensemble"), "{}", set.text());
        assert!(app.journal_file().contains("consultation_joined"));
    });
}

#[test]
fn where_no_body_sits_no_address_of_a_consultation_is_there_and_a_public_one_has_its_name() {
    for_each_engine_at(Moment::Described, |app, player| {
        let project = player.saved("project").expect("saved").to_owned();
        let sylvie = app.sign_in(SYLVIE);
        for (kind, small) in [
            ("company", r#"UPDATE organisation SET headcount = 8, facts = '{"org.cse": "none_below_11"}'"#),
            ("association", "UPDATE organisation SET kind = 'association'"),
            ("platform", "UPDATE organisation SET kind = 'platform'"),
        ] {
            app.tamper(small);
            for rest in ["consultation", "consultation/information"] {
                let page = sylvie.open(&format!("{project}/{rest}")).expect("an answer");
                assert_eq!(page.status, 404, "{kind}, {rest}: {}", page.text());
            }
            for rest in ["consultation", "consultation/information", "consultation/questions"] {
                let sent = sylvie.send(&format!("{project}/{rest}"), &[]).expect("an answer");
                assert!([403, 404].contains(&sent.status), "{kind}, {rest}: {}", sent.text());
            }
            let page = sylvie.open(&format!("{project}/obligations")).expect("the page");
            assert!(!page.text().contains("Consultation du CSE"), "{kind}: a body that nobody has");
        }
        for (kind, public, name) in [
            (
                "a small town",
                "UPDATE organisation SET kind = 'public_territorial', headcount = 45, facts = '{}'",
                "Consultation : comité social territorial du centre de gestion",
            ),
            ("a town", "UPDATE organisation SET headcount = 120", "Consultation : comité social territorial"),
            (
                "a ministry",
                "UPDATE organisation SET kind = 'public_state'",
                "Consultation : comité social d’administration",
            ),
        ] {
            app.tamper(public);
            let page = sylvie.open(&format!("{project}/consultation")).expect("the page");
            let text = page.text().replace('\u{a0}', " ");
            assert!(text.contains(name), "{kind}: {text}");
            assert!(!text.contains("CSE"), "{kind}: {text}");
        }
    });
}
