//! What only the register and the report ask of the browser: files and folders to choose, time between two pieces of work, and Word
//! files. The rest is in [`ui::browser`].

use document::Document;
use gloo::utils::window;
use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, File, HtmlInputElement};
use yew::Callback;

// The functions that `casebook.js` gives the page.
#[wasm_bindgen]
extern "C" {
    /// Whether the browser can hand over a folder by itself.
    #[wasm_bindgen(js_namespace = casebookPage, js_name = hasFolderPicker)]
    pub(crate) fn has_folder_picker() -> bool;

    /// Whether a field for files can take a folder.
    #[wasm_bindgen(js_namespace = casebookPage, js_name = takesFolders)]
    pub(crate) fn takes_folders() -> bool;

    #[wasm_bindgen(js_namespace = casebookPage, js_name = chooseFolder, catch)]
    async fn pick_folder() -> Result<JsValue, JsValue>;

    /// Lets the browser draw and listen before what follows.
    #[wasm_bindgen(js_namespace = casebookPage, js_name = nextTask)]
    pub(crate) async fn next_task();

    #[wasm_bindgen(js_namespace = casebookPage, js_name = word, catch)]
    async fn write_word(bytes: &[u8], file_name: &str) -> Result<JsValue, JsValue>;
}

/// A file that somebody chose.
pub(crate) struct ChosenFile {
    /// Its name, after the folders that it stands in.
    pub(crate) name: String,
    /// What it is; none where the browser cannot get at it.
    pub(crate) file: Option<File>,
}

/// What became of a folder that the browser was asked for.
pub(crate) enum PickedFolder {
    /// Its files, and those of the folders in it.
    Files(Vec<ChosenFile>),
    /// Nobody chose one.
    None,
    /// The browser lets this page choose none.
    Refused,
}

/// Asks for a folder.
pub(crate) async fn choose_folder() -> PickedFolder {
    match pick_folder().await {
        Ok(found) if found.is_undefined() => PickedFolder::None,
        Ok(found) => PickedFolder::Files(Array::from(&found).iter().map(named_file).collect()),
        Err(_) => PickedFolder::Refused,
    }
}

/// A pair of a name and a file, as the page gives it.
fn named_file(pair: JsValue) -> ChosenFile {
    let pair = Array::from(&pair);
    ChosenFile { name: pair.get(0).as_string().unwrap_or_default(), file: pair.get(1).dyn_into().ok() }
}

/// The files chosen in the field that an event came from. The field is emptied, so that the same can be chosen again.
pub(crate) fn take_files(event: &Event) -> Vec<ChosenFile> {
    let Some(field) = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = field
        .files()
        .into_iter()
        .flat_map(|list| (0..list.length()).filter_map(move |index| list.get(index)));
    let chosen = files.map(|file| ChosenFile { name: path(&file), file: Some(file) }).collect();
    field.set_value("");
    chosen
}

/// The name of a file after the folders that it stands in, where a folder was chosen.
fn path(file: &File) -> String {
    let path = js_sys::Reflect::get(file, &JsValue::from_str("webkitRelativePath")).ok();
    path.and_then(|path| path.as_string()).filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
}

/// Calls back once the browser has drawn what is there.
pub(crate) fn after_drawing(then: Callback<()>) {
    spawn_local(async move {
        next_task().await;
        then.emit(());
    });
}

/// Milliseconds since the page began.
pub(crate) fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Writes a document as a Word file and downloads it. Returns whether that went well.
pub(crate) async fn download_word(document: &Document, file_name: &str) -> bool {
    write_word(&document::to_bytes(document), file_name).await.is_ok()
}
