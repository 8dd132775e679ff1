//! Files that are saved or opened, and the clipboard.

use super::field;
use gloo::file::callbacks::{FileReader, read_as_text};
use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlAnchorElement, HtmlDocument};

/// A file that is being read. Dropped, the reading ends, and nothing is said of it.
pub type FileReading = FileReader;

/// Puts a text into the downloads, under a name and with a media type such as `text/calendar`.
pub fn download(name: &str, media_type: &str, text: &str) {
    let address = ObjectUrl::from(Blob::new_with_options(text, Some(media_type)));
    if let Ok(link) = document().create_element("a").map(JsCast::unchecked_into::<HtmlAnchorElement>) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // Some browsers come for the content only after this function is over.
    Timeout::new(60_000, || drop(address)).forget();
}

/// The file chosen in the field that an event came from. The field is emptied, so that the same file can be chosen again.
pub fn take_file(event: &Event) -> Option<File> {
    let field = field(event);
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// Reads a file as text, and tells what is in it; none where it cannot be read.
#[must_use = "the reading ends when this is dropped"]
pub fn read_file(file: File, done: impl FnOnce(Option<String>) + 'static) -> FileReading {
    read_as_text(&gloo::file::Blob::from(file), |text| done(text.ok()))
}

/// Copies what is in the element with this id, with its formatting. Returns whether the browser did.
///
/// The newer way takes no formatting where the page was not loaded over https, such as from a folder.
pub fn copy(id: &str) -> bool {
    let selection = window().get_selection().ok().flatten();
    let Some((selection, element)) = selection.zip(document().get_element_by_id(id)) else { return false };
    let document: HtmlDocument = document().unchecked_into();
    let copied = selection.select_all_children(&element).and_then(|()| document.exec_command("copy"));
    _ = selection.remove_all_ranges();
    copied.unwrap_or_default()
}
