//! Runs as lines: what every rendering starts from.

use crate::model::Run;
use crate::visible::visible;

/// How a piece of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As the text around it.
    Plain,
    /// Of weight.
    Strong,
    /// Stressed.
    Emphasis,
}

/// A piece of one line: never empty, without a newline, and already [`visible`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// How it looks.
    pub style: Style,
    /// What it says.
    pub text: String,
}

/// The lines that runs make. Neighbouring pieces of a line differ in style. There is always one line at least.
#[must_use]
pub fn lines(runs: &[Run]) -> Vec<Vec<Piece>> {
    let mut lines = Lines { done: Vec::new(), current: Vec::new() };
    for run in runs {
        match run {
            Run::Plain(text) => lines.add(Style::Plain, text),
            Run::Strong(text) => lines.add(Style::Strong, text),
            Run::Emphasis(text) => lines.add(Style::Emphasis, text),
            Run::Break => lines.end(),
        }
    }
    lines.end();
    lines.done
}

struct Lines {
    done: Vec<Vec<Piece>>,
    current: Vec<Piece>,
}

impl Lines {
    fn add(&mut self, style: Style, text: &str) {
        let mut first = true;
        for line in visible(text).split('\n') {
            if !first {
                self.end();
            }
            first = false;
            match self.current.last_mut() {
                Some(last) if last.style == style => last.text.push_str(line),
                _ if line.is_empty() => {}
                _ => self.current.push(Piece { style, text: line.to_owned() }),
            }
        }
    }

    fn end(&mut self) {
        self.done.push(std::mem::take(&mut self.current));
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, Style, lines};
    use crate::model::Run;

    fn piece(style: Style, text: &str) -> Piece {
        Piece { style, text: text.to_owned() }
    }

    #[test]
    fn breaks_and_newlines_end_a_line() {
        let runs = [Run::plain("a\nb"), Run::strong("\r\n"), Run::Break, Run::emphasis("c")];
        let expected = vec![
            vec![piece(Style::Plain, "a")],
            vec![piece(Style::Plain, "b")],
            vec![],
            vec![piece(Style::Emphasis, "c")],
        ];
        assert_eq!(lines(&runs), expected);
    }

    #[test]
    fn pieces_that_look_the_same_are_one() {
        let runs = [Run::plain(""), Run::strong("a"), Run::plain("\0"), Run::strong("b"), Run::plain("c")];
        let expected = vec![vec![piece(Style::Strong, "ab"), piece(Style::Plain, "c")]];
        assert_eq!(lines(&runs), expected);
    }

    #[test]
    fn nothing_is_one_empty_line() {
        assert_eq!(lines(&[]), [vec![]]);
    }
}
