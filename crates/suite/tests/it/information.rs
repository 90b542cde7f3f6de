//! What those who answer are told: on the questionnaire itself, by whichever way they came, and readable afterwards.

use testkit::{Player, TestApp, View, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";

/// What everybody is told of, in a word each: who sees, from how many, what becomes of words, the law.
const SAID: [&str; 5] = [
    "même par différence",
    "Toutes les parties voient",
    "Rien à écrire",
    "CNIL",
    "Information, version 1 du",
];

fn says_it_all(view: &View) {
    let text = view.text();
    for said in SAID {
        assert!(text.contains(said), "{said}: {text}");
    }
}

fn questionnaire(app: &TestApp, player: &Player<'_, TestApp>) -> View {
    let code =
        player.codes("codes").iter().rev().find(|code| code.group == "workers").expect("a code").code.clone();
    app.browser().submit("/repondre", &[("code".to_owned(), code)]).expect("the questionnaire")
}

#[test]
fn the_rules_are_on_the_questionnaire_beside_the_codes_and_on_the_results() {
    for_each_engine_at(Moment::Open, |app, player| {
        let begin = questionnaire(app, player);
        says_it_all(&begin);
        assert!(begin.text().contains("Figée à l’ouverture"), "{}", begin.text());
        assert!(begin.text().contains("moins de 5 réponses"), "{}", begin.text());
        let campaign = player.saved("campagne").expect("saved");
        says_it_all(&app.sign_in(KARIMA).open(&format!("{campaign}/information")).expect("a page"));
        for email in [SYLVIE, KARIMA] {
            app.sign_in(email).submit(&format!("{campaign}/clore"), &[]).expect("an answer");
        }
        let results = app.sign_in(KARIMA).open(&format!("{campaign}/resultats")).expect("the results");
        says_it_all(&results);
    });
}

#[test]
fn what_was_told_is_frozen_word_for_word_when_the_campaign_opens_and_the_journal_seals_it() {
    for_each_engine_at(Moment::Open, |app, player| {
        let dump = app.dump();
        let table = dump.table("campaign_information");
        assert_eq!(table.column("version"), ["1"]);
        let digest = table.column("digest").remove(0);
        assert_eq!(platform::secret::digest(&table.column("words")[0]), digest);
        assert!(app.journal_file().contains(&digest));
        let campaign = player.saved("campagne").expect("saved");
        let page = app.sign_in(KARIMA).open(&format!("{campaign}/information")).expect("a page");
        assert!(page.text().contains(&digest), "{}", page.text());
        // A later program has other words: those of this campaign stay.
        let words: serde_json::Value = serde_json::from_str(&table.column("words")[0]).expect("JSON");
        let told = words["fr"].as_array().expect("sentences");
        let shown = questionnaire(app, player).text();
        for sentence in told.iter().filter_map(|said| said.as_str()) {
            let folded = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(shown.contains(&folded), "{sentence}: {shown}");
        }
    });
}

#[test]
fn the_words_told_to_those_who_answer_never_change_without_their_version() {
    use methods::{Answering, model::information};
    let t = app::words().expect("the words").speak(kernel::Locale::Fr);
    let told = [("floor", 5.into()), ("organisation", "…".into())];
    let ways = [Answering::Individual, Answering::Collective].into_iter();
    let words: Vec<String> = ways.flat_map(information::sentences).map(|key| t.with(key, &told)).collect();
    assert_eq!(
        platform::secret::digest(&words.join("\n")),
        information::WORDS,
        "raise the version in methods/src/model/information.rs, and put this digest there"
    );
}

#[test]
fn a_new_version_of_what_is_kept_of_people_is_shown_at_the_next_visit_until_it_is_read() {
    for_each_engine_at(Moment::Described, |app, player| {
        let karima = app.sign_in(KARIMA);
        let project = player.saved("project").expect("saved").to_owned();
        let thread = || karima.open(&format!("{project}/fil")).expect("the thread");
        let asks = |page: &View| page.form_with_button("J’ai lu").is_ok();
        assert!(!asks(&thread()), "what stood at the door is not asked again");
        // As if the version that she was shown were an older one.
        assert!(app.tamper("UPDATE information_shown SET version = 0") > 0);
        let page = thread();
        assert!(asks(&page) && page.text().contains("Ce que nous gardons de vous"), "{}", page.text());
        assert!(asks(&thread()), "it stays until it is read");
        karima.press(&page, "J’ai lu", &[]).expect("an answer");
        assert!(!asks(&thread()));
        assert!(app.dump().table("information_shown").column("version").contains(&"1".to_owned()));
    });
}

#[test]
fn whoever_founds_an_organisation_is_told_what_is_kept_of_them_before_they_do() {
    for_each_engine_at(Moment::Described, |app, _| {
        let visitor = app.browser();
        let start = visitor.open("/decrire").expect("the first page");
        let first = visitor.open(&start.link("Commencer").expect("a first question")).expect("a question");
        let said = [("title", "Un outil de planning"), ("purpose", "Moins de retards.")];
        let said = said.map(|(name, words)| (name.to_owned(), words.to_owned()));
        visitor.press(&first, "Continuer", &said).expect("the next question");
        let save = visitor.open("/decrire/enregistrer").expect("the page that keeps it");
        assert!(save.text().contains("Ce que nous gardons de vous"), "{}", save.text());
    });
}
