//! The handbook's pages against the decision model, case by case: complete answers, partial answers, and the
//! practice cases.

#![allow(clippy::expect_used, reason = "a test that cannot find its material can only stop")]

use fastrand::Rng;
use handbook_tests::HANDBOOK;
use handbook_tests::model::{self, Case, QUESTIONS, Takes, Verdict, WEIGHED_AND_RECORDED};
use policy::{Answer, AnswerKind, Answers, Assessment, Policy, RawAnswers, RecordItem, assess};
use std::collections::{BTreeMap, BTreeSet};

const COMPLETE_CASES: usize = 25_000;
const PARTIAL_CASES: usize = 6_000;
const COMPLETIONS_OF_EACH: usize = 8;

/// What is known of a case, by question: not there at all where nothing was answered.
type Known = BTreeMap<&'static str, Given>;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Given {
    Yes,
    No,
    Ticked(Vec<&'static str>),
    One(&'static str),
    NotSure,
}

fn policy() -> &'static Policy {
    &HANDBOOK.policy
}

// ---- making cases --------------------------------------------------------------------------------------

/// How many times in ten a question is answered yes. Most cases end early when every answer is as likely as
/// the next; these let them through to where the policy has most to say.
fn times_yes(question: &str) -> u32 {
    match question {
        "criminal" | "people-at-risk" | "immediate-risk" | "new-issue" | "new-information" => 1,
        "only-criticism" | "only-challenge" | "modified" | "extreme-threat" => 2,
        "our-service" | "investigated" | "preferred-contact" | "deadlines-given" => 9,
        "named-officer" | "assessment-done" | "factors" | "health" | "written-notice" => 8,
        "hinders" | "thoroughly-dealt" => 7,
        _ => 5,
    }
}

fn answer(question: &'static str, takes: Takes, rng: &mut Rng) -> Given {
    match takes {
        Takes::YesNo if rng.u32(0..10) < times_yes(question) => Given::Yes,
        Takes::YesNo => Given::No,
        Takes::OneOf(choices) => Given::One(rng.choice(choices).expect("it has choices")),
        Takes::AnyOf(choices) => {
            // Few ticks are more telling than many; one alone must come up often, and none too.
            let ticks = rng.choice([0, 1, 1, 1, 2, 2, 3, 5]).expect("it is not empty");
            let ticked: BTreeSet<_> = (0..ticks).filter_map(|_| rng.choice(choices)).copied().collect();
            Given::Ticked(ticked.into_iter().collect())
        }
    }
}

fn complete(rng: &mut Rng) -> Known {
    QUESTIONS.iter().map(|(_, question, takes)| (*question, answer(question, *takes, rng))).collect()
}

/// A complete set of answers with some taken away, and some unsure.
fn partial(rng: &mut Rng) -> Known {
    let known_in_ten = rng.u32(2..=9);
    let mut known = complete(rng);
    known.retain(|_, _| rng.u32(0..10) < known_in_ten);
    for given in known.values_mut().filter(|_| rng.u32(0..12) == 0) {
        *given = Given::NotSure;
    }
    known
}

/// One way in which what is unknown may turn out.
fn completion(known: &Known, rng: &mut Rng) -> Known {
    let mut all = complete(rng);
    let definite = known.iter().filter(|(_, given)| **given != Given::NotSure);
    all.extend(definite.map(|(question, given)| (*question, given.clone())));
    all
}

fn as_case(known: &Known) -> Case {
    let mut case = Case::default();
    for (question, given) in known {
        match given {
            Given::Yes => case.yes(question),
            Given::One(choice) => case.tick(question, choice),
            Given::Ticked(choices) => choices.iter().for_each(|choice| case.tick(question, choice)),
            Given::No | Given::NotSure => {}
        }
    }
    case
}

fn as_answers(known: &Known) -> Answers {
    let word = |word: &str| Answer::One(word.to_owned());
    let raw: RawAnswers = known
        .iter()
        .map(|(question, given)| {
            let answer = match given {
                Given::Yes => word("yes"),
                Given::No => word("no"),
                Given::One(choice) => word(choice),
                Given::NotSure => word("not-sure"),
                Given::Ticked(choices) => {
                    Answer::Many(choices.iter().map(|choice| (*choice).to_owned()).collect())
                }
            };
            ((*question).to_owned(), answer)
        })
        .collect();
    Answers::read(policy(), &raw).expect("the handbook takes the model's answers")
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
        if let Some(outcome) = self.outcome.filter(|outcome| verdict.outcomes != [*outcome]) {
            found.push(format!("the handbook says `{outcome}`, the model {:?}", verdict.outcomes));
        }
        compare(&self.findings, &verdict.findings, &mut found);
        compare(&self.duties, &verdict.duties, &mut found);
        compare(&self.options, &verdict.options, &mut found);
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
        let verdict = model::verdict(&as_case(&known));
        assert_eq!(verdict.outcomes.len(), 1, "{:?} with {known:#?}", verdict.outcomes);
        let certain = Certain::of(&assess(policy(), &as_answers(&known)));
        refuse(&certain.differences(&verdict), &known);
        // Nothing stays unknown where everything is answered, and nothing is missing.
        assert!(certain.outcome.is_some(), "no outcome with {known:#?}");
        let mut duties: Vec<&str> = verdict.duties.keys().copied().chain(["check-danger"]).collect();
        duties.sort_unstable();
        assert!(certain.findings.keys().eq(verdict.findings.keys()), "{:?}", certain.findings);
        assert!(certain.duties.keys().eq(duties.iter()), "{:?}", certain.duties);
        assert!(certain.options.keys().eq(verdict.options.keys()), "{:?}", certain.options);
        assert!(!certain.duties["check-danger"], "nobody is unsure of anything");
        *seen.entry(verdict.outcomes[0]).or_default() += 1;
        statuses.extend(certain.options);
    }
    // The cases tried are worth something only if they reach everything.
    assert_eq!(seen.len(), 11, "outcomes reached: {seen:?}");
    assert!(seen.values().all(|count| *count >= 200), "too few cases of one outcome: {seen:?}");
    assert_eq!(statuses, every_status(), "the statuses that options can take");
}

/// Every status that section 6 lets an option take.
fn every_status() -> BTreeSet<(&'static str, &'static str)> {
    let restriction = ["not-offered", "not-available", "open", "not-warranted"].as_slice();
    let with = |also: &'static str| [restriction, &[also]].concat();
    [
        ("contact-point", vec!["required", "not-offered"]),
        ("named-staff", with("warranted")),
        ("limit-contacts", with("warranted")),
        ("witness", with("warranted")),
        ("one-medium", with("warranted")),
        ("office-appointment", with("warranted")),
        ("same-matter", with("warranted")),
        ("police-or-legal", vec!["required", "warranted", "not-warranted", "not-offered"]),
        ("short-term-access", vec!["warranted", "not-warranted", "not-offered"]),
        ("further-access", vec!["not-available", "warranted", "not-warranted", "not-offered"]),
        ("legal-advice", vec!["warranted", "not-available", "not-offered"]),
        ("report-police", vec!["required", "warranted", "not-warranted", "not-available", "not-offered"]),
        ("lift", vec!["warranted", "not-warranted", "not-offered"]),
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
            refuse(&certain.differences(&model::verdict(&as_case(&completed))), &known);
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
    let verdict = model::verdict(&as_case(known));
    let row = WEIGHED_AND_RECORDED.iter().find(|(outcome, ..)| verdict.outcomes.contains(outcome));
    let (_, weigh, record) = row.expect("every outcome has its row");
    let options = weigh.iter().map(|option| verdict.options[option]).collect();
    let findings = record.iter().filter_map(|item| verdict.findings.get(item)).copied().collect();
    (verdict.outcomes, options, findings)
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
    assert_eq!(outcomes.len(), 11);
    assert_eq!(reached, outcomes, "outcomes with a practice case");
}
