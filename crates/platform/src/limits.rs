//! How often something may be asked: in memory, on this node, by whom it is asked for or from which line.
//!
//! Made for shared lines: three hundred people behind one address must be able to answer within minutes. Hence a line is
//! limited in what *fails* (codes that do not exist) and in what costs (links by mail, drafts), generously in the rest.
//!
//! Who is limited is known by a hash whose key is drawn when the program starts and never leaves it: neither an address
//! nor an account stands in memory, on disk or in a log.
//!
//! To limit something else: a line in [`Gate`] and its allowance in [`LimitSettings`].

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, MutexGuard, PoisonError, RwLock},
};

use axum::http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use kernel::codes;
use sha2::{Digest, Sha256};

use crate::{
    chance::Chance,
    network::{self, Proxies},
};

codes! {
    /// What is limited.
    pub enum Gate("gate") {
        /// Links asked for one e-mail address, known or not.
        SignInAddress = "sign_in_address",
        /// Links asked from one line.
        SignInNetwork = "sign_in_network",
        /// Codes, tokens and links that do not exist, from one line.
        FailedCode = "failed_code",
        /// Challenges for a passkey, from one line: each is a line that is written for anybody who asks.
        Challenge = "challenge",
        /// Files that take long to make, by the session that asks for them.
        Export = "export",
        /// Drafts begun from one line.
        Draft = "draft",
        /// What one session changes.
        Account = "account",
        /// What one line changes in all.
        Network = "network",
        /// A calendar, by its address: one program asks a few times a day.
        Calendar = "calendar",
        /// What programs ask of the law from one line.
        OpenLaw = "open_law",
    }
}

/// So many at once, then one more each `every`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    pub burst: u32,
    pub every: SignedDuration,
}

/// What each gate allows, and whose word is taken on who asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LimitSettings {
    pub proxies: Proxies,
    /// Multiplies every burst: 1 in service, more where one machine plays hundreds of people. 0 limits nothing.
    pub room: Option<u32>,
}

impl LimitSettings {
    /// What an instance allows that everybody is played on from one machine.
    pub fn roomy() -> Self {
        Self { room: Some(1_000), ..Self::default() }
    }

    /// Nothing is limited: for measuring.
    pub fn off() -> Self {
        Self { room: Some(0), ..Self::default() }
    }

    fn allowance(&self, gate: Gate) -> Option<Allowance> {
        let (burst, every) = match gate {
            // Somebody who finds nothing asks again, and again; a mailbox is not filled by it.
            Gate::SignInAddress => (6, SignedDuration::from_mins(5)),
            // A training session: a whole room asks within a minute.
            Gate::SignInNetwork => (120, SignedDuration::from_secs(5)),
            // A room of people who mistype; against 2¹²⁸ codes, nothing.
            Gate::FailedCode => (60, SignedDuration::from_secs(20)),
            // A training session again, and somebody who gives up and starts again.
            Gate::Challenge => (120, SignedDuration::from_secs(5)),
            // A file is taken once in a while; somebody who takes all of them takes three a project.
            Gate::Export => (30, SignedDuration::from_secs(20)),
            Gate::Draft => (60, SignedDuration::from_secs(60)),
            Gate::Account => (300, SignedDuration::from_millis(500)),
            // Three hundred people of a factory, thirty screens each, in ten minutes.
            Gate::Network => (6_000, SignedDuration::from_millis(60)),
            // A site that asks for its visitors; a reading costs less than a page.
            // Several programs behind one address, each started anew a few times.
            Gate::Calendar => (30, SignedDuration::from_secs(60)),
            Gate::OpenLaw => (300, SignedDuration::from_millis(500)),
        };
        match self.room.unwrap_or(1) {
            0 => None,
            room => Some(Allowance { burst: burst * room, every }),
        }
    }
}

/// How long to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait(pub SignedDuration);

/// Beyond so many, those that owe nothing any more are forgotten; if still as many do, all are.
const MOST_KEPT: usize = 100_000;

/// What was asked of late.
pub struct Limits {
    key: [u8; 32],
    settings: RwLock<LimitSettings>,
    /// When each would have used up what it asked for, at one each `every`.
    spent_at: Mutex<HashMap<[u8; 16], Timestamp>>,
}

impl Limits {
    pub fn new(settings: LimitSettings, chance: &dyn Chance) -> Self {
        let mut key = [0_u8; 32];
        chance.fill(&mut key);
        Self { key, settings: RwLock::new(settings), spent_at: Mutex::default() }
    }

    /// Allows otherwise from now on.
    pub fn set(&self, settings: LimitSettings) {
        *self.settings.write().unwrap_or_else(PoisonError::into_inner) = settings;
    }

    /// The line of whoever asks.
    pub fn line(&self, peer: IpAddr, headers: &HeaderMap) -> Vec<u8> {
        let settings = self.settings.read().unwrap_or_else(PoisonError::into_inner);
        network::line(network::client(peer, headers, &settings.proxies))
    }

    /// Asks one more. Errors: how long to wait; nothing is counted then.
    pub fn take(&self, gate: Gate, who: &[u8], now: Timestamp) -> Result<(), Wait> {
        let allowed = self.settings.read().unwrap_or_else(PoisonError::into_inner).allowance(gate);
        let Some(Allowance { burst, every }) = allowed else { return Ok(()) };
        let name = self.name(gate, who);
        let mut kept = self.kept();
        let most = every * i32::try_from(burst).unwrap_or(i32::MAX);
        // A clock that was put back owes nothing.
        let owed = |spent: &Timestamp| *spent > now && *spent <= now + most;
        let spent = kept.get(&name).copied().filter(owed).unwrap_or(now);
        let wait = spent.duration_since(now) - (most - every);
        if wait.is_positive() {
            return Err(Wait(wait));
        }
        if kept.len() >= MOST_KEPT {
            forget(&mut kept, now);
        }
        kept.insert(name, spent + every);
        Ok(())
    }

    fn name(&self, gate: Gate, who: &[u8]) -> [u8; 16] {
        let digest = Sha256::new()
            .chain_update(self.key)
            .chain_update(gate.code())
            .chain_update([0])
            .chain_update(who);
        let mut name = [0_u8; 16];
        name.copy_from_slice(&digest.finalize()[..16]);
        name
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<[u8; 16], Timestamp>> {
        self.spent_at.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keeps the memory within bounds: better to let some through than to fall.
fn forget(kept: &mut HashMap<[u8; 16], Timestamp>, now: Timestamp) {
    kept.retain(|_, spent| *spent > now);
    if kept.len() >= MOST_KEPT {
        kept.clear();
    }
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::{Gate, LimitSettings, Limits, Wait};
    use crate::chance::SeededChance;

    fn limits(settings: LimitSettings) -> Limits {
        Limits::new(settings, &SeededChance::new(1))
    }

    fn nine() -> Timestamp {
        "2026-11-22T09:00:00Z".parse().expect("an instant")
    }

    /// How many in a row are let through.
    fn through(limits: &Limits, gate: Gate, who: &str, now: Timestamp) -> usize {
        (0..10_000).take_while(|_| limits.take(gate, who.as_bytes(), now).is_ok()).count()
    }

    #[test]
    fn what_was_used_up_comes_back_with_time_one_by_one() {
        let limits = limits(LimitSettings::default());
        let now = nine();
        assert_eq!(through(&limits, Gate::SignInAddress, "a@b.example", now), 6);
        let five = SignedDuration::from_mins(5);
        assert_eq!(limits.take(Gate::SignInAddress, b"a@b.example", now), Err(Wait(five)));
        assert_eq!(through(&limits, Gate::SignInAddress, "a@b.example", now + five), 1);
        assert_eq!(through(&limits, Gate::SignInAddress, "a@b.example", now + five * 12), 6);
    }

    #[test]
    fn one_does_not_use_up_what_another_has_nor_another_gate() {
        let limits = limits(LimitSettings::default());
        assert_eq!(through(&limits, Gate::FailedCode, "one", nine()), 60);
        assert_eq!(through(&limits, Gate::FailedCode, "other", nine()), 60);
        assert_eq!(through(&limits, Gate::Draft, "one", nine()), 60);
    }

    #[test]
    fn a_clock_put_back_shuts_nobody_out() {
        let limits = limits(LimitSettings::default());
        assert_eq!(through(&limits, Gate::SignInAddress, "a", nine()), 6);
        let earlier = nine() - SignedDuration::from_hours(24 * 60);
        assert_eq!(through(&limits, Gate::SignInAddress, "a", earlier), 6);
    }

    #[test]
    fn what_is_kept_says_neither_who_nor_where() {
        let (one, other) =
            (limits(LimitSettings::default()), Limits::new(LimitSettings::default(), &SeededChance::new(2)));
        let name = one.name(Gate::FailedCode, &[203, 0, 113, 9]);
        assert_eq!(name, one.name(Gate::FailedCode, &[203, 0, 113, 9]));
        assert_ne!(
            name,
            other.name(Gate::FailedCode, &[203, 0, 113, 9]),
            "another process knows another name"
        );
        assert!(!name.windows(4).any(|bytes| bytes == [203, 0, 113, 9]));
    }

    #[test]
    fn memory_stays_within_bounds() {
        let limits = limits(LimitSettings::default());
        for n in 0..(super::MOST_KEPT + 10) {
            limits.take(Gate::Network, &n.to_be_bytes(), nine()).expect("each is another line");
        }
        assert!(limits.kept().len() <= super::MOST_KEPT);
    }

    #[test]
    fn where_nothing_is_limited_nothing_is() {
        assert_eq!(through(&limits(LimitSettings::off()), Gate::SignInAddress, "a", nine()), 10_000);
    }
}
