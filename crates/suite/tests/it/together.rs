//! Answering together, where people are too few for statistics: from the proposal to what stays, over HTTP.

use testkit::{Browser, Player, TestApp, View, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A campaign of seven people who answer together.
struct Circle {
    sylvie: Browser,
    karima: Browser,
    campaign: String,
}

impl Circle {
    fn of(app: &TestApp, player: &Player<'_, TestApp>) -> Self {
        let (sylvie, karima) = (app.sign_in(SYLVIE), app.sign_in(KARIMA));
        let project = player.saved("project").expect("saved");
        let form = karima.open(&format!("{project}/diagnostics/nouveau")).expect("the form");
        let few = [("title", "En équipe"), ("people-management", "2"), ("people-workers", "5")];
        let alone = karima.press(&form, "Proposer cette campagne", &fields(&few)).expect("an answer");
        assert_eq!(alone.status, 422);
        assert!(alone.text().contains("Répondez plutôt ensemble"), "{}", alone.text());
        let together = [&few[..], &[("answering", "collective")]].concat();
        let page = karima.press(&form, "Proposer cette campagne", &fields(&together)).expect("an answer");
        assert_eq!(page.status, 200, "{}", page.text());
        let campaign = page.path.split('?').next().unwrap_or_default().to_owned();
        Self { sylvie, karima, campaign }
    }

    fn turn(&self, act: &str) {
        for who in [&self.karima, &self.sylvie] {
            who.submit(&format!("{}/{act}", self.campaign), &[]).expect("an answer");
        }
    }

    fn room(&self) -> View {
        self.karima.open(&format!("{}/ensemble", self.campaign)).expect("the room")
    }

    fn write(&self, number: u32, pairs: &[(&str, &str)]) -> View {
        let path = format!("{}/ensemble/{number}", self.campaign);
        self.karima.send(&path, &fields(pairs)).expect("an answer")
    }
}

#[test]
fn seven_people_answer_together_and_what_they_said_stays_once_closed() {
    for_each_engine_at(Moment::Described, |app, player| {
        let circle = Circle::of(app, player);
        circle.write(1, &[("answer", "yes")]);
        assert_eq!(app.dump().table("collective_answer").rows.len(), 0, "nothing before both keys");
        circle.turn("ouvrir");
        let there = [("present", "management"), ("present", "workers"), ("people", "from_five")];
        let room = format!("{}/ensemble", circle.campaign);
        assert!(circle.karima.send(&room, &fields(&there)).expect("an answer").is_redirect());
        assert!(
            circle.write(1, &[("answer", "yes"), ("one", "Le planning change la veille.")]).is_redirect()
        );
        let half = circle.write(2, &[("answer", "differ"), ("one", "Trop tard.")]);
        assert_eq!(half.status, 422, "a disagreement keeps both views: {}", half.text());
        assert_eq!(half.texts("textarea[name=one]"), ["Trop tard."]);
        let both = [("answer", "differ"), ("one", "Trop tard."), ("other", "À temps.")];
        assert!(circle.write(2, &both).is_redirect());
        assert_eq!(circle.write(99, &both).status, 404);
        circle.turn("clore");
        circle.write(1, &[("answer", "no")]);
        let kept = circle.room().text();
        for said in ["Ensemble : Oui", "Le planning change la veille.", "Trop tard.", "À temps.", "de 5 à 9"]
        {
            assert!(kept.contains(said), "{said}: {kept}");
        }
        assert!(!kept.contains("Noter la réponse"), "{kept}");
        let results = circle.karima.open(&format!("{}/resultats", circle.campaign)).expect("a page");
        assert!(results.path.ends_with("/ensemble"), "no statistics: {}", results.path);
        let boxes = app.dump().table("ballot_box").column("sheets");
        assert!(boxes.iter().all(String::is_empty), "{boxes:?}");
        assert_eq!(app.dump().table("publication").rows.len(), 0);
    });
}

#[test]
fn the_facilitation_sheet_gives_minutes_rules_and_every_question() {
    for_each_engine_at(Moment::Described, |app, player| {
        let circle = Circle::of(app, player);
        let sheet = circle.karima.open(&format!("{}/ensemble/fiche", circle.campaign)).expect("the sheet");
        let text = sheet.text();
        for said in ["Le déroulé : 1 h 15", "Environ 2 min par question", "5 min", "10 min", "CNIL", "☐ Oui"]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert_eq!(sheet.texts("section[aria-labelledby^=c-] li").len(), 30);
        let room = circle.room();
        assert!(room.link("Ouvrir la fiche d’animation").is_some());
    });
}
