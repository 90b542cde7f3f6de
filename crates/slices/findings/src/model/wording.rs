//! What passes to another space is reworded: words chosen for it, never the raw ones (commitment 2).

/// From how many words on a piece of a text is a quotation of it. Shorter pieces are how people talk: « le temps passé ».
const QUOTED: usize = 6;

/// What passes to another space: words chosen for those who sit there, and the day their answer is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passing {
    pub to: kernel::SpaceId,
    pub words: String,
    pub answer_due: jiff::civil::Date,
}

/// Whether these words are the raw ones, hold them whole or are cut out of them: capitals, and marks
/// between words change nothing.
pub fn repeats(words: &str, raw: &str) -> bool {
    let (words, raw) = (bare(words), bare(raw));
    if words == raw {
        return !raw.is_empty();
    }
    let (short, long) = if words.len() < raw.len() { (&words, &raw) } else { (&raw, &words) };
    short.len() >= QUOTED && long.windows(short.len()).any(|piece| piece == short)
}

/// The words of a text, without what stands between them.
fn bare(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::repeats;

    const RAW: &str = "Le temps proposé oublie les réglages : on nous demande de justifier l’écart.";

    #[test]
    fn the_same_words_are_not_a_rewording_whatever_stands_between_them() {
        assert!(repeats(RAW, RAW));
        assert!(repeats(
            "LE TEMPS PROPOSÉ, oublie les réglages ; on nous demande de justifier l'écart !",
            RAW
        ));
        assert!(repeats("Trop lent.", "« Trop lent »"));
    }

    #[test]
    fn words_that_hold_the_raw_ones_or_are_cut_out_of_them_are_not_a_rewording() {
        assert!(repeats(&format!("Un collègue écrit : {RAW} Qu’en pensez-vous ?"), RAW));
        assert!(repeats("on nous demande de justifier l’écart", RAW));
    }

    #[test]
    fn words_written_anew_are_a_rewording_even_where_they_share_some() {
        assert!(!repeats("Comment tenir compte des réglages dans le temps proposé ?", RAW));
        assert!(!repeats("Que faire contre le bruit ?", "Le bruit."));
        assert!(!repeats("", ""));
    }
}
