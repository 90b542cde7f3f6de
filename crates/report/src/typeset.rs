//! From a checked document to the bytes of the PDF.

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::document::Document;
use crate::error::ReportError;
use crate::world::ReportWorld;

/// What the metadata names as the program that made the file.
const CREATOR: &str = "Trinôme";

/// Lays the document out and writes it as PDF/UA-1.
pub fn typeset(document: &Document) -> Result<Vec<u8>, ReportError> {
    let json = serde_json::to_string(document).expect("a document holds only texts, numbers and lists");
    let pages = typst::compile(&ReportWorld::new(json)).output;
    let pdf = pages.and_then(|pages| typst_pdf::pdf(&pages, &options()));
    // The typesetter remembers every layout it made, for editors that compile again after a keystroke; a server
    // would only grow.
    comemo::evict(0);
    pdf.map_err(|errors| ReportError::Typeset(explain(&errors)))
}

fn options() -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).expect("one standard cannot contradict itself");
    PdfOptions { creator: Smart::Custom(Some(CREATOR.to_owned())), standards, ..PdfOptions::default() }
}

fn explain(errors: &[SourceDiagnostic]) -> String {
    let reasons: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    reasons.join("; ")
}
