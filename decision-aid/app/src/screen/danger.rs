//! The one interruption: what to do at once, before the questions go on.

use crate::message::Sender;
use crate::part::source::source_line;
use crate::state::Step;
use casework::Desk;
use yew::prelude::*;

/// What to do at once.
pub(crate) fn danger_screen(desk: &Desk<'_>, root: &str, send: &Sender) -> Html {
    let policy = desk.policy();
    let held = policy.duties.iter().zip(&desk.assessment().duties);
    html! {
        <section class="danger" aria-labelledby="aid-heading">
            <h2 class="question-heading" id="aid-heading" tabindex="-1">{ "Stop and act on this first" }</h2>
            <p class="result-says">{ "The questions will wait. Your answers are kept in this tab." }</p>
            <ol class="steps">
                for (duty, holds) in held {
                    if duty.urgent && *holds == Some(true) {
                        <li key={duty.id.clone()}>
                            <strong>{ &duty.name }</strong>{ ". " }{ &duty.says }{ " " }
                            { source_line(policy, &duty.source, root) }
                        </li>
                    }
                }
            </ol>
            <div class="actions">
                <button type="button" class="button" onclick={send.show(Step::Furthest)}>
                    { "Go on with the questions" }
                </button>
            </div>
        </section>
    }
}
