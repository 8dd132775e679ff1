//! Reads the files that were chosen, or cases that are made up here, in pieces so short that the page goes on answering.

use crate::browser::{self, ChosenFile, next_task};
use crate::file_json::FileJson;
use casebook::Casebook;
use casework::{CaseFile, NotOpened};
use futures_util::{Stream, StreamExt, stream};
use gloo::file::{Blob, futures::read_as_text};
use policy::Content;
use samples::{Sample, samples};
use std::cell::Cell;
use std::rc::Rc;
use yew::Callback;

/// How long files are read without a pause, in milliseconds: the time of one frame.
const SLICE: f64 = 16.0;

/// How many files the browser fetches at a time, while others are read.
const FETCHED_AT_A_TIME: usize = 8;

/// The seed that cases are made up from: everybody sees the same, as far as the day of today is the same.
const SEED: u64 = 6;

/// What was read.
pub(crate) struct Read {
    /// The cases.
    pub(crate) casebook: Casebook,
    /// Files that the browser could not hand over, or that are larger than any case: the name, and why.
    pub(crate) refused: Vec<(String, String)>,
    /// How many files were passed over because their names do not end as those of case files do.
    pub(crate) passed_over: usize,
}

/// Whom a reader tells how far it is, and who tells it to stop.
#[derive(Clone)]
pub(crate) struct Progress {
    /// Is told from time to time how many are read.
    pub(crate) done: Callback<usize>,
    pub(crate) stop: Rc<Cell<bool>>,
}

/// The text of a file under its name, or why there is none.
type NamedText = (String, Result<String, NotOpened>);

/// Reads files. None where it was told to stop.
pub(crate) async fn read(files: Vec<ChosenFile>, content: &Content, progress: Progress) -> Option<Read> {
    let all = files.len();
    let files: Vec<ChosenFile> = files.into_iter().filter(|file| is_named_as_case(&file.name)).collect();
    let read = Read { casebook: Casebook::new(content), refused: Vec::new(), passed_over: all - files.len() };
    let texts = stream::iter(files).map(fetch).buffered(FETCHED_AT_A_TIME);
    take_in(texts, read, progress).await
}

/// Makes up cases none of which goes on after a day, and reads them as files are read. None where it was told to stop.
pub(crate) async fn make_up(
    count: usize,
    until: &str,
    content: &Content,
    progress: Progress,
) -> Option<Read> {
    let read = Read { casebook: Casebook::of_made_up_cases(content), refused: Vec::new(), passed_over: 0 };
    let made = samples::<FileJson>(content, count, SEED, until).flatten();
    // Each is made when it is asked for, so that the pauses of the reader are pauses between two of them.
    take_in(stream::iter(made.map(|Sample { name, text }| (name, Ok(text)))), read, progress).await
}

/// Takes in texts, with pauses.
async fn take_in(
    texts: impl Stream<Item = NamedText> + Unpin,
    mut read: Read,
    Progress { done, stop }: Progress,
) -> Option<Read> {
    let mut texts = texts.enumerate();
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
async fn fetch(chosen: ChosenFile) -> NamedText {
    let ChosenFile { name, file } = chosen;
    let text = match file {
        Some(file) if file.size() > CaseFile::LARGEST as f64 => Err(NotOpened::TooLarge),
        Some(file) => read_as_text(&Blob::from(file)).await.map_err(|_| NotOpened::Unreadable),
        None => Err(NotOpened::Unreadable),
    };
    (name, text)
}
