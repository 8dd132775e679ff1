//! What a case holds and the policy has no use or place for: from another version of it. It is kept, and the record lists it.

use crate::case::own_option;
use crate::{Case, Key, OWN_OPTIONS};
use policy::{Answer, Content, EntryRules, Field, Letter, Paperwork, Policy};
use std::collections::BTreeSet;

impl Case {
    /// The answers that this policy has no use for: to questions that it does not ask, or that these do not take.
    pub fn left_over(&self, policy: &Policy) -> Vec<(&str, &Answer)> {
        let read = |id: &str, answer: &Answer| {
            policy.question(id).is_some_and(|question| policy[question].takes(answer))
        };
        let all = self.answers.iter().map(|(id, answer)| (id.as_str(), answer));
        all.filter(|(id, answer)| !read(id, answer)).collect()
    }

    /// The texts under keys that nothing in this policy has, each with its key. Empty ones are no loss.
    pub fn left_over_texts(&self, content: &Content) -> Vec<(&str, &str)> {
        let places = places(content);
        let all = self.texts.iter().map(|(key, text)| (key.as_str(), text.as_str()));
        all.filter(|(key, text)| !text.trim().is_empty() && !places.contains(*key)).collect()
    }
}

/// The keys of everything that can be written down under a policy.
fn places(content: &Content) -> BTreeSet<String> {
    let Content { policy, paperwork } = content;
    let mut places = BTreeSet::new();
    for question in &policy.questions {
        add(&mut places, [Key::Evidence(&question.id)]);
        let choices = question.answers.choices().iter();
        add(&mut places, choices.map(|choice| Key::ChoiceEvidence(&question.id, &choice.id)));
    }
    for option in &policy.options {
        add(&mut places, [Key::Taken(&option.id)]);
        add(&mut places, option.details.iter().map(|field| Key::Detail(&option.id, &field.id)));
        add(&mut places, reasons(paperwork).map(|field| Key::Reason(&option.id, &field.id)));
    }
    add(&mut places, paperwork.reasons.decision.iter().map(|field| Key::DecisionReason(&field.id)));
    for number in 1..=OWN_OPTIONS {
        let id = own_option(number);
        add(&mut places, [Key::Own(number)]);
        add(&mut places, reasons(paperwork).map(|field| Key::Reason(&id, &field.id)));
    }
    let EntryRules { incident, correction, .. } = &paperwork.entries;
    add(&mut places, incident.iter().map(|field| Key::Incident(&field.id)));
    add(&mut places, correction.iter().map(|field| Key::Correction(&field.id)));
    add(&mut places, policy.questions.iter().map(|question| Key::Carried(&question.id)));
    add(&mut places, [Key::Corrects, Key::Begun]);
    let fields = paperwork.sections.iter().flat_map(|section| &section.fields);
    add(&mut places, fields.map(|field| Key::Record(&field.id)));
    add(&mut places, paperwork.open_points.iter().map(|point| Key::OpenPoint(&point.id)));
    paperwork.letters.iter().for_each(|letter| add_letter(&mut places, letter));
    places
}

fn add_letter(places: &mut BTreeSet<String>, letter: &Letter) {
    add(places, letter.fields.iter().map(|field| Key::LetterField(&letter.id, &field.id)));
    for part in &letter.parts {
        add(places, [Key::LetterPart(&letter.id, &part.id), Key::Without(&letter.id, &part.id)]);
    }
}

fn add<'k>(places: &mut BTreeSet<String>, keys: impl IntoIterator<Item = Key<'k>>) {
    places.extend(keys.into_iter().map(|key| key.to_string()));
}

/// The reasons that an option can need.
fn reasons(paperwork: &Paperwork) -> impl Iterator<Item = &Field> {
    paperwork.reasons.taken.iter().chain(&paperwork.reasons.rejected)
}

#[cfg(test)]
mod tests;
