//! People, seats, links and sessions. Every change of state is journalled in its own transaction.

mod account;
mod erasure;
mod links;
mod members;
mod passkey_rule;
mod persons;
pub mod recovery;
mod removal;
mod sessions;

pub use account::{OpenSession, close_marked, close_others, close_sessions, open_sessions, rename};
pub use erasure::{Held, NOBODY, erase_person, held, purge};
pub use links::{
    Addressee, LINK_KEPT, LINK_LIFE, LinkOwner, addressee, enter, keep_link, link_owner, note_dead,
    one_addressee,
};
pub use members::{
    Added, NewMember, actor, add_member, everybody, founder, member, members, parties, sits_for_the_other_key,
};
pub use passkey_rule::{
    ask_for_passkeys, came_with_a_struck_passkey, demands_passkey, live_passkeys, raise_session,
    with_passkey_only,
};
pub use persons::{Person, person, person_of_email, seats, seats_of_session, welcome};
pub use removal::{removal, remove_member};
pub use sessions::{
    IDLE_DAYS, NewSession, SESSION_DAYS, SESSION_LIFE, actor_of_session, close_session, open_session,
    seen_on, shown, standing, take_seat,
};

use crate::model::member::Actor;

/// Reads `organisation_id, organisation name, member_id, party, name, title, person_id`.
fn read_actor(row: &platform::Row<'_>) -> Result<Actor, platform::DbError> {
    Ok(Actor {
        organisation: row.parse(0)?,
        organisation_name: row.get(1)?,
        member: row.parse(2)?,
        party: row.parse(3)?,
        name: row.get(4)?,
        title: row.get(5)?,
        person: row.parse(6)?,
    })
}
