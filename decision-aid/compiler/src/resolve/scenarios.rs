//! Makes the scenarios and applies the policy to each: a case that the policy contradicts is refused.

use super::conditions::Vocabulary;
use super::read::{Blocks, Read};
use crate::block::RawScenario;
use crate::names::{Names, suggestion};
use crate::{Diagnostic, Diagnostics};
use policy::{Answers, Assessment, Policy, RawAnswers, Ref, Scenario, Status, assess};

pub(crate) fn scenarios(
    blocks: &Blocks<'_>,
    names: &Vocabulary<'_>,
    policy: &Policy,
    sound: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<Scenario> {
    let mut ids = Names::new("scenario");
    let scenario = |(number, read): (u16, &Read<'_, RawScenario>)| {
        let id = &read.raw.id;
        diagnostics.note(ids.add(id.get_ref(), Ref::<Scenario>::new(number), read.place_of(id)));
        let outcome = read.raw.outcome.as_ref().and_then(|outcome| {
            diagnostics.note(names.outcomes.find(outcome.get_ref(), read.place_of(outcome)))
        });
        let scenario = Scenario {
            id: id.get_ref().clone(),
            title: read.raw.title.clone(),
            story: read.raw.story.trim().to_owned(),
            answers: answers(read, policy, diagnostics),
            outcome,
            options: options(read, names, diagnostics),
            open: read.raw.open.clone(),
            notes: read.raw.notes.trim().to_owned(),
        };
        if sound {
            compare(read, &scenario, policy, diagnostics);
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

fn options(
    read: &Read<'_, RawScenario>,
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> std::collections::BTreeMap<String, Status> {
    for id in read.raw.options.keys() {
        diagnostics.note(names.options.find(id.get_ref(), read.place_of(id)));
    }
    let entry = |(id, status): (&crate::block::Text, &toml::Spanned<Status>)| {
        (id.get_ref().clone(), *status.get_ref())
    };
    read.raw.options.iter().map(entry).collect()
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
    for (option, standing) in policy.options.iter().zip(&assessment.options) {
        let expected = read.raw.options.iter().find(|(id, _)| *id.get_ref() == option.id);
        if let Some((_, expected)) = expected.filter(|(_, status)| *status.get_ref() != standing.status) {
            let message = format!("the policy makes `{}` {} here", option.id, standing.status.word());
            let place = read.block.locate(expected.span());
            diagnostics.push(
                Diagnostic::new(place, message).help("decide which is right, and mend the case or the rules"),
            );
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
