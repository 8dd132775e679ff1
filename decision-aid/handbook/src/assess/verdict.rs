//! What is written for a case: the result with ids for names, and on request why.

use super::Detail;
use policy::{
    Answer, AnswerKind, Answers, Assessment, Change, Clause, Condition, Effect, OptionStatus, Outcome,
    Policy, PolicyOption, Question, Ref, Selection, Status, assess, changes_to_outcome, changes_to_status,
    effect, trace, why_outcome, why_status,
};
use serde::{Serialize, Serializer};

/// The verdict on a case.
#[derive(Serialize)]
pub(super) struct Verdict<'p> {
    outcome: Option<&'p str>,
    possible: Vec<&'p str>,
    findings: Map<'p, Option<bool>>,
    options: Map<'p, &'static str>,
    ask: Vec<&'p str>,
    duties: Map<'p, Option<bool>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<Vec<Reason<'p>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why<'p>>,
}

/// An object with its names in the order of the policy.
struct Map<'p, V>(Vec<(&'p str, V)>);

impl<V: Serialize> Serialize for Map<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, value)| (id, value)))
    }
}

/// An answer that a result rests on.
#[derive(Serialize)]
struct Reason<'p> {
    question: &'p str,
    answer: Answer,
    clause: &'p str,
}

/// Why the result is as it is.
#[derive(Serialize)]
struct Why<'p> {
    options: Map<'p, WhyOption<'p>>,
    ask: Map<'p, WhyAsked<'p>>,
    changes: Vec<WhatChanges<'p>>,
    trace: Vec<Line>,
}

/// Why an option has its status.
#[derive(Serialize)]
struct WhyOption<'p> {
    status: &'static str,
    reason: &'p str,
    because: Vec<Reason<'p>>,
}

/// Why a question is asked.
#[derive(Serialize)]
struct WhyAsked<'p> {
    clauses: Vec<&'p str>,
    always: bool,
    outcome: bool,
    options: Vec<&'p str>,
    findings: Vec<&'p str>,
    recorded_in: Vec<&'p str>,
}

/// The smallest changes that lead to another result.
#[derive(Serialize)]
struct WhatChanges<'p> {
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    by: Vec<Map<'p, Answer>>,
}

/// A line of the trace.
#[derive(Serialize)]
struct Line {
    depth: usize,
    part: String,
    holds: Option<bool>,
}

/// Assesses a case and writes it down.
pub(super) fn verdict<'p>(policy: &'p Policy, answers: &Answers, detail: Detail) -> Verdict<'p> {
    let assessment = assess(policy, answers);
    let because = detail.because.then(|| {
        let why = assessment.outcome.and_then(|outcome| why_outcome(policy, answers, outcome));
        reasons(policy, answers, why)
    });
    Verdict {
        outcome: assessment.outcome.map(|outcome| policy[outcome].id.as_str()),
        possible: assessment.possible.iter().map(|outcome| policy[*outcome].id.as_str()).collect(),
        findings: named(
            policy.findings.iter().map(|finding| &finding.id),
            assessment.findings.iter().copied(),
        ),
        options: named(
            policy.options.iter().map(|option| &option.id),
            assessment.options.iter().map(|standing| standing.status.word()),
        ),
        ask: assessment.ask.iter().map(|question| policy[*question].id.as_str()).collect(),
        duties: named(policy.duties.iter().map(|duty| &duty.id), assessment.duties.iter().copied()),
        because,
        why: detail.why.then(|| why(policy, answers, &assessment)),
    }
}

fn named<'p, V>(ids: impl Iterator<Item = &'p String>, values: impl Iterator<Item = V>) -> Map<'p, V> {
    Map(ids.map(String::as_str).zip(values).collect())
}

fn reasons<'p>(policy: &'p Policy, answers: &Answers, why: Option<Vec<Ref<Question>>>) -> Vec<Reason<'p>> {
    let reason = |question: Ref<Question>| {
        let asked = &policy[question];
        let chosen = answers.known(question).unwrap_or_default();
        let clause = clause(asked, chosen);
        Reason {
            question: &asked.id,
            answer: asked.answer(Selection::Chosen(chosen)),
            clause: clause.map_or("", |clause| &policy[clause].id),
        }
    };
    why.unwrap_or_default().into_iter().map(reason).collect()
}

/// The clause of an answer: that of the one choice taken where it has its own, else the question's.
fn clause(question: &Question, chosen: u32) -> Option<Ref<Clause>> {
    let own = question.answers.choices().get(chosen.trailing_zeros() as usize);
    let own = own.filter(|_| chosen.count_ones() == 1 && question.answers != AnswerKind::YesNo);
    own.and_then(|choice| choice.clauses.first()).or(question.source.clauses.first()).copied()
}

fn why<'p>(policy: &'p Policy, answers: &Answers, assessment: &Assessment) -> Why<'p> {
    let options = || (0..).map(Ref::<PolicyOption>::new).zip(&policy.options).zip(&assessment.options);
    let asked = |question: &Ref<Question>| {
        let found = effect(policy, answers, assessment, *question);
        (policy[*question].id.as_str(), why_asked(policy, *question, &found))
    };
    let rule = assessment.outcome.map(|outcome| &policy[outcome].when);
    Why {
        options: Map(options()
            .map(|((option, of), held)| (of.id.as_str(), why_option(policy, answers, option, *held)))
            .collect()),
        ask: Map(assessment.ask.iter().map(asked).collect()),
        changes: changes(policy, answers, assessment),
        trace: rule.map_or_else(Vec::new, |rule| trace_lines(policy, answers, rule)),
    }
}

fn why_option<'p>(
    policy: &'p Policy,
    answers: &Answers,
    option: Ref<PolicyOption>,
    standing: OptionStatus,
) -> WhyOption<'p> {
    let why = standing.settled.then(|| why_status(policy, answers, option, standing.status)).flatten();
    WhyOption {
        status: standing.status.word(),
        reason: policy::reason(policy, answers, option, standing).because,
        because: reasons(policy, answers, why),
    }
}

fn why_asked<'p>(policy: &'p Policy, question: Ref<Question>, effect: &Effect) -> WhyAsked<'p> {
    WhyAsked {
        clauses: policy[question].source.clauses.iter().map(|clause| policy[*clause].id.as_str()).collect(),
        always: effect.always,
        outcome: effect.outcome,
        options: effect.options.iter().map(|option| policy[*option].id.as_str()).collect(),
        findings: effect.findings.iter().map(|finding| policy[*finding].id.as_str()).collect(),
        recorded_in: effect.recorded_in.iter().map(|outcome| policy[*outcome].id.as_str()).collect(),
    }
}

/// What leads to each other outcome, and what makes each option that is weighed warranted, or no longer so.
fn changes<'p>(policy: &'p Policy, answers: &Answers, assessment: &Assessment) -> Vec<WhatChanges<'p>> {
    let Some(outcome) = assessment.outcome else { return Vec::new() };
    let elsewhere =
        policy.outcome_refs().filter(|other| *other != outcome).map(|other: Ref<Outcome>| WhatChanges {
            outcome: Some(&policy[other].id),
            option: None,
            status: None,
            by: by(policy, &changes_to_outcome(policy, answers, other)),
        });
    let options = policy[outcome].weigh.iter().map(|option| {
        let warranted = assessment.options[option.index()].status == Status::Warranted;
        let to = if warranted { Status::NotWarranted } else { Status::Warranted };
        WhatChanges {
            outcome: None,
            option: Some(&policy[*option].id),
            status: Some(to.word()),
            by: by(policy, &changes_to_status(policy, answers, *option, to)),
        }
    });
    elsewhere.chain(options).filter(|change| !change.by.is_empty()).collect()
}

fn by<'p>(policy: &'p Policy, changes: &[Change]) -> Vec<Map<'p, Answer>> {
    let one = |change: &Change| {
        let answer = |(question, selection): &(Ref<Question>, Selection)| {
            (policy[*question].id.as_str(), policy[*question].answer(*selection))
        };
        Map(change.iter().map(answer).collect())
    };
    changes.iter().map(one).collect()
}

fn trace_lines(policy: &Policy, answers: &Answers, rule: &Condition) -> Vec<Line> {
    let line = |line: policy::TraceLine<'_>| Line {
        depth: line.depth,
        part: line.part.name(policy),
        holds: line.holds,
    };
    trace(policy, answers, rule).into_iter().map(line).collect()
}
