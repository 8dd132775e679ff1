//! What follows from the answers: exactly what holds however the open questions turn out.

use crate::diagram::{Evaluator, Residual};
use crate::{Answers, Edge, Outcome, Policy, Question, RecordItem, Ref, Status};

/// What follows from a set of answers, complete or not.
///
/// Whatever is definite here holds for every way of filling in the questions without a definite answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The outcome, where the answers settle it.
    pub outcome: Option<Ref<Outcome>>,
    /// The outcomes that are still possible; the one above alone when there is one.
    pub possible: Vec<Ref<Outcome>>,
    /// Each finding, in order; `None` where the answers do not settle it.
    pub findings: Vec<Option<bool>>,
    /// Each duty, in order; `None` where the answers do not settle it.
    pub duties: Vec<Option<bool>>,
    /// Each option, in order.
    pub options: Vec<OptionStatus>,
    /// The questions that matter and have no definite answer, in the order asked.
    pub ask: Vec<Ref<Question>>,
}

/// The status of one option, and whether it is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OptionStatus {
    /// The status: open where the answers do not settle it.
    pub status: Status,
    /// Whether the answers settle it: a status can also be open for good, for a person to judge.
    pub settled: bool,
}

/// Applies the policy to what is known of a case. Total: every set of answers has an assessment.
///
/// # Examples
/// A small book of rules on loans: a reminder may be sent where a book comes back late.
/// ```
/// use policy::{Answer, Answers, Status, assess};
/// use policy_compiler::{Page, compile};
///
/// let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/books/good/small/src/rules.md"));
/// let page = Page { file: "rules.md".into(), url: "rules.html".into(), text: text.into(), ..Page::default() };
/// let policy = compile(&[page], "1").expect("the page is sound").policy;
///
/// let late = [("late".to_owned(), Answer::One("yes".to_owned()))].into();
/// let assessment = assess(&policy, &Answers::read(&policy, &late)?);
///
/// let outcome = assessment.outcome.expect("late is enough for the outcome");
/// assert_eq!(policy[outcome].id, "consider-reminder");
/// // Whether the reminder is warranted depends on how late it was, which is the question to ask next.
/// assert_eq!(assessment.options[0].status, Status::Open);
/// assert_eq!(policy[assessment.ask[0]].id, "how-late");
/// # Ok::<(), policy::AnswerError>(())
/// ```
pub fn assess(policy: &Policy, answers: &Answers) -> Assessment {
    let diagrams = &policy.diagrams;
    let assignment = diagrams.assignment(answers);
    let mut evaluator = diagrams.evaluator(&assignment);
    let possible = possible_outcomes(policy, &mut evaluator);
    Assessment {
        outcome: if let [only] = possible[..] { Some(only) } else { None },
        findings: truths(&mut evaluator, &diagrams.findings),
        duties: truths(&mut evaluator, &diagrams.duties),
        options: diagrams.statuses.iter().map(|diagram| option_status(&mut evaluator, *diagram)).collect(),
        ask: questions_that_matter(policy, answers, evaluator, &possible),
        possible,
    }
}

/// The outcomes that the answers do not exclude.
fn possible_outcomes(policy: &Policy, evaluator: &mut Evaluator<'_>) -> Vec<Ref<Outcome>> {
    let terminals = evaluator.terminals(policy.diagrams.outcome);
    policy.outcome_refs().filter(|outcome| terminals >> outcome.index() & 1 == 1).collect()
}

/// What yes-no diagrams say.
fn truths(evaluator: &mut Evaluator<'_>, diagrams: &[Edge]) -> Vec<Option<bool>> {
    diagrams.iter().map(|diagram| evaluator.truth(*diagram)).collect()
}

/// The status of an option, where only one is still possible.
fn option_status(evaluator: &mut Evaluator<'_>, diagram: Edge) -> OptionStatus {
    let terminals = evaluator.terminals(diagram);
    let index = terminals.is_power_of_two().then(|| terminals.trailing_zeros() as usize);
    match index.and_then(|index| Status::WORDS.get(index)) {
        Some((status, _)) => OptionStatus { status: *status, settled: true },
        None => OptionStatus { status: Status::Open, settled: false },
    }
}

/// The questions that matter and have no definite answer: those that can still change the outcome, or the status of
/// an option in an outcome that weighs it, or a finding in the record of a possible outcome; those in such a record;
/// and those that matter in every case.
fn questions_that_matter(
    policy: &Policy,
    answers: &Answers,
    evaluator: Evaluator<'_>,
    possible: &[Ref<Outcome>],
) -> Vec<Ref<Question>> {
    if policy.question_refs().all(|question| answers.known(question).is_some()) {
        return Vec::new();
    }
    let diagrams = &policy.diagrams;
    let mut matters: Vec<bool> =
        policy.questions.iter().map(|question| policy[question.group].always).collect();
    // A result is the outcome, the options weighed, and the findings in the record of a possible outcome.
    let mut of_result = vec![diagrams.outcome];
    of_result.extend_from_slice(&diagrams.weighed);
    for item in possible.iter().flat_map(|outcome| &policy[*outcome].record) {
        match item {
            RecordItem::Finding(finding) => of_result.push(diagrams.findings[finding.index()]),
            RecordItem::Question(question) => matters[question.index()] = true,
        }
    }
    let depends = Residual::new(evaluator).dependencies(of_result);
    for ((question, _), depends) in diagrams.bits.iter().zip(depends) {
        matters[question.index()] |= depends;
    }
    let is_open = |question: &Ref<Question>| matters[question.index()] && answers.known(*question).is_none();
    policy.question_refs().filter(is_open).collect()
}

#[cfg(test)]
mod tests;
