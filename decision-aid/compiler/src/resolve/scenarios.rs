//! Makes the scenarios and applies the policy to each: a case that the policy contradicts is refused.

use super::Resolver;
use super::read::Read;
use super::usual::UsualAnswers;
use crate::block::{RawScenario, Text};
use crate::names::Names;
use crate::{Cases, Diagnostic, invisible};
use policy::{
    Answers, Assessment, Outcome, Policy, Question, RawAnswers, Ref, Scenario, Selection, assess,
    changes_to_outcome, effect,
};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

impl Resolver<'_> {
    /// The scenarios, complete with the usual answers. A policy that is not sound has no diagrams and is not applied.
    pub(super) fn scenarios(&self, policy: &Policy, usual: &UsualAnswers, cases: Cases) -> Vec<Scenario> {
        let policy_is_whole = self.is_sound();
        let mut ids = Names::new("scenario");
        let scenario = |(number, read): (u16, &Read<'_, RawScenario>)| {
            let (id, raw) = (&read.raw.id, &read.raw);
            self.note(ids.add(id.get_ref(), Ref::<Scenario>::new(number), read.place_of(id)));
            let before = self.diagnostic_count();
            let outcome = raw.outcome.as_ref().and_then(|outcome| {
                self.note(self.names.outcomes.find(outcome.get_ref(), read.place_of(outcome)))
            });
            let given = self.answers(read, policy);
            // With a name that is not known, the policy would be applied to another case than was meant.
            let whole = policy_is_whole && self.diagnostic_count() == before;
            let mut scenario = Scenario {
                id: id.get_ref().clone(),
                title: raw.title.get_ref().clone(),
                story: raw.story.get_ref().trim().to_owned(),
                answers: given,
                taken_for_granted: BTreeSet::new(),
                outcome,
                options: self.expected(read, &raw.options, &self.names.options),
                findings: self.expected(read, &raw.findings, &self.names.findings),
                duties: self.expected(read, &raw.duties, &self.names.duties),
                open: raw.open.iter().map(|open| open.get_ref().clone()).collect(),
                notes: raw.notes.as_ref().map(|notes| notes.get_ref().trim().to_owned()).unwrap_or_default(),
                clauses: self.cited(read, &raw.cites),
                practice: self.practice(read),
            };
            if whole {
                usual.complete(policy, &mut scenario);
            }
            if cases == Cases::MustAgree {
                self.refuse_unwritten(read);
            }
            if whole && cases == Cases::MustAgree {
                self.compare_with_policy(read, &scenario, policy);
            }
            scenario
        };
        (0..).zip(&self.blocks.scenarios).map(scenario).collect()
    }

    fn answers(&self, read: &Read<'_, RawScenario>, policy: &Policy) -> RawAnswers {
        let names = &self.names.questions;
        let mut answers = RawAnswers::new();
        for (id, answer) in &read.raw.answers {
            let found = names.find(id.get_ref(), read.place_of(id));
            let Some(question) = self.note(found).filter(|of| of.index() < policy.questions.len()) else {
                continue;
            };
            if let Err(error) = policy[question].read(answer.get_ref()) {
                let help = invisible::in_name(&answer.get_ref().words());
                self.push(
                    Diagnostic::new(read.block.locate(answer.span()), error.to_string()).maybe_help(help),
                );
            }
            answers.insert(id.get_ref().clone(), answer.get_ref().clone());
        }
        answers
    }

    /// What a scenario expects of one kind of thing, by id.
    fn expected<T, V: Copy>(
        &self,
        read: &Read<'_, RawScenario>,
        given: &BTreeMap<Text, Spanned<V>>,
        names: &Names<T>,
    ) -> BTreeMap<String, V> {
        for id in given.keys() {
            self.note(names.find(id.get_ref(), read.place_of(id)));
        }
        given.iter().map(|(id, value)| (id.get_ref().clone(), *value.get_ref())).collect()
    }

    /// Applies the policy to the scenario's facts and notes where it gives something else than expected.
    fn compare_with_policy(&self, read: &Read<'_, RawScenario>, scenario: &Scenario, policy: &Policy) {
        let Ok(answers) = Answers::read(policy, &scenario.answers) else { return };
        let assessment = assess(policy, &answers);
        if assessment.outcome != scenario.outcome {
            let place = read.place_of(read.raw.outcome.as_ref().unwrap_or(&read.raw.id));
            let message = format!("the policy gives this case {}", given(policy, &assessment));
            self.push(Diagnostic::new(place, message).help(way_to(policy, &answers, scenario.outcome)));
        }
        if let Some(practice) = &scenario.practice {
            self.refuse_right_mistakes(read, practice, policy, &assessment);
        }
        let differs = |span, message: String| {
            self.push(
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
            if let Some((_, expected)) = expected.filter(|(_, expected)| Some(*expected.get_ref()) != *holds)
            {
                let found = match holds {
                    Some(true) => "holds here",
                    Some(false) => "does not hold here",
                    None => "is not settled here",
                };
                differs(expected.span(), format!("the {kind} `{id}` {found}"));
            }
        }
    }
}

/// What to do about an outcome that the policy does not give: which answers are missing or would have to be others, where
/// that takes a few, and else only that one of the two is wrong.
fn way_to(policy: &Policy, answers: &Answers, expected: Option<Ref<Outcome>>) -> String {
    let mend = "decide which is right, and mend the case or the rules";
    let Some(expected) = expected else { return mend.to_owned() };
    let assessment = assess(policy, answers);
    let missing = assessment.ask.iter().filter(|of| effect(policy, answers, &assessment, **of).outcome);
    let missing: Vec<String> = missing.map(|of| format!("`{}`", policy[*of].id)).collect();
    if assessment.possible.contains(&expected) && !missing.is_empty() {
        return format!("answer what it still hangs on: {}; or {mend}", missing.join(", "));
    }
    let nearest = changes_to_outcome(policy, answers, expected).into_iter().next();
    let answer = |(of, now): &(Ref<Question>, Selection)| {
        let question = &policy[*of];
        format!("`{} = {}`", question.id, question.answer(*now))
    };
    match nearest {
        Some(change) if !change.is_empty() => {
            let change: Vec<String> = change.iter().map(answer).collect();
            format!("{mend}; `{}` would take {}", policy[expected].id, change.join(" and "))
        }
        _ => mend.to_owned(),
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
