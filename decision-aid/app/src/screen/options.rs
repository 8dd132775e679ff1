//! Weighing the options: least intrusive first, each with its standing and the reason, and room for the decision.

use super::answers::back;
use crate::message::Sender;
use crate::part::field::field;
use crate::part::source::{clause_numbers, source_line};
use crate::part::why::reasons;
use crate::state::Step;
use casework::{Choice, Desk, Key, OWN_OPTIONS, Warning, WeighedOption};
use policy::{Policy, Status};
use yew::prelude::*;

/// The options of the case.
pub(crate) fn options_screen(desk: &Desk<'_>, tried: bool, root: &str, send: &Sender) -> Html {
    let options = desk.options();
    let nothing_fits = options.iter().filter_map(|option| option.standing).all(|standing| {
        matches!(standing.status, Status::NotWarranted | Status::NotAvailable | Status::NotOffered)
    });
    html! {
        <section class="weighing" aria-labelledby="aid-heading">
            <h2 class="question-heading" id="aid-heading" tabindex="-1">{ "Weigh the options" }</h2>
            <p class="result-says">
                { "The least intrusive comes first. The aid shows what the facts would support; a named officer decides, and records why." }
            </p>
            if nothing_fits { <p><strong>{ "No restriction fits these answers." }</strong></p> }
            <ol class="options">for option in &options { { card(desk, option, tried, root, send) } }</ol>
            { own_options(desk, send) }
            <div class="actions">
                <button type="button" class="button" onclick={send.show(Step::Record)}>{ "Write the record" }</button>
                { back(send) }
            </div>
        </section>
    }
}

fn card(desk: &Desk<'_>, option: &WeighedOption<'_>, tried: bool, root: &str, send: &Sender) -> Html {
    let policy = desk.policy();
    let status = option.standing.map_or("option option-own", |standing| card_class(standing.status));
    html! {
        <li class={status} key={option.id.clone()} data-option={option.id.clone()}>
            <h3 class="option-name">{ &option.name }</h3>
            { standing(desk, option, root) }
            { decision(option, send) }
            for warning in &option.warnings { { warned(policy, warning) } }
            for entry in &option.entries { { field(entry, tried, send) } }
        </li>
    }
}

const fn card_class(status: Status) -> &'static str {
    match status {
        Status::Required => "option option-required",
        Status::Warranted => "option option-warranted",
        Status::Open => "option option-open",
        Status::NotWarranted => "option option-not-warranted",
        Status::NotAvailable => "option option-not-available",
        Status::NotOffered => "option option-not-offered",
    }
}

/// What the policy says of the option: its status in a word, the reason in a line, the rest on demand.
fn standing(desk: &Desk<'_>, option: &WeighedOption<'_>, root: &str) -> Html {
    let policy = desk.policy();
    let (Some(standing), Some(reason), Some(of)) = (option.standing, option.reason, option.option) else {
        return html! { <p class="because">{ "You added this option. The policy’s list is not exhaustive." }</p> };
    };
    html! {
        <>
            <p class="option-status"><span class="status-mark" aria-hidden="true"></span>{ standing.status.name() }</p>
            <p class="because">{ reason.because }{ " " }{ source_line(policy, reason.source, root) }</p>
            <details>
                <summary>{ "What it is, and why it stands so" }</summary>
                <p>{ &policy[of].does }</p>
                if !option.because.is_empty() {
                    <p>{ "These answers are enough for this, whatever the others are:" }</p>
                    { reasons(policy, &option.because, &desk.case.answers, root) }
                }
            </details>
        </>
    }
}

/// Whether the option is taken. An option of the officer's own is; it goes when its name is emptied.
fn decision(option: &WeighedOption<'_>, send: &Sender) -> Html {
    if option.option.is_none() {
        return html! {};
    }
    let key = Key::Taken(&option.id).to_string();
    let radio = |choice: Choice, word: &str, label: &'static str| {
        let id = [&key, "-", word].concat();
        html! {
            <label class="answer">
                <input type="radio" name={key.clone()} {id} checked={option.choice == choice}
                    onclick={send.choose(&key, word)} />
                <span class="answer-label">{ label }</span>
            </label>
        }
    };
    html! {
        <fieldset class="decision">
            <legend>{ "Your decision" }<span class="visually-hidden">{ ": " }{ &option.name }</span></legend>
            { radio(Choice::Taken, "yes", "Take it") }
            { radio(Choice::Rejected, "no", "Do not take it") }
        </fieldset>
    }
}

fn warned(policy: &Policy, warning: &Warning) -> Html {
    html! {
        <p class="warning" role="note">
            <strong>{ "Check this. " }</strong>{ &warning.says }
            if !warning.clauses.is_empty() {
                { " (paragraph " }{ clause_numbers(policy, &warning.clauses) }{ ")" }
            }
        </p>
    }
}

/// Options of the officer's own: a name for each that there is, and one more.
fn own_options(desk: &Desk<'_>, send: &Sender) -> Html {
    let named = |number: usize| !desk.case.text(&Key::Own(number)).is_empty();
    let next = (1..=OWN_OPTIONS).find(|number| !named(*number));
    html! {
        <details class="why" open={named(1)}>
            <summary>{ "Add an option of your own" }</summary>
            <p>{ "The policy’s list of options is not exhaustive. An option of your own needs the same reasons." }</p>
            for number in 1..=OWN_OPTIONS {
                if named(number) || next == Some(number) {
                    { own(number, desk.case.text(&Key::Own(number)), send) }
                }
            }
        </details>
    }
}

fn own(number: usize, name: &str, send: &Sender) -> Html {
    let key = Key::Own(number).to_string();
    html! {
        <div class="field" key={key.clone()}>
            <label class="field-label" for={key.clone()}>{ "What you would do" }</label>
            <input class="input" type="text" id={key.clone()} value={name.to_owned()} oninput={send.write(&key)} />
        </div>
    }
}
