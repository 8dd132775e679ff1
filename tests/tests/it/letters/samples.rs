//! Each letter in each of its variants, as the customer gets it, in `golden/letters.txt`: to be read aloud.

use casework::{Case, CaseView, Screen};
use document::to_markdown;
use expect_test::expect_file;
use handbook_tests::{CONTENT, HANDBOOK};
use policy::{Answer, AnswerKind, walk};

/// The evidence in every case, by question.
const EVIDENCE: [(&str, &str); 5] = [
    (
        "behaviour",
        "On 4 January 2027, you rang the office 14 times before noon.\nOn 11 January 2027, you shouted at the officer who answered.",
    ),
    (
        "contacts",
        "On 4 January 2027, there were 14 calls.\nOn 6 January 2027, there were 9 calls and 12 emails.",
    ),
    ("hinders", "The officers who answered could not work on the repairs in your street on those days."),
    ("immediate-risk", "This put the staff at the front desk at immediate risk."),
    ("grounds-to-continue", "Since the decision, you rang the office 20 times on 12 January 2027."),
];

/// What is written in each letter, where the letter has the field.
const IN_LETTERS: [(&str, &str); 7] = [
    ("date", "2027-02-02"),
    ("change", "give us until the date we named before you ask again"),
    ("by", "2027-03-01"),
    ("policy-copy", "a copy is with this letter"),
    ("examples", "On 4 January 2027, there were 14 calls."),
    ("reply-by", "2027-02-19"),
    ("reply-to", "by letter to the Customer Relations team"),
];

/// What every case has written down, by field.
const WRITTEN: [(&str, &str); 24] = [
    ("case-reference", "CH-114"),
    ("matter", "the road works in your street"),
    ("decided-on", "2027-02-01"),
    ("first-decision", "2026-08-03"),
    ("starts-on", "2027-02-08"),
    ("ends-on", "2027-07-30"),
    ("ended-on", "2027-02-08"),
    ("limit-since", "3 May 2026"),
    ("limit-set-by", "A team manager, as a divert in the phone system"),
    ("limit-missed", "While the divert was on, nobody answered the nine calls that you made."),
    ("told-again", "The team at the front desk\nThe contact centre"),
    ("removed", "The divert on the main number, on 8 February 2027"),
    ("scope", "service"),
    ("ends-sooner", "If two months pass without such calls, ask us and we will look at this again."),
    ("stays-open", "The drop-in hour on Tuesdays"),
    ("ask-review", "Write to the Customer Relations team, or ring them on 01234 567890."),
    ("contact-point-who", "the Customer Relations team, 01234 567890"),
    ("assessor", "the Head of Highways"),
    ("review-date", "2027-07-26"),
    ("why-other-review-date", "The limits end that week."),
    ("review-asked-by", "The review date came."),
    ("reviewer", "The Director of Place"),
    ("accessible-route", "none-known"),
    ("completed-by", "Team manager, highways"),
];

/// A case of the handbook, what is decided in it, and what is written about that.
struct Sample {
    letter: &'static str,
    title: &'static str,
    scenario: &'static str,
    decided: &'static [(&'static str, &'static [(&'static str, &'static str)])],
}

const TERMS: &str = "You can ring us twice in each week, for up to 10 minutes each time.\nWe will meet you only at our office in the high street.";

const SAMPLES: [Sample; 9] = [
    Sample { letter: "warning-letter", title: "A warning", scenario: "polite-but-heavy", decided: &[] },
    Sample {
        letter: "decision-letter",
        title: "Limits on contact, several together",
        scenario: "nine-calls-before-lunch",
        decided: &[
            (
                "limit-contacts",
                &[("period", "week"), ("calls", "2"), ("call-minutes", "10"), ("messages", "3")],
            ),
            ("named-staff", &[("member", "the Highways duty officer")]),
            (
                "office-appointment",
                &[("office", "the office in the high street"), ("book", "ring your point of contact")],
            ),
        ],
    },
    Sample {
        letter: "decision-letter",
        title: "A building, with a last day of its own",
        scenario: "nine-calls-before-lunch",
        decided: &[(
            "keep-out",
            &[
                ("building", "the library in the high street"),
                ("last-day", "2027-04-30"),
                ("stays-possible", "a visit agreed with the manager"),
                ("instead", "by phone"),
            ],
        )],
    },
    Sample {
        letter: "on-the-spot-notice",
        title: "On the spot",
        scenario: "the-depot-gate",
        decided: &[("short-term-access", &[("building", "the library in the high street")])],
    },
    Sample {
        letter: "review-letter",
        title: "Lifted",
        scenario: "the-council-asks",
        decided: &[("lift", &[])],
    },
    Sample {
        letter: "review-letter",
        title: "Changed",
        scenario: "three-months-in",
        decided: &[("modify", &[("terms", TERMS), ("stricter", "no")])],
    },
    Sample {
        letter: "review-letter",
        title: "Continued",
        scenario: "three-months-in",
        decided: &[("continue", &[("terms", TERMS)])],
    },
    Sample {
        letter: "letter-before-a-review",
        title: "Before a review",
        scenario: "three-months-in",
        decided: &[],
    },
    Sample {
        letter: "apology-letter",
        title: "An apology",
        scenario: "the-sister-rings",
        decided: &[("lift", &[])],
    },
];

impl Sample {
    /// The case, with everything written that its letter needs.
    fn case(&self) -> Case {
        let scenario = HANDBOOK.scenarios.iter().find(|scenario| scenario.id == self.scenario);
        let mut case =
            Case { answers: scenario.expect("the handbook has it").answers.clone(), ..Case::default() };
        // The story of a case need not answer all that the aid asks; a letter comes with a result.
        while let Some(question) = walk(&HANDBOOK.policy, &case.answers).next {
            let question = &HANDBOOK.policy[question];
            case.answers.insert(question.id.clone(), plain_answer(&question.answers));
        }
        let mut write = |key: String, text: &str| case.write(&key, text.to_owned());
        for (question, text) in EVIDENCE {
            write(format!("evidence/{question}"), text);
        }
        for (field, text) in WRITTEN {
            write(format!("record/{field}"), text);
        }
        for (field, text) in IN_LETTERS {
            write(format!("letter-field/{}/{field}", self.letter), text);
        }
        write("letter-field/warning-letter/category".to_owned(), "unreasonable");
        write("letter-field/on-the-spot-notice/category".to_owned(), "behaviour");
        write(
            "letter-field/on-the-spot-notice/contact".to_owned(),
            "the Customer Relations team, 01234 567890",
        );
        for option in &HANDBOOK.policy.options {
            write(format!("taken/{}", option.id), "no");
        }
        write("taken/contact-point".to_owned(), "yes");
        for (option, details) in self.decided {
            write(format!("taken/{option}"), "yes");
            ["why", "milder"]
                .iter()
                .for_each(|reason| write(format!("decision-reason/{reason}"), "Written down."));
            details.iter().for_each(|(detail, text)| write(format!("detail/{option}/{detail}"), text));
        }
        case
    }
}

/// No, none of these, or the first.
fn plain_answer(kind: &AnswerKind) -> Answer {
    match kind {
        AnswerKind::YesNo => Answer::One("no".to_owned()),
        AnswerKind::AnyOf(_) => Answer::Many(Vec::new()),
        AnswerKind::OneOf(choices) => Answer::One(choices[0].id.clone()),
    }
}

#[test]
fn each_letter_in_each_variant_is_as_in_the_golden_text() {
    let mut text = String::new();
    for sample in &SAMPLES {
        let case = sample.case();
        let view = CaseView::new(&CONTENT, &case);
        let letter = view.letters().into_iter().find(|letter| letter.id == sample.letter);
        let state = view.letter(letter.unwrap_or_else(|| panic!("{} has no letter", sample.title)));
        let missing = state.missing(Screen::Letter(0));
        assert!(missing.is_empty(), "{}: {missing:#?}", sample.title);
        text.push_str(&format!("==== {} ====\n\n{}\n", sample.title, to_markdown(&state.document())));
    }
    expect_file!["../../../golden/letters.txt"].assert_eq(&text);
}
