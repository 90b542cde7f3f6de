//! The last consent needed adopts, once, with all that follows from it.

use agreements::{
    api::{AgreementKind, ClauseState, Direction, PositionKind, Seeds, Terms},
    store::{Amended, Begin, NewClause, NewPosition, NewVersion, Taken},
};
use jiff::civil::date;
use kernel::{ClauseId, Party};
use spaces::ActivityKind;

use crate::stage::Stage;

use Party::{Management, StaffRepresentatives, Technical};
use PositionKind::{Consent, Objection};

pub fn written(stage: &Stage) -> NewVersion {
    NewVersion {
        title: "Le tableur reste".into(),
        text: "Le tableur est tenu à jour en parallèle. La fin est décidée par les deux parties.".into(),
        terms: Terms {
            what: "Tenir le tableur à jour en parallèle.".into(),
            owner: "Claire Morel".into(),
            owner_party: Management,
            due_on: date(2027, 3, 1),
            indicator: "part des commandes livrées en retard".into(),
            unit: "%".into(),
            threshold: 15,
            direction: Direction::Above,
            trigger_space: stage.spaces[0],
            short_on: date(2027, 2, 23),
            medium_on: date(2027, 11, 23),
            long_on: date(2028, 11, 23),
        },
        reason: String::new(),
    }
}

/// An article proposed by staff representatives, in answer to the finding.
pub async fn proposed(stage: &Stage) -> ClauseId {
    let id: ClauseId = stage.platform.new_id();
    let begin =
        Begin { id: stage.platform.new_id(), kind: AgreementKind::MethodAgreement, title: "Accord".into() };
    let new = NewClause { id, finding: Some(stage.finding), written: written(stage) };
    let (permit, project, today, now) =
        (stage.permit(StaffRepresentatives), stage.project, stage.today(), stage.now());
    stage.write(move |tx| agreements::store::propose(tx, &permit, project, &begin, &new, today, now)).await;
    id
}

pub fn seeds(stage: &Stage) -> Seeds {
    let p = &stage.platform;
    Seeds {
        commitment: p.new_id(),
        trigger: p.new_id(),
        reviews: [p.new_id(), p.new_id(), p.new_id()],
        activities: [p.new_id(), p.new_id(), p.new_id()],
        review_titles: ["court", "moyen", "long"].map(str::to_owned),
        label: "article 1".into(),
    }
}

pub async fn take(stage: &Stage, party: Party, clause: ClauseId, seen: i64, kind: PositionKind) -> Taken {
    let reason =
        if kind == Objection { "L’écart pourrait juger une personne.".into() } else { String::new() };
    let new = NewPosition { seen, kind, reason };
    let (permit, project, seeds, today, now) =
        (stage.permit(party), stage.project, seeds(stage), stage.today(), stage.now());
    let adopted = follow_up::store::create_from_clause;
    stage
        .write(move |tx| {
            agreements::store::take_position(tx, &permit, project, clause, &new, &seeds, adopted, today, now)
        })
        .await
}

/// Three consents.
pub async fn adopt(stage: &Stage) -> ClauseId {
    let clause = proposed(stage).await;
    for (party, taken) in
        [(Management, Taken::Recorded), (Technical, Taken::Recorded), (StaffRepresentatives, Taken::Adopted)]
    {
        assert_eq!(take(stage, party, clause, 1, Consent).await, taken);
    }
    clause
}

#[tokio::test]
async fn the_last_consent_adopts_and_makes_the_commitment_its_trigger_and_three_reviews() {
    for stage in Stage::on_each_engine().await {
        let id = adopt(&stage).await;
        let clause = stage.clause(id).await;
        assert_eq!((clause.state, clause.settled_on), (ClauseState::Adopted, Some(stage.today())));
        let commitments = stage.commitments().await;
        assert_eq!(commitments.len(), 1);
        let made = &commitments[0];
        assert_eq!((made.clause, made.owner.as_str(), made.due_on), (id, "Claire Morel", date(2027, 3, 1)));
        assert_eq!((made.trigger.threshold, made.trigger.space_name.as_str()), (15, "CSE"));
        let due: Vec<_> = made.reviews.iter().map(|review| review.due_on).collect();
        assert_eq!(due, [date(2027, 2, 23), date(2027, 11, 23), date(2028, 11, 23)]);

        let (organisation, project, finding) = (stage.organisation, stage.project, stage.finding);
        let (activities, finding, links) = stage
            .write(move |tx| {
                let activities = spaces::store::activities(tx, organisation, project)?;
                let reader = access::Reader::nobody_in_particular(organisation);
                let finding = findings::store::find(tx, reader, project, finding)?.expect("the finding");
                Ok((activities, finding, findings::store::links(tx, reader, project)?))
            })
            .await;
        assert_eq!(activities.iter().filter(|activity| activity.kind == ActivityKind::Review).count(), 3);
        assert_eq!(finding.step, findings::Step::Committed);
        assert_eq!(finding.fate.map(|fate| fate.href_rest), Some(format!("accords/articles/{id}")));
        let onwards: Vec<_> = findings::onwards(&links, "finding", &finding.id.to_string())
            .into_iter()
            .map(|s| s.kind)
            .collect();
        assert_eq!(onwards, ["clause", "commitment", "review", "review", "review", "trigger"]);
        let kinds = stage.kinds().await;
        for kind in
            ["clause_proposed", "position_taken", "clause_adopted", "finding_committed", "commitment_made"]
        {
            assert!(kinds.iter().any(|known| known == kind), "{kind} is not in the journal");
        }
    }
}

#[tokio::test]
async fn an_objection_holds_the_article_until_its_party_changes_its_mind() {
    let stage = Stage::new().await;
    let clause = proposed(&stage).await;
    take(&stage, StaffRepresentatives, clause, 1, Objection).await;
    take(&stage, Management, clause, 1, Consent).await;
    assert_eq!(take(&stage, Technical, clause, 1, Consent).await, Taken::Recorded);
    assert!(stage.commitments().await.is_empty());
    assert_eq!(take(&stage, StaffRepresentatives, clause, 1, Consent).await, Taken::Adopted);
    let spoken = stage.clause(clause).await.spoken;
    assert_eq!(spoken.len(), 4, "the objection stays in the history");
}

#[tokio::test]
async fn a_second_submission_of_the_last_consent_changes_nothing() {
    let stage = Stage::new().await;
    let clause = adopt(&stage).await;
    let before = stage.kinds().await;
    assert_eq!(take(&stage, StaffRepresentatives, clause, 1, Consent).await, Taken::Closed);
    assert_eq!(take(&stage, Management, clause, 1, Objection).await, Taken::Closed);
    assert_eq!(stage.kinds().await, before);
    assert_eq!(stage.commitments().await.len(), 1);
}

#[tokio::test]
async fn consents_that_come_at_once_adopt_once() {
    for stage in Stage::on_each_engine().await {
        let clause = proposed(&stage).await;
        let all = tokio::join!(
            take(&stage, Management, clause, 1, Consent),
            take(&stage, StaffRepresentatives, clause, 1, Consent),
            take(&stage, Technical, clause, 1, Consent),
        );
        let adopted = [all.0, all.1, all.2].into_iter().filter(|taken| *taken == Taken::Adopted).count();
        assert_eq!((adopted, stage.commitments().await.len()), (1, 1));
    }
}

#[tokio::test]
async fn a_new_version_starts_again_and_nobody_consents_to_a_text_they_have_not_seen() {
    let stage = Stage::new().await;
    let clause = proposed(&stage).await;
    take(&stage, Management, clause, 1, Consent).await;
    take(&stage, StaffRepresentatives, clause, 1, Consent).await;
    let mut rewritten = written(&stage);
    rewritten.text.push_str(" L’écart ne juge personne.");
    let amend = async |seen, new: NewVersion| {
        let (permit, project, today, now) =
            (stage.permit(Management), stage.project, stage.today(), stage.now());
        stage
            .write(move |tx| agreements::store::amend(tx, &permit, project, clause, seen, &new, today, now))
            .await
    };
    assert_eq!(amend(1, written(&stage)).await, Amended::Same);
    assert_eq!(amend(1, rewritten.clone()).await, Amended::Done);
    assert_eq!(amend(1, rewritten).await, Amended::Stale);
    assert_eq!(take(&stage, Technical, clause, 1, Consent).await, Taken::Stale);
    assert_eq!(take(&stage, Technical, clause, 2, Consent).await, Taken::Recorded);
    let found = stage.clause(clause).await;
    assert_eq!((found.version, found.positions.len(), found.spoken.len()), (2, 1, 3));
}

#[tokio::test]
async fn only_the_party_that_proposed_an_article_withdraws_it() {
    let stage = Stage::new().await;
    let clause = proposed(&stage).await;
    let withdraw = async |party| {
        let (permit, project, today, now) = (stage.permit(party), stage.project, stage.today(), stage.now());
        stage.write(move |tx| agreements::store::withdraw(tx, &permit, project, clause, today, now)).await
    };
    assert!(!withdraw(Management).await);
    assert!(withdraw(StaffRepresentatives).await);
    assert_eq!(take(&stage, Management, clause, 1, Consent).await, Taken::Closed);
    assert_eq!(stage.clause(clause).await.state, ClauseState::Withdrawn);
}

#[tokio::test]
async fn an_article_is_not_adopted_while_staff_representatives_have_no_member() {
    let stage = Stage::seated(&[Management]).await;
    let id: ClauseId = stage.platform.new_id();
    let begin =
        Begin { id: stage.platform.new_id(), kind: AgreementKind::MethodAgreement, title: "Accord".into() };
    let new = NewClause { id, finding: None, written: written(&stage) };
    let (permit, project, today, now) = (stage.permit(Management), stage.project, stage.today(), stage.now());
    stage.write(move |tx| agreements::store::propose(tx, &permit, project, &begin, &new, today, now)).await;
    assert_eq!(take(&stage, Management, id, 1, Consent).await, Taken::Recorded);
    assert!(stage.commitments().await.is_empty());
}
