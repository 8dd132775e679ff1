//! Weighing the options: least intrusive first, each with its status and the reason, and room for the decision.

use crate::components::button::{actions, back, button};
use crate::components::field::{fields, labelled, unseen};
use crate::components::heading::{details, screen};
use crate::components::source::source_line;
use crate::components::why::reasons;
use crate::element::Attribute::{DataOption, Hidden, Name, Open, Role, Type};
use crate::element::{Element, fragment, tag};
use crate::view::View;
use casework::state::Step;
use casework::{Choice, Key, OWN_OPTIONS, Warning, WeighedOption};
use policy::{Policy, Status};

/// The options of the case.
pub(crate) fn options_screen(view: &View<'_>) -> Element {
    let mut cards = tag("ol").class("options");
    let mut something_fits = false;
    for option in view.case_view.options() {
        something_fits |= option.status.is_some_and(|status| {
            matches!(status.status, Status::Required | Status::Warranted | Status::Open)
        });
        cards.push(card(view, option));
    }
    let lead = "The least intrusive comes first. The aid shows what the facts would support; a named officer decides, and records why.";
    let nothing_fits = if something_fits {
        fragment()
    } else {
        tag("p").child(tag("strong").text("No restriction fits these answers."))
    };
    let write = button("button", "Write the record", view.send.show(Step::Record));
    screen("weighing", "Weigh the options")
        .child(tag("p").class("result-says").text(lead))
        .child(nothing_fits)
        .child(cards)
        .child(own_options(view))
        .child(actions().child(write).child(back(&view.send)))
}

fn card(view: &View<'_>, option: &WeighedOption<'_>) -> Element {
    let class = match option.status {
        Some(status) => card_class(status.status),
        None => "option option-own",
    };
    let mut warnings = fragment();
    for warning in &option.warnings {
        // That an option has no end is no news before the record has been written.
        if !warning.later || view.show_errors {
            warnings.push(warned(view.policy(), warning, ""));
        }
    }
    tag("li")
        .class(class)
        .key(&option.id)
        .attr(DataOption, &option.id)
        .child(tag("h3").class("option-name").text(&option.name))
        .child(status(view, option))
        .child(decision(view, option))
        .child(warnings)
        .child(fields(view, &option.entries))
}

const fn card_class(status: Status) -> &'static str {
    match status {
        Status::Required => "option option-required",
        Status::Warranted => "option option-warranted",
        Status::Open => "option option-open",
        Status::NotWarranted => "option option-not-warranted",
        Status::NotAvailable => "option option-not-available",
        Status::NotOffered => "option option-not-offered",
    }
}

/// What the policy says of the option: its status in a word, the reason in a line, the rest on demand.
fn status(view: &View<'_>, option: &WeighedOption<'_>) -> Element {
    let because = tag("p").class("because");
    let (Some(status), Some(reason), Some(of)) = (option.status, option.reason, option.option) else {
        return because.text("You added this option. The policy’s list is not exhaustive.");
    };
    let mut more =
        details("", "What it is, and why it stands so").child(tag("p").text(&view.policy()[of].does));
    if !option.because.is_empty() {
        more.push(tag("p").text("These answers are enough for this, whatever the others are:"));
        more.push(reasons(view, &option.because));
    }
    fragment()
        .child(
            tag("p")
                .class("option-status")
                .child(tag("span").class("status-mark").attr(Hidden, "true"))
                .text(status.status.name()),
        )
        .child(because.text(reason.because).text(" ").child(source_line(view, reason.source)))
        .child(more)
}

/// Whether the option is taken. An option of the officer's own is; it goes when its name is emptied.
fn decision(view: &View<'_>, option: &WeighedOption<'_>) -> Element {
    if option.option.is_none() {
        return fragment();
    }
    tag("fieldset")
        .class("decision")
        .child(tag("legend").text("Your decision").child(unseen(&[": ", option.name.as_str()].concat())))
        .child(radio(view, option, Choice::Taken, "yes", "Take it"))
        .child(radio(view, option, Choice::Rejected, "no", "Do not take it"))
}

fn radio(
    view: &View<'_>,
    option: &WeighedOption<'_>,
    choice: Choice,
    word: &'static str,
    label: &'static str,
) -> Element {
    let key = Key::Taken(&option.id).to_string();
    // The first of the two is where a message about the decision leads.
    let id = if choice == Choice::Taken { key.clone() } else { [&key, "-", word].concat() };
    let control = tag("input")
        .attr(Type, "radio")
        .attr(Name, &key)
        .id(&id)
        .checked(option.choice == choice)
        .on(view.send.choose(&key, word));
    tag("label").class("answer").child(control).child(tag("span").class("answer-label").text(label))
}

/// A warning, after the name of what it is about, where that is not on screen.
pub(crate) fn warned(policy: &Policy, warning: &Warning, about: &str) -> Element {
    let said = tag("p")
        .class("warning")
        .attr(Role, "note")
        .child(tag("strong").text("Check this. "))
        .text(about)
        .text(&warning.says);
    if warning.clauses.is_empty() {
        return said;
    }
    said.text(" (paragraph ").text(&policy.numbers(&warning.clauses)).text(")")
}

/// Options of the officer's own: a name for each that there is, and one more.
fn own_options(view: &View<'_>) -> Element {
    let mut own = fragment();
    let (mut open, mut room) = (false, true);
    for number in 1..=OWN_OPTIONS {
        let key = Key::Own(number);
        let name = view.case_view.case.text(&key);
        if name.is_empty() && !room {
            continue;
        }
        room &= !name.is_empty();
        open |= number == 1 && !name.is_empty();
        let control = tag("input").class("input").attr(Type, "text").value(name);
        own.push(labelled(&key.to_string(), "What you would do", control, &view.send));
    }
    let lead =
        "The policy’s list of options is not exhaustive. An option of your own needs the same reasons.";
    details("why", "Add an option of your own").flag(Open, open).child(tag("p").text(lead)).child(own)
}
