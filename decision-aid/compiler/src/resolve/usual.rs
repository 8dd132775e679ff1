//! What cases take for granted: the usual answer to a question that a case leaves out.
//!
//! A usual answer is a fact of a story that does not say otherwise. It becomes one of the case's own answers, marked as
//! taken for granted, and no part of the [`Policy`]: so the decision aid, `assess` and the proofs cannot see it, and a
//! question that an officer leaves open stays open.

use super::Resolver;
use super::read::Read;
use crate::block::RawQuestion;
use crate::{Diagnostic, invisible};
use policy::{Answer, AnswerKind, Answers, Assessment, NOT_SURE, Policy, Question, Ref, Scenario, assess};
use toml::Spanned;

/// The usual answers, in the order asked.
pub(super) struct UsualAnswers(Vec<(Ref<Question>, Answer)>);

impl Resolver<'_> {
    /// The usual answers that questions name. One that cannot be taken for granted is noted.
    pub(super) fn usual_answers(&self, policy: &Policy) -> UsualAnswers {
        let questions = policy.question_refs().zip(&self.blocks.questions);
        let usual = questions.filter_map(|(question, read)| {
            let answer = read.raw.usual.as_ref()?;
            self.note(usual_answer(policy, question, read, answer))
        });
        UsualAnswers(usual.collect())
    }
}

/// The usual answer to a question, where it takes it and a case may take it for granted.
fn usual_answer(
    policy: &Policy,
    question: Ref<Question>,
    read: &Read<'_, RawQuestion>,
    answer: &Spanned<Answer>,
) -> Result<(Ref<Question>, Answer), Diagnostic> {
    let asked = &policy[question];
    let refuse = |message: String, help: String| {
        Err(Diagnostic::new(read.block.locate(answer.span()), message).help(help))
    };
    let answer = answer.get_ref();
    if *answer == Answer::One(NOT_SURE.to_owned()) {
        let message =
            format!("`{NOT_SURE}` is the usual answer to nothing: a case that turns on it says so itself");
        return refuse(message, format!("{}, or leave `usual` out", what_to_write(asked)));
    }
    if !asked.takes(answer) {
        let help = invisible::in_name(&answer.words()).unwrap_or_else(|| what_to_write(asked));
        return refuse(format!("`{}` does not take {answer}", asked.id), help);
    }
    // A question in no group, which is noted elsewhere, has one that may not exist.
    if policy.groups.get(asked.group.index()).is_some_and(|group| group.always) {
        // These are the questions about danger. A reader must never learn to assume their answers.
        let message = format!(
            "`{}` is asked first in every case, so no case may take its answer for granted",
            asked.id
        );
        return refuse(message, "leave `usual` out, and answer it in each `scenario` block".to_owned());
    }
    Ok((question, answer.clone()))
}

/// The answers that can be usual.
fn what_to_write(question: &Question) -> String {
    let ids = question.answers.choices().iter().map(|choice| format!("`{}`", choice.id));
    let ids = ids.collect::<Vec<_>>().join(", ");
    match question.answers {
        AnswerKind::YesNo => "write `\"yes\"` or `\"no\"`".to_owned(),
        AnswerKind::OneOf(_) => format!("write one of these in quotation marks: {ids}"),
        AnswerKind::AnyOf(_) => format!("write a list of these, or `[]` for none of them: {ids}"),
    }
}

impl UsualAnswers {
    /// Adds to a case the usual answers to those questions that it leaves out and that matter in it: that would be
    /// asked, or that something hangs on which the case expects.
    pub(super) fn complete(&self, policy: &Policy, scenario: &mut Scenario) {
        while let Some((id, answer)) = self.next(policy, scenario) {
            scenario.answers.insert(id.clone(), answer);
            scenario.taken_for_granted.insert(id);
        }
    }

    /// The first usual answer that matters in a case as far as it is known, with the id of its question.
    fn next(&self, policy: &Policy, scenario: &Scenario) -> Option<(String, Answer)> {
        let answers = Answers::read(policy, &scenario.answers).ok()?;
        let known = assess(policy, &answers);
        let matters = |question: Ref<Question>, answer: &Answer| {
            let with = || {
                let mut with = answers.clone();
                with.set(question, policy[question].read(answer).ok()?);
                Some(assess(policy, &with))
            };
            known.ask.contains(&question)
                || with().is_some_and(|with| changes_what_is_expected(policy, scenario, &known, &with))
        };
        let left_out = self.0.iter().filter(|(question, _)| answers.get(*question).is_none());
        let mut found = left_out.filter(|(question, answer)| matters(*question, answer));
        found.next().map(|(question, answer)| (policy[*question].id.clone(), answer.clone()))
    }
}

/// Whether two assessments of a case differ in an option, a finding or a duty that the case names.
fn changes_what_is_expected(
    policy: &Policy,
    scenario: &Scenario,
    one: &Assessment,
    other: &Assessment,
) -> bool {
    let options = policy.options.iter().zip(one.options.iter().zip(&other.options));
    let mut options = options.filter(|(option, _)| scenario.options.contains_key(&option.id));
    let findings = policy.findings.iter().zip(one.findings.iter().zip(&other.findings));
    let findings = findings.filter(|(finding, _)| scenario.findings.contains_key(&finding.id));
    let duties = policy.duties.iter().zip(one.duties.iter().zip(&other.duties));
    let duties = duties.filter(|(duty, _)| scenario.duties.contains_key(&duty.id));
    let mut truths = findings.map(|(_, truths)| truths).chain(duties.map(|(_, truths)| truths));
    options.any(|(_, (one, other))| one != other) || truths.any(|(one, other)| one != other)
}
