//! What every page keeps to, whoever reads it.

use std::collections::{BTreeMap, BTreeSet};

use scenario::page::Document;
use testkit::{
    Browser, Engine, Player, TestApp, View,
    case::Moment,
    crawl::{crawl, header, is_page, local_links},
};

/// The most a page may weigh on the way, compressed, without what the browser already keeps.
const MOST_BYTES: usize = 40 * 1024;

/// Other hosts that a page may lead to, by a plain link that the reader follows or not: the official texts of law.
const LED_TO: [&str; 2] = ["https://www.legifrance.gouv.fr/", "https://eur-lex.europa.eu/"];

/// Pages that need no account.
const PUBLIC: [&str; 5] = ["/", "/connexion", "/decrire", "/repondre", "/mentions"];

/// Every page of case 1 at its end, for everybody: nobody's first, then each party's.
fn everybodys_pages(
    app: &TestApp,
    player: &Player<'_, TestApp>,
) -> Vec<(String, Browser, BTreeMap<String, View>)> {
    let start = [format!("{}/fil", player.saved("project").expect("saved"))];
    let nobody = app.browser();
    let public: Vec<String> = PUBLIC.iter().map(|path| (*path).to_owned()).collect();
    let pages = crawl(&nobody, &public);
    let mut all = vec![("nobody".to_owned(), nobody, pages)];
    for email in [
        "sylvie.marchal@hautes-vosges.example",
        "karima.benali@hautes-vosges.example",
        "thomas.keller@hautes-vosges.example",
        "julien.ferry@hautes-vosges.example",
    ] {
        let member = app.sign_in(email);
        let pages = crawl(&member, &start);
        all.push((email.to_owned(), member, pages));
    }
    all
}

#[test]
fn every_page_keeps_to_itself_is_whole_and_is_light() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Committed);
    let mut wrong = BTreeSet::new();
    let mut heaviest = (0, String::new());
    for (who, browser, pages) in everybodys_pages(&app, &app.resume(&cast)) {
        assert!(pages.len() > 5, "{who} reaches {} pages", pages.len());
        for (path, page) in &pages {
            if page.status != 200 {
                wrong.insert(format!("{path}: a link leads there and it answers {}", page.status));
            }
            if !is_page(page) {
                continue;
            }
            wrong.extend(faults(page).into_iter().map(|fault| format!("{}: {fault}", shape(path))));
            let weight = weight(&browser, path);
            if weight > heaviest.0 {
                heaviest = (weight, path.clone());
            }
            if weight > MOST_BYTES {
                wrong.insert(format!("{}: {weight} bytes compressed", shape(path)));
            }
        }
    }
    eprintln!("the heaviest page: {} bytes compressed, {}", heaviest.0, heaviest.1);
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

fn shape(path: &str) -> String {
    path.split('/').map(|part| if part.len() == 32 { "…" } else { part }).collect::<Vec<_>>().join("/")
}

/// What is wrong with a page, if anything.
fn faults(page: &View) -> Vec<String> {
    let mut faults = Vec::new();
    let (html, document) = (page.html(), page.document());
    let policy = header(page, "content-security-policy").unwrap_or_default();
    if !policy.contains("default-src 'none'") || policy.contains("unsafe") || policy.contains("http") {
        faults.push(format!("its policy is {policy:?}"));
    }
    for (name, wanted) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cache-control", "no-store"),
    ] {
        if header(page, name) != Some(wanted) {
            faults.push(format!("{name} is {:?}", header(page, name)));
        }
    }
    faults.extend(inline(&document, &html));
    faults.extend(elsewhere(&document));
    faults.extend(frame(&document, &html));
    faults
}

/// Styles and scripts that the policy would refuse.
fn inline(page: &Document, html: &str) -> Vec<String> {
    let mut faults: Vec<String> =
        page.attributes("[style]", "style").into_iter().map(|style| format!("style={style:?}")).collect();
    faults.extend(page.texts("style").iter().map(|_| "a <style>".to_owned()));
    let scripts = page.attributes("script", "src");
    faults.extend(
        scripts.iter().filter(|src| !src.starts_with("/assets/")).map(|src| format!("a script from {src:?}")),
    );
    for handler in [" onclick=", " onload=", " onsubmit=", " onchange=", "javascript:"] {
        if html.contains(handler) {
            faults.push(format!("an inline handler: {handler}"));
        }
    }
    faults
}

/// What a page loads from elsewhere, or leads to.
fn elsewhere(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    for (css, attribute) in [
        ("[src]", "src"),
        ("link[href]", "href"),
        ("form[action]", "action"),
        ("use[href]", "href"),
        ("[srcset]", "srcset"),
        ("[hx-get]", "hx-get"),
        ("[hx-post]", "hx-post"),
    ] {
        let values = page.attributes(css, attribute);
        faults.extend(
            values.iter().filter(|value| !is_ours(value)).map(|value| format!("{attribute}={value:?}")),
        );
    }
    for link in page.attributes("a[href]", "href") {
        let known = LED_TO.iter().any(|host| link.starts_with(host));
        if !is_ours(&link) && !known {
            faults.push(format!("a link to {link:?}"));
        }
    }
    faults
}

fn is_ours(address: &str) -> bool {
    (address.starts_with('/') && !address.starts_with("//"))
        || address.starts_with('#')
        || address.starts_with('?')
        || address.starts_with("data:image/")
}

/// The frame that assistive technologies rely on.
fn frame(page: &Document, html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let count = |css: &str| page.texts(css).len();
    for (what, css) in
        [("h1", "h1"), ("main", "main#main"), ("title", "head > title"), ("language", "html[lang]")]
    {
        if count(css) != 1 {
            faults.push(format!("{} times {what}", count(css)));
        }
    }
    if html.contains('⟦') {
        let at = html.find('⟦').unwrap_or(0);
        faults.push(format!("a text is missing: {}", html[at..].chars().take(60).collect::<String>()));
    }
    let ids = page.attributes("[id]", "id");
    let mut seen = BTreeSet::new();
    faults.extend(
        ids.iter().filter(|id| !seen.insert(id.as_str())).map(|id| format!("two elements are called {id:?}")),
    );
    for attribute in ["aria-labelledby", "aria-describedby"] {
        for named in page.attributes(&format!("[{attribute}]"), attribute) {
            faults.extend(
                named
                    .split_whitespace()
                    .filter(|id| !seen.contains(id))
                    .map(|id| format!("{attribute} names {id:?}, which is not there")),
            );
        }
    }
    faults.extend(nameless(page));
    faults
}

/// Fields without a label, buttons and links without a name.
fn nameless(page: &Document) -> Vec<String> {
    let labelled: BTreeSet<String> = page.attributes("label[for]", "for").into_iter().collect();
    let css = "input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea, select";
    let fields = page.attributes(css, "id");
    let mut faults: Vec<String> = fields
        .iter()
        .filter(|id| !labelled.contains(*id))
        .map(|id| format!("the field {id:?} has no label"))
        .collect();
    for css in ["button", "a[href]"] {
        let empty = page.texts(css).iter().filter(|text| text.is_empty()).count();
        if empty > 0 {
            faults.push(format!("{empty} {css} without a name"));
        }
    }
    faults
}

/// What comes over the line for a page: compressed, as a browser asks for it.
fn weight(browser: &Browser, path: &str) -> usize {
    let answer = browser.fetch(path, &[("accept-encoding", "gzip")]).expect("an answer");
    let packed = header(&answer, "content-encoding") == Some("gzip");
    assert!(packed || answer.bytes.len() < 1000, "{path} is not compressed");
    answer.bytes.len()
}

#[test]
fn every_page_is_whole_in_english_as_well() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Committed);
    let player = app.resume(&cast);
    let karima = app.sign_in("karima.benali@hautes-vosges.example");
    karima.open("/langue/en").expect("the switch");
    let mut wrong = BTreeSet::new();
    for (path, page) in crawl(&karima, &[format!("{}/fil", player.saved("project").expect("saved"))]) {
        if is_page(&page) {
            if page.attributes("html", "lang") != ["en"] {
                wrong.insert(format!("{}: not in English", shape(&path)));
            }
            wrong.extend(faults(&page).into_iter().map(|fault| format!("{}: {fault}", shape(&path))));
            for french in [
                "Réponse attendue",
                "Écrire un",
                "Le fil du dialogue",
                "À faire",
                "Se déconnecter",
                "Enregistrer",
            ] {
                if page
                    .texts("button, h1, h2, nav a, label, legend, th")
                    .iter()
                    .any(|text| text.contains(french))
                {
                    wrong.insert(format!("{}: « {french} » on an English page", shape(&path)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_language_switch_comes_back_to_the_same_page() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Described);
    let player = app.resume(&cast);
    let project = player.saved("project").expect("saved");
    let karima = app.sign_in("karima.benali@hautes-vosges.example");
    let page = karima.open(&format!("{project}/obligations")).expect("a page");
    let switch = page.link("English").expect("a switch");
    let english = karima.open(&switch).expect("a page");
    assert_eq!(english.path, format!("{project}/obligations"));
    assert_eq!(english.attributes("html", "lang"), ["en"]);
}

#[test]
fn files_that_the_browser_keeps_are_marked_so_and_pages_are_not() {
    let app = TestApp::on(Engine::Sqlite);
    let browser = app.browser();
    let home = browser.open("/").expect("the front page");
    let files: Vec<String> = home.attributes("link[href]", "href");
    assert!(!files.is_empty());
    for file in files {
        let asset = browser.fetch(&file, &[]).expect("an answer");
        assert_eq!(asset.status, 200, "{file}");
        assert!(header(&asset, "cache-control").is_some_and(|kept| kept.contains("immutable")), "{file}");
    }
    assert!(local_links(&home).contains(&"/decrire".to_owned()));
}

#[test]
fn the_demonstrations_door_exists_in_the_demonstration_only() {
    let shut = TestApp::on(Engine::Sqlite);
    assert_eq!(shut.browser().fetch("/demo", &[]).expect("an answer").status, 404);
    let open = TestApp::demonstrating(Engine::Sqlite);
    open.play(Moment::Described, "").unwrap_or_else(|error| panic!("{error:#}"));
    let visitor = open.browser();
    let door = visitor.open("/demo").expect("the door");
    assert_eq!(door.status, 200, "{}", door.text());
    let inside = visitor.press(&door, "Entrer comme Karima Benali", &[]).expect("it lets in");
    assert!(
        inside.path.ends_with("/fil") && inside.text().contains("Démonstration"),
        "{} {}",
        inside.path,
        inside.text()
    );
}
