//! The facilitator's view: for each practice case a sheet with all that a trainer needs to lead a group through it, and slides for
//! the screen at the front; then the stories that open the sections of the course.
//!
//! Nothing on a sheet is written for it: the words are those of the case, the rest is what the policy gives.
//!
//! What would change the outcome is searched on a copy of the policy in which no question is `fixed`, because in a story every fact may
//! be another. One question at a time is searched as well: one of many choices has so many other answers that the search among all
//! facts would list nothing else.

mod case_parts;
mod openings;
mod practised;
mod slides;
mod suppose;

pub(super) use practised::Practised;
pub use slides::cases_as_slides;

use super::wording::counted;
use crate::content::{Line, Part};
use case_parts::{CaseParts, aside, paragraphs, section};
use policy_compiler::{Compiled, Insert, Item as Block};
use suppose::Suppose;

/// A list of the practice cases, then a sheet for each.
pub fn cases_with_notes(compiled: &Compiled) -> Vec<Part> {
    let cases = Practised::all(compiled);
    let listed = |case: &Practised<'_>| case.line(|line, id, title| line.here(&sheet_id(id), title)).into();
    let openings = openings::openings(&compiled.training);
    let stories = openings.iter().map(|_| Line::default().here(openings::ID, openings::TITLE).into());
    let list = Part::steps(cases.iter().map(listed).chain(stories).collect());
    let suppose = Suppose::of(&compiled.policy);
    let sheet = |case| Sheet { of: CaseParts::new(case, &cases), suppose: &suppose }.parts();
    let list = Part::Group { class: "sheet-list", id: None, parts: vec![list] };
    let sheets = cases.iter().map(sheet).chain(openings);
    [Part::heading(2, "The cases"), list].into_iter().chain(sheets).collect()
}

/// Whether a page has the sheets.
pub(super) fn has_sheets(compiled: &Compiled) -> bool {
    has(compiled, Insert::CasesWithNotes)
}

/// Whether a page has the slides.
pub(super) fn has_slides(compiled: &Compiled) -> bool {
    has(compiled, Insert::CasesAsSlides)
}

fn has(compiled: &Compiled, insert: Insert) -> bool {
    let mut blocks = compiled.pages.iter().flat_map(|page| &page.blocks);
    blocks.any(|block| block.item == Block::Insert(insert))
}

fn sheet_id(case: &str) -> String {
    format!("sheet-{case}")
}

/// The sheet of one case.
struct Sheet<'a, 'c> {
    of: CaseParts<'a, 'c>,
    suppose: &'a Suppose,
}

impl Sheet<'_, '_> {
    fn parts(&self) -> Part {
        let CaseParts { case, apart, .. } = &self.of;
        let scenario = case.scenario;
        let title =
            Part::Heading { level: 2, id: Some(sheet_id(&scenario.id)), text: scenario.title.clone() };
        let mut parts = vec![title];
        parts.extend(paragraphs(&scenario.story));
        if has_slides(case.compiled) {
            let link = Line::default().block("slides", &scenario.id, "Show this case as slides");
            parts.push(Part::Group { class: "sheet-slides", id: None, parts: vec![Part::Paragraph(link)] });
        }
        parts.extend(section("Where the policy leads", self.of.outcome()));
        parts.extend(section("What people choose instead", self.of.mistakes()));
        parts.extend(section("Facts to draw out", self.of.facts()));
        parts.extend(section("Change a fact", self.suppose.parts(case, apart)));
        let (options, not_offered) = self.of.options();
        parts.extend(section("Options", [options].into_iter().chain(not_offered).collect()));
        parts.extend(section("What needs a person", self.of.open()));
        parts.extend(section("Notes", self.notes()));
        parts.push(aside(vec![self.all_facts()]));
        Part::Group { class: "sheet", id: None, parts }
    }

    fn notes(&self) -> Vec<Part> {
        let Practised { scenario, practice, compiled, .. } = self.of.case;
        let taught = practice.teaches.iter().map(|outcome| {
            let outcome = &compiled.training.outcomes[outcome.index()];
            Line::default().block("learning-outcome", &outcome.id, &outcome.says).into()
        });
        let clauses = self.of.case.clauses();
        let mut parts: Vec<Part> = paragraphs(&scenario.notes).collect();
        let said = [("decided as the policy does", &practice.right), ("decided otherwise", &practice.wrong)];
        for (who, note) in said {
            parts.push(Part::heading(4, format!("To those who {who}")));
            parts.extend(paragraphs(note));
        }
        if let Some(clauses) = clauses {
            parts.push(Part::Paragraph(Line::of("Look up paragraph ").then(clauses).text(".")));
        }
        parts.extend([Part::heading(4, "What it teaches"), Part::list(taught.collect())]);
        parts
    }

    /// Everything that the case says, for what a group may ask.
    fn all_facts(&self) -> Part {
        let case = self.of.case;
        let given = case.policy().question_refs().filter(|of| case.answers.get(*of).is_some());
        let facts: Vec<Line> = given.map(|of| self.of.fact(of)).collect();
        let lead = format!("All {} of this case: ", counted(facts.len(), "answer"));
        Part::Paragraph(Line::of(lead).then(Line::joined(facts, "; ")))
    }
}
