//! How fast the law is read: one case, then the yearly flow of a country.
//!
//! `cargo bench -p content --bench country` prints lines for `docs/benchmarks.md`. A fraction of the country may be asked
//! for: `cargo bench -p content --bench country -- 100000`.

use std::{
    collections::BTreeMap,
    hint::black_box,
    num::NonZero,
    thread,
    time::{Duration, Instant},
};

use content::law::{self, CaseFacts, LawPack};
use jiff::civil::{Date, date};
use rules::{Kind, Value, Vocabulary};

/// Evaluations of an organisation and a system in a year.
const COUNTRY: usize = 1_000_000;
/// Readings of each worked case.
const EACH: usize = 200;
const DAY: Date = date(2026, 11, 22);

fn main() {
    let asked = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let begun = Instant::now();
    let pack = law::in_force();
    println!("rule base read and checked: {:.1} ms", millis(begun.elapsed()));
    one_case(pack);
    country(pack, asked.unwrap_or(COUNTRY));
    println!("processor time in all: {} s", cpu_seconds().map_or_else(|| "?".to_owned(), |s| s.to_string()));
    println!("peak resident memory: {} MB", peak_mb().map_or_else(|| "?".to_owned(), |mb| mb.to_string()));
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Every worked case, from its text and from its facts.
fn one_case(pack: &LawPack) {
    let texts = law::embedded_tests().iter().filter(|(name, _)| !name.ends_with("each-rule.toml"));
    let cases: Vec<CaseFacts> =
        texts.map(|(name, text)| CaseFacts::from_toml(name, text).expect("a worked case")).collect();
    let mut times: Vec<Duration> = cases
        .iter()
        .flat_map(|case| {
            (0..EACH).map(move |_| {
                let begun = Instant::now();
                black_box(pack.evaluate(black_box(case), case.as_of().unwrap_or(DAY)));
                begun.elapsed()
            })
        })
        .collect();
    times.sort_unstable();
    let at = |permille: usize| millis(times[(times.len() - 1) * permille / 1000]);
    println!(
        "one reading, {} cases × {EACH}: least {:.3} ms, median {:.3} ms, 99 % {:.3} ms, most {:.3} ms",
        cases.len(),
        at(0),
        at(500),
        at(990),
        at(1000)
    );
}

/// So many readings of made-up employers and systems, on two cores, each counted and forgotten.
fn country(pack: &LawPack, many: usize) {
    let workers = thread::available_parallelism().map_or(2, NonZero::get).min(2);
    let begun = Instant::now();
    let counted: Vec<Counted> = thread::scope(|scope| {
        let started: Vec<_> = (0..workers)
            .map(|worker| scope.spawn(move || share(pack, (worker..many).step_by(workers))))
            .collect();
        started.into_iter().map(|worker| worker.join().expect("a worker ends")).collect()
    });
    let took = begun.elapsed();
    let applied: u64 = counted.iter().map(|counted| counted.applied.values().sum::<u64>()).sum();
    let rules =
        counted.iter().flat_map(|counted| counted.applied.keys()).collect::<std::collections::BTreeSet<_>>();
    println!(
        "{many} readings on {workers} cores: {:.1} s, {:.0} a second; {applied} verdicts of {} rules; most of one {:.3} ms",
        took.as_secs_f64(),
        many as f64 / took.as_secs_f64(),
        rules.len(),
        counted.iter().map(|counted| millis(counted.most)).fold(0.0, f64::max)
    );
}

#[derive(Default)]
struct Counted {
    applied: BTreeMap<String, u64>,
    most: Duration,
}

fn share(pack: &LawPack, numbers: impl Iterator<Item = usize>) -> Counted {
    let mut counted = Counted::default();
    for number in numbers {
        let case = made_up(pack, number);
        let begun = Instant::now();
        let reading = pack.evaluate(&case, DAY);
        counted.most = counted.most.max(begun.elapsed());
        for rule in reading.applies {
            match counted.applied.get_mut(&rule.rule) {
                Some(count) => *count += 1,
                None => drop(counted.applied.insert(rule.rule, 1)),
            }
        }
    }
    counted
}

/// An employer and a system, the same for the same number: every fact is stated, one in fifty is unknown.
fn made_up(pack: &LawPack, number: usize) -> CaseFacts {
    let mut chance = Chance(number as u64 ^ 0x9e37_79b9_7f4a_7c15);
    let mut case = CaseFacts::new();
    for name in pack.words().names() {
        let Some(word) = pack.words().get(&name) else { continue };
        let value = match &word.kind {
            _ if chance.below(50) == 0 => Value::unknown(&name),
            Kind::Bool => Value::Bool(chance.below(3) == 0),
            // As many employers of some tens as of some thousands.
            Kind::Int => Value::Int(chance.headcount()),
            Kind::Date if chance.below(3) > 0 => Value::None,
            Kind::Date => Value::Date(calendar::plus_days(
                date(2024, 1, 1),
                i64::try_from(chance.below(1_400)).unwrap_or(0),
            )),
            Kind::Text(codes) if !codes.is_empty() => Value::text(&codes[chance.index(codes.len())]),
            Kind::List(codes) => {
                Value::List(codes.iter().filter(|_| chance.below(4) == 0).cloned().collect())
            }
            _ => Value::None,
        };
        case.set(&name, value).expect("a value of its word");
    }
    case
}

/// Chance that gives the same again: a splitmix.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most.max(1)
    }

    fn headcount(&mut self) -> i64 {
        let most = 10_u64.pow(1 + u32::try_from(self.below(4)).unwrap_or(0));
        i64::try_from(self.below(most)).unwrap_or(0)
    }

    fn index(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).unwrap_or(0)
    }
}

/// What this process took of the processors, where the system says it: on a busy machine, more telling than the clock.
fn cpu_seconds() -> Option<u64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let (_, after_name) = stat.rsplit_once(')')?;
    let ticks = after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok());
    Some(ticks.sum::<u64>() / 100)
}

/// The most memory this process ever had, where the system says it.
fn peak_mb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kb| kb / 1024)
}
