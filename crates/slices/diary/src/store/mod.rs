//! Addresses of calendars, what calendars last said, what people chose, and what they were told.

mod addresses;
mod choices;
mod forget;
mod forget_project;
mod memory;
mod rounds;

pub use addresses::{Address, Made, Opened, Why, addresses_of, find, make, note_read, open, remove};
pub use choices::{choices, choose, text as leads_as_text};
pub use forget::{KEPT_DAYS, Kept, forget, kept, purge};
pub use forget_project::forget_project;
pub use memory::{keep, memory};
pub use rounds::{Claim, claim, done, fail, settled_today, told};
