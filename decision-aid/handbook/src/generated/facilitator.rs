//! The facilitator's view: for each practice case a sheet with all that a trainer needs to lead a group through it.
//!
//! Nothing on a sheet is written for it: the words are those of the case, the rest is what the policy gives.
//!
//! What would change the outcome is searched on a copy of the policy in which no question is `fixed`, because in a story every fact may
//! be another. One question at a time is searched as well: one of many choices has so many other answers that the search among all
//! facts would list nothing else.

mod practised;
mod suppose;

pub(super) use practised::Practised;
use suppose::Suppose;

use super::wording::{answer, counted};
use crate::content::{Item, Line, Part};
use policy::{Circumstances, Outcome, Question, Ref, Scenario, Selection, Status, reason};
use policy_compiler::{Compiled, Insert, Item as Block};

/// A list of the practice cases, then a sheet for each.
pub fn cases_with_notes(compiled: &Compiled) -> Vec<Part> {
    let cases = Practised::all(compiled);
    let listed = |case: &Practised<'_>| case.line(|line, id, title| line.here(&sheet_id(id), title)).into();
    let list = Part::steps(cases.iter().map(listed).collect());
    let suppose = Suppose::of(&compiled.policy);
    let sheet = |case| Sheet { case, apart: apart(case, &cases), suppose: &suppose }.parts();
    let list = Part::Group { class: "sheet-list", id: None, parts: vec![list] };
    [Part::heading(2, "The cases"), list].into_iter().chain(cases.iter().map(sheet)).collect()
}

/// The questions that fewer than half of the cases answer as one does, those that the fewest do first.
fn apart(case: &Practised<'_>, all: &[Practised<'_>]) -> Vec<Ref<Question>> {
    let as_here = |of: &Ref<Question>| {
        all.iter().filter(|other| other.answers.get(*of) == case.answers.get(*of)).count()
    };
    let asked = case.policy().question_refs().filter(|of| case.answers.get(*of).is_some());
    let mut apart: Vec<_> =
        asked.map(|of| (as_here(&of), of)).filter(|(same, _)| 2 * same < all.len()).collect();
    apart.sort();
    apart.into_iter().map(|(_, of)| of).collect()
}

/// Whether a page has the sheets.
pub(super) fn has_sheets(compiled: &Compiled) -> bool {
    let mut blocks = compiled.pages.iter().flat_map(|page| &page.blocks);
    blocks.any(|block| block.item == Block::Insert(Insert::CasesWithNotes))
}

fn sheet_id(case: &str) -> String {
    format!("sheet-{case}")
}

/// The sheet of one case.
struct Sheet<'a, 'c> {
    case: &'a Practised<'c>,
    /// What sets it apart from the other cases.
    apart: Vec<Ref<Question>>,
    suppose: &'a Suppose,
}

impl Sheet<'_, '_> {
    fn parts(&self) -> Part {
        let scenario = self.case.scenario;
        let title =
            Part::Heading { level: 2, id: Some(sheet_id(&scenario.id)), text: scenario.title.clone() };
        let mut parts = vec![title];
        parts.extend(paragraphs(&scenario.story));
        parts.extend(self.outcome());
        parts.extend(section("Facts to draw out", self.facts()));
        parts.extend(section("Change a fact", self.suppose.parts(self.case, &self.apart)));
        parts.extend(section("Options", self.options()));
        parts.extend(section("What needs a person", self.open()));
        parts.extend(section("Notes", self.notes()));
        parts.push(aside(vec![self.all_facts()]));
        Part::Group { class: "sheet", id: None, parts }
    }

    fn outcome(&self) -> Vec<Part> {
        let policy = self.case.policy();
        let outcome = match self.case.assessment.outcome {
            Some(outcome) => {
                let Outcome { id, name, says, source, .. } = &policy[outcome];
                Line::default().block("outcome", id, name).text(format!(". {says}")).source(source)
            }
            None => self.case.possible(),
        };
        let duties = policy.duties.iter().zip(&self.case.assessment.duties);
        let at_once = duties
            .filter(|(_, holds)| **holds == Some(true))
            .map(|(duty, _)| Line::default().block("duty", &duty.id, &duty.name).source(&duty.source).into());
        let at_once: Vec<Item> = at_once.collect();
        let mut parts = vec![Part::heading(3, "Where the policy leads"), Part::Paragraph(outcome)];
        if !at_once.is_empty() {
            parts.extend([Part::paragraph("At once, whatever the outcome:"), Part::list(at_once)]);
        }
        parts
    }

    /// The fewest answers that settle the outcome, those that set the case apart first; what is missing where it is open.
    fn facts(&self) -> Vec<Part> {
        let policy = self.case.policy();
        let fact = |question: &Ref<Question>| self.fact(*question).source(&policy[*question].source).into();
        let Some(enough) = &self.case.why else {
            let missing = self.case.assessment.ask.iter().map(fact).collect();
            return vec![Part::paragraph("The outcome is open until these are known:"), Part::list(missing)];
        };
        let apart: Vec<_> = self.apart.iter().filter(|of| enough.contains(of)).collect();
        let usual = enough.iter().filter(|of| !apart.contains(of)).map(|of| self.fact(*of));
        let usual = Line::joined(usual, "; ");
        let lead = "These are enough for the outcome, whatever else is so:";
        let mut parts = vec![Part::paragraph(lead), Part::list(apart.into_iter().map(fact).collect())];
        if !usual.0.is_empty() {
            parts.push(Part::Paragraph(Line::of("With what holds in most cases: ").then(usual)));
        }
        parts
    }

    /// A question by its name, with what the case answers.
    fn fact(&self, of: Ref<Question>) -> Line {
        let question = &self.case.policy()[of];
        let given = self.case.answers.get(of).unwrap_or(Selection::NotSure);
        let name = Line::default().block("question", &question.id, &question.short).text(": ");
        let fact = name.then(answer(question, &question.answer(given)));
        if !self.case.scenario.takes_for_granted(question) {
            return fact;
        }
        fact.text(format!(" ({})", Scenario::TAKEN_FOR_GRANTED))
    }

    fn options(&self) -> Vec<Part> {
        let Practised { answers, assessment, .. } = self.case;
        let policy = self.case.policy();
        let mut weighed = Vec::new();
        let mut others = Vec::new();
        for (number, (option, standing)) in (0..).zip(policy.options.iter().zip(&assessment.options)) {
            let name = Line::default().block("option", &option.id, &option.name);
            if standing.settled && standing.status == Status::NotOffered {
                others.push(name);
                continue;
            }
            let why = reason(policy, answers, Ref::new(number), *standing);
            let line = name.text(": ").then(Line::bold(standing.status.name()));
            weighed.push(line.text(format!(". {}", why.because)).source(why.source).into());
        }
        let mut parts = vec![Part::list(weighed)];
        if !others.is_empty() {
            let line = Line::of("Not offered here: ").then(Line::joined(others, "; "));
            parts.push(aside(vec![Part::Paragraph(line)]));
        }
        parts
    }

    /// What the case leaves to a person, what nobody knows yet, and what the policy leaves open in such a case.
    fn open(&self) -> Vec<Part> {
        let Practised { compiled, scenario, answers, assessment, .. } = self.case;
        let policy = self.case.policy();
        let own = scenario.open.iter().cloned().map(Item::from);
        let unknown = policy.question_refs().filter(|of| answers.get(*of) == Some(Selection::NotSure));
        let unknown = unknown.map(|of| {
            let who =
                policy[of].settled_by.as_ref().map(|who| Line::of(format!(". Who can settle it: {who}")));
            self.fact(of).then(who.unwrap_or_default()).text(".").into()
        });
        let circumstances = Circumstances { policy, answers, outcome: assessment.outcome };
        let points = compiled.paperwork.open_points.iter();
        let points = points.filter(|point| point.when.holds(circumstances) == Some(true));
        let points: Vec<Item> =
            points.map(|point| Line::of(point.ask.clone()).source(&point.source).into()).collect();
        let mut parts = vec![Part::list(own.chain(unknown).collect())];
        if !points.is_empty() {
            let lead = Part::paragraph("Besides, the policy leaves open here:");
            parts.push(aside(vec![lead, Part::list(points)]));
        }
        parts
    }

    fn notes(&self) -> Vec<Part> {
        let Practised { scenario, practice, compiled, .. } = self.case;
        let taught = practice.teaches.iter().map(|outcome| {
            let outcome = &compiled.training.outcomes[outcome.index()];
            Line::default().block("learning-outcome", &outcome.id, &outcome.says).into()
        });
        let clauses = self.case.clauses();
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
        let policy = self.case.policy();
        let given = policy.question_refs().filter(|of| self.case.answers.get(*of).is_some());
        let facts: Vec<Line> = given.map(|of| self.fact(of)).collect();
        let lead = format!("All {} of this case: ", counted(facts.len(), "answer"));
        Part::Paragraph(Line::of(lead).then(Line::joined(facts, "; ")))
    }
}

/// What a trainer looks up, and does not read out.
fn aside(parts: Vec<Part>) -> Part {
    Part::Group { class: "sheet-aside", id: None, parts }
}

/// Parts under a heading; without parts, no heading.
fn section(title: &str, parts: Vec<Part>) -> Vec<Part> {
    let empty = |part: &Part| matches!(part, Part::List { items, .. } if items.is_empty());
    let parts: Vec<Part> = parts.into_iter().filter(|part| !empty(part)).collect();
    if parts.is_empty() {
        return parts;
    }
    [Part::heading(3, title)].into_iter().chain(parts).collect()
}

fn paragraphs(text: &str) -> impl Iterator<Item = Part> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).map(Part::paragraph)
}
