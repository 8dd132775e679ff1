//! The decision aid in the handbook's pages.
//!
//! It knows no policy by name: the page hands it the compiled policy, and the same WASM serves any handbook. It
//! may depend on `policy`, `casework`, `document`, `ui` and the browser, never on the compiler or the handbook.
//!
//! Start with [`casework::state`]: every change of a case is one pure function over one enum of actions. `aid` is the one
//! component with a state and draws the screen it is at; `message` is what the view says to it; `frame` is what stands around
//! every screen, `screen` has a module for each screen, `part` for what several have; `history` is a screen as the browser's
//! history keeps it. What all of them are made of is in `ui`.
//!
//! Two programs are made of it, in the crates `first-program` and `whole-program`. The first stage stands in the page at once
//! (`first_stage`). The first program (`first`) asks the questions as soon as it is there, after two thirds of the bytes; the
//! whole one (`whole`) follows and goes on where that stands. What differs between them is the trait [`Program`].

mod aid;
mod first;
mod first_stage;
mod frame;
mod history;
mod message;
mod part;
mod screen;
mod view;
mod whole;

pub use aid::Aid;
use aid::Properties;
pub use aid::{Program, kept_content};
pub use first::FirstProgram;
pub use first_stage::Before;
#[cfg(feature = "ssr")]
pub use first_stage::first_stage;
use message::Message;
use policy::Content;
pub use whole::WholeProgram;
use yew::platform::spawn_local;
use yew::{AppHandle, Callback};

/// Runs the aid in an element of the page. `root` leads from the page to the root of the site, for links; `before` is what was
/// done in the element before; `kept` what was kept of the case, as [`Running::end`] gives it.
pub fn run<P: Program>(
    mount: web_sys::Element,
    content: &'static Content,
    root: String,
    before: Before,
    kept: String,
) -> Running<P> {
    let place = before.place.clone();
    let properties = Properties { content, root: root.into(), before, kept: kept.into() };
    let running = Running(yew::Renderer::<Aid<P>>::with_root_and_props(mount, properties).render());
    // The screen is drawn in the microtask before this one. What Yew calls afterwards may come a task later, and a key that is
    // pressed between the two would go nowhere.
    spawn_local(async move { place.bring_back() });
    running
}

/// The aid while it runs.
pub struct Running<P: Program>(AppHandle<Aid<P>>);

impl<P: Program> Running<P> {
    /// Ends it, and gives the case as a text for the next program.
    pub fn end(self) -> String {
        let text = self.0.get_component().and_then(|aid| aid.text());
        self.0.destroy();
        text.unwrap_or_default()
    }

    /// Calls back once the screen is drawn, and what that asks of the browser, such as a step in the history, is done: Yew may
    /// leave that to a later task of the browser. What the officer did before counts by then.
    pub fn when_drawn(&self, then: impl Fn() + 'static) {
        self.0.send_message(Message::WhenDrawn(Callback::from(move |()| then())));
    }

    /// Tells it whether a Word file was made.
    pub fn word_made(&self, made: bool) {
        self.0.send_message(Message::WordMade(made));
    }
}
