//! The HTML of a document's parts.

use super::Setting;
use crate::content::{Item, Line, Part, Run};
use maud::{Markup, html};

impl Setting<'_> {
    pub(super) fn parts(&self, parts: &[Part]) -> Markup {
        html! { @for part in parts { (self.part(part)) } }
    }

    fn part(&self, part: &Part) -> Markup {
        match part {
            Part::Heading { level, id, text } => heading(*level, id.as_deref(), text),
            Part::Paragraph(line) => html! { p { (self.line(line)) } },
            Part::Warning(line) => html! { p class="warning" { (self.line(line)) } },
            Part::List { items, .. } if items.is_empty() => html! {},
            Part::List { ordered: true, items } => html! { ol { (self.items(items)) } },
            Part::List { ordered: false, items } => html! { ul { (self.items(items)) } },
            Part::Boxes(labels) => html! {
                ul class="paper-answers" { @for label in labels { li { (label) } } }
            },
            Part::Blanks(names) => html! {
                ul class="paper-lines" { @for name in names { li { (name) } } }
            },
            Part::Details { summary, parts } => html! {
                details class="rule" {
                    summary { (summary) }
                    div class="rule-body condition" { (self.parts(parts)) }
                }
            },
            Part::Group { class, id, parts } => html! {
                div class=(class) id=[id.as_deref()] { (self.parts(parts)) }
            },
            Part::BuildInfo => self.build_info(),
        }
    }

    fn items(&self, items: &[Item]) -> Markup {
        html! { @for item in items { li id=[item.id.as_deref()] { (self.entry(item)) } } }
    }

    /// What stands in an entry of a list.
    pub(super) fn entry(&self, item: &Item) -> Markup {
        html! { (self.line(&item.line)) (self.parts(&item.below)) }
    }

    pub(super) fn line(&self, line: &Line) -> Markup {
        html! { @for run in &line.0 { (self.run(run)) } }
    }

    fn run(&self, run: &Run) -> Markup {
        match run {
            Run::Text(text) => html! { (text) },
            Run::Strong(text) => html! { strong { (text) } },
            Run::Quoted(text) => html! { q { (text) } },
            Run::Code(text) => html! { code { (text) } },
            Run::Block { kind, id, text } => self.link_to(kind, id, text),
            Run::Here { id, text } => html! { a href={ "#" (id) } { (text) } },
            Run::Clause(clause) => self.clause_link(*clause),
            Run::Source(source) => html! { " " (self.source(source)) },
        }
    }

    /// From what the site was built, and of when that is.
    fn build_info(&self) -> Markup {
        let Some(build_info) = self.site.build_info else { return html! {} };
        html! {
            p { "Built from revision " code { (build_info.revision) } ", of " time datetime=(build_info.date) { (build_info.date) } "." }
        }
    }
}

fn heading(level: u8, id: Option<&str>, text: &str) -> Markup {
    match level {
        2 => html! { h2 id=[id] { (text) } },
        3 => html! { h3 id=[id] { (text) } },
        _ => html! { h4 id=[id] { (text) } },
    }
}
