//! How fast the aid is: `cargo bench -p handbook-tests`.
//!
//! Nothing is asserted here: times depend on the machine. What must not grow is tested by counting, in `growth`.

#![allow(clippy::expect_used, reason = "a benchmark that cannot find its material can only stop")]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use fastrand::Rng;
use handbook::assess::{Detail, assess_lines};
use handbook_tests::cases::{as_answers, partial};
use handbook_tests::{HANDBOOK, pages, root};
use policy::{Answer, Policy, assess};
use policy_compiler::compile;
use policy_compiler::prove::prove;

/// How many lines are assessed in one go.
const LINES: usize = 1_000;

fn main() {
    divan::main();
}

/// Lines of answers, some unfinished, as `assess` reads them.
fn lines() -> String {
    let policy: &Policy = &HANDBOOK.policy;
    let mut rng = Rng::with_seed(1);
    let mut line = || {
        let answers = as_answers(&partial(&mut rng));
        let given = Policy::question_refs(policy).filter_map(|question| {
            let asked = &policy[question];
            Some(format!("\"{}\":{}", asked.id, json(&asked.answer(answers.get(question)?))))
        });
        format!("{{\"answers\":{{{}}}}}\n", given.collect::<Vec<_>>().join(","))
    };
    (0..LINES).map(|_| line()).collect()
}

fn json(answer: &Answer) -> String {
    serde_json::to_string(answer).expect("an answer can be written")
}

/// A line read, assessed and written.
#[divan::bench]
fn assess_per_line(bencher: Bencher<'_, '_>) {
    let lines = lines();
    bencher.counter(ItemsCount::new(LINES)).bench(|| {
        assess_lines(&HANDBOOK.policy, Detail::default(), black_box(lines.as_bytes()), std::io::sink())
    });
}

/// The same with every explanation.
#[divan::bench]
fn assess_per_line_with_every_reason(bencher: Bencher<'_, '_>) {
    let lines = lines();
    let detail = Detail { because: true, why: true };
    bencher
        .counter(ItemsCount::new(LINES))
        .bench(|| assess_lines(&HANDBOOK.policy, detail, black_box(lines.as_bytes()), std::io::sink()));
}

/// One assessment, without reading or writing.
#[divan::bench]
fn assess_alone(bencher: Bencher<'_, '_>) {
    let mut rng = Rng::with_seed(2);
    bencher
        .with_inputs(|| as_answers(&partial(&mut rng)))
        .bench_local_refs(|answers| assess(&HANDBOOK.policy, black_box(answers)));
}

/// Every law and property over every set of answers.
#[divan::bench]
fn prove_everything() -> bool {
    let proofs = prove(black_box(&HANDBOOK.policy), &HANDBOOK.properties);
    proofs.expect("the diagrams are small").hold()
}

/// The pages made into the policy, with every check.
#[divan::bench]
fn compile_the_pages(bencher: Bencher<'_, '_>) {
    let pages = pages(&root());
    bencher.bench(|| compile(black_box(&pages), "bench").is_ok());
}
