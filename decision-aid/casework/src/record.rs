//! The decision record: everything that an ombudsman may ask about, in one document.

use crate::Key;
use crate::calendar::in_words;
use crate::case_view::CaseView;
use crate::entry::Entry;
use crate::letter::{items, paragraphs};
use crate::weighed_option::Choice;
use crate::weighed_option::WeighedOption;
use crate::wording::shown;
use document::{Block, Document, Level, Run, Runs, Table};
use policy::{Clause, FieldKind, OptionStatus, Question, Ref, Source, Status, why_outcome};

impl CaseView<'_> {
    /// The decision record. `today` is its date.
    pub fn record(&self, today: &str) -> Document {
        document(self, today)
    }
}

/// The record of a case. `today` is the day it is made.
fn document(view: &CaseView<'_>, today: &str) -> Document {
    let mut record = Record { view, blocks: Vec::new() };
    record.opening(today);
    record.result();
    record.answers();
    record.options();
    record.sections();
    record.open_points();
    record.left_over_texts();
    record.missing();
    Document { title: "Decision record".to_owned(), language: "en-GB".to_owned(), blocks: record.blocks }
}

struct Record<'d, 'a> {
    view: &'d CaseView<'a>,
    blocks: Vec<Block>,
}

impl Record<'_, '_> {
    fn heading(&mut self, level: Level, text: &str) {
        self.blocks.push(Block::Heading(level, vec![Run::Plain(text.to_owned())]));
    }

    fn line(&mut self, name: &str, text: &str) {
        self.blocks
            .push(Block::Paragraph(vec![Run::Strong([name, ": "].concat()), Run::Plain(text.to_owned())]));
    }

    fn opening(&mut self, today: &str) {
        self.line("Made on", &in_words(today));
        self.line("Policy", &self.view.policy().version);
        self.line(
            "How to read this",
            "The decision aid proposes; a person decides. Clause numbers are those of the handbook.",
        );
    }

    /// The outcome, what it rests on, what to do, and what was found.
    fn result(&mut self) {
        let (policy, assessment) = (self.view.policy(), self.view.assessment());
        self.heading(Level::One, "What the policy says of this case");
        match assessment.outcome {
            Some(outcome) => {
                let of = &policy[outcome];
                self.line("Outcome", &[&of.name, ". ", &of.says, " ", &self.source(&of.source)].concat());
                let why = why_outcome(policy, &self.view.walk.answers, outcome).unwrap_or_default();
                let why = self.all_answered(&why);
                self.bullets("It rests on", why);
                let mut steps = Vec::new();
                for step in &of.steps {
                    steps.push([&step.action, " (", &step.who, ") ", &self.source(&step.source)].concat());
                }
                self.bullets("What to do next", steps);
            }
            None => {
                let mut possible = Vec::new();
                for outcome in &assessment.possible {
                    possible.push(policy[*outcome].name.clone());
                }
                self.bullets("No single outcome yet; still possible", possible);
            }
        }
        let mut findings = Vec::new();
        for (found, holds) in policy.findings.iter().zip(&assessment.findings) {
            if *holds == Some(true) {
                findings.push([&found.says, " ", &self.source(&found.source)].concat());
            }
        }
        self.bullets("What the answers amount to", findings);
        let mut duties = Vec::new();
        for (duty, holds) in policy.duties.iter().zip(&assessment.duties) {
            if *holds == Some(true) {
                duties.push([&duty.name, ". ", &duty.says, " ", &self.source(&duty.source)].concat());
            }
        }
        self.bullets("What has to be done at once", duties);
    }

    fn lead(&mut self, lead: &str) {
        self.blocks.push(Block::Paragraph(vec![Run::Strong([lead, ":"].concat())]));
    }

    /// A list under its lead; nothing where it is empty.
    fn bullets(&mut self, lead: &str, items: Vec<String>) {
        if items.is_empty() {
            return;
        }
        self.lead(lead);
        let mut bullets = Vec::new();
        for item in items {
            bullets.push(vec![Run::Plain(item)]);
        }
        self.blocks.push(Block::Bullets(bullets));
    }

    /// A question and its answer, with the clauses behind it.
    fn answered(&self, asked: Ref<Question>) -> String {
        let question = &self.view.policy()[asked];
        let given = self.view.answer_in_words(asked);
        [&question.short, ": ", &given, " ", &self.source(&question.source)].concat()
    }

    fn all_answered(&self, all: &[Ref<Question>]) -> Vec<String> {
        let mut answered = Vec::new();
        for asked in all {
            answered.push(self.answered(*asked));
        }
        answered
    }

    /// Every answer with its evidence, group by group; then those left over. Those set aside are in no record.
    fn answers(&mut self) {
        let policy = self.view.policy();
        self.heading(Level::One, "Answers and evidence");
        for (index, group) in policy.groups.iter().enumerate() {
            let (mut rows, mut any) = (Vec::new(), false);
            for asked in &self.view.walk.answered {
                if policy[*asked].group.index() == index {
                    any |= !self.evidence(*asked).is_empty();
                    rows.push(self.answer_row(*asked));
                }
            }
            if !rows.is_empty() {
                self.heading(Level::Two, &group.title);
                self.answer_table(rows, any);
            }
        }
        let contradictions = self.view.contradictions().into_iter();
        let contradictions =
            contradictions.map(|found| format!("{} {}", found.says, self.source(&found.source)));
        self.bullets("Answers that do not go together", contradictions.collect());
        let mut left_over = Vec::new();
        for (id, answer) in self.view.case.left_over(policy) {
            left_over.push([id, ": ", &answer.words()].concat());
        }
        self.bullets("Answers that this version of the policy has no use for", left_over);
    }

    /// What is noted of an answer: each choice by its name, then the rest.
    fn evidence(&self, asked: Ref<Question>) -> String {
        let view = self.view;
        let choices = view.evidence_of_choices(asked).into_iter();
        let choices = choices.map(|(choice, note)| format!("{}: {note}", choice.label));
        let rest = view.case.text(&Key::Evidence(&view.policy()[asked].id)).trim().to_owned();
        choices.chain((!rest.is_empty()).then_some(rest)).collect::<Vec<_>>().join("\n")
    }

    /// The answers of a group. A column for evidence stands only where there is some: one full of nothing is paper.
    fn answer_table(&mut self, mut rows: Vec<Vec<Runs>>, evidence: bool) {
        if evidence {
            return self.table(&["Question", "Answer", "Evidence", "Clause"], vec![32, 22, 34, 12], rows);
        }
        for row in &mut rows {
            row.remove(2);
        }
        self.line("Evidence", "none noted here");
        self.table(&["Question", "Answer", "Clause"], vec![56, 32, 12], rows);
    }

    fn answer_row(&self, asked: Ref<Question>) -> Vec<Runs> {
        let question = &self.view.policy()[asked];
        let given = self.view.answer_in_words(asked);
        cells(&[&question.ask, &given, &self.evidence(asked), &self.numbers(&question.source.clauses)])
    }

    fn table(&mut self, header: &[&str], widths: Vec<u16>, rows: Vec<Vec<Runs>>) {
        self.blocks.push(Block::Table(Table { header: cells(header), rows, widths }));
    }

    fn numbers(&self, clauses: &[Ref<Clause>]) -> String {
        self.view.policy().numbers(clauses)
    }

    /// Where a line comes from: its clauses, and on whose authority.
    fn source(&self, source: &Source) -> String {
        ["[", &source.before_numbers(), &self.numbers(&source.clauses), "]"].concat()
    }

    /// Each option: its status, what was decided, the details and the reasons.
    fn options(&mut self) {
        let options = self.view.options();
        if options.is_empty() {
            return;
        }
        self.heading(Level::One, "The options, least intrusive first");
        let mut unsupported = Vec::new();
        for option in options {
            match option.status {
                // Nobody has to decide against what the answers do not support: a line each is enough.
                Some(OptionStatus { status: Status::NotWarranted | Status::NotAvailable, .. })
                    if option.choice == Choice::Undecided =>
                {
                    unsupported.push(format!("{}: {}", option.name, self.policy_says(option)));
                }
                _ => self.option(option),
            }
        }
        self.bullets("Not supported by the answers, and not taken", unsupported);
        let reasons = self.view.decision_reasons();
        if !reasons.is_empty() {
            self.heading(Level::Two, "The reasons for the decision");
            self.entries(&reasons);
        }
    }

    /// What the policy says of an option.
    fn policy_says(&self, option: &WeighedOption<'_>) -> String {
        match (option.status, option.reason) {
            (Some(OptionStatus { status, .. }), Some(reason)) => {
                format!("{}. {} {}", status.name(), reason.because, self.source(reason.source))
            }
            _ => "Its list of options is not exhaustive; the officer added this one.".to_owned(),
        }
    }

    fn option(&mut self, option: &WeighedOption<'_>) {
        self.heading(Level::Two, &option.name);
        let decided = match option.choice {
            Choice::Taken => "Taken",
            Choice::Rejected => "Not taken",
            Choice::Undecided => "Not decided",
        };
        self.line("Decision", decided);
        self.line("What the policy says", &self.policy_says(option));
        for warning in &option.warnings {
            self.line("Warning", &[&warning.says, " [", &self.numbers(&warning.clauses), "]"].concat());
        }
        self.entries(&option.entries);
    }

    fn entries(&mut self, entries: &[Entry<'_>]) {
        for entry in entries {
            self.entry(entry);
        }
    }

    /// A field with what stands in it. That nobody was told, say, is worth knowing too.
    fn entry(&mut self, entry: &Entry<'_>) {
        let value = match (shown(entry.field, &entry.value), entry.field.optional) {
            (value, true) if value.is_empty() => "none recorded".to_owned(),
            (value, false) if value.is_empty() => "not filled in".to_owned(),
            (value, _) => value,
        };
        let mut blocks = match entry.field.kind {
            FieldKind::Lines if value.contains('\n') => vec![Block::Bullets(items(&value))],
            _ if value.contains("\n\n") => paragraphs(&value),
            _ => return self.line(&entry.field.label, &value),
        };
        self.lead(&entry.field.label);
        self.blocks.append(&mut blocks);
    }

    fn sections(&mut self) {
        for (section, entries) in self.view.sections() {
            self.heading(Level::One, &section.title);
            self.entries(&entries);
        }
    }

    fn open_points(&mut self) {
        let points = self.view.open_points();
        if points.is_empty() {
            return;
        }
        self.heading(Level::One, "Where the policy leaves it to a person");
        for (point, _) in points {
            let decided = self.view.case.text(&Key::OpenPoint(&point.id));
            let decided = if decided.trim().is_empty() { "not decided" } else { decided };
            self.line(&[&point.ask, " ", &self.source(&point.source)].concat(), decided);
        }
    }

    /// What was written in places that this version of the policy does not have.
    fn left_over_texts(&mut self) {
        let texts = self.view.case.left_over_texts(self.view.content);
        if texts.is_empty() {
            return;
        }
        self.heading(Level::One, "What this version of the policy has no place for");
        for (key, text) in texts {
            self.lead(key);
            self.blocks.append(&mut paragraphs(text));
        }
    }

    fn missing(&mut self) {
        let missing: Vec<String> = self.view.missing().into_iter().map(|missing| missing.says).collect();
        if !missing.is_empty() {
            self.heading(Level::One, "What this record still lacks");
            self.bullets("To fill in", missing);
        }
    }
}

/// Texts as the cells of a row.
fn cells(texts: &[&str]) -> Vec<Runs> {
    texts.iter().map(|text| vec![Run::Plain((*text).to_owned())]).collect()
}

#[cfg(test)]
mod tests;
