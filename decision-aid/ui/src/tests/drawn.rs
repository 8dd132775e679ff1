//! One of every component, and how it is drawn and looked at.

use crate::{
    Button, Checkbox, Checkboxes, Choice, Dialog, Disclosure, ErrorLink, ErrorSummary, Field, FieldKind,
    Paper, QuestionRow, SourceLine, SourceLineProps, Status, SubmitButton, changing,
};
use document::{Block, Document, Level, Run, Table};
use policy::{Basis, Clause, Force, Policy, Ref, Source};
use scraper::{ElementRef, Html as Page, Selector};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, LocalServerRenderer, Properties, component, html};

#[derive(Properties, PartialEq)]
struct DrawnProps {
    content: Html,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.content.clone()
}

/// The HTML that the build would put into a page; `hydratable` as for an app that takes it over.
pub(super) fn html_of(content: Html, hydratable: bool) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let renderer = LocalServerRenderer::<Drawn>::with_props(DrawnProps { content }).hydratable(hydratable);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

pub(super) fn draw(content: Html) -> Page {
    Page::parse_fragment(&html_of(content, false))
}

pub(super) fn all<'p>(page: &'p Page, selector: &str) -> Vec<ElementRef<'p>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// The one element that a selector finds.
pub(super) fn one<'p>(page: &'p Page, selector: &str) -> ElementRef<'p> {
    let found = all(page, selector);
    assert_eq!(found.len(), 1, "{selector} in {}", page.html());
    found[0]
}

pub(super) fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// What an element is described by: the texts of the elements that `aria-describedby` names.
pub(super) fn descriptions(page: &Page, element: ElementRef<'_>) -> Vec<String> {
    let ids = element.attr("aria-describedby").unwrap_or_default();
    ids.split_whitespace().map(|id| text(one(page, &format!("[id='{id}']")))).collect()
}

pub(super) fn choices() -> Vec<Choice> {
    vec![Choice::new("yes", "Yes"), Choice::new("no", "No"), Choice::new("not-sure", "Not sure")]
}

pub(super) fn ignored<T>() -> Callback<T> {
    Callback::noop()
}

pub(super) fn field(kind: FieldKind, hint: Option<AttrValue>, error: Option<AttrValue>) -> Html {
    html! {
        <Field {kind} id="last-day" label="Last day" optional={error.is_none()} {hint} {error} value="no" on_input={ignored()} />
    }
}

pub(super) fn row(chosen: Option<AttrValue>, hint: Option<AttrValue>, error: Option<AttrValue>) -> Html {
    html! {
        <QuestionRow id="danger" legend="Is anybody in danger?" {hint} {error} answers={choices()} {chosen} on_choose={ignored()}>
            <p>{ "What follows" }</p>
        </QuestionRow>
    }
}

pub(super) fn boxes(error: Option<AttrValue>) -> Html {
    let choices = vec![
        Checkbox { opens: field(FieldKind::Lines(2), None, None), ..Checkbox::new("mail", "By mail", true) },
        Checkbox { note: Some("By phone, too".into()), ..Checkbox::new("calls", "By calls", false) },
        Checkbox::new("none", "None of these", false),
    ];
    html! { <Checkboxes id="contacts" legend="How?" hint="All that apply" {error} {choices} on_toggle={ignored()} /> }
}

pub(super) fn source() -> Html {
    let clause = |number: &str| Clause {
        id: format!("warn.{number}"),
        number: number.to_owned(),
        force: Force::Must,
        codes: Vec::new(),
        page: "policy/warn.html".to_owned(),
        text: String::new(),
    };
    let policy = Policy { clauses: vec![clause("3.1"), clause("3.2")], ..Policy::default() };
    let source = Source { clauses: vec![Ref::new(0), Ref::new(1)], basis: Basis::Policy, statute: None };
    html! { <SourceLine ..SourceLineProps::new(&policy, &source, "../") /> }
}

pub(super) fn document() -> Rc<Document> {
    let runs = |text: &str| {
        vec![Run::plain(text), Run::strong(text), Run::Break, Run::emphasis("e"), Run::plain(text)]
    };
    let blocks = vec![
        Block::Heading(Level::One, runs("one")),
        Block::Heading(Level::Two, runs("two")),
        Block::Paragraph(vec![Run::plain("first\nsecond \u{202e}third")]),
        Block::Bullets(vec![runs("a"), runs("a")]),
        Block::Numbers(vec![runs("b")]),
        Block::PageBreak,
        Block::Table(Table { header: vec![runs("h")], rows: vec![vec![runs("c")]], widths: Vec::new() }),
    ];
    Rc::new(Document { title: "Decision <record>".to_owned(), language: "en-GB".to_owned(), blocks })
}

/// One of everything, under a name.
pub(super) fn everything() -> Vec<(&'static str, Html)> {
    let links = vec![
        ErrorLink { id: "danger".into(), words: "Say whether".into() },
        ErrorLink { id: "last-day".into(), words: "Give a day".into() },
    ];
    let kinds = [
        FieldKind::Text,
        FieldKind::Lines(3),
        FieldKind::Date,
        FieldKind::Number,
        FieldKind::Select("Choose".into(), choices()),
    ];
    let fields: Html =
        kinds.into_iter().map(|kind| field(kind, Some("Six months".into()), Some("Wrong".into()))).collect();
    vec![
        ("changing", changing("Saved 16:52")),
        ("button", html! { <Button on_click={ignored()} about="Your name">{ "Change" }</Button> }),
        ("submit", html! { <form><SubmitButton>{ "Continue" }</SubmitButton></form> }),
        ("row", row(Some("no".into()), Some("Today".into()), Some("Choose one".into()))),
        ("boxes", boxes(Some("Tick one".into()))),
        ("fields", fields),
        ("errors", html! { <ErrorSummary title="Two things" errors={links} on_go={ignored()} /> }),
        ("details", html! { <Disclosure summary="Why" class="why" open=true><p>{ "So" }</p></Disclosure> }),
        ("source", source()),
        ("status", html! { <Status class="said" words="Saved" /> }),
        ("silent status", html! { <Status words="" /> }),
        ("dialog", html! { <Dialog id="clear" title="Clear?"><p>{ "All of it" }</p></Dialog> }),
        ("paper", html! { <Paper document={document()} /> }),
    ]
}
