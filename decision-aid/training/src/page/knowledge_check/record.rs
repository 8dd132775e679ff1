//! The screen of the completion record: the learner's name, a preview, and ways to print or download it.

use super::{HEADING, KnowledgeCheckPage, Message, Screen, screen_button};
use crate::browser;
use crate::components::paper::paper;
use crate::training_data::TrainingData;
use ::course::completion_record;
use document::Document;
use yew::events::{Event, InputEvent};
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
            { paper(&record) }
            <div class="actions take-along">
                <button type="button" class="button" onclick={link.callback(|_| Message::Print)}>{ "Print" }</button>
                <button type="button" class="button-quiet" onclick={link.callback(|_| Message::DownloadWord)}>{ "Save as Word" }</button>
                { screen_button(ctx, "button-quiet", "Back to the beginning", Screen::Start) }
            </div>
        </> })
    }

    fn name_fields(&self, ctx: &Context<Self>) -> Html {
        let oninput = ctx.link().callback(|event: InputEvent| Message::SetName(browser::field_text(&event)));
        let onchange = ctx.link().callback(|event: Event| Message::RememberName(browser::is_checked(&event)));
        html! { <>
            <div class="field">
                <label for="learner-name">{ "Your name" }<span class="field-optional">{ " (optional)" }</span></label>
                <p class="hint" id="learner-name-hint">{ "It goes on the record, and nowhere else." }</p>
                <input class="input" id="learner-name" autocomplete="name" aria-describedby="learner-name-hint"
                    value={self.name.clone()} {oninput} />
            </div>
            // A learning system knows the name, and the device may be another learner's next.
            if !browser::in_learning_system() {
                <label class="answer">
                    <input type="checkbox" id="keep-name" checked={self.remember_name} {onchange} />
                    <span class="answer-label">{ "Keep my name on this device for the next time" }</span>
                </label>
            }
        </> }
    }

    pub(super) fn store_name(&self) {
        browser::store_name(if self.remember_name { &self.name } else { "" });
    }

    pub(super) fn download_word(&self, data: &TrainingData) {
        if let Some(record) = self.record(data) {
            browser::download_word(&record, "completion-record.docx");
        }
    }

    fn record(&self, data: &TrainingData) -> Option<Document> {
        let progress = &self.store.progress;
        let best = progress.best_attempt()?;
        Some(completion_record(&data.course, progress, best, &self.name, &browser::today()))
    }
}
