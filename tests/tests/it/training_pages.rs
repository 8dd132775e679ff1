//! What the pages show of the training: reading times, questions that open without a script, notes, the trainers' list.

use handbook_tests::{build_into, tests};
use scraper::{Html, Selector};
use std::fs;
use std::sync::LazyLock;
use tempfile::TempDir;

/// The page of the good book that teaches something.
static PAGE: LazyLock<String> = LazyLock::new(|| {
    let out = TempDir::new().expect("there is a folder for it");
    let site = out.path().join("site");
    build_into(&tests().join("books/good/training"), &site).expect("the book can be built");
    fs::read_to_string(site.join("rules.html")).expect("its page is there")
});

/// The texts of what a selector finds on it, with one blank between words.
fn texts(selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("the selector can be read");
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Html::parse_document(&PAGE).select(&selector).map(|found| words(found.text().collect())).collect()
}

#[test]
fn learning_outcomes_that_follow_one_another_are_one_list_with_their_clauses() {
    let lists = texts("ol.learning-outcomes");
    assert_eq!(
        lists,
        [
            "You can tell late from in time. Policy, paragraph 1.1 You can say what a late book costs. Policy, paragraph 1.1",
            "You can thank a reader. Policy, paragraph 1.1",
        ]
    );
}

#[test]
fn a_section_shows_how_long_it_takes_to_read() {
    assert_eq!(texts("h2.course-section[id]"), ["Dates", "Thanks"]);
    assert_eq!(
        texts("h2.course-section + .reading-time"),
        [
            "Section 1 of 2. About 3 minutes to read, with 1 question.",
            "Section 2 of 2. About 1 minute to read, with 1 decision and 1 question."
        ]
    );
}

#[test]
fn a_section_opens_with_its_story_and_a_decision_that_is_answered_without_a_script() {
    assert_eq!(texts("#course-text-first .opening"), Vec::<String>::new());
    let opening = "#course-text-second > .opening";
    assert_eq!(texts(&format!("{opening} > .opening-story p")), ["A reader brings a book back on its date."]);
    let decision = format!("{opening} > #quiz-question-opening-second");
    assert_eq!(texts(&format!("{decision} > h3")), ["What do you say?"]);
    assert_eq!(texts(&format!("{decision} > ol > li")), ["Thank you", "You are late"]);
    let feedback = ["Right. It is in time.", "Wrong. That is not so."];
    assert_eq!(texts(&format!("{decision} > details:not([open]) li")), feedback);
    assert_eq!(texts(&format!("{decision} details .source")), ["Policy, paragraph 1.1"]);
    // Trainers have all stories on one sheet.
    assert_eq!(
        texts(".sheet:has(> #sheet-openings) :is(h2, h3, p, li)"),
        [
            "Stories to begin with",
            "Each section of the course opens with one of these. Read it aloud, ask, and give the answers last.",
            "Thanks",
            "A reader brings a book back on its date.",
            "What do you say? Policy, paragraph 1.1",
            "Thank you: Right. It is in time.",
            "You are late: Wrong. That is not so.",
        ]
    );
}

#[test]
fn the_mistakes_that_a_case_names_stand_with_its_answer() {
    let mistakes = [
        "Thank. It came back, and it came back late.",
        "It depends on what is not known yet. Nobody looked at the date, and it can be seen.",
    ];
    assert_eq!(texts("#scenario-late details .mistakes > li"), mistakes);
    assert_eq!(texts("#scenario-in-time .mistakes"), Vec::<String>::new());
}

#[test]
fn the_slides_of_a_case_show_it_step_by_step_and_leave_out_what_only_a_trainer_says() {
    assert_eq!(texts(".slides-list a"), ["A case", "A case", "A case nobody knows"]);
    let steps = |case: &str| texts(&format!("#slides-{case} > .slide > h3"));
    let shown = [
        "What happened",
        "What would you ask?",
        "The facts",
        "Where does the policy lead?",
        "The outcome",
        "Why",
        "What people choose instead",
    ];
    assert_eq!(steps("late"), shown);
    assert_eq!(steps("unsure").last().map(String::as_str), Some("What needs a person"));
    let choices = ["Remind", "Thank", "It depends on what is not known yet"];
    assert_eq!(texts("#slides-late-4 li"), choices);
    assert_eq!(texts("#slides-late-5 p"), ["Remind. Remind the reader. Policy, paragraph 1.1"]);
    assert_eq!(texts("#slides-late-6 li")[0], "Late: yes Policy, paragraph 1.1");
    assert!(!texts("#slides-late").concat().contains("You looked at the date."));
    assert_eq!(
        texts("a[href$='#slides-late']"),
        ["its slides", "its slides", "Show this case as slides", "A case"]
    );
}

#[test]
fn a_question_shows_its_choices_and_folds_their_feedback_away_without_a_script() {
    assert_eq!(texts("#quiz-question-q2 > h3"), ["When is a book late?"]);
    assert_eq!(texts("#quiz-question-q1 > .quiz-rule"), ["Choose one answer."]);
    assert_eq!(texts("#quiz-question-q2 > .quiz-rule"), ["Choose each answer that is right."]);
    let choices = ["One day after its date", "Two days after its date", "On its date"];
    assert_eq!(texts("#quiz-question-q2 > ol > li"), choices);
    let feedback = ["Right. The day has passed.", "Right. It stays late.", "Wrong. That is in time."];
    assert_eq!(texts("#quiz-question-q2 > details:not([open]) li"), feedback);
    assert_eq!(texts("#quiz-question-q2 details .source"), ["Policy, paragraph 1.1"]);
}

#[test]
fn a_practice_case_tells_both_learners_something_and_a_worked_example_neither() {
    let told = ["You looked at the date.", "Look at the date again."];
    assert_eq!(texts("#scenario-late details dl.practice-notes dd"), told);
    assert_eq!(texts("#scenario-example dl.practice-notes"), Vec::<String>::new());
    assert_eq!(
        texts("#scenario-in-time details a[href$='#learning-outcome-thanks']"),
        ["You can thank a reader."]
    );
}

#[test]
fn trainers_find_each_practice_case_under_all_that_it_teaches() {
    assert_eq!(
        texts("h3[id^=cases-for-], h3[id^=cases-for-] ~ p:not(.policy-note), h3[id^=cases-for-] ~ ul > li"),
        [
            "You can tell late from in time.",
            "In the course: Dates. The knowledge check has 3 questions on it.",
            "A case: Remind; 1 fact; nothing open (its sheet, its slides)",
            "You can say what a late book costs.",
            "In the course: Dates. The knowledge check has 3 questions on it.",
            "A case: Remind; 1 fact; nothing open (its sheet, its slides)",
            "You can thank a reader.",
            "In the course: Thanks. The knowledge check has 3 questions on it.",
            "A case: Thank; 1 fact; nothing open (its sheet, its slides)",
            "A case nobody knows: it stays open; 1 point open (its sheet, its slides)",
        ]
    );
}

/// What a sheet says, from its heading on.
fn sheet(case: &str) -> Vec<String> {
    texts(&format!(".sheet:has(> #sheet-{case}) :is(h2, h3, h4, p, li)"))
}

#[test]
fn a_sheet_has_all_that_a_trainer_needs_for_its_case() {
    assert_eq!(
        sheet("late"),
        [
            "A case",
            "A book comes back.",
            "Show this case as slides",
            "Where the policy leads",
            "Remind. Remind the reader. Policy, paragraph 1.1",
            "What people choose instead",
            "Thank. It came back, and it came back late.",
            "It depends on what is not known yet. Nobody looked at the date, and it can be seen.",
            "Facts to draw out",
            "These are enough for the outcome, whatever else is so:",
            "Late: yes Policy, paragraph 1.1",
            "Change a fact",
            "Suppose Late: no. Then: Thank.",
            "Notes",
            "To those who decided as the policy does",
            "You looked at the date.",
            "To those who decided otherwise",
            "Look at the date again.",
            "What it teaches",
            "You can tell late from in time.",
            "You can say what a late book costs.",
            "All 1 answer of this case: Late: yes",
        ]
    );
    // A worked example is not for a group.
    assert_eq!(sheet("example"), Vec::<String>::new());
}

#[test]
fn a_sheet_for_a_case_that_stays_open_says_what_it_hangs_on_and_who_can_settle_it() {
    let sheet = sheet("unsure");
    let has = |line: &str| assert!(sheet.iter().any(|found| found == line), "no “{line}” in {sheet:#?}");
    has("It stays open. Still possible: Remind, Thank.");
    has("The outcome is open until these are known:");
    has("Late: not sure Policy, paragraph 1.1");
    has("Whether it is late: the librarian has to look.");
    has("Late: not sure. Who can settle it: The librarian.");
    has("Look up paragraph 1.1.");
}

#[test]
fn a_practice_case_has_room_to_write_on_paper_and_a_worked_example_has_not() {
    assert_eq!(texts("#scenario-late > .handout > li").len(), 4);
    assert!(texts("#scenario-late > .handout .ruled").len() > 4);
    assert_eq!(texts("#scenario-example .handout"), Vec::<String>::new());
}
