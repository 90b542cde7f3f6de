//! Nobody can link an answer to whoever gave it: an attacker who has everything tries, and does no better than chance.
//!
//! **What the attacker holds.** The whole database, copied before and after every draw and every answer, with the marks that
//! each engine leaves by itself (transaction numbers and places on PostgreSQL; on SQLite the bytes of the file, its
//! write-ahead log included); the log of the program; every letter, and so which address has which secret; the printed
//! codes; the secret of the instance, and with it the private key of the campaign; every blinded token and its signature,
//! as the instance saw them. Beyond what an instance knows: who answered first, second, third, and in which order people drew.
//!
//! **What that shows, and cannot be hidden from whoever copies a database around an act:** which letter was used, and so
//! that its reader has drawn; and which sheet came with which token or which code. Each is asserted below, so that nobody
//! thinks better of it than it is. A code leads to a slip of paper out of a hat. A token leads nowhere:
//!
//! **What stays hidden.** From which letter a token comes. Drawing changes one list of a ballot box, answering two others; the
//! order of the acts, of lines, of places, of digests, and the algebra of the keys pair letters and tokens rightly as often as somebody who
//! shuffles them: one time in [`PEOPLE`]. So do the order of people and the lines of sheets for whoever has one copy, half-way
//! through, at the end, or after closing. ([`bound`] says how far chance may go.)
//!
//! **What no storing can hide.** The day is drawn in one order and answered in another here. Somebody who answers the minute
//! they have drawn, alone, while somebody watches each of the two, is seen by the clock: the last test says so, and so does
//! the page of the letter.

mod attacker;
mod bound;
mod crowd;

use std::collections::BTreeSet;

use attacker::{Copy, Table, by_algebra, by_marks, by_order, letters_to_tokens};
use bound::{Score, beyond_chance};
use crowd::{Answered, Crowd, Drawer, Held, nothing_held_is_kept, right};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::SliceRandom};
use testkit::{Browser, Engine, TestApp, blind::Blinding, case::Moment};

use crate::tokens::{Post, ask, blinding, present};

/// People of each way of answering, in each campaign.
const PEOPLE: usize = 24;
/// Campaigns that are attacked, each with its own chance.
const RUNS: u64 = 10;

/// Everybody draws in one order and answers in another, of which half are in when the first copy at rest is taken.
fn by_token(crowd: &Crowd<'_>, found: &mut Vec<Score>, rng: &mut StdRng) -> (Vec<Drawer>, Vec<Answered>) {
    let mut order = crowd.post.workers.clone();
    order.shuffle(rng);
    let drawers = crowd.draw(&order, |key, id| Blinding::new(key, id, rng));
    let mut rights: Vec<Held> = drawers.iter().map(|drawer| right(&drawer.token)).collect();
    rights.shuffle(rng);
    let rest = rights.split_off(PEOPLE / 2);
    let mut answered = crowd.answer("workers", Table::Tokens, rights, rng);
    by_order(found, "half-way", &answered, &crowd.copy(Table::Sheets, "workers"));
    answered.extend(crowd.answer("workers", Table::Tokens, rest, rng));
    nothing_held_is_kept(crowd.app, &drawers);
    (drawers, answered)
}

/// One campaign, from its opening to its closing, and all that its attacker tries.
fn attack(app: &TestApp, crowd: &Crowd<'_>, found: &mut Vec<Score>, rng: &mut StdRng) {
    let (drawers, by_token) = by_token(crowd, found, rng);
    let by_code = crowd.answer("technical", Table::Codes, crowd.codes(rng), rng);
    let seen = by_token.iter().chain(&by_code).filter(|one| one.is_seen).count();
    assert_eq!(seen, 2 * PEOPLE, "two copies around an answer show which sheet came with which right");
    let of = |table, group| Copy::at_rest(app, table, &crowd.id, group);
    let (letters, tokens) = (of(Table::Letters, "workers"), of(Table::Tokens, "workers"));
    letters_to_tokens(found, &drawers, &by_token, &letters, &tokens);
    by_algebra(found, &crowd.key, &drawers);
    by_order(found, "tokens", &by_token, &of(Table::Sheets, "workers"));
    by_order(found, "codes", &by_code, &of(Table::Sheets, "technical"));
    by_marks(found, "tokens", &by_token, &tokens, &of(Table::Sheets, "workers"));
    by_marks(found, "codes", &by_code, &of(Table::Codes, "technical"), &of(Table::Sheets, "technical"));
    crowd.post.turn("clore");
    by_order(found, "tokens, closed", &by_token, &of(Table::Sheets, "workers"));
    by_order(found, "codes, closed", &by_code, &of(Table::Sheets, "technical"));
}

#[test]
fn an_attacker_with_everything_links_answers_to_people_no_better_than_chance() {
    for engine in Engine::available() {
        eprintln!("on {engine:?}");
        let (app, cast) = TestApp::at(engine, Moment::Described);
        let player = app.resume(&cast);
        let mut found = Vec::new();
        for seed in 0..RUNS {
            let crowd = Crowd::open(&app, &player, PEOPLE);
            attack(&app, &crowd, &mut found, &mut StdRng::seed_from_u64(seed));
        }
        assert!(found.len() > 70, "{} ways of guessing", found.len());
        let beyond = beyond_chance(&found);
        assert!(beyond.is_empty(), "{engine:?}:\n{}", beyond.join("\n"));
    }
}

/// The real pages, with everything that is logged meanwhile: draws, then answers in another order, by letter and by code.
#[test]
fn what_people_hold_is_in_no_log_no_table_and_no_line_of_the_journal() {
    let log = crate::log::captured();
    for engine in Engine::available() {
        let (app, cast) = TestApp::at(engine, Moment::Described);
        let mut rng = StdRng::seed_from_u64(7);
        let post = Post::open(&app, &app.resume(&cast), 8, 8);
        let before = app.dump();
        let mut tokens: Vec<String> =
            post.workers.iter().map(|email| drawn_by_hand(&app, email, rng.random())).collect();
        tokens.shuffle(&mut rng);
        for token in &tokens {
            send(&app, token, &sheet(&mut rng));
        }
        let page = post.karima.open(&post.campaign).expect("the campaign");
        let printed = post.karima.press(&page, "Faire et imprimer", &[]).expect("the codes");
        let codes: Vec<String> = scenario::answers::printed(&printed)
            .into_iter()
            .map(|printed| printed.code.replace(' ', ""))
            .collect();
        for code in &codes {
            send(&app, code, &sheet(&mut rng));
        }
        changed_only_what_it_must(&before, &app.dump());
        nothing_is_written_down(&log, &app, &post, &tokens);
        for code in &codes {
            assert!(!log.read().contains(code) && app.dump().places_of(code).is_empty(), "a code is kept");
        }
    }
}

fn drawn_by_hand(app: &TestApp, email: &str, seed: u64) -> String {
    let browser = app.browser();
    let page = browser.open(&app.link_sent_to(email).expect("a letter")).expect("the page");
    let blinding = blinding(&page, seed);
    let token = blinding.token(&ask(&browser, &blinding).html());
    assert_eq!(present(&app.browser(), &token).status, 200);
    token
}

/// Thirty answers, as the cookie of a browser holds them.
fn sheet(rng: &mut StdRng) -> String {
    (0..30).map(|_| ['y', 'n', 'd', 'x'][rng.random_range(0..4)]).collect()
}

/// Answers in one sending, as a browser that holds this right and these answers.
fn send(app: &TestApp, right: &str, sheet: &str) {
    let browser = Browser::holding(app.base(), &format!("pass={right}; answers={sheet}")).expect("cookies");
    let thanks = browser.submit("/repondre/envoyer", &[]).expect("an answer");
    assert!(thanks.path.ends_with("/merci"), "{}", thanks.text());
}

/// Neither a line of the journal nor a date anywhere: answering and drawing write to the ballot boxes alone.
fn changed_only_what_it_must(before: &testkit::Dump, after: &testkit::Dump) {
    let may = ["answer_code", "ballot_box"];
    let changed = before.differences(after);
    let tables: BTreeSet<&str> =
        changed.iter().map(|line| line.split(':').next().unwrap_or_default()).collect();
    // Making the codes is an act of a member: it says when, and by whom.
    let others: Vec<&&str> = tables
        .iter()
        .filter(|table| {
            !may.contains(table) && !["campaign", "journal"].contains(table) && !table.starts_with("journal_")
        })
        .collect();
    assert!(others.is_empty(), "{changed:?}");
    for table in may {
        for column in &after.table(table).columns {
            assert!(!column.ends_with("_at") && !column.ends_with("_on"), "{table}.{column} is a moment");
        }
    }
}

/// What people hold is in no log, no table and no line of the journal.
fn nothing_is_written_down(log: &crate::log::Log, app: &TestApp, post: &Post, tokens: &[String]) {
    let (log, journal, dump) = (log.read(), app.journal_file(), app.dump());
    let links = post.workers.iter().map(|email| app.link_sent_to(email).expect("a letter"));
    let secrets = links.map(|link| link.rsplit('/').next().unwrap_or_default().to_owned());
    let bare = tokens.iter().map(|token| token.split('.').nth(1).unwrap_or_default()[..40].to_owned());
    for held in secrets.chain(bare) {
        assert!(!log.contains(&held) && !journal.contains(&held), "a log holds what lets in");
        assert_eq!(dump.places_of(&held), [] as [&str; 0]);
    }
    for email in &post.workers {
        assert!(!log.contains(email) && !journal.contains(email), "{email} is in a log");
        assert_eq!(dump.places_of(email), ["invited_address.email"]);
    }
}

/// The same attacker, where answers are written as they come: this is what the test above would say if order were kept.
#[test]
fn the_same_attacker_names_everybody_where_order_is_kept() {
    for engine in Engine::available() {
        let (app, cast) = TestApp::at(engine, Moment::Described);
        let crowd = Crowd::open(&app, &app.resume(&cast), PEOPLE);
        let came: Vec<String> = (0..PEOPLE).map(|n| format!("{{\"a1\":\"{}\"}}", (n * 7) % PEOPLE)).collect();
        let person = |sheet: &String| Answered { sheet: sheet.clone(), right: String::new(), is_seen: true };
        let people: Vec<Answered> = came.iter().map(person).collect();
        // One line after another as they come, as most would write them.
        let sql = format!(
            "UPDATE ballot_box SET sheets = '{}' WHERE campaign_id = '{}' AND group_party = 'workers'",
            came.join("\n"),
            crowd.id
        );
        app.tamper(sql.leak());
        let mut found = Vec::new();
        by_order(
            &mut found,
            "order kept",
            &people,
            &Copy::at_rest(&app, Table::Sheets, &crowd.id, "workers"),
        );
        assert_eq!(best(&found), PEOPLE, "{engine:?}: the attacker misses what is there to see");
        assert!(!beyond_chance(&found).is_empty(), "{engine:?}: the bound takes certainty for chance");
    }
}

fn best(found: &[Score]) -> usize {
    found.iter().map(|score| score.hits).max().unwrap_or_default()
}

/// The same algebra, on tokens that were asked to be signed as they are: blinding is what hides them, and nothing else.
#[test]
fn the_same_attacker_names_everybody_whose_token_is_not_blinded() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Described);
    let crowd = Crowd::open(&app, &app.resume(&cast), PEOPLE);
    let mut rng = StdRng::seed_from_u64(3);
    let order = crowd.post.workers.clone();
    let drawers = crowd.draw(&order, |key, id| Blinding::transparent(key, id, &mut rng));
    let mut found = Vec::new();
    by_algebra(&mut found, &crowd.key, &drawers);
    let hits: Vec<usize> = found.iter().map(|score| score.hits).collect();
    assert_eq!(hits, [PEOPLE; 3], "{found:?}");
}

/// What the page of the letter and decision 0017 say: the clock is not hidden from whoever watches both acts of everybody.
#[test]
fn whoever_watches_people_who_answer_in_the_order_in_which_they_drew_names_them_by_the_clock() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Described);
    let crowd = Crowd::open(&app, &app.resume(&cast), PEOPLE);
    let mut rng = StdRng::seed_from_u64(4);
    let order = crowd.post.workers.clone();
    let drawers = crowd.draw(&order, |key, id| Blinding::new(key, id, &mut rng));
    let rights = drawers.iter().map(|drawer| right(&drawer.token)).collect();
    let answered = crowd.answer("workers", Table::Tokens, rights, &mut rng);
    let copy = |table| crowd.copy(table, "workers");
    let mut found = Vec::new();
    letters_to_tokens(&mut found, &drawers, &answered, &copy(Table::Letters), &copy(Table::Tokens));
    let by_the_clock: Vec<&Score> = found.iter().filter(|score| score.hits == PEOPLE).collect();
    assert!(
        by_the_clock
            .iter()
            .all(|score| score.name.contains("order of the acts") || score.name.contains("by address"))
    );
    assert!(!by_the_clock.is_empty(), "{found:?}");
}
