//! What is wrong with TOML, in plain words.

use crate::names;

/// What the TOML reader says, for people who do not write TOML every day: what is wrong, and the likely fix.
pub fn in_plain_words(said: &str) -> (String, Option<String>) {
    let said = said.trim().replace('\n', " ");
    let mut quoted = said.split('`').skip(1).step_by(2);
    let named = quoted.next().unwrap_or_default();
    let quotes = || Some("text stands in quotation marks, on one line".to_owned());
    if said.starts_with("unknown field") {
        let known: Vec<&str> = quoted.collect();
        let help = names::nearest(named, known.clone()).map(|meant| format!("did you mean `{meant}`?"));
        let all = || format!("it may have: {}", known.join(", "));
        return (format!("`{named}` does not belong here"), Some(help.unwrap_or_else(all)));
    }
    if said.starts_with("unknown variant") {
        let known: Vec<&str> = quoted.collect();
        let help = names::nearest(named, known.clone()).map(|meant| format!("did you mean `{meant}`?"));
        let all = || format!("one of: {}", known.join(", "));
        return (format!("`{named}` is not a word that it takes here"), Some(help.unwrap_or_else(all)));
    }
    if said.starts_with("missing field") {
        return (format!("`{named}` is missing"), Some(format!("add a line that begins with `{named} =`")));
    }
    if said.starts_with("duplicate key") {
        return ("this line is here a second time".to_owned(), Some("keep one of the two".to_owned()));
    }
    match said.strip_prefix("invalid type: ").and_then(|said| said.split_once(", expected ")) {
        Some((_, "a sequence")) => (
            "a list belongs here".to_owned(),
            Some("write it in square brackets: `[\"…\", \"…\"]`".to_owned()),
        ),
        Some((_, "a string")) => ("text belongs here".to_owned(), quotes()),
        Some((_, "a boolean")) => {
            ("`true` or `false` belongs here".to_owned(), Some("write it without quotation marks".to_owned()))
        }
        _ if said.contains("expected `=`") => (
            "a name stands here without a value".to_owned(),
            Some("write a name, `=` and a value on each line; a name has no blanks in it".to_owned()),
        ),
        _ if said.contains("string") && !said.starts_with("invalid type") => {
            ("the quotation marks are not right".to_owned(), quotes())
        }
        _ => (said, None),
    }
}
