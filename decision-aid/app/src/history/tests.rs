//! Every screen comes back from the history as it went there.

use super::{Step, read, written};
use casework::Screen;
use policy::{Group, Policy, Ref};

#[test]
fn every_screen_comes_back_from_the_history() {
    let group =
        |id: &str| Group { id: id.to_owned(), name: String::new(), title: String::new(), always: false };
    let policy = Policy { groups: vec![group("safety"), group("scope")], ..Policy::default() };
    let table = [
        (Screen::Questions(Ref::new(0), 0), "7 questions safety 0"),
        (Screen::Questions(Ref::new(1), 1), "7 questions scope 1"),
        (Screen::Review, "7 review"),
        (Screen::Result, "7 result"),
        (Screen::Decision, "7 decision"),
        (Screen::AtOnce(2), "7 at-once 2"),
        (Screen::Dates, "7 dates"),
        (Screen::Letter(3), "7 letter 3"),
        (Screen::Done, "7 done"),
        (Screen::Entries, "7 entries"),
    ];
    for (screen, text) in table {
        let step = Step { depth: 7, screen };
        assert_eq!(written(&policy, step), text);
        assert_eq!(read(&policy, text), Some(step));
    }
}

#[test]
fn what_is_no_step_of_the_aid_is_none() {
    for text in [
        "",
        "7",
        "result",
        "7 elsewhere",
        "7 questions nowhere 0",
        "7 questions safety x",
        "7 letter",
        "x letter 1",
    ] {
        let policy = Policy::default();
        assert_eq!(read(&policy, text), None, "{text}");
    }
}
