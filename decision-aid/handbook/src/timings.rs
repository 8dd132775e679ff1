//! How long each part of a build took.

use std::fmt;
use std::time::{Duration, Instant};

/// Laps since a start.
#[derive(Debug)]
pub struct Timings {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Timings {
    /// Starts the clock.
    pub fn start() -> Self {
        Self { last: Instant::now(), laps: Vec::new() }
    }

    /// Notes the time since the last lap under a name.
    pub fn lap(&mut self, name: &'static str) {
        let now = Instant::now();
        self.laps.push((name, now - self.last));
        self.last = now;
    }
}

impl fmt::Display for Timings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total: Duration = self.laps.iter().map(|(_, lap)| *lap).sum();
        for (name, lap) in &self.laps {
            writeln!(f, "{name:>14} {:>8.1} ms", lap.as_secs_f64() * 1000.0)?;
        }
        write!(f, "{:>14} {:>8.1} ms", "total", total.as_secs_f64() * 1000.0)
    }
}
