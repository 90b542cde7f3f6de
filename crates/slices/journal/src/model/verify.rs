//! The journal as a file, and its verification offline, with nothing but the file.
//!
//! A file holds one chain per organisation: a head line, then a line per record. Its last line seals every byte before it.
//! ```text
//! {"trinome_journal":1,"organisation":"…","records":2,"head":"…"}
//! {"hash":"…","record":{"number":1,"previous":"000…",…}}
//! {"hash":"…","record":{"number":2,"previous":"…",…}}
//! {"seal":"…"}
//! ```
//! A hash covers the bytes of its record as they stand, so that no second reading of JSON can disagree.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::record::{GENESIS, Record, hash};

/// The version of the file's form.
pub const FORM: u32 = 1;

/// The line before the records of one organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChainHead {
    pub trinome_journal: u32,
    pub organisation: String,
    pub records: i64,
    pub head: String,
}

/// What a sound file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub chains: Vec<ChainHead>,
}

/// The first thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    #[error(
        "line {line}: this is no line of a Trinôme journal; the file was changed there, or is not a journal"
    )]
    NotALine { line: usize },
    #[error(
        "record {number} of organisation {organisation} (line {line}) was changed: its content no longer has its hash"
    )]
    Changed { organisation: String, number: i64, line: usize },
    #[error(
        "record {number} of organisation {organisation} was removed: line {line} holds what came after it"
    )]
    Removed { organisation: String, number: i64, line: usize },
    #[error(
        "record {number} of organisation {organisation} (line {line}) was inserted or replaced: it does not follow from the one before it"
    )]
    Inserted { organisation: String, number: i64, line: usize },
    #[error(
        "the records after {number} of organisation {organisation} were removed: {missing} missing at line {line}"
    )]
    CutShort { organisation: String, number: i64, missing: i64, line: usize },
    #[error("line {line}: the head of organisation {organisation} does not agree with its records")]
    WrongHead { organisation: String, line: usize },
    #[error(
        "line {line}: the seal does not agree with the file; something was changed, removed or added outside the records"
    )]
    BrokenSeal { line: usize },
    #[error("the file ends without its seal: its end was removed")]
    NoSeal,
}

/// Checks a whole file. Errors: the first fault, with the record it names.
pub fn verify(file: &[u8]) -> Result<Verified, Fault> {
    let mut reader = Reader { file, at: 0, line: 0 };
    let mut chains = Vec::new();
    loop {
        let start = reader.at;
        let Some(text) = reader.next()? else { return Err(Fault::NoSeal) };
        if let Some(seal) = framed(text, "{\"seal\":\"", "\"}") {
            let whole = seal == hash_bytes(&file[..start]) && reader.at == file.len();
            return if whole {
                Ok(Verified { chains })
            } else {
                Err(Fault::BrokenSeal { line: reader.line })
            };
        }
        let head: ChainHead =
            serde_json::from_str(text).map_err(|_| Fault::NotALine { line: reader.line })?;
        if head.trinome_journal != FORM {
            return Err(Fault::NotALine { line: reader.line });
        }
        verify_chain(&mut reader, &head)?;
        chains.push(head);
    }
}

fn verify_chain(reader: &mut Reader<'_>, head: &ChainHead) -> Result<(), Fault> {
    let organisation = || head.organisation.clone();
    let head_line = reader.line;
    let mut previous = GENESIS.to_owned();
    for number in 1..=head.records {
        let line = reader.line + 1;
        let text = match reader.peek()? {
            Some(text) if text.starts_with("{\"hash\":\"") => text,
            // What begins neither a record, nor the next chain, nor the seal, was a record.
            Some(text) if !text.starts_with("{\"trinome_journal\":") && !text.starts_with("{\"seal\":") => {
                return Err(Fault::Changed { organisation: organisation(), number, line });
            }
            _ => {
                let missing = head.records - number + 1;
                return Err(Fault::CutShort {
                    organisation: organisation(),
                    number: number - 1,
                    missing,
                    line,
                });
            }
        };
        reader.next()?;
        let changed = || Fault::Changed { organisation: organisation(), number, line };
        let (stated, body) = parts(text).ok_or_else(changed)?;
        if hash(body) != stated {
            return Err(changed());
        }
        let record: Record = serde_json::from_str(body).map_err(|_| Fault::Changed {
            organisation: organisation(),
            number,
            line,
        })?;
        if record.number > number {
            return Err(Fault::Removed { organisation: organisation(), number, line });
        }
        let follows = record.number == number
            && record.previous == previous
            && record.organisation.to_string() == head.organisation;
        if !follows {
            return Err(Fault::Inserted { organisation: organisation(), number, line });
        }
        stated.clone_into(&mut previous);
    }
    if reader.peek()?.is_some_and(|text| text.starts_with("{\"hash\":\"")) {
        let number = head.records + 1;
        return Err(Fault::Inserted { organisation: organisation(), number, line: reader.line + 1 });
    }
    if previous != head.head {
        return Err(Fault::WrongHead { organisation: organisation(), line: head_line });
    }
    Ok(())
}

/// A record's line, taken apart without reading its JSON: the stated hash, and the bytes it covers.
fn parts(text: &str) -> Option<(&str, &str)> {
    let (stated, rest) = text.strip_prefix("{\"hash\":\"")?.split_at_checked(64)?;
    Some((stated, framed(rest, "\",\"record\":", "}")?))
}

/// A record's line, put together.
pub fn line(hash: &str, record: &str) -> String {
    format!("{{\"hash\":\"{hash}\",\"record\":{record}}}\n")
}

/// The last line of a file.
pub fn seal(file: &str) -> String {
    format!("{{\"seal\":\"{}\"}}\n", hash(file))
}

fn hash_bytes(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map(hash).unwrap_or_default()
}

fn framed<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.strip_prefix(before)?.strip_suffix(after)
}

/// Reads lines that end in exactly one `\n`, counting them.
struct Reader<'a> {
    file: &'a [u8],
    at: usize,
    line: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Result<Option<&'a str>, Fault> {
        let rest = &self.file[self.at..];
        if rest.is_empty() {
            return Ok(None);
        }
        let fault = Fault::NotALine { line: self.line + 1 };
        let end = rest.iter().position(|byte| *byte == b'\n').ok_or_else(|| fault.clone())?;
        std::str::from_utf8(&rest[..end]).map(Some).map_err(|_| fault)
    }

    fn next(&mut self) -> Result<Option<&'a str>, Fault> {
        let text = self.peek()?;
        if let Some(text) = text {
            self.at += text.len() + 1;
            self.line += 1;
        }
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use kernel::OrganisationId;
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
            let entry =
                Entry::new("clause_adopted", number, json!({"text": "L’écart ne sert jamais à évaluer"}));
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

    #[test]
    fn a_sound_file_is_sound_even_with_an_empty_chain() {
        let chains = [records(ONE, 5), records(TWO, 0)];
        let found = verify(file(&chains).as_bytes()).expect("sound");
        assert_eq!(found.chains, chains.map(|(head, _)| head));
    }

    #[test]
    fn a_single_changed_bit_anywhere_is_enough() {
        let sound = file(&[records(ONE, 2), records(TWO, 1)]).into_bytes();
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
        let start = whole
            .find(&format!("{{\"trinome_journal\":1,\"organisation\":\"{TWO}"))
            .expect("the second chain");
        let end = whole.find("{\"seal\"").expect("the seal");
        let cut = format!("{}{}", &whole[..start], &whole[end..]);
        assert!(matches!(verify(cut.as_bytes()), Err(Fault::BrokenSeal { .. })));
        assert_eq!(verify(&whole.as_bytes()[..end]), Err(Fault::NoSeal));
    }
}
