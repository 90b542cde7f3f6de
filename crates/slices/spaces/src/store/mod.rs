//! Spaces, who sits in them and what is held in them, in the database. Every change of state is journalled in its own
//! transaction.

mod activity;
mod forget_project;
pub mod members;
mod space;
mod watch;

pub use activity::{Declared, NewActivity, activities, plan, plan_as, settle, settle_as, settle_source};
pub use forget_project::forget_project;
pub use members::seated;
pub use space::{close, describe, find, open, open_defaults, reopen, spaces};
pub use watch::{Aside, ReadExchanges, Watch, asides, limits, set_aside, set_limits, take_up, watch};
