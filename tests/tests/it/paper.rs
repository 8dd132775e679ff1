//! The form on paper follows the same rules as the aid: filled in by itself, from top to bottom, it comes to the
//! same results.

use fastrand::Rng;
use handbook::generated::form::fill::{Filled, fill};
use handbook::generated::form::{Form, FormLine};
use handbook_tests::{HANDBOOK, any_answer, books, pages};
use policy::{Answers, Assessment, Condition, Policy, RawAnswers, Ref, Selection, assess};
use policy_compiler::compile;

const COMPLETE_CASES: usize = 6_000;
const PARTIAL_CASES: usize = 3_000;

fn read(policy: &Policy, raw: &RawAnswers) -> Answers {
    Answers::read(policy, raw).expect("the answers can be read")
}

/// An answer to each question that `answered` picks.
fn case(policy: &Policy, rng: &mut Rng, mut answered: impl FnMut(&mut Rng) -> bool) -> RawAnswers {
    let mut raw = RawAnswers::new();
    for question in &policy.questions {
        if answered(rng) {
            raw.insert(question.id.clone(), any_answer(question, rng));
        }
    }
    raw
}

/// Whether the paper says what the aid says, and nothing where the aid says nothing.
fn agree(policy: &Policy, filled: &Filled, assessed: &Assessment, raw: &RawAnswers) {
    assert_eq!(filled.outcome(), assessed.outcome, "the outcome with {raw:?}");
    assert_eq!(filled.findings, assessed.findings, "the findings with {raw:?}");
    assert_eq!(filled.duties, assessed.duties, "the duties with {raw:?}");
    for ((option, status), standing) in policy.options.iter().zip(&filled.options).zip(&assessed.options) {
        assert_eq!(*status, Some(standing.status), "`{}` with {raw:?}", option.id);
    }
}

#[test]
fn with_every_answer_the_paper_comes_to_the_same_results() {
    let policy = &HANDBOOK.policy;
    let (form, mut rng) = (Form::of(policy), Rng::with_seed(1));
    let mut outcomes = vec![0; policy.outcomes.len()];
    for _ in 0..COMPLETE_CASES {
        let raw = case(policy, &mut rng, |_| true);
        let answers = read(policy, &raw);
        let assessed = assess(policy, &answers);
        agree(policy, &fill(&form, &answers), &assessed, &raw);
        assessed.outcome.into_iter().for_each(|outcome| outcomes[outcome.index()] += 1);
    }
    assert!(outcomes.iter().all(|cases| *cases > 0), "not every outcome came up: {outcomes:?}");
}

#[test]
fn the_practice_cases_come_to_the_same_results_on_paper() {
    let policy = &HANDBOOK.policy;
    let form = Form::of(policy);
    for scenario in &HANDBOOK.scenarios {
        let answers = read(policy, &scenario.answers);
        never_more(policy, &fill(&form, &answers), &assess(policy, &answers), &scenario.answers);
    }
}

#[test]
fn with_open_boxes_the_paper_never_says_more_than_the_aid() {
    let policy = &HANDBOOK.policy;
    let (form, mut rng) = (Form::of(policy), Rng::with_seed(2));
    for _ in 0..PARTIAL_CASES {
        let raw = case(policy, &mut rng, |rng| rng.u32(0..4) > 0);
        let answers = read(policy, &raw);
        never_more(policy, &fill(&form, &answers), &assess(policy, &answers), &raw);
    }
}

/// What the paper settles, the aid settles in the same way.
fn never_more(policy: &Policy, filled: &Filled, assessed: &Assessment, raw: &RawAnswers) {
    if filled.outcome().is_some() {
        assert_eq!(filled.outcome(), assessed.outcome, "the outcome with {raw:?}");
    }
    let findings = filled.findings.iter().zip(&assessed.findings);
    let duties = filled.duties.iter().zip(&assessed.duties);
    for (paper, aid) in findings.chain(duties).filter(|(paper, _)| paper.is_some()) {
        assert_eq!(paper, aid, "a finding or duty with {raw:?}");
    }
    for ((option, status), standing) in policy.options.iter().zip(&filled.options).zip(&assessed.options) {
        if let Some(status) = status {
            assert_eq!(*status, standing.status, "`{}` with {raw:?}", option.id);
        }
    }
}

#[test]
fn the_questions_that_the_form_says_to_leave_out_are_not_missed() {
    let policy = &HANDBOOK.policy;
    let (form, mut rng) = (Form::of(policy), Rng::with_seed(3));
    let mut left_out = 0;
    for _ in 0..COMPLETE_CASES {
        let raw = case(policy, &mut rng, |_| true);
        let whole = read(policy, &raw);
        let mut shorter = raw.clone();
        for ask in form.stages.iter().flat_map(|stage| &stage.asks) {
            let answered = |by: &Ref<policy::Question>| shorter.contains_key(&policy[*by].id);
            let idle = |(by, answer): &(Ref<policy::Question>, Selection)| {
                answered(by) && whole.get(*by) == Some(*answer)
            };
            if ask.leave_out.iter().any(idle) {
                shorter.remove(&policy[ask.question].id);
                left_out += 1;
            }
        }
        let filled = fill(&form, &read(policy, &shorter));
        let assessed = assess(policy, &whole);
        assert_eq!(filled.outcome(), assessed.outcome, "{raw:?} without what can be left out");
        let outcome = assessed.outcome.expect("a complete case has an outcome");
        for option in &policy[outcome].weigh {
            let (paper, aid) = (filled.options[option.index()], assessed.options[option.index()].status);
            assert_eq!(
                paper,
                Some(aid),
                "`{}` with {raw:?} without what can be left out",
                policy[*option].id
            );
        }
    }
    assert!(left_out > COMPLETE_CASES, "only {left_out} questions were left out");
}

/// A line waits for nothing that stands below it.
#[test]
fn every_line_stands_below_what_it_reads() {
    let compiled =
        |book: std::path::PathBuf| compile(&pages(&book), "test").expect("the book is good").policy;
    for policy in books("good").into_iter().map(compiled).chain([HANDBOOK.policy.clone()]) {
        let form = Form::of(&policy);
        let mut known: Vec<FormLine> = Vec::new();
        for (place, stage) in form.stages.iter().enumerate() {
            for line in &stage.lines {
                reads(line.when(&policy), &mut |part| match part {
                    Condition::Finding(of) => assert!(known.contains(&FormLine::Finding(*of)), "{line:?}"),
                    Condition::Named(of) => assert!(known.contains(&FormLine::Condition(*of)), "{line:?}"),
                    Condition::Answer { question, .. }
                    | Condition::AnyChoice(question)
                    | Condition::NotSure(question) => {
                        assert!(policy[*question].group.index() <= place, "{line:?}");
                    }
                    _ => {}
                });
                known.push(*line);
            }
        }
        let all =
            policy.findings.len() + policy.conditions.len() + policy.duties.len() + policy.outcomes.len();
        assert!(known.len() == all || form.stages.is_empty(), "each line stands on the form once");
        let asked = form.stages.iter().map(|stage| stage.asks.len()).sum::<usize>();
        assert_eq!(asked, policy.questions.len(), "each question stands on the form once");
    }
}

fn reads(condition: &Condition, call: &mut dyn FnMut(&Condition)) {
    match condition {
        Condition::Not(inner) => reads(inner, call),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| reads(part, call)),
        part => call(part),
    }
}
