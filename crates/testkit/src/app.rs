//! One running instance for one test.

use std::{
    collections::BTreeMap,
    mem::ManuallyDrop,
    net::SocketAddr,
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};
use journal::Reader;
use platform::{
    Db, DbError, Platform, Tx,
    chance::SystemChance,
    clock::{HandClock, civil_day},
    config::{DatabaseUrl, MailRoute, Settings},
    limits::{LimitSettings, Limits},
    mail::{Letter, Mailer, Outbox},
    vault::{SECRET_LEN, Vault},
};
use scenario::{Browser, Stage};
use tokio::{net::TcpListener, runtime::Runtime};

use crate::{
    database::{Database, Engine},
    dump::Dump,
};

/// The day on which every test begins: a Sunday in November, far from a change of hour.
const TODAY: Date = jiff::civil::date(2026, 11, 22);

/// Where people reach an instance whose proxy ends TLS.
pub const TLS: &str = "https://trinome.example";

/// How people reach an instance.
#[derive(Debug, Clone, Copy)]
enum Reached {
    /// By its number, as most tests do.
    ByNumber,
    /// By a name: browsers give passkeys to no bare number.
    ByName,
    /// Through a proxy that ends TLS; tests speak to the instance itself.
    OverTls,
}

/// A running instance with a database of its own. A plain test owns it: the runtime is inside.
pub struct TestApp {
    serving: Serving,
    platform: Platform,
    clock: Arc<HandClock>,
    outbox: Outbox,
    database: Database,
    engine: Engine,
    /// Where the instance answers, without a final slash.
    address: String,
}

/// Runs a test on every engine there is, naming the one on which it fails.
pub fn for_each_engine(test: impl Fn(&TestApp)) {
    for engine in Engine::available() {
        eprintln!("on {engine:?}");
        test(&TestApp::on(engine));
    }
}

/// Checks that it is given the JSON of a document and gives it back: see the root of this crate.
pub fn typeset(json: &str) -> Result<Vec<u8>, String> {
    let document: serde_json::Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    match document.get("sections").and_then(serde_json::Value::as_array) {
        Some(sections) if !sections.is_empty() => Ok(json.as_bytes().to_vec()),
        _ => Err("a document has sections".to_owned()),
    }
}

impl TestApp {
    /// A fresh instance, at nine in the morning of 22 November 2026, that keeps its letters.
    pub fn on(engine: Engine) -> Self {
        let outbox = Outbox::default();
        Self::start(engine, Mailer::Outbox(outbox.clone()), outbox, false)
    }

    /// A fresh instance that sends its letters to a mail server.
    pub fn mailing(engine: Engine, url: &str, from: &str) -> Self {
        let route = MailRoute::Smtp { url: url.to_owned(), from: from.to_owned() };
        Self::start(engine, Mailer::new(&route).expect("a mail address"), Outbox::default(), false)
    }

    /// A fresh instance with the demonstration's door.
    pub fn demonstrating(engine: Engine) -> Self {
        let outbox = Outbox::default();
        Self::start(engine, Mailer::Outbox(outbox.clone()), outbox, true)
    }

    /// An instance on a folder that another one left, on the day on which tests begin.
    pub fn on_folder(folder: Folder) -> Self {
        Self::on_copy(folder.0, Engine::Sqlite)
    }

    /// The same, with a mail server.
    pub fn on_folder_mailing(folder: Folder, url: &str, from: &str) -> Self {
        let route = MailRoute::Smtp { url: url.to_owned(), from: from.to_owned() };
        let mail = Mailer::new(&route).expect("a mail address");
        Self::start_on(folder.0, Engine::Sqlite, mail, Outbox::default(), false)
    }

    /// The same, where people reach the instance over TLS: a proxy ends it, and its tests speak to the instance itself.
    pub fn over_tls(folder: Folder) -> Self {
        let outbox = Outbox::default();
        let mail = Mailer::Outbox(outbox.clone());
        Self::reached(Reached::OverTls, folder.0, Engine::Sqlite, mail, outbox, false)
    }

    pub(crate) fn on_copy(database: Database, engine: Engine) -> Self {
        let outbox = Outbox::default();
        Self::start_on(database, engine, Mailer::Outbox(outbox.clone()), outbox, false)
    }

    /// The same, reached by a name.
    pub(crate) fn on_named_copy(database: Database, engine: Engine) -> Self {
        let outbox = Outbox::default();
        let mail = Mailer::Outbox(outbox.clone());
        Self::reached(Reached::ByName, database, engine, mail, outbox, false)
    }

    /// An instance whose database will be copied from.
    pub(crate) fn on_template(engine: Engine) -> Self {
        Self::on_copy(ManuallyDrop::into_inner(Database::template(engine)), engine)
    }

    /// Stops serving and leaves the database, which is not dropped with anything.
    pub(crate) fn leave_template(self) -> ManuallyDrop<Database> {
        ManuallyDrop::new(self.close())
    }

    fn start(engine: Engine, mail: Mailer, outbox: Outbox, demonstration: bool) -> Self {
        Self::start_on(Database::fresh(engine), engine, mail, outbox, demonstration)
    }

    fn start_on(
        database: Database,
        engine: Engine,
        mail: Mailer,
        outbox: Outbox,
        demonstration: bool,
    ) -> Self {
        Self::reached(Reached::ByNumber, database, engine, mail, outbox, demonstration)
    }

    fn reached(
        reached: Reached,
        database: Database,
        engine: Engine,
        mail: Mailer,
        outbox: Outbox,
        demonstration: bool,
    ) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime starts");
        let clock = Arc::new(HandClock::at(morning(TODAY, 0)));
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let port = listener.local_addr().expect("a bound address").port();
        let host = if matches!(reached, Reached::ByName) { "localhost" } else { "127.0.0.1" };
        let address = format!("http://{host}:{port}");
        let base_url = if matches!(reached, Reached::OverTls) { TLS.to_owned() } else { address.clone() };
        let platform = platform(&database.url(), base_url, clock.clone(), mail, demonstration);
        let router = app::router(platform.clone(), typeset);
        runtime.spawn(async move {
            axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await
        });
        Self { serving: Serving(Some(runtime)), platform, clock, outbox, database, engine, address }
    }

    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Where the instance answers, without a final slash.
    pub fn base(&self) -> &str {
        &self.address
    }

    /// The civil day at the instance.
    pub fn today(&self) -> Date {
        civil_day(self.platform.now())
    }

    pub fn now(&self) -> Timestamp {
        self.platform.now()
    }

    /// Puts the clock at nine in the morning of the day so many days from the day it shows.
    pub fn pass_days(&self, days: i64) {
        let day = self.today().checked_add(days.days()).expect("a day of our era");
        self.clock.set(morning(day, 0));
    }

    pub fn pass_minutes(&self, minutes: i64) {
        self.clock.set(self.now() + SignedDuration::from_mins(minutes));
    }

    pub fn put_clock_at(&self, instant: Timestamp) {
        self.clock.set(instant);
    }

    /// Limits how often something may be asked, which tests are spared otherwise.
    pub fn limit(&self, settings: LimitSettings) {
        self.platform.limits.set(settings);
    }

    /// A browser of somebody new, who reads French.
    pub fn browser(&self) -> Browser {
        Browser::new(self.base())
    }

    /// A member, signed in by the one-time link that the sign-in page sends.
    pub fn sign_in(&self, email: &str) -> Browser {
        let browser = self.browser();
        let page = browser.open("/connexion").expect("the sign-in page");
        let sent = browser
            .press(&page, "Recevoir un lien", &[("email".into(), email.into())])
            .expect("a link is asked for");
        assert_eq!(sent.status, 200, "{}", sent.text());
        let link = self.link_sent_to(email).unwrap_or_else(|| panic!("no link was sent to {email}"));
        let door = browser.open(&link).expect("the link opens");
        let inside = browser.press(&door, "Entrer", &[]).expect("the link lets in");
        assert!(
            inside.status == 200 && (inside.path.starts_with("/structures/") || inside.path == "/places"),
            "{} {}",
            inside.path,
            inside.text()
        );
        browser
    }

    /// The same person, coming in once more in the same browser.
    pub fn sign_in_again(&self, browser: &Browser, email: &str) {
        browser.send("/connexion", &[("email".into(), email.into())]).expect("a link is asked for");
        let link = self.link_sent_to(email).unwrap_or_else(|| panic!("no link was sent to {email}"));
        assert!(browser.send(&link, &[]).expect("the link lets in").is_redirect());
    }

    /// The address of its database.
    pub fn database_url(&self) -> DatabaseUrl {
        self.database.url()
    }

    pub fn link_sent_to(&self, email: &str) -> Option<String> {
        self.outbox.last_link_to(email)
    }

    /// Every letter that was sent, oldest first: what whoever reads the mail has.
    pub fn letters(&self) -> Vec<Letter> {
        self.outbox.letters()
    }

    /// What pages are given: chance, identifiers, the clock.
    pub const fn platform(&self) -> &Platform {
        &self.platform
    }

    /// Calls the store of a slice as its pages do, for tests that need hundreds of people.
    pub fn by_store<T, F>(&self, work: F) -> T
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, DbError> + Send + 'static,
        T: Send + 'static,
    {
        self.runtime().block_on(self.platform.db.write(work)).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The database itself, with every right: what the operator of the instance has.
    pub fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        self.runtime().block_on(self.platform.db.read(work))
    }

    /// Whether the database refuses this, whoever asks.
    pub fn refuses(&self, sql: &'static str) -> bool {
        let done = self.runtime().block_on(self.platform.db.write(move |tx| tx.execute(sql, &[])));
        done.map_err(|_: DbError| ()).is_err()
    }

    /// Changes the database behind the application's back, for one identifier.
    pub fn tamper_with(&self, sql: &'static str, id: &str) -> u64 {
        let id = id.to_owned();
        let work = move |tx: &mut Tx<'_>| tx.execute(sql, &[id.as_str().into()]);
        let changed = self.runtime().block_on(self.platform.db.write(work));
        changed.unwrap_or_else(|error: DbError| panic!("{sql}: {error}"))
    }

    /// Changes the database behind the application's back.
    pub fn tamper(&self, sql: &'static str) -> u64 {
        let changed = self.runtime().block_on(self.platform.db.write(move |tx| tx.execute(sql, &[])));
        changed.unwrap_or_else(|error: DbError| panic!("{sql}: {error}"))
    }

    /// Every row of every table, as text.
    pub fn dump(&self) -> Dump {
        let engine = self.engine;
        self.read(move |tx| Dump::read(tx, engine)).expect("every table can be read")
    }

    /// The bytes that an embedded database keeps on disk, deleted rows and write-ahead log included.
    pub fn bytes_on_disk(&self) -> Option<Vec<u8>> {
        let folder: &Path = self.database.folder()?;
        let files = std::fs::read_dir(folder).expect("the database has a folder");
        Some(files.flat_map(|file| std::fs::read(file.expect("a file").path()).unwrap_or_default()).collect())
    }

    /// The file of an embedded database, and how long its write-ahead log is.
    pub fn files_on_disk(&self) -> Option<(Vec<u8>, u64)> {
        let folder = self.database.folder()?;
        let log = std::fs::metadata(folder.join("trinome.sqlite-wal")).map_or(0, |log| log.len());
        Some((std::fs::read(folder.join("trinome.sqlite")).expect("the database has a file"), log))
    }

    /// What the server does at start and every day: removes what has been kept long enough.
    pub fn purge(&self) {
        self.runtime().block_on(app::purge(&self.platform)).unwrap_or_else(|error| panic!("{error}"));
    }

    /// What the server does every quarter of an hour: how many reminders left and how many did not; nothing by night.
    pub fn remind(&self) -> Option<(usize, usize)> {
        let round = self.runtime().block_on(app::remind(&self.platform));
        round.unwrap_or_else(|error| panic!("{error}")).map(|round| (round.sent, round.failed))
    }

    /// The same, on two nodes at once.
    pub fn remind_on_two_nodes(&self) {
        let nodes = async { tokio::join!(app::remind(&self.platform), app::remind(&self.platform)) };
        let (one, other) = self.runtime().block_on(nodes);
        assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
    }

    /// The whole journal file, as `trinome journal export` writes it.
    pub fn journal_file(&self) -> String {
        self.journal_file_of(Reader::Operator)
    }

    /// The whole journal file, with every opening there is: more than anybody is given.
    pub fn opened_journal_file(&self) -> String {
        self.journal_file_of(Reader::Member { hidden: BTreeMap::new() })
    }

    fn journal_file_of(&self, reader: Reader) -> String {
        self.read(move |tx| {
            let organisations = journal::organisations(tx)?;
            journal::export(tx, &organisations, &reader)
        })
        .unwrap_or_else(|error: DbError| panic!("{error}"))
    }

    /// Stops serving, lets go of an embedded database, and leaves its folder. Panics: on another engine.
    pub fn leave(self) -> Folder {
        let folder = Folder(self.close());
        assert!(folder.0.folder().is_some(), "only an embedded database has a folder to leave");
        folder
    }

    fn close(self) -> Database {
        let Self { serving, platform, database, .. } = self;
        drop(serving);
        drop(platform);
        // The last connection closes on a thread of its own, and takes the write-ahead log with it.
        if let Some(folder) = database.folder() {
            let log = folder.join("trinome.sqlite-wal");
            let start = Instant::now();
            while log.exists() && start.elapsed() < Duration::from_secs(60) {
                thread::sleep(Duration::from_millis(5));
            }
            assert!(!log.exists(), "something still holds the database");
        }
        database
    }

    fn runtime(&self) -> &Runtime {
        self.serving.0.as_ref().expect("the runtime runs until the instance is dropped")
    }
}

/// The folder of an embedded database that nothing serves. Gone with this value.
pub struct Folder(Database);

impl Folder {
    pub fn path(&self) -> &Path {
        self.0.folder().expect("only an embedded database has a folder to leave")
    }
}

/// Serves an embedded database until the process is killed. Where it answers is written to `address` in its folder.
pub fn serve_until_killed(folder: &Path) -> ! {
    let url = DatabaseUrl::Sqlite(folder.join("trinome.sqlite"));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("a bound address"));
        let clock = Arc::new(HandClock::at(morning(TODAY, 0)));
        let platform = platform(&url, base.clone(), clock, Mailer::Console, false);
        std::fs::write(folder.join("address"), format!("{base}\n")).expect("the folder takes a file");
        axum::serve(
            listener,
            app::router(platform, typeset).into_make_service_with_connect_info::<SocketAddr>(),
        )
        .await
        .expect("it serves");
    });
    unreachable!("an instance serves until it is killed")
}

/// The platform of an instance.
fn platform(
    url: &DatabaseUrl,
    base_url: String,
    clock: Arc<HandClock>,
    mail: Mailer,
    demonstration: bool,
) -> Platform {
    Platform {
        db: Db::open(url).expect("the database opens"),
        // Everybody of a test comes from one line, at one instant.
        limits: Arc::new(Limits::new(LimitSettings::roomy(), &SystemChance)),
        clock,
        chance: Arc::new(SystemChance),
        texts: Arc::new(app::words().expect("the words load")),
        mail,
        settings: Arc::new(Settings {
            base_url,
            mail: MailRoute::Console,
            demonstration,
            single_sign_on: None,
            privacy_contact: None,
        }),
        // The same in every test: instances are stopped and started again on one database.
        vault: Vault::new(&[7; SECRET_LEN]),
    }
}

/// The runtime of an instance: it stops before what it serves goes.
struct Serving(Option<Runtime>);

impl Drop for Serving {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_timeout(Duration::from_secs(2));
        }
    }
}

impl Stage for TestApp {
    fn base(&self) -> String {
        Self::base(self).to_owned()
    }

    fn set_day(&self, day: Date, minutes: i64) {
        self.clock.set(morning(day, minutes));
    }

    fn link_sent_to(&self, email: &str) -> Option<String> {
        Self::link_sent_to(self, email)
    }
}

/// Nine o'clock in Paris and some minutes.
fn morning(day: Date, minutes: i64) -> Timestamp {
    let paris = TimeZone::get("Europe/Paris").expect("the time zones are built in");
    let nine = day.at(9, 0, 0, 0).to_zoned(paris).expect("nine in the morning exists");
    nine.timestamp() + SignedDuration::from_mins(minutes)
}
