//! Pure: campaigns, codes, answers on their way, and what may be said of their number.

pub mod answers;
pub mod campaign;
pub mod coarse;
pub mod code;
pub mod information;
pub mod qr;
pub mod together;
pub mod token;
