//! Where somebody is on the page: what is open, how far down, and where the focus is.

use super::elements;
use super::page::{open_around, scroll_to, scrolled};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Where somebody is in what is about to be drawn anew, with the same ids.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Place {
    open: Vec<OpenPart>,
    /// How far down the page is scrolled, in pixels.
    scrolled: f64,
    focused: Option<Focused>,
}

impl Place {
    /// Where somebody is within an element.
    pub fn within(element: &Element) -> Self {
        Self { open: open_parts(element), scrolled: scrolled(), focused: focused_in(element) }
    }

    /// Brings them back there.
    pub fn bring_back(&self) {
        self.open.iter().for_each(OpenPart::open);
        self.focused.iter().for_each(Focused::focus);
        scroll_to(self.scrolled);
    }
}

/// A part that is open: the question that it belongs to, by its id, and which of its parts it is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct OpenPart {
    question: String,
    index: usize,
}

impl OpenPart {
    fn open(&self) {
        let question = document().get_element_by_id(&self.question);
        let details =
            question.and_then(|question| elements(&question, "details").into_iter().nth(self.index));
        // It fails for a name that no attribute can have.
        _ = details.map(|details| details.set_attribute("open", ""));
    }
}

/// The parts of questions that are open within an element.
fn open_parts(within: &Element) -> Vec<OpenPart> {
    let open = |question: Element| {
        let parts = elements(&question, "details").into_iter().enumerate();
        let open = parts.filter(|(_, part)| part.has_attribute("open"));
        open.map(|(index, _)| OpenPart { question: question.id(), index }).collect::<Vec<_>>()
    };
    elements(within, "fieldset[id]").into_iter().flat_map(open).collect()
}

/// Where the focus is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Focused {
    /// The id of the control.
    id: String,
    /// What is selected in it, from where to where, where it holds text.
    selection: Option<(u32, u32)>,
}

impl Focused {
    fn focus(&self) {
        let Some(element) = document().get_element_by_id(&self.id) else { return };
        open_around(&element);
        // They fail only where the element takes no focus, or no text.
        _ = element.unchecked_ref::<HtmlElement>().focus();
        if let Some((start, end)) = self.selection {
            _ = element.unchecked_ref::<HtmlInputElement>().set_selection_range(start, end);
        }
    }
}

fn focused_in(within: &Element) -> Option<Focused> {
    let control = document().active_element().filter(|element| within.contains(Some(element)))?;
    let id = Some(control.id()).filter(|id| !id.is_empty())?;
    let field = control.unchecked_ref::<HtmlInputElement>();
    let selection = field.selection_start().ok().flatten().zip(field.selection_end().ok().flatten());
    Some(Focused { id, selection })
}
