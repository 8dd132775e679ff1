//! The kinds of blocks. Each is declared once, in `block_kinds`.
//!
//! To add a kind:
//!
//! 1. declare it here, with the word that opens its block, and its TOML in `block`;
//! 2. turn what was read into a part of the policy, in a method of `Resolver` in a file of `resolve`;
//! 3. set it as HTML, in `item` of the handbook's `markup`.
//!
//! A block that the handbook fills in itself is an [`Insert`]: a line below `inserts`, and its HTML.

use policy::Ref;

/// Hands the list of kinds to another macro. A kind has the name of its variant of [`Item`], with its index where the policy
/// has a list of them; the word that opens its block; the list of those read, with the type of their TOML; and `id` where
/// they have one.
macro_rules! block_kinds {
    ($then:ident) => {
        $then! {
            blocks {
                Question(index: Ref<policy::Question>), "question", questions: RawQuestion, id;
                Group(index: Ref<policy::Group>), "group", groups: RawGroup, id;
                Order, "order", orders: RawOrder;
                Condition(index: Ref<policy::NamedCondition>), "condition", conditions: RawCondition, id;
                Finding(index: Ref<policy::Finding>), "finding", findings: RawFinding, id;
                Outcome(index: Ref<policy::Outcome>), "outcome", outcomes: RawOutcome, id;
                Duty(index: Ref<policy::Duty>), "duty", duties: RawDuty, id;
                Contradiction(index: Ref<policy::Contradiction>), "contradiction", contradictions: RawContradiction, id;
                Option(index: Ref<policy::PolicyOption>), "option", options: RawOption, id;
                Scenario(index: usize), "scenario", scenarios: RawScenario, id;
                Letter(index: usize), "letter", letters: RawLetter, id;
                Record(index: usize), "record", records: RawRecord, id;
                Reasons, "reasons", reasons: RawReasons;
                CaseEntries, "case-entries", case_entries: RawCaseEntries;
                OpenPoint(index: usize), "open-point", open_points: RawOpenPoint, id;
                Property(index: usize), "property", properties: RawProperty, id;
                Changes(index: usize), "changes", changes: CountedChange;
                LearningOutcome(index: Ref<policy::LearningOutcome>), "learning-outcome", learning_outcomes: RawLearningOutcome, id;
                CourseSection(index: Ref<policy::CourseSection>), "course-section", sections: RawCourseSection, id;
                QuizQuestion(index: usize), "quiz-question", quiz_questions: RawQuizQuestion, id;
            }
            inserts {
                /// The decision aid, with its checklist for browsers that cannot run it.
                DecisionAid = "decision-aid",
                /// The questions and rules as a form to fill in on paper.
                Checklist = "checklist",
                /// Everything that the aid can ask and say.
                Catalogue = "catalogue",
                /// The groups and where each can lead, as a picture and in words.
                Flow = "flow",
                /// What was proved, and of which rules.
                Certificate = "certificate",
                /// What carries out each clause.
                Coverage = "coverage",
                /// Every section of the policy, one after the other.
                WholePolicy = "whole-policy",
                /// The practice cases, by what they teach.
                CasesByOutcome = "cases-by-outcome",
                /// How far a learner is with the course.
                Course = "course",
                /// The practice cases to decide.
                Practice = "practice",
                /// The knowledge check. The questions that it draws from follow on the page.
                KnowledgeCheck = "knowledge-check",
                /// A sheet for each practice case, with what a trainer needs to lead a group through it.
                CasesWithNotes = "cases-with-notes",
                /// The practice cases as slides, for the screen at the front.
                CasesAsSlides = "cases-as-slides",
                /// The register, made in the browser from case files.
                Register = "register",
                /// The report on how the policy was used, made in the browser from case files.
                Report = "report",
            }
        }
    };
}
pub(crate) use block_kinds;

macro_rules! declare {
    (
        blocks { $($kind:ident $(($index:ident: $item:ty))?, $word:literal, $list:ident: $raw:ty $(, $id:ident)?;)* }
        inserts { $(#[doc = $doc:literal] $insert:ident = $insert_word:literal,)* }
    ) => {
        /// What a block is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each is the word that opens the block")]
        pub enum BlockKind {
            $($kind,)*
            Insert(Insert),
        }

        /// Something the handbook makes and puts where an empty block of its name stands.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Insert {
            $(#[doc = $doc] $insert,)*
        }

        /// What a block became: a reference into the policy, or the index in the list of its kind in
        /// [`Compiled`](crate::Compiled).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each is what its block is called")]
        pub enum Item {
            $($kind $(($item))?,)*
            Insert(Insert),
        }

        impl BlockKind {
            /// Every kind, with the word that opens its block.
            pub const WORDS: &[(Self, &'static str)] = &[
                $((Self::$kind, $word),)*
                $((Self::Insert(Insert::$insert), $insert_word),)*
            ];
        }
    };
}
block_kinds!(declare);

impl BlockKind {
    /// The word that opens its block.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }
}

/// What refers to an element of a list by its index.
pub(crate) trait Indexed {
    fn from_index(index: u16) -> Self;
    fn to_index(self) -> usize;
}

impl<T> Indexed for Ref<T> {
    fn from_index(index: u16) -> Self {
        Self::new(index)
    }

    fn to_index(self) -> usize {
        self.index()
    }
}

impl Indexed for usize {
    fn from_index(index: u16) -> Self {
        index.into()
    }

    fn to_index(self) -> usize {
        self
    }
}
