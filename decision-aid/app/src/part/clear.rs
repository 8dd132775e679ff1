//! "Clear everything", with one question before it does.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ClearProperties {
    pub(crate) on_clear: Callback<()>,
}

/// The way to leave nothing behind.
#[component]
pub(crate) fn Clear(properties: &ClearProperties) -> Html {
    let asking = use_state_eq(|| false);
    let set = |value: bool| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(value))
    };
    let clear = properties.on_clear.reform(|_: MouseEvent| ());
    html! {
        <div class="aid-foot">
            if *asking {
                <p>{ "This removes every answer from this browser. It cannot be undone." }</p>
                <button type="button" class="link-button" onclick={clear}>{ "Remove every answer" }</button>
                <button type="button" class="link-button" onclick={set(false)}>{ "Keep the answers" }</button>
            } else {
                <button type="button" class="link-button" onclick={set(true)}>{ "Clear everything" }</button>
            }
        </div>
    }
}
