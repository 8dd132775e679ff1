//! Conditions, as tables: every form of the grammar, and every way to get it wrong.

use super::{Expression, KEYWORDS, MOST_DEPTH, MOST_NAMES, Name, parse};
use proptest::collection::vec;
use proptest::prelude::*;

/// An expression written out with every part in brackets.
fn shown(expression: &Expression) -> String {
    let list = |word: &str, parts: &[Expression]| {
        format!("({word} {})", parts.iter().map(shown).collect::<Vec<_>>().join(" "))
    };
    match expression {
        Expression::Name(name) => name.text.clone(),
        Expression::Choice(question, choice) => format!("{}.{}", question.text, choice.text),
        Expression::Call(function, argument) => format!("{}({})", function.text, argument.text),
        Expression::Not(inner) => format!("(not {})", shown(inner)),
        Expression::All(parts) => list("and", parts),
        Expression::Any(parts) => list("or", parts),
        Expression::Implies(given, then) => format!("(implies {} {})", shown(given), shown(then)),
    }
}

#[test]
fn every_form_is_read() {
    let table = [
        ("criminal", "criminal"),
        ("people-at-risk", "people-at-risk"),
        ("part-2", "part-2"),
        ("behaviour.covert-recording", "behaviour.covert-recording"),
        ("any(behaviour)", "any(behaviour)"),
        ("outcome(may-decide)", "outcome(may-decide)"),
        ("not-sure(criminal)", "not-sure(criminal)"),
        ("not a", "(not a)"),
        ("not not a", "(not (not a))"),
        ("not a.b", "(not a.b)"),
        ("not any(a)", "(not any(a))"),
        ("a and b", "(and a b)"),
        ("a and b and c", "(and a b c)"),
        ("a or b", "(or a b)"),
        ("a or b or c", "(or a b c)"),
        ("a implies b", "(implies a b)"),
        // `not` takes the next term only; `and` and `or` come before `implies`.
        ("not a and b", "(and (not a) b)"),
        ("a and not b", "(and a (not b))"),
        ("a or b implies c and d", "(implies (or a b) (and c d))"),
        ("not (a or b)", "(not (or a b))"),
        ("(a)", "a"),
        ("((a))", "a"),
        ("(a and b) or c", "(or (and a b) c)"),
        ("a and (b or (c and d))", "(and a (or b (and c d)))"),
        ("(a implies b) implies c", "(implies (implies a b) c)"),
        ("a implies (b implies c)", "(implies a (implies b c))"),
        // A word that only begins like one of the language's own is a name.
        ("order and nothing", "(and order nothing)"),
        ("android or oracle", "(or android oracle)"),
        // Space, and lines, are free.
        ("  a  and\tb ", "(and a b)"),
        ("a\nand b\n", "(and a b)"),
        ("a and(b or c)", "(and a (or b c))"),
        ("not(a)", "(not a)"),
        ("any ( a )", "any(a)"),
    ];
    for (text, expected) in table {
        let read = parse(text).map(|expression| shown(&expression));
        assert_eq!(read.as_deref().map_err(|error| &error.message), Ok(expected), "`{text}`");
    }
}

#[test]
fn every_name_knows_its_place() {
    let text = "not (a-1 or bb.ccc) implies any(d)";
    let mut places = Vec::new();
    collect(&parse(text).expect("it is a condition"), &mut places);
    let written: Vec<&str> = places.iter().map(|name| &text[name.span.clone()]).collect();
    assert_eq!(written, ["a-1", "bb", "ccc", "any", "d"]);
    assert!(places.iter().all(|name| name.text == text[name.span.clone()]));
}

fn collect(expression: &Expression, into: &mut Vec<Name>) {
    match expression {
        Expression::Name(name) => into.push(name.clone()),
        Expression::Choice(left, right) | Expression::Call(left, right) => {
            into.extend([left.clone(), right.clone()]);
        }
        Expression::Not(inner) => collect(inner, into),
        Expression::All(parts) | Expression::Any(parts) => parts.iter().for_each(|part| collect(part, into)),
        Expression::Implies(left, right) => [left, right].into_iter().for_each(|part| collect(part, into)),
    }
}

#[test]
fn every_mistake_is_named_at_its_place() {
    let table = [
        // the condition; what the error points at; its message
        ("", "", "expected an id, found the end"),
        ("   ", "", "expected an id, found the end"),
        ("a and", "", "expected an id, found the end"),
        ("a and or b", "or", "expected an id, found `or`"),
        ("and a", "and", "expected an id, found `and`"),
        ("not", "", "expected an id, found the end"),
        ("a implies", "", "expected an id, found the end"),
        ("a.", "", "expected an id, found the end"),
        ("a.(b)", "(", "expected an id, found `(`"),
        (".a", ".", "expected an id, found `.`"),
        ("any()", ")", "expected an id, found `)`"),
        ("any(not a)", "not", "expected an id, found `not`"),
        ("any(a.b)", ".", "expected `)`, found `.`"),
        ("any(a", "", "expected `)`, found the end"),
        ("()", ")", "expected an id, found `)`"),
        ("(a", "", "expected `)`, found the end"),
        ("(a and b", "", "expected `)`, found the end"),
        ("(a b)", "b", "expected `)`, found `b`"),
        ("2nd and a", "2nd", "expected an id, found `2nd`"),
        ("-a", "-a", "expected an id, found `-a`"),
        ("a)", ")", "`)` does not belong here"),
        ("a b", "b", "`b` does not belong here"),
        ("a not b", "not", "`not` does not belong here"),
        ("a.b.c", ".", "`.` does not belong here"),
        ("a implies b implies c", "implies", "`implies` does not belong here"),
        ("a and b or c", "or", "`and` and `or` stand side by side"),
        ("a or b and c", "and", "`and` and `or` stand side by side"),
        ("(a and b or c) and d", "or", "`and` and `or` stand side by side"),
        ("a = b", "=", "a condition cannot contain `=`"),
        ("a && b", "&", "a condition cannot contain `&`"),
        ("a, b", ",", "a condition cannot contain `,`"),
        ("a AND b", "A", "a condition cannot contain `A`"),
        ("a and é", "é", "a condition cannot contain `é`"),
        ("a and “b”", "“", "a condition cannot contain `“`"),
    ];
    for (text, at, message) in table {
        let error = parse(text).expect_err(text);
        assert_eq!(error.message, message, "`{text}`");
        assert!(!error.help.is_empty(), "`{text}`");
        assert_eq!(&text[error.span.clone()], at, "`{text}` points at {:?}", error.span);
        if at.is_empty() {
            assert_eq!(error.span, text.len()..text.len(), "`{text}` points at its end");
        }
    }
}

#[test]
fn of_several_places_the_right_one_is_named() {
    let table = [("a and b and c or d", 14..16), ("or or a", 0..2), ("(a)) and b)", 3..4), ("a b b", 2..3)];
    for (text, span) in table {
        assert_eq!(parse(text).expect_err(text).span, span, "`{text}`");
    }
}

#[test]
fn each_mistake_comes_with_its_own_advice() {
    let table = [
        ("a and b or c", "put parentheses around what belongs together"),
        ("a; b", "write it with ids in small letters, `and`, `or`, `not`, `implies` and parentheses"),
        ("a b", "join conditions with `and` or `or`, and close every parenthesis once"),
        ("a and", "a condition reads like `criminal or (persistent and not modified)`"),
    ];
    for (text, help) in table {
        assert_eq!(parse(text).expect_err(text).help, help, "`{text}`");
    }
}

#[test]
fn a_condition_is_bounded_in_depth() {
    let nested = |count: usize| format!("{}a{}", "(".repeat(count), ")".repeat(count));
    let negated = |count: usize| format!("{}a", "not ".repeat(count));
    for sound in [nested(MOST_DEPTH), negated(MOST_DEPTH)] {
        assert!(parse(&sound).is_ok(), "{sound}");
    }
    let message = "parentheses and `not` stand more than 50 deep in each other";
    // Those with thousands would overflow the stack before they are read to the end.
    for count in [MOST_DEPTH + 1, 8_000, 200_000] {
        let error = parse(&nested(count)).expect_err("it is too deep");
        assert_eq!((error.message.as_str(), error.span), (message, 50..51), "{count}");
        let error = parse(&negated(count)).expect_err("it is too deep");
        assert_eq!((error.message.as_str(), error.span), (message, 200..203), "{count}");
    }
    // What stands side by side is not deep.
    let wide = vec!["(not (not a))"; 500].join(" or ");
    assert!(parse(&wide).is_ok());
}

#[test]
fn a_condition_is_bounded_in_length() {
    let joined = |count: usize| vec!["a"; count].join(" or ");
    assert!(parse(&joined(MOST_NAMES)).is_ok());
    for count in [MOST_NAMES + 1, 100_000] {
        let error = parse(&joined(count)).expect_err("it is too long");
        assert_eq!((error.message.as_str(), error.span), ("it has more than 1000 names", 5_000..5_001));
    }
    let choices = vec!["a.b"; 600].join(" or ");
    let error = parse(&choices).expect_err("a choice has two names");
    assert_eq!(error.message, "it has more than 1000 names");
}

/// An expression as people write it: with parentheses where they are needed, and no others.
fn written(expression: &Expression) -> String {
    let joined = |word: &str, parts: &[Expression]| parts.iter().map(term).collect::<Vec<_>>().join(word);
    match expression {
        Expression::Not(inner) => format!("not {}", term(inner)),
        Expression::All(parts) => joined(" and ", parts),
        Expression::Any(parts) => joined(" or ", parts),
        Expression::Implies(given, then) => format!("{} implies {}", operand(given), operand(then)),
        short => shown(short),
    }
}

fn operand(expression: &Expression) -> String {
    let bare = written(expression);
    if matches!(expression, Expression::Implies(..)) { format!("({bare})") } else { bare }
}

fn term(expression: &Expression) -> String {
    let bare = written(expression);
    match expression {
        Expression::All(_) | Expression::Any(_) | Expression::Implies(..) => format!("({bare})"),
        _ => bare,
    }
}

fn names() -> impl Strategy<Value = Name> {
    let id =
        "[a-z][a-z0-9-]{0,5}".prop_filter("a word of the language", |id| !KEYWORDS.contains(&id.as_str()));
    id.prop_map(|text| Name { text, span: 0..0 })
}

fn expressions() -> impl Strategy<Value = Expression> {
    let leaf = prop_oneof![
        names().prop_map(Expression::Name),
        (names(), names()).prop_map(|(question, choice)| Expression::Choice(question, choice)),
        (names(), names()).prop_map(|(function, argument)| Expression::Call(function, argument)),
    ];
    leaf.prop_recursive(5, 40, 4, |inner| {
        let boxed = inner.clone().prop_map(Box::new);
        prop_oneof![
            boxed.clone().prop_map(Expression::Not),
            vec(inner.clone(), 2..5).prop_map(Expression::All),
            vec(inner, 2..5).prop_map(Expression::Any),
            (boxed.clone(), boxed).prop_map(|(given, then)| Expression::Implies(given, then)),
        ]
    })
}

/// Words, signs and space in any order: seldom a condition.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        8 => proptest::sample::select(vec![" ", "(", ")", ".", "and", "or", "not", "implies", "any(", "a", "b-2"])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(expression in expressions()) {
        let text = written(&expression);
        let read = parse(&text).map(|read| shown(&read));
        prop_assert_eq!(read.map_err(|error| error.message), Ok(shown(&expression)), "{}", text);
    }

    #[test]
    fn what_is_no_condition_is_refused_at_a_place_in_it(text in scraps()) {
        match parse(&text) {
            Ok(read) => prop_assert_eq!(parse(&written(&read)).map(|again| shown(&again)), Ok(shown(&read))),
            Err(error) => prop_assert!(text.get(error.span.clone()).is_some(), "{:?} of {:?}", error, text),
        }
    }
}
