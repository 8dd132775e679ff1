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
    Answer, AnswerKind, Answers, Bit, Choice, Circumstances, Condition, Diagrams, Duty, Edge, Finding, Group,
    NamedCondition, Node, Outcome, Policy, PolicyOption, Question, RawAnswers, RecordItem, Ref, Rule,
    Selection, Source, Status, bits_of,
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
    compiled(rules())
}

/// A policy with its diagrams made anew, after a test has changed its rules.
pub(crate) fn compiled(policy: Policy) -> Policy {
    let diagrams = Growing::compile(&policy);
    Policy { diagrams, ..policy }
}

fn rules() -> Policy {
    let group =
        |id: &str, always| Group { id: id.to_owned(), name: id.to_owned(), title: id.to_owned(), always };
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
        screen: 0,
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
        decide_one: Vec::new(),
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
        tells: Vec::new(),
        restricts: false,
        instead_of: Vec::new(),
        conflicts: Vec::new(),
        evidence: Vec::new(),
        details: Vec::new(),
        offered_in,
        rules,
        source: Source::default(),
    }
}

fn rule(status: Status, when: Condition) -> Rule {
    Rule { status, when, only_in: None, because: String::new(), source: Source::default() }
}

/// Compiles a small policy by asking every bit in turn: slow and obvious, and with no crate that could be wrong in
/// the same way as the compiler's.
struct Growing<'p> {
    policy: &'p Policy,
    bits: Vec<(Ref<Question>, Bit)>,
    nodes: Vec<Node>,
}

/// The terminal of a diagram for a complete case; "not sure" is a bit of its own.
type Terminals<'a> = dyn Fn(Circumstances<'_>, &[(Ref<Question>, Bit, bool)]) -> usize + 'a;

impl<'p> Growing<'p> {
    fn compile(policy: &'p Policy) -> Diagrams {
        let mut bits = Vec::new();
        for question in policy.question_refs() {
            bits.extend(bits_of(&policy[question].answers).into_iter().map(|bit| (question, bit)));
        }
        bits.push((DANGER, Bit::NotSure));
        let mut growing = Growing { policy, bits, nodes: Vec::new() };
        let outcome = growing.grow(&|case, _| outcome_of(case).index());
        let findings = policy.findings.iter();
        let findings = findings
            .map(|finding| growing.grow(&|case, _| usize::from(finding.when.holds(case) == Some(true))))
            .collect();
        let duty =
            |duty: &Duty, case: Circumstances<'_>, bits: &[(Ref<Question>, Bit, bool)]| match &duty.when {
                Condition::NotSure(question) => bits.contains(&(*question, Bit::NotSure, true)),
                when => when.holds(case) == Some(true),
            };
        let duties = policy
            .duties
            .iter()
            .map(|d| growing.grow(&|case, bits| usize::from(duty(d, case, bits))))
            .collect();
        let rules =
            policy.options.iter().map(|option| growing.grow(&|case, _| rule_of(option, case))).collect();
        let status = |option: &PolicyOption, case: Circumstances<'_>| {
            let rule = option.rules.get(rule_of(option, case));
            rule.map_or(Status::NotOffered, |rule| rule.status) as usize
        };
        let statuses =
            policy.options.iter().map(|option| growing.grow(&|case, _| status(option, case))).collect();
        let weighed = (0..).zip(&policy.options).map(|(number, option)| {
            growing.grow(&|case, _| {
                let weighs = policy[outcome_of(case)].weigh.contains(&Ref::new(number));
                if weighs { status(option, case) } else { Status::NotOffered as usize }
            })
        });
        let weighed = weighed.collect();
        let (bits, nodes) = (growing.bits, growing.nodes);
        Diagrams { outcome, findings, duties, statuses, weighed, rules, bits, nodes }
    }

    fn grow(&mut self, terminals: &Terminals<'_>) -> Edge {
        self.ask(&mut Vec::new(), terminals)
    }

    fn ask(&mut self, values: &mut Vec<(Ref<Question>, Bit, bool)>, terminals: &Terminals<'_>) -> Edge {
        let bit = values.len();
        let Some(&(question, asked)) = self.bits.get(bit) else {
            let answers = complete(self.policy, values);
            let case = Circumstances { policy: self.policy, answers: &answers, outcome: None };
            return crate::terminal(u8::try_from(terminals(case, values)).expect("few terminals"));
        };
        let [low, high] = [false, true].map(|value| {
            values.push((question, asked, value));
            let edge = self.ask(values, terminals);
            values.pop();
            edge
        });
        if low == high {
            return low;
        }
        let node = (u16::try_from(bit).expect("few bits"), low, high);
        let index = self.nodes.iter().position(|other| *other == node).unwrap_or_else(|| {
            self.nodes.push(node);
            self.nodes.len() - 1
        });
        Edge::try_from(index).expect("few nodes")
    }
}

/// Complete answers from their bits.
fn complete(policy: &Policy, values: &[(Ref<Question>, Bit, bool)]) -> Answers {
    let mut answers = Answers::none(policy);
    for question in policy.question_refs() {
        let own = values.iter().filter(|(of, _, on)| *of == question && *on);
        let kind = &policy[question].answers;
        let chosen = match kind {
            AnswerKind::OneOf(choices) => {
                let index = own.fold(0, |index, (_, bit, _)| match bit {
                    Bit::Digit(digit) => index | 1 << digit,
                    _ => index,
                });
                1 << usize::min(index, choices.len() - 1)
            }
            _ => own.fold(0, |chosen, (_, bit, _)| match bit {
                Bit::Choice(index) => chosen | 1 << index,
                _ => chosen,
            }),
        };
        answers.set(question, Selection::Chosen(chosen));
    }
    answers
}

/// The outcome of a complete case.
fn outcome_of(case: Circumstances<'_>) -> Ref<Outcome> {
    let held = |outcome: &Ref<Outcome>| case.policy[*outcome].when.holds(case) == Some(true);
    case.policy.outcome_refs().find(held).expect("one outcome holds")
}

/// The rule of an option that decides a complete case; their number where none is read.
fn rule_of(option: &PolicyOption, case: Circumstances<'_>) -> usize {
    let outcome = outcome_of(case);
    let case = Circumstances { outcome: Some(outcome), ..case };
    let decides = |rule: &Rule| rule.applies_in(outcome) && rule.when.holds(case) == Some(true);
    let offered = option.offered_in.contains(&outcome);
    option.rules.iter().position(|rule| offered && decides(rule)).unwrap_or(option.rules.len())
}

/// Every set of answers to a policy's questions, with each question also left unanswered; "not sure" counts as that.
pub(crate) fn every_case(policy: &Policy) -> Vec<Answers> {
    let mut cases = vec![Answers::none(policy)];
    for question in policy.question_refs() {
        let selections: Vec<u32> = match &policy[question].answers {
            AnswerKind::YesNo => vec![0, 1],
            AnswerKind::AnyOf(choices) => (0..1 << choices.len()).collect(),
            AnswerKind::OneOf(choices) => (0..choices.len()).map(|index| 1 << index).collect(),
        };
        let answered = |case: &Answers| {
            let mut answered = vec![case.clone()];
            for &chosen in &selections {
                let mut case = case.clone();
                case.set(question, Selection::Chosen(chosen));
                answered.push(case);
            }
            answered
        };
        cases = cases.iter().flat_map(answered).collect();
    }
    cases
}
