//! The fixture books: each one in `books/bad` has one kind of mistake, and `expected.txt` the lines that name it;
//! each one in `books/good` has none.

#![allow(clippy::expect_used, reason = "a test that cannot find its material can only stop")]

use handbook_tests::{books, pages};
use policy_compiler::{Diagnostics, compile};
use std::fs;
use std::path::Path;

fn name(book: &Path) -> String {
    book.file_name().map(|name| name.display().to_string()).unwrap_or_default()
}

/// What is wrong with a book, a line each.
fn wrong(book: &Path) -> Vec<String> {
    let pages = pages(book);
    compile(&pages, "test").map_or_else(|wrong: Diagnostics| wrong.lines(&pages), |_| Vec::new())
}

#[test]
fn every_bad_book_is_refused_with_the_lines_it_expects() {
    let mut differences = Vec::new();
    let books = books("bad");
    for book in &books {
        let found = wrong(book);
        // What a page really gives goes where the next edit can compare it, and is never taken over by itself.
        match fs::read_to_string(book.join("expected.txt")) {
            Err(_) => differences.push(format!(
                "{}: expected.txt is missing; found:\n{}",
                name(book),
                found.join("\n")
            )),
            Ok(expected) if expected.trim().is_empty() => {
                differences.push(format!("{}: expected.txt expects nothing", name(book)));
            }
            Ok(expected) => {
                let expected: Vec<&str> = expected.lines().collect();
                let missing = expected.iter().filter(|line| !found.iter().any(|found| found == *line));
                let surplus = found.iter().filter(|line| !expected.contains(&line.as_str()));
                let lines: Vec<String> = missing
                    .map(|line| format!("  - {line}"))
                    .chain(surplus.map(|line| format!("  + {line}")))
                    .collect();
                if !lines.is_empty() {
                    differences.push(format!("{}:\n{}", name(book), lines.join("\n")));
                } else if expected != found {
                    differences.push(format!(
                        "{}: the lines come in another order:\n{}",
                        name(book),
                        found.join("\n")
                    ));
                }
            }
        }
    }
    assert!(books.len() >= 30, "only {} bad books are left", books.len());
    assert!(differences.is_empty(), "(- expected, + found)\n\n{}", differences.join("\n\n"));
}
