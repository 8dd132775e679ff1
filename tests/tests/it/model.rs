//! The handbook's pages against the decision model, case by case: complete answers, partial answers, and the
//! practice cases.

use fastrand::Rng;
use handbook_tests::HANDBOOK;
use handbook_tests::cases::{Given, Known, answer, as_answers, as_case, complete, completion, partial};
use handbook_tests::model::{self, QUESTIONS, Takes, Verdict, WEIGHED_AND_RECORDED};
use policy::{AnswerKind, Answers, Assessment, Policy, RecordItem, assess};
use std::collections::{BTreeMap, BTreeSet};

const COMPLETE_CASES: usize = 25_000;
const PARTIAL_CASES: usize = 6_000;
const COMPLETIONS_OF_EACH: usize = 8;

fn policy() -> &'static Policy {
    &HANDBOOK.policy
}

// ---- what the handbook says, by id ----------------------------------------------------------------------

/// What an assessment holds for certain.
struct Certain {
    outcome: Option<&'static str>,
    findings: BTreeMap<&'static str, bool>,
    duties: BTreeMap<&'static str, bool>,
    options: BTreeMap<&'static str, &'static str>,
}

impl Certain {
    fn of(assessment: &Assessment) -> Self {
        let policy = policy();
        let findings = policy.findings.iter().zip(&assessment.findings);
        let duties = policy.duties.iter().zip(&assessment.duties);
        let options = policy.options.iter().zip(&assessment.options);
        Self {
            outcome: assessment.outcome.map(|outcome| policy[outcome].id.as_str()),
            findings: findings.filter_map(|(finding, held)| Some((finding.id.as_str(), (*held)?))).collect(),
            duties: duties.filter_map(|(duty, held)| Some((duty.id.as_str(), (*held)?))).collect(),
            options: options
                .filter(|(_, standing)| standing.settled)
                .map(|(option, standing)| (option.id.as_str(), standing.status.word()))
                .collect(),
        }
    }

    /// Where it says something else than the model.
    fn differences(&self, verdict: &Verdict) -> Vec<String> {
        let mut found = Vec::new();
        if let Some(outcome) = self.outcome.filter(|outcome| verdict.outcome_ids() != [*outcome]) {
            found.push(format!("the handbook says `{outcome}`, the model {:?}", verdict.outcome_ids()));
        }
        compare(&self.findings, &verdict.findings_by_id(), &mut found);
        compare(&self.duties, &verdict.duties_by_id(), &mut found);
        compare(&self.options, &verdict.options_by_id(), &mut found);
        found
    }
}

fn compare<T: PartialEq + std::fmt::Debug>(
    handbook: &BTreeMap<&'static str, T>,
    model: &BTreeMap<&'static str, T>,
    into: &mut Vec<String>,
) {
    for (id, ours) in handbook.iter().filter(|(id, _)| **id != "check-danger") {
        let models = model.get(id);
        if models != Some(ours) {
            into.push(format!("`{id}`: the handbook says {ours:?}, the model {models:?}"));
        }
    }
}

fn refuse(differences: &[String], known: &Known) {
    assert!(differences.is_empty(), "{}\nwith {known:#?}", differences.join("\n"));
}

// ---- the tests -----------------------------------------------------------------------------------------

#[test]
fn the_questions_are_those_of_the_model() {
    let kind = |takes: &AnswerKind| {
        let choices: Vec<&str> = takes.choices().iter().map(|choice| choice.id.as_str()).collect();
        match takes {
            AnswerKind::YesNo => "yes-no".to_owned(),
            AnswerKind::AnyOf(_) => format!("any-of {choices:?}"),
            AnswerKind::OneOf(_) => format!("one-of {choices:?}"),
        }
    };
    let policy = policy();
    let handbook: Vec<(&str, &str, String)> = policy
        .questions
        .iter()
        .map(|question| (policy[question.group].id.as_str(), question.id.as_str(), kind(&question.answers)))
        .collect();
    let model: Vec<(&str, &str, String)> = QUESTIONS
        .iter()
        .map(|(group, question, takes)| {
            let kind = match takes {
                Takes::YesNo => "yes-no".to_owned(),
                Takes::AnyOf(choices) => format!("any-of {choices:?}"),
                Takes::OneOf(choices) => format!("one-of {choices:?}"),
            };
            (*group, *question, kind)
        })
        .collect();
    assert_eq!(handbook, model);
    let always: Vec<&str> =
        policy.groups.iter().filter(|group| group.always).map(|group| group.id.as_str()).collect();
    assert_eq!(always, ["safety"]);
}

#[test]
fn every_outcome_weighs_and_records_what_the_model_says() {
    let policy = policy();
    let sorted = |mut ids: Vec<String>| {
        ids.sort();
        ids
    };
    let owned = |ids: &[&str]| sorted(ids.iter().map(|id| (*id).to_owned()).collect());
    let handbook: Vec<_> = policy
        .outcomes
        .iter()
        .map(|outcome| {
            let weigh = outcome.weigh.iter().map(|option| policy[*option].id.clone()).collect();
            let record = outcome.record.iter().map(|item| match item {
                RecordItem::Question(question) => policy[*question].id.clone(),
                RecordItem::Finding(finding) => policy[*finding].id.clone(),
            });
            (outcome.id.clone(), sorted(weigh), sorted(record.collect()))
        })
        .collect();
    let model: Vec<_> = WEIGHED_AND_RECORDED
        .iter()
        .map(|(outcome, weigh, record)| ((*outcome).to_owned(), owned(weigh), owned(record)))
        .collect();
    assert_eq!(handbook, model);
}

#[test]
fn complete_answers_give_what_the_model_gives() {
    let mut rng = Rng::with_seed(20_261_123);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut statuses: BTreeSet<(&str, &str)> = BTreeSet::new();
    for _ in 0..COMPLETE_CASES {
        let known = complete(&mut rng);
        let verdict = model::verdict(as_case(&known));
        let outcomes = verdict.outcome_ids();
        assert_eq!(outcomes.len(), 1, "{outcomes:?} with {known:#?}");
        let certain = Certain::of(&assess(policy(), &as_answers(&known)));
        refuse(&certain.differences(&verdict), &known);
        // Nothing stays unknown where everything is answered, and nothing is missing.
        assert!(certain.outcome.is_some(), "no outcome with {known:#?}");
        let mut duties: Vec<&str> = model::DUTIES.into_iter().chain(["check-danger"]).collect();
        duties.sort_unstable();
        assert!(certain.findings.keys().eq(verdict.findings_by_id().keys()), "{:?}", certain.findings);
        assert!(certain.duties.keys().eq(duties.iter()), "{:?}", certain.duties);
        assert!(certain.options.keys().eq(verdict.options_by_id().keys()), "{:?}", certain.options);
        assert!(!certain.duties["check-danger"], "nobody is unsure of anything");
        *seen.entry(outcomes[0]).or_default() += 1;
        statuses.extend(certain.options);
    }
    // The cases tried are worth something only if they reach everything.
    assert_eq!(seen.len(), 12, "outcomes reached: {seen:?}");
    assert!(seen.values().all(|count| *count >= 200), "too few cases of one outcome: {seen:?}");
    assert_eq!(statuses, every_status(), "the statuses that options can take");
}

/// Every status that section 6 lets an option take.
fn every_status() -> BTreeSet<(&'static str, &'static str)> {
    let restriction = ["not-offered", "not-available", "open", "not-warranted"].as_slice();
    let with = |also: &'static str| [restriction, &[also]].concat();
    [
        ("contact-point", vec!["required", "open", "not-offered"]),
        ("named-staff", with("warranted")),
        ("limit-contacts", with("warranted")),
        ("witness", with("warranted")),
        ("one-medium", with("warranted")),
        ("office-appointment", with("warranted")),
        ("same-matter", with("warranted")),
        ("keep-out", restriction.to_vec()),
        ("police-or-legal", vec!["required", "warranted", "not-warranted", "not-offered"]),
        ("short-term-access", vec!["warranted", "not-warranted", "not-offered"]),
        ("further-access", with("warranted")),
        ("legal-advice", vec!["warranted", "not-available", "not-offered"]),
        // Section 6 ends the row of the further steps with "else not-warranted", which no answers lead to.
        ("report-police", vec!["required", "warranted", "open", "not-available", "not-offered"]),
        ("lift", vec!["warranted", "open", "not-warranted", "not-offered"]),
        ("modify", vec!["not-available", "open", "warranted", "not-offered"]),
        ("continue", vec!["not-available", "open", "warranted", "not-offered"]),
    ]
    .into_iter()
    .flat_map(|(option, statuses)| statuses.into_iter().map(move |status| (option, status)))
    .collect()
}

#[test]
fn what_is_definite_holds_however_the_rest_turns_out() {
    let mut rng = Rng::with_seed(6_000);
    let mut settled_early = 0;
    for _ in 0..PARTIAL_CASES {
        let known = partial(&mut rng);
        let certain = Certain::of(&assess(policy(), &as_answers(&known)));
        settled_early += usize::from(certain.outcome.is_some() && known.len() < QUESTIONS.len());
        for _ in 0..COMPLETIONS_OF_EACH {
            let completed = completion(&known, &mut rng);
            refuse(&certain.differences(&model::verdict(as_case(&completed))), &known);
        }
        let unsure = |question| known.get(question) == Some(&Given::NotSure);
        let safety = ["criminal", "people-at-risk", "immediate-risk"];
        match certain.duties.get("check-danger") {
            Some(true) => assert!(safety.into_iter().any(unsure), "{known:#?}"),
            Some(false) => {
                assert!(safety.into_iter().all(|q| known.contains_key(q) && !unsure(q)), "{known:#?}");
            }
            None => assert!(!safety.into_iter().any(unsure), "{known:#?}"),
        }
    }
    assert!(settled_early > PARTIAL_CASES / 10, "only {settled_early} partial cases had an outcome");
}

#[test]
fn a_question_that_is_not_asked_can_change_nothing() {
    let mut rng = Rng::with_seed(11);
    let mut not_asked = 0;
    for _ in 0..PARTIAL_CASES / 4 {
        let known = partial(&mut rng);
        let ask: Vec<&str> = assess(policy(), &as_answers(&known))
            .ask
            .iter()
            .map(|question| policy()[*question].id.as_str())
            .collect();
        let completed = completion(&known, &mut rng);
        let before = what_is_reported(&completed);
        let open = QUESTIONS.iter().filter(
            |(_, question, _)| !matches!(known.get(question), Some(given) if *given != Given::NotSure),
        );
        for (_, question, takes) in open.filter(|(_, question, _)| !ask.contains(question)) {
            let mut changed = completed.clone();
            changed.insert(question, answer(question, *takes, &mut rng));
            assert_eq!(before, what_is_reported(&changed), "`{question}` matters with {known:#?}");
            not_asked += 1;
        }
    }
    assert!(not_asked > PARTIAL_CASES, "only {not_asked} questions were left out");
}

/// Section 2: what makes a question matter: the outcome, the options weighed in it, the findings in its record.
fn what_is_reported(known: &Known) -> (Vec<&'static str>, Vec<&'static str>, Vec<bool>) {
    let verdict = model::verdict(as_case(known));
    let (held, statuses, found) = (verdict.outcome_ids(), verdict.options_by_id(), verdict.findings_by_id());
    let row = WEIGHED_AND_RECORDED.iter().find(|(outcome, ..)| held.contains(outcome));
    let (_, weigh, record) = row.expect("every outcome has its row");
    let options = weigh.iter().map(|option| statuses[option]).collect();
    let findings = record.iter().filter_map(|item| found.get(item)).copied().collect();
    (held, options, findings)
}

#[test]
fn every_outcome_has_a_practice_case_and_every_case_holds() {
    let policy = policy();
    let mut reached = BTreeSet::new();
    for scenario in &HANDBOOK.scenarios {
        let answers = Answers::read(policy, &scenario.answers).expect("the questions take the answers");
        let assessment = assess(policy, &answers);
        assert_eq!(assessment.outcome, scenario.outcome, "{}", scenario.id);
        for (option, standing) in policy.options.iter().zip(&assessment.options) {
            if let Some(expected) = scenario.options.get(&option.id) {
                assert_eq!(standing.status, *expected, "{} in {}", option.id, scenario.id);
            }
        }
        let known: BTreeSet<&str> = policy.options.iter().map(|option| option.id.as_str()).collect();
        let unknown = scenario.options.keys().find(|id| !known.contains(id.as_str()));
        assert_eq!(unknown, None, "an option of {}", scenario.id);
        reached.extend(scenario.outcome.map(|outcome| policy[outcome].id.clone()));
    }
    let outcomes: BTreeSet<String> = policy.outcomes.iter().map(|outcome| outcome.id.clone()).collect();
    assert_eq!(outcomes.len(), 12);
    assert_eq!(reached, outcomes, "outcomes with a practice case");
}
