//! What the training is given of a book: everything that is taught, and where each part stands.

use crate::digest::digest;
use crate::settings::Settings;
use anyhow::Result;
use course::{Course, Pages};
use policy_compiler::{Compiled, Insert, Item, Page};

/// The course of a book; none where no page has an element for the training.
pub(crate) fn course(
    title: &str,
    settings: &Settings,
    compiled: &Compiled,
    pages: &[Page],
) -> Result<Option<Course>> {
    let page = |insert| page_with(compiled, pages, Item::Insert(insert));
    let pages = Pages {
        course: page(Insert::Course),
        knowledge_check: page(Insert::KnowledgeCheck),
        practice: page(Insert::Practice),
    };
    if pages == Pages::default() {
        return Ok(None);
    }
    let cases = compiled.scenarios.iter().filter(|scenario| scenario.practice.is_some()).cloned().collect();
    let mut course = Course {
        title: title.to_owned(),
        council: settings.council.clone(),
        policy: settings.policy.clone(),
        pass_mark: settings.pass_mark,
        training: compiled.training.clone(),
        cases,
        pages,
        ..Course::default()
    };
    // An edition is what is taught: with another word in it, it is another.
    course.edition = digest(serde_json::to_vec(&(&course.training, &course.cases))?, 4);
    Ok(Some(course))
}

fn page_with(compiled: &Compiled, pages: &[Page], item: Item) -> Option<String> {
    let found = compiled.pages.iter().position(|items| items.blocks.iter().any(|block| block.item == item));
    found.map(|number| pages[number].url.clone())
}
