//! How a character is written so that Markdown takes it literally.

/// What surrounds a character.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// Whether it is the first of the line.
    pub(super) starts_line: bool,
    /// Whether it is the last of the line.
    pub(super) ends_line: bool,
    /// Whether the line before it consists of digits, and of at least one.
    pub(super) after_number: bool,
    /// Whether a slash follows it.
    pub(super) before_slash: bool,
    /// Whether it touches a delimiter that only works beside punctuation.
    pub(super) must_be_punctuation: bool,
}

/// Writes one character.
pub(super) fn push_escaped(out: &mut String, character: char, context: Context) {
    let needs_reference = if character.is_whitespace() {
        context.starts_line || context.ends_line
    } else {
        context.must_be_punctuation && !character.is_ascii_punctuation()
    };
    if needs_reference {
        out.push_str(&format!("&#{};", u32::from(character)));
        return;
    }
    if is_special(character, context) || (character == '.' && ends_in_www(out)) {
        out.push('\\');
    }
    out.push(character);
}

/// Whether Markdown, or an extension in common use, may give a character a meaning in its context.
fn is_special(character: char, context: Context) -> bool {
    match character {
        // Code, emphasis, links, HTML, character references, table cells, formulas, attributes and headings; `@` makes an
        // email address a link.
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '^' | '{' | '}' | '='
        | '#' | '@' => true,
        // List items, thematic breaks, and the underlines of headings.
        '-' | '+' => context.starts_line,
        // A definition, or the start of a URL.
        ':' => context.starts_line || context.before_slash,
        // The marker of a numbered item.
        '.' | ')' => context.after_number,
        _ => false,
    }
}

/// Whether a dot after this text would make a bare address a link.
fn ends_in_www(text: &str) -> bool {
    text.as_bytes().last_chunk::<3>().is_some_and(|end| end.eq_ignore_ascii_case(b"www"))
}
