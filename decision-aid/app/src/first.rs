//! The first program: it asks the questions while the whole one is on its way, which then goes on where it stands.

use crate::aid::Aid;
use crate::aid::Program;
use crate::frame::Opening;
use crate::message::Message;
use crate::screen::screen;
use crate::view::{QuestionNotes, View};
use casework::state::QuestionsOnly;
use casework::{Case, CaseView, Notice};
use policy::{Answer, Content};
use ui::browser::quoted;
use yew::{Context, Html, html};

/// What is said while the whole program is on its way.
const WAIT: &str = "This is ready in a moment: the rest of the aid is still loading. Then try again.";

/// The first program.
#[derive(Debug, Default)]
pub struct FirstProgram {
    opening: Opening,
}

impl Program for FirstProgram {
    type Scope = QuestionsOnly;

    const NOTES: Option<QuestionNotes> = None;

    /// A case that is under way is for the whole program; the page starts that at once.
    fn begin(_: &str) -> (Self, Option<Case>) {
        (Self::default(), None)
    }

    fn resume(&mut self, _: &CaseView<'_>) {}

    fn text(&self, case_view: &CaseView<'_>, _: &str) -> Option<String> {
        Some(case_as_text(case_view.case))
    }

    fn screen(&self, _: &View<'_>) -> Html {
        let words = "The rest of the aid is loading. If this stays, reload the page: your answers are kept in this tab.";
        screen("waiting", "One moment", html! { <p role="status">{ words }</p> })
    }

    fn entry_count(&self) -> usize {
        0
    }

    fn reference<'a>(&'a self, _: &'a Content) -> &'a str {
        ""
    }

    fn opening(&self) -> &Opening {
        &self.opening
    }

    fn notice(&self) -> Option<&Notice> {
        None
    }

    /// What has to do with files waits for the whole program, and says so.
    fn react(aid: &mut Aid<Self>, _: &Context<Aid<Self>>, message: Message) {
        match message {
            Message::Chosen(_) => aid.program.opening.refused = WAIT.into(),
            _ => aid.say_in_bar(WAIT.to_owned()),
        }
    }

    fn forget(&mut self) {}
}

/// The answers and texts of a case as JSON: see [`Case::from_earlier_tab`]. The writer of case files would be most of this
/// program.
fn case_as_text(case: &Case) -> String {
    let answer = |answer: &Answer| match answer {
        Answer::One(word) => quoted(word),
        Answer::Many(words) => {
            let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
            ["[", &words.join(","), "]"].concat()
        }
    };
    let answers = case.answers.iter().map(|(id, given)| [quoted(id), answer(given)].join(":"));
    let texts = case.texts.iter().map(|(key, text)| [quoted(key), quoted(text)].join(":"));
    let (answers, texts): (Vec<String>, Vec<String>) = (answers.collect(), texts.collect());
    ["{\"answers\":{", &answers.join(","), "},\"texts\":{", &texts.join(","), "}}"].concat()
}
