//! The usual answer to a question: cases take it for granted, and nothing else knows of it.
//!
//! A check is added to a copy of the handbook: whether the customer’s last letter was answered. It is the sixth of the
//! checks that come before any action, so most cases hang on it.

use casework::{Case, CaseView};
use handbook_tests::{EditedBook, HANDBOOK, root};
use policy::{Answer, Answers, Assessment, Content, Policy, RawAnswers, Scenario, assess, walk};
use policy_compiler::coverage::gaps;
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use std::fs;

const PAGE: &str = "src/policy/approach-and-procedure.md";
const CASES: &str = "src/training/cases.md";
const ID: &str = "reply-sent";

/// The handbook with the check, and with a line for its usual answer.
fn handbook_with(usual: &str) -> EditedBook {
    let book = EditedBook::of(&root());
    book.replace(
        PAGE,
        "c[approach.new-information]",
        &format!(
            "```question\nid = \"{ID}\"\nask = \"Has the last letter of the customer been answered?\"\n\
             answers = \"yes-no\"\nneeds = \"yes\"\notherwise = \"Answer it first.\"\nshort = \"Last letter answered\"\n\
             {usual}\n```\n\nc[approach.new-information]"
        ),
    );
    book.replace(
        "src/officers/questions.md",
        "\"deadlines-given\", ",
        "\"deadlines-given\", \"reply-sent\", ",
    );
    book.replace(PAGE, "and deadlines-given and not", "and deadlines-given and reply-sent and not");
    book
}

fn outcome<'p>(policy: &'p Policy, answers: &RawAnswers) -> Option<&'p str> {
    let answers = Answers::read(policy, answers).expect("the questions take the answers");
    Some(policy[assess(policy, &answers).outcome?].id.as_str())
}

/// The cases that take the answer for granted.
fn taking(scenarios: &[Scenario]) -> BTreeSet<&str> {
    let takes = |case: &&Scenario| case.taken_for_granted.contains(ID);
    scenarios.iter().filter(takes).map(|case| case.id.as_str()).collect()
}

#[test]
fn a_new_question_breaks_no_case_that_takes_its_answer_for_granted() {
    let without = handbook_with("").wrong();
    assert!(without.len() > 100, "only {} errors without a usual answer", without.len());

    let with = handbook_with("usual = \"yes\"");
    assert_eq!(with.wrong(), Vec::<String>::new());
    let compiled = with.compile().expect("nothing is wrong");
    let taking = taking(&compiled.scenarios);
    assert!(taking.len() > 20, "only {taking:?} take it for granted");
    for (case, before) in compiled.scenarios.iter().zip(&HANDBOOK.scenarios) {
        assert_eq!(case.outcome, before.outcome, "{}", case.id);
        assert_eq!(
            outcome(&compiled.policy, &case.answers),
            outcome(&HANDBOOK.policy, &before.answers),
            "{}",
            case.id
        );
        let mut own = case.answers.clone();
        own.remove(ID);
        assert_eq!(own, before.answers, "{}: its own answers stay", case.id);
        assert_eq!(case.answers.contains_key(ID), taking.contains(case.id.as_str()), "{}", case.id);
    }
    // Only what is about the new question is still to do.
    let missing = gaps(&compiled, &with.pages()).lines(&with.pages());
    assert_eq!(missing.len(), 1, "{missing:#?}");
    assert!(missing[0].contains("no practice case answers `reply-sent` with no"), "{missing:#?}");
}

/// What a case expects of options, findings and duties, as an assessment has it.
fn expected(policy: &Policy, case: &Scenario, assessment: &Assessment) -> String {
    let options = policy.options.iter().zip(&assessment.options);
    let options: Vec<_> = options.filter(|(option, _)| case.options.contains_key(&option.id)).collect();
    let findings = policy.findings.iter().zip(&assessment.findings);
    let findings: Vec<_> = findings.filter(|(finding, _)| case.findings.contains_key(&finding.id)).collect();
    let duties = policy.duties.iter().zip(&assessment.duties);
    let duties: Vec<_> = duties.filter(|(duty, _)| case.duties.contains_key(&duty.id)).collect();
    format!("{options:?} {findings:?} {duties:?}")
}

#[test]
fn it_is_taken_for_granted_where_it_matters_and_nowhere_else() {
    let compiled = handbook_with("usual = \"yes\"").compile().expect("nothing is wrong");
    let policy = &compiled.policy;
    let question = policy.question(ID).expect("it was added");
    for case in &compiled.scenarios {
        let mut answers = case.answers.clone();
        let assessed =
            |answers: &RawAnswers| assess(policy, &Answers::read(policy, answers).expect("they are taken"));
        answers.remove(ID);
        let without = assessed(&answers);
        answers.insert(ID.to_owned(), Answer::One("yes".to_owned()));
        let hangs_on_it = expected(policy, case, &without) != expected(policy, case, &assessed(&answers));
        let matters = without.ask.contains(&question) || hangs_on_it;
        assert_eq!(case.taken_for_granted.contains(ID), matters, "{}", case.id);
    }
}

#[test]
fn only_the_case_that_is_about_the_question_has_to_be_looked_at() {
    let book = handbook_with("usual = \"yes\"");
    let first = HANDBOOK.scenarios.iter().find(|case| case.id == "polite-but-heavy").expect("it is there");
    book.replace(
        CASES,
        "deadlines-given = \"yes\"",
        "deadlines-given = \"yes\"\nreply-sent = \"no\"\ndeparted = \"no\"",
    );
    let (wrong, pages) = (book.compile().expect_err("it is not ready now"), book.pages());
    let cases = pages.iter().find(|page| page.file == CASES).expect("it is a page");
    let block = cases.text.find(&first.title).expect("it is on the page");
    let end = block + cases.text[block..].find("\n```").expect("it ends");
    for diagnostic in wrong.iter() {
        assert_eq!(pages[diagnostic.place.page].file, CASES, "{}", diagnostic.message);
        assert!((block..end).contains(&diagnostic.place.span.0), "{}", diagnostic.message);
    }
    assert!(wrong.iter().any(|wrong| wrong.message.contains("the outcome `not-ready`")));
}

#[test]
fn no_real_assessment_knows_of_it() {
    let with = handbook_with("usual = \"yes\"").compile_despite_cases();
    let without = handbook_with("").compile_despite_cases();
    // The aid, `assess`, the proofs and the exact engine get the policy and nothing else.
    assert_eq!(with.policy, without.policy);
    assert_eq!(with.policy.to_bytes(), without.policy.to_bytes());

    let case = with.scenarios.iter().find(|case| case.id == "polite-but-heavy").expect("it is there");
    assert!(case.taken_for_granted.contains(ID));
    let mut answers = case.answers.clone();
    assert_eq!(walk(&with.policy, &answers).next, None);
    answers.remove(ID);
    let question = with.policy.question(ID).expect("it was added");
    assert_eq!(walk(&with.policy, &answers).next, Some(question), "the aid asks");
    assert_eq!(outcome(&with.policy, &answers), None, "and settles nothing before");

    let content = Content { policy: with.policy.clone(), paperwork: with.paperwork.clone() };
    let officers = Case { answers, ..Case::default() };
    let view = CaseView::new(&content, &officers);
    assert_eq!(view.walk.answers.get(question), None, "a case in the aid stays unanswered");
}

#[test]
fn a_case_that_says_otherwise_or_is_not_sure_is_taken_at_its_word() {
    let book = handbook_with("usual = \"yes\"");
    book.replace(CASES, "deadlines-given = \"yes\"", "deadlines-given = \"yes\"\nreply-sent = \"not-sure\"");
    let compiled = book.compile_despite_cases();
    let case = compiled.scenarios.iter().find(|case| case.id == "polite-but-heavy").expect("it is there");
    assert_eq!(case.answers.get(ID), Some(&Answer::One("not-sure".to_owned())));
    assert!(!case.taken_for_granted.contains(ID));
}

#[test]
fn the_pages_mark_what_is_taken_for_granted() {
    let book = handbook_with("usual = \"yes\"");
    let site = book.build();
    let read = |file: &str| fs::read_to_string(site.join(file)).expect("it is a file of the site");
    let compiled = book.compile().expect("nothing is wrong");
    let practised = compiled.scenarios.iter().filter(|case| case.practice.is_some());
    let practised = practised.filter(|case| case.taken_for_granted.contains(ID)).count();
    let html = Html::parse_document(&read("training/cases.html"));
    let facts = Selector::parse("dl.facts > div").expect("it is a selector");
    let facts = html
        .select(&facts)
        .map(|fact| fact.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "));
    let facts: Vec<String> = facts.filter(|fact| fact.contains("Last letter answered")).collect();
    assert_eq!(facts, vec!["Last letter answered Yes (taken for granted)"; practised]);
    // Each sheet lists all facts, and the check is among those that settle the outcome of some.
    let sheets = read("training/facilitators-view.html");
    assert!(
        sheets.matches("</a>: yes (taken for granted)").count() >= practised,
        "{}",
        sheets.matches("(taken for granted)").count()
    );
    // What the learner decides on screen comes with the mark as well.
    let course = handbook_tests::files(&site).into_iter().find(|file| file.starts_with("aid/course-"));
    let course = read(&course.expect("the course is a file")).replace("\\\"", "\"");
    assert_eq!(course.matches("\"taken_for_granted\":[\"reply-sent\"]").count(), practised);
}
