//! The ways to take a document along.

use crate::message::{Export, Form, Message, Paper};
use crate::view::View;
use ui::Button;
use yew::{Html, html};

/// The forms that a document can be had in.
const FORMS: [(Form, &str); 4] = [
    (Form::Word, "Download for Word"),
    (Form::Clipboard, "Copy with formatting"),
    (Form::Print, "Print"),
    (Form::Markdown, "Download as Markdown"),
];

/// A button for each form. Printing and copying take what is on screen.
pub(crate) fn forms(view: &View<'_>, paper: Paper) -> Html {
    let about = match paper {
        Paper::Record => "the record",
        Paper::Entries => "the case so far",
        Paper::Letter(_) => "the letter",
    };
    let button = |(form, words): &(Form, &'static str)| {
        html! {
            <Button key={*words} {about} on_click={view.on(Message::Export(Export::Document(paper, *form)))}>{ *words }</Button>
        }
    };
    FORMS.iter().map(button).collect()
}
