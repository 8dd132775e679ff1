//! What is taught: learning outcomes, the sections of the course with their reading time, and questions whose answers
//! open without JavaScript and stand on paper.

use super::Setting;
use super::in_markdown::as_block;
use super::scenario::paragraphs;
use crate::generated::counted;
use maud::{Markup, PreEscaped, html};
use policy::{CourseSection, LearningOutcome, Opening, QuizChoice, QuizQuestion, Ref, Training};
use policy_compiler::{Insert, Item, PlacedItem};

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
        if let Item::CourseSection(section) = blocks[at].item {
            return html! { (end(&blocks[..at], &self.site.compiled.training)) (as_block(self.course_section(section))) };
        }
        let Item::LearningOutcome(outcome) = blocks[at].item else {
            return as_block(self.item(blocks[at].item));
        };
        match at.checked_sub(1).map(|before| run_of_outcomes(&blocks[before..], text)) {
            Some(run) if run.contains(&outcome) => html! {},
            _ => as_block(self.learning_outcomes(&run_of_outcomes(&blocks[at..], text))),
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

    /// The head of a section of the course; its text follows on the page, up to its [`end`].
    pub(super) fn course_section(&self, section: Ref<CourseSection>) -> Markup {
        let training = &self.site.compiled.training;
        let number = section.index() + 1;
        let count = training.sections.len();
        let questions = training.questions_in(Some(section)).count();
        let section = &training.sections[section.index()];
        let id = format!("course-section-{}", section.id);
        let decision = section.opening.iter().map(|_| counted(1, "decision"));
        let asked = decision.chain((questions > 0).then(|| counted(questions, "question")));
        let asked = asked.collect::<Vec<_>>().join(" and ");
        let head = html! {
            h2 class="course-section" id=(id) tabindex="-1" { (section.title) }
            p class="reading-time" {
                "Section " (number) " of " (count) ". About " (counted(section.minutes() as usize, "minute")) " to read"
                @if !asked.is_empty() { ", with " (asked) }
                "."
            }
            @if let Some(opening) = &section.opening { (self.opening(opening)) }
        };
        // The text stands in a section of its own, so that the course can be shown a section at a time.
        html! {
            (PreEscaped(format!("<section class=\"course-text\" id=\"course-text-{}\" aria-labelledby=\"{id}\">", section.id)))
            (head)
        }
    }

    /// The story that a section opens with, and its decision.
    fn opening(&self, opening: &Opening) -> Markup {
        html! {
            div class="opening" {
                div class="opening-story" { @for paragraph in paragraphs(&opening.story) { p { (paragraph) } } }
                p class="opening-how" { "Decide first, then read on: the text explains it. Your decision does not count to your progress." }
                (self.quiz_question(&opening.decision))
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
                @if question.section.is_some() { div class="quiz-place" data-place-for="question" data-id=(question.id) {} }
            }
        }
    }
}

/// What closes the elements that blocks left open for the text after them: the last section of the course, and the
/// questions of the knowledge check.
pub(super) fn end(blocks: &[PlacedItem], training: &Training) -> Markup {
    let section = blocks.iter().rev().find_map(|block| match block.item {
        Item::CourseSection(section) => Some(&training.sections[section.index()]),
        _ => None,
    });
    let pool = blocks.iter().any(|block| block.item == Item::Insert(Insert::KnowledgeCheck));
    html! {
        @if let Some(section) = section {
            "\n\n"
            div class="section-place" data-place-for="section-end" data-id=(section.id) {}
            (PreEscaped("</section>\n\n"))
        } @else if pool {
            (PreEscaped("\n\n</div>\n\n"))
        }
    }
}

fn feedback(choice: &QuizChoice) -> Markup {
    html! { strong { @if choice.right { "Right. " } @else { "Wrong. " } } (choice.feedback) }
}
