//! What can be said of a practice case, in the parts that its sheet and its slides have in common.

use super::Practised;
use crate::content::{Item, Line, Part};
use crate::generated::wording::answer;
use policy::{Circumstances, Outcome, Question, Ref, Scenario, Selection, Status, reason};

/// A case, and what sets it apart from the others.
pub(super) struct CaseParts<'a, 'c> {
    pub(super) case: &'a Practised<'c>,
    /// The questions that fewer than half of the cases answer as this one does, those that the fewest do first.
    pub(super) apart: Vec<Ref<Question>>,
}

impl<'a, 'c> CaseParts<'a, 'c> {
    pub(super) fn new(case: &'a Practised<'c>, all: &[Practised<'c>]) -> Self {
        let as_here = |of: &Ref<Question>| {
            all.iter().filter(|other| other.answers.get(*of) == case.answers.get(*of)).count()
        };
        let asked = case.policy().question_refs().filter(|of| case.answers.get(*of).is_some());
        let mut apart: Vec<_> =
            asked.map(|of| (as_here(&of), of)).filter(|(same, _)| 2 * same < all.len()).collect();
        apart.sort();
        Self { case, apart: apart.into_iter().map(|(_, of)| of).collect() }
    }

    /// The outcome in a paragraph, and what has to be done at once.
    pub(super) fn outcome(&self) -> Vec<Part> {
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
        let mut parts = vec![Part::Paragraph(outcome)];
        if !at_once.is_empty() {
            parts.extend([Part::paragraph("At once, whatever the outcome:"), Part::list(at_once)]);
        }
        parts
    }

    /// The fewest answers that settle the outcome, those that set the case apart first; what is missing where it is open.
    pub(super) fn facts(&self) -> Vec<Part> {
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

    /// The facts that set the case apart; where nothing does, those that are enough for the outcome.
    pub(super) fn facts_apart(&self) -> Vec<Part> {
        let enough = self.case.why.as_ref().filter(|_| self.apart.is_empty());
        let facts = enough.unwrap_or(&self.apart);
        vec![Part::list(facts.iter().map(|of| self.fact(*of).into()).collect())]
    }

    /// The outcomes that a learner chooses from.
    pub(super) fn choices(&self) -> Vec<Part> {
        let policy = self.case.policy();
        let practice = course::PracticeCase::new(policy, self.case.scenario);
        let choices = practice.map(|case| case.outcome_choices()).unwrap_or_default();
        let name = |choice: course::OutcomeChoice| policy.outcome_name(choice.outcome()).to_owned().into();
        vec![Part::list(choices.into_iter().map(name).collect())]
    }

    /// What people choose instead of the outcome, and why that is wrong; nothing where the case does not say.
    pub(super) fn mistakes(&self) -> Vec<Part> {
        let mistakes = self.case.practice.mistakes.iter().map(|mistake| {
            let name = self.case.policy().outcome_name(mistake.outcome);
            Line::bold(name).text(format!(". {}", mistake.because)).into()
        });
        vec![Part::list(mistakes.collect())]
    }

    /// A question by its name, with what the case answers.
    pub(super) fn fact(&self, of: Ref<Question>) -> Line {
        let question = &self.case.policy()[of];
        let given = self.case.answers.get(of).unwrap_or(Selection::NotSure);
        let name = Line::default().block("question", &question.id, &question.short).text(": ");
        let fact = name.then(answer(question, &question.answer(given)));
        if !self.case.scenario.takes_for_granted(question) {
            return fact;
        }
        fact.text(format!(" ({})", Scenario::TAKEN_FOR_GRANTED))
    }

    /// The options that are weighed, with the status of each and the reason; and those that are not offered.
    pub(super) fn options(&self) -> (Part, Option<Part>) {
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
        let not_offered = (!others.is_empty()).then(|| {
            let line = Line::of("Not offered here: ").then(Line::joined(others, "; "));
            aside(vec![Part::Paragraph(line)])
        });
        (Part::list(weighed), not_offered)
    }

    /// What the case leaves to a person, what nobody knows yet, and what the policy leaves open in such a case.
    pub(super) fn open(&self) -> Vec<Part> {
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
}

/// What a trainer looks up, and does not read out.
pub(super) fn aside(parts: Vec<Part>) -> Part {
    Part::Group { class: "sheet-aside", id: None, parts }
}

/// Parts under a heading; without parts, no heading.
pub(super) fn section(title: &str, parts: Vec<Part>) -> Vec<Part> {
    let parts: Vec<Part> = parts.into_iter().filter(|part| !is_empty(part)).collect();
    if parts.is_empty() {
        return parts;
    }
    [Part::heading(3, title)].into_iter().chain(parts).collect()
}

/// Whether a part shows nothing.
fn is_empty(part: &Part) -> bool {
    matches!(part, Part::List { items, .. } if items.is_empty())
}

pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = Part> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).map(Part::paragraph)
}
