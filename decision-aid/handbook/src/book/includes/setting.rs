//! What a marker such as `{{#setting phone}}` becomes: the value of a contact detail, or a note that it is to be added.
//!
//! In text it is HTML, with links. In a block or other code it is plain words, so that a letter can name a detail too.

use crate::markup::{as_block, in_paragraph};
use crate::settings::address::Address;
use crate::settings::contact_details::{ContactDetail, ContactDetails, CrisisLine, Value};
use maud::{Markup, html};
use policy_compiler::suggestion;
use pulldown_cmark::{Event, Parser, Tag};
use std::ops::Range;

/// A marker: which detail it names, and the words of a link, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Setting<'a> {
    pub(super) name: &'a str,
    pub(super) words: &'a str,
}

/// Where a marker stands.
#[derive(Debug, Clone)]
pub(super) struct Position<'a> {
    pub(super) text: &'a str,
    pub(super) span: Range<usize>,
    /// The code in the text, as [`code`] finds it.
    pub(super) code: &'a [Range<usize>],
}

/// The stretches of a text that are code, in order.
pub(super) fn code(text: &str) -> Vec<Range<usize>> {
    let events = Parser::new(text).into_offset_iter();
    let code = |event: &Event<'_>| matches!(event, Event::Start(Tag::CodeBlock(_)) | Event::Code(_));
    events.filter(|(event, _)| code(event)).map(|(_, span)| span).collect()
}

impl Position<'_> {
    fn is_in_code(&self) -> bool {
        let after = self.code.partition_point(|code| code.start <= self.span.start);
        self.code[..after].last().is_some_and(|code| code.contains(&self.span.start))
    }

    /// Whether it stands where a link says what it leads to.
    fn is_target(&self) -> bool {
        ["](", "](<", "=\"", "='"].iter().any(|before| self.text[..self.span.start].ends_with(before))
    }

    /// Whether nothing but blanks stands on the same line.
    fn is_alone(&self) -> bool {
        let before = self.text[..self.span.start].trim_end_matches([' ', '\t']);
        let after = self.text[self.span.end..].trim_start_matches([' ', '\t', '\r']);
        (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
    }
}

impl Setting<'_> {
    /// What stands in the place of the marker.
    ///
    /// # Errors
    /// What is wrong with the marker, and what to write instead.
    pub(super) fn value(
        self,
        details: &ContactDetails,
        position: &Position<'_>,
    ) -> Result<String, (String, String)> {
        let detail = self.detail()?;
        let value = details.get(detail);
        if position.is_in_code() {
            return Ok(value.map_or_else(|| format!("[{}]", to_be_added(detail)), plain));
        }
        misplaced(detail, position)?;
        Ok(match value {
            Some(Value::CrisisLines(lines)) => format!("\n\n{}\n\n", as_block(crisis_lines(lines)).0),
            Some(value) => in_paragraph(shown(value, self.words)).0,
            None => in_paragraph(note(detail, self.words)).0,
        })
    }

    fn detail(self) -> Result<ContactDetail, (String, String)> {
        let Self { name, words } = self;
        let Some(detail) = ContactDetail::named(name) else {
            let known = ContactDetail::ALL.map(ContactDetail::name);
            let help = suggestion(name, known).unwrap_or_default();
            return Err((format!("there is no setting `{name}` that a page can show"), help));
        };
        if !words.is_empty() && !detail.is_link() {
            let message = format!("`{name}` is no link, so `{words}` would be shown nowhere");
            return Err((message, format!("write `{{{{#setting {name}}}}}`, and the words beside it")));
        }
        Ok(detail)
    }
}

/// What is wrong with the place of a marker in text.
fn misplaced(detail: ContactDetail, position: &Position<'_>) -> Result<(), (String, String)> {
    let name = detail.name();
    if position.is_target() {
        let words = if detail.is_link() { " words of the link" } else { "" };
        return Err((
            format!("the marker of `{name}` stands where the address of a link belongs"),
            format!("write `{{{{#setting {name}{words}}}}}` in place of the whole link"),
        ));
    }
    if detail == ContactDetail::CrisisLines && !position.is_alone() {
        return Err((
            format!("the list of `{name}` stands among other words"),
            format!(
                "write `{{{{#setting {name}}}}}` on a line of its own, with an empty line above and below"
            ),
        ));
    }
    Ok(())
}

fn to_be_added(detail: ContactDetail) -> String {
    format!("to be added: {}", detail.what())
}

/// What a preview shows instead of a value.
fn note(detail: ContactDetail, words: &str) -> Markup {
    let note = html! { mark class="to-be-added setting" { (to_be_added(detail)) } };
    if words.is_empty() {
        note
    } else {
        html! { (words) " (" (note) ")" }
    }
}

/// A value as HTML. The words of a link are its own, unless there are none.
fn shown(value: Value<'_>, words: &str) -> Markup {
    html! {
        @match value {
            Value::Number(number) => a href={ "tel:" (number.dialled()) } { (number) },
            Value::Words(words) => (words),
            Value::Link(address) => a href=(address.target()) {
                @if words.is_empty() { (address.shown()) } @else { (words) }
            },
            Value::Lines(lines) => @for (number, line) in lines.iter().enumerate() {
                @if number > 0 { br; }
                (line)
            },
            Value::CrisisLines(lines) => (crisis_lines(lines)),
        }
    }
}

fn crisis_lines(lines: &[CrisisLine]) -> Markup {
    html! {
        ul class="crisis-lines" {
            @for CrisisLine { name, number, hours } in lines {
                li {
                    strong { (name) } ": ring " a href={ "tel:" (number.dialled()) } { (number) } ", " (hours) "."
                }
            }
        }
    }
}

/// A value as plain words on one line, for the text of a block.
fn plain(value: Value<'_>) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Words(words) => words.to_string(),
        Value::Link(Address::Email(email)) => email.to_owned(),
        Value::Link(Address::Page(page)) => page.to_owned(),
        Value::Lines(lines) => joined(lines.iter().map(ToString::to_string), ", "),
        Value::CrisisLines(lines) => {
            let line = |CrisisLine { name, number, hours }: &CrisisLine| format!("{name}: {number}, {hours}");
            joined(lines.iter().map(line), "; ")
        }
    }
}

fn joined(parts: impl Iterator<Item = String>, by: &str) -> String {
    parts.collect::<Vec<_>>().join(by)
}

#[cfg(test)]
mod tests {
    use super::{ContactDetail, ContactDetails, Position, Setting, code};

    const DETAILS: &str = "phone = '01632 960000'\ntext-relay = '18001 01632 960000'\nbsl = 'Ask us for <b>*BSL*</b>'\n\
        address = ['A & B', '1 C_d_']\nreview = 'mailto:a@example.org'\nfeedback-policy = 'https://example.org/f/'\n\
        [[crisis-lines]]\nname = 'Ears'\nnumber = '116 123'\nhours = 'day and night'\n";

    fn details() -> ContactDetails {
        toml::from_str(DETAILS).expect("these are details")
    }

    /// What the only marker of a text becomes.
    fn value(name: &str, words: &str, text: &str) -> String {
        let code = code(text);
        let start = text.find("{{}}").expect("it has a marker");
        let position = Position { text, span: start..start + 4, code: &code };
        Setting { name, words }.value(&details(), &position).expect("it has a place there")
    }

    #[test]
    fn in_text_a_detail_is_html_in_which_its_words_mean_nothing() {
        for (name, words, expected) in [
            ("phone", "", "<a href=\"tel:01632960000\">01632 960000</a>"),
            ("text-relay", "", "<a href=\"tel:1800101632960000\">18001 01632 960000</a>"),
            ("bsl", "call us", "Ask us for &lt;b&gt;&#42;BSL&#42;&lt;/b&gt;"),
            ("address", "", "A &amp; B<br>1 C&#95;d&#95;"),
            ("review", "", "<a href=\"mailto:a@example.org\">a@example.org</a>"),
            ("feedback-policy", "", "<a href=\"https://example.org/f/\">example.org/f</a>"),
            (
                "feedback-policy",
                "the *Policy*",
                "<a href=\"https://example.org/f/\">the &#42;Policy&#42;</a>",
            ),
        ] {
            assert_eq!(value(name, words, "Ring {{}}."), expected, "{name}");
        }
        let lines = value("crisis-lines", "", "Ring:\n\n  {{}} \r\n\nNow.");
        assert_eq!(
            lines.trim(),
            "<ul class=\"crisis-lines\"><li><strong>Ears</strong>: ring <a href=\"tel:116123\">116 123</a>, day and night.</li></ul>"
        );
    }

    #[test]
    fn in_code_a_detail_is_plain() {
        for (name, expected) in [
            ("phone", "01632 960000"),
            ("address", "A & B, 1 C_d_"),
            ("feedback-policy", "https://example.org/f/"),
            ("review", "a@example.org"),
            ("crisis-lines", "Ears: 116 123, day and night"),
            ("ombudsman", "[to be added: the web address of the Ombudsman]"),
        ] {
            assert_eq!(value(name, "", "A `b`.\n\n```letter\ntext = {{}}\n```\n"), expected);
        }
    }

    #[test]
    fn what_is_not_set_is_to_be_added() {
        for detail in ContactDetail::ALL {
            let marker = Setting { name: detail.name(), words: "" };
            let alone = Position { text: "{{}}", span: 0..4, code: &[] };
            let said = marker.value(&ContactDetails::default(), &alone).expect("it has a place there");
            let what = detail.what();
            assert_eq!(said, format!("<mark class=\"to-be-added setting\">to be added&#58; {what}</mark>"));
        }
        assert_eq!(
            value("ombudsman", "the Ombudsman", "Ask {{}}."),
            "the Ombudsman (<mark class=\"to-be-added setting\">to be added&#58; the web address of the Ombudsman</mark>)"
        );
    }

    #[test]
    fn code_in_a_line_is_code_and_crisis_lines_stand_alone() {
        assert_eq!(value("phone", "", "Write `{{}}`."), "01632 960000");
        let text = "Ring {{}}";
        let among_words = Position { text, span: 5..9, code: &[] };
        let marker = Setting { name: "crisis-lines", words: "" };
        let (message, _) =
            marker.value(&details(), &among_words).expect_err("a list needs a line of its own");
        assert_eq!(message, "the list of `crisis-lines` stands among other words");
    }
}
