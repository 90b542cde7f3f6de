//! What derived facts are made of, so that a reason goes back to what people stated.
//!
//! A trace says `consult.required = true`; a reader wants « technologie nouvelle, CSE élu, 86 salariés ». The definitions
//! are the pack's own, asked what they read.

use content::law;

/// The stated facts that a fact comes down to, each once; itself when it is stated.
pub fn roots(name: &str) -> Vec<String> {
    let mut found = Vec::new();
    collect(name, &mut found);
    found
}

fn collect(name: &str, found: &mut Vec<String>) {
    match law::in_force().definitions().expression(name) {
        Some(expression) => expression.names().into_iter().for_each(|part| collect(part, found)),
        None if name == "as_of" || found.iter().any(|known| known == name) => {}
        None => found.push(name.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::roots;

    #[test]
    fn a_derived_fact_comes_down_to_what_people_stated() {
        let roots = roots("consult.required");
        for stated in ["org.headcount", "org.cse", "system.new_technology", "system.monitors_activity"] {
            assert!(roots.iter().any(|root| root == stated), "{stated} in {roots:?}");
        }
        assert!(roots.iter().all(|root| !root.starts_with("cse.") && root != "as_of"), "{roots:?}");
    }

    #[test]
    fn a_stated_fact_is_its_own_root() {
        assert_eq!(roots("system.is_ai"), ["system.is_ai"]);
    }
}
