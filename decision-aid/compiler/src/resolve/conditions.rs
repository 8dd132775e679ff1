//! Looks up the names in conditions.

use super::Resolver;
use super::read::{Blocks, Read};
use crate::block::Text;
use crate::expression::{Expression, Name, parse};
use crate::names::{Comparisons, Names, suggestion};
use crate::{Diagnostic, Diagnostics, Place};
use policy::{
    AnswerKind, Condition, Duty, Finding, Group, NamedCondition, Outcome, PolicyOption, Question, Ref, Status,
};
use std::ops::Range;

/// What a condition may say beyond questions, findings and conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Findings, conditions and outcomes: nothing more.
    Facts,
    /// Duties: `not-sure(question)`.
    Duty,
    /// Rules of options: `outcome(id)`.
    OptionRule,
    /// Properties: all that a result can report.
    Property,
}

impl Scope {
    /// The functions that a condition may use.
    fn functions(self) -> Vec<&'static str> {
        let more: &[&str] = match self {
            Self::Facts => &[],
            Self::Duty => &["not-sure"],
            Self::OptionRule => &["outcome"],
            Self::Property => &["outcome", "duty", "offered"],
        };
        let statuses = Status::WORDS.iter().map(|(_, word)| *word).filter(|_| self == Self::Property);
        ["any"].into_iter().chain(more.iter().copied()).chain(statuses).collect()
    }
}

/// Every name that the blocks declare.
pub(crate) struct Vocabulary<'q> {
    pub(crate) groups: Names<Group>,
    pub(crate) questions: Names<Question>,
    conditions: Names<NamedCondition>,
    pub(crate) findings: Names<Finding>,
    pub(crate) outcomes: Names<Outcome>,
    pub(crate) duties: Names<Duty>,
    pub(crate) options: Names<PolicyOption>,
    asked: &'q [Question],
    /// For what is none of questions, findings and conditions.
    pub(crate) comparisons: Comparisons,
}

impl Vocabulary<'static> {
    /// Gathers the names; a name given twice is noted.
    pub(crate) fn gather(blocks: &Blocks<'_>, diagnostics: &mut Diagnostics) -> Self {
        let mut names = Self {
            groups: Names::new("group"),
            questions: Names::new("question"),
            conditions: Names::new("condition"),
            findings: Names::new("finding"),
            outcomes: Names::new("outcome"),
            duties: Names::new("duty"),
            options: Names::new("option"),
            asked: &[],
            comparisons: Comparisons::default(),
        };
        add(&mut names.groups, &blocks.groups, |raw| &raw.id, diagnostics);
        add(&mut names.questions, &blocks.questions, |raw| &raw.id, diagnostics);
        add(&mut names.conditions, &blocks.conditions, |raw| &raw.id, diagnostics);
        add(&mut names.findings, &blocks.findings, |raw| &raw.id, diagnostics);
        add(&mut names.outcomes, &blocks.outcomes, |raw| &raw.id, diagnostics);
        add(&mut names.duties, &blocks.duties, |raw| &raw.id, diagnostics);
        add(&mut names.options, &blocks.options, |raw| &raw.id, diagnostics);
        names.refuse_shared(diagnostics);
        names.note_names(blocks);
        names
    }

    /// Notes what people call those things that a case names.
    fn note_names(&mut self, blocks: &Blocks<'_>) {
        for raw in blocks.questions.iter().map(|read| &read.raw) {
            self.questions.call(raw.id.get_ref(), &raw.short);
        }
        for raw in blocks.findings.iter().map(|read| &read.raw) {
            self.findings.call(raw.id.get_ref(), &raw.name);
        }
        for raw in blocks.outcomes.iter().map(|read| &read.raw) {
            self.outcomes.call(raw.id.get_ref(), &raw.name);
        }
        for raw in blocks.duties.iter().map(|read| &read.raw) {
            self.duties.call(raw.id.get_ref(), &raw.name);
        }
        for raw in blocks.options.iter().map(|read| &read.raw) {
            self.options.call(raw.id.get_ref(), &raw.name);
        }
    }

    /// Questions, findings and conditions share one set of names, for conditions name them all alike.
    fn refuse_shared(&self, diagnostics: &mut Diagnostics) {
        let findings = self.findings.ids().filter(|id| self.questions.get(id).is_some());
        let conditions = self
            .conditions
            .ids()
            .filter(|id| self.questions.get(id).is_some() || self.findings.get(id).is_some());
        let places = findings
            .map(|id| (id, self.findings.place(id)))
            .chain(conditions.map(|id| (id, self.conditions.place(id))));
        for (id, place) in places {
            let first = self.questions.place(id).or_else(|| self.findings.place(id));
            if let (Some(place), Some(first)) = (place, first) {
                diagnostics.push(
                    Diagnostic::new(place.clone(), format!("`{id}` is the name of something else already"))
                        .help("questions, findings and conditions need names of their own")
                        .other(first.clone(), "it stands here first"),
                );
            }
        }
    }
}

fn add<T, R>(
    names: &mut Names<T>,
    reads: &[Read<'_, R>],
    id: impl Fn(&R) -> &Text,
    diagnostics: &mut Diagnostics,
) {
    for (number, read) in (0..).zip(reads) {
        let text = id(&read.raw);
        diagnostics.note(names.add(text.get_ref(), Ref::new(number), read.place_of(text)));
    }
}

impl Vocabulary<'_> {
    /// Adds the questions themselves, whose choices conditions name.
    pub(crate) fn with_questions<'q>(self, asked: &'q [Question]) -> Vocabulary<'q> {
        let Self { groups, questions, conditions, findings, outcomes, duties, options, comparisons, .. } =
            self;
        Vocabulary { groups, questions, conditions, findings, outcomes, duties, options, comparisons, asked }
    }

    /// Whether a question has choices to tick. One that does not exist has none.
    pub(crate) fn has_choices(&self, question: &str) -> bool {
        let asked = self.questions.get(question).and_then(|question| self.asked.get(question.index()));
        asked.is_some_and(|question| question.answers != AnswerKind::YesNo)
    }
}

impl Resolver<'_> {
    /// Reads a condition and looks its names up. What cannot be read is noted, and counts as always true so
    /// that the rest can still be checked.
    pub(crate) fn condition<T>(&self, read: &Read<'_, T>, text: &Text, scope: Scope) -> Condition {
        let place = |span: &Range<usize>| read.place_in(text, span);
        match parse(text.get_ref()) {
            Ok(expression) => self.expression(&expression, scope, &place),
            Err(error) => {
                let message = format!("this condition cannot be read: {}", error.message);
                self.push(Diagnostic::new(place(&error.span), message).help(error.help));
                Condition::Always
            }
        }
    }

    fn expression(
        &self,
        expression: &Expression,
        scope: Scope,
        place: &impl Fn(&Range<usize>) -> Place,
    ) -> Condition {
        let resolve = |part: &Expression| self.expression(part, scope, place);
        let found = match expression {
            Expression::Not(inner) => return Condition::Not(Box::new(resolve(inner))),
            Expression::All(parts) => return Condition::All(parts.iter().map(resolve).collect()),
            Expression::Any(parts) => return Condition::Any(parts.iter().map(resolve).collect()),
            Expression::Implies(given, then) => {
                return Condition::Any(vec![Condition::Not(Box::new(resolve(given))), resolve(then)]);
            }
            Expression::Name(name) => self.named(name, place),
            Expression::Choice(question, choice) => self.answer(question, choice, place),
            Expression::Call(function, argument) => self.function_call(function, argument, scope, place),
        };
        self.note(found).unwrap_or(Condition::Always)
    }

    /// The name of a yes-no question, a finding or a named condition.
    fn named(&self, name: &Name, place: &impl Fn(&Range<usize>) -> Place) -> Result<Condition, Diagnostic> {
        let Some(question) = self.names.questions.get(&name.text) else {
            let finding = self.names.findings.get(&name.text).map(Condition::Finding);
            let named = || self.names.conditions.get(&name.text).map(Condition::Named);
            return finding.or_else(named).ok_or_else(|| {
                let known = self
                    .names
                    .questions
                    .ids()
                    .chain(self.names.findings.ids())
                    .chain(self.names.conditions.ids());
                let message = format!("no question, finding or condition `{}`", name.text);
                let help = self.names.comparisons.suggestion(&name.text, known);
                Diagnostic::new(place(&name.span), message).maybe_help(help)
            });
        };
        match &self.names.asked[question.index()].answers {
            AnswerKind::YesNo => Ok(Condition::Answer { question, choice: 0 }),
            kind => {
                let choice = kind.choices().first().map_or("choice", |choice| &choice.id);
                let id = &name.text;
                let help = match kind {
                    AnswerKind::AnyOf(_) => format!("say `any({id})`, or name a choice: `{id}.{choice}`"),
                    _ => format!("name a choice: `{id}.{choice}`"),
                };
                Err(Diagnostic::new(place(&name.span), format!("`{id}` is not a yes-no question")).help(help))
            }
        }
    }

    /// `question.choice`.
    fn answer(
        &self,
        question: &Name,
        choice: &Name,
        place: &impl Fn(&Range<usize>) -> Place,
    ) -> Result<Condition, Diagnostic> {
        let found = self.names.questions.find(&question.text, place(&question.span))?;
        let choices = self.names.asked[found.index()].answers.choices();
        if choices.is_empty() {
            let id = &question.text;
            let message = format!("`{id}` takes yes or no, and has no choices");
            let help = format!("say `{id}` for yes, or `not {id}` for no");
            return Err(Diagnostic::new(place(&choice.span), message).help(help));
        }
        let number = choices.iter().position(|known| known.id == choice.text);
        let number = number.and_then(|number| u8::try_from(number).ok()).ok_or_else(|| {
            let known = choices.iter().map(|choice| choice.id.as_str());
            let message = format!("`{}` has no choice `{}`", question.text, choice.text);
            Diagnostic::new(place(&choice.span), message).maybe_help(suggestion(&choice.text, known))
        })?;
        Ok(Condition::Answer { question: found, choice: number })
    }

    /// `function(name)`.
    fn function_call(
        &self,
        function: &Name,
        argument: &Name,
        scope: Scope,
        place: &impl Fn(&Range<usize>) -> Place,
    ) -> Result<Condition, Diagnostic> {
        let word = function.text.as_str();
        if !scope.functions().contains(&word) {
            return Err(misplaced(word, scope, place(&function.span)));
        }
        let at = || place(&argument.span);
        match word {
            "any" => self.any_choice(argument, at()),
            "not-sure" => Ok(Condition::NotSure(self.names.questions.find(&argument.text, at())?)),
            "outcome" => Ok(Condition::Outcome(self.names.outcomes.find(&argument.text, at())?)),
            "duty" => Ok(Condition::Duty(self.names.duties.find(&argument.text, at())?)),
            status => {
                let option = self.names.options.find(&argument.text, at())?;
                let known = Status::WORDS.iter().find(|(_, word)| *word == status);
                Ok(match known {
                    Some((status, _)) => Condition::Status(option, *status),
                    // Offered: any status but the one for "not weighed in this outcome".
                    None => Condition::Not(Box::new(Condition::Status(option, Status::NotOffered))),
                })
            }
        }
    }

    /// `any(question)`.
    fn any_choice(&self, argument: &Name, place: Place) -> Result<Condition, Diagnostic> {
        let question = self.names.questions.find(&argument.text, place.clone())?;
        let id = &argument.text;
        let help = match &self.names.asked[question.index()].answers {
            AnswerKind::AnyOf(_) => return Ok(Condition::AnyChoice(question)),
            AnswerKind::YesNo => format!("say `{id}` for yes, or `not {id}` for no"),
            AnswerKind::OneOf(choices) => {
                let choice = choices.first().map_or("choice", |choice| &choice.id);
                format!("name a choice: `{id}.{choice}`")
            }
        };
        let message = format!(
            "`any()` is for questions where any number of choices can be ticked, and `{id}` is not one"
        );
        Err(Diagnostic::new(place, message).help(help))
    }
}

/// A function where it cannot be used, or that does not exist.
fn misplaced(word: &str, scope: Scope, place: Place) -> Diagnostic {
    let help = match word {
        "not-sure" => Some("only the `when` of a duty can say it".to_owned()),
        "outcome" => Some("only the rules of an option and properties can say it".to_owned()),
        _ if Scope::Property.functions().contains(&word) => Some("only properties can say it".to_owned()),
        _ => suggestion(word, scope.functions()),
    };
    Diagnostic::new(place, format!("`{word}()` cannot be used here")).maybe_help(help)
}
