//! A campaign told from end to end, on every database there is.

mod anonymity;
mod publications;
mod story;
mod together;

use std::collections::BTreeMap;

use access::{Actor, Permit};
use content::method::Method;
use disclosure::Floor;
use jiff::{
    Timestamp,
    civil::{Date, date},
};
use kernel::{Id, Locale, OrganisationId, Party, ProjectId, SpaceId, Stage};
use platform::{Db, DbError, Tx, config::DatabaseUrl};
use registry::{Organisation, OrganisationKind, Project, store::Founder};
use scoring::Answer;

use super::{CodeDigest, NewCode, close, hand_in, make_codes, open, prepare};
use crate::{Campaign, Group, NewCampaign, SELF_DIAGNOSTIC, model::code::Code, words};

const TODAY: Date = date(2026, 11, 22);
const CLOSES: Date = date(2026, 12, 6);

/// SQLite, and PostgreSQL where `TEST_POSTGRES` names one.
fn databases() -> Vec<Db> {
    let file = std::env::temp_dir().join(format!("trinome-methods-{}.db", uuid::Uuid::new_v4()));
    let postgres = std::env::var("TEST_POSTGRES").ok().map(DatabaseUrl::Postgres);
    let urls = std::iter::once(DatabaseUrl::Sqlite(file)).chain(postgres);
    urls.map(|url| Db::open(&url).expect("a database")).collect()
}

fn now() -> Timestamp {
    "2026-11-22T09:00:00Z".parse().expect("an instant")
}

fn fresh<Of: ?Sized>() -> Id<Of> {
    Id::new(uuid::Uuid::new_v4())
}

/// An organisation with a project and a space, and a prepared campaign of the self-diagnostic.
#[derive(Clone)]
struct World {
    db: Db,
    organisation: OrganisationId,
    project: ProjectId,
    management: Permit,
    staff: Permit,
    campaign: Campaign,
}

impl World {
    async fn new(db: Db, groups: &[(Party, u32)]) -> Self {
        let (organisation, project, space) = (fresh(), fresh(), fresh());
        let permits =
            db.write(move |tx| found(tx, organisation, project, space)).await.expect("an organisation");
        let method = method();
        let new = NewCampaign {
            id: fresh(),
            project,
            space,
            method: method.id.clone(),
            method_version: method.version.to_string(),
            title: "Auto-diagnostic".to_owned(),
            stage: Stage::Pilot,
            answering: crate::Answering::Individual,
            floor: Floor::DEFAULT,
            closes_on: CLOSES,
            groups: groups
                .iter()
                .map(|(p, n)| Group { party: *p, label: String::new(), codes: *n, by_mail: 0 })
                .collect(),
            letters: Vec::new(),
        };
        let (id, permit) = (new.id, permits.0.clone());
        db.write(move |tx| prepare(tx, &permit, &new, now())).await.expect("prepared");
        let campaign =
            db.read(move |tx| super::find(tx, organisation, id)).await.expect("read").expect("there");
        Self { db, organisation, project, management: permits.0, staff: permits.1, campaign }
    }

    async fn opened(mut self) -> Self {
        let (permit, campaign) = (self.staff.clone(), self.campaign.clone());
        let work = move |tx: &mut Tx<'_>| {
            open(tx, &permit, &campaign, &super::Issue::default(), fresh(), TODAY, now())
        };
        assert!(self.db.write(work).await.expect("opened"));
        self.campaign = self.again().await;
        self
    }

    async fn again(&self) -> Campaign {
        let (organisation, id) = (self.organisation, self.campaign.id);
        self.db.read(move |tx| super::find(tx, organisation, id)).await.expect("read").expect("there")
    }

    /// One code for each person of each group, as the page makes them.
    async fn codes(&self) -> (super::MadeCodes, Vec<(Party, Code)>) {
        let people = self.campaign.groups.iter().flat_map(|group| (0..group.codes).map(|_| group.party));
        let codes: Vec<(Party, Code)> =
            people.map(|party| (party, Code::from_bytes(*uuid::Uuid::new_v4().as_bytes()))).collect();
        let kept: Vec<NewCode> = codes
            .iter()
            .map(|(group, code)| NewCode { group: *group, digest: CodeDigest::of(*code) })
            .collect();
        let (permit, campaign) = (self.staff.clone(), self.campaign.clone());
        let made = self
            .db
            .write(move |tx| make_codes(tx, &permit, &campaign, &kept, TODAY, now()))
            .await
            .expect("made");
        (made, codes)
    }

    async fn answer_on(&self, code: Code, answer: Answer, today: Date) -> super::HandedIn {
        let right = CodeDigest::of(code).into();
        let answers: BTreeMap<String, Answer> =
            method().questions.iter().map(|question| (question.id.clone(), answer)).collect();
        self.db.write(move |tx| hand_in(tx, &right, &answers, today)).await.expect("no fault")
    }

    async fn answer(&self, code: Code, answer: Answer) -> super::HandedIn {
        self.answer_on(code, answer, TODAY).await
    }

    async fn closed(mut self) -> Self {
        let (permit, campaign) = (self.management.clone(), self.campaign.clone());
        let work = move |tx: &mut Tx<'_>| close(tx, &permit, &campaign, "Résultats publiés.", CLOSES, now());
        assert!(self.db.write(work).await.expect("closed"));
        self.campaign = self.again().await;
        self
    }

    async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, DbError> + Send + 'static,
    ) -> T {
        self.db.read(work).await.expect("read")
    }
}

fn method() -> &'static Method {
    words::method(SELF_DIAGNOSTIC).expect("the pack is sound")
}

fn texts() -> platform::T {
    let texts = platform::texts::Texts::load(&[platform::texts::OWN, crate::TEXTS]).expect("sound texts");
    texts.speak(Locale::Fr)
}

fn found(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    space: SpaceId,
) -> Result<(Permit, Permit), DbError> {
    let company = Organisation {
        id: organisation,
        name: "Ateliers".to_owned(),
        kind: OrganisationKind::Company,
        headcount: None,
        facts: BTreeMap::new(),
    };
    let founder = Founder {
        member: fresh(),
        party: Party::Management,
        name: "Jeanne".to_owned(),
        title: String::new(),
        email: "jeanne@exemple.fr".to_owned(),
        locale: Locale::Fr,
    };
    let management = registry::store::found(tx, &company, &founder, now())?;
    let described = Project {
        organisation,
        id: project,
        title: "Planification".to_owned(),
        purpose: "Fiabiliser les délais".to_owned(),
        concerned: None,
        stage: Stage::Pilot,
        facts: BTreeMap::new(),
        created_at: now(),
        stages: Vec::new(),
    };
    registry::store::add_project(tx, &management, &described, TODAY)?;
    let names = ["CSE", "Atelier", "Technique"].map(|name| (name.to_owned(), String::new()));
    spaces::store::open_defaults(tx, &management, project, [fresh(), space, fresh()], &names, now())?;
    let member = fresh();
    let staff = Actor {
        member,
        person: kernel::PersonId::of_first_seat(member),
        party: Party::StaffRepresentatives,
        name: "Karima".to_owned(),
        ..management.actor().clone()
    };
    Ok((management, Permit::of_a_test(staff)))
}
