//! The shortest path: the few times that the law and the project ask for, and what each costs each party in minutes.
//!
//! A length that the method attests is the method's; all others are ours, and the page says so.

use kernel::{Party, codes};

use super::{
    employer::{Body, Employer},
    vocabulary::Answer,
};

codes! {
    /// A time of the path.
    pub enum Step("step") {
        Launch = "launch",
        /// The written information that starts the consultation.
        Information = "information",
        /// A short note to all, where no consultation is due.
        Note = "note",
        DiagnosticAlone = "diagnostic_alone",
        DiagnosticTogether = "diagnostic_together",
        /// The meeting of the committee that is consulted.
        Committee = "committee",
        Opinion = "opinion",
        /// A meeting with those who speak for the staff, where no consultation is due.
        Talk = "talk",
        Writing = "writing",
        Review = "review",
        /// In a small team: project and diagnostic in one meeting.
        TeamMeeting = "team_meeting",
        TeamDecision = "team_decision",
        TeamReview = "team_review",
    }
}

codes! {
    /// Where a step comes from.
    pub enum Basis("basis") {
        /// The law asks for it; its length is our estimate.
        Law = "law",
        /// The method says how long it takes.
        Method = "method",
        Ours = "ours",
    }
}

/// A step, and its minutes for one person of each party that takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathStep {
    pub step: Step,
    pub basis: Basis,
    pub minutes: Vec<(Party, u32)>,
}

/// What decides the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    pub body: Body,
    /// Whether a consultation is due, or may be.
    pub is_consulted: bool,
    pub information_given: bool,
    pub opinion_given: bool,
    pub is_small_team: bool,
    pub alone: Length,
    pub together: Length,
}

/// How long a diagnostic takes one person, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    pub minutes: u32,
    pub basis: Basis,
}

/// Fewer people than this and the answers of a diagnostic are given together, in one room: no result could be shown
/// without pointing at somebody.
const ENOUGH_TO_ANSWER_ALONE: u32 = 10;

/// Whether the people concerned fit around one table.
pub fn is_small_team(employer: &Employer, concerned: Answer<u32>) -> bool {
    let few = concerned.known().is_some_and(|count| *count < ENOUGH_TO_ANSWER_ALONE);
    employer.at_least(11) == Some(false) || few
}

/// The steps, in order. What is already done is not asked again.
pub fn shortest(setting: &Setting) -> Vec<PathStep> {
    if setting.is_consulted {
        consulted(setting)
    } else if setting.is_small_team && setting.body == Body::Nobody {
        small_team(setting)
    } else {
        talked(setting)
    }
}

use Party::{LineManagers, Management, StaffRepresentatives, Technical, Workers};

fn consulted(setting: &Setting) -> Vec<PathStep> {
    let information = [(Management, 120), (StaffRepresentatives, 45), (Technical, 60)];
    let committee = [(Management, 90), (StaffRepresentatives, 90), (Technical, 30)];
    let mut steps = vec![launch()];
    if !setting.information_given && !setting.opinion_given {
        steps.push(step(Step::Information, Basis::Law, &information));
    }
    steps.push(diagnostic(setting));
    if !setting.opinion_given {
        steps.push(step(Step::Committee, Basis::Law, &committee));
        steps.push(step(Step::Opinion, Basis::Law, &[(StaffRepresentatives, 60)]));
    }
    steps.extend([writing(60), review()]);
    steps
}

fn talked(setting: &Setting) -> Vec<PathStep> {
    let note = [(Management, 45), (StaffRepresentatives, 15), (Technical, 30)];
    let talk = [(Management, 45), (StaffRepresentatives, 45), (LineManagers, 45), (Technical, 45)];
    vec![
        launch(),
        step(Step::Note, Basis::Ours, &note),
        diagnostic(setting),
        step(Step::Talk, Basis::Ours, &talk),
        writing(45),
        review(),
    ]
}

/// Three meetings and no more: a team of ten has no time for a procedure.
fn small_team(setting: &Setting) -> Vec<PathStep> {
    let all = |minutes| [(Management, minutes), (StaffRepresentatives, minutes), (Workers, minutes)];
    vec![
        step(Step::TeamMeeting, setting.together.basis, &all(setting.together.minutes)),
        step(Step::TeamDecision, Basis::Ours, &all(45)),
        step(Step::TeamReview, Basis::Ours, &all(30)),
    ]
}

fn launch() -> PathStep {
    step(Step::Launch, Basis::Ours, &[(Management, 30), (StaffRepresentatives, 30), (Technical, 30)])
}

fn diagnostic(setting: &Setting) -> PathStep {
    let (held, length) = if setting.is_small_team {
        (Step::DiagnosticTogether, setting.together)
    } else {
        (Step::DiagnosticAlone, setting.alone)
    };
    let everybody = [Management, StaffRepresentatives, Workers, LineManagers, Technical];
    step(held, length.basis, &everybody.map(|party| (party, length.minutes)))
}

fn writing(minutes: u32) -> PathStep {
    step(
        Step::Writing,
        Basis::Ours,
        &[(Management, minutes), (StaffRepresentatives, minutes), (Technical, minutes)],
    )
}

fn review() -> PathStep {
    step(
        Step::Review,
        Basis::Ours,
        &[(Management, 30), (StaffRepresentatives, 30), (Workers, 10), (Technical, 30)],
    )
}

fn step(step: Step, basis: Basis, minutes: &[(Party, u32)]) -> PathStep {
    PathStep { step, basis, minutes: minutes.to_vec() }
}

/// The minutes of one person of each party, in the order of the parties; those who are not asked are left out.
pub fn totals(steps: &[PathStep]) -> Vec<(Party, u32)> {
    let minutes = |party: &Party| -> u32 {
        steps
            .iter()
            .flat_map(|step| &step.minutes)
            .filter(|(who, _)| who == party)
            .map(|(_, minutes)| minutes)
            .sum()
    };
    Party::ALL.iter().map(|party| (*party, minutes(party))).filter(|(_, minutes)| *minutes > 0).collect()
}

#[cfg(test)]
mod tests {
    use kernel::Party;

    use super::{Basis, Length, Setting, Step, is_small_team, shortest, totals};
    use crate::model::{
        employer::{Body, Employer},
        vocabulary::Answer,
    };

    const CONSULTED: Setting = Setting {
        body: Body::Council,
        is_consulted: true,
        information_given: false,
        opinion_given: false,
        is_small_team: false,
        alone: Length { minutes: 8, basis: Basis::Ours },
        together: Length { minutes: 60, basis: Basis::Method },
    };

    fn steps(setting: &Setting) -> Vec<Step> {
        shortest(setting).into_iter().map(|step| step.step).collect()
    }

    #[test]
    fn the_total_of_a_party_is_the_sum_of_its_steps() {
        let path = shortest(&CONSULTED);
        let of = |party| totals(&path).into_iter().find(|(who, _)| *who == party).map(|(_, minutes)| minutes);
        assert_eq!(of(Party::Management), Some(30 + 120 + 8 + 90 + 60 + 30));
        assert_eq!(of(Party::StaffRepresentatives), Some(30 + 45 + 8 + 90 + 60 + 60 + 30));
        assert_eq!(of(Party::Workers), Some(8 + 10));
        assert_eq!(of(Party::Prevention), None);
    }

    #[test]
    fn what_is_already_done_is_not_asked_again() {
        assert!(!steps(&Setting { information_given: true, ..CONSULTED }).contains(&Step::Information));
        let given = steps(&Setting { opinion_given: true, ..CONSULTED });
        for done in [Step::Information, Step::Committee, Step::Opinion] {
            assert!(!given.contains(&done), "{done}");
        }
    }

    #[test]
    fn a_small_team_without_a_body_needs_at_most_three_meetings() {
        let small = Setting { body: Body::Nobody, is_consulted: false, is_small_team: true, ..CONSULTED };
        assert_eq!(steps(&small), [Step::TeamMeeting, Step::TeamDecision, Step::TeamReview]);
    }

    #[test]
    fn where_nobody_is_consulted_no_committee_is_on_the_path() {
        for body in [Body::SmallCouncil, Body::Nobody, Body::Delegate, Body::Unknown] {
            let path = steps(&Setting { body, is_consulted: false, ..CONSULTED });
            assert!(!path.contains(&Step::Committee) && !path.contains(&Step::Opinion), "{body}");
        }
    }

    #[test]
    fn a_few_people_answer_together_because_alone_they_would_be_recognised() {
        let employer = Employer { headcount: Answer::Is(86), ..Employer::default() };
        assert!(is_small_team(&employer, Answer::Is(9)));
        assert!(!is_small_team(&employer, Answer::Is(10)));
        assert!(!is_small_team(&employer, Answer::Unknown));
        assert!(steps(&Setting { is_small_team: true, ..CONSULTED }).contains(&Step::DiagnosticTogether));
    }
}
