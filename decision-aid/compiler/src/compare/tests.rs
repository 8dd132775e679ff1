//! Every number against a count of every set of answers, one by one.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot find its material can only stop")]

use super::{Comparison, Value, compare};
use crate::{Page, Witness, compile};
use policy::{
    Answer, AnswerKind, Answers, Circumstances, Outcome, Policy, Question, RawAnswers, Ref, Selection,
    Status, assess,
};
use std::collections::{BTreeMap, BTreeSet};

const SMALL: &str = include_str!("small.md");

/// The small policy with some of its text replaced.
fn policy(changes: &[(&str, &str)]) -> Policy {
    let mut text = SMALL.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "no `{from}` to change");
        text = text.replacen(from, to, 1);
    }
    let page = Page { file: "small.md".to_owned(), url: "small.html".to_owned(), text, ..Page::default() };
    match compile(std::slice::from_ref(&page), "test") {
        Ok(compiled) => compiled.policy,
        Err(wrong) => panic!("{}", wrong.report(&[page], false)),
    }
}

/// The small policy and what may become of it, by what was done.
fn revisions() -> Vec<(&'static str, Policy)> {
    let revision = |what, changes: &[(&str, &str)]| (what, policy(changes));
    vec![
        revision("as it was", &[]),
        revision(
            "another rule",
            &[
                ("\"late and spoilt\"", "\"late and (spoilt or books.atlas)\""),
                ("\"late and state.good\"", "\"late and not (spoilt or books.atlas)\""),
            ],
        ),
        revision(
            "a choice to tick more",
            &[("{ id = \"novel\"", "{ id = \"map\", label = \"A map\" }, { id = \"novel\"")],
        ),
        revision(
            "a choice to take more, that an earlier revision reads as spoilt",
            &[
                ("{ id = \"torn\"", "{ id = \"as-new\", label = \"New\" }, { id = \"torn\""),
                ("\"not state.good\"", "\"not (state.good or state.as-new)\""),
                ("\"late and state.good\"", "\"late and not spoilt\""),
            ],
        ),
        revision(
            "no outcome for a choice it lacks",
            &[("\"not state.good\"", "\"state.torn or state.wet\"")],
        ),
        revision(
            "two outcomes for a choice it lacks",
            &[("\"late and state.good\"", "\"late and not (state.torn or state.wet)\"")],
        ),
        revision(
            "a question and a duty less",
            &[
                (
                    "```question\nid = \"card\"\nask = \"Was the card shown?\"\nshort = \"Card\"\nanswers = \"yes-no\"\n```\n",
                    "",
                ),
                (", \"card\"]", "]"),
                (
                    "```duty\nid = \"ask\"\nname = \"Ask for the card\"\nsays = \"Ask.\"\nwhen = \"not-sure(card) or (late and not card)\"\n```\n",
                    "",
                ),
                ("borrowed or card", "borrowed"),
                ("outcome(remind) and card", "outcome(remind) and books.atlas"),
            ],
        ),
        revision(
            "a question of another kind",
            &[
                ("short = \"State\"\nanswers = \"one-of\"", "short = \"State\"\nanswers = \"any-of\""),
                ("\"not-sure(card) or (late and not card)\"", "\"not-sure(late) or state.wet\""),
            ],
        ),
        revision(
            "another option and another outcome",
            &[
                ("id = \"letter\"", "id = \"call\""),
                ("[\"letter\"]", "[\"call\"]"),
                ("[\"letter\"]", "[\"call\"]"),
                ("id = \"thank\"", "id = \"be-glad\""),
                ("id = \"borrowed\"", "id = \"lent\""),
                ("borrowed or card", "lent or card"),
            ],
        ),
    ]
}

/// What a set of answers says to a question: the choices by id, yes as `yes`.
type Given = BTreeSet<String>;

/// Every complete set of answers over some questions, by id and kind.
type Sets = Vec<BTreeMap<(String, &'static str), Given>>;

fn kind(question: &Question) -> &'static str {
    match question.answers {
        AnswerKind::YesNo => "yes-no",
        AnswerKind::AnyOf(_) => "any-of",
        AnswerKind::OneOf(_) => "one-of",
    }
}

fn every_set(before: &Policy, now: &Policy) -> Sets {
    let mut choices: BTreeMap<(String, &'static str), Given> = BTreeMap::new();
    for question in before.questions.iter().chain(&now.questions) {
        let ids = question.answers.choices().iter().map(|choice| choice.id.clone());
        choices.entry((question.id.clone(), kind(question))).or_default().extend(ids);
    }
    let mut sets: Sets = vec![BTreeMap::new()];
    for (question, choices) in choices {
        let choices: Vec<String> = choices.into_iter().collect();
        let given: Vec<Given> = match question.1 {
            "yes-no" => vec![Given::new(), Given::from(["yes".to_owned()])],
            "one-of" => choices.iter().map(|choice| Given::from([choice.clone()])).collect(),
            _ => (0..1_u32 << choices.len())
                .map(|ticks| {
                    (0..)
                        .zip(&choices)
                        .filter(|(bit, _)| ticks >> bit & 1 == 1)
                        .map(|(_, id)| id.clone())
                        .collect()
                })
                .collect(),
        };
        let with = |set: &BTreeMap<_, _>, given: &Given| {
            let mut set = set.clone();
            set.insert(question.clone(), given.clone());
            set
        };
        sets = sets
            .iter()
            .flat_map(|set| given.iter().map(|given| with(set, given)).collect::<Vec<_>>())
            .collect();
    }
    sets
}

/// A set of answers as a revision reads it, and whether it knows each choice that was taken.
fn answers(policy: &Policy, set: &BTreeMap<(String, &'static str), Given>) -> (Answers, bool) {
    let (mut answers, mut known) = (Answers::none(policy), true);
    for question in policy.question_refs() {
        let given = &set[&(policy[question].id.clone(), kind(&policy[question]))];
        let bits = match &policy[question].answers {
            AnswerKind::YesNo => u32::from(given.contains("yes")),
            AnswerKind::AnyOf(own) | AnswerKind::OneOf(own) => {
                (0..).zip(own).filter(|(_, choice)| given.contains(&choice.id)).map(|(bit, _)| 1 << bit).sum()
            }
        };
        known &= bits != 0 || kind(&policy[question]) != "one-of";
        answers.set(question, Selection::Chosen(bits));
    }
    (answers, known)
}

/// A result part by part, read off the conditions themselves.
fn result(policy: &Policy, answers: &Answers) -> BTreeMap<String, Value> {
    let holds = |when: &policy::Condition, outcome: Option<Ref<Outcome>>| {
        when.holds(Circumstances { policy, answers, outcome }).expect("the answers are complete")
    };
    let held: Vec<Ref<Outcome>> =
        policy.outcome_refs().filter(|outcome| holds(&policy[*outcome].when, None)).collect();
    let outcome = match held.as_slice() {
        [one] => Value::Outcome(policy[*one].id.clone()),
        _ => Value::NoOutcome,
    };
    let mut parts = BTreeMap::from([("outcome".to_owned(), outcome)]);
    for finding in &policy.findings {
        parts.insert(format!("finding {}", finding.id), Value::Holds(holds(&finding.when, None)));
    }
    for duty in &policy.duties {
        parts.insert(format!("duty {}", duty.id), Value::Holds(holds(&duty.when, None)));
    }
    for option in &policy.options {
        // The first rule that holds in any of the outcomes that hold; one, where the choices are known.
        let decides = option.rules.iter().find(|rule| {
            let offered = held.iter().filter(|outcome| option.offered_in.contains(outcome));
            let mut read = offered.filter(|outcome| rule.applies_in(**outcome));
            read.any(|outcome| holds(&rule.when, Some(*outcome)))
        });
        let status = decides.map_or(Status::NotOffered, |rule| rule.status);
        parts.insert(format!("option {}", option.id), Value::Status(status));
    }
    parts
}

/// The same result as `assess` gives it; a part that the answers do not settle is left out.
fn assessed(policy: &Policy, answers: &Answers) -> BTreeMap<String, Value> {
    let assessment = assess(policy, answers);
    let mut parts = BTreeMap::new();
    if let Some(outcome) = assessment.outcome {
        parts.insert("outcome".to_owned(), Value::Outcome(policy[outcome].id.clone()));
    }
    for (finding, holds) in policy.findings.iter().zip(assessment.findings) {
        holds.map(|holds| parts.insert(format!("finding {}", finding.id), Value::Holds(holds)));
    }
    for (duty, holds) in policy.duties.iter().zip(assessment.duties) {
        holds.map(|holds| parts.insert(format!("duty {}", duty.id), Value::Holds(holds)));
    }
    for (option, standing) in policy.options.iter().zip(assessment.options) {
        if standing.settled {
            parts.insert(format!("option {}", option.id), Value::Status(standing.status));
        }
    }
    parts
}

/// Counts, by part and what it changes from and to.
type Counts = BTreeMap<(String, String), usize>;

/// Every number, by counting.
fn counted(before: &Policy, now: &Policy) -> Counts {
    let mut counts = Counts::new();
    let mut count =
        |part: &str, what: &str| *counts.entry((part.to_owned(), what.to_owned())).or_default() += 1;
    for set in every_set(before, now) {
        count("sets", "");
        let results = [before, now].map(|policy| {
            let (answers, known) = answers(policy, &set);
            let result = result(policy, &answers);
            assert!(!known || result == assessed(policy, &answers), "{set:?}");
            result
        });
        let parts: BTreeSet<&String> = results.iter().flat_map(BTreeMap::keys).collect();
        let mut changed = false;
        for part in parts {
            let [then, today] =
                [0, 1].map(|which| results[which].get(part).cloned().unwrap_or(Value::NotThere));
            let nothing = [Value::NotThere, Value::Holds(false), Value::Status(Status::NotOffered)];
            if then != today && !(nothing.contains(&then) && nothing.contains(&today)) {
                changed = true;
                count(part, "");
                count(part, &format!("{then:?} {today:?}"));
            }
        }
        if changed {
            count("changed", "");
        }
    }
    counts
}

/// Every number, from a comparison.
fn compared(comparison: &Comparison) -> Counts {
    let mut counts = Counts::new();
    let mut note = |part: &str, what: String, count: &crate::prove::Count| {
        let count = count.to_string().replace(',', "").parse().expect("a count is a number");
        if count > 0 {
            counts.insert((part.to_owned(), what), count);
        }
    };
    note("sets", String::new(), &comparison.sets);
    note("changed", String::new(), &comparison.changed);
    for (part, changes) in parts(comparison) {
        note(&part, String::new(), &changes.sets);
        for change in &changes.pairs {
            note(&part, format!("{:?} {:?}", change.before, change.now), &change.sets);
        }
    }
    counts
}

fn parts(comparison: &Comparison) -> Vec<(String, &super::Changes)> {
    let Comparison { outcome, options, duties, findings, .. } = comparison;
    let named = [("option", options), ("duty", duties), ("finding", findings)].into_iter();
    let named = named
        .flat_map(|(kind, parts)| parts.iter().map(move |(id, changes)| (format!("{kind} {id}"), changes)));
    [("outcome".to_owned(), outcome)].into_iter().chain(named).collect()
}

#[test]
fn every_number_is_what_counting_one_by_one_gives() {
    let revisions = revisions();
    for (then, before) in &revisions {
        for (today, now) in &revisions {
            let comparison = compare(before, now).expect("the policies are small");
            assert_eq!(compared(&comparison), counted(before, now), "from {then} to {today}");
            assert_eq!(comparison.same_results(), comparison.changed.to_string() == "0");
        }
    }
}

fn assessed_line(policy: &Policy, witness: &Witness) -> BTreeMap<String, Value> {
    let raw: RawAnswers = witness.answers.iter().cloned().collect();
    assessed(policy, &Answers::read(policy, &raw).expect("the revision takes the line"))
}

#[test]
fn every_example_shows_its_change() {
    let revisions = revisions();
    let mut not_taken = BTreeSet::new();
    for (then, before) in &revisions {
        for (today, now) in &revisions {
            let comparison = compare(before, now).expect("the policies are small");
            for (part, changes) in parts(&comparison) {
                for change in &changes.pairs {
                    let sides = [
                        (before, &change.example.before, &change.before),
                        (now, &change.example.now, &change.now),
                    ];
                    for (policy, line, value) in sides {
                        let Some(line) = line else {
                            not_taken
                                .insert(format!("{then} / {today} / {:?} {:?}", change.before, change.now));
                            continue;
                        };
                        let found = assessed_line(policy, line).remove(&part).unwrap_or(Value::NotThere);
                        assert_eq!(&found, value, "{part} from {then} to {today} with {line}");
                    }
                }
            }
        }
    }
    assert!(!not_taken.is_empty(), "some changes hang on a choice that one revision lacks");
    let known = |pair: &&String| !pair.contains("choice to take more");
    assert_eq!(not_taken.iter().find(known), None, "only those do");
}

#[test]
fn what_was_added_and_removed_is_listed() {
    let revisions: BTreeMap<&str, Policy> = revisions().into_iter().collect();
    let listed = |then: &str, today: &str| {
        let comparison = compare(&revisions[then], &revisions[today]).expect("the policies are small");
        let kinds = comparison.inventory.iter();
        let kinds =
            kinds.map(|kind| format!("{} +{} -{}", kind.kind, kind.added.join(" "), kind.removed.join(" ")));
        kinds.collect::<Vec<_>>().join("; ")
    };
    assert_eq!(listed("as it was", "another rule"), "");
    assert_eq!(listed("as it was", "a choice to tick more"), "choices +books.map -");
    assert_eq!(listed("a choice to tick more", "as it was"), "choices + -books.map");
    assert_eq!(listed("as it was", "a question and a duty less"), "questions + -card; duties + -ask");
    assert_eq!(listed("as it was", "a question of another kind"), "questions +state -state");
    assert_eq!(
        listed("as it was", "another option and another outcome"),
        "outcomes +be-glad -thank; options +call -letter; findings +lent -borrowed"
    );
}

#[test]
fn an_example_leaves_out_what_does_not_matter() {
    let [before, now] = [&revisions()[0].1, &revisions()[1].1].map(Clone::clone);
    let comparison = compare(&before, &now).expect("the policies are small");
    let example = &comparison.outcome.pairs[0].example;
    let taken = |id: &str, answer| (id.to_owned(), answer);
    let fewest = Witness {
        answers: vec![
            taken("late", Answer::One("yes".to_owned())),
            taken("books", Answer::Many(vec!["atlas".to_owned()])),
            taken("state", Answer::One("good".to_owned())),
        ],
    };
    assert_eq!((example.before.as_ref(), example.now.as_ref()), (Some(&fewest), Some(&fewest)));
}
