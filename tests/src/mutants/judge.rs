//! What notices that a policy was changed: the scenarios of the handbook, its properties, and the laws.

use super::Mutant;
use super::same::same;
use policy::{Answers, Policy, Scenario, assess};
use policy_compiler::prove::{Proof, prove};
use policy_compiler::{Compiled, recompile};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What came of a mutant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Its results are those of the policy for every set of answers.
    Equivalent,
    /// A scenario comes out otherwise than it says: the first one.
    Contradicts(String),
    /// A property or law is broken: the first one.
    Breaks(String),
    /// Nothing notices.
    Survives,
}

/// A scenario with its answers read.
struct Case<'a> {
    scenario: &'a Scenario,
    answers: Answers,
}

/// Who judges.
pub struct Judge<'a> {
    handbook: &'a Compiled,
    cases: Vec<Case<'a>>,
}

impl<'a> Judge<'a> {
    /// With the scenarios and properties of a handbook.
    pub fn of(handbook: &'a Compiled) -> Self {
        let read = |scenario: &Scenario| Answers::read(&handbook.policy, &scenario.answers);
        let cases = handbook.scenarios.iter().map(|scenario| {
            let answers = read(scenario).expect("a scenario of the handbook answers its questions");
            Case { scenario, answers }
        });
        Self { handbook, cases: cases.collect() }
    }

    /// The policy that a mutant is, with its diagrams.
    pub fn make(&self, mutant: &Mutant) -> Policy {
        recompile(mutant.of(&self.handbook.policy)).expect("a small change does not blow the diagrams up")
    }

    /// What comes of a mutant: scenarios first, which are fast.
    pub fn fate(&self, mutant: &Mutant) -> Fate {
        let changed = self.make(mutant);
        if same(&changed.diagrams, &self.handbook.policy.diagrams) {
            // Where two outcomes hold, the diagrams show the first alone; the law tells such a policy apart.
            let two_outcomes = self.broken(&changed).into_iter().find(|law| law == "one-outcome");
            return two_outcomes.map_or(Fate::Equivalent, Fate::Breaks);
        }
        if let Some(scenario) = self.contradicted(&changed).next() {
            return Fate::Contradicts(scenario.to_owned());
        }
        self.broken(&changed).into_iter().next().map_or(Fate::Survives, Fate::Breaks)
    }

    /// The scenarios that come out otherwise than they say.
    pub fn contradicted<'s>(&'s self, policy: &'s Policy) -> impl Iterator<Item = &'a str> + 's {
        self.cases.iter().filter(|case| !holds(policy, case)).map(|case| case.scenario.id.as_str())
    }

    /// The laws and properties that are broken.
    pub fn broken(&self, policy: &Policy) -> Vec<String> {
        let proofs = prove(policy, &self.handbook.properties).expect("its diagrams are small");
        proofs.proofs.into_iter().filter(|proof| !Proof::holds(proof)).map(|proof| proof.id).collect()
    }
}

/// Whether a case comes out as its scenario says.
fn holds(policy: &Policy, case: &Case<'_>) -> bool {
    let assessment = assess(policy, &case.answers);
    let expected = case.scenario;
    let options = policy.options.iter().zip(&assessment.options);
    let findings = policy.findings.iter().zip(&assessment.findings);
    let duties = policy.duties.iter().zip(&assessment.duties);
    let unlike = |expected: Option<&bool>, held: Option<bool>| expected.is_some_and(|yes| held != Some(*yes));
    assessment.outcome == expected.outcome
        && options.into_iter().all(|(option, standing)| {
            expected.options.get(&option.id).is_none_or(|status| *status == standing.status)
        })
        && !findings.into_iter().any(|(finding, held)| unlike(expected.findings.get(&finding.id), *held))
        && !duties.into_iter().any(|(duty, held)| unlike(expected.duties.get(&duty.id), *held))
}

/// Does something to each mutant, on every core, and keeps the order.
pub fn each<R: Send>(mutants: &[Mutant], of: impl Fn(&Mutant) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((place, mutant)) = take(&next, mutants) {
            done.push((place, of(mutant)));
        }
        done
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut results: Vec<(usize, R)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker does not panic")).collect()
    });
    results.sort_by_key(|(place, _)| *place);
    results.into_iter().map(|(_, result)| result).collect()
}

fn take<'m>(next: &AtomicUsize, mutants: &'m [Mutant]) -> Option<(usize, &'m Mutant)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    mutants.get(place).map(|mutant| (place, mutant))
}
