//! Case files as text: what is written is read again, and what is not sound is refused.

use super::super::{CaseFile, NotOpened, NotSaved};
use crate::sample::{DECIDE, case, case_view};
use crate::{Case, CaseEntry, CaseHistory, KeptEntry, Limits, PastEntry};
use policy::{Answer, EntryKind, RawAnswers, Status};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

const ID: &str = "6f9619ff-8b86-4011-b42d-00c04fc964ff";

fn saved(case: &Case) -> CaseFile {
    CaseFile::save(&case_view(case), &CaseHistory::new(ID.to_owned()), "2026-11-24")
}

fn json_of(file: &CaseFile) -> String {
    file.to_json::<Value>().unwrap()
}

fn read(json: &str) -> Result<CaseFile, NotOpened> {
    CaseFile::from_json::<Value>(json, "new-id")
}

fn sound() -> Value {
    let file = saved(&case(DECIDE, &[("record/reference", "CH-1"), ("evidence/kinds", "Calls")]));
    serde_json::from_str(&json_of(&file)).unwrap()
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
        assert_eq!(read(&json_of(&file)), Ok(file));
    }
}

/// Words of any letters, most of them short.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![vec(any::<char>(), 0..12).prop_map(|letters| letters.into_iter().collect()), "[a-z-]{0,8}"]
}

fn days() -> impl Strategy<Value = String> {
    let day = (1900..2200_u32, 1..=12_u32, 1..=28_u32);
    prop_oneof![
        9 => day.prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        1 => select(vec!["2024-02-29", "1900-01-01", "2199-12-31"]).prop_map(str::to_owned),
    ]
}

/// Answers to questions that the policy has, and to others; answers that a question takes, and others.
fn cases() -> impl Strategy<Value = Case> {
    let id = || prop_oneof![select(vec!["danger", "kinds", "told"]).prop_map(str::to_owned), texts()];
    let word =
        || prop_oneof![select(vec!["yes", "no", "not-sure", "calls"]).prop_map(str::to_owned), texts()];
    let answer = prop_oneof![word().prop_map(Answer::One), vec(word(), 0..4).prop_map(Answer::Many)];
    let key = prop_oneof![
        select(vec!["record/reference", "taken/limit", "begun"]).prop_map(str::to_owned),
        texts()
    ];
    (btree_map(id(), answer, 0..6), btree_map(key, texts(), 0..6)).prop_map(|(answers, texts)| {
        let answers: RawAnswers = answers.into_iter().collect();
        let mut case = Case { answers, ..Case::default() };
        texts.into_iter().for_each(|(key, text)| case.write(&key, text));
        case
    })
}

fn limits() -> impl Strategy<Value = Limits> {
    let day = || option::of(days()).prop_map(Option::unwrap_or_default);
    (vec(texts(), 0..3), day(), day(), day(), vec(texts(), 0..3)).prop_map(
        |(says, starts_on, ends_on, review_on, told)| Limits { says, starts_on, ends_on, review_on, told },
    )
}

fn entries() -> impl Strategy<Value = CaseEntry> {
    let kinds: Vec<EntryKind> = EntryKind::words().filter_map(EntryKind::from_word).collect();
    let statuses = select(Status::WORDS.map(|(status, _)| status).to_vec());
    let said = (texts(), texts(), btree_map(texts(), statuses, 0..4), vec(texts(), 0..4));
    (select(kinds), days(), cases(), said, option::of(limits())).prop_map(
        |(kind, saved_on, case, (policy_version, outcome, options, findings), limits)| CaseEntry {
            kind,
            made_on: None,
            policy_version,
            saved_on,
            case,
            outcome,
            options,
            findings,
            limits,
        },
    )
}

/// An entry that was made, or one of a kind that this version does not know.
fn past_entries() -> impl Strategy<Value = PastEntry> {
    let made = (entries(), days()).prop_map(|(entry, made_on)| {
        PastEntry::Known(Box::new(CaseEntry { made_on: Some(made_on), ..entry }))
    });
    let kept = texts().prop_map(|text| {
        let value = json!({ "kind": "a-later-one", "said": [text, null, 1.5, { "deep": true }] });
        PastEntry::Kept(KeptEntry(serde_json::to_string_pretty(&value).unwrap()))
    });
    prop_oneof![3 => made, 1 => kept]
}

fn histories() -> impl Strategy<Value = CaseHistory> {
    ("[A-Za-z0-9-]{1,64}", any::<u32>(), vec(past_entries(), 0..4))
        .prop_map(|(case_id, calendar_sequence, entries)| CaseHistory { case_id, calendar_sequence, entries })
}

proptest! {
    #[test]
    fn any_file_opens_as_it_was_saved(history in histories(), draft in option::of(entries())) {
        let is_known = draft.is_some() || history.made().next().is_some();
        let file = CaseFile { format_version: CaseFile::FORMAT_VERSION, history, draft, unknown: Vec::new() };
        let expected = if is_known { Ok(file.clone()) } else if file.history.entries.is_empty() {
            Err(NotOpened::Unreadable)
        } else {
            Err(NotOpened::TooNew)
        };
        prop_assert_eq!(read(&json_of(&file)), expected);
    }

    #[test]
    fn any_case_that_is_worked_on_opens_as_it_was_saved(case in cases(), history in histories(), today in days()) {
        let file = CaseFile::save(&case_view(&case), &history, &today);
        prop_assume!(file.draft.is_some() || history.made().next().is_some());
        let opened = read(&json_of(&file));
        prop_assert_eq!(opened.as_ref(), Ok(&file));
        let shown = file.draft.map(|draft| draft.case).unwrap_or_default();
        prop_assert!(shown == case || case.is_empty());
    }
}

#[test]
fn a_file_says_first_what_it_is() {
    let json = json_of(&saved(&case(DECIDE, &[])));
    assert!(
        json.starts_with("{\n  \"format\": \"customer-handling-case\",\n  \"format-version\": 2,"),
        "{json}"
    );
    for end in (60..json.len() - 1).filter(|end| json.is_char_boundary(*end)) {
        assert_eq!(read(&json[..end]), Err(NotOpened::Unreadable), "cut off after {end} bytes");
    }
}

/// What may not stand in a member of a file of any format, and as what the file is refused then.
fn unsound() -> Vec<(&'static str, Value, NotOpened)> {
    use NotOpened::{NotACase, TooNew, Unreadable};
    vec![
        ("format", json!("another-case"), NotACase),
        ("format", json!(1), NotACase),
        ("format", Value::Null, NotACase),
        ("format-version", json!(3), TooNew),
        ("format-version", json!(u32::MAX), TooNew),
        ("format-version", json!(u64::MAX), TooNew),
        ("format-version", json!(1e300), Unreadable),
        ("format-version", json!(0), Unreadable),
        ("format-version", json!(-1), Unreadable),
        ("format-version", json!(1.5), Unreadable),
        ("format-version", json!(2.5), Unreadable),
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
        ("options", json!([["limit", "open"]]), Unreadable),
        ("options", json!({ "limit": "perhaps" }), Unreadable),
        ("options", json!({ "limit": 1 }), Unreadable),
        ("answers", json!([]), Unreadable),
        ("answers", json!({ "danger": 5 }), Unreadable),
        ("answers", json!({ "danger": null }), Unreadable),
        ("answers", json!({ "kinds": ["calls", 5] }), Unreadable),
        ("answers", json!({ "kinds": [["calls"]] }), Unreadable),
        ("answers", json!({ "kinds": { "calls": true } }), Unreadable),
        ("texts", json!("record/reference"), Unreadable),
        ("texts", json!([["record/reference", "CH-1"]]), Unreadable),
        ("texts", json!({ "record/reference": 5 }), Unreadable),
        ("texts", json!({ "record/reference": ["CH-1"] }), Unreadable),
    ]
}

#[test]
fn what_is_not_sound_is_refused() {
    for (name, value, refused) in unsound() {
        let mut file = sound();
        let of_the_file = file.as_object().unwrap().contains_key(name);
        (if of_the_file { &mut file } else { &mut file["entries"][0] })[name] = value.clone();
        assert_eq!(read(&file.to_string()), Err(refused), "{name}: {value}");
    }
}

#[test]
fn what_is_not_sound_in_the_first_format_is_refused() {
    for (name, value, refused) in unsound() {
        let mut file: Value = serde_json::from_str(FIRST_FORMAT).unwrap();
        file[name] = value.clone();
        assert_eq!(read(&file.to_string()), Err(refused), "{name}: {value}");
    }
}

#[test]
fn what_is_not_sound_in_a_history_is_refused() {
    use NotOpened::{TooNew, Unreadable};
    let decision = &sound()["entries"][0];
    for (name, value, refused) in [
        ("case-id", json!(""), Unreadable),
        ("case-id", json!("x".repeat(65)), Unreadable),
        ("case-id", json!("CH 1"), Unreadable),
        ("case-id", json!("é"), Unreadable),
        ("case-id", json!("1\r\nEND:VCALENDAR"), Unreadable),
        ("case-id", json!(1), Unreadable),
        ("calendar-sequence", json!(-1), Unreadable),
        ("calendar-sequence", json!(1.5), Unreadable),
        ("calendar-sequence", json!("1"), Unreadable),
        ("calendar-sequence", json!(u64::MAX), Unreadable),
        ("entries", json!([]), Unreadable),
        ("entries", json!({ "0": decision }), Unreadable),
        ("entries", json!("decision"), Unreadable),
        ("entries", json!(["decision"]), Unreadable),
        ("entries", json!([["decision"]]), Unreadable),
        ("entries", json!([{}]), Unreadable),
        ("entries", json!([{ "kind": 1 }]), Unreadable),
        ("entries", json!([{ "kind": "decision" }]), Unreadable),
        ("entries", json!([decision, null]), Unreadable),
        ("entries", json!([{ "kind": "warning" }]), Unreadable),
        ("entries", json!([{ "kind": "meeting" }]), TooNew),
    ] {
        let mut file = sound();
        file[name] = value.clone();
        assert_eq!(read(&file.to_string()), Err(refused), "{name}: {value}");
    }
    for made_on in [json!("2026-02-30"), json!(""), json!(1)] {
        let mut file = sound();
        file["entries"][0]["made-on"] = made_on.clone();
        assert_eq!(read(&file.to_string()), Err(Unreadable), "made on {made_on}");
    }
}

fn without(object: &Value, name: &str) -> Value {
    let mut object = object.as_object().expect("it is an object").clone();
    object.remove(name).expect("the name is one of its members");
    Value::Object(object)
}

#[test]
fn no_member_may_lack() {
    let sound = sound();
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&sound).len(), 5);
    for name in names(&sound) {
        let refused = if name == "format" { NotOpened::NotACase } else { NotOpened::Unreadable };
        assert_eq!(read(&without(&sound, &name).to_string()), Err(refused), "without {name}");
    }
    let decision = &sound["entries"][0];
    assert_eq!(names(decision).len(), 10);
    for name in names(decision) {
        let mut file = sound.clone();
        file["entries"] = json!([without(decision, &name)]);
        let opened = read(&file.to_string());
        // What is worked on was made on no day; the first builds that had entries wrote neither findings nor limits.
        let may_lack = ["made-on", "findings", "limits"].contains(&name.as_str());
        assert_eq!(opened.is_ok(), may_lack, "without {name}");
    }
}

/// A file as the first build saved it. It is kept for ever: whoever has one can open it.
const FIRST_FORMAT: &str = include_str!("../fixtures/first-format.json");

#[test]
fn no_member_of_the_first_format_may_lack() {
    let file: Value = serde_json::from_str(FIRST_FORMAT).unwrap();
    let names: Vec<String> = file.as_object().unwrap().keys().cloned().collect();
    assert_eq!(names.len(), 8);
    for name in names {
        let refused = if name == "format" { NotOpened::NotACase } else { NotOpened::Unreadable };
        assert_eq!(read(&without(&file, &name).to_string()), Err(refused), "without {name}");
    }
}

#[test]
fn a_file_of_the_first_format_opens_as_one_open_decision_of_a_new_case() {
    let opened = read(FIRST_FORMAT).unwrap();
    let first: Value = serde_json::from_str(FIRST_FORMAT).unwrap();
    assert_eq!(opened.format_version, 1);
    assert_eq!(opened.history, CaseHistory::new("new-id".to_owned()));
    assert_eq!(opened.unknown, Vec::<String>::new());
    assert_eq!(opened.draft.as_ref().unwrap().saved_on, "2026-11-27");
    assert_eq!(
        opened.draft.as_ref().unwrap().case.answers.len(),
        first["answers"].as_object().unwrap().len()
    );
    assert_eq!(opened.draft.as_ref().unwrap().case.texts.len(), first["texts"].as_object().unwrap().len());

    let now: Value =
        serde_json::from_str(&json_of(&CaseFile { format_version: 2, ..opened.clone() })).unwrap();
    for name in ["policy-version", "saved-on", "outcome", "options", "answers", "texts"] {
        assert_eq!(now["entries"][0][name], first[name], "{name}");
    }
    assert_eq!(now["entries"][0]["made-on"], Value::Null);
    let again = read(&now.to_string()).unwrap();
    assert_eq!((again.history, again.draft), (opened.history, opened.draft));
}

/// A file as the first build that had entries saved it, before they held findings and limits. It is kept for ever too.
const WITHOUT_FINDINGS: &str = include_str!("../fixtures/second-format-without-findings.json");

#[test]
fn a_file_from_before_entries_held_findings_opens() {
    let opened = read(WITHOUT_FINDINGS).unwrap();
    let draft = opened.draft.as_ref().unwrap();
    assert_eq!((draft.findings.len(), draft.limits.as_ref()), (0, None));
    let first = read(FIRST_FORMAT).unwrap().draft.unwrap();
    assert_eq!((&draft.case, &draft.outcome, &draft.options), (&first.case, &first.outcome, &first.options));
    assert_eq!((opened.history.calendar_sequence, opened.unknown), (1, Vec::new()));
}

#[test]
fn entries_of_kinds_that_are_not_known_are_written_back_as_they_came_before_what_is_worked_on() {
    let mut file = sound();
    let decision = file["entries"][0].clone();
    let mut made = decision.clone();
    made["made-on"] = json!("2026-06-01");
    let meeting =
        json!({ "kind": "meeting", "__proto__": { "a": "b" }, "words": "“£” \u{1f600}", "made-on": null });
    let mood = json!({ "kind": "mood", "good": [1, 1.5, null, true] });
    file["entries"] = json!([mood.clone(), made.clone(), decision.clone(), meeting.clone()]);
    file["calendar-sequence"] = json!(7);
    let opened = read(&file.to_string()).unwrap();
    assert_eq!((opened.history.entries.len(), opened.history.made().count()), (3, 1));
    assert_eq!(opened.history.calendar_sequence, 7);
    assert_eq!(opened.unknown, Vec::<String>::new(), "what is kept is no loss");
    let case = opened.draft.as_ref().unwrap().case.clone();
    let again = CaseFile::save(&case_view(&case), &opened.history, "2026-12-24");
    let mut worked_on = decision;
    worked_on["saved-on"] = json!("2026-12-24");
    file["entries"] = json!([mood, made, meeting, worked_on]);
    assert_eq!(serde_json::from_str::<Value>(&json_of(&again)).unwrap(), file);
}

#[test]
fn a_decision_that_was_made_stays_made() {
    let mut file = sound();
    file["entries"][0]["made-on"] = json!("2026-11-24");
    let opened = read(&file.to_string()).unwrap();
    assert_eq!(opened.draft, None, "nothing is worked on");
    assert_eq!(opened.history.made().last().unwrap().made_on.as_deref(), Some("2026-11-24"));
    assert_eq!(serde_json::from_str::<Value>(&json_of(&opened)).unwrap(), file);
}

#[test]
fn a_file_nested_deeply_is_refused_and_exhausts_nothing() {
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    let file = sound().to_string().replace("\"no\"", &deep);
    assert_eq!(read(&file), Err(NotOpened::Unreadable));
}

#[test]
fn something_else_is_no_case_file() {
    let deep = "[".repeat(100_000);
    for text in ["", "%PDF-1.7", "null", "[]", "5", "\"customer-handling-case\"", "{}", "{\"a\": 1}", &deep] {
        assert_eq!(read(text), Err(NotOpened::NotACase), "{text:.40}");
    }
    let half_a_pair = sound().to_string().replace("CH-1", "\\ud800");
    assert_eq!(read(&half_a_pair), Err(NotOpened::Unreadable), "no aid ever wrote it");
}

#[test]
fn members_that_are_not_known_are_named() {
    let mut file = sound();
    file["mood"] = json!({ "good": true });
    file["entries"][0]["colour"] = json!("red");
    let read = read(&file.to_string()).unwrap();
    assert_eq!(read.unknown, ["mood", "colour"]);
    let case = case(DECIDE, &[]);
    assert_eq!(
        read.opened(&case_view(&case)).paragraphs[1],
        "The file has parts that this version does not know, and does not keep: “mood”, “colour”."
    );
}

#[test]
fn answers_and_texts_that_are_not_known_are_kept() {
    let mut file = sound();
    file["entries"][0]["answers"]["asked-once"] = json!(["a", "b"]);
    file["entries"][0]["texts"]["gone/place"] = json!("words");
    let read = read(&file.to_string()).unwrap();
    assert_eq!(
        read.draft.as_ref().unwrap().case.answers.get("asked-once"),
        Some(&Answer::Many(vec!["a".to_owned(), "b".to_owned()]))
    );
    assert!(read.draft.as_ref().unwrap().case.texts.contains(&("gone/place".to_owned(), "words".to_owned())));
}

#[test]
fn texts_are_read_as_they_would_have_been_typed() {
    let mut file = sound();
    file["entries"][0]["texts"] = json!({ "record/reference": "one\r\ntwo\rthree\0" });
    let read = read(&file.to_string()).unwrap();
    assert_eq!(
        read.draft.as_ref().unwrap().case.texts,
        [("record/reference".to_owned(), "one\ntwo\nthree\u{fffd}".to_owned())]
    );
}

#[test]
fn what_is_saved_is_never_larger_than_what_is_opened() {
    let of_size = |bytes: usize| {
        let empty = json_of(&saved(&case("", &[("evidence/kinds", "")]))).len();
        saved(&case("", &[("evidence/kinds", &"x".repeat(bytes - empty))]))
    };
    let largest = of_size(CaseFile::LARGEST);
    let json = json_of(&largest);
    assert_eq!(json.len(), CaseFile::LARGEST);
    assert!(read(&json) == Ok(largest), "the largest file opens again");

    let larger = of_size(CaseFile::LARGEST + 1234);
    assert_eq!(larger.to_json::<Value>(), Err(NotSaved::TooLarge(1234)));
    let stored = larger.to_json_of_any_size::<Value>().unwrap();
    assert_eq!(read(&stored), Err(NotOpened::TooLarge));
    assert!(
        CaseFile::from_json_of_any_size::<Value>(&stored, ID) == Ok(larger),
        "the browser keeps it for the tab"
    );
    assert_eq!(
        NotSaved::TooLarge(1234).to_string(),
        "The case was not saved: its file would be 1,234 bytes larger than the 5,000,000 bytes that can be opened \
         again. Shorten what you wrote, and save it then."
    );
}

#[test]
fn a_file_that_could_not_be_read_again_is_not_saved() {
    let sound = saved(&case(DECIDE, &[]));
    let no_day = || "today".to_owned();
    let mut files = [sound.clone(), sound.clone(), sound.clone(), sound];
    files[0].draft.as_mut().unwrap().saved_on = no_day();
    files[1].draft.as_mut().unwrap().made_on = Some(no_day());
    files[2].history.case_id = String::new();
    files[3].history.entries = vec![PastEntry::Kept(KeptEntry("{".to_owned()))];
    for file in files {
        assert_eq!(file.to_json::<Value>(), Err(NotSaved::Unreadable), "{file:?}");
    }
}

#[test]
fn a_case_that_an_earlier_build_kept_in_the_tab_is_read_and_nothing_else_is() {
    let kept = r#"{"answers": {"danger": "no"}, "texts": {"evidence/danger": "Seen."}}"#;
    let case = crate::Case::from_earlier_tab::<Value>(kept).expect("it is such a case");
    assert_eq!((case.answers.len(), case.texts.len()), (1, 1));
    for other in ["", "[]", r#"{"answers": {}}"#, r#"{"answers": {}, "texts": {}, "format": "x"}"#] {
        assert_eq!(crate::Case::from_earlier_tab::<Value>(other), None, "{other}");
    }
}
