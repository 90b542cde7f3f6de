//! The program: one binary that serves, shows, exports, verifies and checks.
//!
//! To add a command: a file under `commands/`, a line in [`Command`], an example in its help, and a line in the README.

mod commands;
mod instance;
mod law_files;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use commands::{demo, export, journal, law, method, obligations, serve, sessions};

/// The open-source platform for technological social dialogue.
#[derive(Parser)]
#[command(
    name = "trinome",
    version,
    about = "The open-source platform for technological social dialogue",
    after_help = "Example:\n  trinome            serves on http://127.0.0.1:8080, data in ./trinome-data\n  trinome demo       the same, on a throw-away folder filled with a real case"
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Without a subcommand: the same options as `serve`.
    #[command(flatten)]
    serve: serve::Options,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the application (what happens without a subcommand).
    Serve(Box<serve::Options>),
    /// Serves a demonstration: a real case at four moments, on a throw-away folder.
    Demo(demo::Options),
    /// Exports or verifies the journal.
    #[command(subcommand)]
    Journal(journal::Command),
    /// Writes the dossier of a project to standard output or a file.
    Export(export::Options),
    /// Evaluates the obligations of a case described in a file.
    Obligations(obligations::Options),
    /// Checks, writes, shows, packs and compares method packs.
    #[command(subcommand)]
    Method(method::Command),
    /// Checks the rule base.
    #[command(subcommand)]
    Law(law::Command),
    /// Closes sessions: those of one person, or everybody's.
    Sessions(sessions::Options),
}

fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_env("TRINOME_LOG").unwrap_or_else(|_| "warn".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let cli = Cli::parse();
    let done = match cli.command.unwrap_or_else(|| Command::Serve(Box::new(cli.serve))) {
        Command::Serve(options) => serve::run(&options),
        Command::Demo(options) => demo::run(&options),
        Command::Journal(command) => journal::run(&command),
        Command::Export(options) => export::run(&options),
        Command::Obligations(options) => return obligations::run(&options),
        Command::Method(command) => method::run(&command),
        Command::Sessions(options) => sessions::run(&options),
        Command::Law(command) => law::run(&command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads our output may have seen enough (`| head`): that is no failure.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("trinome: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
