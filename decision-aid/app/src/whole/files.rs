//! What the officer takes along, and what comes back: letters and the record in a form, case files, dates.

use super::WholeProgram;
use super::json::{BrowserJson, new_id};
use crate::aid::Aid;
use crate::frame::Opening;
use crate::message::{Export, Form, Message, Paper};
use casework::state::{Action, Effect};
use casework::{CaseFile, NotOpened, Screen, file_name};
use document::Document;
use ui::browser;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::File;
use yew::Context;

// The writer of Word files is another program, which the page loads when one is asked for.
#[wasm_bindgen]
extern "C" {
    /// Makes a file of a document's bytes, in the form that its name ends in, and puts it into the downloads. The page then
    /// says what came of it.
    #[wasm_bindgen(js_namespace = decisionAidPage, js_name = word)]
    fn write_document(bytes: &[u8], name: &str);
}

/// What is said of one file that the page makes.
const BEING_MADE: &str = "The file is being made.";

impl Aid<WholeProgram> {
    /// Gives the officer something to take along, or says why not. A letter that is not complete is not given.
    pub(super) fn export(&mut self, export: Export) {
        let said = match export {
            Export::CaseFile => Some(self.save_case()),
            Export::Calendar => self.save_days(),
            Export::Document(paper, form) => self.give(paper, form),
            Export::Everything => self.save_everything(),
        };
        if let Some(said) = said {
            self.said = said.into();
        }
    }

    /// What a file of this case is called.
    fn named(&self, kind: &str, extension: &str) -> String {
        let worked_on = self.state.view(self.content).reference();
        let reference = match worked_on.trim() {
            "" => self.program.case_history.reference(self.content),
            reference => reference,
        };
        file_name(kind, reference, &self.today, extension)
    }

    /// A letter or the record as a document, and what it is called; none for a letter that is not complete.
    fn document(&self, paper: Paper) -> Option<(Document, &'static str)> {
        let case_view = self.state.view(self.content);
        let index = match paper {
            Paper::Letter(index) => index,
            Paper::Record => return Some((case_view.record(&self.today), "decision-record")),
            Paper::Entries => {
                let document = self.program.case_history.document(self.content, &self.today);
                return Some((document, "case-so-far"));
            }
        };
        let letter = self.content.paperwork.letters.get(index)?;
        let state = case_view.letter(letter);
        state.is_complete().then(|| (state.document(), letter.id.as_str()))
    }

    fn give(&mut self, paper: Paper, form: Form) -> Option<String> {
        let Some((document, kind)) = self.document(paper) else {
            self.act(Action::SayWhatIsMissing);
            return None;
        };
        let said = match form {
            Form::Word => write(&document, &self.named(kind, "docx")),
            Form::Markdown => write(&document, &self.named(kind, "md")),
            Form::Print => {
                browser::print();
                return None;
            }
            Form::Clipboard if browser::copy("paper") => "Copied.",
            Form::Clipboard => "This browser does not let the page copy. Select the text and copy it.",
        };
        Some(said.to_owned())
    }

    pub(super) fn save_case(&mut self) -> String {
        let file = CaseFile::save(&self.state.view(self.content), &self.program.case_history, &self.today);
        match file.to_json::<BrowserJson>() {
            Ok(text) => {
                browser::download(&self.named("case-file", "json"), "application/json", &text);
                self.act(Action::Saved(browser::time()));
                "The case file is in your downloads.".to_owned()
            }
            Err(refused) => refused.to_string(),
        }
    }

    fn save_days(&mut self) -> Option<String> {
        let case_view = self.state.view(self.content);
        let Some(dates) = case_view.calendar_file(&self.program.case_history, &self.today) else {
            return Some("There is no date yet.".to_owned());
        };
        browser::download(&self.named("dates", "ics"), "text/calendar", &dates.text);
        self.program.case_history.calendar_sequence = dates.next_sequence;
        // The tab keeps the number too.
        self.effects.push(Effect::Keep);
        Some("The dates are in your downloads.".to_owned())
    }

    /// The letter on screen, the record, the case file and the dates, a file each.
    fn save_everything(&mut self) -> Option<String> {
        let letter = match self.state.screen {
            Screen::Letter(index) => Some(Paper::Letter(index)),
            _ => None,
        };
        let papers = letter.into_iter().chain([Paper::Record]);
        let documents: Option<Vec<_>> = papers.map(|paper| self.document(paper)).collect();
        let Some(documents) = documents else {
            self.act(Action::SayWhatIsMissing);
            return None;
        };
        for (document, kind) in &documents {
            write(document, &self.named(kind, "docx"));
        }
        self.save_days();
        let saved = self.save_case();
        let files = "The files are being made and go into your downloads. Where the browser asks, let it save several.";
        Some(if self.state.unsaved { saved } else { files.to_owned() })
    }

    /// Says whether a file was made. Of several at once, it was said before what becomes of them.
    pub(super) fn word_made(&mut self, made: bool) {
        if !made {
            self.said = "The file could not be made. Copy the text with its formatting instead.".into();
        } else if self.said == BEING_MADE {
            self.said = "The file is in your downloads.".into();
        }
    }

    /// Reads a file that was chosen. One that waits, or is still being read, is forgotten: the last one chosen counts.
    pub(super) fn choose(&mut self, context: &Context<Self>, file: File) {
        self.program.waiting = None;
        self.program.opening = Opening::default();
        self.program.reading = None;
        if file.size() > CaseFile::LARGEST as f64 {
            self.program.opening.refused = NotOpened::TooLarge.to_string().into();
            return;
        }
        let link = context.link().clone();
        self.program.reading =
            Some(browser::read_file(file, move |text| link.send_message(Message::Read(text))));
    }

    /// Opens a case file; where it is none, what is on screen stays. It takes no case's place unasked.
    pub(super) fn open(&mut self, text: Option<String>) {
        let read = |text: &str| CaseFile::from_json::<BrowserJson>(text, &new_id());
        match text.as_deref().map_or(Err(NotOpened::Unreadable), read) {
            Ok(file) if self.is_empty() => self.take(file),
            Ok(file) => {
                self.program.opening = Opening { is_waiting: true, ..Opening::default() };
                self.program.waiting = Some(file);
            }
            Err(refused) => self.program.opening.refused = refused.to_string().into(),
        }
    }

    pub(super) fn replace(&mut self, replaces: bool) {
        self.program.opening = Opening::default();
        if let Some(file) = self.program.waiting.take().filter(|_| replaces) {
            self.take(file);
        }
    }

    fn take(&mut self, file: CaseFile) {
        self.program.case_history = file.history.clone();
        let draft = file.draft.as_ref().map(|draft| draft.case.clone());
        // A history that cannot be is only read, whatever is worked on beside it.
        let shows_entries = draft.is_none() || !self.program.case_history.contradictions().is_empty();
        self.act(Action::Open(draft.unwrap_or_default()));
        self.program.notice = Some(file.opened(&self.state.view(self.content)));
        if shows_entries {
            self.act(Action::Show(Screen::Entries));
        }
    }
}

fn write(document: &Document, name: &str) -> &'static str {
    write_document(&document::to_bytes(document), name);
    BEING_MADE
}
