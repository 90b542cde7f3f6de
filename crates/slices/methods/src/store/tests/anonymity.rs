//! What is stored says nothing of who answered, when, or with which slip of paper.

use kernel::{
    OrganisationId,
    Party::{Management, Workers},
};
use platform::{DbError, Tx, values};
use scoring::Answer;

use super::{World, databases};
use crate::store::CodeDigest;

/// Everything the sheets of an organisation hold.
fn sheets(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<[String; 3]>, DbError> {
    tx.list(
        "SELECT sheet_id, group_party, answers FROM answer_sheet WHERE organisation_id = $1 ORDER BY sheet_id",
        values![organisation],
        |row| Ok::<_, DbError>([row.get(0)?, row.get(1)?, row.get(2)?]),
    )
}

#[test]
fn the_tables_have_no_column_for_a_person_a_moment_or_the_other_table() {
    let step = schema::STEPS.iter().find(|step| step.name == "0003_methods").expect("our step");
    for sql in [step.sqlite, step.postgres] {
        assert_eq!(
            columns(sql, "answer_sheet"),
            ["organisation_id", "campaign_id", "sheet_id", "group_party", "answers"]
        );
        assert_eq!(
            columns(sql, "answer_code"),
            ["organisation_id", "campaign_id", "code_hash", "group_party", "is_used"]
        );
    }
}

/// The columns that a migration gives a table.
fn columns(sql: &str, table: &str) -> Vec<String> {
    let from = sql.split(&format!("CREATE TABLE {table} (")).nth(1).expect("the table");
    let body = from.split("\n)").next().expect("its end");
    let names = body.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| !["PRIMARY", "FOREIGN"].contains(name)).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_sheet_holds_its_group_and_its_answers_and_no_trace_of_the_code() {
    for db in databases() {
        let world = World::new(db, &[(Management, 5), (Workers, 6)]).await.opened().await;
        let codes = world.codes().await.1;
        let (group, code) = codes[0];
        world.answer(code, Answer::DontKnow).await;
        let organisation = world.organisation;
        let kept = world.read(move |tx| sheets(tx, organisation)).await;
        let [[id, party, answers]] = kept.as_slice() else { panic!("one sheet, not {}", kept.len()) };
        assert_eq!(party, group.code());
        let digest = CodeDigest::of(code);
        for trace in [code.canonical(), digest.as_str().to_owned(), "2026".to_owned()] {
            assert!(!answers.contains(&trace) && !id.contains(&trace));
        }
        let read: std::collections::BTreeMap<String, Answer> =
            serde_json::from_str(answers).expect("answers alone");
        assert!(read.len() == 30 && read.values().all(|answer| *answer == Answer::DontKnow));
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
async fn closing_deletes_every_code_and_writes_every_sheet_under_a_new_identifier() {
    for db in databases() {
        let world = World::new(db, &[(Management, 5), (Workers, 6)]).await.opened().await;
        for (at, (_, code)) in world.codes().await.1.into_iter().enumerate() {
            world.answer(code, Answer::ALL[at % 4]).await;
        }
        let organisation = world.organisation;
        let before = world.read(move |tx| sheets(tx, organisation)).await;
        let world = world.closed().await;
        let after = world.read(move |tx| sheets(tx, organisation)).await;
        let said = |sheets: &[[String; 3]]| {
            let mut said: Vec<_> =
                sheets.iter().map(|[_, group, answers]| (group.clone(), answers.clone())).collect();
            said.sort();
            said
        };
        assert_eq!((before.len(), said(&before)), (11, said(&after)), "nothing is lost and nothing is added");
        assert!(after.iter().all(|[id, ..]| before.iter().all(|[old, ..]| old != id)));
        let codes = world.read(move |tx| {
            tx.exists("SELECT 1 FROM answer_code WHERE organisation_id = $1", values![organisation])
        });
        assert!(!codes.await);
    }
}
