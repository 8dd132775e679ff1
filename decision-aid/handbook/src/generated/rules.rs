//! The rules alone: everything that decides, and no wording. Two policies that decide alike and ask in the same
//! order have the same text here, and the certificate names it by its hash.

use crate::digest::digest;
use policy::{AnswerKind, Condition, Outcome, Policy, Ref, Rule};

/// The rules as text, one thing a line, by ids.
pub fn rules(policy: &Policy) -> String {
    let groups = policy.groups.iter().map(|group| {
        let always = if group.always { " always" } else { "" };
        format!("group {}{always}", group.id)
    });
    let questions = policy.questions.iter().map(|question| {
        let kind = match question.answers {
            AnswerKind::YesNo => "yes-no",
            AnswerKind::AnyOf(_) => "any-of",
            AnswerKind::OneOf(_) => "one-of",
        };
        let choices: String =
            question.answers.choices().iter().map(|choice| format!(" {}", choice.id)).collect();
        format!("question {} in {}: {kind}{choices}", question.id, policy[question.group].id)
    });
    let conditions = policy.conditions.iter().map(|of| line(policy, "condition", &of.id, &of.when));
    let findings = policy.findings.iter().map(|of| line(policy, "finding", &of.id, &of.when));
    let duties = policy.duties.iter().map(|of| line(policy, "duty", &of.id, &of.when));
    let outcomes = policy.outcomes.iter().flat_map(|of| outcome(policy, of));
    let options = policy.options.iter().flat_map(|option| {
        let offered = format!("option {} in {}", option.id, ids(policy, &option.offered_in));
        [offered].into_iter().chain(option.rules.iter().map(|of| rule(policy, of))).collect::<Vec<_>>()
    });
    let lines = groups.chain(questions).chain(conditions).chain(findings).chain(duties);
    lines.chain(outcomes).chain(options).map(|line| line + "\n").collect()
}

/// The SHA-256 of the rules, in hexadecimal.
pub fn fingerprint(policy: &Policy) -> String {
    digest(rules(policy), 32)
}

fn line(policy: &Policy, kind: &str, id: &str, when: &Condition) -> String {
    format!("{kind} {id}: {}", written(policy, when))
}

fn outcome(policy: &Policy, outcome: &Outcome) -> [String; 3] {
    let weigh: Vec<&str> = outcome.weigh.iter().map(|option| policy[*option].id.as_str()).collect();
    let record = outcome.record.iter().map(|item| match item {
        policy::RecordItem::Question(of) => policy[*of].id.as_str(),
        policy::RecordItem::Finding(of) => policy[*of].id.as_str(),
    });
    [
        line(policy, "outcome", &outcome.id, &outcome.when),
        format!("  weighs {}", weigh.join(" ")),
        format!("  records {}", record.collect::<Vec<_>>().join(" ")),
    ]
}

fn rule(policy: &Policy, rule: &Rule) -> String {
    let only = rule.only_in.as_ref().map(|only| format!(" in {}", ids(policy, only)));
    format!("  {}{}: {}", rule.status.word(), only.unwrap_or_default(), written(policy, &rule.when))
}

fn ids(policy: &Policy, outcomes: &[Ref<Outcome>]) -> String {
    outcomes.iter().map(|outcome| policy[*outcome].id.as_str()).collect::<Vec<_>>().join(" ")
}

/// A condition with its operator before its parts.
fn written(policy: &Policy, condition: &Condition) -> String {
    let all = |parts: &[Condition]| -> String {
        parts.iter().map(|part| format!(" {}", written(policy, part))).collect()
    };
    match condition {
        Condition::Not(inner) => format!("(not {})", written(policy, inner)),
        Condition::All(parts) => format!("(and{})", all(parts)),
        Condition::Any(parts) => format!("(or{})", all(parts)),
        part => part.name(policy),
    }
}
