//! What the aid says of partial answers, against every way in which the rest can turn out.
//!
//! Where few answers are missing, each completion is judged by the model, and the aid has to say exactly what they agree
//! on and ask exactly what matters. Where many are missing, no completion tried may contradict it.

use fastrand::Rng;
use handbook_tests::HANDBOOK;
use handbook_tests::cases::{
    Given, Known, as_answers, as_case, bits, completion, nearly_complete, open, partial,
};
use handbook_tests::model::{
    self, Case, DUTIES, FINDINGS, OPTIONS, QUESTIONS, Verdict, WEIGHED_AND_RECORDED,
};
use policy::{Assessment, Policy, assess};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many partial sets of answers are tried.
const SETS: u64 = 100_000;

/// Where at most so many bits are missing, every completion is judged.
const MOST_BITS: u32 = 12;

/// How many completions are tried where more are missing.
const COMPLETIONS: usize = 8;

/// What the aid says, or what the completions agree on, in the order of the model.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    outcome: Option<&'static str>,
    possible: Vec<&'static str>,
    findings: Vec<Option<bool>>,
    duties: Vec<Option<bool>>,
    options: Vec<&'static str>,
    ask: Vec<&'static str>,
}

/// What the aid says.
fn said(known: &Known) -> Said {
    let policy: &'static Policy = &HANDBOOK.policy;
    let Assessment { outcome, possible, findings, duties, options, ask } = assess(policy, &as_answers(known));
    let finding = |id: &str| policy.findings.iter().position(|finding| finding.id == id);
    let duty = |id: &str| policy.duties.iter().position(|duty| duty.id == id);
    let option = |id: &str| policy.options.iter().position(|option| option.id == id);
    Said {
        outcome: outcome.map(|outcome| policy[outcome].id.as_str()),
        possible: possible.iter().map(|outcome| policy[*outcome].id.as_str()).collect(),
        findings: FINDINGS.iter().map(|id| findings[finding(id).expect("it is there")]).collect(),
        duties: DUTIES.iter().map(|id| duties[duty(id).expect("it is there")]).collect(),
        options: OPTIONS.iter().map(|id| options[option(id).expect("it is there")].status.word()).collect(),
        ask: ask.iter().map(|question| policy[*question].id.as_str()).collect(),
    }
}

// ---- what every completion says -------------------------------------------------------------------------

/// Every completion of some answers, judged. The answers to the open questions count like the digits of a number, the
/// first question turning fastest.
struct Completions {
    /// Each open question, with how many answers it takes.
    open: Vec<(&'static str, usize)>,
    verdicts: Vec<Verdict>,
}

impl Completions {
    fn of(known: &Known) -> Self {
        let mut cases: Vec<Case> = vec![as_case(known)];
        let mut questions = Vec::new();
        for (question, takes) in open(known) {
            let answers = model::every_answer(question, takes);
            questions.push((question, answers.len()));
            cases = answers.iter().flat_map(|answer| cases.iter().map(|case| case.with(*answer))).collect();
        }
        Self { open: questions, verdicts: cases.into_iter().map(model::verdict).collect() }
    }

    fn agree_on(&self) -> Said {
        let possible = self.possible();
        let first = &self.verdicts[0];
        let all_have = |same: &dyn Fn(&Verdict) -> bool| self.verdicts.iter().all(same);
        let truths = |of: fn(&Verdict) -> &[bool]| -> Vec<Option<bool>> {
            let held = of(first);
            let agreed = |place: usize| all_have(&|verdict: &Verdict| of(verdict)[place] == held[place]);
            (0..held.len()).map(|place| agreed(place).then_some(held[place])).collect()
        };
        let option = |place: usize| {
            let status = first.options[place];
            if all_have(&|verdict: &Verdict| verdict.options[place] == status) { status } else { "open" }
        };
        Said {
            outcome: (possible.len() == 1).then(|| possible[0]),
            findings: truths(|verdict| &verdict.findings),
            duties: truths(|verdict| &verdict.duties),
            options: (0..OPTIONS.len()).map(option).collect(),
            ask: self.ask(&possible),
            possible,
        }
    }

    fn possible(&self) -> Vec<&'static str> {
        let rows = WEIGHED_AND_RECORDED.iter().enumerate();
        let holds = |place: usize| self.verdicts.iter().any(|verdict| verdict.outcomes[place]);
        rows.filter(|(place, _)| holds(*place)).map(|(_, (outcome, ..))| *outcome).collect()
    }

    /// The questions that matter, as section 2 says, among those without a definite answer.
    fn ask(&self, possible: &[&str]) -> Vec<&'static str> {
        let records = WEIGHED_AND_RECORDED.iter().filter(|(outcome, ..)| possible.contains(outcome));
        let recorded: BTreeSet<&str> = records.flat_map(|(.., record)| record.iter().copied()).collect();
        let findings: Vec<usize> =
            (0..FINDINGS.len()).filter(|place| recorded.contains(FINDINGS[*place])).collect();
        let safety =
            |question: &str| QUESTIONS.iter().any(|(group, id, _)| *id == question && *group == "safety");
        let open = self.open.iter().enumerate();
        open.filter(|(place, (question, _))| {
            safety(question) || recorded.contains(question) || self.changes(*place, &findings)
        })
        .map(|(_, (question, _))| *question)
        .collect()
    }

    /// Whether changing only the answer to one question changes, in some completion, what is reported.
    fn changes(&self, place: usize, findings: &[usize]) -> bool {
        let stride: usize = self.open[..place].iter().map(|(_, answers)| answers).product();
        let answers = self.open[place].1;
        let first_answer = |number: usize| number - number / stride % answers * stride;
        let verdicts = self.verdicts.iter().enumerate();
        verdicts
            .into_iter()
            .any(|(number, verdict)| differ(verdict, &self.verdicts[first_answer(number)], findings))
    }
}

/// Whether two cases differ in the outcome, in an option weighed in it, or in one of some findings.
fn differ(one: &Verdict, other: &Verdict, findings: &[usize]) -> bool {
    one.outcomes != other.outcomes
        || findings.iter().any(|place| one.findings[*place] != other.findings[*place])
        || (one.options != other.options && weighed_differ(one, other))
}

fn weighed_differ(one: &Verdict, other: &Verdict) -> bool {
    let held = WEIGHED_AND_RECORDED.iter().zip(one.outcomes).find(|(_, holds)| *holds);
    let weighed = held.map_or(&[][..], |((_, weigh, _), _)| *weigh);
    (0..OPTIONS.len())
        .any(|place| one.options[place] != other.options[place] && weighed.contains(&OPTIONS[place]))
}

// ---- the comparison --------------------------------------------------------------------------------------

/// No completion may contradict what the aid says for certain.
fn refuse_contradiction(said: &Said, verdict: &Verdict, known: &Known) {
    let holds = |said: Option<bool>, held: bool| said.is_none_or(|said| said == held);
    assert!(said.outcome.is_none_or(|outcome| verdict.outcome_ids() == [outcome]), "outcome: {known:#?}");
    assert!(verdict.outcome_ids().iter().all(|id| said.possible.contains(id)), "possible: {known:#?}");
    for (place, finding) in FINDINGS.iter().enumerate() {
        assert!(holds(said.findings[place], verdict.findings[place]), "{finding}: {known:#?}");
    }
    for (place, duty) in DUTIES.iter().enumerate() {
        assert!(holds(said.duties[place], verdict.duties[place]), "{duty}: {known:#?}");
    }
    for (place, option) in OPTIONS.iter().enumerate() {
        let (said, held) = (said.options[place], verdict.options[place]);
        assert!(said == "open" || said == held, "{option}: {said}, not {held}: {known:#?}");
    }
}

/// Compares one set, and says whether every completion was judged.
fn compare(seed: u64) -> bool {
    let mut rng = Rng::with_seed(seed);
    let known = if seed.is_multiple_of(3) { partial(&mut rng) } else { nearly_complete(&mut rng, MOST_BITS) };
    let said = said(&known);
    let missing: u32 = open(&known).into_iter().map(|(_, takes)| bits(takes)).sum();
    if missing <= MOST_BITS {
        assert_eq!(said, Completions::of(&known).agree_on(), "left the aid, right the model: {known:#?}");
        return true;
    }
    for _ in 0..COMPLETIONS {
        let completed = completion(&known, &mut rng);
        refuse_contradiction(&said, &model::verdict(as_case(&completed)), &known);
    }
    false
}

#[test]
fn the_aid_says_exactly_what_every_completion_agrees_on() {
    let (next, exact) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed) as u64;
            if seed >= SETS {
                break;
            }
            exact.fetch_add(usize::from(compare(seed)), Ordering::Relaxed);
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..cores).for_each(|_| drop(scope.spawn(work))));
    let exact = exact.into_inner();
    println!("{exact} of {SETS} sets were compared with every completion");
    assert!(exact as u64 > SETS / 2, "only {exact} sets were compared with every completion");
}

#[test]
fn the_completions_of_a_set_are_all_there() {
    let mut known = Known::new();
    for (_, question, _) in QUESTIONS {
        known.insert(question, Given::No);
    }
    known.remove("where");
    known.insert("review", Given::NotSure);
    known.remove("criminal");
    let completions = Completions::of(&known);
    assert_eq!(completions.open, [("criminal", 2), ("where", 128), ("review", 4)]);
    assert_eq!(completions.verdicts.len(), 2 * 128 * 4);
    let with_police = completions.verdicts.iter().filter(|verdict| verdict.duties[0]).count();
    assert_eq!(with_police, 128 * 4, "half of them are criminal");
}
