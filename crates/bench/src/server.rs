//! The program under measure, filled with a project the way people fill it.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use scenario::{Browser, Player, Script, Stage};

use crate::load::Request;

const CASE: &str = include_str!("../../../cases/01-metalworking-sme/scenario.toml");
/// Thirty answers, as a worker's telephone keeps them.
const SHEET: &str = "ynydnynyynxnyyndynynnynydnynyn";

pub struct Server {
    child: Child,
    pub address: String,
    pub ready_in: Duration,
    printed: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub fn start(program: &str, folder: &Path, database: Option<&str>) -> Result<Self> {
        let begun = std::time::Instant::now();
        let mut command = Command::new(program);
        command.args(["serve", "--no-limits", "--listen", "127.0.0.1:0", "--data"]).arg(folder);
        if let Some(url) = database {
            command.args(["--database", url]);
        }
        let mut child =
            command.stdout(Stdio::piped()).spawn().with_context(|| format!("{program} does not start"))?;
        let mut lines = BufReader::new(child.stdout.take().context("no output")?).lines();
        let first = lines.next().context("the program printed nothing")??;
        let address = first.split_whitespace().last().unwrap_or_default().to_owned();
        ensure!(address.starts_with("http://"), "no address in {first:?}");
        crate::wait_for(&address)?;
        let ready_in = begun.elapsed();
        let printed = Arc::new(Mutex::new(Vec::new()));
        let kept = printed.clone();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
        Ok(Self { child, address, ready_in, printed })
    }

    /// Memory that the server holds, in megabytes (Linux).
    pub fn resident_mb(&self) -> Result<f64> {
        self.memory_mb("VmRSS")
    }

    /// The most memory that it ever held, in megabytes (Linux).
    pub fn peak_mb(&self) -> Result<f64> {
        self.memory_mb("VmHWM")
    }

    fn memory_mb(&self, which: &str) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|line| line.starts_with(which)).context("no such figure")?;
        let kilobytes: f64 = line.split_whitespace().nth(1).context("no figure")?.parse()?;
        Ok(kilobytes / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Stage for Server {
    fn base(&self) -> String {
        self.address.clone()
    }

    /// A real clock is not ours to put: the case is played today.
    fn set_day(&self, _: jiff::civil::Date, _: i64) {}

    fn link_sent_to(&self, email: &str) -> Option<String> {
        let wanted = format!("→ {email} ");
        for _ in 0..200 {
            let printed = self.printed.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(line) = printed.iter().rev().find(|line| line.contains(&wanted)) {
                return line.rsplit(' ').next().map(str::to_owned);
            }
            drop(printed);
            thread::sleep(Duration::from_millis(5));
        }
        None
    }
}

/// What the load needs: a page of a living thread, a reader's cookie, codes to answer with.
pub struct Set {
    pub thread: String,
    pub session: String,
    pub codes: Vec<String>,
    pub organisation: String,
    /// A representative, signed in.
    pub council: Browser,
    pub management: Browser,
}

/// Plays the first moment of case 1, then a campaign of 1,500 codes.
pub fn describe_project(server: &Server) -> Result<Set> {
    let script = Script::read(CASE)?;
    // A mark of its own at each run: a PostgreSQL database may hold the run before.
    let mark = format!("-{}", server.child.id());
    let mut player = Player::new(server, today(), &mark);
    player.play(&script, 1)?;
    let project = player.saved("project").context("the case saved no project")?.to_owned();
    let (management, council) =
        (player.browser("direction").context("nobody")?, player.browser("cse").context("nobody")?);
    let form = management.open(&format!("{project}/diagnostics/nouveau"))?;
    let closes = today().saturating_add(jiff::Span::new().days(30)).to_string();
    let fields = [
        ("title", "Mesure"),
        ("closes_on", closes.as_str()),
        ("people-management", "500"),
        ("people-workers", "500"),
        ("people-line_managers", "500"),
    ];
    let fields: Vec<(String, String)> =
        fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    let campaign = management.press(&form, "Proposer cette campagne", &fields)?;
    management.press(&management.open(&campaign.path)?, "Tourner notre clé", &[])?;
    council.press(&council.open(&campaign.path)?, "Tourner notre clé", &[])?;
    let sheet = council.press(&council.open(&campaign.path)?, "Faire et imprimer", &[])?;
    let codes = crate::codes_on(&sheet);
    ensure!(!codes.is_empty(), "no codes on the sheet: {}", sheet.text());
    let organisation = player.saved("organisation").context("the case saved no organisation")?.to_owned();
    let council = Browser::holding(&server.address, &council.cookies())?;
    let (thread, session) = (format!("{project}/fil"), management.cookies());
    let management = Browser::holding(&server.address, &session)?;
    Ok(Set { thread, session, codes, organisation, council, management })
}

/// Signs in to the demonstration's last moment by a one-time link: the address of its thread, and the cookie.
pub fn last_moment(server: &Server) -> Result<(String, String)> {
    let script = Script::read(CASE)?;
    let title = &script.stages.last().context("a case without moments")?.title;
    let player = Player::new(server, today(), &format!(" · {title}"));
    let email = format!("karima.benali@hautes-vosges{}.example", player.saved("mark").context("no mark")?);
    let browser = Browser::new(&server.address);
    let door = browser.open("/connexion")?;
    browser.press(&door, "Recevoir", &[("email".to_owned(), email.clone())])?;
    let link = server.link_sent_to(&email).context("no link was printed")?;
    let home = browser.press(&browser.open(&link)?, "Entrer", &[])?;
    let thread = home.link("Planification").context("no project on the list")?;
    Ok((thread, browser.cookies()))
}

fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

/// The last step of a questionnaire, with every answer given.
pub fn answer_with(code: &str) -> Request {
    Request::post("/repondre/envoyer", &format!("pass={}; answers={SHEET}", code.replace(['-', ' '], "")), "")
}
