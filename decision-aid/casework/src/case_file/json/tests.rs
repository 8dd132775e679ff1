//! Case files as text: what is written is read again, and what is not sound is refused.

use super::super::{CaseFile, NotOpened, NotSaved};
use crate::Case;
use crate::sample::{DECIDE, case, case_view};
use policy::Answer;
use serde_json::{Value, json};

fn saved(case: &Case) -> CaseFile {
    CaseFile::save(&case_view(case), "2026-11-24")
}

fn sound() -> Value {
    let file = saved(&case(DECIDE, &[("record/reference", "CH-1"), ("evidence/kinds", "Calls")]));
    serde_json::from_str(&file.to_json().unwrap()).unwrap()
}

#[test]
fn what_is_saved_opens_again() {
    for case in [
        Case::default(),
        case(
            DECIDE,
            &[("record/reference", "CH-1"), ("evidence/kinds", "£ “é” \u{1f600}\n\"\\\u{1}\u{fffd}")],
        ),
        case("kinds = ; told = not-sure", &[("z", ""), ("a", "last written, first kept")]),
    ] {
        let file = saved(&case);
        assert_eq!(CaseFile::from_json(&file.to_json().unwrap()), Ok(file));
    }
}

#[test]
fn a_file_says_first_what_it_is() {
    let json = saved(&case(DECIDE, &[])).to_json().unwrap();
    assert!(
        json.starts_with("{\n  \"format\": \"customer-handling-case\",\n  \"format-version\": 1,"),
        "{json}"
    );
    for end in (60..json.len() - 1).filter(|end| json.is_char_boundary(*end)) {
        assert_eq!(
            CaseFile::from_json(&json[..end]),
            Err(NotOpened::Unreadable),
            "cut off after {end} bytes"
        );
    }
}

#[test]
fn what_is_not_sound_is_refused() {
    use NotOpened::{NotACase, TooNew, Unreadable};
    for (name, value, refused) in [
        ("format", json!("another-case"), NotACase),
        ("format", json!(1), NotACase),
        ("format", Value::Null, NotACase),
        ("format-version", json!(2), TooNew),
        ("format-version", json!(u32::MAX), TooNew),
        ("format-version", json!(u64::MAX), TooNew),
        ("format-version", json!(1e300), Unreadable),
        ("format-version", json!(0), Unreadable),
        ("format-version", json!(-1), Unreadable),
        ("format-version", json!(1.5), Unreadable),
        ("format-version", json!("1"), Unreadable),
        ("format-version", Value::Null, Unreadable),
        ("saved-on", json!("9999-99-99"), Unreadable),
        ("saved-on", json!("2026-02-29"), Unreadable),
        ("saved-on", json!("2026-11-31"), Unreadable),
        ("saved-on", json!("2026-11-24T10:00"), Unreadable),
        ("saved-on", json!(" 2026-11-24"), Unreadable),
        ("saved-on", json!("2026-1-2"), Unreadable),
        ("saved-on", json!("2026-+1-02"), Unreadable),
        ("saved-on", json!("1026-11-24"), Unreadable),
        ("saved-on", json!(""), Unreadable),
        ("saved-on", json!(20261124), Unreadable),
        ("policy-version", json!(1), Unreadable),
        ("outcome", Value::Null, Unreadable),
        ("options", json!([]), Unreadable),
        ("options", json!({ "limit": "perhaps" }), Unreadable),
        ("options", json!({ "limit": 1 }), Unreadable),
        ("answers", json!([]), Unreadable),
        ("answers", json!({ "danger": 5 }), Unreadable),
        ("answers", json!({ "danger": null }), Unreadable),
        ("answers", json!({ "kinds": ["calls", 5] }), Unreadable),
        ("answers", json!({ "kinds": { "calls": true } }), Unreadable),
        ("texts", json!("record/reference"), Unreadable),
        ("texts", json!({ "record/reference": 5 }), Unreadable),
        ("texts", json!({ "record/reference": ["CH-1"] }), Unreadable),
    ] {
        let mut file = sound();
        file[name] = value.clone();
        assert_eq!(CaseFile::from_json(&file.to_string()), Err(refused), "{name}: {value}");
    }
}

#[test]
fn no_entry_may_lack() {
    let Value::Object(sound) = sound() else { panic!("a case file is an object") };
    assert_eq!(sound.len(), 8);
    for name in sound.keys() {
        let mut file = sound.clone();
        file.remove(name);
        let refused = if name == "format" { NotOpened::NotACase } else { NotOpened::Unreadable };
        assert_eq!(CaseFile::from_json(&Value::Object(file).to_string()), Err(refused), "without {name}");
    }
}

#[test]
fn something_else_is_no_case_file() {
    let deep = "[".repeat(100_000);
    for text in ["", "%PDF-1.7", "null", "[]", "5", "\"customer-handling-case\"", "{}", "{\"a\": 1}", &deep] {
        assert_eq!(CaseFile::from_json(text), Err(NotOpened::NotACase), "{text:.40}");
    }
    let half_a_pair = sound().to_string().replace("CH-1", "\\ud800");
    assert_eq!(CaseFile::from_json(&half_a_pair), Err(NotOpened::Unreadable), "no aid ever wrote it");
}

#[test]
fn entries_that_are_not_known_are_named() {
    let mut file = sound();
    file["mood"] = json!({ "good": true });
    file["colour"] = json!("red");
    let read = CaseFile::from_json(&file.to_string()).unwrap();
    assert_eq!(read.unknown, ["colour", "mood"]);
    let case = case(DECIDE, &[]);
    assert_eq!(
        read.opened(&case_view(&case)).paragraphs[1],
        "The file has entries that this version does not know, and does not keep: “colour”, “mood”."
    );
}

#[test]
fn answers_and_texts_that_are_not_known_are_kept() {
    let mut file = sound();
    file["answers"]["asked-once"] = json!(["a", "b"]);
    file["texts"]["gone/place"] = json!("words");
    let read = CaseFile::from_json(&file.to_string()).unwrap();
    assert_eq!(
        read.case.answers.get("asked-once"),
        Some(&Answer::Many(vec!["a".to_owned(), "b".to_owned()]))
    );
    assert!(read.case.texts.contains(&("gone/place".to_owned(), "words".to_owned())));
}

#[test]
fn texts_are_read_as_they_would_have_been_typed() {
    let mut file = sound();
    file["texts"] = json!({ "record/reference": "one\r\ntwo\rthree\0" });
    let read = CaseFile::from_json(&file.to_string()).unwrap();
    assert_eq!(read.case.texts, [("record/reference".to_owned(), "one\ntwo\nthree\u{fffd}".to_owned())]);
}

#[test]
fn what_is_saved_is_never_larger_than_what_is_opened() {
    let of_size = |bytes: usize| {
        let empty = saved(&case("", &[("evidence/kinds", "")])).to_json().unwrap().len();
        saved(&case("", &[("evidence/kinds", &"x".repeat(bytes - empty))]))
    };
    let largest = of_size(CaseFile::LARGEST);
    let json = largest.to_json().unwrap();
    assert_eq!(json.len(), CaseFile::LARGEST);
    assert!(CaseFile::from_json(&json) == Ok(largest), "the largest file opens again");

    let larger = of_size(CaseFile::LARGEST + 1234);
    assert_eq!(larger.to_json(), Err(NotSaved::TooLarge(1234)));
    let stored = larger.to_json_of_any_size().unwrap();
    assert_eq!(CaseFile::from_json(&stored), Err(NotOpened::TooLarge));
    assert!(CaseFile::from_json_of_any_size(&stored) == Ok(larger), "the browser keeps it for the tab");
    assert_eq!(
        NotSaved::TooLarge(1234).to_string(),
        "The case was not saved: its file would be 1,234 bytes larger than the 5,000,000 bytes that can be opened \
         again. Shorten what you wrote, and save it then."
    );
}

#[test]
fn a_file_that_could_not_be_read_again_is_not_saved() {
    let case = case(DECIDE, &[]);
    assert_eq!(CaseFile::save(&case_view(&case), "today").to_json(), Err(NotSaved::Unreadable));
}

#[test]
fn a_case_that_an_earlier_build_kept_in_the_tab_is_read_and_nothing_else_is() {
    let kept = r#"{"answers": {"danger": "no"}, "texts": {"evidence/danger": "Seen."}}"#;
    let case = crate::Case::from_earlier_tab(kept).expect("it is such a case");
    assert_eq!((case.answers.len(), case.texts.len()), (1, 1));
    for other in ["", "[]", r#"{"answers": {}}"#, r#"{"answers": {}, "texts": {}, "format": "x"}"#] {
        assert_eq!(crate::Case::from_earlier_tab(other), None, "{other}");
    }
}
