//! Elements of a page, put together from top to bottom: `tag("p").class("hint").text(words)`.
//!
//! Yew's `html!` writes out the making of every element where it stands, and again for every kind of text, list and
//! listener. Here one function each does it for all elements: the screens come to a third of their size in the
//! browser. For the same reason nothing here is generic, and lists are made with a plain `for` and
//! [`Element::push`].
//!
//! What is left out in some cases keeps its place among its siblings as an empty [`fragment`], as it does with
//! `html!`: the siblings are then never taken for one another when the page is drawn again.

use std::rc::Rc;
use yew::Html;
use yew::virtual_dom::{
    AttrValue, AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText,
};

/// Every attribute that the aid gives an element.
macro_rules! attributes {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// An attribute.
        #[derive(Clone, Copy)]
        pub(crate) enum Attribute {
            $(#[doc = $name] $variant),*
        }

        /// The names of the attributes. Yew compares two elements value by value where both have this one list.
        static NAMES: &[&str] = &[$($name),*];
    };
}

attributes! {
    Accept = "accept",
    Class = "class",
    Described = "aria-describedby",
    For = "for",
    Hidden = "aria-hidden",
    Href = "href",
    Id = "id",
    InputMode = "inputmode",
    Invalid = "aria-invalid",
    Label = "aria-label",
    Labelled = "aria-labelledby",
    Name = "name",
    NoValidate = "novalidate",
    Open = "open",
    DataOption = "data-option",
    DataOutcome = "data-outcome",
    DataQuestion = "data-question",
    Role = "role",
    Rows = "rows",
    Scope = "scope",
    Selected = "selected",
    TabIndex = "tabindex",
    Type = "type",
    Value = "value",
}

/// An element, or a [`fragment`], while it is put together.
pub(crate) struct Element(Box<Parts>);

struct Parts {
    /// Empty for a fragment.
    tag: &'static str,
    key: Option<Key>,
    attributes: Box<[Option<AttributeOrProperty>; NAMES.len()]>,
    /// What stands in a field, and whether a box is ticked: more than attributes, for the officer changes them too.
    value: Option<AttrValue>,
    checked: bool,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<Html>,
}

/// An element with nothing in it yet.
#[inline(never)]
pub(crate) fn tag(name: &'static str) -> Element {
    Element(Box::new(Parts {
        tag: name,
        key: None,
        attributes: Box::new([const { None }; NAMES.len()]),
        value: None,
        checked: false,
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

/// Elements side by side, in none of their own; where nothing is pushed, nothing.
pub(crate) fn fragment() -> Element {
    tag("")
}

fn owned(text: &str) -> AttrValue {
    AttrValue::Rc(Rc::from(text))
}

impl Element {
    /// With this text next.
    #[inline(never)]
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.0.children.push(VNode::VText(VText::new(owned(text))));
        self
    }

    /// With this element next.
    #[inline(never)]
    pub(crate) fn child(mut self, child: Self) -> Self {
        self.0.children.push(child.into_html());
        self
    }

    /// Puts an element next.
    pub(crate) fn push(&mut self, child: Self) {
        self.0.children.push(child.into_html());
    }

    /// What tells it from its siblings in a list, when the page is drawn again.
    #[inline(never)]
    pub(crate) fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// With an attribute.
    #[inline(never)]
    pub(crate) fn attr(mut self, attribute: Attribute, value: &str) -> Self {
        self.0.attributes[attribute as usize] = Some(AttributeOrProperty::Attribute(owned(value)));
        self
    }

    /// With an attribute that has no value, where `on`.
    pub(crate) fn flag(self, attribute: Attribute, on: bool) -> Self {
        if on { self.attr(attribute, NAMES[attribute as usize]) } else { self }
    }

    /// With a class; without one where it is empty.
    #[inline(never)]
    pub(crate) fn class(self, class: &'static str) -> Self {
        if class.is_empty() { self } else { self.attr(Attribute::Class, class) }
    }

    /// With an id.
    #[inline(never)]
    pub(crate) fn id(self, id: &str) -> Self {
        self.attr(Attribute::Id, id)
    }

    /// A field with something in it.
    #[inline(never)]
    pub(crate) fn value(mut self, value: &str) -> Self {
        self.0.value = Some(owned(value));
        self
    }

    /// A box that is ticked, or not.
    pub(crate) fn checked(mut self, checked: bool) -> Self {
        self.0.checked = checked;
        self
    }

    /// With a listener: [`Sender`](crate::message::Sender) makes them.
    #[inline(never)]
    pub(crate) fn on(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.listeners.push(Some(listener));
        self
    }

    /// With several listeners.
    pub(crate) fn on_each(self, [first, second]: [Rc<dyn Listener>; 2]) -> Self {
        self.on(first).on(second)
    }

    /// As Yew takes it.
    #[inline(never)]
    pub(crate) fn into_html(self) -> Html {
        let parts = *self.0;
        if parts.tag.is_empty() {
            return VNode::VList(Rc::new(VList::with_children(parts.children, parts.key)));
        }
        let mut tag = VTag::new(AttrValue::Static(parts.tag));
        tag.key = parts.key;
        tag.attributes = Attributes::Dynamic { keys: NAMES, values: parts.attributes };
        tag.set_value(parts.value);
        tag.set_checked(parts.checked);
        if !parts.listeners.is_empty() {
            tag.set_listeners(parts.listeners.into_boxed_slice());
        }
        if let Some(children) = tag.children_mut() {
            *children = VNode::VList(Rc::new(VList::with_children(parts.children, None)));
        }
        VNode::VTag(Rc::new(tag))
    }
}
