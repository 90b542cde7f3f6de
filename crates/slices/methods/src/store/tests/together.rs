//! A circle too small for statistics answers together: words, parties and steps, while the campaign is open.

use access::Permit;
use kernel::Party::{Management, Workers};
use scoring::Answer;

use super::{World, databases, method, now, prepare};
use crate::{
    CampaignState, Group, NewCampaign,
    model::{
        campaign::Answering,
        information::{Told, Words},
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

#[tokio::test]
async fn the_database_itself_refuses_what_closing_froze_of_what_was_said_together() {
    const REFUSED: [&str; 6] = [
        "UPDATE collective_answer SET one_view = 'autre chose' WHERE organisation_id = $1",
        "UPDATE collective_answer SET answer = 'no' WHERE organisation_id = $1",
        "DELETE FROM collective_answer WHERE organisation_id = $1",
        "INSERT INTO collective_answer (organisation_id, campaign_id, question, answer, one_view, other_view)
         SELECT organisation_id, campaign_id, 'another', NULL, 'un', 'deux' FROM campaign
         WHERE organisation_id = $1 AND answering = 'collective'",
        "UPDATE collective_session SET people = 'from_twenty' WHERE organisation_id = $1",
        "DELETE FROM collective_session WHERE organisation_id = $1",
    ];
    for db in databases() {
        let world = World::new(db, &[(Management, 6), (Workers, 9)]).await.together().await.opened().await;
        let agreed = Outcome::Agreed { answer: Answer::Yes, words: "La veille.".to_owned() };
        assert!(world.say(&world.staff, agreed.clone()).await);
        let (permit, campaign) = (world.staff.clone(), world.campaign.clone());
        let attend = move |tx: &mut platform::Tx<'_>| {
            store::attend(tx, &permit, &campaign, &[Workers], Attendance::FromFive, now())
        };
        assert!(world.db.write(attend).await.expect("no fault"));
        let world = world.closed().await;
        let (organisation, id) = (world.organisation, world.campaign.id);
        for sql in REFUSED {
            let tried = world.db.write(move |tx| tx.execute(sql, platform::values![organisation])).await;
            assert!(tried.is_err(), "{sql} went through");
        }
        let written = world.read(move |tx| store::together(tx, organisation, id)).await;
        assert_eq!(written.outcomes.into_values().collect::<Vec<_>>(), [agreed]);
    }
}

#[tokio::test]
async fn the_database_itself_keeps_what_was_told_and_opens_nothing_under_the_floor_of_the_organisation() {
    const REFUSED: [&str; 4] = [
        "UPDATE campaign_information SET words = '{}' WHERE organisation_id = $1",
        "DELETE FROM campaign_information WHERE organisation_id = $1",
        "UPDATE campaign SET floor = 7 WHERE organisation_id = $1 AND state = 'prepared'",
        "UPDATE campaign SET state = 'open' WHERE organisation_id = $1 AND state = 'prepared'",
    ];
    for db in databases() {
        let world = World::new(db, &[(Management, 6), (Workers, 9)]).await;
        let first = world.clone().opened().await;
        // Prepared under five, before the organisation asks for eight.
        let _second = world.together().await;
        let (permit, campaign) = (first.staff.clone(), first.campaign.clone());
        let words = Words { fr: vec!["Dit.".to_owned()], en: vec!["Said.".to_owned()] };
        let told = Told { version: 1, since: super::TODAY, words, is_frozen: false };
        let kept = told.clone();
        let work = move |tx: &mut platform::Tx<'_>| {
            store::freeze(tx, &permit, &campaign, &told, now())?;
            let eight = disclosure::Floor::new(8).expect("above five");
            registry::floor::raise(tx, &permit, eight, super::TODAY, now())
        };
        assert!(first.db.write(work).await.expect("no fault"));
        let (organisation, id) = (first.organisation, first.campaign.id);
        for sql in REFUSED {
            let tried = first.db.write(move |tx| tx.execute(sql, platform::values![organisation])).await;
            assert!(tried.is_err(), "{sql} went through");
        }
        let (frozen, _) =
            first.read(move |tx| store::frozen(tx, organisation, id)).await.expect("it was frozen");
        assert_eq!(frozen, Told { is_frozen: true, ..kept });
        let least = first.read(move |tx| registry::floor::least(tx, organisation)).await;
        assert_eq!((least.floor.get(), least.raised_on), (8, Some(super::TODAY)));
    }
}
