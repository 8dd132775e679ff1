//! Cases written from the policy's own text, before the aid was run on any of them.

use handbook_tests::{HANDBOOK, tests};
use policy::{Answers, Assessment, Policy, RawAnswers, assess};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The file of cases.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// A customer about whom nothing is wrong.
    usual: RawAnswers,
    case: Vec<Case>,
}

/// A case, and what the policy's text gives for it. What is not mentioned is not claimed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Case {
    id: String,
    /// The lines of the text that it rests on.
    source: String,
    outcome: Option<String>,
    #[serde(default)]
    impossible: Vec<String>,
    #[serde(default)]
    options: BTreeMap<String, String>,
    #[serde(default)]
    duties: BTreeMap<String, bool>,
    #[serde(default)]
    findings: BTreeMap<String, bool>,
    /// What the aid is known to say instead, by name; the reason stands in a comment there.
    #[serde(default)]
    differs: BTreeMap<String, String>,
    /// Whether nothing is answered but what the case says.
    #[serde(default)]
    answers_only: bool,
    answers: RawAnswers,
}

fn file() -> File {
    let path = tests().join("cases/from-the-source.toml");
    let text = std::fs::read_to_string(path).expect("the cases are there");
    toml::from_str(&text).expect("the cases can be read")
}

fn policy() -> &'static Policy {
    &HANDBOOK.policy
}

impl Case {
    fn assessed(&self, usual: &RawAnswers) -> Assessment {
        let mut answers = if self.answers_only { RawAnswers::new() } else { usual.clone() };
        answers.extend(self.answers.clone());
        let answers = Answers::read(policy(), &answers).expect("the questions take the answers of the cases");
        assess(policy(), &answers)
    }

    /// What the text gives, by name.
    fn expected(&self) -> BTreeMap<String, String> {
        let outcome = self.outcome.iter().map(|id| ("outcome".to_owned(), id.clone()));
        let options = self.options.iter().map(|(id, status)| (format!("option {id}"), status.clone()));
        let duties = self.duties.iter().map(|(id, holds)| (format!("duty {id}"), holds.to_string()));
        let findings = self.findings.iter().map(|(id, holds)| (format!("finding {id}"), holds.to_string()));
        let impossible = self.impossible.iter().map(|id| (format!("possible {id}"), "false".to_owned()));
        outcome.chain(options).chain(duties).chain(findings).chain(impossible).collect()
    }

    /// What the aid says instead of what the text gives, by name.
    fn differences(&self, found: &Assessment) -> BTreeMap<String, String> {
        let said = said(found);
        let differs = |(what, expected): (String, String)| {
            let said = said.get(&what).map_or("nothing of the kind", String::as_str);
            (said != expected).then(|| (what, said.to_owned()))
        };
        self.expected().into_iter().filter_map(differs).collect()
    }
}

/// All that the aid says, by name.
fn said(found: &Assessment) -> BTreeMap<String, String> {
    let policy = policy();
    let truth = |holds: &Option<bool>| holds.map_or("null".to_owned(), |holds| holds.to_string());
    let outcome = found.outcome.map_or("null", |outcome| &policy[outcome].id);
    let options = policy.options.iter().zip(&found.options);
    let duties = policy.duties.iter().zip(&found.duties);
    let findings = policy.findings.iter().zip(&found.findings);
    let possible = policy.outcome_refs().map(|outcome| {
        (format!("possible {}", policy[outcome].id), found.possible.contains(&outcome).to_string())
    });
    options
        .map(|(option, standing)| (format!("option {}", option.id), standing.status.word().to_owned()))
        .chain(duties.map(|(duty, holds)| (format!("duty {}", duty.id), truth(holds))))
        .chain(findings.map(|(finding, holds)| (format!("finding {}", finding.id), truth(holds))))
        .chain(possible)
        .chain([("outcome".to_owned(), outcome.to_owned())])
        .collect()
}

#[test]
fn the_aid_gives_what_the_text_of_the_policy_gives() {
    let file = file();
    for case in &file.case {
        let found = case.differences(&case.assessed(&file.usual));
        assert_eq!(found, case.differs, "{} (left: what the aid says instead)\n{}", case.id, case.source);
    }
}

#[test]
fn thirty_cases_each_rest_on_a_line_and_claim_something() {
    let File { usual, case: cases } = file();
    assert_eq!(cases.len(), 30);
    let ids: BTreeSet<&str> = cases.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(ids.len(), cases.len(), "ids");
    let asked: BTreeSet<&str> = policy().questions.iter().map(|question| question.id.as_str()).collect();
    let answered: BTreeSet<&str> = usual.keys().map(String::as_str).collect();
    assert_eq!(answered, asked, "the usual customer answers every question");
    for case in &cases {
        let number = case.source.trim_start_matches('L').split([':', ' ']).next();
        let line: usize = number.and_then(|number| number.parse().ok()).expect("a case names its line");
        assert!((1..=105).contains(&line), "{}: the source has no line {line}", case.id);
        let claims = case.impossible.len() + usize::from(case.outcome.is_some());
        assert!(claims > 0, "{} says nothing of the outcome", case.id);
    }
}
