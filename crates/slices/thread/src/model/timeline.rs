//! What the thread draws: times of dialogue in their lanes, and what passed from one space to another.

use jiff::civil::Date;
use kernel::{SpaceId, Sphere};

/// Where a moment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Held,
    Planned,
    /// Its day has passed and nobody has said whether it was held.
    Unsaid,
    /// In the table only: what did not take place is not drawn.
    Cancelled,
}

/// Something that happens in a lane on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// What it is known by, and what drives it: `activity:<id>`, `campaign:<id>`, `review:<id>`, `clause:<id>`.
    pub names: Vec<String>,
    pub lane: Sphere,
    /// None for what happens between the parties, in no space.
    pub space: Option<SpaceId>,
    pub on: Date,
    pub title: String,
    pub standing: Standing,
    /// What came out of it, in people's words.
    pub outcome: String,
    /// The end of its page's address under the project.
    pub rest: String,
}

impl Moment {
    fn is(&self, reference: &str) -> bool {
        self.names.iter().any(|name| name == reference)
    }
}

/// Something said in one space that was passed to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passing {
    /// What it was said in, where that is known: `campaign:<id>#autonomy`.
    pub said_in: Option<String>,
    pub from: SpaceId,
    pub said_on: Date,
    /// None where only the moment that took it up is known.
    pub to: Option<SpaceId>,
    pub passed_on: Date,
    /// The moment that took it up, where that is known: `activity:<id>`.
    pub taken_up_in: Option<String>,
    pub words: String,
}

/// A dashed line between two moments (places in the list they were computed from), and all that passed along it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub from: usize,
    pub to: usize,
    pub words: Vec<String>,
}

/// How many moments are drawn: past that, the picture would be a wall. The table holds them all.
pub const MOST_DRAWN: usize = 36;
/// How many of them may lie ahead.
const MOST_AHEAD: usize = 14;

/// The moments to draw, by day: the next ones, and the latest of those that were held.
pub fn drawn(moments: &[Moment], today: Date) -> Vec<Moment> {
    let mut kept: Vec<&Moment> =
        moments.iter().filter(|moment| moment.standing != Standing::Cancelled).collect();
    kept.sort_by_key(|moment| moment.on);
    let past = kept.iter().take_while(|moment| moment.on <= today).count();
    let ahead = (kept.len() - past).min(MOST_AHEAD);
    let first = past.saturating_sub(MOST_DRAWN - ahead);
    kept[first..past + ahead].iter().map(|moment| (*moment).clone()).collect()
}

/// The lines between moments. What was passed leaves from where it was said, and reaches the moment that took it up, else
/// the first one of the other space from that day on: until there is one, nothing is drawn, and the table says where it went.
pub fn passages(moments: &[Moment], passings: &[Passing]) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for passing in passings {
        let (Some(from), Some(to)) = (departure(moments, passing), arrival(moments, passing)) else {
            continue;
        };
        if from == to {
            continue;
        }
        match passages.iter_mut().find(|passage| passage.from == from && passage.to == to) {
            Some(passage) => passage.words.push(passing.words.clone()),
            None => passages.push(Passage { from, to, words: vec![passing.words.clone()] }),
        }
    }
    passages
}

fn departure(moments: &[Moment], passing: &Passing) -> Option<usize> {
    let named = passing.said_in.as_deref().map(|text| text.split('#').next().unwrap_or(text));
    let by_name = named.and_then(|name| moments.iter().position(|moment| moment.is(name)));
    by_name.or_else(|| {
        let before = |moment: &Moment| moment.space == Some(passing.from) && moment.on <= passing.said_on;
        moments.iter().rposition(before)
    })
}

fn arrival(moments: &[Moment], passing: &Passing) -> Option<usize> {
    let taken_up = passing.taken_up_in.as_deref();
    let by_name = taken_up.and_then(|name| moments.iter().position(|moment| moment.is(name)));
    by_name.or_else(|| {
        let to = passing.to?;
        moments.iter().position(|moment| moment.space == Some(to) && moment.on >= passing.passed_on)
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use kernel::{SpaceId, Sphere};

    use super::{MOST_AHEAD, MOST_DRAWN, Moment, Passage, Passing, Standing, drawn, passages};
    use crate::model::day::after;

    const TODAY: Date = date(2026, 11, 22);

    fn space(n: u8) -> SpaceId {
        SpaceId::parse(&format!("{n:032x}")).expect("an id")
    }

    fn moment(name: &str, n: u8, on: Date) -> Moment {
        Moment {
            names: vec![format!("activity:{name}"), format!("campaign:{name}")],
            lane: Sphere::ALL[usize::from(n)],
            space: Some(space(n)),
            on,
            title: name.to_owned(),
            standing: if on <= TODAY { Standing::Held } else { Standing::Planned },
            outcome: String::new(),
            rest: "espaces".to_owned(),
        }
    }

    fn passing(said_in: Option<&str>, from: u8, to: u8, passed_on: Date) -> Passing {
        let said_in = said_in.map(str::to_owned);
        let words = "un constat".to_owned();
        let said_on = date(2026, 10, 10);
        Passing {
            said_in,
            from: space(from),
            said_on,
            to: Some(space(to)),
            passed_on,
            taken_up_in: None,
            words,
        }
    }

    #[test]
    fn what_was_passed_leaves_from_the_campaign_and_reaches_the_next_meeting() {
        let moments = [
            moment("avant", 0, date(2026, 10, 1)),
            moment("diagnostic", 1, date(2026, 10, 5)),
            moment("cse", 0, date(2026, 10, 21)),
        ];
        let said = passing(Some("campaign:diagnostic#autonomy"), 1, 0, date(2026, 10, 12));
        let expected = vec![Passage { from: 1, to: 2, words: vec!["un constat".to_owned()] }];
        assert_eq!(passages(&moments, &[said]), expected);
    }

    #[test]
    fn without_a_known_origin_it_leaves_from_the_last_moment_of_its_space() {
        let moments = [
            moment("a", 1, date(2026, 9, 1)),
            moment("b", 1, date(2026, 10, 9)),
            moment("c", 1, date(2026, 11, 1)),
            moment("cse", 0, date(2026, 12, 1)),
        ];
        let found = passages(&moments, &[passing(None, 1, 0, date(2026, 10, 12))]);
        assert_eq!(found.iter().map(|p| (p.from, p.to)).collect::<Vec<_>>(), [(1, 3)]);
    }

    #[test]
    fn what_a_meeting_took_up_leads_to_that_meeting() {
        let moments = [
            moment("a", 1, date(2026, 10, 5)),
            moment("cse", 0, date(2026, 10, 21)),
            moment("cse bis", 0, date(2026, 11, 18)),
        ];
        let mut said = passing(None, 1, 0, date(2026, 10, 12));
        said.taken_up_in = Some("activity:cse bis".to_owned());
        let found = passages(&moments, &[said]);
        assert_eq!(found.iter().map(|p| (p.from, p.to)).collect::<Vec<_>>(), [(0, 2)]);
    }

    #[test]
    fn several_findings_along_one_way_make_one_line() {
        let moments = [moment("a", 1, date(2026, 10, 5)), moment("cse", 0, date(2026, 10, 21))];
        let said = passing(None, 1, 0, date(2026, 10, 12));
        let found = passages(&moments, &[said.clone(), said]);
        assert_eq!(found.iter().map(|p| p.words.len()).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn nothing_is_drawn_towards_a_space_where_nothing_is_planned() {
        let moments = [moment("a", 1, date(2026, 10, 5)), moment("cse", 0, date(2026, 10, 8))];
        assert_eq!(passages(&moments, &[passing(None, 1, 0, date(2026, 10, 12))]), vec![]);
    }

    #[test]
    fn a_long_history_is_drawn_from_its_latest_moments_and_keeps_what_is_next() {
        let days = -100..30;
        let moments: Vec<Moment> = days.map(|days| moment("x", 0, after(TODAY, days))).collect();
        let kept = drawn(&moments, TODAY);
        assert_eq!(kept.len(), MOST_DRAWN);
        assert_eq!(kept.last().map(|moment| moment.on), Some(after(TODAY, MOST_AHEAD as i32)));
        assert!(kept.is_sorted_by_key(|moment| moment.on));
    }

    #[test]
    fn a_short_history_is_drawn_whole_and_what_was_cancelled_is_not() {
        let mut moments = vec![moment("a", 1, after(TODAY, 40)), moment("b", 0, after(TODAY, -40))];
        moments.push(Moment { standing: Standing::Cancelled, ..moment("c", 2, TODAY) });
        let titles: Vec<String> = drawn(&moments, TODAY).into_iter().map(|moment| moment.title).collect();
        assert_eq!(titles, ["b", "a"]);
    }
}
