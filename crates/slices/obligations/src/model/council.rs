//! The body that the law asks to consult, as far as the facts say that there is one.

use content::law::CaseFacts;
use kernel::codes;
use rules::Value;

codes! {
    /// A body that is informed and consulted.
    pub enum Council("council") {
        Cse = "cse",
        /// Territorial civil service.
        Cst = "cst",
        /// The same for an employer of fewer than 50 agents: that of its management centre.
        CentreCst = "centre_cst",
        /// State civil service.
        Csa = "csa",
        /// Hospital civil service.
        HospitalCse = "hospital_cse",
    }
}

/// The body of an employer; nothing where none is known to sit, so that a body nobody has is never shown.
pub fn council(case: &CaseFacts) -> Option<Council> {
    let is = |name: &str, code: &str| case.stated(name) == Some(&Value::text(code));
    match () {
        () if is("org.sector", "public_state") => Some(Council::Csa),
        () if is("org.sector", "public_territorial") && is_small(case) => Some(Council::CentreCst),
        () if is("org.sector", "public_territorial") => Some(Council::Cst),
        () if is("org.sector", "public_hospital") => Some(Council::HospitalCse),
        () if is("org.cse", "elected") => Some(Council::Cse),
        () => None,
    }
}

/// Fewer than 50 agents: the committee is that of the management centre.
fn is_small(case: &CaseFacts) -> bool {
    matches!(case.stated("org.headcount"), Some(Value::Int(count)) if *count < 50)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Council, council};
    use crate::model::case::from_facts;

    fn with(facts: &[(&str, &str)]) -> Option<Council> {
        let facts = facts.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        council(&from_facts(&facts).0)
    }

    #[test]
    fn a_body_that_nobody_has_is_never_shown() {
        assert_eq!(with(&[("org.sector", "company"), ("org.cse", "elected")]), Some(Council::Cse));
        assert_eq!(with(&[("org.sector", "public_territorial")]), Some(Council::Cst));
        assert_eq!(
            council(
                &from_facts(
                    &[
                        ("org.sector".to_owned(), json!("public_territorial")),
                        ("org.headcount".to_owned(), json!(45))
                    ]
                    .into()
                )
                .0
            ),
            Some(Council::CentreCst)
        );
        for absent in ["none_below_11", "carence_pv", "not_organised", "unknown"] {
            assert_eq!(with(&[("org.sector", "company"), ("org.cse", absent)]), None, "{absent}");
        }
    }
}
