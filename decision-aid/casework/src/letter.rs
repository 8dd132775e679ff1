//! A letter as far as it is filled in: its fields, its parts, what is missing, and the document it makes.

use crate::Key;
use crate::calendar::in_words;
use crate::desk::Desk;
use crate::form::{Entry, Problem};
use crate::options::{Choice, WeighedOption};
use document::{Block, Document, Run, Runs};
use policy::{Field, FieldKind, Letter, LetterPart, Piece, Prefill};

/// A letter as far as it is filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterState<'a> {
    /// The letter.
    pub letter: &'a Letter,
    /// Its fields, with what stands in them.
    pub entries: Vec<Entry<'a>>,
    /// Its parts.
    pub parts: Vec<PartState<'a>>,
    /// What the decision itself still lacks, before a letter about it can be sent.
    pub lacking: Vec<Entry<'a>>,
}

/// A part of a letter, as far as it is filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct PartState<'a> {
    /// The part.
    pub part: &'a LetterPart,
    /// Whether it is left out.
    pub left_out: bool,
    /// Its paragraphs as they stand.
    pub blocks: Vec<Block>,
    /// The text that the officer has put in its place, where there is one.
    pub own_text: Option<String>,
}

impl<'a> LetterState<'a> {
    pub(crate) fn new(desk: &Desk<'a>, letter: &'a Letter) -> Self {
        let entries: Vec<Entry<'a>> = letter.fields.iter().map(|field| entry(desk, letter, field)).collect();
        let parts = letter.parts.iter().map(|part| part_state(desk, letter, part, &entries)).collect();
        let decides = letter.fields.iter().any(|field| field.from == Some(Prefill::Actions));
        let lacking = desk.options().into_iter().filter(|option| decides && option.choice == Choice::Taken);
        let lacking = lacking.flat_map(|option| option.entries).filter(|entry| entry.problem.is_some());
        Self { letter, entries, parts, lacking: lacking.collect() }
    }

    /// What keeps the letter from being sent: fields that required parts need, required parts that were emptied, and
    /// reasons that the decision lacks.
    pub fn missing(&self) -> Vec<&Entry<'a>> {
        let needed = |place: usize| {
            self.parts
                .iter()
                .any(|state| !state.left_out && state.own_text.is_none() && uses(state.part, place))
        };
        let fields = self.entries.iter().enumerate();
        let fields = fields.filter(|(place, entry)| entry.problem.is_some() && needed(*place));
        fields.map(|(_, entry)| entry).chain(&self.lacking).collect()
    }

    /// The required parts that the officer has emptied.
    pub fn emptied(&self) -> Vec<&'a LetterPart> {
        let emptied = |state: &&PartState<'a>| {
            state.part.required && state.own_text.as_ref().is_some_and(|text| text.trim().is_empty())
        };
        self.parts.iter().filter(emptied).map(|state| state.part).collect()
    }

    /// Whether the letter can be sent.
    pub fn is_complete(&self) -> bool {
        self.missing().is_empty() && self.emptied().is_empty()
    }

    /// The letter as a document.
    pub fn document(&self) -> Document {
        let parts = self.parts.iter().filter(|state| !state.left_out);
        Document {
            title: self.letter.name.clone(),
            language: "en-GB".to_owned(),
            blocks: parts.flat_map(|state| state.blocks.clone()).collect(),
        }
    }
}

impl PartState<'_> {
    /// The text of the part, for editing: an empty line between paragraphs, a line for each entry of a list.
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        for block in &self.blocks {
            text.push_str(if text.is_empty() { "" } else { "\n\n" });
            match block {
                Block::Bullets(items) => {
                    for (place, item) in items.iter().enumerate() {
                        text.push_str(if place == 0 { "" } else { "\n" });
                        push_words(&mut text, item);
                    }
                }
                Block::Paragraph(runs) => push_words(&mut text, runs),
                _ => {}
            }
        }
        text
    }
}

fn push_words(text: &mut String, runs: &Runs) {
    for run in runs {
        match run {
            Run::Plain(words) | Run::Strong(words) | Run::Emphasis(words) => text.push_str(words),
            Run::Break => text.push('\n'),
        }
    }
}

fn uses(part: &LetterPart, place: usize) -> bool {
    part.paragraphs
        .iter()
        .flatten()
        .any(|piece| matches!(piece, Piece::Field(field) if usize::from(*field) == place))
}

/// A field of a letter: what was written, or what the record already says.
fn entry<'a>(desk: &Desk<'a>, letter: &Letter, field: &'a Field) -> Entry<'a> {
    let key = Key::LetterField(&letter.id, &field.id);
    let mut entry = desk.entry(field, &key);
    if entry.value.trim().is_empty() {
        entry.value = prefilled(desk, field);
    }
    // Here a field is needed where a part uses it; whether it may stay empty is the part's affair.
    if entry.problem == Some(Problem::Missing) && !entry.value.trim().is_empty() {
        entry.problem = None;
    }
    entry
}

fn prefilled(desk: &Desk<'_>, field: &Field) -> String {
    match &field.from {
        None => String::new(),
        Some(Prefill::Record(id)) => desk.record_value(id),
        Some(Prefill::Evidence(asked)) => {
            desk.case.text(&Key::Evidence(&desk.policy()[*asked].id)).to_owned()
        }
        Some(Prefill::Detail(id)) => {
            let options = desk.options();
            let mut details = options.iter().flat_map(|option| &option.entries);
            let found = details.find(|entry| entry.key.starts_with("detail/") && entry.field.id == *id);
            found.map(|entry| entry.value.clone()).unwrap_or_default()
        }
        Some(Prefill::Actions) => {
            let taken = desk.options().into_iter().filter(|option| option.choice == Choice::Taken);
            taken.map(|option| action(&option)).collect::<Vec<_>>().join("\n")
        }
    }
}

/// An option taken, in a line: its name, and its details.
pub(crate) fn action(option: &WeighedOption<'_>) -> String {
    let detail = |entry: &&Entry<'_>| entry.key.starts_with("detail/") && !entry.value.is_empty();
    let details = option
        .entries
        .iter()
        .filter(detail)
        .map(|entry| [&entry.field.label, ": ", &shown(entry.field, &entry.value)].concat());
    let details: Vec<String> = details.collect();
    if details.is_empty() {
        option.name.clone()
    } else {
        [&option.name, " – ", &details.join("; ")].concat()
    }
}

/// A value as people read it: dates in words, choices by what stands beside them.
pub(crate) fn shown(field: &Field, value: &str) -> String {
    match &field.kind {
        FieldKind::Date => in_words(value),
        FieldKind::Choice(choices) => {
            let chosen = choices.iter().find(|choice| choice.id == value);
            chosen.map_or_else(|| value.to_owned(), |choice| choice.label.clone())
        }
        FieldKind::Text | FieldKind::Lines | FieldKind::Number => value.trim().to_owned(),
    }
}

fn part_state<'a>(
    desk: &Desk<'a>,
    letter: &Letter,
    part: &'a LetterPart,
    entries: &[Entry<'a>],
) -> PartState<'a> {
    let own = desk.case.written(&Key::LetterPart(&letter.id, &part.id));
    let left_out = !part.required && desk.case.text(&Key::Without(&letter.id, &part.id)) == "yes";
    let blocks = match own {
        Some(text) => paragraphs(text),
        None => part.paragraphs.iter().flat_map(|pieces| filled(pieces, entries)).collect(),
    };
    PartState { part, left_out, blocks, own_text: own.map(str::to_owned) }
}

/// The paragraphs of a text of the officer's own: an empty line ends one.
pub(crate) fn paragraphs(text: &str) -> Vec<Block> {
    let visible = document::visible(text);
    let paragraphs = visible.split("\n\n").filter(|text| !text.trim().is_empty());
    paragraphs.map(|text| Block::Paragraph(vec![Run::plain(text.trim())])).collect()
}

/// A paragraph with its blanks filled. A blank of lines that stands alone becomes a list.
fn filled(pieces: &[Piece], entries: &[Entry<'_>]) -> Option<Block> {
    let entry = |place: &u8| entries.get(usize::from(*place));
    if let [Piece::Field(place)] = pieces
        && let Some(entry) = entry(place)
        && entry.field.kind == FieldKind::Lines
        && !entry.value.trim().is_empty()
    {
        return Some(Block::Bullets(items(&entry.value)));
    }
    let run = |piece: &Piece| match piece {
        Piece::Text(text) => Run::plain(text.as_str()),
        Piece::Strong(text) => Run::strong(text.as_str()),
        Piece::Field(place) => entry(place).map_or(Run::Break, |entry| match entry.value.trim() {
            "" => Run::emphasis(["[", entry.field.label.as_str(), "]"].concat()),
            value => Run::plain(shown(entry.field, value)),
        }),
    };
    Some(Block::Paragraph(pieces.iter().map(run).collect()))
}

/// Lines as the items of a list.
pub(crate) fn items(text: &str) -> Vec<Runs> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| vec![Run::plain(line)]).collect()
}

#[cfg(test)]
mod tests;
