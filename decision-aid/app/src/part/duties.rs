//! What must or may be done at once: shown on every screen while it holds.

use super::source::SourceLine;
use policy::Policy;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct DutiesProperties {
    pub(crate) policy: Rc<Policy>,
    pub(crate) duties: Vec<Option<bool>>,
    pub(crate) root: AttrValue,
}

/// The duties that hold. The region is always there, so that a screen reader says what comes into it.
#[component]
pub(crate) fn Duties(properties: &DutiesProperties) -> Html {
    let DutiesProperties { policy, duties, root } = properties;
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
                        { for held.iter().map(|duty| html! {
                            <li class={classes!("duty", duty.urgent.then_some("duty-urgent"))} key={duty.id.clone()}>
                                <strong class="duty-name">{ &duty.name }</strong>{ " " }
                                <span class="duty-says">{ &duty.says }</span>{ " " }
                                <SourceLine policy={policy.clone()} source={duty.source.clone()} root={root.clone()} />
                            </li>
                        }) }
                    </ul>
                </section>
            }
        </div>
    }
}
