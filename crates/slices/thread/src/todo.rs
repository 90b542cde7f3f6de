//! The list of what is to be done, in words.

use kernel::Party;
use platform::T;

use crate::{
    fates::{capitalised, shortened},
    model::{
        day::Away,
        duty::{Duty, List, Matter, Row},
    },
};

/// The longest reason; the page of obligations has it whole.
const WHY: usize = 180;

/// A row of the list, ready to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub is_late: bool,
    /// « 4 déc. », « Bloqué ».
    pub due: String,
    /// « dans 12 j »; may be empty.
    pub away: String,
    pub what: String,
    /// May be empty.
    pub why: String,
    /// « Pourquoi ? », with the first articles of law; may be empty.
    pub articles: String,
    /// Who is awaited, where it is not the reader's party; may be empty.
    pub who: String,
    pub button: String,
    pub rest: String,
    pub is_main: bool,
}

/// The list in words, and what the shortest path costs.
pub struct Items {
    pub now: Vec<Item>,
    pub later: Vec<Item>,
    pub path: String,
}

pub fn items(list: &List, t: &T) -> Items {
    let path = if list.acts == 0 {
        t.say("thread-path-none")
    } else {
        t.two("thread-path", "acts", list.acts, "duration", t.minutes(list.minutes))
    };
    let words = |rows: &[Row]| rows.iter().map(|row| item(row, t)).collect();
    Items { now: words(&list.now), later: words(&list.later), path }
}

fn item(row: &Row, t: &T) -> Item {
    let duty = &row.duty;
    let (due, away) = due(row, t);
    Item {
        is_late: row.is_late(),
        due,
        away,
        what: what(&duty.matter, t),
        why: why(&duty.matter, t),
        articles: articles(&duty.matter, t),
        who: if row.is_own { String::new() } else { awaited(duty, t) },
        button: button(row, t),
        rest: duty.rest.clone(),
        is_main: row.is_main,
    }
}

fn due(row: &Row, t: &T) -> (String, String) {
    if let Matter::Stop { bites, .. } = &row.duty.matter {
        let until = row.duty.due.map(|day| t.one("thread-until", "day", t.short_day(day)));
        let stage = t.say(if *bites { "thread-stop-now" } else { "thread-stop-next" });
        return (t.say("thread-stop"), until.unwrap_or(stage));
    }
    match (row.duty.due, row.away) {
        (Some(day), Some(away)) => (t.short_day(day), self::away(away, t)),
        _ => (t.say("thread-now"), String::new()),
    }
}

/// « dans 12 j », « aujourd’hui », « en retard de 3 j ».
pub fn away(away: Away, t: &T) -> String {
    match away {
        Away::Late(days) => t.one("thread-away-late", "days", days),
        Away::Today => t.say("thread-away-today"),
        Away::Tomorrow => t.say("thread-away-tomorrow"),
        Away::In(days) => t.one("thread-away-in", "days", days),
    }
}

fn what(matter: &Matter, t: &T) -> String {
    match matter {
        Matter::Stop { title, .. } | Matter::Law { title, .. } => title.clone(),
        Matter::Key { opening: true, campaign, .. } => {
            t.one("thread-do-key-open", "campaign", campaign.clone())
        }
        Matter::Key { opening: false, campaign, .. } => {
            t.one("thread-do-key-close", "campaign", campaign.clone())
        }
        Matter::Answer { words, count: 1, .. } => t.one("thread-do-answer-one", "words", words.clone()),
        Matter::Answer { count, space, .. } => {
            t.two("thread-do-answer", "count", *count, "space", space.clone())
        }
        Matter::Consent { number, title, count: 1 } => {
            t.two("thread-do-consent-one", "number", *number, "title", title.clone())
        }
        Matter::Consent { count, .. } => t.one("thread-do-consent", "count", *count),
        Matter::Objection { number, title, .. } => {
            t.two("thread-do-objection", "number", *number, "title", title.clone())
        }
        Matter::Hold { title, .. } => t.one("thread-do-hold", "title", title.clone()),
        Matter::SayHeld { title } => t.one("thread-do-say-held", "title", title.clone()),
        Matter::Open { campaign } => t.one("thread-do-open", "campaign", campaign.clone()),
        Matter::Collect { campaign } => t.one("thread-do-collect", "campaign", campaign.clone()),
        Matter::Close { campaign } => t.one("thread-do-close", "campaign", campaign.clone()),
        Matter::Keep { what, .. } => t.one("thread-do-keep", "what", what.clone()),
        Matter::Watch { indicator, .. } => t.one("thread-do-watch", "indicator", indicator.clone()),
        Matter::Review { what, called: false } => t.one("thread-do-review", "what", what.clone()),
        Matter::Review { what, called: true } => t.one("thread-do-review-called", "what", what.clone()),
        Matter::Invite { party } => t.say_code("thread-do-invite", party),
        Matter::Begin => t.say("thread-do-begin"),
        Matter::Heed { what, .. } => what.clone(),
    }
}

fn why(matter: &Matter, t: &T) -> String {
    match matter {
        Matter::Stop { why, .. } | Matter::Law { why, .. } => sentence(&shortened(why, WHY)),
        Matter::Key { by, .. } => t.one("thread-why-key", "party", t.say_code("party", by)),
        Matter::Answer { count: 1, space, .. } => t.one("thread-why-answer-one", "space", space.clone()),
        Matter::Answer { .. } => t.say("thread-why-answer"),
        Matter::Consent { .. } => t.say("thread-why-consent"),
        Matter::Objection { by, .. } => t.one("thread-why-objection", "party", t.say_code("party", by)),
        Matter::Hold { kind, who, .. } => {
            let kind = capitalised(&t.say_code("activity-kind", kind));
            t.two("thread-why-hold", "kind", kind, "space", who.clone())
        }
        Matter::SayHeld { .. } => t.say("thread-why-say-held"),
        Matter::Open { .. } => t.say("thread-why-open"),
        Matter::Collect { .. } => t.say("thread-why-collect"),
        Matter::Close { .. } => t.say("thread-why-close"),
        Matter::Keep { owner, .. } => t.one("thread-why-keep", "owner", owner.clone()),
        Matter::Watch { what, .. } => t.one("thread-why-watch", "what", what.clone()),
        Matter::Review { called: false, .. } => t.say("thread-why-review"),
        Matter::Review { called: true, .. } => t.say("thread-why-review-called"),
        Matter::Invite { .. } => t.say("thread-why-invite"),
        Matter::Begin => t.say("thread-why-begin"),
        Matter::Heed { why, .. } => why.clone(),
    }
}

/// Words that come from a label or from a sentence, as a sentence.
fn sentence(words: &str) -> String {
    let ended = words.is_empty() || words.ends_with(['.', '!', '?', '…']);
    if ended { words.to_owned() } else { format!("{words}.") }
}

/// The first two articles; the page of obligations has them all.
fn articles(matter: &Matter, t: &T) -> String {
    let (Matter::Stop { articles, .. } | Matter::Law { articles, .. }) = matter else { return String::new() };
    match articles.as_slice() {
        [] => String::new(),
        [one] => t.one("thread-why-law", "articles", one.clone()),
        [one, two] => t.one("thread-why-law", "articles", format!("{one}, {two}")),
        [one, two, ..] => t.one("thread-why-law-more", "articles", format!("{one}, {two}")),
    }
}

/// Who is awaited; where nearly everybody is, saying so helps nobody.
fn awaited(duty: &Duty, t: &T) -> String {
    if duty.parties.len() > 3 {
        return String::new();
    }
    let parties: Vec<String> = duty.parties.iter().map(|party: &Party| t.say_code("party", party)).collect();
    t.one("thread-awaited", "parties", parties.join(", "))
}

fn button(row: &Row, t: &T) -> String {
    if !row.is_own {
        return t.say("thread-go-follow");
    }
    if let Matter::Heed { go, .. } = &row.duty.matter {
        return go.clone();
    }
    t.say(match &row.duty.matter {
        Matter::Stop { .. } | Matter::Law { .. } | Matter::Collect { .. } | Matter::Watch { .. } => {
            "thread-go-see"
        }
        Matter::Key { .. } => "thread-go-key",
        Matter::Answer { .. } => "thread-go-answer",
        Matter::Consent { .. } => "thread-go-consent",
        Matter::Objection { .. } => "thread-go-read",
        Matter::Hold { .. } | Matter::Review { .. } => "thread-go-prepare",
        Matter::SayHeld { .. } => "thread-go-tell",
        Matter::Open { .. } => "thread-go-open",
        Matter::Close { .. } => "thread-go-close",
        Matter::Keep { .. } => "thread-go-report",
        Matter::Invite { .. } => "thread-go-invite",
        Matter::Heed { .. } => "thread-go-see",
        Matter::Begin => "thread-go-prepare",
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{Locale, Party};
    use spaces::ActivityKind;

    use super::items;
    use crate::{
        fixture::{TODAY, speak},
        model::duty::{Duty, Matter, list},
    };

    /// One of each, where its words differ.
    fn every_matter() -> Vec<Matter> {
        let text = || "x".to_owned();
        let mut all = vec![
            Matter::Stop { title: text(), why: text(), articles: vec![text()], bites: true },
            Matter::Stop { title: text(), why: text(), articles: vec![text(); 3], bites: false },
            Matter::Law { title: text(), why: text(), articles: Vec::new() },
            Matter::Objection { number: 1, title: text(), by: Party::Technical },
            Matter::SayHeld { title: text() },
            Matter::Open { campaign: text() },
            Matter::Collect { campaign: text() },
            Matter::Close { campaign: text() },
            Matter::Keep { what: text(), owner: text() },
            Matter::Watch { indicator: text(), what: text() },
            Matter::Begin,
            Matter::Heed { what: text(), why: text(), go: text() },
        ];
        for several in [1, 3] {
            all.push(Matter::Answer { words: text(), count: several, space: text() });
            all.push(Matter::Consent { number: 1, title: text(), count: several });
        }
        for yes in [true, false] {
            all.push(Matter::Key { opening: yes, campaign: text(), by: Party::Management });
            all.push(Matter::Review { what: text(), called: yes });
        }
        all.extend(ActivityKind::ALL.iter().map(|kind| Matter::Hold {
            kind: *kind,
            title: text(),
            who: text(),
        }));
        all.extend(Party::TRINOME.map(|party| Matter::Invite { party }));
        all
    }

    #[test]
    fn everything_there_is_to_do_has_its_words_in_both_languages() {
        for locale in Locale::ALL {
            let t = speak(*locale);
            for reader in [Party::Management, Party::Workers] {
                for (matter, days) in every_matter().into_iter().zip([-3, -1, 0, 1, 12].into_iter().cycle()) {
                    let due = Some(crate::model::day::after(TODAY, days));
                    let parties = vec![Party::Management];
                    let duty = Duty { matter: matter.clone(), parties, due, rest: "x".to_owned() };
                    let said = items(&list(vec![duty], reader, TODAY), &t);
                    let item = format!("{:?} {}", said.now[0], said.path);
                    assert!(!item.contains('⟦'), "{locale} {matter:?}: {item}");
                }
            }
        }
    }

    #[test]
    fn a_date_is_said_with_how_far_it_is() {
        let matter = Matter::SayHeld { title: "réunion".to_owned() };
        let due = Some(date(2026, 12, 4));
        let duty = Duty { matter, parties: vec![Party::Management], due, rest: "espaces".to_owned() };
        let t = speak(Locale::Fr);
        let said = items(&list(vec![duty.clone()], Party::Management, TODAY), &t);
        assert_eq!((said.now[0].due.as_str(), said.now[0].away.as_str()), ("4 déc.", "dans 12\u{a0}j"));
        let cost = format!("un geste pour vous ce mois-ci, environ {} (notre estimation).", t.minutes(10));
        assert_eq!(said.path, format!("Le plus court chemin\u{a0}: {cost}"));
        let others = items(&list(vec![duty], Party::Workers, TODAY), &t);
        assert_eq!(
            (others.now[0].who.as_str(), others.now[0].button.as_str()),
            ("Attendu de\u{a0}: Direction.", "Suivre")
        );
    }
}
