//! A project in the middle of its pilot, for the tests: what was said at the workshop has reached the committee.

use access::Member;
use agreements::api::{Agreement, AgreementKind, Clause, ClauseState, Direction, Terms};
use findings::{Finding, FindingKind, Link, Reached, Step, Transmission};
use jiff::civil::{Date, date};
use kernel::{Id, Locale, Party, Sphere, Stage};
use platform::{T, texts::Texts};
use registry::{Facts, Organisation, OrganisationKind, Project, StageChange};
use spaces::{Activity, ActivityKind, ActivityState, Space};

use crate::whole::Whole;

pub const TODAY: Date = date(2026, 11, 22);

/// The same id for the same number, whatever it is an id of.
pub fn id<Of: ?Sized>(n: u32) -> Id<Of> {
    Id::parse(&format!("{n:032x}")).expect("32 digits")
}

/// What speaks a language, with the words of every slice below.
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
        crate::TEXTS,
    ];
    Texts::load(&sources).expect("texts that can be read").speak(locale)
}

/// A company of 86 with its three spaces and a trinôme, in its pilot since 2 November; nothing was held yet.
pub fn bare() -> Whole {
    let spaces = Sphere::ALL.iter().zip(1..).map(|(sphere, n)| {
        let words = (format!("espace {n}"), String::new());
        Space::new(id(n), *sphere, words, *sphere == Sphere::Social, date(2026, 9, 1))
    });
    Whole {
        organisation: Organisation {
            id: id(100),
            name: "Ateliers Vosgiens".to_owned(),
            kind: OrganisationKind::Company,
            headcount: kernel::Headcount::try_from(86).ok(),
            facts: Facts::new(),
        },
        project: Project {
            organisation: id(100),
            id: id(101),
            title: "Planification".to_owned(),
            purpose: "Fiabiliser les délais".to_owned(),
            concerned: Some(14),
            stage: Stage::Pilot,
            facts: Facts::new(),
            created_at: "2026-09-01T08:00:00Z".parse().expect("an instant"),
            stages: vec![StageChange { began_on: date(2026, 11, 2), stage: Stage::Pilot }],
        },
        members: Party::TRINOME.into_iter().zip(200..).map(|(party, n)| member(party, n)).collect(),
        spaces: spaces.collect(),
        activities: Vec::new(),
        findings: Vec::new(),
        links: Vec::new(),
        campaigns: Vec::new(),
        keys: Vec::new(),
        key_rule: access::KeyRule::default(),
        gaps: None,
        agreement: None,
        consultations: Vec::new(),
        crossings: Vec::new(),
        evidence: Vec::new(),
        commitments: Vec::new(),
        prevention: prevention::Board::default(),
        watch: spaces::Watch::default(),
        head: journal::Head { number: 12, hash: "0".repeat(64) },
    }
}

pub fn member(party: Party, n: u32) -> Member {
    let (name, title, email) = (format!("membre {n}"), String::new(), format!("m{n}@exemple.fr"));
    let person = kernel::PersonId::of_first_seat(id(n));
    let locale = Locale::Fr;
    Member { id: id(n), person, party, name, title, email, locale, has_joined: true, has_left: false }
}

/// Something held before today, planned after it, in the space of this number.
pub fn activity(n: u32, space: u32, on: Date, title: &str) -> Activity {
    Activity {
        id: id(n),
        space: id(space),
        sphere: Sphere::ALL[space as usize - 1],
        kind: ActivityKind::Meeting,
        title: title.to_owned(),
        on,
        state: if on <= TODAY { ActivityState::Held } else { ActivityState::Planned },
        source: None,
        outcome: String::new(),
        form: ActivityKind::Meeting.usual_form(),
        round: ActivityKind::Meeting.usual_round(),
        follows: None,
        without_understanding: String::new(),
    }
}

/// Said by workers in the space of the workshop on 10 October.
pub fn finding(n: u32, words: &str) -> Finding {
    let said = date(2026, 10, 10);
    Finding {
        id: id(n),
        space: id(2),
        space_name: "espace 2".to_owned(),
        sphere: Sphere::Professional,
        kind: FindingKind::Vigilance,
        text: words.to_owned(),
        origin: String::new(),
        origin_ref: None,
        context: String::new(),
        recorded_on: said,
        party: Party::Workers,
        by_name: "quelqu’un".to_owned(),
        is_passed_on: false,
        reworded_on: None,
        step: Step::Said,
        reached: Reached { said, discussed: None, answered: None, committed: None },
        responses: Vec::new(),
        passed: Vec::new(),
        fate: None,
    }
}

/// Passes a finding to the committee, which has until a day to answer.
pub fn pass(finding: &mut Finding, answer_due: Date) {
    finding.step = Step::Discussed;
    finding.passed.push(Transmission {
        to_space: id(1),
        to_name: "espace 1".to_owned(),
        to_sphere: Sphere::Social,
        words: String::new(),
        by_party: Party::Workers,
        on: date(2026, 10, 12),
        answer_due,
        answered: false,
        response: None,
    });
}

/// A text with one article, on which nobody has spoken.
pub fn agreement(clause_number: i64, finding: Option<u32>) -> Agreement {
    let terms = Terms {
        what: "ne jamais évaluer une personne par l’écart".to_owned(),
        owner: "Anne".to_owned(),
        owner_party: Party::Management,
        due_on: date(2026, 12, 15),
        indicator: "réclamations".to_owned(),
        unit: "cas".to_owned(),
        threshold: 3,
        direction: Direction::Above,
        trigger_space: id(1),
        short_on: date(2027, 2, 1),
        medium_on: date(2027, 5, 1),
        long_on: date(2027, 11, 1),
    };
    let clause = Clause {
        id: id(400),
        agreement: id(401),
        number: clause_number,
        title: "Usage de l’écart".to_owned(),
        text: "L’écart ne sert jamais à juger.".to_owned(),
        finding: finding.map(id),
        version: 1,
        state: ClauseState::Proposed,
        proposed_by: Party::StaffRepresentatives,
        proposed_on: date(2026, 11, 20),
        settled_on: None,
        terms,
        positions: Vec::new(),
        spoken: Vec::new(),
        versions: Vec::new(),
    };
    Agreement {
        id: id(401),
        kind: AgreementKind::MethodAgreement,
        title: "Accord de méthode".to_owned(),
        begun_on: date(2026, 11, 20),
        clauses: vec![clause],
        needed: Party::TRINOME.to_vec(),
    }
}

pub fn link(from: (&str, u32), to: (&str, u32)) -> Link {
    Link {
        from_kind: from.0.to_owned(),
        from_id: format!("{:032x}", from.1),
        to_kind: to.0.to_owned(),
        to_id: format!("{:032x}", to.1),
        relation: "led_to".to_owned(),
        on: date(2026, 10, 12),
    }
}
