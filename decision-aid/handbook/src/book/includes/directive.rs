//! The directives of mdBook's `links` preprocessor: `{{#include file}}`, with a range of lines or an anchor, and its kin.
//! `{{#setting name}}` is this project's own.

use super::setting::Setting;
use policy_compiler::nearest;
use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::LazyLock;

/// What a page asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Directive<'a> {
    /// `\{{#…}}`: the directive itself, as text.
    Escaped,
    /// `{{#include file:part}}`
    Include(&'a str, Part<'a>),
    /// `{{#rustdoc_include file:part}}`: the whole file, with what is not the part hidden.
    RustdocInclude(&'a str, Part<'a>),
    /// `{{#playground file attributes}}`: a block of code.
    Playground(&'a str, Vec<&'a str>),
    /// `{{#title …}}`: what the page is called in the browser's title bar.
    Title(&'a str),
    /// `{{#setting name words}}`: the value of a contact detail, with the words of the link where it is one.
    Setting(Setting<'a>),
    /// A directive that nothing knows, by its name, which is all but `setting`.
    Misspelt(&'a str),
}

/// Which lines of a file are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// By number, counted from 0.
    Lines(Range<usize>),
    /// Between the lines with `ANCHOR: name` and `ANCHOR_END: name`.
    Anchor(&'a str),
}

impl Part<'_> {
    /// The whole file.
    pub(super) const WHOLE: Self = Part::Lines(0..usize::MAX);
}

#[allow(clippy::expect_used, reason = "the pattern is constant, and every test reads it")]
static DIRECTIVE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\\\{\{#.*\}\}|\{\{\s*#(?<kind>[a-zA-Z0-9_]+)\s+(?<rest>[^}]+)\}\}")
        .expect("the pattern is sound")
});

/// The directives in a text, each with its span.
pub(super) fn directives(text: &str) -> impl Iterator<Item = (Range<usize>, Directive<'_>)> {
    DIRECTIVE.captures_iter(text).filter_map(|found| Some((found.get(0)?.range(), directive(&found)?)))
}

fn directive<'a>(found: &Captures<'a>) -> Option<Directive<'a>> {
    let Some((kind, rest)) = found.name("kind").zip(found.name("rest")) else {
        return Some(Directive::Escaped);
    };
    let rest = rest.as_str();
    let mut words = rest.split_whitespace();
    let (path, part) = match words.next() {
        Some(file) => file.split_once(':').map_or((file, Part::WHOLE), |(path, rest)| (path, part(rest))),
        None => ("", Part::WHOLE),
    };
    match kind.as_str() {
        "title" => Some(Directive::Title(rest)),
        _ if rest.trim().is_empty() => None,
        "include" => Some(Directive::Include(path, part)),
        "rustdoc_include" => Some(Directive::RustdocInclude(path, part)),
        "playground" | "playpen" => {
            let mut words = rest.split_whitespace();
            Some(Directive::Playground(words.next()?, words.collect()))
        }
        "setting" => {
            let (name, words) = rest.trim().split_once(char::is_whitespace).unwrap_or((rest.trim(), ""));
            Some(Directive::Setting(Setting { name, words: words.trim() }))
        }
        // Other preprocessors may have directives of their own.
        other => nearest(other, ["setting"]).map(|_| Directive::Misspelt(other)),
    }
}

/// `2:5`, `2:`, `:5`, `2` or the name of an anchor.
fn part(text: &str) -> Part<'_> {
    let mut numbers = text.splitn(3, ':');
    let first = numbers.next().unwrap_or_default();
    let start = match first.parse::<usize>() {
        Ok(number) => Some(number.saturating_sub(1)),
        Err(_) if first.is_empty() => None,
        Err(_) => return Part::Anchor(first),
    };
    let end = numbers.next().map(|number| number.parse::<usize>().unwrap_or(usize::MAX));
    Part::Lines(match (start, end) {
        (Some(start), None) => start..start + 1,
        (None, None) => 0..usize::MAX,
        (start, Some(end)) => start.unwrap_or(0)..end,
    })
}

#[cfg(test)]
mod tests {
    use super::{Directive, Part, Setting, directives};

    #[test]
    fn every_form_is_read_as_mdbook_reads_it() {
        for (text, expected) in [
            ("{{#include a.md}}", Directive::Include("a.md", Part::WHOLE)),
            ("{{ #include a.md:2:5 }}", Directive::Include("a.md", Part::Lines(1..5))),
            ("{{#include a.md:2}}", Directive::Include("a.md", Part::Lines(1..2))),
            ("{{#include a.md:2:}}", Directive::Include("a.md", Part::Lines(1..usize::MAX))),
            ("{{#include a.md::5}}", Directive::Include("a.md", Part::Lines(0..5))),
            ("{{#include a.md:}}", Directive::Include("a.md", Part::WHOLE)),
            ("{{#include a.md:some}}", Directive::Include("a.md", Part::Anchor("some"))),
            ("{{#rustdoc_include a.rs:some}}", Directive::RustdocInclude("a.rs", Part::Anchor("some"))),
            ("{{#playground a.rs editable x}}", Directive::Playground("a.rs", vec!["editable", "x"])),
            ("{{#title A title}}", Directive::Title("A title")),
            ("{{#setting phone}}", Directive::Setting(Setting { name: "phone", words: "" })),
            (
                "{{#setting review  ask for a review }}",
                Directive::Setting(Setting { name: "review", words: "ask for a review" }),
            ),
            ("{{#seting phone}}", Directive::Misspelt("seting")),
            ("{{#settings phone}}", Directive::Misspelt("settings")),
            ("\\{{#include a.md}}", Directive::Escaped),
        ] {
            let found: Vec<_> = directives(text).collect();
            assert_eq!(found, [(0..text.len(), expected)], "{text}");
        }
    }

    #[test]
    fn what_is_no_directive_is_left_alone() {
        for text in
            ["{{#include}}", "{{#include   }}", "{{include a}}", "{{#unknown a}}", "{{#include a", "{{}}"]
        {
            assert_eq!(directives(text).count(), 0, "{text}");
        }
    }
}
