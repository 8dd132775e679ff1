//! Expands what pages include, and the settings that they name, in place of mdBook's `links` preprocessor: with the source of
//! every stretch of text, and with an error where mdBook only writes a line to its log.

mod directive;
mod except;
mod lines;
mod setting;

use super::faults::Faults;
use super::folder::{BookFolder, LARGEST, Unreadable};
use super::summary::refuse_file;
use crate::settings::contact_details::{ContactDetail, ContactDetails};
use anyhow::Result;
use directive::{Directive, Part, directives};
use mdbook_core::book::{Book, BookItem, Chapter};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use policy_compiler::{MappedText, SourceFile};
use setting::Position;
use std::cell::{LazyCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// How deep files may include each other, as in mdBook.
const DEEPEST: usize = 10;
/// How many files one page may include, counting those that they include in turn.
const MOST: usize = 10_000;

/// What came of the pages.
#[derive(Debug, Default)]
pub(crate) struct Expanded {
    /// The text of each page with what it includes, by its file in the folder of the pages.
    pub(crate) texts: BTreeMap<PathBuf, MappedText>,
    /// The contact details that pages show.
    pub(crate) shown: BTreeSet<ContactDetail>,
}

/// The preprocessor. It leaves the texts with their sources behind for the compiler.
pub(crate) struct Includes {
    folder: BookFolder,
    /// What markers name; nothing where the settings cannot be read, which is reported elsewhere.
    details: ContactDetails,
    readers: Readers,
    expanded: Rc<RefCell<Expanded>>,
}

/// Whom the pages are read for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Readers {
    /// One audience; none for everybody.
    pub(crate) audience: Option<String>,
    /// All that there are.
    pub(crate) known: Vec<String>,
}

impl Includes {
    /// One for the book in a folder.
    pub(crate) fn new(
        folder: BookFolder,
        details: ContactDetails,
        readers: Readers,
        expanded: Rc<RefCell<Expanded>>,
    ) -> Self {
        Self { folder, details, readers, expanded }
    }

    fn expand(
        &self,
        chapter: &Chapter,
        src: &Path,
        faults: &mut Faults,
    ) -> Option<(MappedText, Option<String>)> {
        let relative = src.join(chapter.source_path.as_ref()?);
        let name = self.folder.name(&self.folder.root().join(&relative));
        let Readers { audience, known } = &self.readers;
        let (text, wrong) = except::without_excepted(&chapter.content, audience.as_deref(), known);
        for (span, wrong) in wrong {
            let file = faults.file(&name, &chapter.content);
            faults.add(file, span, wrong);
        }
        let text = MappedText::of(&Arc::new(SourceFile { name, text }));
        let Self { folder: book, details, .. } = self;
        let mut expansion = Expansion {
            folder: book,
            details,
            shown: BTreeSet::new(),
            faults,
            title: None,
            open: Vec::new(),
            count: 0,
            size: 0,
        };
        expansion.open.push((self.folder.resolve(&relative).ok()?, String::new()));
        let folder = relative.parent().unwrap_or(src);
        let expanded = expansion.expand(&text, folder);
        self.expanded.borrow_mut().shown.append(&mut expansion.shown);
        Some((expanded, expansion.title))
    }
}

impl Preprocessor for Includes {
    fn name(&self) -> &str {
        "links"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let mut faults = Faults::default();
        book.for_each_mut(|item| {
            let BookItem::Chapter(chapter) = item else { return };
            let Some((text, title)) = self.expand(chapter, &context.config.book.src, &mut faults) else {
                return;
            };
            chapter.content = text.text().to_owned();
            if let Some((title, path)) =
                title.zip(chapter.path.clone()).filter(|(title, _)| *title != chapter.name)
            {
                context.chapter_titles.borrow_mut().insert(path, title);
            }
            self.expanded.borrow_mut().texts.extend(chapter.source_path.clone().map(|path| (path, text)));
        });
        faults.refuse()?;
        Ok(book)
    }
}

/// The expansion of one page.
struct Expansion<'a> {
    folder: &'a BookFolder,
    details: &'a ContactDetails,
    shown: BTreeSet<ContactDetail>,
    faults: &'a mut Faults,
    title: Option<String>,
    /// The files that are being included, and which part of each, from the page on.
    open: Vec<(PathBuf, String)>,
    count: usize,
    /// How many bytes were included.
    size: u64,
}

impl Expansion<'_> {
    /// A text with everything that its directives ask for, by their path from a folder.
    fn expand(&mut self, text: &MappedText, folder: &Path) -> MappedText {
        let mut expanded = MappedText::default();
        let mut done = 0;
        let code = LazyCell::new(|| setting::code(text.text()));
        for (span, directive) in directives(text.text()) {
            expanded.push_part(text, done..span.start);
            done = span.end;
            match directive {
                Directive::Escaped => expanded.push_part(text, span.start + 1..span.end),
                Directive::Title(title) => self.title = Some(title.to_owned()),
                Directive::Setting(setting) => {
                    let position = Position { text: text.text(), span: span.clone(), code: &code };
                    self.shown.extend(ContactDetail::named(setting.name));
                    match setting.value(self.details, &position) {
                        Ok(value) => expanded.push_made_for(&value, text, span.start),
                        Err(wrong) => self.refuse(text, span, wrong),
                    }
                }
                Directive::Misspelt(name) => self.refuse(text, span, misspelt(name)),
                Directive::Include(path, _)
                | Directive::RustdocInclude(path, _)
                | Directive::Playground(path, _) => {
                    let relative = normal(&folder.join(path));
                    if let Some(included) = self.include(text, span, &directive, &relative) {
                        let whole = 0..included.text().len();
                        expanded.push_part(&included, whole);
                    }
                }
            }
        }
        expanded.push_part(text, done..text.text().len());
        expanded
    }

    /// What a directive includes, itself expanded.
    fn include(
        &mut self,
        text: &MappedText,
        span: Range<usize>,
        directive: &Directive<'_>,
        relative: &Path,
    ) -> Option<MappedText> {
        let file = self.read(text, span.clone(), relative)?;
        let resolved = self.folder.resolve(relative).ok()?;
        self.count += 1;
        let key = (resolved, part_of(directive));
        if self.open.contains(&key) || self.open.len() > DEEPEST || self.count > MOST {
            self.refuse(text, span, endless(&file.name));
            return None;
        }
        let Some(part) = asked_for(directive, &file) else {
            let message = format!("`{}` has no anchor `{}`", file.name, part_of(directive));
            let help = "write `ANCHOR: ` and its name in a line above what is meant, and `ANCHOR_END: ` and the name below";
            self.refuse(text, span, (message, help.to_owned()));
            return None;
        };
        self.size += part.text().len() as u64;
        if self.size > LARGEST {
            let message = format!("this page has more than {LARGEST} bytes with what it includes");
            self.refuse(text, span, (message, "make several pages of it".to_owned()));
            return None;
        }
        self.open.push(key);
        let expanded = self.expand(&part, relative.parent().unwrap_or(Path::new("")));
        self.open.pop();
        Some(expanded)
    }

    fn read(&mut self, text: &MappedText, span: Range<usize>, relative: &Path) -> Option<Arc<SourceFile>> {
        let name = self.folder.name(&self.folder.root().join(relative));
        match self.folder.read_unmarked(relative) {
            Ok(text) => Some(Arc::new(SourceFile { name, text })),
            Err(unreadable @ (Unreadable::NotUtf8 { .. } | Unreadable::ByteOrderMark)) => {
                refuse_file(&name, &unreadable, self.faults);
                None
            }
            Err(unreadable) => {
                self.refuse(text, span, unreadable.said(&name));
                None
            }
        }
    }

    fn refuse(&mut self, text: &MappedText, span: Range<usize>, wrong: (String, String)) {
        if let Some(location) = text.locate(span) {
            let file = self.faults.file(location.file, location.text);
            self.faults.add(file, location.span, wrong);
        }
    }
}

fn misspelt(name: &str) -> (String, String) {
    let help = "write `{{#setting ` and the name of the setting, such as `{{#setting phone}}`";
    (format!("nothing is known by the name `#{name}`"), help.to_owned())
}

fn endless(name: &str) -> (String, String) {
    (
        format!("`{name}` is included by itself, or by more files than {DEEPEST} one in the other"),
        "take one of the includes away".to_owned(),
    )
}

/// What tells the parts of one file apart.
fn part_of(directive: &Directive<'_>) -> String {
    match directive {
        Directive::Include(_, Part::Anchor(name)) | Directive::RustdocInclude(_, Part::Anchor(name)) => {
            (*name).to_owned()
        }
        Directive::Include(_, Part::Lines(lines)) if *lines != (0..usize::MAX) => format!("{lines:?}"),
        _ => String::new(),
    }
}

/// The text that a directive asks for of a file; nothing where the file has no such part.
fn asked_for(directive: &Directive<'_>, file: &Arc<SourceFile>) -> Option<MappedText> {
    match directive {
        Directive::Include(_, part) => lines::only(file, part),
        Directive::RustdocInclude(_, part) => lines::hiding_others(file, part),
        Directive::Playground(_, attributes) => Some(playground(file, attributes)),
        Directive::Escaped | Directive::Title(_) | Directive::Setting(_) | Directive::Misspelt(_) => {
            Some(MappedText::default())
        }
    }
}

fn playground(file: &Arc<SourceFile>, attributes: &[&str]) -> MappedText {
    let comma = if attributes.is_empty() { "" } else { "," };
    let mut text = MappedText::default();
    text.push_made(&format!("```rust{comma}{}\n", attributes.join(",")), file, 0);
    text.push(file, 0..file.text.len());
    let end = if file.text.ends_with('\n') { "```\n" } else { "\n```\n" };
    text.push_made(end, file, file.text.len());
    text
}

/// A relative path without `..` wherever it can do without: a folder need not be there for it.
pub(super) fn normal(relative: &Path) -> PathBuf {
    use std::path::Component;
    relative.components().fold(PathBuf::new(), |mut normal, part| {
        let down = matches!(normal.components().next_back(), Some(Component::Normal(_)));
        match part {
            Component::CurDir => {}
            Component::ParentDir if down => drop(normal.pop()),
            part => normal.push(part),
        }
        normal
    })
}
