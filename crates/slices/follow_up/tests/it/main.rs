//! From a finding to a commitment, and from a reading to going back: agreements and follow-up on both databases and
//! through their pages.

mod adoption;
mod pages;
mod reversal;
mod stage;
