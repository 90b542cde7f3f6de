//! A mail server that receives on a real socket what the application sends, as RFC 5321 has it.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

/// A letter as it was received: the envelope, then what the reader's program would show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    pub from: String,
    pub to: String,
    pub subject: String,
    pub body: String,
}

/// A mail server on a port of its own. It speaks no TLS and asks for no password.
pub struct Postbox {
    port: u16,
    letters: Arc<Mutex<Vec<Received>>>,
}

impl Postbox {
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("a bound address").port();
        let letters = Arc::default();
        let kept = Arc::clone(&letters);
        // It serves until the test process ends: a connection more costs nothing, and nobody waits for it.
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let kept = Arc::clone(&kept);
                thread::spawn(move || {
                    if let Err(error) = converse(connection, &kept) {
                        eprintln!("a mail client hung up: {error}");
                    }
                });
            }
        });
        Self { port, letters }
    }

    /// What an operator writes in `--smtp`.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// The letters to this address so far, oldest first.
    pub fn letters_to(&self, address: &str) -> Vec<Received> {
        let letters = self.letters.lock().unwrap_or_else(PoisonError::into_inner);
        letters.iter().filter(|letter| letter.to == address).cloned().collect()
    }

    /// The last letter to this address, once there are `count` of them. Panics after ten seconds.
    pub fn wait_for(&self, address: &str, count: usize) -> Received {
        let start = Instant::now();
        loop {
            let letters = self.letters_to(address);
            if letters.len() >= count
                && let Some(last) = letters.last()
            {
                return last.clone();
            }
            assert!(
                start.elapsed() < Duration::from_secs(10),
                "{count} letters to {address} were awaited, {} came",
                letters.len()
            );
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// One client, from its greeting to its farewell.
fn converse(stream: TcpStream, kept: &Mutex<Vec<Received>>) -> std::io::Result<()> {
    let mut answer = stream.try_clone()?;
    let mut say = move |line: &str| answer.write_all(format!("{line}\r\n").as_bytes());
    let mut lines = BufReader::new(stream);
    let (mut from, mut to) = (String::new(), Vec::new());
    say("220 postbox ready")?;
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let verb = line.split([' ', ':']).next().unwrap_or_default().trim_end().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" | "HELO" => say("250 postbox")?,
            "MAIL" => {
                from = address(&line);
                to.clear();
                say("250 go on")?;
            }
            "RCPT" => {
                to.push(address(&line));
                say("250 go on")?;
            }
            "DATA" => {
                say("354 end with a dot")?;
                let letter = data(&mut lines)?;
                let mut all = kept.lock().unwrap_or_else(PoisonError::into_inner);
                all.extend(to.drain(..).map(|to| open(&from, &to, &letter)));
                say("250 kept")?;
            }
            "NOOP" | "RSET" => say("250 go on")?,
            "QUIT" => return say("221 goodbye"),
            _ => say("502 not here")?,
        }
    }
}

/// What stands between angle brackets.
fn address(line: &str) -> String {
    let inside = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or("", |(address, _)| address).to_owned()
}

/// A letter's lines until the lonely dot; a dot that was doubled on the way is one again.
fn data(lines: &mut impl BufRead) -> std::io::Result<String> {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 || line == ".\r\n" {
            return Ok(text);
        }
        text += line.strip_prefix('.').unwrap_or(&line);
    }
}

fn open(from: &str, to: &str, letter: &str) -> Received {
    let (head, body) = letter.split_once("\r\n\r\n").unwrap_or((letter, ""));
    let head = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let header = |name: &str| {
        let found = head
            .lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value.trim()).to_owned()
    };
    let body = match header("content-transfer-encoding").to_ascii_lowercase().as_str() {
        "quoted-printable" => text(quoted_printable(&body.replace("=\r\n", ""))),
        "base64" => text(base64(body)),
        _ => body.to_owned(),
    };
    let subject = words(&header("subject"));
    Received {
        from: from.to_owned(),
        to: to.to_owned(),
        subject,
        body: body.replace("\r\n", "\n").trim_end().to_owned(),
    }
}

/// A header with its encoded words (RFC 2047) read: the blank between two of them is no blank.
fn words(header: &str) -> String {
    let mut said = String::new();
    let mut after_coded = false;
    for word in header.split(' ') {
        let coded = decoded(word);
        if !(said.is_empty() || after_coded && coded.is_some()) {
            said.push(' ');
        }
        after_coded = coded.is_some();
        said += coded.as_deref().unwrap_or(word);
    }
    said
}

fn decoded(word: &str) -> Option<String> {
    let inside = word.strip_prefix("=?")?.strip_suffix("?=")?;
    let mut parts = inside.splitn(3, '?');
    let (_, kind, coded) = (parts.next()?, parts.next()?, parts.next()?);
    match kind {
        "b" | "B" => Some(text(base64(coded))),
        "q" | "Q" => Some(text(quoted_printable(&coded.replace('_', " ")))),
        _ => None,
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("our letters are UTF-8")
}

fn quoted_printable(coded: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = coded.as_bytes().iter().copied();
    while let Some(byte) = rest.next() {
        if byte == b'=' {
            let mut digit = || rest.next().and_then(|byte| char::from(byte).to_digit(16)).unwrap_or(0);
            bytes.push(u8::try_from(digit() * 16 + digit()).unwrap_or(b'?'));
        } else {
            bytes.push(byte);
        }
    }
    bytes
}

fn base64(coded: &str) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
    for value in coded.bytes().filter_map(|byte| ALPHABET.iter().position(|known| *known == byte)) {
        bits = (bits << 6) | u32::try_from(value).unwrap_or(0);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 255).unwrap_or(0));
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::{open, words};

    #[test]
    fn a_letter_is_read_as_its_reader_would_read_it() {
        let plain = "Subject: =?utf-8?b?VHJpbsO0bWU=?= ici\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nd=C3=A9j=C3=A0, et la=\r\n suite\r\n";
        let letter = open("a@b.fr", "c@d.fr", plain);
        assert_eq!(letter.subject, "Trinôme ici");
        assert_eq!(letter.body, "déjà, et la suite");
        let coded = "Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\nZMOpasOg\r\n";
        assert_eq!(open("a@b.fr", "c@d.fr", coded).body, "déjà");
    }

    #[test]
    fn a_header_of_both_kinds_of_words_is_read() {
        assert_eq!(words("=?utf-8?q?l=E2=80=99=C3=A9t=C3=A9_?= =?utf-8?B?ZMOpasOg?="), "l’été déjà");
        assert_eq!(words("Re: =?utf-8?B?ZMOpasOg?= ici"), "Re: déjà ici");
    }
}
