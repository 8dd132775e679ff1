//! A clause label as it is written: `c[page.name] must PN-1 [information: why]`.

use crate::Place;
use policy::Force;
use std::ops::Range;

/// A clause label and the paragraph it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The clause's id.
    pub id: String,
    /// Where the id stands.
    pub id_place: Place,
    /// How strongly the clause binds.
    pub force: Force,
    /// The provisions it restates.
    pub codes: Vec<String>,
    /// Why nothing needs to use it.
    pub mark: Option<Mark>,
    /// The label line, up to the text of the paragraph.
    pub line: Range<usize>,
    /// Where the paragraph ends.
    pub end: usize,
    /// The paragraph as plain text.
    pub text: String,
}

/// Why a clause is carried out by no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Only a person can carry it out.
    OfficerJudgement(String),
    /// It tells, and asks for nothing.
    Information(String),
}

/// What is wrong with a label, in which part of its line, and what to do.
pub(super) struct Wrong {
    pub(super) part: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

/// Reads `c[page.name] must PN-1 [information: why]`. What is wrong after the id does not take the id away, or
/// all that names it would be wrong as well.
pub(super) fn read_label(line: &str, wrong: &mut Vec<Wrong>) -> Option<Label> {
    let shape = "write it as `c[page.name] must PN-1`";
    let mut refuse = |part: Range<usize>, message: &str| {
        wrong.push(Wrong { part, message: message.to_owned(), help: shape.to_owned() });
        None
    };
    let Some(id_end) = line.find(']') else {
        return refuse(0..line.len(), "this clause label has no closing `]`");
    };
    let id = &line[2..id_end];
    let well_formed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    if id.is_empty() {
        return refuse(0..line.len(), "this clause label has no id");
    }
    if !id.chars().all(well_formed) {
        return refuse(2..id_end, "the id of a clause label has only a to z, 0 to 9, `-` and `.`");
    }
    let mark_start = line[id_end..].find('[').map_or(line.len(), |offset| id_end + offset);
    let mut words = words(line, id_end + 1..mark_start);
    let force = read_force(words.next(), line).unwrap_or_else(|error| {
        wrong.push(error);
        Force::Definition
    });
    let mut codes = Vec::new();
    for word in words {
        match read_code(word) {
            Ok(code) => codes.push(code),
            Err(error) => {
                wrong.push(error);
                break;
            }
        }
    }
    let mark = (mark_start < line.len()).then(|| read_mark(line, mark_start));
    Some(Label {
        id: id.to_owned(),
        id_place: Place::new(0, 0..0),
        force,
        codes,
        mark: mark.and_then(|mark| mark.map_err(|error| wrong.push(error)).ok()),
        line: 0..0,
        end: 0,
        text: String::new(),
    })
}

/// The words of a part of a line, each with its span in the line.
fn words(line: &str, part: Range<usize>) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut start = part.start;
    let with_span = move |word| {
        let span = start..start + str::len(word);
        start = span.end + 1;
        (span, word)
    };
    let pieces = line[part].split(|c: char| c.is_ascii_whitespace());
    pieces.map(with_span).filter(|(_, word)| !word.is_empty())
}

fn read_force(word: Option<(Range<usize>, &str)>, line: &str) -> Result<Force, Wrong> {
    let help = format!("one of: {}", Force::WORDS.map(|(_, known)| known).join(", "));
    let Some((part, word)) = word else {
        return Err(Wrong {
            part: 0..line.len(),
            message: "this clause label names no force".to_owned(),
            help,
        });
    };
    let known = Force::WORDS.iter().find(|(_, known)| *known == word).map(|(force, _)| *force);
    known.ok_or_else(|| Wrong { part, message: format!("`{word}` is not the force of a clause"), help })
}

/// A code such as `PN-1` or `DEC-O2a`: a word of the paragraph's text is none.
fn read_code((part, word): (Range<usize>, &str)) -> Result<String, Wrong> {
    let opens = word.starts_with(|c: char| c.is_ascii_uppercase());
    let well_formed = word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if opens && well_formed && word.contains(|c: char| c.is_ascii_digit() || c == '-') {
        return Ok(word.to_owned());
    }
    Err(Wrong {
        part,
        message: format!("`{word}` is not the code of a provision"),
        help: "a code reads like `PN-1`; the text of the paragraph starts on the next line".to_owned(),
    })
}

fn read_mark(line: &str, start: usize) -> Result<Mark, Wrong> {
    let wrong = |message: String| Wrong {
        part: start..line.len(),
        message,
        help: "write `[officer-judgement: why]` or `[information: why]` at the end of the label line"
            .to_owned(),
    };
    let mark = line[start + 1..].trim_end().strip_suffix(']');
    let mark = mark.ok_or_else(|| wrong("this mark has no closing `]`".to_owned()))?;
    let (word, why) = mark.split_once(':').unwrap_or((mark, ""));
    let why = why.trim().to_owned();
    match word.trim() {
        "officer-judgement" | "information" if why.is_empty() => {
            Err(wrong("this mark gives no reason".to_owned()))
        }
        "officer-judgement" => Ok(Mark::OfficerJudgement(why)),
        "information" => Ok(Mark::Information(why)),
        other => Err(wrong(format!("no mark is called `{other}`"))),
    }
}
