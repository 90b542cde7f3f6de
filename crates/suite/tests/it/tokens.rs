//! Invited by letter: a token signed blindly, one answer a person, and clear refusals.

use rand::{SeedableRng, rngs::StdRng};
use scenario::answers;
use testkit::{Browser, Engine, Player, TestApp, View, blind::Blinding, case::Moment, for_each_engine_at};

use crate::anonymity::lines;

pub const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
pub const KARIMA: &str = "karima.benali@hautes-vosges.example";

/// A campaign whose workers are invited by letter and whose managers draw codes.
pub struct Post {
    pub campaign: String,
    pub karima: Browser,
    pub sylvie: Browser,
    pub workers: Vec<String>,
    pub managers: Vec<String>,
}

impl Post {
    /// Prepared and opened with two keys.
    pub fn open(app: &TestApp, player: &Player<'_, TestApp>, workers: usize, codes: usize) -> Self {
        Self::open_to(app, player, addresses("ouvrier", workers), addresses("cadre", 6), codes)
    }

    /// The same for these addresses.
    pub fn open_to(
        app: &TestApp,
        player: &Player<'_, TestApp>,
        workers: Vec<String>,
        managers: Vec<String>,
        codes: usize,
    ) -> Self {
        let (sylvie, karima) = (app.sign_in(SYLVIE), app.sign_in(KARIMA));
        let project = player.saved("project").expect("saved");
        let form = karima.open(&format!("{project}/diagnostics/nouveau")).expect("the form");
        let fill = [
            ("title", "Par lettre".to_owned()),
            ("people-technical", codes.to_string()),
            ("emails-workers", workers.join("\n")),
            ("emails-management", managers.join("\n")),
            ("closes_on", "2026-12-20".to_owned()),
        ];
        let fill: Vec<_> = fill.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let page = karima.press(&form, "Proposer cette campagne", &fill).expect("an answer");
        assert_eq!(page.status, 200, "{}", page.text());
        let campaign = page.path.split('?').next().unwrap_or_default().to_owned();
        let post = Self { campaign, karima, sylvie, workers, managers };
        post.turn("ouvrir");
        assert!(app.link_sent_to(&post.workers[0]).is_some(), "no letter left");
        post
    }

    /// Both keys, by hand.
    pub fn turn(&self, act: &str) {
        for who in [&self.karima, &self.sylvie] {
            who.submit(&format!("{}/{act}", self.campaign), &[]).expect("an answer");
        }
    }

    pub fn id(&self) -> String {
        self.campaign.rsplit('/').next().unwrap_or_default().to_owned()
    }
}

pub fn addresses(who: &str, n: usize) -> Vec<String> {
    (0..n).map(|i| format!("{who}.{i:02}@exemple.fr")).collect()
}

pub fn field(name: &str, value: &str) -> Vec<(String, String)> {
    vec![(name.to_owned(), value.to_owned())]
}

/// What the page of a letter gives to its script.
pub fn blinding(page: &View, seed: u64) -> Blinding {
    let given =
        |name: &str| page.attributes("form#draw", name).pop().unwrap_or_else(|| panic!("{}", page.text()));
    Blinding::new(&given("data-key"), &given("data-key-id"), &mut StdRng::seed_from_u64(seed))
}

/// Sends a blinded token to be signed.
pub fn ask(browser: &Browser, blinding: &Blinding) -> View {
    browser.send("/invitation/tirer", &field("blinded", &blinding.written())).expect("an answer")
}

/// Draws a token as the script does: in the browser that opened the letter.
pub fn draw(app: &TestApp, email: &str, seed: u64) -> (Browser, Blinding, String) {
    let browser = app.browser();
    let page = browser.open(&app.link_sent_to(email).expect("a letter")).expect("the page");
    let blinding = blinding(&page, seed);
    let signed = ask(&browser, &blinding);
    assert_eq!(signed.status, 200, "{email}");
    let token = blinding.token(&signed.html());
    (browser, blinding, token)
}

/// Presents a token.
pub fn present(browser: &Browser, token: &str) -> View {
    browser.submit("/repondre/jeton", &field("token", token)).expect("an answer")
}

/// Answers all with one sign a question, from the page where the token was welcomed, and sends.
pub fn answer(browser: &Browser, sheet: &str) -> View {
    let page = answers::go_through(browser, sheet).expect("the questions");
    browser.press(&page, "Envoyer", &[]).expect("an answer")
}

pub const SHEET: &str = "on-?on-?on-?on-?on-?on-?on-?on";

#[test]
fn an_invited_person_answers_once_and_the_letter_is_only_a_hash() {
    for_each_engine_at(Moment::Described, |app, player| {
        let post = Post::open(app, player, 8, 6);
        let email = &post.workers[3];
        let secret =
            app.link_sent_to(email).expect("a letter").rsplit('/').next().unwrap_or_default().to_owned();
        let (browser, _, token) = draw(app, email, 1);
        let begin = present(&browser, &token);
        assert_eq!((begin.status, begin.path.as_str()), (200, "/repondre/debut"), "{}", begin.text());
        let thanks = answer(&browser, SHEET);
        assert!(thanks.path.ends_with("/merci"), "{}", thanks.text());
        let dump = app.dump();
        assert_eq!(lines(&dump, "spent_tokens").len(), 1);
        assert_eq!(dump.places_of(&secret), [] as [&str; 0], "the secret of a letter is kept");
        let bare = token.split('.').nth(1).expect("a token");
        assert_eq!(dump.places_of(bare), [] as [&str; 0], "a token is kept");
        assert!(!app.journal_file().contains(bare) && !app.journal_file().contains(&secret));
        let again = present(&app.browser(), &token);
        assert_eq!(again.status, 410);
        assert!(again.text().contains("Ce jeton a déjà répondu"), "{}", again.text());
        let other = app.browser();
        other.open(&app.link_sent_to(email).expect("a letter")).expect("the page");
        assert_eq!(lines(&dump, "sheets"), lines(&app.dump(), "sheets"));
    });
}

#[test]
fn a_letter_has_one_token_signed_and_the_same_one_again() {
    for_each_engine_at(Moment::Described, |app, player| {
        let post = Post::open(app, player, 8, 6);
        let (browser, blinding, token) = draw(app, &post.workers[0], 7);
        let again = ask(&browser, &blinding);
        assert_eq!((again.status, blinding.token(&again.html())), (200, token), "the same twice is the same");
        let page = browser.open("/invitation").expect("the page");
        let other = super::tokens::blinding(&page, 8);
        assert_eq!(ask(&browser, &other).status, 409, "a second token was signed for one letter");
        assert!(page.text().contains("Un jeton a déjà été tiré avec cette lettre"), "{}", page.text());
        let short = browser.send("/invitation/tirer", &field("blinded", "AAAA")).expect("an answer");
        assert_eq!(short.status, 422);
        let stranger = app.browser().send("/invitation/tirer", &field("blinded", "AAAA")).expect("an answer");
        assert_eq!(stranger.status, 404);
        assert_eq!(drawn(app), 1);
    });
}

fn drawn(app: &TestApp) -> usize {
    lines(&app.dump(), "drawn_letters").len()
}

#[test]
fn two_tokens_asked_for_at_once_with_one_letter_are_one_token() {
    for_each_engine_at(Moment::Described, |app, player| {
        let post = Post::open(app, player, 8, 6);
        let link = app.link_sent_to(&post.workers[0]).expect("a letter");
        let signed: usize = std::thread::scope(|scope| {
            let asking: Vec<_> = (0..4)
                .map(|seed| {
                    let link = &link;
                    scope.spawn(move || {
                        let browser = app.browser();
                        let page = browser.open(link).expect("the page");
                        usize::from(ask(&browser, &blinding(&page, seed)).status == 200)
                    })
                })
                .collect();
            asking.into_iter().map(|thread| thread.join().expect("no panic")).sum()
        });
        assert_eq!((signed, drawn(app)), (1, 1));
    });
}

#[test]
fn a_forged_token_and_one_of_another_group_are_refused_and_counted_without_a_date() {
    for_each_engine_at(Moment::Described, |app, player| {
        let post = Post::open(app, player, 8, 6);
        let (_, _, worker) = draw(app, &post.workers[0], 1);
        let (_, _, manager) = draw(app, &post.managers[0], 2);
        let (key, body) = worker.split_once('.').expect("a token");
        let (other, _) = manager.split_once('.').expect("a token");
        let flipped = format!("{key}.{}A{}", &body[..100], &body[101..]);
        let flipped =
            if flipped == worker { format!("{key}.{}B{}", &body[..100], &body[101..]) } else { flipped };
        for forged in
            [flipped.as_str(), &format!("{other}.{body}"), "", "rien", &format!("{key}.{}", &body[..400])]
        {
            let page = present(&app.browser(), forged);
            assert_eq!(page.status, 403, "{forged:.60}: {}", page.text());
            assert!(page.text().contains("Ce jeton n’est pas valable"), "{}", page.text());
        }
        let stranger = format!("{}.{body}", "0".repeat(32));
        assert_eq!(present(&app.browser(), &stranger).status, 410, "a key that nobody knows");
        let dump = app.dump();
        let refused: Vec<i64> =
            dump.table("token_key").column("refused").iter().map(|n| n.parse().expect("a count")).collect();
        assert_eq!(refused.iter().sum::<i64>(), 2, "what names a key of ours and was not signed by it");
        let browser = app.browser();
        assert_eq!(present(&browser, &worker).path, "/repondre/debut", "the true one still works");
        post.turn("clore");
        let journal = app.journal_file();
        let closed = journal.lines().find(|line| line.contains("campaign_closed")).expect("a line");
        assert!(closed.contains("\"refused\":2"), "{closed}");
    });
}

#[test]
fn closing_erases_addresses_letters_keys_and_tokens() {
    for_each_engine_at(Moment::Described, |app, player| {
        let post = Post::open(app, player, 8, 6);
        let mut tokens = Vec::new();
        for (n, email) in post.workers.iter().enumerate() {
            let (browser, _, token) = draw(app, email, n as u64);
            present(&browser, &token);
            assert!(answer(&browser, SHEET).path.ends_with("/merci"));
            tokens.push(token);
        }
        let (_, _, late) = draw(app, &post.managers[0], 99);
        let link = app.link_sent_to(&post.managers[1]).expect("a letter");
        post.turn("clore");
        let dump = app.dump();
        for table in ["invited_address", "invitation", "token_key", "answer_code"] {
            assert_eq!(dump.table(table).rows.len(), 0, "{table} is kept after closing");
        }
        for column in ["used_codes", "spent_tokens", "drawn_letters"] {
            assert_eq!(lines(&dump, column), [] as [&str; 0], "{column} are kept after closing");
        }
        for email in &post.workers {
            assert_eq!(dump.places_of(email), [] as [&str; 0]);
        }
        assert_eq!(present(&app.browser(), &late).status, 410, "a token answers after closing");
        let page = app.browser().open(&link).expect("an answer");
        assert_eq!(page.status, 404);
        assert!(page.text().contains("Cette lettre ne sert plus"), "{}", page.text());
        let results = post.karima.open(&format!("{}/resultats", post.campaign)).expect("the results");
        assert_eq!(results.status, 200, "{}", results.text());
    });
}

#[test]
fn new_letters_void_the_first_ones_and_are_refused_once_a_token_is_drawn() {
    for_each_engine_at(Moment::Described, |app, player| {
        let post = Post::open(app, player, 8, 6);
        let first = app.link_sent_to(&post.workers[0]).expect("a letter");
        let page = post.karima.open(&post.campaign).expect("the campaign");
        let sent = post.karima.press(&page, "Envoyer de nouvelles lettres", &[]).expect("an answer");
        assert!(sent.text().contains("Les nouvelles lettres sont parties"), "{}", sent.text());
        let second = app.link_sent_to(&post.workers[0]).expect("a letter");
        assert_ne!(first, second);
        assert_eq!(
            app.browser().open(&first).expect("an answer").status,
            404,
            "the first letter still works"
        );
        draw(app, &post.workers[1], 3);
        let refused = post.karima.press(&page, "Envoyer de nouvelles lettres", &[]).expect("an answer");
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("Un jeton a déjà été tiré"), "{}", refused.text());
        assert_eq!(app.link_sent_to(&post.workers[0]), Some(second));
    });
}

#[test]
fn an_address_that_is_none_or_stands_twice_is_refused_beside_its_field() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Described);
    let player = app.resume(&cast);
    let karima = app.sign_in(KARIMA);
    let project = player.saved("project").expect("saved");
    let form = karima.open(&format!("{project}/diagnostics/nouveau")).expect("the form");
    let fill = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let sent = [
        fill("people-workers", "9"),
        fill("people-technical", "9"),
        fill("emails-technical", "c@exemple.fr\npas une adresse"),
        fill("emails-workers", "a@exemple.fr"),
        fill("emails-management", "b@exemple.fr\nA@exemple.fr"),
    ];
    let page = karima.press(&form, "Proposer cette campagne", &sent).expect("an answer");
    assert_eq!(page.status, 422);
    for said in ["« pas une adresse » n’est pas une adresse", "« a@exemple.fr » figure deux fois"] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    assert!(
        page.html().contains("pas une adresse\n") || page.html().contains("pas une adresse<"),
        "typed and kept"
    );
}

#[test]
fn no_page_of_a_letter_holds_its_secret_nor_a_token() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Described);
    let post = Post::open(&app, &app.resume(&cast), 8, 6);
    let link = app.link_sent_to(&post.workers[0]).expect("a letter");
    let secret = link.rsplit('/').next().expect("a secret");
    let browser = app.browser();
    let exchange = browser.fetch(&link, &[]).expect("an answer");
    assert!(exchange.is_redirect() && exchange.path == "/invitation", "{}", exchange.path);
    let cookie = exchange.headers.get("set-cookie").and_then(|value| value.to_str().ok()).expect("a cookie");
    for needed in ["HttpOnly", "SameSite", "Path=/invitation"] {
        assert!(cookie.contains(needed) && !cookie.contains("Max-Age"), "{cookie}");
    }
    let page = browser.open("/invitation").expect("the page");
    assert!(!page.html().contains(secret));
    assert_eq!(
        page.headers.get("referrer-policy").and_then(|value| value.to_str().ok()),
        Some("no-referrer")
    );
    let (browser, _, token) = draw(&app, &post.workers[0], 5);
    let begin = present(&browser, &token);
    let bare = token.split('.').nth(1).expect("a token");
    assert!(!begin.html().contains(bare) && !begin.path.contains(bare));
}
