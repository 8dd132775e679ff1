//! What the officer takes along, and what comes back: the document on screen in a form, and case files.

use super::{Aid, Change, Effect};
use crate::browser;
use crate::export;
use crate::message::ExportFormat;
use casework::state::{Action, Screen};
use casework::{CaseFile, NotOpened};
use document::Document;
use web_sys::File;

impl Aid {
    /// The document on screen, and the name of a file of it; none for a letter that is not complete.
    fn document(&self) -> Option<(Document, String)> {
        let case_view = self.case_view();
        let reference = export::reference(&case_view);
        let Screen::Letter(index) = self.screen() else {
            return Some((case_view.record(&browser::today()), ["decision-record-", &reference].concat()));
        };
        let letter = case_view.content.paperwork.letters.get(index)?;
        let state = case_view.letter(letter);
        state.is_complete().then(|| (state.document(), [&letter.id, "-", &reference].concat()))
    }

    /// Gives the document on screen in a form. A letter that is not complete is not given.
    pub(super) fn export(&mut self, format: ExportFormat) {
        let Some((document, name)) = self.document() else { return self.say_missing() };
        let case_view = self.case_view();
        let today = browser::today();
        let reference = export::reference(&case_view);
        match format {
            ExportFormat::Word => browser::word(&document, &[&name, ".docx"].concat()),
            ExportFormat::Markdown => browser::word(&document, &[&name, ".md"].concat()),
            ExportFormat::CaseFile => match CaseFile::save(&case_view, &today).to_json() {
                Ok(file) => {
                    let name = ["case-", &reference, ".json"].concat();
                    browser::download(&name, "application/json", &file);
                }
                Err(refused) => {
                    self.said = refused.to_string().into();
                    return;
                }
            },
            ExportFormat::Calendar => match export::calendar(&case_view, &today) {
                Some(event) => {
                    browser::download(&["dates-", &reference, ".ics"].concat(), "text/calendar", &event)
                }
                None => {
                    self.said = "There is no date yet. Fill one in above.".into();
                    return;
                }
            },
            ExportFormat::Clipboard => {
                let copied = browser::copy("paper");
                self.said = match copied {
                    true => "Copied.".into(),
                    false => "This browser does not let the page copy. Select the text and copy it.".into(),
                };
                return;
            }
            ExportFormat::Paper => {
                self.effects.push(Effect::Print);
                return;
            }
        }
        self.said = match format {
            ExportFormat::Word | ExportFormat::Markdown => "The file is being made.".into(),
            _ => "Saved to your downloads.".into(),
        };
    }

    /// Reads a file that was chosen. One that waits, or is still being read, is forgotten: the last one chosen counts.
    pub(super) fn choose(&mut self, file: &File) {
        self.waiting = None;
        self.chosen += 1;
        if file.size() > CaseFile::LARGEST as f64 {
            self.refused = NotOpened::TooLarge.to_string();
        } else {
            browser::read_file(file, self.chosen);
        }
    }

    /// Opens a case file; where it is none, what is on screen stays. It takes no case's place unasked.
    pub(super) fn open(&mut self, text: Option<String>) {
        match text.as_deref().map_or(Err(NotOpened::Unreadable), CaseFile::from_json) {
            Ok(file) if self.state.case.is_empty() => self.replace(file),
            Ok(file) => {
                self.refused.clear();
                self.waiting = Some(file);
            }
            Err(refused) => self.refused = refused.to_string(),
        }
    }

    pub(super) fn replace(&mut self, file: CaseFile) {
        self.change(Action::Open(file.case.clone()), Change::Made);
        self.notice = Some(file.opened(&self.case_view()));
    }
}
