//! What was acknowledged is kept, whatever happens to the process the moment after.
//!
//! The instance runs in a process of its own: this same test binary, started again for one test that serves. It is killed
//! without warning (SIGKILL) while people write, again and again; each time, all that was acknowledged must be there.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use scenario::answers;
use testkit::{Browser, Engine, TestApp, case::Moment, serve_until_killed};

use crate::anonymity::lines;

/// Names the folder in which the started process serves; absent in every ordinary run.
const FOLDER: &str = "TRINOME_TEST_SERVES";
const ROUNDS: u64 = 6;

/// Not a test by itself: what the started process runs.
#[test]
fn serves_for_the_test_that_kills_it() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        serve_until_killed(Path::new(&folder));
    }
}

/// A process that serves a folder, killed when this goes: no farewell, no flush.
struct Served {
    child: Child,
    base: String,
}

impl Served {
    fn start(folder: &Path) -> Self {
        let address = folder.join("address");
        let _ = std::fs::remove_file(&address);
        let child = Command::new(std::env::current_exe().expect("this program has a path"))
            .args(["--exact", "durability::serves_for_the_test_that_kills_it", "--nocapture"])
            .env(FOLDER, folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the process starts");
        let mut served = Self { child, base: String::new() };
        let start = Instant::now();
        while served.base.is_empty() {
            assert!(start.elapsed() < Duration::from_secs(60), "the process does not serve");
            thread::sleep(Duration::from_millis(10));
            let written = std::fs::read_to_string(&address).unwrap_or_default();
            // A line without its end is still being written.
            served.base = written.strip_suffix('\n').unwrap_or_default().to_owned();
        }
        served
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let killed = self.child.kill().and_then(|()| self.child.wait());
        if let Err(error) = killed {
            eprintln!("a process is left behind: {error}");
        }
    }
}

#[test]
fn findings_that_were_acknowledged_survive_a_process_killed_while_they_are_written() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Open);
    let (form, people) = {
        let player = app.resume(&cast);
        let form = format!("{}/constats/nouveau", player.saved("project").expect("saved"));
        (form, ["cse", "technique", "animatrice"].map(|who| player.browser(who).expect("there").facing("")))
    };
    let folder = app.leave();
    let mut acknowledged: Vec<String> = Vec::new();
    for round in 0..ROUNDS {
        let served = Served::start(folder.path());
        let stop = AtomicBool::new(false);
        acknowledged.extend(thread::scope(|scope| {
            let writing: Vec<_> = people
                .iter()
                .enumerate()
                .map(|(n, person)| {
                    let (person, form, stop) = (person.facing(&served.base), &form, &stop);
                    scope.spawn(move || write_until(&person, form, &format!("tour {round}, main {n}"), stop))
                })
                .collect();
            thread::sleep(Duration::from_millis(150 + 137 * (rand_like(round) % 7)));
            drop(served);
            stop.store(true, Ordering::Relaxed);
            writing.into_iter().flat_map(|hand| hand.join().expect("no panic")).collect::<Vec<_>>()
        }));
    }
    assert!(acknowledged.len() > 20, "only {} were written: the test proves nothing", acknowledged.len());
    let again = TestApp::on_folder(folder);
    let kept = again.dump().table("finding").column("words");
    let lost: Vec<&String> = acknowledged.iter().filter(|words| !kept.contains(words)).collect();
    assert!(
        lost.is_empty(),
        "{} of {} acknowledged findings are lost: {lost:?}",
        lost.len(),
        acknowledged.len()
    );
    let journal = again.journal_file();
    assert!(journal::verify(journal.as_bytes()).is_ok(), "the journal is no longer sound");
    let lines = journal.matches("\"finding_recorded\"").count();
    assert_eq!(lines, kept.len(), "a finding without its line in the journal, or a line without its finding");
}

/// Different from round to round, the same from run to run: a failure can be met again.
fn rand_like(round: u64) -> u64 {
    round.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) >> 33
}

/// Writes findings one after the other until the process is gone; gives those it acknowledged.
fn write_until(person: &Browser, form: &str, mark: &str, stop: &AtomicBool) -> Vec<String> {
    let mut acknowledged = Vec::new();
    let Ok(page) = person.open(form) else { return acknowledged };
    let Ok(form) = page.form_with_button("Écrire le constat") else { return acknowledged };
    for n in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let words = format!("{mark}, constat {n}.");
        let fill = [("text", words.as_str()), ("kind", "question"), ("space", "CSE"), ("id", "")];
        let fill: Vec<_> =
            fill.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let Ok(filled) = form.filled(&fill) else { break };
        match person.send(&page.path, &filled) {
            Ok(answer) if answer.is_redirect() => acknowledged.push(words),
            Ok(answer) => panic!("{}: {}", answer.status, answer.text()),
            Err(_) => break,
        }
    }
    acknowledged
}

#[test]
fn answers_for_which_somebody_was_thanked_survive_as_well_and_their_codes_stay_used() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Open);
    let codes: Vec<String> = {
        let player = app.resume(&cast);
        player
            .codes("codes")
            .iter()
            .filter(|code| code.group == "workers")
            .skip(8)
            .map(|code| code.code.clone())
            .collect()
    };
    let before = lines(&app.dump(), "sheets").len();
    let folder = app.leave();
    let mut thanked = Vec::new();
    for (round, codes) in codes.chunks(6).enumerate() {
        let served = Served::start(folder.path());
        let base = served.base.clone();
        thanked.extend(thread::scope(|scope| {
            let base = &base;
            let answering: Vec<_> = codes
                .iter()
                .map(|code| {
                    scope.spawn(move || {
                        answers::answer(&Browser::new(base), code, ODD).ok().map(|()| code.clone())
                    })
                })
                .collect();
            thread::sleep(Duration::from_millis(400 + 300 * (rand_like(round as u64) % 5)));
            drop(served);
            answering.into_iter().filter_map(|hand| hand.join().expect("no panic")).collect::<Vec<_>>()
        }));
    }
    let again = TestApp::on_folder(folder);
    let dump = again.dump();
    let kept = lines(&dump, "sheets").len();
    assert!(
        kept >= before + thanked.len(),
        "{} were thanked, {} sheets are there",
        thanked.len(),
        kept - before
    );
    let used = lines(&dump, "used_codes").len();
    assert_eq!(used, kept, "a sheet without its used code, or a used code without its sheet");
    for code in thanked {
        let door = again.browser().open(&format!("/r/{}", code.replace(' ', ""))).expect("an answer");
        assert_eq!(door.status, 410, "a code that answered can answer again");
    }
}

/// Thirty answers.
const ODD: &str = "ononononononononononononononon";
