//! The decision record: everything that an ombudsman may ask about, in one document.

use crate::Key;
use crate::calendar::in_words;
use crate::desk::Desk;
use crate::form::Entry;
use crate::letter::{items, paragraphs, shown};
use crate::options::{Choice, WeighedOption};
use document::{Block, Document, Level, Run, Runs, Table};
use policy::{Basis, Clause, FieldKind, Question, Ref, Source, why_outcome};

/// The record of a case. `today` is the day it is made.
pub(crate) fn document(desk: &Desk<'_>, today: &str) -> Document {
    let mut record = Record { desk, blocks: Vec::new() };
    record.opening(today);
    record.result();
    record.answers();
    record.options();
    record.sections();
    record.open_points();
    record.lacking();
    Document { title: "Decision record".to_owned(), language: "en-GB".to_owned(), blocks: record.blocks }
}

struct Record<'d, 'a> {
    desk: &'d Desk<'a>,
    blocks: Vec<Block>,
}

impl Record<'_, '_> {
    fn heading(&mut self, level: Level, text: &str) {
        self.blocks.push(Block::Heading(level, vec![Run::plain(text)]));
    }

    fn line(&mut self, name: &str, text: &str) {
        self.blocks.push(Block::Paragraph(vec![Run::strong([name, ": "].concat()), Run::plain(text)]));
    }

    fn opening(&mut self, today: &str) {
        self.line("Made on", &in_words(today));
        self.line("Policy", &self.desk.policy().version);
        self.line(
            "How to read this",
            "The decision aid proposes; a named officer decides. Clause numbers are those of the handbook.",
        );
    }

    /// The outcome, what it rests on, what to do, and what was found.
    fn result(&mut self) {
        let (policy, assessment) = (self.desk.policy(), self.desk.assessment());
        self.heading(Level::One, "What the policy says of this case");
        match assessment.outcome {
            Some(outcome) => {
                let of = &policy[outcome];
                self.line("Outcome", &[&of.name, ". ", &of.says, " ", &self.source(&of.source)].concat());
                let why = why_outcome(policy, &self.desk.way.answers, outcome).unwrap_or_default();
                self.bullets("It rests on", why.iter().map(|asked| self.answered(*asked)).collect());
                let steps = of.steps.iter();
                let steps = steps
                    .map(|step| [&step.action, " (", &step.who, ") ", &self.source(&step.source)].concat());
                self.bullets("What to do next", steps.collect());
            }
            None => {
                let possible = assessment.possible.iter().map(|outcome| policy[*outcome].name.clone());
                self.bullets("No single outcome yet; still possible", possible.collect());
            }
        }
        let findings =
            policy.findings.iter().zip(&assessment.findings).filter(|(_, holds)| **holds == Some(true));
        let findings = findings.map(|(found, _)| [&found.says, " ", &self.source(&found.source)].concat());
        self.bullets("What the answers amount to", findings.collect());
        let duties = policy.duties.iter().zip(&assessment.duties).filter(|(_, holds)| **holds == Some(true));
        let duties =
            duties.map(|(duty, _)| [&duty.name, ". ", &duty.says, " ", &self.source(&duty.source)].concat());
        self.bullets("What has to be done at once", duties.collect());
    }

    /// A list under its lead; nothing where it is empty.
    fn bullets(&mut self, lead: &str, items: Vec<String>) {
        if items.is_empty() {
            return;
        }
        self.blocks.push(Block::Paragraph(vec![Run::strong([lead, ":"].concat())]));
        self.blocks.push(Block::Bullets(items.into_iter().map(|item| vec![Run::plain(item)]).collect()));
    }

    /// A question and its answer, with the clauses behind it.
    fn answered(&self, asked: Ref<Question>) -> String {
        let question = &self.desk.policy()[asked];
        let given = self.desk.case.answers.get(&question.id).map(|answer| question.in_words(answer));
        [&question.short, ": ", &given.unwrap_or_default(), " ", &self.source(&question.source)].concat()
    }

    /// Every answer with its evidence, group by group; then those that are set aside, and those left over.
    fn answers(&mut self) {
        let policy = self.desk.policy();
        self.heading(Level::One, "Answers and evidence");
        for (place, group) in (0..).zip(&policy.groups) {
            let asked = self.desk.way.answered.iter().filter(|asked| policy[**asked].group.index() == place);
            let rows: Vec<Vec<Runs>> = asked.map(|asked| self.answer_row(*asked)).collect();
            if !rows.is_empty() {
                self.heading(Level::Two, &group.title);
                self.table(&["Question", "Answer", "Evidence", "Clause"], vec![32, 22, 34, 12], rows);
            }
        }
        let aside = policy.question_refs().filter(|asked| {
            self.desk.case.answers.contains_key(&policy[*asked].id) && !self.desk.way.answered.contains(asked)
        });
        let aside: Vec<String> = aside.map(|asked| self.answered(asked)).collect();
        self.bullets("Answers that do not matter now, kept and not counted", aside);
        let left_over = self.desk.case.left_over(policy).into_iter();
        let left_over = left_over.map(|(id, answer)| [id, ": ", &answer.words()].concat());
        self.bullets("Answers that this version of the policy has no use for", left_over.collect());
    }

    fn answer_row(&self, asked: Ref<Question>) -> Vec<Runs> {
        let question = &self.desk.policy()[asked];
        let given = self.desk.case.answers.get(&question.id).map(|answer| question.in_words(answer));
        let evidence = self.desk.case.text(&Key::Evidence(&question.id));
        [&question.ask, &given.unwrap_or_default(), evidence, &self.numbers(&question.source.clauses)]
            .into_iter()
            .map(|text| vec![Run::plain(text)])
            .collect()
    }

    fn table(&mut self, header: &[&str], widths: Vec<u16>, rows: Vec<Vec<Runs>>) {
        let header = header.iter().map(|text| vec![Run::plain(*text)]).collect();
        self.blocks.push(Block::Table(Table { header, rows, widths }));
    }

    fn numbers(&self, clauses: &[Ref<Clause>]) -> String {
        let mut numbers = String::new();
        for clause in clauses {
            numbers.push_str(if numbers.is_empty() { "" } else { ", " });
            numbers.push_str(&self.desk.policy()[*clause].number);
        }
        numbers
    }

    /// Where a line comes from: its clauses, and on whose authority.
    fn source(&self, source: &Source) -> String {
        let basis = match source.basis {
            Basis::Policy => "policy",
            Basis::Law => "law",
            Basis::Guidance => "guidance",
        };
        ["[", basis, " ", &self.numbers(&source.clauses), "]"].concat()
    }

    /// Each option: its status, what was decided, the details and the reasons.
    fn options(&mut self) {
        let options = self.desk.options();
        if options.is_empty() {
            return;
        }
        self.heading(Level::One, "The options, least intrusive first");
        for option in &options {
            self.option(option);
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
        match (option.standing, option.reason) {
            (Some(standing), Some(reason)) => {
                let because =
                    [standing.status.name(), ". ", reason.because, " ", &self.source(reason.source)].concat();
                self.line("What the policy says", &because);
            }
            _ => self.line(
                "What the policy says",
                "Its list of options is not exhaustive; the officer added this one.",
            ),
        }
        for warning in &option.warnings {
            self.line("Warning", &[&warning.says, " [", &self.numbers(&warning.clauses), "]"].concat());
        }
        option.entries.iter().for_each(|entry| self.entry(entry));
    }

    /// A field with what stands in it; an optional one that is empty is left out.
    fn entry(&mut self, entry: &Entry<'_>) {
        let value = shown(entry.field, &entry.value);
        if value.is_empty() && entry.field.optional {
            return;
        }
        let value = if value.is_empty() { "not filled in".to_owned() } else { value };
        match entry.field.kind {
            FieldKind::Lines if value.contains('\n') => {
                self.blocks.push(Block::Paragraph(vec![Run::strong([&entry.field.label, ":"].concat())]));
                self.blocks.push(Block::Bullets(items(&value)));
            }
            _ if value.contains("\n\n") => {
                self.blocks.push(Block::Paragraph(vec![Run::strong([&entry.field.label, ":"].concat())]));
                self.blocks.extend(paragraphs(&value));
            }
            _ => self.line(&entry.field.label, &value),
        }
    }

    fn sections(&mut self) {
        for (section, entries) in self.desk.sections() {
            self.heading(Level::One, &section.title);
            entries.iter().for_each(|entry| self.entry(entry));
        }
    }

    fn open_points(&mut self) {
        let points = self.desk.open_points();
        if points.is_empty() {
            return;
        }
        self.heading(Level::One, "Where the policy leaves it to a person");
        for (point, _) in points {
            let decided = self.desk.case.text(&Key::OpenPoint(&point.id));
            let decided = if decided.trim().is_empty() { "not decided" } else { decided };
            self.line(&[&point.ask, " ", &self.source(&point.source)].concat(), decided);
        }
    }

    fn lacking(&mut self) {
        let lacking = self.desk.lacking();
        let lacking =
            lacking.iter().filter_map(|entry| Some(entry.problem.as_ref()?.says(&entry.field.label)));
        let lacking: Vec<String> = lacking.collect();
        if !lacking.is_empty() {
            self.heading(Level::One, "What this record still lacks");
            self.bullets("To fill in", lacking);
        }
    }
}

#[cfg(test)]
mod tests;
