//! Buttons.

use crate::browser::is_repeated_click;
use crate::changing::stable;
use yew::events::MouseEvent;
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// How a button looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one main action of a screen.
    Primary,
    /// Another action.
    #[default]
    Quiet,
    /// An action within a text, which looks like a link.
    Link,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button",
            Self::Quiet => "button-quiet",
            Self::Link => "link-button",
        }
    }
}

/// The properties of a [`Button`].
#[derive(Debug, Properties, PartialEq)]
pub struct ButtonProps {
    /// How it looks: quiet where nothing is said.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// Is called on each click.
    pub on_click: Callback<()>,
    /// The id of the element.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// What it is about, which is not shown: it makes the name of the button unique, for voice control and screen readers.
    #[prop_or_default]
    pub about: AttrValue,
    /// Whether each click of a double-click counts, as of "Back". Else all but the first are ignored: the second may hit a
    /// button that the first has just brought to this place.
    #[prop_or_default]
    pub repeatable: bool,
    /// The words on it. A text may change; what is more than a text sees to that itself.
    pub children: Html,
}

/// A button that does what its words say.
///
/// ```
/// use ui::{Button, ButtonKind};
/// use yew::{Callback, Html, html};
///
/// fn change(on_click: Callback<()>) -> Html {
///     html! { <Button kind={ButtonKind::Link} {on_click} about="Your name">{ "Change" }</Button> }
/// }
/// ```
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let (on_click, repeatable) = (props.on_click.clone(), props.repeatable);
    let onclick = move |event: MouseEvent| {
        if repeatable || !is_repeated_click(&event) {
            on_click.emit(());
        }
    };
    html! {
        <button type="button" class={props.kind.class()} id={props.id.clone()} {onclick}>
            { stable(&props.children) }{ about(&props.about) }
        </button>
    }
}

fn about(about: &AttrValue) -> Html {
    if about.is_empty() {
        return Html::default();
    }
    let words = [": ", about].concat();
    html! { <span class="visually-hidden" key={words.as_str()}>{ words }</span> }
}

/// The properties of a [`SubmitButton`].
#[derive(Debug, Properties, PartialEq)]
pub struct SubmitButtonProps {
    /// The words on it. A text may change; what is more than a text sees to that itself.
    pub children: Html,
}

/// The main button of a form, which submits it: once, also where it is double-clicked.
///
/// ```
/// use ui::SubmitButton;
/// use yew::{Html, html};
///
/// fn go_on() -> Html {
///     html! { <form><SubmitButton>{ "Continue" }</SubmitButton></form> }
/// }
/// ```
#[component]
pub fn SubmitButton(props: &SubmitButtonProps) -> Html {
    let onclick = |event: MouseEvent| {
        if is_repeated_click(&event) {
            event.prevent_default();
        }
    };
    html! { <button type="submit" class="button" {onclick}>{ stable(&props.children) }</button> }
}
