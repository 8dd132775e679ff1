//! Why something holds, and what would change it.

use crate::view::View;
use policy::{
    Change, Outcome, Question, Ref, Status, changes_to_outcome, changes_to_status, trace, why_outcome,
};
use ui::Disclosure;
use yew::{Html, html};

/// Some answers, each with its clause.
pub(crate) fn reasons(view: &View<'_>, questions: &[Ref<Question>]) -> Html {
    let reason = |asked: &Ref<Question>| {
        let question = &view.policy()[*asked];
        html! {
            <li key={question.id.as_str()}>
                <span>{ question.short.clone() }{ ": " }</span>
                <strong>{ view.case_view.answer_in_words(*asked) }</strong>
                { " " }{ view.source(&question.source) }
            </li>
        }
    };
    html! { <ul class="reasons">{ for questions.iter().map(reason) }</ul> }
}

/// Why the outcome holds: the fewest answers that suffice, and on request the whole rule.
pub(crate) fn why_this_outcome(view: &View<'_>, outcome: Ref<Outcome>) -> Html {
    let (policy, answers) = (view.policy(), &view.case_view.walk.answers);
    let why = why_outcome(policy, answers, outcome).unwrap_or_default();
    let lines = trace(policy, answers, &policy[outcome].when);
    let part = |line: &policy::TraceLine<'_>| {
        let holds = match line.holds {
            Some(true) => "yes",
            Some(false) => "no",
            None => "not known",
        };
        html! {
            <li class={DEPTHS[line.depth.min(DEPTHS.len() - 1)]}>
                <span>{ line.part.in_words(policy) }{ ": " }</span><strong>{ holds }</strong>
            </li>
        }
    };
    html! { <>
        <Disclosure class="why" summary="Why this is the result">
            <p>{ "These answers are enough for it, whatever the others are:" }</p>
            { reasons(view, &why) }
        </Disclosure>
        <Disclosure class="why" summary="The whole rule, part by part">
            <ul class="trace">{ for lines.iter().map(part) }</ul>
        </Disclosure>
    </> }
}

const DEPTHS: [&str; 6] = ["depth-0", "depth-1", "depth-2", "depth-3", "depth-4", "depth-5"];

/// What would change the result: the smallest sets of other answers, nearest first.
pub(crate) fn what_would_change(view: &View<'_>, outcome: Ref<Outcome>) -> Html {
    let policy = view.policy();
    let answers = &view.case_view.walk.answers;
    let others = policy.outcome_refs().filter(|other| *other != outcome);
    let outcomes =
        others.map(|other| (policy[other].name.clone(), changes_to_outcome(policy, answers, other)));
    let options = policy[outcome].weigh.iter().map(|option| {
        let is_supported = view.assessment().options[option.index()].status == Status::Warranted;
        let to = if is_supported { Status::NotWarranted } else { Status::Warranted };
        let name = format!("{}: {}", policy[*option].name, to.name().to_ascii_lowercase());
        (name, changes_to_status(policy, answers, *option, to))
    });
    let mut found: Vec<(String, Vec<Change>)> =
        outcomes.chain(options).filter(|(_, changes)| !changes.is_empty()).collect();
    if found.is_empty() {
        return Html::default();
    }
    found.sort_by_key(|(_, changes)| changes[0].len());
    html! {
        <Disclosure class="why" summary="What would change it">
            <p>{ "The smallest changes to the answers, nearest first. A fact is not yours to choose: this shows what the result hangs on." }</p>
            <dl class="changes">{ for found.iter().map(|(name, changes)| change(view, name, changes)) }</dl>
        </Disclosure>
    }
}

/// What another result would take: each way to it, the first ones only.
fn change(view: &View<'_>, name: &str, changes: &[Change]) -> Html {
    let policy = view.policy();
    let fact = |(question, selection): &(Ref<Question>, policy::Selection)| {
        let question = &policy[*question];
        let answer = question.in_words(&question.answer(*selection));
        format!("{}: {answer} ({})", question.short, policy.numbers(&question.source.clauses))
    };
    let way = |change: &Change| change.iter().map(fact).collect::<Vec<_>>().join("; and ");
    html! {
        <div><dt>{ name.to_owned() }</dt>{ for changes.iter().take(2).map(|change| html! { <dd>{ way(change) }</dd> }) }</div>
    }
}
