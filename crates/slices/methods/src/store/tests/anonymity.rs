//! What is stored says nothing of who answered, when, or with which slip of paper.

use kernel::{
    OrganisationId,
    Party::{Management, Workers},
};
use platform::{DbError, Tx, values};
use scoring::Answer;

use super::{World, databases};
use crate::store::CodeDigest;

/// What the boxes of an organisation hold: group, codes that answered, sheets.
fn boxes(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<[String; 3]>, DbError> {
    tx.list(
        "SELECT group_party, used_codes, sheets FROM ballot_box WHERE organisation_id = $1 ORDER BY group_party",
        values![organisation],
        |row| Ok::<_, DbError>([row.get(0)?, row.get(1)?, row.get(2)?]),
    )
}

#[tokio::test]
async fn a_sheet_holds_its_group_and_its_answers_and_no_trace_of_the_code() {
    for db in databases() {
        let world = World::new(db, &[(Management, 5), (Workers, 6)]).await.opened().await;
        let codes = world.codes().await.1;
        let (group, code) = codes[0];
        world.answer(code, Answer::DontKnow).await;
        let organisation = world.organisation;
        let kept = world.read(move |tx| boxes(tx, organisation)).await;
        let full: Vec<_> = kept.iter().filter(|[.., sheets]| !sheets.is_empty()).collect();
        let [[party, used, answers]] = full.as_slice() else { panic!("one box, not {}", full.len()) };
        assert_eq!((party.as_str(), used.as_str()), (group.code(), CodeDigest::of(code).as_str()));
        for trace in [code.canonical(), used.clone(), "2026".to_owned()] {
            assert!(!answers.contains(&trace));
        }
        let read: std::collections::BTreeMap<String, Answer> =
            serde_json::from_str(answers).expect("answers alone");
        assert!(read.len() == 30 && read.values().all(|answer| *answer == Answer::DontKnow));
    }
}

/// The same people, in two orders: the database is the same to the letter.
#[tokio::test]
async fn a_box_is_the_same_whichever_way_its_answers_came() {
    for db in databases() {
        let mut said = Vec::new();
        for backwards in [false, true] {
            let world = World::new(db.clone(), &[(Management, 5), (Workers, 6)]).await.opened().await;
            let mut given: Vec<_> = world.codes().await.1.into_iter().enumerate().collect();
            if backwards {
                given.reverse();
            }
            for (at, (_, code)) in given {
                world.answer(code, Answer::ALL[at % 4]).await;
            }
            let organisation = world.organisation;
            let kept = world.read(move |tx| boxes(tx, organisation)).await;
            assert!(kept.iter().all(|[_, used, _]| used.lines().is_sorted()));
            said.push(kept.into_iter().map(|[group, _, sheets]| (group, sheets)).collect::<Vec<_>>());
        }
        assert_eq!(said[0], said[1]);
    }
}

#[tokio::test]
async fn the_journal_keeps_no_line_of_an_answer_and_no_code() {
    for db in databases() {
        let world = World::new(db, &[(Management, 5), (Workers, 6)]).await.opened().await;
        let codes = world.codes().await.1;
        let organisation = world.organisation;
        let before = world.read(move |tx| journal::head(tx, organisation)).await;
        for (_, code) in &codes {
            world.answer(*code, Answer::Yes).await;
        }
        assert_eq!(world.read(move |tx| journal::head(tx, organisation)).await, before);
        let lines =
            world.read(move |tx| journal::lines(tx, organisation, None, &journal::Reader::Operator)).await;
        let digests: Vec<CodeDigest> = codes.iter().map(|(_, code)| CodeDigest::of(*code)).collect();
        assert!(lines.iter().any(|line| line.text.contains("codes_made")));
        assert!(lines.iter().all(|line| digests.iter().all(|digest| !line.text.contains(digest.as_str()))));
    }
}

#[tokio::test]
async fn closing_deletes_every_code_and_leaves_the_sheets_alone_and_shut() {
    for db in databases() {
        let world = World::new(db, &[(Management, 5), (Workers, 6)]).await.opened().await;
        for (at, (_, code)) in world.codes().await.1.into_iter().enumerate() {
            world.answer(code, Answer::ALL[at % 4]).await;
        }
        let organisation = world.organisation;
        let before = world.read(move |tx| boxes(tx, organisation)).await;
        let world = world.closed().await;
        let after = world.read(move |tx| boxes(tx, organisation)).await;
        let only = |[group, _, sheets]: &[String; 3]| [group.clone(), String::new(), sheets.clone()];
        assert_eq!(
            after,
            before.iter().map(only).collect::<Vec<_>>(),
            "nothing is lost and nothing is added"
        );
        assert_eq!(after.iter().map(|[.., sheets]| sheets.lines().count()).sum::<usize>(), 11);
        let codes = world.read(move |tx| {
            tx.exists("SELECT 1 FROM answer_code WHERE organisation_id = $1", values![organisation])
        });
        assert!(!codes.await);
        for sql in [
            "UPDATE ballot_box SET sheets = '' WHERE organisation_id = $1",
            "INSERT INTO ballot_box SELECT organisation_id, campaign_id, 'technical', '', '', '', '' FROM campaign
             WHERE organisation_id = $1",
        ] {
            let tried = world.db.write(move |tx| tx.execute(sql, values![organisation])).await;
            assert!(tried.is_err(), "{sql} went through");
        }
    }
}
