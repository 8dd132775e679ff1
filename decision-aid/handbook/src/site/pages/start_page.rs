//! The start page: each of its sections is a way into the handbook, and they stand beside each other where there is room.

use crate::site::rewrite::Handler;
use lol_html::element;
use lol_html::html_content::ContentType;
use std::cell::Cell;
use std::rc::Rc;

/// What puts the sections of the start page into elements, and all of them into one. Other pages stay as they are.
pub(crate) fn handlers<'h>() -> [Handler<'h>; 2] {
    let sections = Rc::new(Cell::new(0_usize));
    let before = Rc::clone(&sections);
    [
        element!("main.start > h2", move |heading| {
            let start =
                if before.replace(before.get() + 1) == 0 { "<div class=\"ways\">" } else { "</section>" };
            heading.before(&format!("{start}<section class=\"way\">"), ContentType::Html);
            Ok(())
        }),
        element!("main.start > nav.pages", move |pages| {
            if sections.get() > 0 {
                pages.before("</section></div>", ContentType::Html);
            }
            Ok(())
        }),
    ]
}

#[cfg(test)]
mod tests {
    use super::handlers;
    use crate::site::rewrite::rewrite;

    #[test]
    fn each_section_stands_in_an_element() {
        let page = "<main class=\"start\"><h1>T</h1><h2>A</h2><p>a</p><h2>B</h2><p>b</p><nav class=\"pages\"></nav></main>";
        let expected = "<main class=\"start\"><h1>T</h1><div class=\"ways\"><section class=\"way\"><h2>A</h2><p>a</p></section>\
                        <section class=\"way\"><h2>B</h2><p>b</p></section></div><nav class=\"pages\"></nav></main>";
        assert_eq!(rewrite(page, handlers()).unwrap(), expected);
    }

    #[test]
    fn a_page_without_sections_and_other_pages_stay_as_they_are() {
        for page in [
            "<main class=\"start\"><h1>T</h1><nav class=\"pages\"></nav></main>",
            "<main><h1>T</h1><h2>A</h2><nav class=\"pages\"></nav></main>",
        ] {
            assert_eq!(rewrite(page, handlers()).unwrap(), page);
        }
    }
}
