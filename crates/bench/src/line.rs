//! What a line of management costs: the thread page with one of two thousand pairs and without, and a file far too long.

use std::time::Instant;

use anyhow::{Result, ensure};

use crate::{
    LASTS,
    load::{self, Request},
    report,
    server::{Server, Set},
};

/// Pairs of the line: a tree of six under each.
const PAIRS: usize = 2000;
/// Members who stand in it, invited as workers.
const MEMBERS: usize = 50;
/// Lines of the file that is refused.
const TOO_MANY: usize = 1_000_000;

pub fn measure(server: &Server, set: &Set) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let thread = Request::get(&set.thread, &set.session);
    for number in 0..MEMBERS {
        let email = address(number);
        let fields = [("party", "workers"), ("name", "Personne"), ("email", &email), ("locale", "fr")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        set.council.send(&format!("{}/personnes", set.organisation), &fields)?;
    }
    let one = || runtime.block_on(load::repeat(&server.address, &thread, 1, LASTS / 2));
    report("thread page, fifty more members and no line, one reader", &one()?);
    let pairs: String =
        (1..=PAIRS).map(|number| format!("{};{}\n", address(number), address((number - 1) / 6))).collect();
    let begun = Instant::now();
    for key in [&set.council, &set.management] {
        let told = key.upload(&format!("{}/hierarchie/fichier", set.organisation), pairs.as_bytes())?;
        ensure!(told.is_redirect(), "the line was refused: {}", told.text());
    }
    println!("  a line of {PAIRS} pairs told in {:.0} ms", begun.elapsed().as_secs_f64() * 1e3);
    report("thread page, a line of 2,000 pairs, one reader", &one()?);
    too_long(server, set)
}

fn address(number: usize) -> String {
    format!("personne{number}@bench.example")
}

fn too_long(server: &Server, set: &Set) -> Result<()> {
    let file = "personne@bench.example;superieur@bench.example\n".repeat(TOO_MANY);
    let before = server.peak_mb()?;
    let begun = Instant::now();
    let refused = set.council.upload(&format!("{}/hierarchie/fichier", set.organisation), file.as_bytes())?;
    ensure!(refused.status == 422, "a file too long is answered {}", refused.status);
    println!(
        "  a file of a million lines ({:.0} MB) refused in {:.0} ms; peak memory {before:.0} MB before, {:.0} MB after",
        file.len() as f64 / 1e6,
        begun.elapsed().as_secs_f64() * 1e3,
        server.peak_mb()?
    );
    Ok(())
}
