//! How time and memory grow with policies, books and case files: `cargo bench --profile dev -p handbook-tests --bench growth`.
//!
//! The profile is that of the command that people run. Each figure comes from a process of its own, so that its memory is its own too.
//! Nothing is asserted: times depend on the machine. What is printed is the table of the page that states it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a benchmark that cannot find its material can only stop"
)]
#![allow(clippy::print_stdout, reason = "what it prints is what it is for")]

use casebook::{Casebook, Period};
use handbook::browser_app;
use handbook::site::{Build, build};
use handbook::timings::Timings;
use handbook_tests::large::{page, policy, write_book};
use handbook_tests::{CONTENT, HANDBOOK, root};
use mdbook_driver::MDBook;
use policy::{Answers, Policy, Selection, assess};
use policy_compiler::prove::prove;
use policy_compiler::{Compiled, compile};
use samples::{Sample, samples};
use serde_json::Value;
use std::env;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use walkdir::WalkDir;

/// What is measured: its name, what it is called in the table, how large it is tried, and how it is done.
struct Measure {
    name: &'static str,
    title: &'static str,
    sizes: &'static [usize],
    run: fn(usize) -> Duration,
}

const MEASURES: [Measure; 7] = [
    Measure {
        name: "compile",
        title: "Compile a policy of so many questions",
        sizes: &[40, 400, 4_000],
        run: compile_policy,
    },
    Measure { name: "prove", title: "Prove what it promises", sizes: &[40, 400, 4_000], run: prove_policy },
    Measure {
        name: "assess",
        title: "Assess 1,000 cases under it",
        sizes: &[40, 400, 4_000],
        run: assess_cases,
    },
    Measure {
        name: "build",
        title: "Build a book of so many pages, ten clauses each",
        sizes: &[20, 200, 2_000],
        run: build_book,
    },
    Measure {
        name: "mdbook",
        title: "The same pages by stock mdBook",
        sizes: &[20, 200, 2_000],
        run: build_by_mdbook,
    },
    Measure { name: "read", title: "Read so many case files", sizes: &[1, 100, 10_000], run: read_cases },
    Measure { name: "report", title: "Make a report of them", sizes: &[1, 100, 10_000], run: report_cases },
];

/// What a process is told that measures one thing.
const ONE: &str = "--one";

fn main() {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match &arguments[..] {
        [one, name, size] if one == ONE => measure(name, size.parse().expect("a size is a number")),
        names => table(names),
    }
}

/// Measures one thing, and prints the milliseconds and the most memory in kilobytes.
fn measure(name: &str, size: usize) {
    let known = MEASURES.iter().find(|measure| measure.name == name).expect("a name of a measure");
    let took = (known.run)(size);
    println!("{} {}", took.as_secs_f64() * 1000.0, peak_kilobytes());
}

/// The most memory that this process has had, as Linux counts it.
fn peak_kilobytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or_default()
}

/// Prints the table of some measures, or of all.
fn table(names: &[String]) {
    println!("| What | Size | Time | Most memory |\n|---|---:|---:|---:|");
    for measure in
        MEASURES.iter().filter(|measure| names.is_empty() || names.iter().any(|name| name == measure.name))
    {
        for size in measure.sizes {
            let program = env::current_exe().expect("the program has a path");
            let output =
                Command::new(program).args([ONE, measure.name, &size.to_string()]).output().expect("it runs");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let printed = String::from_utf8_lossy(&output.stdout);
            let (took, memory) = printed
                .trim()
                .rsplit_once('\n')
                .map_or(printed.trim(), |(_, last)| last)
                .split_once(' ')
                .expect("two numbers");
            let (took, memory): (f64, u64) = (took.parse().expect("a time"), memory.parse().expect("a size"));
            println!("| {} | {size} | {took:.1} ms | {} MB |", measure.title, memory / 1024);
        }
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let begun = Instant::now();
    black_box(work());
    begun.elapsed()
}

fn compiled(questions: usize) -> Compiled {
    let pages = [page(policy(questions))];
    compile(&pages, "bench").unwrap_or_else(|wrong| panic!("{}", wrong.report(&pages, false)))
}

fn compile_policy(questions: usize) -> Duration {
    let pages = [page(policy(questions))];
    timed(|| compile(&pages, "bench").unwrap_or_else(|wrong| panic!("{}", wrong.report(&pages, false))))
}

fn prove_policy(questions: usize) -> Duration {
    let compiled = compiled(questions);
    timed(|| prove(&compiled.policy, &compiled.properties).is_ok_and(|proofs| proofs.hold()))
}

/// Cases in which about half the questions have an answer, by chance.
fn assess_cases(questions: usize) -> Duration {
    let policy = compiled(questions).policy;
    let mut rng = fastrand::Rng::with_seed(1);
    let mut case = || {
        let mut answers = Answers::none(&policy);
        for question in Policy::question_refs(&policy) {
            if rng.bool() {
                answers.set(question, Selection::Chosen(rng.u32(0..2)));
            }
        }
        answers
    };
    let cases: Vec<Answers> = (0..1_000).map(|_| case()).collect();
    timed(|| cases.iter().filter(|answers| assess(&policy, answers).outcome.is_some()).count())
}

/// A folder in the workspace: the book's apps are found from there.
fn folder() -> TempDir {
    TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder can be made")
}

fn build_book(pages: usize) -> Duration {
    let folder = folder();
    let settings = fs::read_to_string(root().join("tests/books/good/without-blocks/book.toml"))
        .expect("the settings are there");
    write_book(folder.path(), pages, &settings).expect("the book can be written");
    let apps = browser_app::ready().expect("the apps are made");
    let request = Build {
        book: folder.path().to_owned(),
        out: Some(folder.path().join("site")),
        apps,
        audience: None,
        live_reload: false,
    };
    let took = timed(|| build(&request, &mut Timings::start()).unwrap_or_else(|error| panic!("{error:#}")));
    say_size(&folder.path().join("site"));
    took
}

fn build_by_mdbook(pages: usize) -> Duration {
    let folder = folder();
    write_book(folder.path(), pages, "[book]\ntitle = \"Large\"\n").expect("the book can be written");
    let took =
        timed(|| MDBook::load(folder.path()).expect("mdBook reads it").build().expect("mdBook builds it"));
    say_size(&folder.path().join("book"));
    took
}

/// Says how large a site is, for those who run the benchmark by hand.
fn say_size(site: &Path) {
    let files =
        WalkDir::new(site).into_iter().filter_map(Result::ok).filter_map(|entry| entry.metadata().ok());
    let bytes: u64 = files.filter(fs::Metadata::is_file).map(|file| file.len()).sum();
    eprintln!("the site of {} has {} MB", site.display(), bytes / 1_000_000);
}

/// So many case files: 200 different ones, over and over, each a case of its own.
fn case_files(count: usize) -> Vec<(String, String)> {
    let made: Vec<Sample> = samples::<Value>(&CONTENT, count.min(200), 20, "2026-06-30")
        .map(|sample| sample.expect("a sample is made"))
        .collect();
    let file = |number: usize| {
        let Sample { name, text } = &made[number % made.len()];
        let id = format!("sample-20-{}", number % made.len() + 1);
        (format!("{number}-{name}"), text.replacen(&id, &format!("{id}-{number}"), 1))
    };
    (0..count).map(file).collect()
}

fn book_of(files: &[(String, String)]) -> Casebook {
    let mut book = Casebook::new(&CONTENT);
    files.iter().for_each(|(name, text)| book.add::<Value>(name, text));
    book
}

fn read_cases(count: usize) -> Duration {
    let files = case_files(count);
    let _ = &*HANDBOOK;
    timed(|| assert_eq!(book_of(&files).cases_counted(), count, "each is a case of its own"))
}

fn report_cases(count: usize) -> Duration {
    let book = book_of(&case_files(count));
    let period = Period { from: "2025-07-01".to_owned(), until: "2026-06-30".to_owned() };
    timed(|| book.report(&CONTENT, &period, "2026-11-27"))
}
