//! The journal as a file, and its verification offline, with nothing but the file.
//!
//! A file holds one chain per organisation: a head line, then a line per record, each followed by the openings of what it
//! seals. Its last line seals every byte before it.
//! ```text
//! {"trinome_journal":2,"organisation":"…","records":2,"head":"…"}
//! {"hash":"…","record":{"number":1,"previous":"000…",…,"body":{"name":{"sealed":"…"}}}}
//! {"opening":"name","salt":"…","text":"Karima Benali"}
//! {"hash":"…","record":{"number":2,"previous":"…",…}}
//! {"seal":"…"}
//! ```
//! A hash covers the bytes of its record as they stand, so that no second reading of JSON can disagree; what a seal holds
//! is the hash of the salt followed by the text. An opening may be absent: it was erased, or whoever took the file may not
//! read it. Form 1, without openings, is still read.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    record::{GENESIS, Record, hash},
    seal::{self, Opening},
};

/// The version of the file's form.
pub const FORM: u32 = 2;
/// The form that had no openings.
const WITHOUT_OPENINGS: u32 = 1;

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
    /// Seals that the file opens.
    pub opened: usize,
    /// Seals that it does not open: erased, or not for whoever took the file.
    pub withheld: usize,
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
    #[error(
        "record {number} of organisation {organisation}: line {line} does not open what it says it opens; it was changed, or belongs to another record"
    )]
    Misopened { organisation: String, number: i64, line: usize },
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
    let mut verified = Verified { chains: Vec::new(), opened: 0, withheld: 0 };
    loop {
        let start = reader.at;
        let Some(text) = reader.next()? else { return Err(Fault::NoSeal) };
        if let Some(seal) = framed(text, "{\"seal\":\"", "\"}") {
            let whole = seal == hash_bytes(&file[..start]) && reader.at == file.len();
            return if whole { Ok(verified) } else { Err(Fault::BrokenSeal { line: reader.line }) };
        }
        let head: ChainHead =
            serde_json::from_str(text).map_err(|_| Fault::NotALine { line: reader.line })?;
        if ![WITHOUT_OPENINGS, FORM].contains(&head.trinome_journal) {
            return Err(Fault::NotALine { line: reader.line });
        }
        verify_chain(&mut reader, &head, &mut verified)?;
        verified.chains.push(head);
    }
}

fn verify_chain(reader: &mut Reader<'_>, head: &ChainHead, verified: &mut Verified) -> Result<(), Fault> {
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
        if head.trinome_journal != WITHOUT_OPENINGS {
            verify_openings(reader, &record, verified)?;
        }
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

/// Checks the openings that follow a record: each in its one spelling, in the order of the fields, none twice.
fn verify_openings(reader: &mut Reader<'_>, record: &Record, verified: &mut Verified) -> Result<(), Fault> {
    let mut closed = seal::seals(&record.body);
    let mut last = String::new();
    while let Some(text) = reader.peek()?.filter(|text| text.starts_with("{\"opening\":")) {
        reader.next()?;
        let misopened = || Fault::Misopened {
            organisation: record.organisation.to_string(),
            number: record.number,
            line: reader.line,
        };
        let opening: Opening = serde_json::from_str(text).map_err(|_| misopened())?;
        let fits = closed.remove(&opening.field).is_some_and(|digest| digest == opening.digest());
        if !fits || opening.field < last || opening.line().trim_end_matches('\n') != text {
            return Err(misopened());
        }
        last = opening.field;
        verified.opened += 1;
    }
    verified.withheld += closed.len();
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
mod tests;
