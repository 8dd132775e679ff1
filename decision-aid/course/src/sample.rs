//! A small course for tests: three outcomes, three sections, and questions with one right choice and with several.

use crate::{Course, PassMark};
use policy::{CourseSection, LearningOutcome, Opening, QuizChoice, QuizQuestion, Ref, Source, Training};

/// A question. A choice that starts with `+` is right.
fn question(id: &str, teaches: u16, section: Option<u16>, choices: &[&str]) -> QuizQuestion {
    let choice = |says: &&str| QuizChoice {
        says: says.trim_start_matches('+').to_owned(),
        right: says.starts_with('+'),
        feedback: format!("about {says}"),
    };
    QuizQuestion {
        id: id.to_owned(),
        ask: format!("{id}?"),
        teaches: Ref::new(teaches),
        section: section.map(Ref::new),
        choices: choices.iter().map(choice).collect(),
        source: Source::default(),
    }
}

/// The course.
pub(crate) fn course() -> Course {
    let outcome = |id: &str| LearningOutcome {
        id: id.to_owned(),
        says: format!("You can {id}."),
        source: Source::default(),
    };
    let section = |id: &str, words| CourseSection {
        id: id.to_owned(),
        title: id.to_owned(),
        teaches: Vec::new(),
        opening: None,
        words,
    };
    let mut sections = vec![section("dates", 351), section("read-only", 20), section("thanks", 175)];
    for (number, section) in (0..).zip(&mut sections) {
        let decision = question(&format!("opening-{}", section.id), 0, Some(number), &["a", "+b"]);
        section.opening = (section.id != "thanks").then(|| Opening { story: "A book.".to_owned(), decision });
    }
    let mut questions = vec![
        question("dates-1", 0, Some(0), &["+a", "b"]),
        question("dates-2", 0, Some(0), &["a", "+b", "+c"]),
        question("thanks-1", 2, Some(2), &["a", "+b"]),
    ];
    for (outcome, pool) in [(0, 4), (1, 3), (2, 1)] {
        let of_pool =
            |number| question(&format!("final-{outcome}-{number}"), outcome, None, &["+a", "b", "c", "d"]);
        questions.extend((0..pool).map(of_pool));
    }
    Course {
        title: "The library".to_owned(),
        council: "Town".to_owned(),
        policy: "Lending Policy".to_owned(),
        edition: "first".to_owned(),
        pass_mark: PassMark::default(),
        training: Training { outcomes: ["tell", "lend", "thank"].map(outcome).to_vec(), sections, questions },
        ..Course::default()
    }
}

/// The indices of the right choices of a question.
pub(crate) fn right(question: &QuizQuestion) -> Vec<u8> {
    (0..).zip(&question.choices).filter(|(_, choice)| choice.right).map(|(index, _)| index).collect()
}
