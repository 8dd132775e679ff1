//! Which screens a case needs, and what stands on them, on a small policy with several stages.

use super::{Progress, Screen, weighs};
use crate::sample::{case, stages};
use crate::{Case, CaseView};
use policy::{Policy, Question, Ref};

const DECIDE: &str = "danger = no; kinds = calls; heavy = yes; told = yes; found = bad; changed = no";

fn policy() -> &'static Policy {
    &stages().policy
}

fn view(case: &Case) -> CaseView<'_> {
    CaseView::new(stages(), case)
}

fn question(id: &str) -> Ref<Question> {
    policy().question(id).expect("the sample asks it")
}

/// A screen by the name that the tables have for it.
fn screen(name: &str) -> Screen {
    let group = |index| Screen::Questions(Ref::new(index), 0);
    match name {
        "safety" => group(0),
        "facts" => group(1),
        "facts 2" => Screen::Questions(Ref::new(1), 1),
        "review" => group(2),
        "result" => Screen::Result,
        "decision" => Screen::Decision,
        "at once" => Screen::AtOnce(0),
        "dates" => Screen::Dates,
        "notice" => Screen::Letter(0),
        "letter" => Screen::Letter(1),
        "no letter" => Screen::Letter(9),
        "done" => Screen::Done,
        _ => panic!("no screen is called {name}"),
    }
}

fn screens(names: &str) -> Vec<Screen> {
    names.split(", ").filter(|name| !name.is_empty()).map(screen).collect()
}

fn ids(questions: &[Ref<Question>]) -> String {
    questions.iter().map(|asked| policy()[*asked].id.as_str()).collect::<Vec<_>>().join(" ")
}

/// What is written, each under its key.
type Texts<'a> = &'a [(&'a str, &'a str)];

/// Answers and texts, and the screens that such a case needs.
const NEEDED: [(&str, Texts<'_>, &str); 9] = [
    // Nothing is known of the facts, so the review can still matter; of the second screen, nothing does yet.
    ("", &[], "safety, facts, review"),
    ("danger = no", &[], "safety, facts, review"),
    ("danger = no; kinds = calls", &[], "safety, facts, facts 2, review"),
    ("danger = no; kinds =", &[], "safety, facts, result, dates, done"),
    ("danger = no; kinds = calls; heavy = no", &[], "safety, facts, facts 2, result, dates, done"),
    ("danger = yes", &[], "safety, result, decision, dates, done"),
    ("danger = yes", &[("taken/close", "yes")], "safety, result, decision, dates, notice, done"),
    (DECIDE, &[], "safety, facts, facts 2, review, result, decision, dates, done"),
    (
        DECIDE,
        &[("taken/limit", "yes")],
        "safety, facts, facts 2, review, result, decision, dates, letter, done",
    ),
];

#[test]
fn the_screens_follow_from_the_answers() {
    for (answers, texts, needed) in NEEDED {
        let case = case(answers, texts);
        assert_eq!(view(&case).screens(), screens(needed), "{answers} {texts:?}");
    }
}

#[test]
fn one_goes_from_each_screen_to_the_next_and_back() {
    for (answers, texts, needed) in NEEDED {
        let case = case(answers, texts);
        let view = view(&case);
        for pair in screens(needed).windows(2) {
            assert_eq!(view.after(pair[0]), pair[1], "after {:?} with {answers}", pair[0]);
            assert_eq!(view.before(pair[1]), pair[0], "before {:?} with {answers}", pair[1]);
        }
        assert_eq!(view.before(screen("safety")), screen("safety"), "nothing comes before the first");
        assert_eq!(view.after(screen("done")), screen("done"), "nothing comes after the last");
    }
}

#[test]
fn a_screen_that_waits_for_answers_gives_way_to_the_first_that_asks() {
    let close: Texts<'_> = &[("taken/close", "yes")];
    let table: [(&str, Texts<'_>, &str, &str); 16] = [
        ("", &[], "result", "safety"),
        ("danger = no", &[], "decision", "facts"),
        ("danger = no; kinds = calls", &[], "dates", "facts 2"),
        ("danger = no; kinds = calls; heavy = yes; told = yes", &[], "done", "review"),
        // A screen of questions can always be opened, whether it is needed or not.
        ("danger = yes", &[], "review", "review"),
        ("", &[], "facts 2", "facts 2"),
        // Where nothing is weighed there is nothing to decide.
        ("danger = no; kinds =", &[], "decision", "result"),
        (DECIDE, &[], "decision", "decision"),
        // What is decided at once waits for nothing but its own condition.
        ("danger = yes", &[], "at once", "at once"),
        (DECIDE, &[], "at once", "result"),
        ("danger = no", &[], "at once", "facts"),
        // A letter is for what was decided.
        ("danger = yes", close, "notice", "notice"),
        ("danger = yes", &[], "notice", "done"),
        ("", close, "notice", "safety"),
        (DECIDE, &[], "letter", "done"),
        (DECIDE, &[], "no letter", "done"),
    ];
    for (answers, texts, asked_for, shown) in table {
        let case = case(answers, texts);
        assert_eq!(
            view(&case).shown(screen(asked_for)),
            screen(shown),
            "{asked_for} with {answers} {texts:?}"
        );
    }
}

#[test]
fn a_screen_has_the_questions_that_matter_and_all_of_them_where_none_does() {
    let table = [
        ("danger = no; kinds = calls", 1, "heavy"),
        ("danger = no; kinds = calls; heavy = yes", 1, "heavy told"),
        ("danger = no; kinds = calls; heavy = no", 1, "heavy"),
        ("danger = yes", 1, "heavy told"),
        ("danger = yes", 0, "kinds"),
    ];
    for (answers, number, expected) in table {
        let case = case(answers, &[]);
        assert_eq!(ids(&view(&case).questions_on(Ref::new(1), number)), expected, "{answers}");
    }
    let case = case("danger = yes", &[]);
    assert!(view(&case).needed_on(Ref::new(1), 1).is_empty(), "none of them matters");
    assert!(view(&case).unanswered_at(Screen::Questions(Ref::new(1), 1)).is_empty(), "so none is owed");
}

#[test]
fn each_stage_says_how_far_it_has_come() {
    use Progress::{Done, NotNeeded, ToDo};
    // Safety, facts, review; then the result, the decision, dates, the letter and what is done.
    let after = |first, decision, letter| vec![first, decision, first, letter, first];
    let table = [
        ("", [ToDo, ToDo, ToDo], after(ToDo, ToDo, ToDo), false),
        ("danger = no; kinds = calls; heavy = yes", [Done, ToDo, ToDo], after(ToDo, ToDo, ToDo), false),
        ("danger = no; kinds =", [Done, Done, NotNeeded], after(ToDo, NotNeeded, NotNeeded), true),
        ("danger = yes", [Done, NotNeeded, NotNeeded], after(ToDo, ToDo, NotNeeded), true),
        // What was answered there before is kept, and set aside.
        (
            "danger = yes; kinds = calls; heavy = yes; told = yes; found = bad",
            [Done, NotNeeded, NotNeeded],
            after(ToDo, ToDo, NotNeeded),
            true,
        ),
        (DECIDE, [Done, Done, Done], after(ToDo, ToDo, NotNeeded), true),
    ];
    for (answers, groups, after, complete) in table {
        let case = case(answers, &[]);
        let found = view(&case).stages();
        let progress: Vec<Progress> = found.iter().map(|stage| stage.progress).collect();
        assert_eq!(progress, [groups.to_vec(), after].concat(), "{answers}");
        // Questions can always be opened; what follows from them, once they are answered and the case needs it.
        for stage in &found {
            let questions = matches!(stage.screen, Screen::Questions(..));
            let opens = questions || (complete && stage.progress != NotNeeded);
            assert_eq!(stage.opens, opens, "{:?} with {answers}", stage.screen);
        }
    }
}

#[test]
fn a_stage_lists_its_answers_that_count() {
    let all = case("danger = yes; kinds = calls; heavy = yes; told = no", &[]);
    let answered: Vec<String> = view(&all).stages().iter().map(|stage| ids(&stage.answered)).collect();
    assert_eq!(answered, ["danger", "", "", "", "", "", "", ""], "the others are set aside");
    let counted = case("danger = no; kinds = calls; heavy = yes; told = no", &[]);
    let answered: Vec<String> = view(&counted).stages().iter().map(|stage| ids(&stage.answered)).collect();
    assert_eq!(answered[..3], ["danger", "kinds heavy told", ""]);
}

#[test]
fn the_questions_can_end_before_their_last_screen() {
    let table = [
        ("danger = yes", "safety", true),
        ("danger = no", "safety", false),
        ("danger = no; kinds =", "facts", true),
        ("danger = no; kinds = calls; heavy = no", "facts 2", true),
        // After the last screen of questions there is nothing to go on to.
        (DECIDE, "review", false),
    ];
    for (answers, here, enough) in table {
        let case = case(answers, &[]);
        assert_eq!(view(&case).is_enough_after(screen(here)), enough, "{here} with {answers}");
    }
    let danger = case("danger = yes", &[]);
    let anyway: Vec<Screen> =
        ["safety", "facts", "facts 2", "review"].map(|here| view(&danger).after_anyway(screen(here))).into();
    assert_eq!(anyway, screens("facts, facts 2, review, result"));
}

#[test]
fn a_section_of_the_record_stands_on_the_screen_of_its_stage() {
    let table = [
        ("", "case", "safety"),
        (DECIDE, "review", "review"),
        // A stage that the case does not need is filled in with the dates and people.
        ("danger = yes", "review", "dates"),
        // So is what only later answers call for: whoever was on that screen has not seen it.
        (DECIDE, "late", "dates"),
        (DECIDE, "reasons", "decision"),
        (DECIDE, "people", "dates"),
    ];
    let section = |id: &str| stages().paperwork.sections.iter().find(|section| section.id == id);
    for (answers, id, expected) in table {
        let case = case(answers, &[]);
        let section = section(id).expect("the sample has it");
        assert_eq!(view(&case).screen_of_section(section), screen(expected), "{id} with {answers}");
    }
    let case = case(DECIDE, &[]);
    for (section, _) in view(&case).sections() {
        let here = view(&case).sections_on(view(&case).screen_of_section(section));
        assert!(here.iter().any(|(found, _)| found.id == section.id), "{}", section.id);
    }
}

#[test]
fn options_are_weighed_where_the_outcome_has_some_or_one_is_supported_anyway() {
    for (answers, expected) in [("danger = no; kinds =", false), ("danger = yes", true), (DECIDE, true)] {
        let case = case(answers, &[]);
        assert_eq!(weighs(policy(), view(&case).assessment()), expected, "{answers}");
    }
}

#[test]
fn what_is_missing_is_mended_on_a_screen_that_the_case_has() {
    let mut seen = 0;
    for (answers, texts, _) in NEEDED {
        let case = case(answers, texts);
        let view = view(&case);
        for missing in view.missing() {
            assert!(view.screens().contains(&view.shown(missing.screen)), "{missing:?} with {answers}");
            // While questions are open, the record names what may be owed; it can be filled in once that is sure.
            if view.walk.next.is_some() {
                continue;
            }
            seen += 1;
            assert_eq!(view.shown(missing.screen), missing.screen, "{missing:?} with {answers}");
            let entries = match missing.screen {
                Screen::Letter(index) => view.letter_entries(index),
                screen => view.section_entries_on(screen),
            };
            let entries = entries.into_iter().map(|entry| entry.key);
            let weighed =
                view.options().iter().flat_map(|option| option.entries.iter().map(|entry| entry.key.clone()));
            let reasons = view.decision_reasons().into_iter().map(|entry| entry.key);
            let taken = view.options().iter().map(|option| format!("taken/{}", option.id));
            let here: Vec<String> = match missing.screen {
                Screen::Decision => weighed.chain(reasons).chain(taken).collect(),
                Screen::Questions(group, number) => {
                    let asked = view.questions_on(group, number).into_iter();
                    asked.map(|asked| policy()[asked].id.clone()).chain(entries).collect()
                }
                _ => entries.collect(),
            };
            assert!(here.contains(&missing.id), "{missing:?} with {answers}: {here:?}");
        }
    }
    assert!(seen > 15, "only {seen} things were missing");
}

#[test]
fn what_does_not_go_together_is_said_beside_each_of_its_questions_while_all_count() {
    let said = |answers: &str, at: &str| {
        let case = case(answers, &[]);
        view(&case).contradictions_at(question(at)).len()
    };
    let together = "danger = no; kinds = calls; heavy = yes; told = yes; found = good";
    for (answers, at, expected) in [
        (together, "heavy", 1),
        (together, "found", 1),
        (together, "told", 0),
        ("danger = no; kinds = calls; heavy = yes; told = yes; found = bad", "heavy", 0),
        ("danger = no; kinds = calls; heavy = yes; told = yes; found = not-sure", "heavy", 0),
        // The review does not come up, so its answer counts for nothing.
        ("danger = yes; kinds = calls; heavy = yes; told = yes; found = good", "heavy", 0),
    ] {
        assert_eq!(said(answers, at), expected, "{at} with {answers}");
    }
}

#[test]
fn a_question_that_a_later_answer_has_made_idle_is_not_owed() {
    let heavy_first = case("danger = no; heavy = no", &[]);
    let view = view(&heavy_first);
    assert_eq!((view.walk.next, ids(&view.needed_on(Ref::new(1), 0)).as_str()), (None, "kinds"));
    assert!(view.unanswered_at(Screen::Questions(Ref::new(1), 0)).is_empty());
    assert_eq!(view.stages()[1].progress, Progress::Done);
    assert!(!view.missing().iter().any(|missing| missing.id == "kinds"), "{:?}", view.missing());
}

#[test]
fn a_case_begins_with_the_first_question() {
    assert_eq!(Screen::default(), screen("safety"));
    assert_eq!(view(&Case::default()).walk.next, Some(question("danger")));
}

#[test]
fn a_letter_that_is_optional_is_offered_and_lies_on_no_way() {
    let ask = Screen::Letter(2);
    let offered = |answers: &str| {
        view(&case(answers, &[])).letters_offered().map(|(index, _)| index).collect::<Vec<_>>()
    };
    assert!(offered("danger = no; kinds = calls").is_empty());
    assert!(offered("danger = yes; heavy = yes").is_empty(), "no outcome that it is for is possible");
    for answers in ["danger = no; kinds = calls; heavy = yes", DECIDE] {
        let case = case(answers, &[("taken/limit", "yes")]);
        let view = view(&case);
        assert_eq!(offered(answers), [2], "{answers}");
        assert_eq!(view.shown(ask), ask, "{answers}");
        assert_eq!(view.before(ask), view.first_to_do(), "{answers}");
        assert!(!view.screens().contains(&ask) && !view.letters_to_send().any(|(index, _)| index == 2));
    }
    let unreached = case("danger = no", &[]);
    assert_ne!(view(&unreached).shown(ask), ask);
}
