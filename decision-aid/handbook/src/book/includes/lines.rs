//! The lines of a file that a directive asks for, joined as mdBook joins them.

use super::directive::Part;
use policy_compiler::{MappedText, SourceFile};
use regex::Regex;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

#[allow(clippy::expect_used, reason = "the pattern is constant, and every test reads it")]
static ANCHOR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"ANCHOR(?<end>_END)?:\s*(?<name>[\w_-]+)").expect("the pattern is sound"));

/// What a line is to the anchor asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Within,
    Without,
    /// It names an anchor, and is never shown.
    Marker,
}

/// The lines of the part alone. Nothing where the file has no such anchor.
pub(super) fn only(file: &Arc<SourceFile>, part: &Part<'_>) -> Option<MappedText> {
    let lines = classified(&file.text, part)?;
    let within = lines.into_iter().filter(|(_, kind)| *kind == Line::Within).map(|(line, _)| line);
    Some(joined(file, within, |_| ""))
}

/// The whole file, with `# ` before each line that is not of the part.
pub(super) fn hiding_others(file: &Arc<SourceFile>, part: &Part<'_>) -> Option<MappedText> {
    let lines = classified(&file.text, part)?;
    let shown = lines.iter().filter(|(_, kind)| *kind != Line::Marker).map(|(line, _)| line.clone());
    let without = |line: &Range<usize>| {
        lines
            .binary_search_by_key(&line.start, |(line, _)| line.start)
            .is_ok_and(|at| lines[at].1 == Line::Without)
    };
    Some(joined(file, shown, |line| if without(line) { "# " } else { "" }))
}

fn joined(
    file: &Arc<SourceFile>,
    lines: impl Iterator<Item = Range<usize>>,
    before: impl Fn(&Range<usize>) -> &'static str,
) -> MappedText {
    let mut text = MappedText::default();
    let mut end_of_last = None;
    for line in lines {
        match end_of_last {
            // The very end of the line above, where that is one character.
            Some(end) if file.text[end..].starts_with('\n') => text.push(file, end..end + 1),
            Some(end) => text.push_made("\n", file, end),
            None => {}
        }
        text.push_made(before(&line), file, line.start);
        end_of_last = Some(line.end);
        text.push(file, line);
    }
    text
}

/// Every line with what it is to the part; nothing where the part is an anchor that the file does not have.
fn classified(text: &str, part: &Part<'_>) -> Option<Vec<(Range<usize>, Line)>> {
    match part {
        Part::Lines(range) => {
            let kind = |number| if range.contains(&number) { Line::Within } else { Line::Without };
            Some(lines(text).enumerate().map(|(number, line)| (line, kind(number))).collect())
        }
        Part::Anchor(name) => anchored(text, name),
    }
}

fn anchored(text: &str, name: &str) -> Option<Vec<(Range<usize>, Line)>> {
    let (mut within, mut found) = (false, false);
    let classified = lines(text).map(|line| {
        let marker = ANCHOR.captures(&text[line.clone()]);
        if let Some(marker) = marker.as_ref().filter(|marker| &marker["name"] == name) {
            within = marker.name("end").is_none();
            found |= within;
        }
        let kind = match marker {
            Some(_) => Line::Marker,
            None if within => Line::Within,
            None => Line::Without,
        };
        (line, kind)
    });
    let classified = classified.collect();
    found.then_some(classified)
}

/// The lines of a text, without what ends them.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let length = line.lines().next().map_or(0, str::len);
        let span = start..start + length;
        start += line.len();
        span
    })
}

#[cfg(test)]
mod tests {
    use super::{Part, hiding_others, only};
    use policy_compiler::SourceFile;
    use std::sync::Arc;

    const TEXT: &str = "one\r\ntwo\n// ANCHOR: a\nthree\n// ANCHOR: b\nfour\n// ANCHOR_END: a\nfive\n";

    fn file() -> Arc<SourceFile> {
        Arc::new(SourceFile { name: "file".to_owned(), text: TEXT.to_owned() })
    }

    #[test]
    fn a_part_is_joined_by_line_ends_and_keeps_its_places() {
        for (part, expected) in [
            (Part::Lines(0..2), "one\ntwo"),
            (Part::Lines(1..2), "two"),
            (Part::Lines(9..usize::MAX), ""),
            (Part::Anchor("a"), "three\nfour"),
            (Part::Anchor("b"), "four\nfive"),
        ] {
            let text = only(&file(), &part).unwrap();
            assert_eq!(text.text(), expected, "{part:?}");
            for word in expected.split('\n').filter(|word| !word.is_empty()) {
                let at = expected.find(word).unwrap();
                let location = text.locate(at..at + word.len()).unwrap();
                assert_eq!(&location.text[location.span], word);
            }
        }
        assert_eq!(only(&file(), &Part::Anchor("c")), None);
    }

    #[test]
    fn the_lines_around_a_part_are_hidden() {
        let text = |part| hiding_others(&file(), &part).unwrap().text().to_owned();
        assert_eq!(text(Part::Anchor("a")), "# one\n# two\nthree\nfour\n# five");
        assert!(text(Part::Lines(0..1)).starts_with("one\n# two\n# // ANCHOR"));
    }
}
