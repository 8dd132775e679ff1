//! What a handbook says, once compiled: clauses, questions, and the rules that stand beside them.

use crate::diagram::Ends;
use crate::{Condition, Diagrams, Field, Practice, Ref};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Index;

/// A whole policy. Every reference in it points into its own lists.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    /// The version that records and letters name.
    pub version: String,
    /// The labelled paragraphs of the policy pages, in page order.
    pub clauses: Vec<Clause>,
    /// The groups that questions are asked in, in order.
    pub groups: Vec<Group>,
    /// The questions, in the order they are asked.
    pub questions: Vec<Question>,
    /// Conditions that only have a name; no result reports them.
    pub conditions: Vec<NamedCondition>,
    /// What the answers amount to.
    pub findings: Vec<Finding>,
    /// The conclusions, of which exactly one holds for every complete set of answers.
    pub outcomes: Vec<Outcome>,
    /// What must or may be done at once, in any outcome.
    pub duties: Vec<Duty>,
    /// The ways to manage contact, least intrusive first.
    pub options: Vec<PolicyOption>,
    /// The conditions of all of these, compiled.
    pub diagrams: Diagrams,
}

/// One labelled paragraph of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The stable id, for example `notification.write`.
    pub id: String,
    /// The paragraph number on the page, for example `11.3`.
    pub number: String,
    /// How strongly the clause binds, and whom.
    pub force: Force,
    /// The provisions of the source that the clause restates.
    pub codes: Vec<String>,
    /// The page, from the root of the site, for example `policy/prior-notification.html`.
    pub page: String,
    /// The paragraph as plain text.
    pub text: String,
}

/// How strongly a clause binds, and whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// The Council must.
    Must,
    /// The Council should.
    Should,
    /// The Council, or somebody else, may.
    May,
    /// Something that does not count as unreasonable.
    Not,
    /// An aim of the policy.
    Aim,
    /// What the Council expects of customers.
    Expects,
    /// What a word means, or what the policy covers.
    Definition,
}

impl Force {
    /// Every force with the word that stands for it in a label and on the page.
    pub const WORDS: [(Self, &str); 7] = [
        (Self::Must, "must"),
        (Self::Should, "should"),
        (Self::May, "may"),
        (Self::Not, "not"),
        (Self::Aim, "aim"),
        (Self::Expects, "expects"),
        (Self::Definition, "definition"),
    ];

    /// The word for this force.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(force, _)| *force == self).map_or("", |(_, word)| word)
    }
}

/// Why something is shown: on whose authority.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The Council's policy says it.
    #[default]
    Policy,
    /// The law says it.
    Law,
    /// Good practice, or this handbook's own judgement.
    Guidance,
}

impl Basis {
    /// The word for this basis.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Law => "law",
            Self::Guidance => "guidance",
        }
    }
}

/// Where a line comes from: its clauses, and on whose authority it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The clauses it carries out; the compiler sees to it that there is at least one.
    pub clauses: Vec<Ref<Clause>>,
    /// On whose authority.
    pub basis: Basis,
    /// The statute, where the basis is law.
    pub statute: Option<String>,
}

/// A group of questions that the aid asks together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The stable id.
    pub id: String,
    /// The heading, a question in itself.
    pub title: String,
    /// Whether every question of the group matters in every case (the safety questions do).
    pub always: bool,
}

/// One question to the officer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The stable id.
    pub id: String,
    /// The group it is asked in.
    pub group: Ref<Group>,
    /// The question in full.
    pub ask: String,
    /// A few words that name it in lists.
    pub short: String,
    /// How to tell, where that needs saying.
    pub hint: Option<String>,
    /// The answers it takes, besides "not sure".
    pub answers: AnswerKind,
    /// The answer that meets this check, where the question is a check.
    pub needs: Option<bool>,
    /// What to do when the check is not met.
    pub otherwise: Option<String>,
    /// Who can settle it when the officer is not sure.
    pub settled_by: Option<String>,
    /// Whether "what would change this?" must leave it alone.
    pub fixed: bool,
    /// Where it comes from.
    pub source: Source,
}

/// The answers a question takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerKind {
    /// Yes or no.
    YesNo,
    /// Any number of the choices, none included.
    AnyOf(Vec<Choice>),
    /// Exactly one of the choices.
    OneOf(Vec<Choice>),
}

impl AnswerKind {
    /// The choices to tick; none for a yes-no question.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::YesNo => &[],
            Self::AnyOf(choices) | Self::OneOf(choices) => choices,
        }
    }
}

/// One choice of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The stable id, unique within the question.
    pub id: String,
    /// The words beside the box.
    pub label: String,
    /// Whether it only feeds the record and can change no result.
    pub record_only: bool,
    /// The clauses of this very choice, where they are not the question's.
    pub clauses: Vec<Ref<Clause>>,
}

/// A condition with a name, to say it once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NamedCondition {
    /// The stable id.
    pub id: String,
    /// A few words.
    pub name: String,
    /// When it holds.
    pub when: Condition,
}

/// What the answers amount to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The stable id.
    pub id: String,
    /// A few words.
    pub name: String,
    /// The finding in a sentence.
    pub says: String,
    /// When it holds.
    pub when: Condition,
    /// Where it comes from.
    pub source: Source,
}

/// A conclusion: what the officer should do now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The stable id.
    pub id: String,
    /// The heading.
    pub name: String,
    /// What to do now, in one sentence.
    pub says: String,
    /// When it holds.
    pub when: Condition,
    /// What to do next, in order.
    pub steps: Vec<Step>,
    /// The options that are weighed in it.
    pub weigh: Vec<Ref<PolicyOption>>,
    /// What its record holds.
    pub record: Vec<RecordItem>,
    /// Where it comes from.
    pub source: Source,
}

/// Something the record of an outcome holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordItem {
    /// The answer to a question.
    Question(Ref<Question>),
    /// A finding.
    Finding(Ref<Finding>),
}

/// One thing to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What to do.
    #[serde(rename = "do")]
    pub action: String,
    /// Who does it.
    pub who: String,
    /// Where it comes from.
    pub source: Source,
}

/// Something that must or may be done at once, whatever the outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Duty {
    /// The stable id.
    pub id: String,
    /// A few words, verb first.
    pub name: String,
    /// What to do.
    pub says: String,
    /// Whether somebody's safety hangs on it.
    pub urgent: bool,
    /// When it holds.
    pub when: Condition,
    /// Where it comes from.
    pub source: Source,
}

/// A way to manage contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PolicyOption {
    /// The stable id.
    pub id: String,
    /// A few words, verb first.
    pub name: String,
    /// What it is, with its limits.
    pub does: String,
    /// What a letter tells the customer where it is taken: a sentence with `{detail}` for each detail.
    pub tells: Option<String>,
    /// Whether it limits the customer, so that it needs an end and recorded reasons.
    pub restricts: bool,
    /// The options that it is taken instead of: not both of them can be taken.
    pub instead_of: Vec<Ref<PolicyOption>>,
    /// The questions whose evidence it rests on: at least one of them must have some.
    pub evidence: Vec<Ref<Question>>,
    /// What has to be settled where it is taken.
    pub details: Vec<Field>,
    /// The outcomes it is offered in.
    pub offered_in: Vec<Ref<Outcome>>,
    /// Read from top to bottom, the first that holds decides. The last rule of every outcome it is offered
    /// in always holds; the compiler sees to that.
    pub rules: Vec<Rule>,
    /// Where it comes from.
    pub source: Source,
}

/// One rule of an option: its status, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// The status the option takes.
    pub status: Status,
    /// When.
    pub when: Condition,
    /// The outcomes the rule is for, where not for all.
    pub only_in: Option<Vec<Ref<Outcome>>>,
    /// The reason, in words for the record.
    pub because: String,
    /// Where it comes from.
    pub source: Source,
}

impl Rule {
    /// Whether the rule is read in an outcome.
    pub fn applies_in(&self, outcome: Ref<Outcome>) -> bool {
        self.only_in.as_ref().is_none_or(|only| only.contains(&outcome))
    }
}

/// The standing of an option in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The policy requires it.
    Required,
    /// The facts would support it; a named officer decides.
    Warranted,
    /// Not known yet, or for a person to judge.
    Open,
    /// The facts do not support it.
    NotWarranted,
    /// Something the policy asks for first is lacking.
    NotAvailable,
    /// Not weighed in this outcome.
    NotOffered,
}

impl Status {
    /// Every status with its word in the pages and the data.
    pub const WORDS: [(Self, &str); 6] = [
        (Self::Required, "required"),
        (Self::Warranted, "warranted"),
        (Self::Open, "open"),
        (Self::NotWarranted, "not-warranted"),
        (Self::NotAvailable, "not-available"),
        (Self::NotOffered, "not-offered"),
    ];

    /// The end that stands for this status in a diagram.
    pub(crate) fn end(self) -> Ends {
        let place = Self::WORDS.iter().position(|(status, _)| *status == self);
        1 << place.unwrap_or(0)
    }

    /// The word for this status in the data.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(status, _)| *status == self).map_or("", |(_, word)| word)
    }

    /// The status as people read it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Required => "Required",
            Self::Warranted => "Warranted",
            Self::Open => "Open",
            Self::NotWarranted => "Not warranted",
            Self::NotAvailable => "Not available",
            Self::NotOffered => "Not offered",
        }
    }
}

/// A case to learn from, checked against the policy like a test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// The stable id.
    pub id: String,
    /// The heading.
    pub title: String,
    /// What happened.
    pub story: String,
    /// The facts.
    pub answers: crate::RawAnswers,
    /// The outcome that the policy gives, `None` where it stays open.
    pub outcome: Option<Ref<Outcome>>,
    /// The options worth expecting.
    pub options: BTreeMap<String, Status>,
    /// The findings worth expecting.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub findings: BTreeMap<String, bool>,
    /// The duties worth expecting.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub duties: BTreeMap<String, bool>,
    /// What needs a person, and why.
    pub open: Vec<String>,
    /// Why, and what people get wrong.
    pub notes: String,
    /// The clauses it is about, where it names any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Ref<Clause>>,
    /// What it teaches, where it is a case to practise on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<Practice>,
}

/// Looking a reference up in its policy.
macro_rules! indexed {
    ($($type:ty => $list:ident),* $(,)?) => {$(
        impl Index<Ref<$type>> for Policy {
            type Output = $type;
            fn index(&self, reference: Ref<$type>) -> &$type {
                &self.$list[reference.index()]
            }
        }
    )*};
}

indexed! {
    Clause => clauses,
    Group => groups,
    Question => questions,
    NamedCondition => conditions,
    Finding => findings,
    Outcome => outcomes,
    Duty => duties,
    PolicyOption => options,
}

impl Policy {
    /// Every question, in the order asked.
    pub fn question_refs(&self) -> impl Iterator<Item = Ref<Question>> + use<> {
        crate::reference::refs(&self.questions)
    }

    /// Every outcome, in order.
    pub fn outcome_refs(&self) -> impl Iterator<Item = Ref<Outcome>> + use<> {
        crate::reference::refs(&self.outcomes)
    }

    /// The numbers of some clauses, as a reader looks them up.
    pub fn numbers(&self, clauses: &[Ref<Clause>]) -> String {
        let mut numbers = String::new();
        for clause in clauses {
            numbers.push_str(if numbers.is_empty() { "" } else { ", " });
            numbers.push_str(&self[*clause].number);
        }
        numbers
    }

    /// The question with an id.
    pub fn question(&self, id: &str) -> Option<Ref<Question>> {
        for (place, question) in (0..).zip(&self.questions) {
            if question.id == id {
                return Some(Ref::new(place));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests;
