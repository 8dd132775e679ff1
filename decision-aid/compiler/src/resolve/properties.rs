//! Makes the properties: what has to hold for every set of answers.

use super::clauses::Clauses;
use super::conditions::{Scope, Vocabulary};
use super::read::{Blocks, Read};
use super::sources;
use crate::block::{RawProperty, Text};
use crate::names::Names;
use crate::prove::{Claim, Property};
use crate::{Diagnostic, Diagnostics};
use policy::{PolicyOption, Question, Ref};

pub(crate) fn properties(
    blocks: &Blocks<'_>,
    names: &Vocabulary<'_>,
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> Vec<Property> {
    let mut ids = Names::new("property");
    let property = |(number, read): (u16, &Read<'_, RawProperty>)| {
        let id = &read.raw.id;
        diagnostics.note(ids.add(id.get_ref(), Ref::<Property>::new(number), read.place_of(id)));
        let source = sources::source(read, &read.raw.source(), clauses, diagnostics);
        let claim = claim(read, names, diagnostics)?;
        Some(Property {
            id: id.get_ref().clone(),
            says: read.raw.says.clone(),
            claim,
            place: read.place_of(id),
            source,
        })
    };
    (0..).zip(&blocks.properties).filter_map(property).collect()
}

fn claim(
    read: &Read<'_, RawProperty>,
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Claim> {
    match (&read.raw.always, &read.raw.no_effect, &read.raw.never_more) {
        (Some(always), None, None) => {
            Some(Claim::Always(names.condition(read, always, Scope::Property, diagnostics)))
        }
        (None, Some(questions), None) => {
            Some(Claim::NoEffect(names.questions_of(read, questions, diagnostics)))
        }
        (None, None, Some(never_more)) => Some(Claim::NeverMore {
            turning: yes_no(read, &never_more.turning, names, diagnostics),
            options: options(read, &never_more.options, names, diagnostics),
        }),
        (always, no_effect, never_more) => {
            let claims = [always.is_some(), no_effect.is_some(), never_more.is_some()];
            let made = match claims.into_iter().filter(|made| *made).count() {
                0 => "no claim",
                _ => "more than one claim",
            };
            let message = format!("property `{}` makes {made}", read.raw.id.get_ref());
            diagnostics.push(
                Diagnostic::new(read.place_of(&read.raw.id), message)
                    .help("give it exactly one of `always`, `no-effect` and `never-more`"),
            );
            None
        }
    }
}

/// Questions that can be turned to yes.
fn yes_no(
    read: &Read<'_, RawProperty>,
    ids: &[Text],
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Ref<Question>> {
    for id in ids {
        if names.has_choices(id.get_ref()) {
            let message = format!("`{}` is not a yes-no question, and cannot be turned to yes", id.get_ref());
            diagnostics.push(Diagnostic::new(read.place_of(id), message).help("leave it out"));
        }
    }
    names.questions_of(read, ids, diagnostics)
}

fn options(
    read: &Read<'_, RawProperty>,
    ids: &[Text],
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Ref<PolicyOption>> {
    let find = |id: &Text| names.options.find(id.get_ref(), read.place_of(id));
    ids.iter().filter_map(|id| diagnostics.note(find(id))).collect()
}
