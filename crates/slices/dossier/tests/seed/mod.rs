//! A project with something in every chapter, written through the slices as people write it.

use std::collections::BTreeMap;

use access::{Actor, Permit, store::NewMember};
use agreements::{
    api::{AgreementKind, Direction, PositionKind, Seeds, Terms},
    store::{Begin, NewClause, NewPosition, NewVersion, propose, take_position},
};
use disclosure::Floor;
use findings::{FindingKind, store::NewFinding};
use jiff::{Timestamp, civil::date};
use kernel::{Headcount, Id, Locale, OrganisationId, Party, ProjectId, Stage};
use methods::{
    Group, NewCampaign, SELF_DIAGNOSTIC,
    model::code::Code,
    store::{CodeDigest, NewCode},
};
use platform::{Db, DbError, T, Tx, clock::civil_day, config::DatabaseUrl, texts::Texts};
use registry::{Facts, Organisation, OrganisationKind, Project, store::Founder};
use scoring::Answer;
use spaces::{ActivityKind, ActivityState, store::NewActivity};

/// A fresh database in memory of this process, gone with it.
pub fn database(name: &str) -> Db {
    let path = std::env::temp_dir().join(format!("trinome-{name}-{}.sqlite", std::process::id()));
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
    }
    Db::open(&DatabaseUrl::Sqlite(path)).expect("a fresh database opens")
}

pub fn speak(locale: Locale) -> T {
    let sources = [
        platform::texts::OWN,
        access::TEXTS,
        registry::TEXTS,
        spaces::TEXTS,
        findings::TEXTS,
        obligations::TEXTS,
        methods::TEXTS,
        agreements::TEXTS,
        follow_up::TEXTS,
        thread::TEXTS,
        dossier::TEXTS,
    ];
    Texts::load(&sources).expect("texts that can be read").speak(locale)
}

/// The same id for the same number.
pub fn id<Of: ?Sized>(n: u32) -> Id<Of> {
    Id::parse(&format!("{n:032x}")).expect("32 digits")
}

pub fn organisation() -> OrganisationId {
    id(1)
}

pub fn project() -> ProjectId {
    id(2)
}

/// Nine in the morning, some days after 1 September 2026.
pub fn at(days: i64) -> Timestamp {
    let first: Timestamp = "2026-09-01T07:00:00Z".parse().expect("an instant");
    first + jiff::SignedDuration::from_hours(24 * days)
}

/// Writes the whole story.
pub fn write(tx: &mut Tx<'_>) -> Result<(), DbError> {
    let management = found(tx)?;
    let council = join(tx, &management, Party::StaffRepresentatives, 11, "Karima Benali")?;
    let workshop = join(tx, &management, Party::Workers, 12, "Julien Ferry")?;
    campaign(tx, &management)?;
    said(tx, &workshop, &management)?;
    text(tx, &management, &council)?;
    Ok(())
}

fn found(tx: &mut Tx<'_>) -> Result<Permit, DbError> {
    let organisation = Organisation {
        id: organisation(),
        name: "Ateliers Vosgiens".to_owned(),
        kind: OrganisationKind::Company,
        headcount: Headcount::try_from(86).ok(),
        facts: facts(&[("org.cse", "elected".into()), ("org.reached50_on", "2015-12-31".into())]),
    };
    let founder = Founder {
        member: id(10),
        party: Party::Management,
        name: "Anne Didier".to_owned(),
        title: "directrice".to_owned(),
        email: "anne.didier@ateliers.example".to_owned(),
        locale: Locale::Fr,
    };
    let permit = registry::store::found(tx, &organisation, &founder, at(0))?;
    let project = Project {
        organisation: organisation.id,
        id: project(),
        title: "Planification prédictive".to_owned(),
        purpose: "Fiabiliser les délais".to_owned(),
        concerned: Some(14),
        stage: Stage::Design,
        facts: facts(&[("system.is_ai", true.into()), ("system.new_technology", true.into())]),
        created_at: at(0),
        stages: Vec::new(),
    };
    registry::store::add_project(tx, &permit, &project, civil_day(at(0)))?;
    let named = |name: &str, who: &str| (name.to_owned(), who.to_owned());
    let names = [named("CSE", "élus"), named("Atelier", "régleurs"), named("Technique", "éditeur")];
    spaces::store::open_defaults(tx, &permit, project.id, [id(20), id(21), id(22)], &names, at(0))?;
    let meeting = NewActivity {
        id: id(30),
        space: id(20),
        kind: ActivityKind::Meeting,
        title: "Réunion du CSE".to_owned(),
        on: date(2026, 10, 21),
        state: ActivityState::Held,
        source: None,
    };
    spaces::store::plan(tx, &permit, project.id, &meeting, at(2))?;
    Ok(permit)
}

fn facts(pairs: &[(&str, serde_json::Value)]) -> Facts {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

fn join(tx: &mut Tx<'_>, by: &Permit, party: Party, n: u32, name: &str) -> Result<Permit, DbError> {
    let new = NewMember {
        id: id(n),
        party,
        name: name.to_owned(),
        title: "titre".to_owned(),
        email: format!("secret{n}@ateliers.example"),
        locale: Locale::Fr,
    };
    access::store::add_member(tx, by, &new, at(1))?;
    Ok(Permit::of_a_test(Actor {
        organisation: organisation(),
        organisation_name: "Ateliers Vosgiens".to_owned(),
        person: kernel::PersonId::of_first_seat(new.id),
        member: new.id,
        party,
        name: new.name,
        title: new.title,
    }))
}

/// Six of management and eight of the workshop answer, three of the line managers: too few to be shown.
fn campaign(tx: &mut Tx<'_>, permit: &Permit) -> Result<(), DbError> {
    let group = |party, codes| Group { party, label: String::new(), codes, by_mail: 0 };
    let new = NewCampaign {
        id: id(40),
        project: project(),
        space: id(21),
        method: SELF_DIAGNOSTIC.to_owned(),
        method_version: "1.0.0".to_owned(),
        title: "Auto-diagnostic".to_owned(),
        stage: Stage::Design,
        answering: methods::Answering::Individual,
        floor: Floor::DEFAULT,
        closes_on: date(2026, 9, 25),
        groups: vec![group(Party::Management, 6), group(Party::Workers, 8), group(Party::LineManagers, 3)],
        letters: Vec::new(),
    };
    methods::store::prepare(tx, permit, &new, at(3))?;
    let find = |tx: &mut Tx<'_>| methods::api::find(tx, organisation(), project(), new.id);
    let prepared = find(tx)?.ok_or(DbError::Missing)?;
    methods::store::open(
        tx,
        permit,
        &prepared,
        &methods::store::Issue::default(),
        id(31),
        civil_day(at(4)),
        at(4),
    )?;
    let open = find(tx)?.ok_or(DbError::Missing)?;
    let method = open.method()?;
    let codes: Vec<(Party, Code)> =
        (0..17_u8).map(|n| (group_of(n), Code::from_bytes([n + 1; 16]))).collect();
    let new_codes: Vec<NewCode> =
        codes.iter().map(|(group, code)| NewCode { group: *group, digest: CodeDigest::of(*code) }).collect();
    methods::store::make_codes(tx, permit, &open, &new_codes, civil_day(at(4)), at(4))?;
    for (group, code) in &codes {
        let say = if *group == Party::Management { Answer::Yes } else { Answer::No };
        let answers: BTreeMap<String, Answer> =
            method.questions.iter().map(|q| (q.id.clone(), say)).collect();
        methods::store::hand_in(tx, &CodeDigest::of(*code).into(), &answers, civil_day(at(5)))?;
    }
    methods::store::close(tx, permit, &open, "17 réponses", civil_day(at(24)), at(24))?;
    Ok(())
}

const fn group_of(n: u8) -> Party {
    match n {
        0..6 => Party::Management,
        6..14 => Party::Workers,
        _ => Party::LineManagers,
    }
}

fn said(tx: &mut Tx<'_>, workshop: &Permit, management: &Permit) -> Result<(), DbError> {
    let finding = NewFinding {
        id: id(50),
        space: id(21),
        kind: FindingKind::Vigilance,
        text: "On nous demande de justifier l’écart.".to_owned(),
        origin: "auto-diagnostic, autonomie".to_owned(),
        origin_ref: Some(format!("campaign:{}#autonomy", id::<()>(40))),
        context: String::new(),
        is_credited: true,
        pass_to: Some(findings::Passing {
            to: id(20),
            words: "À qui sert la justification des écarts ?".to_owned(),
            answer_due: date(2026, 10, 30),
        }),
    };
    let today = civil_day(at(26));
    let passed = findings::store::record(tx, workshop, project(), &finding, today, at(26))?;
    assert_eq!(passed, Ok(()));
    let (text, reasons) = ("L’écart sert à régler le modèle.", "Il ne dit rien d’une personne.");
    let done =
        findings::store::respond(tx, management, project(), id(50), id(51), text, reasons, today, at(26))?;
    assert_eq!(done, Ok(()));
    Ok(())
}

fn text(tx: &mut Tx<'_>, management: &Permit, council: &Permit) -> Result<(), DbError> {
    let today = civil_day(at(60));
    let begin =
        Begin { id: id(60), kind: AgreementKind::MethodAgreement, title: "Accord de méthode".to_owned() };
    let terms = Terms {
        what: "ne jamais juger une personne par l’écart".to_owned(),
        owner: "Anne Didier".to_owned(),
        owner_party: Party::Management,
        due_on: date(2026, 12, 15),
        indicator: "réclamations".to_owned(),
        unit: "cas".to_owned(),
        threshold: 3,
        direction: Direction::Above,
        trigger_space: id(20),
        short_on: date(2027, 2, 1),
        medium_on: date(2027, 5, 1),
        long_on: date(2027, 11, 1),
    };
    let (title, text) =
        ("Usage de l’écart".to_owned(), "L’écart ne sert jamais à évaluer une personne.".to_owned());
    let new = NewClause {
        id: id(61),
        finding: Some(id(50)),
        written: NewVersion { title, text, terms, reason: String::new() },
    };
    propose(tx, council, project(), &begin, &new, today, at(60))?;
    let seeds = Seeds {
        commitment: id(70),
        trigger: id(71),
        reviews: [id(72), id(73), id(74)],
        activities: [id(32), id(33), id(34)],
        review_titles: ["court", "moyen", "long"].map(|term| format!("Bilan à {term} terme")),
        label: "article 1 de l’accord de méthode".to_owned(),
    };
    let consent = NewPosition { seen: 1, kind: PositionKind::Consent, reason: String::new() };
    for permit in [council, management] {
        let adopt = follow_up::store::create_from_clause;
        take_position(tx, permit, project(), id(61), &consent, &seeds, adopt, today, at(60))?;
    }
    Ok(())
}
