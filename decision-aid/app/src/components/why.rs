//! Why something holds, and what would change it.

use super::heading::details;
use super::source::source_line;
use crate::element::{Element, fragment, tag};
use crate::view::View;
use policy::{
    Change, Outcome, Question, Ref, Status, changes_to_outcome, changes_to_status, trace, why_outcome,
};

/// Some answers, each with its clause.
#[inline(never)]
pub(crate) fn reasons(view: &View<'_>, questions: &[Ref<Question>]) -> Element {
    let mut list = tag("ul").class("reasons");
    for asked in questions {
        let question = &view.policy()[*asked];
        list.push(
            tag("li")
                .text(&question.short)
                .text(": ")
                .child(tag("strong").text(&view.case_view.answer_in_words(*asked)))
                .text(" ")
                .child(source_line(view, &question.source)),
        );
    }
    list
}

/// Why the outcome holds: the fewest answers that suffice, and on request the whole rule.
pub(crate) fn why_this_outcome(view: &View<'_>, outcome: Ref<Outcome>) -> Element {
    let (policy, answers) = (view.policy(), &view.case_view.walk.answers);
    let why = why_outcome(policy, answers, outcome).unwrap_or_default();
    let mut parts = tag("ul").class("trace");
    for line in trace(policy, answers, &policy[outcome].when) {
        let holds = match line.holds {
            Some(true) => "yes",
            Some(false) => "no",
            None => "not known",
        };
        parts.push(
            tag("li")
                .class(DEPTHS[line.depth.min(DEPTHS.len() - 1)])
                .text(&line.part.in_words(policy))
                .text(": ")
                .child(tag("strong").text(holds)),
        );
    }
    fragment()
        .child(tag("h3").text("Why this is the result"))
        .child(tag("p").text("These answers are enough for it, whatever the others are:"))
        .child(reasons(view, &why))
        .child(details("why", "The whole rule, part by part").child(parts))
}

const DEPTHS: [&str; 6] = ["depth-0", "depth-1", "depth-2", "depth-3", "depth-4", "depth-5"];

/// What would change the result: the smallest sets of other answers, nearest first.
pub(crate) fn what_would_change(view: &View<'_>, outcome: Ref<Outcome>) -> Element {
    let policy = view.policy();
    let answers = &view.case_view.walk.answers;
    let mut found: Vec<(String, Vec<Change>)> = Vec::new();
    for other in policy.outcome_refs() {
        if other != outcome {
            let changes = changes_to_outcome(policy, answers, other);
            found.push((policy[other].name.clone(), changes));
        }
    }
    for option in &policy[outcome].weigh {
        let warranted = view.assessment().options[option.index()].status == Status::Warranted;
        let (to, words) = if warranted {
            (Status::NotWarranted, " is not warranted")
        } else {
            (Status::Warranted, " is warranted")
        };
        let changes = changes_to_status(policy, answers, *option, to);
        found.push(([policy[*option].name.as_str(), words].concat(), changes));
    }
    let mut rows = tag("dl").class("changes");
    let mut any = false;
    for size in 0..=policy.questions.len() {
        for (name, changes) in &found {
            if changes.first().is_some_and(|nearest| nearest.len() == size) {
                rows.push(changes_row(view, name, changes));
                any = true;
            }
        }
    }
    if !any {
        return fragment();
    }
    let lead = "The smallest changes to the answers, nearest first. A fact is not yours to choose: this shows what the result hangs on.";
    details("why", "What would change this").child(tag("p").text(lead)).child(rows)
}

/// What another result would take: each way to it, the first ones only.
fn changes_row(view: &View<'_>, name: &str, changes: &[Change]) -> Element {
    let policy = view.policy();
    let mut row = tag("div").child(tag("dt").text(name));
    for change in &changes[..changes.len().min(2)] {
        let mut way = tag("dd");
        let mut between = "";
        for (question, selection) in change {
            let question = &policy[*question];
            way = way
                .text(between)
                .text(&question.short)
                .text(": ")
                .child(tag("strong").text(&question.in_words(&question.answer(*selection))))
                .text(" (")
                .text(&policy.numbers(&question.source.clauses))
                .text(")");
            between = "; and ";
        }
        row.push(way);
    }
    row
}
