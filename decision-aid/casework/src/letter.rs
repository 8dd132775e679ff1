//! A letter as far as it is filled in: its fields, its parts, what is missing, and the document it makes.
//!
//! `fields` says what stands in a letter's fields, `text` how pieces and
//! the officer's own words become paragraphs, `to_fill_in` what of all that an officer wrote the letter still asks for.

mod fields;
mod text;
mod to_fill_in;

pub(crate) use text::{items, paragraphs};

use crate::Key;
use crate::case_view::CaseView;
use crate::entry::Entry;
use crate::missing::{self, Missing, add_missing};
use crate::screen::Screen;
use crate::wording::shown;
use document::{Block, Document};
use policy::{Field, FieldKind, Letter, LetterPart, Piece, Prefill};

/// A letter as far as it is filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterState<'a> {
    /// The letter.
    pub letter: &'a Letter,
    /// Its fields, with what stands in them.
    pub entries: Vec<Entry<'a>>,
    /// Those of its parts that stand in it after what was decided.
    pub parts: Vec<PartState<'a>>,
    /// What the decision itself still lacks, before a letter about it can be sent.
    pub undecided: Vec<Missing>,
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
        let decided = letter.about.is_empty()
            || self.has_own_option()
            || letter.about.iter().any(|option| self.takes(*option));
        decided
            && match self.assessment().outcome {
                Some(outcome) => letter.outcomes.contains(&outcome),
                None => self.can_be_made_at_once(letter),
            }
    }

    /// Whether a letter can be made before the questions are finished: what calls for it at once is settled, and an outcome
    /// that it is for is possible.
    pub fn can_be_made_at_once(&self, letter: &Letter) -> bool {
        let settled = letter.at_once.as_ref().is_some_and(|when| self.holds(when) == Some(true));
        settled && self.assessment().possible.iter().any(|outcome| letter.outcomes.contains(outcome))
    }

    /// The letters for the outcome.
    pub fn letters(&self) -> Vec<&'a Letter> {
        self.content.paperwork.letters.iter().filter(|letter| self.is_for_this(letter)).collect()
    }

    /// The letters that go out after what was decided, by their index.
    pub fn letters_to_send(&self) -> impl Iterator<Item = (usize, &'a Letter)> {
        self.letters_here(false)
    }

    /// The letters that can be written on the way and need not be, by their index.
    pub fn letters_offered(&self) -> impl Iterator<Item = (usize, &'a Letter)> {
        self.letters_here(true)
    }

    /// Whether a screen is that of a letter that need not be written.
    pub fn is_optional(&self, screen: Screen) -> bool {
        let Screen::Letter(index) = screen else { return false };
        self.content.paperwork.letters.get(index).is_some_and(|letter| letter.optional)
    }

    fn letters_here(&self, optional: bool) -> impl Iterator<Item = (usize, &'a Letter)> {
        let letters = self.content.paperwork.letters.iter().enumerate();
        letters.filter(move |(_, letter)| letter.optional == optional && self.is_for_this(letter))
    }

    /// Whether a part stands in its letter: it can hang on what was decided.
    fn holds_part(&self, part: &LetterPart) -> bool {
        (part.when_taken.is_empty() || self.takes_any(&part.when_taken))
            && !self.takes_any(&part.unless_taken)
    }

    /// A letter, as far as it is filled in.
    pub fn letter(&self, letter: &'a Letter) -> LetterState<'a> {
        let entries: Vec<Entry<'a>> =
            letter.fields.iter().map(|field| fields::entry(self, letter, field)).collect();
        let parts = letter.parts.iter().filter(|part| self.holds_part(part) && !says_nothing(part, &entries));
        let parts = parts.map(|part| part_state(self, letter, part, &entries)).collect();
        let tells_actions = letter.fields.iter().any(|field| field.from.contains(&Prefill::Actions));
        let tells_decision = tells_actions || !letter.about.is_empty();
        let undecided = if tells_decision { self.undecided() } else { Vec::new() };
        LetterState { letter, entries, parts, undecided }
    }
}

impl<'a> LetterState<'a> {
    /// What keeps the letter from being sent: what the decision lacks, fields that its parts need, and what required parts
    /// have lost. `screen` is that of the letter.
    pub fn missing(&self, screen: Screen) -> Vec<Missing> {
        let mut missing = self.undecided.clone();
        self.needed()
            .for_each(|entry| missing::of_entries(&mut missing, "", std::slice::from_ref(entry), screen));
        self.parts.iter().for_each(|part| self.lost(part, &mut missing, screen));
        missing
    }

    /// The fields that a part in the letter needs.
    pub fn needed(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().enumerate().filter(|(index, _)| self.needs(*index)).map(|(_, entry)| entry)
    }

    /// What a required part in the officer's own words has lost: all of its text, or a date.
    fn lost(&self, state: &PartState<'_>, missing: &mut Vec<Missing>, screen: Screen) {
        let (Some(text), true) = (&state.own_text, state.part.required) else { return };
        let key = Key::LetterPart(&self.letter.id, &state.part.id).to_string();
        if text.trim().is_empty() {
            let says = "this part must be in the letter";
            return add_missing(missing, &key, &state.part.name, says, screen);
        }
        for field in state.dropped.iter().filter(|field| field.kind == FieldKind::Date) {
            let says = format!("put this date back, as it stands above: {}", field.label);
            add_missing(missing, &key, &state.part.name, &says, screen);
        }
    }

    /// Whether a part that is in the letter needs the field with an index.
    fn needs(&self, index: usize) -> bool {
        self.parts.iter().filter(|state| !state.left_out && uses(state.part, index)).any(|state| {
            // A date of a required part is needed in whatever words.
            let dated = state.part.required && self.entries[index].field.kind == FieldKind::Date;
            state.own_text.is_none() || dated
        })
    }

    /// The fields that the parts in the letter use.
    pub fn asked(&self) -> impl Iterator<Item = &Entry<'_>> {
        let used = |(index, _): &(usize, &Entry<'_>)| {
            self.parts.iter().any(|state| !state.left_out && uses(state.part, *index))
        };
        self.entries.iter().enumerate().filter(used).map(|(_, entry)| entry)
    }

    /// Whether the letter can be sent.
    pub fn is_complete(&self) -> bool {
        self.missing(Screen::Letter(0)).is_empty()
    }

    /// The letter as a document.
    pub fn document(&self) -> Document {
        let parts = self.parts.iter().filter(|state| !state.left_out);
        Document {
            title: self.letter.name.clone(),
            language: "en-GB".to_owned(),
            blocks: parts.flat_map(|state| state.blocks.iter().cloned()).collect(),
        }
    }
}

impl PartState<'_> {
    /// The text of the part, for editing: an empty line between paragraphs, a line for each entry of a list.
    pub fn plain_text(&self) -> String {
        self.blocks.iter().map(text::plain).collect::<Vec<_>>().join("\n\n")
    }
}

/// Whether a part has nothing to say: it need not be there, and every field it uses may be empty and is.
fn says_nothing(part: &LetterPart, entries: &[Entry<'_>]) -> bool {
    let mut used = entries.iter().enumerate().filter(|(index, _)| uses(part, *index)).peekable();
    !part.required
        && used.peek().is_some()
        && used.all(|(_, entry)| entry.field.optional && entry.value.trim().is_empty())
}

/// Whether a part uses the field with an index.
fn uses(part: &LetterPart, index: usize) -> bool {
    let mut pieces = part.paragraphs.iter().flatten();
    pieces.any(|piece| matches!(piece, Piece::Field(field) if usize::from(*field) == index))
}

fn part_state<'a>(
    view: &CaseView<'a>,
    letter: &Letter,
    part: &'a LetterPart,
    entries: &[Entry<'a>],
) -> PartState<'a> {
    let own_text = view.case.written(&Key::LetterPart(&letter.id, &part.id));
    let left_out = !part.required && view.case.text(&Key::Without(&letter.id, &part.id)) == "yes";
    let (blocks, dropped) = match own_text {
        Some(text) => (paragraphs(text), dropped(text, part, entries)),
        None => (part.paragraphs.iter().map(|pieces| text::filled(pieces, entries)).collect(), Vec::new()),
    };
    PartState { part, left_out, blocks, own_text: own_text.map(str::to_owned), dropped }
}

/// The fields that a part uses and whose words are not in the text that stands in its place, line by line.
fn dropped<'a>(text: &str, part: &LetterPart, entries: &[Entry<'a>]) -> Vec<&'a Field> {
    let is_dropped = |entry: &Entry<'_>| {
        let value = shown(entry.field, entry.value.trim());
        value.split('\n').any(|line| !text.contains(line.trim().trim_end_matches('.')))
    };
    let used = entries.iter().enumerate().filter(|(index, _)| uses(part, *index));
    used.filter(|(_, entry)| is_dropped(entry)).map(|(_, entry)| entry.field).collect()
}

#[cfg(test)]
mod tests;
