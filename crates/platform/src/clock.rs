//! What time it is: an argument, so that a test or the demonstration can say.

use std::sync::RwLock;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Says what time it is.
pub trait Clock: Send + Sync {
    fn now(&self) -> Timestamp;
}

/// The machine's own clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands where it is put, until it is released to follow the machine's.
#[derive(Default)]
pub struct HandClock(RwLock<Option<Timestamp>>);

impl HandClock {
    pub fn at(instant: Timestamp) -> Self {
        Self(RwLock::new(Some(instant)))
    }

    /// Puts the clock at an instant.
    pub fn set(&self, instant: Timestamp) {
        *self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(instant);
    }

    /// From now on, follows the machine's clock.
    pub fn release(&self) {
        *self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner) = None;
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).unwrap_or_else(Timestamp::now)
    }
}

/// The civil date in France at an instant: deadlines and days are French days.
pub fn civil_day(instant: Timestamp) -> Date {
    let paris = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    instant.to_zoned(paris).date()
}

/// The time of day in France at an instant.
pub fn civil_time(instant: Timestamp) -> String {
    let paris = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    instant.to_zoned(paris).strftime("%H:%M").to_string()
}
