//! A circle too small for statistics answers together: words, parties and steps, while the campaign is open.

use access::Permit;
use kernel::Party::{Management, Workers};
use scoring::Answer;

use super::{World, databases, method, now, prepare};
use crate::{
    CampaignState, Group, NewCampaign,
    model::{
        campaign::Answering,
        together::{Attendance, Outcome},
    },
    store,
};

impl World {
    /// A campaign of seven people who answer together, prepared beside the first one.
    async fn together(&self) -> Self {
        let group = |party, codes| Group { party, label: String::new(), codes, by_mail: 0 };
        let first = &self.campaign;
        let new = NewCampaign {
            id: super::fresh(),
            project: first.project,
            space: first.space,
            method: first.method.clone(),
            method_version: first.method_version.clone(),
            title: "Ensemble".to_owned(),
            stage: first.stage,
            answering: Answering::Collective,
            floor: first.floor,
            closes_on: super::CLOSES,
            groups: vec![group(Management, 2), group(Workers, 5)],
            letters: Vec::new(),
        };
        let (id, permit, organisation) = (new.id, self.management.clone(), self.organisation);
        self.db.write(move |tx| prepare(tx, &permit, &new, now())).await.expect("prepared");
        let campaign =
            self.db.read(move |tx| store::find(tx, organisation, id)).await.expect("read").expect("there");
        Self { campaign, ..self.clone() }
    }

    async fn say(&self, permit: &Permit, outcome: Outcome) -> bool {
        let (permit, campaign) = (permit.clone(), self.campaign.clone());
        let question = method().questions[0].id.clone();
        let work = move |tx: &mut platform::Tx<'_>| {
            store::answer_together(tx, &permit, &campaign, &question, &outcome, now())
        };
        self.db.write(work).await.expect("no fault")
    }
}

#[tokio::test]
async fn a_small_circle_agrees_or_keeps_both_views_while_the_campaign_is_open() {
    for db in databases() {
        let world = World::new(db, &[(Management, 6), (Workers, 9)]).await.together().await;
        let agreed =
            Outcome::Agreed { answer: Answer::Yes, words: "Le planning change la veille.".to_owned() };
        assert!(!world.say(&world.management, agreed.clone()).await, "not open yet");
        let world = world.opened().await;
        assert!(world.say(&world.management, agreed).await);
        let differ = Outcome::Differ { one: "Trop tard.".to_owned(), other: "À temps.".to_owned() };
        assert!(world.say(&world.staff, differ.clone()).await, "either may hold the pen");
        let (permit, campaign) = (world.staff.clone(), world.campaign.clone());
        let attend = move |tx: &mut platform::Tx<'_>| {
            store::attend(tx, &permit, &campaign, &[Management, Workers], Attendance::FromFive, now())
        };
        assert!(world.db.write(attend).await.expect("no fault"));
        let world = world.closed().await;
        assert_eq!(world.campaign.state, CampaignState::Closed);
        assert!(
            !world.say(&world.staff, differ.clone()).await,
            "what was agreed is not rewritten after closing"
        );
        let (organisation, id) = (world.organisation, world.campaign.id);
        let written = world.read(move |tx| store::together(tx, organisation, id)).await;
        assert_eq!(
            (written.parties.as_slice(), written.people),
            ([Management, Workers].as_slice(), Some(Attendance::FromFive))
        );
        assert_eq!(written.outcomes.into_values().collect::<Vec<_>>(), [differ]);
    }
}

#[tokio::test]
async fn a_campaign_that_is_answered_together_publishes_no_statistics() {
    for db in databases() {
        let world = World::new(db, &[(Management, 6), (Workers, 9)]).await.together().await;
        let world = world.opened().await.closed().await;
        let (organisation, id, campaign) = (world.organisation, world.campaign.id, world.campaign.clone());
        assert_eq!(world.read(move |tx| store::results(tx, organisation, &campaign, method())).await, None);
        assert_eq!(world.read(move |tx| store::publications(tx, organisation, id)).await, []);
    }
}

#[tokio::test]
async fn a_campaign_that_is_answered_each_alone_takes_nothing_said_together() {
    for db in databases() {
        let world = World::new(db, &[(Management, 6), (Workers, 9)]).await.opened().await;
        let outcome = Outcome::Agreed { answer: Answer::No, words: String::new() };
        assert!(!world.say(&world.management, outcome).await);
    }
}
