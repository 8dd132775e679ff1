//! Lines in, lines out.

use super::{Detail, assess_lines};
use policy_compiler::{Page, compile};
use serde_json::{Value, json};

const PAGE: &str = r#"
# Returning books

c[books.return] must LB-1
Readers must return a book by its date.

```question
id = "late"
ask = "Late?"
short = "Late"
answers = "yes-no"
```

```question
id = "kinds"
ask = "Kinds?"
short = "Kinds"
answers = "any-of"

[[choices]]
id = "torn"
label = "Torn"

[[choices]]
id = "wet"
label = "Wet"
```

```question
id = "state"
ask = "State?"
short = "State"
answers = "one-of"

[[choices]]
id = "good"
label = "Good"

[[choices]]
id = "poor"
label = "Poor"
```

```group
id = "facts"
title = "What happened?"
questions = ["late", "kinds", "state"]
```

```finding
id = "damaged"
name = "Damaged"
says = "It is damaged."
when = "any(kinds) or state.poor"
```

```duty
id = "dry"
name = "Dry it"
says = "Dry it."
when = "kinds.wet"
```

```outcome
id = "remind"
name = "Remind"
says = "Remind them."
when = "late"
weigh = ["fee"]
```

```outcome
id = "thank"
name = "Thank"
says = "Thank them."
when = "not late"
```

```option
id = "fee"
name = "Fee"
does = "A fee."
in = ["remind"]

[[rules]]
status = "warranted"
when = "damaged"
because = "It is damaged."

[[rules]]
status = "not-warranted"
because = "It is not."
```
"#;

/// What comes out of some lines, and how many of them were wrong.
fn assessed(lines: &[u8], detail: Detail) -> (String, usize) {
    let page = Page {
        file: "src/rules.md".to_owned(),
        url: "rules.html".to_owned(),
        text: PAGE.to_owned(),
        ..Page::default()
    };
    let compiled = compile(&[page], "test").unwrap();
    let mut output = Vec::new();
    let wrong = assess_lines(&compiled.policy, detail, lines, &mut output).unwrap();
    (String::from_utf8(output).unwrap(), wrong)
}

fn objects(output: &str) -> Vec<Value> {
    output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const GOOD: &str = r#"{"answers":{"late":"yes"}}"#;

/// A wrong line between two good ones: its error, after it was seen to be the only one and in its place.
#[track_caller]
fn error(line: &[u8]) -> String {
    let lines = [GOOD.as_bytes(), line, GOOD.as_bytes(), b""].join(&b'\n');
    let (output, wrong) = assessed(&lines, Detail::default());
    assert_eq!(wrong, 1, "{output}");
    let [before, error, after] = objects(&output).try_into().unwrap();
    assert_eq!([&before["outcome"], &after["outcome"]], ["remind", "remind"]);
    assert_eq!(error["line"], 2);
    let keys: Vec<&String> = error.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["error", "line"]);
    error["error"].as_str().unwrap().to_owned()
}

#[test]
fn a_line_gives_every_result_under_its_own_name_and_in_this_order() {
    let (output, wrong) = assessed(br#"{"answers":{"late":"yes","kinds":["wet"]}}"#, Detail::default());
    assert_eq!(wrong, 0);
    assert_eq!(
        output,
        "{\"outcome\":\"remind\",\"possible\":[\"remind\"],\"findings\":{\"damaged\":true},\
         \"options\":{\"fee\":\"warranted\"},\"ask\":[],\"duties\":{\"dry\":true}}\n"
    );
}

#[test]
fn what_is_not_known_is_null_or_open_and_asked() {
    let (output, wrong) = assessed(br#"{"answers":{"late":"not-sure"}}"#, Detail::default());
    assert_eq!(wrong, 0);
    assert_eq!(
        objects(&output),
        [json!({
            "outcome": null,
            "possible": ["remind", "thank"],
            "findings": { "damaged": null },
            "options": { "fee": "open" },
            "ask": ["late", "kinds", "state"],
            "duties": { "dry": null },
        })]
    );
}

#[test]
fn on_request_the_fewest_answers_that_suffice_stand_with_their_clause() {
    let detail = Detail { because: true, why: false };
    let (output, _) = assessed(br#"{"answers":{"late":"yes","kinds":["wet"]}}"#, detail);
    let [found] = objects(&output).try_into().unwrap();
    assert_eq!(found["because"], json!([{ "question": "late", "answer": "yes", "clause": "books.return" }]));
    assert!(output.contains(r#"[{"question":"late","answer":"yes","clause":"books.return"}]"#), "{output}");
    assert!(found.get("why").is_none(), "{output}");
    let (open, _) = assessed(br#"{"answers":{}}"#, detail);
    assert_eq!(objects(&open)[0]["because"], json!([]), "no outcome rests on nothing");
}

#[test]
fn a_question_that_there_is_not_is_named() {
    assert_eq!(error(br#"{"answers":{"lates":"yes"}}"#), "no question `lates`");
}

#[test]
fn an_answer_of_another_kind_is_named_with_what_the_question_takes() {
    let cases = [
        (r#"{"late":"perhaps"}"#, r#"`late` does not take "perhaps"; it takes "yes", "no" or "not-sure""#),
        (r#"{"late":["yes"]}"#, r#"`late` does not take ["yes"]; it takes "yes", "no" or "not-sure""#),
        (
            r#"{"kinds":["tron"]}"#,
            r#"`kinds` does not take ["tron"]; it takes a list of "torn", "wet", or "not-sure""#,
        ),
        (
            r#"{"kinds":"torn"}"#,
            r#"`kinds` does not take "torn"; it takes a list of "torn", "wet", or "not-sure""#,
        ),
        (r#"{"state":["good"]}"#, r#"`state` does not take ["good"]; it takes "good", "poor" or "not-sure""#),
    ];
    for (answers, expected) in cases {
        assert_eq!(error(format!("{{\"answers\":{answers}}}").as_bytes()), expected);
    }
    for answers in
        [r#"{"late":true}"#, r#"{"late":null}"#, r#"{"late":{}}"#, r#"{"late":1}"#, r#"{"kinds":[1]}"#]
    {
        let found = error(format!("{{\"answers\":{answers}}}").as_bytes());
        assert!(found.starts_with("invalid type"), "{answers}: {found}");
    }
}

#[test]
fn what_is_no_json_is_said_to_be_none_and_where() {
    for (line, column) in [("{\"answers\":{", 12), ("nonsense", 2), ("{\"answers\":{}} {}", 16)] {
        let found = error(line.as_bytes());
        assert!(found.starts_with("this is not JSON: "), "{line}: {found}");
        assert!(found.ends_with(&format!(" at column {column}")), "{line}: {found}");
    }
}

#[test]
fn a_line_that_is_no_object_of_answers_is_refused() {
    let expected = "an object such as {\"answers\":{…}}";
    for line in ["[]", "\"late\"", "7", "null", "true"] {
        let found = error(line.as_bytes());
        assert!(found.starts_with("invalid type") && found.ends_with(expected), "{line}: {found}");
    }
    let found = error(br#"{"answers":[]}"#);
    assert_eq!(found, "invalid type: sequence, expected an object of answers by question");
    assert_eq!(error(b"{}"), "`answers` is missing");
    assert_eq!(error(br#"{"answers":{},"case":"A1"}"#), "`case` does not belong here; only `answers` does");
}

#[test]
fn what_stands_there_twice_is_refused() {
    assert_eq!(error(br#"{"answers":{},"answers":{}}"#), "`answers` is there twice");
    assert_eq!(error(br#"{"answers":{"late":"yes","late":"no"}}"#), "`late` is answered twice");
    assert_eq!(error(br#"{"answers":{"late":"not-sure","late":"no"}}"#), "`late` is answered twice");
}

#[test]
fn what_is_no_text_is_refused_and_the_rest_goes_on() {
    let found = error(b"{\"answers\":{\"la\xff\":\"yes\"}}");
    assert!(found.starts_with("this is not JSON: invalid unicode"), "{found}");
    let found = error(b"\xff\xfe");
    assert!(found.starts_with("this is not JSON: "), "{found}");
}

#[test]
fn a_very_long_line_is_read_like_any_other() {
    let long = format!("{{\"answers\":{{\"{}\":\"yes\"}}}}", "x".repeat(1 << 20));
    assert_eq!(error(long.as_bytes()).len(), "no question ``".len() + (1 << 20));
    let wide = format!("{{{}\"answers\":{{\"late\":\"no\"}}}}", " ".repeat(1 << 20));
    let (output, wrong) = assessed(wide.as_bytes(), Detail::default());
    assert_eq!((wrong, &objects(&output)[0]["outcome"]), (0, &json!("thank")));
    // Too deep for the reader, and no reason to fall over.
    assert!(error("[".repeat(100_000).as_bytes()).starts_with("invalid type"));
    let deep = format!("{{\"answers\":{{\"late\":{}", "[".repeat(100_000));
    assert!(error(deep.as_bytes()).starts_with("invalid type"));
}

#[test]
fn empty_lines_give_nothing_and_still_count() {
    let lines = format!("\n{GOOD}\n  \t\n\nnonsense\n");
    let (output, wrong) = assessed(lines.as_bytes(), Detail::default());
    let found = objects(&output);
    assert_eq!((found.len(), wrong), (2, 1));
    assert_eq!(found[1]["line"], 5);
}

#[test]
fn a_line_may_end_in_a_carriage_return_or_in_nothing() {
    let lines = format!("{GOOD}\r\n\r\n{{}}\r\n{GOOD}");
    let (output, wrong) = assessed(lines.as_bytes(), Detail::default());
    let found = objects(&output);
    assert_eq!((found.len(), wrong), (3, 1));
    assert_eq!([&found[0]["outcome"], &found[2]["outcome"]], ["remind", "remind"]);
    assert_eq!(found[1], json!({ "error": "`answers` is missing", "line": 3 }));
}

#[test]
fn every_wrong_line_is_counted() {
    let lines = format!("nonsense\n{GOOD}\n[]\n{GOOD}\n{{}}\n");
    let (output, wrong) = assessed(lines.as_bytes(), Detail::default());
    assert_eq!(wrong, 3);
    let lines: Vec<u64> = objects(&output).iter().filter_map(|found| found["line"].as_u64()).collect();
    assert_eq!(lines, [1, 3, 5]);
    assert_eq!(assessed(b"", Detail::default()), (String::new(), 0));
}
