//! A single-use code, drawn from a hat: 128 bits of chance, written so that a person can type them.

use thiserror::Error;

/// Crockford's base 32: no I, L, O or U, so that nothing is mistaken for a digit nor spells a word.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The characters of a code, blanks and hyphens apart.
pub const LENGTH: usize = 26;

/// How many characters stand together on paper; the last group takes what is left.
const GROUP: usize = 5;

/// The right to answer once. Known to whoever holds the slip of paper; the database keeps only its digest.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code(u128);

/// Why what was typed is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotACode {
    #[error("a code has {LENGTH} characters, not {0}")]
    Length(usize),
    /// The character itself is not kept: the error may reach a log.
    #[error("no code has the character at place {0}")]
    Character(usize),
}

impl Code {
    /// A code from 16 bytes of chance.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(u128::from_be_bytes(bytes))
    }

    /// Reads a code as people type it: any case, blanks, hyphens and dots where they please, O for 0, I or L for 1, or
    /// the whole address that the QR code holds. Errors: [`NotACode`].
    pub fn parse(typed: &str) -> Result<Self, NotACode> {
        let typed = typed.rsplit('/').next().unwrap_or_default();
        let kept: Vec<char> = typed.chars().filter(|c| !c.is_whitespace() && !"-‐‑–.".contains(*c)).collect();
        if kept.len() != LENGTH {
            return Err(NotACode::Length(kept.len()));
        }
        let mut bits: u128 = 0;
        for (place, character) in kept.into_iter().enumerate() {
            let value = value(character).ok_or(NotACode::Character(place + 1))?;
            // 26 characters hold 130 bits: the first one may not use its two highest.
            if place == 0 && value >= 8 {
                return Err(NotACode::Character(1));
            }
            bits = (bits << 5) | u128::from(value);
        }
        Ok(Self(bits))
    }

    /// The 26 characters: in the address of the QR code, in the cookie, and under the digest.
    pub fn canonical(self) -> String {
        (0..LENGTH).map(|place| self.character(place)).collect()
    }

    /// The characters in groups, for paper: `0A1B2 C3D4E …`.
    pub fn grouped(self) -> String {
        let mut text = String::with_capacity(LENGTH + LENGTH / GROUP);
        for place in 0..LENGTH {
            if place > 0 && place % GROUP == 0 && place < LENGTH - 1 {
                text.push(' ');
            }
            text.push(self.character(place));
        }
        text
    }

    fn character(self, place: usize) -> char {
        let shift = 5 * (LENGTH - 1 - place);
        let value = usize::try_from((self.0 >> shift) & 31).unwrap_or(0);
        char::from(ALPHABET[value])
    }
}

/// What a character stands for, if anything.
fn value(character: char) -> Option<u8> {
    let upper = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == upper)?;
    u8::try_from(place).ok()
}

// Written by hand: a derived one would print the code in the first log line that meets it.
impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, LENGTH, NotACode};

    /// A few patterns that use every bit and every character.
    fn some() -> Vec<Code> {
        let spread = (0..=255_u8).map(|seed| {
            let mut byte = seed;
            Code::from_bytes(std::array::from_fn(|_| {
                byte = byte.wrapping_mul(37).wrapping_add(73);
                byte
            }))
        });
        spread.chain([Code::from_bytes([0; 16]), Code::from_bytes([255; 16])]).collect()
    }

    #[test]
    fn a_code_reads_back_as_it_was_written_in_both_forms() {
        for code in some() {
            assert_eq!(code.canonical().len(), LENGTH);
            assert_eq!(Code::parse(&code.canonical()), Ok(code));
            assert_eq!(Code::parse(&code.grouped()), Ok(code));
        }
    }

    #[test]
    fn what_people_type_is_forgiven() {
        let code = Code::from_bytes([0x08, 0x42, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
        let written = code.canonical();
        assert!(written.contains('0') && written.contains('1'), "the test needs both: {written}");
        for typed in [
            written.to_lowercase(),
            written.replace('0', "O").replace('1', "l"),
            written.replace('0', "o").replace('1', "I"),
            format!("  {} ", code.grouped().replace(' ', "-")),
            format!("{}.{}\u{a0}{}", &written[..3], &written[3..9], &written[9..]),
            format!("https://dialogue.example/r/{written}"),
        ] {
            assert_eq!(Code::parse(&typed), Ok(code), "{typed}");
        }
    }

    #[test]
    fn what_is_no_code_is_refused_with_the_place() {
        assert_eq!(Code::parse(""), Err(NotACode::Length(0)));
        assert_eq!(Code::parse(&"0".repeat(25)), Err(NotACode::Length(25)));
        assert_eq!(Code::parse(&"0".repeat(10_000)), Err(NotACode::Length(10_000)));
        assert_eq!(Code::parse(&format!("{}U", "0".repeat(25))), Err(NotACode::Character(26)));
        assert_eq!(Code::parse(&format!("0é{}", "0".repeat(24))), Err(NotACode::Character(2)));
        assert_eq!(
            Code::parse(&format!("8{}", "0".repeat(25))),
            Err(NotACode::Character(1)),
            "more than 128 bits"
        );
    }

    #[test]
    fn no_log_line_can_print_a_code() {
        assert_eq!(format!("{:?}", Code::from_bytes([7; 16])), "Code(…)");
    }

    #[test]
    fn no_character_on_paper_can_be_mistaken_for_another() {
        for code in some() {
            assert!(!code.grouped().contains(['I', 'L', 'O', 'U']));
        }
    }
}
