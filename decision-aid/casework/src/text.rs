//! Texts: looking into one, and what is kept of one that was typed. The standard library's searches are quicker, and ten
//! times as long in the browser.

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

/// Whether a text has a word in it.
pub fn contains(text: &str, word: &str) -> bool {
    for place in 0..=text.len() {
        if text.as_bytes()[place..].starts_with(word.as_bytes()) {
            return true;
        }
    }
    false
}

/// Where the first empty line is; the end where there is none.
pub(crate) fn find_blank_line(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut place = 0;
    while place < bytes.len() && !bytes[place..].starts_with(b"\n\n") {
        place += 1;
    }
    place
}

#[cfg(test)]
mod tests;
