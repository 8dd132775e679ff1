//! What the officer takes along, and what comes back: the document on screen in a form, and case files.

use super::{Aid, Change, Effect};
use crate::browser;
use crate::message::Form;
use crate::part::case_file::Opened;
use crate::state::{Action, Screen};
use crate::take;
use casework::{CaseFile, NotOpened, changes_since, in_words};

impl Aid {
    /// Gives the document on screen in a form. A letter that is not complete is not given.
    pub(super) fn take(&mut self, form: Form) {
        let desk = self.desk();
        let today = browser::today();
        let reference = take::reference(&desk);
        let (document, name) = match self.screen() {
            Screen::Letter(place) => {
                let Some(letter) = desk.content.paperwork.letters.get(place) else { return };
                let state = desk.letter(letter);
                if !state.is_complete() {
                    return self.say_missing();
                }
                (state.document(), [&letter.id, "-", &reference].concat())
            }
            _ => (desk.record(&today), ["decision-record-", &reference].concat()),
        };
        match form {
            Form::Word => browser::word(&document, &[&name, ".docx"].concat()),
            Form::Markdown => browser::word(&document, &[&name, ".md"].concat()),
            Form::CaseFile => {
                let file = browser::written_case_file(&CaseFile::save(&desk, &today));
                browser::download(&["case-", &reference, ".json"].concat(), "application/json", &file);
            }
            Form::Calendar => match take::calendar(&desk, &today) {
                Some(event) => {
                    browser::download(&["dates-", &reference, ".ics"].concat(), "text/calendar", &event)
                }
                None => {
                    self.said = "There is no date yet. Fill one in above.";
                    return;
                }
            },
            Form::Clipboard => {
                self.said = if browser::copy("paper") {
                    "Copied."
                } else {
                    "This browser does not let the page copy. Select the text and copy it."
                };
                return;
            }
            Form::Paper => {
                self.effects.push(Effect::Print);
                return;
            }
        }
        self.said = match form {
            Form::Word | Form::Markdown => "The file is being made.",
            _ => "Saved to your downloads.",
        };
    }

    /// Opens a case file; where it is none, what is on screen stays. It takes no case's place unasked.
    pub(super) fn open(&mut self, text: Option<String>) {
        self.waiting = None;
        match text.as_deref().map_or(Err(NotOpened::Unreadable), browser::read_case_file) {
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
        let desk = self.desk();
        let other = file.policy_version != desk.policy().version;
        let opened = Opened {
            other_version: other.then(|| file.policy_version.clone()),
            saved_on: in_words(&file.saved_on),
            changes: changes_since(&file, &desk),
        };
        self.opened = Some(opened);
    }
}
