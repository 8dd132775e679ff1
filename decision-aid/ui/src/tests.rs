//! What the components draw, without a browser.

mod drawn;
mod rules;

use crate::{
    AnswerRow, Button, ButtonKind, ClauseLink, Dialog, Disclosure, ErrorLink, ErrorSummary, Field, FieldKind,
    Paper, SourceLine, Status, SubmitButton, changing,
};
use drawn::{all, boxes, choices, descriptions, document, draw, field, ignored, one, row, source, text};
use yew::virtual_dom::VNode;
use yew::{AttrValue, html};

#[test]
fn an_answer_can_be_changed_only_where_something_is_told_of_it() {
    for (on_change, buttons) in [(Some(ignored()), vec!["Change: Your age"]), (None, vec![])] {
        let page = draw(html! {
            <AnswerRow question="age" asked="Your age?" about="Your age" {on_change}>{ changing("30") }</AnswerRow>
        });
        let row = one(&page, ".answer-row[data-question=age]");
        assert_eq!(
            (text(one(&page, "dt")), text(one(&page, "dd:not(.change)"))),
            ("Your age?".into(), "30".into())
        );
        assert_eq!(row.children().count(), 2 + buttons.len());
        assert_eq!(
            all(&page, "dd.change > button.link-button").into_iter().map(text).collect::<Vec<_>>(),
            buttons
        );
    }
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
