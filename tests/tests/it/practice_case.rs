//! `cargo handbook case`: a case file becomes a practice case that compiles as pasted, once its places are written, and that
//! holds nothing but answers.

use casework::{Case, CaseFile, CaseHistory, CaseView, NotOpened};
use handbook::practice_case::report;
use handbook_tests::{EditedBook, HANDBOOK, root};
use policy::{Answer, Content, Policy, RawAnswers, Scenario, assess, walk};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const CASES: &str = "src/training/cases.md";

/// What an officer wrote, and nobody may find in a block.
const PRIVATE: &str = "Mrs Okonkwo-Lindqvist";

/// A case with these answers, and with something private wherever something can be written.
fn private_case(answers: &RawAnswers) -> Case {
    let mut case = Case { answers: answers.clone(), ..Case::default() };
    for place in [
        "evidence/behaviour",
        "record/case-reference",
        "own-option-1",
        "letter-part/decision-letter/why",
        "open-point/x",
    ] {
        case.write(place, format!("{PRIVATE} wrote {place}"));
    }
    case
}

/// The text of the file that the aid saves for a case.
fn saved(case: &Case) -> String {
    let content = Content { policy: HANDBOOK.policy.clone(), paperwork: HANDBOOK.paperwork.clone() };
    let history = CaseHistory::new("case-1".to_owned());
    let file = CaseFile::save(&CaseView::new(&content, case), &history, "2026-11-27");
    file.to_json::<serde_json::Value>().expect("it can be saved")
}

/// What the command prints for a file.
fn printed(book: &Path, json: &[u8]) -> anyhow::Result<String> {
    let folder = TempDir::new().expect("a temporary folder can be made");
    let file = folder.path().join("case.json");
    fs::write(&file, json).expect("the file can be written");
    let mut output = Vec::new();
    report(book, &file, &mut output)?;
    Ok(String::from_utf8(output).expect("the output is text"))
}

/// The block with each place written.
fn written(block: &str) -> String {
    let mut written = String::new();
    for line in block.lines() {
        let line = match line.split_once(" = ") {
            Some(("id", _)) => "id = \"a-new-case\"".to_owned(),
            Some(("teaches", _)) => "teaches = [\"review-and-lift\"]".to_owned(),
            Some((name, value)) if value.contains("To be written:") => {
                let words = format!("\"What stands here for {name}.\"");
                format!("{name} = {}", if value.starts_with('[') { format!("[{words}]") } else { words })
            }
            _ => line.to_owned(),
        };
        written.push_str(&line);
        written.push('\n');
    }
    written
}

/// The book with a block below its last case.
fn pasted(block: &str) -> EditedBook {
    let book = EditedBook::of(&root());
    book.add(CASES, block);
    book
}

/// A case for each outcome, and one that stays open.
fn cases() -> Vec<RawAnswers> {
    let outcome = |case: &Scenario| case.outcome;
    let mut seen = Vec::new();
    let mut cases = Vec::new();
    for case in HANDBOOK.scenarios.iter().filter(|case| case.outcome.is_some()) {
        if !seen.contains(&outcome(case)) {
            seen.push(outcome(case));
            cases.push(case.answers.clone());
        }
    }
    assert_eq!(seen.len(), HANDBOOK.policy.outcomes.len(), "each outcome has a case");
    let mut open = cases[0].clone();
    open.insert("criminal".to_owned(), Answer::One("not-sure".to_owned()));
    open.insert("people-at-risk".to_owned(), Answer::One("not-sure".to_owned()));
    open.insert("immediate-risk".to_owned(), Answer::One("not-sure".to_owned()));
    let walked = walk(&HANDBOOK.policy, &open);
    assert_eq!(walked.assessment.outcome, None, "it stays open");
    cases.push(open);
    cases
}

#[test]
fn a_block_compiles_as_pasted_once_its_places_are_written() {
    let policy: &Policy = &HANDBOOK.policy;
    for answers in cases() {
        let block = printed(&root(), saved(&private_case(&answers)).as_bytes()).expect("it is a case file");
        let walked = walk(policy, &answers);
        let places = ["id", "title", "story", "notes", "teaches", "right", "wrong"];
        let open = block.contains("\nopen = ").then_some("open");
        let wrong = pasted(&block).wrong();
        for name in places.into_iter().chain(open) {
            let said = format!("the `{name}` of the case `to-be-written` is still to be written");
            assert_eq!(
                wrong.iter().filter(|line| line.contains(&said)).count(),
                1,
                "{name}: {wrong:#?}\n{block}"
            );
        }
        assert_eq!(wrong.len(), places.len() + open.iter().len(), "{wrong:#?}\n{block}");

        let book = pasted(&written(&block));
        assert_eq!(book.wrong(), Vec::<String>::new(), "{block}");
        let compiled = book.compile().expect("nothing is wrong");
        let case = compiled.scenarios.iter().find(|case| case.id == "a-new-case").expect("it was pasted");
        assert!(case.practice.is_some(), "it can be practised");
        assert_eq!(case.outcome, walked.assessment.outcome);
        assert_eq!(
            case.answers.len(),
            walked.answered.len(),
            "the answers that carry the case, and no others"
        );
        let read = policy::Answers::read(policy, &case.answers).expect("they are taken");
        assert_eq!(assess(policy, &read), walked.assessment, "they give what the file's give");
        let holding = walked.assessment.duties.iter().filter(|holds| **holds == Some(true)).count();
        assert_eq!(case.duties.len(), holding);
        assert_eq!(
            case.options.is_empty(),
            walked.assessment.options.iter().all(|of| !of.settled || of.status == policy::Status::NotOffered)
        );
    }
}

#[test]
fn nothing_that_was_written_or_named_in_the_file_is_copied() {
    let mut answers = HANDBOOK.scenarios[0].answers.clone();
    answers.insert(PRIVATE.to_owned(), Answer::One("yes".to_owned()));
    answers.insert("retired-question".to_owned(), Answer::One(PRIVATE.to_owned()));
    let json = saved(&private_case(&answers));
    let json = json.replace("\"policy-version\": \"test\"", &format!("\"policy-version\": \"{PRIVATE}\""));
    let json = json.replace("\"outcome\": \"write-first\"", &format!("\"outcome\": \"{PRIVATE}\""));
    let json = json.replace(
        "\"options\": {",
        &format!("\"{PRIVATE}\": 1,\n  \"options\": {{\n    \"{PRIVATE}\": \"open\","),
    );
    assert!(json.matches(PRIVATE).count() > 9, "{json}");
    let block = printed(&root(), json.as_bytes()).expect("it is still a case file");
    let parts = PRIVATE.split([' ', '-']);
    parts.for_each(|part| assert!(!block.contains(part), "{block}"));
    assert!(block.contains("outcome = \"write-first\""), "the engine says what follows:\n{block}");
    assert!(block.contains("# Made from a saved case. Only its answers"), "{block}");
    assert!(block.contains("# Left out: 2 answers of the file"), "{block}");
}

#[test]
fn a_bad_file_is_refused_with_the_sentence_of_the_aid() {
    let good = saved(&private_case(&HANDBOOK.scenarios[0].answers));
    let table: [(Vec<u8>, NotOpened); 7] = [
        (b"".to_vec(), NotOpened::NotACase),
        (b"\x89PNG\r\n".to_vec(), NotOpened::NotACase),
        (b"{\"answers\":{}}".to_vec(), NotOpened::NotACase),
        (good.as_bytes()[..good.len() / 2].to_vec(), NotOpened::Unreadable),
        (good.replace("\"texts\"", "\"words\"").into_bytes(), NotOpened::Unreadable),
        (good.replace("\"format-version\": 2", "\"format-version\": 3").into_bytes(), NotOpened::TooNew),
        (vec![b' '; CaseFile::LARGEST + 1], NotOpened::TooLarge),
    ];
    for (file, expected) in table {
        let said = format!("{:#}", printed(&root(), &file).expect_err("it is refused"));
        assert!(said.ends_with(&format!("case.json: {expected}")), "{said}");
    }
    let missing =
        format!("{:#}", report(&root(), Path::new("nowhere.json"), &mut Vec::new()).expect_err("no file"));
    assert!(missing.starts_with("nowhere.json: "), "{missing}");
}

#[test]
fn a_case_that_is_not_finished_is_no_obstacle_to_the_next() {
    let json = saved(&private_case(&HANDBOOK.scenarios[0].answers));
    let block = printed(&root(), json.as_bytes()).expect("it is a case file");
    let book = pasted(&block);
    assert_eq!(printed(book.folder(), json.as_bytes()).expect("the pages are read all the same"), block);
}
