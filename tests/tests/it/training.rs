//! The training: that the practice cases show all that the policy can come to, and that the pages are read as meant.

use handbook_tests::{HANDBOOK, pages, root, tests};
use policy::{
    Answers, Assessment, Force, Policy, PolicyOption, QuizChoice, QuizQuestion, Ref, Scenario, Status, assess,
};
use policy_compiler::witnesses::witnesses;
use policy_compiler::{Compiled, compile};
use std::collections::BTreeSet;

/// The practice cases, each with what the policy gives it.
fn practised(compiled: &Compiled) -> Vec<(&Scenario, Assessment)> {
    let cases = compiled.scenarios.iter().filter(|scenario| scenario.practice.is_some());
    let policy = &compiled.policy;
    let read =
        |scenario: &Scenario| Answers::read(policy, &scenario.answers).expect("the answers can be read");
    cases.map(|scenario| (scenario, assess(policy, &read(scenario)))).collect()
}

/// Every status that an option has for some complete set of answers. It is not offered where some outcome that can hold
/// does not offer it.
fn reachable(policy: &Policy) -> BTreeSet<(Ref<PolicyOption>, Status)> {
    let ways = witnesses(policy).expect("its conditions are not too entangled");
    let possible: Vec<_> = policy
        .outcome_refs()
        .zip(&ways.outcomes)
        .filter(|(_, way)| way.is_some())
        .map(|(of, _)| of)
        .collect();
    let mut found = BTreeSet::new();
    for (number, (option, deciding)) in (0..).zip(policy.options.iter().zip(&ways.rules)) {
        let deciding = option.rules.iter().zip(deciding).filter(|(_, way)| way.is_some());
        found.extend(deciding.map(|(rule, _)| (Ref::new(number), rule.status)));
        if possible.iter().any(|outcome| !option.offered_in.contains(outcome)) {
            found.insert((Ref::new(number), Status::NotOffered));
        }
    }
    found
}

/// The outcomes and the statuses of options that no practice case comes to, by name.
fn never_practised(compiled: &Compiled) -> Vec<String> {
    let policy = &compiled.policy;
    let practised = practised(compiled);
    let shown: BTreeSet<(Ref<PolicyOption>, Status)> = practised
        .iter()
        .flat_map(|(_, case)| (0..).map(Ref::new).zip(&case.options))
        .filter(|(_, standing)| standing.settled)
        .map(|(option, standing)| (option, standing.status))
        .collect();
    let outcomes = policy.outcome_refs();
    let outcomes = outcomes.filter(|of| !practised.iter().any(|(_, case)| case.outcome == Some(*of)));
    let missing: Vec<_> = reachable(policy).difference(&shown).copied().collect();
    outcomes
        .map(|of| format!("the outcome `{}`", policy[of].id))
        .chain(missing.iter().map(|(option, status)| format!("`{}` {}", policy[*option].id, status.word())))
        .collect()
}

#[test]
fn the_practice_cases_come_to_every_outcome_and_every_status_that_an_option_can_have() {
    assert_eq!(never_practised(&HANDBOOK), Vec::<String>::new());
    // With worked examples for all the rest, this would pass unseen.
    assert!(practised(&HANDBOOK).len() >= 24, "only {} cases to practise on", practised(&HANDBOOK).len());
}

#[test]
fn what_no_practice_case_comes_to_is_named() {
    let mut fewer = HANDBOOK.clone();
    fewer.scenarios.retain(|scenario| scenario.practice.is_none());
    let missing = never_practised(&fewer);
    assert_eq!(missing.len(), HANDBOOK.policy.outcomes.len() + reachable(&HANDBOOK.policy).len());
    assert!(missing.contains(&"the outcome `act-on-risk`".to_owned()), "{missing:?}");
    assert!(missing.contains(&"`lift` warranted".to_owned()), "{missing:?}");
    // No rule makes lifting required, so nothing has to show that.
    assert!(!missing.iter().any(|missing| missing.contains("`lift` required")), "{missing:?}");
}

/// What does not count by itself stands in clauses of a force of their own.
#[test]
fn every_exclusion_is_the_subject_of_a_practice_case() {
    let policy = &HANDBOOK.policy;
    let cases = practised(&HANDBOOK);
    let cited: Vec<_> = cases.iter().flat_map(|(case, _)| &case.clauses).collect();
    let exclusions = policy.clauses.iter().enumerate().filter(|(_, clause)| clause.force == Force::Not);
    let exclusions: Vec<_> = exclusions.collect();
    assert!(!exclusions.is_empty());
    for (place, clause) in exclusions {
        assert!(cited.iter().any(|cited| cited.index() == place), "no practice case cites `{}`", clause.id);
    }
}

/// Whoever always ticks the same place, or the longest or the shortest choice, learns nothing, and must not get far.
#[test]
fn neither_the_place_of_a_choice_nor_its_length_gives_the_right_answer_away() {
    type Guess = fn(&QuizQuestion) -> Option<&QuizChoice>;
    let guesses: [(&str, Guess); 5] = [
        ("the first", |question| question.choices.first()),
        ("the second", |question| question.choices.get(1)),
        ("the third", |question| question.choices.get(2)),
        ("the longest", |question| question.choices.iter().max_by_key(|choice| choice.says.chars().count())),
        ("the shortest", |question| question.choices.iter().min_by_key(|choice| choice.says.chars().count())),
    ];
    let (course, check): (Vec<_>, Vec<_>) =
        HANDBOOK.training.questions.iter().partition(|question| question.section.is_some());
    let sections = HANDBOOK.training.sections.iter();
    let openings = sections.filter_map(|section| Some(&section.opening.as_ref()?.decision)).collect();
    for (set, questions) in [("stories", openings), ("course", course), ("knowledge check", check)] {
        let questions: Vec<_> = questions.iter().filter(|question| !question.takes_several()).collect();
        for (name, guess) in guesses {
            let right = questions
                .iter()
                .filter(|question| guess(question).is_some_and(|choice| choice.right))
                .count();
            let share = 100 * right / questions.len();
            assert!((20..46).contains(&share), "in the {set}, {name} is right in {share} of 100 questions");
        }
    }
}

#[test]
fn what_a_good_book_teaches_is_read_as_it_is_meant() {
    let compiled = compile(&pages(&tests().join("books/good/training")), "test").expect("the book is good");
    let training = &compiled.training;
    let outcomes: Vec<&str> = training.outcomes.iter().map(|outcome| outcome.id.as_str()).collect();
    assert_eq!(outcomes, ["dates", "fines", "thanks"]);
    let sections: Vec<(&str, u32, u32, usize)> = (0..)
        .zip(&training.sections)
        .map(|(number, section)| {
            let questions = training.questions_in(Some(Ref::new(number))).count();
            (section.id.as_str(), section.words, section.minutes(), questions)
        })
        .collect();
    // 349 words and a question of 21; an opening of 26, 10 words and a question of 29. At 175 words a minute, 350 are two minutes.
    assert_eq!(sections, [("first", 370, 3, 1), ("second", 65, 1, 1)]);
    assert_eq!(training.sections[0].opening, None);
    let opening = training.sections[1].opening.as_ref().expect("the second section opens with a story");
    assert_eq!(opening.story, "A reader brings a book back on its date.");
    assert_eq!(
        (opening.decision.id.as_str(), opening.decision.section, opening.decision.teaches),
        ("opening-second", Some(Ref::new(1)), Ref::new(2))
    );
    assert!(opening.decision.choices[0].right && !opening.decision.source.clauses.is_empty());
    assert_eq!(training.questions_in(None).count(), 9);
    let several: Vec<bool> = training.questions.iter().map(policy::QuizQuestion::takes_several).collect();
    assert_eq!(several[..2], [false, true]);
    let practice = compiled.scenarios.iter().map(|scenario| {
        let practice = scenario.practice.as_ref()?;
        Some((practice.teaches.len(), practice.right.as_str(), practice.wrong.as_str()))
    });
    let told = ("You looked at the date.", "Look at the date again.");
    let unsure = Some((1, "You asked.", "Nobody knows yet."));
    let expected = [Some((2, told.0, told.1)), Some((1, told.0, told.1)), None, unsure];
    assert_eq!(practice.collect::<Vec<_>>(), expected);
    let mistakes = compiled.scenarios.iter().filter_map(|scenario| scenario.practice.as_ref());
    let mistakes: Vec<_> = mistakes
        .map(|practice| practice.mistakes.iter().map(|mistake| mistake.outcome).collect::<Vec<_>>())
        .collect();
    assert_eq!(mistakes, [vec![Some(Ref::new(1)), None], vec![], vec![]]);
}

/// The sentences of a text. The full stop of an initial ends none.
fn sentences(text: &str) -> Vec<&str> {
    let (mut begin, mut before) = (0, ' ');
    let mut found = Vec::new();
    for (at, letter) in text.char_indices() {
        if ".?!".contains(letter) && !before.is_uppercase() {
            found.push(text[begin..=at].trim());
            begin = at + 1;
        }
        before = letter;
    }
    found
}

/// A story is read before the text: three to five sentences of at most 25 words, each with a full stop.
#[test]
fn every_section_of_the_course_opens_with_a_short_story_and_a_decision() {
    assert!(HANDBOOK.training.sections.len() >= 10);
    for section in &HANDBOOK.training.sections {
        let opening =
            section.opening.as_ref().unwrap_or_else(|| panic!("`{}` opens with no story", section.id));
        let sentences = sentences(&opening.story);
        assert!((3..=5).contains(&sentences.len()), "`{}`: {sentences:#?}", section.id);
        let too_long = sentences.iter().filter(|sentence| sentence.split(' ').count() > 25);
        assert_eq!(too_long.collect::<Vec<_>>(), Vec::<&&str>::new(), "`{}`", section.id);
        assert!(opening.decision.ask.ends_with('?'), "`{}`: {}", section.id, opening.decision.ask);
    }
}

/// A trainer copies it and changes the words, so it has to be sound as it stands.
#[test]
fn the_template_on_the_page_for_trainers_can_be_added_to_the_cases_as_it_stands() {
    let mut pages = pages(&root());
    let trainers = pages.iter().find(|page| page.file == "src/training/for-trainers.md");
    let trainers = trainers.expect("the page is there");
    let template = trainers.text.split("````text\n").nth(1).and_then(|rest| rest.split("````").next());
    let template = format!("\n{}", template.expect("the page has a template"));
    let cases = pages.iter_mut().find(|page| page.file == "src/training/cases.md");
    cases.expect("the cases are there").text.push_str(&template);
    let with = compile(&pages, "test").map_err(|wrong| wrong.lines(&pages)).expect("the template is sound");
    assert_eq!(practised(&with).len(), practised(&HANDBOOK).len() + 1);
}
