//! A file that anything was done to is told from a sound one, and the place is named.

use kernel::{MemberId, OrganisationId, Party};
use serde_json::json;

use super::{
    super::record::{Author, Entry, GENESIS, Record, hash},
    *,
};

fn records(organisation: &str, count: i64) -> (ChainHead, Vec<String>) {
    let organisation = OrganisationId::parse(organisation).expect("an id");
    let author = Author { organisation, member: None, party: None };
    let mut previous = GENESIS.to_owned();
    let mut lines = Vec::new();
    for number in 0..count {
        let entry = Entry::new("clause_adopted", number, json!({"text": "L’écart ne sert jamais à évaluer"}));
        let record = Record::after(number, previous, &author, jiff::Timestamp::UNIX_EPOCH, &entry);
        let body = serde_json::to_string(&record).expect("json");
        previous = hash(&body);
        lines.push(line(&previous, &body));
    }
    let head = ChainHead {
        trinome_journal: FORM,
        organisation: organisation.to_string(),
        records: count,
        head: previous,
    };
    (head, lines)
}

fn file(chains: &[(ChainHead, Vec<String>)]) -> String {
    let mut file = String::new();
    for (head, lines) in chains {
        file += &format!("{}\n{}", serde_json::to_string(head).expect("json"), lines.concat());
    }
    let seal = seal(&file);
    file + &seal
}

const ONE: &str = "0198c0de00007000800000000000aaaa";
const TWO: &str = "0198c0de00007000800000000000bbbb";

/// A chain in which a worker speaks: every record seals its words and its author, and each line is followed by its openings.
fn spoken(organisation: &str, count: i64) -> (ChainHead, Vec<String>) {
    let organisation = OrganisationId::parse(organisation).expect("an id");
    let worker = MemberId::parse(&format!("{:032x}", 7)).expect("an id");
    let author = Author { organisation, member: Some(worker), party: Some(Party::Workers) };
    let mut previous = GENESIS.to_owned();
    let mut lines = Vec::new();
    for number in 0..count {
        let body = json!({"text": format!("constat {number}"), "to": {"name": "Nadia"}, "origin": ""});
        let entry = Entry::new("finding_recorded", number, body)
            .confiding(&["text", "origin"])
            .naming(worker, &["to/name"]);
        let mut record = Record::after(number, previous, &author, jiff::Timestamp::UNIX_EPOCH, &entry);
        let mut drawn = 0;
        let mut kept = record.seal(&entry, || {
            drawn += 1;
            format!("salt {number} {drawn}")
        });
        kept.sort_by(|a, b| a.opening.field.cmp(&b.opening.field));
        let body = serde_json::to_string(&record).expect("json");
        previous = hash(&body);
        let openings: String = kept.iter().map(|kept| kept.opening.line()).collect();
        lines.push(line(&previous, &body) + &openings);
    }
    let head = ChainHead {
        trinome_journal: FORM,
        organisation: organisation.to_string(),
        records: count,
        head: previous,
    };
    (head, lines)
}

/// The file without the lines that this one picks out, sealed anew: what anybody could make of it.
fn without(file: &str, left_out: impl Fn(&str) -> bool) -> String {
    let kept: String =
        file.split_inclusive('\n').filter(|line| !line.starts_with("{\"seal\"") && !left_out(line)).collect();
    let seal = seal(&kept);
    kept + &seal
}

#[test]
fn a_line_holds_neither_the_words_of_a_worker_nor_who_it_was() {
    let (_, lines) = spoken(ONE, 1);
    let record = lines[0].lines().next().expect("the record");
    assert!(!record.contains("constat 0") && !record.contains("Nadia"), "{record}");
    assert!(!record.contains(&format!("{:032x}", 7)), "{record}");
    assert!(record.contains("\"member\":null") && record.contains("\"party\":\"workers\""), "{record}");
}

#[test]
fn every_seal_is_opened_or_counted_as_withheld() {
    let whole = file(&[spoken(ONE, 3), records(TWO, 2)]);
    let found = verify(whole.as_bytes()).expect("sound");
    assert_eq!((found.opened, found.withheld), (9, 0));
    let withheld = without(&whole, |line| line.starts_with("{\"opening\":\"author\""));
    let found = verify(withheld.as_bytes()).expect("sound without who said it");
    assert_eq!((found.opened, found.withheld), (6, 3));
    let bare = without(&whole, |line| line.starts_with("{\"opening\""));
    let found = verify(bare.as_bytes()).expect("sound without a single opening");
    assert_eq!((found.opened, found.withheld), (0, 9));
}

#[test]
fn a_single_changed_bit_in_what_is_opened_is_enough_even_when_the_seal_is_made_anew() {
    let whole = file(&[spoken(ONE, 2)]);
    assert!(verify(whole.as_bytes()).is_ok());
    let openings = whole.match_indices("{\"opening\"").map(|(at, _)| at);
    for start in openings {
        let end = start + whole[start..].find('\n').expect("a line");
        for index in start..end {
            for bit in 0..8 {
                let mut bent = whole.clone().into_bytes();
                bent[index] ^= 1 << bit;
                let Ok(bent) = String::from_utf8(bent) else { continue };
                let resealed = without(&bent, |_| false);
                assert!(verify(resealed.as_bytes()).is_err(), "bit {bit} of byte {index} passed unseen");
            }
        }
    }
}

#[test]
fn an_opening_that_was_changed_is_named_with_its_record() {
    let bent = file(&[spoken(ONE, 3)]).replacen("constat 1", "constat 9", 1);
    let resealed = without(&bent, |_| false);
    assert!(matches!(verify(resealed.as_bytes()), Err(Fault::Misopened { number: 2, line: 8, .. })));
}

#[test]
fn openings_swapped_between_records_open_nothing() {
    let (head, lines) = spoken(ONE, 3);
    let whole = file(&[(head, lines)]);
    let texts: Vec<&str> = whole.lines().filter(|line| line.starts_with("{\"opening\":\"text\"")).collect();
    let swapped = whole.replace(texts[0], "…").replace(texts[1], texts[0]).replace('…', texts[1]);
    let resealed = without(&swapped, |_| false);
    assert!(matches!(verify(resealed.as_bytes()), Err(Fault::Misopened { number: 1, .. })));
}

#[test]
fn an_opening_is_inserted_neither_twice_nor_where_nothing_is_sealed() {
    let whole = file(&[spoken(ONE, 2)]);
    let opening = whole.lines().find(|line| line.starts_with("{\"opening\":\"text\"")).expect("an opening");
    let twice = whole.replace(opening, &format!("{opening}\n{opening}"));
    assert!(matches!(verify(without(&twice, |_| false).as_bytes()), Err(Fault::Misopened { number: 1, .. })));
    let (head, mut lines) = records(ONE, 2);
    lines[0] += &format!("{opening}\n");
    assert!(matches!(
        verify(file(&[(head, lines)]).as_bytes()),
        Err(Fault::Misopened { number: 1, line: 3, .. })
    ));
}

#[test]
fn a_file_of_the_first_form_is_still_read_and_knows_no_opening() {
    let as_before = |(mut head, lines): (ChainHead, Vec<String>)| {
        head.trinome_journal = 1;
        (head, lines)
    };
    let found = verify(file(&[as_before(records(ONE, 3))]).as_bytes()).expect("sound");
    assert_eq!((found.opened, found.withheld), (0, 0));
    assert!(verify(file(&[as_before(spoken(ONE, 2))]).as_bytes()).is_err());
    let (mut head, lines) = records(ONE, 1);
    head.trinome_journal = 3;
    assert!(matches!(verify(file(&[(head, lines)]).as_bytes()), Err(Fault::NotALine { line: 1 })));
}

#[test]
fn a_sound_file_is_sound_even_with_an_empty_chain() {
    let chains = [records(ONE, 5), records(TWO, 0)];
    let found = verify(file(&chains).as_bytes()).expect("sound");
    assert_eq!(found.chains, chains.map(|(head, _)| head));
}

#[test]
fn a_single_changed_bit_anywhere_is_enough() {
    let sound = file(&[records(ONE, 2), spoken(TWO, 1)]).into_bytes();
    for index in 0..sound.len() {
        for bit in 0..8 {
            let mut bent = sound.clone();
            bent[index] ^= 1 << bit;
            assert!(verify(&bent).is_err(), "bit {bit} of byte {index} passed unseen");
        }
    }
}

#[test]
fn a_changed_record_is_named() {
    let bent =
        file(&[records(ONE, 5)]).replacen("\"number\":3,\"previous\"", "\"number\":3, \"previous\"", 1);
    assert!(matches!(verify(bent.as_bytes()), Err(Fault::Changed { number: 3, line: 4, .. })));
}

#[test]
fn a_record_whose_very_frame_was_changed_is_named() {
    let sound = file(&[records(ONE, 5)]);
    let third = sound.match_indices("{\"hash\"").nth(2).expect("the third record").0;
    let bent = format!("{}{}", &sound[..third], sound[third..].replacen("{\"hash", "{\"hbsh", 1));
    assert!(matches!(verify(bent.as_bytes()), Err(Fault::Changed { number: 3, line: 4, .. })));
}

#[test]
fn a_removed_record_is_named_even_when_head_and_seal_are_made_anew() {
    let (mut head, mut lines) = records(ONE, 5);
    lines.remove(2);
    head.records = 4;
    assert!(matches!(verify(file(&[(head, lines)]).as_bytes()), Err(Fault::Removed { number: 3, .. })));
}

#[test]
fn an_inserted_record_is_named_even_when_its_own_hash_is_right() {
    let (mut head, mut lines) = records(ONE, 5);
    let forged = records(ONE, 9).1.remove(2).replace("jamais", "toujours");
    let body = parts(forged.trim_end()).expect("a line").1.to_owned();
    lines.insert(2, line(&hash(&body), &body));
    head.records = 6;
    assert!(matches!(verify(file(&[(head, lines)]).as_bytes()), Err(Fault::Inserted { number: 4, .. })));
}

#[test]
fn records_removed_at_the_end_are_missed() {
    let (head, mut lines) = records(ONE, 5);
    lines.truncate(3);
    assert!(matches!(
        verify(file(&[(head, lines)]).as_bytes()),
        Err(Fault::CutShort { number: 3, missing: 2, .. })
    ));
}

#[test]
fn swapped_records_are_seen() {
    let (head, mut lines) = records(ONE, 5);
    lines.swap(1, 2);
    assert!(matches!(verify(file(&[(head, lines)]).as_bytes()), Err(Fault::Removed { number: 2, .. })));
}

#[test]
fn a_chain_taken_out_whole_breaks_the_seal() {
    let whole = file(&[records(ONE, 2), records(TWO, 1)]);
    let start =
        whole.find(&format!("{{\"trinome_journal\":2,\"organisation\":\"{TWO}")).expect("the second chain");
    let end = whole.find("{\"seal\"").expect("the seal");
    let cut = format!("{}{}", &whole[..start], &whole[end..]);
    assert!(matches!(verify(cut.as_bytes()), Err(Fault::BrokenSeal { .. })));
    assert_eq!(verify(&whole.as_bytes()[..end]), Err(Fault::NoSeal));
}
