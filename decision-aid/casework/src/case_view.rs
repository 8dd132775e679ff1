//! A case under a policy: what follows from the answers, and what is there to fill in.

use crate::screen::Screen;
use crate::weighed_option::{Choice, WeighedOption};
use crate::{Case, Key, OWN_OPTIONS};
use policy::{
    Answer, Assessment, Circumstances, Condition, Content, Contradiction, OpenPoint, Policy, PolicyOption,
    Question, Ref, Selection, Status, Walk, walk,
};
use std::cell::OnceCell;
use std::rc::Rc;

/// A case under a policy.
#[derive(Debug)]
pub struct CaseView<'a> {
    /// The policy, and what is written down under it.
    pub content: &'a Content,
    /// The case.
    pub case: &'a Case,
    /// The way through the questions, and what follows from it.
    pub walk: Rc<Walk>,
    /// The options, once they were weighed.
    pub(crate) weighed: OnceCell<Vec<WeighedOption<'a>>>,
    /// The screen of each section of the record, once they were found.
    pub(crate) section_screens: OnceCell<Vec<Screen>>,
}

impl<'a> CaseView<'a> {
    /// A case under a policy.
    pub fn new(content: &'a Content, case: &'a Case) -> Self {
        Self::with_walk(content, case, Rc::new(walk(&content.policy, &case.answers)))
    }

    /// The same, where the way through the questions was found before.
    pub fn with_walk(content: &'a Content, case: &'a Case, walk: Rc<Walk>) -> Self {
        Self { content, case, walk, weighed: OnceCell::new(), section_screens: OnceCell::new() }
    }

    /// The policy.
    pub fn policy(&self) -> &'a Policy {
        &self.content.policy
    }

    /// What follows from the answers.
    pub fn assessment(&self) -> &Assessment {
        &self.walk.assessment
    }

    /// Whether something comes up in this case: unless it is settled that it does not. Once everything that matters is answered,
    /// what no question comes up for is settled too: nothing of it is so.
    pub(crate) fn comes_up(&self, when: &Condition) -> bool {
        if self.walk.next.is_some() {
            return self.holds(when) != Some(false);
        }
        let (policy, mut answers) = (self.policy(), self.walk.answers.clone());
        let unasked = policy.question_refs().filter(|question| self.walk.answers.get(*question).is_none());
        unasked.for_each(|question| answers.set(question, Selection::Chosen(0)));
        let outcome = self.assessment().outcome;
        when.holds(Circumstances { policy, answers: &answers, outcome }) != Some(false)
    }

    pub(crate) fn holds(&self, when: &Condition) -> Option<bool> {
        let (policy, answers) = (self.policy(), &self.walk.answers);
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

    /// What is noted of the answer to a question, line by line: what happened under each choice ticked, then the rest.
    pub fn evidence(&self, asked: Ref<Question>) -> Vec<&'a str> {
        let notes = self.evidence_of_choices(asked).into_iter().map(|(_, note)| note);
        let question = &self.policy()[asked];
        let rest = self.case.text(&Key::Evidence(&question.id)).trim();
        notes.chain((!rest.is_empty()).then_some(rest)).collect()
    }

    /// What is noted of each choice ticked, where something is.
    pub fn evidence_of_choices(&self, asked: Ref<Question>) -> Vec<(&'a policy::Choice, &'a str)> {
        let question = &self.policy()[asked];
        let Some(Answer::Many(ticked)) = self.case.answers.get(&question.id) else { return Vec::new() };
        let choices = question.answers.choices().iter().filter(|choice| ticked.contains(&choice.id));
        let noted = choices
            .map(|choice| (choice, self.case.text(&Key::ChoiceEvidence(&question.id, &choice.id)).trim()));
        noted.filter(|(_, note)| !note.is_empty()).collect()
    }

    /// Whether what happened is noted of each choice of a question: options rest on it.
    pub fn notes_each_choice(&self, asked: Ref<Question>) -> bool {
        let rests = |option: &PolicyOption| option.evidence.contains(&asked);
        !self.policy()[asked].answers.choices().is_empty() && self.policy().options.iter().any(rests)
    }

    /// The questions whose answers do not matter at the moment.
    pub fn set_aside(&self) -> Vec<Ref<Question>> {
        let is_given = |asked: &Ref<Question>| self.case.answers.contains_key(&self.policy()[*asked].id);
        let questions = self.policy().question_refs().filter(is_given);
        questions.filter(|asked| !self.walk.answered.contains(asked)).collect()
    }

    /// Whether an option that restricts is taken. One of the officer's own counts: nobody else knows what it does.
    pub(crate) fn restricts(&self) -> bool {
        let mut options = (0..).zip(&self.policy().options);
        options.any(|(index, option)| option.restricts && self.takes(Ref::new(index)))
            || self.has_own_option()
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

    /// Whether one of some options is taken.
    pub(crate) fn takes_any(&self, options: &[Ref<PolicyOption>]) -> bool {
        options.iter().any(|option| self.takes(*option))
    }

    pub(crate) fn has_own_option(&self) -> bool {
        (1..=OWN_OPTIONS).any(|number| !self.case.text(&Key::Own(number)).is_empty())
    }

    /// What does not go together among the answers that count.
    pub fn contradictions(&self) -> Vec<&'a Contradiction> {
        let all = self.policy().contradictions.iter();
        all.filter(|contradiction| self.holds(&contradiction.when) == Some(true)).collect()
    }

    /// Those of them that the answer to a question has a part in: each is said beside it.
    pub fn contradictions_at(&self, question: Ref<Question>) -> Vec<&'a Contradiction> {
        let mut found = self.contradictions();
        found.retain(|contradiction| contradiction.questions.contains(&question));
        found
    }

    /// What the policy leaves to a person in this case, each with the key for what is decided.
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
