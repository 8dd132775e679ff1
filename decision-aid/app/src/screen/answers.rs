//! All the answers, to check before the result: by group, each with a way to change it.

use crate::components::button::{actions, back, button, link_button};
use crate::components::field::unseen;
use crate::components::heading::screen;
use crate::element::{Attribute, Element, fragment, tag};
use crate::view::View;
use casework::Key;
use casework::state::Step;
use policy::{Question, Ref};

/// All the answers.
pub(crate) fn answers_screen(view: &View<'_>) -> Element {
    let mut groups = fragment();
    for (index, group) in view.policy().groups.iter().enumerate() {
        let mut list = tag("dl").class("answer-list");
        let mut any = false;
        for asked in &view.case_view.walk.answered {
            if view.policy()[*asked].group.index() == index {
                list.push(row(view, *asked, true));
                any = true;
            }
        }
        if any {
            groups.push(tag("h3").text(&group.title));
            groups.push(list);
        }
    }
    let show = button("button", "Show the result", view.send.show(Step::Result));
    screen("all-answers", "Check your answers")
        .child(groups)
        .child(set_aside(view))
        .child(left_over(view))
        .child(actions().child(show).child(back(&view.send)))
}

fn row(view: &View<'_>, asked: Ref<Question>, changeable: bool) -> Element {
    let question = &view.policy()[asked];
    let evidence = view.case_view.case.text(&Key::Evidence(&question.id));
    let mut answer = tag("dd").text(&view.case_view.answer_in_words(asked));
    if !evidence.is_empty() {
        answer.push(tag("span").class("evidence-note").text(evidence));
    }
    let row = tag("div")
        .class("answer-row")
        .key(&question.id)
        .attr(Attribute::DataQuestion, &question.id)
        .child(tag("dt").text(&question.short))
        .child(answer);
    if !changeable {
        return row;
    }
    let change = link_button("Change", view.send.show(Step::Change(asked)))
        .child(unseen(&[": ", question.short.as_str()].concat()));
    row.child(tag("dd").class("change").child(change))
}

/// The answers that do not matter at the moment.
fn set_aside(view: &View<'_>) -> Element {
    let aside = view.case_view.set_aside();
    if aside.is_empty() {
        return fragment();
    }
    let mut list = tag("dl").class("answer-list set-aside");
    for asked in aside {
        list.push(row(view, asked, false));
    }
    let lead =
        "These answers do not matter at the moment. They are kept, and count again if they come to matter.";
    fragment().child(tag("h3").text("Set aside")).child(tag("p").text(lead)).child(list)
}

/// The answers that this version of the policy has no use for.
fn left_over(view: &View<'_>) -> Element {
    let left_over = view.case_view.case.left_over(view.policy());
    if left_over.is_empty() {
        return fragment();
    }
    let mut list = tag("ul");
    for (id, answer) in left_over {
        list.push(tag("li").text(id).text(": ").text(&answer.words()));
    }
    let lead =
        "These answers came with the case file, and this version has no use for them. The record lists them.";
    fragment()
        .child(tag("h3").text("Not in this version of the policy"))
        .child(tag("p").text(lead))
        .child(list)
}
