//! A practice case: what a learner would do, compared line by line with what the policy gives.
//!
//! A learner says everything before anything is compared. What needs a person is written in the learner's own words, set beside
//! the case's own and counted by the learner alone, because no program can mark free text honestly.

use policy::{
    Answers, Assessment, Mistake, Outcome, Policy, PolicyOption, Question, Ref, Scenario, Source, Status,
    assess, changes_to_outcome, reason, why_outcome,
};
use std::collections::BTreeMap;

/// The most outcomes that a learner chooses from, the open one included.
const MOST_CHOICES: usize = 5;

/// The most options that a learner is asked about although the outcome does not offer them.
const MOST_NOT_OFFERED: usize = 2;

/// Where a learner says that the policy leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomeChoice {
    /// To this outcome.
    Outcome(Ref<Outcome>),
    /// To no outcome yet: it depends on facts that are not known.
    Open,
}

impl OutcomeChoice {
    /// The outcome; none for the choice that the case is open.
    pub fn outcome(self) -> Option<Ref<Outcome>> {
        match self {
            Self::Outcome(outcome) => Some(outcome),
            Self::Open => None,
        }
    }
}

impl From<Option<Ref<Outcome>>> for OutcomeChoice {
    fn from(outcome: Option<Ref<Outcome>>) -> Self {
        outcome.map_or(Self::Open, Self::Outcome)
    }
}

/// What a learner says of an option: whether it can be used now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// The facts support it, or the policy requires it.
    Yes,
    /// The facts do not support it, or it cannot be used yet.
    No,
    /// A person has to judge.
    Person,
}

impl Judgement {
    /// Every judgement, in the order in which it is offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Person];

    /// The judgement in words.
    pub fn says(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::No => "No",
            Self::Person => "A person decides",
        }
    }
}

impl From<Status> for Judgement {
    fn from(status: Status) -> Self {
        match status {
            Status::Required | Status::Warranted => Self::Yes,
            Status::Open => Self::Person,
            Status::NotWarranted | Status::NotAvailable | Status::NotOffered => Self::No,
        }
    }
}

/// How near a learner's answer is to what the policy gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agreement {
    /// The same.
    Same,
    /// Another, but a near one: what makes the difference, in a sentence.
    Near(String),
    /// Another.
    Different,
}

/// What a learner would do in a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    /// Where the policy leads.
    pub outcome: Option<OutcomeChoice>,
    /// Whether each option can be used now, by the option's index in [`Policy::options`].
    pub options: BTreeMap<usize, Judgement>,
    /// What a person has to judge, and why, in the learner's words.
    pub open_points: String,
}

/// A case to practise on, with what the policy gives for it.
#[derive(Debug, Clone)]
pub struct PracticeCase<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The case as its author wrote it.
    pub scenario: &'a Scenario,
    /// Its facts.
    pub answers: Answers,
    /// What the policy gives.
    pub assessment: Assessment,
}

/// One line of the comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonLine<'a> {
    /// The name of the option that it is about; `None` for the outcome.
    pub option: Option<&'a str>,
    /// What the learner said.
    pub learner: String,
    /// What the policy gives.
    pub policy: String,
    /// How near the one is to the other.
    pub agreement: Agreement,
    /// Why what the learner said is tempting and wrong, where the case names that mistake.
    pub mistake: Option<&'a str>,
    /// Whether the policy leaves it to a person's judgement.
    pub needs_a_person: bool,
    /// Why the policy gives it, in words.
    pub reason: String,
    /// Where the reason comes from; `None` while the outcome is not known.
    pub source: Option<&'a Source>,
}

impl<'a> PracticeCase<'a> {
    /// Assesses a case under a policy; `None` where its answers are not answers to the questions of this policy.
    pub fn new(policy: &'a Policy, scenario: &'a Scenario) -> Option<Self> {
        let answers = Answers::read(policy, &scenario.answers).ok()?;
        let assessment = assess(policy, &answers);
        Some(Self { policy, scenario, answers, assessment })
    }

    /// The outcomes that the learner chooses from, in the order of the policy: the one that the policy gives, and the mistakes that the
    /// case names. Where it names none, the nearest others, and that it stays open.
    pub fn outcome_choices(&self) -> Vec<OutcomeChoice> {
        if self.mistakes().is_empty() {
            return self.near_choices();
        }
        let named = self.mistakes().iter().map(|mistake| mistake.outcome);
        let offered: Vec<_> = named.chain([self.assessment.outcome]).collect();
        let outcomes = self.policy.outcome_refs().map(Some).chain([None]);
        outcomes.filter(|outcome| offered.contains(outcome)).map(OutcomeChoice::from).collect()
    }

    /// The mistakes that the case names.
    fn mistakes(&self) -> &'a [Mistake] {
        self.scenario.practice.as_ref().map_or(&[], |practice| &practice.mistakes)
    }

    /// The outcome that the policy gives, the nearest others, and that it stays open. An outcome is the nearer, the fewer facts would
    /// have to be different for it.
    fn near_choices(&self) -> Vec<OutcomeChoice> {
        let given = self.assessment.outcome;
        let mut others: Vec<_> =
            self.policy.outcome_refs().filter(|outcome| Some(*outcome) != given).collect();
        others.sort_by_cached_key(|outcome| self.distance(*outcome));
        // The nearest that weighs what the case names as a mistake comes first.
        if let Some(place) = others.iter().position(|outcome| self.is_tempting(*outcome)) {
            others[..=place].rotate_right(1);
        }
        // One choice is that it stays open.
        others.truncate(MOST_CHOICES - 1 - usize::from(given.is_some()));
        let is_offered = |outcome: &Ref<Outcome>| Some(*outcome) == given || others.contains(outcome);
        let offered = self.policy.outcome_refs().filter(is_offered).map(OutcomeChoice::Outcome);
        offered.chain([OutcomeChoice::Open]).collect()
    }

    /// Whether an outcome weighs an option that the case names although it is not offered: one that people might reach for.
    fn is_tempting(&self, outcome: Ref<Outcome>) -> bool {
        self.policy[outcome]
            .weigh
            .iter()
            .any(|option| self.scenario.options.get(&self.policy[*option].id) == Some(&Status::NotOffered))
    }

    /// How many facts would have to be different for an outcome; the largest number where no few facts lead there.
    fn distance(&self, outcome: Ref<Outcome>) -> usize {
        let changes = changes_to_outcome(self.policy, &self.answers, outcome);
        changes.first().map_or(usize::MAX, Vec::len)
    }

    /// The options that the learner is asked about: those that the case names, else those that its outcome weighs. Of those
    /// that the outcome does not offer, the first few that the case names stand among them as plausible mistakes.
    pub fn options(&self) -> Vec<Ref<PolicyOption>> {
        let is_named =
            |option: &Ref<PolicyOption>| self.scenario.options.contains_key(&self.policy[*option].id);
        let named = (0..).map(Ref::new).take(self.policy.options.len()).filter(is_named);
        let mut not_offered = 0;
        let is_asked = |option: &Ref<PolicyOption>| {
            let is_offered = self.assessment.options[option.index()].status != Status::NotOffered;
            not_offered += usize::from(!is_offered);
            is_offered || not_offered <= MOST_NOT_OFFERED
        };
        let asked: Vec<_> = named.filter(is_asked).collect();
        match self.assessment.outcome {
            Some(outcome) if asked.is_empty() => self.policy[outcome].weigh.clone(),
            _ => asked,
        }
    }

    /// Whether the learner has said enough to compare: an outcome, and a judgement of each option.
    pub fn is_complete(&self, decision: &Decision) -> bool {
        decision.outcome.is_some()
            && self.options().iter().all(|option| decision.options.contains_key(&option.index()))
    }

    /// What the learner said beside what the policy gives: the outcome, then each option.
    pub fn compare(&self, decision: &Decision) -> Vec<ComparisonLine<'a>> {
        let outcome = decision.outcome.map(|choice| self.outcome_line(choice));
        let options = self
            .options()
            .into_iter()
            .filter_map(|option| Some(self.option_line(option, *decision.options.get(&option.index())?)));
        outcome.into_iter().chain(options).collect()
    }

    /// The fewest facts that settle the outcome; empty where it is open.
    pub fn deciding_facts(&self) -> Vec<Ref<Question>> {
        let outcome = self.assessment.outcome;
        outcome.and_then(|outcome| why_outcome(self.policy, &self.answers, outcome)).unwrap_or_default()
    }

    fn outcome_line(&self, learner: OutcomeChoice) -> ComparisonLine<'a> {
        let policy = self.policy;
        let name = |choice: OutcomeChoice| policy.outcome_name(choice.outcome()).to_owned();
        let given = OutcomeChoice::from(self.assessment.outcome);
        let mistake = self.mistakes().iter().find(|mistake| OutcomeChoice::from(mistake.outcome) == learner);
        let (reason, source) = match given {
            OutcomeChoice::Outcome(outcome) => (policy[outcome].says.clone(), Some(&policy[outcome].source)),
            OutcomeChoice::Open => (self.unknown_facts(), None),
        };
        ComparisonLine {
            option: None,
            learner: name(learner),
            policy: name(given),
            agreement: if learner == given { Agreement::Same } else { self.near_outcome(learner) },
            mistake: mistake.map(|mistake| mistake.because.as_str()),
            needs_a_person: given == OutcomeChoice::Open,
            reason,
            source,
        }
    }

    /// How near another outcome is than the one that the policy gives: one fact makes the difference, or it is not that near.
    fn near_outcome(&self, learner: OutcomeChoice) -> Agreement {
        let OutcomeChoice::Outcome(outcome) = learner else { return Agreement::Different };
        match changes_to_outcome(self.policy, &self.answers, outcome).first().map(Vec::as_slice) {
            Some([]) => {
                Agreement::Near("It is still possible, but a fact is missing to settle it.".to_owned())
            }
            Some([(question, selection)]) => {
                let question = &self.policy[*question];
                let answer = question.in_words(&question.answer(*selection));
                Agreement::Near(format!(
                    "One fact makes the difference. It would be right with “{}: {answer}”.",
                    question.short
                ))
            }
            _ => Agreement::Different,
        }
    }

    /// The facts that an open outcome depends on, in words.
    fn unknown_facts(&self) -> String {
        let asked: Vec<&str> =
            self.assessment.ask.iter().map(|question| self.policy[*question].short.as_str()).collect();
        format!("It depends on this: {}.", asked.join("; "))
    }

    fn option_line(&self, option: Ref<PolicyOption>, learner: Judgement) -> ComparisonLine<'a> {
        let given = self.assessment.options[option.index()];
        let reason = reason(self.policy, &self.answers, option, given);
        ComparisonLine {
            option: Some(&self.policy[option].name),
            learner: learner.says().to_owned(),
            policy: in_plain_words(given.status).to_owned(),
            agreement: agreement(learner, given.status),
            mistake: None,
            needs_a_person: given.status == Status::Open,
            reason: reason.because.to_owned(),
            source: Some(reason.source),
        }
    }
}

/// How near a judgement of an option is to its status.
fn agreement(learner: Judgement, given: Status) -> Agreement {
    let near = |difference: &str| Agreement::Near(difference.to_owned());
    match (learner, given) {
        _ if learner == given.into() => Agreement::Same,
        (Judgement::Yes, Status::NotAvailable) => near("It may be right later. Something has to come first."),
        (Judgement::Yes, Status::Open) => {
            near("It may turn out so, but the facts do not settle it. A person does.")
        }
        (Judgement::No, Status::Open) => {
            near("It may turn out so, but nothing rules it out. A person decides.")
        }
        (Judgement::Person, Status::Warranted) => near(
            "A person decides whether to use it. What is asked here is whether the facts support it, and they do.",
        ),
        _ => Agreement::Different,
    }
}

/// The status of an option as an answer to "Can this be used now?".
fn in_plain_words(status: Status) -> &'static str {
    match status {
        Status::Required => "Yes, the policy requires it",
        Status::Warranted => "Yes, the facts would support it",
        Status::Open => "A person decides",
        Status::NotWarranted => "No, the facts do not support it",
        Status::NotAvailable => "No, something has to come first",
        Status::NotOffered => "No, it is not for a case like this",
    }
}
