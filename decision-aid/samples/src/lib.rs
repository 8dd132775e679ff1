//! Case files that nobody wrote: to try the register and the report with, and to test them.
//!
//! They are made from the policy's own answers, options and fields, and none is known by name, so that they fit any handbook. The
//! same seed and the same last day make the same files on every machine. Nobody is named in them.
//!
//! It may depend on `casework`, `policy` and chance from a seed; never on the browser or on files. It is pure: the day after which
//! nothing happens is an argument.
//!
//! Start with [`samples`]. What becomes of a case stands in `story`, a check of it in `check`, and the sentences in `words`.

mod check;
mod story;
mod words;

use casework::{CaseFile, Json, NotSaved, file_name};
use fastrand::Rng;
use policy::Content;

/// A case file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The name of the file.
    pub name: String,
    /// The text of the file.
    pub text: String,
}

/// So many case files under a policy, made one by one as they are asked for. The first of them are the same however many are made.
///
/// `until` is the day after which nothing happens any more; what they tell of begins up to two years and five months before it.
pub fn samples<J: Json>(
    content: &Content,
    count: usize,
    seed: u64,
    until: &str,
) -> impl Iterator<Item = Result<Sample, NotSaved>> {
    (1..=count).map(move |number| sample::<J>(content, number, seed, until))
}

fn sample<J: Json>(content: &Content, number: usize, seed: u64, until: &str) -> Result<Sample, NotSaved> {
    let mut rng = Rng::with_seed(seed.rotate_left(32) ^ number as u64);
    let reference = format!("S-{number:05}");
    let case_id = format!("sample-{seed}-{number}");
    let history = story::history(content, &reference, case_id, until, &mut rng);
    let last = history.made().last().and_then(|entry| entry.made_on.clone()).unwrap_or_default();
    let file =
        CaseFile { format_version: CaseFile::FORMAT_VERSION, history, draft: None, unknown: Vec::new() };
    Ok(Sample { name: file_name("case-file", &reference, &last, "json"), text: file.to_json::<J>()? })
}
