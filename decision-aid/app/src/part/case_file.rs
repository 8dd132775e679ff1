//! Opening a case that was saved, and what this version of the policy says otherwise of it.

use crate::message::Sender;
use yew::prelude::*;

/// What is known of the case file that was opened.
pub(crate) struct Opened {
    /// The version of the policy that it was saved under, where that is another one.
    pub(crate) other_version: Option<String>,
    /// The day it was saved on, in words.
    pub(crate) saved_on: String,
    /// What this version says otherwise, in sentences.
    pub(crate) changes: Vec<String>,
}

/// The way to open a saved case.
pub(crate) fn open_case(refused: &str, send: &Sender) -> Html {
    html! {
        <details class="why open-case" open={!refused.is_empty()}>
            <summary>{ "Open a case that you saved" }</summary>
            <div class="field">
                <label class="field-label" for="case-file">{ "Case file" }</label>
                <p class="hint" id="case-file-hint">
                    { "A file that you saved here; its name ends in “.json”. It is read in this browser, and goes nowhere. It replaces what is on screen." }
                </p>
                if !refused.is_empty() {
                    <p class="error-message" id="case-file-problem" role="alert">
                        <span class="visually-hidden">{ "Error: " }</span>{ refused }
                    </p>
                }
                <input class="input" type="file" id="case-file" accept=".json,application/json"
                    aria-describedby="case-file-hint" onchange={send.file()} />
            </div>
        </details>
    }
}

/// What was opened.
pub(crate) fn opened(opened: &Opened) -> Html {
    html! {
        <section class="aid-notice" aria-labelledby="opened-title">
            <h3 id="opened-title">{ "A saved case is open" }</h3>
            <p>{ "It was saved on " }{ &opened.saved_on }{ "." }</p>
            if let Some(version) = &opened.other_version {
                <p>{ "It was saved under another version of the policy: " }{ version }{ "." }</p>
                if opened.changes.is_empty() {
                    <p>{ "This version comes to the same result." }</p>
                } else {
                    <p>{ "This version comes to another result:" }</p>
                    <ul>for change in &opened.changes { <li>{ change }</li> }</ul>
                }
            }
        </section>
    }
}
