//! The notebook of the reader's own party; one note; the notebook as a file.

pub mod note;
pub mod notebook;
pub mod take_away;

use std::collections::BTreeMap;

use access::Member;
use kernel::MemberId;
use platform::{DbError, PageResult, T};
use registry::ProjectSeat;

use crate::{model::note::Note, store};

/// What the reader's party keeps, and who belongs to that party: they are the ones who read it.
struct Own {
    notes: Vec<Note>,
    readers: Vec<Member>,
}

async fn own(seat: &ProjectSeat) -> PageResult<Own> {
    let (reader, project, today) = (seat.seat.actor.clone(), seat.project.id, seat.ctx().today);
    let found = seat
        .ctx()
        .db()
        .read(move |tx| {
            let notes = store::notes(tx, &reader, project, today)?;
            let mut readers = access::store::members(tx, reader.organisation)?;
            readers.retain(|member| member.party == reader.party);
            Ok::<_, DbError>(Own { notes, readers })
        })
        .await?;
    Ok(found)
}

impl Own {
    /// Who wrote each note, by their name today.
    fn names(&self) -> BTreeMap<MemberId, String> {
        self.readers.iter().map(|member| (member.id, member.name.clone())).collect()
    }
}

/// « Karima Benali, le 22 novembre 2026 ; modifiée le 23 novembre 2026 ».
fn signature(t: &T, note: &Note, names: &BTreeMap<MemberId, String>) -> String {
    let name = names.get(&note.by).cloned().unwrap_or_else(|| t.say("notebook-former-member"));
    let signed = t.two("notebook-signed", "name", name, "day", t.day(note.written_on));
    match note.changed_on {
        Some(day) => t.two("notebook-changed", "signed", signed, "day", t.day(day)),
        None => signed,
    }
}
