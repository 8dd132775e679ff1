//! What stands in a form that the page brought.

use super::elements;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// What somebody ticked or wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The id of the control.
    pub id: String,
    /// Its name: of a choice, that of the question.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Whether it is a radio button or a checkbox. Only one that is checked is given.
    pub is_choice: bool,
}

/// What is ticked and written in an element, in order.
pub fn inputs(within: &Element) -> Vec<Input> {
    let controls =
        elements(within, "input:checked, input[type=text], input[type=date], textarea").into_iter();
    // A text area has its value and id under the same names.
    let input = |control: HtmlInputElement| Input {
        id: control.id(),
        name: control.name(),
        value: control.value(),
        is_choice: control.checked(),
    };
    controls.map(|control| input(control.unchecked_into())).collect()
}
