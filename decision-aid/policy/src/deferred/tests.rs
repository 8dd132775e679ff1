//! What the first stage has, what follows it, and that the two make the whole again.

use super::{Deferred, FirstStage};
use crate::small_policy::{DANGER, REVIEW, small_policy, yes};
use crate::{
    Clause, Condition, Content, Contradiction, Force, Paperwork, Policy, RecordSection, Ref, Source, Stage,
    Step,
};

fn resting_on(clause: u16) -> Source {
    Source { clauses: vec![Ref::new(clause)], ..Source::default() }
}

fn clause(number: usize) -> Clause {
    Clause {
        id: format!("clause-{number}"),
        number: number.to_string(),
        force: Force::Must,
        codes: Vec::new(),
        page: String::new(),
        text: format!("Clause {number}."),
    }
}

fn section(id: &str, stage: Stage) -> RecordSection {
    RecordSection {
        id: id.to_owned(),
        title: String::new(),
        stage,
        when: Condition::Always,
        when_restricting: false,
        when_taken: Vec::new(),
        fields: Vec::new(),
        source: Source::default(),
    }
}

/// The small policy with words wherever some follow later. The first question rests on the first clause, and one of the
/// second stage on the second; on the third rests no question.
fn policy() -> Policy {
    let mut policy = small_policy();
    policy.clauses = (0..3).map(clause).collect();
    policy.questions[DANGER.index()].source = resting_on(0);
    policy.questions[REVIEW.index()].source = resting_on(1);
    for question in &mut policy.questions {
        question.otherwise = Some(format!("otherwise {}", question.id));
        question.settled_by = Some(format!("{} is settled by", question.id));
    }
    policy.findings[0].says = "says".to_owned();
    policy.outcomes[0].steps =
        vec![Step { action: "act".to_owned(), who: "who".to_owned(), source: Source::default() }];
    policy.contradictions = vec![Contradiction {
        id: "both".to_owned(),
        says: "says".to_owned(),
        when: yes(DANGER),
        questions: vec![DANGER, REVIEW],
        source: Source::default(),
    }];
    for (number, option) in policy.options.iter_mut().enumerate() {
        option.does = format!("does {number}");
        option.tells = vec![format!("tells {number}")];
        option.rules[0].because = format!("because {number}");
    }
    policy
}

fn whole() -> Content {
    let sections = vec![section("contact", Stage::Start), section("dates", Stage::Dates)];
    Content { policy: policy(), paperwork: Paperwork { sections, ..Paperwork::default() } }
}

fn ids(sections: &[RecordSection]) -> Vec<&str> {
    sections.iter().map(|section| section.id.as_str()).collect()
}

#[test]
fn what_is_split_comes_together_again_by_way_of_bytes() {
    let (first, deferred) = whole().split();
    let bytes =
        |first: &FirstStage, deferred: &Deferred| Some((first.to_bytes().ok()?, deferred.to_bytes().ok()?));
    let (first, deferred) = bytes(&first, &deferred).expect("both can be written");
    let (first, deferred) = (FirstStage::from_bytes(&first), Deferred::from_bytes(&deferred));
    assert_eq!(deferred.expect("it is read").join(first.expect("it is read")), whole());
}

#[test]
fn the_first_stage_has_its_own_questions_whole_and_of_the_rest_only_what_decides() {
    let (FirstStage { policy, start }, deferred) = whole().split();
    let texts: Vec<&str> = policy.clauses.iter().map(|clause| clause.text.as_str()).collect();
    assert_eq!(texts, ["Clause 0.", "", ""], "only what the first question rests on");
    for question in &policy.questions {
        let is_first = question.id == "danger";
        assert_eq!(
            (question.otherwise.is_some(), question.settled_by.is_some()),
            (is_first, is_first),
            "{}",
            question.id
        );
    }
    let conditions = policy.conditions.iter().map(|named| &named.when);
    let conditions = conditions.chain(policy.findings.iter().map(|finding| &finding.when));
    let mut conditions = conditions.chain(policy.outcomes.iter().map(|outcome| &outcome.when));
    assert!(conditions.all(|when| *when == Condition::Always));
    assert!(policy.findings.iter().all(|finding| finding.says.is_empty()));
    assert!(
        policy.outcomes.iter().all(|outcome| outcome.steps.is_empty()) && policy.contradictions.is_empty()
    );
    assert!(policy.options.iter().all(|option| option.does.is_empty() && option.tells.is_empty()));
    assert!(policy.options.iter().all(|option| option.rules.is_empty()));
    assert_eq!(policy.diagrams, small_policy().diagrams, "what decides is all there");
    assert_eq!((ids(&start), ids(&deferred.paperwork.sections)), (vec!["contact"], vec!["dates"]));
}

#[test]
fn before_the_rest_arrives_the_first_stage_shows_its_part_of_the_record() {
    let (first, _) = whole().split();
    let shown = first.clone().into_content();
    assert_eq!((ids(&shown.paperwork.sections), shown.policy), (vec!["contact"], first.policy));
}
