//! Labels and blocks, as tables.

use super::{BlockKind, Mark, ScannedPage, scan};
use crate::kinds::Insert;
use crate::{Diagnostics, Page};

/// What is found on a page, and what is wrong with it, a line each.
fn read(text: &str) -> (ScannedPage, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let found = scan(0, text, &mut diagnostics);
    let page = Page { file: "page.md".to_owned(), text: text.to_owned(), ..Page::default() };
    (found, diagnostics.lines(&[page]))
}

/// The labels of a page, each as `id force codes: text`.
fn labels(text: &str) -> Vec<String> {
    let (found, wrong) = read(text);
    assert_eq!(wrong, [""; 0], "in {text:?}");
    let label = |label: &super::Label| {
        format!("{} {} {}: {}", label.id, label.force.word(), label.codes.join(" "), label.text)
    };
    found.labels.iter().map(label).collect()
}

/// The blocks of a page, each as its kind, the text in it, and the number of the label above.
fn blocks(text: &str) -> Vec<(&'static str, String, Option<usize>)> {
    let (found, wrong) = read(text);
    assert_eq!(wrong, [""; 0], "in {text:?}");
    found.blocks.iter().map(|block| (block.kind.word(), block.text.clone(), block.label_above)).collect()
}

#[test]
fn a_label_names_the_paragraph_below_it() {
    let table: [(&str, &[&str]); 13] = [
        ("c[a.b] must PN-1\nThe text.", &["a.b must PN-1: The text."]),
        ("# Title\n\nOne.\n\nc[a.b] should X-1 X-2\nTwo.\n\nThree.", &["a.b should X-1 X-2: Two."]),
        ("c[a.b] may X-1\nTwo\nlines.", &["a.b may X-1: Two lines."]),
        ("c[a.b] may X-1  \nA hard break\\\nin it.", &["a.b may X-1: A hard break in it."]),
        ("c[a.b-2] aim\nNo code.", &["a.b-2 aim : No code."]),
        (
            "c[a.b] not X-1\nWith *marks*, `code` and [a link](x.md).",
            &["a.b not X-1: With marks, code and a link."],
        ),
        ("   c[a.b] expects X-1\n   Indented.", &["a.b expects X-1: Indented."]),
        (
            "c[a.b] definition X-1\nOne.\n\nc[a.c] must X-2\nTwo.",
            &["a.b definition X-1: One.", "a.c must X-2: Two."],
        ),
        // Tight and loose lists, nested lists, numbered ones.
        (
            "- c[a.b] must X-1\n  One.\n- c[a.c] must X-2\n  Two.",
            &["a.b must X-1: One.", "a.c must X-2: Two."],
        ),
        (
            "- c[a.b] must X-1\n  One.\n\n- c[a.c] must X-2\n  Two.",
            &["a.b must X-1: One.", "a.c must X-2: Two."],
        ),
        ("1. c[a.b] must X-1\n   One.\n2. Two.", &["a.b must X-1: One."]),
        ("- Outer.\n  - c[a.b] must X-1\n    Inner.\n- After.", &["a.b must X-1: Inner."]),
        // What stands below a paragraph in its list item is not its text.
        ("- c[a.b] must X-1\n  One.\n  - Not this.\n", &["a.b must X-1: One."]),
    ];
    for (text, expected) in table {
        assert_eq!(labels(text), expected, "in {text:?}");
    }
}

#[test]
fn a_label_line_reaches_to_the_text_of_its_paragraph() {
    let table = [
        ("Before.\n\nc[a.b] must X-1\nThe text.", "c[a.b] must X-1\n", "a.b"),
        ("- c[a.b] must X-1\n  The text.", "c[a.b] must X-1\n  ", "a.b"),
        ("é “ü”\r\n\r\nc[a.b] must X-1\r\nThe text.\r\n", "c[a.b] must X-1\r\n", "a.b"),
        (
            "c[a.b] must X-1 [officer-judgement: é]\nThe text.",
            "c[a.b] must X-1 [officer-judgement: é]\n",
            "a.b",
        ),
    ];
    for (text, line, id) in table {
        let (found, wrong) = read(text);
        assert_eq!(wrong, [""; 0], "in {text:?}");
        let label = &found.labels[0];
        assert_eq!(&text[label.line.clone()], line, "in {text:?}");
        assert_eq!(&text[label.id_place.span.0..label.id_place.span.1], id, "in {text:?}");
        assert!(text[label.line.end..].starts_with("The text."), "in {text:?}");
    }
}

#[test]
fn a_mark_gives_its_reason() {
    let table = [
        ("c[a.b] must X-1\nText.", None),
        (
            "c[a.b] must X-1 [officer-judgement: only a person can]\nText.",
            Some(Mark::OfficerJudgement("only a person can".into())),
        ),
        (
            "c[a.b] aim X-1 [information: it tells: and asks nothing]\nText.",
            Some(Mark::Information("it tells: and asks nothing".into())),
        ),
        ("c[a.b] aim X-1 [ information :why ] \nText.", Some(Mark::Information("why".into()))),
        ("c[a.b] aim [information: why]\r\nText.", Some(Mark::Information("why".into()))),
    ];
    for (text, mark) in table {
        let (found, wrong) = read(text);
        assert_eq!(wrong, [""; 0], "in {text:?}");
        assert_eq!(found.labels[0].mark, mark, "in {text:?}");
    }
}

#[test]
fn what_only_looks_like_a_label_is_left_alone() {
    let table = [
        "```text\nc[a.b] must X-1\nText.\n```",
        "    c[a.b] must X-1\n    Text.",
        "Write `c[a.b] must X-1` above it.",
        "A paragraph with c[a.b] must X-1 in a line of it.",
        "<!-- c[a.b] must X-1 -->",
        "\\c[a.b] must X-1\nText.",
        "abc[a.b] must X-1\nText.",
        "| c[a.b] | b |\n|---|---|\n| c[a.c] | d |",
    ];
    for text in table {
        assert_eq!(labels(text), [""; 0], "in {text:?}");
    }
}

#[test]
fn a_wrong_label_is_named_at_its_place() {
    let shape = "(write it as `c[page.name] must PN-1`)";
    let forces = "(one of: must, should, may, not, aim, expects, definition)";
    let mark = "(write `[officer-judgement: why]` or `[information: why]` at the end of the label line)";
    let table = [
        ("c[a.b must X-1\nText.", format!("1:1: this clause label has no closing `]` {shape}")),
        ("c[] must X-1\nText.", format!("1:1: this clause label has no id {shape}")),
        ("c[A.b] must X-1\nText.", format!("1:3: the id of a clause label has only a to z, 0 to 9, `-` and `.` {shape}")),
        ("c[a b] must X-1\nText.", format!("1:3: the id of a clause label has only a to z, 0 to 9, `-` and `.` {shape}")),
        ("c[a.b] shall X-1\nText.", format!("1:8: `shall` is not the force of a clause {forces}")),
        ("c[a.b] Must X-1\nText.", format!("1:8: `Must` is not the force of a clause {forces}")),
        ("c[a.b]\nText.", format!("1:1: this clause label names no force {forces}")),
        ("c[a.b] must The text.", "1:13: `The` is not the code of a provision (a code reads like `PN-1`; the text of the paragraph starts on the next line)".to_owned()),
        ("c[a.b] must X-1 text.\nMore.", "1:17: `text.` is not the code of a provision (a code reads like `PN-1`; the text of the paragraph starts on the next line)".to_owned()),
        ("c[a.b] must X-1, X-2\nText.", "1:13: `X-1,` is not the code of a provision (a code reads like `PN-1`; the text of the paragraph starts on the next line)".to_owned()),
        ("c[a.b] must X-1 [officer-judgement:]\nText.", format!("1:17: this mark gives no reason {mark}")),
        ("c[a.b] must X-1 [information: why\nText.", format!("1:17: this mark has no closing `]` {mark}")),
        ("c[a.b] must X-1 [information]\nText.", format!("1:17: this mark gives no reason {mark}")),
        ("c[a.b] must X-1 [information: ]\nText.", format!("1:17: this mark gives no reason {mark}")),
        ("c[a.b] must X-1 [officer-judgment: why]\nText.", format!("1:17: no mark is called `officer-judgment` {mark}")),
        ("Para.\nc[a.b] must X-1\nText.", "2:1: a clause label stands in the middle of a paragraph (put an empty line before it, so that it opens its own paragraph)".to_owned()),
        ("- Item.\n  c[a.b] must X-1", "2:3: a clause label stands in the middle of a paragraph (put an empty line before it, so that it opens its own paragraph)".to_owned()),
        ("c[a.b] must X-1\nText.\n\n[a.b]: other.md", "1:3: the label `a.b` is also the name of a link reference (give the link reference another name)".to_owned()),
        ("c[a.b] must X-1\n\nText.", "1:1: this clause label names no paragraph (put the text of the paragraph straight below it, with no empty line between)".to_owned()),
        ("- c[a.b] must X-1\n- Text.", "1:3: this clause label names no paragraph (put the text of the paragraph straight below it, with no empty line between)".to_owned()),
        ("é\n\nc[a.b] must X-1", "3:1: this clause label names no paragraph (put the text of the paragraph straight below it, with no empty line between)".to_owned()),
        ("## c[a.b] must X-1", "1:4: a clause label stands in a heading (put it below the heading, before the paragraph that it names)".to_owned()),
    ];
    for (text, expected) in table {
        assert_eq!(read(text).1, [format!("page.md:{expected}")], "in {text:?}");
    }
}

#[test]
fn every_kind_of_block_opens_with_its_word() {
    for &(kind, word) in BlockKind::WORDS {
        let (found, wrong) = read(&format!("```{word}\nid = 1\n```\n"));
        assert_eq!(wrong, [""; 0], "{word}");
        assert_eq!(found.blocks.iter().map(|block| block.kind).collect::<Vec<_>>(), [kind], "{word}");
        assert_eq!(kind.word(), word);
    }
    let words = [
        "question",
        "group",
        "order",
        "condition",
        "finding",
        "outcome",
        "duty",
        "contradiction",
        "option",
        "scenario",
        "letter",
        "record",
        "reasons",
        "case-entries",
        "open-point",
        "property",
        "changes",
        "learning-outcome",
        "course-section",
        "quiz-question",
        "decision-aid",
        "checklist",
        "catalogue",
        "flow",
        "certificate",
        "coverage",
        "whole-policy",
        "cases-by-outcome",
        "course",
        "practice",
        "knowledge-check",
        "cases-with-notes",
        "cases-as-slides",
        "register",
        "report",
    ];
    assert_eq!(BlockKind::WORDS.iter().map(|(_, word)| *word).collect::<Vec<_>>(), words);
    assert!(BlockKind::WORDS.contains(&(BlockKind::Insert(Insert::Checklist), "checklist")));
}

#[test]
fn a_block_holds_what_stands_between_its_fences_and_knows_the_label_above() {
    type Found = Vec<(&'static str, &'static str, Option<usize>)>;
    let label = "c[a.b] must X-1\nText.\n\n";
    let table: [(String, Found); 9] = [
        ("```finding\na = 1\nb = 2\n```\n".into(), vec![("finding", "a = 1\nb = 2\n", None)]),
        ("```finding\n```\n".into(), vec![("finding", "", None)]),
        ("```finding and more\na = 1\n```\n".into(), vec![("finding", "a = 1\n", None)]),
        ("~~~~finding\na = 1\n~~~~\n".into(), vec![("finding", "a = 1\n", None)]),
        ("```finding\na = 1\n\n\nb = 2\n```".into(), vec![("finding", "a = 1\n\n\nb = 2\n", None)]),
        ("````text\n```finding\na = 1\n```\n````\n".into(), vec![]),
        (format!("{label}```finding\na = 1\n```\n"), vec![("finding", "a = 1\n", Some(0))]),
        (
            format!(
                "{label}```finding\na = 1\n```\n\nc[a.c] may X-2\nMore.\n\n```duty\n```\n\n# Else\n\n```option\n```\n"
            ),
            vec![("finding", "a = 1\n", Some(0)), ("duty", "", Some(1)), ("option", "", Some(1))],
        ),
        (
            "- c[a.b] must X-1\n  Text.\n\n  ```finding\n  a = 1\n    b = 2\n  ```\n".into(),
            vec![("finding", "a = 1\n  b = 2\n", Some(0))],
        ),
    ];
    for (text, expected) in table {
        let expected: Vec<_> =
            expected.into_iter().map(|(kind, text, label)| (kind, text.to_owned(), label)).collect();
        assert_eq!(blocks(&text), expected, "in {text:?}");
    }
}

#[test]
fn a_block_that_nothing_closes_is_named_where_it_opens() {
    let table: [(&str, &[&str]); 10] = [
        ("```finding\na = 1\n", &["finding"]),
        ("```finding", &["finding"]),
        ("```finding\na = 1\n\n```duty\nb = 2\n```\n", &["finding"]),
        ("- ```finding\n  a = 1\n\nText.\n", &["finding"]),
        ("~~~finding\na = 1\n```\n", &["finding"]),
        ("```finding\na = 1\n```\n\n```duty\nb = 2\n", &["duty"]),
        ("> ```finding\n> a = 1\n> ```\n", &[]),
        ("> ```finding\n> a = 1\n\nText.\n", &["finding"]),
        // Fences that are shorter, or of the other kind, are text.
        ("````finding\n```\na = 1\n````\n", &[]),
        ("~~~finding\n```duty\na = 1\n~~~\n", &[]),
    ];
    for (text, expected) in table {
        let said = |word: &&str| {
            format!("this {word} is not closed (put a line with three backquotes, ```, below its last line)")
        };
        let expected: Vec<String> = expected.iter().map(said).collect();
        let found: Vec<String> = read(text)
            .1
            .iter()
            .map(|line| line.splitn(4, ':').nth(3).unwrap_or(line).trim().to_owned())
            .collect();
        assert_eq!(found, expected, "in {text:?}");
    }
}

#[test]
fn a_fence_that_is_nearly_a_block_is_questioned_and_any_other_left_alone() {
    let table = [
        ("```questoin\n```", Some("no kind of block is called `questoin` (did you mean `question`?)")),
        ("```Finding\n```", Some("no kind of block is called `Finding` (did you mean `finding`?)")),
        ("```options\n```", Some("no kind of block is called `options` (did you mean `option`?)")),
        ("```toml\nid = 1\n```", None),
        ("```text\n```", None),
        ("```\n```", None),
        ("    question\n", None),
    ];
    for (text, message) in table {
        let (found, wrong) = read(text);
        assert!(found.blocks.is_empty(), "in {text:?}");
        let expected: Vec<String> = message.iter().map(|message| format!("page.md:1:1: {message}")).collect();
        assert_eq!(wrong, expected, "in {text:?}");
    }
}

#[test]
fn places_in_a_block_are_places_on_the_page() {
    let pages = [
        "```finding\nid = \"x\"\nwhen = \"WORD and y\"\n```\n",
        "Über “Maß” — é.\n\n```finding\nid = \"é\"\nwhen = \"WORD and y\"\n```\n",
        "One.\r\n\r\n```finding\r\nid = \"x\"\r\nsays = \"é\"\r\nwhen = \"WORD and y\"\r\n```\r\n",
        "- Item.\n\n  ```finding\n  id = \"x\"\n  when = \"WORD and y\"\n  ```\n",
        "- Ü\r\n\r\n  ```finding\r\n  id = \"é\"\r\n\r\n  when = \"WORD and y\"\r\n  ```\r\n",
        "> ```finding\n> id = \"x\"\n> when = \"WORD and y\"\n> ```\n",
        "  ```finding\n  id = \"x\"\n  when = \"WORD and y\"\n  ```\n",
        "```finding\nwhen = \"WORD and y\"",
    ];
    for text in pages {
        let (found, wrong) = read(text);
        // One is not closed, which is wrong, and a place in it is still a place on the page.
        assert_eq!(wrong.is_empty(), text.trim_end().ends_with("```"), "in {text:?}: {wrong:?}");
        let block = &found.blocks[0];
        assert!(!block.text.contains('\r'), "in {text:?}");
        let start = block.text.find("WORD").expect("the block has the word");
        let (from, to) = block.locate(start..start + 4).span;
        assert_eq!(&text[from..to], "WORD", "in {text:?}");
        // The end of the block is still on the page.
        let (from, to) = block.locate(block.text.len()..block.text.len()).span;
        assert!(from <= to && to <= text.len() && text.is_char_boundary(from), "in {text:?}");
    }
}

#[test]
fn lines_and_columns_are_counted_in_characters() {
    let text = "Über\r\n\r\n“é” ```no\r\n\r\n```questoin\r\n```\r\n";
    assert_eq!(
        read(text).1,
        ["page.md:5:1: no kind of block is called `questoin` (did you mean `question`?)"]
    );
    let text = "- é c\n\n  c[a.b] Ünmust X-1\n  Text.\n";
    assert!(read(text).1[0].starts_with("page.md:3:10: `Ünmust` is not"), "{:?}", read(text).1);
}
