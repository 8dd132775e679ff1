//! What is wrong with blocks, where no fixture book has it: each page breaks one thing.

use crate::{Page, compile};
use std::fmt::Write;

/// A clause, a question and two outcomes: nothing is wrong with it.
const SOUND: &str = r#"
# Rules

c[rules.all] must R-1
All rules.

```question
id = "late"
ask = "Late?"
short = "Late"
answers = "yes-no"
```

```group
id = "facts"
title = "The facts"
questions = ["late"]
```

```outcome
id = "remind"
name = "Remind"
says = "Remind."
when = "late"
```

```outcome
id = "thank"
name = "Thank"
says = "Thank."
when = "not late"
```
"#;

/// What is wrong with a page, without its place.
fn wrong(text: &str) -> Vec<String> {
    let page =
        Page { file: "rules.md".into(), url: "rules.html".into(), text: text.into(), ..Page::default() };
    let lines = compile(std::slice::from_ref(&page), "1")
        .map_or_else(|wrong| wrong.lines(std::slice::from_ref(&page)), |_| Vec::new());
    lines.iter().map(|line| line.splitn(4, ':').last().unwrap_or_default().trim().to_owned()).collect()
}

fn wrong_with(blocks: &str) -> Vec<String> {
    wrong(&format!("{SOUND}\n{blocks}"))
}

#[test]
fn the_page_that_each_test_adds_to_is_sound() {
    assert_eq!(wrong(SOUND), Vec::<String>::new());
}

/// Found by the fuzzer of pages: the group of such a question was looked up, and there was none.
#[test]
fn a_usual_answer_of_a_question_in_no_group_stops_nothing() {
    let question = "c[rules.all] must R-1\nAll.\n\n```question\nid = \"late\"\nask = \"Late?\"\nshort = \"Late\"\n\
                    answers = \"yes-no\"\nusual = \"no\"\n```\n";
    assert_eq!(
        wrong(question),
        ["question `late` is not in a group (add it to the `questions` of the group where it is asked)"]
    );
}

#[test]
fn more_than_there_may_be_is_refused() {
    let mut outcomes = String::new();
    for number in 0..62 {
        let _ = writeln!(
            outcomes,
            "```outcome\nid = \"o{number}\"\nname = \"O\"\nsays = \"S.\"\nwhen = \"late\"\n```\n"
        );
    }
    let found = wrong_with(&outcomes);
    assert!(
        found.contains(&"there are more than 63 outcomes (join outcomes that ask for the same)".to_owned())
    );

    let mut record = "```record\nid = \"all\"\ntitle = \"All\"\n".to_owned();
    for number in 0..201 {
        let _ = writeln!(record, "\n[[fields]]\nid = \"f{number}\"\nlabel = \"F\"\nkind = \"text\"");
    }
    let found = wrong_with(&(record + "```\n"));
    assert_eq!(found, ["there are more than 200 fields in this list (ask for less, or divide it)"]);
}

#[test]
fn what_a_block_names_has_to_be_there() {
    let option = "```option\nid = \"letter\"\nname = \"Letter\"\ndoes = \"A letter.\"\ntells = \"We write {dat}.\"\n\n\
                  [[details]]\nid = \"date\"\nlabel = \"Date\"\nkind = \"text\"\n\n[[rules]]\nstatus = \"open\"\n\
                  because = \"B.\"\n```\n";
    assert_eq!(wrong_with(option), ["no detail `dat` (did you mean `date`?)"]);
    let record = "```record\nid = \"all\"\ntitle = \"All\"\n\n[[fields]]\nid = \"f\"\nlabel = \"F\"\nkind = \"text\"\n\n\
                  [[fields.choices]]\nid = \"a\"\nlabel = \"A\"\n```\n";
    let found = wrong_with(record);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("the field `f` has choices, and is not of the kind `choice` or `choices`"));
}

#[test]
fn what_stands_once_cannot_stand_twice_or_rest_on_itself() {
    let reasons = "```reasons\n\n[[taken]]\nid = \"why\"\nlabel = \"Why\"\nkind = \"text\"\n```\n\n";
    let found = wrong_with(&reasons.repeat(2));
    assert_eq!(
        found,
        [
            "the reasons stand here a second time; they stand here first: rules.md:34:1 (keep one of the two blocks)"
        ]
    );
    let condition = |id: &str, when: &str| format!("```condition\nid = \"{id}\"\nwhen = \"{when}\"\n```\n\n");
    let found = wrong_with(&(condition("one", "two or late") + &condition("two", "one")));
    assert!(found.iter().any(|line| line.contains("`one` depends on itself")), "{found:?}");
}
