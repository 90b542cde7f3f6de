//! What the structure of an organisation says to the law: one source for its bodies, its sites and its headcount.
//!
//! What stands here wins over what was answered elsewhere, and is asked nowhere else. A body whose mandate has ended, with
//! none after it, is *not known*: the structure says that it ended, not that nothing followed.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{
    organisation::{Organisation, OrganisationKind},
    project::Facts,
    structure::{Establishment, Institution, InstitutionKind, Structure},
};

/// How a fact that is not known is kept.
const UNKNOWN: &str = "unknown";
const COMMITTEES: [InstitutionKind; 3] =
    [InstitutionKind::Cse, InstitutionKind::CentralCse, InstitutionKind::EstablishmentCse];

/// The facts that a structure may say, so that a project says none of them otherwise.
pub const TOLD: [&str; 7] = [
    "org.headcount",
    "org.cse",
    "org.mandate_ends_on",
    "org.union_section",
    "org.union_delegate",
    "org.establishments",
    "org.largest_establishment",
];

/// The facts that follow from a structure on a day, by the names of the law.
pub fn told(structure: &Structure, kind: OrganisationKind, today: Date) -> Facts {
    let mut facts = Facts::new();
    let mut put = |name: &str, fact: Option<Value>| {
        if let Some(fact) = fact {
            facts.insert(name.to_owned(), fact);
        }
    };
    put("org.headcount", structure.headcounts.first().map(|latest| json!(latest.headcount)));
    put("org.union_delegate", sits(structure, &[InstitutionKind::UnionDelegate], today));
    let unions = [InstitutionKind::UnionSection, InstitutionKind::UnionDelegate];
    put("org.union_section", sits(structure, &unions, today));
    if kind.is_public() {
        return facts;
    }
    put("org.cse", committee(structure, today));
    put("org.mandate_ends_on", mandate(structure, today));
    let open: Vec<&Establishment> =
        structure.establishments.iter().filter(|e| e.closed_on.is_none()).collect();
    put("org.establishments", councils(structure, &open, today));
    put("org.largest_establishment", largest(&open));
    facts
}

fn of<'a>(structure: &'a Structure, kinds: &'a [InstitutionKind]) -> impl Iterator<Item = &'a Institution> {
    structure.institutions.iter().filter(|known| kinds.contains(&known.kind))
}

/// True while one sits, not known once all have ended, nothing where none was told.
fn sits(structure: &Structure, kinds: &[InstitutionKind], today: Date) -> Option<Value> {
    if of(structure, kinds).any(|known| known.sits_on(today)) {
        return Some(json!(true));
    }
    of(structure, kinds).any(|known| known.since <= today).then(|| UNKNOWN.into())
}

fn committee(structure: &Structure, today: Date) -> Option<Value> {
    let own = structure.establishments.iter().any(|place| place.has_council && place.closed_on.is_none());
    if own || of(structure, &COMMITTEES).any(|known| known.sits_on(today)) {
        return Some("elected".into());
    }
    if of(structure, &[InstitutionKind::CarencePv]).any(|known| known.sits_on(today)) {
        return Some("carence_pv".into());
    }
    let ended = [&COMMITTEES[..], &[InstitutionKind::CarencePv]].concat();
    of(structure, &ended).any(|known| known.since <= today).then(|| UNKNOWN.into())
}

/// The last day of the committee that sits, where its mandate has one.
fn mandate(structure: &Structure, today: Date) -> Option<Value> {
    let sitting = of(structure, &COMMITTEES).filter(|known| known.sits_on(today));
    sitting.filter_map(|known| known.until).max().map(|until| json!(until))
}

/// How many sites have a committee of their own, once sites or their committees were told.
fn councils(structure: &Structure, open: &[&Establishment], today: Date) -> Option<Value> {
    let sites = open.iter().filter(|place| place.has_council).count();
    let seated = of(structure, &[InstitutionKind::EstablishmentCse]);
    let seated = seated.filter(|known| known.sits_on(today)).count();
    (!open.is_empty() || seated > 0).then(|| json!(sites.max(seated)))
}

/// The largest site, where the headcount of each is known.
fn largest(open: &[&Establishment]) -> Option<Value> {
    let counts: Option<Vec<u32>> =
        open.iter().map(|place| place.headcount.map(|count| count.get())).collect();
    counts?.into_iter().max().map(|most| json!(most))
}

/// What was answered of an organisation, as it can still be true: a committee answered when the organisation was of another
/// size or nature is not known any more.
pub fn still_true(organisation: &Organisation) -> Facts {
    let mut facts = organisation.facts.clone();
    let answered = facts.get("org.cse").and_then(Value::as_str).unwrap_or_default().to_owned();
    let has_eleven = organisation.headcount.is_some_and(|count| count.get() >= 11);
    let now = match (&*answered, organisation.kind.is_public()) {
        ("", _) => return facts,
        (_, true) => "not_applicable",
        ("not_applicable", false) => UNKNOWN,
        ("none_below_11", false) if has_eleven => UNKNOWN,
        (same, false) => same,
    };
    facts.insert("org.cse".to_owned(), now.into());
    facts
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use kernel::{EstablishmentId, Headcount, InstitutionId, OrganisationId};
    use serde_json::{Value, json};

    use super::{TOLD, still_true, told};
    use crate::model::{
        organisation::{Organisation, OrganisationKind},
        project::Facts,
        structure::{Establishment, Institution, InstitutionKind, Structure},
    };

    const TODAY: Date = date(2026, 11, 23);

    fn institution(kind: InstitutionKind, since: Date, until: Option<Date>) -> Institution {
        let id = InstitutionId::parse(&"1".repeat(32)).expect("an id");
        Institution { id, kind, since, until }
    }

    fn site(people: Option<i64>, has_council: bool, closed_on: Option<Date>) -> Establishment {
        let headcount = people.and_then(|people| Headcount::try_from(people).ok());
        let id = EstablishmentId::parse(&"2".repeat(32)).expect("an id");
        Establishment { id, name: "Site".to_owned(), headcount, has_council, closed_on }
    }

    fn of(institutions: Vec<Institution>, establishments: Vec<Establishment>) -> Facts {
        let structure = Structure { institutions, establishments, ..Structure::default() };
        told(&structure, OrganisationKind::Company, TODAY)
    }

    #[test]
    fn a_structure_of_which_nothing_was_told_says_nothing() {
        assert_eq!(of(vec![], vec![]), Facts::new());
    }

    #[test]
    fn a_committee_that_sits_is_elected_with_the_end_of_its_mandate() {
        let facts =
            of(vec![institution(InstitutionKind::Cse, date(2024, 1, 1), Some(date(2027, 12, 31)))], vec![]);
        assert_eq!(facts["org.cse"], json!("elected"));
        assert_eq!(facts["org.mandate_ends_on"], json!("2027-12-31"));
        assert!(facts.keys().all(|name| TOLD.contains(&name.as_str())));
    }

    #[test]
    fn a_committee_that_ended_without_another_is_not_known_and_never_none() {
        let ended = institution(InstitutionKind::Cse, date(2020, 1, 1), Some(date(2023, 12, 31)));
        assert_eq!(of(vec![ended.clone()], vec![])["org.cse"], json!("unknown"));
        let record = institution(InstitutionKind::CarencePv, date(2024, 2, 1), None);
        assert_eq!(of(vec![ended, record], vec![])["org.cse"], json!("carence_pv"));
        let to_come = institution(InstitutionKind::Cse, date(2027, 1, 1), None);
        assert!(!of(vec![to_come], vec![]).contains_key("org.cse"), "what has not begun says nothing today");
    }

    #[test]
    fn sites_say_how_many_have_a_committee_and_which_is_largest_when_all_are_counted() {
        let facts = of(
            vec![],
            vec![site(Some(40), true, None), site(Some(320), true, None), site(None, true, Some(TODAY))],
        );
        assert_eq!(facts["org.establishments"], json!(2));
        assert_eq!(facts["org.largest_establishment"], json!(320));
        assert_eq!(facts["org.cse"], json!("elected"));
        let unsure = of(vec![], vec![site(Some(40), false, None), site(None, false, None)]);
        assert_eq!(unsure["org.establishments"], json!(0));
        assert!(!unsure.contains_key("org.largest_establishment") && !unsure.contains_key("org.cse"));
    }

    #[test]
    fn a_public_employer_has_no_committee_of_the_labour_code_whatever_was_told() {
        let structure = Structure {
            institutions: vec![institution(InstitutionKind::Cse, date(2024, 1, 1), None)],
            ..Structure::default()
        };
        let facts = told(&structure, OrganisationKind::PublicTerritorial, TODAY);
        assert!(!facts.contains_key("org.cse"), "{facts:?}");
    }

    #[test]
    fn an_answer_that_the_size_or_the_nature_has_overtaken_is_not_known_any_more() {
        let cse = |kind, headcount: i64, answered: &str| {
            let facts = Facts::from([("org.cse".to_owned(), Value::from(answered))]);
            let id = OrganisationId::parse(&"0".repeat(32)).expect("an id");
            let headcount = Headcount::try_from(headcount).ok();
            let known = Organisation { id, name: String::new(), kind, headcount, facts };
            still_true(&known)["org.cse"].as_str().unwrap_or_default().to_owned()
        };
        assert_eq!(cse(OrganisationKind::Company, 60, "none_below_11"), "unknown");
        assert_eq!(cse(OrganisationKind::Association, 9, "none_below_11"), "none_below_11");
        assert_eq!(cse(OrganisationKind::PublicState, 900, "elected"), "not_applicable");
        assert_eq!(cse(OrganisationKind::Company, 60, "not_applicable"), "unknown");
        assert_eq!(cse(OrganisationKind::Company, 60, "elected"), "elected");
    }
}
