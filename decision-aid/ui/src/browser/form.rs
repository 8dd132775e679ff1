//! What stands in a form that the page brought, and where the focus is in it.

use super::page::open_around;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

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

/// Where the focus is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focused {
    /// The id of the control.
    pub id: String,
    /// What is selected in it, from where to where, where it holds text.
    pub selection: Option<(u32, u32)>,
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

/// A part that is open: the question that it belongs to, by its id, and which of its parts it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPart {
    question: String,
    index: usize,
}

/// The parts of questions that are open within an element.
pub fn open_parts(within: &Element) -> Vec<OpenPart> {
    let open = |question: Element| {
        let parts = elements(&question, "details").into_iter().enumerate();
        let open = parts.filter(|(_, part)| part.has_attribute("open"));
        open.map(|(index, _)| OpenPart { question: question.id(), index }).collect::<Vec<_>>()
    };
    elements(within, "fieldset[id]").into_iter().flat_map(open).collect()
}

/// Opens parts again.
pub fn open_again(parts: &[OpenPart]) {
    for part in parts {
        let question = document().get_element_by_id(&part.question);
        let details =
            question.and_then(|question| elements(&question, "details").into_iter().nth(part.index));
        // It fails for a name that no attribute can have.
        _ = details.map(|details| details.set_attribute("open", ""));
    }
}

fn elements(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)).map(JsCast::unchecked_into).collect()
}

/// Where the focus is within an element.
pub fn focused_in(within: &Element) -> Option<Focused> {
    let control = document().active_element().filter(|element| within.contains(Some(element)))?;
    let id = Some(control.id()).filter(|id| !id.is_empty())?;
    let field = control.unchecked_ref::<HtmlInputElement>();
    let selection = field.selection_start().ok().flatten().zip(field.selection_end().ok().flatten());
    Some(Focused { id, selection })
}

/// Moves the focus to where it was, in a control with the same id.
pub fn focus_again(focused: &Focused) {
    let Some(element) = document().get_element_by_id(&focused.id) else { return };
    open_around(&element);
    // They fail only where the element takes no focus, or no text.
    _ = element.unchecked_ref::<HtmlElement>().focus();
    if let Some((start, end)) = focused.selection {
        _ = element.unchecked_ref::<HtmlInputElement>().set_selection_range(start, end);
    }
}
