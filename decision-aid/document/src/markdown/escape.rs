//! How a character is written so that no reader of Markdown acts on it.

/// Where a character stands in its line.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// Whether it is the first of the line.
    pub(super) first: bool,
    /// Whether it is the last of the line.
    pub(super) last: bool,
    /// Whether only digits stand before it in the line, and one at least.
    pub(super) after_number: bool,
    /// Whether it touches the mark of a strong or stressed piece that only holds beside punctuation.
    pub(super) must_be_punctuation: bool,
}

/// Writes one character.
pub(super) fn push(out: &mut String, character: char, before_slash: bool, place: Place) {
    let by_code = if character.is_whitespace() {
        place.first || place.last
    } else {
        place.must_be_punctuation && !character.is_ascii_punctuation()
    };
    if by_code {
        out.push_str("&#");
        out.push_str(&u32::from(character).to_string());
        out.push(';');
        return;
    }
    if is_special(character, before_slash, place) || (character == '.' && ends_in_www(out)) {
        out.push('\\');
    }
    out.push(character);
}

/// Whether Markdown, or the extensions that are in common use, may act on a character where it stands.
fn is_special(character: char, before_slash: bool, place: Place) -> bool {
    match character {
        // Code, emphasis, links, HTML, entities, table cells, formulas, attributes, headings; `@` makes an
        // address a link.
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '^' | '{' | '}' | '='
        | '#' | '@' => true,
        // List items, rules, and what stands below the text of a heading.
        '-' | '+' => place.first,
        // A definition, or the start of an address.
        ':' => place.first || before_slash,
        '.' | ')' => place.after_number,
        _ => false,
    }
}

/// Whether a dot now would make a bare address a link.
fn ends_in_www(out: &str) -> bool {
    let mut count = 0;
    for byte in out.bytes().rev() {
        if count == 3 || !byte.eq_ignore_ascii_case(&b'w') {
            break;
        }
        count += 1;
    }
    count == 3
}
