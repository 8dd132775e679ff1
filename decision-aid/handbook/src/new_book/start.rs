//! The files that a new handbook begins with. A page that is added to the library's handbook is named here; a test asks for it.

/// Takes the text of each file into the command, with its name from the folder of the book.
macro_rules! files {
    ($($name:literal,)*) => {
        &[$(($name, include_str!(concat!("../../../../tests/books/good/library/", $name))),)*]
    };
}

/// Each file: its name from the folder of the book, and its text.
pub(super) const FILES: &[(&str, &str)] = files![
    ".gitignore",
    "README.md",
    "book.toml",
    "src/404.md",
    "src/SUMMARY.md",
    "src/about/accessibility.md",
    "src/about/privacy.md",
    "src/about/proof.md",
    "src/about/source.md",
    "src/customers/if-you-are-banned.md",
    "src/desk/banned-now.md",
    "src/desk/check.md",
    "src/desk/on-paper.md",
    "src/desk/questions.md",
    "src/desk/record.md",
    "src/desk/yearly-count.md",
    "src/index.md",
    "src/letters/answer-letter.md",
    "src/letters/ban-letter.md",
    "src/letters/letters.md",
    "src/rules/all.md",
    "src/rules/bans.md",
    "src/rules/visiting.md",
    "src/training/cases.md",
    "src/training/course.md",
    "src/training/test-yourself.md",
];
