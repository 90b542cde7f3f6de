//! The thread as a picture and as a table: the same content, in the reader's language.

use jiff::civil::Date;
use kernel::Sphere;
use obligations::api::{LegalFlag, Reading};
use platform::T;
use ui::charts::thread::{Band, Event, Flag, Lane, Link, ThreadPicture, Tone};

use crate::{
    flags,
    model::{
        band::{self, bands},
        day::{after, number},
        timeline::{Moment, Standing, drawn, passages},
    },
    moments::{Titles, moments, passings},
    whole::Whole,
};

/// Legal dates further ahead than this are on the page of obligations only.
const AHEAD: i32 = 400;

/// The thread of a project, ready to be drawn and to be read.
pub struct Scene {
    pub picture: ThreadPicture,
    /// Oldest first.
    pub lines: Vec<Line>,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub on: Date,
    /// None for what the law dates, and for the stages of the project.
    pub sphere: Option<Sphere>,
    /// « dialogue social », « échéance légale », « étape du projet ».
    pub lane: String,
    pub what: String,
    pub state: String,
    /// What came out of it, and what passed from it to another space.
    pub outcome: Vec<String>,
    /// The end of its page's address under the project.
    pub rest: String,
}

/// Draws the thread. `path` makes an address of the end of one; without it, nothing in the picture leads anywhere.
pub fn scene(
    whole: &Whole,
    reading: &Reading,
    t: &T,
    today: Date,
    path: Option<&dyn Fn(&str) -> String>,
) -> Scene {
    let flags = obligations::api::legal_flags(reading, t);
    draw(whole, &flags::drawn(&flags, reading, t.locale(), today), t, today, path)
}

fn draw(
    whole: &Whole,
    flags: &[LegalFlag],
    t: &T,
    today: Date,
    path: Option<&dyn Fn(&str) -> String>,
) -> Scene {
    let all = with_titles(t, |titles| moments(whole, titles, today));
    let flags = near(flags, &all, whole, today);
    let drawn = drawn(&all, today);
    let link = |rest: &str| path.map(|path| path(rest));
    let picture = ThreadPicture {
        id_prefix: "thread".to_owned(),
        title: t.say("thread-title"),
        desc: description(t, &drawn, today),
        today: number(today),
        today_label: t.say("thread-today"),
        lanes: Sphere::ALL
            .iter()
            .map(|sphere| lane(whole, t, *sphere))
            .collect::<Vec<_>>()
            .try_into()
            .unwrap_or_default(),
        bands: bands_of(whole, t, today),
        events: drawn.iter().map(|moment| event(t, moment, today, link(&moment.rest))).collect(),
        flags_name: t.say("thread-flags"),
        flags: flags.iter().map(|flag| self::flag(t, flag, link("obligations"))).collect(),
        links: lines_between(whole, t, &drawn),
    };
    Scene { picture, lines: lines(whole, t, &all, &flags, today) }
}

/// Does something with the names of what has no title of its own.
pub(crate) fn with_titles<R>(t: &T, work: impl FnOnce(&Titles<'_>) -> R) -> R {
    let adopted = |numbers: &[i64]| numbered(t, "thread-adopted", numbers);
    let reviews = |numbers: &[i64]| numbered(t, "thread-reviews", numbers);
    let consulted = |event: &consultations::Event, of: &consultations::Consultation| {
        let title = consultations::title(t, event.kind, of);
        match event.outcome {
            Some(outcome) => {
                t.two("thread-opinion", "what", title, "opinion", t.say_code("consult-outcome", outcome))
            }
            None => title,
        }
    };
    let crossed = |crossing: &obligations::api::Crossing| obligations::api::crossing_title(crossing, t);
    work(&Titles { adopted: &adopted, reviews: &reviews, consulted: &consulted, crossed: &crossed })
}

/// Words about one article, or about several: « articles 1, 2 et 3 adoptés ».
fn numbered(t: &T, key: &str, numbers: &[i64]) -> String {
    let (last, first) = numbers.split_last().map_or((0, &numbers[..0]), |(last, first)| (*last, first));
    let first: Vec<String> = first.iter().map(ToString::to_string).collect();
    if first.is_empty() {
        t.one(&format!("{key}-one"), "number", last)
    } else {
        t.two(&format!("{key}-several"), "first", first.join(", "), "last", last)
    }
}

/// The legal dates that belong to the picture: from the beginning of the project to somewhat more than a year ahead.
fn near(flags: &[LegalFlag], moments: &[Moment], whole: &Whole, today: Date) -> Vec<LegalFlag> {
    let created = platform::clock::civil_day(whole.project.created_at);
    let first = moments.iter().map(|moment| moment.on).chain([created]).min().unwrap_or(today);
    let window = after(first, -31)..=after(today, AHEAD);
    flags.iter().filter(|flag| window.contains(&flag.on)).cloned().collect()
}

fn description(t: &T, drawn: &[Moment], today: Date) -> String {
    let first = drawn.first().map_or(today, |moment| moment.on.min(today));
    let last = drawn.last().map_or(today, |moment| moment.on.max(today));
    t.two("thread-description", "from", t.month(first), "to", t.month(last))
}

fn lane(whole: &Whole, t: &T, sphere: Sphere) -> Lane {
    let who: Vec<&str> = whole
        .spaces_of(sphere)
        .map(|space| if space.who.is_empty() { space.name.as_str() } else { space.who.as_str() })
        .collect();
    Lane { name: t.say_code("sphere", sphere), sub_name: who.join(", ") }
}

fn bands_of(whole: &Whole, t: &T, today: Date) -> Vec<Band> {
    bands(&whole.project.stages, whole.project.stage, whole.use_on(), today)
        .into_iter()
        .map(|band| Band {
            label: band_label(t, &band),
            dates: band.from.map(|day| t.one("thread-since", "day", t.short_day(day))).unwrap_or_default(),
            from: band.from.map(number),
        })
        .collect()
}

fn band_label(t: &T, band: &band::Band) -> String {
    if band.is_planned { t.say("thread-band-planned") } else { t.say_code("thread-band", band.stage) }
}

fn event(t: &T, moment: &Moment, today: Date, href: Option<String>) -> Event {
    Event {
        lane: moment.lane,
        day: number(moment.on),
        label: moment.title.clone(),
        date: t.near_day(moment.on, today),
        held: moment.standing == Standing::Held,
        href,
    }
}

fn flag(t: &T, flag: &LegalFlag, href: Option<String>) -> Flag {
    Flag {
        day: number(flag.on),
        label: flag_words(t, flag),
        date: String::new(),
        tone: if flag.is_alert { Tone::Alert } else { Tone::Plain },
        href,
    }
}

/// The label of a date of the law ends where its day begins: « Avis réputé négatif le ».
fn flag_words(t: &T, flag: &LegalFlag) -> String {
    t.two("thread-flag", "label", flag.label.clone(), "day", t.short_day(flag.on))
}

fn lines_between(whole: &Whole, t: &T, drawn: &[Moment]) -> Vec<Link> {
    passages(drawn, &passings(whole))
        .into_iter()
        .map(|passage| Link { from: passage.from, to: passage.to, label: passed(t, &passage.words) })
        .collect()
}

/// The words that passed, or how many findings there were.
fn passed(t: &T, words: &[String]) -> String {
    match words {
        [only] => t.one("thread-passed-one", "words", only.clone()),
        several => t.one("thread-passed-several", "count", several.len()),
    }
}

fn lines(whole: &Whole, t: &T, moments: &[Moment], flags: &[LegalFlag], today: Date) -> Vec<Line> {
    let passages = passages(moments, &passings(whole));
    let mut lines: Vec<Line> = moments
        .iter()
        .enumerate()
        .map(|(place, moment)| {
            let onwards = passages.iter().filter(|passage| passage.from == place).map(|passage| {
                let to = moments[passage.to].title.clone();
                t.two("thread-passed-to", "what", passed(t, &passage.words), "to", to)
            });
            let outcome = Some(moment.outcome.clone()).filter(|text| !text.is_empty());
            Line {
                on: moment.on,
                sphere: Some(moment.lane),
                lane: t.say_code("sphere-dialogue", moment.lane),
                what: moment.title.clone(),
                state: t.say(standing(moment.standing)),
                outcome: outcome.into_iter().chain(onwards).collect(),
                rest: moment.rest.clone(),
            }
        })
        .collect();
    lines.extend(flags.iter().map(|flag| law_line(t, flag, today)));
    lines.extend(whole.project.stages.iter().map(|change| Line {
        on: change.began_on,
        sphere: None,
        lane: t.say("thread-lane-stage"),
        what: t.say_code("stage", change.stage),
        state: t.say("thread-state-begun"),
        outcome: Vec::new(),
        rest: "etape".to_owned(),
    }));
    lines.sort_by_key(|line| line.on);
    lines
}

fn law_line(t: &T, flag: &LegalFlag, today: Date) -> Line {
    let state = match (flag.on < today, flag.is_alert) {
        (true, _) => "thread-state-past",
        (false, true) => "thread-state-alert",
        (false, false) => "thread-state-ahead",
    };
    Line {
        on: flag.on,
        sphere: None,
        lane: t.say("thread-lane-law"),
        what: flag_words(t, flag),
        state: t.say(state),
        outcome: Vec::new(),
        rest: "obligations".to_owned(),
    }
}

const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Held => "thread-state-held",
        Standing::Planned => "thread-state-planned",
        Standing::Unsaid => "thread-state-unsaid",
        Standing::Cancelled => "thread-state-cancelled",
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use kernel::Locale;
    use obligations::api::LegalFlag;

    use super::{Scene, draw};
    use crate::{
        fixture::{TODAY, activity, agreement, bare, finding, id, link, pass, speak},
        whole::Whole,
    };

    fn drawn(whole: &Whole, flags: &[LegalFlag]) -> Scene {
        draw(whole, flags, &speak(Locale::Fr), TODAY, None)
    }

    fn with_a_meeting() -> Whole {
        let mut whole = bare();
        whole.activities = vec![
            activity(10, 2, date(2026, 10, 5), "diagnostic"),
            activity(11, 1, date(2026, 10, 21), "réunion"),
        ];
        whole
    }

    fn flag(on: Date) -> LegalFlag {
        LegalFlag { label: "fin du délai d’avis".to_owned(), on, is_alert: true }
    }

    #[test]
    fn the_picture_and_the_table_carry_the_same_moments() {
        let scene = drawn(&with_a_meeting(), &[flag(date(2026, 12, 21))]);
        let drawn: Vec<&str> = scene.picture.events.iter().map(|event| event.label.as_str()).collect();
        assert_eq!(drawn, ["diagnostic", "réunion"]);
        let lines: Vec<&str> = scene.lines.iter().map(|line| line.what.as_str()).collect();
        assert_eq!(lines, ["diagnostic", "réunion", "Essai", "fin du délai d’avis 21 déc."]);
    }

    #[test]
    fn what_passed_to_the_committee_is_a_line_in_the_picture_and_words_in_the_table() {
        let mut whole = with_a_meeting();
        let mut said = finding(1, "on nous demande de justifier l’écart");
        pass(&mut said, date(2026, 12, 4));
        whole.findings = vec![said];
        let scene = drawn(&whole, &[]);
        let ways: Vec<(usize, usize)> = scene.picture.links.iter().map(|link| (link.from, link.to)).collect();
        assert_eq!(ways, [(0, 1)]);
        assert!(scene.lines[0].outcome[0].contains("justifier"), "{:?}", scene.lines[0]);
        assert!(scene.lines[0].outcome[0].ends_with("→ réunion"), "{:?}", scene.lines[0]);
    }

    #[test]
    fn an_adopted_article_is_a_moment_to_which_its_finding_leads() {
        let mut whole = with_a_meeting();
        whole.findings = vec![finding(1, "l’écart")];
        let mut text = agreement(4, Some(1));
        text.clauses[0].state = agreements::api::ClauseState::Adopted;
        text.clauses[0].settled_on = Some(date(2026, 11, 20));
        whole.links = vec![link(("finding", 1), ("clause", 400))];
        whole.agreement = Some(text);
        let scene = drawn(&whole, &[]);
        assert_eq!(scene.picture.events[2].label, "article 4 adopté");
        assert_eq!(scene.picture.links.iter().map(|link| (link.from, link.to)).collect::<Vec<_>>(), [(0, 2)]);
    }

    #[test]
    fn a_legal_date_of_another_decade_does_not_crush_the_picture() {
        let scene = drawn(&with_a_meeting(), &[flag(date(2026, 12, 21)), flag(date(2066, 1, 1))]);
        assert_eq!(scene.picture.flags.len(), 1);
    }

    #[test]
    fn without_addresses_nothing_in_the_picture_leads_anywhere() {
        let whole = with_a_meeting();
        assert!(drawn(&whole, &[flag(TODAY)]).picture.events.iter().all(|event| event.href.is_none()));
        let path = |rest: &str| format!("/p/{rest}");
        let scene = draw(&whole, &[], &speak(Locale::En), TODAY, Some(&path));
        assert_eq!(scene.picture.events[0].href.as_deref(), Some("/p/espaces"));
    }

    #[test]
    fn a_bare_project_has_three_lanes_a_band_and_no_word_missing() {
        for locale in Locale::ALL {
            let whole = bare();
            let scene = draw(&whole, &[], &speak(*locale), TODAY, None);
            assert_eq!(scene.picture.bands.len(), 1);
            assert_eq!(scene.picture.lanes[1].sub_name, "espace 2");
            assert!(!format!("{:?}{:?}", scene.picture, scene.lines).contains('⟦'), "{locale}");
        }
    }

    #[test]
    fn a_campaign_leads_to_its_page() {
        let mut whole = with_a_meeting();
        whole.activities[0].source = Some(format!("campaign:{}", id::<()>(7)));
        assert_eq!(drawn(&whole, &[]).lines[0].rest, format!("diagnostics/{}", id::<()>(7)));
    }
}
