//! What several of the pages say in the same words.

use crate::content::{Item, Line, Names, Part, condition};
use policy::{AnswerKind, Condition, Outcome, Policy, PolicyOption, Question, Ref, Rule};
use policy_compiler::Witness;

/// A lead, and what follows it on the same line.
pub(super) fn entry(lead: &str, line: Line) -> Item {
    Line::of(format!("{lead}: ")).then(line).into()
}

/// A lead with a condition.
pub(super) fn when(policy: &Policy, lead: &str, of: &Condition) -> Item {
    let Item { line, below, .. } = condition(policy, Names::Linked, of);
    Item { below, ..entry(lead, line) }
}

/// Answers in the words of their questions: “Crime: no; Threat: yes”.
pub(super) fn answers(policy: &Policy, way: &Witness) -> Line {
    let answer = |(id, answer): &(String, policy::Answer)| {
        let question = &policy[policy.question(id)?];
        Some(Line::of(format!("{}: ", question.short)).then(self::answer(question, answer)))
    };
    Line::joined(way.answers.iter().filter_map(answer), "; ")
}

/// An answer: a plain word, or what was ticked, in quotation marks.
pub(super) fn answer(question: &Question, answer: &policy::Answer) -> Line {
    let words = question.in_words(answer);
    let plain = ["Yes", "No", "Not sure", "None of these"].contains(&words.as_str());
    if plain { Line::of(words.to_lowercase()) } else { Line::default().quoted(words) }
}

/// Outcomes by name, with links.
pub(super) fn outcomes(policy: &Policy, of: impl IntoIterator<Item = Ref<Outcome>>) -> Line {
    let name =
        |outcome: Ref<Outcome>| Line::default().block("outcome", &policy[outcome].id, &policy[outcome].name);
    Line::joined(of.into_iter().map(name), ", ")
}

/// Options by name, with links.
pub(super) fn options(policy: &Policy, of: impl IntoIterator<Item = Ref<PolicyOption>>) -> Line {
    let name =
        |option: Ref<PolicyOption>| Line::default().block("option", &policy[option].id, &policy[option].name);
    Line::joined(of.into_iter().map(name), ", ")
}

/// What to do next in an outcome, in order.
pub(super) fn steps(outcome: &Outcome) -> Part {
    let step = |step: &policy::Step| {
        Line::of(step.action.clone()).text(format!(" ({})", step.who)).source(&step.source).into()
    };
    Part::steps(outcome.steps.iter().map(step).collect())
}

/// The status that a rule gives, why, and in which outcomes.
pub(super) fn rule(policy: &Policy, rule: &Rule) -> Line {
    let line = Line::bold(rule.status.name()).text(format!(". {}", rule.because));
    match &rule.only_in {
        None => line,
        Some(only_in) => {
            let quoted = only_in.iter().map(|outcome| Line::default().quoted(policy[*outcome].name.clone()));
            line.text(" Only in ").then(Line::joined(quoted, " or ")).text(".")
        }
    }
}

/// The labels of the boxes of a question.
pub fn boxes(question: &Question) -> Vec<String> {
    let labels = question.answers.choices().iter().map(|choice| choice.label.clone());
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    match question.answers {
        AnswerKind::YesNo => words(&["Yes", "No", "Not sure"]),
        AnswerKind::AnyOf(_) => labels.chain(words(&["None of these", "Not sure"])).collect(),
        AnswerKind::OneOf(_) => labels.chain(words(&["Not sure"])).collect(),
    }
}

/// “1 answer”, “2 answers”.
pub fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}
