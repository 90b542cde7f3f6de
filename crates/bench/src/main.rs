//! Measures a release build of the program as its users meet it: start, memory, the thread page, a saved answer.
//!
//! `cargo run --release -p bench -- target/release/trinome [postgres://…]` prints a table for `docs/benchmarks.md`. Client and
//! server share the machine's cores: read the figures as a floor, and compare only those of one run.

mod line;
mod load;
mod server;

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use scenario::{Browser, answers::printed};

use crate::{
    load::{Figures, Request},
    server::Server,
};

/// Connections that ask at once.
const CONNECTIONS: usize = 16;
/// How long each page is asked for.
const LASTS: Duration = Duration::from_secs(8);
/// Answers posted.
const ANSWERS: usize = 1500;

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let program =
        args.next().context("bench PROGRAM [postgres://…]: the path of a release build of trinome")?;
    println!("cores: {}", std::thread::available_parallelism()?);
    measure(&program, "SQLite", None)?;
    if let Some(url) = args.next() {
        measure(&program, "PostgreSQL", Some(&url))?;
    }
    Ok(())
}

fn measure(program: &str, name: &str, database: Option<&str>) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("trinome-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    println!("\n{name}");
    let cold = Server::start(program, &folder, database)?;
    println!("  ready, new database: {:.0} ms", cold.ready_in.as_secs_f64() * 1e3);
    drop(cold);
    let server = Server::start(program, &folder, database)?;
    println!("  ready, existing database: {:.0} ms", server.ready_in.as_secs_f64() * 1e3);
    std::thread::sleep(Duration::from_secs(1));
    println!("  resident when idle: {:.0} MB", server.resident_mb()?);
    pages(&server)?;
    if database.is_none() {
        living_thread(program)?;
    }
    println!("  resident after the load: {:.0} MB", server.resident_mb()?);
    drop(server);
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

fn pages(server: &Server) -> Result<()> {
    let set = server::describe_project(server)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let front = Request::get("/", "");
    report("front page", &runtime.block_on(load::repeat(&server.address, &front, CONNECTIONS, LASTS / 2))?);
    let thread = Request::get(&set.thread, &set.session);
    report("thread page", &runtime.block_on(load::repeat(&server.address, &thread, CONNECTIONS, LASTS))?);
    let one = runtime.block_on(load::repeat(&server.address, &thread, 1, LASTS / 2))?;
    report("thread page, one reader", &one);
    let start = Request::get("/repondre/debut", &format!("pass={}", set.codes[0]));
    report(
        "start of a questionnaire, one reader",
        &runtime.block_on(load::repeat(&server.address, &start, 1, LASTS / 2))?,
    );
    let answers: Vec<Request> =
        set.codes.iter().take(ANSWERS).map(|code| server::answer_with(code)).collect();
    let (few, many) = answers.split_at(answers.len() / 3);
    report("answer saved, one at a time", &runtime.block_on(load::each(&server.address, few, 1))?);
    report("answer saved, 16 at once", &runtime.block_on(load::each(&server.address, many, CONNECTIONS))?);
    line::measure(server, &set)
}

/// The thread at its fullest: the last moment of the demonstration, with its results, findings, text and follow-up.
fn living_thread(program: &str) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("trinome-bench-demo-{}", std::process::id()));
    let filled =
        std::process::Command::new(program).args(["demo", "--seed-only", "--data"]).arg(&folder).status()?;
    anyhow::ensure!(filled.success(), "the demonstration could not be filled");
    let server = Server::start(program, &folder, None)?;
    let (path, session) = server::last_moment(&server)?;
    let thread = Request::get(&path, &session);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    report(
        "thread page, last moment",
        &runtime.block_on(load::repeat(&server.address, &thread, CONNECTIONS, LASTS))?,
    );
    let one = runtime.block_on(load::repeat(&server.address, &thread, 1, LASTS / 2))?;
    report("thread page, last moment, one reader", &one);
    drop(server);
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

fn report(what: &str, figures: &Figures) {
    println!(
        "  {what}: {:.0} a second, p50 {:.2} ms, p99 {:.2} ms, {} requests, {} refused",
        figures.per_second(),
        figures.percentile(50.0),
        figures.percentile(99.0),
        figures.count(),
        figures.refused
    );
}

/// The codes of a printed sheet, without their hyphens.
fn codes_on(page: &scenario::View) -> Vec<String> {
    printed(page).into_iter().map(|printed| printed.code).collect()
}

/// Waits until a page answers.
fn wait_for(address: &str) -> Result<Duration> {
    let begun = Instant::now();
    let browser = Browser::new(address);
    loop {
        if browser.open("/sante").is_ok_and(|view| view.status == 204) {
            return Ok(begun.elapsed());
        }
        anyhow::ensure!(begun.elapsed() < Duration::from_secs(20), "the server does not answer");
        std::thread::sleep(Duration::from_millis(2));
    }
}
