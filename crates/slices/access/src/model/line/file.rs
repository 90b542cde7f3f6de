//! A file of lines: person; superior. UTF-8 or Windows-1252, `;` or `,` or a tab, with or without a header.

use super::{BadLine, MOST_BYTES, MOST_LINES, Pair, Pairs};

/// Reads a file. A person without a superior is at the top, and gives no pair; more columns than two are left alone.
///
/// Errors: the first line that cannot be read, or a file that is too long, which is known before anything is read in it.
pub fn read(bytes: &[u8]) -> Result<Pairs, BadLine> {
    let ends = bytes.iter().filter(|byte| **byte == b'\n').count();
    if bytes.len() > MOST_BYTES || ends > MOST_LINES {
        return Err(BadLine::TooLong);
    }
    let text = decoded(bytes);
    let mut lines =
        text.lines().enumerate().filter(|(_, line)| !line.trim_matches([' ', ';', ',', '\t']).is_empty());
    let Some((at, first)) = lines.next() else { return Err(BadLine::Empty) };
    let separator = [';', '\t'].into_iter().find(|mark| first.contains(*mark)).unwrap_or(',');
    let header = !first.contains('@');
    let mut pairs = Pairs::new();
    for (at, line) in (!header).then_some((at, first)).into_iter().chain(lines) {
        pairs.extend(pair(at + 1, line, separator)?);
    }
    if pairs.is_empty() { Err(BadLine::Empty) } else { Ok(pairs) }
}

fn pair(line: usize, text: &str, separator: char) -> Result<Option<Pair>, BadLine> {
    let mut cells = text.split(separator).map(|cell| cell.trim().trim_matches('"').trim());
    let subordinate = address(line, cells.next().unwrap_or_default())?;
    match cells.next().unwrap_or_default() {
        "" => Ok(None),
        superior => Ok(Some(Pair { subordinate, superior: address(line, superior)? })),
    }
}

fn address(line: usize, cell: &str) -> Result<String, BadLine> {
    let address = cell.to_lowercase();
    let clean =
        |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "<>,;\"@".contains(c));
    let reachable = |domain: &str| domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.');
    let plausible = address.len() <= 200
        && address
            .split_once('@')
            .is_some_and(|(local, domain)| clean(local) && clean(domain) && reachable(domain));
    if plausible {
        Ok(address)
    } else {
        Err(BadLine::NotAnAddress { line, found: cell.chars().take(80).collect() })
    }
}

/// UTF-8, with or without its mark; else what spreadsheets of the West write, where every byte is a sign.
fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
    }
}

/// The signs of 0x80 to 0x9F, where Windows-1252 parts from Latin-1.
const APART: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => APART[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::model::line::{BadLine, MOST_LINES};

    fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
        let read = read(bytes).expect("a file");
        read.into_iter().map(|pair| (pair.subordinate, pair.superior)).collect()
    }

    #[test]
    fn a_file_is_read_with_or_without_header_whatever_its_separator() {
        let known = [("a@x.fr".to_owned(), "b@x.fr".to_owned())];
        for text in [
            "a@x.fr;b@x.fr",
            "personne;supérieur\r\nA@x.fr ; b@x.fr\r\n\r\n",
            "a@x.fr,b@x.fr,Atelier\n",
            "a@x.fr\tb@x.fr",
            "\u{feff}\"a@x.fr\";\"b@x.fr\"\nb@x.fr;\n",
        ] {
            assert_eq!(pairs(text.as_bytes()), known, "{text:?}");
        }
    }

    #[test]
    fn a_file_of_an_old_spreadsheet_is_read() {
        let bytes = b"pr\xe9nom;sup\xe9rieur \x96 adresse\nren\xe9@x.fr;b@x.fr";
        assert_eq!(pairs(bytes), [("rené@x.fr".to_owned(), "b@x.fr".to_owned())]);
    }

    #[test]
    fn a_line_that_is_no_address_is_named_with_what_was_read() {
        let refused = read(b"a@x.fr;b@x.fr\n\nPaul;b@x.fr").expect_err("refused");
        assert_eq!(refused, BadLine::NotAnAddress { line: 3, found: "Paul".to_owned() });
        let refused = read(b"a@x.fr;le chef").expect_err("refused");
        assert_eq!(refused, BadLine::NotAnAddress { line: 1, found: "le chef".to_owned() });
    }

    #[test]
    fn a_file_that_is_too_long_or_empty_is_refused_whole() {
        let long = "a@x.fr;b@x.fr\n".repeat(MOST_LINES + 1);
        assert_eq!(read(long.as_bytes()), Err(BadLine::TooLong));
        assert_eq!(read(b""), Err(BadLine::Empty));
        assert_eq!(read(b"personne;superieur\n;;\n"), Err(BadLine::Empty));
    }

    #[test]
    fn somebody_may_stand_under_two() {
        assert_eq!(pairs(b"a@x.fr;b@x.fr\na@x.fr;c@x.fr\na@x.fr;b@x.fr").len(), 2);
    }

    #[test]
    fn no_bytes_whatever_make_it_fall() {
        let mut state = 7_u32;
        for length in 0..400 {
            let bytes: Vec<u8> = (0..length)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    u8::try_from(state >> 24).unwrap_or(0)
                })
                .collect();
            drop(read(&bytes));
        }
    }
}
