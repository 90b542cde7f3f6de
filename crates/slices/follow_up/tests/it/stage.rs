//! One organisation with its three parties, one project with its three spaces and a finding that was answered.

use std::{path::PathBuf, sync::Arc};

use access::{Actor, Permit};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
};
use findings::{FindingKind, store::NewFinding};
use jiff::{Timestamp, civil::Date};
use kernel::{
    ClauseId, CommitmentId, FindingId, Locale, OrganisationId, Party, ProjectId, SpaceId,
    Stage as ProjectStage,
};
use platform::{
    Db, DbError, Platform, Tx,
    chance::SystemChance,
    clock::{HandClock, civil_day},
    config::{DatabaseUrl, MailRoute, Settings},
    mail::Mailer,
    secret,
    texts::{self, Texts},
};
use tower::ServiceExt;

/// The morning on which every test begins: 23 November 2026.
const MORNING: i64 = 1_795_417_200;

pub struct Stage {
    pub platform: Platform,
    clock: Arc<HandClock>,
    folder: Option<PathBuf>,
    pub organisation: OrganisationId,
    pub project: ProjectId,
    pub spaces: [SpaceId; 3],
    pub finding: FindingId,
    actors: Vec<Actor>,
}

/// What a page answered.
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Stage {
    /// A fresh stage on SQLite.
    pub async fn new() -> Self {
        Self::seated(&Party::TRINOME).await
    }

    /// One stage per database there is: PostgreSQL where `TEST_POSTGRES` names a server.
    pub async fn on_each_engine() -> Vec<Self> {
        let mut stages = vec![Self::new().await];
        if let Ok(server) = std::env::var("TEST_POSTGRES") {
            let url = fresh_postgres(&server);
            stages.push(Self::on(DatabaseUrl::Postgres(url), None, &Party::TRINOME).await);
        }
        stages
    }

    /// A fresh stage on which only these parties have a member.
    pub async fn seated(parties: &[Party]) -> Self {
        let folder = std::env::temp_dir().join(format!("trinome-follow-up-{}", random()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self::on(DatabaseUrl::Sqlite(folder.join("trinome.sqlite")), Some(folder), parties).await
    }

    async fn on(url: DatabaseUrl, folder: Option<PathBuf>, parties: &[Party]) -> Self {
        let clock = Arc::new(HandClock::at(Timestamp::from_second(MORNING).expect("in range")));
        let sources = [
            texts::OWN,
            access::TEXTS,
            registry::TEXTS,
            spaces::TEXTS,
            findings::TEXTS,
            agreements::TEXTS,
            follow_up::TEXTS,
        ];
        let platform = Platform {
            vault: platform::vault::Vault::new(&[7; platform::vault::SECRET_LEN]),
            db: Db::open(&url).expect("a fresh database opens"),
            clock: clock.clone(),
            chance: Arc::new(SystemChance),
            limits: Arc::new(platform::limits::Limits::new(
                platform::limits::LimitSettings::off(),
                &SystemChance,
            )),
            texts: Arc::new(Texts::load(&sources).expect("the words load")),
            mail: Mailer::Console,
            settings: Arc::new(Settings {
                base_url: "http://localhost".into(),
                mail: MailRoute::Console,
                demonstration: false,
                single_sign_on: None,
                privacy_contact: None,
            }),
        };
        let organisation = platform.new_id();
        let actors = parties.iter().map(|party| actor(&platform, organisation, *party)).collect();
        let stage = Self {
            organisation,
            project: platform.new_id(),
            spaces: [platform.new_id(), platform.new_id(), platform.new_id()],
            finding: platform.new_id(),
            platform,
            clock,
            folder,
            actors,
        };
        stage.fill().await;
        stage
    }

    async fn fill(&self) {
        let (organisation, project, spaces, finding) =
            (self.organisation, self.project, self.spaces, self.finding);
        let (actors, now, today, response) =
            (self.actors.clone(), self.now(), self.today(), self.platform.new_id());
        self.write(move |tx| {
            let founder = &actors[0];
            let permit = registry::store::found(
                tx,
                &registry::Organisation {
                    id: organisation,
                    name: "Ateliers Morel".into(),
                    kind: registry::OrganisationKind::Company,
                    headcount: None,
                    facts: Default::default(),
                },
                &registry::store::Founder {
                    member: founder.member,
                    party: founder.party,
                    name: founder.name.clone(),
                    title: founder.title.clone(),
                    email: "a@exemple.fr".into(),
                    locale: Locale::Fr,
                },
                now,
            )?;
            for actor in &actors[1..] {
                let member = access::store::NewMember {
                    id: actor.member,
                    party: actor.party,
                    name: actor.name.clone(),
                    title: actor.title.clone(),
                    email: format!("{}@exemple.fr", actor.party),
                    locale: Locale::Fr,
                };
                access::store::add_member(tx, &permit, &member, now)?;
            }
            for actor in &actors {
                let session = access::store::NewSession {
                    hash: secret::digest(actor.party.code()),
                    device: String::new(),
                    is_proved: true,
                    opened_with: access::Opening::Link,
                    passkey: None,
                };
                access::store::open_session(tx, actor, &session, now)?;
            }
            let new = registry::Project {
                organisation,
                id: project,
                title: "Planification prédictive".into(),
                purpose: "Estimer les temps de travail et de fabrication.".into(),
                concerned: Some(14),
                stage: ProjectStage::Pilot,
                facts: Default::default(),
                created_at: now,
                stages: Vec::new(),
            };
            registry::store::add_project(tx, &permit, &new, today)?;
            let names = ["CSE", "Atelier et planning", "Comité de projet"]
                .map(|name| (name.to_owned(), String::new()));
            spaces::store::open_defaults(tx, &permit, project, spaces, &names, now)?;
            let said = NewFinding {
                id: finding,
                space: spaces[1],
                kind: FindingKind::Vigilance,
                text: "L’outil impose une méthode contre la façon de travailler de l’atelier.".into(),
                origin: "auto-diagnostic, autonomie".into(),
                origin_ref: None,
                context: String::new(),
                is_credited: true,
                pass_to: None,
            };
            let _nothing_to_pass = findings::store::record(tx, &permit, project, &said, today, now)?;
            if let Some(other) = actors.get(1) {
                let permit = Permit::of_a_test(other.clone());
                let text = "Nous demandons que le tableur reste tenu à jour en parallèle.";
                let done = findings::store::respond(
                    tx,
                    &permit,
                    project,
                    finding,
                    response,
                    text,
                    "Il est fiable.",
                    today,
                    now,
                )?;
                assert!(done.is_ok(), "the finding is answered");
            }
            Ok(())
        })
        .await;
    }

    pub fn now(&self) -> Timestamp {
        self.platform.now()
    }

    pub fn today(&self) -> Date {
        civil_day(self.now())
    }

    pub fn put_day(&self, day: Date) {
        let zoned = day.at(9, 0, 0, 0).in_tz("Europe/Paris").expect("a day of our era");
        self.clock.set(zoned.timestamp());
    }

    pub fn permit(&self, party: Party) -> Permit {
        let actor = self.actors.iter().find(|actor| actor.party == party).expect("the party has a member");
        Permit::of_a_test(actor.clone())
    }

    pub async fn write<T: Send + 'static>(
        &self,
        mut work: impl FnMut(&mut Tx<'_>) -> Result<T, DbError> + Send + 'static,
    ) -> T {
        self.platform.db.write(move |tx| work(tx)).await.expect("the transaction commits")
    }

    /// The pages of both slices, with what they stand on.
    pub fn router(&self) -> Router {
        agreements::routes(follow_up::store::create_from_clause)
            .merge(follow_up::routes())
            .with_state(self.platform.clone())
    }

    /// Asks for a page of the project as the member of a party. A form makes it a POST.
    pub async fn ask(&self, party: Party, rest: &str, form: Option<&[(&str, &str)]>) -> Answer {
        self.ask_in("fr", party, rest, form).await
    }

    /// The same for somebody who reads this language.
    pub async fn ask_in(
        &self,
        language: &str,
        party: Party,
        rest: &str,
        form: Option<&[(&str, &str)]>,
    ) -> Answer {
        let path = format!("/structures/{}/projets/{}/{rest}", self.organisation, self.project);
        let cookie = format!("{}={}", access::SESSION_COOKIE, party.code());
        let request = Request::builder()
            .uri(path)
            .header(header::COOKIE, cookie)
            .header(header::ACCEPT_LANGUAGE, language);
        let request = match form {
            None => request.body(Body::empty()),
            Some(pairs) => {
                let body =
                    pairs.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect::<Vec<_>>();
                request.method("POST").body(Body::from(body.join("&")))
            }
        };
        let response = self.router().oneshot(request.expect("a request")).await.expect("an answer");
        let status = response.status().as_u16();
        let location =
            response.headers().get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or("").to_owned();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        let body = String::from_utf8(bytes.to_vec()).expect("text");
        assert!(!body.contains('⟦'), "a text is missing: {body}");
        Answer { status, location, body }
    }

    pub async fn get(&self, party: Party, rest: &str) -> String {
        let answer = self.ask(party, rest, None).await;
        assert_eq!(answer.status, 200, "{rest}: {}", answer.body);
        answer.body
    }

    /// The journal's kinds, oldest first.
    pub async fn kinds(&self) -> Vec<String> {
        let organisation = self.organisation;
        let lines =
            self.write(move |tx| journal::lines(tx, organisation, None, &journal::Reader::Operator)).await;
        lines.into_iter().map(|line| line.record.kind).collect()
    }

    pub async fn clause(&self, id: ClauseId) -> agreements::api::Clause {
        let (organisation, project) = (self.organisation, self.project);
        self.write(move |tx| agreements::api::find_clause(tx, organisation, project, id))
            .await
            .expect("the article")
    }

    pub async fn commitments(&self) -> Vec<follow_up::Commitment> {
        let (organisation, project) = (self.organisation, self.project);
        self.write(move |tx| follow_up::store::commitments(tx, organisation, project)).await
    }

    pub async fn commitment(&self, id: CommitmentId) -> follow_up::Commitment {
        self.commitments().await.into_iter().find(|commitment| commitment.id == id).expect("the commitment")
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _gone = std::fs::remove_dir_all(folder);
        }
    }
}

fn actor(platform: &Platform, organisation: OrganisationId, party: Party) -> Actor {
    let name = match party {
        Party::Management => "Claire Morel",
        Party::StaffRepresentatives => "Samira Benali",
        Party::Technical => "Yann Le Goff",
        _ => "Dominique Petit",
    };
    let member = platform.new_id();
    Actor {
        organisation,
        organisation_name: "Ateliers Morel".into(),
        member,
        person: kernel::PersonId::of_first_seat(member),
        party,
        name: name.into(),
        title: String::new(),
    }
}

fn random() -> String {
    secret::fresh(&SystemChance)
}

fn escape(value: &str) -> String {
    value.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// A database of its own on the server. The client drives a runtime of its own: hence a thread.
fn fresh_postgres(server: &str) -> String {
    let name = format!("trinome_follow_up_{}", random().to_lowercase().replace(['-', '_'], "x"));
    let (address, sql) =
        (server.to_owned(), format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"));
    let made = std::thread::spawn(move || {
        let mut client =
            postgres::Client::connect(&address, postgres::NoTls).expect("the server of TEST_POSTGRES");
        client.batch_execute(&sql).expect("a database is made");
    });
    made.join().expect("a database is made");
    let (host, _) = server.rsplit_once('/').expect("an address with a database");
    format!("{host}/{name}")
}
