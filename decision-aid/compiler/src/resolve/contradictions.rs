//! Makes the contradictions: answers that do not go together.

use super::Resolver;
use super::conditions::Scope;
use super::read::Read;
use crate::Diagnostic;
use crate::block::RawContradiction;
use crate::dependencies::{Questions, support};
use crate::diagram::Part;
use crate::diagram::space::{Space, TooLarge};
use crate::kinds::Item;
use crate::names::Names;
use policy::{Contradiction, Policy, Ref};

impl Resolver<'_> {
    /// The contradictions. Which questions they read is found over all answers.
    pub(super) fn contradictions(&self) -> Vec<Contradiction> {
        let mut ids = Names::new("contradiction");
        let contradiction = |(number, read): (u16, &Read<'_, RawContradiction>)| {
            let raw = &read.raw;
            self.note(ids.add(raw.id.get_ref(), Ref::<Contradiction>::new(number), read.place_of(&raw.id)));
            Contradiction {
                id: raw.id.get_ref().clone(),
                says: raw.says.clone(),
                when: self.condition(read, &raw.when, Scope::Facts),
                questions: Vec::new(),
                source: self.source(read, &raw.source()),
            }
        };
        (0..).zip(&self.blocks.contradictions).map(contradiction).collect()
    }

    /// The questions whose answers each contradiction reads. One that reads fewer than two contradicts nothing, and is noted.
    pub(super) fn read_by_contradictions(
        &self,
        policy: &Policy,
        space: &mut Space<'_>,
    ) -> Result<Vec<Questions>, TooLarge> {
        let mut all = Vec::new();
        for ((number, contradiction), read) in
            (0..).zip(&policy.contradictions).zip(&self.blocks.contradictions)
        {
            let part = Part::Item(Item::Contradiction(Ref::new(number)));
            let diagram = space.condition(&contradiction.when).map_err(|large| large.within(part))?;
            let questions = support(space, &diagram);
            if questions.len() == 1 {
                let message = format!("the contradiction `{}` reads one question only", contradiction.id);
                let help = "name answers to two questions or more: it is said beside each of them";
                self.push(Diagnostic::new(read.place_of(&read.raw.when), message).help(help));
            }
            all.push(questions);
        }
        Ok(all)
    }
}
