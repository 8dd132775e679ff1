//! Questions of a group: rows to answer, with the fields of the record that belong to them.

use super::{name, screen};
use crate::message::Message;
use crate::part::actions::actions;
use crate::part::danger::{danger_actions, duties_at_once, uncapitalised};
use crate::part::entry::{one_line, record_section};
use crate::part::missing::error_summary;
use crate::view::View;
use casework::state::Action;
use casework::{Key, Screen};
use policy::{Answer, AnswerKind, Choice as ChoiceOf, NONE_OF_THESE, NOT_SURE, Question, Ref, Stage};
use ui::{
    Button, ButtonKind, Checkbox, Checkboxes, Choice, Disclosure, Field, FieldKind, QuestionRow, Status,
    SubmitButton, changing,
};
use yew::events::SubmitEvent;
use yew::{AttrValue, Callback, Html, html};

/// The questions of a screen.
pub(crate) fn questions_screen(view: &View<'_>) -> Html {
    let questions = view.case_view.questions_at(view.state.screen);
    let onsubmit = view.send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Message::Act(Action::Continue)
    });
    let heading = match view.state.screen {
        Screen::Questions(group, _) => &view.policy()[group].title,
        other => name(view.policy(), other),
    };
    let is_enough = view.case_view.is_enough_after(view.state.screen);
    let words = if is_enough { "See the result" } else { "Continue" };
    let main = html! { <SubmitButton>{ words }</SubmitButton> };
    let anyway = html! { if is_enough {
        <Button key="anyway" on_click={view.act(Action::GoOnAnyway)}>{ "Go on all the same" }</Button>
    } };
    screen(
        "questions",
        heading,
        html! { <>
            { error_summary(view, "Something has no answer yet", view.case_view.missing_among(view.state.screen)) }
            <form method="dialog" novalidate=true {onsubmit}>
                { if view.state.screen == Screen::default() { start(view) } else { Html::default() } }
                { appeared(view) }
                { offered(view) }
                <div class="rows">{ for questions.iter().map(|question| row(view, *question)) }</div>
                { sections(view) }
                { duties_at_once(view) }
                { danger_actions(view) }
                <div class="enough" role="status">
                    if is_enough { <p>{ "This is enough. Nothing that is still unanswered can change the result." }</p> }
                </div>
                { actions(view, main, anyway) }
            </form>
        </> },
    )
}

/// What came onto the screen by what was answered last, for those who do not see it come.
fn appeared(view: &View<'_>) -> Html {
    let asks: Vec<&str> =
        view.state.appeared.iter().map(|question| view.policy()[*question].ask.as_str()).collect();
    let words = if asks.is_empty() { String::new() } else { ["Asked now too: ", &asks.join(" ")].concat() };
    html! { <Status class="visually-hidden" {words} /> }
}

/// What names the case.
fn start(view: &View<'_>) -> Html {
    let sections = view.case_view.sections_at(Stage::Start);
    html! { <div class="case-line">{ for sections.iter().map(|(_, fields)| one_line(view, fields)) }</div> }
}

/// The letters that can be written before the questions are finished: the answer may hang on the reply.
fn offered(view: &View<'_>) -> Html {
    if view.state.screen == Screen::default() {
        return Html::default();
    }
    view.case_view.letters_offered().map(|(index, letter)| html! {
        <p class="hint" key={letter.id.as_str()}>
            <Button kind={ButtonKind::Link} on_click={view.show(Screen::Letter(index))}>{ ["Write the ", &uncapitalised(&letter.name)].concat() }</Button>
            <span>{ [". ", &letter.says].concat() }</span>
        </p>
    }).collect()
}

/// The sections of the record that belong to the questions.
fn sections(view: &View<'_>) -> Html {
    let sections = view.case_view.sections_on(view.state.screen).into_iter();
    let sections = sections.filter(|(section, _)| section.stage != Stage::Start);
    sections.map(|(section, fields)| record_section(view, section, &fields)).collect()
}

/// A question with its answers.
fn row(view: &View<'_>, asked: Ref<Question>) -> Html {
    let question = &view.policy()[asked];
    let is_open = view.case_view.is_owed(asked);
    let error =
        (view.state.show_errors && is_open).then(|| AttrValue::from("Choose an answer, or “Not sure”"));
    let hint = question.hint.clone().map(AttrValue::from);
    let legend = html! { { question.ask.clone() } };
    let given = view.case_view.case.answers.get(&question.id);
    let more = html! { <div class="row-more">{ carried(view, question) }{ beside(view, asked) }{ remedy(question, given) }{ why(view, asked) }{ evidence(view, question) }</div> };
    if let AnswerKind::AnyOf(choices) = &question.answers {
        let choices = boxes(view, asked, choices, given);
        let on_toggle = view.send.reform(move |(choice, _): (AttrValue, bool)| {
            Message::Act(Action::Toggle(asked, choice.to_string()))
        });
        return html! {
            <Checkboxes key={question.id.as_str()} id={question.id.clone()} {legend} {hint} {error} {choices} {on_toggle}>{ more }</Checkboxes>
        };
    }
    let chosen = match given {
        Some(answer @ Answer::One(word)) if question.takes(answer) => Some(AttrValue::from(word.clone())),
        _ => None,
    };
    let on_choose: Callback<AttrValue> =
        view.send.reform(move |word: AttrValue| Message::Act(Action::Answer(asked, word.to_string())));
    html! {
        <QuestionRow key={question.id.as_str()} id={question.id.clone()} {legend} {hint} {error} answers={answers(question)}
            {chosen} {on_choose}>{ more }</QuestionRow>
    }
}

/// The answers of which one is chosen.
fn answers(question: &Question) -> Vec<Choice> {
    let choices =
        question.answers.choices().iter().map(|choice| Choice::new(choice.id.clone(), choice.label.clone()));
    let yes_no = [Choice::new("yes", "Yes"), Choice::new("no", "No")];
    let yes_no = yes_no.into_iter().filter(|_| question.answers == AnswerKind::YesNo);
    yes_no.chain(choices).chain([Choice::new(NOT_SURE, "Not sure")]).collect()
}

/// The answers of which several can be ticked. Where options rest on them, what happened is noted below each that is.
fn boxes(
    view: &View<'_>,
    asked: Ref<Question>,
    choices: &[ChoiceOf],
    given: Option<&Answer>,
) -> Vec<Checkbox> {
    let (none, ticked) = match given {
        Some(Answer::Many(words)) => (words.is_empty(), words.as_slice()),
        _ => (false, &[][..]),
    };
    let notes_each = view.case_view.notes_each_choice(asked);
    let not_sure = given == Some(&Answer::One(NOT_SURE.to_owned()));
    let of_choice = |choice: &ChoiceOf| {
        let checked = ticked.contains(&choice.id);
        let opens = if checked && notes_each {
            what_happened(view, &view.policy()[asked], choice)
        } else {
            Html::default()
        };
        Checkbox { opens, ..Checkbox::new(choice.id.clone(), choice.label.clone(), checked) }
    };
    let alone =
        [Checkbox::new(NONE_OF_THESE, "None of these", none), Checkbox::new(NOT_SURE, "Not sure", not_sure)];
    choices.iter().map(of_choice).chain(alone).collect()
}

/// What happened under a choice, which goes into the letter.
fn what_happened(view: &View<'_>, question: &Question, choice: &ChoiceOf) -> Html {
    let key = Key::ChoiceEvidence(&question.id, &choice.id);
    html! {
        <Field id={key.to_string()} kind={FieldKind::Lines(2)} label={["What happened, with dates: ", &choice.label].concat()}
            hint="One to a line. A letter to the customer can quote it." value={view.text(&key)} on_input={view.write(&key)} />
    }
}

/// The entry that the answer comes from, where it goes on from an earlier one.
fn carried(view: &View<'_>, question: &Question) -> Html {
    let from = view.text(&Key::Carried(&question.id));
    html! { if !from.is_empty() {
        <p class="hint" key="carried">{ changing(&["From ", &from, ". Change it if it was wrong or is no longer so."].concat()) }</p>
    } }
}

/// What does not go together with another answer. The region is always there, so that a screen reader says what comes into it.
fn beside(view: &View<'_>, asked: Ref<Question>) -> Html {
    html! { <div class="contradictions" role="status">{ for view.notes.iter().map(|notes| (notes.contradicted)(view, asked)) }</div> }
}

/// What to do where a check is not met.
fn remedy(question: &Question, given: Option<&Answer>) -> Html {
    let word = if question.needs == Some(true) { "no" } else { "yes" };
    let is_unmet = question.needs.is_some() && given == Some(&Answer::One(word.to_owned()));
    let remedy = question.otherwise.as_ref().filter(|_| is_unmet);
    html! {
        <div class="remedy" role="status">
            if let Some(remedy) = remedy { <p><strong>{ "Put it right: " }</strong><span>{ remedy.clone() }</span></p> }
        </div>
    }
}

/// Why it is asked: the clauses in their words, who can settle it, and, once it is open, what the answer can still change.
fn why(view: &View<'_>, asked: Ref<Question>) -> Html {
    let question = &view.policy()[asked];
    let clauses = question.source.clauses.iter().map(|clause| {
        let clause = &view.policy()[*clause];
        html! { <p><strong>{ clause.number.clone() }</strong>{ " " }{ clause.text.clone() }</p> }
    });
    let is_open = view.explained.contains(&asked);
    let on_toggle = view.send.reform(move |open| Message::Explained(asked, open));
    html! {
        <Disclosure class="why" summary="Why, and the clause" about={question.short.clone()} {on_toggle}>
            <div>
                { for clauses }
                <p>{ view.source(&question.source) }</p>
                if let Some(settled_by) = &question.settled_by { <p>{ "Who can settle it: " }{ settled_by.clone() }</p> }
                { for view.notes.iter().map(|notes| (notes.explained)(view, asked, is_open)) }
            </div>
        </Disclosure>
    }
}

/// A note of the evidence, open where there is some.
fn evidence(view: &View<'_>, question: &Question) -> Html {
    let key = Key::Evidence(&question.id);
    let value = view.text(&key);
    html! {
        <Disclosure class="why" summary="Note the evidence" about={question.short.clone()} open={!value.is_empty()}>
            <Field id={key.to_string()} kind={FieldKind::Lines(2)} label={["What shows this: ", &question.short].concat()}
                hint="Dates, what was said or done, where it is recorded." {value} on_input={view.write(&key)} />
        </Disclosure>
    }
}
