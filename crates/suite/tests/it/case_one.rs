//! The case of the metalworking SME, from its first idea to its clauses, as each of the parties.

use testkit::{
    Player, TestApp, View,
    case::{self, Moment},
    for_each_engine_at,
};

const PEOPLE: [&str; 7] =
    ["direction", "cse", "technique", "production", "animatrice", "atelier", "prevention"];

fn page(player: &Player<'_, TestApp>, who: &str, rest: &str) -> View {
    let project = player.saved("project").expect("the case saved its project");
    let browser = player.browser(who).unwrap_or_else(|| panic!("nobody is called {who}"));
    let page = browser.open(&format!("{project}/{rest}")).expect("a page");
    assert_eq!(page.status, 200, "{who}, {rest}: {}", page.text());
    page
}

#[test]
fn the_case_has_four_moments_and_every_person_comes_in() {
    let script = case::script();
    assert_eq!(script.stages.len(), 4);
    let who: std::collections::BTreeSet<&str> =
        script.stages.iter().flat_map(|stage| &stage.steps).map(|step| step.who.as_str()).collect();
    for person in PEOPLE {
        assert!(who.contains(person), "{person} never comes");
    }
}

#[test]
fn the_case_plays_from_its_first_idea_to_its_clauses_and_all_is_seen_on_the_thread() {
    for_each_engine_at(Moment::Committed, |app, player| {
        for who in ["direction", "cse", "technique", "animatrice", "production", "atelier", "prevention"] {
            let thread = page(player, who, "fil");
            let text = thread.text();
            for section in
                ["Le fil du dialogue", "À faire maintenant", "Écarts de regard", "Ce qui a été dit"]
            {
                assert!(text.contains(section), "{who}: « {section} » is not on the thread: {text}");
            }
            assert!(!text.contains('⟦'), "{who}: a text is missing: {text}");
            // The gate: a pilot in real conditions before the opinion.
            assert!(
                text.contains("Bloqué") && text.contains("L2312-14"),
                "{who}: the gate is not said: {text}"
            );
            // The gap, the largest first, with its two groups; the small one withheld.
            assert!(text.contains("Autonomie") && text.contains("Reconnaissance"), "{who}: {text}");
            // What became of what was said.
            assert!(text.contains("Le temps proposé oublie les réglages de début de série"), "{who}: {text}");
            assert!(text.to_lowercase().contains("article 1"), "{who}: {text}");
        }
        // The date on which the opinion is deemed given: two months after the information, an expert being appointed.
        let info = app.today().checked_sub(jiff::ToSpan::days(32)).expect("a day");
        let limit = info.checked_add(jiff::ToSpan::months(2)).expect("a day");
        let months = [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
        ];
        let said =
            format!("{} {}", limit.day(), months[usize::try_from(limit.month()).expect("1 to 12") - 1]);
        let thread = page(player, "cse", "fil");
        assert!(thread.text().contains(&said), "« {said} » is not on the thread: {}", thread.text());
    });
}

#[test]
fn the_thread_draws_three_lanes_and_says_the_same_in_a_table() {
    for_each_engine_at(Moment::Committed, |_, player| {
        let thread = page(player, "cse", "fil");
        assert_eq!(thread.attributes("svg.chart.thread.wide-only", "aria-labelledby").len(), 1);
        assert_eq!(thread.attributes("svg.chart.thread.narrow-only", "aria-labelledby").len(), 1);
        let table = thread.texts("section[aria-labelledby=thread] table tbody tr").join("\n");
        for what in [
            "Ouvrir la boîte noire, avec l’éditeur",
            "Information écrite du CSE",
            "Auto-diagnostic des risques de l’IA",
            "Consultation : réunion du CSE",
            "Essai à blanc sur trois postes",
            "Avis du CSE",
        ] {
            assert!(table.contains(what), "« {what} » is not in the table:\n{table}");
        }
    });
}

#[test]
fn a_finding_is_followed_to_its_clause_and_a_clause_traced_back_to_its_finding() {
    for_each_engine_at(Moment::Committed, |_, player| {
        let karima = player.browser("cse").expect("she is there");
        let finding = karima.open(player.saved("constat-correction").expect("saved")).expect("the finding");
        let clause = player.saved("article-temps").expect("saved");
        let links = finding.attributes("a[href]", "href");
        let forth = links.iter().any(|link| link.ends_with(clause.rsplit('/').next().unwrap_or_default()));
        assert!(forth, "the finding does not lead to its clause: {links:?}");
        let back = karima.open(clause).expect("the clause");
        let links = back.attributes("a[href]", "href");
        assert!(
            links.iter().any(|link| link == player.saved("constat-correction").expect("saved")),
            "{links:?}"
        );
        // And where it came from: the campaign, whose criterion is named.
        assert!(finding.text().contains("Reconnaissance"), "{}", finding.text());
    });
}

#[test]
fn three_articles_are_adopted_and_one_stays_open_with_its_objection() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let dump = app.dump();
        let mut states = dump.table("clause").column("state");
        states.sort();
        assert_eq!(states, ["adopted", "adopted", "adopted", "proposed"]);
        assert_eq!(dump.table("commitment").rows.len(), 3);
        let text = page(player, "prevention", "accords").text();
        assert!(text.contains("L’écart ne juge personne"), "{text}");
        let open = player
            .browser("production")
            .expect("he is there")
            .open(player.saved("article-ordre").expect("saved"));
        let open = open.expect("the clause").text();
        assert!(
            open.contains("Écarter l’ordre sans rien dire priverait"),
            "the objection is not read: {open}"
        );
    });
}

#[test]
fn a_reading_beyond_its_threshold_put_going_back_on_the_table() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let followed = page(player, "cse", "suivi").text();
        assert!(followed.contains("Le retour en arrière est à l’ordre du jour"), "{followed}");
        assert!(app.journal_file().contains("\"trigger_fired\""));
        let findings = app.dump().table("finding").column("kind");
        assert!(findings.contains(&"unexpected_effect".to_owned()), "{findings:?}");
    });
}

#[test]
fn the_journal_of_the_case_is_sound_and_says_who_did_what() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let file = app.journal_file();
        let verified = journal::verify(file.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(verified.chains.len(), 1);
        assert!(verified.chains[0].records > 60, "{}", verified.chains[0].records);
        for kind in [
            "organisation_created",
            "project_described",
            "member_invited",
            "member_joined",
            "stage_moved",
            "gate_crossed",
            "facts_changed",
            "obligations_changed",
            "campaign_opened",
            "campaign_closed",
            "codes_made",
            "finding_recorded",
            "finding_passed",
            "finding_answered",
            "clause_proposed",
            "position_taken",
            "clause_adopted",
            "commitment_made",
            "indicator_read",
            "trigger_fired",
        ] {
            assert!(file.contains(&format!("\"kind\":\"{kind}\"")), "{kind} is not in the journal");
        }
        // The page says the same in words, to every party, and hands the file over.
        let read = page(player, "atelier", "journal");
        assert!(!read.text().contains('⟦') && read.text().contains("Karima Benali"), "{}", read.text());
        let own = page(player, "atelier", "journal.jsonl");
        assert!(journal::verify(&own.bytes).is_ok(), "the journal that a party takes away does not verify");
    });
}

#[test]
fn a_journal_that_was_tampered_with_names_the_record() {
    for_each_engine_at(Moment::Open, |app, _| {
        let changed = app.tamper(
            "UPDATE journal_record SET line = REPLACE(line, 'project_described', 'project_describes')",
        );
        assert!(changed > 0);
        let fault = journal::verify(app.journal_file().as_bytes()).expect_err("a changed act goes unseen");
        assert!(fault.to_string().contains("was changed"), "{fault}");
    });
}

#[test]
fn the_dossier_holds_the_whole_case_in_both_forms() {
    for_each_engine_at(Moment::Committed, |_, player| {
        for (rest, kind) in [("dossier.json", "application/json"), ("dossier.pdf", "application/pdf")] {
            let file = page(player, "direction", rest);
            let said =
                file.headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
            assert!(said.starts_with(kind), "{rest}: {said}");
            let json: serde_json::Value =
                serde_json::from_slice(&file.bytes).unwrap_or_else(|error| panic!("{rest}: {error}"));
            let text = json.to_string();
            for held in [
                "Planification prédictive des temps de production",
                "L2312-8",
                "L’écart ne juge personne",
                "Le temps proposé oublie les réglages de début de série",
                "Auto-diagnostic des risques de l’IA",
                "Écarter l’ordre sans rien dire priverait",
            ] {
                assert!(text.contains(held), "{rest} does not hold « {held} »");
            }
        }
    });
}

#[test]
fn each_moment_stands_on_its_own_day() {
    for_each_engine_at(Moment::Described, |_, described| {
        assert!(page(described, "cse", "diagnostics").text().contains("Préparer un auto-diagnostic"));
    });
    for_each_engine_at(Moment::Open, |_, open| {
        let campaign =
            open.browser("cse").expect("she is there").open(open.saved("campagne").expect("saved"));
        assert!(campaign.expect("the campaign").text().contains("Les réponses sont reçues jusqu’au"));
    });
    for_each_engine_at(Moment::Answered, |_, answered| {
        assert!(page(answered, "cse", "fil").text().contains("Écarts de regard"));
    });
}
