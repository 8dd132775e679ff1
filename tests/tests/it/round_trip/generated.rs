//! Policies that nobody wrote and that break no law: rules are made by chance, and those that cannot happen are taken out.

use policy::{
    AnswerKind, Answers, Choice, Clause, Condition, Duty, Finding, Force, Group, NamedCondition, Outcome,
    Policy, PolicyOption, Question, RecordItem, Ref, Rule, Source, Status, assess, deciding_rules,
};
use policy_compiler::recompile;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A policy that the compiler accepts, with its diagrams.
pub(crate) fn policies() -> impl Strategy<Value = Policy> {
    vec(question(), 1..6)
        .prop_flat_map(|questions| {
            let facts = facts(&questions);
            let concluded = concluded(facts.clone());
            let conclusions = (vec(condition(facts), 2), vec(condition(concluded.clone()), 1..4));
            let duty =
                condition(prop_oneof![concluded.clone(), (0..questions.len()).prop_map(not_sure)].boxed());
            let options = vec((vec(any::<Index>(), 1..3), vec(rule(concluded), 0..4), status()), 0..3);
            (Just(questions), conclusions, duty, options)
        })
        .prop_map(|(questions, (facts, outcomes), duty, options)| {
            let mut policy = asked(questions);
            conclude(&mut policy, facts, outcomes, duty);
            let mut policy = without_what_cannot_happen(policy);
            policy.options =
                (0..).zip(options).map(|(number, option)| made_option(&policy, number, option)).collect();
            let mut policy = without_rules_that_never_decide(policy);
            weigh(&mut policy);
            recompile(policy).expect("it is small")
        })
}

fn source() -> Source {
    Source { clauses: vec![Ref::new(0)], ..Source::default() }
}

fn texts() -> impl Strategy<Value = String> {
    "[A-Z][a-z \"'\\\\,£é😀-]{0,12}[a-z]"
}

/// Something to answer: its kind, whether it is fixed, and on which screen of which group it is asked.
fn question() -> impl Strategy<Value = Question> {
    let choices = |least| {
        vec((texts(), any::<bool>()), least..5).prop_map(|choices| {
            let choice = |(number, (label, record_only)): (usize, (String, bool))| Choice {
                id: format!("c{number}"),
                label,
                record_only,
                clauses: vec![Ref::new(0)],
            };
            choices.into_iter().enumerate().map(choice).collect::<Vec<_>>()
        })
    };
    let kinds = prop_oneof![
        Just(AnswerKind::YesNo),
        choices(1).prop_map(AnswerKind::AnyOf),
        choices(2).prop_map(AnswerKind::OneOf),
    ];
    (kinds, any::<bool>(), texts(), option::of(texts()), (0..2_u16, 0..2_u8)).prop_map(
        |(answers, fixed, ask, hint, (group, screen))| Question {
            id: String::new(),
            group: Ref::new(group),
            screen,
            short: ask.clone(),
            ask,
            hint,
            answers,
            needs: None,
            otherwise: None,
            settled_by: None,
            fixed,
            source: source(),
        },
    )
}

/// A condition made of some parts.
fn condition(part: BoxedStrategy<Condition>) -> BoxedStrategy<Condition> {
    part.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(not),
            vec(inner.clone(), 2..4).prop_map(Condition::All),
            vec(inner, 2..4).prop_map(Condition::Any),
        ]
    })
    .boxed()
}

fn not(inner: Condition) -> Condition {
    Condition::Not(Box::new(inner))
}

fn not_sure(question: usize) -> Condition {
    Condition::NotSure(reference(question))
}

fn reference<T>(index: usize) -> Ref<T> {
    Ref::new(u16::try_from(index).expect("there are few"))
}

/// What the answers say at once.
fn facts(questions: &[Question]) -> BoxedStrategy<Condition> {
    // The questions are put in the order asked afterwards: what is meant is the place in this order.
    let of = |(index, question): (usize, &Question)| {
        let question_ref = reference(index);
        let count = u8::try_from(question.answers.choices().len().max(1)).expect("there are few");
        let chosen = (0..count).map(move |choice| Condition::Answer { question: question_ref, choice });
        let any =
            matches!(question.answers, AnswerKind::AnyOf(_)).then_some(Condition::AnyChoice(question_ref));
        chosen.chain(any)
    };
    let mut sorted: Vec<&Question> = questions.iter().collect();
    sorted.sort_by_key(|question| (question.group, question.screen));
    select(sorted.into_iter().enumerate().flat_map(of).collect::<Vec<_>>()).boxed()
}

/// The same, or what has a name.
fn concluded(facts: BoxedStrategy<Condition>) -> BoxedStrategy<Condition> {
    let finding = Just(Condition::Finding(Ref::new(0)));
    prop_oneof![6 => facts, 1 => finding, 1 => Just(Condition::Named(Ref::new(0)))].boxed()
}

fn status() -> impl Strategy<Value = Status> {
    select(Status::WORDS.map(|(status, _)| status).into_iter().skip(1).collect::<Vec<_>>())
}

type MadeRule = (Status, Condition, Option<Index>, String);

fn rule(concluded: BoxedStrategy<Condition>) -> impl Strategy<Value = MadeRule> {
    (status(), condition(concluded), option::weighted(0.3, any::<Index>()), texts())
}

/// The questions, in the order asked, with their groups and the clause that everything cites.
fn asked(mut questions: Vec<Question>) -> Policy {
    questions.sort_by_key(|question| (question.group, question.screen));
    questions.iter_mut().enumerate().for_each(|(number, question)| question.id = format!("q{number}"));
    let group = |number: usize| Group {
        id: format!("g{number}"),
        name: format!("Group {number}"),
        title: format!("What of {number}?"),
        always: number == 1,
    };
    let clause = Clause {
        id: "rules.all".to_owned(),
        number: "1.1".to_owned(),
        force: Force::Must,
        codes: vec!["R-1".to_owned()],
        page: "policy.html".to_owned(),
        text: "All *rules* [here] & there_.".to_owned(),
    };
    Policy {
        version: "1".to_owned(),
        clauses: vec![clause],
        groups: (0..2).map(group).collect(),
        questions,
        ..Policy::default()
    }
}

/// A named condition, a finding, a duty, and outcomes of which each holds where no earlier one does.
fn conclude(policy: &mut Policy, facts: Vec<Condition>, outcomes: Vec<Condition>, duty: Condition) {
    let [named, found] = <[Condition; 2]>::try_from(facts).expect("there are two");
    let words = |id: &str| (id.to_owned(), format!("The {id}"), format!("It is {id}."));
    policy.conditions =
        vec![NamedCondition { id: "named".to_owned(), name: "A name".to_owned(), when: named }];
    let (id, name, says) = words("found");
    policy.findings = vec![Finding { id, name, says, when: found, source: source() }];
    let (id, name, says) = words("do");
    policy.duties = vec![Duty { id, name, says, urgent: true, when: duty, source: source() }];
    let record: Vec<RecordItem> = policy.question_refs().map(RecordItem::Question).collect();
    let mut earlier: Vec<Condition> = Vec::new();
    for (number, when) in outcomes.into_iter().map(Some).chain([None]).enumerate() {
        let (id, name, says) = words(&format!("o{number}"));
        let parts: Vec<Condition> = earlier.iter().cloned().map(not).chain(when.clone()).collect();
        // What is written alone has no word that joins it.
        let when_all = if let [only] = &parts[..] { only.clone() } else { Condition::All(parts) };
        let source = source();
        let (steps, weigh, decide_one, record) = (Vec::new(), Vec::new(), Vec::new(), record.clone());
        policy.outcomes.push(Outcome {
            id,
            name,
            says,
            when: when_all,
            steps,
            weigh,
            decide_one,
            record,
            source,
        });
        earlier.extend(when);
    }
}

/// The policy without outcomes and duties that can never hold. A finding that cannot differ is made to.
fn without_what_cannot_happen(policy: Policy) -> Policy {
    let mut policy = recompile(policy).expect("it is small");
    let now = assess(&policy, &Answers::none(&policy));
    if now.findings[0].is_some() {
        policy.findings[0].when = match policy.questions[0].answers {
            AnswerKind::AnyOf(_) => Condition::AnyChoice(Ref::new(0)),
            _ => Condition::Answer { question: Ref::new(0), choice: 0 },
        };
        return without_what_cannot_happen(policy);
    }
    if now.duties[0] == Some(false) {
        policy.duties.clear();
    }
    let possible = |index: usize| now.possible.contains(&reference(index));
    let outcomes = std::mem::take(&mut policy.outcomes).into_iter().enumerate();
    policy.outcomes = outcomes.filter(|(index, _)| possible(*index)).map(|(_, outcome)| outcome).collect();
    policy
}

fn made_option(
    policy: &Policy,
    number: usize,
    (offered, rules, last): (Vec<Index>, Vec<MadeRule>, Status),
) -> PolicyOption {
    let outcome = |index: &Index| reference(index.index(policy.outcomes.len()));
    let mut offered_in: Vec<Ref<Outcome>> = offered.iter().map(outcome).collect();
    offered_in.sort();
    offered_in.dedup();
    let rule = |(status, when, only_in, because): MadeRule| Rule {
        status,
        when,
        only_in: only_in.map(|index| vec![offered_in[index.index(offered_in.len())]]),
        because,
        source: source(),
    };
    let last = (last, Condition::Always, None, "Otherwise".to_owned());
    let rules: Vec<Rule> = rules.into_iter().chain([last]).map(rule).collect();
    PolicyOption {
        id: format!("option{number}"),
        name: format!("Option {number}"),
        does: "It does something.".to_owned(),
        tells: Vec::new(),
        restricts: number == 0,
        instead_of: Vec::new(),
        conflicts: Vec::new(),
        evidence: vec![Ref::new(0)],
        details: Vec::new(),
        offered_in,
        rules,
        source: source(),
    }
}

/// The policy without rules that never decide, and without options whose last rule is one of them.
fn without_rules_that_never_decide(policy: Policy) -> Policy {
    let mut policy = recompile(policy).expect("it is small");
    let unknown = Answers::none(&policy);
    let deciding: Vec<Vec<usize>> = (0..policy.options.len())
        .map(|option| deciding_rules(&policy, &unknown, reference(option)))
        .collect();
    for (option, deciding) in policy.options.iter_mut().zip(deciding) {
        let last = option.rules.len() - 1;
        let rules = std::mem::take(&mut option.rules).into_iter().enumerate();
        if deciding.contains(&last) {
            option.rules =
                rules.filter(|(index, _)| deciding.contains(index)).map(|(_, rule)| rule).collect();
        }
    }
    policy.options.retain(|option| !option.rules.is_empty());
    policy
}

/// Every outcome weighs what is offered in it.
fn weigh(policy: &mut Policy) {
    for (index, outcome) in policy.outcomes.iter_mut().enumerate() {
        let offered = |option: &PolicyOption| option.offered_in.contains(&reference(index));
        let options = policy.options.iter().enumerate();
        outcome.weigh =
            options.filter(|(_, option)| offered(option)).map(|(option, _)| reference(option)).collect();
    }
}
