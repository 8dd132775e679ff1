//! Policies and pages much larger than the handbook: conditions that grow with the questions stay small, those that blow up
//! are refused in plain words, and no page is too long, too deep or too faulty to be read to its end.

use handbook_tests::large::{add, page, pairs, policy as large, questions};
use policy_compiler::{Compiled, Diagnostics, compile};
use std::fmt::Write;

fn compiled(text: String) -> Result<Compiled, Diagnostics> {
    compile(&[page(text)], "test")
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
    add(&mut text, "finding", "plain", "q0 and q1");
    add(&mut text, "finding", "knot", &knot);
    add(&mut text, "outcome", "some", "plain and not knot");
    add(&mut text, "outcome", "none", "not (plain and not knot)");
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
    add(&mut text, "outcome", "some", "q0");
    add(&mut text, "outcome", "none", "not q0");
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

/// What is wrong with a page, a line each. A report for people is made of it too.
fn wrong(text: &str) -> Vec<String> {
    let wrong = compiled(text.to_owned()).expect_err("the page is refused");
    let pages = [page(text.to_owned())];
    let shown = wrong.report(&pages, false).matches("error: ").count();
    assert_eq!(shown, wrong.iter().len().min(100));
    wrong.lines(&pages)
}

/// A page with one question, and a finding with a condition.
fn finding_when(when: &str) -> String {
    let mut text = questions(1);
    add(&mut text, "finding", "found", when);
    text
}

#[test]
fn a_condition_that_is_too_deep_or_too_long_is_refused() {
    let deep = "parentheses and `not` stand more than 50 deep in each other";
    let long = "it has more than 1000 names";
    let table = [
        (format!("{}q0{}", "(".repeat(8_000), ")".repeat(8_000)), deep, 59),
        (format!("{}q0", "not ".repeat(20_000)), deep, 209),
        (vec!["q0"; 1_000_000].join(" or "), long, 6_009),
        (format!("({})", vec!["q0"; 100_000].join(" or ")), long, 6_010),
    ];
    for (when, message, column) in table {
        let lines = wrong(&finding_when(&when));
        let help = "give a part of it a name of its own in a `condition` block, and say that name here";
        let line = format!("src/rules.md:23:{column}: this condition cannot be read: {message} ({help})");
        assert_eq!(lines, [line]);
    }
}

#[test]
fn conditions_as_deep_as_they_may_be_rest_on_each_other_as_often_as_they_may() {
    let deep = |name: &str| format!("{}{name}{}", "(q1 and not ".repeat(25), ")".repeat(25));
    let mut text = questions(2);
    add(&mut text, "finding", "f0", &deep("q0"));
    (1..50).for_each(|number| {
        add(&mut text, "finding", &format!("f{number}"), &deep(&format!("f{}", number - 1)));
    });
    add(&mut text, "outcome", "some", "q0");
    add(&mut text, "outcome", "none", "not q0");
    let compiled = compiled(text.clone())
        .unwrap_or_else(|wrong| panic!("{}", wrong.report(&[page(text.clone())], false)));
    assert_eq!(compiled.policy.findings.len(), 50);
    // One more rests on too many.
    add(&mut text, "finding", "f50", "f49 or q0");
    let lines = wrong(&text);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("`f50` rests on more than 50 findings and conditions in a chain"), "{lines:?}");
}

#[test]
fn a_chain_of_thousands_of_conditions_is_refused_once() {
    let mut text = questions(1);
    add(&mut text, "finding", "f0", "q0");
    (1..15_000).for_each(|number| {
        add(&mut text, "finding", &format!("f{number}"), &format!("f{}", number - 1));
    });
    let lines = wrong(&text);
    assert_eq!(lines.len(), 1, "{}", lines.len());
    assert!(lines[0].contains("`f50` rests on more than 50"), "{}", lines[0]);
    // And where the chain is a circle.
    let circle = text.replace("when = \"q0\"", "when = \"f14999\"");
    let lines = wrong(&circle);
    assert!(lines[0].contains("`f0` depends on itself"), "{}", &lines[0][..200]);
}

#[test]
fn thousands_of_wrong_names_are_all_reported() {
    let mut text = questions(3_000);
    let names: Vec<String> = (0..3_000).map(|number| format!("\"wrogn-{number}\"")).collect();
    let _ = writeln!(
        text,
        "```group\nid = \"more\"\ntitle = \"More?\"\nquestions = [{}]\n```\n",
        names.join(", ")
    );
    for names in names.chunks(500) {
        let when = names.join(" or ").replace('"', "");
        add(&mut text, "finding", &format!("f{}", names.len()), &when);
    }
    let lines = wrong(&text);
    let unknown =
        |kind: &str| lines.iter().filter(|line| line.contains(&format!("no {kind} `wrogn-"))).count();
    assert_eq!(unknown("question"), 3_000);
    assert_eq!(unknown("question, finding or condition"), 3_000);
}

#[test]
fn thousands_of_faulty_clauses_are_all_reported() {
    let clause = |number: usize| format!("c[rules.c{number}] shall LB-{number}\nText.\n\n");
    let text: String = (0..10_000).map(clause).collect();
    let lines = wrong(&text);
    assert_eq!(lines.len(), 10_000);
    assert!(
        lines[9_999].starts_with("src/rules.md:29998:16: `shall` is not the force of a clause"),
        "{}",
        lines[9_999]
    );
}

#[test]
fn more_than_can_be_numbered_is_refused() {
    let text: String = (0..70_000).map(|number| format!("c[rules.c{number}] must\nText.\n\n")).collect();
    let help = "(make several handbooks of this one)";
    assert_eq!(wrong(&text), [format!("src/rules.md:60001:3: there are more than 20000 clauses {help}")]);
    let lines = wrong(&questions(20_001));
    assert_eq!(lines.len(), 1, "{}", lines.len());
    assert!(lines[0].contains("there are more than 20000 blocks"), "{}", lines[0]);
    let lines = wrong(&questions(4_001));
    assert_eq!(lines.len(), 1, "{}", lines.len());
    assert!(lines[0].contains("the questions up to this one have more than 4000 answers"), "{}", lines[0]);
}

#[test]
fn a_block_with_thousands_of_parts_is_refused_without_delay() {
    let choices = |number: usize| format!("\n[[choices]]\nid = \"c{number}\"\nlabel = \"C\"\n");
    let choices: String = (0..10_000).map(choices).collect();
    let mut text = questions(1);
    let _ = writeln!(
        text,
        "```question\nid = \"many\"\nask = \"Q?\"\nshort = \"Q\"\nanswers = \"any-of\"\n{choices}```\n"
    );
    assert!(wrong(&text).iter().any(|line| line.contains("question `many` has more than 32 choices")));
    let rule = "\n[[rules]]\nstatus = \"open\"\nwhen = \"wrogn\"\nbecause = \"B.\"\n".repeat(10_000);
    let mut text = questions(1);
    let _ = writeln!(text, "```option\nid = \"act\"\nname = \"N\"\ndoes = \"D.\"\n{rule}```\n");
    let lines = wrong(&text);
    assert!(lines.iter().any(|line| line.contains("option `act` has more than 63 rules")));
    assert_eq!(lines.iter().filter(|line| line.contains("condition `wrogn`")).count(), 10_000);
}

#[test]
fn what_stands_too_deep_on_a_page_is_refused() {
    let nested = |opening: &str| format!("# Rules\n\n{}text\n", opening.repeat(10_000));
    for opening in ["> ", ">", "- ", "1. ", "> - "] {
        let lines = wrong(&nested(opening));
        assert_eq!(lines.len(), 1, "{opening}: {lines:?}");
        assert!(
            lines[0].contains("more than 30 lists, quotations or elements stand in each other here"),
            "{lines:?}"
        );
    }
    let emphasis = format!("# Rules\n\n{}text{}\n", "*a _b ".repeat(3_000), " b_ a*".repeat(3_000));
    let lines = wrong(&emphasis);
    assert_eq!(lines.len(), 1, "{lines:?}");
    for unclosed in ["[", "![", "*a_", "`", "<a ", "&", "[a](", "~~", "[^"] {
        assert!(compiled(unclosed.repeat(20_000)).is_ok(), "{unclosed}");
    }
}

#[test]
fn thousands_of_equal_headings_are_refused() {
    let lines = wrong(&"## Example\n\nText.\n\n".repeat(5_000));
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("this heading stands more than 200 times on this page"), "{lines:?}");
}

#[test]
fn html_that_nothing_closes_is_refused_element_by_element() {
    let lines = wrong(&"<div>\n".repeat(10_000));
    let unclosed = lines.iter().filter(|line| line.contains("`<div>` is not closed")).count();
    assert_eq!((unclosed, lines.len()), (10_000, 10_001));
}
