//! Pages: the addresses of one's calendars, the calendar itself, one's reminders, and how to stop them.

pub mod address;
pub mod feed;
pub mod reminders;
pub mod stop;
