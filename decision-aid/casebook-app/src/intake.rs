//! What the register and the report begin with: case files that somebody chooses or that are made up, how far they are read, and the
//! day that is counted from.

mod notices;
mod view;

use crate::browser::{ChosenFile, PickedFolder, choose_folder, has_folder_picker};
use crate::reading::{Progress, Read, make_up, read};
use casebook::{Casebook, Duplicate};
use policy::Content;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// How many cases are made up at a press.
const MADE_UP_CASES: usize = 40;

/// The files that were chosen, and the day.
pub(crate) struct Intake {
    content: Rc<Content>,
    /// The cases; none before files were chosen.
    pub(crate) casebook: Option<Casebook>,
    /// The cases that have several files.
    pub(crate) duplicates: Vec<Duplicate>,
    /// Files that never reached the casebook: the name, and why.
    pub(crate) refused: Vec<(String, String)>,
    /// The day that is counted from: always one that exists.
    pub(crate) today: String,
    /// What stands in the field for it.
    typed_day: String,
    /// How many files were passed over.
    passed_over: usize,
    reading: Option<Reading>,
    /// Whether a folder is chosen by a button; else by a field.
    has_picker: bool,
    /// What became of the last choice, in a sentence.
    said: String,
}

/// Files that are being read.
struct Reading {
    count: usize,
    done: usize,
    /// Tells the reader to stop.
    stop: Rc<Cell<bool>>,
}

/// What happens to the files.
pub(crate) enum IntakeMessage {
    /// The browser is asked for a folder.
    PickFolder,
    /// It gave one, or not.
    Picked(PickedFolder),
    /// These files were chosen.
    Choose(Vec<ChosenFile>),
    /// Cases are made up, to try the page with.
    MakeUp,
    /// So many are read.
    Done(usize),
    /// All are read; none where the reader was told to stop.
    Finished(Option<Box<Read>>),
    Cancel,
    /// Of several files of one case, this one counts.
    Use(String),
    /// What stands in the field for the day.
    Day(String),
}

impl Intake {
    pub(crate) fn new(content: Rc<Content>, today: String) -> Self {
        Self {
            content,
            casebook: None,
            duplicates: Vec::new(),
            refused: Vec::new(),
            typed_day: today.clone(),
            today,
            passed_over: 0,
            reading: None,
            has_picker: has_folder_picker(),
            said: String::new(),
        }
    }

    /// Takes in what happened, and says whether what is made of the files is to be made anew.
    pub(crate) fn update(&mut self, message: IntakeMessage, on: &Callback<IntakeMessage>) -> bool {
        match message {
            IntakeMessage::PickFolder => pick_folder(on.clone()),
            IntakeMessage::Picked(PickedFolder::Files(files)) => self.choose(files, on),
            IntakeMessage::Picked(PickedFolder::None) => {}
            // The field for folders takes the place of the button.
            IntakeMessage::Picked(PickedFolder::Refused) => self.has_picker = false,
            IntakeMessage::Choose(files) => self.choose(files, on),
            IntakeMessage::MakeUp => self.make_up(on),
            IntakeMessage::Done(done) => self.reading.iter_mut().for_each(|reading| reading.done = done),
            IntakeMessage::Finished(read) => return self.finish(read),
            IntakeMessage::Cancel => self.reading.iter().for_each(|reading| reading.stop.set(true)),
            IntakeMessage::Use(name) => return self.use_file(&name),
            IntakeMessage::Day(day) => return self.set_day(day),
        }
        false
    }

    /// Begins to read files.
    fn choose(&mut self, files: Vec<ChosenFile>, on: &Callback<IntakeMessage>) {
        if files.is_empty() {
            self.said = "There is no file in the folder.".to_owned();
            return;
        }
        let (on, progress) = (on.clone(), self.begin(files.len(), on));
        let content = Rc::clone(&self.content);
        spawn_local(async move {
            let read = read(files, &content, progress).await;
            on.emit(IntakeMessage::Finished(read.map(Box::new)));
        });
    }

    /// Begins to make up cases, and to read them.
    fn make_up(&mut self, on: &Callback<IntakeMessage>) {
        let (on, progress) = (on.clone(), self.begin(MADE_UP_CASES, on));
        let (content, until) = (Rc::clone(&self.content), self.today.clone());
        spawn_local(async move {
            let read = make_up(MADE_UP_CASES, &until, &content, progress).await;
            on.emit(IntakeMessage::Finished(read.map(Box::new)));
        });
    }

    /// So many are going to be read. Those of an earlier choice that are still being read are forgotten.
    fn begin(&mut self, count: usize, on: &Callback<IntakeMessage>) -> Progress {
        self.said.clear();
        let stop = Rc::new(Cell::new(false));
        let reading = Reading { count, done: 0, stop: Rc::clone(&stop) };
        self.reading.replace(reading).iter().for_each(|earlier| earlier.stop.set(true));
        Progress { done: on.reform(IntakeMessage::Done), stop }
    }

    fn finish(&mut self, read: Option<Box<Read>>) -> bool {
        let Some(read) = read else {
            // Another choice may have taken the place of the one that ends here.
            if self.reading.as_ref().is_some_and(|reading| reading.stop.get()) {
                self.reading = None;
                self.said = "Reading was stopped. Nothing new was taken in.".to_owned();
            }
            return false;
        };
        let Read { casebook, refused, passed_over } = *read;
        self.duplicates = casebook.duplicates();
        (self.casebook, self.refused, self.passed_over) = (Some(casebook), refused, passed_over);
        self.reading = None;
        self.said = self.summary();
        true
    }

    /// How many files were read, and how many were not.
    fn summary(&self) -> String {
        let read = self.casebook.as_ref().map_or(0, Casebook::files) + self.refused.len();
        let files = |count: usize| if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
        match self.passed_over {
            _ if self.is_made_up() => {
                format!("{read} made-up cases read. They take the place of chosen files.")
            }
            0 => format!("{} read.", files(read)),
            other => format!(
                "{} read. {} passed over: only files that end in “.json” are case files.",
                files(read),
                files(other)
            ),
        }
    }

    fn is_made_up(&self) -> bool {
        self.casebook.as_ref().is_some_and(Casebook::is_made_up)
    }

    fn use_file(&mut self, name: &str) -> bool {
        let Some(casebook) = &mut self.casebook else { return false };
        casebook.choose(name);
        self.duplicates = casebook.duplicates();
        true
    }

    fn set_day(&mut self, day: String) -> bool {
        let is_new = casework::parse(&day).is_some() && day != self.today;
        if is_new {
            self.today.clone_from(&day);
        }
        self.typed_day = day;
        is_new
    }
}

/// Asks the browser for a folder.
fn pick_folder(on: Callback<IntakeMessage>) {
    spawn_local(async move { on.emit(IntakeMessage::Picked(choose_folder().await)) });
}
