//! A pack as one file: what `export` writes and `import` reads. Bytes to files, and back; nothing is written anywhere.
//!
//! An archive comes from anybody. Its names are never used as paths: only the three names of a pack are known, in one
//! folder at most. Sizes are measured while inflating, not believed.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use thiserror::Error;
use zip::read::ZipFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::starter::is_identifier;

/// The files of a pack, in the order in which they are written.
const NAMES: [&str; 3] = ["method.toml", "fr.toml", "en.toml"];

/// What a file may hold; ten times the largest pack.
const MOST_BYTES: u64 = 1 << 20;

/// A pack has three files; a few more leave room for what systems add.
const MOST_ENTRIES: usize = 16;

/// The files of a pack under the name of its folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unpacked {
    pub folder: String,
    pub files: Vec<(&'static str, Vec<u8>)>,
}

/// Why a file is not a pack that can be unpacked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CannotUnpack {
    #[error("this is not a zip file")]
    NotAnArchive,
    #[error("it holds more than {MOST_ENTRIES} entries, and a pack has three")]
    TooManyEntries,
    #[error("{0:?} is no file of a pack: one folder with method.toml, fr.toml and en.toml was expected")]
    Unexpected(String),
    #[error("{0:?} is a link, and a pack has none")]
    Link(String),
    #[error("{0:?} is given twice")]
    Twice(String),
    #[error("{0:?} is larger than {MOST_BYTES} bytes once inflated")]
    TooLarge(String),
    #[error("{0:?} cannot be read: it is damaged, encrypted, or compressed in an unusual way")]
    Unreadable(String),
    #[error("{0} is missing")]
    Missing(&'static str),
}

/// Writes a pack as a zip file: the same files give the same bytes.
///
/// Errors: a file that is none of a pack, or that is missing; nothing else can fail in memory.
pub fn pack(folder: &str, files: &[(&str, &[u8])]) -> Result<Vec<u8>, CannotUnpack> {
    if let Some((name, _)) = files.iter().find(|(name, _)| !NAMES.contains(name)) {
        return Err(CannotUnpack::Unexpected((*name).to_owned()));
    }
    // A fixed day: when a file was packed is nobody's business, and bytes can be compared.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for name in NAMES {
        let (_, bytes) = files.iter().find(|(given, _)| *given == name).ok_or(CannotUnpack::Missing(name))?;
        let path = format!("{folder}/{name}");
        let written = writer.start_file(&path, options).is_ok() && writer.write_all(bytes).is_ok();
        if !written {
            return Err(CannotUnpack::Unreadable(path));
        }
    }
    writer.finish().map(Cursor::into_inner).map_err(|_| CannotUnpack::NotAnArchive)
}

/// Reads a pack that somebody sent.
///
/// Errors: anything that is not one folder with the three files of a pack, at most, each of a reasonable size.
pub fn unpack(bytes: &[u8]) -> Result<Unpacked, CannotUnpack> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| CannotUnpack::NotAnArchive)?;
    if archive.len() > MOST_ENTRIES {
        return Err(CannotUnpack::TooManyEntries);
    }
    let mut folder = None;
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let unreadable = || CannotUnpack::Unreadable(format!("entry {at}"));
        let entry = archive.by_index(at).map_err(|_| unreadable())?;
        let path = entry.name().map_err(|_| unreadable())?.into_owned();
        if entry.is_symlink() {
            return Err(CannotUnpack::Link(path));
        }
        let (within, name) = place(&path).ok_or_else(|| CannotUnpack::Unexpected(path.clone()))?;
        if folder.get_or_insert_with(|| within.to_owned()) != within {
            return Err(CannotUnpack::Unexpected(path));
        }
        let Some(name) = name else { continue };
        if files.insert(name, inflate(entry, &path)?).is_some() {
            return Err(CannotUnpack::Twice(path));
        }
    }
    let take = |name| files.remove(name).map(|bytes| (name, bytes)).ok_or(CannotUnpack::Missing(name));
    let files = NAMES.map(take).into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(Unpacked { folder: folder.unwrap_or_default(), files })
}

/// The folder of an entry (none where files stand at the root) and which file of a pack it is; nothing for another path.
fn place(path: &str) -> Option<(&str, Option<&'static str>)> {
    let file = |name: &str| NAMES.into_iter().find(|known| *known == name);
    match path.split_once('/') {
        None => Some(("", Some(file(path)?))),
        Some((folder, "")) if is_identifier(folder) => Some((folder, None)),
        Some((folder, name)) if is_identifier(folder) => Some((folder, Some(file(name)?))),
        Some(_) => None,
    }
}

fn inflate(entry: ZipFile<'_, Cursor<&[u8]>>, path: &str) -> Result<Vec<u8>, CannotUnpack> {
    let mut bytes = Vec::new();
    let read = entry.take(MOST_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|_| CannotUnpack::Unreadable(path.to_owned()))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(CannotUnpack::TooLarge(path.to_owned()));
    }
    Ok(bytes)
}
