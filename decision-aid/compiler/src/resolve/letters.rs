//! Makes the letters: templates whose every blank is a field, and whose every field is used.

use super::clauses::Clauses;
use super::conditions::Vocabulary;
use super::fields::Fields;
use super::read::{Blocks, Read};
use super::sources;
use crate::block::{RawLetter, RawPart, Text};
use crate::names::{Names, suggestion};
use crate::{Diagnostic, Diagnostics};
use policy::{Field, Letter, LetterPart, Outcome, Piece, PolicyOption, Ref, Source};
use std::collections::BTreeSet;

pub(crate) fn letters(
    blocks: &Blocks<'_>,
    names: &Vocabulary<'_>,
    clauses: &Clauses,
    known: &Fields,
    diagnostics: &mut Diagnostics,
) -> Vec<Letter> {
    let mut ids = Names::new("letter");
    let letter = |(number, read): (u16, &Read<'_, RawLetter>)| {
        let raw = &read.raw;
        diagnostics.note(ids.add(raw.id.get_ref(), Ref::<Letter>::new(number), read.place_of(&raw.id)));
        let source = sources::source(read, &raw.source(), clauses, diagnostics);
        let fields = known.read(read, &raw.fields, names, clauses, diagnostics);
        let parts = parts(read, &fields, &source, clauses, diagnostics);
        refuse_unused(read, &fields, &parts, diagnostics);
        Letter {
            id: raw.id.get_ref().clone(),
            name: raw.name.clone(),
            says: raw.says.clone(),
            outcomes: outcomes(read, names, diagnostics),
            about: about(read, names, diagnostics),
            fields,
            parts,
            source,
        }
    };
    (0..).zip(&blocks.letters).map(letter).collect()
}

fn outcomes(
    read: &Read<'_, RawLetter>,
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Ref<Outcome>> {
    let find = |id: &Text| names.outcomes.find(id.get_ref(), read.place_of(id));
    read.raw.r#for.iter().filter_map(|id| diagnostics.note(find(id))).collect()
}

fn about(
    read: &Read<'_, RawLetter>,
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Ref<PolicyOption>> {
    let find = |id: &Text| names.options.find(id.get_ref(), read.place_of(id));
    read.raw.about.iter().filter_map(|id| diagnostics.note(find(id))).collect()
}

fn parts(
    read: &Read<'_, RawLetter>,
    fields: &[Field],
    whole: &Source,
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> Vec<LetterPart> {
    let mut ids = Names::new("part");
    let part = |(number, raw): (u16, &RawPart)| {
        let id = &raw.id;
        diagnostics.note(ids.add(id.get_ref(), Ref::<LetterPart>::new(number), read.place_of(id)));
        LetterPart {
            id: id.get_ref().clone(),
            name: raw.name.clone(),
            required: raw.required,
            paragraphs: paragraphs(read, &raw.text, fields, diagnostics),
            source: sources::part(read, &raw.source(), whole, clauses, diagnostics),
        }
    };
    (0..).zip(&read.raw.parts).map(part).collect()
}

/// Cuts the text of a part into paragraphs, and those into what stands and what is filled in.
fn paragraphs(
    read: &Read<'_, RawLetter>,
    text: &Text,
    fields: &[Field],
    diagnostics: &mut Diagnostics,
) -> Vec<Vec<Piece>> {
    let mut paragraph = |words: &str| {
        let strong = words.split("**").enumerate();
        strong
            .flat_map(|(part, words)| pieces(read, text, words, part % 2 == 1, fields, diagnostics))
            .collect()
    };
    let paragraphs = text.get_ref().split("\n\n").map(str::trim).filter(|words| !words.is_empty());
    paragraphs.map(|words| paragraph(&words.replace('\n', " "))).collect()
}

/// The pieces of some words; a blank that is no field is noted.
fn pieces(
    read: &Read<'_, RawLetter>,
    text: &Text,
    words: &str,
    strong: bool,
    fields: &[Field],
    diagnostics: &mut Diagnostics,
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
            Some(place) => found.push(Piece::Field(u8::try_from(place).unwrap_or(u8::MAX))),
            None => diagnostics.push(no_field(read, text, name, fields)),
        }
        rest = after;
    }
    found.extend(plain(rest));
    found
}

fn no_field(read: &Read<'_, RawLetter>, text: &Text, name: &str, fields: &[Field]) -> Diagnostic {
    let written = text.get_ref();
    let start = written.find(&format!("{{{name}")).map_or(0, |start| start + 1);
    let place = read.place_in(text, &(start..start + name.len()));
    let known = fields.iter().map(|field| field.id.as_str());
    Diagnostic::new(place, format!("no field `{name}`")).maybe_help(suggestion(name, known))
}

/// A field that no part uses would be asked for and dropped.
fn refuse_unused(
    read: &Read<'_, RawLetter>,
    fields: &[Field],
    parts: &[LetterPart],
    diagnostics: &mut Diagnostics,
) {
    let pieces = parts.iter().flat_map(|part| part.paragraphs.iter().flatten());
    // By id: of two fields with the same, which is wrong already, neither is unused as well.
    let used: BTreeSet<&str> = pieces
        .filter_map(|piece| match piece {
            Piece::Field(place) => fields.get(usize::from(*place)).map(|field| field.id.as_str()),
            Piece::Text(_) | Piece::Strong(_) => None,
        })
        .collect();
    for raw in read.raw.fields.iter().filter(|raw| !used.contains(raw.id.get_ref().as_str())) {
        let id = raw.id.get_ref();
        diagnostics.push(
            Diagnostic::new(read.place_of(&raw.id), format!("no part of the letter uses the field `{id}`"))
                .help(format!("write `{{{id}}}` in a part, or remove the field")),
        );
    }
}
