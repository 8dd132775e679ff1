//! What the learner would do beside what the policy gives, line by line, with the clauses and why.

use super::{Case, Desk, Step, heading, what_if};
use crate::browser;
use crate::part::source::source;
use ::course::Line;
use policy::Scenario;
use yew::events::Event;
use yew::{Html, html};

/// A case that was decided. `next` is the one to go on with.
pub(super) fn compared(desk: &Desk<'_>, case: &Case, next: Option<&Scenario>) -> Html {
    let practising = desk.practising;
    let lines = practising.compare(&case.decision);
    let same = lines.iter().filter(|line| line.same).count();
    html! {
        <div class="practice">
            <h3 id={heading(practising.case)} tabindex="-1">
                { format!("{same} of {} lines as the policy has them", lines.len()) }
            </h3>
            { for lines.iter().map(|line| self::line(desk, line)) }
            { why(desk) }
            { open_points(desk, case) }
            { note(practising.case, same == lines.len()) }
            { what_if::what_if(desk, case) }
            <div class="actions">
                if let Some(next) = next {
                    <a class="button" href={format!("#scenario-{}", next.id)}>{ format!("Go on with “{}”", next.title) }</a>
                }
                <button type="button" class="button-quiet" onclick={desk.on(|| Step::Decide)}>{ "Decide it again" }</button>
                <button type="button" class="button-quiet" onclick={desk.on(|| Step::Leave)}>{ "Leave this case" }</button>
            </div>
        </div>
    }
}

fn line(desk: &Desk<'_>, line: &Line<'_>) -> Html {
    let (class, word) = if line.same {
        ("compared compared-same", "Same")
    } else {
        ("compared compared-different", "Different")
    };
    let about = if line.about.is_empty() { "What to do now" } else { line.about };
    html! {
        <div {class}>
            <h4><span class="compared-word">{ word }</span>{ " " }{ about.to_owned() }</h4>
            <dl>
                <div><dt>{ "You said" }</dt><dd>{ line.said.clone() }</dd></div>
                <div><dt>{ "The policy gives" }</dt><dd>{ line.gives.clone() }</dd></div>
            </dl>
            <p>
                if line.needs_a_person { <strong>{ "This needs a person. " }</strong> }
                { line.because.clone() }{ " " }
                if let Some(from) = line.source { { source(desk.shared, from) } }
            </p>
        </div>
    }
}

/// The fewest facts that settle the outcome.
fn why(desk: &Desk<'_>) -> Html {
    let practising = desk.practising;
    let facts = practising.why();
    if facts.is_empty() {
        return html! {};
    }
    let rows = facts.into_iter().map(|fact| {
        let question = &practising.policy[fact];
        let answer = practising.answers.get(fact).map(|given| question.in_words(&question.answer(given)));
        html! { <li>
            { format!("{}: ", question.short) }<strong>{ answer.unwrap_or_default() }</strong>{ " " }
            { source(desk.shared, &question.source) }
        </li> }
    });
    html! {
        <details class="why">
            <summary>{ "Why the policy leads there" }</summary>
            <p>{ "These facts are enough for it, whatever the others are:" }</p>
            <ul>{ for rows }</ul>
        </details>
    }
}

/// What needs a person: the learner's words, then what the case says, to be compared by the learner.
fn open_points(desk: &Desk<'_>, case: &Case) -> Html {
    let of = &desk.practising.case;
    if of.open.is_empty() && case.decision.open.trim().is_empty() {
        return html! {};
    }
    let rows = of.open.iter().enumerate().map(|(at, point)| {
        let onchange = desk.on_event(move |event: Event| Step::Seen(at, browser::ticked(&event)));
        html! {
            <label class="answer">
                <input type="checkbox" id={format!("seen-{}-{at}", of.id)} checked={case.seen.contains(&at)} {onchange} />
                <span class="answer-label">{ needs(point) }</span>
            </label>
        }
    });
    html! { <>
        <h4>{ "What needs a person" }</h4>
        if case.decision.open.trim().is_empty() {
            <p>{ "You named nothing." }</p>
        } else {
            <p>{ "You wrote:" }</p>
            <blockquote class="practice-own">{ case.decision.open.clone() }</blockquote>
        }
        if of.open.is_empty() {
            <p>{ "This case leaves nothing open." }</p>
        } else {
            <fieldset>
                <legend>{ "This case leaves these points open. Tick those that you saw too." }</legend>
                <div class="answers">{ for rows }</div>
            </fieldset>
            <p role="status">{ format!("You saw {} of {}, by your own count.", case.seen.len(), of.open.len()) }</p>
        }
    </> }
}

/// An open point as the reason why a person is needed: `Whether …: because …`.
fn needs(point: &str) -> Html {
    match point.split_once(": ") {
        Some((what, why)) => {
            html! { <><strong>{ what.to_owned() }</strong>{ ". This needs a person, because " }{ why.to_owned() }</> }
        }
        None => html! { <>{ "This needs a person: " }{ point.to_owned() }</> },
    }
}

/// What the author of the case says to somebody who decided so.
fn note(case: &Scenario, right: bool) -> Html {
    let told = case.practice.as_ref().map(|practice| if right { &practice.right } else { &practice.wrong });
    html! {
        <section class="practice-note">
            <h4>{ if right { "You decided as the policy does" } else { "Where to look again" } }</h4>
            if let Some(told) = told { <p>{ told.clone() }</p> }
            { for case.notes.split("\n\n").map(|paragraph| html! { <p>{ paragraph.to_owned() }</p> }) }
        </section>
    }
}
