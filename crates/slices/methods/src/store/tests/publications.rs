//! What was published stays, and the next campaign remembers it.

use disclosure::Floor;
use kernel::Party::{Management, Workers};
use kernel::{CampaignId, Party};
use platform::{DbError, Tx, values};
use scoring::Answer;

use super::{CLOSES, World, databases, fresh, method, now, texts};
use crate::{Group, NewCampaign, api, model::campaign::Answering, store};

impl World {
    /// The next campaign in the same project: answered by `yes` and `no` workers, and by six of management; then closed.
    async fn next(&self, yes: usize, no: usize) -> Self {
        let id: CampaignId = fresh();
        let codes = |party: Party, n: usize| Group {
            party,
            label: String::new(),
            codes: u32::try_from(n).expect("a few"),
            by_mail: 0,
        };
        let new = NewCampaign {
            id,
            project: self.campaign.project,
            space: self.campaign.space,
            method: self.campaign.method.clone(),
            method_version: self.campaign.method_version.clone(),
            title: "Une autre fois".to_owned(),
            stage: self.campaign.stage,
            answering: Answering::Individual,
            floor: Floor::DEFAULT,
            closes_on: CLOSES,
            groups: vec![codes(Management, 6), codes(Workers, yes + no)],
            letters: Vec::new(),
        };
        let (permit, organisation) = (self.management.clone(), self.organisation);
        self.db.write(move |tx| store::prepare(tx, &permit, &new, now())).await.expect("prepared");
        let campaign =
            self.db.read(move |tx| store::find(tx, organisation, id)).await.expect("read").expect("there");
        Self { campaign, ..self.clone() }.answered(yes).await
    }

    /// Opens, lets management say no and the workers say yes, `yes` of them, or no; then closes.
    async fn answered(self, yes: usize) -> Self {
        let world = self.opened().await;
        let mut said = 0;
        for (group, code) in world.codes().await.1 {
            let agrees = group == Workers && said < yes;
            said += usize::from(group == Workers);
            world.answer(code, if agrees { Answer::Yes } else { Answer::No }).await;
        }
        world.closed().await
    }

    async fn publications(&self) -> Vec<store::Publication> {
        let (organisation, id) = (self.organisation, self.campaign.id);
        self.read(move |tx| store::publications(tx, organisation, id)).await
    }

    async fn gaps(&self) -> api::Gaps {
        let (organisation, campaign) = (self.organisation, self.campaign.clone());
        let results = self.read(move |tx| store::results(tx, organisation, &campaign, method())).await;
        api::gaps(&self.campaign, method(), &results.expect("results"), &texts())
    }
}

#[tokio::test]
async fn closing_writes_down_what_it_published_and_the_journal_seals_its_digest() {
    for db in databases() {
        let world = World::new(db, &[(Management, 6), (Workers, 12)]).await.answered(4).await;
        let [first] = world.publications().await.try_into().expect("one publication");
        assert_eq!((first.number, first.floor, first.on), (1, Floor::DEFAULT, CLOSES));
        let (organisation, campaign) = (world.organisation, world.campaign.clone());
        let results = world.read(move |tx| store::results(tx, organisation, &campaign, method())).await;
        assert_eq!(
            first.digest,
            store::digest(&results.expect("results")),
            "what is read is what was published"
        );
        let lines =
            world.read(move |tx| journal::lines(tx, organisation, None, &journal::Reader::Operator)).await;
        let kept: Vec<String> = lines
            .iter()
            .map(|line| line.text.clone())
            .filter(|line| line.contains("results_published"))
            .collect();
        assert_eq!(kept.len(), 1);
        assert!(kept[0].contains(&first.digest), "{kept:?}");
    }
}

#[tokio::test]
async fn one_more_worker_leaves_the_earlier_values_and_many_changes_of_mind_show_new_ones() {
    for db in databases() {
        let first = World::new(db, &[(Management, 6), (Workers, 12)]).await.answered(4).await;
        let before = first.gaps().await;
        assert!(before.recalled().is_empty());

        let second = first.next(5, 8).await;
        let gaps = second.gaps().await;
        assert_eq!(gaps.recalled().into_iter().collect::<Vec<_>>(), [first.campaign.id]);
        for row in &gaps.rows {
            let then =
                before.rows.iter().find(|then| then.criterion == row.criterion).expect("the same pack");
            let (now, then) = (row.cells[1].expect("shown"), then.cells[1].expect("shown"));
            assert_eq!((now.percent, now.low, now.high), (then.percent, then.low, then.high));
            assert_eq!(
                row.cells[0].expect("shown").as_before,
                None,
                "nobody came into management nor left it"
            );
        }
        assert_eq!(gaps.groups[1].respondents, Some(13));

        let third = first.next(11, 2).await;
        assert!(third.gaps().await.recalled().is_empty(), "no newcomer makes that difference alone");
        // The second campaign is read as it was, whatever came after it.
        assert_eq!(second.gaps().await, gaps);
    }
}

#[tokio::test]
async fn what_was_published_is_neither_changed_nor_removed_nor_published_again_at_the_same_floor() {
    for db in databases() {
        let world = World::new(db, &[(Management, 6), (Workers, 12)]).await.answered(4).await;
        let id = world.campaign.id;
        let tries = [
            "UPDATE publication SET floor = 5 WHERE campaign_id = $1",
            "DELETE FROM publication WHERE campaign_id = $1",
            "INSERT INTO publication SELECT organisation_id, campaign_id, 2, place, floor, published_on, cells, digest
             FROM publication WHERE campaign_id = $1",
        ];
        for sql in tries {
            let tried = world.db.write(move |tx: &mut Tx<'_>| tx.execute(sql, values![id]));
            let tried: Result<u64, DbError> = tried.await;
            assert!(tried.is_err(), "{sql}");
        }
        assert_eq!(world.publications().await.len(), 1);
    }
}

#[tokio::test]
async fn raising_the_floor_publishes_again_hides_more_and_never_comes_down() {
    for db in databases() {
        let world = World::new(db, &[(Management, 6), (Workers, 12)]).await.answered(4).await;
        let raise = |floor: u32| {
            let (permit, campaign) = (world.staff.clone(), world.campaign.clone());
            let floor = Floor::new(floor).expect("five or more");
            world.db.write(move |tx| store::raise_floor(tx, &permit, &campaign, floor, CLOSES, now()))
        };
        assert!(raise(8).await.expect("no fault"));
        let gaps = world.gaps().await;
        assert_eq!((gaps.floor, gaps.groups[0].respondents, gaps.groups[1].respondents), (8, None, Some(12)));
        for lower in [5, 7, 8] {
            assert!(!raise(lower).await.expect("no fault"), "{lower}");
        }
        let numbers: Vec<u32> = world.publications().await.iter().map(|one| one.number).collect();
        assert_eq!(numbers, [1, 2]);
    }
}
