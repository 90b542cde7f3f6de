//! What a person holds, and what their session may do with it.

use access::{Opening, Session};
use platform::{DbError, Tx};

use super::passkeys::list;
use crate::model::passkey::{Came, Hold, Passkey, PasskeyId};

/// The passkeys of a person, as one of their sessions may handle them.
pub struct Held {
    pub passkeys: Vec<(Passkey, String)>,
    /// Those that still open a seat that asks for one.
    pub live: Vec<PasskeyId>,
    pub is_demanded: bool,
    pub hold: Hold,
}

impl Held {
    /// How many would open such a seat, this one counted.
    pub fn counted(&self, passkey: PasskeyId) -> usize {
        self.live.len() + usize::from(!self.live.contains(&passkey))
    }
}

/// What a session may do with the passkeys of its person.
pub fn held(tx: &mut Tx<'_>, session: &Session) -> Result<Held, DbError> {
    let passkeys = list(tx, session.person)?;
    let live: Vec<PasskeyId> = access::store::live_passkeys(tx, session.person)?;
    let is_demanded = access::store::demands_passkey(tx, session.person)?;
    let came = if session.opened_with != Opening::Passkey {
        Came::Otherwise
    } else if access::store::came_with_a_struck_passkey(tx, &session.hash)? {
        Came::WithStruck
    } else {
        Came::WithPasskey
    };
    Ok(Held { hold: Hold::new(is_demanded, came, live.len()), passkeys, live, is_demanded })
}
