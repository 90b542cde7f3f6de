//! The dates of a project as one reader may see them. Pure: what is read is the thread's [`Whole`], hidden from the line
//! already; of a finding only that an answer is awaited passes here, of a campaign its last day.

use access::Act;
use consultations::{Consultation, EventKind};
use jiff::{ToSpan, civil::Date};
use kernel::Party;
use methods::CampaignState;
use obligations::api::{LegalDate, Reading};
use platform::{T, clock::civil_day};
use spaces::ActivityState;
use thread::Whole;

use crate::model::entry::{Entry, Kind, in_order};

/// Further back than this, the thread tells what was; further ahead, nobody plans yet.
const BEHIND: i64 = 370;
const AHEAD: i64 = 5 * 366;

/// The dates of a project, for a reader of this party, in their language.
pub fn entries(whole: &Whole, reader: Party, t: &T, today: Date) -> Vec<Entry> {
    let make = Make { whole, reader, t };
    let mut found = make.law(&whole.reading(today));
    found.extend(make.meetings());
    found.extend(make.answers());
    found.extend(make.commitments());
    found.extend(make.campaigns());
    found.extend(make.keys());
    let window = today.saturating_sub(BEHIND.days())..=today.saturating_add(AHEAD.days());
    found.retain(|entry| window.contains(&entry.on));
    in_order(found)
}

struct Make<'a> {
    whole: &'a Whole,
    reader: Party,
    t: &'a T,
}

impl Make<'_> {
    /// A date; `parties`: who is awaited, everybody where nobody is named; `rest`: the end of its page's address.
    fn entry(&self, kind: Kind, name: &str, on: Date, title: String, parties: &[Party], rest: &str) -> Entry {
        let project = &self.whole.project;
        let is_named = !parties.is_empty() && parties.len() <= 3;
        let awaited = is_named.then(|| {
            let names: Vec<String> = parties.iter().map(|party| self.t.say_code("party", party)).collect();
            self.t.one("thread-awaited", "parties", names.join(", "))
        });
        Entry {
            kind,
            key: format!("{name}.{}", project.id),
            project: project.id,
            project_title: project.title.clone(),
            on,
            title,
            details: awaited.into_iter().collect(),
            path: registry::path(project, rest),
            is_own: parties.is_empty() || parties.contains(&self.reader),
            is_done: false,
        }
    }

    fn law(&self, reading: &Reading) -> Vec<Entry> {
        let over = self.whole.consultations.last().and_then(|held| over(held, reading, self.t));
        let dates = obligations::api::dates(reading, &self.whole.evidence, self.t);
        dates.iter().map(|date| self.of_law(date, over.as_ref())).collect()
    }

    fn of_law(&self, date: &LegalDate, over: Option<&Over>) -> Entry {
        let t = self.t;
        let title = if date.label.is_empty() {
            t.one("diary-law-from", "what", date.title.clone())
        } else {
            t.two("diary-law", "label", date.label.clone(), "day", t.short_day(date.on))
        };
        let mut entry =
            self.entry(Kind::Law, &format!("law-{}", date.name), date.on, title, &[], "obligations");
        entry.details.push(t.two("diary-law-why", "rule", date.title.clone(), "day", date.said.clone()));
        if !date.articles.is_empty() {
            entry.details.push(t.one("diary-law-articles", "articles", date.articles.join(" · ")));
        }
        entry.is_done = date.is_met || over.is_some_and(|over| over.ends(date));
        entry
    }

    /// Times of dialogue that people plan, and meetings to which the committee is called.
    fn meetings(&self) -> Vec<Entry> {
        let by_hand = self.whole.activities.iter().filter(|activity| activity.source.is_none());
        let standing = by_hand.filter(|activity| activity.state != ActivityState::Cancelled);
        let planned = standing.map(|activity| {
            let name = format!("activity-{}", activity.id);
            let mut entry =
                self.entry(Kind::Meeting, &name, activity.on, activity.title.clone(), &[], "espaces");
            if let Some(space) = self.whole.spaces.iter().find(|space| space.id == activity.space) {
                entry.details.push(space.name.clone());
            }
            entry.is_done = activity.state == ActivityState::Held;
            entry
        });
        let called = self.whole.consultations.iter().flat_map(|held| {
            let meetings = held.standing().into_iter().filter(|event| event.kind == EventKind::MeetingCalled);
            meetings.map(move |event| {
                let title = consultations::title(self.t, event.kind, held);
                let root = event.corrects.unwrap_or(event.id);
                self.entry(
                    Kind::Meeting,
                    &format!("called-{root}"),
                    event.on,
                    title,
                    &[],
                    &consultations::rest(held),
                )
            })
        });
        planned.chain(called).collect()
    }

    /// Answers that are awaited; never a word of what was said.
    fn answers(&self) -> Vec<Entry> {
        let waiting = self.whole.findings.iter().flat_map(|finding| {
            finding.waiting().map(move |passed| {
                let parties = thread::answerers(finding, passed.to_sphere);
                let title = self.t.one("diary-answer", "space", passed.to_name.clone());
                let name = format!("answer-{}-{}", finding.id, passed.to_space);
                let rest = format!("constats/{}", finding.id);
                self.entry(Kind::Answer, &name, passed.answer_due, title, &parties, &rest)
            })
        });
        waiting.collect()
    }

    fn commitments(&self) -> Vec<Entry> {
        let mut found = Vec::new();
        for commitment in &self.whole.commitments {
            let rest = format!("suivi/{}", commitment.id);
            let title = self.t.one("thread-do-keep", "what", commitment.what.clone());
            let name = format!("commitment-{}", commitment.id);
            let owner = [commitment.owner_party];
            let mut entry = self.entry(Kind::Commitment, &name, commitment.due_on, title, &owner, &rest);
            entry.is_done = commitment.kept.is_some();
            found.push(entry);
            for review in commitment.reviews.iter().filter(|review| review.held.is_none()) {
                let key = if review.is_called() { "thread-do-review-called" } else { "thread-do-review" };
                let title = self.t.one(key, "what", commitment.what.clone());
                let rest = format!("suivi/bilans/{}", review.id);
                let name = format!("review-{}", review.id);
                let parties = Act::HoldReview.parties();
                found.push(self.entry(Kind::Review, &name, review.due_on, title, parties, &rest));
            }
        }
        found
    }

    fn campaigns(&self) -> Vec<Entry> {
        let open = self.whole.campaigns.iter().filter(|campaign| campaign.state == CampaignState::Open);
        open.map(|campaign| {
            let title = self.t.one("diary-campaign", "campaign", campaign.title.clone());
            let name = format!("campaign-{}", campaign.id);
            self.entry(Kind::Campaign, &name, campaign.closes_on, title, &[], &campaign.rest())
        })
        .collect()
    }

    fn keys(&self) -> Vec<Entry> {
        let waiting = self.whole.keys.iter().map(|key| {
            let is_opening = key.act == Act::OpenCampaign;
            let words = if is_opening { "thread-do-key-open" } else { "thread-do-key-close" };
            let title = self.t.one(words, "campaign", key.campaign.title.clone());
            let name = format!("key-{}-{}", key.act.code(), key.campaign.id);
            let on = civil_day(key.expires_at);
            self.entry(Kind::Key, &name, on, title, &[key.awaited], &key.campaign.rest())
        });
        waiting.collect()
    }
}

/// The dates that an opinion has made idle: those that a consultation leads to, from the day it was given.
struct Over {
    since: Date,
    led: Vec<(String, Date)>,
}

impl Over {
    fn ends(&self, date: &LegalDate) -> bool {
        date.on >= self.since && self.led.contains(&(date.label.clone(), date.on))
    }
}

fn over(held: &Consultation, reading: &Reading, t: &T) -> Option<Over> {
    let given = held.last(EventKind::OpinionGiven)?;
    let facts: Vec<&str> = EventKind::ALL.iter().filter_map(|kind| kind.fact()).collect();
    let led = obligations::api::clock(reading, t, &facts);
    Some(Over { since: given.on, led: led.into_iter().map(|line| (line.label, line.on)).collect() })
}
