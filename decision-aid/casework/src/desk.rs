//! A case under a policy: what follows from the answers, and what is there to fill in.

use crate::form::Entry;
use crate::letter::LetterState;
use crate::options::{WeighedOption, weigh};
use crate::{Case, Key, OWN_OPTIONS};
use document::Document;
use policy::{
    Assessment, Circumstances, Condition, Content, Letter, OpenPoint, Policy, RecordSection, Walk, walk,
};

/// A case under a policy.
#[derive(Debug)]
pub struct Desk<'a> {
    /// The policy, and what is written down under it.
    pub content: &'a Content,
    /// The case.
    pub case: &'a Case,
    /// The way through the questions, and what follows from it.
    pub way: Walk,
}

impl<'a> Desk<'a> {
    /// Lays a case out under a policy.
    pub fn new(content: &'a Content, case: &'a Case) -> Self {
        Self { content, case, way: walk(&content.policy, &case.answers) }
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
        let (policy, answers) = (self.policy(), &self.way.answers);
        let outcome = self.assessment().outcome;
        when.holds(Circumstances { policy, answers, outcome }) != Some(false)
    }

    /// The sections of the record that come up, each with its fields.
    pub fn sections(&self) -> Vec<(&'a RecordSection, Vec<Entry<'a>>)> {
        let restricting = self.restricts();
        let comes_up = |section: &&RecordSection| {
            self.comes_up(&section.when) && (restricting || !section.when_restricting)
        };
        let sections = self.content.paperwork.sections.iter().filter(comes_up);
        sections.map(|section| (section, self.entries(&section.fields, |id| Key::Record(id)))).collect()
    }

    /// Whether an option that restricts is taken. One of the officer's own counts: nobody else knows what it does.
    fn restricts(&self) -> bool {
        let taken = |id: &str| self.case.text(&Key::Taken(id)) == "yes";
        self.policy().options.iter().any(|option| option.restricts && taken(&option.id))
            || (1..=OWN_OPTIONS).any(|number| !self.case.text(&Key::Own(number)).is_empty())
    }

    /// What the policy leaves to a person in this case, each with the place for what is decided.
    pub fn open_points(&self) -> Vec<(&'a OpenPoint, String)> {
        let points = self.content.paperwork.open_points.iter().filter(|point| self.comes_up(&point.when));
        points.map(|point| (point, Key::OpenPoint(&point.id).to_string())).collect()
    }

    /// The options to weigh, least intrusive first, and those that the officer has added.
    pub fn options(&self) -> Vec<WeighedOption<'a>> {
        weigh(self)
    }

    /// The letters for the outcome.
    pub fn letters(&self) -> Vec<&'a Letter> {
        let outcome = self.assessment().outcome;
        let letters = self.content.paperwork.letters.iter();
        letters.filter(|letter| outcome.is_some_and(|outcome| letter.outcomes.contains(&outcome))).collect()
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
        let first = self.content.paperwork.sections.iter().flat_map(|section| &section.fields).next();
        first.map(|field| self.record_value(&field.id)).unwrap_or_default()
    }

    /// Everything that the record still lacks, or that is wrong in it, in the order of the screens.
    pub fn lacking(&self) -> Vec<Entry<'a>> {
        let options = self.options().into_iter().flat_map(|option| option.entries);
        let fields = self.sections().into_iter().flat_map(|(_, entries)| entries);
        options.chain(fields).filter(|entry| entry.problem.is_some()).collect()
    }
}
