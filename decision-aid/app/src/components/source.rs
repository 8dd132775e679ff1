//! Where a line comes from: its clauses as links, and on whose authority it stands.

use crate::element::Attribute::Href;
use crate::element::{Element, tag};
use crate::view::View;
use policy::Source;

/// The source of a line.
#[inline(never)]
pub(crate) fn source_line(view: &View<'_>, source: &Source) -> Element {
    let mut line = tag("span").class("source").text(&source.before_numbers());
    let mut between = "";
    for clause in &source.clauses {
        let clause = &view.policy()[*clause];
        let href = [view.root, &clause.page, "#", &clause.id].concat();
        let link = tag("a").class("clause-link").attr(Href, &href).text(&clause.number);
        line = line.text(between).child(link);
        between = ", ";
    }
    line
}
