//! How wide a text is, without a browser: advance widths of the interface font, and line breaking.

/// Weight of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

// Advance widths of Atkinson Hyperlegible Next, U+0020 to U+007E, in thousandths of the font size.
#[rustfmt::skip]
const REGULAR: [u16; 95] = [
    280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387, 648, 407, 548,
    576, 614, 588, 598, 510, 615, 595, 210, 210, 553, 628, 553, 480, 778, 626, 613, 645, 669, 569,
    552, 694, 694, 392, 512, 631, 541, 824, 693, 714, 592, 724, 614, 592, 558, 690, 593, 856, 623,
    575, 607, 317, 387, 344, 552, 372, 243, 525, 566, 485, 564, 538, 314, 558, 550, 252, 245, 492,
    262, 845, 550, 548, 566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344, 237, 344, 555,
];
#[rustfmt::skip]
const BOLD: [u16; 95] = [
    312, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 659, 440, 579,
    600, 624, 607, 626, 537, 624, 571, 272, 272, 569, 612, 569, 547, 781, 678, 643, 658, 688, 597,
    566, 718, 701, 424, 561, 663, 552, 858, 717, 746, 629, 756, 650, 610, 607, 686, 644, 886, 685,
    650, 618, 340, 440, 344, 582, 400, 288, 552, 596, 510, 596, 563, 365, 593, 571, 300, 259, 555,
    318, 882, 571, 576, 596, 599, 376, 508, 376, 567, 530, 740, 539, 521, 505, 381, 254, 381, 537,
];

/// Width of a text in pixels, rounded up, with 4 % in reserve for other rasterisers.
pub fn width(text: &str, size: i32, weight: Weight) -> i32 {
    let thousandths: i32 = text.chars().map(|c| advance(c, weight)).sum();
    (thousandths * size * 104 + 99_999) / 100_000
}

fn advance(c: char, weight: Weight) -> i32 {
    let (table, bold) = match weight {
        Weight::Regular => (&REGULAR, 0),
        Weight::Bold => (&BOLD, 40),
    };
    if let Some(known) = (c as usize).checked_sub(32).and_then(|at| table.get(at)) {
        return i32::from(*known);
    }
    match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' => advance('a', weight),
        'ç' => advance('c', weight),
        'é' | 'è' | 'ê' | 'ë' => advance('e', weight),
        'î' | 'ï' | 'í' => 270 + bold,
        'ô' | 'ö' | 'ó' | 'õ' => advance('o', weight),
        'ù' | 'û' | 'ü' | 'ú' => advance('u', weight),
        'À' | 'Â' | 'Ä' => advance('A', weight),
        'É' | 'È' | 'Ê' | 'Ë' => advance('E', weight),
        '\u{a0}' | '\u{202f}' => advance(' ', weight),
        '’' | '‘' | '·' => 250 + bold,
        '«' | '»' | '“' | '”' | '–' => 565 + 2 * bold,
        '—' | '…' | 'æ' | 'œ' => 925 + bold,
        'Æ' | 'Œ' | '½' | '¼' | '¾' => 1010 + bold,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0,
        // Other alphabets come from a fallback font: as wide as its widest usual letter.
        c if (c as u32) < 0x1100 => 820 + bold,
        _ => 1100,
    }
}

/// Breaks a text at its ordinary spaces into at most `most` lines of about the same width; what does not fit ends
/// in an ellipsis.
pub fn wrap(text: &str, most: usize, limit: i32, size: i32, weight: Weight) -> Vec<String> {
    let lines = fill(text, most, limit, size, weight);
    if lines.len() < 2 || lines.iter().any(|line| line.ends_with('…')) {
        return lines;
    }
    // The narrowest limit that needs no more lines.
    let (mut low, mut high) = (limit / 2, limit);
    while low < high {
        let middle = (low + high) / 2;
        let tried = fill(text, most, middle, size, weight);
        let fits = tried.len() == lines.len() && !tried.iter().any(|line| line.ends_with('…'));
        (low, high) = if fits { (low, middle) } else { (middle + 1, high) };
    }
    fill(text, most, high, size, weight)
}

/// The words of a text; a sign that may not start a line stays with the word before it.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        match words.last_mut() {
            Some(last) if matches!(word, "·" | ":" | ";" | "!" | "?" | "»" | "–" | "%") => {
                last.push('\u{a0}');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

/// Fills each line as far as it goes.
fn fill(text: &str, most: usize, limit: i32, size: i32, weight: Weight) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words(text) {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match joined {
            Some(joined) if width(&joined, size, weight) <= limit => {
                let last = lines.len() - 1;
                lines[last] = joined;
            }
            _ => lines.push(word),
        }
    }
    if lines.len() > most {
        let rest = lines.split_off(most);
        if let Some(last) = lines.last_mut() {
            *last = format!("{last} {}", rest.join(" "));
        }
    }
    lines.iter().map(|line| shorten(line, limit, size, weight)).collect()
}

/// The text, or as many of its letters as fit before an ellipsis.
pub fn shorten(text: &str, limit: i32, size: i32, weight: Weight) -> String {
    if width(text, size, weight) <= limit {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        let longer = format!("{kept}{c}…");
        if width(&longer, size, weight) > limit {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end_matches([' ', '\u{a0}', ',', ':', '·']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_word_has_the_width_of_its_letters() {
        // 13 px of "atelier": 525+326+538+262+245+538+349 = 2783 thousandths, 4 % in reserve.
        assert_eq!(width("atelier", 13, Weight::Regular), 38);
        assert!(width("atelier", 13, Weight::Bold) > 38);
    }

    #[test]
    fn an_accent_costs_nothing_and_an_unknown_letter_costs_much() {
        let plain = width("etete", 20, Weight::Regular);
        assert_eq!(width("étété", 20, Weight::Regular), plain);
        assert!(width("жжжжж", 20, Weight::Regular) > plain);
    }

    #[test]
    fn lines_break_at_ordinary_spaces_only() {
        let lines = wrap("atelier «\u{a0}objet technique\u{a0}»", 3, 95, 13, Weight::Regular);
        assert_eq!(lines, ["atelier «\u{a0}objet", "technique\u{a0}»"]);
    }

    #[test]
    fn two_lines_share_the_words_and_a_sign_never_starts_one() {
        let lines = wrap("réunion, questions des élus", 2, 150, 13, Weight::Regular);
        assert_eq!(lines, ["réunion, questions", "des élus"]);
        let lines = wrap("auto-diagnostic · 31 réponses", 2, 130, 13, Weight::Regular);
        assert_eq!(lines, ["auto-diagnostic\u{a0}·", "31 réponses"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis_and_stays_within_the_limit() {
        let lines = wrap("une phrase bien trop longue pour deux petites lignes", 2, 90, 13, Weight::Regular);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert!(lines.iter().all(|line| width(line, 13, Weight::Regular) <= 90));
    }

    #[test]
    fn one_endless_word_is_cut() {
        let lines = wrap(&"m".repeat(400), 2, 120, 13, Weight::Bold);
        assert_eq!(lines.len(), 1);
        assert!(width(&lines[0], 13, Weight::Bold) <= 120);
    }

    #[test]
    fn an_empty_text_has_no_line() {
        assert!(wrap("  ", 2, 90, 13, Weight::Regular).is_empty());
    }
}
