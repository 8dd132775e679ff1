//! The result: what to do now, then the next steps, then what is met, missing and open, then why, and what would
//! change it.

use crate::browser;
use crate::components::button::{actions, back, button};
use crate::components::field::text_area;
use crate::components::heading::{heading, unheaded};
use crate::components::source::source_line;
use crate::components::why::{what_would_change, why_this_outcome};
use crate::element::{Attribute, Element, fragment, tag};
use crate::view::View;
use casework::Key;
use casework::state::{Step, weighs};
use policy::{Answer, Outcome, Question, RecordItem};

/// The result of the answers.
pub(crate) fn result_screen(view: &View<'_>) -> Element {
    let outcome = view.assessment().outcome;
    let (settled, first) = match outcome {
        Some(outcome) => {
            let outcome = &view.policy()[outcome];
            (outcome.id.as_str(), outcome_part(view, outcome))
        }
        None => ("", open_part(view)),
    };
    let screen = unheaded("result")
        .attr(Attribute::DataOutcome, settled)
        .child(first)
        .child(onward(view))
        .child(checks(view))
        .child(findings(view))
        .child(unsettled(view))
        .child(open_points(view));
    match outcome {
        Some(outcome) => {
            screen.child(why_this_outcome(view, outcome)).child(what_would_change(view, outcome))
        }
        None => screen,
    }
}

/// What the officer can do with the result.
fn onward(view: &View<'_>) -> Element {
    let send = &view.send;
    let (weigh, class) = if weighs(view.policy(), view.assessment()) {
        (button("button", "Weigh the options", send.show(Step::Options)), "button-quiet")
    } else {
        (fragment(), "button")
    };
    actions().child(weigh).child(button(class, "Write the record", send.show(Step::Record))).child(back(send))
}

/// What the policy leaves to a person, with room for what is decided.
fn open_points(view: &View<'_>) -> Element {
    let mut list = tag("ul").class("open-points");
    let points = view.case_view.open_points();
    if points.is_empty() {
        return fragment();
    }
    for (point, key) in points {
        let decided = view.case_view.case.text(&Key::OpenPoint(&point.id));
        list.push(
            tag("li")
                .key(&key)
                .child(text_area(&key, &point.ask, decided, "2", &view.send))
                .child(source_line(view, &point.source)),
        );
    }
    fragment()
        .child(tag("h3").text("The policy does not say"))
        .child(tag("p").text("A person decides these points. Write down what was decided, and why."))
        .child(list)
}

/// The heading of the result, over what it says.
fn headed(kicker: &'static str, name: &str, says: &str) -> Element {
    fragment()
        .child(tag("p").class("result-kicker").text(kicker))
        .child(heading("result-heading", name))
        .child(tag("p").class("result-says").text(says))
}

fn outcome_part(view: &View<'_>, outcome: &Outcome) -> Element {
    let part = headed("What the policy says to do now", &outcome.name, &outcome.says)
        .child(tag("p").child(source_line(view, &outcome.source)));
    if outcome.steps.is_empty() {
        return part;
    }
    let mut steps = tag("ol").class("steps");
    for step in &outcome.steps {
        steps.push(
            tag("li")
                .key(&step.action)
                .child(tag("span").class("step-do").text(&step.action))
                .text(" ")
                .child(tag("span").class("who").text(&step.who))
                .text(" ")
                .child(source_line(view, &step.source)),
        );
    }
    part.child(tag("h3").text("What to do next")).child(steps)
}

/// No single outcome yet: say what is still possible.
fn open_part(view: &View<'_>) -> Element {
    let mut possible = tag("ul").class("possible");
    for outcome in &view.assessment().possible {
        let outcome = &view.policy()[*outcome];
        possible.push(
            tag("li")
                .key(&outcome.id)
                .child(tag("strong").text(&outcome.name))
                .text(". ")
                .text(&outcome.says)
                .text(" ")
                .child(source_line(view, &outcome.source)),
        );
    }
    let says = "Settle the open questions below. Until then, this is still possible:";
    headed("The answers so far", "It depends on what is not known yet", says).child(possible)
}

/// A list under its heading; nothing where it is empty.
fn listed(heading: &'static str, class: &'static str, rows: Vec<Element>) -> Element {
    if rows.is_empty() {
        return fragment();
    }
    let mut list = tag("ul").class(class);
    for row in rows {
        list.push(row);
    }
    fragment().child(tag("h3").text(heading)).child(list)
}

/// The checks that came up: met, missing or open.
fn checks(view: &View<'_>) -> Element {
    let mut rows = Vec::new();
    for asked in &view.case_view.walk.answered {
        let question = &view.policy()[*asked];
        let (Some(answer), Some(needs)) = (view.case_view.case.answers.get(&question.id), question.needs)
        else {
            continue;
        };
        let met = match answer {
            Answer::One(word) if word == "yes" || word == "no" => Some((word == "yes") == needs),
            _ => None,
        };
        let given = browser::lower_case(&question.in_words(answer));
        let name = [&question.short, ": ", &given].concat();
        rows.push(match met {
            Some(true) => check(view, question, "check check-met", "Met", &name, "", None),
            Some(false) => {
                let otherwise = question.otherwise.as_deref();
                check(view, question, "check check-missing", "Missing", &name, "", otherwise)
            }
            None => open_check(view, question, &name),
        });
    }
    listed("The checks", "checks", rows)
}

/// A check that is open, and who can settle it.
fn open_check(view: &View<'_>, question: &Question, name: &str) -> Element {
    let mut who = None;
    if let Some(settled_by) = &question.settled_by {
        who = Some([settled_by, "."].concat());
    }
    check(view, question, "check check-open", "Open", name, "Who can settle it: ", who.as_deref())
}

/// A check: its state, its name, and what else there is to say.
fn check(
    view: &View<'_>,
    question: &Question,
    class: &'static str,
    state: &'static str,
    name: &str,
    lead: &'static str,
    more: Option<&str>,
) -> Element {
    let mut check = tag("li")
        .class(class)
        .key(&question.id)
        .child(tag("span").class("check-state").text(state))
        .text(" ")
        .child(tag("span").class("check-name").text(name))
        .text(" ");
    if let Some(more) = more {
        check.push(tag("span").class("check-otherwise").text(lead).text(more).text(" "));
    }
    check.child(source_line(view, &question.source))
}

/// The findings of the outcome's record.
fn findings(view: &View<'_>) -> Element {
    let Some(outcome) = view.assessment().outcome else { return fragment() };
    let mut rows = Vec::new();
    for item in &view.policy()[outcome].record {
        let RecordItem::Finding(finding) = item else { continue };
        if view.assessment().findings[finding.index()] == Some(true) {
            let finding = &view.policy()[*finding];
            rows.push(
                tag("li")
                    .key(&finding.id)
                    .text(&finding.says)
                    .text(" ")
                    .child(source_line(view, &finding.source)),
            );
        }
    }
    listed("What the answers amount to", "", rows)
}

/// The questions that are still open, and who can settle each.
fn unsettled(view: &View<'_>) -> Element {
    let mut rows = Vec::new();
    for asked in &view.assessment().ask {
        let question = &view.policy()[*asked];
        rows.push(open_check(view, question, &question.ask));
    }
    listed("Still open", "checks", rows)
}
