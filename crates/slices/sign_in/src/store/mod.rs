//! Passkeys, ceremonies under way, and who somebody of a provider is here.

mod ceremonies;
mod erasure;
mod held;
mod passkeys;
mod subjects;

pub use ceremonies::{Begun, begin, take};
pub use erasure::forget;
pub use held::{Held, held};
pub use passkeys::{NewPasskey, add, find, list, passkey_of_credential, refused, remove, rename, used};
pub use subjects::{known, remember, subjects};
