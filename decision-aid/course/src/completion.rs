//! The completion record: what the learner did, in the learner's own statement, on one page.

use crate::{Attempt, Course, Progress};
use casework::in_words;
use document::{Block, Document, Level, Run, Runs, Table};

/// The caveat at the end, so that nobody takes the record for a certificate.
const STATEMENT: &str = "This record is the learner’s own statement. It was made in the learner’s browser, and nobody \
    watched the knowledge check. It is not proof of identity, attendance or skill.";

/// The record of a passed knowledge check. `name` is empty where the learner gives none, which leaves a line to write it on;
/// `today` is the day on which the record is made, such as `2026-11-24`.
pub fn completion_record(
    course: &Course,
    progress: &Progress,
    best: &Attempt,
    name: &str,
    today: &str,
) -> Document {
    let name = if name.trim().is_empty() { "____________________" } else { name.trim() };
    let lead = format!("Training on the {} {}.", course.council, course.policy);
    let mut blocks = vec![
        Block::Paragraph(vec![Run::plain(lead)]),
        Block::Table(table(&rows(course, progress, best, name, today))),
        Block::Heading(Level::One, vec![Run::plain("What the training is about")]),
    ];
    let outcomes = course.training.outcomes.iter().map(|outcome| vec![Run::plain(&outcome.says)]);
    blocks.push(Block::Bullets(outcomes.collect()));
    blocks.push(Block::Paragraph(vec![Run::strong(STATEMENT)]));
    Document { title: "Completion record".to_owned(), language: "en-GB".to_owned(), blocks }
}

fn rows(
    course: &Course,
    progress: &Progress,
    best: &Attempt,
    name: &str,
    today: &str,
) -> Vec<(&'static str, String)> {
    let score = best.score();
    let result = format!(
        "{} of {} right ({} per cent). {} per cent are needed to pass. {}",
        score.right,
        score.total,
        score.percent(),
        best.pass_mark.percent(),
        if best.passed { "Passed." } else { "Not passed." }
    );
    let attempts = format!("{} in all; this was number {}", progress.attempts(), best.number);
    let sections =
        format!("{} of {} finished", progress.finished_sections(course), course.training.sections.len());
    let cases = format!("{} of {} decided", progress.decided_cases(course), course.cases.len());
    vec![
        ("Name", name.to_owned()),
        ("Course", course.title.clone()),
        ("Policy version", best.version.clone()),
        ("Knowledge check", result),
        ("Taken on", in_words(&best.date)),
        ("Attempts", attempts),
        ("Sections of the course", sections),
        ("Practice cases", cases),
        ("This record was made on", in_words(today)),
    ]
}

fn table(rows: &[(&str, String)]) -> Table {
    let cell = |text: &str| -> Runs { vec![Run::plain(text)] };
    Table {
        header: vec![cell("What"), cell("Details")],
        rows: rows.iter().map(|(what, details)| vec![vec![Run::strong(*what)], cell(details)]).collect(),
        widths: vec![1, 2],
    }
}

#[cfg(test)]
mod tests;
