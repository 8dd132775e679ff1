//! Rewrites HTML at the elements that selectors find. Markup is streamed and typed, so that no string surgery on it is needed.

use anyhow::{Result, anyhow};
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, rewrite_str};
use std::borrow::Cow;

/// What is done at the elements that a selector finds: `element!` and `text!` of lol_html make them.
pub(crate) type Handler<'h> = (Cow<'h, Selector>, ElementContentHandlers<'h>);

/// Rewrites a page.
///
/// # Errors
/// The HTML cannot be read, or a handler fails.
pub(crate) fn rewrite<'h>(page: &str, handlers: impl IntoIterator<Item = Handler<'h>>) -> Result<String> {
    let settings = handlers
        .into_iter()
        .fold(RewriteStrSettings::new(), RewriteStrSettings::append_element_content_handler);
    rewrite_str(page, settings).map_err(|error| anyhow!("{error}"))
}
