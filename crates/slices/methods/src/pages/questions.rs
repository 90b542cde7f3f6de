//! The questions, to be read before a key is turned, and printed to be answered together.

use askama::Template;
use content::method::{Criterion, Method, Provenance};
use platform::PageResult;
use registry::ProjectSeat;
use ui::{Page, render};

use crate::{SELF_DIAGNOSTIC, words};

#[derive(Template)]
#[template(path = "questions.html")]
struct QuestionsPage {
    page: Page,
    method: &'static Method,
}

impl QuestionsPage {
    fn together(&self) -> Option<String> {
        super::campaigns::minutes(self.method, content::method::Answering::Together, &self.page.t)
    }

    /// Who published a criterion, where it is not ours.
    fn publisher(&self, criterion: &Criterion) -> Option<&str> {
        publisher(self.method, criterion)
    }
}

/// Who published a criterion, where it is not ours.
pub fn publisher<'a>(method: &'a Method, criterion: &Criterion) -> Option<&'a str> {
    if criterion.origin.provenance != Provenance::Attested {
        return None;
    }
    let source = method.source(criterion.origin.source.as_deref()?)?;
    Some(source.publisher.as_deref().unwrap_or(&source.title))
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let method = words::method(SELF_DIAGNOSTIC)?;
    let page = seat.page(method.title(seat.ctx().locale()), "methods");
    render(&QuestionsPage { page, method })
}
