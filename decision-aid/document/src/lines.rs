//! Runs split into lines, from which Markdown and Word files are written.

use crate::model::Run;
use crate::visible::visible;

/// The style of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without emphasis.
    Plain,
    /// With strong emphasis, which is shown in bold.
    Strong,
    /// With emphasis, which is shown in italics.
    Emphasis,
}

/// A piece of one line in one style. Its text is not empty, has no newline, and is already [`visible`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The style.
    pub style: Style,
    /// The text.
    pub text: String,
}

/// Splits runs into lines. Adjacent spans of a line differ in style. There is at least one line, which may be empty.
#[must_use]
pub fn lines(runs: &[Run]) -> Vec<Vec<Span>> {
    let mut lines = Lines { finished: Vec::new(), current: Vec::new() };
    for run in runs {
        match run {
            Run::Plain(text) => lines.push(Style::Plain, text),
            Run::Strong(text) => lines.push(Style::Strong, text),
            Run::Emphasis(text) => lines.push(Style::Emphasis, text),
            Run::Break => lines.end_line(),
        }
    }
    lines.end_line();
    lines.finished
}

/// The lines so far.
struct Lines {
    finished: Vec<Vec<Span>>,
    current: Vec<Span>,
}

impl Lines {
    fn push(&mut self, style: Style, text: &str) {
        for (index, line) in visible(text).split('\n').enumerate() {
            if index > 0 {
                self.end_line();
            }
            match self.current.last_mut() {
                Some(last) if last.style == style => last.text.push_str(line),
                _ if line.is_empty() => {}
                _ => self.current.push(Span { style, text: line.to_owned() }),
            }
        }
    }

    fn end_line(&mut self) {
        self.finished.push(std::mem::take(&mut self.current));
    }
}

#[cfg(test)]
mod tests {
    //! Tests of how runs are split into lines.

    use super::{Span, Style, lines};
    use crate::model::Run;

    fn span(style: Style, text: &str) -> Span {
        Span { style, text: text.to_owned() }
    }

    #[test]
    fn breaks_and_newlines_end_a_line() {
        let runs = [Run::plain("a\nb"), Run::strong("\r\n"), Run::Break, Run::emphasis("c")];
        let expected = vec![
            vec![span(Style::Plain, "a")],
            vec![span(Style::Plain, "b")],
            vec![],
            vec![span(Style::Emphasis, "c")],
        ];
        assert_eq!(lines(&runs), expected);
    }

    #[test]
    fn spans_that_look_the_same_are_one() {
        let runs = [Run::plain(""), Run::strong("a"), Run::plain("\0"), Run::strong("b"), Run::plain("c")];
        let expected = vec![vec![span(Style::Strong, "ab"), span(Style::Plain, "c")]];
        assert_eq!(lines(&runs), expected);
    }

    #[test]
    fn no_runs_are_one_empty_line() {
        assert_eq!(lines(&[]), [vec![]]);
    }
}
