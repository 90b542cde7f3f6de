//! A project and the editions of the rule base: noted once, shown when it is behind, read again and said so.

use content::law;
use testkit::{case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";

/// An edition of before: the yearly risk document was not asked, another article was cited, an agenda went out earlier.
const EARLIER: &str = "fr-2025-01-01";

/// Keeps the edition of before readable, once for every test of this process.
fn keep_the_earlier_edition() {
    let changes = [
        (format!("edition = \"{}\"", law::built_in().edition), format!("edition = \"{EARLIER}\"")),
        ("expr = 'org.headcount >= 11'".to_owned(), "expr = 'org.headcount >= 11000'".to_owned()),
        ("LEGIARTI000035624857".to_owned(), "LEGIARTI000000000001".to_owned()),
    ];
    let files = law::embedded().iter().map(|(name, bytes)| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        (*name, changes.iter().fold(text, |text, (from, to)| text.replacen(from, to, 1)).into_bytes())
    });
    let _ = law::keep(vec![law::load(files).expect("an edition")]);
}

#[test]
fn a_project_that_is_behind_is_told_so_read_again_and_said_to_be() {
    keep_the_earlier_edition();
    for_each_engine_at(Moment::Described, |app, player| {
        let project = player.saved("project").expect("saved");
        let (obligations, editions) =
            (format!("{project}/obligations"), format!("{project}/obligations/editions"));
        let (sylvie, karima) = (app.sign_in(SYLVIE), app.sign_in(KARIMA));
        let now = &law::in_force().edition;
        let page = sylvie.open(&editions).expect("the page");
        assert!(page.text().contains(&format!("lu sous l’édition {now}")), "{}", page.text());
        assert!(page.texts("form[action$=editions]").is_empty(), "there is nothing to note");
        assert!(!sylvie.open(&obligations).expect("the page").text().contains("Voir ce qui change"));

        app.tamper("UPDATE law_edition SET edition = 'fr-2025-01-01'");
        let page = karima.open(&obligations).expect("the page");
        assert!(page.text().contains(&format!("relu pour la dernière fois sous l’édition {EARLIER}")));
        let page = sylvie.open(&editions).expect("the page");
        let told = page.text();
        for part in [
            format!("De l’édition {EARLIER} à l’édition {now}"),
            "Ce qui apparaît 1".to_owned(),
            "Mise à jour annuelle du DUERP".to_owned(),
            "Ce qui est écrit autrement 1".to_owned(),
            "LEGIARTI000000000001".to_owned(),
            format!("Tout ce que lit l’édition {EARLIER}"),
        ] {
            assert!(told.contains(&part), "{part}: {told}");
        }
        let gesture = format!("Noter que ce projet a été relu sous l’édition {now}");
        let noted = sylvie.press(&page, &gesture, &[]).expect("an answer");
        assert!(noted.text().contains("C’est noté"), "{}", noted.text());
        assert!(!sylvie.open(&obligations).expect("the page").text().contains("Voir ce qui change"));
        let journal = app.opened_journal_file();
        assert_eq!(journal.matches("law_edition_adopted").count(), 1);
        assert!(journal.contains(EARLIER), "the journal says what was read before");

        let still = sylvie.open(&format!("{editions}?edition={EARLIER}")).expect("the page");
        assert!(still.text().contains("Ce qui apparaît 1"), "an earlier edition remains readable");

        app.tamper("UPDATE law_edition SET edition = 'fr-1999-01-01'");
        let gone = sylvie.open(&editions).expect("the page").text();
        assert!(gone.contains("Cette instance ne l’a plus"), "{gone}");
    });
}
