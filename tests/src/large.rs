//! Policies, books and pages much larger than the handbook, for what must not grow faster than they do.
//!
//! It may depend on the compiler's pages.

use policy_compiler::Page;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

/// Text as the one page of a book.
pub fn page(text: String) -> Page {
    Page { file: "src/rules.md".to_owned(), url: "rules.html".to_owned(), text, ..Page::default() }
}

/// A page with so many yes-no questions, asked in the order of their numbers.
pub fn questions(count: usize) -> String {
    let mut text = "# Rules\n\nc[rules.all] must LB-1\nAll rules.\n\n".to_owned();
    for number in 0..count {
        let _ = writeln!(
            text,
            "```question\nid = \"q{number}\"\nask = \"Q?\"\nshort = \"Q\"\nanswers = \"yes-no\"\n```\n"
        );
    }
    let ids: Vec<String> = (0..count).map(|number| format!("\"q{number}\"")).collect();
    let _ =
        writeln!(text, "```group\nid = \"all\"\ntitle = \"All?\"\nquestions = [{}]\n```\n", ids.join(", "));
    text
}

/// Adds a block of a kind that holds under a condition.
pub fn add(text: &mut String, kind: &str, id: &str, when: &str) {
    let _ = writeln!(text, "```{kind}\nid = \"{id}\"\nname = \"N\"\nsays = \"S.\"\nwhen = \"{when}\"\n```\n");
}

/// The questions in pairs, any of which is enough: `(q0 and q1) or (q2 and q3) or …`, with the partner of each found
/// by `partner`.
pub fn pairs(count: usize, first: impl Fn(usize) -> usize, second: impl Fn(usize) -> usize) -> String {
    let pairs = (0..count / 2).map(|pair| format!("(q{} and q{})", first(pair), second(pair)));
    pairs.collect::<Vec<_>>().join(" or ")
}

/// How many questions one finding of a large policy reads in pairs: a condition names at most 1,000.
const READ_TOGETHER: usize = 400;

/// A policy whose conditions grow with its questions: a finding for each two neighbours, one for every 400 questions in pairs, and an
/// outcome that reads everything.
pub fn policy(count: usize) -> String {
    let mut text = questions(count);
    for number in 1..count {
        add(&mut text, "finding", &format!("f{number}"), &format!("q{} and not q{number}", number - 1));
    }
    let stretches = (0..count).step_by(READ_TOGETHER);
    for first in stretches.clone() {
        let in_pairs =
            pairs(READ_TOGETHER.min(count - first), |pair| first + pair * 2, |pair| first + pair * 2 + 1);
        add(&mut text, "finding", &format!("pairs{first}"), &in_pairs);
    }
    let any = stretches.map(|first| format!("pairs{first}")).collect::<Vec<_>>().join(" or ");
    add(&mut text, "outcome", "some", &any);
    add(&mut text, "outcome", "none", &format!("not ({any})"));
    let _ = writeln!(
        text,
        "```option\nid = \"act\"\nname = \"N\"\ndoes = \"D.\"\nin = [\"some\"]\n\n[[rules]]\nstatus = \"warranted\"\n\
         when = \"q0\"\nbecause = \"B.\"\n\n[[rules]]\nstatus = \"not-warranted\"\nbecause = \"B.\"\n```\n"
    );
    text
}

/// How many clauses stand on a page of a large book.
const CLAUSES: usize = 10;

/// Writes a book with so many pages into a folder, each with ten clauses of 40 words and a link to the page after it.
///
/// # Errors
/// A file cannot be written.
pub fn write_book(folder: &Path, pages: usize, settings: &str) -> io::Result<()> {
    let source = folder.join("src");
    fs::create_dir_all(&source)?;
    fs::write(folder.join("book.toml"), settings)?;
    let chapters = (0..pages).map(|number| format!("- [Page {number}](page-{number}.md)\n"));
    fs::write(source.join("SUMMARY.md"), format!("# Summary\n\n{}", chapters.collect::<String>()))?;
    for number in 0..pages {
        fs::write(source.join(format!("page-{number}.md")), book_page(number, pages))?;
    }
    Ok(())
}

fn book_page(number: usize, pages: usize) -> String {
    const WORDS: &str = "We look at each letter that comes in and answer it within the time that the page before this one gives for it";
    let words: Vec<&str> = WORDS.split(' ').collect();
    let next = (number + 1) % pages;
    let mut text = format!("# Page {number}\n\n");
    for clause in 0..CLAUSES {
        let sentence: Vec<&str> = words.iter().cycle().skip(number + clause).take(40).copied().collect();
        let sentence = sentence.join(" ");
        let _ = writeln!(
            text,
            "## Part {clause}\n\nc[p{number}.c{clause}] must P{number}-{clause}\n{sentence}. See [the next page](page-{next}.md).\n"
        );
    }
    text
}
