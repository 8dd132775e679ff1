//! Policies that nobody wrote, for the property tests of this crate: the questions of the small policy, and other rules.

use crate::small_policy::{self, DANGER, HEAVY, KINDS, REVIEW, TOLD, WARNED, compiled, small_policy, yes};
use crate::{Answers, Condition, Outcome, Policy, PolicyOption, Question, RecordItem, Ref, Rule, Selection};
use crate::{Source, Status};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const IDLE: Ref<Question> = Ref::new(4);

/// A policy with the questions of the small one. Its outcomes exclude each other: each holds where no earlier one does.
pub(crate) fn policies() -> impl Strategy<Value = Policy> {
    let outcomes = (vec(condition(concluded()), 3), vec((weighed(), recorded()), 4));
    let options = vec((subsequence(outcome_refs(), 1..=4), vec(rule(), 0..4), status()), 3);
    (condition(fact()), condition(fact()), outcomes, condition(concluded()), options).prop_map(
        |(heavy, told, outcomes, adjust, options)| {
            let mut policy = small_policy();
            policy.findings[HEAVY.index()].when = heavy;
            policy.conditions[TOLD.index()].when = told;
            policy.duties[2].when = adjust;
            set_outcomes(&mut policy.outcomes, outcomes);
            policy.options.iter_mut().zip(options).for_each(|(option, rules)| set_rules(option, rules));
            compiled(policy)
        },
    )
}

/// What can be known of a case under the small policy's questions.
pub(crate) fn answers() -> impl Strategy<Value = Answers> {
    let question = |chosen: Vec<u32>| {
        let definite = select(chosen).prop_map(Selection::Chosen);
        option::weighted(0.8, prop_oneof![9 => definite, 1 => Just(Selection::NotSure)])
    };
    let yes_no = || question(vec![0, 1]);
    (yes_no(), question((0..8).collect()), question(vec![1, 2, 4]), yes_no(), yes_no())
        .prop_map(|(danger, kinds, review, warned, idle)| given([danger, kinds, review, warned, idle]))
}

/// The same with every choice that a number can hold, also those that no question has.
pub(crate) fn answers_out_of_range() -> impl Strategy<Value = Answers> {
    let selection = || prop_oneof![any::<u32>().prop_map(Selection::Chosen), Just(Selection::NotSure)];
    proptest::array::uniform5(option::of(selection())).prop_map(given)
}

fn given(selections: [Option<Selection>; 5]) -> Answers {
    let mut answers = Answers::none(&small_policy());
    for (question, selection) in (0..).map(Ref::new).zip(selections) {
        selection.into_iter().for_each(|selection| answers.set(question, selection));
    }
    answers
}

/// A condition made of some parts.
fn condition(part: BoxedStrategy<Condition>) -> impl Strategy<Value = Condition> {
    part.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(small_policy::not),
            vec(inner.clone(), 1..4).prop_map(small_policy::all),
            vec(inner, 1..4).prop_map(small_policy::any),
        ]
    })
}

/// What a finding or a named condition can rest on: answers alone.
fn fact() -> BoxedStrategy<Condition> {
    prop_oneof![
        select(vec![DANGER, WARNED, IDLE]).prop_map(yes),
        (0..3_u8).prop_map(|choice| small_policy::choice(KINDS, choice)),
        (0..3_u8).prop_map(|choice| small_policy::choice(REVIEW, choice)),
        Just(Condition::AnyChoice(KINDS)),
        Just(Condition::Always),
    ]
    .boxed()
}

/// What an outcome or a duty can rest on.
fn concluded() -> BoxedStrategy<Condition> {
    prop_oneof![4 => fact(), 1 => Just(Condition::Finding(HEAVY)), 1 => Just(Condition::Named(TOLD))].boxed()
}

fn outcome_refs() -> Vec<Ref<Outcome>> {
    (0..4).map(Ref::new).collect()
}

fn weighed() -> impl Strategy<Value = Vec<Ref<PolicyOption>>> {
    subsequence((0..3).map(Ref::new).collect::<Vec<_>>(), 0..=3)
}

fn recorded() -> impl Strategy<Value = Vec<RecordItem>> {
    let items = vec![RecordItem::Finding(HEAVY), RecordItem::Question(KINDS), RecordItem::Question(IDLE)];
    subsequence(items, 0..=3)
}

fn status() -> impl Strategy<Value = Status> {
    select(Status::WORDS.map(|(status, _)| status).to_vec())
}

fn rule() -> impl Strategy<Value = Rule> {
    let part = prop_oneof![4 => concluded(), 1 => select(outcome_refs()).prop_map(Condition::Outcome)];
    let only_in = option::weighted(0.3, subsequence(outcome_refs(), 1..=4));
    (status(), condition(part.boxed()), only_in).prop_map(|(status, when, only_in)| Rule {
        status,
        when,
        only_in,
        because: String::new(),
        source: Source::default(),
    })
}

type WeighedAndRecorded = (Vec<Ref<PolicyOption>>, Vec<RecordItem>);

fn set_outcomes(outcomes: &mut [Outcome], (when, results): (Vec<Condition>, Vec<WeighedAndRecorded>)) {
    let mut earlier = Vec::new();
    // The last one holds where no other does.
    let when = when.into_iter().map(Some).chain([None]);
    for ((outcome, when), (weigh, record)) in outcomes.iter_mut().zip(when).zip(results) {
        let excluded = earlier.iter().cloned().map(small_policy::not);
        outcome.when = small_policy::all(excluded.chain(when.clone()).collect::<Vec<_>>());
        (outcome.weigh, outcome.record) = (weigh, record);
        earlier.extend(when);
    }
}

fn set_rules(
    option: &mut PolicyOption,
    (offered_in, mut rules, last): (Vec<Ref<Outcome>>, Vec<Rule>, Status),
) {
    let (when, because, source) = (Condition::Always, String::new(), Source::default());
    rules.push(Rule { status: last, when, only_in: None, because, source });
    (option.offered_in, option.rules) = (offered_in, rules);
}
