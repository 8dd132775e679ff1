//! What is written down: the fields of the decision record, the reasons for options, the letters, and the points
//! that the policy leaves to a person.

mod entries;

pub use entries::{EntryFacts, EntryKind, EntryRules};

use crate::{Clause, Condition, Group, Outcome, Policy, PolicyOption, Question, Ref, Source};
use serde::{Deserialize, Serialize};

/// Everything that the decision aid shows: the policy, and what is written down under it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Content {
    /// The policy.
    pub policy: Policy,
    /// What is written down under it.
    pub paperwork: Paperwork,
}

/// What is written down under a policy.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Paperwork {
    /// The sections of the decision record, in order.
    pub sections: Vec<RecordSection>,
    /// The reasons that options need.
    pub reasons: Reasons,
    /// What the policy leaves to a person.
    pub open_points: Vec<OpenPoint>,
    /// The letters.
    pub letters: Vec<Letter>,
    /// The words that the handbook explains.
    pub terms: Vec<Term>,
    /// How one entry of a case follows another.
    pub entries: EntryRules,
}

/// A word that the handbook uses in a particular way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The word.
    pub term: String,
    /// What it means.
    pub meaning: String,
}

/// A section of the decision record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordSection {
    /// The stable id.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The stage at which the officer fills it in.
    pub stage: Stage,
    /// When it belongs in the record. Where the answers do not settle that, it does.
    pub when: Condition,
    /// Whether it belongs there only once an option that restricts is taken.
    pub when_restricting: bool,
    /// The options of which one has to be taken before it belongs there. None where it hangs on no option.
    pub when_taken: Vec<Ref<PolicyOption>>,
    /// What to write down.
    pub fields: Vec<Field>,
    /// Where it comes from.
    pub source: Source,
}

/// The stage at which the officer fills in a section of the record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// At the top of the first screen.
    Start,
    /// Below the questions of a group.
    Questions(Ref<Group>),
    /// With the decision on the options.
    Decision,
    /// After the decision, with its dates and people.
    #[default]
    Dates,
}

/// The reasons that have to be written down for a decision, and can be for each option.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reasons {
    /// Once for the decision, where an option is taken that needs reasons.
    pub decision: Vec<Field>,
    /// Where the option is taken.
    pub taken: Vec<Field>,
    /// Where it is rejected.
    pub rejected: Vec<Field>,
    /// Where they come from.
    pub source: Source,
}

/// A point on which the policy is silent or unclear: a person decides, and records why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpenPoint {
    /// The stable id.
    pub id: String,
    /// The question to a person.
    pub ask: String,
    /// When it comes up.
    pub when: Condition,
    /// Where it comes from.
    pub source: Source,
}

/// Something to fill in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// The stable id, unique in its list; that of a record's field, in all of the record.
    pub id: String,
    /// What to write, in a few words.
    pub label: String,
    /// How to write it, where that needs saying.
    pub hint: Option<String>,
    /// What can be written.
    pub kind: FieldKind,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Where a letter takes it from, so that nothing is asked twice: the first that is written down.
    pub from: Vec<Prefill>,
    /// What of the same list has to be filled in before this one is asked for.
    pub with: Option<With>,
    /// The field with a date that this one must not lie before.
    pub not_before: Option<String>,
    /// The field of the record with a date that this one must not lie after.
    pub not_after: Option<String>,
    /// The date that is usual here.
    pub usual: Option<UsualDate>,
    /// What stands in it until something else is written: words, the id of a choice, or [`TODAY`] for a date.
    pub default: Option<String>,
    /// Whether it is the last day of what is decided.
    pub ends: bool,
    /// What to call the date in a calendar, where it belongs in one.
    pub calendar: Option<String>,
    /// What this one must not cut off.
    pub keeps: Option<Keeps>,
}

/// The default of a date that is the day on which the officer first gets to it.
pub const TODAY: &str = "today";

/// What can be written into a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// A few words, or sentences.
    Text,
    /// One entry to a line; they become a list.
    Lines,
    /// A date.
    Date,
    /// A whole number.
    Number,
    /// One of these, each with what stands beside it.
    Choice(Vec<FieldChoice>),
    /// One or more of these. The text is their ids, one to a line.
    Choices(Vec<FieldChoice>),
}

impl FieldKind {
    /// What can be chosen; nothing where something is written instead.
    pub fn choices(&self) -> &[FieldChoice] {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => choices,
            Self::Text | Self::Lines | Self::Date | Self::Number => &[],
        }
    }
}

/// One choice of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChoice {
    /// The stable id, unique within the field.
    pub id: String,
    /// What stands beside it.
    pub label: String,
    /// When it is the usual one. The first that holds stands in the field until another is chosen.
    pub when: Option<Condition>,
    /// Whether it excludes every other choice, as “none of these” does.
    pub alone: bool,
    /// The choices of the field that is kept (see [`Keeps`]) which this one cuts off.
    pub cuts_off: Vec<String>,
    /// Why it cannot stand, and what to do instead, in a sentence without a full stop. None where it can.
    pub instead: Option<String>,
}

/// Where a letter takes what fills a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prefill {
    /// A field of the record.
    Record(String),
    /// The evidence noted for some questions, one after the other.
    Evidence(Vec<Ref<Question>>),
    /// What the customer is told of the options taken that the letter is about, sentence by sentence.
    Actions,
}

/// A field that another goes with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct With {
    /// The field.
    pub field: String,
    /// The choice that has to be chosen there, where something alone is not enough.
    pub choice: Option<String>,
}

/// The usual date of a field: so many calendar months after another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsualDate {
    /// The field of the record that it is counted from.
    pub after: String,
    /// How many calendar months.
    pub months: u32,
    /// The field of the record that gives the reason for another date, where one has to be given.
    pub otherwise: Option<String>,
}

/// What a detail of an option must not cut off: a way of contact that the customer needs. A letter is held back while it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeps {
    /// The field of the record with the choices to keep.
    pub field: String,
    /// What is cut off whatever stands in the detail. A detail of choices says it of each choice instead.
    pub cuts_off: Vec<String>,
    /// What to say where it is cut off.
    pub warning: String,
    /// The clauses that say so.
    pub clauses: Vec<Ref<Clause>>,
}

/// A letter to the customer: a template of named parts, filled in from fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The stable id.
    pub id: String,
    /// The heading.
    pub name: String,
    /// When to use it, in one sentence.
    pub says: String,
    /// The outcomes it is for.
    pub outcomes: Vec<Ref<Outcome>>,
    /// The options that it is about: one of them has to be taken. None where it is about none in particular.
    pub about: Vec<Ref<PolicyOption>>,
    /// When it can be made at once, before the questions are finished. Never where there is none.
    pub at_once: Option<Condition>,
    /// Whether it is only offered: no way through a case leads to it, and nothing waits for it.
    pub optional: bool,
    /// What the officer fills in, in order.
    pub fields: Vec<Field>,
    /// The parts, in the order of the letter.
    pub parts: Vec<LetterPart>,
    /// Where it comes from.
    pub source: Source,
}

/// A named part of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPart {
    /// The stable id, unique within the letter.
    pub id: String,
    /// A few words.
    pub name: String,
    /// Whether the letter cannot be sent without it.
    pub required: bool,
    /// The options of which one has to be taken before it stands in the letter. None where it hangs on no option.
    pub when_taken: Vec<Ref<PolicyOption>>,
    /// The options of which none may be taken, or it does not stand in the letter.
    pub unless_taken: Vec<Ref<PolicyOption>>,
    /// The text, paragraph by paragraph.
    pub paragraphs: Vec<Vec<Piece>>,
    /// Where it comes from.
    pub source: Source,
}

/// A stretch of a letter's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// As it stands. What is in square brackets is left for the word processor.
    Text(String),
    /// As it stands, in bold.
    Strong(String),
    /// What is filled in: the index of the field among the letter's fields.
    Field(u8),
}
