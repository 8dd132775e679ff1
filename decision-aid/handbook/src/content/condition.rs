//! Conditions as nested lists in words, for people who read no code.

use super::{Item, Line, Part};
use policy::{AnswerKind, Condition, Policy, Question, Ref, Status};

/// How a condition names what it rests on.
#[derive(Clone, Copy)]
pub enum Names<'a> {
    /// By name, with a link.
    Linked,
    /// As on a form: a question, a finding or a named condition by the number it has there.
    Numbered(&'a dyn Fn(&Condition) -> String),
}

/// A condition in words: a line, or a line with a list below it.
pub fn condition(policy: &Policy, names: Names<'_>, condition: &Condition) -> Item {
    Words { policy, names }.signed(condition, true)
}

struct Words<'a> {
    policy: &'a Policy,
    names: Names<'a>,
}

impl Words<'_> {
    /// A condition, or its opposite. `not` is pushed down to where a reader meets a plain yes or no.
    fn signed(&self, condition: &Condition, holds: bool) -> Item {
        let line = match condition {
            Condition::Always => Line::of(if holds { "always" } else { "never" }),
            Condition::Answer { question, choice } => self.answer(condition, *question, *choice, holds),
            Condition::AnyChoice(question) => {
                let answer = if holds { ": any of its choices" } else { ": none of these" };
                self.question(condition, *question).text(answer)
            }
            Condition::NotSure(question) => {
                self.question(condition, *question).text(if holds { ": not sure" } else { ": yes or no" })
            }
            Condition::Finding(finding) => {
                let finding = &self.policy[*finding];
                self.reference(condition, "finding", &finding.id, &finding.name, holds)
            }
            Condition::Named(named) => {
                let named = &self.policy[*named];
                self.reference(condition, "condition", &named.id, &named.name, holds)
            }
            Condition::Outcome(outcome) => {
                let outcome = &self.policy[*outcome];
                self.reference(condition, "outcome", &outcome.id, &outcome.name, holds)
            }
            Condition::Duty(duty) => {
                let duty = &self.policy[*duty];
                self.reference(condition, "duty", &duty.id, &duty.name, holds)
            }
            Condition::Status(option, status) => {
                let option = &self.policy[*option];
                Line::default().block("option", &option.id, &option.name).text(standing(*status, holds))
            }
            Condition::Not(inner) => return self.signed(inner, !holds),
            Condition::All(parts) => return self.list(holds, parts, holds),
            Condition::Any(parts) => return self.list(!holds, parts, holds),
        };
        line.into()
    }

    fn list(&self, all: bool, parts: &[Condition], holds: bool) -> Item {
        let lead = if all { "all of these:" } else { "at least one of these:" };
        let parts = parts.iter().map(|part| self.signed(part, holds)).collect();
        Item { below: vec![Part::list(parts)], ..Line::of(lead).into() }
    }

    fn answer(&self, condition: &Condition, question: Ref<Question>, choice: u8, holds: bool) -> Line {
        let line = self.question(condition, question).text(": ");
        match &self.policy[question].answers {
            AnswerKind::YesNo => line.text(if holds { "yes" } else { "no" }),
            kind => {
                let label = kind.choices().get(usize::from(choice)).map_or("", |choice| &choice.label);
                let line = if holds { line } else { line.text("not ") };
                match self.names {
                    Names::Linked => line.quoted(label),
                    Names::Numbered(_) => line.text(letter(usize::from(choice))),
                }
            }
        }
    }

    fn question(&self, condition: &Condition, question: Ref<Question>) -> Line {
        let question = &self.policy[question];
        match self.names {
            Names::Linked => Line::default().block("question", &question.id, &question.short),
            Names::Numbered(number) => Line::of(format!("{} {}", number(condition), question.short)),
        }
    }

    fn reference(
        &self,
        condition: &Condition,
        kind: &'static str,
        id: &str,
        name: &str,
        holds: bool,
    ) -> Line {
        match self.names {
            Names::Linked => {
                let line = Line::default();
                if holds { line } else { line.text("not: ") }.block(kind, id, name)
            }
            Names::Numbered(number) => {
                let called = format!("{} {name}", number(condition));
                let answer = if holds { ": holds" } else { ": does not hold" };
                Line::of(called.trim_start()).text(answer)
            }
        }
    }
}

/// The letter that a choice has on a form.
pub fn letter(choice: usize) -> String {
    let letters = usize::from(b'z' - b'a') + 1;
    let letter = u8::try_from(choice % letters).map_or('a', |letter| char::from(b'a' + letter));
    std::iter::repeat_n(letter, choice / letters + 1).collect()
}

/// The status of an option behind its name.
fn standing(status: Status, holds: bool) -> String {
    match (status, holds) {
        (Status::NotOffered, true) => ": not offered".to_owned(),
        (Status::NotOffered, false) => ": offered".to_owned(),
        (status, true) => format!(": {}", status.name().to_lowercase()),
        (status, false) => format!(": not “{}”", status.name().to_lowercase()),
    }
}
