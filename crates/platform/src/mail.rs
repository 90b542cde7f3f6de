//! Mail: by SMTP where a server is set, on the console where none is.

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

/// Sends letters.
#[derive(Clone)]
pub enum Mailer {
    Console,
    Smtp { transport: SmtpTransport, from: String },
}

impl Mailer {
    /// Reads the route. Errors: a sentence for the operator.
    pub fn new(route: &MailRoute) -> Result<Self, String> {
        match route {
            MailRoute::Console => Ok(Self::Console),
            MailRoute::Smtp { url, from } => {
                let transport = SmtpTransport::from_url(url).map_err(|error| format!("mail address {url:?}: {error}"))?;
                Ok(Self::Smtp { transport: transport.build(), from: from.clone() })
            }
        }
    }

    /// Sends a letter in the background: a slow mail server never slows a page, and a failure is logged, not shown.
    pub fn send(&self, letter: Letter) {
        match self {
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
