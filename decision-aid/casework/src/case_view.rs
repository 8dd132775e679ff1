//! A case under a policy: what follows from the answers, and what is there to fill in.

use crate::form::Entry;
use crate::letter::LetterState;
use crate::missing::{self, Missing};
use crate::options::{Choice, WeighedOption, choice, weigh};
use crate::{Case, Key, OWN_OPTIONS};
use document::Document;
use policy::{
    Assessment, Circumstances, Condition, Content, Letter, OpenPoint, Policy, PolicyOption, Question,
    RecordSection, Ref, Walk, walk,
};
use std::rc::Rc;

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
    fn comes_up(&self, when: &Condition) -> bool {
        self.holds(when) != Some(false)
    }

    fn holds(&self, when: &Condition) -> Option<bool> {
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

    /// The sections of the record that come up, each with its fields.
    pub fn sections(&self) -> Vec<(&'a RecordSection, Vec<Entry<'a>>)> {
        let restricting = self.restricts();
        let mut sections = Vec::new();
        for section in &self.content.paperwork.sections {
            if self.comes_up(&section.when) && (restricting || !section.when_restricting) {
                let mut entries = Vec::new();
                for field in &section.fields {
                    entries.push(self.entry(field, &Key::Record(&field.id)));
                }
                sections.push((section, entries));
            }
        }
        sections
    }

    /// Whether an option that restricts is taken. One of the officer's own counts: nobody else knows what it does.
    fn restricts(&self) -> bool {
        for (place, option) in (0..).zip(&self.policy().options) {
            if option.restricts && self.takes(Ref::new(place)) {
                return true;
            }
        }
        self.has_own_option()
    }

    fn takes(&self, option: Ref<PolicyOption>) -> bool {
        choice(self, option) == Choice::Taken
    }

    fn has_own_option(&self) -> bool {
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

    /// The options to weigh, least intrusive first, and those that the officer has added.
    pub fn options(&self) -> Vec<WeighedOption<'a>> {
        weigh(self)
    }

    /// Whether a letter is for the outcome, and for something that was decided: an option that it is about, or one of
    /// the officer's own, which no letter can name.
    pub fn is_for_this(&self, letter: &Letter) -> bool {
        let Some(outcome) = self.assessment().outcome else { return false };
        let mut about = letter.about.is_empty() || self.has_own_option();
        for option in &letter.about {
            about |= self.takes(*option);
        }
        about && letter.outcomes.contains(&outcome)
    }

    /// The letters for the outcome.
    pub fn letters(&self) -> Vec<&'a Letter> {
        let mut letters = Vec::new();
        for letter in &self.content.paperwork.letters {
            if self.is_for_this(letter) {
                letters.push(letter);
            }
        }
        letters
    }

    /// A letter, as far as it is filled in.
    pub fn letter(&self, letter: &'a Letter) -> LetterState<'a> {
        LetterState::new(self, letter)
    }

    /// The decision record. `today` is its date.
    pub fn record(&self, today: &str) -> Document {
        crate::record::document(self, today)
    }

    /// The case's reference: the first field of the record.
    pub fn reference(&self) -> String {
        for section in &self.content.paperwork.sections {
            if let Some(field) = section.fields.first() {
                return self.record_value(&field.id);
            }
        }
        String::new()
    }

    /// Everything that the record still lacks, or that is wrong in it, in the order of the screens.
    pub fn missing(&self) -> Vec<Missing> {
        let mut lacking = Vec::new();
        missing::of_options(&mut lacking, &self.options());
        for (_, entries) in &self.sections() {
            missing::of_entries(&mut lacking, "", entries);
        }
        lacking
    }
}
