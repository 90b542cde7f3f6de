//! What the program logs, kept for a test to read: all of it, at the level of details.

use std::{
    io::Write,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

/// Everything that this process has logged since somebody first asked.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    pub fn read(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Starts to keep what is logged, once a process.
pub fn captured() -> Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    let start = || {
        let log = Log::default();
        let writer = log.clone();
        let filter = tracing_subscriber::EnvFilter::new("debug");
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_env_filter(filter)
            .with_writer(move || writer.clone());
        assert!(subscriber.try_init().is_ok(), "another test captures the log");
        tracing::debug!("the log is read");
        assert!(log.read().contains("the log is read"));
        log
    };
    LOG.get_or_init(start).clone()
}
