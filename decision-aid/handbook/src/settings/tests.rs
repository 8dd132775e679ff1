//! Every way in which a setting can be wrong, and that each setting is documented.

use super::{Settings, missing, wrong};
use mdbook_core::config::Config;
use policy_compiler::Page;
use serde::Deserialize;
use std::str::FromStr;

/// What is wrong with settings, a line each.
fn lines(find: impl Fn(&str, usize) -> policy_compiler::Diagnostics, text: &str) -> Vec<String> {
    let file = Page { file: "book.toml".to_owned(), text: text.to_owned(), ..Page::default() };
    find(text, 0).lines(&[file])
}

#[test]
fn every_wrong_setting_is_named_with_its_place_and_the_fix() {
    let settings = "[book]\ntitle = \"T\"\n[output.handbook]\n";
    for (line, expected) in [
        (
            "pass-mark = 120",
            "book.toml:4:13: the settings cannot be read: a pass mark is a percentage from 1 to 100, and 120 is none",
        ),
        (
            "counsil = \"A\"",
            "book.toml:4:1: the settings cannot be read: `counsil` does not belong here (did you mean `council`?)",
        ),
        (
            "council = 7",
            "book.toml:4:11: the settings cannot be read: text belongs here (text stands in quotation marks, on one line)",
        ),
        (
            "source-url = \"www.example.org\"",
            "book.toml:4:14: `www.example.org` is not the address of a page (write it whole, such as \"https://www.example.org/page\")",
        ),
        (
            "source-url = \"javascript:alert(1)\"",
            "book.toml:4:14: `javascript:alert(1)` is not the address of a page (write it whole, such as \"https://www.example.org/page\")",
        ),
        (
            "site-url = \"example.org/handbook\"",
            "book.toml:4:12: `example.org/handbook` is not where a site can stand (write its whole address, such as \"https://www.example.org/handbook/\")",
        ),
        (
            "accent = \"#9ab\"",
            "book.toml:4:10: `#9ab` is not a colour (write # and six figures from 0 to f, such as #0b4c52)",
        ),
        (
            "accent = \"#7fb0b5\"",
            "book.toml:4:10: `#7fb0b5` has a contrast of 2.2:1 with the light page, and text needs 7:1 (choose a darker colour)",
        ),
        (
            "accent-dark = \"#0b4c52\"",
            "book.toml:4:15: `#0b4c52` has a contrast of 1.8:1 with the dark page, and text needs 7:1 (choose a lighter colour)",
        ),
        (
            "contact-url = \"team@example.org\"",
            "book.toml:4:15: `team@example.org` is no address of a page or for email (write \"https://www.example.org/page\" or \"mailto:team@example.org\")",
        ),
        (
            "contact-url = \"mailto:the team@example.org\"",
            "book.toml:4:15: `mailto:the team@example.org` is no address of a page or for email (write \"https://www.example.org/page\" or \"mailto:team@example.org\")",
        ),
        (
            "contact-url = \"mailto:team\"",
            "book.toml:4:15: `mailto:team` is no address of a page or for email (write \"https://www.example.org/page\" or \"mailto:team@example.org\")",
        ),
        (
            "council = A Council",
            "book.toml:4:11: the settings cannot be read: the quotation marks are not right (text stands in quotation marks, on one line)",
        ),
    ] {
        assert_eq!(lines(wrong, &format!("{settings}{line}\n")), [expected], "{line}");
    }
}

#[test]
fn a_value_that_a_setting_cannot_have_is_named_with_its_setting() {
    for (line, expected) in [
        ("accent-dark = \"#0b4c52\"", "`accent-dark` in book.toml: `#0b4c52` has a contrast of 1.8:1"),
        ("accent = \"#0b4\"", "`accent` in book.toml: `#0b4` is not a colour"),
        ("site-url = \"here\"", "`site-url` in book.toml: `here` is not where a site can stand"),
        ("contact-url = \"us\"", "`contact-url` in book.toml: `us` is no address of a page or for email"),
        ("source-url = \"us\"", "`source-url` in book.toml: `us` is not the address of a page"),
    ] {
        let config = Config::from_str(&format!("[output.handbook]\n{line}\n")).expect("mdBook reads it");
        let error = Settings::read(&config).expect_err(line).to_string();
        assert!(error.starts_with(expected), "{error}");
        let alone = toml::from_str::<Settings>(line).expect_err(line).to_string();
        let (_, message) = expected.split_once(": ").expect("a setting and a message");
        assert!(alone.contains(message), "serde parses it as well: {alone}");
    }
}

#[test]
fn good_settings_are_good() {
    for line in [
        "source-url = \"https://www.example.org/a/b?c=d\"",
        "contact-url = \"mailto:team@example.org\"",
        "contact-url = \"https://example.org/contact\"",
        "command = \"anything\"",
        "accent = \"#0b4c52\"",
        "accent-dark = \"#9fd3d8\"",
    ] {
        assert_eq!(lines(wrong, &format!("[output.handbook]\n{line}\n")), [""; 0], "{line}");
    }
}

#[test]
fn all_that_is_wrong_is_named_at_once_in_the_order_of_the_file() {
    let text = "[book]\ntitel = \"T\"\n[output.handbook]\nverzion = 1\ncontact-url = \"x\"\ncouncil = 1\n";
    let found = lines(wrong, text);
    let starts: Vec<&str> = found.iter().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(starts, ["book.toml:2:1", "book.toml:4:1", "book.toml:5:15", "book.toml:6:11"], "{found:#?}");
}

#[test]
fn what_must_be_said_before_publishing_is_missing_where_it_is_not_said() {
    let names = |text: &str| -> Vec<String> {
        lines(missing, text)
            .iter()
            .map(|line| {
                let (place, message) = line.split_once(": the setting `").unwrap_or_default();
                format!("{place} {}", message.split('`').next().unwrap_or_default())
            })
            .collect()
    };
    assert_eq!(
        names("[book]\n"),
        ["book.toml:1:1 council", "book.toml:1:1 policy", "book.toml:1:1 version", "book.toml:1:1 contact"]
    );
    let some = "[book]\n[output.handbook]\ncouncil = \"A\"\npolicy = \"B\"\nversion = \"1\"\n";
    assert_eq!(names(some), ["book.toml:2:1 contact"]);
    assert_eq!(
        names(&format!("{some}contact = \" \"\n")),
        ["book.toml:6:11 contact"],
        "an empty text says nothing"
    );
    assert_eq!(names(&format!("{some}contact = \"us\"\n")), [""; 0]);
}

#[test]
fn what_a_site_goes_without_is_said() {
    let unset = |text: &str| -> Vec<String> {
        let without = toml::from_str::<Settings>(text).expect("these are settings").without();
        without.iter().filter_map(|said| said.split('`').nth(1)).map(str::to_owned).collect()
    };
    assert_eq!(unset(""), ["site-url"], "who names no contact misses no link to one");
    assert_eq!(unset("contact = 'us'"), ["site-url", "contact-url"]);
    let all = "contact = 'us'\ncontact-url = 'mailto:us@example.org'\nsite-url = 'https://example.org/'";
    assert_eq!(unset(all), [""; 0]);
}

#[test]
fn every_setting_is_explained_to_the_policy_owner() {
    let guide = concat!(
        include_str!("../../../../src/about/keeping/settings.md"),
        include_str!("../../../../src/about/keeping/publish.md"),
    );
    // The reader of TOML lists the names it knows when it meets one that it does not.
    let Err(error) = toml::from_str::<Settings>("no-such-setting = 1") else {
        panic!("there is no such setting");
    };
    let named: Vec<&str> = error.message().split('`').skip(1).step_by(2).skip(1).collect();
    assert!(named.len() >= 8, "{named:?}");
    let silent: Vec<&&str> = named.iter().filter(|name| !guide.contains(&format!("| `{name}` |"))).collect();
    assert!(silent.is_empty(), "no row for {silent:?}");
    assert!(Settings::deserialize(toml::Table::new()).is_ok(), "none is required to read a book");
}
