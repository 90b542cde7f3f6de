//! `trinome serve`: the application on a port.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use anyhow::{Context, Result, anyhow};
use axum::Router;
use clap::Args;
use platform::{
    Platform,
    clock::{SystemClock, civil_day},
    config::{MailRoute, Settings, SingleSignOn},
    limits::LimitSettings,
    mail::Mailer,
    network::Proxies,
};
use tokio::net::TcpListener;

use crate::{
    instance::{self, Data},
    law_files::LawFolder,
};

/// Example: trinome serve --listen 0.0.0.0:8080 --base-url https://trinome.example.org --smtp smtps://user:secret@mail.example.org --mail-from trinome@example.org
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:\n  trinome serve --listen 127.0.0.1:8080 --data ./trinome-data")]
pub struct Options {
    /// Where to listen; port 0 takes any free port.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080", env = "TRINOME_LISTEN")]
    pub listen: String,
    #[command(flatten)]
    pub data: Data,
    #[command(flatten)]
    pub law: LawFolder,
    /// How people reach the instance: links in mails and on paper begin with it.
    #[arg(long, value_name = "URL", env = "TRINOME_BASE_URL")]
    pub base_url: Option<String>,
    /// The mail server, smtp://user:password@host:587 or smtps://…; without it links are printed here.
    #[arg(long, value_name = "URL", env = "TRINOME_SMTP", requires = "mail_from", hide_env_values = true)]
    pub smtp: Option<String>,
    /// The addresses of reverse proxies before this instance, separated by commas: only they are believed on who asks.
    #[arg(long, value_name = "ADDRESSES", env = "TRINOME_PROXIES", default_value = "")]
    pub proxies: String,
    /// Limits nothing: for measuring on one machine.
    #[arg(long, env = "TRINOME_NO_LIMITS", hide = true)]
    pub no_limits: bool,
    /// The sender of mails.
    #[arg(long, value_name = "ADDRESS", env = "TRINOME_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// Sends no reminders of dates and no letter of the week; other letters leave as ever.
    #[arg(long, env = "TRINOME_NO_REMINDERS")]
    pub no_reminders: bool,
    /// Whom to write to about personal data, shown on /confidentialite: a name, an address, the data protection officer.
    #[arg(long, value_name = "TEXT", env = "TRINOME_PRIVACY_CONTACT")]
    pub privacy_contact: Option<String>,
    #[command(flatten)]
    pub provider: Provider,
}

/// A provider that people may sign in with, beside the link by mail.
#[derive(Debug, Clone, Args)]
pub struct Provider {
    /// An OpenID Connect provider to sign in with, by the address from which it is discovered.
    #[arg(long, value_name = "URL", env = "TRINOME_OIDC_ISSUER", requires = "oidc_client")]
    pub oidc_issuer: Option<String>,
    /// The name under which the provider knows this instance.
    #[arg(long, value_name = "ID", env = "TRINOME_OIDC_CLIENT", requires = "oidc_issuer")]
    pub oidc_client: Option<String>,
    /// What people call the provider; its host name otherwise.
    #[arg(
        long,
        value_name = "NAME",
        env = "TRINOME_OIDC_NAME",
        requires = "oidc_issuer",
        default_value = ""
    )]
    pub oidc_name: String,
    /// A file that holds the secret of this instance at the provider; or put it in TRINOME_OIDC_SECRET.
    #[arg(long, value_name = "FILE", env = "TRINOME_OIDC_SECRET_FILE", requires = "oidc_issuer")]
    pub oidc_secret_file: Option<PathBuf>,
}

impl Provider {
    /// The provider, if one is set. Its secret is never taken from the command line, where other accounts read it.
    fn read(&self) -> Result<Option<SingleSignOn>> {
        let (Some(issuer), Some(client)) = (&self.oidc_issuer, &self.oidc_client) else { return Ok(None) };
        let secret = match &self.oidc_secret_file {
            Some(file) => {
                let text = std::fs::read_to_string(file)
                    .with_context(|| format!("the provider's secret {} cannot be read", file.display()))?;
                Some(text)
            }
            None => std::env::var("TRINOME_OIDC_SECRET").ok(),
        };
        let secret = secret.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        SingleSignOn::new(issuer, client, secret, &self.oidc_name).map(Some).map_err(|error| anyhow!(error))
    }
}

/// Blank is as good as absent.
fn contact(options: &Options) -> Option<String> {
    options.privacy_contact.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

impl Options {
    fn limits(&self) -> Result<LimitSettings> {
        let proxies = Proxies::parse(&self.proxies).map_err(|error| anyhow!(error))?;
        let settings = if self.no_limits { LimitSettings::off() } else { LimitSettings::default() };
        Ok(LimitSettings { proxies, ..settings })
    }

    fn mail(&self) -> MailRoute {
        match (&self.smtp, &self.mail_from) {
            (Some(url), Some(from)) => MailRoute::Smtp { url: url.clone(), from: from.clone() },
            _ => MailRoute::Console,
        }
    }
}

pub fn run(options: &Options) -> Result<()> {
    options.law.put_in_force_or_stop()?;
    instance::runtime()?.block_on(async {
        let db = options.data.open()?;
        let listener = instance::listen(&options.listen).await?;
        let address = format!("http://{}", listener.local_addr()?);
        let base_url = options.base_url.clone().unwrap_or_else(|| address.clone());
        let mail = options.mail();
        let settings = Settings {
            base_url: base_url.trim_end_matches('/').to_owned(),
            mail: mail.clone(),
            demonstration: false,
            single_sign_on: options.provider.read()?,
            privacy_contact: contact(options),
        };
        let mailer = Mailer::new(&mail).map_err(|error| anyhow!(error))?;
        let platform = instance::platform(
            db,
            options.data.vault()?,
            settings,
            options.limits()?,
            Arc::new(SystemClock),
            mailer,
        )?;
        tokio::spawn(keep_no_longer(platform.clone()));
        // Without a mail server no reminder leaves: nothing is said to be told that nobody read.
        if options.smtp.is_some() && !options.no_reminders {
            tokio::spawn(remind(platform.clone()));
        }
        if platform.settings.is_in_clear() {
            tracing::warn!(
                "people reach this instance without TLS: give an https:// --base-url, and a proxy before it"
            );
        }
        println!("Trinôme : {address}");
        answer(listener, instance::application(platform)).await
    })
}

/// Removes what has been kept long enough: now, then every day.
async fn keep_no_longer(platform: Platform) {
    let mut day = tokio::time::interval(std::time::Duration::from_secs(24 * 60 * 60));
    loop {
        day.tick().await;
        if let Err(error) = app::purge(&platform).await {
            tracing::error!(%error, "what has been kept long enough could not be removed");
        }
    }
}

/// Writes to whoever is to be reminded: now, then every quarter of an hour until nothing is left to do today.
async fn remind(platform: Platform) {
    let mut quarter = tokio::time::interval(std::time::Duration::from_secs(15 * 60));
    let mut over_on = None;
    loop {
        quarter.tick().await;
        let today = civil_day(platform.now());
        if over_on == Some(today) {
            continue;
        }
        match app::remind(&platform).await {
            Ok(Some(round)) if round.is_over() => over_on = Some(today),
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "reminders could not be written"),
        }
    }
}

/// Answers until asked to stop; requests under way are finished.
pub async fn answer(listener: TcpListener, application: Router) -> Result<()> {
    let service = application.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await?;
    Ok(())
}

async fn asked_to_stop() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
