//! `cargo handbook case`: a case file of the decision aid as a practice case, to paste into a page.
//!
//! Only what the policy itself knows goes into the block: the answers that carry the case, and what follows from them. Nothing
//! that an officer wrote is copied, nor any name in the file, for a case that is published must not be somebody's. Title,
//! story and notes are placeholders, which the check refuses while they stand.

use crate::book;
use anyhow::{Context, Result};
use casework::{Case, CaseFile, NotOpened};
use policy::{Answer, Assessment, Policy, Status, Walk, walk};
use policy_compiler::placeholder;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use toml::Value;

/// Reads a case file and writes the practice case that it makes under a book, fences included.
///
/// # Errors
/// The file cannot be read or is no case file, the pages are wrong, or the output cannot be written.
pub fn report(book: &Path, file: &Path, output: &mut impl Write) -> Result<()> {
    let case = case_file(file).with_context(|| file.display().to_string())?;
    let compiled = book::compile_book_despite_cases(book)?;
    let entry = case.last().context("the case file has no entry")?;
    output.write_all(block(&compiled.policy, &entry.case).as_bytes()).context("the output cannot be written")
}

/// The case file, read no further than one can be long.
fn case_file(path: &Path) -> Result<CaseFile> {
    let mut bytes = Vec::new();
    let most = CaseFile::LARGEST as u64 + 1;
    File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))?;
    if bytes.len() > CaseFile::LARGEST {
        return Err(NotOpened::TooLarge.into());
    }
    Ok(CaseFile::from_json::<serde_json::Value>(&String::from_utf8_lossy(&bytes), "")?)
}

/// The practice case that a case makes under a policy, fences included.
pub fn block(policy: &Policy, case: &Case) -> String {
    let walk = walk(policy, &case.answers);
    let mut block = String::from("```scenario\n");
    remarks(&walk, case).iter().for_each(|remark| block.push_str(&format!("# {remark}\n")));
    block.push_str(&head(policy, &walk.assessment));
    let answers = walk.answered.iter().filter_map(|question| {
        let question_id = &policy[*question].id;
        Some((question_id.as_str(), answer(&policy[*question].answer(walk.answers.get(*question)?))))
    });
    table("answers", answers, &mut block);
    table("options", options(policy, &walk.assessment), &mut block);
    table(
        "findings",
        holding(policy.findings.iter().map(|of| &of.id), &walk.assessment.findings),
        &mut block,
    );
    table("duties", holding(policy.duties.iter().map(|of| &of.id), &walk.assessment.duties), &mut block);
    block.push_str("```\n");
    block
}

/// What whoever pastes the block has to know of it.
fn remarks(walk: &Walk, case: &Case) -> Vec<String> {
    let mut remarks = vec![
        "Made from a saved case. Only its answers and what follows from them are here: nothing that was written in it.".to_owned(),
        "Invent the story, and change what could tell whose case it was. Then take these lines away.".to_owned(),
    ];
    let left_out = case.answers.len() - walk.answered.len();
    if left_out > 0 {
        let answers = if left_out == 1 { "1 answer".to_owned() } else { format!("{left_out} answers") };
        remarks.push(format!(
            "Left out: {answers} of the file that change nothing here, or that this policy does not ask for."
        ));
    }
    remarks
}

/// The lines above the facts. What only a person can write is left to be written.
fn head(policy: &Policy, assessment: &Assessment) -> String {
    let mut lines = vec![
        ("id", text(placeholder::ID)),
        ("title", to_be_written("what the case is about, in a few words")),
        ("story", to_be_written("what happened, in an invented story without names")),
    ];
    if let Some(outcome) = assessment.outcome {
        lines.push(("outcome", text(&policy[outcome].id)));
    }
    let left_open = assessment.outcome.is_none()
        || assessment.options.iter().any(|of| of.settled && of.status == Status::Open);
    if left_open {
        lines.push(("open", Value::Array(vec![to_be_written("what needs a person here, and why")])));
    }
    lines.push(("notes", to_be_written("why the policy leads there, and what people get wrong")));
    lines.push(("teaches", Value::Array(vec![text(placeholder::ID)])));
    lines.push(("right", to_be_written("what to say to a learner who decided as the policy does")));
    lines
        .push(("wrong", to_be_written("what to say to a learner who did not: where to look again, and why")));
    lines.into_iter().map(|(name, value)| format!("{name} = {value}\n")).collect()
}

/// What stands for a text that only a person can write.
fn to_be_written(what: &str) -> Value {
    Value::String(placeholder::text(what))
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn answer(answer: &Answer) -> Value {
    match answer {
        Answer::One(word) => text(word),
        Answer::Many(words) => Value::Array(words.iter().map(|word| text(word)).collect()),
    }
}

/// The status of each option that is offered, where the answers settle it.
fn options<'p>(policy: &'p Policy, assessment: &Assessment) -> impl Iterator<Item = (&'p str, Value)> {
    let statuses = policy.options.iter().zip(assessment.options.clone());
    let offered = statuses.filter(|(_, of)| of.settled && of.status != Status::NotOffered);
    offered.map(|(option, of)| (option.id.as_str(), text(of.status.word())))
}

/// The findings or duties that hold.
fn holding<'p>(
    ids: impl Iterator<Item = &'p String>,
    truths: &[Option<bool>],
) -> impl Iterator<Item = (&'p str, Value)> {
    let holding = ids.zip(truths.to_vec()).filter(|(_, holds)| *holds == Some(true));
    holding.map(|(id, _)| (id.as_str(), Value::Boolean(true)))
}

/// A part of the block under its heading; nothing where it has no lines.
fn table<'p>(name: &str, lines: impl Iterator<Item = (&'p str, Value)>, block: &mut String) {
    let lines: String = lines.map(|(id, value)| format!("{id} = {value}\n")).collect();
    if !lines.is_empty() || name == "answers" {
        block.push_str(&format!("\n[{name}]\n{lines}"));
    }
}
