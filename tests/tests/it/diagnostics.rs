//! The fixture books: each one in `books/bad` has one kind of mistake, and `expected.txt` the lines that name it;
//! each one in
//! `books/bad-coverage` compiles and has something missing; each one in `books/good` has none.

use handbook::NotBuilt;
use handbook::book::{compile_book, read_pages};
use handbook_tests::{books, pages, root};
use policy_compiler::coverage::gaps;
use policy_compiler::prove::{self, prove};
use policy_compiler::{BlockKind, Diagnostics, compile};
use std::fs;
use std::path::Path;

fn name(book: &Path) -> String {
    book.file_name().map(|name| name.display().to_string()).unwrap_or_default()
}

/// What is wrong with a book, its settings or a file of it, a line each.
fn wrong(book: &Path) -> Vec<String> {
    let Err(error) = compile_book(book) else { return Vec::new() };
    let report = error.downcast_ref::<NotBuilt>().unwrap_or_else(|| panic!("no report, but: {error:#}"));
    report.lines()
}

/// What the check finds beyond that in a book that compiles: gaps, and promises that the rules break.
fn unfinished(book: &Path) -> Vec<String> {
    let pages = pages(book);
    let compiled = compile(&pages, "test").expect("the book compiles");
    let proofs = prove(&compiled.policy, &compiled.properties).expect("its conditions are simple");
    let mut wrong = gaps(&compiled, &pages);
    prove::diagnostics(&compiled, &proofs).into_iter().for_each(|broken| wrong.push(broken));
    wrong.lines(&pages)
}

/// How the lines on a bad book differ from those in its `expected.txt`.
fn difference(book: &Path, found: &[String]) -> Option<String> {
    let expected = fs::read_to_string(book.join("expected.txt")).unwrap_or_default();
    let expected: Vec<&str> = expected.lines().collect();
    if expected == found && !found.is_empty() {
        return None;
    }
    let missing = expected.iter().filter(|line| !found.iter().any(|found| found == *line));
    let surplus = found.iter().filter(|line| !expected.contains(&line.as_str()));
    let lines: Vec<String> =
        missing.map(|line| format!("  - {line}")).chain(surplus.map(|line| format!("  + {line}"))).collect();
    let what = match lines.as_slice() {
        _ if expected.is_empty() => "expected.txt is missing or empty",
        [] => "the same lines, in another order or another number",
        _ => "other lines",
    };
    Some(format!("{}: {what}\n{}", name(book), lines.join("\n")))
}

#[test]
fn every_bad_book_is_refused_with_the_lines_it_expects() {
    let books = books("bad");
    assert!(books.len() >= 65, "only {} bad books are left", books.len());
    let differences: Vec<String> = books.iter().filter_map(|book| difference(book, &wrong(book))).collect();
    assert!(differences.is_empty(), "(- expected, + found)\n\n{}", differences.join("\n\n"));
}

#[test]
fn every_book_with_a_gap_is_refused_by_the_check_with_the_lines_it_expects() {
    let books = books("bad-coverage");
    assert!(books.len() >= 7, "only {} books with gaps are left", books.len());
    let differences: Vec<String> =
        books.iter().filter_map(|book| difference(book, &unfinished(book))).collect();
    assert!(differences.is_empty(), "(- expected, + found)\n\n{}", differences.join("\n\n"));
    for book in books {
        assert!(handbook::site::check(&book).is_err(), "{}", name(&book));
        assert!(compile_book(&book).is_ok(), "{} can be previewed", name(&book));
    }
}

#[test]
fn the_handbook_has_no_gap() {
    let gaps = unfinished(&handbook_tests::root());
    assert!(gaps.is_empty(), "{}", gaps.join("\n"));
}

#[test]
fn the_report_for_people_names_each_mistake_and_its_place() {
    for book in books("bad") {
        // What keeps a book from being loaded is reported in the same way.
        let Ok(pages) = read_pages(&book) else { continue };
        let Err(wrong) = compile(&pages, "test") else { continue };
        let report = wrong.report(&pages, false);
        for diagnostic in wrong.iter() {
            let mut alone = Diagnostics::default();
            alone.push(diagnostic.clone());
            let line = alone.lines(&pages).remove(0);
            let (place, _) = line.split_once(": ").expect("a line begins with its place");
            assert!(report.contains(&diagnostic.message), "{}: no `{}`", name(&book), diagnostic.message);
            assert!(report.contains(place), "{}: no `{place}` in\n{report}", name(&book));
            let help = diagnostic.help.iter().find(|help| !report.contains(help.as_str()));
            assert_eq!(help, None, "{}", name(&book));
        }
    }
}

#[test]
fn every_good_book_is_accepted_whole() {
    let expected = [
        ("everything", "5 clauses, 4 questions, 2 findings, 3 outcomes, 2 duties, 2 options, 6 scenarios"),
        ("foreign", "0 clauses, 0 questions, 0 findings, 0 outcomes, 0 duties, 0 options, 0 scenarios"),
        ("library", "12 clauses, 7 questions, 1 findings, 4 outcomes, 2 duties, 5 options, 7 scenarios"),
        ("small", "2 clauses, 2 questions, 0 findings, 2 outcomes, 0 duties, 1 options, 3 scenarios"),
        ("training", "1 clauses, 1 questions, 0 findings, 2 outcomes, 0 duties, 0 options, 4 scenarios"),
        (
            "without-blocks",
            "1 clauses, 0 questions, 0 findings, 0 outcomes, 0 duties, 0 options, 0 scenarios",
        ),
    ];
    let found: Vec<(String, String)> = books("good")
        .iter()
        .map(|book| {
            let checked = handbook::site::check(book);
            let said = checked.unwrap_or_else(|wrong| format!("{wrong:#}"));
            (name(book), said.trim_start_matches("The pages are sound: ").to_owned())
        })
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(name, said)| (name.as_str(), said.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_stands_in_a_good_book_is_read_as_it_is_meant() {
    let pages = pages(&handbook_tests::tests().join("books/good/everything"));
    let compiled = compile(&pages, "test").expect("the book is good");
    let policy = &compiled.policy;
    let clauses: Vec<(&str, &str, &str, &str)> = policy
        .clauses
        .iter()
        .map(|clause| {
            (clause.id.as_str(), clause.number.as_str(), clause.page.as_str(), clause.text.as_str())
        })
        .collect();
    let lending = "rules/lending.html";
    assert_eq!(
        clauses,
        [
            (
                "lending.card",
                "1.1",
                lending,
                "Readers must show a card: see the fees. It may be a paper card.",
            ),
            ("lending.limit", "1.2", lending, "We may lend ten books."),
            ("lending.reference", "1.3", lending, "Atlases should stay in the building."),
            ("fees.daily", "2.1", "rules/fees.html", "The fee is fair."),
            ("fees.told", "2.2", "rules/fees.html", "We must tell readers what a fee is for."),
        ]
    );
    let ids = |ids: Vec<&String>| ids.into_iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    assert_eq!(ids(policy.questions.iter().map(|q| &q.id).collect()), "books state card-shown needs-help");
    assert_eq!(ids(policy.findings.iter().map(|finding| &finding.id).collect()), "atlas-out damaged");
    assert_eq!(ids(policy.outcomes.iter().map(|outcome| &outcome.id).collect()), "wait lend ask");
    assert_eq!(ids(policy.duties.iter().map(|duty| &duty.id).collect()), "note help");
    assert_eq!(ids(policy.options.iter().map(|option| &option.id).collect()), "bag short-loan");
    // A block cites the clause above it, or the clauses that it names.
    let cites = |number: usize| {
        let source = &policy.questions[number].source;
        ids(source.clauses.iter().map(|clause| &policy[*clause].id).collect())
    };
    assert_eq!([cites(0), cites(2)], ["lending.limit", "lending.card lending.limit"]);
    let blocks: Vec<usize> = compiled.pages.iter().map(|page| page.blocks.len()).collect();
    let [contradiction] = &policy.contradictions[..] else { panic!("{:?}", policy.contradictions) };
    let together = contradiction.questions.iter().map(|question| &policy[*question].id).collect();
    assert_eq!(
        ids(together),
        "card-shown needs-help",
        "a contradiction knows the questions that it is said beside"
    );
    assert_eq!(blocks, [1, 15, 7, 10], "blocks on each page");
}

/// The books in `books/good` and the handbook itself compile, which other tests see to.
#[test]
fn every_kind_of_block_stands_in_a_book_that_compiles() {
    let books = books("good").into_iter().chain([root()]);
    let text: String = books.flat_map(|book| pages(&book)).map(|page| page.text).collect();
    let missing: Vec<&str> = BlockKind::WORDS
        .iter()
        .map(|(_, word)| *word)
        .filter(|word| !text.lines().any(|line| line.strip_prefix("```") == Some(word)))
        .collect();
    assert!(missing.is_empty(), "no book shows how these blocks are written: {missing:?}");
}
