//! One screen: what it asks for, and how what was typed is read.

use jiff::civil::Date;
use kernel::{Headcount, Stage, UnknownCode};
use registry::OrganisationKind;

use super::{
    draft::Given,
    employer::{Committee, Employer},
    question::Question,
    reader::{Reader, Refusal, Refusals},
    vocabulary::{
        Answer, Change, Conversation, Data, Decision, Function, Newness, Origin, Since50, Sure, Ticks, Union,
    },
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectAnswer {
    pub title: String,
    pub purpose: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrganisationAnswer {
    pub kind: Answer<OrganisationKind>,
    pub headcount: Answer<u32>,
}

/// The threshold that the size of the employer makes matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThresholdAnswer {
    Eleven(Answer<bool>),
    /// Since when there have been fifty people; the day when it is recent.
    Fifty(Answer<Since50>, Option<Date>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RepresentationAnswer {
    pub committee: Answer<Committee>,
    pub union: Answer<Union>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToolAnswer {
    pub is_ai: Answer<bool>,
    pub is_new: Answer<bool>,
    pub origin: Answer<Origin>,
    pub on_the_market: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataAnswer {
    pub personal: Answer<bool>,
    pub ticks: Ticks<Data>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleAnswer {
    pub concerned: Answer<u32>,
    pub trades: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DialogueAnswer {
    pub information: Option<Date>,
    pub meeting: Option<Date>,
    pub expert: Option<Date>,
    pub opinion: Option<Date>,
}

/// What is wrong with what was typed on one screen; nothing when all is well.
pub fn refusals(question: Question, given: &Given, employer: &Employer, today: Date) -> Refusals {
    let refused = match question {
        Question::Project => project(given).err(),
        Question::Organisation => organisation(given).err(),
        Question::Threshold => threshold(given, employer, today).err(),
        Question::Representation => representation(given).err(),
        Question::Tool => tool(given).err(),
        Question::Functions => ticks(given, "functions", Function::parse).err(),
        Question::Work => ticks(given, "work", Change::parse).err(),
        Question::Data => data(given).err(),
        Question::Decisions => ticks(given, "decisions", Decision::parse).err(),
        Question::People => people(given).err(),
        Question::Stage => stage(given).err(),
        Question::Dialogue => dialogue(given, today).err(),
    };
    refused.unwrap_or_default()
}

pub(super) fn project(given: &Given) -> Result<ProjectAnswer, Refusals> {
    let mut read = Reader::new(given);
    let answer =
        ProjectAnswer { title: read.text("title", 120), purpose: read.optional_text("purpose", 600) };
    read.done(answer)
}

pub(super) fn organisation(given: &Given) -> Result<OrganisationAnswer, Refusals> {
    let mut read = Reader::new(given);
    let kind = read.one("kind", OrganisationKind::parse);
    let headcount = read.number("headcount", "headcount_unknown", 0, Headcount::MOST);
    read.done(OrganisationAnswer { kind, headcount })
}

pub(super) fn threshold(
    given: &Given,
    employer: &Employer,
    today: Date,
) -> Result<ThresholdAnswer, Refusals> {
    let mut read = Reader::new(given);
    if employer.at_least(50) != Some(true) {
        let met = sure(&mut read, "met11");
        return read.done(ThresholdAnswer::Eleven(met));
    }
    let since = read.one("since50", Since50::parse);
    let on = read.day("since50_on");
    match on {
        None if since == Answer::Is(Since50::Recent) => read.refuse("since50_on", Refusal::Required),
        Some(day) if day > today => read.refuse("since50_on", Refusal::InTheFuture),
        _ => {}
    }
    read.done(ThresholdAnswer::Fifty(since, on))
}

pub(super) fn sure(read: &mut Reader<'_>, name: &'static str) -> Answer<bool> {
    read.one(name, Sure::parse).map(|answer| answer == Sure::Yes)
}

pub(super) fn representation(given: &Given) -> Result<RepresentationAnswer, Refusals> {
    let mut read = Reader::new(given);
    let answer = RepresentationAnswer {
        committee: read.one("cse", Committee::parse),
        union: read.one("union", Union::parse),
    };
    read.done(answer)
}

pub(super) fn tool(given: &Given) -> Result<ToolAnswer, Refusals> {
    let mut read = Reader::new(given);
    let answer = ToolAnswer {
        is_ai: sure(&mut read, "ai"),
        is_new: read.one("newness", Newness::parse).map(|answer| answer == Newness::New),
        origin: read.one("origin", Origin::parse),
        on_the_market: read.day("market"),
    };
    read.done(answer)
}

pub(super) fn ticks<C: PartialEq>(
    given: &Given,
    name: &'static str,
    parse: impl Fn(&str) -> Result<C, UnknownCode>,
) -> Result<Ticks<C>, Refusals> {
    let mut read = Reader::new(given);
    let ticks = read.several(name, parse);
    read.done(ticks)
}

/// Without data on people, the boxes that say what is done with it need no tick.
pub(super) fn data(given: &Given) -> Result<DataAnswer, Refusals> {
    let mut read = Reader::new(given);
    let personal = sure(&mut read, "personal");
    if personal == Answer::Is(false) && given.all("data").next().is_none() {
        return read.done(DataAnswer { personal, ticks: Ticks { ticked: Vec::new(), rest_unknown: false } });
    }
    let ticks = read.several("data", Data::parse);
    read.done(DataAnswer { personal, ticks })
}

pub(super) fn people(given: &Given) -> Result<PeopleAnswer, Refusals> {
    let mut read = Reader::new(given);
    let concerned = read.number("concerned", "concerned_unknown", 0, Headcount::MOST);
    let trades = read.optional_text("trades", 160);
    read.done(PeopleAnswer { concerned, trades })
}

pub(super) fn stage(given: &Given) -> Result<Answer<Stage>, Refusals> {
    let mut read = Reader::new(given);
    let stage = read.one("stage", Stage::parse);
    read.done(stage)
}

/// A day that is given says that something has begun, whatever is chosen above it.
pub(super) fn dialogue(given: &Given, today: Date) -> Result<Answer<DialogueAnswer>, Refusals> {
    let mut read = Reader::new(given);
    let chosen = read.one("conversation", Conversation::parse);
    let days = DialogueAnswer {
        information: read.day("info_on"),
        meeting: read.day("meeting_on"),
        expert: read.day("expert_voted_on"),
        opinion: read.day("opinion_on"),
    };
    for (name, day) in [("expert_voted_on", days.expert), ("opinion_on", days.opinion)] {
        if day.is_some_and(|day| day > today) {
            read.refuse(name, Refusal::InTheFuture);
        }
        if day.zip(days.information).is_some_and(|(day, information)| day < information) {
            read.refuse(name, Refusal::BeforeTheInformation);
        }
    }
    let is_empty = days == DialogueAnswer::default();
    if chosen == Answer::Is(Conversation::Begun) && is_empty {
        read.refuse("conversation", Refusal::NoDay);
    }
    let answer = if is_empty { chosen.map(|_| days) } else { Answer::Is(days) };
    read.done(answer)
}
