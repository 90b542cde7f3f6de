//! The pages: what is proposed and kept, a line, an action, the versions, the files.

pub mod action;
pub mod decide;
pub mod download;
pub mod line;
pub mod scene;
pub mod show;
pub mod target;
pub mod versions;

use access::{Act, Reader};
use content::law::prevention;
use findings::Finding;
use follow_up::Commitment;
use obligations::api::{Council, Reading};
use platform::{DbError, PageResult, T, form::Form};
use registry::{Organisation, ProjectSeat, Structure};
use ui::{Page, Tone};

use crate::{
    model::plan,
    store::{self, Board},
};

/// The most characters of what is written in one go.
pub const WORDS: usize = 1200;
/// The most characters of a name, a function, a reason.
pub const SHORT: usize = 200;

/// What a page reads, as its reader may read it.
pub struct Before {
    pub organisation: Organisation,
    pub structure: Structure,
    pub reading: Reading,
    pub form: plan::Form,
    /// The body that sits; nothing where none is known to.
    pub council: Option<Council>,
    pub board: Board,
    pub findings: Vec<Finding>,
    pub commitments: Vec<Commitment>,
}

impl Before {
    pub async fn of(seat: &ProjectSeat) -> PageResult<Self> {
        Self::read(seat, seat.seat.reader()).await
    }

    /// As anybody may read it: for a file, which circulates.
    pub async fn for_anybody(seat: &ProjectSeat) -> PageResult<Self> {
        Self::read(seat, Reader::nobody_in_particular(seat.seat.organisation())).await
    }

    async fn read(seat: &ProjectSeat, reader: Reader) -> PageResult<Self> {
        let (org, project, today) = (seat.project.organisation, seat.project.id, seat.ctx().today);
        let read = seat.ctx().db().read(move |tx| {
            Ok::<_, DbError>((
                registry::structure::employer(tx, org, today)?,
                registry::structure::structure(tx, org)?,
                store::board(tx, reader, project)?,
                findings::store::findings(tx, reader, project)?,
                follow_up::store::commitments(tx, org, project)?,
            ))
        });
        let (organisation, structure, board, findings, commitments) = read.await?;
        let reading = obligations::api::reading(&organisation, &seat.project, today);
        Ok(Self {
            form: plan::form(prevention(), &reading, today),
            council: obligations::api::council(&reading),
            organisation,
            structure,
            reading,
            board,
            findings,
            commitments,
        })
    }

    pub fn plan_id(&self) -> Option<String> {
        self.form.plan().map(|plan| plan.id.clone())
    }
}

/// Whether this reader writes the document, or only proposes.
pub fn writes(seat: &ProjectSeat) -> bool {
    seat.seat.may(Act::WriteRiskDocument)
}

/// The frame of a page, which says what was refused or done.
fn frame(seat: &ProjectSeat, title: String, here: String, form: Option<&Form>) -> Page {
    let t = &seat.ctx().t;
    let page = Page { here, ..seat.page(title, "prevention") };
    let done = seat.ctx().here.rsplit_once("fait=").map(|(_, done)| format!("prevent-done-{done}"));
    match (form.filter(|form| form.is_refused()), done.filter(|key| t.has(key))) {
        (Some(form), _) => {
            page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()))
        }
        (None, Some(key)) => page.announcing(Tone::Ok, t.say(&key)),
        (None, None) => page,
    }
}

/// Every refused field with its name and its message, for the head of the page.
fn errors(t: &T, form: &Form) -> Vec<(String, String)> {
    let line = |(name, message): (&str, &str)| {
        let label = t.say(&format!("prevent-field-{}", name.replace('_', "-")));
        (name.to_owned(), t.two("prevent-error", "label", label, "message", message.to_owned()))
    };
    form.errors().map(line).collect()
}

/// Paragraphs of what people typed.
fn paragraphs(words: &str) -> Vec<String> {
    words.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The form with one more value where none was sent.
fn or(form: &Form, name: &str, value: &str) -> Form {
    if form.pairs().iter().any(|(known, _)| known == name) {
        return form.clone();
    }
    let pairs = form.pairs().iter().cloned().chain([(name.to_owned(), value.to_owned())]);
    let mut filled = Form::with(pairs);
    for (name, message) in form.errors() {
        filled.refuse(name, message.to_owned());
    }
    filled
}
