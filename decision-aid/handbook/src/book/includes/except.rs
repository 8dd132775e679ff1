//! What an audience does not read of a page: the lines between `{{#except NAME}}` and `{{#end}}`.
//!
//! Lines that are taken out leave blanks, so that every other stands where it stood and an error names the right one.

use std::ops::Range;

const BEGIN: &str = "{{#except ";
const END: &str = "{{#end}}";

/// Something wrong with such a line, where, and what to do.
pub(super) type Wrong = (Range<usize>, (String, String));

/// The page as an audience reads it, or everybody where there is none, and what is wrong with its lines. `known` are the audiences
/// that there are.
pub(super) fn without_excepted(text: &str, audience: Option<&str>, known: &[String]) -> (String, Vec<Wrong>) {
    let mut read = String::with_capacity(text.len());
    let mut wrong = Vec::new();
    let mut open: Option<(&str, Range<usize>)> = None;
    for line in text.split_inclusive('\n') {
        let span = read.len()..read.len() + line.trim_end().len();
        let name = line.trim().strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix("}}")).map(str::trim);
        let is_end = line.trim() == END;
        if name.is_some() || is_end {
            match (name, &open) {
                (Some(_), Some((_, earlier))) => wrong.push((earlier.clone(), not_ended())),
                (Some(name), None) if !known.iter().any(|known| known == name) => {
                    wrong.push((span.clone(), unknown(name, known)));
                }
                (None, None) => wrong.push((span.clone(), nothing_begins())),
                _ => {}
            }
            open = name.map(|name| (name, span));
        }
        let is_out =
            name.is_some() || is_end || open.as_ref().is_some_and(|(name, _)| Some(*name) == audience);
        if is_out { blank(line, &mut read) } else { read.push_str(line) }
    }
    wrong.extend(open.map(|(_, span)| (span, not_ended())));
    (read, wrong)
}

/// As many blanks as the line has bytes.
fn blank(line: &str, read: &mut String) {
    read.extend(line.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
}

fn unknown(name: &str, known: &[String]) -> (String, String) {
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    (
        format!("there is no audience `{name}`"),
        format!("book.toml has {known}: correct the name, or add [output.handbook.audiences.{name}] there"),
    )
}

fn not_ended() -> (String, String) {
    ("this is not ended".to_owned(), format!("write `{END}` in a line after what is left out"))
}

fn nothing_begins() -> (String, String) {
    ("this ends nothing".to_owned(), format!("take it away, or write `{BEGIN}NAME}}}}` in a line above"))
}

#[cfg(test)]
mod tests {
    use super::without_excepted;

    const PAGE: &str = "a\n{{#except public}}\nbé\n{{#end}}\nc\n";

    #[test]
    fn everything_stays_where_it_stood() {
        for audience in [None, Some("public"), Some("staff")] {
            let (read, wrong) = without_excepted(PAGE, audience, &["public".to_owned(), "staff".to_owned()]);
            assert!(wrong.is_empty(), "{wrong:?}");
            assert_eq!(read.len(), PAGE.len());
            assert_eq!(read.contains("bé"), audience != Some("public"), "{read}");
            assert_eq!(
                (read.find('a'), read.find('c'), read.contains("{{")),
                (Some(0), PAGE.find("c\n"), false)
            );
        }
    }

    #[test]
    fn what_does_not_fit_is_named_where_it_stands() {
        for (page, message, at) in [
            ("{{#except public}}\na\n", "this is not ended", 0),
            ("a\n{{#end}}\n", "this ends nothing", 2),
            ("{{#except publik}}\n{{#end}}\n", "there is no audience `publik`", 0),
            ("{{#except public}}\n{{#except public}}\n{{#end}}\n", "this is not ended", 0),
        ] {
            let (_, wrong) = without_excepted(page, None, &["public".to_owned()]);
            let found: Vec<(&str, usize)> =
                wrong.iter().map(|(span, (message, _))| (message.as_str(), span.start)).collect();
            assert_eq!(found, [(message, at)], "{page}");
        }
    }

    #[test]
    fn an_escaped_line_is_a_line() {
        let page = "\\{{#except public}}\n\\{{#end}}\n";
        assert_eq!(without_excepted(page, Some("public"), &[]), (page.to_owned(), Vec::new()));
    }
}
