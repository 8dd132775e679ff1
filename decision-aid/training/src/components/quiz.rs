//! A question to the learner: a form to answer it, or the answer explained.

use super::source::source;
use crate::training_data::TrainingData;
use ::course::is_right;
use policy::{QuizChoice, QuizQuestion};
use ui::{Checkbox, Checkboxes, Choice, QuestionRow, SubmitButton, changing};
use yew::events::SubmitEvent;
use yew::{AttrValue, Callback, Html, html};

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
        let onsubmit = self.on_submit.reform(|event: SubmitEvent| event.prevent_default());
        html! {
            <form class="quiz" novalidate=true {onsubmit} key={self.question.id.as_str()}>
                { if self.question.takes_several() { self.checkboxes() } else { self.radio_buttons() } }
                <div class="actions">
                    <SubmitButton>{ self.submit_label }</SubmitButton>{ self.secondary_action.clone() }
                </div>
            </form>
        }
    }

    fn checkboxes(&self) -> Html {
        let choices = self.choices().map(|(index, choice)| {
            Checkbox::new(index.to_string(), choice.says.clone(), self.selected.contains(&index))
        });
        let on_select = self.on_select.clone();
        let on_toggle =
            move |(value, is_selected): (AttrValue, bool)| select_value(&on_select, &value, is_selected);
        html! {
            <Checkboxes id={self.id()} class="quiz-choices" legend={self.legend()} hint="Choose each answer that is right."
                error={self.error()} announced=true choices={choices.collect::<Vec<_>>()} {on_toggle} />
        }
    }

    fn radio_buttons(&self) -> Html {
        let answers =
            self.choices().map(|(index, choice)| Choice::new(index.to_string(), choice.says.clone()));
        let on_select = self.on_select.clone();
        let on_choose = move |value: AttrValue| select_value(&on_select, &value, true);
        let chosen = self.selected.first().map(|index| AttrValue::from(index.to_string()));
        html! {
            <QuestionRow id={self.id()} class="quiz-choices" legend={self.legend()} hint="Choose one answer."
                error={self.error()} announced=true answers={answers.collect::<Vec<_>>()} {chosen} {on_choose} />
        }
    }

    fn id(&self) -> AttrValue {
        format!("choice-{}", self.question.id).into()
    }

    fn legend(&self) -> Html {
        html! { <h3 id={format!("ask-{}", self.question.id)} tabindex="-1">{ changing(&self.question.ask) }</h3> }
    }

    fn error(&self) -> Option<AttrValue> {
        self.show_error.then_some(AttrValue::Static("Choose an answer first"))
    }

    /// The choices in the order in which they are shown, each with its index.
    fn choices(&self) -> impl Iterator<Item = (u8, &QuizChoice)> {
        self.order.iter().filter_map(|index| Some((*index, self.question.choices.get(usize::from(*index))?)))
    }
}

/// Tells of a choice whose value is its index.
fn select_value(on_select: &Callback<(u8, bool)>, value: &str, is_selected: bool) {
    if let Ok(index) = value.parse() {
        on_select.emit((index, is_selected));
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
                if right {
                    <span class="mark mark-right">{ changing("Right. ") }</span>
                } else {
                    <span class="mark mark-wrong">{ changing("Not right. ") }</span>
                }
                { changing(&question.ask) }
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
