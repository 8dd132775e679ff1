//! A condition as it would be written in the pages.

use policy::{Condition, Policy};

/// The condition in the words of the pages.
pub fn written(policy: &Policy, condition: &Condition) -> String {
    match condition {
        Condition::Not(inner) => format!("not {}", inside(policy, inner)),
        Condition::All(parts) => joined(policy, parts, " and "),
        Condition::Any(parts) => joined(policy, parts, " or "),
        leaf => leaf.name(policy),
    }
}

fn joined(policy: &Policy, parts: &[Condition], word: &str) -> String {
    parts.iter().map(|part| inside(policy, part)).collect::<Vec<_>>().join(word)
}

/// A part of a larger condition, in parentheses where it needs them.
fn inside(policy: &Policy, part: &Condition) -> String {
    match part {
        Condition::All(_) | Condition::Any(_) => format!("({})", written(policy, part)),
        part => written(policy, part),
    }
}
