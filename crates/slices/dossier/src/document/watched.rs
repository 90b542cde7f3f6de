//! What is kept and watched: commitments, triggers, reviews; then the journal that proves the rest.

use follow_up::{Commitment, Review};
use jiff::civil::Date;
use platform::T;
use serde_json::Value;
use thread::Whole;

use super::blocks::{Section, list, paragraph, table};

pub fn sections(whole: &Whole, t: &T, today: Date) -> Vec<Section> {
    let heading = t.say("dossier-kept");
    if whole.commitments.is_empty() {
        return vec![Section::chapter(heading, vec![paragraph(t.say("dossier-kept-none"))])];
    }
    vec![Section::chapter(heading, vec![commitments(whole, t, today), triggers(whole, t), reviews(whole, t)])]
}

fn columns(t: &T, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| t.say(key)).collect()
}

fn commitments(whole: &Whole, t: &T, today: Date) -> Value {
    let row = |commitment: &Commitment| {
        let state = t.say_code("commitment-state", commitment.state(today));
        vec![
            commitment.clause_number.to_string(),
            commitment.what.clone(),
            t.two(
                "dossier-owner",
                "name",
                commitment.owner.clone(),
                "party",
                t.say_code("party", commitment.owner_party),
            ),
            t.day(commitment.due_on),
            state,
        ]
    };
    let keys =
        ["dossier-col-article", "dossier-commits", "dossier-owner-label", "dossier-due", "dossier-col-state"];
    table(t.say("dossier-commitments"), columns(t, &keys), whole.commitments.iter().map(row).collect(), false)
}

fn triggers(whole: &Whole, t: &T) -> Value {
    let row = |commitment: &Commitment| {
        let trigger = &commitment.trigger;
        let last = commitment.last_reading().map_or_else(
            || t.say("dossier-not-read"),
            |reading| {
                let value = t.two(
                    "dossier-measure",
                    "value",
                    t.number(reading.value),
                    "unit",
                    commitment.unit.clone(),
                );
                t.two("dossier-read-on", "value", value, "day", t.day(reading.on))
            },
        );
        let threshold = t.with(
            "dossier-threshold",
            &[
                ("direction", t.say_code("direction", trigger.direction).into()),
                ("threshold", t.number(trigger.threshold).into()),
                ("unit", commitment.unit.clone().into()),
                ("space", trigger.space_name.clone().into()),
            ],
        );
        let fired = trigger.fired_on.map_or_else(|| t.say("dossier-never-fired"), |day| t.day(day));
        vec![commitment.indicator.clone(), last, threshold, fired]
    };
    let keys = ["dossier-indicator", "dossier-col-last", "dossier-trigger", "dossier-col-fired"];
    table(t.say("dossier-triggers"), columns(t, &keys), whole.commitments.iter().map(row).collect(), true)
}

fn reviews(whole: &Whole, t: &T) -> Value {
    let each = |commitment: &Commitment| {
        let number = commitment.clause_number.to_string();
        commitment.reviews.iter().map(|review| review_row(number.clone(), review, t)).collect::<Vec<_>>()
    };
    let keys = [
        "dossier-col-article",
        "dossier-col-review",
        "dossier-due",
        "dossier-col-held",
        "dossier-col-outcome",
    ];
    table(
        t.say("dossier-reviews"),
        columns(t, &keys),
        whole.commitments.iter().flat_map(each).collect(),
        false,
    )
}

fn review_row(number: String, review: &Review, t: &T) -> Vec<String> {
    let held = review.held.as_ref();
    let outcome = held.map(|held| {
        let outcome = t.say_code("outcome", held.outcome);
        if held.note.is_empty() { outcome } else { format!("{outcome}\n{}", held.note) }
    });
    vec![
        number,
        t.say_code("horizon", review.horizon),
        t.day(review.due_on),
        held.map_or_else(|| t.say("dossier-not-held"), |held| t.day(held.on)),
        outcome.unwrap_or_default(),
    ]
}

/// Where the journal stands, and how to check it without us.
pub fn journal(whole: &Whole, t: &T) -> Section {
    let head = &whole.head;
    let steps =
        ["dossier-verify-ask", "dossier-verify-run", "dossier-verify-compare"].map(|key| t.say(key)).into();
    Section::chapter(
        t.say("dossier-journal"),
        vec![
            paragraph(t.one("dossier-journal-lede", "number", head.number)),
            super::blocks::facts(vec![
                (t.say("dossier-head-number"), head.number.to_string()),
                (t.say("dossier-head-hash"), in_groups(&head.hash)),
            ]),
            list(steps),
        ],
    )
}

/// A long hash in groups of eight, so that two people can read it to each other.
pub fn in_groups(hash: &str) -> String {
    let letters: Vec<char> = hash.chars().collect();
    letters.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_hash_is_read_in_groups_of_eight() {
        assert_eq!(super::in_groups("0123456789abcdef01"), "01234567 89abcdef 01");
    }
}
