//! Which acts take two keys, and whose: what the program ships, and what an organisation made of it.

use std::{collections::BTreeSet, sync::OnceLock};

use kernel::Party;
use serde::{Deserialize, Serialize};

use super::act::Act;

/// What the program ships, as it is written in `keys.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shipped {
    keys: Holders,
    act: Vec<ShippedAct>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Holders {
    first: Party,
    second: Party,
    instead: Vec<Party>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShippedAct {
    code: Act,
    always: bool,
}

/// The shipped data, read once.
fn shipped() -> &'static Shipped {
    static READ: OnceLock<Shipped> = OnceLock::new();
    READ.get_or_init(|| {
        toml::from_str(include_str!("../../keys.toml")).expect("the shipped keys are read by a test")
    })
}

/// The acts that take two keys in every organisation, in the order in which people read them.
pub fn always() -> Vec<Act> {
    shipped().act.iter().filter(|act| act.always).map(|act| act.code).collect()
}

/// The acts that an organisation may add.
pub fn addable() -> Vec<Act> {
    shipped().act.iter().filter(|act| !act.always).map(|act| act.code).collect()
}

/// The parties that may hold the second key: the representatives, and who may stand in where nobody is elected.
pub fn second_holders() -> Vec<Party> {
    std::iter::once(shipped().keys.second).chain(shipped().keys.instead.iter().copied()).collect()
}

/// The rule of one organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRule {
    /// Whose key completes that of management.
    pub second: Party,
    /// The acts that the organisation added to those that always take two keys.
    pub added: BTreeSet<Act>,
}

impl Default for KeyRule {
    fn default() -> Self {
        Self { second: shipped().keys.second, added: BTreeSet::new() }
    }
}

impl KeyRule {
    /// Errors: none is made of a party that may hold no key, or of an act that cannot be added.
    pub fn new(second: Party, added: impl IntoIterator<Item = Act>) -> Option<Self> {
        let added: BTreeSet<Act> = added.into_iter().collect();
        let is_sound = second_holders().contains(&second) && added.iter().all(|act| addable().contains(act));
        is_sound.then_some(Self { second, added })
    }

    /// The two parties that hold a key; never the same one twice.
    pub fn holders(&self) -> [Party; 2] {
        [shipped().keys.first, self.second]
    }

    pub fn holds(&self, party: Party) -> bool {
        self.holders().contains(&party)
    }

    /// Whose key completes this party's.
    pub fn other(&self, party: Party) -> Option<Party> {
        let [first, second] = self.holders();
        match party {
            _ if party == first => Some(second),
            _ if party == second => Some(first),
            _ => None,
        }
    }

    /// Whether the second key is the representatives'.
    pub fn is_usual(&self) -> bool {
        self.second == shipped().keys.second
    }

    pub fn takes_two_keys(&self, act: Act) -> bool {
        always().contains(&act) || self.added.contains(&act)
    }

    /// Every act that takes two keys here.
    pub fn acts(&self) -> Vec<Act> {
        always().into_iter().chain(self.added.iter().copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use kernel::Party;

    use super::{Act, KeyRule, addable, always, second_holders, shipped};

    #[test]
    fn the_shipped_keys_are_two_parties_and_each_act_stands_once() {
        let keys = &shipped().keys;
        assert_eq!([keys.first, keys.second], [Party::Management, Party::StaffRepresentatives]);
        let mut codes: Vec<Act> = shipped().act.iter().map(|act| act.code).collect();
        let count = codes.len();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), count);
        assert!(always().contains(&Act::ChangeKeyRule), "the list itself changes by two keys");
    }

    #[test]
    fn the_second_key_is_never_managements_nor_of_who_answers_to_it() {
        for party in [Party::Management, Party::LineManagers, Party::Technical] {
            assert!(!second_holders().contains(&party), "{party}");
            assert_eq!(KeyRule::new(party, []), None, "{party}");
        }
        for party in second_holders() {
            let rule = KeyRule::new(party, []).expect("it may hold the second key");
            assert_ne!(rule.holders()[0], rule.holders()[1]);
            assert_eq!(rule.other(party), Some(Party::Management));
            assert_eq!(rule.other(Party::Management), Some(party));
        }
    }

    #[test]
    fn an_organisation_adds_acts_and_removes_none_of_those_that_always_take_two() {
        for act in addable() {
            assert!(!KeyRule::default().takes_two_keys(act));
            assert!(KeyRule::new(Party::Workers, [act]).expect("it may be added").takes_two_keys(act));
        }
        for act in always() {
            assert!(KeyRule::default().takes_two_keys(act), "{act}");
        }
        assert_eq!(
            KeyRule::new(Party::Workers, [Act::RecordFinding]),
            None,
            "no page holds this act for two keys"
        );
    }

    #[test]
    fn a_rule_reads_back_from_the_proposal_that_carries_it() {
        let rule = KeyRule::new(Party::Workers, addable()).expect("sound");
        let text = serde_json::to_string(&rule).expect("it is written");
        assert_eq!(serde_json::from_str::<KeyRule>(&text).expect("it is read"), rule);
    }
}
