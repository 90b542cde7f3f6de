//! The name of a file that people keep: plain letters, so that every machine and mail program accepts it.

use jiff::civil::Date;

/// The longest part taken from a title.
const LONGEST: usize = 48;

/// `dossier-planification-predictive-2026-11-23.pdf`.
pub fn file_name(what: &str, title: &str, day: Date, ending: &str) -> String {
    let title = plain(title);
    let dash = if title.is_empty() { "" } else { "-" };
    format!("{what}{dash}{title}-{day}.{ending}")
}

fn plain(title: &str) -> String {
    let mut name = String::new();
    for letter in title.chars().flat_map(char::to_lowercase).map(unaccented) {
        if letter.is_ascii_alphanumeric() {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() >= LONGEST {
            break;
        }
    }
    name.trim_end_matches('-').to_owned()
}

const fn unaccented(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' | 'œ' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::file_name;

    #[test]
    fn a_title_becomes_a_name_that_every_machine_accepts() {
        let name =
            file_name("dossier", "Planification prédictive : « l’atelier »", date(2026, 11, 23), "pdf");
        assert_eq!(name, "dossier-planification-predictive-l-atelier-2026-11-23.pdf");
    }

    #[test]
    fn a_title_cannot_leave_the_name_of_the_file() {
        let name = file_name("dossier", "\"; filename=../../x\r\nA:", date(2026, 11, 23), "json");
        assert_eq!(name, "dossier-filename-x-a-2026-11-23.json");
        assert_eq!(file_name("journal", "测试", date(2026, 11, 23), "jsonl"), "journal-2026-11-23.jsonl");
    }
}
