//! A page that an app runs in: its style sheet, which the element of the app brings, goes into the head, and the body has a class.
//! So the page is never painted before it looks as it will.

use crate::site::rewrite::Handler;
use lol_html::element;
use lol_html::html_content::ContentType;
use regex::Regex;
use std::sync::LazyLock;

/// A style sheet as the markup writes it.
static STYLE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"<link rel="stylesheet" href="[^"]+">"#).ok());

/// What a page with an app in it needs; nothing for other pages.
pub(crate) fn handlers<'h>(page: &str) -> Vec<Handler<'h>> {
    let main = page.find("<main").map_or("", |start| &page[start..]);
    let styles: String =
        STYLE.iter().flat_map(|style| style.find_iter(main)).map(|found| found.as_str()).collect();
    if styles.is_empty() {
        return Vec::new();
    }
    let is_aid = main.contains("id=\"decision-aid\"");
    vec![
        element!("main link[rel=stylesheet]", |link| {
            link.remove();
            Ok(())
        }),
        element!("head", move |head| {
            head.append(&styles, ContentType::Html);
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
