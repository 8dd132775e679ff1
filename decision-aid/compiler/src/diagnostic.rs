//! What is wrong with a page, where, and what to do about it.

mod lines;

use crate::{Page, invisible};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use lines::LineIndex;
use std::ops::Range;

/// How many errors a report for people shows with their lines. Who has mended those runs the check again.
const MOST_SHOWN: usize = 100;

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
        // A message may quote what stands on the page, and nobody can read what nobody sees.
        Self { message: invisible::shown(message.into()), place, help: None, other: None }
    }

    /// Adds the likely fix.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(invisible::shown(help.into()));
        self
    }

    /// Adds the likely fix, where there is one.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.map(invisible::shown);
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

    /// Whether something wrong was noted of a stretch of a page that a place lies in.
    pub(crate) fn is_noted(&self, place: &Place) -> bool {
        let around = |noted: &Place| {
            noted.page == place.page && noted.span.0 <= place.span.0 && place.span.1 <= noted.span.1
        };
        self.found.iter().any(|diagnostic| around(&diagnostic.place))
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
        let index = LineIndex::default();
        let at = |place: &Place| {
            let location = pages[place.page].locate(place.span.0..place.span.1);
            let (line, column) = index.of(location.text).line_and_column(location.span.start);
            format!("{}:{line}:{column}", location.file)
        };
        let line = |Diagnostic { message, place, help, other }: &Diagnostic| {
            let other = other.as_ref().map(|(place, what)| format!("; {what}: {}", at(place)));
            let help = help.as_ref().map(|help| format!(" ({help})"));
            format!("{}: {message}{}{}", at(place), other.unwrap_or_default(), help.unwrap_or_default())
        };
        self.found.iter().map(line).collect()
    }

    /// A report for people: the first hundred with the lines concerned, and how many more there are.
    pub fn report(&self, pages: &[Page], colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let index = LineIndex::default();
        let shown = self.found.iter().take(MOST_SHOWN);
        let mut parts: Vec<String> =
            shown.map(|diagnostic| renderer.render(&groups(diagnostic, pages, &index))).collect();
        if let more @ 1.. = self.found.len().saturating_sub(MOST_SHOWN) {
            parts.push(format!("and {more} more, which are shown once these are mended"));
        }
        parts.join("\n\n")
    }
}

/// What the report says of one error.
fn groups<'a>(diagnostic: &'a Diagnostic, pages: &'a [Page], index: &LineIndex<'a>) -> Vec<Group<'a>> {
    let Diagnostic { message, place, help, other } = diagnostic;
    let title = Level::ERROR.primary_title(message.as_str());
    let mut group = title.element(snippet(pages, index, place, AnnotationKind::Primary, None));
    if let Some((place, what)) = other {
        group = group.element(snippet(pages, index, place, AnnotationKind::Context, Some(what)));
    }
    let help = help.as_ref().map(|help| Group::with_title(Level::HELP.secondary_title(help.as_str())));
    [group].into_iter().chain(help).collect()
}

/// The lines of a page that a place is on, with the place marked. The renderer reads all that it is given, so it gets
/// no more than these.
fn snippet<'a>(
    pages: &'a [Page],
    index: &LineIndex<'a>,
    place: &Place,
    kind: AnnotationKind,
    label: Option<&'a String>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let location = pages[place.page].locate(place.span.0..place.span.1);
    let window = index.of(location.text).window(location.span);
    let mut annotation = kind.span(window.span);
    if let Some(label) = label {
        annotation = annotation.label(label.as_str());
    }
    Snippet::source(window.text).line_start(window.first_line).path(location.file).annotation(annotation)
}

#[cfg(test)]
mod tests;
