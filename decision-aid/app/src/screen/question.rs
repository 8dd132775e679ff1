//! One question: the heading is the question, the answers are native controls, and nothing is chosen beforehand.

use crate::browser;
use crate::part::source::source_line;
use policy::{Answer, AnswerKind, NOT_SURE, Policy, Question, Ref};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How "none of these" is named among the boxes of an any-of question. No choice can have this name: ids have no
/// spaces.
const NONE: &str = "none of these";

#[derive(Properties, PartialEq)]
pub(crate) struct QuestionProperties {
    pub(crate) policy: Rc<Policy>,
    pub(crate) question: Ref<Question>,
    pub(crate) number: usize,
    pub(crate) about: usize,
    pub(crate) given: Option<Answer>,
    pub(crate) root: AttrValue,
    pub(crate) page_title: AttrValue,
    pub(crate) on_answer: Callback<Answer>,
    pub(crate) on_back: Option<Callback<()>>,
}

/// The boxes ticked, by name.
type Ticked = Vec<String>;

fn ticked(given: Option<&Answer>) -> Ticked {
    match given {
        None => Vec::new(),
        Some(Answer::One(word)) => vec![word.clone()],
        Some(Answer::Many(words)) if words.is_empty() => vec![NONE.to_owned()],
        Some(Answer::Many(words)) => words.clone(),
    }
}

/// The answer that the boxes make; none while nothing is ticked.
fn answer(kind: &AnswerKind, ticked: &Ticked) -> Option<Answer> {
    let first = ticked.first()?;
    Some(match kind {
        AnswerKind::AnyOf(_) if first == NONE => Answer::Many(Vec::new()),
        AnswerKind::AnyOf(_) if first != NOT_SURE => Answer::Many(ticked.clone()),
        _ => Answer::One(first.clone()),
    })
}

/// What ticking a box makes of the boxes: "none of these" and "not sure" stand alone.
fn tick(kind: &AnswerKind, before: &Ticked, name: &str, on: bool) -> Ticked {
    let alone = |name: &str| name == NONE || name == NOT_SURE;
    if !matches!(kind, AnswerKind::AnyOf(_)) || (on && alone(name)) {
        return vec![name.to_owned()];
    }
    let mut ticked: Ticked = before.iter().filter(|other| *other != name && !alone(other)).cloned().collect();
    if on {
        ticked.push(name.to_owned());
    }
    ticked
}

/// The boxes of a question: name and label.
fn boxes(question: &Question) -> Vec<(String, String)> {
    let own = |name: &str, label: &str| (name.to_owned(), label.to_owned());
    let mut boxes: Vec<_> = match &question.answers {
        AnswerKind::YesNo => vec![own("yes", "Yes"), own("no", "No")],
        kind => kind.choices().iter().map(|choice| own(&choice.id, &choice.label)).collect(),
    };
    if matches!(question.answers, AnswerKind::AnyOf(_)) {
        boxes.push(own(NONE, "None of these"));
    }
    boxes.push(own(NOT_SURE, "Not sure"));
    boxes
}

/// A question and its answers.
#[component]
pub(crate) fn QuestionScreen(properties: &QuestionProperties) -> Html {
    let QuestionProperties { policy, question, number, about, root, .. } = properties;
    let asked = &policy[*question];
    let draft = use_state(|| ticked(properties.given.as_ref()));
    let missing = use_state_eq(|| false);
    let on_submit = {
        let (draft, missing, kind) = (draft.clone(), missing.clone(), asked.answers.clone());
        let (on_answer, title) = (properties.on_answer.clone(), properties.page_title.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match answer(&kind, &draft) {
                Some(answer) => on_answer.emit(answer),
                None => {
                    missing.set(true);
                    browser::title("Error", &title);
                }
            }
        })
    };
    use_effect_with(*missing, |missing| {
        if *missing {
            browser::focus("aid-error");
        }
    });
    let error = if matches!(asked.answers, AnswerKind::AnyOf(_)) {
        "Choose what applies, “None of these” or “Not sure”"
    } else {
        "Choose an answer, or “Not sure”"
    };
    html! {
        <form class="question" data-question={asked.id.clone()} novalidate=true onsubmit={on_submit}>
            if *missing {
                <div class="error-summary" id="aid-error" tabindex="-1" role="alert">
                    <h2>{ "There is a problem" }</h2>
                    <ul><li><a href="#answer-0">{ error }</a></li></ul>
                </div>
            }
            <p class="question-place">
                { &policy[asked.group].title }{ " · " }
                <span class="question-number">{ format!("Question {number} of about {about}") }</span>
            </p>
            <fieldset class={classes!(missing.then_some("answers-error"))}
                aria-describedby={described_by(asked, *missing)}>
                <legend><h2 class="question-heading" id="aid-heading" tabindex="-1">{ &asked.ask }</h2></legend>
                if let Some(hint) = &asked.hint { <p class="hint" id="aid-hint">{ hint }</p> }
                if *missing {
                    <p class="error-message" id="aid-error-message">
                        <span class="visually-hidden">{ "Error: " }</span>{ error }
                    </p>
                }
                <div class="answers">{ for answer_rows(asked, &draft, &missing) }</div>
            </fieldset>
            { why(policy, asked, root) }
            <div class="actions">
                <button type="submit" class="button">{ "Continue" }</button>
                if let Some(on_back) = &properties.on_back {
                    <button type="button" class="button-quiet" onclick={on_back.reform(|_| ())}>{ "Back" }</button>
                }
            </div>
        </form>
    }
}

/// The ids of what describes the answers.
fn described_by(question: &Question, missing: bool) -> Option<&'static str> {
    match (question.hint.is_some(), missing) {
        (true, true) => Some("aid-hint aid-error-message"),
        (true, false) => Some("aid-hint"),
        (false, true) => Some("aid-error-message"),
        (false, false) => None,
    }
}

fn answer_rows(
    question: &Question,
    draft: &UseStateHandle<Ticked>,
    missing: &UseStateHandle<bool>,
) -> Vec<Html> {
    let many = matches!(question.answers, AnswerKind::AnyOf(_));
    let row = |(place, (name, label)): (usize, (String, String))| {
        let on_change = {
            let (draft, missing) = (draft.clone(), missing.clone());
            let (kind, name) = (question.answers.clone(), name.clone());
            Callback::from(move |event: Event| {
                let on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
                draft.set(tick(&kind, &draft, &name, on));
                missing.set(false);
            })
        };
        html! {
            <>
                if many && name == NONE { <p class="answers-or">{ "or" }</p> }
                <label class="answer" key={name.clone()}>
                    <input type={if many { "checkbox" } else { "radio" }} name="answer" id={format!("answer-{place}")}
                        value={name.clone()} checked={draft.contains(&name)} onchange={on_change} />
                    <span class="answer-label">{ label }</span>
                </label>
            </>
        }
    };
    boxes(question).into_iter().enumerate().map(row).collect()
}

/// Why it is asked: the clauses, in words, on the same screen.
fn why(policy: &Policy, question: &Question, root: &str) -> Html {
    html! {
        <details class="why">
            <summary>{ "Why this is asked" }</summary>
            <div>
                { for question.source.clauses.iter().map(|clause| {
                    let clause = &policy[*clause];
                    html! { <p key={clause.id.clone()}><strong>{ &clause.number }</strong>{ " " }{ &clause.text }</p> }
                }) }
                <p>{ source_line(policy, &question.source, root) }</p>
                if let Some(settled_by) = &question.settled_by {
                    <p>{ "Who can settle it: " }{ settled_by }</p>
                }
            </div>
        </details>
    }
}
