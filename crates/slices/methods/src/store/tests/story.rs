//! From the proposal to the results.

use jiff::ToSpan;
use kernel::Party::{Management, StaffRepresentatives, Workers};
use scoring::Answer;

use super::{CLOSES, TODAY, World, databases, fresh, method, now, texts};
use crate::{
    CampaignState, api,
    model::{coarse::Coarse, code::Code},
    store::{self, CodeDigest, Door, HandedIn, MadeCodes},
};

#[tokio::test]
async fn views_are_compared_at_closing_and_the_small_group_stays_hidden() {
    for db in databases() {
        let world =
            World::new(db, &[(Management, 6), (StaffRepresentatives, 3), (Workers, 9)]).await.opened().await;
        let (_, codes) = world.codes().await;
        for (group, code) in &codes {
            // Half of the questions are vigilance points by a yes, the others by a no.
            let answer = if *group == Workers { Answer::Yes } else { Answer::NotApplicable };
            assert_eq!(world.answer(*code, answer).await, HandedIn::Done);
        }
        let world = world.closed().await;
        let (organisation, project, t) = (world.organisation, world.project, texts());
        let gaps =
            world.read(move |tx| api::latest_gaps(tx, organisation, project, &t)).await.expect("results");
        let shown: Vec<Option<u32>> = gaps.groups.iter().map(|group| group.respondents).collect();
        assert_eq!(shown, [Some(6), None, Some(9)]);
        assert_eq!(gaps.respondents, None, "the total would give the hidden group");
        assert_eq!((gaps.rows.len(), gaps.floor, gaps.invited), (6, 5, 18));
        assert!(gaps.rows.iter().all(|row| row.cells[1].is_none()));
        let picture = api::picture(&gaps, &texts(), "gaps");
        assert!(ui::charts::gap::draw(&picture).contains("masqué"));
    }
}

#[tokio::test]
async fn no_result_is_read_before_closing() {
    for db in databases() {
        let world = World::new(db, &[(Management, 6), (Workers, 9)]).await.opened().await;
        for (_, code) in world.codes().await.1 {
            world.answer(code, Answer::Yes).await;
        }
        let (organisation, project, t) = (world.organisation, world.project, texts());
        let campaign = world.campaign.clone();
        assert_eq!(world.read(move |tx| store::results(tx, organisation, &campaign, method())).await, None);
        assert_eq!(world.read(move |tx| api::all_gaps(tx, organisation, project, &t)).await, []);
    }
}

#[tokio::test]
async fn a_code_answers_once_and_the_count_is_said_in_steps() {
    for db in databases() {
        let world = World::new(db, &[(Management, 5), (Workers, 6)]).await.opened().await;
        let (made, codes) = world.codes().await;
        assert_eq!(made, MadeCodes::Done);
        let (organisation, id) = (world.organisation, world.campaign.id);
        for (at, (_, code)) in codes.iter().enumerate() {
            let said = world.read(move |tx| store::answered(tx, organisation, id)).await;
            assert_eq!(said, [Coarse::Few, Coarse::AtLeast(5), Coarse::AtLeast(10)][at / 5]);
            assert_eq!(world.answer(*code, Answer::Yes).await, HandedIn::Done);
            assert_eq!(world.answer(*code, Answer::No).await, HandedIn::Already);
        }
        let digest = CodeDigest::of(codes[0].1).into();
        assert!(matches!(world.read(move |tx| store::knock(tx, &digest, TODAY)).await, Door::Used(_)));
        let world = world.closed().await;
        assert_eq!(world.answer(codes[0].1, Answer::Yes).await, HandedIn::Refused);
    }
}

#[tokio::test]
async fn answers_are_taken_on_the_closing_day_and_not_after() {
    for db in databases() {
        let world = World::new(db, &[(Management, 5), (Workers, 6)]).await.opened().await;
        let codes = world.codes().await.1;
        let after = CLOSES.checked_add(1.day()).expect("a day");
        assert_eq!(world.answer_on(codes[0].1, Answer::Yes, after).await, HandedIn::Refused);
        let digest = CodeDigest::of(codes[0].1).into();
        assert!(matches!(world.read(move |tx| store::knock(tx, &digest, after)).await, Door::Closed(_)));
        assert_eq!(world.answer_on(codes[0].1, Answer::Yes, CLOSES).await, HandedIn::Done);
        assert_eq!(
            world.answer(Code::from_bytes([9; 16]), Answer::Yes).await,
            HandedIn::Refused,
            "an unknown code"
        );
    }
}

#[tokio::test]
async fn codes_can_be_made_again_until_somebody_has_answered() {
    for db in databases() {
        let world = World::new(db, &[(Management, 5), (Workers, 6)]).await;
        assert_eq!(world.codes().await.0, MadeCodes::NotOpen);
        let world = world.opened().await;
        let (first, second) = (world.codes().await, world.codes().await);
        assert_eq!((first.0, second.0), (MadeCodes::Done, MadeCodes::Done));
        assert_eq!(
            world.answer(first.1[0].1, Answer::Yes).await,
            HandedIn::Refused,
            "the first sheet is void"
        );
        assert_eq!(world.answer(second.1[0].1, Answer::Yes).await, HandedIn::Done);
        assert_eq!(world.codes().await.0, MadeCodes::AnswersCameIn);
        assert_eq!(
            world.answer(second.1[1].1, Answer::Yes).await,
            HandedIn::Done,
            "the second sheet still works"
        );
    }
}

#[tokio::test]
async fn what_opening_freezes_nothing_changes() {
    for db in databases() {
        let world = World::new(db, &[(Management, 5), (Workers, 6)]).await.opened().await;
        let frozen = world.campaign.clone();
        let (permit, campaign) = (world.management.clone(), frozen.clone());
        let tried = world.db.write(move |tx| {
            let abandoned = store::abandon(tx, &permit, &campaign, now())?;
            Ok::<_, platform::DbError>((
                abandoned,
                store::open(tx, &permit, &campaign, &store::Issue::default(), fresh(), CLOSES, now())?,
            ))
        });
        assert_eq!(tried.await.expect("no fault"), (false, false));
        let permit = world.management.clone();
        let again = crate::NewCampaign {
            id: frozen.id,
            project: frozen.project,
            space: frozen.space,
            method: frozen.method.clone(),
            method_version: frozen.method_version.clone(),
            title: frozen.title.clone(),
            stage: frozen.stage,
            answering: crate::Answering::Individual,
            floor: frozen.floor,
            closes_on: frozen.closes_on,
            groups: frozen.groups[..1].to_vec(),
            letters: Vec::new(),
        };
        let lower = world.db.write(move |tx| store::prepare(tx, &permit, &again, now()));
        assert!(lower.await.is_err(), "a campaign is prepared once");
        assert_eq!(world.again().await, world.campaign);
        assert_eq!(world.campaign.state, CampaignState::Open);
    }
}

/// Whoever writes to the database, by whatever statement.
#[tokio::test]
async fn the_database_itself_refuses_what_opening_froze() {
    const REFUSED: [&str; 10] = [
        "UPDATE campaign SET floor = 3 WHERE organisation_id = $1",
        "UPDATE campaign SET answering = 'collective' WHERE organisation_id = $1",
        "UPDATE campaign SET method = 'another' WHERE organisation_id = $1",
        "UPDATE campaign SET method_version = '9.9.9' WHERE organisation_id = $1",
        "UPDATE campaign SET state = 'prepared' WHERE organisation_id = $1",
        "UPDATE campaign SET state = 'prepared', floor = 3 WHERE organisation_id = $1",
        "DELETE FROM campaign WHERE organisation_id = $1",
        "UPDATE campaign_group SET by_mail = 1 WHERE organisation_id = $1",
        "UPDATE campaign_group SET code_count = 1 WHERE organisation_id = $1",
        "DELETE FROM campaign_group WHERE organisation_id = $1",
    ];
    for db in databases() {
        let world = World::new(db, &[(Management, 5), (Workers, 6)]).await;
        let organisation = world.organisation;
        let prepared = world.db.write(move |tx| {
            tx.execute(
                "UPDATE campaign SET floor = 6 WHERE organisation_id = $1",
                platform::values![organisation],
            )
        });
        assert_eq!(prepared.await.expect("a proposal may change"), 1);
        let mut world = world;
        world.campaign = world.again().await;
        let open = world.opened().await;
        let id = open.campaign.id;
        for closed in [false, true] {
            let world = if closed { open.clone().closed().await } else { open.clone() };
            for sql in REFUSED {
                let tried = world.db.write(move |tx| tx.execute(sql, platform::values![organisation])).await;
                assert!(tried.is_err(), "{sql} went through");
            }
            let added = world.db.write(move |tx| {
                tx.execute(
                    "INSERT INTO campaign_group (organisation_id, campaign_id, party, label, code_count)
                     VALUES ($1, $2, 'technical', '', 9)",
                    platform::values![organisation, id],
                )
            });
            assert!(added.await.is_err(), "a group was added");
            assert_eq!(world.again().await.floor.get(), 6);
            assert_eq!(world.again().await.groups, world.campaign.groups);
        }
    }
}

#[tokio::test]
async fn another_organisation_finds_nothing() {
    for db in databases() {
        let ours = World::new(db.clone(), &[(Management, 5), (Workers, 6)]).await.opened().await;
        let theirs = World::new(db, &[(Management, 5), (Workers, 6)]).await;
        let (organisation, id, project) = (theirs.organisation, ours.campaign.id, ours.project);
        assert_eq!(ours.read(move |tx| store::find(tx, organisation, id)).await, None);
        assert_eq!(ours.read(move |tx| store::campaigns(tx, organisation, project)).await, []);
        let (own, other_project) = (ours.organisation, theirs.project);
        assert_eq!(
            ours.read(move |tx| api::find(tx, own, other_project, id)).await,
            None,
            "nor another project"
        );
    }
}

/// Run by hand, with `--ignored --nocapture`: decision 0017 gives the figures.
#[tokio::test]
#[ignore = "a measure, not a test"]
async fn what_an_answer_costs() {
    for db in databases() {
        for people in [20, 100, 500] {
            let world = World::new(db.clone(), &[(Management, 5), (Workers, people)]).await.opened().await;
            let codes = world.codes().await.1;
            let mut times = Vec::new();
            for (_, code) in &codes {
                let start = std::time::Instant::now();
                assert_eq!(world.answer(*code, Answer::Yes).await, HandedIn::Done);
                times.push(start.elapsed());
            }
            times.sort();
            let at = |share: usize| times[(times.len() - 1) * share / 100];
            println!("{people} people: p50 {:?}, p99 {:?}", at(50), at(99));
        }
    }
}
