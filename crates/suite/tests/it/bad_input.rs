//! A form with mistakes: nothing is lost, nothing is done, and what is wrong is said where it is wrong.

use std::collections::BTreeSet;

use scenario::page::{FieldKind, PageForm};
use testkit::{Browser, Engine, TestApp, View, case::Moment, crawl::crawl, for_each_engine_at};

/// Far longer than any field takes.
fn too_long() -> String {
    "très long ".repeat(520)
}

/// The form as somebody sends it who fills every field that is typed with this, and chooses what is no choice.
fn garbled(form: &PageForm, typed: &str) -> Vec<(String, String)> {
    let kinds = form.fields.iter().map(|field| {
        let value = match field.kind {
            FieldKind::Hidden => None,
            FieldKind::Typed => Some(typed.to_owned()),
            FieldKind::Choice => Some("n’importe quoi".to_owned()),
        };
        (field.name.clone(), value)
    });
    let hidden = form.filled(&[]).expect("the form as it is");
    let mut seen = BTreeSet::new();
    let mut sent = Vec::new();
    for (name, value) in kinds.filter(|(name, _)| !name.is_empty()) {
        if !seen.insert(name.clone()) {
            continue;
        }
        let kept = || {
            hidden
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| value.clone())
                .unwrap_or_default()
        };
        sent.push((name.clone(), value.unwrap_or_else(kept)));
    }
    sent
}

/// Every form in which something is typed, once, from every page that this person reaches.
fn forms(browser: &Browser, from: &str) -> Vec<(String, PageForm)> {
    let mut known = BTreeSet::new();
    let mut forms = Vec::new();
    for (path, page) in crawl(browser, &[from.to_owned()]) {
        for form in page.forms() {
            let action =
                form.action.clone().unwrap_or_else(|| path.split('?').next().unwrap_or_default().to_owned());
            let typed = form.fields.iter().any(|field| field.kind == FieldKind::Typed);
            if typed && known.insert(shape(&action)) {
                forms.push((action, form));
            }
        }
    }
    forms
}

/// An address without its identifiers: the same form of two findings is one form.
fn shape(action: &str) -> String {
    action.split('/').filter(|part| part.len() != 32).collect::<Vec<_>>().join("/")
}

/// What a refused form must be.
fn assert_explained(action: &str, page: &View) {
    assert_eq!(page.status, 422, "{action}: {}", page.text());
    let refused = page.attributes("[aria-invalid=true], fieldset.refused", "aria-describedby");
    let named = page.attributes(".errors a[href], .error", "id").len();
    assert!(!refused.is_empty() || named > 0, "{action} says nowhere what is wrong: {}", page.text());
    let ids: BTreeSet<String> = page.attributes("[id]", "id").into_iter().collect();
    for described in refused {
        let error = described.split_whitespace().find(|id| id.ends_with("-error"));
        let error = error.unwrap_or_else(|| {
            panic!("{action}: a refused field is described by {described:?}, which is no error")
        });
        assert!(ids.contains(error), "{action}: {error} is not on the page");
        let said = page.texts(&format!("#{}", error.replace('.', "\\.")));
        assert!(said.iter().all(|text| text.len() > 5), "{action}: {error} says {said:?}");
    }
}

#[test]
fn every_form_refuses_what_it_cannot_read_says_so_next_to_the_field_and_changes_nothing() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let project = player.saved("project").expect("saved").to_owned();
        let mut tried = BTreeSet::new();
        for email in [
            "sylvie.marchal@hautes-vosges.example",
            "karima.benali@hautes-vosges.example",
            "thomas.keller@hautes-vosges.example",
        ] {
            let member = app.sign_in(email);
            for (action, form) in forms(&member, &format!("{project}/fil")) {
                let before = app.dump();
                let page = member.send(&action, &garbled(&form, &too_long())).expect("an answer");
                assert_explained(&action, &page);
                let changed = before.differences(&app.dump());
                assert!(changed.is_empty(), "{email}, {action}: {changed:?}");
                tried.insert(shape(&action));
            }
        }
        assert!(tried.len() >= 10, "few forms were found: {tried:?}");
    });
}

#[test]
fn every_form_that_is_sent_empty_is_answered_without_a_fault() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Committed);
    let player = app.resume(&cast);
    let project = player.saved("project").expect("saved").to_owned();
    let member = app.sign_in("karima.benali@hautes-vosges.example");
    for (action, form) in forms(&member, &format!("{project}/fil")) {
        for sent in [Vec::new(), garbled(&form, "")] {
            let page = member.send(&action, &sent).expect("an answer");
            assert!(page.status < 500, "{action}: {}", page.text());
        }
    }
}

#[test]
fn what_was_typed_stays_in_its_field() {
    for_each_engine_at(Moment::Described, |app, player| {
        let project = player.saved("project").expect("saved").to_owned();
        let karima = app.sign_in("karima.benali@hautes-vosges.example");
        let form = karima.open(&format!("{project}/constats/nouveau")).expect("the form");
        let words = "Une phrase avec « guillemets », <balises> & l’apostrophe.";
        let typed =
            vec![("text".to_owned(), words.to_owned()), ("due".to_owned(), "le 30 février".to_owned())];
        let page = karima.press(&form, "Écrire le constat", &typed).expect("an answer");
        assert_eq!(page.status, 422, "{}", page.text());
        assert_eq!(page.texts("textarea[name=text]"), [words]);
        assert!(!page.html().contains("<balises>"), "what was typed is not escaped");
        assert_eq!(app.dump().table("finding").rows.len(), 0);
    });
}

#[test]
fn a_form_of_a_megabyte_is_refused_with_a_page() {
    let app = TestApp::on(Engine::Sqlite);
    let browser = app.browser();
    let page = browser.send("/connexion", &[("email".to_owned(), "x".repeat(1_000_000))]).expect("an answer");
    assert!([400, 413].contains(&page.status), "{}", page.status);
    assert!(page.text().contains("Rien n’a changé"), "{}", page.text());
}

#[test]
fn the_same_form_sent_twice_writes_once() {
    for_each_engine_at(Moment::Described, |app, player| {
        let project = player.saved("project").expect("saved").to_owned();
        let karima = app.sign_in("karima.benali@hautes-vosges.example");
        let page = karima.open(&format!("{project}/constats/nouveau")).expect("the form");
        let form = page.form_with_button("Écrire le constat").expect("the form");
        let space = form.fields.iter().find(|field| field.name == "space").map(|_| "CSE").expect("a space");
        let fill = [("text", "Une question."), ("kind", "question"), ("space", space)];
        let fill: Vec<_> =
            fill.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let filled = form.filled(&fill).expect("it fills");
        let action = form.action.clone().unwrap_or_else(|| page.path.clone());
        for _ in 0..2 {
            let done = karima.send(&action, &filled).expect("an answer");
            assert!(done.is_redirect(), "{}", done.text());
        }
        assert_eq!(app.dump().table("finding").rows.len(), 1, "a slow line wrote the finding twice");
    });
}
