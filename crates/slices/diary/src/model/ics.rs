//! A calendar as RFC 5545 writes it: whole days, no alarm (reminders are ours), the same dates in the same bytes.

use jiff::{Timestamp, civil::Date};

/// The octets of a line before it is folded, without its end.
const LINE: usize = 75;

/// A day of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub uid: String,
    pub sequence: i64,
    pub changed_at: Timestamp,
    pub on: Date,
    pub title: String,
    pub details: Vec<String>,
    pub url: String,
    pub category: String,
}

/// A calendar: its name, its language, its days.
pub fn calendar(name: &str, language: &str, events: &[Event]) -> String {
    let mut text = String::new();
    let mut line = |content: String| text.push_str(&fold(&content));
    line("BEGIN:VCALENDAR".to_owned());
    line("VERSION:2.0".to_owned());
    line("PRODID:-//Trinome//Trinome//FR".to_owned());
    line("CALSCALE:GREGORIAN".to_owned());
    line("METHOD:PUBLISH".to_owned());
    line(format!("NAME;LANGUAGE={language}:{}", escape(name)));
    line(format!("X-WR-CALNAME:{}", escape(name)));
    line("REFRESH-INTERVAL;VALUE=DURATION:PT12H".to_owned());
    line("X-PUBLISHED-TTL:PT12H".to_owned());
    for event in events {
        lines(event, language).into_iter().for_each(&mut line);
    }
    line("END:VCALENDAR".to_owned());
    text
}

fn lines(event: &Event, language: &str) -> Vec<String> {
    let changed = event.changed_at.strftime("%Y%m%dT%H%M%SZ");
    let next = event.on.tomorrow().unwrap_or(event.on);
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escape(&event.uid)),
        // What this says was written then: the same calendar, asked for twice, is the same text.
        format!("DTSTAMP:{changed}"),
        format!("LAST-MODIFIED:{changed}"),
        format!("SEQUENCE:{}", event.sequence),
        format!("DTSTART;VALUE=DATE:{}", event.on.strftime("%Y%m%d")),
        format!("DTEND;VALUE=DATE:{}", next.strftime("%Y%m%d")),
        format!("SUMMARY;LANGUAGE={language}:{}", escape(&event.title)),
    ];
    if !event.details.is_empty() {
        lines.push(format!("DESCRIPTION;LANGUAGE={language}:{}", escape(&event.details.join("\n"))));
    }
    lines.push(format!("CATEGORIES;LANGUAGE={language}:{}", escape(&event.category)));
    lines.push(format!("URL:{}", plain(&event.url)));
    lines.extend(["CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT"].map(str::to_owned));
    lines
}

/// A text as a value: what would end it or begin another is escaped (3.3.11), what no text holds is left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address as it stands, on one line.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// A content line, folded so that no line is longer than 75 octets and no character is cut (3.1).
fn fold(content: &str) -> String {
    let mut folded = String::with_capacity(content.len() + content.len() / LINE * 3 + 2);
    let mut room = LINE;
    for c in content.chars() {
        if c.len_utf8() > room {
            folded.push_str("\r\n ");
            room = LINE - 1;
        }
        folded.push(c);
        room -= c.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};

    use super::{Event, calendar, escape, fold};

    fn event(title: &str) -> Event {
        Event {
            uid: "law-deemed-1.1111@trinome".to_owned(),
            sequence: 2,
            changed_at: "2026-11-22T08:00:00Z".parse::<Timestamp>().expect("an instant"),
            on: date(2026, 12, 31),
            title: title.to_owned(),
            details: vec!["Article L2312-15.".to_owned(), "Report\u{a0}: oui, possible".to_owned()],
            url: "https://trinome.example/structures/1/projets/2/obligations".to_owned(),
            category: "Loi".to_owned(),
        }
    }

    /// The lines as a calendar program reads them: unfolded.
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_line_is_folded_at_seventy_five_octets_and_no_character_is_cut() {
        let long = format!("SUMMARY:{}", "é’\u{a0}€𝄞a".repeat(60));
        let folded = fold(&long);
        for line in folded.trim_end_matches("\r\n").split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
        }
        assert_eq!(folded.replace("\r\n ", "").trim_end_matches("\r\n"), long);
        assert_eq!(fold(&"a".repeat(75)), format!("{}\r\n", "a".repeat(75)));
        assert_eq!(fold(&"a".repeat(76)), format!("{}\r\n a\r\n", "a".repeat(75)));
    }

    #[test]
    fn nothing_that_people_write_ends_a_value_or_begins_another() {
        assert_eq!(escape("a,b;c\\d\r\ne\nf\u{7}\r"), "a\\,b\\;c\\\\d\\ne\\nf");
        let text = calendar("Nom", "fr", &[event("fin\r\nEND:VEVENT\nBEGIN:VALARM")]);
        let lines = unfolded(&text);
        assert_eq!(lines.iter().filter(|line| *line == "END:VEVENT").count(), 1);
        assert!(!lines.iter().any(|line| line.starts_with("BEGIN:VALARM")), "{text}");
    }

    #[test]
    fn a_calendar_has_whole_days_no_alarm_and_says_what_changed() {
        let text = calendar("Trinôme, Ateliers", "fr", &[event("Avis réputé négatif le 31 déc.")]);
        let lines = unfolded(&text);
        for line in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "X-WR-CALNAME:Trinôme\\, Ateliers",
            "UID:law-deemed-1.1111@trinome",
            "SEQUENCE:2",
            "DTSTAMP:20261122T080000Z",
            "LAST-MODIFIED:20261122T080000Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY;LANGUAGE=fr:Avis réputé négatif le 31 déc.",
            "DESCRIPTION;LANGUAGE=fr:Article L2312-15.\\nReport\u{a0}: oui\\, possible",
            "URL:https://trinome.example/structures/1/projets/2/obligations",
            "END:VCALENDAR",
        ] {
            assert!(lines.iter().any(|known| known == line), "{line} is not in\n{text}");
        }
        assert!(!text.contains("VALARM"));
        assert!(text.replace("\r\n", "").chars().all(|c| c != '\n' && c != '\r'), "a line ends otherwise");
    }

    #[test]
    fn the_same_dates_are_the_same_bytes() {
        let events = [event("un"), event("deux")];
        assert_eq!(calendar("Nom", "fr", &events), calendar("Nom", "fr", &events));
    }
}
