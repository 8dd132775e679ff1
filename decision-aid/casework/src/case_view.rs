//! A case under a policy: what follows from the answers, and what is there to fill in.

use crate::{Case, Key, OWN_OPTIONS};
use policy::{
    Assessment, Circumstances, Condition, Content, OpenPoint, Policy, PolicyOption, Question, Ref, Status,
    Walk, walk,
};
use std::rc::Rc;

/// What the officer decided about an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Nothing yet.
    Undecided,
    /// It is taken.
    Taken,
    /// It is not taken.
    Rejected,
}

/// A case under a policy.
#[derive(Debug)]
pub struct CaseView<'a> {
    /// The policy, and what is written down under it.
    pub content: &'a Content,
    /// The case.
    pub case: &'a Case,
    /// The way through the questions, and what follows from it.
    pub way: Rc<Walk>,
}

impl<'a> CaseView<'a> {
    /// Lays a case out under a policy.
    pub fn new(content: &'a Content, case: &'a Case) -> Self {
        Self { content, case, way: Rc::new(walk(&content.policy, &case.answers)) }
    }

    /// The policy.
    pub fn policy(&self) -> &'a Policy {
        &self.content.policy
    }

    /// What follows from the answers.
    pub fn assessment(&self) -> &Assessment {
        &self.way.assessment
    }

    /// Whether something comes up in this case: unless it is settled that it does not.
    pub(crate) fn comes_up(&self, when: &Condition) -> bool {
        self.holds(when) != Some(false)
    }

    pub(crate) fn holds(&self, when: &Condition) -> Option<bool> {
        let (policy, answers) = (self.policy(), &self.way.answers);
        let outcome = self.assessment().outcome;
        when.holds(Circumstances { policy, answers, outcome })
    }

    /// The answer given to a question, in the words that the officer ticked; empty where there is none.
    pub fn answer_in_words(&self, asked: Ref<Question>) -> String {
        let question = &self.policy()[asked];
        match self.case.answers.get(&question.id) {
            Some(answer) => question.in_words(answer),
            None => String::new(),
        }
    }

    /// The questions whose answers do not matter at the moment.
    pub fn set_aside(&self) -> Vec<Ref<Question>> {
        let mut aside = Vec::new();
        for asked in self.policy().question_refs() {
            let given = self.case.answers.contains_key(&self.policy()[asked].id);
            if given && !self.way.answered.contains(&asked) {
                aside.push(asked);
            }
        }
        aside
    }

    /// Whether an option that restricts is taken. One of the officer's own counts: nobody else knows what it does.
    pub(crate) fn restricts(&self) -> bool {
        for (place, option) in (0..).zip(&self.policy().options) {
            if option.restricts && self.takes(Ref::new(place)) {
                return true;
            }
        }
        self.has_own_option()
    }

    /// What was decided about an option of the policy. What the policy requires is taken, unless the officer says otherwise.
    pub(crate) fn choice(&self, option: Ref<PolicyOption>) -> Choice {
        match self.case.text(&Key::Taken(&self.policy()[option].id)) {
            "yes" => Choice::Taken,
            "no" => Choice::Rejected,
            _ if self.assessment().options[option.index()].status == Status::Required => Choice::Taken,
            _ => Choice::Undecided,
        }
    }

    pub(crate) fn takes(&self, option: Ref<PolicyOption>) -> bool {
        self.choice(option) == Choice::Taken
    }

    pub(crate) fn has_own_option(&self) -> bool {
        (1..=OWN_OPTIONS).any(|number| !self.case.text(&Key::Own(number)).is_empty())
    }

    /// What the policy leaves to a person in this case, each with the place for what is decided.
    pub fn open_points(&self) -> Vec<(&'a OpenPoint, String)> {
        let mut points = Vec::new();
        for point in &self.content.paperwork.open_points {
            // Only where it is settled: a point about what nobody knows yet would state it.
            if self.holds(&point.when) == Some(true) {
                points.push((point, Key::OpenPoint(&point.id).to_string()));
            }
        }
        points
    }
}
