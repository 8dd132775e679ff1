//! The policy as data, and what it decides.
//!
//! This crate is the model that the pages of the handbook are compiled into, and the one function that
//! applies it: [`assess`]. It is pure: no files, clock, HTML or web interface, so the command line, the
//! tests and the browser all get the same answer from the same code.
//!
//! It may depend on serde and, for the bytes that the browser gets, postcard. It knows no policy by name: ids, wording and rules all come from the pages.
//!
//! Start with [`Policy`] (what the pages say), then [`Answers`] (what is known of a case), then [`assess`]
//! (what follows), then [`walk`] (which question comes next). [`why_outcome`], [`effect`], [`trace`] and
//! [`changes_to_outcome`] explain what follows.

mod answers;
mod assessment;
mod bytes;
mod changes;
mod condition;
mod deferred;
mod diagram;
mod explanation;
#[cfg(test)]
mod generated_policy;
mod model;
mod paperwork;
#[cfg(test)]
mod properties;
mod reference;
#[cfg(test)]
mod small_policy;
mod training;
mod walk;
mod why;

pub use answers::{Answer, AnswerError, Answers, NONE_OF_THESE, NOT_SURE, RawAnswers, Selection};
pub use assessment::{Assessment, OptionStatus, assess};
pub use bytes::BytesError;
pub use changes::{Change, changes_to_outcome, changes_to_status, single_changes_to_status};
pub use condition::{Circumstances, Condition, and, or};
pub use deferred::{Deferred, FirstStage, OptionTexts};
pub use diagram::{Bit, Diagrams, Edge, Node, bits_of, terminal};
pub use explanation::{Effect, Reason, TraceLine, deciding_rules, effect, reason, trace};
pub use model::{
    AnswerKind, Basis, Choice, Clause, Conflict, ConflictsWith, Contradiction, Duty, Finding, Force, Group,
    NamedCondition, Outcome, Policy, PolicyOption, Question, RecordItem, Rule, Scenario, Source, Status,
    Step,
};
pub use paperwork::{
    Content, EntryFacts, EntryKind, EntryRules, Field, FieldChoice, FieldKind, Keeps, Letter, LetterPart,
    OpenPoint, Paperwork, Piece, Prefill, Reasons, RecordSection, Stage, TODAY, Term, UsualDate, With,
};
pub use reference::Ref;
pub use training::{
    CourseSection, LearningOutcome, Mistake, Opening, Practice, QuizChoice, QuizQuestion, Training,
    WORDS_PER_MINUTE,
};
pub use walk::{Walk, walk};
pub use why::{why_outcome, why_status};
