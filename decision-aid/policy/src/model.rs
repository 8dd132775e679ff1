//! What a handbook says, once compiled: clauses, questions, and the rules that stand beside them.

mod clause;
mod conclusion;
mod option;
mod question;
mod scenario;

pub use clause::{Basis, Clause, Force, Source};
pub use conclusion::{Contradiction, Duty, Finding, NamedCondition, Outcome, RecordItem, Step};
pub use option::{Conflict, ConflictsWith, PolicyOption, Rule, Status};
pub use question::{AnswerKind, Choice, Group, Question};
pub use scenario::Scenario;

use crate::reference::refs;
use crate::{Diagrams, Ref};
use serde::{Deserialize, Serialize};
use std::ops::Index;

/// A whole policy. Every reference in it points into its own lists.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    /// The version that records and letters name.
    pub version: String,
    /// The labelled paragraphs of the policy pages, in page order.
    pub clauses: Vec<Clause>,
    /// The groups that questions are asked in, in order.
    pub groups: Vec<Group>,
    /// The questions, in the order they are asked.
    pub questions: Vec<Question>,
    /// Conditions that only have a name; no result reports them.
    pub conditions: Vec<NamedCondition>,
    /// What the answers amount to.
    pub findings: Vec<Finding>,
    /// The conclusions, of which exactly one holds for every complete set of answers.
    pub outcomes: Vec<Outcome>,
    /// What must or may be done at once, in any outcome.
    pub duties: Vec<Duty>,
    /// The ways to manage contact, least intrusive first.
    pub options: Vec<PolicyOption>,
    /// Answers that do not go together.
    pub contradictions: Vec<Contradiction>,
    /// The conditions of all of these, compiled.
    pub diagrams: Diagrams,
}

/// Looking a reference up in its policy.
macro_rules! indexed {
    ($($type:ty => $list:ident),* $(,)?) => {$(
        impl Index<Ref<$type>> for Policy {
            type Output = $type;
            fn index(&self, reference: Ref<$type>) -> &$type {
                &self.$list[reference.index()]
            }
        }
    )*};
}

indexed! {
    Clause => clauses,
    Group => groups,
    Question => questions,
    NamedCondition => conditions,
    Finding => findings,
    Outcome => outcomes,
    Duty => duties,
    PolicyOption => options,
}

impl Policy {
    /// Every group, in order.
    pub fn group_refs(&self) -> impl Iterator<Item = Ref<Group>> + use<> {
        refs(&self.groups)
    }

    /// Every question, in the order asked.
    pub fn question_refs(&self) -> impl Iterator<Item = Ref<Question>> + use<> {
        refs(&self.questions)
    }

    /// Every outcome, in order.
    pub fn outcome_refs(&self) -> impl Iterator<Item = Ref<Outcome>> + use<> {
        refs(&self.outcomes)
    }

    /// The name of an outcome, or what is said where no outcome is settled yet.
    pub fn outcome_name(&self, outcome: Option<Ref<Outcome>>) -> &str {
        outcome.map_or("It depends on what is not known yet", |outcome| &self[outcome].name)
    }

    /// The numbers of some clauses, as a reader looks them up: `11.2, 11.3`.
    pub fn numbers(&self, clauses: &[Ref<Clause>]) -> String {
        let numbers: Vec<&str> = clauses.iter().map(|clause| self[*clause].number.as_str()).collect();
        numbers.join(", ")
    }

    /// The question with an id.
    pub fn question(&self, id: &str) -> Option<Ref<Question>> {
        self.question_refs().find(|question| self[*question].id == id)
    }
}

#[cfg(test)]
mod tests;
