//! Every way in which a contact detail can be wrong or missing, and that each is documented.

use super::{ContactDetail, ContactDetails};
use crate::settings::{missing_contact_details, wrong};
use policy_compiler::{Diagnostics, Page};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const TABLE: &str = "[output.handbook.contact-details]\n";

/// What is wrong with settings, a line each.
fn lines(find: fn(&str, usize) -> Diagnostics, text: &str) -> Vec<String> {
    let file = Page { file: "book.toml".to_owned(), text: text.to_owned(), ..Page::default() };
    find(text, 0).lines(&[file])
}

/// What is missing where pages show every detail.
fn missing(text: &str, page: usize) -> Diagnostics {
    missing_contact_details(text, page, &BTreeSet::from(ContactDetail::ALL))
}

/// Settings that set every detail.
fn complete() -> String {
    let lines = ContactDetail::ALL.map(|detail| format!("{}\n", detail.example()));
    format!("{TABLE}{}", lines.concat())
}

#[test]
fn every_wrong_detail_is_named_with_its_place_and_the_fix() {
    for (line, place, expected) in [
        (
            "phone = \"ring us\"",
            "2:9",
            "`ring us` is no phone number (write figures with single blanks between them, such as \"01632 960000\")",
        ),
        ("phone = 999", "2:9", "text belongs here (text stands in quotation marks, on one line)"),
        (
            "text-relay = \"01632 960000\"",
            "2:14",
            "`01632 960000` is no number for text relay (write 18001 and the phone number, such as \"18001 01632 960000\")",
        ),
        (
            "bsl = \"www.example.org\"",
            "2:7",
            "`www.example.org` is neither the address of a page nor words (write a whole address, such as \"https://www.example.org/page\", or a sentence that says what to do)",
        ),
        (
            "address = \"1 Example Street\"",
            "2:11",
            "a list belongs here (write it in square brackets: `[\"…\", \"…\"]`)",
        ),
        (
            "address = [\"1 Example Street\", \" \"]",
            "2:32",
            "` ` cannot be shown on a page (write words on one line, without straight quotation marks and backslashes)",
        ),
        (
            "review = \"reviews@example.org\"",
            "2:10",
            "`reviews@example.org` is no address of a page or for email (write \"https://www.example.org/page\" or \"mailto:team@example.org\")",
        ),
        (
            "feedback-policy = \"example.org\"",
            "2:19",
            "`example.org` is not the address of a page (write it whole, such as \"https://www.example.org/page\")",
        ),
        (
            "ombudsman = \"the Ombudsman\"",
            "2:13",
            "`the Ombudsman` is not the address of a page (write it whole, such as \"https://www.example.org/page\")",
        ),
        (
            "crisis-lines = [{ name = \"A\", number = \"x y\", hours = \"day\" }]",
            "2:40",
            "`x y` is no phone number (write figures with single blanks between them, such as \"01632 960000\")",
        ),
        (
            "crisis-lines = [{ name = \"A\", number = \"999\" }]",
            "2:17",
            "`hours` is missing (add a line that begins with `hours =`)",
        ),
        (
            "crisis-lines = [{ name = \"A\", number = \"999\", hour = \"day\" }]",
            "2:47",
            "`hour` does not belong here (did you mean `hours`?)",
        ),
        ("phon = \"999\"", "2:1", "`phon` does not belong here (did you mean `phone`?)"),
    ] {
        let expected = format!("book.toml:{place}: the settings cannot be read: {expected}");
        assert_eq!(lines(wrong, &format!("{TABLE}{line}\n")), [expected], "{line}");
    }
}

#[test]
fn contact_details_are_a_table() {
    let found = lines(wrong, "[output.handbook]\ncontact-details = \"01632 960000\"\n");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("book.toml:2:19: the settings cannot be read:"), "{found:?}");
}

#[test]
fn all_that_is_wrong_is_named_at_once_in_the_order_of_the_file() {
    let text = format!(
        "{TABLE}review = \"x\"\naddress = [\"\", \"A\", \"\"]\nphone = \"1\"\n\
         [[output.handbook.contact-details.crisis-lines]]\nname = \"A\"\nnumber = \"B\"\nhours = \"C\"\n\
         [[output.handbook.contact-details.crisis-lines]]\nname = \"\"\nnumber = \"999\"\nhours = \"C\"\n"
    );
    let found = lines(wrong, &text);
    let places: Vec<&str> = found.iter().filter_map(|line| line.split(": ").next()).collect();
    let expected = [
        "book.toml:2:10",
        "book.toml:3:12",
        "book.toml:3:21",
        "book.toml:4:9",
        "book.toml:7:10",
        "book.toml:10:8",
    ];
    assert_eq!(places, expected, "{found:#?}");
}

#[test]
fn every_example_is_good_and_sets_its_detail() {
    assert_eq!(lines(wrong, &complete()), [""; 0]);
    for detail in ContactDetail::ALL {
        let details: ContactDetails = toml::from_str(detail.example()).expect("it is a detail");
        let unset: Vec<_> = details.unset().collect();
        assert_eq!(unset.len(), ContactDetail::ALL.len() - 1, "{}", detail.name());
        assert!(!unset.contains(&detail), "{}", detail.name());
    }
}

#[test]
fn each_detail_that_is_missing_is_named_with_what_to_write_and_where() {
    for (settings, place) in [
        ("", "1:1"),
        ("[book]\n[output.handbook]\n", "2:1"),
        ("# What is under [output.handbook] is ours.\n[book]\n[output.handbook]\n", "3:1"),
        ("[output.handbook]\n[output.handbook.contact-details]\n", "2:1"),
    ] {
        let found = lines(missing, settings);
        let expected = ContactDetail::ALL.map(|detail| {
            format!(
                "book.toml:{place}: the setting `{}` is missing: {} (write `{}`, with your own, under [output.handbook.contact-details])",
                detail.name(),
                detail.what(),
                detail.example()
            )
        });
        assert_eq!(found, expected, "{settings}");
    }
    for detail in ContactDetail::ALL {
        let without = complete().replace(&format!("{}\n", detail.example()), "");
        let found = lines(missing, &without);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains(&format!("the setting `{}` is missing", detail.name())), "{found:?}");
        let others = ContactDetail::ALL.into_iter().filter(|other| *other != detail).collect();
        assert!(missing_contact_details(&without, 0, &others).is_empty(), "no page shows {}", detail.name());
    }
    assert_eq!(lines(missing, &complete()), [""; 0]);
}

#[test]
fn an_empty_list_says_nothing() {
    let empty = format!("{TABLE}address = []\ncrisis-lines = []\n");
    assert_eq!(lines(wrong, &empty), [""; 0]);
    assert_eq!(lines(missing, &empty).len(), ContactDetail::ALL.len());
}

#[test]
fn every_detail_is_explained_to_the_policy_owner() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/about/keeping/settings.md");
    let guide = fs::read_to_string(guide).expect("it can be read");
    let silent: Vec<&str> = ContactDetail::ALL
        .map(ContactDetail::name)
        .into_iter()
        .filter(|name| !guide.contains(&format!("| `{name}` |")))
        .collect();
    assert!(silent.is_empty(), "no row for {silent:?}");
}
