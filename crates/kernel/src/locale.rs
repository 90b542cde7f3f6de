//! The languages of the platform.

use crate::codes;

codes! {
    /// A language of the menus: French first, English complete.
    pub enum Locale("locale") {
        Fr = "fr",
        En = "en",
    }
}

impl Locale {
    /// The first of the browser's languages that we speak, French when it names none.
    pub fn from_accept_language(header: &str) -> Self {
        header
            .split(',')
            .filter_map(|range| range.split(';').next())
            .map(|tag| tag.trim().to_ascii_lowercase())
            .find_map(|tag| match tag.get(..2) {
                Some("fr") => Some(Self::Fr),
                Some("en") => Some(Self::En),
                _ => None,
            })
            .unwrap_or(Self::Fr)
    }

    pub const fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn the_first_language_we_speak_wins_and_french_is_the_fallback() {
        assert_eq!(Locale::from_accept_language("de-DE,en-GB;q=0.8,fr;q=0.5"), Locale::En);
        assert_eq!(Locale::from_accept_language("fr-CA"), Locale::Fr);
        assert_eq!(Locale::from_accept_language("ja"), Locale::Fr);
        assert_eq!(Locale::from_accept_language(""), Locale::Fr);
    }
}
