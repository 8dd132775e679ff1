//! A small policy and case files under it, for the tests of this crate.

use crate::Casebook;
use casework::{CaseEntry, CaseFile, CaseHistory, Key, Limits};
use policy::{Content, EntryKind};
use policy_compiler::{Page, compile};
use serde_json::Value;
use std::sync::LazyLock;

const PAGE: &str = r#"
# Rules

c[rules.all] must R-1
We do what we must.

```question
id = "danger"
ask = "Is anyone in danger?"
short = "Danger"
answers = "yes-no"
settled-by = "You"
```

```question
id = "kinds"
ask = "What kinds?"
short = "Kinds"
answers = "any-of"
settled-by = "You"

[[choices]]
id = "calls"
label = "Calls"

[[choices]]
id = "visits"
label = "Visits"
```

```question
id = "asked"
ask = "Who asked for a review?"
short = "Asked"
answers = "one-of"
settled-by = "You"

[[choices]]
id = "customer"
label = "The customer"

[[choices]]
id = "nobody"
label = "Nobody"
```

```group
id = "facts"
title = "The facts"
questions = ["danger", "kinds", "asked"]
```

```finding
id = "grave"
name = "It is grave"
says = "It is grave."
when = "danger or kinds.visits"
```

```outcome
id = "act"
name = "Act"
says = "Act now."
when = "danger"
record = ["grave"]
```

```outcome
id = "ask"
name = "Ask for a change"
says = "Write."
when = "not danger and kinds.calls and asked.nobody"
```

```outcome
id = "review"
name = "Review"
says = "Review."
when = "not danger and asked.customer"
weigh = ["lift", "keep", "limit"]
```

```outcome
id = "decide"
name = "Decide"
says = "Decide."
when = "not danger and not asked.customer and not (kinds.calls and asked.nobody)"
weigh = ["limit"]
```

```option
id = "limit"
name = "Limit the calls"
does = "Limits."
restricts = true

[[rules]]
status = "warranted"
when = "any(kinds)"
because = "There are kinds."
cites = ["rules.all"]

[[rules]]
status = "open"
because = "A person judges."
cites = ["rules.all"]
```

```option
id = "lift"
name = "Lift the limits"
does = "Lifts."

[[rules]]
status = "open"
because = "A person judges."
cites = ["rules.all"]
```

```option
id = "keep"
name = "Go on with them"
does = "Goes on."

[[details]]
id = "terms"
label = "The limits"
kind = "lines"

[[rules]]
status = "open"
because = "A person judges."
cites = ["rules.all"]
```

```record
id = "case"
title = "The case"
cites = ["rules.all"]

[[fields]]
id = "reference"
label = "Reference"
kind = "text"

[[fields]]
id = "decided"
label = "Day of the decision"
kind = "date"

[[fields]]
id = "assessed"
label = "Day of the assessment"
kind = "date"
optional = true

[[fields]]
id = "review-on"
label = "Day of the review"
kind = "date"
optional = true
calendar = "Review a limit"

[[fields]]
id = "adjusted"
label = "What was adjusted"
kind = "text"
optional = true

[[fields]]
id = "departed"
label = "Why a check was departed from"
kind = "text"
optional = true

[[fields]]
id = "learnt"
label = "What was learnt"
kind = "text"
optional = true
```

```case-entries
terms = ["keep.terms"]
ends = ["lift"]
cites = ["rules.all"]

[kinds]
act = "on-the-spot-notice"
ask = "warning"
review = "review"

[facts]
decided-on = "decided"
assessed-on = "assessed"
review-on = "review-on"
adjustments = "adjusted"
departure = "departed"
lesson = "learnt"
behaviour = "kinds"
review = "asked"
grounds = ["grave"]
```
"#;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let page =
        Page { file: "rules.md".into(), url: "rules.html".into(), text: PAGE.into(), ..Page::default() };
    let pages = [page];
    let compiled = compile(&pages, "1").unwrap_or_else(|wrong| panic!("{}", wrong.report(&pages, false)));
    Content { policy: compiled.policy, paperwork: compiled.paperwork }
});

/// The policy.
pub(crate) fn content() -> &'static Content {
    &CONTENT
}

/// An entry that was made on a day.
pub(crate) fn entry(kind: EntryKind, day: &str, outcome: &str) -> CaseEntry {
    CaseEntry {
        kind,
        made_on: Some(day.to_owned()),
        saved_on: day.to_owned(),
        outcome: outcome.to_owned(),
        ..CaseEntry::default()
    }
}

impl Made for CaseEntry {
    fn limited(mut self, until: &str, review_on: &str) -> Self {
        self.limits = Some(Limits {
            says: vec!["You may ring us twice a week.".to_owned()],
            starts_on: self.saved_on.clone(),
            ends_on: until.to_owned(),
            review_on: review_on.to_owned(),
            told: vec!["Reception".to_owned(), "The contact centre".to_owned()],
        });
        self
    }

    fn with(mut self, key: Key<'_>, text: &str) -> Self {
        self.case.write(&key.to_string(), text.to_owned());
        self
    }

    fn answering(mut self, question: &str, answer: policy::Answer) -> Self {
        self.case.answers.insert(question.to_owned(), answer);
        self
    }
}

/// More of what an entry says.
pub(crate) trait Made {
    /// It sets limits.
    fn limited(self, until: &str, review_on: &str) -> Self;
    /// Something is written in it.
    fn with(self, key: Key<'_>, text: &str) -> Self;
    /// A question is answered in it.
    fn answering(self, question: &str, answer: policy::Answer) -> Self;
}

/// The text of the file of a case with these entries.
pub(crate) fn file(case_id: &str, entries: &[CaseEntry]) -> String {
    let mut history = CaseHistory::new(case_id.to_owned());
    for entry in entries {
        history.entries.push(casework::PastEntry::Known(Box::new(entry.clone())));
    }
    let file =
        CaseFile { format_version: CaseFile::FORMAT_VERSION, history, draft: None, unknown: Vec::new() };
    file.to_json::<Value>().expect("the file can be written")
}

/// A casebook of some files, each named after its case.
pub(crate) fn casebook(files: &[(&str, Vec<CaseEntry>)]) -> Casebook {
    let mut book = Casebook::new(content());
    for (case_id, entries) in files {
        book.add::<Value>(&format!("{case_id}.json"), &file(case_id, entries));
    }
    book
}
