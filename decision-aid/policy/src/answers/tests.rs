//! Reading answers of each kind, as tables.

use super::{Answer, AnswerError, Answers, Selection};
use crate::small_policy::{DANGER, KINDS, REVIEW, answers, raw, small_policy};
use crate::{Question, RawAnswers, Ref};

fn one(word: &str) -> Answer {
    Answer::One(word.to_owned())
}

fn many(words: &[&str]) -> Answer {
    Answer::Many(words.iter().map(|word| (*word).to_owned()).collect())
}

#[test]
fn each_kind_of_question_reads_its_answers() {
    let table = [
        (DANGER, one("yes"), Selection::Chosen(0b1)),
        (DANGER, one("no"), Selection::Chosen(0)),
        (DANGER, one("not-sure"), Selection::NotSure),
        (KINDS, many(&[]), Selection::Chosen(0)),
        (KINDS, many(&["calls"]), Selection::Chosen(0b001)),
        (KINDS, many(&["online", "calls"]), Selection::Chosen(0b101)),
        (KINDS, many(&["visits", "visits"]), Selection::Chosen(0b010)),
        (KINDS, one("not-sure"), Selection::NotSure),
        (REVIEW, one("good"), Selection::Chosen(0b001)),
        (REVIEW, one("not-done"), Selection::Chosen(0b100)),
        (REVIEW, one("not-sure"), Selection::NotSure),
    ];
    let policy = small_policy();
    for (question, answer, expected) in table {
        assert_eq!(policy[question].read(&answer), Ok(expected), "{} = {answer}", policy[question].id);
    }
}

#[test]
fn an_answer_that_was_read_is_written_as_it_was() {
    let table = [
        (DANGER, one("yes")),
        (DANGER, one("no")),
        (DANGER, one("not-sure")),
        (KINDS, many(&[])),
        (KINDS, many(&["visits"])),
        (KINDS, many(&["calls", "online"])),
        (KINDS, one("not-sure")),
        (REVIEW, one("good")),
        (REVIEW, one("not-done")),
    ];
    let policy = small_policy();
    for (question, answer) in table {
        let read = policy[question].read(&answer).expect("the question takes it");
        assert_eq!(policy[question].answer(read), answer, "of {}", policy[question].id);
    }
    // Of what no choice stands for, no choice is written.
    assert_eq!(policy[REVIEW].answer(Selection::Chosen(0)), one(""));
}

#[test]
fn an_answer_that_a_question_does_not_take_is_refused_and_says_what_it_takes() {
    let yes_no = r#"it takes "yes", "no" or "not-sure""#;
    let kinds = r#"it takes a list of "calls", "visits", "online", or "not-sure""#;
    let review = r#"it takes "good", "bad", "not-done" or "not-sure""#;
    let table = [
        (DANGER, one("maybe"), r#"`danger` does not take "maybe"; "#, yes_no),
        (DANGER, one("Yes"), r#"`danger` does not take "Yes"; "#, yes_no),
        (DANGER, one(""), r#"`danger` does not take ""; "#, yes_no),
        (DANGER, many(&["yes"]), r#"`danger` does not take ["yes"]; "#, yes_no),
        (DANGER, many(&[]), "`danger` does not take []; ", yes_no),
        (KINDS, one("calls"), r#"`kinds` does not take "calls"; "#, kinds),
        (KINDS, one("yes"), r#"`kinds` does not take "yes"; "#, kinds),
        (KINDS, many(&["calls", "letters"]), r#"`kinds` does not take ["calls", "letters"]; "#, kinds),
        (KINDS, many(&["not-sure"]), r#"`kinds` does not take ["not-sure"]; "#, kinds),
        (REVIEW, one("fine"), r#"`review` does not take "fine"; "#, review),
        (REVIEW, many(&["good"]), r#"`review` does not take ["good"]; "#, review),
    ];
    let policy = small_policy();
    for (question, answer, refused, takes) in table {
        let message = policy[question].read(&answer).map_err(|error| error.to_string());
        assert_eq!(message, Err(format!("{refused}{takes}")));
    }
}

#[test]
fn answers_are_read_together_or_not_at_all() {
    let policy = small_policy();
    let read = answers("danger = no; kinds = calls; review = not-sure");
    let known = |question: Ref<Question>| (read.get(question), read.known(question));
    assert_eq!(known(DANGER), (Some(Selection::Chosen(0)), Some(0)));
    assert_eq!(known(KINDS), (Some(Selection::Chosen(1)), Some(1)));
    assert_eq!(known(REVIEW), (Some(Selection::NotSure), None));
    assert_eq!(known(crate::small_policy::WARNED), (None, None));
    let unknown = Answers::read(&policy, &raw("danger = no; dangers = yes"));
    assert_eq!(unknown, Err(AnswerError::UnknownQuestion("dangers".to_owned())));
    let wrong = Answers::read(&policy, &raw("danger = no; warned = often"));
    assert!(matches!(wrong, Err(AnswerError::NotAnAnswer { question, .. }) if question == "warned"));
}

#[test]
fn nothing_is_known_at_first_and_an_answer_can_be_changed() {
    let policy = small_policy();
    let mut answers = Answers::none(&policy);
    assert!(policy.question_refs().all(|question| answers.get(question).is_none()));
    answers.set(DANGER, Selection::Chosen(1));
    answers.set(DANGER, Selection::NotSure);
    assert_eq!(answers.get(DANGER), Some(Selection::NotSure));
    assert_eq!(answers.get(KINDS), None);
}

#[test]
fn answers_are_words_and_lists_in_json() {
    let json = r#"{"danger":"no","kinds":["calls","online"],"review":"not-sure"}"#;
    let raw: RawAnswers = serde_json::from_str(json).expect("these are answers");
    assert_eq!(raw.get("danger"), Some(&one("no")));
    assert_eq!(raw.get("kinds"), Some(&many(&["calls", "online"])));
    assert_eq!(serde_json::to_string(&raw).expect("they can be written"), json);
    for wrong in [r#"{"danger": true}"#, r#"{"kinds": [1]}"#, r#"{"review": {"good": "yes"}}"#] {
        assert!(serde_json::from_str::<RawAnswers>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn an_answer_can_be_said_in_the_words_on_the_page() {
    let table = [
        (DANGER, one("yes"), "Yes"),
        (DANGER, one("no"), "No"),
        (DANGER, one("not-sure"), "Not sure"),
        (KINDS, many(&[]), "None of these"),
        (KINDS, many(&["calls", "online"]), "The calls; The online"),
        (REVIEW, one("good"), "The good"),
        (REVIEW, one("not-sure"), "Not sure"),
    ];
    let policy = small_policy();
    for (question, answer, words) in table {
        assert_eq!(policy[question].in_words(&answer), words, "{answer}");
    }
}

#[test]
fn answers_are_kept_by_question_in_the_order_of_the_ids() {
    let mut kept = RawAnswers::new();
    assert!(kept.is_empty() && kept.get("kinds").is_none() && kept.remove("kinds").is_none());
    assert_eq!(kept.insert("kinds".to_owned(), many(&["calls"])), None);
    assert_eq!(kept.insert("danger".to_owned(), one("no")), None);
    assert_eq!(kept.insert("danger".to_owned(), one("yes")), Some(one("no")));
    assert_eq!(kept.keys().collect::<Vec<_>>(), ["danger", "kinds"]);
    assert_eq!(kept.len(), 2);
    assert!(kept.contains_key("danger") && !kept.contains_key("review"));
    assert_eq!(
        kept.clone(),
        [("kinds".to_owned(), many(&["calls"])), ("danger".to_owned(), one("yes"))].into()
    );
    assert_eq!(kept.remove("danger"), Some(one("yes")));
    assert_eq!(
        (kept.get("danger"), kept.get("kinds"), kept.is_empty()),
        (None, Some(&many(&["calls"])), false)
    );
}

#[test]
fn answers_are_read_from_a_map_and_from_nothing_else() {
    let read = |text: &str| serde_json::from_str::<RawAnswers>(text).map_err(|error| error.to_string());
    let danger: RawAnswers = [("danger".to_owned(), one("yes"))].into();
    assert_eq!(read(r#"{"danger": "yes"}"#), Ok(danger));
    assert_eq!(read("[]"), Err("invalid type: sequence, expected a map at line 1 column 0".to_owned()));
}

#[test]
fn an_answer_has_its_ids_and_a_question_says_whether_it_takes_one() {
    assert_eq!(
        (one("yes").words(), many(&["calls", "visits"]).words()),
        ("yes".into(), "calls, visits".into())
    );
    let policy = small_policy();
    assert!(policy[DANGER].takes(&one("no")) && !policy[DANGER].takes(&many(&["no"])));
    assert!(policy[KINDS].takes(&many(&["calls"])) && !policy[KINDS].takes(&one("calls")));
    let unknown =
        Answers::read(&policy, &[("mood".to_owned(), one("good"))].into()).expect_err("no such question");
    assert_eq!(unknown.to_string(), "no question `mood`");
}
