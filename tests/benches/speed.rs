//! How fast the aid is: `cargo bench -p handbook-tests`.
//!
//! Nothing is asserted here: times depend on the machine. What must not grow is tested by counting, in `growth`.

#![allow(clippy::expect_used, reason = "a benchmark that cannot find its material can only stop")]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use fastrand::Rng;
use handbook::assess::{Detail, assess_lines};
use handbook_tests::cases::{Known, as_answers, complete, partial};
use handbook_tests::{HANDBOOK, pages, root};
use policy::{Answer, Policy, assess};
use policy_compiler::compile;
use policy_compiler::prove::prove;

/// How many lines are assessed in one go.
const LINES: usize = 1_000;

fn main() {
    divan::main();
}

/// Lines of answers, as `assess` reads them.
fn lines(known: impl Fn(&mut Rng) -> Known) -> String {
    let policy: &Policy = &HANDBOOK.policy;
    let mut rng = Rng::with_seed(1);
    let mut line = || {
        let answers = as_answers(&known(&mut rng));
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

/// Lines read, assessed and written.
fn bench_lines(bencher: Bencher<'_, '_>, lines: &str, detail: Detail) {
    bencher
        .counter(ItemsCount::new(LINES))
        .bench(|| assess_lines(&HANDBOOK.policy, detail, black_box(lines.as_bytes()), std::io::sink()));
}

/// Every question answered.
#[divan::bench]
fn assess_per_complete_line(bencher: Bencher<'_, '_>) {
    bench_lines(bencher, &lines(complete), Detail::default());
}

/// Some questions not answered, some not sure: from 2 to 9 in 10 are.
#[divan::bench]
fn assess_per_partial_line(bencher: Bencher<'_, '_>) {
    bench_lines(bencher, &lines(partial), Detail::default());
}

/// The same with every explanation.
#[divan::bench]
fn assess_per_partial_line_with_every_reason(bencher: Bencher<'_, '_>) {
    bench_lines(bencher, &lines(partial), Detail { because: true, why: true });
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
