//! Makes the scenarios and applies the policy to each: a case that the policy contradicts is refused.

use super::clauses::Clauses;
use super::conditions::Vocabulary;
use super::read::{Blocks, Read};
use super::sources;
use super::training::Taught;
use crate::block::{RawScenario, Text};
use crate::names::{Names, suggestion};
use crate::{Diagnostic, Diagnostics};
use policy::{Answers, Assessment, Policy, RawAnswers, Ref, Scenario, assess};
use std::collections::BTreeMap;
use toml::Spanned;

/// What a scenario is read against.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) vocabulary: &'a Vocabulary<'a>,
    pub(crate) clauses: &'a Clauses,
    pub(crate) taught: &'a Taught,
    pub(crate) policy: &'a Policy,
    /// Whether the policy can be, and is to be, applied to them.
    pub(crate) whole: bool,
}

pub(crate) fn scenarios(
    blocks: &Blocks<'_>,
    known: Known<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Scenario> {
    let names = known.vocabulary;
    let mut ids = Names::new("scenario");
    let scenario = |(number, read): (u16, &Read<'_, RawScenario>)| {
        let (id, raw) = (&read.raw.id, &read.raw);
        diagnostics.note(ids.add(id.get_ref(), Ref::<Scenario>::new(number), read.place_of(id)));
        let outcome = raw.outcome.as_ref().and_then(|outcome| {
            diagnostics.note(names.outcomes.find(outcome.get_ref(), read.place_of(outcome)))
        });
        let scenario = Scenario {
            id: id.get_ref().clone(),
            title: raw.title.clone(),
            story: raw.story.trim().to_owned(),
            answers: answers(read, known.policy, diagnostics),
            outcome,
            options: expected(read, &raw.options, &names.options, diagnostics),
            findings: expected(read, &raw.findings, &names.findings, diagnostics),
            duties: expected(read, &raw.duties, &names.duties, diagnostics),
            open: raw.open.clone(),
            notes: raw.notes.trim().to_owned(),
            clauses: sources::cited(read, &raw.cites, known.clauses, diagnostics),
            practice: known.taught.practice(read, diagnostics),
        };
        if known.whole {
            compare(read, &scenario, known.policy, diagnostics);
        }
        scenario
    };
    (0..).zip(&blocks.scenarios).map(scenario).collect()
}

fn answers(read: &Read<'_, RawScenario>, policy: &Policy, diagnostics: &mut Diagnostics) -> RawAnswers {
    let mut answers = RawAnswers::new();
    for (id, answer) in &read.raw.answers {
        let Some(question) = policy.question(id.get_ref()) else {
            let known = policy.questions.iter().map(|question| question.id.as_str());
            let message = format!("no question `{}`", id.get_ref());
            diagnostics.push(
                Diagnostic::new(read.place_of(id), message).maybe_help(suggestion(id.get_ref(), known)),
            );
            continue;
        };
        if let Err(error) = policy[question].read(answer.get_ref()) {
            diagnostics.push(Diagnostic::new(read.block.locate(answer.span()), error.to_string()));
        }
        answers.insert(id.get_ref().clone(), answer.get_ref().clone());
    }
    answers
}

/// What a scenario expects of one kind of thing, by id.
fn expected<T, V: Copy>(
    read: &Read<'_, RawScenario>,
    given: &BTreeMap<Text, Spanned<V>>,
    names: &Names<T>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, V> {
    for id in given.keys() {
        diagnostics.note(names.find(id.get_ref(), read.place_of(id)));
    }
    given.iter().map(|(id, value)| (id.get_ref().clone(), *value.get_ref())).collect()
}

/// Applies the policy to the scenario's facts and notes where it gives something else than expected.
fn compare(
    read: &Read<'_, RawScenario>,
    scenario: &Scenario,
    policy: &Policy,
    diagnostics: &mut Diagnostics,
) {
    let Ok(answers) = Answers::read(policy, &scenario.answers) else { return };
    let assessment = assess(policy, &answers);
    if assessment.outcome != scenario.outcome {
        let place = read.place_of(read.raw.outcome.as_ref().unwrap_or(&read.raw.id));
        let message = format!("the policy gives this case {}", given(policy, &assessment));
        diagnostics.push(
            Diagnostic::new(place, message).help("decide which is right, and mend the case or the rules"),
        );
    }
    let mut differs = |span, message: String| {
        diagnostics.push(
            Diagnostic::new(read.block.locate(span), message)
                .help("decide which is right, and mend the case or the rules"),
        );
    };
    for (option, standing) in policy.options.iter().zip(&assessment.options) {
        let expected = read.raw.options.iter().find(|(id, _)| *id.get_ref() == option.id);
        if let Some((_, expected)) = expected.filter(|(_, status)| *status.get_ref() != standing.status) {
            let status = standing.status.word();
            differs(expected.span(), format!("the policy makes `{}` {status} here", option.id));
        }
    }
    let findings = policy.findings.iter().map(|finding| &finding.id).zip(&assessment.findings);
    let duties = policy.duties.iter().map(|duty| &duty.id).zip(&assessment.duties);
    let findings = findings.map(|(id, holds)| ("finding", id, holds, &read.raw.findings));
    let duties = duties.map(|(id, holds)| ("duty", id, holds, &read.raw.duties));
    for (kind, id, holds, expected) in findings.chain(duties) {
        let expected = expected.iter().find(|(expected, _)| expected.get_ref() == id);
        if let Some((_, expected)) = expected.filter(|(_, expected)| Some(*expected.get_ref()) != *holds) {
            let found = match holds {
                Some(true) => "holds here",
                Some(false) => "does not hold here",
                None => "is not settled here",
            };
            differs(expected.span(), format!("the {kind} `{id}` {found}"));
        }
    }
}

fn given(policy: &Policy, assessment: &Assessment) -> String {
    match assessment.outcome {
        Some(outcome) => format!("the outcome `{}`", policy[outcome].id),
        None => {
            let ids = assessment.possible.iter().map(|outcome| format!("`{}`", policy[*outcome].id));
            format!("no outcome yet; still possible: {}", ids.collect::<Vec<_>>().join(", "))
        }
    }
}
