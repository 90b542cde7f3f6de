//! The consultation of the committee, from its file to what followed the opinion.

use testkit::{Browser, Player, TestApp, View, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";
const DENIS: &str = "denis.claudel@hautes-vosges.example";

/// Both sides, before a consultation that management has begun.
struct Table {
    sylvie: Browser,
    karima: Browser,
    project: String,
    here: String,
}

impl Table {
    fn of(app: &TestApp, player: &Player<'_, TestApp>) -> Self {
        let project = player.saved("project").expect("saved").to_owned();
        let here = format!("{project}/consultation");
        let (sylvie, karima) = (app.sign_in(SYLVIE), app.sign_in(KARIMA));
        let table = Self { sylvie, karima, project, here };
        let page = table.sylvie.open(&table.here).expect("the page");
        let begun = table.sylvie.press(&page, "Commencer la consultation", &[]).expect("an answer");
        assert_eq!(begun.status, 200, "{}", begun.text());
        table
    }

    /// Notes an event by its form.
    fn note(&self, who: &Browser, label: &str, kind: &str, on: &str, words: &str) -> View {
        let page = who.open(&self.here).expect("the page");
        let fill = fill(&[(&format!("{kind}-on"), on), (&format!("{kind}-words"), words)]);
        who.press(&page, &format!("Noter · {label}"), &fill).expect("an answer")
    }

    fn done(&self, who: &Browser, label: &str, kind: &str, on: &str, words: &str) -> View {
        let page = self.note(who, label, kind, on, words);
        assert_eq!(page.status, 200, "{label}: {}", page.text());
        page
    }
}

fn fill(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn day(app: &TestApp, days: i64) -> String {
    app.pass_days(days);
    app.today().to_string()
}

#[test]
fn a_consultation_is_held_from_its_file_to_what_followed_the_opinion() {
    for_each_engine_at(Moment::Described, |app, player| {
        let table = Table::of(app, player);
        let (sylvie, karima) = (&table.sylvie, &table.karima);
        let form = sylvie.open(&format!("{}/information", table.here)).expect("the file");
        assert!(form.text().contains("précise") || !form.texts("textarea[name=purpose]")[0].is_empty());
        let saved =
            sylvie.press(&form, "Enregistrer le dossier", &fill(&[("training", "Deux jours par personne.")]));
        assert_eq!(saved.expect("an answer").status, 200);
        let hidden = karima.open(&format!("{}/information", table.here)).expect("an answer");
        assert_eq!(hidden.status, 404, "a draft is read before it is handed over");
        let given = day(app, 1);
        let page = table.done(
            sylvie,
            "Remettre le dossier",
            "handed_over",
            &given,
            "À Karima Benali, en main propre.",
        );
        assert!(page.text().contains("Avis réputé négatif le"), "{}", page.text());
        let read = karima.open(&format!("{}/information", table.here)).expect("the file");
        assert!(read.text().contains("Deux jours par personne."), "{}", read.text());
        table.done(karima, "Confirmer la réception", "acknowledged", &given, "");
        let asking = karima.open(&table.here).expect("the page");
        let asked = karima.press(
            &asking,
            "Poser la question",
            &fill(&[("ask-words", "Qui pourra dire non à l’outil ?")]),
        );
        assert_eq!(asked.expect("an answer").status, 200);
        let answering = sylvie.open(&table.here).expect("the page");
        let name = answering.attributes("textarea[name^=answer-]", "name").remove(0);
        let answer = fill(&[(&name, "Chaque opérateur, sans se justifier.")]);
        let answered = sylvie.press(&answering, "Répondre · Question 1", &answer).expect("an answer");
        assert!(answered.text().contains("Chaque opérateur, sans se justifier."), "{}", answered.text());
        let given = day(app, 3);
        let page = karima.open(&table.here).expect("the page");
        let opinion = [
            ("opinion_given-on", given.as_str()),
            ("opinion_given-outcome", "reserved"),
            ("opinion_given-words", "Oui, si le tableur reste."),
        ];
        let opined = karima.press(&page, "Noter · Rendre l’avis", &fill(&opinion)).expect("an answer");
        assert!(opined.text().contains("La voie est libre"), "{}", opined.text());
        let given = day(app, 1);
        table.done(sylvie, "Dire les suites", "followed_up", &given, "Le tableur reste six mois.");
        let thread = karima.open(&format!("{}/fil", table.project)).expect("the thread");
        for said in ["Dossier d’information remis au CSE", "Avis du CSE", "Suites données à l’avis"] {
            assert!(thread.text().contains(said), "{said} is not on the thread");
        }
        let journal = app.journal_file();
        for kind in [
            "handed_over",
            "acknowledged",
            "question_asked",
            "question_answered",
            "opinion_given",
            "followed_up",
        ] {
            assert!(journal.contains(&format!("consultation_{kind}")), "{kind} is not in the journal");
        }
        // Every party reads the journal: what the two sides say on the way is a proof there, what decides is words.
        let opened = app.opened_journal_file();
        for said in ["Chaque opérateur", "en main propre", "Qui pourra dire non", "Deux jours par personne"]
        {
            assert!(!opened.contains(said), "« {said} » is in the journal");
        }
        for decided in ["Oui, si le tableur reste.", "Le tableur reste six mois."] {
            assert!(opened.contains(decided), "« {decided} » is not in the journal");
        }
    });
}

#[test]
fn an_expert_moves_every_date_at_once_and_a_correction_moves_them_back() {
    for_each_engine_at(Moment::Described, |app, player| {
        let table = Table::of(app, player);
        let (sylvie, karima) = (&table.sylvie, &table.karima);
        let given = day(app, 0);
        table.done(sylvie, "Remettre le dossier", "handed_over", &given, "Au CSE.");
        let deemed = |page: &View| {
            let text = page.text();
            let after = text.split("Avis réputé négatif le").nth(1).expect("a deemed opinion").to_owned();
            after.chars().take(24).collect::<String>()
        };
        let obligations = || sylvie.open(&format!("{}/obligations", table.project)).expect("the page");
        let one_month = deemed(&obligations());
        let voted = day(app, 2);
        table.done(karima, "Désigner un expert", "expert_appointed", &voted, "Cabinet Meuse.");
        let two_months = deemed(&obligations());
        assert_ne!(one_month, two_months, "appointing an expert moved nothing");
        assert!(obligations().text().contains("Rapport de l’expert au plus tard le"));
        let page = karima.open(&table.here).expect("the page");
        let correct = page.link("Corriger · Expert désigné").expect("a way to correct");
        let form = karima.open(&correct).expect("the form");
        let silent =
            karima.press(&form, "Corriger cette étape", &fill(&[("happened", "no")])).expect("an answer");
        assert_eq!(silent.status, 422, "a correction without a reason: {}", silent.text());
        let why = fill(&[("why", "Le vote est reporté."), ("happened", "no")]);
        let done = karima.press(&form, "Corriger cette étape", &why).expect("an answer");
        assert!(done.text().contains("Le vote est reporté."), "{}", done.text());
        assert_eq!(deemed(&obligations()), one_month, "what was taken back still counts");
        assert_eq!(
            app.dump().table("consultation_event").rows.len(),
            2,
            "what was wrong is still there to read"
        );
        let theirs = sylvie.open(&correct).expect("an answer");
        assert_eq!(theirs.status, 404, "the other side corrects what is not its own");
    });
}

#[test]
fn each_side_does_what_is_its_own_and_others_read_days_and_the_opinion_only() {
    for_each_engine_at(Moment::Described, |app, player| {
        let table = Table::of(app, player);
        let given = day(app, 0);
        table.done(&table.sylvie, "Remettre le dossier", "handed_over", &given, "Une phrase entre nous.");
        let steps = format!("{}/etapes", table.here);
        let forged =
            fill(&[("kind", "opinion_given"), ("opinion_given-on", &given), ("opinion_given-words", "Oui.")]);
        assert_eq!(table.sylvie.submit(&steps, &forged).expect("an answer").status, 403);
        let early =
            fill(&[("kind", "followed_up"), ("followed_up-on", &given), ("followed_up-words", "Rien.")]);
        assert_eq!(table.sylvie.submit(&steps, &early).expect("an answer").status, 422);
        let denis = app.sign_in(DENIS);
        let page = denis.open(&table.here).expect("the page");
        assert!(page.text().contains("Dossier d’information remis au CSE"), "{}", page.text());
        assert!(!page.text().contains("Une phrase entre nous."), "what two sides say is read by others");
        assert!(
            page.forms()
                .iter()
                .all(|form| form.action.as_deref().is_none_or(|to| !to.contains("consultation")))
        );
        assert_eq!(denis.open(&format!("{}/information", table.here)).expect("an answer").status, 404);
    });
}

#[test]
fn the_same_step_sent_twice_is_noted_once() {
    for_each_engine_at(Moment::Described, |app, player| {
        let table = Table::of(app, player);
        let page = table.sylvie.open(&table.here).expect("the page");
        let form = page.form_with_button("Noter · Remettre le dossier").expect("the form");
        let filled = form.filled(&fill(&[("handed_over-words", "Au CSE.")])).expect("it fills");
        let action = form.action.clone().expect("an address");
        for _ in 0..2 {
            assert!(table.sylvie.send(&action, &filled).expect("an answer").is_redirect());
        }
        assert_eq!(app.dump().table("consultation_event").rows.len(), 1);
    });
}

#[test]
fn an_obligation_is_met_contested_and_taken_back_with_reasons_and_the_dossier_says_so() {
    for_each_engine_at(Moment::Described, |app, player| {
        let project = player.saved("project").expect("saved").to_owned();
        let (sylvie, karima) = (app.sign_in(SYLVIE), app.sign_in(KARIMA));
        let list = sylvie.open(&format!("{project}/obligations/preuves")).expect("the list");
        let rule = format!("{project}/obligations/preuves?regle=cse-agenda");
        assert!(list.html().contains("regle=cse-agenda"), "{}", list.text());
        let page = sylvie.open(&rule).expect("the page");
        let document = fill(&[
            ("document-title", "Ordre du jour de mars"),
            ("document-kept_at", "BDESE, dossier CSE"),
            ("document-on", &app.today().to_string()),
        ]);
        let met = sylvie.press(&page, "Inscrire · Citer un document", &document).expect("an answer");
        assert!(met.texts(".tag").contains(&"remplie".to_owned()), "{}", met.text());
        // What is said later counts, and the clock of the tests stands still.
        app.pass_minutes(1);
        let page = karima.open(&rule).expect("the page");
        let silent = karima.press(&page, "Inscrire · Contester", &[]).expect("an answer");
        assert_eq!(silent.status, 422, "contested without a reason: {}", silent.text());
        let why = fill(&[("contested-words", "Envoyé la veille.")]);
        let contested = karima.press(&page, "Inscrire · Contester", &why).expect("an answer");
        assert!(contested.texts(".tag").contains(&"contestée".to_owned()), "{}", contested.text());
        let data = karima.open(&format!("{project}/dossier.json")).expect("the data");
        assert!(data.text().contains("Envoyé la veille.") && data.text().contains("not_applicable"));
        let shown = karima.open(&format!("{project}/obligations")).expect("the page");
        assert!(shown.text().contains("Ordre du jour de mars"), "{}", shown.text());
        let page = sylvie.open(&rule).expect("the page");
        let name = page.attributes("textarea[name^=why-]", "name");
        assert_eq!(name.len(), 1, "one takes back what one's own party said only");
        let gone = fill(&[(&name[0], "Ce n’était pas le bon.")]);
        let gone = sylvie.press(&page, "Retirer", &gone).expect("an answer");
        assert!(gone.texts(".tag").contains(&"à faire".to_owned()), "{}", gone.text());
        assert!(gone.text().contains("Ce n’était pas le bon."), "{}", gone.text());
    });
}

#[test]
fn what_if_shows_what_changes_and_saves_nothing() {
    for_each_engine_at(Moment::Described, |app, player| {
        let project = player.saved("project").expect("saved").to_owned();
        let sylvie = app.sign_in(SYLVIE);
        let before = app.dump();
        let here = format!("{project}/obligations/et-si");
        let pilot = sylvie.open(&format!("{here}?project.stage=pilot")).expect("the page");
        assert!(pilot.text().contains("Consulter à chaque étape"), "{}", pilot.text());
        let given = sylvie.open(&format!("{here}?project.info_on={}", app.today())).expect("the page");
        assert!(given.text().contains("Avis réputé négatif le"), "{}", given.text());
        let same = sylvie
            .press(&given, "Voir ce qui changerait", &fill(&[("project.info_on", "")]))
            .expect("an answer");
        assert_eq!(same.status, 200, "{}", same.text());
        let bad =
            sylvie.press(&given, "Voir ce qui changerait", &fill(&[("as_of", "demain")])).expect("an answer");
        assert_eq!(bad.status, 422, "{}", bad.text());
        assert!(before.differences(&app.dump()).is_empty(), "asking what if changed something");
    });
}
