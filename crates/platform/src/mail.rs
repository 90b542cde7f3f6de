//! Mail: by SMTP where a server is set, on the console where none is.

use std::sync::{Arc, Mutex, PoisonError};

use lettre::{Message, SmtpTransport, Transport, message::header::ContentType};

use crate::config::MailRoute;

/// A plain-text letter to one person.
#[derive(Debug, Clone)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub body: String,
    /// The one link that matters, printed alone on the console where no mail server is set.
    pub link: String,
}

/// Letters kept instead of sent, for the demonstration and the tests.
#[derive(Clone, Default)]
pub struct Outbox(Arc<Mutex<Vec<Letter>>>);

impl Outbox {
    /// The link of the last letter to this address.
    pub fn last_link_to(&self, address: &str) -> Option<String> {
        let letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        letters.iter().rev().find(|letter| letter.to == address).map(|letter| letter.link.clone())
    }

    /// Every letter, oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, letter: Letter) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(letter);
    }
}

/// Sends letters.
#[derive(Clone)]
pub enum Mailer {
    Console,
    Outbox(Outbox),
    Smtp { transport: Box<SmtpTransport>, from: String },
}

impl Mailer {
    /// Reads the route. Errors: a sentence for the operator.
    pub fn new(route: &MailRoute) -> Result<Self, String> {
        match route {
            MailRoute::Console => Ok(Self::Console),
            MailRoute::Smtp { url, from } => {
                let transport =
                    SmtpTransport::from_url(url).map_err(|error| format!("mail address {url:?}: {error}"))?;
                Ok(Self::Smtp { transport: Box::new(transport.build()), from: from.clone() })
            }
        }
    }

    /// Sends letters in the background, one after the other: hundreds at once would take every thread there is.
    pub fn send_all(&self, letters: Vec<Letter>) {
        let Self::Smtp { transport, from } = self else {
            return letters.into_iter().for_each(|letter| self.send(letter));
        };
        let (transport, from) = (transport.clone(), from.clone());
        tokio::task::spawn_blocking(move || {
            for letter in letters {
                if let Err(error) = deliver(&transport, &from, letter) {
                    tracing::error!(%error, "a letter could not be sent");
                }
            }
        });
    }

    /// Sends a letter and waits until the mail server has taken it. Errors: why it did not, without whom it was for.
    pub async fn deliver(&self, letter: Letter) -> Result<(), String> {
        let Self::Smtp { transport, from } = self else {
            self.send(letter);
            return Ok(());
        };
        let (transport, from) = (transport.clone(), from.clone());
        let sent = tokio::task::spawn_blocking(move || {
            deliver(&transport, &from, letter).map_err(|e| e.to_string())
        });
        sent.await.map_err(|error| error.to_string())?
    }

    /// Sends a letter in the background: a slow mail server never slows a page, and a failure is logged, not shown.
    pub fn send(&self, letter: Letter) {
        match self {
            Self::Outbox(outbox) => outbox.keep(letter),
            Self::Console => println!("{} → {} : {}", letter.subject, letter.to, letter.link),
            Self::Smtp { transport, from } => {
                let (transport, from) = (transport.clone(), from.clone());
                tokio::task::spawn_blocking(move || {
                    if let Err(error) = deliver(&transport, &from, letter) {
                        tracing::error!(%error, "a letter could not be sent");
                    }
                });
            }
        }
    }
}

fn deliver(transport: &SmtpTransport, from: &str, letter: Letter) -> Result<(), Box<dyn std::error::Error>> {
    let message = Message::builder()
        .from(from.parse()?)
        .to(letter.to.parse()?)
        .subject(letter.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(letter.body)?;
    transport.send(&message)?;
    Ok(())
}
