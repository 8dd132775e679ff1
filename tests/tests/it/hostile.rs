//! Texts written to run something or to escape from their place: in every field of every block, in every setting, and on pages. Each
//! is refused with its place, or stands on the page as text.

use handbook::NotBuilt;
use handbook_tests::{EditedBook, files, tests};
use scraper::Html;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What a text tries, in TOML: to end what it stands in, to run as an element or an attribute, to be a link, to read a file.
const HOSTILE: &str = r#"</textarea></title></script>--><script src=x></script><img src=x onerror=alert(1)><svg/onload=alert(1)>\" onfocus=alert(1) autofocus=\"' onclick='alert(1)' [x](javascript:alert(1)) <javascript:alert(1)> ]]> {{7*7}} `<b>`"#;

/// What would be a paragraph, a block and an element of their own, if a text with lines of its own were taken for Markdown.
const LINES: &str = r#"\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1))\n\n```decision-aid\n```\n\n</div></main>\n"#;

/// A book with every kind of block.
fn everything() -> EditedBook {
    EditedBook::of(&tests().join("books/good/everything"))
}

/// What of a page could run, or stands where no page of the theme puts it.
fn active(page: &str) -> Vec<String> {
    let document = Html::parse_document(page);
    let mut found = Vec::new();
    for element in document.tree.nodes().filter_map(|node| node.value().as_element()) {
        let name = element.name();
        let is_own_script = name == "script" && element.attr("src").is_some_and(|src| src.ends_with(".js"));
        if ["script", "iframe", "object", "embed", "base", "frame", "applet", "style"].contains(&name)
            && !is_own_script
        {
            found.push(format!("{element:?}"));
        }
        for (attribute, value) in element.attrs() {
            // As browsers read an address: without what is between its letters.
            let value: String =
                value.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
            let scheme = value.split_once(':').map(|(scheme, _)| scheme.to_lowercase()).unwrap_or_default();
            let is_address =
                ["href", "src", "action", "formaction", "data", "xlink:href"].contains(&attribute);
            let runs =
                is_address && ["javascript", "vbscript", "data", "file", "blob"].contains(&scheme.as_str());
            let is_refresh =
                name == "meta" && attribute == "http-equiv" && value.eq_ignore_ascii_case("refresh");
            if attribute.starts_with("on")
                || ["style", "autofocus", "srcdoc"].contains(&attribute)
                || runs
                || is_refresh
                || (attribute == "src" && value == "x")
            {
                found.push(format!("<{name} {attribute}={value}>"));
            }
        }
    }
    found
}

/// Whether a book is built, after which nothing on its pages is active; else each line of the report names a file and a line.
#[track_caller]
fn is_built(book: &EditedBook, what: &str) -> bool {
    let out = book.folder().join("site");
    match handbook_tests::build_into(book.folder(), &out) {
        Ok(_) => {
            let pages = files(&out).into_iter().filter(|file| file.ends_with(".html"));
            for page in pages {
                let found = active(&fs::read_to_string(out.join(&page)).unwrap());
                assert!(found.is_empty(), "{what}, on {page}: {found:?}");
            }
            true
        }
        Err(error) => {
            let Some(report) = error.downcast_ref::<NotBuilt>() else { panic!("{what}: {error:#}") };
            assert!(!report.lines().is_empty(), "{what}");
            for line in report.lines() {
                let mut parts = line.split(':');
                let file = parts.next().unwrap();
                let is_place = parts.next().is_some_and(|number| number.parse::<usize>().is_ok());
                assert!(is_place && book.folder().join(file).is_file(), "{what}: {line}");
            }
            false
        }
    }
}

#[test]
fn a_page_that_runs_something_is_told_from_one_that_does_not() {
    for hostile in [
        "<script>a</script>",
        "<p onclick=a>",
        "<svg><a xlink:href='java\nscript:a'>",
        "<iframe></iframe>",
        "<p style='x'>",
        "<meta http-equiv=Refresh content=0>",
        "<a href=' JavaScript:a'>",
    ] {
        assert_eq!(active(hostile).len(), 1, "{hostile}: {:?}", active(hostile));
    }
    assert!(
        active("<p title='<script>'>&lt;script&gt;<a href='a.html'>onclick=</a><script src=a.js></script>")
            .is_empty()
    );
}

/// The names of the fields that blocks of a page write as `name = "text"`.
fn fields(text: &str) -> BTreeSet<String> {
    let name = |line: &str| {
        let (name, value) = line.split_once(" = \"")?;
        let is_plain = name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
        (is_plain && value.ends_with('"') && value.len() > 1).then(|| name.to_owned())
    };
    text.lines().filter_map(name).collect()
}

/// Ends the value of a field with something else, wherever the field is written.
fn add_to(book: &EditedBook, file: &str, field: &str, more: &str) {
    let path = book.folder().join(file);
    let text = fs::read_to_string(&path).unwrap();
    let line = |line: &str| match line
        .strip_prefix(&format!("{field} = \""))
        .and_then(|value| value.strip_suffix('"'))
    {
        Some(value) => format!("{field} = \"{value} {more}\"\n"),
        None => format!("{line}\n"),
    };
    fs::write(path, text.lines().map(line).collect::<String>()).unwrap();
}

#[test]
fn nothing_runs_from_any_field_of_any_block() {
    let sources: Vec<String> = files(&tests().join("books/good/everything/src"))
        .into_iter()
        .filter(|file| file.ends_with(".md") && file != "SUMMARY.md")
        .map(|file| format!("src/{file}"))
        .collect();
    let read = |file: &String| fs::read_to_string(tests().join("books/good/everything").join(file)).unwrap();
    let fields: BTreeSet<String> = sources.iter().flat_map(|file| fields(&read(file))).collect();
    assert!(fields.len() > 20, "{fields:?}");
    let mut built = 0;
    for field in &fields {
        for more in [HOSTILE, LINES] {
            let book = everything();
            sources.iter().for_each(|file| add_to(&book, file, field, more));
            built += usize::from(is_built(&book, &format!("{field} with {more}")));
        }
    }
    println!("{built} of {} books are built, the others are refused", fields.len() * 2);
    assert!(built > 10, "what is a text may say anything: {built} of {}", fields.len() * 2);
}

#[test]
fn nothing_runs_from_any_setting() {
    let settings = fs::read_to_string(tests().join("books/good/everything/book.toml")).unwrap();
    let mut built = 0;
    for field in fields(&settings) {
        for more in [HOSTILE, LINES] {
            let book = everything();
            add_to(&book, "book.toml", &field, more);
            built += usize::from(is_built(&book, &format!("{field} with {more}")));
        }
    }
    assert!(built >= 4, "{built}");
    for setting in [
        "contact-url = \"javascript:alert(1)\"",
        "source-url = \"java\\tscript:alert(1)\"",
        "contact-url = \"data:text/html,<script>alert(1)</script>\"",
    ] {
        let book = everything();
        let (name, _) = setting.split_once(" = ").unwrap();
        let text = fs::read_to_string(book.folder().join("book.toml")).unwrap();
        let line = text.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
        book.replace("book.toml", &line, setting);
        assert!(!is_built(&book, setting), "{setting}");
    }
    for target in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "//example.org\\\" onclick=\\\"alert(1)",
    ] {
        let book = everything();
        book.add("book.toml", &format!("\n[output.handbook.redirects]\n\"old.html\" = \"{target}\""));
        assert!(!is_built(&book, target), "{target}");
    }
}

/// Markdown and HTML that has run something in other programs that take Markdown.
const VECTORS: &str = include_str!("../../hostile.txt");

#[test]
fn nothing_runs_from_a_page() {
    let vectors: Vec<&str> = VECTORS.split("\n====\n").filter(|vector| !vector.is_empty()).collect();
    assert!(vectors.len() > 60, "{}", vectors.len());
    let page = |vector: &str| format!("# A page\n\n{vector}\n");
    // Which are refused is told page by page; those that are not stand in one book.
    let (mut listed, mut refused) = (String::new(), 0);
    let book = everything();
    let alone = everything();
    alone.add("src/SUMMARY.md", "\n[Alone](alone.md)");
    for (number, vector) in vectors.iter().enumerate() {
        fs::write(alone.folder().join("src/alone.md"), page(vector)).unwrap();
        if alone.wrong().is_empty() {
            fs::write(book.folder().join(format!("src/v{number}.md")), page(vector)).unwrap();
            listed.push_str(&format!("\n[Page {number}](v{number}.md)\n"));
        } else {
            refused += 1;
        }
    }
    println!("{refused} of {} are refused", vectors.len());
    assert!(refused > 30, "{refused}");
    book.add("src/SUMMARY.md", &listed);
    assert!(is_built(&book, "what was not refused"));
}

#[test]
fn nothing_runs_from_the_names_of_pages() {
    let book = everything();
    let summary = "# <img src=x onerror=alert(1)>\n\n- [<b onclick=alert(1)>A</b> \"><script>alert(1)</script>](rules/lending.md)\n- [`<script>`](rules/fees.md)\n\n[&lt;script&gt;](index.md)\n[Language](about/language.md)\n";
    fs::write(
        book.folder().join("src/SUMMARY.md"),
        format!("[\\<script>](index.md)\n\n{}", summary.replace("[&lt;script&gt;](index.md)\n", "")),
    )
    .unwrap();
    is_built(&book, "SUMMARY.md");
    let own = Path::new("src/onclick=alert(1).md");
    let book = everything();
    fs::write(book.folder().join(own), "# A page\n").unwrap();
    book.add("src/SUMMARY.md", "\n[A](<onclick=alert(1).md>)");
    is_built(&book, "the name of a file");
}
