//! The card of Trinôme itself, in the register of the instance: a system at work like another, which answers what it asks
//! of others.

/// What a card says of a system, in order.
pub const PARTS: [&str; 8] = ["purpose", "people", "data", "ai", "harm", "reversal", "supplier", "state"];

/// The six questions of a shared technical culture.
pub const QUESTIONS: [&str; 6] = ["works", "infrastructure", "together", "gestures", "rules", "dependence"];
