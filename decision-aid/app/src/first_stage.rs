//! The first stage as the build puts it into the page, and what was done on it before the program was there.

use casework::state::Action;
use policy::{Answer, Content};
use ui::browser::{self, Input, Place};
use web_sys::Element;

/// What was done on the first stage while it was only a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Before {
    /// What was ticked and written, and whether "Continue" was pressed.
    pub(crate) actions: Vec<Action>,
    /// Whether it said what is missing.
    pub(crate) shows_errors: bool,
    /// Where the officer is in it.
    pub(crate) place: Place,
}

impl Before {
    /// Reads what stands in the first stage. `went_on` is whether "Continue" was pressed.
    pub fn read(mount: &Element, content: &Content, went_on: bool) -> Self {
        let done = browser::inputs(mount).into_iter().filter_map(|input| action(content, input));
        let actions = done.chain(went_on.then_some(Action::Continue)).collect();
        let before = Self { actions, ..Self::handed_over(mount) };
        match went_on {
            true => Self { place: Place::default(), ..before },
            false => before,
        }
    }

    /// Reads what is not in the case, where another program drew the aid and gives the case itself.
    pub fn handed_over(mount: &Element) -> Self {
        Self {
            actions: Vec::new(),
            shows_errors: mount.query_selector(".error-summary").is_ok_and(|found| found.is_some()),
            place: Place::within(mount),
        }
    }
}

/// What a field was filled in with, or a box ticked for.
fn action(content: &Content, input: Input) -> Option<Action> {
    match (input.is_choice, content.policy.question(&input.name)) {
        (true, Some(question)) if content.policy[question].takes(&Answer::One(input.value.clone())) => {
            Some(Action::Answer(question, input.value))
        }
        (true, Some(question)) => Some(Action::Toggle(question, input.value)),
        (false, _) if !input.value.is_empty() && input.id.contains('/') => {
            Some(Action::Write(input.id, input.value))
        }
        _ => None,
    }
}

#[cfg(feature = "ssr")]
mod drawn {
    use crate::frame::{Frame, Opening, frame};
    use crate::screen::questions::questions_screen;
    use crate::view::View;
    use casework::state::State;
    use casework::{Case, Screen};
    use policy::{Content, FirstStage};
    use std::collections::BTreeSet;
    use std::rc::Rc;
    use yew::{AttrValue, Callback, Html, LocalServerRenderer, Properties, component};

    /// What the first stage is drawn from.
    #[derive(Properties, Clone)]
    struct DrawnProperties {
        content: Rc<Content>,
        root: AttrValue,
    }

    impl PartialEq for DrawnProperties {
        fn eq(&self, other: &Self) -> bool {
            Rc::ptr_eq(&self.content, &other.content) && self.root == other.root
        }
    }

    /// The first stage of an empty case: the same functions draw it here and in the browser.
    #[component]
    fn Drawn(properties: &DrawnProperties) -> Html {
        let DrawnProperties { content, root } = properties;
        let state = State::new(content, Case::default(), Screen::default());
        let said = AttrValue::default();
        let view = View {
            case_view: &state.view(content),
            state: &state,
            root,
            today: "",
            said: &said,
            saved_said: &said,
            explained: &BTreeSet::new(),
            notes: None,
            send: Callback::noop(),
        };
        let around = Frame {
            kept: true,
            opening: &Opening::default(),
            notice: None,
            stages_open: false,
            entry_count: 0,
            reference: "",
        };
        frame(&view, &around, questions_screen(&view))
    }

    /// The HTML of the first stage, for a page from which `root` leads to the root of the site.
    pub async fn first_stage(first: FirstStage, root: &str) -> String {
        let content = Rc::new(first.into_content());
        let properties = DrawnProperties { content, root: root.to_owned().into() };
        LocalServerRenderer::<Drawn>::with_props(properties).hydratable(false).render().await
    }
}

#[cfg(feature = "ssr")]
pub use drawn::first_stage;
