//! A reading past the threshold puts going back on the table; reviews conclude, on time or late.

use findings::FindingKind;
use follow_up::{
    Horizon, Outcome,
    store::{Concluded, Measured, NewOutcome, NewReading},
};
use jiff::civil::{Date, date};
use kernel::{CommitmentId, Party, ReviewId};
use spaces::{ActivityKind, ActivityState};

use crate::{adoption::adopt, stage::Stage};

async fn read(stage: &Stage, commitment: CommitmentId, on: Date, value: i64) -> Measured {
    let p = &stage.platform;
    let new = NewReading {
        on,
        value,
        finding: p.new_id(),
        review: p.new_id(),
        activity: p.new_id(),
        finding_text: "Le seuil est passé.".into(),
        finding_origin: "clause de retour de l’article 1".into(),
        review_title: "Clause de retour, article 1".into(),
    };
    let (permit, project, today, now) =
        (stage.permit(Party::Technical), stage.project, stage.today(), stage.now());
    stage
        .write(move |tx| follow_up::store::read_indicator(tx, &permit, project, commitment, &new, today, now))
        .await
}

async fn hold(stage: &Stage, review: ReviewId, held_on: Date, outcome: Outcome) -> Concluded {
    let note = "Ce qui a été constaté.".to_owned();
    let new = NewOutcome { review, held_on, outcome, note, present: Party::TRINOME.to_vec() };
    let (permit, project, now) = (stage.permit(Party::Management), stage.project, stage.now());
    stage.write(move |tx| follow_up::store::hold_review(tx, &permit, project, &new, "Continuer.", now)).await
}

#[tokio::test]
async fn a_reading_past_the_threshold_convenes_the_space_and_is_followed_as_a_finding() {
    for stage in Stage::on_each_engine().await {
        adopt(&stage).await;
        let id = stage.commitments().await[0].id;
        stage.put_day(date(2027, 1, 4));
        assert_eq!(
            read(&stage, id, date(2026, 11, 1), 40).await,
            Measured::Recorded,
            "before the commitment"
        );
        assert_eq!(read(&stage, id, date(2027, 1, 4), 15).await, Measured::Recorded, "the threshold itself");
        assert_eq!(read(&stage, id, date(2027, 1, 4), 18).await, Measured::Fired, "a correction past it");

        let found = stage.commitment(id).await;
        assert_eq!(found.trigger.fired_on, Some(date(2027, 1, 4)));
        assert_eq!(found.on_the_table().map(|review| review.due_on), Some(date(2027, 1, 19)));
        assert_eq!(found.last_reading().map(|last| (last.value, last.corrects)), Some((18, Some(15))));
        let (organisation, project, space) = (stage.organisation, stage.project, stage.spaces[0]);
        let (activities, findings) = stage
            .write(move |tx| {
                let activities = spaces::store::activities(tx, organisation, project)?;
                let reader = access::Reader::nobody_in_particular(organisation);
                Ok((activities, findings::store::findings(tx, reader, project)?))
            })
            .await;
        let called = activities
            .iter()
            .find(|activity| activity.on == date(2027, 1, 19))
            .expect("the space is convened");
        assert_eq!(
            (called.kind, called.state, called.space),
            (ActivityKind::Review, ActivityState::Planned, space)
        );
        let told =
            findings.iter().find(|f| f.kind == FindingKind::UnexpectedEffect).expect("a finding is recorded");
        assert_eq!(
            (told.space, told.origin_ref.clone()),
            (space, Some(format!("trigger:{}", found.trigger.id)))
        );
        assert!(stage.kinds().await.iter().any(|kind| kind == "trigger_fired"));
    }
}

#[tokio::test]
async fn the_trigger_fires_once_and_is_armed_again_when_the_space_has_met() {
    let stage = Stage::new().await;
    adopt(&stage).await;
    let id = stage.commitments().await[0].id;
    stage.put_day(date(2027, 1, 4));
    assert_eq!(read(&stage, id, date(2027, 1, 4), 18).await, Measured::Fired);
    assert_eq!(read(&stage, id, date(2027, 1, 4), 18).await, Measured::Already);
    stage.put_day(date(2027, 1, 11));
    assert_eq!(read(&stage, id, date(2027, 1, 11), 22).await, Measured::Recorded);
    let called = stage.commitment(id).await.on_the_table().expect("going back is on the table").id;
    assert_eq!(hold(&stage, called, date(2027, 1, 11), Outcome::Continue).await, Concluded::Done);
    assert!(stage.commitment(id).await.on_the_table().is_none());
    stage.put_day(date(2027, 2, 1));
    assert_eq!(read(&stage, id, date(2027, 1, 8), 30).await, Measured::Recorded, "answered by the meeting");
    assert_eq!(read(&stage, id, date(2027, 2, 1), 30).await, Measured::Fired);
}

#[tokio::test]
async fn a_review_held_late_says_so_and_its_conclusion_is_never_rewritten() {
    let stage = Stage::new().await;
    adopt(&stage).await;
    let made = stage.commitments().await.remove(0);
    let short =
        made.reviews.iter().find(|review| review.horizon == Horizon::Short).expect("a short-term review").id;
    stage.put_day(date(2027, 3, 9));
    assert_eq!(hold(&stage, short, date(2027, 3, 9), Outcome::GoBack).await, Concluded::Done);
    assert_eq!(hold(&stage, short, date(2027, 3, 9), Outcome::Continue).await, Concluded::Already);
    let review = stage.commitment(made.id).await.reviews.remove(0);
    assert_eq!(review.days_late(stage.today()), Some(14));
    assert_eq!(review.held.map(|held| held.outcome), Some(Outcome::GoBack));
    let (organisation, project) = (stage.organisation, stage.project);
    let activities = stage.write(move |tx| spaces::store::activities(tx, organisation, project)).await;
    let told = activities
        .iter()
        .find(|activity| activity.source == Some(format!("review:{short}")))
        .expect("on the thread");
    assert_eq!((told.state, told.on), (ActivityState::Held, date(2027, 3, 9)));
}

#[tokio::test]
async fn a_commitment_said_kept_may_be_said_open_again() {
    let stage = Stage::new().await;
    adopt(&stage).await;
    let id = stage.commitments().await[0].id;
    let (permit, project, today, now) =
        (stage.permit(Party::Management), stage.project, stage.today(), stage.now());
    let keep = permit.clone();
    assert!(stage.write(move |tx| follow_up::store::declare_kept(tx, &keep, project, id, today, now)).await);
    assert_eq!(stage.commitment(id).await.kept.map(|kept| kept.by_name), Some("Claire Morel".to_owned()));
    assert!(stage.write(move |tx| follow_up::store::reopen(tx, &permit, project, id, now)).await);
    assert!(stage.commitment(id).await.kept.is_none());
}
