//! The questions: one idea a screen, in the order in which people can answer them.

use kernel::{Stage, codes};
use registry::OrganisationKind;

use super::{
    employer::{Committee, Employer},
    vocabulary::{Change, Conversation, Data, Decision, Function, Newness, Origin, Since50, Sure, Union},
};

codes! {
    /// A screen.
    pub enum Question("question") {
        Project = "project",
        Organisation = "organisation",
        Threshold = "threshold",
        Representation = "representation",
        Tool = "tool",
        Functions = "functions",
        Work = "work",
        Data = "data",
        Decisions = "decisions",
        People = "people",
        Stage = "stage",
        Dialogue = "dialogue",
    }
}

/// What every choice may also be.
pub const UNKNOWN: &str = "unknown";
/// The tick that says that no other applies.
pub const NONE: &str = "none";

/// How a field is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A line of at most so many characters.
    Line(usize),
    Area(usize),
    Number,
    Day,
    One(Vec<&'static str>),
    Several(Vec<&'static str>),
}

/// A field of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub name: &'static str,
    pub input: Input,
    pub is_optional: bool,
}

impl Asked {
    const fn new(name: &'static str, input: Input) -> Self {
        Self { name, input, is_optional: false }
    }

    const fn optional(name: &'static str, input: Input) -> Self {
        Self { name, input, is_optional: true }
    }
}

impl Question {
    /// The end of its address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Project => "projet",
            Self::Organisation => "organisation",
            Self::Threshold => "seuil",
            Self::Representation => "representation",
            Self::Tool => "outil",
            Self::Functions => "fonctions",
            Self::Work => "travail",
            Self::Data => "donnees",
            Self::Decisions => "decisions",
            Self::People => "personnes",
            Self::Stage => "etape",
            Self::Dialogue => "dialogue",
        }
    }

    pub fn of_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|question| question.slug() == slug)
    }

    /// Its fields, for this employer.
    pub fn fields(self, employer: &Employer) -> Vec<Asked> {
        match self {
            Self::Project => {
                vec![Asked::new("title", Input::Line(120)), Asked::optional("purpose", Input::Area(600))]
            }
            Self::Organisation => vec![
                Asked::new("kind", one(OrganisationKind::ALL, OrganisationKind::code)),
                Asked::new("headcount", Input::Number),
                dont_know("headcount_unknown"),
            ],
            Self::Threshold => threshold(employer),
            Self::Representation => vec![
                Asked::new("cse", committees(employer)),
                Asked::new("union", one(Union::ALL, Union::code)),
            ],
            Self::Tool => vec![
                Asked::new("ai", one(Sure::ALL, Sure::code)),
                Asked::new("newness", one(Newness::ALL, Newness::code)),
                Asked::new("origin", one(Origin::ALL, Origin::code)),
                Asked::optional("market", Input::Day),
            ],
            Self::Functions => vec![Asked::new("functions", several(Function::ALL, Function::code))],
            Self::Work => vec![Asked::new("work", several(Change::ALL, Change::code))],
            Self::Data => vec![
                Asked::new("personal", one(Sure::ALL, Sure::code)),
                Asked::new("data", several(Data::ALL, Data::code)),
            ],
            Self::Decisions => vec![Asked::new("decisions", several(Decision::ALL, Decision::code))],
            Self::People => vec![
                Asked::new("concerned", Input::Number),
                dont_know("concerned_unknown"),
                Asked::optional("trades", Input::Line(160)),
            ],
            Self::Stage => vec![Asked::new("stage", one(Stage::ALL, Stage::code))],
            Self::Dialogue => vec![
                Asked::new("conversation", one(Conversation::ALL, Conversation::code)),
                Asked::optional("info_on", Input::Day),
                Asked::optional("meeting_on", Input::Day),
                Asked::optional("expert_voted_on", Input::Day),
                Asked::optional("opinion_on", Input::Day),
            ],
        }
    }

    /// The names of every field it may have, whatever the employer.
    pub fn names(self) -> Vec<&'static str> {
        let mut names: Vec<_> =
            self.fields(&Employer::default()).into_iter().map(|asked| asked.name).collect();
        if self == Self::Threshold {
            names.extend(["met11", "since50", "since50_on"]);
        }
        names
    }

    /// The question that gives a fact of the law, for whoever wants to settle a doubt.
    pub fn of_fact(fact: &str) -> Option<Self> {
        Some(match fact {
            "org.sector" | "org.headcount" => Self::Organisation,
            "org.threshold11_met" | "org.reached50_on" => Self::Threshold,
            "org.cse" | "org.union_section" | "org.union_delegate" => Self::Representation,
            "system.is_ai"
            | "system.new_technology"
            | "system.role"
            | "system.placed_on_market"
            | "system.rebranded_or_repurposed" => Self::Tool,
            "system.generative"
            | "system.generative_media"
            | "system.direct_interaction"
            | "system.geolocation"
            | "system.monitors_activity"
            | "system.emotion" => Self::Functions,
            "system.affects_jobs_skills" | "system.important_change" | "system.usage_rules" => Self::Work,
            "data.personal"
            | "data.special"
            | "data.cnil_list"
            | "data.dpia_criteria"
            | "system.collects_worker_data"
            | "system.vendor_processes_data" => Self::Data,
            "system.recruitment_aid"
            | "system.evaluates_workers"
            | "system.hr_automated"
            | "system.profiling"
            | "system.solely_automated"
            | "system.annex3_4" => Self::Decisions,
            "project.stage" => Self::Stage,
            "project.info_on" | "project.meeting_on" | "project.expert_voted_on" | "project.opinion_on" => {
                Self::Dialogue
            }
            _ => return None,
        })
    }
}

/// The codes of a vocabulary, and « je ne sais pas ».
fn one<C: Copy>(all: &[C], code: fn(C) -> &'static str) -> Input {
    Input::One(all.iter().map(|choice| code(*choice)).chain([UNKNOWN]).collect())
}

/// The codes of a vocabulary, « rien de tout cela », and « pour le reste, je ne sais pas ».
fn several<C: Copy>(all: &[C], code: fn(C) -> &'static str) -> Input {
    Input::Several(all.iter().map(|choice| code(*choice)).chain([NONE, UNKNOWN]).collect())
}

/// The box beside a number: « je ne sais pas ».
fn dont_know(name: &'static str) -> Asked {
    Asked::optional(name, Input::Several(vec![UNKNOWN]))
}

/// Below fifty, only the threshold of eleven matters; from fifty, since when.
fn threshold(employer: &Employer) -> Vec<Asked> {
    if employer.at_least(50) == Some(true) {
        return vec![
            Asked::new("since50", one(Since50::ALL, Since50::code)),
            Asked::optional("since50_on", Input::Day),
        ];
    }
    vec![Asked::new("met11", one(Sure::ALL, Sure::code))]
}

/// A committee that cannot be is not offered: from eleven, « moins de 11 » is no answer.
fn committees(employer: &Employer) -> Input {
    let possible = Committee::ALL.iter().filter(|committee| match committee {
        Committee::NoneBelow11 => employer.headcount.known().is_none(),
        Committee::NotApplicable => false,
        _ => true,
    });
    Input::One(possible.map(|committee| committee.code()).chain([UNKNOWN]).collect())
}

#[cfg(test)]
mod tests {
    use super::Question;

    #[test]
    fn every_question_is_found_by_its_address() {
        for question in Question::ALL {
            assert_eq!(Question::of_slug(question.slug()), Some(*question));
        }
    }
}
