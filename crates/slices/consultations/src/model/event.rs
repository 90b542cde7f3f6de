//! What happens in a consultation: whose it is to record, what it follows from, which fact of the law it tells.

use kernel::{Party, codes};
use obligations::api::Council;

codes! {
    /// Something that happened, or is called.
    pub enum EventKind("consultation event") {
        /// The information file is handed over: the clock starts.
        HandedOver = "handed_over",
        Acknowledged = "acknowledged",
        /// Representatives say that the file came on another day, or does not let them judge.
        Disputed = "disputed",
        /// More information, after the file.
        Supplemented = "supplemented",
        /// A meeting is called; its day may be ahead.
        MeetingCalled = "meeting_called",
        /// The agenda, proposed by one side and set by both.
        AgendaSet = "agenda_set",
        AgendaSent = "agenda_sent",
        MinutesSent = "minutes_sent",
        ExpertAppointed = "expert_appointed",
        ExpertAsked = "expert_asked",
        ExpertAnswered = "expert_answered",
        CostNotified = "cost_notified",
        ExpertChallenged = "expert_challenged",
        JudgmentNotified = "judgment_notified",
        ReportReceived = "report_received",
        /// Representatives ask the judge for missing information.
        JudgeAsked = "judge_asked",
        /// The judge orders information to be given.
        InformationOrdered = "information_ordered",
        /// The judge gives the committee until a day.
        Extended = "extended",
        /// The judge suspends the project.
        Suspended = "suspended",
        Resumed = "resumed",
        OpinionGiven = "opinion_given",
        /// The employer answers the opinion with reasons.
        FollowedUp = "followed_up",
        /// The employer gives up what is consulted on.
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// What an opinion says.
    pub enum Outcome("opinion") {
        Favourable = "favourable",
        Reserved = "reserved",
        Unfavourable = "unfavourable",
    }
}

codes! {
    /// The two sides of a consultation.
    pub enum Side("side") {
        Employer = "employer",
        Council = "council",
    }
}

impl Side {
    /// The side of a party; whoever helps or watches has none.
    pub const fn of(party: Party) -> Option<Self> {
        match party {
            Party::Management => Some(Self::Employer),
            Party::StaffRepresentatives => Some(Self::Council),
            _ => None,
        }
    }
}

impl EventKind {
    /// The sides that may record it: what the law gives to one is not the other's to say; what comes from elsewhere, either.
    pub const fn sides(self) -> &'static [Side] {
        use Side::{Council, Employer};
        match self {
            Self::HandedOver
            | Self::Supplemented
            | Self::AgendaSent
            | Self::ExpertAnswered
            | Self::ExpertChallenged
            | Self::FollowedUp
            | Self::Withdrawn => &[Employer],
            Self::Acknowledged
            | Self::Disputed
            | Self::ExpertAppointed
            | Self::ExpertAsked
            | Self::ReportReceived
            | Self::JudgeAsked
            | Self::OpinionGiven => &[Council],
            Self::MeetingCalled
            | Self::AgendaSet
            | Self::MinutesSent
            | Self::CostNotified
            | Self::JudgmentNotified
            | Self::InformationOrdered
            | Self::Extended
            | Self::Suspended
            | Self::Resumed => &[Employer, Council],
        }
    }

    /// What must have happened before; nothing for what may come first.
    pub const fn follows(self) -> Option<Self> {
        match self {
            Self::HandedOver | Self::MeetingCalled | Self::Suspended | Self::Withdrawn => None,
            Self::AgendaSet | Self::AgendaSent | Self::MinutesSent => Some(Self::MeetingCalled),
            Self::InformationOrdered | Self::Extended => Some(Self::JudgeAsked),
            Self::ExpertAsked | Self::CostNotified | Self::ExpertChallenged | Self::ReportReceived => {
                Some(Self::ExpertAppointed)
            }
            Self::ExpertAnswered => Some(Self::ExpertAsked),
            Self::JudgmentNotified => Some(Self::ExpertChallenged),
            Self::Resumed => Some(Self::Suspended),
            Self::FollowedUp => Some(Self::OpinionGiven),
            _ => Some(Self::HandedOver),
        }
    }

    /// Whether it may happen several times.
    pub const fn repeats(self) -> bool {
        matches!(
            self,
            Self::Supplemented
                | Self::Disputed
                | Self::MeetingCalled
                | Self::AgendaSet
                | Self::AgendaSent
                | Self::MinutesSent
                | Self::InformationOrdered
                | Self::Extended
                | Self::ExpertAsked
                | Self::ExpertAnswered
                | Self::CostNotified
                | Self::Suspended
                | Self::Resumed
                | Self::FollowedUp
        )
    }

    /// The fact of the law that its day is.
    pub const fn fact(self) -> Option<&'static str> {
        match self {
            Self::HandedOver => Some("project.info_on"),
            Self::MeetingCalled => Some("project.meeting_on"),
            Self::ExpertAppointed => Some("project.expert_voted_on"),
            Self::CostNotified => Some("project.cost_notified_on"),
            Self::ExpertChallenged => Some("project.challenge_on"),
            Self::JudgmentNotified => Some("project.judgment_notified_on"),
            Self::OpinionGiven => Some("project.opinion_on"),
            _ => None,
        }
    }

    /// Whether its day may be ahead: what is called rather than done.
    pub const fn is_called(self) -> bool {
        matches!(self, Self::MeetingCalled | Self::Extended)
    }

    /// Whether it happens before a body of this kind: what the labour code gives a CSE and its judge, no public committee has.
    pub const fn is_of(self, council: Council) -> bool {
        match self {
            Self::AgendaSet
            | Self::CostNotified
            | Self::ExpertChallenged
            | Self::JudgmentNotified
            | Self::JudgeAsked
            | Self::InformationOrdered
            | Self::Extended => matches!(council, Council::Cse),
            _ => true,
        }
    }

    /// Whether it is of one meeting.
    pub const fn is_of_a_meeting(self) -> bool {
        matches!(self, Self::AgendaSet | Self::AgendaSent | Self::MinutesSent)
    }

    /// Whether its day may be before that of what it follows from: what is done for a meeting to come.
    pub const fn is_ahead_of_it(self) -> bool {
        matches!(self, Self::AgendaSet | Self::AgendaSent)
    }

    /// Whether both sides say it together: one proposes, the other joins.
    pub const fn is_joint(self) -> bool {
        matches!(self, Self::AgendaSet)
    }

    /// Whether it means nothing without words: to whom, by whom, why.
    pub const fn needs_words(self) -> bool {
        !matches!(
            self,
            Self::Acknowledged
                | Self::MeetingCalled
                | Self::AgendaSent
                | Self::MinutesSent
                | Self::ReportReceived
        )
    }

    /// Whether everybody in the project reads its words: what decides, not what is said on the way.
    pub const fn is_public(self) -> bool {
        matches!(
            self,
            Self::OpinionGiven
                | Self::FollowedUp
                | Self::InformationOrdered
                | Self::Extended
                | Self::Suspended
                | Self::Resumed
                | Self::Withdrawn
        )
    }

    /// Whether it is a moment of the thread, rather than a step of the procedure.
    pub const fn is_a_moment(self) -> bool {
        !matches!(
            self,
            Self::Acknowledged
                | Self::AgendaSet
                | Self::AgendaSent
                | Self::MinutesSent
                | Self::ExpertAsked
                | Self::ExpertAnswered
                | Self::CostNotified
        )
    }

    /// What the journal calls it.
    pub const fn journal_kind(self) -> &'static str {
        match self {
            Self::HandedOver => "consultation_handed_over",
            Self::Acknowledged => "consultation_acknowledged",
            Self::Disputed => "consultation_disputed",
            Self::Supplemented => "consultation_supplemented",
            Self::MeetingCalled => "consultation_meeting_called",
            Self::AgendaSet => "consultation_agenda_set",
            Self::AgendaSent => "consultation_agenda_sent",
            Self::MinutesSent => "consultation_minutes_sent",
            Self::ExpertAppointed => "consultation_expert_appointed",
            Self::ExpertAsked => "consultation_expert_asked",
            Self::ExpertAnswered => "consultation_expert_answered",
            Self::CostNotified => "consultation_cost_notified",
            Self::ExpertChallenged => "consultation_expert_challenged",
            Self::JudgmentNotified => "consultation_judgment_notified",
            Self::ReportReceived => "consultation_report_received",
            Self::JudgeAsked => "consultation_judge_asked",
            Self::InformationOrdered => "consultation_information_ordered",
            Self::Extended => "consultation_extended",
            Self::Suspended => "consultation_suspended",
            Self::Resumed => "consultation_resumed",
            Self::OpinionGiven => "consultation_opinion_given",
            Self::FollowedUp => "consultation_followed_up",
            Self::Withdrawn => "consultation_withdrawn",
        }
    }
}

/// The facts of the law that a consultation tells.
pub fn led() -> Vec<&'static str> {
    EventKind::ALL.iter().filter_map(|kind| kind.fact()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{EventKind, Side, led};

    #[test]
    fn every_fact_is_told_by_one_event_and_is_one_of_the_law_s() {
        let facts: BTreeSet<&str> = led().into_iter().collect();
        assert_eq!(facts.len(), led().len());
        for fact in facts {
            let known = obligations::api::pack().words().get(fact).is_some();
            assert!(known, "{fact} is no fact of the law");
        }
    }

    #[test]
    fn neither_side_gives_what_is_the_other_s() {
        assert_eq!(EventKind::OpinionGiven.sides(), [Side::Council]);
        assert_eq!(EventKind::HandedOver.sides(), [Side::Employer]);
        assert!(EventKind::ALL.iter().all(|kind| !kind.sides().is_empty()));
    }
}
