//! What is wrong with a page, where, and what to do about it.

use crate::Page;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;

/// A stretch of a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The page, by its number among those compiled.
    pub page: usize,
    /// The bytes of its text.
    pub span: (usize, usize),
}

impl Place {
    /// A place on a page.
    pub fn new(page: usize, span: Range<usize>) -> Self {
        Self { page, span: (span.start, span.end) }
    }
}

/// The line and column of a byte, counted in characters from 1.
pub(crate) fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..byte.min(text.len())];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// Where.
    pub place: Place,
    /// The likely fix.
    pub help: Option<String>,
    /// Another place that has to do with it, and what it is.
    pub other: Option<(Place, String)>,
}

impl Diagnostic {
    /// Something wrong at a place.
    pub fn new(place: Place, message: impl Into<String>) -> Self {
        Self { message: message.into(), place, help: None, other: None }
    }

    /// Adds the likely fix.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds the likely fix, where there is one.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// Adds another place that has to do with it.
    #[must_use]
    pub fn other(mut self, place: Place, what: impl Into<String>) -> Self {
        self.other = Some((place, what.into()));
        self
    }
}

/// Everything that is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Notes one more.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Passes a result on, and notes what went wrong.
    pub(crate) fn note<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|diagnostic| self.push(diagnostic)).ok()
    }

    /// Notes all of another list, after those here.
    pub fn append(&mut self, mut more: Self) {
        self.found.append(&mut more.found);
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// What is wrong, one by one.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Diagnostic> {
        self.found.iter()
    }

    /// The same, in the order of the pages.
    #[must_use]
    pub(crate) fn in_page_order(mut self) -> Self {
        self.found.sort_by(|left, right| left.place.cmp(&right.place));
        self
    }

    /// One line for each: `file:line:column: message (help)`, with the other place before the help.
    pub fn lines(&self, pages: &[Page]) -> Vec<String> {
        let at = |place: &Place| {
            let location = pages[place.page].locate(place.span.0..place.span.1);
            let (line, column) = line_and_column(location.text, location.span.start);
            format!("{}:{line}:{column}", location.file)
        };
        let line = |Diagnostic { message, place, help, other }: &Diagnostic| {
            let other = other.as_ref().map(|(place, what)| format!("; {what}: {}", at(place)));
            let help = help.as_ref().map(|help| format!(" ({help})"));
            format!("{}: {message}{}{}", at(place), other.unwrap_or_default(), help.unwrap_or_default())
        };
        self.found.iter().map(line).collect()
    }

    /// All of it as a report for people, with the lines concerned.
    pub fn report(&self, pages: &[Page], colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let one = |diagnostic: &Diagnostic| {
            let mut group = Level::ERROR.primary_title(diagnostic.message.as_str()).element(snippet(
                pages,
                &diagnostic.place,
                AnnotationKind::Primary,
                None,
            ));
            if let Some((place, what)) = &diagnostic.other {
                group = group.element(snippet(pages, place, AnnotationKind::Context, Some(what)));
            }
            let mut report: Vec<Group<'_>> = vec![group];
            if let Some(help) = &diagnostic.help {
                report.push(Group::with_title(Level::HELP.secondary_title(help.as_str())));
            }
            renderer.render(&report)
        };
        self.found.iter().map(one).collect::<Vec<_>>().join("\n\n")
    }
}

fn snippet<'a>(
    pages: &'a [Page],
    place: &Place,
    kind: AnnotationKind,
    label: Option<&'a String>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let location = pages[place.page].locate(place.span.0..place.span.1);
    let mut annotation = kind.span(location.span);
    if let Some(label) = label {
        annotation = annotation.label(label.as_str());
    }
    Snippet::source(location.text).path(location.file).annotation(annotation)
}
