//! How the next entry of a case begins: with what goes on from those before it.

use super::{CaseHistory, DueKind, InForce, Limits};
use crate::calendar::in_words;
use crate::{Case, Key};
use policy::{Answer, Content, EntryKind, Question, Ref};

impl CaseHistory {
    /// A review of what is in force: the reference, the terms and what does not change go on; every fact about now is asked
    /// afresh. Where the review is late, that is said where the reason is written down. `today` is the day it is counted to.
    pub fn begin_review(&self, content: &Content, today: &str) -> Case {
        let mut case = self.begin_check(content);
        case.write(&Key::Begun.to_string(), EntryKind::Review.word().to_owned());
        let in_force = self.in_force();
        let decided: Vec<&InForce<'_>> = in_force.iter().filter(|set| !set.is_on_the_spot()).collect();
        carry_terms(content, &decided, &mut case);
        let facts = &content.paperwork.entries.facts;
        let due = self.due(facts.decided_on.as_ref(), today);
        let late = due.iter().find(|due| due.kind == DueKind::Review && due.is_overdue);
        if let Some((due, field)) = late.zip(facts.late.as_ref()) {
            case.write(&Key::Record(field).to_string(), [&due.says(today), " The reason: "].concat());
        }
        case
    }

    /// A check after something new has happened: what does not change goes on.
    pub fn begin_check(&self, content: &Content) -> Case {
        let mut case = Case::default();
        let rules = &content.paperwork.entries;
        for question in &rules.carries {
            self.carry_answer(content, *question, &mut case);
        }
        for field in &rules.carries_fields {
            let key = Key::Record(field);
            let written =
                self.made().rev().map(|entry| entry.case.text(&key)).find(|text| !text.trim().is_empty());
            written.into_iter().for_each(|text| case.write(&key.to_string(), text.to_owned()));
        }
        let is_decided = |on_the_spot| self.in_force().iter().any(|set| set.is_on_the_spot() == on_the_spot);
        let mut answer = |question: Option<Ref<Question>>, holds: bool| {
            let Some(question) = question else { return };
            let id = &content.policy[question].id;
            case.answers.insert(id.clone(), Answer::One(if holds { "yes" } else { "no" }.to_owned()));
            case.write(&Key::Carried(id).to_string(), "the entries of this case".to_owned());
        };
        answer(rules.in_force, is_decided(false));
        answer(rules.on_the_spot, is_decided(true));
        case
    }

    /// The newest answer to a question, with the evidence noted for it, and where it comes from.
    fn carry_answer(&self, content: &Content, question: Ref<Question>, case: &mut Case) {
        let question = &content.policy[question];
        let decided_on = content.paperwork.entries.facts.decided_on.as_ref();
        let answered =
            self.made().rev().find_map(|entry| Some((entry, entry.case.answers.get(&question.id)?)));
        let Some((entry, answer)) = answered.filter(|(_, answer)| question.takes(answer)) else { return };
        case.answers.insert(question.id.clone(), answer.clone());
        let day = in_words(entry.day(decided_on));
        let from = ["the ", &entry.kind.name().to_lowercase(), " of ", &day].concat();
        case.write(&Key::Carried(&question.id).to_string(), from);
        let choices =
            question.answers.choices().iter().map(|choice| Key::ChoiceEvidence(&question.id, &choice.id));
        for key in choices.chain([Key::Evidence(&question.id)]) {
            let text = entry.case.text(&key);
            if !text.trim().is_empty() {
                case.write(&key.to_string(), text.to_owned());
            }
        }
    }
}

/// What a review starts from: the limits in force in the terms of each option that can keep them, the day of the decision under
/// review, and whom to tell again where they end.
fn carry_terms(content: &Content, decided: &[&InForce<'_>], case: &mut Case) {
    let Some(first) = decided.first() else { return };
    let rules = &content.paperwork.entries;
    let all = |of: fn(&Limits) -> &Vec<String>| {
        let mut lines: Vec<&str> = Vec::new();
        for line in decided.iter().flat_map(|set| of(set.limits)) {
            if !lines.contains(&line.as_str()) {
                lines.push(line);
            }
        }
        lines.join("\n")
    };
    let terms = all(|limits| &limits.says);
    for (option, detail) in &rules.terms {
        case.write(&Key::Detail(&content.policy[*option].id, detail).to_string(), terms.clone());
    }
    let mut record = |field: &Option<String>, text: String| {
        let field = field.as_ref().filter(|_| !text.is_empty());
        field.into_iter().for_each(|field| case.write(&Key::Record(field).to_string(), text.clone()));
    };
    record(&rules.facts.first_decision, first.entry.day(rules.facts.decided_on.as_ref()).to_owned());
    record(&rules.facts.told_again, all(|limits| &limits.told));
}
