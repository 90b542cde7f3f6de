//! Before and after: two campaigns side by side, only what both publish, and what may not be concluded.

use scenario::answers;
use testkit::{Player, TestApp, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A second campaign of the same method: the workers answer, management does not.
fn second(app: &TestApp, player: &Player<'_, TestApp>, workers: usize) {
    let (sylvie, karima) = (app.sign_in(SYLVIE), app.sign_in(KARIMA));
    let project = player.saved("project").expect("saved");
    let form = karima.open(&format!("{project}/diagnostics/nouveau")).expect("the form");
    let fill = fields(&[("title", "Six mois après"), ("people-management", "6"), ("people-workers", "20")]);
    let page = karima.press(&form, "Proposer cette campagne", &fill).expect("an answer");
    assert_eq!(page.status, 200, "{}", page.text());
    let campaign = page.path.split('?').next().unwrap_or_default().to_owned();
    for who in [&karima, &sylvie] {
        who.submit(&format!("{campaign}/ouvrir"), &[]).expect("an answer");
    }
    let sheet = karima.send(&format!("{campaign}/codes"), &[]).expect("the sheet");
    let codes = sheet.texts("section[aria-labelledby=sheet-workers] .code");
    assert_eq!(codes.len(), 20, "{}", sheet.text());
    for code in codes.iter().take(workers) {
        answers::answer(&app.browser(), code, &"o".repeat(30)).expect("the answer comes in");
    }
    for who in [&karima, &sylvie] {
        who.submit(&format!("{campaign}/clore"), &[]).expect("an answer");
    }
}

#[test]
fn one_campaign_is_compared_with_nothing() {
    for_each_engine_at(Moment::Answered, |app, player| {
        let project = player.saved("project").expect("saved");
        let karima = app.sign_in(KARIMA);
        let page = karima.open(&format!("{project}/diagnostics/comparer")).expect("the page");
        assert!(page.text().contains("Il faut deux campagnes closes"), "{}", page.text());
        assert!(page.texts("table").is_empty());
    });
}

#[test]
fn two_campaigns_are_compared_for_the_groups_that_both_show_and_the_page_says_what_it_does_not() {
    for_each_engine_at(Moment::Answered, |app, player| {
        second(app, player, 8);
        let project = player.saved("project").expect("saved");
        let karima = app.sign_in(KARIMA);
        let list = karima.open(&format!("{project}/diagnostics")).expect("the list");
        let page = karima.open(&list.link("Avant et après").expect("a link")).expect("the page");
        let text = page.text();
        assert_eq!(page.texts("tbody tr").len(), 6, "six criteria of the one group that both show: {text}");
        for said in
            ["Une différence ne dit pas sa cause", "Ce n’est pas une note", "Six mois après, close le"]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
        let left_out = page.texts("section[aria-labelledby=left-out] li");
        assert!(left_out.len() >= 2, "management and line managers are withheld: {left_out:?}");
        let cells = page.texts("tbody td");
        assert!(cells.iter().any(|cell| cell.starts_with(['+', '−'])), "nothing changed: {cells:?}");
    });
}

#[test]
fn a_group_that_one_of_both_withholds_is_not_compared() {
    for_each_engine_at(Moment::Answered, |app, player| {
        second(app, player, 4);
        let project = player.saved("project").expect("saved");
        let page = app.sign_in(KARIMA).open(&format!("{project}/diagnostics/comparer")).expect("the page");
        assert!(page.texts("table").is_empty(), "four answers are shown nowhere: {}", page.text());
        assert!(page.text().contains("il n’y a rien à comparer"), "{}", page.text());
    });
}
