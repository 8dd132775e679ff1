//! What the components draw, without a browser.

use crate::{
    Button, ButtonKind, Checkbox, Checkboxes, Choice, ClauseLink, Dialog, Disclosure, ErrorLink,
    ErrorSummary, Field, FieldKind, Paper, QuestionRow, SourceLine, SourceLineProps, Status, SubmitButton,
    changing,
};
use document::{Block, Document, Level, Run, Table};
use policy::{Basis, Clause, Force, Policy, Ref, Source};
use scraper::{ElementRef, Html as Page, Node, Selector};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::virtual_dom::VNode;
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
fn html_of(content: Html, hydratable: bool) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let renderer = LocalServerRenderer::<Drawn>::with_props(DrawnProps { content }).hydratable(hydratable);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn draw(content: Html) -> Page {
    Page::parse_fragment(&html_of(content, false))
}

fn all<'p>(page: &'p Page, selector: &str) -> Vec<ElementRef<'p>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// The one element that a selector finds.
fn one<'p>(page: &'p Page, selector: &str) -> ElementRef<'p> {
    let found = all(page, selector);
    assert_eq!(found.len(), 1, "{selector} in {}", page.html());
    found[0]
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// What an element is described by: the texts of the elements that `aria-describedby` names.
fn descriptions(page: &Page, element: ElementRef<'_>) -> Vec<String> {
    let ids = element.attr("aria-describedby").unwrap_or_default();
    ids.split_whitespace().map(|id| text(one(page, &format!("[id='{id}']")))).collect()
}

fn choices() -> Vec<Choice> {
    vec![Choice::new("yes", "Yes"), Choice::new("no", "No"), Choice::new("not-sure", "Not sure")]
}

fn ignored<T>() -> Callback<T> {
    Callback::noop()
}

fn field(kind: FieldKind, hint: Option<AttrValue>, error: Option<AttrValue>) -> Html {
    html! {
        <Field {kind} id="last-day" label="Last day" optional={error.is_none()} {hint} {error} value="no" on_input={ignored()} />
    }
}

fn row(chosen: Option<AttrValue>, hint: Option<AttrValue>, error: Option<AttrValue>) -> Html {
    html! {
        <QuestionRow id="danger" legend="Is anybody in danger?" {hint} {error} answers={choices()} {chosen} on_choose={ignored()}>
            <p>{ "What follows" }</p>
        </QuestionRow>
    }
}

fn boxes(error: Option<AttrValue>) -> Html {
    let choices = vec![
        Checkbox { opens: field(FieldKind::Lines(2), None, None), ..Checkbox::new("mail", "By mail", true) },
        Checkbox { note: Some("By phone, too".into()), ..Checkbox::new("calls", "By calls", false) },
        Checkbox::new("none", "None of these", false),
    ];
    html! { <Checkboxes id="contacts" legend="How?" hint="All that apply" {error} {choices} on_toggle={ignored()} /> }
}

fn source() -> Html {
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

fn document() -> Rc<Document> {
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
fn everything() -> Vec<(&'static str, Html)> {
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

#[test]
fn a_field_is_tied_to_its_label_hint_and_error() {
    let select = || FieldKind::Select("Choose".into(), choices());
    for (kind, selector) in [
        (FieldKind::Text, "input[type=text]:not([inputmode])"),
        (FieldKind::Lines(4), "textarea[rows='4']"),
        (FieldKind::Date, "input[type=date]"),
        (FieldKind::Number, "input[type=text][inputmode=numeric]"),
        (select(), "select"),
    ] {
        for (hint, error, described) in [
            (None, None, vec![]),
            (Some("Six months"), None, vec!["Six months"]),
            (None, Some("Not a day"), vec!["Error: Not a day"]),
            (Some("Six months"), Some("Not a day"), vec!["Six months", "Error: Not a day"]),
        ] {
            let page = draw(field(kind.clone(), hint.map(AttrValue::from), error.map(AttrValue::from)));
            let control = one(&page, &format!("{selector}.input#last-day"));
            let optional = if error.is_none() { " (optional)" } else { "" };
            assert_eq!(text(one(&page, "label[for=last-day]")), format!("Last day{optional}"));
            assert_eq!(descriptions(&page, control), described);
            assert_eq!(control.attr("aria-invalid"), error.map(|_| "true"));
            assert_eq!(all(&page, ".field-wrong").len(), usize::from(error.is_some()));
        }
    }
}

#[test]
fn nothing_that_is_typed_goes_to_a_spell_checker_or_comes_from_elsewhere() {
    for kind in [FieldKind::Text, FieldKind::Lines(4), FieldKind::Date, FieldKind::Number] {
        let page = draw(field(kind, None, None));
        let control = one(&page, ".input");
        assert_eq!((control.attr("spellcheck"), control.attr("autocomplete")), (Some("false"), Some("off")));
    }
    let page = draw(html! {
        <Field kind={FieldKind::Text} id="name" label="Your name" autocomplete="name" value="" on_input={ignored()} />
    });
    assert_eq!(one(&page, ".input").attr("autocomplete"), Some("name"));
}

#[test]
fn a_field_shows_its_value() {
    for kind in [FieldKind::Text, FieldKind::Date, FieldKind::Number] {
        assert_eq!(one(&draw(field(kind, None, None)), "input").attr("value"), Some("no"));
    }
    assert_eq!(text(one(&draw(field(FieldKind::Lines(2), None, None)), "textarea")), "no");
    let page = draw(field(FieldKind::Select("Choose".into(), choices()), None, None));
    let offered: Vec<_> =
        all(&page, "option").into_iter().map(|option| (option.attr("value"), text(option))).collect();
    let expected = [("", "Choose"), ("yes", "Yes"), ("no", "No"), ("not-sure", "Not sure")];
    assert_eq!(offered, expected.map(|(value, words)| (Some(value), words.to_owned())));
    assert_eq!(one(&page, "option[selected]").attr("value"), Some("no"));
}

#[test]
fn a_row_is_a_group_with_its_question_hint_and_error() {
    for (hint, error, described) in [
        (None, None, vec![]),
        (Some("Today"), None, vec!["Today"]),
        (None, Some("Choose one"), vec!["Error: Choose one"]),
        (Some("Today"), Some("Choose one"), vec!["Today", "Error: Choose one"]),
    ] {
        let page = draw(row(None, hint.map(AttrValue::from), error.map(AttrValue::from)));
        let group = one(&page, "fieldset.row[role=radiogroup]#danger[data-question=danger]");
        assert_eq!(text(one(&page, "#danger > legend")), "Is anybody in danger?");
        assert_eq!(descriptions(&page, group), described);
        assert_eq!(group.attr("aria-invalid"), error.map(|_| "true"));
        assert_eq!(text(one(&page, "#danger > .answers ~ p")), "What follows");
    }
}

#[test]
fn of_a_row_at_most_one_answer_is_chosen() {
    for chosen in [None, Some("yes"), Some("not-sure"), Some("unknown")] {
        let page = draw(row(chosen.map(AttrValue::from), None, None));
        let radios = all(&page, "label.answer > input[type=radio][name=danger]");
        let ids: Vec<_> = radios.iter().filter_map(|radio| radio.attr("id")).collect();
        assert_eq!(ids, ["danger-yes", "danger-no", "danger-not-sure"]);
        let checked = radios.iter().filter(|radio| radio.attr("checked").is_some());
        let checked: Vec<_> = checked.filter_map(|radio| radio.attr("value")).collect();
        assert_eq!(checked, chosen.filter(|value| *value != "unknown").into_iter().collect::<Vec<_>>());
        let names: Vec<_> = all(&page, "label.answer").into_iter().map(text).collect();
        assert_eq!(names, ["Yes", "No", "Not sure"]);
    }
}

#[test]
fn a_box_has_its_state_its_note_and_what_it_opens() {
    for error in [None, Some(AttrValue::from("Tick one"))] {
        let page = draw(boxes(error.clone()));
        let mut described = vec!["All that apply".to_owned()];
        described.extend(error.as_ref().map(|error| format!("Error: {error}")));
        assert_eq!(descriptions(&page, one(&page, "fieldset#contacts[data-question=contacts]")), described);
        let found = all(&page, "input[type=checkbox][name=contacts]");
        for (control, (id, checked)) in
            found.iter().zip([("contacts-mail", true), ("contacts-calls", false), ("contacts-none", false)])
        {
            assert_eq!((control.attr("id"), control.attr("checked").is_some()), (Some(id), checked));
            assert_eq!(control.attr("aria-invalid"), error.as_ref().map(|_| "true"));
        }
        assert_eq!(found.len(), 3);
        assert_eq!(text(one(&page, "label:has(#contacts-calls) > .answer-note")), "By phone, too");
        one(&page, "div:has(> label > #contacts-mail) > .field #last-day");
    }
}

#[test]
fn a_button_has_a_name_of_its_own() {
    for (kind, class) in [
        (ButtonKind::Primary, "button"),
        (ButtonKind::Quiet, "button-quiet"),
        (ButtonKind::Link, "link-button"),
    ] {
        let page = draw(html! { <>
            <Button {kind} id="first" on_click={ignored()} about="Your name">{ "Change" }</Button>
            <Button {kind} on_click={ignored()} about="Last day">{ "Change" }</Button>
            <Button {kind} on_click={ignored()}>{ changing("Save") }</Button>
        </> });
        let buttons = all(&page, &format!("button[type=button].{class}"));
        let names: Vec<_> = buttons.into_iter().map(text).collect();
        assert_eq!(names, ["Change: Your name", "Change: Last day", "Save"]);
        assert_eq!(text(one(&page, "#first > .visually-hidden")), ": Your name");
    }
    let page = draw(html! { <SubmitButton>{ "Continue" }</SubmitButton> });
    assert_eq!(text(one(&page, "button[type=submit].button")), "Continue");
}

#[test]
fn what_is_wrong_is_announced_and_leads_to_each() {
    let links = ["Say whether", "Give a day"].map(|words| ErrorLink { id: "x".into(), words: words.into() });
    let page = draw(html! { <ErrorSummary title="Two things" errors={links.to_vec()} on_go={ignored()} /> });
    assert_eq!(text(one(&page, "#aid-error.error-summary[role=alert][tabindex='-1'] > h2")), "Two things");
    let names: Vec<_> = all(&page, "li > button.link-button").into_iter().map(text).collect();
    assert_eq!(names, ["Say whether", "Give a day"]);
}

#[test]
fn what_opens_is_native_and_says_what_it_is() {
    for open in [false, true] {
        let page = draw(html! { <Disclosure summary="Why" class="why" {open}><p>{ "So" }</p></Disclosure> });
        assert_eq!(one(&page, "details.why").attr("open").is_some(), open);
        assert_eq!(text(one(&page, "details > summary")), "Why");
    }
    let page = draw(html! { <Dialog id="clear" title="Clear everything?"><p>{ "All" }</p></Dialog> });
    let dialog = one(&page, "dialog#clear:not([open])");
    assert_eq!(
        text(one(&page, &format!("#{}", dialog.attr("aria-labelledby").unwrap()))),
        "Clear everything?"
    );
}

#[test]
fn a_live_region_is_there_before_it_says_anything() {
    for words in ["", "Saved 16:52"] {
        let page = draw(html! { <Status class="said" words={words.to_owned()} /> });
        assert_eq!(text(one(&page, "p.said[role=status]")), words);
    }
}

#[test]
fn a_source_leads_to_each_clause() {
    let page = draw(source());
    assert_eq!(text(one(&page, ".source")), "Policy, paragraph 3.1, 3.2");
    let hrefs: Vec<_> =
        all(&page, "a.clause-link").into_iter().filter_map(|link| link.attr("href")).collect();
    assert_eq!(hrefs, ["../policy/warn.html#warn.3.1", "../policy/warn.html#warn.3.2"]);
    let links = vec![ClauseLink { number: "9".into(), href: "#nine".into() }];
    let page = draw(html! { <SourceLine authority="Guidance; see " {links} /> });
    assert_eq!(text(one(&page, ".source")), "Guidance; see 9");
}

#[test]
fn paper_shows_what_would_hide_and_keeps_lines() {
    let page = draw(html! { <Paper document={document()} /> });
    one(&page, "#paper.paper[role=group][tabindex='0'][aria-label='Decision <record>']");
    assert_eq!(text(one(&page, "h3.paper-title")), "Decision <record>");
    assert_eq!(one(&page, "#paper > p").inner_html(), "<span>first<br>second [U+202E]third</span>");
    let bullets: Vec<_> = all(&page, "#paper > ul > li").into_iter().map(text).collect();
    assert_eq!(bullets, ["aaea", "aaea"]);
    assert_eq!(text(one(&page, "table.paper-table > thead > tr > th[scope=col]")), "hheh");
    assert_eq!(text(one(&page, "tbody > tr > td")), "ccec");
    assert_eq!(all(&draw(html! { <Paper document={document()} titled=false /> }), ".paper-title").len(), 0);
}

#[test]
fn a_changed_text_is_another_element() {
    let key = |words: &str| match changing(words) {
        VNode::VTag(tag) => tag.key.as_ref().map(|key| key.to_string()),
        _ => None,
    };
    assert_eq!(key("Saved 16:52").as_deref(), Some("Saved 16:52"));
    assert_ne!(key("Saved 16:52"), key("Saved 16:53"));
}

/// Where a text may stand beside elements: in what a change replaces whole.
const REPLACED_WHOLE: [&str; 2] = ["source", "paper"];

#[test]
fn no_text_stands_beside_an_element_that_can_move() {
    for (name, content) in everything() {
        let page = draw(content);
        for node in page.tree.nodes().filter(|node| node.value().is_text()) {
            let mut around = node.ancestors().filter_map(ElementRef::wrap);
            let replaced =
                around.any(|element| element.value().classes().any(|class| REPLACED_WHOLE.contains(&class)));
            let beside =
                node.prev_siblings().chain(node.next_siblings()).any(|other| other.value().is_element());
            assert!(replaced || !beside, "{name}: {:?} stands beside an element", node.value());
        }
    }
}

#[test]
fn no_id_is_given_twice_and_each_that_is_named_exists() {
    for (name, content) in everything().into_iter().filter(|(name, _)| *name != "fields") {
        let page = draw(content);
        let ids: Vec<_> = all(&page, "[id]").into_iter().filter_map(|element| element.attr("id")).collect();
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: {ids:?}");
        for attribute in ["for", "aria-describedby", "aria-labelledby"] {
            for element in all(&page, &format!("[{attribute}]")) {
                let named = element.attr(attribute).unwrap_or_default().split_whitespace();
                named.for_each(|id| assert!(unique.contains(id), "{name}: {attribute} names {id}"));
            }
        }
    }
}

/// The elements that have no end tag.
const VOID: [&str; 2] = ["input", "br"];

/// The start tags of some HTML with how deep they stand, as written. What else begins with `<` is a comment, or within one.
fn as_written(html: &str) -> Vec<(usize, String)> {
    let mut depth = 0;
    let mut written = Vec::new();
    for tag in html.split('<').skip(1) {
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        if tag
            .strip_prefix('/')
            .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_alphabetic()))
        {
            depth -= 1;
        } else if !name.is_empty() {
            written.push((depth, name.clone()));
            depth += usize::from(!VOID.contains(&name.as_str()));
        }
    }
    written
}

/// The same as a browser reads it.
fn as_read(html: &str) -> Vec<(usize, String)> {
    let page = Page::parse_fragment(html);
    let elements = page.root_element().descendants().skip(1).filter_map(ElementRef::wrap);
    let depth = |element: &ElementRef<'_>| {
        element.ancestors().filter(|node| matches!(node.value(), Node::Element(_))).count() - 1
    };
    elements.map(|element| (depth(&element), element.value().name().to_owned())).collect()
}

/// An app that takes a page over expects the elements that it would have made.
#[test]
fn a_browser_reads_the_elements_that_were_drawn() {
    for (name, content) in everything() {
        let html = html_of(content, true);
        assert!(!as_written(&html).is_empty(), "{name}");
        assert_eq!(as_written(&html), as_read(&html), "{name}: {html}");
    }
}
