//! The lines that the rules of a project propose, and that nobody has decided on yet.

use std::collections::BTreeSet;

use content::law::{PreventionPack, ProposedLine};
use obligations::api::Reading;

use super::line::{Line, Source};

/// A line to examine, and the rules of the project for which it is.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub line: &'static ProposedLine,
    /// Of its rules, those that apply; the first names the source.
    pub rules: Vec<&'static str>,
}

/// What the rules that apply propose, but for what was decided already.
pub fn proposals(pack: &'static PreventionPack, reading: &Reading, decided: &[Line]) -> Vec<Proposal> {
    let decided: BTreeSet<&str> = decided
        .iter()
        .filter_map(|line| match &line.source {
            Source::Rule { proposal, .. } => Some(proposal.as_str()),
            _ => None,
        })
        .collect();
    let open = pack.lines.iter().filter(|line| !decided.contains(line.id.as_str()));
    open.filter_map(|line| proposal(line, reading)).collect()
}

/// A line of the pack, where one of its rules applies.
pub fn proposal(line: &'static ProposedLine, reading: &Reading) -> Option<Proposal> {
    let applies = |rule: &&str| reading.applied(rule).is_some();
    let rules: Vec<&str> = line.rules.iter().map(String::as_str).filter(applies).collect();
    (!rules.is_empty()).then_some(Proposal { line, rules })
}

#[cfg(test)]
mod tests {
    use content::law::prevention;

    use super::proposals;
    use crate::model::{
        line::Source,
        samples::{line, read, shared_case},
    };

    fn ids(case: &str) -> Vec<&'static str> {
        proposals(prevention(), &read(case), &[]).into_iter().map(|p| p.line.id.as_str()).collect()
    }

    #[test]
    fn the_workshop_of_49_is_proposed_what_its_rules_say_and_nothing_of_personal_data() {
        let ids = ids(&shared_case("case-01"));
        assert_eq!(
            ids,
            [
                "workload-pace",
                "autonomy",
                "isolation",
                "screen-work",
                "transition-load",
                "skills-future",
                "misplaced-trust"
            ]
        );
    }

    #[test]
    fn a_company_of_300_that_watches_and_evaluates_is_proposed_more() {
        let ids = ids(&shared_case("case-02"));
        for id in ["workload-pace", "monitoring", "evaluation", "unequal-treatment"] {
            assert!(ids.contains(&id), "{id}: {ids:?}");
        }
        assert!(!ids.contains(&"geolocation"), "{ids:?}");
    }

    #[test]
    fn nothing_is_proposed_where_no_rule_applies_nor_what_was_decided_already() {
        assert!(ids("[org]\nsector = \"company\"\nheadcount = 20\n").is_empty());
        let mut decided = line(1);
        decided.source =
            Source::Rule { proposal: "autonomy".to_owned(), rule: "risk-assessment-system".to_owned() };
        let left = proposals(prevention(), &read(&shared_case("case-01")), &[decided]);
        assert!(left.iter().all(|proposal| proposal.line.id != "autonomy"));
        assert_eq!(left.len(), 6);
    }
}
