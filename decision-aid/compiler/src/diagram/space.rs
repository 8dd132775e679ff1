//! The space of answers as bits, and conditions as decision diagrams over it.

use super::Part;
use crate::kinds::Item;
use biodivine_lib_bdd::{Bdd, BddVariable, BddVariableSet};
use policy::{
    AnswerKind, Bit, Condition, Finding, NamedCondition, Outcome, Policy, PolicyOption, Question, Ref, Rule,
    Status, bits_of,
};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

/// The most nodes that one diagram may have. The handbook's own model needs hundreds.
const MOST_NODES: usize = 200_000;

/// A diagram that would outgrow its bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooLarge {
    /// The bound: the most nodes.
    pub(crate) nodes: usize,
    /// The part whose diagram it is, where that is known: the innermost.
    pub(crate) part: Option<Part>,
}

impl TooLarge {
    /// Of a diagram with such a bound.
    pub(crate) const fn than(nodes: usize) -> Self {
        Self { nodes, part: None }
    }

    /// In some part, where no part within it is known.
    pub(crate) fn within(self, part: Part) -> Self {
        Self { part: self.part.or(Some(part)), ..self }
    }
}

/// The bits of every answer, and what the conditions of a policy amount to over them.
pub(crate) struct Space<'p> {
    policy: &'p Policy,
    pub(crate) variables: BddVariableSet,
    /// Whose bit each variable is.
    pub(crate) bits: Vec<(Ref<Question>, Bit)>,
    /// For each question, the indices of its bits.
    own: Vec<Range<usize>>,
    findings: Vec<Option<Bdd>>,
    named: Vec<Option<Bdd>>,
    outcomes: Vec<Option<Bdd>>,
    rules: Vec<Option<Rc<[Bdd]>>>,
    statuses: HashMap<(usize, Status), Bdd>,
}

impl<'p> Space<'p> {
    /// The space of a policy's questions. A question that a duty asks "not sure" of gets a bit for that.
    pub(crate) fn new(policy: &'p Policy) -> Self {
        let mut bits = Vec::new();
        let mut own = Vec::new();
        let not_sure = asked_not_sure(policy.duties.iter().map(|duty| &duty.when));
        for question in policy.question_refs() {
            let first = bits.len();
            bits.extend(bits_of(&policy[question].answers).into_iter().map(|bit| (question, bit)));
            if not_sure.contains(&question) {
                bits.push((question, Bit::NotSure));
            }
            own.push(first..bits.len());
        }
        Self {
            policy,
            variables: BddVariableSet::new_anonymous(u16::try_from(bits.len()).unwrap_or(u16::MAX)),
            bits,
            own,
            findings: vec![None; policy.findings.len()],
            named: vec![None; policy.conditions.len()],
            outcomes: vec![None; policy.outcomes.len()],
            rules: vec![None; policy.options.len()],
            statuses: HashMap::new(),
        }
    }

    /// The policy whose answers these are.
    pub(crate) fn policy(&self) -> &'p Policy {
        self.policy
    }

    /// The diagram of a condition.
    pub(crate) fn condition(&mut self, condition: &Condition) -> Result<Bdd, TooLarge> {
        Ok(match condition {
            Condition::Always => self.variables.mk_true(),
            Condition::Answer { question, choice } => self.choice(*question, *choice),
            Condition::AnyChoice(question) => {
                let count = self.policy[*question].answers.choices().len();
                let choices = (0..count).filter_map(|index| u8::try_from(index).ok());
                let choices: Vec<Bdd> = choices.map(|index| self.choice(*question, index)).collect();
                choices.iter().try_fold(self.variables.mk_false(), |all, one| self.or(&all, one))?
            }
            Condition::NotSure(question) => self.bit(*question, Bit::NotSure),
            Condition::Finding(finding) => self.finding(*finding)?,
            Condition::Named(named) => self.named(*named)?,
            Condition::Outcome(outcome) => self.outcome(*outcome)?,
            Condition::Duty(duty) => self.condition(&self.policy[*duty].when)?,
            Condition::Status(option, status) => self.status(*option, *status)?,
            Condition::Not(inner) => self.condition(inner)?.not(),
            Condition::All(parts) => {
                let mut all = self.variables.mk_true();
                for part in parts {
                    let part = self.condition(part)?;
                    all = self.and(&all, &part)?;
                }
                all
            }
            Condition::Any(parts) => {
                let mut any = self.variables.mk_false();
                for part in parts {
                    let part = self.condition(part)?;
                    any = self.or(&any, &part)?;
                }
                any
            }
        })
    }

    /// The diagram of a finding.
    pub(crate) fn finding(&mut self, finding: Ref<Finding>) -> Result<Bdd, TooLarge> {
        if self.findings[finding.index()].is_none() {
            let diagram = self.condition(&self.policy[finding].when);
            let diagram = diagram.map_err(|large| large.within(Part::Item(Item::Finding(finding))))?;
            self.findings[finding.index()] = Some(diagram);
        }
        Ok(self.findings[finding.index()].clone().unwrap_or_else(|| self.variables.mk_false()))
    }

    fn named(&mut self, named: Ref<NamedCondition>) -> Result<Bdd, TooLarge> {
        if self.named[named.index()].is_none() {
            let diagram = self.condition(&self.policy[named].when);
            let diagram = diagram.map_err(|large| large.within(Part::Item(Item::Condition(named))))?;
            self.named[named.index()] = Some(diagram);
        }
        Ok(self.named[named.index()].clone().unwrap_or_else(|| self.variables.mk_false()))
    }

    /// The diagram of an outcome.
    pub(crate) fn outcome(&mut self, outcome: Ref<Outcome>) -> Result<Bdd, TooLarge> {
        if self.outcomes[outcome.index()].is_none() {
            let diagram = self.condition(&self.policy[outcome].when);
            let diagram = diagram.map_err(|large| large.within(Part::Item(Item::Outcome(outcome))))?;
            self.outcomes[outcome.index()] = Some(diagram);
        }
        Ok(self.outcomes[outcome.index()].clone().unwrap_or_else(|| self.variables.mk_false()))
    }

    /// At least one of the outcomes.
    pub(crate) fn any_outcome(&mut self, outcomes: &[Ref<Outcome>]) -> Result<Bdd, TooLarge> {
        let mut any = self.variables.mk_false();
        for &outcome in outcomes {
            let outcome = self.outcome(outcome)?;
            any = self.or(&any, &outcome)?;
        }
        Ok(any)
    }

    /// For each rule of an option, where it is the one that decides.
    pub(crate) fn rules(&mut self, option: Ref<PolicyOption>) -> Result<Rc<[Bdd]>, TooLarge> {
        if let Some(rules) = &self.rules[option.index()] {
            return Ok(rules.clone());
        }
        let policy = self.policy;
        let mut undecided = self.any_outcome(&policy[option].offered_in)?;
        let mut deciding = Vec::new();
        for (index, rule) in policy[option].rules.iter().enumerate() {
            let within = |large: TooLarge| large.within(Part::Rule(option, index));
            let holds = self.rule(option, rule).map_err(within)?;
            deciding.push(self.and(&holds, &undecided).map_err(within)?);
            undecided = self.and(&undecided, &holds.not()).map_err(within)?;
        }
        let rules: Rc<[Bdd]> = deciding.into();
        self.rules[option.index()] = Some(rules.clone());
        Ok(rules)
    }

    /// Where a rule of an option holds, whether or not an earlier one decides.
    pub(crate) fn rule(&mut self, option: Ref<PolicyOption>, rule: &Rule) -> Result<Bdd, TooLarge> {
        let offered_in = &self.policy[option].offered_in;
        let read_in: Vec<Ref<Outcome>> =
            offered_in.iter().copied().filter(|outcome| rule.applies_in(*outcome)).collect();
        let read = self.any_outcome(&read_in)?;
        let holds = self.condition(&rule.when)?;
        self.and(&holds, &read)
    }

    /// Where an option has a status.
    pub(crate) fn status(&mut self, option: Ref<PolicyOption>, status: Status) -> Result<Bdd, TooLarge> {
        if let Some(diagram) = self.statuses.get(&(option.index(), status)) {
            return Ok(diagram.clone());
        }
        let rules = self.rules(option)?;
        let mut with = self.variables.mk_false();
        let mut read = self.variables.mk_false();
        for (rule, decides) in self.policy[option].rules.iter().zip(rules.iter()) {
            read = self.or(&read, decides)?;
            if rule.status == status {
                with = self.or(&with, decides)?;
            }
        }
        if status == Status::NotOffered {
            with = self.or(&with, &read.not())?;
        }
        self.statuses.insert((option.index(), status), with.clone());
        Ok(with)
    }

    pub(crate) fn and(&self, left: &Bdd, right: &Bdd) -> Result<Bdd, TooLarge> {
        Bdd::binary_op_with_limit(MOST_NODES, left, right, biodivine_lib_bdd::op_function::and)
            .ok_or(TooLarge::than(MOST_NODES))
    }

    pub(crate) fn or(&self, left: &Bdd, right: &Bdd) -> Result<Bdd, TooLarge> {
        Bdd::binary_op_with_limit(MOST_NODES, left, right, biodivine_lib_bdd::op_function::or)
            .ok_or(TooLarge::than(MOST_NODES))
    }

    pub(crate) fn xor(&self, left: &Bdd, right: &Bdd) -> Result<Bdd, TooLarge> {
        Bdd::binary_op_with_limit(MOST_NODES, left, right, biodivine_lib_bdd::op_function::xor)
            .ok_or(TooLarge::than(MOST_NODES))
    }

    /// A yes, or a choice, as a diagram.
    fn choice(&self, question: Ref<Question>, choice: u8) -> Bdd {
        let AnswerKind::OneOf(choices) = &self.policy[question].answers else {
            return self.bit(question, Bit::Choice(choice));
        };
        // The last choice takes the codes that are left over.
        let last = usize::from(choice) + 1 == choices.len();
        let codes = 1_usize << self.digits(question).len();
        let mut taken = self.variables.mk_false();
        for code in usize::from(choice)..if last { codes } else { usize::from(choice) + 1 } {
            taken = taken.or(&self.code(question, code));
        }
        taken
    }

    /// One code of a one-of question.
    fn code(&self, question: Ref<Question>, code: usize) -> Bdd {
        let digits = self.digits(question);
        digits.into_iter().fold(self.variables.mk_true(), |all, (variable, digit)| {
            all.and(&self.variables.mk_literal(variable, code >> digit & 1 == 1))
        })
    }

    fn digits(&self, question: Ref<Question>) -> Vec<(BddVariable, u8)> {
        let digit = |(variable, bit)| match bit {
            Bit::Digit(digit) => Some((variable, digit)),
            Bit::Choice(_) | Bit::NotSure => None,
        };
        self.variables_of(question).filter_map(digit).collect()
    }

    fn bit(&self, question: Ref<Question>, bit: Bit) -> Bdd {
        let own = self.variables_of(question).find(|(_, known)| *known == bit);
        own.map_or_else(|| self.variables.mk_false(), |(variable, _)| self.variables.mk_var(variable))
    }

    /// The variables of a question's answer.
    pub(crate) fn variables_of(&self, question: Ref<Question>) -> impl Iterator<Item = (BddVariable, Bit)> {
        let own = self.own[question.index()].clone();
        own.map(|index| (BddVariable::from_index(index), self.bits[index].1))
    }

    /// The codes that stand for a choice each, once: the space that sets of answers are counted in.
    pub(crate) fn proper_codes(&self) -> Bdd {
        let mut proper = self.variables.mk_true();
        for question in self.policy.question_refs() {
            if let AnswerKind::OneOf(choices) = &self.policy[question].answers {
                let codes = 1_usize << self.digits(question).len();
                for code in choices.len()..codes {
                    proper = proper.and(&self.code(question, code).not());
                }
            }
        }
        // "Not sure" is not part of a complete set of answers.
        self.not_sure_bits()
            .iter()
            .fold(proper, |proper, (bit, _)| proper.and(&self.variables.mk_not_var(*bit)))
    }

    /// The bits that say "not sure", as they are in a complete set of answers.
    pub(crate) fn not_sure_bits(&self) -> Vec<(BddVariable, bool)> {
        let bits = self.bits.iter().enumerate().filter(|(_, (_, bit))| *bit == Bit::NotSure);
        bits.map(|(index, _)| (BddVariable::from_index(index), false)).collect()
    }
}

/// The questions that conditions ask whether they were answered "not sure". Only duties may.
pub(crate) fn asked_not_sure<'c>(conditions: impl Iterator<Item = &'c Condition>) -> BTreeSet<Ref<Question>> {
    let mut asked = BTreeSet::new();
    let mut open: Vec<&Condition> = conditions.collect();
    while let Some(condition) = open.pop() {
        match condition {
            Condition::NotSure(question) => asked.extend([*question]),
            Condition::Not(inner) => open.push(inner),
            Condition::All(parts) | Condition::Any(parts) => open.extend(parts),
            _ => {}
        }
    }
    asked
}
