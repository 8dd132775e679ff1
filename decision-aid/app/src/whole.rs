//! The whole program: what follows from the answers, what the officer takes along, and what comes back.

mod entries;
mod files;
mod json;

use crate::aid::Aid;
use crate::aid::Program;
use crate::frame::Opening;
use crate::message::Message;
use crate::part::question_notes::NOTES;
use crate::screen::entries::entries_screen;
use crate::screen::{dates, decision, done, letter, result};
use crate::view::{QuestionNotes, View};
use casework::state::Everything;
use casework::{Case, CaseFile, CaseHistory, CaseView, Notice, Screen};
use json::{BrowserJson, new_id};
use policy::Content;
use ui::browser::FileReading;
use yew::{Context, Html};

/// The whole program.
pub struct WholeProgram {
    /// How the opening of a case file stands.
    opening: Opening,
    /// The file that is being read. Another one takes its place, and what this one has is told no more.
    reading: Option<FileReading>,
    /// A case file that would take the place of the case on screen, while the officer is asked.
    waiting: Option<CaseFile>,
    /// What the case has beside what is on screen.
    case_history: CaseHistory,
    /// The case file that this tab kept, until it is held against the policy.
    stored: Option<CaseFile>,
    /// What is said of the case that was opened or came back.
    notice: Option<Notice>,
}

impl Program for WholeProgram {
    type Scope = Everything;

    const NOTES: Option<QuestionNotes> = Some(NOTES);

    fn begin(kept: &str) -> (Self, Option<Case>) {
        let stored = CaseFile::from_json_of_any_size::<BrowserJson>(kept, &new_id()).ok();
        let case = stored
            .as_ref()
            .map(|file| file.draft.as_ref().map(|draft| draft.case.clone()).unwrap_or_default());
        let case = case.or_else(|| Case::from_earlier_tab::<BrowserJson>(kept));
        let program = Self {
            opening: Opening::default(),
            reading: None,
            waiting: None,
            case_history: stored.as_ref().map_or_else(new_history, |file| file.history.clone()),
            stored,
            notice: None,
        };
        (program, case)
    }

    fn resume(&mut self, case_view: &CaseView<'_>) {
        self.notice = self.stored.take().and_then(|file| file.resumed(case_view));
    }

    fn text(&self, case_view: &CaseView<'_>, today: &str) -> Option<String> {
        CaseFile::save(case_view, &self.case_history, today).to_json_of_any_size::<BrowserJson>().ok()
    }

    fn screen(&self, view: &View<'_>) -> Html {
        match view.state.screen {
            Screen::Questions(..) | Screen::Review => Html::default(),
            Screen::Result => result::result_screen(view),
            Screen::Decision | Screen::AtOnce(_) => decision::decision_screen(view),
            Screen::Dates => dates::dates_screen(view),
            Screen::Letter(index) => letter::letter_screen(view, index),
            Screen::Done => done::done_screen(view),
            Screen::Entries => entries_screen(view, &self.case_history),
        }
    }

    fn entry_count(&self) -> usize {
        self.case_history.entries.len()
    }

    fn reference<'a>(&'a self, content: &'a Content) -> &'a str {
        self.case_history.reference(content)
    }

    fn opening(&self) -> &Opening {
        &self.opening
    }

    fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    fn react(aid: &mut Aid<Self>, context: &Context<Aid<Self>>, message: Message) {
        match message {
            Message::Save => {
                let said = aid.save_case();
                aid.say_in_bar(said);
            }
            Message::WordMade(made) => aid.word_made(made),
            Message::Export(export) => aid.export(export),
            Message::Chosen(file) => aid.choose(context, file),
            Message::Read(text) => aid.open(text),
            Message::Replace(replaces) => aid.replace(replaces),
            Message::Begin(begin) => aid.begin_entry(begin),
            Message::Make => aid.make_entry(),
            Message::Discard => aid.show_entries(),
            _ => {}
        }
    }

    fn forget(&mut self) {
        self.opening = Opening::default();
        self.notice = None;
        self.waiting = None;
        self.case_history = new_history();
    }
}

/// The history of a case that begins.
fn new_history() -> CaseHistory {
    CaseHistory::new(new_id())
}
