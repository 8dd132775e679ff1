//! The list of stages: how far the case has come, a way to each stage, and its answers to check and change.

use crate::message::Message;
use crate::screen;
use crate::view::View;
use casework::state::Action;
use casework::{Progress, Screen, StageState};
use policy::{Question, Ref};
use ui::{AnswerRow, Button, ButtonKind, Disclosure, changing};
use yew::{Html, html};

/// The list of stages.
pub(crate) fn stages(view: &View<'_>, is_open: bool) -> Html {
    let stages = view.case_view.stages();
    let current = current(view, &stages);
    let count = format!("Stage {} of {}", current + 1, stages.len());
    let onclick = view.on(Message::Stages(!is_open));
    html! {
        <nav class={yew::classes!("stages", is_open.then_some("stages-open"))} aria-label="Stages of this case">
            <button type="button" class="stages-toggle" aria-expanded={is_open.to_string()} aria-controls="stage-list" {onclick}>
                { changing(&count) }
            </button>
            <div id="stage-list">
                <ol>{ for stages.iter().enumerate().map(|(index, stage)| item(view, stage, index == current)) }</ol>
                { set_aside(view) }
                { left_over(view) }
                <p class="to-handbook"><a href={[view.root, "index.html"].concat()}>{ "Back to the handbook" }</a></p>
            </div>
        </nav>
    }
}

/// The index of the stage that is on screen.
fn current(view: &View<'_>, stages: &[StageState]) -> usize {
    // A letter that need not be written belongs to where it was offered.
    let shown = match view.state.screen {
        screen if view.case_view.is_optional(screen) => view.case_view.before(screen),
        screen => screen,
    };
    let is_current = |stage: &StageState| match (stage.screen, shown) {
        (Screen::Questions(one, _), Screen::Questions(other, _)) => one == other,
        (Screen::Letter(_), Screen::Letter(_)) => true,
        (Screen::Decision, Screen::AtOnce(_)) => true,
        (one, other) => one == other,
    };
    stages.iter().position(is_current).unwrap_or_default()
}

fn item(view: &View<'_>, stage: &StageState, is_current: bool) -> Html {
    let (class, state) = match stage.progress {
        _ if is_current => ("stage stage-current", "now"),
        Progress::Done => ("stage stage-done", "done"),
        // What follows from the answers is passed, not answered.
        Progress::ToDo
            if stage.opens && stage.screen < view.state.screen && is_after_the_questions(stage) =>
        {
            ("stage stage-done", "done")
        }
        Progress::ToDo => ("stage stage-to-do", "to do"),
        Progress::NotNeeded => ("stage stage-not-needed", "not needed"),
    };
    let name = screen::name(view.policy(), stage.screen);
    html! {
        <li {class} key={name} aria-current={is_current.then_some("step")}>
            if stage.opens {
                <Button key="opens" kind={ButtonKind::Link} on_click={view.show(stage.screen)}>{ name.to_owned() }</Button>
            } else {
                <span key="closed" class="stage-name">{ name.to_owned() }</span>
            }
            // Without styles too the state stands apart from the name.
            <span class="stage-state" key={state}>{ [" ", state].concat() }</span>
            if !stage.answered.is_empty() {
                <Disclosure key="answers" summary={format!("Answers ({})", stage.answered.len())} about={name.to_owned()}>
                    <dl class="answer-list">{ for stage.answered.iter().map(|asked| answer(view, *asked, true)) }</dl>
                </Disclosure>
            }
        </li>
    }
}

/// Whether a stage asks no questions: the result, and what follows from it.
fn is_after_the_questions(stage: &StageState) -> bool {
    !matches!(stage.screen, Screen::Questions(..) | Screen::Review)
}

/// An answer, with a way to change it where it stands.
fn answer(view: &View<'_>, asked: Ref<Question>, is_changeable: bool) -> Html {
    let question = &view.policy()[asked];
    let change = view.act(Action::Find(view.case_view.screen_of(asked), question.id.clone()));
    let evidence = view.case_view.evidence(asked).join("\n");
    html! {
        <AnswerRow key={question.id.as_str()} question={question.id.clone()} asked={question.short.clone()}
            about={question.short.clone()} on_change={is_changeable.then_some(change)}>
            { changing(&view.case_view.answer_in_words(asked)) }
            if !evidence.is_empty() { <span class="evidence-note" key={evidence.as_str()}>{ evidence.clone() }</span> }
        </AnswerRow>
    }
}

/// The answers that do not matter at the moment.
fn set_aside(view: &View<'_>) -> Html {
    let aside = view.case_view.set_aside();
    if aside.is_empty() {
        return Html::default();
    }
    html! {
        <Disclosure key="aside" class="set-aside" summary={format!("Set aside ({})", aside.len())}>
            <p>{ "These answers do not matter at the moment. They are kept, and count again if they come to matter." }</p>
            <dl class="answer-list">{ for aside.iter().map(|asked| answer(view, *asked, false)) }</dl>
        </Disclosure>
    }
}

/// The answers that this version of the policy has no use for.
fn left_over(view: &View<'_>) -> Html {
    let left_over = view.case_view.case.left_over(view.policy());
    if left_over.is_empty() {
        return Html::default();
    }
    html! {
        <Disclosure key="left-over" class="left-over" summary={format!("Not in this version of the policy ({})", left_over.len())}>
            <p>{ "These answers came with the case file, and this version has no use for them. The record lists them." }</p>
            <ul>{ for left_over.iter().map(|(id, answer)| html! { <li>{ format!("{id}: {}", answer.words()) }</li> }) }</ul>
        </Disclosure>
    }
}
