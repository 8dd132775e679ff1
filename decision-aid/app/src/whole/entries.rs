//! The entries of a case: how another one begins, and how the one that is worked on is made.

use super::WholeProgram;
use crate::aid::Aid;
use crate::message::Begin;
use casework::state::{Action, Effect};
use casework::{Case, Screen};
use policy::EntryKind;

impl Aid<WholeProgram> {
    /// Begins another entry, with what goes on from those before it.
    pub(super) fn begin_entry(&mut self, begin: Begin) {
        let history = &self.program.case_history;
        let case = match begin {
            Begin::Review => history.begin_review(self.content, &self.today),
            Begin::Check => history.begin_check(self.content),
            Begin::Incident => Case::noting(EntryKind::Incident, None),
            Begin::Correction(number) => Case::noting(EntryKind::Correction, Some(number)),
        };
        self.program.notice = None;
        self.act(Action::Open(case));
        if matches!(begin, Begin::Incident | Begin::Correction(_)) {
            self.act(Action::Show(Screen::Entries));
        }
    }

    /// Makes the entry that is worked on. One that is written down without a check has to be whole.
    pub(super) fn make_entry(&mut self) {
        if !self.program.case_history.contradictions().is_empty() {
            return self.act(Action::Show(Screen::Entries));
        }
        let case_view = self.state.view(self.content);
        let noted = case_view.noted_kind();
        if noted.is_some() && !case_view.missing_on(Screen::Entries).is_empty() {
            return self.act(Action::SayWhatIsMissing);
        }
        let entry = match noted {
            Some(kind) => case_view.noted_today(kind, &self.today),
            None => case_view.entry_today(&self.today),
        };
        self.program.case_history.make(entry, &self.today);
        self.show_entries();
        self.said = "The entry is made. Save the case.".into();
    }

    /// Shows the entries, with none of them worked on. What was made is in no file yet.
    pub(super) fn show_entries(&mut self) {
        self.act(Action::Open(Case::default()));
        self.act(Action::Show(Screen::Entries));
        self.state.unsaved = true;
        self.effects.push(Effect::Keep);
    }
}
