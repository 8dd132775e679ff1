//! A practice case with what the policy gives it.

use crate::content::{Line, Run};
use crate::generated::wording::counted;
use policy::{Answers, Assessment, Policy, Practice, Question, Ref, Scenario, assess, why_outcome};
use policy_compiler::Compiled;

/// A practice case, its facts as they are read, and what follows from them.
pub(in crate::generated) struct Practised<'c> {
    pub(in crate::generated) compiled: &'c Compiled,
    pub(in crate::generated) scenario: &'c Scenario,
    pub(in crate::generated) practice: &'c Practice,
    pub(in crate::generated) answers: Answers,
    pub(in crate::generated) assessment: Assessment,
    /// The fewest answers that settle the outcome; none where it stays open.
    pub(in crate::generated) why: Option<Vec<Ref<Question>>>,
}

impl<'c> Practised<'c> {
    /// Every practice case, in page order. One whose answers cannot be read was refused when the pages were compiled.
    pub(in crate::generated) fn all(compiled: &'c Compiled) -> Vec<Self> {
        let practised = |scenario: &'c Scenario| {
            let practice = scenario.practice.as_ref()?;
            let answers = Answers::read(&compiled.policy, &scenario.answers).ok()?;
            let assessment = assess(&compiled.policy, &answers);
            let outcome = assessment.outcome;
            let why = outcome.and_then(|outcome| why_outcome(&compiled.policy, &answers, outcome));
            Some(Self { compiled, scenario, practice, answers, assessment, why })
        };
        compiled.scenarios.iter().filter_map(practised).collect()
    }

    pub(in crate::generated) fn policy(&self) -> &'c Policy {
        &self.compiled.policy
    }

    /// The case by its title, with its outcome and what can be said of how hard it is: how many facts it takes to see
    /// the outcome, and how much stays open.
    pub(in crate::generated) fn line(&self, title: impl FnOnce(Line, &str, &str) -> Line) -> Line {
        let line = title(Line::default(), &self.scenario.id, &self.scenario.title).text(": ");
        let policy = self.policy();
        let line = match self.assessment.outcome {
            Some(outcome) => {
                let facts = self.why.as_ref().map_or(0, Vec::len);
                line.quoted(policy[outcome].name.clone()).text(format!("; {}", counted(facts, "fact")))
            }
            None => line.text("it stays open"),
        };
        match self.scenario.open.len() {
            0 => line.text("; nothing open"),
            open => line.text(format!("; {} open", counted(open, "point"))),
        }
    }

    /// The outcomes that its facts do not exclude.
    pub(super) fn possible(&self) -> Line {
        let names = super::super::wording::outcomes(self.policy(), self.assessment.possible.iter().copied());
        Line::of("It stays open. Still possible: ").then(names).text(".")
    }

    /// The clauses that the case is about.
    pub(super) fn clauses(&self) -> Option<Line> {
        let clauses = self.scenario.clauses.iter().map(|clause| Line::default().run(Run::Clause(*clause)));
        let line = Line::joined(clauses, ", ");
        (!line.0.is_empty()).then_some(line)
    }
}
