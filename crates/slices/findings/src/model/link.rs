//! Links: what led to what, followed from either end.

use std::collections::{BTreeSet, VecDeque};

use jiff::civil::Date;
use serde::Serialize;

/// One link of the thread. Kinds: `campaign`, `activity`, `finding`, `space`, `clause`, `commitment`, `trigger`, `review`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    pub from_kind: String,
    pub from_id: String,
    pub to_kind: String,
    pub to_id: String,
    pub relation: String,
    pub on: Date,
}

/// One thing on the way, and how many links away it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    pub kind: String,
    pub id: String,
    pub relation: String,
    pub on: Date,
    pub distance: usize,
}

/// All that this leads to, nearest first.
pub fn onwards(links: &[Link], kind: &str, id: &str) -> Vec<Stop> {
    walk(kind, id, |kind, id| {
        links
            .iter()
            .filter(|l| l.from_kind == kind && l.from_id == id)
            .map(|l| (l, &l.to_kind, &l.to_id))
            .collect()
    })
}

/// All that led to this, nearest first.
pub fn back(links: &[Link], kind: &str, id: &str) -> Vec<Stop> {
    walk(kind, id, |kind, id| {
        links
            .iter()
            .filter(|l| l.to_kind == kind && l.to_id == id)
            .map(|l| (l, &l.from_kind, &l.from_id))
            .collect()
    })
}

/// Breadth first, each thing once. A space ends the way: what else passed there is another story.
fn walk<'a>(
    kind: &str,
    id: &str,
    next: impl Fn(&str, &str) -> Vec<(&'a Link, &'a String, &'a String)>,
) -> Vec<Stop> {
    let mut seen = BTreeSet::from([(kind.to_owned(), id.to_owned())]);
    let mut queue = VecDeque::from([(kind.to_owned(), id.to_owned(), 0)]);
    let mut stops = Vec::new();
    while let Some((kind, id, distance)) = queue.pop_front() {
        if distance > 0 && matches!(kind.as_str(), "space" | "activity") {
            continue;
        }
        for (link, kind, id) in next(&kind, &id) {
            if seen.insert((kind.clone(), id.clone())) {
                let (relation, on) = (link.relation.clone(), link.on);
                stops.push(Stop { kind: kind.clone(), id: id.clone(), relation, on, distance: distance + 1 });
                queue.push_back((kind.clone(), id.clone(), distance + 1));
            }
        }
    }
    stops
}

/// What an `origin_ref` names: `campaign:<id>#autonomy` is the campaign `<id>`.
pub fn origin(reference: &str) -> Option<(&str, &str)> {
    let (kind, rest) = reference.split_once(':')?;
    let id = rest.split('#').next().unwrap_or(rest);
    (!kind.is_empty() && !id.is_empty()).then_some((kind, id))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Link, back, onwards, origin};

    fn link(from: (&str, &str), to: (&str, &str)) -> Link {
        Link {
            from_kind: from.0.to_owned(),
            from_id: from.1.to_owned(),
            to_kind: to.0.to_owned(),
            to_id: to.1.to_owned(),
            relation: "led_to".to_owned(),
            on: date(2026, 3, 12),
        }
    }

    fn thread() -> Vec<Link> {
        vec![
            link(("campaign", "c"), ("finding", "f")),
            link(("finding", "f"), ("space", "s")),
            link(("finding", "f"), ("clause", "4")),
            link(("clause", "4"), ("commitment", "e")),
            link(("commitment", "e"), ("trigger", "t")),
            link(("trigger", "t"), ("finding", "g")),
            link(("finding", "other"), ("space", "s")),
        ]
    }

    fn ids(stops: &[super::Stop]) -> Vec<&str> {
        stops.iter().map(|stop| stop.id.as_str()).collect()
    }

    #[test]
    fn a_finding_is_followed_to_all_that_it_became_and_back() {
        assert_eq!(ids(&onwards(&thread(), "finding", "f")), ["s", "4", "e", "t", "g"]);
        assert_eq!(ids(&back(&thread(), "finding", "g")), ["t", "e", "4", "f", "c"]);
    }

    #[test]
    fn what_else_passed_to_the_same_space_is_another_story() {
        let mut links = thread();
        links.push(link(("space", "s"), ("finding", "not ours")));
        assert!(!ids(&onwards(&links, "finding", "f")).contains(&"not ours"));
        assert!(!ids(&back(&thread(), "space", "s")).is_empty());
    }

    #[test]
    fn a_circle_is_walked_once() {
        let mut links = thread();
        links.push(link(("finding", "g"), ("finding", "f")));
        assert_eq!(ids(&onwards(&links, "finding", "f")).len(), 5);
    }

    #[test]
    fn an_origin_names_its_thing_whatever_part_of_it_spoke() {
        assert_eq!(origin("campaign:abc#autonomy"), Some(("campaign", "abc")));
        assert_eq!(origin("activity:abc"), Some(("activity", "abc")));
        assert_eq!(origin("nothing"), None);
        assert_eq!(origin("campaign:#autonomy"), None);
    }
}
