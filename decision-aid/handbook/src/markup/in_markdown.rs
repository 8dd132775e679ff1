//! HTML that is put into Markdown, and must come out of it as it went in: the words in it are a policy owner's plain text,
//! and never Markdown.

use maud::{Markup, PreEscaped};

/// What Markdown reads a meaning into, in words that stand in a paragraph.
const SIGNS: &str = "!$*:[\\]^_`~";

/// HTML that stands by itself. Markdown leaves it alone up to the first empty line, so it has none.
pub(crate) fn as_block(html: Markup) -> Markup {
    PreEscaped(without_empty_lines(&html.0))
}

/// HTML that stands in a paragraph, where Markdown reads the words between its tags.
pub(crate) fn in_paragraph(html: Markup) -> Markup {
    let mut written = String::with_capacity(html.0.len());
    let mut in_tag = false;
    for c in without_empty_lines(&html.0).chars() {
        in_tag = (in_tag || c == '<') && c != '>';
        if !in_tag && SIGNS.contains(c) {
            written.push_str(&format!("&#{};", u32::from(c)));
        } else {
            written.push(c);
        }
    }
    PreEscaped(written)
}

/// HTML means the same without its empty lines.
fn without_empty_lines(html: &str) -> String {
    html.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{as_block, in_paragraph};
    use maud::html;

    const WORDS: &str = "A *b* [c](javascript:d)\n \n\n`e` <f> g_h_i ![j](k) https://example.org";

    #[test]
    fn html_by_itself_has_no_empty_line() {
        let block = as_block(html! { p title=(WORDS) { (WORDS) } });
        assert!(!block.0.contains("\n \n") && !block.0.contains("\n\n"), "{}", block.0);
        assert!(block.0.contains("A *b* [c](javascript:d)\n`e` &lt;f&gt;"), "{}", block.0);
    }

    #[test]
    fn words_in_a_paragraph_mean_no_more_than_they_say() {
        let html = in_paragraph(html! { a href="x*y_z" { (WORDS) } }).0;
        let words = html.strip_prefix("<a href=\"x*y_z\">").and_then(|html| html.strip_suffix("</a>"));
        let words = words.expect("the tags stay as they are");
        assert!(!words.contains(['*', '[', ']', '`', '_', '!', '\\']), "{words}");
        assert!(
            words.starts_with("A &#42;b&#42; &#91;c&#93;(javascript&#58;d)\n&#96;e&#96; &lt;f&gt;"),
            "{words}"
        );
    }
}
