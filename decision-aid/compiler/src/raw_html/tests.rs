//! What pages may say in HTML, and what is said of everything else, as tables of pages.

use super::refuse;
use crate::{Diagnostics, Page};

/// What is wrong with a page: `line:column: message`, each without its help.
fn wrong(text: &str) -> Vec<String> {
    let mut diagnostics = Diagnostics::default();
    refuse(0, text, &mut diagnostics);
    let page = Page { text: text.to_owned(), ..Page::default() };
    let lines = diagnostics.in_page_order().lines(&[page]);
    lines
        .iter()
        .map(|line| line.trim_start_matches(':').rsplit_once(" (").expect("it says what to do").0.to_owned())
        .collect()
}

fn element(name: &str) -> String {
    format!("a page cannot have the element `<{name}>`")
}

#[test]
fn html_that_gives_text_a_structure_is_accepted() {
    let table = [
        "<details>\n<summary>More</summary>\n\nMarkdown *within*.\n\n- a\n- b\n\n</details>\n",
        "<details open><summary>More</summary><p>One <b>two</b></p></details>\n",
        "<figure>\n<img src=\"a/b.svg\" alt=\"\" width=20 height='10'>\n<figcaption>Words</figcaption>\n</figure>\n",
        "<table>\n<caption>T</caption>\n<colgroup><col span=\"2\"></colgroup>\n<thead><tr><th scope=\"col\">A</th></tr></thead>\n\
         <tbody><tr><td colspan=2>1</td></tr></tbody>\n</table>\n",
        "<table><tr><td>\n\nMarkdown in a cell.\n\n</td></tr></table>\n",
        "<dl><dt>A</dt><dd>B</dd><div class=\"pair\"><dt>C</dt><dd>D</dd></div></dl>\n",
        "<ol start=3 reversed><li value=\"4\">A</li></ol>\n\n<ul><li>A</li></ul>\n",
        "Press <kbd>Ctrl</kbd>, H<sub>2</sub>O<br>and <br/> <ABBR TITLE=\"x\">y</ABBR><wbr>. <i class=\"fa fa-book\"></i>\n",
        "<span lang=\"cy\" dir=\"auto\" id=\"x\" role=\"note\" aria-label=\"y\">Bore da</span>\n",
        "<a href=\"a.md#b\">a</a> <a href=\"#b\">b</a> <a href=\"https://example.org/?a=1&amp;b=2\" rel=\"external\">c</a> \
         <a href=\"MAILTO:a@example.org\">d</a> <a href=\"tel:+441223\">e</a> <a href=\"../x:y.html\">f</a>\n",
        "[a](b.md) [c](https://example.org) [d](<tel:1 2>) <https://example.org> <a@example.org> ![e](f.png)\n",
        "Two <!-- comments --> here.\n\n<!-- of\n\nseveral <script> lines -->\n",
        "> <div>\n> in a quotation\n> </div>\n\n- <div>in an item</div>\n\n| <div>cell</div> | <b>b</b> |\n|---|---|\n| a | b |\n",
        "```html\n<script>alert(1)</script>\n```\n\n    <iframe>\n\nWrite `<script>` or \\<script> or &lt;script&gt;; 1 < 2 <3 a<b\n",
        "## A heading {#own .wide}\n\nText\n: <em>meaning</em>\n",
        "Lone ampersands & such, and <https://example.org/?a=b>.\n",
        "",
    ];
    for text in table {
        assert_eq!(wrong(text), [""; 0], "{text}");
    }
}

#[test]
fn every_other_element_is_refused_by_name_and_place() {
    let names = "script style iframe form input button textarea title plaintext template noscript meta base link object embed svg \
                 math video audio select h1 h2 center marquee xmp listing frameset body html head main nav section custom-tag";
    for name in names.split_whitespace() {
        for (text, place) in [
            (format!("Words\n\n<{name}>\n</{name}>\n"), "3:1"),
            (format!("Words\n\n<{} class=\"a\">\n", name.to_uppercase()), "3:1"),
            (format!("Some words, <{name} onclick=\"x\">and</{name}> more\n"), "1:13"),
            (format!("# A <{name}>\n"), "1:5"),
            (format!("| A |\n|---|\n| <{name}> |\n"), "3:3"),
            (format!("Term\n: <{name}\n  class=\"x\">\n"), "2:3"),
            (format!("> - <{name}>\n"), "1:5"),
        ] {
            let found = wrong(&text);
            let void = super::allowed::is_void(name) && text.contains(&format!("</{name}>"));
            assert_eq!(found.first(), Some(&format!("{place}: {}", element(name))), "{text}");
            assert_eq!(found.len(), if void { 2 } else { 1 }, "{text}: {found:?}");
        }
    }
}

#[test]
fn every_other_attribute_is_refused() {
    let table = [
        ("<div onclick=\"x()\">a</div>", "1:1: `<div>` cannot have the attribute `onclick`"),
        ("<div OnClick=x>a</div>", "1:1: `<div>` cannot have the attribute `onclick`"),
        ("<div\nstyle='color: red'>a</div>", "1:1: `<div>` cannot have the attribute `style`"),
        ("<div data-if>a</div>", "1:1: `<div>` cannot have the attribute `data-if`"),
        ("<p data-fill=\"contact\">a</p>", "1:1: `<p>` cannot have the attribute `data-fill`"),
        ("a <a href=\"b\" target=_blank>b</a>", "1:3: `<a>` cannot have the attribute `target`"),
        ("a <a ping=\"https://example.org\">b</a>", "1:3: `<a>` cannot have the attribute `ping`"),
        // Markdown takes this for text, until it stands in an element.
        ("<img src=\"x\"onerror=\"alert(1)\" alt=''>", ""),
        (
            "<p><img src=\"x\"onerror=\"alert(1)\" alt=''></p>",
            "1:4: `<img>` cannot have the attribute `onerror`",
        ),
        (
            "<p><img src=\"x\"/onerror=alert(1) alt=''></p>",
            "1:4: `<img>` cannot have the attribute `onerror`",
        ),
        ("<img src=\"x\" srcset=\"y 2x\" alt=''>", "1:1: `<img>` cannot have the attribute `srcset`"),
        ("<img src=\"x\">", "1:1: this picture has no text for those who cannot see it"),
        ("a <span href=\"b\">c</span>", "1:3: `<span>` cannot have the attribute `href`"),
        ("<div id=\"decision-aid\">a</div>", "1:1: the id `decision-aid` is taken by the page around this"),
        (
            "<div class=\"wide site-mark\">a</div>",
            "1:1: the class `site-mark` is for elements that the build makes",
        ),
        ("## A {onclick=\"alert(1)\"}", "1:1: a heading cannot have the attribute `onclick`"),
        ("## A {data-if=x}", "1:1: a heading cannot have the attribute `data-if`"),
        ("## A {#main}", "1:1: the id `main` is taken by the page around this"),
    ];
    for (text, expected) in table {
        let expected: Vec<&str> = Some(expected).filter(|line| !line.is_empty()).into_iter().collect();
        assert_eq!(wrong(text), expected, "{text}");
    }
}

#[test]
fn links_lead_to_pages_and_pictures_come_from_the_handbook() {
    let refused = |scheme: &str| format!("a link cannot lead to an address that begins with `{scheme}:`");
    let table = [
        ("[a](javascript:alert(1))", "javascript"),
        ("[a](JavaScript:alert(1))", "javascript"),
        ("[a](<  java\tscript:alert(1)>)", "javascript"),
        ("[a](java&#115;cript:alert(1))", "javascript"),
        ("[a](javascript&colon;alert(1))", "javascript"),
        ("[a](&#1;javascript:alert(1))", "javascript"),
        ("[a](java&Tab;script:alert(1))", "javascript"),
        ("[a](java&NewLine;script:alert(1))", "javascript"),
        ("[a](data:text/html,x)", "data"),
        ("[a](vbscript:x)", "vbscript"),
        ("[a](file:///etc/passwd)", "file"),
        ("[a](C:\\x)", "c"),
        ("<javascript:alert(1)>", "javascript"),
        ("[a][b]\n\n[b]: javascript:alert(1)", "javascript"),
        ("[a][]\n\n[a]: <data:x>", "data"),
        ("<a href=\"javascript:alert(1)\">a</a>", "javascript"),
        ("<a href=\"java&#115;cript:alert(1)\">a</a>", "javascript"),
        ("<a href=\"&#x6A;avascript&colon;alert(1)\">a</a>", "javascript"),
        ("<a href=\" \njava\nscript:alert(1)\">a</a>", "javascript"),
        ("<A HREF=JAVASCRIPT:alert(1)>a</A>", "javascript"),
        ("<a href='blob:x'>a</a>", "blob"),
        ("<blockquote cite=\"javascript:x\">a</blockquote>", "javascript"),
    ];
    for (text, scheme) in table {
        assert_eq!(wrong(text), [format!("1:1: {}", refused(scheme))], "{text}");
    }
    let elsewhere = "a picture cannot come from another place than the handbook";
    for address in [
        "https://example.org/a.png",
        "data:image/png,x",
        "//example.org/a.png",
        "\\\\example.org/a.png",
        "/a.png",
    ] {
        for text in [format!("![a]({address})"), format!("<img src=\"{address}\" alt=\"\">")] {
            // In Markdown a backslash is written twice.
            let text = if text.starts_with('!') { text.replace('\\', "\\\\") } else { text };
            assert_eq!(wrong(&text), [format!("1:1: {elsewhere}")], "{text}");
        }
    }
}

#[test]
fn what_is_not_balanced_is_refused() {
    let table: &[(&str, &[&str])] = &[
        ("<div>\n\na\n", &["1:1: `<div>` is not closed"]),
        ("a\n\n</div>\n", &["3:1: `</div>` closes nothing that is open here"]),
        (
            "A <b>word\n\nanother</b>\n",
            &["1:3: `<b>` is not closed", "3:8: `</b>` closes nothing that is open here"],
        ),
        ("*A <b>word*</b>\n", &["1:4: `<b>` is not closed", "1:12: `</b>` closes nothing that is open here"]),
        (
            "# A <b>word\n\nB</b>\n",
            &["1:5: `<b>` is not closed", "3:2: `</b>` closes nothing that is open here"],
        ),
        ("<div>\n<span>a\n</div>\n", &["2:1: `<span>` is not closed"]),
        (
            "> <div>\n\na</div>\n",
            &["1:3: `<div>` is not closed", "3:2: `</div>` closes nothing that is open here"],
        ),
        (
            "- <div>\n- </div>\n",
            &["1:3: `<div>` is not closed", "2:3: `</div>` closes nothing that is open here"],
        ),
        ("a <br></br>\n", &["1:7: `</br>` closes nothing that is open here"]),
        ("<div/>\n", &["1:1: `<div/>` closes nothing in HTML"]),
        ("<!-- a\n\nb\n", &["1:1: this comment is not closed"]),
        ("<!-- a --\n\n<div onclick=x>\n", &["1:1: this comment is not closed"]),
        ("<div class=\"a\n\nb\">\n", &["1:1: this tag is not finished"]),
        ("<div\n\na\n", &["1:1: this tag is not finished"]),
        ("<div><p>a</p></div\n", &["1:1: `<div>` is not closed", "1:14: this tag is not finished"]),
        ("<!doctype html>\n", &["1:1: a page cannot have declarations or instructions like this"]),
        ("a <?php x ?> b\n", &["1:3: a page cannot have declarations or instructions like this"]),
        ("<![CDATA[ x ]]>\n", &["1:1: a page cannot have declarations or instructions like this"]),
    ];
    for (text, expected) in table {
        assert_eq!(wrong(text), *expected, "{text}");
    }
}

#[test]
fn what_browsers_would_move_elsewhere_is_refused() {
    let table = [
        ("a <div>b</div>", "1:3: `<div>` stands in the middle of a paragraph or heading"),
        ("# a <p>b</p>", "1:5: `<p>` stands in the middle of a paragraph or heading"),
        ("a <em><ul><li>b</li></ul></em>", "1:7: `<ul>` stands in the middle of a paragraph or heading"),
        ("<p><div>a</div></p>", "1:4: `<div>` stands in the middle of a paragraph or heading"),
        ("<p>\n\na\n\n</p>", "3:1: `<p>` is still open, and another paragraph begins"),
        ("a <li>b</li>", "1:3: `<li>` stands outside of the element that it is a part of"),
        ("<tr></tr>", "1:1: `<tr>` stands outside of the element that it is a part of"),
        ("<table><td>a</td></table>", "1:8: `<td>` stands outside of the element that it is a part of"),
        ("<table><div>a</div></table>", "1:8: `<div>` stands straight in `<table>`, and not in a part of it"),
        ("<table>\n\na\n\n</table>", "3:1: text stands straight in `<table>`, and not in a part of it"),
        ("<summary>a</summary>", "1:1: `<summary>` stands outside of the element that it is a part of"),
        ("<a href=\"b\">a <a href=\"c\">d</a></a>", "1:15: a link stands in another link"),
        ("[a <a href=\"c\">d</a>](b)", "1:4: a link stands in another link"),
        ("<a href=\"c\">[a](b)</a>", "1:13: a link stands in another link"),
    ];
    for (text, expected) in table {
        assert_eq!(wrong(text), [expected], "{text}");
    }
}

#[test]
fn what_stands_in_a_script_or_a_picture_is_named_once() {
    // Nothing in a script is a tag, whatever it looks like.
    let script = "<script>\nif (a < b) { document.write(\"<div onclick=x>\") }\n</script>\n";
    assert_eq!(wrong(script), [format!("1:1: {}", element("script"))]);
    let svg = "<svg onload=\"x\"><script>a</script></svg>\n";
    assert_eq!(wrong(svg), [format!("1:1: {}", element("svg")), format!("1:17: {}", element("script"))]);
    // Words instead of a picture are words, but a page should not need HTML there.
    assert_eq!(wrong("![a <script>](b.png)"), [format!("1:5: {}", element("script"))]);
    assert_eq!(wrong("[a](b \"<script>\")"), [""; 0]);
}

#[test]
fn a_place_is_that_on_the_page() {
    let text = "żółw\n\n> <div>\n> <p>é <form>\n> </form></p>\n> </div>\n";
    assert_eq!(wrong(text), [format!("4:8: {}", element("form"))]);
    // A tag over several lines is where it begins.
    assert_eq!(
        wrong("a\nb <form\n  action=\"x\"\n  id=\"y\">c</form>"),
        [format!("2:3: {}", element("form"))]
    );
}

#[test]
fn what_stands_too_deep_is_refused_once() {
    let deep = "more than 30 lists, quotations or elements stand in each other here";
    for text in [
        format!("{}a{}", "<div>".repeat(5_000), "</div>".repeat(5_000)),
        format!("{}a\n", "> ".repeat(5_000)),
        format!("{}\n\n{}a\n\n{}", "<div>".repeat(20), "> ".repeat(20), "</div>".repeat(20)),
    ] {
        let found = wrong(&text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].ends_with(deep), "{found:?}");
    }
    assert_eq!(wrong(&"<b>".repeat(5_000)).len(), 5_001);
    assert_eq!(wrong(&"</b>".repeat(5_000)).len(), 5_000);
}

#[test]
fn the_list_is_the_one_that_policy_owners_read() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/about/keeping/change-a-page.md");
    let page = std::fs::read_to_string(page).expect("the page is there");
    let section = page
        .split("\n## ")
        .find(|section| section.starts_with("HTML in a page"))
        .expect("it has the section");
    let rows = section.lines().filter(|line| line.starts_with("| ") && line.contains('`'));
    let mut said: Vec<&str> = rows.flat_map(|row| row.split('`').skip(1).step_by(2)).collect();
    said.sort_unstable();
    assert_eq!(said, super::allowed::names());
}

#[test]
fn a_long_name_is_shown_in_part() {
    let long = "x".repeat(40);
    let found = wrong(&format!("Text </{long}> text.\n"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains(&format!("`</{}…>`", "x".repeat(30))), "{found:?}");
}
