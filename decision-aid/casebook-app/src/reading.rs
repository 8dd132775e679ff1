//! Reads the files that were chosen, in pieces so short that the page goes on answering.

use crate::browser::{self, ChosenFile, next_task};
use crate::file_json::FileJson;
use casebook::Casebook;
use casework::{CaseFile, NotOpened};
use futures_util::{StreamExt, stream};
use gloo::file::{Blob, futures::read_as_text};
use policy::Content;
use std::cell::Cell;
use std::rc::Rc;
use yew::Callback;

/// How long files are read without a pause, in milliseconds: the time of one frame.
const SLICE: f64 = 16.0;

/// How many files the browser fetches at a time, while others are read.
const FETCHED_AT_A_TIME: usize = 8;

/// What was read.
pub(crate) struct Read {
    /// The cases.
    pub(crate) casebook: Casebook,
    /// Files that the browser could not hand over, or that are larger than any case: the name, and why.
    pub(crate) refused: Vec<(String, String)>,
    /// How many files were passed over because their names do not end as those of case files do.
    pub(crate) passed_over: usize,
}

/// Reads files, and tells from time to time how many. None where it was told to stop.
pub(crate) async fn read(
    files: Vec<ChosenFile>,
    content: &Content,
    done: Callback<usize>,
    stop: Rc<Cell<bool>>,
) -> Option<Read> {
    let all = files.len();
    let files: Vec<ChosenFile> = files.into_iter().filter(|file| is_named_as_case(&file.name)).collect();
    let mut read =
        Read { casebook: Casebook::new(content), refused: Vec::new(), passed_over: all - files.len() };
    let mut texts = stream::iter(files).map(fetch).buffered(FETCHED_AT_A_TIME).enumerate();
    let mut began = browser::now();
    while let Some((index, (name, text))) = texts.next().await {
        match text {
            Ok(text) => read.casebook.add::<FileJson>(&name, &text),
            Err(why) => read.refused.push((name, why.to_string())),
        }
        if browser::now() - began > SLICE {
            done.emit(index + 1);
            next_task().await;
            began = browser::now();
        }
        if stop.get() {
            return None;
        }
    }
    Some(read)
}

/// Whether a file is called as case files are. A folder holds letters and records too.
pub(crate) fn is_named_as_case(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("json"))
}

/// The text of a file, under its name.
async fn fetch(chosen: ChosenFile) -> (String, Result<String, NotOpened>) {
    let ChosenFile { name, file } = chosen;
    let text = match file {
        Some(file) if file.size() > CaseFile::LARGEST as f64 => Err(NotOpened::TooLarge),
        Some(file) => read_as_text(&Blob::from(file)).await.map_err(|_| NotOpened::Unreadable),
        None => Err(NotOpened::Unreadable),
    };
    (name, text)
}
