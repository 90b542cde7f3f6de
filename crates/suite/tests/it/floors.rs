//! The size under which a group is never shown: raised with two keys, never lowered, and told wherever it counts.

use testkit::{Browser, Player, TestApp, View, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Both holders of a key.
struct Holders {
    sylvie: Browser,
    karima: Browser,
    project: String,
    page: String,
}

impl Holders {
    fn of(app: &TestApp, player: &Player<'_, TestApp>) -> Self {
        let organisation = player.saved("organisation").expect("saved");
        let page = format!("{organisation}/seuil");
        let project = player.saved("project").expect("saved").to_owned();
        Self { sylvie: app.sign_in(SYLVIE), karima: app.sign_in(KARIMA), project, page }
    }

    fn raise(&self, who: &Browser, floor: &str) -> View {
        turn(who, &self.page, floor)
    }

    fn prepare(&self, floor: Option<&str>) -> View {
        let form = self.karima.open(&format!("{}/diagnostics/nouveau", self.project)).expect("the form");
        let mut fill = vec![
            ("title", "Avant l’essai"),
            ("people-management", "9"),
            ("people-workers", "12"),
            ("closes_on", "2026-12-20"),
        ];
        fill.extend(floor.map(|floor| ("floor", floor)));
        self.karima.press(&form, "Proposer cette campagne", &fields(&fill)).expect("an answer")
    }
}

/// Turns a key on a page of a floor; the second confirms the proposal that its own page shows.
fn turn(who: &Browser, page: &str, floor: &str) -> View {
    let form = who.open(page).expect("the page");
    let key = form.attributes("input[name=key]", "value").into_iter().next();
    let mut sent = vec![("floor", floor)];
    sent.extend(key.as_deref().map(|key| ("key", key)));
    who.send(page, &fields(&sent)).expect("an answer")
}

/// How a floor would come down behind the application's back.
const LOWERED: [&str; 3] = [
    "UPDATE organisation_floor SET floor = 6",
    "DELETE FROM organisation_floor",
    "INSERT INTO organisation_floor (organisation_id, floor, raised_on)
     SELECT organisation_id, 7, '2026-11-22' FROM organisation_floor WHERE floor = 8
     ON CONFLICT (organisation_id) DO UPDATE SET floor = excluded.floor",
];

#[test]
fn the_floor_of_an_organisation_is_raised_by_two_keys_and_never_comes_down() {
    for_each_engine_at(Moment::Described, |app, player| {
        let both = Holders::of(app, player);
        let kept = || app.dump().table("organisation_floor").column("floor");
        assert!(both.raise(&both.karima, "8").is_redirect());
        assert!(both.raise(&both.karima, "8").is_redirect());
        assert_eq!(kept(), Vec::<String>::new(), "one party alone raised it");
        let waiting = both.sylvie.open(&both.page).expect("the page").text();
        assert!(waiting.contains("clé tournée pour un seuil de 8"), "{waiting}");
        let other = both.raise(&both.sylvie, "9");
        assert_eq!(other.status, 422, "a key confirms what was proposed: {}", other.text());
        assert!(both.raise(&both.sylvie, "8").is_redirect());
        assert_eq!(kept(), ["8"]);
        for low in ["5", "8", "4", "31", "huit"] {
            let refused = both.raise(&both.sylvie, low);
            assert_eq!(refused.status, 422, "{low}");
        }
        for lowered in LOWERED {
            assert!(app.refuses(lowered), "{lowered}");
        }
        assert_eq!(kept(), ["8"]);
        let organisation = both.page.trim_end_matches("/seuil");
        let structure = both.karima.open(&format!("{organisation}/structure")).expect("a page").text();
        assert!(structure.contains("Seuil de diffusion : 8 réponses"), "{structure}");
        assert!(app.journal_file().contains("least_floor_raised"));
    });
}

#[test]
fn a_new_campaign_keeps_the_floor_of_its_organisation_and_one_prepared_before_does_not_open_under_it() {
    for_each_engine_at(Moment::Described, |app, player| {
        let both = Holders::of(app, player);
        let before = both.prepare(Some("6"));
        assert_eq!(before.status, 200, "{}", before.text());
        let before = before.path.split('?').next().unwrap_or_default().to_owned();
        for who in [&both.karima, &both.sylvie] {
            assert!(both.raise(who, "8").is_redirect());
        }
        let form = both.karima.open(&format!("{}/diagnostics/nouveau", both.project)).expect("the form");
        assert_eq!(form.attributes("input[name=floor]", "value"), ["8"]);
        let low = both.prepare(Some("7"));
        assert_eq!(low.status, 422, "{}", low.text());
        assert_eq!(both.prepare(None).status, 200);
        assert_eq!(both.prepare(Some("9")).status, 200);
        let refused = both.karima.send(&format!("{before}/ouvrir"), &[]).expect("an answer");
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(refused.text().contains("a été relevé à 8 réponses"), "{}", refused.text());
        let mut floors = app.dump().table("campaign").column("floor");
        floors.sort();
        assert_eq!(floors, ["6", "8", "9"]);
    });
}

#[test]
fn whoever_holds_no_key_reads_the_floor_and_raises_nothing() {
    for_each_engine_at(Moment::Described, |app, player| {
        let both = Holders::of(app, player);
        let thomas = app.sign_in("thomas.keller@hautes-vosges.example");
        let page = thomas.open(&both.page).expect("the page");
        assert!(page.text().contains("Seuil de la structure : 5 réponses"), "{}", page.text());
        assert_eq!(thomas.send(&both.page, &fields(&[("floor", "8")])).expect("an answer").status, 403);
        assert_eq!(app.dump().table("keyed_act").rows.len(), 0);
    });
}

#[test]
fn the_floor_of_published_results_is_raised_by_two_keys_and_says_so_on_them() {
    for_each_engine_at(Moment::Answered, |app, player| {
        let (sylvie, karima) = (app.sign_in(SYLVIE), app.sign_in(KARIMA));
        let campaign = player.saved("campagne").expect("saved").to_owned();
        let page = format!("{campaign}/seuil");
        let results = || karima.open(&format!("{campaign}/resultats")).expect("the results");
        let shown = |view: &View| view.texts("td").iter().filter(|cell| !cell.contains("masqué")).count();
        let before = results();
        assert!(before.text().contains("5 réponses, choisi avant l’ouverture"), "{}", before.text());
        assert!(turn(&karima, &page, "7").is_redirect());
        assert_eq!(app.dump().table("publication").column("floor"), ["5"], "one key raised it");
        assert_eq!(turn(&sylvie, &page, "5").status, 422, "it would not be higher");
        assert!(turn(&sylvie, &page, "7").is_redirect());
        let mut floors = app.dump().table("publication").column("floor");
        floors.sort();
        assert_eq!(floors, ["5", "7"]);
        let after = results();
        assert!(after.text().contains("7 réponses, relevé le"), "{}", after.text());
        assert!(after.text().contains("Il était de 5 à l’ouverture"), "{}", after.text());
        assert!(shown(&after) <= shown(&before), "a higher floor shows more");
        assert_eq!(turn(&karima, &page, "6").status, 422, "a floor came down");
    });
}
