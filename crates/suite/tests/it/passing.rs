//! What passes from one space to another: a reworded finding, never raw words, never towards a closed space.

use testkit::{Browser, Player, TestApp, View, case::Moment, for_each_engine_at};

const KARIMA: &str = "karima.benali@hautes-vosges.example";
const RAW: &str = "Le temps proposé oublie les réglages de début de série.";
const ANEW: &str = "Comment les réglages sont-ils comptés, et par qui ?";
const NOTE: &str = "Demander en réunion à qui profite le calcul des écarts.";

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The project of the case, its spaces of work and of the council, and a representative who writes.
struct Place {
    project: String,
    council: String,
    team: String,
    today: String,
    karima: Browser,
}

impl Place {
    fn of(app: &TestApp, player: &Player<'_, TestApp>) -> Self {
        let dump = app.dump();
        let table = dump.table("space");
        let of = |sphere: &str| {
            let rows = table.column("sphere").into_iter().zip(table.column("space_id"));
            rows.into_iter().find(|(known, _)| known == sphere).map(|(_, id)| id).expect("a space")
        };
        let project = player.saved("project").expect("saved").to_owned();
        let (council, team) = (of("social"), of("professional"));
        Self { project, council, team, today: app.today().to_string(), karima: app.sign_in(KARIMA) }
    }

    fn say(&self, id: &str, more: &[(&str, &str)]) -> View {
        let usual = [("id", id), ("text", RAW), ("kind", "vigilance"), ("space", self.team.as_str())];
        let usual = usual.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
        let sent: Vec<(&str, &str)> = usual.chain(more).copied().collect();
        self.karima.send(&format!("{}/constats/nouveau", self.project), &fields(&sent)).expect("an answer")
    }

    fn finding(&self) -> String {
        let id = format!("{:032x}", 7);
        assert!(self.say(&id, &[]).is_redirect());
        format!("{}/constats/{id}", self.project)
    }

    fn pass(&self, finding: &str, words: &str, chosen: &str) -> View {
        let sent =
            [("to", self.council.as_str()), ("words", words), ("chosen", chosen), ("due", &self.today)];
        self.karima.send(&format!("{finding}/transmissions"), &fields(&sent)).expect("an answer")
    }

    fn close(&self, space: &str) {
        let sent = [("because", "le comité reprend la main"), ("review", "2027-12-01")];
        let path = format!("{}/espaces/{space}/fermer", self.project);
        let done = self.karima.send(&path, &fields(&sent)).expect("an answer");
        assert!(done.is_redirect(), "{}", done.text());
    }
}

fn passed(app: &TestApp) -> Vec<String> {
    app.dump().table("transmission").column("words")
}

#[test]
fn a_finding_passes_only_in_words_chosen_for_it() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        let finding = place.finding();
        let form = place.karima.open(&finding).expect("the finding");
        assert_eq!(form.texts("textarea[name=words]"), [""], "the words of the finding are already there");
        for raw in [RAW.to_owned(), RAW.to_uppercase(), format!("On a dit : « {RAW} »")] {
            let refused = place.pass(&finding, &raw, "yes");
            assert_eq!(refused.status, 422, "{raw}");
            assert!(refused.text().contains("ceux du constat, en tout ou en partie"), "{}", refused.text());
            assert_eq!(refused.texts("textarea[name=words]"), [raw], "what was typed stays");
        }
        let untold = place.pass(&finding, ANEW, "");
        assert_eq!(untold.status, 422);
        assert!(untold.text().contains("Relisez ces mots"), "{}", untold.text());
        assert_eq!(passed(app), Vec::<String>::new());
        let done = place.pass(&finding, ANEW, "yes");
        assert!(done.is_redirect(), "{}", done.text());
        assert_eq!(passed(app), [ANEW]);
        let shown = place.karima.open(&finding).expect("the finding").text();
        assert!(shown.contains(ANEW), "{shown}");
    });
}

#[test]
fn a_finding_written_and_passed_at_once_is_reworded_too_or_nothing_is_written() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        let id = format!("{:032x}", 9);
        let to = [("to", place.council.as_str()), ("due", &place.today)];
        for more in [&[("words", RAW), ("chosen", "yes")][..], &[("words", ANEW)], &[("chosen", "yes")]] {
            let refused = place.say(&id, &[&to[..], more].concat());
            assert_eq!(refused.status, 422, "{more:?}");
        }
        assert_eq!(app.dump().table("finding").rows.len(), 0);
        let done = place.say(&id, &[&to[..], &[("words", ANEW), ("chosen", "yes")]].concat());
        assert!(done.is_redirect(), "{}", done.text());
        assert_eq!(passed(app), [ANEW]);
    });
}

#[test]
fn a_note_of_ones_own_notebook_does_not_pass_as_it_stands() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        let notebook = place.karima.open(&format!("{}/carnet", place.project)).expect("the notebook");
        let kept = place.karima.press(&notebook, "Écrire dans le carnet", &fields(&[("words", NOTE)]));
        assert!(kept.expect("an answer").text().contains("pour votre partie seulement"));
        let finding = place.finding();
        let refused = place.pass(&finding, NOTE, "yes");
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("d’une note de votre carnet"), "{}", refused.text());
        assert_eq!(passed(app), Vec::<String>::new());
        let thomas = app.sign_in("thomas.keller@hautes-vosges.example");
        let sent =
            [("to", place.council.as_str()), ("words", NOTE), ("chosen", "yes"), ("due", &place.today)];
        let other = thomas.send(&format!("{finding}/transmissions"), &fields(&sent)).expect("an answer");
        assert!(other.is_redirect(), "a refusal would tell another party what is in the notebook");
    });
}

#[test]
fn nothing_is_said_in_a_closed_space_passes_to_it_or_is_held_there() {
    for_each_engine_at(Moment::Described, |app, player| {
        let place = Place::of(app, player);
        let finding = place.finding();
        place.close(&place.council);
        let lists = [
            place.karima.open(&finding).expect("the finding").attributes("input[name=to]", "value"),
            place.options("constats/nouveau", "input[name=space]"),
            place.options("constats/nouveau", "select[name=to] option"),
            place.options("accords/nouvel-article", "select[name=trigger_space] option"),
            place.options("espaces/temps", "input[name=space]"),
        ];
        for list in lists {
            assert!(!list.is_empty() && !list.contains(&place.council), "{list:?}");
        }
        let refused = place.pass(&finding, ANEW, "yes");
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("Cet espace est fermé"), "{}", refused.text());
        let refused = place.say(&format!("{:032x}", 8), &[("space", &place.council)]);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("rouvrez-le d’abord"), "{}", refused.text());
        place.refuses_a_campaign_there();
        assert_eq!(passed(app), Vec::<String>::new());
    });
}

impl Place {
    /// The values of a list of spaces.
    fn options(&self, rest: &str, css: &str) -> Vec<String> {
        self.karima.open(&format!("{}/{rest}", self.project)).expect("the form").attributes(css, "value")
    }

    fn refuses_a_campaign_there(&self) {
        let sent = [
            ("title", "Auto-diagnostic"),
            ("answering", "individual"),
            ("people-management", "6"),
            ("people-workers", "12"),
            ("closes_on", self.today.as_str()),
            ("floor", "5"),
            ("space", &self.council),
        ];
        let path = format!("{}/diagnostics/nouveau", self.project);
        let refused = self.karima.send(&path, &fields(&sent)).expect("an answer");
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("rouvrez-le d’abord"), "{}", refused.text());
        self.close(&self.team);
        let open: Vec<_> = sent.iter().filter(|(name, _)| *name != "space").copied().collect();
        let elsewhere = self.karima.send(&path, &fields(&open)).expect("an answer");
        assert!(elsewhere.is_redirect(), "one space is open, so it is held there: {}", elsewhere.text());
    }
}
