//! The steps of the test run: each is announced with how long it may take, and timed.

use crate::console;
use anyhow::{Context, Result};
use std::fmt;
use std::time::{Duration, Instant};

/// The steps that were run, with the time that each took.
#[derive(Debug, Default)]
pub(super) struct Steps(Vec<(&'static str, Duration)>);

impl Steps {
    /// Says what is done now and how long that takes from clean on two cores, and does it.
    pub(super) fn run<T>(
        &mut self,
        name: &'static str,
        usually: &str,
        step: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        console::print(format_args!("\n== {name} ({usually})"))?;
        let start = Instant::now();
        let result = step().with_context(|| format!("the step “{name}” failed"))?;
        self.0.push((name, start.elapsed()));
        Ok(result)
    }
}

/// A table, the slowest first, with the sum.
impl fmt::Display for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut steps = self.0.clone();
        steps.sort_by_key(|(_, took)| std::cmp::Reverse(*took));
        for (name, took) in steps {
            write_line(f, took, name)?;
        }
        write_line(f, self.0.iter().map(|(_, took)| *took).sum(), "together")
    }
}

/// A line of a table of times: minutes and seconds, and what took so long.
pub(super) fn write_line(f: &mut impl fmt::Write, took: Duration, what: &str) -> fmt::Result {
    let tenths = (took.as_secs_f64() * 10.0).round();
    let (minutes, seconds) = ((tenths / 600.0).floor(), tenths % 600.0 / 10.0);
    writeln!(f, "{minutes:>4} min {seconds:>4.1} s  {what}")
}

#[cfg(test)]
mod tests {
    use super::Steps;
    use std::time::Duration;

    #[test]
    fn the_slowest_step_stands_first_and_the_sum_last() {
        let steps = [("quick", 59_960), ("slow", 754_300), ("quicker", 40)];
        let steps = Steps(steps.map(|(name, millis)| (name, Duration::from_millis(millis))).into());
        assert_eq!(
            steps.to_string(),
            "  12 min 34.3 s  slow\n   1 min  0.0 s  quick\n   0 min  0.0 s  quicker\n  13 min 34.3 s  together\n"
        );
    }
}
