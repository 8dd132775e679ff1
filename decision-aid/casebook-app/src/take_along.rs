//! What somebody takes along: a file for a spreadsheet, for Word, or for a calendar, and paper.

use crate::browser::download_word;
use document::Document;
use ui::{Button, Status};
use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, Callback, Html, html};

/// What can be taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TakeAlong {
    /// A file for a spreadsheet.
    Csv,
    /// A file for Word.
    Word,
    /// A file for a calendar.
    Calendar,
    /// Paper.
    Print,
}

impl TakeAlong {
    fn label(self) -> &'static str {
        match self {
            Self::Csv => "Download for a spreadsheet (.csv)",
            Self::Word => "Download for Word (.docx)",
            Self::Calendar => "Download the review dates (.ics)",
            Self::Print => "Print",
        }
    }
}

/// A button for each, and what became of the last one.
pub(crate) fn buttons(all: &[TakeAlong], said: &AttrValue, on: &Callback<TakeAlong>) -> Html {
    let button = |what: &TakeAlong| {
        let what = *what;
        html! { <Button key={what.label()} on_click={on.reform(move |()| what)}>{ what.label() }</Button> }
    };
    html! {
        <div class="casebook-take-along">
            <div class="actions">{ for all.iter().map(button) }</div>
            <Status class="said" words={said.clone()} />
        </div>
    }
}

/// Puts a text into the downloads, and says so. A spreadsheet takes the first three bytes for the sign of UTF-8.
pub(crate) fn download(name: &str, media_type: &str, text: &str) -> AttrValue {
    ui::browser::download(name, media_type, text);
    "The file is in your downloads.".into()
}

/// Has a Word file made. What became of it is said later.
pub(crate) fn download_document(document: Document, name: String, said: Callback<AttrValue>) -> AttrValue {
    spawn_local(async move {
        said.emit(match download_word(&document, &name).await {
            true => "The file is in your downloads.".into(),
            false => "The file could not be made. Print the page, or take the file for a spreadsheet.".into(),
        });
    });
    "The file is being made.".into()
}

/// What a file is called.
pub(crate) fn file_name(kind: &str, today: &str, extension: &str) -> String {
    // The name of a case is left out: this is of many.
    let named = casework::file_name(kind, "", today, extension);
    named.trim_start_matches("case-").to_owned()
}
