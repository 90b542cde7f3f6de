//! A file of a pack or a case being read: byte offsets into lines.

use std::ops::Range;

use crate::diagnostic::Diagnostic;

/// A file being read, which turns byte offsets into lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    pub path: &'a str,
    pub text: &'a str,
}

impl<'a> Source<'a> {
    /// The text of a file. Errors: bytes that are not UTF-8.
    pub(super) fn read(path: &'a str, bytes: &'a [u8]) -> Result<Self, Diagnostic> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self { path, text }),
            Err(error) => {
                let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
                let message = "the file is not written in UTF-8".to_owned();
                let advice = "save it again in UTF-8".to_owned();
                Err(Diagnostic { file: path.to_owned(), line: Some(line), message, advice })
            }
        }
    }

    pub(super) fn at(
        &self,
        span: Range<usize>,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) -> Diagnostic {
        let before = self.text.as_bytes().get(..span.start).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        Diagnostic {
            file: self.path.to_owned(),
            line: Some(line),
            message: message.into(),
            advice: advice.into(),
        }
    }

    pub(super) fn whole(&self, message: impl Into<String>, advice: impl Into<String>) -> Diagnostic {
        self.at(0..0, message, advice)
    }

    /// What the TOML reader refused.
    pub(super) fn refused(&self, error: &toml::de::Error) -> Diagnostic {
        self.at(error.span().unwrap_or(0..0), error.message(), "correct the TOML at this line")
    }
}
