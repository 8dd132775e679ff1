//! Policies much larger than the handbook: conditions that grow with the questions stay small, and those that blow up
//! are refused in plain words.

use policy_compiler::{Compiled, Diagnostics, Page, compile};
use std::fmt::Write;

fn compiled(text: String) -> Result<Compiled, Diagnostics> {
    compile(&[page(text)], "test")
}

fn page(text: String) -> Page {
    Page { file: "src/rules.md".to_owned(), url: "rules.html".to_owned(), text, ..Page::default() }
}

/// A page with so many yes-no questions, asked in the order of their numbers.
fn questions(count: usize) -> String {
    let mut text = "# Rules\n\nc[rules.all] must LB-1\nAll rules.\n\n".to_owned();
    for number in 0..count {
        let _ = writeln!(
            text,
            "```question\nid = \"q{number}\"\nask = \"Q?\"\nshort = \"Q\"\nanswers = \"yes-no\"\n```\n"
        );
    }
    let ids: Vec<String> = (0..count).map(|number| format!("\"q{number}\"")).collect();
    let _ =
        writeln!(text, "```group\nid = \"all\"\ntitle = \"All?\"\nquestions = [{}]\n```\n", ids.join(", "));
    text
}

fn thing(text: &mut String, kind: &str, id: &str, when: &str) {
    let _ = writeln!(text, "```{kind}\nid = \"{id}\"\nname = \"N\"\nsays = \"S.\"\nwhen = \"{when}\"\n```\n");
}

/// The questions in pairs, any of which is enough: `(q0 and q1) or (q2 and q3) or …`, with the partner of each found
/// by `partner`.
fn pairs(count: usize, first: impl Fn(usize) -> usize, second: impl Fn(usize) -> usize) -> String {
    let pairs = (0..count / 2).map(|pair| format!("(q{} and q{})", first(pair), second(pair)));
    pairs.collect::<Vec<_>>().join(" or ")
}

/// A policy whose conditions grow with its questions: a finding for each neighbours, a chain of named conditions, an
/// outcome that reads everything.
fn large(count: usize) -> String {
    let mut text = questions(count);
    for number in 1..count {
        thing(&mut text, "finding", &format!("f{number}"), &format!("q{} and not q{number}", number - 1));
    }
    let any = pairs(count, |pair| pair * 2, |pair| pair * 2 + 1);
    thing(&mut text, "outcome", "some", &any);
    thing(&mut text, "outcome", "none", &format!("not ({any})"));
    let _ = writeln!(
        text,
        "```option\nid = \"act\"\nname = \"N\"\ndoes = \"D.\"\nin = [\"some\"]\n\n[[rules]]\nstatus = \"warranted\"\n\
         when = \"q0\"\nbecause = \"B.\"\n\n[[rules]]\nstatus = \"not-warranted\"\nbecause = \"B.\"\n```\n"
    );
    text
}

fn nodes(count: usize) -> usize {
    let text = large(count);
    let pages = [page(text)];
    let compiled = compile(&pages, "test").unwrap_or_else(|wrong| panic!("{}", wrong.report(&pages, false)));
    assert_eq!(compiled.policy.questions.len(), count);
    compiled.policy.diagrams.nodes.len()
}

#[test]
fn diagrams_grow_with_the_questions_and_no_faster() {
    let (small, large) = (nodes(100), nodes(500));
    assert!(small > 100, "{small} nodes for 100 questions");
    // Five times the questions: about five times the nodes.
    assert!((4 * small..6 * small).contains(&large), "{small} nodes for 100 questions, {large} for 500");
}

#[test]
fn a_policy_that_blows_up_is_refused_by_name() {
    // All the first halves are asked before any second half, so that every one of them has to be remembered.
    let count = 100;
    let mut text = questions(count);
    let knot = pairs(count, |pair| pair, |pair| pair + 50);
    thing(&mut text, "finding", "plain", "q0 and q1");
    thing(&mut text, "finding", "knot", &knot);
    thing(&mut text, "outcome", "some", "plain and not knot");
    thing(&mut text, "outcome", "none", "not (plain and not knot)");
    let wrong = compiled(text.clone()).expect_err("the diagrams cannot be made");
    let at = text[..text.find("\"knot\"").expect("it stands there")].matches('\n').count() + 1;
    assert_eq!(
        wrong.lines(&[page(text)]),
        [format!(
            "src/rules.md:{at}:7: the decision diagram of the finding `knot` outgrew 200000 nodes (let this condition \
             read fewer questions, or ask the questions that it joins next to each other: move them in their `group`)"
        )]
    );
}

#[test]
fn a_rule_that_blows_up_is_refused_by_its_number() {
    let mut text = questions(100);
    thing(&mut text, "outcome", "some", "q0");
    thing(&mut text, "outcome", "none", "not q0");
    let knot = pairs(100, |pair| pair, |pair| pair + 50);
    let _ = writeln!(
        text,
        "```option\nid = \"act\"\nname = \"N\"\ndoes = \"D.\"\n\n[[rules]]\nstatus = \"open\"\nwhen = \"q1\"\n\
         because = \"First.\"\n\n[[rules]]\nstatus = \"warranted\"\nwhen = \"{knot}\"\nbecause = \"Second.\"\n\n\
         [[rules]]\nstatus = \"not-warranted\"\nbecause = \"Last.\"\n```\n"
    );
    let wrong = compiled(text.clone()).expect_err("the diagrams cannot be made");
    let lines = wrong.lines(&[page(text)]);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("rule 2 of the option `act` outgrew 200000 nodes"), "{}", lines[0]);
}
