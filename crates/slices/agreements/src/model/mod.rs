//! Pure: articles, positions, adoption, horizons, what changed from one version to the next.

pub mod adoption;
pub mod changes;
pub mod clause;
pub mod horizons;
pub mod position;
