//! What Playwright's report in JSON says: how many tests passed, and which took longest.

use super::steps::write_line;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::path::Path;
use std::time::Duration;

/// How many of the slowest tests are named.
const SLOWEST: usize = 10;

/// The tests in the browser, all of which passed.
#[derive(Debug)]
pub(super) struct BrowserTests {
    /// How many there are.
    pub(super) passed: usize,
    /// The slowest, as a table.
    pub(super) slowest: String,
}

#[derive(Deserialize)]
struct Report {
    suites: Vec<Suite>,
    stats: Stats,
}

#[derive(Deserialize)]
struct Stats {
    expected: usize,
    unexpected: usize,
    flaky: usize,
    skipped: usize,
}

/// A file of tests, or a group in one.
#[derive(Deserialize)]
struct Suite {
    #[serde(default)]
    suites: Vec<Suite>,
    #[serde(default)]
    specs: Vec<Spec>,
}

#[derive(Deserialize)]
struct Spec {
    title: String,
    file: String,
    tests: Vec<Test>,
}

#[derive(Deserialize)]
struct Test {
    results: Vec<Attempt>,
}

#[derive(Deserialize)]
struct Attempt {
    /// In milliseconds.
    duration: f64,
}

impl BrowserTests {
    /// Reads the report of a run. A run that skipped a test has not passed, nor one in which a test passed only when it
    /// was tried again.
    ///
    /// # Errors
    /// The report cannot be read, or not every test passed.
    pub(super) fn read(file: &Path) -> Result<Self> {
        let text =
            std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        Self::of(&text)
    }

    fn of(text: &str) -> Result<Self> {
        let Report { suites, stats } =
            serde_json::from_str(text).context("Playwright's report is not as expected")?;
        let Stats { expected: passed, unexpected, flaky, skipped } = stats;
        if unexpected + flaky + skipped > 0 {
            bail!(
                "{unexpected} browser tests failed, {flaky} passed only sometimes, and {skipped} were skipped"
            );
        }
        Ok(Self { passed, slowest: slowest(&suites) })
    }
}

fn slowest(suites: &[Suite]) -> String {
    let mut timed: Vec<(Duration, String)> = suites.iter().flat_map(Suite::timed).collect();
    timed.sort_by_key(|(took, _)| std::cmp::Reverse(*took));
    timed.iter().take(SLOWEST).fold(String::new(), |mut table, (took, name)| {
        // Writing to a String cannot fail.
        let _ = write_line(&mut table, *took, name);
        table
    })
}

impl Suite {
    /// Every test of the suite and of those in it, with the time that it took.
    fn timed(&self) -> Vec<(Duration, String)> {
        let here = self.specs.iter().map(|spec| {
            let attempts = spec.tests.iter().flat_map(|test| &test.results);
            let took = Duration::from_secs_f64(attempts.map(|attempt| attempt.duration / 1000.0).sum());
            (took, format!("{}: {}", spec.file, spec.title))
        });
        here.chain(self.suites.iter().flat_map(Self::timed)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::BrowserTests;

    fn report(stats: &str) -> String {
        let spec = |title: &str, duration: u32| {
            format!(
                r#"{{"title": "{title}", "file": "aid.spec.js", "tests": [{{"results": [{{"duration": {duration}}}]}}]}}"#
            )
        };
        format!(
            r#"{{"stats": {{{stats}}}, "suites": [{{"specs": [{}], "suites": [{{"specs": [{}, {}]}}]}}]}}"#,
            spec("quick", 900),
            spec("slow", 61_500),
            spec("slower", 62_000),
        )
    }

    #[test]
    fn the_slowest_tests_are_named_and_all_are_counted() {
        let read =
            BrowserTests::of(&report(r#""expected": 3, "unexpected": 0, "flaky": 0, "skipped": 0"#)).unwrap();
        assert_eq!(read.passed, 3);
        assert_eq!(
            read.slowest,
            "   1 min  2.0 s  aid.spec.js: slower\n   1 min  1.5 s  aid.spec.js: slow\n   0 min  0.9 s  aid.spec.js: quick\n"
        );
    }

    #[test]
    fn a_test_that_failed_or_was_skipped_or_had_to_be_tried_again_is_no_pass() {
        for (stats, says) in [
            (r#""expected": 3, "unexpected": 1, "flaky": 0, "skipped": 0"#, "1 browser tests failed"),
            (r#""expected": 3, "unexpected": 0, "flaky": 2, "skipped": 0"#, "2 passed only sometimes"),
            (r#""expected": 3, "unexpected": 0, "flaky": 0, "skipped": 3"#, "3 were skipped"),
        ] {
            let error = BrowserTests::of(&report(stats)).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
    }
}
