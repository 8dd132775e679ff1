//! Makes the properties: what has to hold for every set of answers.

use super::Resolver;
use super::conditions::Scope;
use super::read::Read;
use crate::Diagnostic;
use crate::block::{RawProperty, Text};
use crate::names::Names;
use crate::prove::{Claim, Property};
use policy::{Question, Ref};

impl Resolver<'_> {
    pub(crate) fn properties(&self) -> Vec<Property> {
        let mut ids = Names::new("property");
        let property = |(number, read): (u16, &Read<'_, RawProperty>)| {
            let id = &read.raw.id;
            self.note(ids.add(id.get_ref(), Ref::<Property>::new(number), read.place_of(id)));
            let source = self.source(read, &read.raw.source());
            let claim = self.claim(read)?;
            Some(Property {
                id: id.get_ref().clone(),
                says: read.raw.says.clone(),
                claim,
                place: read.place_of(id),
                source,
            })
        };
        (0..).zip(&self.blocks.properties).filter_map(property).collect()
    }

    fn claim(&self, read: &Read<'_, RawProperty>) -> Option<Claim> {
        match (&read.raw.always, &read.raw.no_effect, &read.raw.never_more) {
            (Some(always), None, None) => Some(Claim::Always(self.condition(read, always, Scope::Property))),
            (None, Some(questions), None) => Some(Claim::NoEffect(self.questions_of(read, questions))),
            (None, None, Some(never_more)) => Some(Claim::NeverMore {
                turning: self.yes_no(read, &never_more.turning),
                options: self.find_all(&self.names.options, read, &never_more.options),
            }),
            (always, no_effect, never_more) => {
                let claims = [always.is_some(), no_effect.is_some(), never_more.is_some()];
                let made = match claims.into_iter().filter(|made| *made).count() {
                    0 => "no claim",
                    _ => "more than one claim",
                };
                let message = format!("property `{}` makes {made}", read.raw.id.get_ref());
                self.push(
                    Diagnostic::new(read.place_of(&read.raw.id), message)
                        .help("give it exactly one of `always`, `no-effect` and `never-more`"),
                );
                None
            }
        }
    }

    /// Questions that can be turned to yes.
    fn yes_no(&self, read: &Read<'_, RawProperty>, ids: &[Text]) -> Vec<Ref<Question>> {
        for id in ids {
            if self.names.has_choices(id.get_ref()) {
                let message =
                    format!("`{}` is not a yes-no question, and cannot be turned to yes", id.get_ref());
                self.push(Diagnostic::new(read.place_of(id), message).help("leave it out"));
            }
        }
        self.questions_of(read, ids)
    }
}
