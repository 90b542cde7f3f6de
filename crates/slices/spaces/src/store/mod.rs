//! Spaces, who sits in them and what is held in them, in the database. Every change of state is journalled in its own
//! transaction.

mod activity;
mod space;

pub use activity::{Declared, NewActivity, activities, plan, plan_as, settle, settle_source};
pub use space::{close, describe, find, open, open_defaults, reopen, spaces};
