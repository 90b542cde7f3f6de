//! The world the template lives in: its own files, one virtual JSON file, five fonts; no disk, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

/// The templates; the first is the main one.
static TEMPLATES: LazyLock<[Source; 3]> = LazyLock::new(|| {
    [
        source("report.typ", include_str!("../templates/report.typ")),
        source("blocks.typ", include_str!("../templates/blocks.typ")),
        source("theme.typ", include_str!("../templates/theme.typ")),
    ]
});

/// Where the templates read the document.
static DOCUMENT: LazyLock<FileId> = LazyLock::new(|| file_id("document.json"));

/// The standard library, with the cells that name a row: without them a screen reader reads a table as loose cells.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 5] = [
        include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
        include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
        include_bytes!("../fonts/AtkinsonHyperlegibleNext-Italic.ttf"),
        include_bytes!("../fonts/DejaVuSans.ttf"),
        include_bytes!("../fonts/DejaVuSans-Bold.ttf"),
    ];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Whether a bundled font can print the character.
pub fn has_glyph(character: char) -> bool {
    FONTS.iter().any(|font| font.info().coverage.contains(u32::from(character)))
}

/// One report being typeset.
pub struct ReportWorld {
    document: Bytes,
}

impl ReportWorld {
    /// A world where `document.json` holds this JSON.
    pub fn new(json: String) -> Self {
        Self { document: Bytes::from_string(json) }
    }
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        TEMPLATES[0].id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        TEMPLATES.iter().find(|source| source.id() == id).cloned().ok_or_else(|| not_here(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DOCUMENT { Ok(self.document.clone()) } else { Err(not_here(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn source(path: &str, text: &str) -> Source {
    Source::new(file_id(path), text.to_owned())
}

fn file_id(path: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).expect("our paths are plain names")).intern()
}

fn not_here(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_font_is_readable() {
        assert_eq!(FONTS.len(), 5);
    }

    #[test]
    fn the_world_has_no_clock_and_no_other_file() {
        let world = ReportWorld::new("{}".to_owned());
        assert!(world.today(None).is_none());
        assert!(world.file(file_id("etc/passwd")).is_err());
    }
}
