//! The aid as a form to fill in on paper: what is asked, and what is worked out, in the order of the pen.
//!
//! A line is worked out as soon as all that it reads stands above it. So the form can be filled in from top to
//! bottom, and [`fill`](mod@fill) does just that.

pub mod fill;

use policy::{AnswerKind, Answers};
use policy::{Condition, Duty, Finding, NamedCondition, Outcome, Policy, Question, Ref, Selection, assess};

/// The form of a policy.
#[derive(Debug)]
pub struct Form<'p> {
    /// The policy.
    pub policy: &'p Policy,
    /// The stages, one for each group of questions.
    pub stages: Vec<Stage>,
}

/// A group of questions, and what can be worked out once they are answered.
#[derive(Debug, Default)]
pub struct Stage {
    /// The questions, in the order asked.
    pub asks: Vec<Ask>,
    /// What is worked out then, each line below those it reads.
    pub lines: Vec<FormLine>,
}

/// A question, and when it can be left out.
#[derive(Debug)]
pub struct Ask {
    /// The question.
    pub question: Ref<Question>,
    /// Earlier answers, each of which is enough to leave the question out.
    pub leave_out: Vec<(Ref<Question>, Selection)>,
}

/// Something to work out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the kind of thing")]
pub enum FormLine {
    Condition(Ref<NamedCondition>),
    Finding(Ref<Finding>),
    Duty(Ref<Duty>),
    Outcome(Ref<Outcome>),
}

impl FormLine {
    /// When it holds.
    pub fn when(self, policy: &Policy) -> &Condition {
        match self {
            Self::Condition(of) => &policy[of].when,
            Self::Finding(of) => &policy[of].when,
            Self::Duty(of) => &policy[of].when,
            Self::Outcome(of) => &policy[of].when,
        }
    }
}

impl<'p> Form<'p> {
    /// The form of a policy.
    pub fn of(policy: &'p Policy) -> Self {
        let mut form = Self { policy, stages: policy.groups.iter().map(|_| Stage::default()).collect() };
        form.ask();
        // Danger first: what is urgent, then the rest of what cannot wait, then the findings, then the outcomes.
        let urgent = |urgent: bool| {
            let duties = (0..).zip(&policy.duties).filter(move |(_, duty)| duty.urgent == urgent);
            duties.map(|(number, _)| FormLine::Duty(Ref::new(number)))
        };
        let findings = (0..).zip(&policy.findings).map(|(number, _)| FormLine::Finding(Ref::new(number)));
        let conditions =
            (0..).zip(&policy.conditions).map(|(number, _)| FormLine::Condition(Ref::new(number)));
        let outcomes = policy.outcome_refs().map(FormLine::Outcome);
        urgent(true)
            .chain(urgent(false))
            .chain(findings)
            .chain(conditions)
            .chain(outcomes)
            .for_each(|line| form.work_out(line));
        form
    }

    /// Puts each question into its stage.
    fn ask(&mut self) {
        let policy = self.policy;
        let idle = idle(policy);
        for question in policy.question_refs() {
            let before = idle.iter().filter(|(_, by, idle)| *by < question && idle.contains(&question));
            let leave_out = before.map(|(selection, by, _)| (*by, *selection)).collect();
            if let Some(stage) = self.stages.get_mut(policy[question].group.index()) {
                stage.asks.push(Ask { question, leave_out });
            }
        }
    }

    /// Adds a line to the stage where it can be worked out, below those that it reads.
    fn work_out(&mut self, line: FormLine) {
        if self.stages.iter().any(|stage| stage.lines.contains(&line)) {
            return;
        }
        let when = line.when(self.policy);
        each_part(when, &mut |part| match part {
            Condition::Finding(of) => self.work_out(FormLine::Finding(*of)),
            Condition::Named(of) => self.work_out(FormLine::Condition(*of)),
            _ => {}
        });
        let stage = self.stage_of(when);
        if let Some(stage) = self.stages.get_mut(stage) {
            stage.lines.push(line);
        }
    }

    /// The stage by which all that a condition reads is answered.
    fn stage_of(&self, condition: &Condition) -> usize {
        let mut last = 0;
        each_part(condition, &mut |part| {
            let stage = match part {
                Condition::Answer { question, .. }
                | Condition::AnyChoice(question)
                | Condition::NotSure(question) => self.policy[*question].group.index(),
                Condition::Finding(of) => self.stage_of(&self.policy[*of].when),
                Condition::Named(of) => self.stage_of(&self.policy[*of].when),
                _ => 0,
            };
            last = last.max(stage);
        });
        last
    }

    /// The stage after which an outcome is settled in every case.
    pub fn settles(&self, outcome: Ref<Outcome>) -> usize {
        self.stage_of(&self.policy[outcome].when)
    }

    /// The number that a question, a finding or a named condition has on the form; empty for anything else.
    pub fn number(&self, part: &Condition) -> String {
        let numbered = |wanted: FormLine| {
            let lines = self.stages.iter().flat_map(|stage| &stage.lines);
            let mut own = lines.filter(|line| matches!(line, FormLine::Finding(_) | FormLine::Condition(_)));
            own.position(|line| *line == wanted).map_or(String::new(), |index| format!("F{}", index + 1))
        };
        match part {
            Condition::Answer { question, .. }
            | Condition::AnyChoice(question)
            | Condition::NotSure(question) => format!("Q{}", question.index() + 1),
            Condition::Finding(of) => numbered(FormLine::Finding(*of)),
            Condition::Named(of) => numbered(FormLine::Condition(*of)),
            _ => String::new(),
        }
    }
}

/// Calls for each part of a condition that is not made of parts itself.
fn each_part(condition: &Condition, call: &mut dyn FnMut(&Condition)) {
    match condition {
        Condition::Not(inner) => each_part(inner, call),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| each_part(part, call)),
        part => call(part),
    }
}

/// For each answer to a yes-no or one-of question: the questions that then make no difference any more.
fn idle(policy: &Policy) -> Vec<(Selection, Ref<Question>, Vec<Ref<Question>>)> {
    let always: Vec<Ref<Question>> = assess(policy, &Answers::none(policy)).ask;
    let mut found = Vec::new();
    for question in policy.question_refs() {
        let answers: Vec<u32> = match &policy[question].answers {
            AnswerKind::YesNo => vec![1, 0],
            AnswerKind::OneOf(choices) => (0..choices.len()).map(|choice| 1 << choice).collect(),
            AnswerKind::AnyOf(_) => continue,
        };
        for chosen in answers {
            let mut answers = Answers::none(policy);
            answers.set(question, Selection::Chosen(chosen));
            let ask = assess(policy, &answers).ask;
            let idle = always.iter().copied().filter(|other| *other != question && !ask.contains(other));
            found.push((Selection::Chosen(chosen), question, idle.collect()));
        }
    }
    found
}
