//! Letters, through a mail server on a real socket.

use jiff::civil::Date;
use scenario::{Player, Stage};
use testkit::{Engine, Postbox, TestApp, case};

/// People who read their letters in their own postbox.
struct ByMail<'a> {
    app: &'a TestApp,
    postbox: &'a Postbox,
}

impl Stage for ByMail<'_> {
    fn base(&self) -> String {
        self.app.base().to_owned()
    }

    fn set_day(&self, day: Date, minutes: i64) {
        self.app.set_day(day, minutes);
    }

    fn link_sent_to(&self, email: &str) -> Option<String> {
        link_in(&self.postbox.wait_for(email, 1).body)
    }
}

fn link_in(body: &str) -> Option<String> {
    body.split_whitespace().find(|word| word.contains("/lien/")).map(str::to_owned)
}

#[test]
fn whoever_is_invited_receives_the_link_by_mail_in_their_language() {
    for engine in Engine::available() {
        let postbox = Postbox::open();
        let app = TestApp::mailing(engine, &postbox.url(), "trinome@hautes-vosges.example");
        let by_mail = ByMail { app: &app, postbox: &postbox };
        let script = case::script();
        let day_zero = script.day_zero(1, app.today()).expect("a day");
        let mut player = Player::new(&by_mail, day_zero, "");
        player.play(&script, 1).unwrap_or_else(|error| panic!("{error:#}"));

        let french = postbox.wait_for("karima.benali@hautes-vosges.example", 1);
        assert_eq!(french.from, "trinome@hautes-vosges.example");
        assert!(french.subject.contains("votre lien pour Ateliers des Hautes-Vosges"), "{}", french.subject);
        assert!(
            french.body.starts_with("Bonjour,") && french.body.contains("fonctionne trois jours"),
            "{}",
            french.body
        );

        let direction = player.browser("direction").expect("she is there");
        let people = direction.open(&format!("{}/personnes", player.saved("organisation").expect("saved")));
        let fill = [
            ("party", "technical"),
            ("name", "Fiona Wright"),
            ("email", "fiona.wright@supplier.example"),
            ("locale", "en"),
        ];
        let fill: Vec<_> =
            fill.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        direction.press(&people.expect("the people"), "Inviter", &fill).expect("an answer");
        let english = postbox.wait_for("fiona.wright@supplier.example", 1);
        assert!(
            english.subject.contains("your link") || english.subject.contains("Your link"),
            "{}",
            english.subject
        );
        assert!(!english.body.contains("Bonjour"), "{}", english.body);

        // The link of the letter is the link that lets in.
        let fiona = app.browser();
        let door = fiona.open(&link_in(&english.body).expect("a link")).expect("it opens");
        assert!(door.text().contains("Fiona Wright"), "{}", door.text());
        assert_eq!(fiona.press(&door, "Entrer", &[]).expect("an answer").status, 200);
    }
}

#[test]
fn a_mail_server_that_is_down_never_breaks_a_page() {
    let app = TestApp::mailing(Engine::Sqlite, "smtp://127.0.0.1:9", "trinome@hautes-vosges.example");
    let browser = app.browser();
    let page = browser.open("/connexion").expect("the page");
    let fill = vec![("email".to_owned(), "karima.benali@hautes-vosges.example".to_owned())];
    assert_eq!(browser.press(&page, "Recevoir un lien", &fill).expect("an answer").status, 200);
}
