//! The stories that open the sections of the course, on one sheet: each is a few minutes of talk at the beginning of a session.

use super::case_parts::paragraphs;
use crate::content::{Line, Part};
use policy::{CourseSection, Opening, QuizChoice, Training};

/// The anchor of the sheet.
pub(super) const ID: &str = "sheet-openings";

/// What the sheet is called.
pub(super) const TITLE: &str = "Stories to begin with";

/// The sheet of the stories; none where no section opens with one.
pub(super) fn openings(training: &Training) -> Option<Part> {
    let opening = |section| Some(self::opening(section, section.opening.as_ref()?));
    let openings: Vec<Part> = training.sections.iter().filter_map(opening).flatten().collect();
    if openings.is_empty() {
        return None;
    }
    let title = Part::Heading { level: 2, id: Some(ID.to_owned()), text: TITLE.to_owned() };
    let lead =
        "Each section of the course opens with one of these. Read it aloud, ask, and give the answers last.";
    let parts = [title, Part::paragraph(lead)].into_iter().chain(openings).collect();
    Some(Part::Group { class: "sheet", id: None, parts })
}

fn opening(section: &CourseSection, Opening { story, decision }: &Opening) -> Vec<Part> {
    let choices = decision.choices.iter().map(|choice| line(choice).into()).collect();
    let ask = Line::bold(&decision.ask).source(&decision.source);
    let parts = [Part::heading(3, &section.title)].into_iter().chain(paragraphs(story));
    parts.chain([Part::Paragraph(ask), Part::list(choices)]).collect()
}

fn line(choice: &QuizChoice) -> Line {
    let word = if choice.right { "Right" } else { "Wrong" };
    Line::of(format!("{}: ", choice.says)).then(Line::bold(word)).text(format!(". {}", choice.feedback))
}
