//! The screen of the completion record: the learner's name, a preview, and ways to print or download it.

use super::{HEADING, KnowledgeCheckPage, Message, Screen, screen_button};
use crate::browser::{download_word, in_learning_system, store_name};
use crate::training_data::TrainingData;
use ::course::completion_record;
use document::Document;
use std::rc::Rc;
use ui::browser::{is_checked, today};
use ui::{Button, ButtonKind, Field, FieldKind, Paper};
use yew::events::Event;
use yew::{Context, Html, html};

impl KnowledgeCheckPage {
    /// The completion record; `None` where the check was never finished.
    pub(super) fn record_screen(&self, ctx: &Context<Self>) -> Option<Html> {
        let record = self.record(&ctx.props().data)?;
        let link = ctx.link();
        Some(html! { <>
            <h2 id={HEADING} tabindex="-1">{ "Your completion record" }</h2>
            <p>{ "It says what you did, as far as it was kept. It is your own statement, and the record says so." }</p>
            { self.name_fields(ctx) }
            <Paper document={Rc::new(record)} />
            <div class="actions take-along">
                <Button kind={ButtonKind::Primary} on_click={link.callback(|()| Message::Print)}>{ "Print" }</Button>
                <Button on_click={link.callback(|()| Message::DownloadWord)}>{ "Save as Word" }</Button>
                { screen_button(ctx, ButtonKind::Quiet, "Back to the beginning", Screen::Start) }
            </div>
        </> })
    }

    fn name_fields(&self, ctx: &Context<Self>) -> Html {
        let on_input = ctx.link().callback(Message::SetName);
        let onchange = ctx.link().callback(|event: Event| Message::RememberName(is_checked(&event)));
        html! { <>
            <Field kind={FieldKind::Text} id="learner-name" label="Your name" optional=true
                hint="It goes on the record, and nowhere else." autocomplete="name" value={self.name.clone()} {on_input} />
            // A learning system knows the name, and the device may be another learner's next.
            if !in_learning_system() {
                <label class="answer">
                    <input type="checkbox" id="keep-name" checked={self.remember_name} {onchange} />
                    <span class="answer-label">{ "Keep my name on this device for the next time" }</span>
                </label>
            }
        </> }
    }

    pub(super) fn store_name(&self) {
        store_name(if self.remember_name { &self.name } else { "" });
    }

    pub(super) fn download_word(&self, data: &TrainingData) {
        if let Some(record) = self.record(data) {
            download_word(&record, "completion-record.docx");
        }
    }

    fn record(&self, data: &TrainingData) -> Option<Document> {
        let progress = &self.store.progress;
        let best = progress.best_attempt()?;
        Some(completion_record(&data.course, progress, best, &self.name, &today()))
    }
}
