//! The pack that is built into the program.

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

static TESTS: &[(&str, &[u8])] = files![
    "cases/case-01.toml",
    "cases/case-02.toml",
    "cases/case-03.toml",
    "cases/case-04.toml",
    "cases/case-05.toml",
    "cases/case-06.toml",
    "cases/case-07.toml",
    "cases/case-08.toml",
    "cases/case-09.toml",
    "cases/case-10.toml",
    "cases/case-11.toml",
    "cases/case-12.toml",
    "cases/case-13.toml",
    "cases/case-14.toml",
    "cases/case-15.toml",
    "cases/case-31.toml",
    "cases/case-32.toml",
    "cases/case-33.toml",
    "cases/case-34.toml",
    "cases/case-35.toml",
    "cases/case-36.toml",
    "cases/case-37.toml",
    "cases/case-38.toml",
    "cases/case-39.toml",
    "cases/case-40.toml",
    "cases/case-41.toml",
    "cases/case-42.toml",
    "cases/case-43.toml",
    "cases/case-44.toml",
    "cases/case-45.toml",
    "cases/case-46.toml",
    "cases/case-47.toml",
    "cases/case-48.toml",
    "cases/case-49.toml",
    "cases/case-50.toml",
    "cases/case-51.toml",
    "cases/case-52.toml",
    "cases/case-53.toml",
    "cases/case-54.toml",
    "cases/case-55.toml",
    "cases/case-56.toml",
    "cases/case-57.toml",
    "cases/case-58.toml",
    "cases/case-59.toml",
    "cases/case-60.toml",
    "cases/case-61.toml",
    "cases/each-rule.toml",
];

/// The tests of the pack: whole cases with what is expected of them, and each rule alone.
pub fn embedded_tests() -> &'static [(&'static str, &'static [u8])] {
    TESTS
}

/// The French law pack, file by file, as [`super::load`] reads it.
pub fn embedded() -> &'static [(&'static str, &'static [u8])] {
    FILES
}
