//! Institutions of dialogue and sites are told once, in the structure, and the law reads them there: no second answer.

use serde_json::{Value, json};
use testkit::{Browser, Player, TestApp, View, case::Moment, for_each_engine_at};

const KARIMA: &str = "karima.benali@hautes-vosges.example";

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

struct Place<'a> {
    app: &'a TestApp,
    karima: Browser,
    structure: String,
    project: String,
}

impl<'a> Place<'a> {
    fn of(app: &'a TestApp, player: &Player<'_, TestApp>) -> Self {
        let structure = format!("{}/structure", player.saved("organisation").expect("saved"));
        let project = player.saved("project").expect("saved").to_owned();
        Self { app, karima: app.sign_in(KARIMA), structure, project }
    }

    fn send(&self, rest: &str, pairs: &[(&str, &str)]) -> View {
        self.karima.send(&format!("{}{rest}", self.structure), &fields(pairs)).expect("an answer")
    }

    fn tell(&self, rest: &str, pairs: &[(&str, &str)]) {
        let done = self.send(rest, pairs);
        assert!(done.is_redirect(), "{rest}: {}", done.text());
    }

    fn page(&self, rest: &str) -> View {
        self.karima.open(&format!("{}/{rest}", self.project)).expect("a page")
    }

    /// The organisation as the law reads it, from the file that the parties take away.
    fn organisation(&self) -> Value {
        let file = self.page("dossier.json");
        let json: Value = serde_json::from_slice(&file.bytes).expect("JSON");
        json["organisation"].clone()
    }

    fn fact(&self, name: &str) -> Value {
        self.organisation()["facts"][name].clone()
    }

    fn asks(&self, name: &str) -> bool {
        let page = self.page("obligations/faits");
        ["select", "input"]
            .iter()
            .any(|tag| page.attributes(&format!("{tag}[name]"), "name").iter().any(|n| n == name))
    }

    fn kinds(&self) -> Vec<String> {
        self.app.dump().table("journal_record").column("kind")
    }
}

#[test]
fn a_committee_that_the_structure_tells_is_what_the_law_reads_and_is_answered_nowhere_else() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        assert_eq!(place.fact("org.cse"), json!("elected"), "as the case answered");
        place.tell("/instances", &[("body", "cse"), ("since", "2020-01-01"), ("until", "2024-12-31")]);
        // It ended, and nothing was told to follow: not known, which is not no, and not the former answer.
        assert_eq!(place.fact("org.cse"), json!("unknown"));
        let page = place.page("obligations/faits");
        let said = page.texts("section[aria-labelledby=from-structure]").join(" ");
        assert!(said.contains("Comité social et économique") && said.contains("on ne sait pas"), "{said}");
        assert!(!place.asks("org.cse"), "asked in two places");
        let path = format!("{}/obligations/faits", place.project);
        // A whole form, with a field of one's own making in it.
        let mut forged =
            page.form_with_button("Enregistrer les faits").expect("a form").filled(&[]).expect("whole");
        forged.extend(fields(&[("org.cse", "carence_pv")]));
        assert!(place.karima.send(&path, &forged).expect("an answer").is_redirect());
        assert_eq!(place.fact("org.cse"), json!("unknown"), "a second answer was taken");
        place.tell("/instances", &[("body", "cse"), ("since", "2025-01-01"), ("until", "2028-12-31")]);
        assert_eq!(place.fact("org.cse"), json!("elected"));
        assert_eq!(place.fact("org.mandate_ends_on"), json!("2028-12-31"));
        let said = place.page("obligations/faits").texts("section[aria-labelledby=from-structure]").join(" ");
        assert!(said.contains("élu") && said.contains("31 décembre 2028"), "{said}");
        // The day after its last, by itself.
        app.pass_days(1000);
        let place = Place::of(app, player);
        assert_eq!(place.fact("org.cse"), json!("unknown"));
    });
}

#[test]
fn sites_and_delegates_that_the_structure_tells_are_counted_by_the_law() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        for (name, people) in [("Épinal", "40"), ("Remiremont", "46")] {
            place.tell("/etablissements", &[("place", name), ("people", people), ("council", "yes")]);
        }
        place.tell("/instances", &[("body", "union_delegate"), ("since", "2025-01-01")]);
        assert_eq!(place.fact("org.establishments"), json!(2));
        assert_eq!(place.fact("org.largest_establishment"), json!(46));
        assert_eq!(place.fact("org.union_delegate"), json!(true));
        assert_eq!(place.fact("org.union_section"), json!(true));
        assert!(
            place.page("obligations").text().contains("Représentants de proximité"),
            "two sites with a committee"
        );
        assert!(!place.asks("org.establishments"));
        let refused = place.send("/instances", &[("body", "carence_pv"), ("since", "2026-01-01")]);
        assert!(refused.is_redirect(), "no committee of the company sits: {}", refused.text());
        place.tell("/instances", &[("body", "cse"), ("since", "2025-01-01")]);
        let refused = place.send("/instances", &[("body", "carence_pv"), ("since", "2026-02-01")]);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("Un comité siège ce jour-là"), "{}", refused.text());
    });
}

#[test]
fn no_employer_is_offered_a_body_that_the_law_does_not_give_it() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        let offered = || {
            let page = place.karima.open(&place.structure).expect("the page");
            page.attributes("select[name=body] option", "value")
        };
        let has = |body: &str| offered().iter().any(|known| known == body);
        assert!(has("cse") && has("union_delegate") && !has("cst") && !has("csa"), "{:?}", offered());
        assert_eq!(place.send("/instances", &[("body", "cst"), ("since", "2024-01-01")]).status, 422);
        for (kind, own, other) in [
            ("association", "cse", "cst"),
            ("public_territorial", "cst", "cse"),
            ("public_state", "csa", "carence_pv"),
            ("public_hospital", "hospital_cse", "cssct"),
        ] {
            place.tell("", &[("name", "Ateliers"), ("kind", kind)]);
            assert!(has(own) && !has(other), "{kind}: {:?}", offered());
            let refused = place.send("/instances", &[("body", other), ("since", "2024-01-01")]);
            assert_eq!(refused.status, 422, "{kind}, {other}");
            assert!(refused.text().contains("La loi ne prévoit pas cette instance"), "{}", refused.text());
        }
        // The committee that the case answered is none of a public employer's.
        assert_eq!(place.fact("org.cse"), json!("not_applicable"));
        let duties = place.page("obligations").text();
        assert!(!duties.contains("Consulter le CSE"), "{duties}");
        place.tell("", &[("name", "Ateliers"), ("kind", "company")]);
        assert_eq!(place.fact("org.cse"), json!("elected"));
    });
}

#[test]
fn what_is_learnt_of_the_employer_in_a_project_is_the_organisation_s_own_and_in_its_journal() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        assert!(!place.asks("org.sector"), "what is known is not asked");
        place.tell("", &[("name", "Ateliers"), ("kind", "network")]);
        assert!(place.asks("org.sector"), "a network says nothing of what it is as an employer");
        let path = format!("{}/obligations/faits", place.project);
        let form = place.karima.open(&path).expect("the form");
        let before = app.dump();
        let mut sent =
            form.form_with_button("Enregistrer les faits").expect("a form").filled(&[]).expect("whole");
        sent.retain(|(name, _)| name != "org.sector");
        sent.extend(fields(&[("org.sector", "lune")]));
        let refused = place.karima.send(&path, &sent).expect("an answer");
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert_eq!(before.differences(&app.dump()), [] as [&str; 0]);
        let form = place.karima.open(&path).expect("the form");
        let done =
            place.karima.press(&form, "Enregistrer les faits", &fields(&[("org.sector", "association")]));
        assert_eq!(done.expect("an answer").status, 200);
        assert_eq!(place.organisation()["kind"], json!("association"));
        assert!(place.karima.open(&place.structure).expect("the page").text().contains("association"));
        assert!(place.kinds().iter().any(|kind| kind == "organisation_facts_changed"));
        assert!(!place.asks("org.sector"));
    });
}
