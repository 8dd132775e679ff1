//! Explanations beyond the fewest answers: what a question can still change, and how a rule came out, part by part.

use crate::condition::Circumstances;
use crate::diagram::Residual;
use crate::reference::refs;
use crate::{
    Answers, Assessment, Condition, Edge, Finding, OptionStatus, Outcome, Policy, PolicyOption, Question,
    RecordItem, Ref, Source, Status,
};

/// Why a question is asked now: what its answer can still change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effect {
    /// Whether it matters in every case.
    pub always: bool,
    /// Whether it can change the outcome.
    pub outcome: bool,
    /// The options whose status it can change, where an outcome weighs them.
    pub options: Vec<Ref<PolicyOption>>,
    /// The findings in the record of a possible outcome that it can change.
    pub findings: Vec<Ref<Finding>>,
    /// The possible outcomes whose record holds its answer.
    pub recorded_in: Vec<Ref<Outcome>>,
}

/// What the answer to a question can still change, whatever is known so far but its own answer.
pub fn effect(
    policy: &Policy,
    answers: &Answers,
    assessment: &Assessment,
    question: Ref<Question>,
) -> Effect {
    let diagrams = &policy.diagrams;
    let others = |asked: Ref<Question>| answers.get(asked).filter(|_| asked != question);
    let assignment = diagrams.assignment_from(others);
    let mut residual = Residual::new(diagrams.evaluator(&assignment));
    let mut depends = |diagram: Edge| residual.depends_on(diagram, question);
    let is_recorded = |finding: &Ref<Finding>| {
        recorded_in(policy, assessment, RecordItem::Finding(*finding)).next().is_some()
    };
    Effect {
        always: policy[policy[question].group].always,
        outcome: depends(diagrams.outcome),
        options: refs(&policy.options).filter(|option| depends(diagrams.weighed[option.index()])).collect(),
        findings: refs(&policy.findings)
            .filter(is_recorded)
            .filter(|finding| depends(diagrams.findings[finding.index()]))
            .collect(),
        recorded_in: recorded_in(policy, assessment, RecordItem::Question(question)).collect(),
    }
}

/// The possible outcomes whose record holds something.
fn recorded_in(
    policy: &Policy,
    assessment: &Assessment,
    item: RecordItem,
) -> impl Iterator<Item = Ref<Outcome>> {
    assessment.possible.iter().copied().filter(move |outcome| policy[*outcome].record.contains(&item))
}

/// Why an option has its status.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason<'p> {
    /// In words.
    pub because: &'p str,
    /// Where that comes from.
    pub source: &'p Source,
}

/// Why an option has its status: what the rule that decides says.
pub fn reason<'p>(
    policy: &'p Policy,
    answers: &Answers,
    option: Ref<PolicyOption>,
    status: OptionStatus,
) -> Reason<'p> {
    let own = |because| Reason { because, source: &policy[option].source };
    if !status.settled {
        return own("The answers so far do not settle this.");
    }
    if status.status == Status::NotOffered {
        return own("This option is not weighed in this outcome.");
    }
    // Where several rules may still decide and agree on the status, the first gives the reason.
    let rule =
        deciding_rules(policy, answers, option).first().and_then(|index| policy[option].rules.get(*index));
    rule.map_or(own(""), |rule| Reason { because: &rule.because, source: &rule.source })
}

/// The rules of an option that decide, or may still decide, by index. None where the option is not offered.
pub fn deciding_rules(policy: &Policy, answers: &Answers, option: Ref<PolicyOption>) -> Vec<usize> {
    let diagrams = &policy.diagrams;
    let assignment = diagrams.assignment(answers);
    let terminals = diagrams.evaluator(&assignment).terminals(diagrams.rules[option.index()]);
    (0..policy[option].rules.len()).filter(|index| terminals >> index & 1 == 1).collect()
}

/// One line of a trace: a part of a rule, and how it came out.
#[derive(Debug, Clone, PartialEq)]
pub struct TraceLine<'p> {
    /// How deep it lies in the rule: 0 is the rule itself.
    pub depth: usize,
    /// The part.
    pub part: &'p Condition,
    /// Whether it holds; `None` where the answers do not settle it.
    pub holds: Option<bool>,
}

/// A rule taken apart to the answers it rests on. Each finding and condition is taken apart where it first comes up.
pub fn trace<'p>(policy: &'p Policy, answers: &Answers, rule: &'p Condition) -> Vec<TraceLine<'p>> {
    let case = Circumstances { policy, answers, outcome: None };
    let mut trace = Trace { case, lines: Vec::new(), seen: Vec::new() };
    trace.follow(policy, rule, 0);
    trace.lines
}

struct Trace<'a, 'p> {
    case: Circumstances<'a>,
    lines: Vec<TraceLine<'p>>,
    seen: Vec<&'p Condition>,
}

impl<'p> Trace<'_, 'p> {
    fn follow(&mut self, policy: &'p Policy, part: &'p Condition, depth: usize) {
        self.lines.push(TraceLine { depth, part, holds: part.holds(self.case) });
        let below = match part {
            Condition::Finding(finding) => Some(&policy[*finding].when),
            Condition::Named(named) => Some(&policy[*named].when),
            Condition::Not(inner) => Some(&**inner),
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.follow(policy, part, depth + 1);
                }
                return;
            }
            _ => None,
        };
        if let Some(below) = below.filter(|below| !self.seen.contains(below)) {
            if !matches!(part, Condition::Not(_)) {
                self.seen.push(below);
            }
            self.follow(policy, below, depth + 1);
        }
    }
}

#[cfg(test)]
mod tests;
