//! What members may do, by party, and the proof that they may.

use journal::Author;
use kernel::{Party, codes};
use platform::error::{By, PageError, Refusal};

use super::{key_rule::KeyRule, member::Actor};

codes! {
    /// Something a member does that changes state.
    pub enum Act("act") {
        InviteMember = "invite_member",
        /// End a seat: one's own, or one of one's party.
        RemoveMember = "remove_member",
        /// Its name, headcount, establishments, teams, institutions, languages.
        EditOrganisation = "edit_organisation",
        /// Two keys: who stands above whom.
        EditLine = "edit_line",
        /// Vouch for the new address of somebody who lost theirs.
        Vouch = "vouch",
        StartProject = "start_project",
        EditProject = "edit_project",
        MoveStage = "move_stage",
        /// Suspend or abandon a project, or take it up again.
        SetProjectAside = "set_project_aside",
        /// Two keys: a use that begins although a gate is closed.
        CrossGate = "cross_gate",
        /// Say that people work with the system although a gate is closed: a fact, and no permission.
        ReportUse = "report_use",
        PlanActivity = "plan_activity",
        PrepareCampaign = "prepare_campaign",
        /// Two keys.
        OpenCampaign = "open_campaign",
        /// Two keys: closing is publishing.
        CloseCampaign = "close_campaign",
        RecordFinding = "record_finding",
        RespondToFinding = "respond_to_finding",
        DraftClause = "draft_clause",
        /// Consent or objection to a clause.
        TakePosition = "take_position",
        RecordIndicator = "record_indicator",
        HoldReview = "hold_review",
        ExportDossier = "export_dossier",
        /// Each party keeps its own notebook, which no other reads.
        KeepNotebook = "keep_notebook",
        /// Holding the pen where a campaign is answered together.
        AnswerTogether = "answer_together",
        /// Two keys: the size under which a group is never shown, only ever raised.
        RaiseFloor = "raise_floor",
        /// Two keys: who sits in a statutory space.
        ChangeStatutoryMembers = "change_statutory_members",
        /// Two keys: the list of acts that take two keys, and who holds the second.
        ChangeKeyRule = "change_key_rule",
        /// Two keys: from which parties a passkey is asked.
        ChangeSignInRule = "change_sign_in_rule",
        /// Two keys: a project, with all that was said and written in it.
        DeleteProject = "delete_project",
        /// An alert of the dialogue, for one's own party and for a time.
        SetAlertAside = "set_alert_aside",
        /// Prepare the information file, hand it over, answer, follow the opinion up.
        RunConsultation = "run_consultation",
        /// Acknowledge, ask, appoint an expert, give the opinion.
        SpeakForCouncil = "speak_for_council",
        /// Say how an obligation is met, or that it is not.
        GiveEvidence = "give_evidence",
        /// Propose a line of the risk document, or say something of one.
        ProposeRiskLine = "propose_risk_line",
        /// Write the lines and actions of the risk document: the employer's duty, and whoever prevents with it.
        WriteRiskDocument = "write_risk_document",
        /// Date a version of the risk document: the employer's alone.
        DateRiskDocument = "date_risk_document",
    }
}

impl Act {
    /// The parties that may do it. Workers speak through campaigns and findings; they are never asked to administer.
    pub const fn parties(self) -> &'static [Party] {
        use Party::{
            Facilitator, LineManagers, Management, Prevention, StaffRepresentatives, Technical, Workers,
        };
        match self {
            Self::InviteMember | Self::StartProject => &[Management, StaffRepresentatives, Facilitator],
            Self::EditProject | Self::PlanActivity => {
                &[Management, StaffRepresentatives, Technical, Prevention, Facilitator]
            }
            Self::EditOrganisation => &[Management, StaffRepresentatives],
            Self::MoveStage | Self::SetProjectAside | Self::RunConsultation | Self::DateRiskDocument => {
                &[Management]
            }
            Self::WriteRiskDocument => &[Management, Prevention],
            Self::ProposeRiskLine => &[Management, StaffRepresentatives, Technical, Prevention, Facilitator],
            Self::SpeakForCouncil => &[StaffRepresentatives],
            Self::PrepareCampaign => &[Management, StaffRepresentatives, Facilitator],
            // Those who hold a key by default; the rule of the organisation decides, see [`KeyRule`].
            Self::OpenCampaign
            | Self::CloseCampaign
            | Self::RaiseFloor
            | Self::EditLine
            | Self::ChangeStatutoryMembers
            | Self::ChangeKeyRule
            | Self::ChangeSignInRule
            | Self::CrossGate
            | Self::ReportUse
            | Self::DeleteProject => &[Management, StaffRepresentatives],
            Self::RecordFinding => {
                &[Management, StaffRepresentatives, Workers, LineManagers, Technical, Prevention, Facilitator]
            }
            Self::RespondToFinding => {
                &[Management, StaffRepresentatives, LineManagers, Technical, Prevention]
            }
            Self::DraftClause | Self::AnswerTogether => {
                &[Management, StaffRepresentatives, Technical, Facilitator]
            }
            Self::TakePosition => &[Management, StaffRepresentatives, Technical],
            Self::RecordIndicator | Self::HoldReview | Self::GiveEvidence => {
                &[Management, StaffRepresentatives, Technical, Prevention, Facilitator]
            }
            Self::ExportDossier
            | Self::KeepNotebook
            | Self::SetAlertAside
            | Self::RemoveMember
            | Self::Vouch => {
                &[Management, StaffRepresentatives, Workers, LineManagers, Technical, Prevention, Facilitator]
            }
        }
    }

    pub fn is_open_to(self, party: Party) -> bool {
        self.parties().contains(&party)
    }

    /// Whether the party may do it, or turn its key for it, in an organisation of this rule. Whoever holds the second key
    /// may do what representatives may: where nobody is elected, else nobody would.
    pub fn is_open_under(self, rule: &KeyRule, party: Party) -> bool {
        if rule.takes_two_keys(self) {
            return rule.holds(party);
        }
        self.is_open_to(party) || (party == rule.second && self.is_open_to(Party::StaffRepresentatives))
    }
}

/// The proof that an actor may do an act. Whoever changes state asks for one; only this crate makes it.
#[derive(Debug, Clone)]
pub struct Permit {
    actor: Actor,
    act: Act,
}

impl Permit {
    /// Errors: [`Refusal::OtherParty`], which leaves a line in the journal.
    pub(crate) fn for_actor(actor: &Actor, act: Act, rule: &KeyRule) -> Result<Self, PageError> {
        if act.is_open_under(rule, actor.party) {
            Ok(Self { actor: actor.clone(), act })
        } else {
            let by = By { organisation: actor.organisation, member: actor.member, party: actor.party };
            Err(PageError::Forbidden { organisation: actor.organisation, by, reason: Refusal::OtherParty })
        }
    }

    /// The first member of a new organisation: [`crate::store::founder`] says whether it is one.
    pub(crate) const fn founder(actor: Actor) -> Self {
        Self { actor, act: Act::StartProject }
    }

    /// A permit of whomever a test likes. Tests of higher slices turn the feature on; nothing else does, and a test says so.
    #[cfg(feature = "testing")]
    pub const fn of_a_test(actor: Actor) -> Self {
        Self::founder(actor)
    }

    /// Any member before a change of the key rule: [`crate::keys::rule::confirm`] says whether theirs is the key awaited,
    /// since the first change may give a key to a party that has none yet.
    pub(crate) fn before_key_rule(actor: &Actor) -> Self {
        Self { actor: actor.clone(), act: Act::ChangeKeyRule }
    }

    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    pub const fn act(&self) -> Act {
        self.act
    }

    /// Who the journal says did it.
    pub const fn author(&self) -> Author {
        Author {
            organisation: self.actor.organisation,
            member: Some(self.actor.member),
            party: Some(self.actor.party),
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::Party;

    use super::Act;
    use crate::model::key_rule::{KeyRule, addable, always};

    #[test]
    fn an_act_of_two_keys_is_open_to_both_key_holders_and_nobody_else() {
        for rule in [KeyRule::default(), KeyRule::new(Party::Workers, addable()).expect("a sound rule")] {
            for act in rule.acts() {
                for party in Party::ALL {
                    assert_eq!(act.is_open_under(&rule, *party), rule.holds(*party), "{act} {party}");
                }
            }
        }
    }

    #[test]
    fn whoever_holds_the_second_key_may_do_what_representatives_may() {
        let rule = KeyRule::new(Party::Workers, []).expect("a sound rule");
        for act in [Act::TakePosition, Act::DraftClause, Act::PrepareCampaign] {
            assert!(act.is_open_under(&rule, Party::Workers), "{act}");
            assert!(!act.is_open_under(&KeyRule::default(), Party::Workers), "{act}");
        }
        assert!(!Act::MoveStage.is_open_under(&rule, Party::Workers));
    }

    #[test]
    fn no_party_administers_alone_what_binds_the_other() {
        for act in always().into_iter().chain([Act::TakePosition, Act::DraftClause, Act::InviteMember]) {
            assert!(
                act.is_open_to(Party::Management) && act.is_open_to(Party::StaffRepresentatives),
                "{act}"
            );
        }
    }
}
