//! An instance: where its data is, and the platform that runs on it.

use std::{
    fs,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result, anyhow};
use axum::Router;
use clap::Args;
use platform::{
    Db, Platform,
    chance::{Chance, SystemChance},
    clock::Clock,
    config::{DatabaseUrl, Settings},
    limits::{LimitSettings, Limits},
    mail::Mailer,
    vault::{SECRET_LEN, Vault},
};
use tokio::net::TcpListener;

/// Where the data is.
#[derive(Debug, Clone, Args)]
pub struct Data {
    /// The folder of the embedded database, created when absent.
    #[arg(long, value_name = "DIR", default_value = "trinome-data", env = "TRINOME_DATA")]
    pub data: PathBuf,
    /// A PostgreSQL address to use instead: postgres://user:password@host/name.
    #[arg(long, value_name = "URL", env = "TRINOME_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// The file of the instance's secret, 32 bytes, created when absent: by default instance.secret in the data folder.
    /// Several nodes on one database share one, and it is not kept where the database is kept.
    #[arg(long, value_name = "FILE", env = "TRINOME_SECRET_FILE")]
    pub secret_file: Option<PathBuf>,
}

impl Data {
    /// Opens the database, creating the folder where it is to be.
    pub fn open(&self) -> Result<Db> {
        let url = match &self.database {
            Some(url) => DatabaseUrl::parse(url).map_err(|error| anyhow!(error))?,
            None => {
                private_folder(&self.data)?;
                DatabaseUrl::Sqlite(self.data.join("trinome.sqlite"))
            }
        };
        Db::open(&url).context("is another instance using these data, or is the address wrong?")
    }

    /// The secret of the instance, outside the database.
    pub fn vault(&self) -> Result<Vault> {
        let file = match &self.secret_file {
            Some(file) => file.clone(),
            None => {
                private_folder(&self.data)?;
                self.data.join("instance.secret")
            }
        };
        secret(&file).map(|secret| Vault::new(&secret))
    }

    /// Opens a database that must be there already: a mistyped folder is not a new, empty instance.
    pub fn open_existing(&self) -> Result<Db> {
        let file = self.data.join("trinome.sqlite");
        if self.database.is_none() && !file.is_file() {
            return Err(anyhow!(
                "no data in {}; give the folder of an instance with --data DIR",
                self.data.display()
            ));
        }
        self.open()
    }
}

/// Reads the secret of an instance, or makes one for this account alone.
pub fn secret(file: &Path) -> Result<[u8; SECRET_LEN]> {
    let advice = || format!("{} must hold the {SECRET_LEN} bytes of the instance's secret", file.display());
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    match options.open(file) {
        Ok(mut new) => {
            let mut secret = [0_u8; SECRET_LEN];
            SystemChance.fill(&mut secret);
            new.write_all(&secret).and_then(|()| new.sync_all()).with_context(advice)?;
            Ok(secret)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let read = fs::read(file).with_context(advice)?;
            <[u8; SECRET_LEN]>::try_from(read.as_slice()).with_context(advice)
        }
        Err(error) => Err(error).with_context(advice),
    }
}

/// Only the account that runs the program reads the data.
fn private_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("the data folder {} cannot be created", folder.display()))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).with_context(|| {
            format!("the data folder {} is not ours to close to others", folder.display())
        })?;
    }
    Ok(())
}

/// The platform on this database.
pub fn platform(
    db: Db,
    vault: Vault,
    settings: Settings,
    limits: LimitSettings,
    clock: Arc<dyn Clock>,
    mail: Mailer,
) -> Result<Platform> {
    Ok(Platform {
        limits: Arc::new(Limits::new(limits, &SystemChance)),
        db,
        clock,
        chance: Arc::new(SystemChance),
        texts: Arc::new(app::words().map_err(|error| anyhow!(error))?),
        mail,
        settings: Arc::new(settings),
        vault,
    })
}

/// The application, with the typesetter that only this program links.
pub fn application(platform: Platform) -> Router {
    app::router(platform, |json| report::render(json).map_err(|error| error.to_string()))
}

/// Listens, with advice where that cannot be.
pub async fn listen(address: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| {
        format!("cannot listen on {address}; is it taken? try --listen 127.0.0.1:0 for any free port")
    })
}

/// A runtime that fits two cores and a database that works on threads of its own.
pub fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}
