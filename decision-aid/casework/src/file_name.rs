//! Names for the files that an officer takes along.

use crate::calendar::is_day;

/// The most letters of a reference that a name takes: longer names are cut short by some programs.
const LONGEST_REFERENCE: usize = 40;

/// What a file is called: the case's reference, what the file holds, and the day that it is made. All but the dot before the
/// extension are letters, digits and hyphens, so that every system takes the name. A case without a reference is called
/// `case`; a day that is none is left out.
pub fn file_name(kind: &str, reference: &str, today: &str, extension: &str) -> String {
    let reference: String = reference.chars().take(LONGEST_REFERENCE).collect();
    let reference = match plain(&reference) {
        plain if plain.is_empty() => "case".to_owned(),
        plain => plain,
    };
    let day = if is_day(today) { today } else { "" };
    let parts = [reference, plain(kind), day.to_owned()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.{extension}", parts.join("-"))
}

/// A text with one hyphen in place of whatever is no letter or digit, and none at its ends.
fn plain(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_called_by_its_case_what_it_is_and_its_day() {
        for (kind, reference, today, extension, name) in [
            (
                "decision-record",
                "CH-2026-0001",
                "2026-11-27",
                "docx",
                "CH-2026-0001-decision-record-2026-11-27.docx",
            ),
            ("case-file", " CH/2026 : 1 ", "2026-11-27", "json", "CH-2026-1-case-file-2026-11-27.json"),
            ("dates", "", "2026-11-27", "ics", "case-dates-2026-11-27.ics"),
            ("dates", "…/../", "2026-11-27", "ics", "case-dates-2026-11-27.ics"),
            ("dates", "Zoë 🙂 7", "2026-11-27", "ics", "Zo-7-dates-2026-11-27.ics"),
            ("dates", "a\r\nb\u{202e}c", "2026-11-27", "ics", "a-b-c-dates-2026-11-27.ics"),
            ("dates", "CH-1", "soon", "ics", "CH-1-dates.ics"),
        ] {
            assert_eq!(file_name(kind, reference, today, extension), name, "{reference:?}");
        }
        let long = file_name("dates", &"9".repeat(300), "2026-11-27", "ics");
        assert_eq!(long, format!("{}-dates-2026-11-27.ics", "9".repeat(40)));
    }
}
