//! What holds for every condition and every set of facts.

use std::collections::BTreeMap;

use calendar::Holidays;
use proptest::prelude::*;
use rules::{Expression, Kind, Value};

const BOOLS: [&str; 3] = ["a", "b", "c"];
const INTS: [&str; 2] = ["m", "n"];

fn words() -> BTreeMap<String, Kind> {
    let bools = BOOLS.iter().map(|name| ((*name).to_owned(), Kind::Bool));
    bools.chain(INTS.iter().map(|name| ((*name).to_owned(), Kind::Int))).collect()
}

/// Texts of conditions over the five facts.
fn condition() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        proptest::sample::select(BOOLS.to_vec()).prop_map(str::to_owned),
        (
            proptest::sample::select(INTS.to_vec()),
            proptest::sample::select(vec!["<", "<=", "==", "!=", ">"]),
            0..4
        )
            .prop_map(|(name, sign, value)| format!("{name} {sign} {value}")),
        Just("m <= n".to_owned()),
        (0..4, 0..4).prop_map(|(x, y)| format!("(a ? {x} : {y}) < n")),
    ];
    leaf.prop_recursive(4, 24, 3, |part| {
        prop_oneof![
            proptest::collection::vec(part.clone(), 2..4)
                .prop_map(|parts| format!("({})", parts.join(" and "))),
            proptest::collection::vec(part.clone(), 2..4)
                .prop_map(|parts| format!("({})", parts.join(" or "))),
            part.clone().prop_map(|part| format!("(not {part})")),
            (part.clone(), part.clone(), part).prop_map(|(x, y, z)| format!("({x} ? {y} : {z})")),
        ]
    })
}

/// A complete set of facts.
fn known() -> impl Strategy<Value = BTreeMap<String, Value>> {
    (proptest::array::uniform3(any::<bool>()), proptest::array::uniform2(0i64..4)).prop_map(
        |(bools, ints)| {
            let bools = BOOLS.iter().zip(bools).map(|(name, value)| ((*name).to_owned(), Value::Bool(value)));
            bools
                .chain(INTS.iter().zip(ints).map(|(name, value)| ((*name).to_owned(), Value::Int(value))))
                .collect()
        },
    )
}

/// The same facts, less those that are hidden.
fn hide(facts: &BTreeMap<String, Value>, hidden: &[bool]) -> BTreeMap<String, Value> {
    let kept = facts.iter().zip(hidden).filter(|(_, hidden)| !**hidden);
    kept.map(|((name, value), _)| (name.clone(), value.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_decided_answer_is_the_answer_whatever_the_unknown_turns_out_to_be(
        source in condition(), facts in known(), hidden in proptest::array::uniform5(any::<bool>())
    ) {
        let read = Expression::parse(&source, &words()).expect("a condition");
        let complete = read.evaluate(&facts, Holidays::National);
        prop_assert!(!complete.is_unknown());
        let partial = read.evaluate(&hide(&facts, &hidden), Holidays::National);
        prop_assert!(partial.is_unknown() || partial == complete);
    }

    #[test]
    fn adding_a_fact_never_turns_a_decided_answer_back_to_unknown(
        source in condition(), facts in known(),
        hidden in proptest::array::uniform5(any::<bool>()), shown in 0usize..5
    ) {
        let read = Expression::parse(&source, &words()).expect("a condition");
        let mut fewer_hidden = hidden;
        fewer_hidden[shown] = false;
        let before = read.evaluate(&hide(&facts, &hidden), Holidays::National);
        let after = read.evaluate(&hide(&facts, &fewer_hidden), Holidays::National);
        prop_assert!(before.is_unknown() || before == after);
    }

    #[test]
    fn what_is_missing_is_unknown_and_learning_it_all_settles_the_question(
        source in condition(), facts in known(), hidden in proptest::array::uniform5(any::<bool>())
    ) {
        let read = Expression::parse(&source, &words()).expect("a condition");
        let mut partial = hide(&facts, &hidden);
        // What matters can only appear once something else is known: each round learns at least one fact.
        for _ in 0..5 {
            let missing = read.evaluate(&partial, Holidays::National).missing();
            prop_assert!(missing.iter().all(|name| !partial.contains_key(name)));
            for name in missing {
                let value = facts[&name].clone();
                partial.insert(name, value);
            }
        }
        prop_assert_eq!(
            read.evaluate(&partial, Holidays::National),
            read.evaluate(&facts, Holidays::National)
        );
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[a-z(<>=!&|?:,\"'\\[\\] \\.0-9é-]{0,80}") {
        let _ = Expression::parse(&text, &words());
    }
}
