//! One question: the heading is the question, the answers are native controls, and nothing is chosen beforehand.

use crate::message::{Message, Sender};
use crate::part::source::source_line;
use policy::{Answer, AnswerKind, NOT_SURE, Policy, Question, Ref};
use yew::prelude::*;

/// How "none of these" is named among the boxes of an any-of question. No choice can have this name: ids have no
/// spaces.
const NONE: &str = "none of these";

/// Where a question stands on the way.
pub(crate) struct Place {
    /// Its number, from 1.
    pub(crate) number: usize,
    /// How many there are, as far as is known.
    pub(crate) about: usize,
}

/// The boxes ticked, by name.
pub(crate) type Ticked = Vec<String>;

pub(crate) fn ticked(given: Option<&Answer>) -> Ticked {
    match given {
        None => Vec::new(),
        Some(Answer::One(word)) => vec![word.clone()],
        Some(Answer::Many(words)) if words.is_empty() => vec![NONE.to_owned()],
        Some(Answer::Many(words)) => words.clone(),
    }
}

/// The answer that the boxes make; none while nothing is ticked.
pub(crate) fn answer(kind: &AnswerKind, ticked: &Ticked) -> Option<Answer> {
    let first = ticked.first()?;
    Some(match kind {
        AnswerKind::AnyOf(_) if first == NONE => Answer::Many(Vec::new()),
        AnswerKind::AnyOf(_) if first != NOT_SURE => Answer::Many(ticked.clone()),
        _ => Answer::One(first.clone()),
    })
}

/// What ticking a box makes of the boxes: "none of these" and "not sure" stand alone.
pub(crate) fn tick(kind: &AnswerKind, before: &Ticked, name: &str, on: bool) -> Ticked {
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

/// A question and its answers. `draft` is what is ticked; `missing` says that the officer went on without.
pub(crate) fn question_screen(
    policy: &Policy,
    question: Ref<Question>,
    place: Place,
    draft: &Ticked,
    missing: bool,
    root: &str,
    send: &Sender,
) -> Html {
    let asked = &policy[question];
    let Place { number, about } = place;
    let error = if matches!(asked.answers, AnswerKind::AnyOf(_)) {
        "Choose what applies, “None of these” or “Not sure”"
    } else {
        "Choose an answer, or “Not sure”"
    };
    html! {
        <form class="question" key={question.index()} data-question={asked.id.clone()} novalidate=true
            onsubmit={send.submit(Message::GoOn)}>
            if missing {
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
                aria-describedby={described_by(asked, missing)}>
                <legend><h2 class="question-heading" id="aid-heading" tabindex="-1">{ &asked.ask }</h2></legend>
                if let Some(hint) = &asked.hint { <p class="hint" id="aid-hint">{ hint }</p> }
                if missing {
                    <p class="error-message" id="aid-error-message">
                        <span class="visually-hidden">{ "Error: " }</span>{ error }
                    </p>
                }
                <div class="answers">{ for answer_rows(asked, draft, send) }</div>
            </fieldset>
            { why(policy, asked, root) }
            <div class="actions">
                <button type="submit" class="button">{ "Continue" }</button>
                if number > 1 {
                    <button type="button" class="button-quiet" onclick={send.click(Message::Back)}>{ "Back" }</button>
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

fn answer_rows(question: &Question, draft: &Ticked, send: &Sender) -> Vec<Html> {
    let many = matches!(question.answers, AnswerKind::AnyOf(_));
    let row = |(place, (name, label)): (usize, (String, String))| {
        html! {
            <>
                if many && name == NONE { <p class="answers-or">{ "or" }</p> }
                <label class="answer" key={name.clone()}>
                    <input type={if many { "checkbox" } else { "radio" }} name="answer" id={format!("answer-{place}")}
                        value={name.clone()} checked={draft.contains(&name)} onchange={send.tick(name.clone())} />
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
                for clause in question.source.clauses.iter().map(|clause| &policy[*clause]) {
                    <p key={clause.id.clone()}><strong>{ &clause.number }</strong>{ " " }{ &clause.text }</p>
                }
                <p>{ source_line(policy, &question.source, root) }</p>
                if let Some(settled_by) = &question.settled_by {
                    <p>{ "Who can settle it: " }{ settled_by }</p>
                }
            </div>
        </details>
    }
}
