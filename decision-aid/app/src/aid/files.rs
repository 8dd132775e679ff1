//! What the officer takes along, and what comes back: the document on screen in a form, and case files.

use super::{Aid, Change, Effect};
use crate::browser;
use crate::json::BrowserJson;
use crate::message::ExportFormat;
use casework::state::{Action, Screen};
use casework::{CaseFile, NotOpened, file_name};
use document::Document;
use web_sys::File;

impl Aid {
    /// The document on screen, and what it is called; none for a letter that is not complete.
    fn document(&self) -> Option<(Document, &'static str)> {
        let case_view = self.case_view();
        let Screen::Letter(index) = self.screen() else {
            return Some((case_view.record(&browser::today()), "decision-record"));
        };
        let letter = self.content.paperwork.letters.get(index)?;
        let state = case_view.letter(letter);
        state.is_complete().then(|| (state.document(), letter.id.as_str()))
    }

    /// Gives the document on screen in a form. A letter that is not complete is not given.
    pub(super) fn export(&mut self, format: ExportFormat) {
        let Some((document, kind)) = self.document() else { return self.say_missing() };
        let case_view = self.case_view();
        let today = browser::today();
        let named = |kind, extension| file_name(kind, &case_view.reference(), &today, extension);
        match format {
            ExportFormat::Word => browser::word(&document, &named(kind, "docx")),
            ExportFormat::Markdown => browser::word(&document, &named(kind, "md")),
            ExportFormat::CaseFile => {
                match CaseFile::save(&case_view, &self.history, &today).to_json::<BrowserJson>() {
                    Ok(file) => browser::download(&named("case-file", "json"), "application/json", &file),
                    Err(refused) => {
                        self.said = refused.to_string().into();
                        return;
                    }
                }
            }
            ExportFormat::Calendar => match case_view.calendar_file(&self.history, &today) {
                Some(dates) => {
                    browser::download(&named("dates", "ics"), "text/calendar", &dates.text);
                    self.history.calendar_sequence = dates.next_sequence;
                    // The tab keeps the number too.
                    self.effects.push(Effect::Store);
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
        let read = |text: &str| CaseFile::from_json::<BrowserJson>(text, &browser::new_id());
        match text.as_deref().map_or(Err(NotOpened::Unreadable), read) {
            Ok(file) if self.state.case.is_empty() => self.replace(file),
            Ok(file) => {
                self.refused.clear();
                self.waiting = Some(file);
            }
            Err(refused) => self.refused = refused.to_string(),
        }
    }

    pub(super) fn replace(&mut self, file: CaseFile) {
        self.history = file.history.clone();
        self.change(Action::Open(file.decision.case.clone()), Change::Made);
        self.opened = Some(file);
        self.say_opened();
    }

    /// Says what there is to say of the file that was opened, once the whole policy is there to hold it against.
    pub(super) fn say_opened(&mut self) {
        if self.complete
            && let Some(file) = self.opened.take()
        {
            self.notice = Some(file.opened(&self.case_view()));
        }
    }
}
