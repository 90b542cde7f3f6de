//! The pack that `trinome method new` writes: one block of each kind, in both languages, and it runs as it is.

const FILES: [(&str, &str); 3] = [
    ("method.toml", include_str!("starter/method.toml")),
    ("fr.toml", include_str!("starter/fr.toml")),
    ("en.toml", include_str!("starter/en.toml")),
];

/// The files of a new pack, by name.
///
/// ```
/// let files = content::method::starter("on-call", "Our works council");
/// let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
/// assert!(content::method::load("on-call", &files).is_ok());
/// ```
pub fn starter(id: &str, author: &str) -> Vec<(&'static str, String)> {
    let author = author.replace(['"', '\\', '\n'], " ");
    let fill = |text: &str| text.replace("@NAME@", id).replace("@AUTHOR@", &author);
    FILES.iter().map(|(name, text)| (*name, fill(text))).collect()
}

/// Whether a text can be the identifier of a method: small letters, digits, single hyphens.
pub fn is_identifier(text: &str) -> bool {
    let plain =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.split('-').all(plain)
}
