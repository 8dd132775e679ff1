//! Tests that a Markdown parser reads every text back literally: no HTML, no links, nothing lost.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails at the first surprise")]

use document::{Block, Document, Level, Run, Runs, Style, Table, lines, to_markdown};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Texts that have a meaning in Markdown, HTML or a terminal.
const HOSTILE: [&str; 66] = [
    "<script>alert(1)</script>",
    "<!-- x -->",
    "<a href='x'>",
    "</td></table>",
    "&lt;b&gt; &amp; &#60; &copy; &",
    "a | b || c \\| d \\",
    "|---|",
    "| a |",
    "\\",
    "\\\\",
    "# not a heading #",
    "#",
    "## ##",
    "- not a list",
    "-",
    "- - -",
    "---",
    "===",
    "=",
    "+ not a list",
    "+++",
    "* * *",
    "*",
    "** strong **",
    "***a***",
    "_a_ __b__",
    "1. not a list",
    "1) not a list",
    "1234567890. x",
    "1.",
    "7",
    "> quote",
    "[!NOTE]",
    "> [!NOTE]",
    "`code` ``x``",
    "```",
    "~~~ sh",
    "~~gone~~ ~low~ ^high^",
    "$x$ $$y$$",
    "[a](https://example.org)",
    "[a][b]",
    "[a]: https://example.org",
    "[^1]",
    "[^1]: note",
    "[[page]]",
    "![a](b.png)",
    "<https://example.org>",
    "https://example.org/a_b_c www.example.org WWW.example.org a@example.org",
    "- [ ] task",
    "- [x] task",
    ": definition",
    ":::",
    "::: note",
    "{#id .class}",
    "    indented",
    "a  ",
    "  a",
    " ",
    "\u{a0}a\u{a0}",
    "a\n- b\n1. c\n# d\n===\n---\n> e\n    f",
    "a\n\nb\n\n\nc",
    "a\r\nb\rc\u{2028}d",
    "pay \u{202e}001\u{2066} \u{200f}\u{61c}",
    "a\0b\u{1b}[31m\u{fffe}\tc",
    "👩‍👩‍👧 مرحبا שלום “ñ” – …",
    "\u{feff}x\u{200b}",
];

/// A block, an item or a cell: its kind, and its characters, each with its style. The style of a space is not compared.
type ReadBlock = (String, Vec<(char, Style)>);

/// What a Markdown parser makes of a text.
fn read(markdown: &str, options: Options) -> Vec<ReadBlock> {
    let mut blocks: Vec<ReadBlock> = Vec::new();
    let mut list = "";
    let mut style = Style::Plain;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) => push(&mut blocks, style, &text),
            Event::HardBreak => push(&mut blocks, style, "\n"),
            Event::Rule => blocks.push(("rule".to_owned(), Vec::new())),
            Event::Start(Tag::Strong) => style = Style::Strong,
            Event::Start(Tag::Emphasis) => style = Style::Emphasis,
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => style = Style::Plain,
            Event::Start(Tag::Heading { level, .. }) => blocks.push((level.to_string(), Vec::new())),
            Event::Start(Tag::Paragraph) => blocks.push(("p".to_owned(), Vec::new())),
            Event::Start(Tag::List(first)) => {
                assert!(first.is_none_or(|first| first == 1), "{markdown}");
                list = if first.is_some() { "ol" } else { "ul" };
                blocks.push((list.to_owned(), Vec::new()));
            }
            Event::Start(Tag::Item) => blocks.push((format!("{list} li"), Vec::new())),
            Event::Start(Tag::TableCell) => blocks.push(("cell".to_owned(), Vec::new())),
            Event::Start(Tag::TableHead | Tag::TableRow) => blocks.push(("row".to_owned(), Vec::new())),
            Event::Start(Tag::Table(_)) | Event::End(_) => {}
            other => panic!("{other:?} in {markdown:?}"),
        }
    }
    blocks
}

fn push(blocks: &mut [ReadBlock], style: Style, text: &str) {
    let styled = |character: char| (character, if character.is_whitespace() { Style::Plain } else { style });
    blocks.last_mut().expect("text is in a block").1.extend(text.chars().map(styled));
}

/// What a Markdown parser should make of a document.
fn expected(document: &Document) -> Vec<ReadBlock> {
    let mut blocks = Vec::new();
    let mut add = |kind: &str, runs: &[Run], is_single_line: bool| {
        blocks.push((kind.to_owned(), text(runs, is_single_line)))
    };
    if document.title.chars().any(|character| character != '\n') {
        add("h1", &[Run::plain(document.title.as_str())], true);
    }
    for block in &document.blocks {
        match block {
            Block::Heading(level, runs) => add(["h2", "h3", "h4"][*level as usize], runs, true),
            Block::Paragraph(runs) => add("p", runs, false),
            Block::Bullets(items) => {
                add("ul", &[], false);
                items.iter().for_each(|item| add("ul li", item, false));
            }
            Block::Numbers(items) => {
                add("ol", &[], false);
                items.iter().for_each(|item| add("ol li", item, false));
            }
            Block::Table(table) => {
                for row in [&table.header].into_iter().chain(&table.rows) {
                    add("row", &[], false);
                    let cell = |column| row.get(column).map_or(&[][..], Vec::as_slice);
                    (0..table.columns()).for_each(|column| add("cell", cell(column), true));
                }
            }
            Block::PageBreak => add("rule", &[], false),
        }
    }
    // An empty paragraph or heading is not written; every other block is, even where it is empty.
    blocks.retain(|(kind, text)| !text.is_empty() || !(kind == "p" || kind.starts_with('h')));
    blocks
}

fn text(runs: &[Run], is_single_line: bool) -> Vec<(char, Style)> {
    let mut block = [(String::new(), Vec::new())];
    for (index, line) in lines(runs).iter().enumerate() {
        if index > 0 {
            push(&mut block, Style::Plain, "\n");
        }
        line.iter().for_each(|span| push(&mut block, span.style, &span.text));
    }
    let [(_, text)] = block;
    if is_single_line {
        return text;
    }
    // Markdown has no form for blank lines at either end.
    let is_text = |(character, _): &(char, Style)| *character != '\n';
    let first = text.iter().position(is_text).unwrap_or(text.len());
    let end = text.iter().rposition(is_text).map_or(first, |last| last + 1);
    text[first..end].to_vec()
}

/// The extensions that common Markdown parsers have: tables only, and all of them.
fn parser_options() -> [Options; 2] {
    // Typographic quotation marks would change the text itself.
    [Options::ENABLE_TABLES, Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)]
}

fn assert_reads_back(document: &Document) {
    let markdown = to_markdown(document);
    for options in parser_options() {
        assert_eq!(read(&markdown, options), expected(document), "{options:?}\n{markdown}\n{document:?}");
    }
}

fn document(title: &str, blocks: Vec<Block>) -> Document {
    Document { title: title.to_owned(), language: "en-GB".to_owned(), blocks }
}

/// A document with these runs in every kind of block.
fn with_runs_everywhere(runs: &Runs) -> Document {
    let table = Table {
        header: vec![runs.clone(), vec![Run::plain("b")]],
        rows: vec![vec![runs.clone()], vec![runs.clone(), runs.clone(), runs.clone()]],
        widths: Vec::new(),
    };
    let blocks = vec![
        Block::Heading(Level::One, runs.clone()),
        Block::Paragraph(runs.clone()),
        Block::Bullets(vec![runs.clone(), runs.clone()]),
        Block::Bullets(vec![runs.clone()]),
        Block::Bullets(vec![runs.clone()]),
        Block::Paragraph(runs.clone()),
        Block::Numbers(vec![runs.clone(); 11]),
        Block::Numbers(vec![runs.clone()]),
        Block::Table(table),
        Block::PageBreak,
        Block::Heading(Level::Three, runs.clone()),
        Block::Paragraph(runs.clone()),
    ];
    document("Title", blocks)
}

#[test]
fn hostile_text_is_read_back_literally() {
    for hostile in HOSTILE {
        assert_reads_back(&document(hostile, Vec::new()));
        for run in [Run::Plain, Run::Strong, Run::Emphasis] {
            assert_reads_back(&with_runs_everywhere(&vec![run(hostile.to_owned())]));
            assert_reads_back(&with_runs_everywhere(&vec![
                Run::plain("x"),
                run(hostile.to_owned()),
                Run::plain("x"),
            ]));
            assert_reads_back(&with_runs_everywhere(&vec![
                run("x".to_owned()),
                Run::Break,
                run(hostile.to_owned()),
            ]));
        }
    }
}

/// A text of characters that have a meaning in Markdown, and of a few that have none.
fn random_text(random: &mut fastrand::Rng) -> String {
    const ALPHABET: &str = "ab1 \u{a0}\n\r\t.-+*_#=<>&;:|\\`~[](){}!@$^\"'/“é👩\u{202e}\u{0}\u{feff}";
    let alphabet: Vec<char> = ALPHABET.chars().collect();
    let length = random.usize(..12);
    (0..length).map(|_| alphabet[random.usize(..alphabet.len())]).collect()
}

fn random_runs(random: &mut fastrand::Rng) -> Runs {
    let run = |random: &mut fastrand::Rng| match random.u8(..7) {
        0..3 => Run::Plain(random_text(random)),
        3 | 4 => Run::Strong(random_text(random)),
        5 => Run::Emphasis(random_text(random)),
        _ => Run::Break,
    };
    (0..random.usize(..6)).map(|_| run(random)).collect()
}

#[test]
fn random_text_is_read_back_literally() {
    let mut random = fastrand::Rng::with_seed(11);
    for _ in 0..4000 {
        assert_reads_back(&with_runs_everywhere(&random_runs(&mut random)));
    }
}

#[test]
fn an_ordinary_record_reads_well_as_it_is() {
    let table = Table {
        header: vec![vec![Run::plain("Question")], vec![Run::plain("Answer")]],
        rows: vec![vec![
            vec![Run::plain("Investigated (APP-1)?")],
            vec![Run::strong("Yes"), Run::plain(", on 3.2.")],
        ]],
        widths: Vec::new(),
    };
    let record = document(
        "Decision record",
        vec![
            Block::Heading(Level::One, vec![Run::plain("What we found")]),
            Block::Paragraph(vec![
                Run::strong("Case:"),
                Run::plain(" 12-3"),
                Run::Break,
                Run::plain("2026-03-01, 10:30"),
            ]),
            Block::Numbers(vec![
                vec![Run::plain("Write first.")],
                vec![Run::emphasis("Then"), Run::plain(" wait.")],
            ]),
            Block::Table(table),
        ],
    );
    let expected = "\
# Decision record

## What we found

**Case:** 12-3\\
2026-03-01, 10:30

1. Write first.
2. *Then* wait.

| Question | Answer |
| --- | --- |
| Investigated (APP-1)? | **Yes**, on 3.2. |
";
    assert_eq!(to_markdown(&record), expected);
}

#[test]
fn bare_addresses_do_not_become_links() {
    let text =
        to_markdown(&document("https://example.org www.example.org WwW.x.org a@example.org", Vec::new()));
    assert_eq!(text, "# https\\://example.org www\\.example.org WwW\\.x.org a\\@example.org\n");
}

#[test]
fn a_long_text_survives() {
    assert_reads_back(&document("", vec![Block::Paragraph(vec![Run::plain("<b> 1. ".repeat(150_000))])]));
}

#[test]
fn a_document_comes_back_from_json() {
    let document =
        with_runs_everywhere(&vec![Run::plain("a"), Run::Break, Run::strong("b"), Run::emphasis("c")]);
    let json = serde_json::to_string(&document).expect("it can be written");
    assert_eq!(serde_json::from_str::<Document>(&json).expect("it can be read"), document);
}
