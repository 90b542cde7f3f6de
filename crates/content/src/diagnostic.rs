//! What is wrong with a pack, where, and what to do about it: written for the person who edits the pack.

/// One mistake in a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file, relative to the folder of the pack.
    pub file: String,
    /// The line, from 1; none when the mistake is the absence of something.
    pub line: Option<usize>,
    pub message: String,
    /// What to write instead.
    pub advice: String,
}

impl std::fmt::Display for Diagnostic {
    /// `file:line: message (advice)`, so that an editor makes it a link.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:", self.file)?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {} ({})", self.message, self.advice)
    }
}
