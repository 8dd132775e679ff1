//! A letter as far as it is filled in: its fields, its parts, what is missing, and the document it makes.

use crate::Key;
use crate::calendar::in_words;
use crate::case_view::{CaseView, Choice};
use crate::form::{Entry, Problem};
use crate::missing::{self, Missing, add_missing};
use crate::options::WeighedOption;
use crate::text::{contains, find_blank_line};
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
    pub lacking: Vec<Missing>,
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
    /// The fields filled in whose words do not stand in the officer's own text.
    pub dropped: Vec<&'a Field>,
}

impl<'a> CaseView<'a> {
    /// Whether a letter is for the outcome, and for something that was decided: an option that it is about, or one of
    /// the officer's own, which no letter can name.
    pub fn is_for_this(&self, letter: &Letter) -> bool {
        let Some(outcome) = self.assessment().outcome else { return false };
        let mut about = letter.about.is_empty() || self.has_own_option();
        for option in &letter.about {
            about |= self.takes(*option);
        }
        about && letter.outcomes.contains(&outcome)
    }

    /// The letters for the outcome.
    pub fn letters(&self) -> Vec<&'a Letter> {
        let mut letters = Vec::new();
        for letter in &self.content.paperwork.letters {
            if self.is_for_this(letter) {
                letters.push(letter);
            }
        }
        letters
    }

    /// A letter, as far as it is filled in.
    pub fn letter(&self, letter: &'a Letter) -> LetterState<'a> {
        LetterState::new(self, letter)
    }
}

impl<'a> LetterState<'a> {
    pub(crate) fn new(desk: &CaseView<'a>, letter: &'a Letter) -> Self {
        let (mut entries, mut decides) = (Vec::new(), false);
        for field in &letter.fields {
            entries.push(entry(desk, letter, field));
            decides |= matches!(field.from, Some(Prefill::Actions));
        }
        let mut parts = Vec::new();
        for part in &letter.parts {
            parts.push(part_state(desk, letter, part, &entries));
        }
        let mut lacking = Vec::new();
        if decides {
            missing::of_options(&mut lacking, &desk.options());
        }
        Self { letter, entries, parts, lacking }
    }

    /// What keeps the letter from being sent: fields that its parts need, what required parts have lost, and what the
    /// decision lacks.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            if self.needs(place) {
                missing::of_entries(&mut missing, "", std::slice::from_ref(entry));
            }
        }
        for part in &self.parts {
            self.lost(part, &mut missing);
        }
        for lacking in &self.lacking {
            missing.push(lacking.clone());
        }
        missing
    }

    /// What a required part in the officer's own words has lost: all of its text, or a date.
    fn lost(&self, state: &PartState<'_>, missing: &mut Vec<Missing>) {
        let (Some(text), true) = (&state.own_text, state.part.required) else { return };
        let key = Key::LetterPart(&self.letter.id, &state.part.id).to_string();
        if text.trim().is_empty() {
            return add_missing(missing, &key, &state.part.name, "this part must be in the letter");
        }
        for field in &state.dropped {
            if field.kind == FieldKind::Date {
                let says = ["put this date back, as it stands above: ", &field.label].concat();
                add_missing(missing, &key, &state.part.name, &says);
            }
        }
    }

    /// Whether a part that is in needs the field of that place.
    fn needs(&self, place: usize) -> bool {
        for state in &self.parts {
            let in_own_words = state.own_text.is_some();
            // A date of a required part is needed in whatever words.
            let dated = state.part.required && self.entries[place].field.kind == FieldKind::Date;
            if !state.left_out && (!in_own_words || dated) && uses(state.part, place) {
                return true;
            }
        }
        false
    }

    /// Whether the letter can be sent.
    pub fn is_complete(&self) -> bool {
        self.missing().is_empty()
    }

    /// The letter as a document.
    pub fn document(&self) -> Document {
        let mut blocks = Vec::new();
        for state in &self.parts {
            if !state.left_out {
                blocks.extend_from_slice(&state.blocks);
            }
        }
        Document { title: self.letter.name.clone(), language: "en-GB".to_owned(), blocks }
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
                    let mut between = "";
                    for item in items {
                        text.push_str(between);
                        push_words(&mut text, item);
                        between = "\n";
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
    for paragraph in &part.paragraphs {
        for piece in paragraph {
            if matches!(piece, Piece::Field(field) if usize::from(*field) == place) {
                return true;
            }
        }
    }
    false
}

/// A field of a letter: what was written, or what the record already says.
fn entry<'a>(desk: &CaseView<'a>, letter: &Letter, field: &'a Field) -> Entry<'a> {
    let key = Key::LetterField(&letter.id, &field.id);
    let mut entry = desk.entry(field, &key);
    if entry.value.trim().is_empty() {
        entry.value = prefilled(desk, field);
    }
    // Here a field is needed where a part uses it; whether it may stay empty is the part's affair.
    if entry.problem == Some(Problem::Missing) && !entry.value.trim().is_empty() {
        entry.problem = None;
    }
    if entry.problem.is_none() {
        entry.problem = not_as_recorded(desk, &entry);
    }
    entry
}

/// A date that the letter takes from the record is that of the record: both are the same decision.
fn not_as_recorded(desk: &CaseView<'_>, entry: &Entry<'_>) -> Option<Problem> {
    let (FieldKind::Date, Some(Prefill::Record(id))) = (&entry.field.kind, &entry.field.from) else {
        return None;
    };
    let recorded = desk.record_value(id);
    (!recorded.is_empty() && recorded != entry.value).then(|| Problem::NotAsRecorded(in_words(&recorded)))
}

fn prefilled(desk: &CaseView<'_>, field: &Field) -> String {
    match &field.from {
        None => String::new(),
        Some(Prefill::Record(id)) => match (desk.record_field(id), &field.kind) {
            // Into a sentence goes what people read.
            (Some(recorded), FieldKind::Text | FieldKind::Lines) => shown(recorded, &desk.record_value(id)),
            _ => desk.record_value(id),
        },
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
            let mut actions = String::new();
            for option in &desk.options() {
                if option.choice == Choice::Taken {
                    actions.push_str(if actions.is_empty() { "" } else { "\n" });
                    actions.push_str(&action(desk, option));
                }
            }
            actions
        }
    }
}

/// An option taken, in a line: its name, and its details.
pub(crate) fn action(desk: &CaseView<'_>, option: &WeighedOption<'_>) -> String {
    if let Some(told) = told(desk, option) {
        return told;
    }
    let mut action = option.name.clone();
    let mut between = " – ";
    for entry in &option.entries {
        if entry.key.starts_with("detail/") && !entry.value.is_empty() {
            let value = shown(entry.field, &entry.value);
            for part in [between, &entry.field.label, ": ", &value] {
                action.push_str(part);
            }
            between = "; ";
        }
    }
    action
}

/// What the policy has for the customer about an option taken, with its details filled in.
fn told(desk: &CaseView<'_>, option: &WeighedOption<'_>) -> Option<String> {
    let mut left = desk.policy()[option.option?].tells.as_deref()?;
    let mut told = String::new();
    while let Some(open) = left.find('{') {
        told.push_str(&left[..open]);
        let close = left[open..].find('}').map_or(left.len(), |close| open + close);
        for entry in &option.entries {
            if entry.key.starts_with("detail/") && entry.field.id == left[open + 1..close] {
                let mut value = shown(entry.field, &entry.value);
                // In the middle of a sentence, what stands beside a choice begins with a small letter.
                if let (FieldKind::Choice(_), Some(first)) = (&entry.field.kind, value.get_mut(..1)) {
                    first.make_ascii_lowercase();
                }
                told.push_str(if value.is_empty() { "[…]" } else { value.trim_end_matches('.') });
            }
        }
        left = left.get(close + 1..).unwrap_or("");
    }
    told.push_str(left);
    Some(told)
}

/// A value as people read it: dates in words, choices by what stands beside them.
pub(crate) fn shown(field: &Field, value: &str) -> String {
    match &field.kind {
        FieldKind::Date => in_words(value),
        FieldKind::Choice(choices) => {
            for choice in choices {
                if choice.id == value {
                    return choice.label.clone();
                }
            }
            value.to_owned()
        }
        FieldKind::Text | FieldKind::Lines | FieldKind::Number => value.trim().to_owned(),
    }
}

fn part_state<'a>(
    desk: &CaseView<'a>,
    letter: &Letter,
    part: &'a LetterPart,
    entries: &[Entry<'a>],
) -> PartState<'a> {
    let own = desk.case.written(&Key::LetterPart(&letter.id, &part.id));
    let left_out = !part.required && desk.case.text(&Key::Without(&letter.id, &part.id)) == "yes";
    let blocks = match own {
        Some(text) => paragraphs(text),
        None => filled_all(&part.paragraphs, entries),
    };
    let dropped = match own {
        Some(text) => dropped(text, part, entries),
        None => Vec::new(),
    };
    PartState { part, left_out, blocks, own_text: own.map(str::to_owned), dropped }
}

/// The fields that a part uses and whose words are not in the text that stands in its place, line by line.
fn dropped<'a>(text: &str, part: &LetterPart, entries: &[Entry<'a>]) -> Vec<&'a Field> {
    let mut dropped = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        if !uses(part, place) {
            continue;
        }
        for line in shown(entry.field, entry.value.trim()).split('\n') {
            if !contains(text, line.trim().trim_end_matches('.')) && !dropped.contains(&entry.field) {
                dropped.push(entry.field);
            }
        }
    }
    dropped
}

/// The paragraphs of a text of the officer's own: an empty line ends one.
pub(crate) fn paragraphs(text: &str) -> Vec<Block> {
    let visible = document::visible(text);
    let mut paragraphs = Vec::new();
    let mut left: &str = &visible;
    loop {
        let end = find_blank_line(left);
        let paragraph = left[..end].trim();
        if !paragraph.is_empty() {
            paragraphs.push(Block::Paragraph(vec![Run::Plain(paragraph.to_owned())]));
        }
        match left.get(end + 2..) {
            Some(rest) => left = rest,
            None => return paragraphs,
        }
    }
}

fn filled_all(paragraphs: &[Vec<Piece>], entries: &[Entry<'_>]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for pieces in paragraphs {
        blocks.push(filled(pieces, entries));
    }
    blocks
}

fn ends_with_stop(runs: &[Run]) -> bool {
    matches!(runs.last(), Some(Run::Plain(text)) if text.ends_with('.'))
}

/// A paragraph with its blanks filled. A blank of lines that stands alone becomes a list.
fn filled(pieces: &[Piece], entries: &[Entry<'_>]) -> Block {
    if let [Piece::Field(place)] = pieces
        && let Some(entry) = entries.get(usize::from(*place))
        && entry.field.kind == FieldKind::Lines
        && !entry.value.trim().is_empty()
    {
        return Block::Bullets(items(&entry.value));
    }
    let mut runs = Vec::new();
    for piece in pieces {
        runs.push(match piece {
            // A full stop that ends what was filled in does not stand beside that of the letter.
            Piece::Text(text) if text.starts_with(['.', ',']) && ends_with_stop(&runs) => {
                Run::Plain(text[if text.starts_with('.') { 1 } else { 0 }..].to_owned())
            }
            Piece::Text(text) => Run::Plain(text.clone()),
            Piece::Strong(text) => Run::Strong(text.clone()),
            Piece::Field(place) => match entries.get(usize::from(*place)) {
                Some(entry) => blank(entry),
                None => Run::Break,
            },
        });
    }
    Block::Paragraph(runs)
}

/// What stands in a blank; its label in square brackets where nothing does.
fn blank(entry: &Entry<'_>) -> Run {
    match entry.value.trim() {
        "" => Run::Emphasis(["[", &entry.field.label, "]"].concat()),
        value => Run::Plain(shown(entry.field, value)),
    }
}

/// Lines as the items of a list.
pub(crate) fn items(text: &str) -> Vec<Runs> {
    let mut items = Vec::new();
    for line in text.split('\n') {
        let line = line.trim();
        if !line.is_empty() {
            items.push(vec![Run::Plain(line.to_owned())]);
        }
    }
    items
}

#[cfg(test)]
mod tests;
