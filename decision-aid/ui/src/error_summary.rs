//! What is wrong on a screen.

use crate::button::{Button, ButtonKind};
use crate::changing::changing;
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorLink {
    /// The id of the field or question.
    pub id: AttrValue,
    /// What is wrong with it.
    pub words: AttrValue,
}

/// The properties of an [`ErrorSummary`].
#[derive(Debug, Properties, PartialEq)]
pub struct ErrorSummaryProps {
    /// The id of the element, to move the focus to when it appears.
    #[prop_or(AttrValue::Static("aid-error"))]
    pub id: AttrValue,
    /// What is said above the list.
    pub title: AttrValue,
    /// What is wrong, in the order of the screen.
    pub errors: Vec<ErrorLink>,
    /// Is told the id of what somebody wants to mend.
    pub on_go: Callback<AttrValue>,
}

/// A list of what is wrong on a screen, with a way to each.
///
/// ```
/// use ui::{ErrorLink, ErrorSummary, browser};
/// use yew::{AttrValue, Callback, Html, html};
///
/// fn unanswered() -> Html {
///     let errors = vec![ErrorLink { id: "danger".into(), words: "Say whether anybody is in danger".into() }];
///     let on_go = |id: AttrValue| browser::focus(&id);
///     html! { <ErrorSummary title="Something has no answer" {errors} {on_go} /> }
/// }
/// ```
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    html! {
        <div class="error-summary" id={props.id.clone()} tabindex="-1" role="alert">
            <h2>{ changing(&props.title) }</h2>
            <ul>{ for props.errors.iter().map(|error| item(&props.on_go, error)) }</ul>
        </div>
    }
}

fn item(on_go: &Callback<AttrValue>, error: &ErrorLink) -> Html {
    let id = error.id.clone();
    let on_click = on_go.reform(move |()| id.clone());
    html! { <li><Button kind={ButtonKind::Link} {on_click} repeatable=true>{ changing(&error.words) }</Button></li> }
}
