//! French typography of the pack's texts, which are typed with the signs of a keyboard.

use kernel::Locale;

const NO_BREAK: char = '\u{a0}';

/// The text as a French page prints it: curly apostrophes, and no line break before a double sign or inside « ».
pub fn set(text: &str, locale: Locale) -> String {
    if locale != Locale::Fr {
        return text.replace('\'', "’");
    }
    let mut printed = String::with_capacity(text.len() + 16);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        printed.push(match sign {
            '\'' => '’',
            ' ' if signs.peek().is_some_and(|next| ":;?!»%€".contains(*next)) || printed.ends_with('«') => {
                NO_BREAK
            }
            ' ' if printed.ends_with('°') || is_between_digits(&printed, signs.peek()) => NO_BREAK,
            other => other,
        });
    }
    printed
}

/// `7 500`, but not `2 mois`.
fn is_between_digits(before: &str, after: Option<&char>) -> bool {
    before.ends_with(|sign: char| sign.is_ascii_digit()) && after.is_some_and(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use kernel::Locale;

    use super::set;

    #[test]
    fn french_signs_keep_their_words_with_them() {
        assert_eq!(
            set("l'avis : « non » ; 7 500 €, n° 3", Locale::Fr),
            "l’avis\u{a0}: «\u{a0}non\u{a0}»\u{a0}; 7\u{a0}500\u{a0}€, n°\u{a0}3"
        );
        assert_eq!(set("the employer's: no", Locale::En), "the employer’s: no");
    }
}
