//! How somebody showed who they are.

use kernel::codes;

codes! {
    /// What opened a session.
    pub enum Opening("opening") {
        /// A one-time link, by e-mail.
        Link = "link",
        Passkey = "passkey",
        /// An OpenID Connect provider.
        Provider = "provider",
    }
}
