//! What would be different if a fact of a case were.

use crate::Practising;
use policy::{Answer, Answers, Assessment, Outcome, Question, RawAnswers, Ref, Source, assess, reason};

/// A case with some of its facts changed.
#[derive(Debug, Clone)]
pub struct WhatIf<'a> {
    practising: &'a Practising<'a>,
    /// The facts now.
    pub answers: Answers,
    /// What the policy gives now.
    pub assessment: Assessment,
}

/// Something that is different.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed<'a> {
    /// What.
    pub about: String,
    /// What it was.
    pub was: String,
    /// What it is.
    pub is: String,
    /// Why it is so now.
    pub because: String,
    /// Where that comes from, where one place says it.
    pub source: Option<&'a Source>,
}

impl<'a> WhatIf<'a> {
    /// A case whose facts are these. Where they cannot be read, the case as it is.
    pub fn new(practising: &'a Practising<'a>, facts: &RawAnswers) -> Self {
        let read = Answers::read(practising.policy, facts);
        let answers = read.unwrap_or_else(|_| practising.answers.clone());
        let assessment = assess(practising.policy, &answers);
        Self { practising, answers, assessment }
    }

    /// The facts that may be changed: those of the case, and those that have come to matter.
    pub fn facts(&self) -> Vec<Ref<Question>> {
        let asked = |question: &Ref<Question>| {
            self.answers.get(*question).is_some() || self.assessment.ask.contains(question)
        };
        self.practising.policy.question_refs().filter(asked).collect()
    }

    /// The facts that are not those of the case: each with what it was, none where it was not known, and what it is.
    pub fn changed_facts(&self) -> Vec<(Ref<Question>, Option<Answer>, Answer)> {
        let policy = self.practising.policy;
        let mut changed = Vec::new();
        for question in policy.question_refs() {
            let (was, is) = (self.practising.answers.get(question), self.answers.get(question));
            if let Some(is) = is.filter(|is| was != Some(*is)) {
                let answer = |selection| policy[question].answer(selection);
                changed.push((question, was.map(answer), answer(is)));
            }
        }
        changed
    }

    /// What the changed facts make different: the outcome, then options, then what must be done at once.
    pub fn changes(&self) -> Vec<Changed<'a>> {
        let mut changes = Vec::new();
        changes.extend(self.outcome());
        changes.extend(self.options());
        changes.extend(self.duties());
        changes
    }

    fn outcome(&self) -> Option<Changed<'a>> {
        let policy = self.practising.policy;
        let (was, is) = (self.practising.assessment.outcome, self.assessment.outcome);
        let open = "It depends on what is not known yet";
        let name = |outcome: Option<Ref<Outcome>>| outcome.map_or(open, |of| &policy[of].name).to_owned();
        let asked: Vec<&str> =
            self.assessment.ask.iter().map(|question| policy[*question].short.as_str()).collect();
        (was != is).then(|| Changed {
            about: "What to do now".to_owned(),
            was: name(was),
            is: name(is),
            because: is
                .map_or_else(|| format!("Not known: {}.", asked.join("; ")), |is| policy[is].says.clone()),
            source: is.map(|is| &policy[is].source),
        })
    }

    fn options(&self) -> Vec<Changed<'a>> {
        let practising = self.practising;
        let mut changes = Vec::new();
        let standings = practising.assessment.options.iter().zip(&self.assessment.options);
        for (option, (was, is)) in (0..).map(Ref::new).zip(standings) {
            if was.status == is.status {
                continue;
            }
            let reason = reason(practising.policy, &self.answers, option, *is);
            changes.push(Changed {
                about: practising.policy[option].name.clone(),
                was: was.status.name().to_owned(),
                is: is.status.name().to_owned(),
                because: reason.because.to_owned(),
                source: Some(reason.source),
            });
        }
        changes
    }

    fn duties(&self) -> Vec<Changed<'a>> {
        let policy = self.practising.policy;
        let holds = |known: &Option<bool>| *known == Some(true);
        let both = self.practising.assessment.duties.iter().zip(&self.assessment.duties);
        let word = |holds: bool| if holds { "Comes first" } else { "Does not come up" }.to_owned();
        let changed = policy.duties.iter().zip(both).filter(|(_, (was, is))| holds(was) != holds(is));
        changed
            .map(|(duty, (was, is))| Changed {
                about: duty.name.clone(),
                was: word(holds(was)),
                is: word(holds(is)),
                because: if holds(is) { duty.says.clone() } else { String::new() },
                source: Some(&duty.source),
            })
            .collect()
    }
}
