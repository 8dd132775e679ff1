//! A condition changed in every small way.

use super::written::written;
use super::{Edit, Holder, Mutant};
use policy::{AnswerKind, Condition, Policy, Question, Ref};

/// A part of a condition before and after, and the whole condition after.
struct Change {
    before: Condition,
    after: Condition,
    whole: Condition,
}

/// A condition of a policy changed in every small way.
pub(super) fn mutants(policy: &Policy, holder: Holder) -> Vec<Mutant> {
    let when = holder.when(policy);
    if *when == Condition::Always {
        return Vec::new();
    }
    let mut changes = changes(policy, when, false);
    // A condition of one part has no other to stand without it.
    if !matches!(when, Condition::All(_) | Condition::Any(_)) {
        changes.push(Change { before: when.clone(), after: Condition::Always, whole: Condition::Always });
    }
    let sound = changes.into_iter().filter(|change| !rests_on(policy, &change.whole, holder));
    sound.map(|change| mutant(policy, holder, &change)).collect()
}

/// A condition with an unrelated answer added, as one more way to meet it or one more thing to ask for.
pub(super) fn added(policy: &Policy, holder: Holder) -> Vec<Mutant> {
    let when = holder.when(policy);
    let yes_no = yes_no_questions(policy).into_iter().map(yes);
    let with = |answer: Condition| {
        let joined = [Condition::Any, Condition::All].map(|join| join(vec![when.clone(), answer.clone()]));
        joined.map(|whole| Change { before: when.clone(), after: whole.clone(), whole })
    };
    let negated = yes_no.clone().map(|answer| Condition::Not(Box::new(answer)));
    let changes = yes_no.chain(negated).flat_map(with);
    changes.map(|change| mutant(policy, holder, &change)).collect()
}

fn mutant(policy: &Policy, holder: Holder, change: &Change) -> Mutant {
    let [before, after] = [&change.before, &change.after].map(|part| written(policy, part));
    let name = format!("{}: `{before}` becomes `{after}`", holder.name(policy));
    Mutant { name, edit: Edit::When(holder, change.whole.clone()) }
}

/// Every change of a condition, or of one of its parts.
fn changes(policy: &Policy, condition: &Condition, negated: bool) -> Vec<Change> {
    let own = replacements(policy, condition, negated).into_iter().map(|after| Change {
        before: condition.clone(),
        after: after.clone(),
        whole: after,
    });
    let mut found: Vec<Change> = own.collect();
    match condition {
        Condition::Not(inner) => {
            found.extend(
                changes(policy, inner, true)
                    .into_iter()
                    .map(|change| Change { whole: Condition::Not(Box::new(change.whole)), ..change }),
            );
        }
        Condition::All(parts) => found.extend(changes_in(policy, parts, Condition::All)),
        Condition::Any(parts) => found.extend(changes_in(policy, parts, Condition::Any)),
        _ => {}
    }
    found
}

fn changes_in(policy: &Policy, parts: &[Condition], join: fn(Vec<Condition>) -> Condition) -> Vec<Change> {
    let in_place = |(place, part): (usize, &Condition)| {
        let changed = changes(policy, part, false).into_iter().map(move |change| {
            let mut whole = parts.to_vec();
            whole[place] = change.whole;
            Change { whole: join(whole), ..change }
        });
        changed.collect::<Vec<_>>()
    };
    parts.iter().enumerate().flat_map(in_place).collect()
}

/// What a part may be replaced by. `negated`: it stands behind a `not`, whose loss already turns it round.
fn replacements(policy: &Policy, part: &Condition, negated: bool) -> Vec<Condition> {
    match part {
        Condition::Not(inner) => vec![(**inner).clone()],
        Condition::All(parts) => without_each(parts, Condition::All, Condition::Any),
        Condition::Any(parts) => without_each(parts, Condition::Any, Condition::All),
        leaf => {
            let turned = (!negated).then(|| Condition::Not(Box::new(leaf.clone())));
            neighbours(policy, leaf).into_iter().chain(turned).collect()
        }
    }
}

/// Each part left out, and the parts joined by the other word.
fn without_each(
    parts: &[Condition],
    join: fn(Vec<Condition>) -> Condition,
    other: fn(Vec<Condition>) -> Condition,
) -> Vec<Condition> {
    let without = |place: usize| {
        let mut rest = parts.to_vec();
        rest.remove(place);
        if rest.len() == 1 { rest.remove(0) } else { join(rest) }
    };
    (0..parts.len()).map(without).chain([other(parts.to_vec())]).collect()
}

/// What a leaf may be mistaken for: the neighbours of its kind, and for a finding or a named condition every other.
fn neighbours(policy: &Policy, leaf: &Condition) -> Vec<Condition> {
    match leaf {
        Condition::Answer { question, choice } => match &policy[*question].answers {
            AnswerKind::YesNo => beside(&yes_no_questions(policy), *question).into_iter().map(yes).collect(),
            answers => {
                let choices: Vec<u8> = (0..).zip(answers.choices()).map(|(place, _)| place).collect();
                let other = |choice| Condition::Answer { question: *question, choice };
                beside(&choices, *choice).into_iter().map(other).collect()
            }
        },
        Condition::AnyChoice(question) => {
            let any_of = questions(policy, |answers| matches!(answers, AnswerKind::AnyOf(_)));
            beside(&any_of, *question).into_iter().map(Condition::AnyChoice).collect()
        }
        Condition::NotSure(question) => {
            beside(&yes_no_questions(policy), *question).into_iter().map(Condition::NotSure).collect()
        }
        Condition::Finding(finding) => {
            others(policy.findings.len(), *finding).map(Condition::Finding).collect()
        }
        Condition::Named(named) => others(policy.conditions.len(), *named).map(Condition::Named).collect(),
        Condition::Outcome(outcome) => {
            others(policy.outcomes.len(), *outcome).map(Condition::Outcome).collect()
        }
        _ => Vec::new(),
    }
}

fn yes(question: Ref<Question>) -> Condition {
    Condition::Answer { question, choice: 0 }
}

fn yes_no_questions(policy: &Policy) -> Vec<Ref<Question>> {
    questions(policy, |answers| *answers == AnswerKind::YesNo)
}

fn questions(policy: &Policy, kind: impl Fn(&AnswerKind) -> bool) -> Vec<Ref<Question>> {
    Policy::question_refs(policy).filter(|question| kind(&policy[*question].answers)).collect()
}

/// The entries before and after one, the list read as a ring.
fn beside<T: Copy + PartialEq>(list: &[T], one: T) -> Vec<T> {
    let Some(place) = list.iter().position(|entry| *entry == one) else { return Vec::new() };
    let mut found = vec![list[(place + 1) % list.len()], list[(place + list.len() - 1) % list.len()]];
    found.dedup();
    found.retain(|entry| *entry != one);
    found
}

fn others<T>(length: usize, one: Ref<T>) -> impl Iterator<Item = Ref<T>> {
    let places = (0..u16::try_from(length).unwrap_or(u16::MAX)).map(Ref::new);
    places.filter(move |other| *other != one)
}

/// Whether a condition rests on its own holder, which no policy may.
fn rests_on(policy: &Policy, condition: &Condition, holder: Holder) -> bool {
    let below = |when: &Condition| rests_on(policy, when, holder);
    match condition {
        Condition::Finding(finding) => {
            holder == Holder::Finding(finding.index()) || below(&policy[*finding].when)
        }
        Condition::Named(named) => holder == Holder::Named(named.index()) || below(&policy[*named].when),
        Condition::Not(inner) => below(inner),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().any(below),
        _ => false,
    }
}
