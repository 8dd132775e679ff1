//! What every field and every group of choices has: a hint, what is wrong, and the attributes that tie them to it.

use crate::changing::{changing, stable};
use yew::{AttrValue, Html, html};

/// What is said about a field or a group, besides its name.
pub(crate) struct Described<'a> {
    pub(crate) id: &'a str,
    pub(crate) hint: Option<&'a AttrValue>,
    pub(crate) error: Option<&'a AttrValue>,
    /// Whether a screen reader speaks the error when it appears.
    pub(crate) announced: bool,
}

impl Described<'_> {
    fn hint_id(&self) -> String {
        [self.id, "-hint"].concat()
    }

    fn error_id(&self) -> String {
        [self.id, "-error"].concat()
    }

    /// The ids of the hint and the error, for `aria-describedby`.
    pub(crate) fn by(&self) -> Option<AttrValue> {
        let by = match (self.hint, self.error) {
            (None, None) => return None,
            (Some(_), None) => self.hint_id(),
            (None, Some(_)) => self.error_id(),
            (Some(_), Some(_)) => [self.hint_id(), self.error_id()].join(" "),
        };
        Some(by.into())
    }

    /// The value of `aria-invalid`.
    pub(crate) fn invalid(&self) -> Option<&'static str> {
        self.error.map(|_| "true")
    }

    /// The hint and the error.
    pub(crate) fn view(&self) -> Html {
        html! { <>
            if let Some(hint) = self.hint {
                <p class="hint" id={self.hint_id()}>{ changing(hint) }</p>
            }
            if let Some(error) = self.error {
                <p class="error-message" id={self.error_id()} role={self.announced.then_some("alert")}>
                    <span class="visually-hidden">{ "Error: " }</span>{ changing(error) }
                </p>
            }
        </> }
    }
}

/// A group of choices under its legend.
pub(crate) struct Fieldset<'a> {
    pub(crate) class: &'a AttrValue,
    pub(crate) role: Option<&'static str>,
    pub(crate) described: Described<'a>,
    pub(crate) legend: &'a Html,
    pub(crate) optional: bool,
    /// The choices.
    pub(crate) choices: Html,
    /// What follows them.
    pub(crate) children: &'a Html,
}

impl Fieldset<'_> {
    pub(crate) fn view(self) -> Html {
        let id = AttrValue::from(self.described.id.to_owned());
        let invalid = self.described.invalid();
        let class =
            if invalid.is_some() { [self.class, " field-wrong"].concat().into() } else { self.class.clone() };
        html! {
            <fieldset {class} id={id.clone()} role={self.role} data-question={id}
                aria-describedby={self.described.by()} aria-invalid={self.role.and(invalid)}>
                <legend class="field-label">{ stable(self.legend) }{ optional(self.optional) }</legend>
                { self.described.view() }
                <div class="answers">{ self.choices }</div>
                { self.children.clone() }
            </fieldset>
        }
    }
}

/// What something is about, for those who do not see where it stands.
pub(crate) fn about(about: &AttrValue) -> Html {
    html! { if !about.is_empty() {
        <span class="visually-hidden" key={about.as_str()}>{ [": ", about].concat() }</span>
    } }
}

/// That a field may stay empty.
pub(crate) fn optional(optional: bool) -> Html {
    html! { if optional { <span class="field-optional">{ " (optional)" }</span> } }
}

/// The id of the control of a choice.
pub(crate) fn choice_id(id: &str, value: &str) -> String {
    [id, "-", value].concat()
}
