//! `SUMMARY.md` as mdBook will read it, with the place of everything in it that mdBook cannot read.

use super::faults::Faults;
use super::folder::{BookFolder, Unreadable};
use mdbook_summary::parse_summary;
use pulldown_cmark::{Event, Parser, Tag};
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

/// The name of the file, in the folder of the pages.
const FILE: &str = "SUMMARY.md";

/// A page that it names.
struct Entry {
    /// The path to the page, as mdBook reads it.
    path: PathBuf,
    span: Range<usize>,
}

/// Notes everything that keeps mdBook from reading the pages that `SUMMARY.md` names, whose folder is `src`.
pub(crate) fn refuse(folder: &BookFolder, src: &Path, faults: &mut Faults) {
    let path = src.join(FILE);
    let name = folder.name(&folder.root().join(&path));
    let text = match folder.read(&path) {
        Ok(text) => text,
        Err(unreadable) => return refuse_file(&name, &unreadable, faults),
    };
    let file = faults.file(&name, &text);
    let entries = entries(&text);
    let mut known = BTreeSet::new();
    let mut duplicates = false;
    for Entry { path, span } in &entries {
        if let Some(wrong) = wrong_path(path) {
            faults.add(file, span.clone(), wrong);
        } else if known.insert(path) {
            refuse_page(folder, &src.join(path), (file, span), faults);
        } else {
            duplicates = true;
            let message = format!("the page `{}` is named twice", path.display());
            faults.add(file, span.clone(), (message, "take one of the two lines away".to_owned()));
        }
    }
    if let (Err(error), false) = (parse_summary(&text), duplicates) {
        refuse_form(&text, file, &error, faults);
    }
}

/// Notes a file that cannot be read, which nothing names.
pub(crate) fn refuse_file(name: &str, unreadable: &Unreadable, faults: &mut Faults) {
    let (text, at) = match unreadable {
        Unreadable::NotUtf8 { text, at } => (text.as_str(), *at),
        _ => ("", 0),
    };
    let file = faults.file(name, text);
    faults.add(file, at..at, unreadable.said(name));
}

/// Notes a page that cannot be read: where it is named, unless a place in its own text says more.
fn refuse_page(folder: &BookFolder, page: &Path, (file, span): (usize, &Range<usize>), faults: &mut Faults) {
    let name = folder.name(&folder.root().join(page));
    match folder.read(page) {
        Ok(_) => {}
        Err(unreadable @ Unreadable::NotUtf8 { .. }) => refuse_file(&name, &unreadable, faults),
        Err(unreadable) => faults.add(file, span.clone(), unreadable.said(&name)),
    }
}

/// The links, in order. A chapter without a page is none.
fn entries(text: &str) -> Vec<Entry> {
    let events = Parser::new(text).into_offset_iter();
    events
        .filter_map(|(event, span)| match event {
            Event::Start(Tag::Link { dest_url, .. }) if !dest_url.is_empty() => {
                Some(Entry { path: PathBuf::from(dest_url.replace("%20", " ")), span })
            }
            _ => None,
        })
        .collect()
}

/// What is wrong with the path to a page, whatever stands there: a page's path is also its address on the site.
fn wrong_path(path: &Path) -> Option<(String, String)> {
    let plain = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    (!plain).then(|| {
        (
            format!("the path `{}` leads out of the folder of the pages", path.display()),
            "put the page into that folder, and name it by its path from there, without `..`".to_owned(),
        )
    })
}

/// Notes where the list of pages has a form that mdBook cannot read.
fn refuse_form(text: &str, file: usize, error: &anyhow::Error, faults: &mut Faults) {
    const FORM: &str = "write every page as `- [Name](page.md)`, nested by two blanks, and pages without a number before or after the list";
    let (span, message) = match item_without_page(text) {
        Some(span) => (span, "this line of the list names no page".to_owned()),
        None => (0..0, format!("mdBook cannot read this list of pages: {}", error.root_cause())),
    };
    faults.add(file, span, (message, FORM.to_owned()));
}

/// The first item of a list that does not begin with a link.
fn item_without_page(text: &str) -> Option<Range<usize>> {
    let mut item = None;
    for (event, span) in Parser::new(text).into_offset_iter() {
        match (event, item.take()) {
            (Event::Start(Tag::Item), None) => item = Some(first_line(text, span)),
            (Event::Start(Tag::Paragraph), open) => item = open,
            (Event::Start(Tag::Link { .. }), _) | (_, None) => {}
            (_, Some(span)) => return Some(span),
        }
    }
    item
}

fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let length = text[span.clone()].lines().next().map_or(0, |line| line.trim_end().len());
    span.start..span.start + length
}
