//! What is taught: learning outcomes, the sections of the course with their reading time, and questions whose answers
//! open without JavaScript and stand on paper.

use super::Setting;
use crate::generated::counted;
use maud::{Markup, html};
use policy::{CourseSection, LearningOutcome, QuizChoice, QuizQuestion, Ref};
use policy_compiler::{Item, PlacedItem};

/// The learning outcomes of blocks from one on, as long as nothing stands between them.
fn run_of_outcomes(blocks: &[PlacedItem], text: &str) -> Vec<Ref<LearningOutcome>> {
    let mut run = Vec::new();
    let mut end = None;
    for block in blocks {
        let Item::LearningOutcome(outcome) = block.item else { break };
        if end.is_some_and(|end: usize| !text[end..block.span.start].trim().is_empty()) {
            break;
        }
        run.push(outcome);
        end = Some(block.span.end);
    }
    run
}

impl Setting<'_> {
    /// A block of a page. Learning outcomes that follow one another are one list, which stands at the first of them.
    pub(super) fn block(&self, blocks: &[PlacedItem], at: usize, text: &str) -> Markup {
        let Item::LearningOutcome(outcome) = blocks[at].item else { return self.item(blocks[at].item) };
        match at.checked_sub(1).map(|before| run_of_outcomes(&blocks[before..], text)) {
            Some(run) if run.contains(&outcome) => html! {},
            _ => self.learning_outcomes(&run_of_outcomes(&blocks[at..], text)),
        }
    }

    /// Learning outcomes whose blocks follow one another, as one list.
    pub(super) fn learning_outcomes(&self, outcomes: &[Ref<LearningOutcome>]) -> Markup {
        html! {
            ol class="learning-outcomes" { @for outcome in outcomes {
                @let outcome = &self.site.compiled.training.outcomes[outcome.index()];
                li id={ "learning-outcome-" (outcome.id) } { (outcome.says) " " (self.source(&outcome.source)) }
            } }
        }
    }

    /// Links to learning outcomes.
    pub(super) fn taught(&self, outcomes: &[Ref<LearningOutcome>]) -> Markup {
        html! {
            ul { @for outcome in outcomes {
                @let outcome = &self.site.compiled.training.outcomes[outcome.index()];
                li { (self.link_to("learning-outcome", &outcome.id, &outcome.says)) }
            } }
        }
    }

    /// The head of a section of the course; its text follows on the page.
    pub(super) fn course_section(&self, section: Ref<CourseSection>) -> Markup {
        let training = &self.site.compiled.training;
        let number = section.index() + 1;
        let count = training.sections.len();
        let questions = training.questions_in(Some(section)).count();
        let section = &training.sections[section.index()];
        html! {
            h2 class="course-section" id={ "course-section-" (section.id) } { (section.title) }
            p class="reading-time" {
                "Section " (number) " of " (count) ". About " (counted(section.minutes() as usize, "minute")) " to read"
                @if questions > 0 { ", with " (counted(questions, "question")) }
                "."
            }
        }
    }

    pub(super) fn quiz_question(&self, question: &QuizQuestion) -> Markup {
        let id = format!("quiz-question-{}", question.id);
        html! {
            section class="quiz-question" id=(id) aria-labelledby={ (id) "-ask" } {
                h3 id={ (id) "-ask" } { (question.ask) }
                p class="quiz-rule" {
                    @if question.takes_several() { "Choose each answer that is right." } @else { "Choose one answer." }
                }
                ol class="quiz-choices" { @for choice in &question.choices { li { (choice.says) } } }
                details class="rule" {
                    summary { "Compare your answer" }
                    div class="rule-body" {
                        ol class="quiz-choices" { @for choice in &question.choices { li { (feedback(choice)) } } }
                        p { (self.source(&question.source)) }
                    }
                }
            }
        }
    }
}

fn feedback(choice: &QuizChoice) -> Markup {
    html! { strong { @if choice.right { "Right. " } @else { "Wrong. " } } (choice.feedback) }
}
