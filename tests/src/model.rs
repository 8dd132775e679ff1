//! The decision model once more: slow, obvious, and written from the design document `decision-model.md`,
//! never from the pages or the engine. Where both agree on thousands of cases, the pages say what was meant.
//!
//! The sections are the document's: `tables` has section 2 and every id, `facts` a complete set of answers, `findings` section 3,
//! `outcomes` sections 4 and 5, `options` section 6. Only complete answers are judged here: there is no "not known".

mod facts;
mod findings;
mod options;
mod outcomes;
mod tables;

pub use facts::{Case, every_answer};
pub use findings::{Findings, findings};
pub use options::status;
pub use outcomes::{duties, outcomes};
pub use tables::{DUTIES, FINDINGS, OPTIONS, QUESTIONS, Takes, WEIGHED_AND_RECORDED};

use std::collections::BTreeMap;

/// Everything that the model says of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The outcomes that hold, in the order of [`WEIGHED_AND_RECORDED`]: exactly one, as section 4 says, or the model
    /// is wrong.
    pub outcomes: [bool; 12],
    /// Each finding, in the order of [`FINDINGS`].
    pub findings: [bool; 16],
    /// Each duty but `check-danger`, which rests on what nobody knows, in the order of [`DUTIES`].
    pub duties: [bool; 10],
    /// The status of each option, in the order of [`OPTIONS`].
    pub options: [&'static str; 16],
}

impl Verdict {
    /// The outcomes that hold, by id.
    pub fn outcome_ids(&self) -> Vec<&'static str> {
        let rows = WEIGHED_AND_RECORDED.iter().zip(self.outcomes);
        rows.filter(|(_, holds)| *holds).map(|((outcome, ..), _)| *outcome).collect()
    }

    /// Each finding, by id.
    pub fn findings_by_id(&self) -> BTreeMap<&'static str, bool> {
        FINDINGS.into_iter().zip(self.findings).collect()
    }

    /// Each duty but `check-danger`, by id.
    pub fn duties_by_id(&self) -> BTreeMap<&'static str, bool> {
        DUTIES.into_iter().zip(self.duties).collect()
    }

    /// The status of each option, by id.
    pub fn options_by_id(&self) -> BTreeMap<&'static str, &'static str> {
        OPTIONS.into_iter().zip(self.options).collect()
    }
}

/// Judges a case.
pub fn verdict(case: Case) -> Verdict {
    let found = findings(case);
    let outcomes = outcomes(case, &found);
    let held = WEIGHED_AND_RECORDED.iter().zip(outcomes).find(|(_, holds)| *holds);
    let outcome = held.map(|((outcome, ..), _)| *outcome).unwrap_or_default();
    Verdict {
        outcomes,
        findings: found.in_order(),
        duties: duties(case, &found),
        options: OPTIONS.map(|option| status(option, case, &found, outcome)),
    }
}
