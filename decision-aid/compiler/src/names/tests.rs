//! What a wrong name was most likely meant to be.

use super::{Comparisons, Names, nearest, suggestion};
use crate::Place;
use policy::{Finding, Ref};

#[test]
fn the_nearest_name_is_suggested_where_one_is_near() {
    let table = [
        ("invesigated", ["investigated", "regular"].as_slice(), Some("investigated")),
        ("persistant", &["persistent", "merely-persistent"], Some("persistent")),
        // Two letters that changed places are one slip.
        ("lsot", &["late", "lost"], Some("lost")),
        // Of two that are near, the nearer, wherever it stands.
        ("contct", &["contacts", "contact"], Some("contact")),
        ("contct", &["contact", "contacts"], Some("contact")),
        // A third of the letters may differ, and one in a short name.
        ("abcdef", &["abcdxy"], Some("abcdxy")),
        ("abcdef", &["abcxyz"], None),
        ("ab", &["ax"], Some("ax")),
        ("ab", &["xy"], None),
        ("ab", &[], None),
    ];
    for (word, known, expected) in table {
        assert_eq!(nearest(word, known.iter().copied()), expected, "`{word}` of {known:?}");
    }
}

#[test]
fn a_short_list_is_shown_whole_where_no_name_is_near() {
    let names = ["a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9", "j10", "k11", "l12", "m13"];
    let suggest = |count: usize| suggestion("zzzzzz", names[..count].iter().copied());
    assert_eq!(suggest(0), None);
    assert_eq!(suggest(2).as_deref(), Some("one of: `a1`, `b2`"));
    assert!(suggest(12).is_some_and(|list| list.ends_with("`l12`")));
    assert_eq!(suggest(13), None);
    assert_eq!(suggestion("a2", names).as_deref(), Some("did you mean `a1`?"));
}

#[test]
fn a_name_stands_once_and_the_first_one_counts() {
    let place = |start: usize| Place::new(0, start..start + 1);
    let mut names: Names<Finding> = Names::new("finding");
    assert_eq!(names.add("late", Ref::new(0), place(3)), Ok(()));
    let second = names.add("late", Ref::new(1), place(9)).expect_err("it stands there already");
    assert_eq!(second.message, "finding `late` stands here a second time");
    assert_eq!(second.help.as_deref(), Some("give one of them another id"));
    assert_eq!(second.place, place(9));
    assert_eq!(second.other, Some((place(3), "it stands here first".to_owned())));
    assert_eq!(names.find("late", place(20)), Ok(Ref::new(0)));
    let unknown = names.find("lat", place(20)).expect_err("it stands nowhere");
    assert_eq!(unknown.message, "no finding `lat`");
    assert_eq!(unknown.help.as_deref(), Some("did you mean `late`?"));
}

#[test]
fn of_thousands_of_wrong_words_the_first_get_a_suggestion() {
    let known: Vec<String> = (0..1_000).map(|number| format!("question-{number:04}")).collect();
    let comparisons = Comparisons::default();
    let suggested = |word: usize| {
        let word = format!("quesiton-{word:04}");
        comparisons.nearest(&word, known.iter().map(String::as_str)).is_some()
    };
    let with: Vec<bool> = (0..1_000).map(suggested).collect();
    let first_without = with.iter().position(|found| !found).expect("there is an end to it");
    assert!(first_without >= 100, "only {first_without} were compared");
    // What is left over from one comparison is too little for the next.
    assert!(with[first_without + 1..].iter().all(|found| !found));
}

#[test]
fn what_is_too_long_to_be_a_slip_is_compared_with_nothing() {
    let (long, longer) = ("a".repeat(100), "a".repeat(101));
    assert_eq!(nearest(&long, [longer.as_str()]), Some(longer.as_str()));
    assert_eq!(nearest(&longer, [long.as_str()]), None);
    // The names differ too much in length to be meant.
    assert_eq!(nearest(&long, ["a"]), None);
}
