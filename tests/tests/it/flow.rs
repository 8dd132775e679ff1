//! The way of an officer through cases of the real handbook, from the first screen to the letter: how many screens, clicks and
//! fields it takes, and that it ends in a letter that can be sent.

mod facts;
mod officer;

use crate::letters::made::made_cases;
use casework::state::{Action, Everything, State, update};
use casework::{Case, CaseView, Key, Screen};
use facts::{Facts, HEAVY_MAIL, HEAVY_MAIL_WITHOUT_NOTES, THREAT, UNDECIDED_LIMIT};
use handbook_tests::{CONTENT, HANDBOOK};
use officer::{Officer, TODAY};
use policy::{Answer, AnswerKind, Question, Ref};
use std::collections::BTreeSet;

/// The most that a case may take from its start to its letter.
const BUDGET: [usize; 3] = [12, 50, 18];

fn letter(id: &str) -> Screen {
    let position = CONTENT.paperwork.letters.iter().position(|letter| letter.id == id);
    Screen::Letter(position.expect("the handbook has it"))
}

fn question(id: &str) -> Ref<Question> {
    CONTENT.policy.question(id).expect("the handbook asks it")
}

/// The screens, the clicks, and the required fields.
fn taken(officer: &Officer) -> [usize; 3] {
    [officer.counts.screens.len(), officer.counts.clicks, officer.counts.required.len()]
}

#[test]
fn a_case_comes_to_its_letter_within_the_budget_and_to_a_whole_record() {
    let cases = [
        ("heavy mail", &HEAVY_MAIL, "decision-letter", "may-decide", [11, 45, 16]),
        (
            "heavy mail, and nothing noted",
            &HEAVY_MAIL_WITHOUT_NOTES,
            "decision-letter",
            "may-decide",
            [11, 45, 18],
        ),
        ("a limit that nobody decided", &UNDECIDED_LIMIT, "apology-letter", "put-right", [11, 36, 12]),
    ];
    for (name, facts, last, outcome, expected) in cases {
        let officer = Officer::begin(facts).until(|screen| screen == letter(last));
        let view = officer.state.view(&CONTENT);
        let found = view.assessment().outcome.map(|outcome| CONTENT.policy[outcome].id.as_str());
        assert_eq!(found, Some(outcome), "{name}");
        assert_eq!(view.missing_on(officer.state.screen), [], "{name}: its letter can be sent");
        assert_eq!(view.missing(), [], "{name}: its record is whole");
        let taken = taken(&officer);
        assert_eq!(taken, expected, "{name}: {:#?}", officer.counts);
        assert!(
            taken.iter().zip(BUDGET).all(|(taken, most)| *taken <= most),
            "{name}: {taken:?} of {BUDGET:?}"
        );
        let screens: BTreeSet<Screen> = officer.counts.screens.iter().copied().collect();
        assert_eq!(screens.len(), taken[0], "{name}: no screen comes twice");
    }
}

#[test]
fn a_threat_at_the_counter_comes_to_its_notice_in_three_screens() {
    let notice = letter("on-the-spot-notice");
    let Screen::Letter(number) = notice else { panic!("{notice:?} is a letter") };
    let mut officer = Officer::begin(&THREAT);
    officer.work();
    let holding = officer.state.view(&CONTENT).holding_duties();
    let urgent = holding.iter().filter(|duty| CONTENT.policy[**duty].urgent).count();
    assert!(urgent >= 2, "the first screen says what to do at once: {holding:?}");
    officer.press(Screen::AtOnce(number));
    officer.work();
    officer.go_on();
    assert_eq!(officer.counts.screens, [Screen::default(), Screen::AtOnce(number), notice]);
    let missing = officer.state.view(&CONTENT).missing_on(notice);
    assert!(!missing.is_empty(), "the questions that it would take from were not asked");
    let asked: BTreeSet<&String> = officer.state.to_fill_in.iter().collect();
    assert!(
        missing.iter().all(|missing| asked.contains(&missing.id)),
        "all of it can be filled in there: {missing:#?}"
    );
    officer.work();
    assert_eq!(officer.state.view(&CONTENT).missing_on(notice), [], "and then the notice can be given");
    assert_eq!(officer.state.view(&CONTENT).shown(notice), notice, "while the questions are still open");
    assert!(officer.state.way.next.is_some());
    assert_eq!(taken(&officer), [3, 8, 11]);
}

#[test]
fn a_threat_alone_settles_that_the_notice_can_be_made_and_no_other_answer_takes_it_back() {
    let mut case = Case::default();
    case.answers.insert("immediate-risk".to_owned(), Answer::One("yes".to_owned()));
    let Screen::Letter(number) = letter("on-the-spot-notice") else { panic!("it is a letter") };
    let at_once = Screen::AtOnce(number);
    assert_eq!(CaseView::new(&CONTENT, &case).shown(at_once), at_once);
    for (id, word) in [
        ("criminal", "no"),
        ("people-at-risk", "not-sure"),
        ("restriction-in-force", "yes"),
        ("new-issue", "yes"),
    ] {
        case.answers.insert(id.to_owned(), Answer::One(word.to_owned()));
        assert_eq!(CaseView::new(&CONTENT, &case).shown(at_once), at_once, "{id} = {word}");
    }
    case.answers.insert("immediate-risk".to_owned(), Answer::One("no".to_owned()));
    assert_ne!(CaseView::new(&CONTENT, &case).shown(at_once), at_once);
}

/// What is known of a case, as a case file has it.
fn case_of(facts: &Facts) -> Case {
    let mut case = Case::default();
    for (id, words) in facts.answers {
        let several = matches!(CONTENT.policy[question(id)].answers, AnswerKind::AnyOf(_));
        let answer = match words {
            [word] if !several => Answer::One((*word).to_owned()),
            words => Answer::Many(words.iter().map(|word| (*word).to_owned()).collect()),
        };
        case.answers.insert((*id).to_owned(), answer);
    }
    case
}

#[test]
fn what_does_not_go_together_is_said_beside_each_of_its_questions() {
    let table: [(&str, &[(&str, &str)]); 4] = [
        ("criticism-found-unreasonable", &[("only-criticism", "yes"), ("behaviour", "")]),
        ("challenge-found-unreasonable", &[("only-challenge", "yes"), ("behaviour", "")]),
        ("under-way-and-dealt-with", &[("only-criticism", "yes"), ("thoroughly-dealt", "yes")]),
        ("assessed-by-nobody", &[("named-officer", "no")]),
    ];
    let all: Vec<&str> = CONTENT.policy.contradictions.iter().map(|found| found.id.as_str()).collect();
    assert_eq!(all.len(), table.len(), "each is tried: {all:?}");
    assert_eq!(
        CaseView::new(&CONTENT, &case_of(&HEAVY_MAIL)).contradictions(),
        Vec::<&policy::Contradiction>::new()
    );
    for (id, changes) in table {
        let mut case = case_of(&HEAVY_MAIL);
        for (asked, word) in changes {
            let none = word.is_empty().then(|| Answer::Many(Vec::new()));
            let answer = none.unwrap_or_else(|| Answer::One((*word).to_owned()));
            case.answers.insert((*asked).to_owned(), answer);
        }
        let view = CaseView::new(&CONTENT, &case);
        let found: Vec<&str> = view.contradictions().iter().map(|found| found.id.as_str()).collect();
        assert!(found.contains(&id), "{id}: {found:?}");
        let contradiction = view.contradictions().into_iter().find(|found| found.id == id).expect("it holds");
        assert!(contradiction.questions.len() >= 2);
        for asked in &contradiction.questions {
            assert!(view.contradictions_at(*asked).contains(&contradiction), "{id}");
            assert!(view.walk.answered.contains(asked), "{id}: {} is on a screen", CONTENT.policy[*asked].id);
        }
        let record = document::to_markdown(&view.record(TODAY)).replace('\\', "");
        assert!(
            record.contains("Answers that do not go together:") && record.contains(&contradiction.says),
            "{record}"
        );
    }
}

#[test]
fn no_case_of_the_handbook_has_answers_that_do_not_go_together() {
    for scenario in &HANDBOOK.scenarios {
        let case = Case { answers: scenario.answers.clone(), ..Case::default() };
        let found = CaseView::new(&CONTENT, &case).contradictions();
        assert!(found.is_empty(), "{}: {found:?}", scenario.id);
    }
}

#[test]
fn what_a_made_case_lacks_is_mended_on_a_screen_that_it_has() {
    let mut seen = 0;
    for made in made_cases().take(300) {
        let view = made.view();
        let screens = view.screens();
        for missing in view.missing() {
            seen += 1;
            assert!(screens.contains(&missing.screen), "{missing:?} in {}", made.from);
            let sections = view.sections_on(missing.screen);
            let fields = sections.iter().flat_map(|(_, entries)| entries).map(|entry| entry.key.clone());
            let options = view.options().iter().flat_map(|option| {
                let entries = option.entries.iter().map(|entry| entry.key.clone());
                entries.chain([Key::Taken(&option.id).to_string()])
            });
            let reasons = view.decision_reasons().into_iter().map(|entry| entry.key);
            let here: BTreeSet<String> = match missing.screen {
                Screen::Decision => options.chain(reasons).chain(fields).collect(),
                _ => fields.collect(),
            };
            assert!(here.contains(&missing.id), "{missing:?} in {}: {here:?}", made.from);
        }
    }
    assert!(seen > 80, "only {seen} things were missing");
}

#[test]
fn the_handbooks_cases_come_to_their_dates_and_no_screen_comes_twice() {
    let mut ended = 0;
    for scenario in &HANDBOOK.scenarios {
        let case = Case { answers: scenario.answers.clone(), ..Case::default() };
        let mut state = State::new(&CONTENT, case, Screen::default());
        let mut screens = vec![state.screen];
        while state.screen != Screen::Dates && !state.show_errors {
            let before = state.screen;
            state = update::<Everything>(&CONTENT, TODAY, state, Action::Continue).0;
            assert!(state.show_errors || !screens.contains(&state.screen), "{}: {screens:?}", scenario.id);
            screens.extend((state.screen != before).then_some(state.screen));
        }
        // A story may leave open what the aid asks, and an outcome needs one of some options: there the officer is told so.
        let missing = state.view(&CONTENT).missing_on(state.screen);
        assert_eq!(state.show_errors, state.screen != Screen::Dates, "{}: {screens:?}", scenario.id);
        assert!(!state.show_errors || !missing.is_empty(), "{}: {screens:?}", scenario.id);
        ended += usize::from(state.screen == Screen::Dates);
    }
    assert!(ended > 50, "only {ended} came to the end");
}
