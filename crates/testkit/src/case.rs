//! Case 1, played up to one of its moments: what most tests start from.

use std::{
    collections::BTreeMap,
    fs,
    mem::ManuallyDrop,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use scenario::{Cast, Player, Script};

use crate::{
    app::TestApp,
    database::{Database, Engine},
    source,
};

/// A metalworking SME where an AI estimates production times.
const CASE_1: &str = "cases/01-metalworking-sme/scenario.toml";

/// The moments of case 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// The project is described, its obligations are known, the parties are invited.
    Described = 1,
    /// The consultation and the campaign are open; the codes are printed.
    Open = 2,
    /// The campaign is closed, findings are recorded and answered.
    Answered = 3,
    /// Clauses are adopted, commitments are followed.
    Committed = 4,
}

/// Case 1 as it is written, read from the disk: a sentence changed in it rebuilds nothing.
pub fn script() -> Script {
    let text = fs::read_to_string(source::root().join(CASE_1)).expect("the case is where it was");
    Script::read(&text).unwrap_or_else(|error| panic!("{CASE_1}: {error:#}"))
}

impl TestApp {
    /// An instance on which case 1 has come to a moment, on this instance's day, and how its people left it.
    ///
    /// The case is played once a process, engine and moment; every test gets a copy of what it wrote.
    pub fn at(engine: Engine, moment: Moment) -> (Self, Cast) {
        Self::kept(engine, moment, Self::on_copy)
    }

    /// The same, on an instance that is reached by a name.
    pub fn named_at(engine: Engine, moment: Moment) -> Self {
        Self::kept(engine, moment, Self::on_named_copy).0
    }

    fn kept(engine: Engine, moment: Moment, on_copy: fn(Database, Engine) -> Self) -> (Self, Cast) {
        static KEPT: Mutex<Shelf> = Mutex::new(Shelf::new());
        let mut shelf = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = Arc::clone(shelf.entry((engine, moment)).or_default());
        // Others may go on to other moments while this one is played.
        drop(shelf);
        match kept.get_or_init(|| Kept::play(engine, moment)) {
            Kept::Played { database, cast } => (on_copy(database.copy(), engine), cast.clone()),
            Kept::Failed(reason) => panic!("case 1 does not play: {reason}"),
        }
    }

    /// The people of a play that came to this instance with its database.
    pub fn resume(&self, cast: &Cast) -> Player<'_, Self> {
        Player::resume(self, cast).expect("an address of ours is an address")
    }

    /// Case 1 once more, on this instance, for an organisation whose name ends so. The clock is left where it was.
    pub fn play(&self, moment: Moment, suffix: &str) -> anyhow::Result<Player<'_, Self>> {
        let (today, now) = (self.today(), self.now());
        let script = script();
        let mut player = Player::new(self, script.day_zero(moment as usize, today)?, suffix);
        let played = player.play(&script, moment as usize);
        self.put_clock_at(now);
        played.map(|()| player)
    }
}

/// Runs a test on every engine there is, on an instance where case 1 has come to a moment.
pub fn for_each_engine_at(moment: Moment, test: impl Fn(&TestApp, &Player<'_, TestApp>)) {
    for engine in Engine::available() {
        eprintln!("on {engine:?}");
        let (app, cast) = TestApp::at(engine, moment);
        test(&app, &app.resume(&cast));
    }
}

/// The plays of this process, each played when it is first asked for.
type Shelf = BTreeMap<(Engine, Moment), Arc<OnceLock<Kept>>>;

/// What is kept of a play.
enum Kept {
    Played { database: ManuallyDrop<Database>, cast: Cast },
    Failed(String),
}

impl Kept {
    fn play(engine: Engine, moment: Moment) -> Self {
        let app = TestApp::on_template(engine);
        let cast = match app.play(moment, "") {
            Ok(player) => player.cast(),
            Err(error) => return Self::Failed(format!("{error:#}")),
        };
        Self::Played { database: app.leave_template(), cast }
    }
}
