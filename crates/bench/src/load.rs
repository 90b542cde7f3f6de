//! A load of requests over kept connections, and what it took.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// A request, written once.
#[derive(Clone)]
pub struct Request(Arc<str>);

impl Request {
    pub fn get(path: &str, cookie: &str) -> Self {
        Self(
            format!("GET {path} HTTP/1.1\r\nhost: bench\r\naccept-language: fr\r\ncookie: {cookie}\r\n\r\n")
                .into(),
        )
    }

    pub fn post(path: &str, cookie: &str, body: &str) -> Self {
        let length = body.len();
        Self(
            format!(
                "POST {path} HTTP/1.1\r\nhost: bench\r\norigin: http://bench\r\naccept-language: fr\r\ncookie: {cookie}\r\n\
                 content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{body}"
            )
            .into(),
        )
    }
}

/// Latencies, in milliseconds, sorted; and how long all of it took.
pub struct Figures {
    latencies: Vec<f64>,
    took: Duration,
    /// Answers with a status of 400 or more.
    pub refused: usize,
}

impl Figures {
    pub fn count(&self) -> usize {
        self.latencies.len()
    }

    pub fn per_second(&self) -> f64 {
        self.latencies.len() as f64 / self.took.as_secs_f64()
    }

    pub fn percentile(&self, percent: f64) -> f64 {
        let last = self.latencies.len().saturating_sub(1);
        let index = (last as f64 * percent / 100.0).round() as usize;
        self.latencies.get(index).copied().unwrap_or(f64::NAN)
    }
}

/// Asks for the same page again and again, on several connections.
pub async fn repeat(
    address: &str,
    request: &Request,
    connections: usize,
    lasts: Duration,
) -> Result<Figures> {
    let until = Instant::now() + lasts;
    let request = request.clone();
    run(address, connections, move |_| (Instant::now() < until).then(|| request.clone())).await
}

/// Sends each request once.
pub async fn each(address: &str, requests: &[Request], connections: usize) -> Result<Figures> {
    let requests: Vec<Request> = requests.to_vec();
    run(address, connections, move |index| requests.get(index).cloned()).await
}

async fn run(
    address: &str,
    connections: usize,
    next: impl Fn(usize) -> Option<Request> + Send + Sync + 'static,
) -> Result<Figures> {
    let (next, turn) = (Arc::new(next), Arc::new(AtomicUsize::new(0)));
    let host = address.trim_start_matches("http://").to_owned();
    let begun = Instant::now();
    let mut tasks = Vec::new();
    for _ in 0..connections {
        let (next, turn, host) = (next.clone(), turn.clone(), host.clone());
        tasks.push(tokio::spawn(async move {
            let mut connection = Connection::open(&host).await?;
            let (mut latencies, mut refused) = (Vec::new(), 0);
            while let Some(request) = next(turn.fetch_add(1, Ordering::Relaxed)) {
                let asked = Instant::now();
                refused += usize::from(connection.ask(&request).await? >= 400);
                latencies.push(asked.elapsed().as_secs_f64() * 1e3);
            }
            Ok::<_, anyhow::Error>((latencies, refused))
        }));
    }
    let (mut latencies, mut refused) = (Vec::new(), 0);
    for task in tasks {
        let (mut some, more) = task.await??;
        latencies.append(&mut some);
        refused += more;
    }
    let took = begun.elapsed();
    latencies.sort_by(f64::total_cmp);
    Ok(Figures { latencies, took, refused })
}

struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    async fn open(host: &str) -> Result<Self> {
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: vec![0; 512 * 1024] })
    }

    /// Sends a request and reads its whole answer; gives the status.
    async fn ask(&mut self, request: &Request) -> Result<u16> {
        self.stream.write_all(request.0.as_bytes()).await?;
        let mut filled = 0;
        loop {
            let read = self.stream.read(&mut self.buffer[filled..]).await?;
            if read == 0 {
                bail!("the server closed the connection");
            }
            filled += read;
            let Some(head) = find(&self.buffer[..filled], b"\r\n\r\n") else { continue };
            let text = std::str::from_utf8(&self.buffer[..head])?;
            let status: u16 = text.get(9..12).and_then(|code| code.parse().ok()).context("no status")?;
            let lower = text.to_ascii_lowercase();
            let length = lower.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
            let whole = match length {
                Some(length) => filled >= head + 4 + length.trim().parse::<usize>()?,
                None if lower.contains("transfer-encoding: chunked") => {
                    self.buffer[..filled].ends_with(b"0\r\n\r\n")
                }
                None => true,
            };
            if whole {
                return Ok(status);
            }
        }
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}
