//! Commands that write a pack: a starting one, an archive, a folder from an archive. Nothing is ever written over.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use content::method::{self, archive, import, is_identifier, starter};

use super::{checked, files, refuse, summary};

/// No pack is near this; a larger file is not read.
const MOST_BYTES: u64 = 4 << 20;

pub fn new(name: &str, author: &str) -> Result<()> {
    named(name)?;
    let texts = starter(name, author);
    let bytes: Vec<_> = texts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    folder(Path::new(name), &bytes)?;
    println!("{name}: change it, then\n  trinome method check {name}\n  trinome method preview {name}");
    Ok(())
}

fn named(name: &str) -> Result<()> {
    if !is_identifier(name) {
        bail!("{name:?} is no identifier: use small letters without accents, digits, and single hyphens");
    }
    Ok(())
}

/// What a questionnaire from elsewhere is written in.
#[derive(Clone, Copy)]
pub enum Format {
    SurveyJs,
    LimeSurvey,
}

/// Writes a draft pack, then what could not be carried.
pub fn draft(file: &Path, name: &str, format: Format) -> Result<()> {
    named(name)?;
    let bytes = bytes_of(file)?;
    let imported = match format {
        Format::SurveyJs => import::from_surveyjs(name, &bytes)?,
        Format::LimeSurvey => {
            let text =
                std::str::from_utf8(&bytes).with_context(|| format!("{} is not UTF-8", file.display()))?;
            import::from_limesurvey(name, text)?
        }
    };
    let files: Vec<_> = imported.files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let method = method::load(name, &files).or_else(|faults| refuse(file, &faults))?;
    folder(Path::new(name), &files)?;
    println!("{name}: {}", summary(&method));
    imported.report.iter().for_each(|line| println!("- {line}"));
    Ok(())
}

/// Writes a folder that does not exist yet.
pub fn folder(dir: &Path, files: &[(&str, &[u8])]) -> Result<()> {
    let exists = || format!("{} cannot be made: does it exist already?", dir.display());
    fs::create_dir(dir).with_context(exists)?;
    for (name, bytes) in files {
        fs::write(dir.join(name), bytes).with_context(|| format!("{name} cannot be written"))?;
    }
    Ok(())
}

pub fn export(dir: &Path, out: Option<&Path>) -> Result<()> {
    let method = checked(dir)?;
    let read = files::read(dir)?;
    let bytes = archive::pack(&method.id, &files::borrowed(&read))?;
    let out =
        out.map_or_else(|| PathBuf::from(format!("{}-{}.zip", method.id, method.version)), Path::to_owned);
    let opened = fs::File::create_new(&out);
    let mut file =
        opened.with_context(|| format!("{} cannot be made: does it exist already?", out.display()))?;
    file.write_all(&bytes)?;
    println!("{}: {}", out.display(), summary(&method));
    Ok(())
}

pub fn unpack(file: &Path, into: &Path) -> Result<()> {
    let bytes = bytes_of(file)?;
    let unpacked = archive::unpack(&bytes).with_context(|| format!("{} is no pack", file.display()))?;
    let files: Vec<_> = unpacked.files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    // Files at the root of an archive have no folder: their method names it.
    let loaded = match unpacked.folder.as_str() {
        "" => method::load_as_named(&files),
        folder => method::load(folder, &files),
    };
    let method = loaded.or_else(|faults| refuse(file, &faults))?;
    let dir = into.join(&method.id);
    folder(&dir, &files)?;
    println!("{}: {}", dir.display(), summary(&method));
    Ok(())
}

/// A file that is not unreasonably large.
pub fn bytes_of(file: &Path) -> Result<Vec<u8>> {
    let size = fs::metadata(file).with_context(|| format!("{} cannot be read", file.display()))?.len();
    if size > MOST_BYTES {
        bail!("{} is too large: {size} bytes", file.display());
    }
    fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}
