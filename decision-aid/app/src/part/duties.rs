//! What must or may be done at once: shown on every screen while it holds.

use super::source::source_line;
use policy::Policy;
use yew::prelude::*;

/// The duties that hold. The region is always there, so that a screen reader says what comes into it.
pub(crate) fn duties(policy: &Policy, duties: &[Option<bool>], root: &str) -> Html {
    let held: Vec<_> = policy
        .duties
        .iter()
        .zip(duties)
        .filter(|(_, held)| **held == Some(true))
        .map(|(duty, _)| duty)
        .collect();
    let urgent = held.iter().any(|duty| duty.urgent).then_some("duties-urgent");
    html! {
        <div role="status">
            if !held.is_empty() {
                <section class={classes!("duties", urgent)} aria-labelledby="duties-title">
                    <h2 class="duties-title" id="duties-title">{ "Do this now, whatever comes next" }</h2>
                    <ul>
                        for duty in held {
                            <li class={classes!("duty", duty.urgent.then_some("duty-urgent"))} key={duty.id.clone()}>
                                <strong class="duty-name">{ &duty.name }</strong>{ " " }
                                <span class="duty-says">{ &duty.says }</span>{ " " }
                                { source_line(policy, &duty.source, root) }
                            </li>
                        }
                    </ul>
                </section>
            }
        </div>
    }
}
