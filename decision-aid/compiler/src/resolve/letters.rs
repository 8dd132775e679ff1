//! Makes the letters: templates whose every blank is a field, and whose every field is used.

use super::Resolver;
use super::read::Read;
use crate::Diagnostic;
use crate::block::{RawLetter, RawPart, Text};
use crate::names::{Names, suggestion};
use policy::{Field, Letter, LetterPart, Piece, Ref, Source};
use std::collections::BTreeSet;

impl Resolver<'_> {
    pub(crate) fn letters(&self) -> Vec<Letter> {
        let mut ids = Names::new("letter");
        let letter = |(number, read): (u16, &Read<'_, RawLetter>)| {
            let raw = &read.raw;
            self.note(ids.add(raw.id.get_ref(), Ref::<Letter>::new(number), read.place_of(&raw.id)));
            let source = self.source(read, &raw.source());
            let fields = self.fields(read, &raw.fields);
            let parts = self.letter_parts(read, &fields, &source);
            self.refuse_unused_fields(read, &fields, &parts);
            self.refuse_unreachable(read);
            Letter {
                id: raw.id.get_ref().clone(),
                name: raw.name.clone(),
                says: raw.says.clone(),
                outcomes: self.find_all(&self.names.outcomes, read, &raw.r#for),
                about: self.find_all(&self.names.options, read, &raw.about),
                at_once: raw.at_once.as_ref().map(|when| self.condition_or_always(read, Some(when))),
                optional: raw.optional,
                fields,
                parts,
                source,
            }
        };
        (0..).zip(&self.blocks.letters).map(letter).collect()
    }

    fn letter_parts(&self, read: &Read<'_, RawLetter>, fields: &[Field], whole: &Source) -> Vec<LetterPart> {
        let mut ids = Names::new("part");
        let part = |(number, raw): (u16, &RawPart)| {
            let id = &raw.id;
            self.note(ids.add(id.get_ref(), Ref::<LetterPart>::new(number), read.place_of(id)));
            LetterPart {
                id: id.get_ref().clone(),
                name: raw.name.clone(),
                required: raw.required,
                when_taken: self.find_all(&self.names.options, read, &raw.when_taken),
                unless_taken: self.find_all(&self.names.options, read, &raw.unless_taken),
                paragraphs: self.paragraphs(read, &raw.text, fields),
                source: self.source_of_part(read, &raw.source(), whole),
            }
        };
        (0..).zip(&read.raw.parts).map(part).collect()
    }

    /// Cuts the text of a part into paragraphs, and those into what stands and what is filled in.
    fn paragraphs(&self, read: &Read<'_, RawLetter>, text: &Text, fields: &[Field]) -> Vec<Vec<Piece>> {
        let paragraph = |words: &str| {
            let strong = words.split("**").enumerate();
            strong.flat_map(|(part, words)| self.pieces(read, text, words, part % 2 == 1, fields)).collect()
        };
        let paragraphs = text.get_ref().split("\n\n").map(str::trim).filter(|words| !words.is_empty());
        paragraphs.map(|words| paragraph(&words.replace('\n', " "))).collect()
    }

    /// The pieces of some words; a blank that is no field is noted.
    fn pieces(
        &self,
        read: &Read<'_, RawLetter>,
        text: &Text,
        words: &str,
        strong: bool,
        fields: &[Field],
    ) -> Vec<Piece> {
        let plain = |words: &str| match strong {
            _ if words.is_empty() => None,
            true => Some(Piece::Strong(words.to_owned())),
            false => Some(Piece::Text(words.to_owned())),
        };
        let mut found = Vec::new();
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('{') {
            found.extend(plain(before));
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            match fields.iter().position(|field| field.id == name) {
                Some(index) => found.push(Piece::Field(u8::try_from(index).unwrap_or(u8::MAX))),
                None => self.push(no_field(read, text, name, fields)),
            }
            rest = after;
        }
        found.extend(plain(rest));
        found
    }

    /// A letter to which no way leads has to say when it is offered.
    fn refuse_unreachable(&self, read: &Read<'_, RawLetter>) {
        if read.raw.optional && read.raw.at_once.is_none() {
            let place = read.place_of(&read.raw.id);
            let help = "say in `at-once` when it is offered, or remove `optional`";
            self.push(Diagnostic::new(place, "nothing ever offers this optional letter").help(help));
        }
    }

    /// A field that no part uses would be asked for and dropped.
    fn refuse_unused_fields(&self, read: &Read<'_, RawLetter>, fields: &[Field], parts: &[LetterPart]) {
        let pieces = parts.iter().flat_map(|part| part.paragraphs.iter().flatten());
        // By id: of two fields with the same, which is wrong already, neither is unused as well.
        let used: BTreeSet<&str> = pieces
            .filter_map(|piece| match piece {
                Piece::Field(index) => fields.get(usize::from(*index)).map(|field| field.id.as_str()),
                Piece::Text(_) | Piece::Strong(_) => None,
            })
            .collect();
        for raw in read.raw.fields.iter().filter(|raw| !used.contains(raw.id.get_ref().as_str())) {
            let id = raw.id.get_ref();
            self.push(
                Diagnostic::new(
                    read.place_of(&raw.id),
                    format!("no part of the letter uses the field `{id}`"),
                )
                .help(format!("write `{{{id}}}` in a part, or remove the field")),
            );
        }
    }
}

fn no_field(read: &Read<'_, RawLetter>, text: &Text, name: &str, fields: &[Field]) -> Diagnostic {
    let written = text.get_ref();
    let start = written.find(&format!("{{{name}")).map_or(0, |start| start + 1);
    let place = read.place_in(text, &(start..start + name.len()));
    let known = fields.iter().map(|field| field.id.as_str());
    Diagnostic::new(place, format!("no field `{name}`")).maybe_help(suggestion(name, known))
}
