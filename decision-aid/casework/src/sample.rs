//! Two small policies for the tests of this crate: one with a record, options and a letter, and one with several stages.

use crate::{Case, CaseView};
use policy::{Answer, Content};
use policy_compiler::{Page, compile};
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
id = "told"
ask = "Was the customer told?"
short = "Told"
answers = "yes-no"
settled-by = "You"
```

```group
id = "facts"
title = "The facts"
questions = ["danger", "kinds", "told"]
```

```outcome
id = "act"
name = "Act"
says = "Act now."
when = "danger"
```

```outcome
id = "decide"
name = "Decide"
says = "Decide now."
when = "not danger and any(kinds) and told"
weigh = ["point", "limit", "stop"]
record = ["kinds"]
```

```outcome
id = "rest"
name = "Rest"
says = "Do nothing."
when = "not danger and not (any(kinds) and told)"
```

```duty
id = "ring"
urgent = true
name = "Ring for help"
says = "Ring 999."
when = "danger"
```

```option
id = "point"
name = "Give a point of contact"
does = "Somebody to turn to."
in = ["decide"]

[[rules]]
status = "required"
because = "Everybody gets one."
```

```option
id = "limit"
name = "Limit the calls"
does = "Fewer calls."
tells = "You can ring us {number} times, {medium}."
in = ["decide"]
restricts = true
evidence = ["kinds"]

[[details]]
id = "number"
label = "How many"
kind = "number"

[[details]]
id = "stricter"
label = "Is it stricter than before?"
kind = "choice"
optional = true
choices = [{ id = "no", label = "No" }, { id = "yes", label = "Yes", instead = "decide it afresh" }]

[[details]]
id = "medium"
label = "Which way"
kind = "choice"
choices = [{ id = "phone", label = "By phone", cuts-off = ["letter"] }, { id = "letter", label = "By letter", cuts-off = ["phone"] }]
keeps = { field = "route", warning = "This cuts off the way that the customer needs.", cites = ["rules.all"] }

[[rules]]
status = "warranted"
when = "kinds.calls"
because = "Calls are the trouble."

[[rules]]
status = "not-warranted"
because = "Calls are no trouble."
```

```option
id = "stop"
name = "Stop the calls"
does = "No more calls."
in = ["decide"]
instead-of = ["limit", "point"]

[[rules]]
status = "open"
because = "It would need more than this."
```

```record
id = "case"
title = "The case"

[[fields]]
id = "reference"
label = "Case reference"
kind = "text"

[[fields]]
id = "warning-date"
label = "Date of the warning"
kind = "date"
optional = true

[[fields]]
id = "decided-on"
label = "Date of the decision"
kind = "date"
not-before = "warning-date"

[[fields]]
id = "review-date"
label = "Date of the review"
kind = "date"
usual = { after = "decided-on", months = 6, otherwise = "why-other" }
calendar = "Review"

[[fields]]
id = "why-other"
label = "Why another date"
kind = "text"
optional = true

[[fields]]
id = "ends-on"
label = "Last day"
kind = "date"
ends = true
optional = true

[[fields]]
id = "route"
label = "The ways of contact that the customer needs"
kind = "choices"
optional = true
choices = [{ id = "phone", label = "Phone" }, { id = "letter", label = "Letter" }, { id = "other", label = "Another" }, { id = "none", label = "None known", alone = true }]

[[fields]]
id = "other-route"
label = "The other way"
kind = "text"
with = "route.other"

[[fields]]
id = "kept"
label = "How it stays open"
kind = "text"
with = "other-route"

[[fields]]
id = "category"
label = "The category"
kind = "choice"
choices = [{ id = "calls", label = "Calls", when = "kinds.calls" }, { id = "visits", label = "Visits", when = "kinds.visits" }]
```

```record
id = "limit"
title = "The limit"
when-restricting = true

[[fields]]
id = "reach"
label = "Whom it reaches"
kind = "text"
```

```record
id = "risk"
title = "The risk"
when = "danger"

[[fields]]
id = "who"
label = "Who is at risk"
kind = "text"
```

```reasons
[[taken]]
id = "why"
label = "Why it is proportionate"
kind = "text"

[[rejected]]
id = "why-not"
label = "Why not"
kind = "text"
optional = true
```

```open-point
id = "how-long"
ask = "How long does it last?"
when = "told"
```

```letter
id = "decision"
name = "Decision letter"
says = "Tell the customer."
for = ["decide"]
about = ["limit"]

[[fields]]
id = "what"
label = "What we will do"
kind = "lines"
from = "actions"

[[fields]]
id = "happened"
label = "What happened"
kind = "text"
from = "evidence.kinds"

[[fields]]
id = "until"
label = "Last day"
kind = "date"
from = "record.ends-on"

[[fields]]
id = "how-many"
label = "How many"
kind = "number"

[[fields]]
id = "extra"
label = "Something more"
kind = "text"
from = "record.warning-date"

[[parts]]
id = "action"
name = "What we will do"
required = true
text = """
This is what we will do:

{what}

**It lasts** until {until}, with {how-many} calls. This is why: {happened}
"""

[[parts]]
id = "more"
name = "More"
required = false
text = """
{extra}
"""
```
"#;

/// Several groups, one of them with a second screen, and a letter that can be made at once.
const STAGES: &str = include_str!("sample/stages.md");

static CONTENT: LazyLock<Content> = LazyLock::new(|| compiled(PAGE));
static STAGES_CONTENT: LazyLock<Content> = LazyLock::new(|| compiled(STAGES));

fn compiled(text: &str) -> Content {
    let page = Page {
        file: "src/rules.md".to_owned(),
        url: "rules.html".to_owned(),
        text: text.to_owned(),
        ..Page::default()
    };
    let pages = [page];
    let compiled =
        compile(&pages, "edition 1").unwrap_or_else(|wrong| panic!("{}", wrong.lines(&pages).join("\n")));
    Content { policy: compiled.policy, paperwork: compiled.paperwork }
}

/// The sample's policy and paperwork.
pub(crate) fn content() -> &'static Content {
    &CONTENT
}

/// Those of the sample with stages.
pub(crate) fn stages() -> &'static Content {
    &STAGES_CONTENT
}

/// A case of the sample: its answers, then what is written, each as `place = text`.
pub(crate) fn case(answers: &str, texts: &[(&str, &str)]) -> Case {
    let mut case = Case::default();
    for line in answers.split(';').map(str::trim).filter(|line| !line.is_empty()) {
        let (id, given) = line.split_once('=').expect("an answer is `id = answer`");
        let (id, given) = (id.trim().to_owned(), given.trim());
        let answer = if id == "kinds" {
            Answer::Many(
                given.split(',').map(|choice| choice.trim().to_owned()).filter(|c| !c.is_empty()).collect(),
            )
        } else {
            Answer::One(given.to_owned())
        };
        case.answers.insert(id, answer);
    }
    for (key, text) in texts {
        case.write(key, (*text).to_owned());
    }
    case
}

/// Answers that come to a decision.
pub(crate) const DECIDE: &str = "danger = no; kinds = calls; told = yes";

/// A case under the sample's policy.
pub(crate) fn case_view(case: &Case) -> CaseView<'_> {
    CaseView::new(content(), case)
}
