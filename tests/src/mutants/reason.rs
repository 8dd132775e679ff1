//! Why a change makes no difference: computed over every set of answers, never judged by hand.

use super::written::written;
use super::{Edit, Holder, Mutant};
use policy::{Condition, Outcome, Policy, PolicyOption, Ref, Rule};
use policy_compiler::prove::always;

/// A reason, and what has to hold for every set of answers to make it true.
type Candidate = (String, Condition);

/// Why a mutant gives the same results as the policy does.
pub fn reason(policy: &Policy, mutant: &Mutant) -> String {
    match &mutant.edit {
        Edit::When(holder, when) => why_when(policy, *holder, when),
        Edit::OfferedIn(option, outcomes) => why_offer(policy, &policy.options[*option], outcomes),
        Edit::Rules(option, rules) => why_rules(policy, &policy.options[*option], rules),
    }
}

/// The first reason that is true.
fn first(policy: &Policy, candidates: Vec<Candidate>) -> Option<String> {
    let claims: Vec<Condition> = candidates.iter().map(|(_, claim)| claim.clone()).collect();
    let hold = always(policy, &claims).expect("the conditions of a small change are small");
    candidates.into_iter().zip(hold).find(|(_, holds)| *holds).map(|((reason, _), _)| reason)
}

// ---- a condition changed --------------------------------------------------------------------------------

fn why_when(policy: &Policy, holder: Holder, new: &Condition) -> String {
    let old = holder.when(policy);
    let difference = Difference::of(old, new);
    let reason = first(policy, difference.candidates(policy)).or_else(|| match holder {
        Holder::Rule(option, rule) => Some(why_rule(policy, &policy.options[option], rule, old, new)),
        Holder::Named(place) => Some(why_used(policy, place, new)),
        _ => None,
    });
    reason.unwrap_or_else(|| "the parts around it, together, leave no answers where it matters".to_owned())
}

/// The one part in which two conditions differ.
struct Difference {
    before: Condition,
    after: Condition,
    /// What has to hold for that part to be read at all.
    around: Vec<Condition>,
}

impl Difference {
    fn of(old: &Condition, new: &Condition) -> Self {
        let whole = || Self { before: old.clone(), after: new.clone(), around: Vec::new() };
        match (old, new) {
            (Condition::Not(old), Condition::Not(new)) => Self::of(old, new),
            (Condition::All(old), Condition::All(new)) if old.len() == new.len() => {
                Self::among(old, new, Condition::clone).unwrap_or_else(whole)
            }
            (Condition::Any(old), Condition::Any(new)) if old.len() == new.len() => {
                Self::among(old, new, not).unwrap_or_else(whole)
            }
            (Condition::All(parts), _) => {
                Self::left_out(parts, new, Condition::All, Condition::Always, Condition::clone)
                    .unwrap_or_else(whole)
            }
            (Condition::Any(parts), _) => {
                Self::left_out(parts, new, Condition::Any, not(&Condition::Always), not).unwrap_or_else(whole)
            }
            _ => whole(),
        }
    }

    /// The difference in the one part that is not the same. `read`: what a sibling has to be for it to be read.
    fn among(old: &[Condition], new: &[Condition], read: fn(&Condition) -> Condition) -> Option<Self> {
        let place = old.iter().zip(new).position(|(old, new)| old != new)?;
        let siblings =
            old.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, part)| read(part));
        let mut inner = Self::of(&old[place], &new[place]);
        inner.around.extend(siblings);
        Some(inner)
    }

    /// The part that was left out, if one was: as if it were replaced by what makes no difference there.
    fn left_out(
        parts: &[Condition],
        new: &Condition,
        join: fn(Vec<Condition>) -> Condition,
        nothing: Condition,
        read: fn(&Condition) -> Condition,
    ) -> Option<Self> {
        (0..parts.len()).find_map(|place| {
            let mut rest = parts.to_vec();
            let before = rest.remove(place);
            let around = rest.iter().map(read).collect();
            let joined = if rest.len() == 1 { rest.remove(0) } else { join(rest) };
            (joined == *new).then(|| Self { before, after: nothing.clone(), around })
        })
    }

    /// Reasons to try, from the fewest other parts to all of them.
    fn candidates(&self, policy: &Policy) -> Vec<Candidate> {
        let same = same(&self.before, &self.after);
        let come_to = match &self.after {
            Condition::Always => format!("`{}` holds anyway", written(policy, &self.before)),
            Condition::Not(inner) if **inner == Condition::Always => {
                format!("`{}` cannot hold anyway", written(policy, &self.before))
            }
            after => format!(
                "`{}` and `{}` come to the same",
                written(policy, &self.before),
                written(policy, after)
            ),
        };
        let mut found = vec![(come_to.clone(), same.clone())];
        for size in 1..=self.around.len().min(3) {
            for given in choose(&self.around, size) {
                let given = joined(given);
                let reason = format!("given `{}`, {come_to}", written(policy, &given));
                found.push((reason, implies(&given, &same)));
            }
        }
        found.push((
            format!("given all other parts, {come_to}"),
            implies(&Condition::All(self.around.clone()), &same),
        ));
        found
    }
}

/// A named condition that is not the same, while everything that uses it is: why, for each use.
fn why_used(policy: &Policy, place: usize, new: &Condition) -> String {
    let users = Holder::all(policy).into_iter().filter_map(|holder| {
        let with = put_in(holder.when(policy), place, new);
        (with != *holder.when(policy))
            .then(|| format!("in {}, {}", holder.name(policy), why_when(policy, holder, &with)))
    });
    users.collect::<Vec<_>>().join("; ")
}

/// A condition with another in the place of a named one.
fn put_in(condition: &Condition, place: usize, new: &Condition) -> Condition {
    let each = |parts: &[Condition]| parts.iter().map(|part| put_in(part, place, new)).collect();
    match condition {
        Condition::Named(named) if named.index() == place => new.clone(),
        Condition::Not(inner) => not(&put_in(inner, place, new)),
        Condition::All(parts) => Condition::All(each(parts)),
        Condition::Any(parts) => Condition::Any(each(parts)),
        other => other.clone(),
    }
}

// ---- a rule or an offer changed --------------------------------------------------------------------------

fn why_rule(
    policy: &Policy,
    option: &PolicyOption,
    place: usize,
    old: &Condition,
    new: &Condition,
) -> String {
    let rule = &option.rules[place];
    let differs = Condition::All(vec![read(option, rule), not(&same(old, new))]);
    why_region(policy, option, place, &differs, "where the two differ")
}

fn why_offer(policy: &Policy, option: &PolicyOption, outcomes: &[Ref<Outcome>]) -> String {
    let changed = |outcome: &Ref<Outcome>| outcomes.contains(outcome) != option.offered_in.contains(outcome);
    let outcome = policy.outcome_refs().find(changed);
    let read = outcome.is_some_and(|outcome| option.rules.iter().any(|rule| rule.applies_in(outcome)));
    let says = if read { "its rules come to `not-offered` there" } else { "no rule of it is read there" };
    says.to_owned()
}

fn why_rules(policy: &Policy, option: &PolicyOption, rules: &[Rule]) -> String {
    let old = &option.rules;
    let place = old.iter().zip(rules).position(|(old, new)| old != new).unwrap_or(rules.len());
    if rules.len() < old.len() {
        return why_region(policy, option, place, &holds(option, &old[place]), "where it holds");
    }
    if rules.get(place + 1) == Some(&old[place]) {
        return why_order(policy, option, place);
    }
    let changed = |outcome: Ref<Outcome>| {
        old[place].applies_in(outcome) != rules[place].applies_in(outcome)
            && option.offered_in.contains(&outcome)
    };
    let elsewhere = policy.outcome_refs().filter(|outcome| changed(*outcome)).map(Condition::Outcome);
    let there = Condition::All(vec![Condition::Any(elsewhere.collect()), old[place].when.clone()]);
    why_region(policy, option, place, &there, "where it would hold there")
}

fn why_order(policy: &Policy, option: &PolicyOption, place: usize) -> String {
    let [one, two] = [&option.rules[place], &option.rules[place + 1]];
    let both = Condition::All(vec![holds(option, one), holds(option, two)]);
    let never = first(policy, vec![("the two never hold together".to_owned(), not(&both))]);
    never.unwrap_or_else(|| match one.status == two.status {
        true => "both give the same status".to_owned(),
        false => why_region(policy, option, place, &both, "where both hold"),
    })
}

/// Why it makes no difference whether a rule decides in a region of answers.
fn why_region(
    policy: &Policy,
    option: &PolicyOption,
    place: usize,
    region: &Condition,
    called: &str,
) -> String {
    let rules = option.rules.iter().enumerate().filter(|(other, _)| *other != place);
    let (before, after): (Vec<_>, Vec<_>) = rules.partition(|(other, _)| *other < place);
    let like = |(_, rule): &&(usize, &Rule)| rule.status == option.rules[place].status;
    let covered = |(other, rule): &(usize, &Rule), says: &str| {
        (format!("{called}, rule {} {says}", other + 1), implies(region, &holds(option, rule)))
    };
    let all = |rules: &[(usize, &Rule)]| {
        implies(region, &Condition::Any(rules.iter().map(|(_, rule)| holds(option, rule)).collect()))
    };
    let mut candidates = vec![(format!("there are no answers {called}"), not(region))];
    candidates.extend(before.iter().map(|rule| covered(rule, "decides before it")));
    candidates.push((format!("{called}, an earlier rule decides before it"), all(&before)));
    candidates.extend(after.iter().filter(like).map(|rule| covered(rule, "gives the same status")));
    let rest = format!("{called}, other rules decide, and the one after it gives the same status");
    first(policy, candidates).unwrap_or(rest)
}

/// Where a rule holds, whether or not an earlier one decides.
fn holds(option: &PolicyOption, rule: &Rule) -> Condition {
    Condition::All(vec![read(option, rule), rule.when.clone()])
}

/// In the outcomes that a rule is read in.
fn read(option: &PolicyOption, rule: &Rule) -> Condition {
    let outcomes = option.offered_in.iter().copied().filter(|outcome| rule.applies_in(*outcome));
    Condition::Any(outcomes.map(Condition::Outcome).collect())
}

// ---- conditions from conditions --------------------------------------------------------------------------

fn not(condition: &Condition) -> Condition {
    match condition {
        Condition::Not(inner) => (**inner).clone(),
        other => Condition::Not(Box::new(other.clone())),
    }
}

fn implies(one: &Condition, other: &Condition) -> Condition {
    Condition::Any(vec![not(one), other.clone()])
}

fn same(one: &Condition, other: &Condition) -> Condition {
    Condition::All(vec![implies(one, other), implies(other, one)])
}

fn joined(mut parts: Vec<Condition>) -> Condition {
    if parts.len() == 1 { parts.remove(0) } else { Condition::All(parts) }
}

/// Every choice of so many of some conditions.
fn choose(conditions: &[Condition], size: usize) -> Vec<Vec<Condition>> {
    let Some((one, rest)) = conditions.split_first() else {
        return if size == 0 { vec![Vec::new()] } else { Vec::new() };
    };
    if size == 0 {
        return vec![Vec::new()];
    }
    let with = choose(rest, size - 1)
        .into_iter()
        .map(|chosen| [std::slice::from_ref(one), chosen.as_slice()].concat());
    with.chain(choose(rest, size)).collect()
}
