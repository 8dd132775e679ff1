//! Which slip is named for which text, and where.

use super::likely;

/// What is said of a text where the reader stopped at the first place of `at`, and the words that it is said of.
fn said(text: &'static str, at: &str) -> Option<(&'static str, &'static str)> {
    let start = text.find(at).unwrap();
    let slip = likely(text, &(start..start + at.len()))?;
    Some((&text[slip.span], slip.message))
}

#[test]
fn a_text_of_several_lines_is_named_where_it_opens() {
    let open = "title = \"A\"\nstory = \"\"\"\nOne.\nTwo.\nnotes = \"B\"\n";
    assert_eq!(said(open, "notes"), Some(("\"\"\"", "this text is opened and nowhere closed")));
    let second = "story = \"\"\"\nOne.\n\"\"\"\nmore = \"\"\"\nTwo.\n";
    assert_eq!(likely(second, &(0..1)).unwrap().span, 28..31);
    let closed = "story = \"\"\"\nOne.\n\"\"\"\nnotes = yes\n";
    assert_eq!(said(closed, "yes"), None);
}

#[test]
fn a_text_of_one_line_is_named_on_the_line_that_it_opens_on() {
    let message = "this text is not closed on its line";
    assert_eq!(said("title = \"A\nstory = \"B\"\n", "A"), Some(("\"A", message)));
    // The reader may only stop on the next line.
    assert_eq!(said("right = \"You\nsay so.\"\n", "so."), Some(("\"You", message)));
    assert_eq!(said("right = \"A \\\" mark\nstory = \"B\"\n", "A"), Some(("\"A \\\" mark", message)));
    assert_eq!(said("title = \"A\"\nstory B\n", "B"), None);
}

#[test]
fn marks_of_the_wrong_kind_are_named_as_such() {
    assert_eq!(said("title = “A”\n", "“A”"), Some(("“A”", "the quotation marks around this are curly")));
    let inside = "there are quotation marks inside this text";
    assert_eq!(said("title = \"A \"b\" c\"\n", "b\" c"), Some(("\"A \"b\" c\"", inside)));
    assert_eq!(said("cites = [\"a\", \"b\" \"c\"]\n", "\"c\""), None);
}
