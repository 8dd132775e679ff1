//! How files are chosen, how far they are read, and the day that is counted from.

use super::notices::notices;
use super::{Intake, IntakeMessage, MADE_UP_CASES, Reading};
use crate::browser::{take_files, takes_folders};
use ui::{Button, Field, FieldKind, Status, changing};
use yew::events::Event;
use yew::{Callback, Html, html};

impl Intake {
    /// The files to choose, what is wrong with those that were chosen, and the day.
    pub(crate) fn view(&self, on: &Callback<IntakeMessage>) -> Html {
        html! { <>
            <section class="casebook-intake" aria-labelledby="intake-heading" key="intake">
                <h2 id="intake-heading">{ "Choose the case files" }</h2>
                <p class="hint">{ "They are read in this browser and go nowhere. What you choose takes the place of what was chosen before." }</p>
                { self.chooser(on) }
                { self.trial(on) }
                { self.progress(on) }
                <Status class="said" words={self.said.clone()} />
                { self.day(on) }
            </section>
            if let Some(casebook) = &self.casebook { <div class="casebook-notices" key="notices">{ notices(self, casebook, on) }</div> }
        </> }
    }

    fn chooser(&self, on: &Callback<IntakeMessage>) -> Html {
        let onchange = on.reform(|event: Event| IntakeMessage::Choose(take_files(&event)));
        html! {
            <div class="casebook-choosers">
                <div class="field" key="files">
                    <label class="field-label" for="case-files">{ "Case files" }</label>
                    <input class="input" type="file" id="case-files" multiple=true accept=".json,application/json" onchange={onchange.clone()} />
                </div>
                { self.folder_chooser(on, onchange) }
            </div>
        }
    }

    fn folder_chooser(&self, on: &Callback<IntakeMessage>, onchange: Callback<Event>) -> Html {
        if self.has_picker {
            let on_click = on.reform(|()| IntakeMessage::PickFolder);
            return html! { <Button {on_click} id="case-folder" key="picker">{ "Choose a folder" }</Button> };
        }
        html! { if takes_folders() {
            <div class="field" key="folder">
                <label class="field-label" for="case-folder">{ "A folder of case files" }</label>
                <input class="input" type="file" id="case-folder" webkitdirectory=true {onchange} />
            </div>
        } }
    }

    /// For those who want to see the page at work and have no files.
    fn trial(&self, on: &Callback<IntakeMessage>) -> Html {
        let on_click = on.reform(|()| IntakeMessage::MakeUp);
        html! {
            <div class="casebook-trial">
                <Button {on_click}>{ format!("Try it with {MADE_UP_CASES} made-up cases") }</Button>
                <p class="hint">{ "They are made in this browser. Nobody had them, and they name nobody." }</p>
            </div>
        }
    }

    fn progress(&self, on: &Callback<IntakeMessage>) -> Html {
        let Some(Reading { count, done, .. }) = &self.reading else { return Html::default() };
        let on_click = on.reform(|()| IntakeMessage::Cancel);
        html! {
            <div class="casebook-progress" key="progress">
                <progress max={count.to_string()} value={done.to_string()} aria-label="Files read" />
                { changing(&format!("{done} of {count} files")) }
                <Button {on_click}>{ "Cancel" }</Button>
            </div>
        }
    }

    fn day(&self, on: &Callback<IntakeMessage>) -> Html {
        let error = casework::parse(&self.typed_day).is_none();
        let error = error.then(|| {
            format!("Give a day that exists. Until then, {} counts.", casework::in_words(&self.today))
        });
        let on_input = on.reform(IntakeMessage::Day);
        html! {
            <Field kind={FieldKind::Date} id="today" label="Today" hint="What is overdue is counted from this day."
                value={self.typed_day.clone()} {on_input} error={error.map(yew::AttrValue::from)} />
        }
    }
}
