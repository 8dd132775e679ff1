//! What mdBook's own HTML lacks or has too much of, mended on the finished page. With an upgrade of mdBook, look here first.

use crate::site::rewrite::Handler;
use lol_html::element;
use std::cell::Cell;

/// What is mended, for one page.
pub(crate) fn mended<'h>() -> Vec<Handler<'h>> {
    let tables = Cell::new(0);
    vec![
        // mdBook wraps headings whole in links to themselves; a heading is for reading.
        element!("h1 > a.header, h2 > a.header, h3 > a.header, h4 > a.header, dt > a.header", |link| {
            link.remove_and_keep_content();
            Ok(())
        }),
        // mdBook aligns table cells with style attributes, which a strict content policy blocks.
        element!("td[style], th[style]", |cell| {
            let style = cell.get_attribute("style").unwrap_or_default();
            cell.remove_attribute("style");
            let alignment =
                style.rsplit(':').next().unwrap_or_default().trim().trim_end_matches(';').to_owned();
            Ok(cell.set_attribute("class", &format!("align-{alignment}"))?)
        }),
        // mdBook wraps a picture in a box to tick, which shows a larger copy of it by style alone. The picture is enough.
        element!("label.checkbox-label", |label| {
            label.remove_and_keep_content();
            Ok(())
        }),
        element!("input.checkbox-img, span.img-wrapper", |copy| {
            copy.remove();
            Ok(())
        }),
        // The box of a task list has no label: the words beside it say what, not whether.
        element!("li input[type=checkbox][disabled]", |tick| {
            let done = if tick.has_attribute("checked") { "Done" } else { "To do" };
            Ok(tick.set_attribute("aria-label", done)?)
        }),
        // A table wider than the screen scrolls in its own frame, which the keyboard must reach too.
        element!("div.table-wrapper", move |frame| {
            frame.set_attribute("tabindex", "0")?;
            tables.set(tables.get() + 1);
            frame.set_attribute("role", "group")?;
            Ok(frame.set_attribute("aria-label", &format!("Table {}", tables.get()))?)
        }),
    ]
}
