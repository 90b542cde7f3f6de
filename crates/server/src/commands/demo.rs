//! `trinome demo`: case 1 as it stood at four moments, played through the application itself before it opens.

use std::{fs, path::PathBuf, sync::Arc};

use anyhow::{Context, Result, ensure};
use clap::Args;
use jiff::{civil::Date, tz::TimeZone};
use platform::{
    Db,
    clock::{HandClock, civil_day},
    config::{DatabaseUrl, MailRoute, Settings},
    limits::LimitSettings,
    mail::{Mailer, Outbox},
    vault::Vault,
};
use scenario::{Player, Script, Stage};

use super::serve::answer;
use crate::{instance, law_files::LawFolder};

const CASE: &str = include_str!("../../../../cases/01-metalworking-sme/scenario.toml");

#[derive(Debug, Clone, Args)]
#[command(
    after_help = "Example:\n  trinome demo\n  trinome demo --data ./demo --seed-only    fills a folder and stops"
)]
pub struct Options {
    /// Where to listen; port 0 takes any free port.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// A folder to fill and keep; otherwise a throw-away one is removed at the end.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Fill the data and stop.
    #[arg(long)]
    pub seed_only: bool,
    #[command(flatten)]
    pub law: LawFolder,
}

pub fn run(options: &Options) -> Result<()> {
    options.law.put_in_force_or_stop()?;
    let throw_away = options.data.is_none();
    let folder = match &options.data {
        Some(folder) => folder.clone(),
        None => std::env::temp_dir().join(format!("trinome-demo-{}", std::process::id())),
    };
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    let done = instance::runtime()?.block_on(show(options, &folder));
    if throw_away {
        fs::remove_dir_all(&folder).with_context(|| format!("{} could not be removed", folder.display()))?;
    }
    done
}

async fn show(options: &Options, folder: &std::path::Path) -> Result<()> {
    let file = folder.join("trinome.sqlite");
    let played = folder.join("played");
    if !played.exists() {
        start_afresh(&file)?;
    }
    let db = Db::open(&DatabaseUrl::Sqlite(file))?;
    let vault = instance::secret(&folder.join("instance.secret")).map(|secret| Vault::new(&secret))?;
    if !played.exists() {
        eprintln!("… le cas est joué jusqu’à quatre moments (quelques secondes) / playing the case");
        seed(&db, &vault).await?;
        fs::write(&played, "")?;
    }
    if options.seed_only {
        return Ok(());
    }
    let listener = instance::listen(&options.listen).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let settings = Settings {
        base_url: address.clone(),
        mail: MailRoute::Console,
        demonstration: true,
        single_sign_on: None,
        privacy_contact: None,
    };
    let clock = Arc::new(platform::clock::SystemClock);
    let platform = instance::platform(db, vault, settings, LimitSettings::default(), clock, Mailer::Console)?;
    println!("Trinôme, démonstration : {address}/demo");
    answer(listener, instance::application(platform)).await
}

/// A case that was cut short is played again from the start, never shown half played. A database that the demonstration
/// did not make is left alone.
fn start_afresh(file: &std::path::Path) -> Result<()> {
    let begun = file.with_file_name("playing");
    ensure!(!file.exists() || begun.exists(), "{} holds data that are not a demonstration's", file.display());
    for end in ["", "-wal", "-shm"] {
        let part = file.with_file_name(format!("trinome.sqlite{end}"));
        if part.exists() {
            fs::remove_file(&part).with_context(|| format!("{} cannot be removed", part.display()))?;
        }
    }
    fs::write(begun, "").context("the folder cannot be written to")
}

/// Plays the case four times, each one moment further, on a port that nobody else knows.
async fn seed(db: &Db, vault: &Vault) -> Result<()> {
    let listener = instance::listen("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?);
    let clock = Arc::new(HandClock::default());
    let outbox = Outbox::default();
    let settings = Settings {
        base_url: base.clone(),
        mail: MailRoute::Console,
        demonstration: true,
        single_sign_on: None,
        privacy_contact: None,
    };
    let mail = Mailer::Outbox(outbox.clone());
    let platform =
        instance::platform(db.clone(), vault.clone(), settings, LimitSettings::off(), clock.clone(), mail)?;
    let serving = tokio::spawn(axum::serve(listener, instance::application(platform)).into_future());
    let theatre = Theatre { base, clock, outbox };
    let played = tokio::task::spawn_blocking(move || theatre.play_moments()).await?;
    serving.abort();
    played
}

struct Theatre {
    base: String,
    clock: Arc<HandClock>,
    outbox: Outbox,
}

impl Theatre {
    fn play_moments(&self) -> Result<()> {
        let script = Script::read(CASE)?;
        let today = civil_day(jiff::Timestamp::now());
        for stages in 1..=script.stages.len() {
            let title = &script.stages[stages - 1].title;
            let day_zero = script.day_zero(stages, today)?;
            Player::new(self, day_zero, &format!(" · {title}")).play(&script, stages)?;
        }
        Ok(())
    }
}

impl Stage for Theatre {
    fn base(&self) -> String {
        self.base.clone()
    }

    fn set_day(&self, day: Date, minutes: i64) {
        let paris = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
        if let Ok(start) = day.at(9, 0, 0, 0).to_zoned(paris) {
            self.clock.set(start.timestamp() + jiff::SignedDuration::from_mins(minutes));
        }
    }

    fn link_sent_to(&self, email: &str) -> Option<String> {
        self.outbox.last_link_to(email)
    }
}
