//! What is kept of a text that was typed.

/// A text as it is kept: with what pages, files and UTF-8 hold alike, so that it is the same wherever it is shown, stored,
/// saved, opened and printed.
///
/// A line ends with U+000A alone, as in a text field of a page. U+0000, which a page cannot hold, becomes U+FFFD. So does
/// half of a surrogate pair, before it gets here: a `String` cannot hold one.
pub fn normalized(text: String) -> String {
    if !text.bytes().any(|byte| matches!(byte, b'\r' | 0)) {
        return text;
    }
    let mut kept = String::with_capacity(text.len());
    let mut after_return = false;
    for letter in text.chars() {
        match letter {
            '\n' if after_return => {}
            '\r' => kept.push('\n'),
            '\0' => kept.push(char::REPLACEMENT_CHARACTER),
            _ => kept.push(letter),
        }
        after_return = letter == '\r';
    }
    kept
}

#[cfg(test)]
mod tests;
