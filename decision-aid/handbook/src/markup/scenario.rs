//! Cases to learn from: the story first; what the policy gives, on demand.

use super::Setting;
use maud::{Markup, html};
use policy::{Practice, Scenario};

impl Setting<'_> {
    pub(super) fn scenario(&self, scenario: &Scenario) -> Markup {
        let outcome = scenario.outcome.map(|outcome| &self.policy[outcome]);
        html! {
            section class="scenario" id={ "scenario-" (scenario.id) } {
                // The id is not the heading's own: the list of what is on the page would then name every case.
                h2 { span id={ "title-of-" (scenario.id) } tabindex="-1" { (scenario.title) } }
                div class="scenario-story" { @for paragraph in paragraphs(&scenario.story) { p { (paragraph) } } }
                @if scenario.practice.is_some() { (handout()) }
                details class="rule" {
                    summary { "What the policy says of this case" }
                    div class="rule-body" {
                        @match outcome {
                            Some(outcome) => p { strong { (outcome.name) ". " } (outcome.says) " " (self.source(&outcome.source)) },
                            None => p { strong { "It stays open." } },
                        }
                        @if !scenario.options.is_empty() {
                            p { "Options:" }
                            ul { @for option in self.policy.options.iter() {
                                @if let Some(status) = scenario.options.get(&option.id) {
                                    li { (self.link_to("option", &option.id, &option.name)) ": " (status.name()) }
                                }
                            } }
                        }
                        @if !scenario.open.is_empty() {
                            p { "This needs a person:" }
                            ul { @for open in &scenario.open { li { (open) } } }
                        }
                        @for paragraph in paragraphs(&scenario.notes) { p { (paragraph) } }
                        @if let Some(practice) = &scenario.practice { (self.practice(practice)) }
                        p { "The facts as answers:" }
                        (self.facts(scenario))
                    }
                }
                @if scenario.practice.is_some() { div class="practice-place" data-place-for="case" data-id=(scenario.id) {} }
            }
        }
    }

    /// The facts of a case. Those that its story does not say, and that are taken as usual, are marked.
    fn facts(&self, scenario: &Scenario) -> Markup {
        html! {
            dl class="facts" { @for question in self.policy.questions.iter() {
                @if let Some(answer) = scenario.answers.get(&question.id) {
                    div {
                        dt { (question.short) }
                        dd {
                            (question.in_words(answer))
                            @if scenario.takes_for_granted(question) { " (" (Scenario::TAKEN_FOR_GRANTED) ")" }
                        }
                    }
                }
            } }
        }
    }

    /// What a learner is told who decided as the policy does, or did not.
    fn practice(&self, practice: &Practice) -> Markup {
        html! {
            dl class="practice-notes" {
                dt { "If you decided as the policy does" }
                dd { (practice.right) }
                dt { "If you decided otherwise" }
                dd { (practice.wrong) }
            }
            @if !practice.mistakes.is_empty() {
                p { "What people choose instead:" }
                ul class="mistakes" { @for mistake in &practice.mistakes {
                    li { strong { (self.policy.outcome_name(mistake.outcome)) ". " } (mistake.because) }
                } }
            }
            p { "What this case teaches:" }
            (self.taught(&practice.teaches))
        }
    }
}

/// What a learner answers with a pen, each with the number of lines to write on. It only stands on paper.
const HANDOUT: [(&str, usize); 4] = [
    ("What must happen now, if anything?", 2),
    ("Where does the policy lead, and why?", 4),
    ("Which options would the facts support, and which not?", 4),
    ("What is open, and who decides it?", 3),
];

fn handout() -> Markup {
    html! {
        ul class="handout" { @for (ask, lines) in HANDOUT {
            li { (ask) @for _ in 0..lines { span class="ruled" {} } }
        } }
    }
}

pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}
