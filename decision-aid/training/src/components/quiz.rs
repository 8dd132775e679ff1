//! A question to the learner: a form to answer it, or the answer explained.

use super::source::source;
use crate::browser;
use crate::training_data::TrainingData;
use ::course::is_right;
use policy::{QuizChoice, QuizQuestion};
use yew::events::{Event, SubmitEvent};
use yew::{Callback, Html, html};

/// The form for a question that is not answered yet.
pub(crate) struct QuestionForm<'a> {
    pub(crate) question: &'a QuizQuestion,
    /// The order in which its choices are shown: indices into [`QuizQuestion::choices`].
    pub(crate) order: &'a [u8],
    /// The indices of the choices selected so far.
    pub(crate) selected: &'a [u8],
    /// Whether to show that an answer is missing.
    pub(crate) show_error: bool,
    /// Is told the index of a choice, and whether it is now selected.
    pub(crate) on_select: Callback<(u8, bool)>,
    pub(crate) on_submit: Callback<()>,
    pub(crate) submit_label: &'static str,
    /// What is shown beside the submit button.
    pub(crate) secondary_action: Html,
}

/// Selects a choice or takes its selection back. A question with one right answer has at most one choice selected.
pub(crate) fn select(question: &QuizQuestion, selected: &mut Vec<u8>, index: u8, is_selected: bool) {
    if question.takes_several() {
        selected.retain(|other| *other != index);
    } else {
        selected.clear();
    }
    if is_selected {
        selected.push(index);
    }
}

impl QuestionForm<'_> {
    /// The form as HTML.
    pub(crate) fn view(&self) -> Html {
        let id = &self.question.id;
        let onsubmit = self.on_submit.reform(|event: SubmitEvent| event.prevent_default());
        let rule = if self.question.takes_several() {
            "Choose each answer that is right."
        } else {
            "Choose one answer."
        };
        let rule_id = format!("rule-{id}");
        let problem_id = format!("problem-{id}");
        let described_by = if self.show_error { format!("{rule_id} {problem_id}") } else { rule_id.clone() };
        html! {
            <form class="quiz" novalidate=true {onsubmit} key={id.clone()}>
                <fieldset class={self.show_error.then_some("answers-error")} aria-describedby={described_by}>
                    <legend><h3 id={format!("ask-{id}")} tabindex="-1">{ self.question.ask.clone() }</h3></legend>
                    <p class="hint" id={rule_id}>{ rule }</p>
                    if self.show_error {
                        <p class="error-message" id={problem_id} role="alert"><strong>{ "Error: " }</strong>{ "Choose an answer first" }</p>
                    }
                    <div class="answers">{ for self.order.iter().filter_map(|index| self.choice(*index)) }</div>
                </fieldset>
                <div class="actions"><button type="submit" class="button">{ self.submit_label }</button>{ self.secondary_action.clone() }</div>
            </form>
        }
    }

    /// A choice with its checkbox or radio button.
    fn choice(&self, index: u8) -> Option<Html> {
        let id = &self.question.id;
        let choice = self.question.choices.get(usize::from(index))?;
        let input_type = if self.question.takes_several() { "checkbox" } else { "radio" };
        let onchange = self.on_select.reform(move |event: Event| (index, browser::is_checked(&event)));
        Some(html! {
            <label class="answer">
                <input type={input_type} name={format!("choice-{id}")} id={format!("choice-{id}-{index}")}
                    checked={self.selected.contains(&index)} {onchange} />
                <span class="answer-label">{ choice.says.clone() }</span>
            </label>
        })
    }
}

/// A question that was answered, with an explanation of each choice. `action` is shown below it.
pub(crate) fn answered_question(
    data: &TrainingData,
    question: &QuizQuestion,
    selected: &[u8],
    action: Html,
) -> Html {
    let right = is_right(question, selected);
    let id = &question.id;
    let choices = (0..).zip(&question.choices);
    html! {
        <div class="quiz-answered" key={id.clone()}>
            <h3 id={format!("ask-{id}")} tabindex="-1">
                <span class={if right { "mark mark-right" } else { "mark mark-wrong" }}>
                    { if right { "Right. " } else { "Not right. " } }
                </span>
                { question.ask.clone() }
            </h3>
            <ul class="feedback-list">
                { for choices.map(|(index, choice)| explained_choice(choice, selected.contains(&index))) }
            </ul>
            <p>{ source(data, &question.source) }</p>
            { action }
        </div>
    }
}

fn explained_choice(choice: &QuizChoice, is_selected: bool) -> Html {
    let class = if choice.right { "feedback feedback-right" } else { "feedback feedback-wrong" };
    html! {
        <li class={class}>
            <p class="feedback-choice">
                <strong class="feedback-word">{ if choice.right { "Right answer" } else { "Wrong answer" } }</strong>
                if is_selected { <span class="feedback-chosen">{ "You chose this" }</span> }
                <span class="feedback-says">{ choice.says.clone() }</span>
            </p>
            <p>{ choice.feedback.clone() }</p>
        </li>
    }
}
