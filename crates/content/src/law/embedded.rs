//! The pack that is built into the program.

/// The file every case is read against.
pub(super) const FACTS: (&str, &[u8]) =
    ("packs/law/fr/facts.toml", include_bytes!("../../../../packs/law/fr/facts.toml"));

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$((concat!("packs/law/fr/", $name), include_bytes!(concat!("../../../../packs/law/fr/", $name)))),+]
    };
}

static FILES: &[(&str, &[u8])] = files![
    "pack.toml",
    "facts.toml",
    "derived.toml",
    "a-institutions.toml",
    "b-consultation.toml",
    "c-small-or-none.toml",
    "d-individuals.toml",
    "e-prevention.toml",
    "f-bargaining.toml",
    "g-data-protection.toml",
    "h-ai-act.toml",
    "p-public.toml",
    "w-platforms.toml",
    "s-soft-law.toml",
];

/// The French law pack, file by file, as [`super::load`] reads it.
pub fn embedded() -> &'static [(&'static str, &'static [u8])] {
    FILES
}
