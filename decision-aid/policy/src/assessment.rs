//! What follows from the answers.

use crate::{Answers, Circumstances, Outcome, Policy, PolicyOption, Question, RecordItem, Ref, Status};

/// What follows from a set of answers, complete or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The outcome, where the answers settle it.
    pub outcome: Option<Ref<Outcome>>,
    /// The outcomes that are still possible; the one above alone when there is one.
    pub possible: Vec<Ref<Outcome>>,
    /// Each finding, in order; `None` where the answers do not settle it.
    pub findings: Vec<Option<bool>>,
    /// Each duty, in order; `None` where the answers do not settle it.
    pub duties: Vec<Option<bool>>,
    /// Each option, in order.
    pub options: Vec<OptionAssessment>,
    /// The questions that matter and have no definite answer, in the order asked.
    pub ask: Vec<Ref<Question>>,
}

/// The standing of one option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OptionAssessment {
    /// The status: open where the answers do not settle it.
    pub status: Status,
    /// The rule that decided, by its place among the option's rules; `None` where the answers do not settle
    /// it, or where the option is not offered in the outcome at all.
    pub rule: Option<usize>,
}

/// Applies the policy to what is known of a case. Total: every set of answers has an assessment.
pub fn assess(policy: &Policy, answers: &Answers) -> Assessment {
    let case = Circumstances { policy, answers, outcome: None };
    let possible = possible_outcomes(case);
    Assessment {
        outcome: (possible.len() == 1).then(|| possible.first().copied()).flatten(),
        findings: policy.findings.iter().map(|finding| finding.when.holds(case)).collect(),
        duties: policy.duties.iter().map(|duty| duty.when.holds(case)).collect(),
        options: policy.options.iter().map(|option| standing(option, case, &possible)).collect(),
        ask: questions_that_matter(case, &possible),
        possible,
    }
}

/// The outcomes that the answers do not exclude.
fn possible_outcomes(case: Circumstances<'_>) -> Vec<Ref<Outcome>> {
    let held = |outcome: &Ref<Outcome>| case.policy[*outcome].when.holds(case);
    match case.policy.outcome_refs().find(|outcome| held(outcome) == Some(true)) {
        Some(certain) => vec![certain],
        None => case.policy.outcome_refs().filter(|outcome| held(outcome).is_none()).collect(),
    }
}

/// The standing of an option over every outcome that is still possible.
fn standing(option: &PolicyOption, case: Circumstances<'_>, possible: &[Ref<Outcome>]) -> OptionAssessment {
    let mut found: Vec<OptionAssessment> =
        possible.iter().flat_map(|&outcome| standings_in(option, case, outcome)).collect();
    found.dedup();
    match found.as_slice() {
        [only] => *only,
        [first, rest @ ..] if rest.iter().all(|other| other.status == first.status) => {
            OptionAssessment { status: first.status, rule: None }
        }
        _ => OptionAssessment { status: Status::Open, rule: None },
    }
}

/// The standings an option can still take in one outcome: the first rule that holds decides, and one that is
/// not settled may.
fn standings_in(
    option: &PolicyOption,
    case: Circumstances<'_>,
    outcome: Ref<Outcome>,
) -> Vec<OptionAssessment> {
    if !option.offered_in.contains(&outcome) {
        return vec![OptionAssessment { status: Status::NotOffered, rule: None }];
    }
    let case = Circumstances { outcome: Some(outcome), ..case };
    let mut found = Vec::new();
    for (place, rule) in option.rules.iter().enumerate().filter(|(_, r)| r.applies_in(outcome)) {
        let holds = rule.when.holds(case);
        if holds != Some(false) {
            found.push(OptionAssessment { status: rule.status, rule: Some(place) });
        }
        if holds == Some(true) {
            break;
        }
    }
    found
}

/// The questions without a definite answer that can still change the result or that its record holds.
fn questions_that_matter(case: Circumstances<'_>, possible: &[Ref<Outcome>]) -> Vec<Ref<Question>> {
    let policy = case.policy;
    let mut matters: Vec<bool> =
        policy.questions.iter().map(|question| policy[question.group].always).collect();
    let mut note = |question: Ref<Question>| matters[question.index()] = true;
    for &outcome in possible {
        if possible.len() > 1 {
            policy[outcome].when.unsettled(case, &mut note);
        }
        for &option in &policy[outcome].weigh {
            unsettled_rules(&policy[option], case, outcome, &mut note);
        }
        for item in &policy[outcome].record {
            match item {
                RecordItem::Question(question) => note(*question),
                RecordItem::Finding(finding) => policy[*finding].when.unsettled(case, &mut note),
            }
        }
    }
    policy
        .question_refs()
        .filter(|question| matters[question.index()] && case.answers.known(*question).is_none())
        .collect()
}

/// Notes the questions that the rules of an option still turn on in an outcome.
fn unsettled_rules(
    option: &PolicyOption,
    case: Circumstances<'_>,
    outcome: Ref<Outcome>,
    note: &mut impl FnMut(Ref<Question>),
) {
    let case = Circumstances { outcome: Some(outcome), ..case };
    for rule in option.rules.iter().filter(|rule| rule.applies_in(outcome)) {
        rule.when.unsettled(case, note);
        if rule.when.holds(case) == Some(true) {
            break;
        }
    }
}

#[cfg(test)]
mod tests;
