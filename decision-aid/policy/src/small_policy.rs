//! A policy small enough to hold in the head, for the tests of this crate. In words:
//!
//! | outcome | holds when |
//! |---|---|
//! | `act` | danger |
//! | `decide` | not danger, and heavy, and told |
//! | `write` | not danger, and heavy, and not told |
//! | `carry-on` | not danger, and not heavy |
//!
//! `heavy` is a finding: any kind of contact ticked, and the review not good. `told` is a condition: warned.

use crate::{
    Answer, AnswerKind, Answers, Choice, Condition, Duty, Finding, Group, NamedCondition, Outcome, Policy,
    PolicyOption, Question, RawAnswers, RecordItem, Ref, Rule, Source, Status,
};

pub(crate) const DANGER: Ref<Question> = Ref::new(0);
pub(crate) const KINDS: Ref<Question> = Ref::new(1);
pub(crate) const REVIEW: Ref<Question> = Ref::new(2);
pub(crate) const WARNED: Ref<Question> = Ref::new(3);
pub(crate) const HEAVY: Ref<Finding> = Ref::new(0);
pub(crate) const TOLD: Ref<NamedCondition> = Ref::new(0);
pub(crate) const ACT: Ref<Outcome> = Ref::new(0);
pub(crate) const DECIDE: Ref<Outcome> = Ref::new(1);
pub(crate) const WRITE: Ref<Outcome> = Ref::new(2);
pub(crate) const CARRY_ON: Ref<Outcome> = Ref::new(3);

/// The small policy.
pub(crate) fn small_policy() -> Policy {
    let group = |id: &str, always| Group { id: id.to_owned(), title: id.to_owned(), always };
    Policy {
        version: "1".to_owned(),
        groups: vec![group("safety", true), group("facts", false)],
        questions: vec![
            question(0, "danger", AnswerKind::YesNo),
            question(1, "kinds", AnswerKind::AnyOf(choices(&["calls", "visits", "online"]))),
            question(1, "review", AnswerKind::OneOf(choices(&["good", "bad", "not-done"]))),
            question(1, "warned", AnswerKind::YesNo),
            question(1, "idle", AnswerKind::YesNo),
        ],
        conditions: vec![NamedCondition { id: "told".to_owned(), name: String::new(), when: yes(WARNED) }],
        findings: vec![Finding {
            id: "heavy".to_owned(),
            name: String::new(),
            says: String::new(),
            when: all([Condition::AnyChoice(KINDS), not(choice(REVIEW, 0))]),
            source: Source::default(),
        }],
        outcomes: vec![
            outcome("act", yes(DANGER), vec![], vec![RecordItem::Question(WARNED)]),
            outcome(
                "decide",
                all([not(yes(DANGER)), heavy(), told()]),
                vec![Ref::new(0), Ref::new(1), Ref::new(2)],
                vec![RecordItem::Finding(HEAVY)],
            ),
            outcome("write", all([not(yes(DANGER)), heavy(), not(told())]), vec![], vec![]),
            outcome("carry-on", all([not(yes(DANGER)), not(heavy())]), vec![], vec![]),
        ],
        duties: vec![
            duty("ring", yes(DANGER)),
            duty("check", Condition::NotSure(DANGER)),
            duty("adjust", all([heavy(), not(yes(WARNED))])),
        ],
        options: vec![
            option(
                "contact-point",
                vec![ACT, DECIDE, WRITE, CARRY_ON],
                vec![
                    rule(Status::Required, choice(REVIEW, 1)),
                    rule(Status::Required, Condition::Outcome(DECIDE)),
                    rule(Status::NotOffered, Condition::Always),
                ],
            ),
            option(
                "limit",
                vec![DECIDE],
                vec![
                    rule(Status::NotAvailable, not(choice(REVIEW, 1))),
                    rule(Status::Warranted, choice(KINDS, 0)),
                    rule(Status::Open, choice(KINDS, 2)),
                    rule(Status::NotWarranted, Condition::Always),
                ],
            ),
            option(
                "police",
                vec![ACT, DECIDE, WRITE],
                vec![
                    Rule { only_in: Some(vec![ACT]), ..rule(Status::Required, Condition::Always) },
                    rule(Status::Warranted, choice(KINDS, 1)),
                    rule(Status::NotWarranted, Condition::Always),
                ],
            ),
        ],
        ..Policy::default()
    }
}

/// Answers as they are written: `danger = yes; kinds = calls, online`; `kinds =` is none of these.
pub(crate) fn raw(text: &str) -> RawAnswers {
    let lines = text.split(';').map(str::trim).filter(|line| !line.is_empty());
    let answer = |line: &str| {
        let (id, answer) = line.split_once('=').map_or((line, ""), |(id, answer)| (id.trim(), answer.trim()));
        let answer = if id != "kinds" || answer == crate::NOT_SURE {
            Answer::One(answer.to_owned())
        } else {
            Answer::Many(answer.split(',').map(|a| a.trim().to_owned()).filter(|a| !a.is_empty()).collect())
        };
        (id.to_owned(), answer)
    };
    lines.map(answer).collect()
}

/// The same, read.
pub(crate) fn answers(text: &str) -> Answers {
    Answers::read(&small_policy(), &raw(text)).expect("the small policy takes these answers")
}

pub(crate) fn yes(question: Ref<Question>) -> Condition {
    Condition::Answer { question, choice: 0 }
}

pub(crate) fn choice(question: Ref<Question>, choice: u8) -> Condition {
    Condition::Answer { question, choice }
}

pub(crate) fn not(inner: Condition) -> Condition {
    Condition::Not(Box::new(inner))
}

pub(crate) fn all(parts: impl Into<Vec<Condition>>) -> Condition {
    Condition::All(parts.into())
}

pub(crate) fn any(parts: impl Into<Vec<Condition>>) -> Condition {
    Condition::Any(parts.into())
}

fn heavy() -> Condition {
    Condition::Finding(HEAVY)
}

fn told() -> Condition {
    Condition::Named(TOLD)
}

fn choices(ids: &[&str]) -> Vec<Choice> {
    let choice = |id: &&str| Choice {
        id: (*id).to_owned(),
        label: format!("The {id}"),
        record_only: false,
        clauses: Vec::new(),
    };
    ids.iter().map(choice).collect()
}

fn question(group: u16, id: &str, answers: AnswerKind) -> Question {
    Question {
        id: id.to_owned(),
        group: Ref::new(group),
        ask: format!("{id}?"),
        short: id.to_owned(),
        hint: None,
        answers,
        needs: None,
        otherwise: None,
        settled_by: None,
        fixed: false,
        source: Source::default(),
    }
}

fn outcome(id: &str, when: Condition, weigh: Vec<Ref<PolicyOption>>, record: Vec<RecordItem>) -> Outcome {
    Outcome {
        id: id.to_owned(),
        name: String::new(),
        says: String::new(),
        when,
        steps: Vec::new(),
        weigh,
        record,
        source: Source::default(),
    }
}

fn duty(id: &str, when: Condition) -> Duty {
    Duty {
        id: id.to_owned(),
        name: String::new(),
        says: String::new(),
        urgent: false,
        when,
        source: Source::default(),
    }
}

fn option(id: &str, offered_in: Vec<Ref<Outcome>>, rules: Vec<Rule>) -> PolicyOption {
    PolicyOption {
        id: id.to_owned(),
        name: String::new(),
        does: String::new(),
        offered_in,
        rules,
        source: Source::default(),
    }
}

fn rule(status: Status, when: Condition) -> Rule {
    Rule { status, when, only_in: None, because: String::new(), source: Source::default() }
}
