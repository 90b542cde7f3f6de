//! What a project adds to the risk document: proposed, decided, acted upon, dated, taken away.

use testkit::{Browser, Player, TestApp, View, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";
const JULIEN: &str = "julien.ferry@hautes-vosges.example";
const IRENE: &str = "irene.zola@hautes-vosges.example";
const SAMI: &str = "sami.zidi@hautes-vosges.example";
const HAZARD: &str = "Les temps proposés oublient les réglages.";

fn fill(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

struct Table {
    sylvie: Browser,
    karima: Browser,
    project: String,
    here: String,
}

impl Table {
    fn of(app: &TestApp, player: &Player<'_, TestApp>) -> Self {
        let project = player.saved("project").expect("saved").to_owned();
        let here = format!("{project}/prevention");
        Self { sylvie: app.sign_in(SYLVIE), karima: app.sign_in(KARIMA), project, here }
    }

    fn open(&self, who: &Browser, rest: &str) -> View {
        let page = who.open(&format!("{}{rest}", self.here)).expect("a page");
        assert_eq!(page.status, 200, "{rest}: {}", page.text());
        page
    }

    /// Management keeps the line that a rule proposes on pace, in its own words.
    fn keep(&self) -> View {
        let page = self.open(&self.sylvie, "/ligne?proposition=workload-pace");
        let written = fill(&[
            ("unit_name", "Atelier d’usinage"),
            ("hazard", HAZARD),
            ("measures", "Le tableur reste en parallèle."),
            ("severity", "2"),
            ("likelihood", "4"),
            ("mastery", "1"),
        ]);
        let done = self.sylvie.press(&page, "Garder dans le DUERP", &written).expect("an answer");
        assert_eq!(done.status, 200, "{}", done.text());
        done
    }

    fn line_href(&self) -> String {
        let page = self.open(&self.sylvie, "");
        let href = page.link("Modifier · Ligne 1 · Atelier d’usinage").expect("the line");
        href.strip_prefix(&self.here).expect("under this page").to_owned()
    }
}

#[test]
fn a_line_goes_from_a_rule_to_a_dated_version_that_nothing_changes_any_more() {
    for_each_engine_at(Moment::Described, |app, player| {
        let table = Table::of(app, player);
        let sylvie = &table.sylvie;
        let first = table.open(sylvie, "");
        assert!(first.text().contains("Programme annuel de prévention (PAPRIPACT)"), "{}", first.text());
        assert!(first.text().contains("L4121-3-1") && first.text().contains("86"), "{}", first.text());
        let kept = table.keep();
        assert!(kept.text().contains(HAZARD) && kept.text().contains("L4121-3"), "{}", kept.text());
        let form =
            sylvie.open(&kept.link("Ajouter une action · Ligne 1").expect("a way to act")).expect("the form");
        let due = app.today().checked_add(jiff::Span::new().days(60)).expect("a day").to_string();
        let action = fill(&[("owner", "Responsable d’atelier"), ("due", &due), ("cost", "1 200 €")]);
        let acted = sylvie.press(&form, "Enregistrer", &action).expect("an answer");
        assert!(acted.text().contains("Responsable d’atelier"), "{}", acted.text());
        let dating = table.open(sylvie, "/versions");
        let today = app.today().to_string();
        let said = [
            ("reason", "important_change"),
            ("consulted", today.as_str()),
            ("consulted_words", "Avis favorable."),
        ];
        let dated = sylvie.press(&dating, "Dater cette version", &fill(&said)).expect("an answer");
        let until = app.today().checked_add(jiff::Span::new().years(40)).expect("a day").year().to_string();
        for part in ["Version 1", "CSE consulté le", "Avis favorable.", &until, "R4121-4"] {
            assert!(dated.text().contains(part), "{part}: {}", dated.text());
        }
        app.pass_days(1);
        let edit = table.open(sylvie, &table.line_href());
        let rewritten = sylvie.press(&edit, "Enregistrer", &fill(&[("measures", "Deux relevés par mois.")]));
        assert_eq!(rewritten.expect("an answer").status, 200);
        let changes = table.open(&table.karima, "/versions");
        assert!(changes.text().contains("Deux relevés par mois."), "{}", changes.text());
        let then = table.open(&table.karima, "/duerp.csv?version=1");
        let then = String::from_utf8(then.bytes).expect("UTF-8");
        assert!(then.contains("Le tableur reste en parallèle.") && !then.contains("Deux relevés"), "{then}");
        assert!(app.refuses("UPDATE prevention_version SET body = '{}'"));
        assert!(app.refuses("DELETE FROM prevention_version"));
        let obligations = table.karima.open(&format!("{}/obligations", table.project)).expect("the page");
        assert!(obligations.text().contains("Prochaine mise à jour au plus tard le"), "the law was not told");
        let journal = app.journal_file();
        for kind in ["line_kept", "line_rewritten", "action_written", "version_dated", "exported"] {
            assert!(journal.contains(&format!("prevention_{kind}")), "{kind} is not in the journal");
        }
    });
}

#[test]
fn the_three_files_and_the_dossier_are_given_and_say_the_line() {
    for_each_engine_at(Moment::Described, |app, player| {
        let table = Table::of(app, player);
        table.keep();
        let csv = table.open(&table.karima, "/duerp.csv");
        assert!(csv.bytes.starts_with("\u{feff}".as_bytes()));
        assert!(String::from_utf8_lossy(&csv.bytes).contains(HAZARD));
        let workbook = table.open(&table.karima, "/duerp.xlsx");
        assert!(workbook.bytes.starts_with(b"PK"));
        let pdf = table.open(&table.karima, "/duerp.pdf");
        assert!(!pdf.bytes.is_empty());
        let data = table.karima.open(&format!("{}/dossier.json", table.project)).expect("the data");
        let data: serde_json::Value = serde_json::from_slice(&data.bytes).expect("JSON");
        assert_eq!(data["prevention"]["standing"]["plan"], "papripact");
        assert_eq!(data["prevention"]["standing"]["lines"][0]["hazard"], HAZARD);
        let dossier = table.karima.open(&format!("{}/dossier.pdf", table.project)).expect("the file");
        assert!(String::from_utf8_lossy(&dossier.bytes).contains("Atelier d’usinage"), "no chapter");
    });
}

#[test]
fn two_people_who_write_at_once_lose_no_word() {
    for_each_engine_at(Moment::Described, |app, player| {
        let table = Table::of(app, player);
        table.keep();
        let href = table.line_href();
        let (early, late) = (table.open(&table.sylvie, &href), table.open(&table.sylvie, &href));
        let one = table.sylvie.press(&early, "Enregistrer", &fill(&[("measures", "Ce que dit l’une.")]));
        assert_eq!(one.expect("an answer").status, 200);
        let other = fill(&[("measures", "Ce que dit l’autre.")]);
        let held = table.sylvie.press(&late, "Enregistrer", &other).expect("an answer");
        assert_eq!(held.status, 422, "{}", held.text());
        assert!(held.text().contains("Ce que dit l’une."), "{}", held.text());
        assert_eq!(held.texts("textarea[name=measures]"), ["Ce que dit l’autre."]);
        let again = table.sylvie.press(&held, "Enregistrer", &[]).expect("an answer");
        assert!(again.text().contains("Ce que dit l’autre."), "{}", again.text());
    });
}

#[test]
fn a_line_is_set_aside_with_a_reason_and_taken_up_again_and_one_is_merged_with_its_actions() {
    for_each_engine_at(Moment::Described, |app, player| {
        let table = Table::of(app, player);
        let sylvie = &table.sylvie;
        let page = table.open(sylvie, "/ligne?proposition=isolation");
        let silent = sylvie.press(&page, "Écarter cette ligne", &[]).expect("an answer");
        assert_eq!(silent.status, 422, "a line set aside without a reason: {}", silent.text());
        let why = fill(&[("why", "Les équipes restent ensemble.")]);
        let aside = sylvie.press(&page, "Écarter cette ligne", &why).expect("an answer");
        assert!(aside.text().contains("Les équipes restent ensemble."), "{}", aside.text());
        assert!(!aside.html().contains("proposition=isolation"), "what was decided is still proposed");
        let back = sylvie.press(&aside, "Reprendre", &[]).expect("an answer");
        assert!(!back.text().contains("Les équipes restent ensemble."), "{}", back.text());
        table.keep();
        let other = table.open(sylvie, "/ligne?proposition=autonomy");
        let into = other.attributes("select[name=into] option", "value").remove(0);
        let merged = sylvie.press(&other, "Fondre dans cette ligne", &fill(&[("into", &into)]));
        let merged = merged.expect("an answer");
        assert!(merged.text().contains("Dite par la ligne 2"), "{}", merged.text());
        assert_eq!(app.dump().table("prevention_line").rows.len(), 3);
    });
}

#[test]
fn representatives_propose_and_remark_workers_read_and_only_management_dates() {
    for_each_engine_at(Moment::Described, |app, player| {
        let table = Table::of(app, player);
        table.keep();
        let (karima, href) = (&table.karima, table.line_href());
        let page = table.open(karima, &href);
        assert!(page.form_with_button("Enregistrer").is_err(), "a representative writes the document");
        let said = fill(&[("remark", "L’équipe de nuit manque.")]);
        let remarked = karima.press(&page, "Inscrire la remarque", &said).expect("an answer");
        assert!(remarked.text().contains("L’équipe de nuit manque."), "{}", remarked.text());
        let blank = table.open(karima, "/ligne");
        let proposed =
            fill(&[("unit_name", "Équipe de nuit"), ("hazard", "Deux personnes seules après 22 heures.")]);
        let proposed = karima.press(&blank, "Proposer la ligne", &proposed).expect("an answer");
        assert!(proposed.text().contains("Deux personnes seules"), "{}", proposed.text());
        assert!(
            !String::from_utf8_lossy(&table.open(karima, "/duerp.csv").bytes)
                .contains("Deux personnes seules")
        );
        for (address, sent) in [
            ("/ecarter", fill(&[("proposal", "autonomy"), ("why", "Non.")])),
            ("/versions", fill(&[("dated", &app.today().to_string()), ("reason", "yearly")])),
        ] {
            let refused = karima.send(&format!("{}{address}", table.here), &sent).expect("an answer");
            assert_eq!(refused.status, 403, "{address}");
        }
        let julien = app.sign_in(JULIEN);
        let read = table.open(&julien, "");
        assert!(read.text().contains(HAZARD) && !read.html().contains("prevention/ligne"), "{}", read.text());
    });
}

#[test]
fn what_a_worker_said_is_assessed_once_it_was_passed_on_and_never_in_its_own_words() {
    const SAID: &str = "On nous demande chaque matin de justifier l’écart avec le temps prévu par l’outil.";
    const PASSED: &str = "L’écart entre temps prévu et temps passé est demandé chaque jour.";
    const ANEW: &str = "Devoir expliquer des écarts que l’on ne maîtrise pas.";
    for_each_engine_at(Moment::Described, |app, player| {
        let table = Table::of(app, player);
        let organisation = player.saved("organisation").expect("saved").to_owned();
        for (party, name, email) in [("line_managers", "Irène Zola", IRENE), ("workers", "Sami Zidi", SAMI)]
        {
            let person = fill(&[("party", party), ("name", name), ("email", email), ("locale", "fr")]);
            let invited =
                table.karima.send(&format!("{organisation}/personnes"), &person).expect("an answer");
            assert!(invited.is_redirect(), "{}", invited.text());
        }
        let line = format!("personne;supérieur\n{SAMI};{IRENE}\n{IRENE};{SYLVIE}\n");
        for key in [&table.karima, &table.sylvie] {
            let told = key.upload(&format!("{organisation}/hierarchie/fichier"), line.as_bytes());
            assert!(told.expect("an answer").is_redirect());
        }
        let spaces = app.dump().table("space").column("space_id");
        let sami = app.sign_in(SAMI);
        let id = format!("{:032x}", 7);
        let said = fill(&[("id", &id), ("text", SAID), ("kind", "vigilance"), ("space", &spaces[0])]);
        let said = sami.send(&format!("{}/constats/nouveau", table.project), &said).expect("an answer");
        assert!(said.is_redirect(), "{}", said.text());
        let assess = |words: &str| {
            let page = table.open(&table.karima, &format!("/ligne?constat={id}"));
            let written = fill(&[("unit_name", "Atelier"), ("hazard", words)]);
            table.karima.press(&page, "Proposer la ligne", &written).expect("an answer")
        };
        let early = assess(ANEW);
        assert_eq!(early.status, 422, "{}", early.text());
        assert!(early.text().contains("Faites-le d’abord passer"), "{}", early.text());
        let hidden = table.sylvie.open(&format!("{}/ligne?constat={id}", table.here)).expect("an answer");
        assert_eq!(hidden.status, 404, "a superior reaches what is hidden from them");
        let due = app.today().to_string();
        let passing = fill(&[("to", &spaces[1]), ("words", PASSED), ("chosen", "yes"), ("due", &due)]);
        let finding = format!("{}/constats/{id}", table.project);
        let passed = table.karima.send(&format!("{finding}/transmissions"), &passing).expect("an answer");
        assert!(passed.is_redirect(), "{}", passed.text());
        for raw in [SAID, PASSED] {
            assert_eq!(assess(raw).status, 422, "« {raw} » passes into the document");
        }
        assert!(assess(ANEW).text().contains(ANEW));
        let read = table.open(&table.sylvie, "");
        assert!(read.text().contains(ANEW) && !read.text().contains(SAID), "{}", read.text());
        assert!(!table.sylvie.open(&finding).expect("a page").text().contains(SAID));
    });
}

#[test]
fn an_employer_of_thirty_is_shown_a_list_and_one_of_unknown_size_what_is_missing() {
    for_each_engine_at(Moment::Described, |app, player| {
        let table = Table::of(app, player);
        let organisation = player.saved("organisation").expect("saved").to_owned();
        let fewer = fill(&[("headcount", "30"), ("from_on", &app.today().to_string())]);
        let page = table.sylvie.open(&format!("{organisation}/structure")).expect("the page");
        let form = page
            .forms()
            .into_iter()
            .find(|form| form.action.as_deref().is_some_and(|action| action.ends_with("/effectif")));
        let known = form.expect("the form of the headcount").fields;
        let fewer: Vec<_> =
            fewer.into_iter().filter(|(name, _)| known.iter().any(|field| field.name == *name)).collect();
        let told =
            table.sylvie.send(&format!("{organisation}/structure/effectif"), &fewer).expect("an answer");
        assert!(told.is_redirect(), "{}", told.text());
        let read = table.open(&table.sylvie, "");
        assert!(read.text().contains("Liste des actions de prévention"), "{}", read.text());
        assert!(!read.text().contains("Programme annuel de prévention"), "{}", read.text());
        table.keep();
        let csv = String::from_utf8(table.open(&table.sylvie, "/duerp.csv").bytes).expect("UTF-8");
        assert!(!csv.contains("Coût estimé"), "{csv}");
    });
}
