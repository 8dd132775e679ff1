//! Counts words that people read, for reading times.

use crate::scan::dialect;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// How many words some plain text has. What holds no letter and no figure is no word.
pub(crate) fn count(text: &str) -> u32 {
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    u32::try_from(words.count()).unwrap_or(u32::MAX)
}

/// How many words there are to read in some Markdown: no addresses, and no blocks.
pub(crate) fn of_markdown(markdown: &str) -> u32 {
    let mut in_block = false;
    let mut words = 0;
    for event in Parser::new_ext(markdown, dialect()) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_block = true,
            Event::End(TagEnd::CodeBlock) => in_block = false,
            Event::Text(text) | Event::Code(text) if !in_block => words += count(&text),
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{count, of_markdown};

    #[test]
    fn words_are_what_people_read() {
        let table = [
            ("", 0),
            ("One word, and – no more – five.", 6),
            ("See [the *whole* policy](https://www.example.org/a-b), 11.3.", 5),
            ("- one\n- two `three`\n\n| four |\n|---|\n| five |", 5),
            ("Before\n\n```quiz-question\nid = \"not read\"\n```\n\nAfter", 2),
        ];
        for (markdown, words) in table {
            assert_eq!(of_markdown(markdown), words, "{markdown}");
        }
        assert_eq!(count("You can: act."), 3);
    }
}
