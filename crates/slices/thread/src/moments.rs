//! The moments of a project and what passed between them, read from its slices. Pure.

use consultations::{Consultation, Event, EventKind};
use findings::Finding;
use follow_up::Commitment;
use jiff::civil::Date;
use kernel::Sphere;
use obligations::api::Crossing;
use spaces::{Activity, ActivityKind, ActivityState};

use crate::{
    model::timeline::{Moment, Passing, Standing},
    whole::Whole,
};

/// What the page calls things that have no title of their own, from the numbers of articles.
pub struct Titles<'a> {
    /// « article 4 adopté ».
    pub adopted: &'a dyn Fn(&[i64]) -> String,
    /// « bilans des articles 1 et 2 ».
    pub reviews: &'a dyn Fn(&[i64]) -> String,
    /// « avis du CSE ».
    pub consulted: &'a dyn Fn(&Event, &Consultation) -> String,
    /// « étape « Essai » malgré un préalable ».
    pub crossed: &'a dyn Fn(&Crossing) -> String,
}

/// Every moment, by day: times of dialogue, and the adoption of articles.
pub fn moments(whole: &Whole, titles: &Titles<'_>, today: Date) -> Vec<Moment> {
    let (reviews, others): (Vec<&Activity>, Vec<&Activity>) =
        whole.activities.iter().partition(|activity| reviewed(whole, activity).is_some());
    let mut moments: Vec<Moment> = others.into_iter().map(|activity| of_activity(activity, today)).collect();
    moments.extend(looked_at_together(whole, reviews, titles, today));
    moments.extend(consulted(whole, titles, today));
    moments.extend(crossed(whole, titles));
    moments.extend(adoptions(whole, titles));
    moments.sort_by_key(|moment| moment.on);
    moments
}

/// The number of the article that a planned review looks at.
fn reviewed(whole: &Whole, activity: &Activity) -> Option<i64> {
    let planned = activity.state == ActivityState::Planned;
    let id = activity.source.as_deref()?.strip_prefix("review:").filter(|_| planned)?;
    let holds = |known: &&Commitment| known.reviews.iter().any(|review| review.id.to_string() == id);
    whole.commitments.iter().find(holds).map(|commitment| commitment.clause_number)
}

/// Reviews awaited on one day in one space are one moment: articles adopted together are looked at together.
fn looked_at_together(
    whole: &Whole,
    mut reviews: Vec<&Activity>,
    titles: &Titles<'_>,
    today: Date,
) -> Vec<Moment> {
    reviews.sort_by_key(|activity| (activity.on, activity.space, reviewed(whole, activity)));
    let days = reviews.chunk_by(|one, other| (one.on, one.space) == (other.on, other.space));
    days.map(|day| {
        let mut moment = of_activity(day[0], today);
        if day.len() > 1 {
            let numbers: Vec<i64> = day.iter().filter_map(|activity| reviewed(whole, activity)).collect();
            moment.names = day.iter().flat_map(|activity| of_activity(activity, today).names).collect();
            moment.title = (titles.reviews)(&numbers);
        }
        moment
    })
    .collect()
}

fn of_activity(activity: &Activity, today: Date) -> Moment {
    let mut names = vec![format!("activity:{}", activity.id)];
    names.extend(activity.source.clone());
    Moment {
        names,
        lane: activity.sphere,
        space: Some(activity.space),
        on: activity.on,
        title: activity.title.clone(),
        standing: match activity.state {
            ActivityState::Held => Standing::Held,
            ActivityState::Cancelled => Standing::Cancelled,
            ActivityState::Planned if activity.is_overdue(today) => Standing::Unsaid,
            ActivityState::Planned => Standing::Planned,
        },
        outcome: activity.outcome.clone(),
        rest: activity.source_rest().unwrap_or_else(|| "espaces".to_owned()),
    }
}

/// What happened in the consultations, in the social lane. What a space of dialogue already holds that day, and names, is one
/// moment, not two.
fn consulted(whole: &Whole, titles: &Titles<'_>, today: Date) -> Vec<Moment> {
    let held_elsewhere = |event: &Event| {
        let is_it = |activity: &Activity| match event.kind {
            // An expert is voted in a meeting.
            EventKind::MeetingCalled | EventKind::ExpertAppointed => true,
            EventKind::HandedOver => activity.kind == ActivityKind::Information,
            EventKind::OpinionGiven => activity.kind == ActivityKind::Opinion,
            _ => false,
        };
        let social = |known: &&Activity| known.on == event.on && known.sphere == Sphere::Social;
        whole.activities.iter().filter(social).any(is_it)
    };
    let told = whole
        .consultations
        .iter()
        .flat_map(|of| of.standing().into_iter().map(move |event| (of, event)))
        .filter(|(_, event)| event.kind.is_a_moment() && !held_elsewhere(event));
    told.map(|(consultation, event)| Moment {
        names: vec![format!("consultation:{}", event.id)],
        lane: Sphere::Social,
        space: None,
        on: event.on,
        title: (titles.consulted)(event, consultation),
        standing: if event.on > today { Standing::Planned } else { Standing::Held },
        outcome: if event.kind.is_public() { event.words.clone() } else { String::new() },
        rest: consultations::rest(consultation),
    })
    .collect()
}

/// What went past a closed gate stays on the thread, with its reason.
fn crossed(whole: &Whole, titles: &Titles<'_>) -> Vec<Moment> {
    let moment = |crossing: &Crossing| Moment {
        names: vec![format!("crossing:{}", crossing.id)],
        lane: Sphere::Social,
        space: None,
        on: crossing.began_on,
        title: (titles.crossed)(crossing),
        standing: Standing::Held,
        outcome: crossing.reason.clone(),
        rest: "obligations".to_owned(),
    };
    whole.crossings.iter().map(moment).collect()
}

/// One moment for each day on which articles were adopted, in the social lane: both key holders consented there.
fn adoptions(whole: &Whole, titles: &Titles<'_>) -> Vec<Moment> {
    let clauses = whole.agreement.iter().flat_map(|agreement| &agreement.clauses);
    let mut adopted: Vec<_> =
        clauses.filter(|c| c.is_adopted()).filter_map(|c| Some((c.settled_on?, c))).collect();
    adopted.sort_by_key(|(on, clause)| (*on, clause.number));
    adopted
        .chunk_by(|(one, _), (other, _)| one == other)
        .map(|day| {
            let numbers: Vec<i64> = day.iter().map(|(_, clause)| clause.number).collect();
            let only = if let [(_, clause)] = day { Some(*clause) } else { None };
            Moment {
                names: day.iter().map(|(_, clause)| format!("clause:{}", clause.id)).collect(),
                lane: Sphere::Social,
                space: None,
                on: day[0].0,
                title: (titles.adopted)(&numbers),
                standing: Standing::Held,
                outcome: only.map(|clause| clause.title.clone()).unwrap_or_default(),
                rest: only.map_or_else(|| "accords".to_owned(), |clause| agreements::store::rest(clause.id)),
            }
        })
        .collect()
}

/// What was said in one place and went to another, oldest first.
pub fn passings(whole: &Whole) -> Vec<Passing> {
    whole.findings.iter().rev().flat_map(|finding| passings_of(whole, finding)).collect()
}

fn passings_of(whole: &Whole, finding: &Finding) -> Vec<Passing> {
    let blank = Passing {
        said_in: finding.origin_ref.clone(),
        from: finding.space,
        said_on: finding.recorded_on,
        to: None,
        passed_on: finding.recorded_on,
        taken_up_in: None,
        words: finding.text.clone(),
    };
    let mut taken_up = taken_up(whole, finding);
    let mut passings = Vec::new();
    for passed in &finding.passed {
        let place = taken_up.iter().position(|activity| activity.space == passed.to_space);
        let meeting = place.map(|place| taken_up.remove(place));
        passings.push(Passing {
            to: Some(passed.to_space),
            passed_on: passed.on,
            taken_up_in: meeting.map(|activity| format!("activity:{}", activity.id)),
            words: if passed.words.is_empty() { finding.text.clone() } else { passed.words.clone() },
            ..blank.clone()
        });
    }
    let elsewhere = taken_up.into_iter().map(|activity| format!("activity:{}", activity.id));
    let articles = ends(whole, finding, "clause").map(|id| format!("clause:{id}"));
    passings
        .extend(elsewhere.chain(articles).map(|name| Passing { taken_up_in: Some(name), ..blank.clone() }));
    passings
}

/// The meetings that took a finding up.
fn taken_up<'a>(whole: &'a Whole, finding: &'a Finding) -> Vec<&'a Activity> {
    let ids = ends(whole, finding, "activity");
    ids.filter_map(|id| whole.activities.iter().find(|activity| activity.id.to_string() == id)).collect()
}

/// The ids of this kind to which a finding leads.
fn ends<'a>(whole: &'a Whole, finding: &Finding, kind: &'a str) -> impl Iterator<Item = &'a str> {
    let id = finding.id.to_string();
    let leaves = move |link: &&findings::Link| {
        link.from_kind == "finding" && link.from_id == id && link.to_kind == kind
    };
    whole.links.iter().filter(leaves).map(|link| link.to_id.as_str())
}
