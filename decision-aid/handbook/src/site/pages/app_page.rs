//! A page that an app runs in: its style sheet and its early script, which the element of the app brings, go into the head, and
//! the body has a class. So the page is never painted before it looks as it will, and nothing pressed in it is lost.

use crate::site::rewrite::Handler;
use lol_html::element;
use lol_html::html_content::ContentType;
use regex::Regex;
use std::sync::LazyLock;

/// What the element of an app brings for the head, as mdBook writes it: a style sheet, and a script that is marked for it.
static FOR_THE_HEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"<link rel="stylesheet" href="[^"]+">|<script [^>]*data-head[^>]*></script>"#).ok()
});

/// What a page with an app in it needs; nothing for other pages.
pub(crate) fn handlers<'h>(page: &str) -> Vec<Handler<'h>> {
    let main = page.find("<main").map_or("", |start| &page[start..]);
    let found: String =
        FOR_THE_HEAD.iter().flat_map(|marks| marks.find_iter(main)).map(|found| found.as_str()).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let is_aid = main.contains("id=\"decision-aid\"");
    vec![
        element!("main link[rel=stylesheet], main script[data-head]", |moved| {
            moved.remove();
            Ok(())
        }),
        element!("head", move |head| {
            head.append(&found, ContentType::Html);
            Ok(())
        }),
        element!("body", move |body| {
            if is_aid {
                body.set_attribute("class", "aid-page")?;
            }
            Ok(())
        }),
    ]
}
