//! What a wrong name was most likely meant to be.

use super::{Names, nearest, suggestion};
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
