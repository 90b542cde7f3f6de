//! What a worker says cannot be traced to the worker: the claims on screen, each tried by somebody who has everything.

use std::collections::BTreeSet;

use scenario::answers;
use testkit::{
    Dump, Engine, Player, TestApp, View,
    case::{self, Moment},
    crawl::crawl,
    for_each_engine_at,
};

/// The codes of the case, as they could be stored or logged.
fn codes(player: &Player<'_, TestApp>) -> Vec<String> {
    player.codes("codes").iter().map(|code| code.code.replace(' ', "")).collect()
}

/// The sheets that a group hands in, in the order of the case.
fn handed_in(group: &str) -> Vec<String> {
    let script = case::script();
    let steps = script.stages.iter().flat_map(|stage| &stage.steps);
    let given = steps.filter_map(|step| step.answers.as_ref());
    given.flat_map(|answers| answers.sheets.get(group).cloned().unwrap_or_default()).collect()
}

/// A sheet of 30 signs that nobody else gives.
const ODD: &str = "-o-o-o-o-o-o-o-o-o-o-o-o-o-o-o";

/// Hands a sheet in with the `n`th code of the workers.
fn answer_as(app: &TestApp, player: &Player<'_, TestApp>, n: usize, sheet: &str) -> anyhow::Result<()> {
    let codes: Vec<_> = player.codes("codes").iter().filter(|code| code.group == "workers").collect();
    answers::answer(&app.browser(), &codes[n].code, sheet)
}

#[test]
fn no_code_is_in_the_database_on_the_disk_or_in_the_journal() {
    for_each_engine_at(Moment::Open, |app, player| {
        let codes = codes(player);
        assert_eq!(codes.len(), 34);
        for moment in ["open", "closed"] {
            if moment == "closed" {
                close(app, player);
            }
            let (dump, journal, bytes) = (app.dump(), app.journal_file(), app.bytes_on_disk());
            for code in &codes {
                assert_eq!(dump.places_of(code), [] as [&str; 0], "{moment}");
                assert!(!journal.contains(code.as_str()), "{moment}");
                let on_disk = bytes.as_ref().is_some_and(|bytes| holds(bytes, code.as_bytes()));
                assert!(!on_disk, "{moment}: a code is on the disk");
            }
        }
    });
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window.eq_ignore_ascii_case(wanted))
}

/// Both keys, by hand.
fn close(app: &TestApp, player: &Player<'_, TestApp>) {
    let campaign = player.saved("campagne").expect("saved");
    for email in ["sylvie.marchal@hautes-vosges.example", "karima.benali@hautes-vosges.example"] {
        app.sign_in(email).submit(&format!("{campaign}/clore"), &[]).expect("an answer");
    }
    let states = app.dump().table("campaign").column("state");
    assert!(states.contains(&"closed".to_owned()), "{states:?}");
}

#[test]
fn a_sheet_holds_its_group_and_its_answers_and_nothing_else() {
    for_each_engine_at(Moment::Open, |app, _| {
        let dump = app.dump();
        let sheets = lines(&dump, "sheets");
        assert_eq!(sheets.len(), 8);
        let people = traces_of_people(&dump);
        for answers in sheets {
            let read: std::collections::BTreeMap<String, String> =
                serde_json::from_str(&answers).expect("JSON");
            assert_eq!(read.len(), 30, "{answers}");
            assert!(
                read.values()
                    .all(|given| ["yes", "no", "dont_know", "not_applicable"].contains(&given.as_str())),
                "{answers}"
            );
            assert!(people.iter().all(|trace| !answers.contains(trace)), "{answers}");
        }
        let pass: BTreeSet<String> = dump.table("answer_code").column("code_hash").into_iter().collect();
        let used = lines(&dump, "used_codes");
        assert!(used.len() == 8 && used.iter().all(|code| pass.contains(code)), "{used:?}");
    });
}

/// What stands in a column of the ballot boxes, in the order in which it stands there.
pub fn lines(dump: &Dump, column: &str) -> Vec<String> {
    let boxes = dump.table("ballot_box").column(column);
    boxes.iter().flat_map(|text| text.lines()).map(str::to_owned).collect()
}

/// Names, addresses and identifiers of members and sessions.
fn traces_of_people(dump: &Dump) -> Vec<String> {
    let member = dump.table("member");
    let mut traces = member.column("name");
    traces.extend(dump.table("person").column("person_id"));
    traces.extend(dump.table("person").column("email"));
    traces.extend(member.column("member_id"));
    traces.extend(dump.table("session").column("secret_hash"));
    traces
}

#[test]
fn an_answer_changes_nothing_but_the_ballot_box_of_its_group() {
    for_each_engine_at(Moment::Open, |app, player| {
        let before = app.dump();
        answer_as(app, player, 20, ODD).expect("the answer comes in");
        let changed = before.differences(&app.dump());
        let tables: BTreeSet<&str> =
            changed.iter().map(|line| line.split(':').next().unwrap_or_default()).collect();
        assert_eq!(tables, BTreeSet::from(["ballot_box"]), "{changed:?}");
    });
}

#[test]
fn closing_erases_the_codes_and_a_box_tells_no_order() {
    for_each_engine_at(Moment::Open, |app, player| {
        for (n, sheet) in handed_in("workers").iter().enumerate().skip(8) {
            answer_as(app, player, n, sheet).expect("the answer comes in");
        }
        close(app, player);
        let dump = app.dump();
        assert_eq!(dump.table("answer_code").rows.len(), 0, "codes are kept after closing");
        assert_eq!(lines(&dump, "used_codes"), [] as [&str; 0], "which codes answered is kept after closing");
        let sheets = lines(&dump, "sheets");
        assert!(sheets.is_sorted(), "a box is in another order than that of what it says");
        let arrival = handed_in("workers");
        let now: Vec<usize> = sheets.iter().map(|json| place(&arrival, json)).collect();
        assert_eq!(now.len(), arrival.len());
        let likeness = rank_correlation(&now);
        assert!(
            likeness.abs() < 0.75,
            "the order of the rows tells the order of arrival ({likeness:.2}): {now:?}"
        );
    });
}

/// Which of the sheets, in order of arrival, has these answers.
fn place(arrival: &[String], json: &str) -> usize {
    let found = arrival.iter().position(|sheet| same(sheet, json));
    found.unwrap_or_else(|| panic!("nobody handed in {json}"))
}

/// Whether 30 signs and a stored sheet say the same. The keys a1 to v5 are in the order of their criteria.
fn same(sheet: &str, json: &str) -> bool {
    let read: std::collections::BTreeMap<String, String> = serde_json::from_str(json).expect("JSON");
    let keys = ["a", "k", "p", "r", "h", "v"]
        .iter()
        .flat_map(|criterion| (1..=5).map(move |n| format!("{criterion}{n}")));
    keys.zip(sheet.chars()).all(|(key, sign)| {
        let given = match sign {
            'o' => "yes",
            'n' => "no",
            '?' => "dont_know",
            _ => "not_applicable",
        };
        read.get(&key).is_some_and(|stored| stored == given)
    })
}

/// Spearman's coefficient between the order of the list and the numbers in it.
fn rank_correlation(places: &[usize]) -> f64 {
    let n = places.len() as f64;
    let squares: f64 = places.iter().enumerate().map(|(i, place)| (i as f64 - *place as f64).powi(2)).sum();
    1.0 - 6.0 * squares / (n * (n * n - 1.0))
}

/// Whoever is handed the stopped machine's disk: what was deleted is gone from the file, and not only from the tables.
#[test]
fn what_closing_erases_is_gone_from_the_file_as_well() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Open);
    let open = app.dump();
    let mut erased = open.table("answer_code").column("code_hash");
    erased.extend(lines(&open, "used_codes"));
    let before = app.bytes_on_disk().expect("an embedded database has a folder");
    assert!(
        erased.iter().all(|text| holds(&before, text.as_bytes())),
        "this test does not find what is there"
    );
    close(&app, &app.resume(&cast));
    let folder = app.leave();
    let bytes = std::fs::read(folder.path().join("trinome.sqlite")).expect("the file");
    let left = erased.iter().filter(|text| holds(&bytes, text.as_bytes())).count();
    assert_eq!(left, 0, "{left} of {} digests can still be read in the file", erased.len());
}

#[test]
fn a_used_an_unknown_and_a_late_code_each_say_what_to_do() {
    for_each_engine_at(Moment::Open, |app, player| {
        let codes = codes(player);
        let workers: Vec<_> = player.codes("codes").iter().filter(|code| code.group == "workers").collect();
        let knock =
            |code: &str| app.browser().open(&format!("/r/{}", code.replace(' ', ""))).expect("an answer");

        let used = knock(&workers[0].code);
        assert_eq!(used.status, 410, "{}", used.text());
        assert!(
            used.text().contains("Ce code a déjà servi")
                && used.text().contains("dites-le à un représentant"),
            "{}",
            used.text()
        );

        let unknown = knock("00000000000000000000000000");
        assert_eq!(unknown.status, 404, "{}", unknown.text());
        assert!(
            unknown.text().contains("Ce code n’est pas connu")
                && unknown.text().contains("demandez un autre papier"),
            "{}",
            unknown.text()
        );

        let short = app.browser().open(&format!("/r/{}", &codes[0][..9])).expect("an answer");
        assert!(short.status == 404 && short.html().contains("name=\"code\""), "{}", short.text());

        app.pass_days(10);
        let late = knock(&workers[25].code);
        assert_eq!(late.status, 410, "{}", late.text());
        assert!(
            late.text().contains("Les réponses ne sont plus reçues")
                && late.text().contains("représentant du personnel"),
            "{}",
            late.text()
        );
    });
}

#[test]
fn a_code_that_comes_twice_at_once_answers_once() {
    for_each_engine_at(Moment::Open, |app, player| {
        let code = player
            .codes("codes")
            .iter()
            .filter(|code| code.group == "workers")
            .nth(20)
            .expect("a code")
            .code
            .clone();
        let sheets = lines(&app.dump(), "sheets").len();
        let ready: Vec<_> = (0..6)
            .map(|_| {
                let browser = app.browser();
                let review = answers::fill_in(&browser, &code, ODD).expect("all may fill in");
                (browser, review)
            })
            .collect();
        let thanked: Vec<View> = std::thread::scope(|scope| {
            let sending: Vec<_> = ready
                .iter()
                .map(|(browser, review)| {
                    scope.spawn(|| browser.press(review, "Envoyer", &[]).expect("an answer"))
                })
                .collect();
            sending.into_iter().map(|thread| thread.join().expect("no panic")).collect()
        });
        assert_eq!(lines(&app.dump(), "sheets").len(), sheets + 1);
        assert_eq!(thanked.iter().filter(|page| page.path.ends_with("/merci")).count(), 1);
        assert!(thanked.iter().all(|page| page.status < 500), "a race is no fault");
    });
}

#[test]
fn nothing_of_the_person_stays_on_the_telephone_after_sending() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Open);
    let player = app.resume(&cast);
    let code = player
        .codes("codes")
        .iter()
        .filter(|code| code.group == "workers")
        .nth(20)
        .expect("a code")
        .code
        .clone();
    let browser = app.browser();
    answers::answer(&browser, &code, ODD).expect("the answer comes in");
    let after = browser.open("/repondre/relire").expect("an answer");
    assert!(after.text().contains("Il faut d’abord un code"), "the telephone remembers: {}", after.text());
    for path in ["/repondre/debut", "/repondre/1", "/repondre/30"] {
        let page = browser.fetch(path, &[]).expect("an answer");
        assert_eq!(page.status, 404, "{path}");
        assert!(!page.html().contains(&code.replace(' ', "")), "{path} holds the code");
    }
}

#[test]
fn the_code_is_in_no_page_no_address_and_no_permanent_cookie_while_answering() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Open);
    let player = app.resume(&cast);
    let code = player
        .codes("codes")
        .iter()
        .filter(|code| code.group == "workers")
        .nth(20)
        .expect("a code")
        .code
        .replace(' ', "");
    let browser = app.browser();
    let exchange = browser.fetch(&format!("/r/{code}"), &[]).expect("an answer");
    assert!(exchange.is_redirect() && !exchange.path.contains(&code), "{}", exchange.path);
    let cookies: Vec<&str> =
        exchange.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()).collect();
    let pass = cookies.iter().find(|cookie| cookie.contains(&code)).expect("the pass is a cookie");
    for needed in ["HttpOnly", "SameSite", "Path=/repondre"] {
        assert!(pass.contains(needed), "{pass}");
    }
    assert!(!pass.contains("Max-Age") && !pass.contains("Expires"), "it outlives the browser: {pass}");
    let mut page = browser.open("/repondre/debut").expect("the start");
    for n in 1..=30 {
        assert!(!page.html().contains(&code) && !page.path.contains(&code), "{}", page.path);
        page = browser.open(&format!("/repondre/{n}")).expect("a question");
        page = browser.press(&page, "Oui", &[]).expect("the next");
    }
    assert!(!page.html().contains(&code));
}

#[test]
fn while_a_campaign_runs_nobody_sees_a_result_nor_an_answer_arrive() {
    for_each_engine_at(Moment::Open, |app, player| {
        let campaign = player.saved("campagne").expect("saved").to_owned();
        let project = player.saved("project").expect("saved").to_owned();
        let members = [
            "sylvie.marchal@hautes-vosges.example",
            "karima.benali@hautes-vosges.example",
            "elise.aubry@aract.example",
        ];
        let seen = |app: &TestApp, email: &str| -> Vec<(String, String)> {
            let browser = app.sign_in(email);
            let pages = [
                campaign.clone(),
                format!("{project}/fil"),
                format!("{project}/dossier.json"),
                format!("{project}/diagnostics"),
            ];
            pages
                .into_iter()
                .map(|path| {
                    (path.clone(), without_what_changes(&browser.open(&path).expect("a page").html()))
                })
                .collect()
        };
        for email in members {
            let early = app.sign_in(email).open(&format!("{campaign}/resultats")).expect("an answer");
            assert_eq!(early.path, campaign, "{email} sees results before closing");
            let before = seen(app, email);
            assert!(before[0].1.contains("au moins 5 réponses"), "eight answers are said as at least five");
            let after = seen(app, email);
            assert_eq!(
                before, after,
                "the same page twice is not the same: the comparison below would say nothing"
            );
        }
        let before = seen(app, members[0]);
        answer_as(app, player, 21, ODD).expect("the answer comes in");
        assert_eq!(before, seen(app, members[0]), "a ninth answer was seen to arrive");
    });
}

/// A page without what changes each time it is asked for: the identifier of a form that is not sent yet, and how many
/// lines the journal has (an export leaves one), with the digest of the last.
fn without_what_changes(html: &str) -> String {
    let mut text = html.to_owned();
    for (before, after) in [
        ("name=\"id\" value=\"", "\""),
        ("Journal scellé n°", "<"),
        ("\"journal\": {", "}"),
        ("reprend le journal jusqu’à la ligne", "Comment vérifier"),
    ] {
        let mut kept = String::new();
        let mut rest = text.as_str();
        while let Some((head, tail)) = rest.split_once(before) {
            kept += head;
            rest = tail.split_once(after).map_or("", |(_, tail)| tail);
        }
        text = kept + rest;
    }
    text
}

#[test]
fn a_group_under_five_is_nowhere_not_in_pages_not_in_exports_not_by_difference() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let campaign = player.saved("campagne").expect("saved").to_owned();
        let project = player.saved("project").expect("saved").to_owned();
        assert_eq!(handed_in("line_managers").len(), 3, "the case has a group under the floor");
        let karima = app.sign_in("karima.benali@hautes-vosges.example");
        let results = karima.open(&format!("{campaign}/resultats")).expect("the results");
        let columns = results.texts("section[aria-labelledby=gaps] thead th");
        let small = columns.iter().position(|name| name.contains("Encadrement")).expect("the group is named");
        let rows = results.texts("section[aria-labelledby=gaps] tbody tr").len();
        assert_eq!(rows, 6, "{}", results.text());
        let withheld =
            results.texts(&format!("section[aria-labelledby=gaps] tbody tr > :nth-child({})", small + 1));
        assert!(withheld.iter().all(|cell| cell == "masqué"), "{withheld:?}");
        assert!(
            !results.text().contains("30 réponses"),
            "the total tells the small group by subtraction: {}",
            results.text()
        );

        for rest in ["dossier.json", "dossier.pdf"] {
            let export = karima.open(&format!("{project}/{rest}")).expect("the export");
            assert_eq!(export.status, 200, "{rest}: {}", export.text());
            let json: serde_json::Value = serde_json::from_slice(&export.bytes).expect("JSON");
            let total = json_mentions(&json, &["30 réponses", "\"respondents\":30", "\"together\":30"]);
            assert_eq!(total, None, "{rest}");
        }
        for email in ["sylvie.marchal@hautes-vosges.example", "denis.claudel@hautes-vosges.example"] {
            let member = app.sign_in(email);
            for (path, page) in crawl(&member, &[format!("{project}/fil")]) {
                let text = page.text();
                assert!(
                    !text.contains("Encadrement, 3") && !text.contains("encadrement, 3"),
                    "{email}: {path}"
                );
                assert!(!text.contains("30 réponses"), "{email}: {path}");
            }
        }
    });
}

fn json_mentions(json: &serde_json::Value, wanted: &[&str]) -> Option<String> {
    let text = json.to_string();
    wanted.iter().find(|wanted| text.contains(**wanted)).map(|found| (*found).to_owned())
}

/// The results and the export of a campaign that closes with or without the answers of a group under the floor.
fn published(engine: Engine, answers: bool) -> (String, String, String) {
    let (app, cast) = TestApp::at(engine, Moment::Open);
    let player = app.resume(&cast);
    if answers {
        let small: Vec<_> =
            player.codes("codes").iter().filter(|code| code.group == "line_managers").collect();
        assert!((1..5).contains(&small.len()), "the case has a group under the floor");
        for code in small {
            answers::answer(&app.browser(), &code.code, ODD).expect("the answer comes in");
        }
    }
    close(&app, &player);
    let (campaign, project) =
        (player.saved("campagne").expect("saved"), player.saved("project").expect("saved"));
    let karima = app.sign_in("karima.benali@hautes-vosges.example");
    let page = karima.open(&format!("{campaign}/resultats")).expect("the results");
    assert!(page.text().contains("masqué") && page.text().contains("Encadrement"), "{}", page.text());
    let export = karima.open(&format!("{project}/dossier.json")).expect("the export");
    let pdf = karima.open(&format!("{project}/dossier.pdf")).expect("the document");
    assert!(pdf.html().contains("masqué"), "{}", pdf.html());
    let file = |view: &View| without_identifiers(&without_what_changes(&view.html()));
    (without_identifiers(&page.html()), file(&export), file(&pdf))
}

/// A text without its identifiers, which chance makes: 32 hexadecimal digits, no more and no less.
fn without_identifiers(text: &str) -> String {
    let words = text.split_inclusive(|c: char| !c.is_ascii_hexdigit());
    let hides = |word: &str| word.trim_end_matches(|c: char| !c.is_ascii_hexdigit()).len() == 32;
    words.map(|word| if hides(word) { format!("…{}", &word[32..]) } else { word.to_owned() }).collect()
}

#[test]
fn a_group_under_the_floor_and_an_empty_one_leave_the_same_bytes_on_the_page_and_in_the_export() {
    for engine in Engine::available() {
        let (empty, small) = (published(engine, false), published(engine, true));
        assert_eq!(empty.0, small.0, "the page, with the digest of what was published");
        assert_eq!(empty.1, small.1, "the export");
        assert_eq!(empty.2, small.2, "what the typesetter is given for the PDF");
    }
}
