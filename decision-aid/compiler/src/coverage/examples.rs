//! What no practice case shows: answers that none gives, and results that none comes to.

use crate::diagram::refs;
use crate::diagram::space::{Space, TooLarge};
use crate::{Compiled, Diagnostic, Diagnostics, Item, Page, Place};
use biodivine_lib_bdd::Bdd;
use policy::{
    Answer, AnswerKind, Answers, Assessment, Duty, Policy, PolicyOption, Question, Ref, Status, assess,
};

/// Notes every answer and every result that no practice case comes to.
pub(super) fn missing(compiled: &Compiled, pages: &[Page], diagnostics: &mut Diagnostics) {
    let policy = &compiled.policy;
    for question in policy.question_refs() {
        answers(compiled, pages, question, diagnostics);
    }
    let read = |raw| Answers::read(policy, raw).ok();
    let given = compiled.scenarios.iter().filter_map(|scenario| read(&scenario.answers));
    let shown: Vec<Assessment> = given.map(|answers| assess(policy, &answers)).collect();
    let mut search = Search { compiled, space: Space::new(policy), diagnostics };
    // A diagram that outgrows its bound was refused when the pages were compiled.
    let _: Result<(), TooLarge> = search.results(&shown);
}

/// Notes each answer to a question that no practice case gives.
fn answers(compiled: &Compiled, pages: &[Page], question: Ref<Question>, diagnostics: &mut Diagnostics) {
    let asked = &compiled.policy[question];
    let given = |wanted: &str| {
        let mut answers = compiled.scenarios.iter().filter_map(|scenario| scenario.answers.get(&asked.id));
        answers.any(|answer| match answer {
            Answer::One(word) => word == wanted,
            Answer::Many(words) => words.iter().any(|word| word == wanted),
        })
    };
    let id = &asked.id;
    let Some(place) = compiled.place_of(Item::Question(question)) else { return };
    if asked.answers == AnswerKind::YesNo {
        for word in ["yes", "no"].into_iter().filter(|word| !given(word)) {
            let message = format!("no practice case answers `{id}` with {word}");
            let help = format!("write `{id} = \"{word}\"` in a `scenario` block where it is so");
            diagnostics.push(Diagnostic::new(place.clone(), message).help(help));
        }
    }
    for choice in asked.answers.choices().iter().filter(|choice| !given(&choice.id)) {
        let message = format!("no practice case ticks `{id}.{}`", choice.id);
        let help = format!("tick `{}` in a `scenario` block where it is so", choice.id);
        let place = choice_place(compiled, pages, question, &choice.id).unwrap_or(place.clone());
        diagnostics.push(Diagnostic::new(place, message).help(help));
    }
}

/// Where the id of a choice stands in the block of its question.
fn choice_place(compiled: &Compiled, pages: &[Page], question: Ref<Question>, choice: &str) -> Option<Place> {
    let block = compiled.pages.iter().flat_map(|page| &page.blocks);
    let block = block.into_iter().find(|block| block.item == Item::Question(question))?;
    let text = &pages.get(block.id.page)?.text[block.id.span.1..block.span.end];
    let quoted = text.find(&format!("\"{choice}\""))? + block.id.span.1 + 1;
    Some(Place::new(block.id.page, quoted..quoted + choice.len()))
}

struct Search<'a, 'p> {
    compiled: &'p Compiled,
    space: Space<'p>,
    diagnostics: &'a mut Diagnostics,
}

impl Search<'_, '_> {
    /// Notes each result that can come up and that no practice case comes to.
    fn results(&mut self, shown: &[Assessment]) -> Result<(), TooLarge> {
        let policy: &Policy = &self.compiled.policy;
        for outcome in policy.outcome_refs().filter(|of| !shown.iter().any(|case| case.outcome == Some(*of)))
        {
            let diagram = self.space.outcome(outcome)?;
            let what = format!("comes to the outcome `{}`", policy[outcome].id);
            self.note(Item::Outcome(outcome), &what, &diagram);
        }
        for duty in refs::<Duty>(&policy.duties) {
            if !shown.iter().any(|case| case.duties[duty.index()] == Some(true)) {
                let diagram = self.space.condition(&policy[duty].when)?;
                self.note(Item::Duty(duty), &format!("calls for the duty `{}`", policy[duty].id), &diagram);
            }
        }
        for option in refs::<PolicyOption>(&policy.options) {
            for (status, word) in Status::WORDS {
                let has = |case: &Assessment| {
                    let standing = case.options[option.index()];
                    standing.settled && standing.status == status
                };
                if !shown.iter().any(has) {
                    let diagram = self.space.status(option, status)?;
                    let what = format!("makes the option `{}` {word}", policy[option].id);
                    self.note(Item::Option(option), &what, &diagram);
                }
            }
        }
        Ok(())
    }

    /// Notes that no practice case does something, where any answers would.
    fn note(&mut self, item: Item, what: &str, diagram: &Bdd) {
        let Some(witness) = self.space.witness_or_not_sure(diagram) else { return };
        let Some(place) = self.compiled.place_of(item) else { return };
        let line = |(id, answer): &(String, Answer)| format!("{id} = {answer}");
        let answers: Vec<String> = witness.answers.iter().map(line).collect();
        let help = format!("add a `scenario` block, for example with {}", answers.join(", "));
        self.diagnostics.push(Diagnostic::new(place, format!("no practice case {what}")).help(help));
    }
}
