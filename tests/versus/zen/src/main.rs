//! Decides cases by the policy of a built site and by the same policy as a decision table of zen-engine: `cargo run --release -- SITE`.
//!
//! Both run in one thread and get the same cases, each in the form that it reads, made before the clock starts. Every question has
//! a definite answer: a decision table knows no other. First all results are compared; where two differ, nothing is measured.
//! Prints a Markdown table. No time is asserted.

#![allow(clippy::print_stdout, reason = "what it prints is what it is for")]

mod cases;
mod decision_table;
mod site_policy;

use anyhow::{Context, Result, ensure};
use cases::{Case, cases};
use decision_table::DecisionTable;
use futures_executor::block_on;
use policy::{Policy, assess};
use site_policy::policy_of;
use std::env;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;
use zen_engine::Decision;

/// The version of zen-engine in `Cargo.toml`.
const ZEN: &str = "zen-engine 2.1.6";

/// How many cases come to each outcome.
const CASES_OF_EACH: usize = 500;

/// How often all cases are decided by each, in turn.
const ROUNDS: usize = 9;

fn main() -> Result<()> {
    let site = env::args().nth(1).context("name the folder of a built site")?;
    let policy = policy_of(Path::new(&site))?;
    let outcome_only = outcome_only(&policy);
    let table = DecisionTable::of(&policy)?;
    let decision = table.decision()?;
    let cases = cases(&policy, CASES_OF_EACH)?;
    compare(&policy, &outcome_only, &decision, &cases)?;

    let mut rates = [const { Vec::new() }; 3];
    for _ in 0..ROUNDS {
        rates[0].push(rate(&cases, |case| assess(&outcome_only, &case.answers).outcome));
        rates[1].push(rate(&cases, |case| block_on(decision.evaluate(case.input.clone())).is_ok()));
        rates[2].push(rate(&cases, |case| assess(&policy, &case.answers)));
    }
    print(rates);
    println!(
        "\n{} cases, {} of each of {} outcomes. Both came to the same outcome in each. The table has {}.",
        cases.len(),
        CASES_OF_EACH,
        policy.outcomes.len(),
        table.size()
    );
    Ok(())
}

/// The policy with nothing to decide but the outcome, which is all that the table decides.
fn outcome_only(policy: &Policy) -> Policy {
    let mut policy = policy.clone();
    policy.groups.iter_mut().for_each(|group| group.always = false);
    policy.outcomes.iter_mut().for_each(|outcome| outcome.record.clear());
    let diagrams = &mut policy.diagrams;
    for others in [
        &mut diagrams.findings,
        &mut diagrams.duties,
        &mut diagrams.statuses,
        &mut diagrams.weighed,
        &mut diagrams.rules,
    ] {
        others.clear();
    }
    policy
}

/// Stops where one of the three comes to another outcome than the others.
fn compare(policy: &Policy, outcome_only: &Policy, decision: &Decision, cases: &[Case]) -> Result<()> {
    for Case { answers, input } in cases {
        let outcome = assess(policy, answers).outcome.context("complete answers settle the outcome")?;
        let id = policy[outcome].id.as_str();
        let alone = assess(outcome_only, answers).outcome;
        ensure!(alone == Some(outcome), "with nothing else to decide, {id} is {alone:?}");
        let response =
            block_on(decision.evaluate(input.clone())).map_err(|error| anyhow::anyhow!("{error}"))?;
        let other = response.result.dot("outcome").context("the table gives an outcome")?;
        ensure!(other.as_str() == Some(id), "the policy says {id}, the table {other:?}, of {input:?}");
    }
    Ok(())
}

/// How many cases are decided a second.
#[expect(clippy::cast_precision_loss, reason = "there are some thousands")]
fn rate<T>(cases: &[Case], decide: impl Fn(&Case) -> T) -> f64 {
    let begun = Instant::now();
    for case in cases {
        black_box(decide(black_box(case)));
    }
    cases.len() as f64 / begun.elapsed().as_secs_f64()
}

/// Prints the median of the rounds, with the least and the most.
fn print(rates: [Vec<f64>; 3]) {
    let [(outcome, outcome_cell), (zen, zen_cell), (whole, whole_cell)] = rates.map(|mut rates| {
        rates.sort_by(f64::total_cmp);
        let median = rates[rates.len() / 2];
        let cell = format!("{} ({}–{})", grouped(median), grouped(rates[0]), grouped(rates[rates.len() - 1]));
        (median, cell)
    });
    println!("| Median of {ROUNDS} rounds (least–most) | Aid | {ZEN} | Ratio |\n|---|---|---|---|");
    println!("| Outcomes decided a second | {outcome_cell} | {zen_cell} | {:.1} |", outcome / zen);
    println!("| The same, with all else that the aid decides | {whole_cell} | – | {:.1} |", whole / zen);
}

/// A number without its fraction, with a comma before each three digits.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let first = digits.len() % 3;
    let (head, rest) = digits.split_at(first);
    let threes = (0..rest.len()).step_by(3).map(|start| &rest[start..start + 3]);
    [head].into_iter().filter(|head| !head.is_empty()).chain(threes).collect::<Vec<_>>().join(",")
}
