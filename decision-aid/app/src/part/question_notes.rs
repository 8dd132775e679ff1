//! What is said of a question besides itself: what does not go together with its answer, what the answer can still change, and
//! the words that the handbook explains. The first program does without.

use crate::view::{QuestionNotes, View};
use policy::{Contradiction, Finding, PolicyOption, Question, Ref, effect};
use yew::{Html, html};

/// Everything that there is to say.
pub(crate) const NOTES: QuestionNotes = QuestionNotes { contradicted, explained };

fn explained(view: &View<'_>, asked: Ref<Question>, is_open: bool) -> Html {
    html! { <>
        if is_open { { changes(view, asked) } }
        { terms(view, &view.policy()[asked]) }
    </> }
}

/// What does not go together with another answer, said beside both.
fn contradicted(view: &View<'_>, asked: Ref<Question>) -> Html {
    let found = view.case_view.contradictions_at(asked);
    let item = |contradiction: &&Contradiction| {
        html! {
            <p class="warning" key={contradiction.id.as_str()}>
                <strong>{ "These answers do not go together. " }</strong>
                <span>{ contradiction.says.clone() }</span>{ " " }{ view.source(&contradiction.source) }
            </p>
        }
    };
    found.iter().map(item).collect()
}

/// What the answer can still change.
fn changes(view: &View<'_>, asked: Ref<Question>) -> Html {
    let policy = view.policy();
    let effect = effect(policy, &view.case_view.walk.answers, view.assessment(), asked);
    let option = |option: &Ref<PolicyOption>| format!("whether this is supported: {}", policy[*option].name);
    let finding = |finding: &Ref<Finding>| format!("this finding: {}", policy[*finding].name);
    let outcome = effect.outcome.then(|| "what to do now".to_owned());
    let changes: Vec<String> = outcome
        .into_iter()
        .chain(effect.options.iter().map(option))
        .chain(effect.findings.iter().map(finding))
        .collect();
    html! {
        <div key="changes">
            if effect.always { <p>{ "Somebody’s safety may hang on it, so it is asked in every case." }</p> }
            if changes.is_empty() {
                <p>{ "The answer changes no result. The record needs it." }</p>
            } else {
                <p>{ "The answer can still change:" }</p>
                <ul>{ for changes.into_iter().map(|change| html! { <li>{ change }</li> }) }</ul>
            }
        </div>
    }
}

/// The words of the question that the handbook explains.
fn terms(view: &View<'_>, question: &Question) -> Html {
    let labels = question.answers.choices().iter().map(|choice| choice.label.as_str());
    let text: Vec<&str> = [question.ask.as_str()].into_iter().chain(labels).collect();
    let text = text.join(" ").to_ascii_lowercase();
    let terms = view.case_view.content.paperwork.terms.iter();
    let mut used = terms.filter(|term| has_words(&text, &term.term.to_ascii_lowercase())).peekable();
    if used.peek().is_none() {
        return Html::default();
    }
    html! {
        <dl class="terms" key="terms">{ for used.map(|term| html! {
            <div key={term.term.as_str()}><dt>{ term.term.clone() }</dt><dd>{ term.meaning.clone() }</dd></div>
        }) }</dl>
    }
}

/// Whether some words stand in a text, and not as a part of others.
fn has_words(text: &str, words: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let ends = |(start, _): (usize, &str)| {
        let (before, after) = (&text[..start], &text[start + words.len()..]);
        !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
    };
    text.match_indices(words).any(ends)
}
