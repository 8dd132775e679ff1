//! One question: the heading is the question, the answers are native controls, and nothing is chosen beforehand.

use crate::message::{Message, Sender};
use crate::part::field::text_area;
use crate::part::source::source_line;
use casework::{Desk, Key};
use policy::{Answer, AnswerKind, NOT_SURE, Question, Ref, Term, effect};
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
    desk: &Desk<'_>,
    question: Ref<Question>,
    place: Place,
    draft: &Ticked,
    missing: bool,
    root: &str,
    send: &Sender,
) -> Html {
    let policy = desk.policy();
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
            { evidence(desk, asked, send) }
            <div class="actions">
                <button type="submit" class="button">{ "Continue" }</button>
                if number > 1 {
                    <button type="button" class="button-quiet" onclick={send.click(Message::Back)}>{ "Back" }</button>
                }
            </div>
            { why(desk, question, root) }
            { terms(desk, asked) }
        </form>
    }
}

/// A place for the evidence, open where there is some.
fn evidence(desk: &Desk<'_>, asked: &Question, send: &Sender) -> Html {
    let key = Key::Evidence(&asked.id);
    let written = desk.case.text(&key);
    html! {
        <details class="why evidence" open={!written.is_empty()}>
            <summary>{ "Add a note of the evidence" }</summary>
            { text_area(&key.to_string(), "What shows this: dates, what was said or done, where it is recorded", written, "3", send) }
        </details>
    }
}

/// The words of the question that the handbook explains.
fn terms(desk: &Desk<'_>, asked: &Question) -> Html {
    let mut text = asked.ask.to_ascii_lowercase();
    for more in asked.hint.iter().chain(asked.answers.choices().iter().map(|choice| &choice.label)) {
        text.push(' ');
        text.push_str(&more.to_ascii_lowercase());
    }
    let terms = &desk.content.paperwork.terms;
    let used: Vec<&Term> =
        terms.iter().filter(|term| text.contains(&term.term.to_ascii_lowercase())).collect();
    if used.is_empty() {
        return html! {};
    }
    html! {
        <details class="why">
            <summary>{ "Words used here" }</summary>
            <dl class="terms">for term in used { <div><dt>{ &term.term }</dt><dd>{ &term.meaning }</dd></div> }</dl>
        </details>
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

/// Why it is asked: the clauses, in words, on the same screen, and what the answer can still change.
fn why(desk: &Desk<'_>, question: Ref<Question>, root: &str) -> Html {
    let policy = desk.policy();
    let asked = &policy[question];
    html! {
        <details class="why">
            <summary>{ "Why this is asked" }</summary>
            <div>
                for clause in asked.source.clauses.iter().map(|clause| &policy[*clause]) {
                    <p key={clause.id.clone()}><strong>{ &clause.number }</strong>{ " " }{ &clause.text }</p>
                }
                <p>{ source_line(policy, &asked.source, root) }</p>
                { changes(desk, question) }
                if let Some(settled_by) = &asked.settled_by {
                    <p>{ "Who can settle it: " }{ settled_by }</p>
                }
            </div>
        </details>
    }
}

/// What the answer can still change.
fn changes(desk: &Desk<'_>, question: Ref<Question>) -> Html {
    let policy = desk.policy();
    let effect = effect(policy, &desk.way.answers, desk.assessment(), question);
    let mut items = Vec::new();
    if effect.always {
        items.push("Somebody’s safety may hang on it, so it is asked in every case.".to_owned());
    }
    if effect.outcome {
        items.push("It can still change what to do now.".to_owned());
    }
    for option in &effect.options {
        items.push(["It can still change whether this is supported: ", &policy[*option].name, "."].concat());
    }
    for finding in &effect.findings {
        items.push(["It can still change this finding: ", &policy[*finding].name, "."].concat());
    }
    if items.is_empty() {
        items.push("It changes no result. The record needs it.".to_owned());
    }
    html! { <><p>{ "What the answer can still change:" }</p><ul>for item in items { <li>{ item }</li> }</ul></> }
}
