//! Assembles the routes of the slices; no decisions.
