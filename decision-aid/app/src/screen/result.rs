//! The result: what to do now in one sentence, the next steps, one button; and what it rests on, folded.

use super::screen;
use crate::part::actions::{actions, continue_button};
use crate::part::danger::duties_at_once;
use crate::part::explanation::{what_would_change, why_this_outcome};
use crate::view::View;
use casework::Screen;
use policy::{Answer, Outcome, Question, RecordItem, Ref, Step};
use ui::{Disclosure, Field, FieldKind};
use yew::{AttrValue, Html, html};

/// How many steps stand on the screen at once.
const FIRST_STEPS: usize = 3;

/// The result of the answers.
pub(crate) fn result_screen(view: &View<'_>) -> Html {
    let words = match view.case_view.after(Screen::Result) {
        Screen::Decision => "Decide on the options",
        _ => "Go on to the record",
    };
    let (name, first, why) = match view.assessment().outcome {
        Some(outcome) => {
            let of = &view.policy()[outcome];
            let why = html! { <>{ why_this_outcome(view, outcome) }{ what_would_change(view, outcome) }</> };
            (of.name.as_str(), settled(view, of), why)
        }
        None => ("It depends on what is not known yet", unsettled(view), Html::default()),
    };
    let outcome = view.assessment().outcome.map(|outcome| view.policy()[outcome].id.clone());
    screen(
        "result",
        name,
        html! {
            <div data-outcome={outcome.unwrap_or_default()}>
                { first }
                { duties_at_once(view) }
                { actions(view, continue_button(view, words), Html::default()) }
                <div class="folded">
                    { checks(view) }
                    { findings(view) }
                    { why }
                    { open_points(view) }
                </div>
            </div>
        },
    )
}

fn settled(view: &View<'_>, outcome: &Outcome) -> Html {
    let (first, rest) = outcome.steps.split_at(outcome.steps.len().min(FIRST_STEPS));
    html! { <>
        <p class="lead">{ outcome.says.clone() }</p>
        <p>{ view.source(&outcome.source) }</p>
        if !first.is_empty() {
            <h3>{ "What to do next" }</h3>
            { steps(view, first, 1) }
        }
        if !rest.is_empty() {
            <Disclosure class="why" summary={format!("The other steps ({})", rest.len())}>{ steps(view, rest, first.len() + 1) }</Disclosure>
        }
    </> }
}

/// Steps, numbered from a number on.
pub(crate) fn steps(view: &View<'_>, steps: &[Step], start: usize) -> Html {
    html! {
        <ol class="steps" start={start.to_string()}>{ for steps.iter().map(|step| html! {
            <li>
                <span class="step-do">{ step.action.clone() }</span>{ " " }
                <span class="who">{ step.who.clone() }</span>{ " " }
                { view.source(&step.source) }
            </li>
        }) }</ol>
    }
}

/// No single outcome yet: what is still possible, and who can settle what is open.
fn unsettled(view: &View<'_>) -> Html {
    let possible = view.assessment().possible.iter().map(|outcome| {
        let outcome = &view.policy()[*outcome];
        html! { <li><strong>{ outcome.name.clone() }</strong>{ ". " }{ outcome.says.clone() }{ " " }{ view.source(&outcome.source) }</li> }
    });
    let open = view.assessment().ask.iter().map(|asked| {
        let question = &view.policy()[*asked];
        open_check(view, question, &question.ask)
    });
    html! { <>
        <p class="lead">{ "Settle the open questions. Until then, this is still possible:" }</p>
        <ul class="possible">{ for possible }</ul>
        <h3>{ "Still open" }</h3>
        <ul class="checks">{ for open }</ul>
    </> }
}

/// The checks that came up: met, missing or open. Those that are not met stand in view.
fn checks(view: &View<'_>) -> Html {
    let asked = view.case_view.walk.answered.iter().map(|asked| &view.policy()[*asked]);
    let answered = asked.filter_map(|question| {
        let answer = view.case_view.case.answers.get(&question.id)?;
        Some((question, answer, question.needs?))
    });
    let rows: Vec<Html> =
        answered.map(|(question, answer, needs)| check(view, question, answer, needs)).collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! { <Disclosure class="why" summary={format!("The checks ({})", rows.len())}><ul class="checks">{ rows }</ul></Disclosure> }
}

fn check(view: &View<'_>, question: &Question, answer: &Answer, needs: bool) -> Html {
    let given = question.in_words(answer).to_ascii_lowercase();
    let name = format!("{}: {given}", question.short);
    match answer {
        Answer::One(word) if (word == "yes" || word == "no") && (word == "yes") == needs => {
            check_row(view, question, ("check check-met", "Met"), &name, None)
        }
        Answer::One(word) if word == "yes" || word == "no" => {
            check_row(view, question, ("check check-missing", "Missing"), &name, question.otherwise.clone())
        }
        _ => open_check(view, question, &name),
    }
}

/// A check that is open, and who can settle it.
fn open_check(view: &View<'_>, question: &Question, name: &str) -> Html {
    let who = question.settled_by.as_ref().map(|who| format!("Who can settle it: {who}."));
    check_row(view, question, ("check check-open", "Open"), name, who)
}

fn check_row(
    view: &View<'_>,
    question: &Question,
    (class, state): (&'static str, &'static str),
    name: &str,
    more: Option<String>,
) -> Html {
    html! {
        <li {class} key={question.id.as_str()}>
            <span class="check-state">{ state }</span>{ " " }
            <span class="check-name">{ name.to_owned() }</span>{ " " }
            if let Some(more) = more { <span class="check-otherwise">{ more }{ " " }</span> }
            { view.source(&question.source) }
        </li>
    }
}

/// The findings of the outcome's record.
fn findings(view: &View<'_>) -> Html {
    let record = view.assessment().outcome.map_or(&[][..], |outcome| &view.policy()[outcome].record);
    let found = record.iter().filter_map(|item| match item {
        RecordItem::Finding(finding) => Some(*finding),
        RecordItem::Question(_) => None,
    });
    let found = found.filter(|finding| view.assessment().findings[finding.index()] == Some(true));
    let rows: Vec<Html> = found.map(|finding: Ref<_>| {
        let finding = &view.policy()[finding];
        html! { <li key={finding.id.as_str()}>{ finding.says.clone() }{ " " }{ view.source(&finding.source) }</li> }
    }).collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! { <Disclosure class="why" summary="What the answers amount to"><ul>{ rows }</ul></Disclosure> }
}

/// What the policy leaves to a person, with room for what is decided.
fn open_points(view: &View<'_>) -> Html {
    let points = view.case_view.open_points();
    if points.is_empty() {
        return Html::default();
    }
    let point = |(point, key): &(&policy::OpenPoint, String)| {
        html! {
            <li key={key.as_str()}>
                <Field id={key.clone()} kind={FieldKind::Lines(2)} label={point.ask.clone()} optional=true
                    value={AttrValue::from(view.case_view.case.text(&casework::Key::OpenPoint(&point.id)).to_owned())}
                    on_input={view.write_under(key.clone())} />
                { view.source(&point.source) }
            </li>
        }
    };
    html! {
        <Disclosure class="why" summary={format!("What the policy does not say ({})", points.len())}>
            <p>{ "A person decides these points. Write down what was decided, and why." }</p>
            <ul class="open-points">{ for points.iter().map(point) }</ul>
        </Disclosure>
    }
}
