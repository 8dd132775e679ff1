//! The register: the restrictions in force, what is due of each, and whom it was told.

mod output;

use crate::Casebook;
use crate::casebook::CountedCase;
use casework::{DueKind, InForce};
use policy::Content;
use std::cmp::Reverse;

/// The restrictions in force, with what is overdue first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register {
    /// A row for each restriction: one that was decided, and one that was decided on the spot since, stand apart.
    pub rows: Vec<RegisterRow>,
    /// Whether it is of cases that nobody had.
    pub is_made_up: bool,
}

/// A restriction in force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegisterRow {
    /// The file that it is in.
    pub file: String,
    /// The reference of the case; empty where it has none.
    pub reference: String,
    /// What the customer was told of each limit, in sentences.
    pub what: Vec<String>,
    /// The first day; empty where none was given.
    pub since: String,
    /// The last day; empty where none was given.
    pub until: String,
    /// The day of the review; empty where none was given.
    pub review_on: String,
    /// Who was told, one to an element.
    pub told: Vec<String>,
    /// What is due, in sentences, overdue first.
    pub due: Vec<String>,
    /// The day on which something is due first; empty where nothing is.
    pub next_due: String,
    /// Whether something is overdue.
    pub is_overdue: bool,
    /// The day of the review that is to come or overdue, for a calendar.
    review: Option<ReviewDay>,
}

/// A review for a calendar, named as the calendar file of its own case names it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ReviewDay {
    case_id: String,
    sequence: u32,
    what: String,
    field: String,
}

/// What the register can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// What is overdue first, then what is due sooner.
    Due,
    /// The reference of the case.
    Reference,
    /// What applies.
    What,
    /// The first day.
    Since,
    /// The last day.
    Until,
    /// The day of the review.
    Review,
    /// Who was told.
    Told,
    /// The file.
    File,
}

impl Casebook {
    /// The restrictions in force. `today` is the day that what is due is counted to.
    pub fn register(&self, content: &Content, today: &str) -> Register {
        let mut rows = Vec::new();
        for case in self.counted_cases() {
            let in_force = case.file.history.in_force();
            rows.extend(
                in_force
                    .iter()
                    .enumerate()
                    .map(|(index, set)| Row { book: self, content, case, set }.at(index, today)),
            );
        }
        Register { rows, is_made_up: self.is_made_up() }.sorted_by(Column::Due, true)
    }
}

/// What a row is made of.
struct Row<'r> {
    book: &'r Casebook,
    content: &'r Content,
    case: CountedCase<'r>,
    set: &'r InForce<'r>,
}

impl Row<'_> {
    /// The row of what is the `index`-th in force in its case.
    fn at(&self, index: usize, today: &str) -> RegisterRow {
        let (file, limits) = (self.case.file, self.set.limits);
        let due = self.set.due(self.content.paperwork.entries.facts.decided_on.as_ref(), today);
        let has_review = due.iter().any(|due| due.kind == DueKind::Review);
        RegisterRow {
            file: file.name.clone(),
            reference: file.reference(self.book.reads()).unwrap_or_default().to_owned(),
            what: limits.says.clone(),
            since: limits.starts_on.clone(),
            until: limits.ends_on.clone(),
            review_on: limits.review_on.clone(),
            told: limits.told.clone(),
            due: due.iter().map(|due| due.says(today)).collect(),
            next_due: due.iter().map(|due| due.on.as_str()).min().unwrap_or_default().to_owned(),
            is_overdue: due.iter().any(|due| due.is_overdue),
            review: has_review.then(|| self.review_day(index)),
        }
    }

    /// The calendar knows one review of a case by the field of its day. Only where two restrictions are in force at once, the older
    /// one has another name.
    fn review_day(&self, index: usize) -> ReviewDay {
        let field = self.content.paperwork.entries.facts.review_on.as_deref().unwrap_or("review");
        let sections = self.content.paperwork.sections.iter();
        let known = sections.flat_map(|section| &section.fields).find(|known| known.id == field);
        let what = known.and_then(|field| field.calendar.as_deref()).unwrap_or("Review a restriction");
        ReviewDay {
            case_id: self.case.file.history.case_id.clone(),
            sequence: self.case.calendar_sequence,
            what: what.to_owned(),
            field: if index == 0 { field.to_owned() } else { format!("{field}-{}", self.set.number) },
        }
    }
}

impl Register {
    /// The same rows by a column. What is the same there stays in its order; what is empty comes last either way.
    pub fn sorted_by(&self, column: Column, ascending: bool) -> Self {
        let mut rows = self.rows.clone();
        let key = |row: &RegisterRow| {
            let key = row.sorted_as(column);
            (key.1.is_empty(), key)
        };
        match ascending {
            true => rows.sort_by_cached_key(key),
            false => rows.sort_by_cached_key(|row| {
                let (is_empty, key) = key(row);
                (is_empty, Reverse(key))
            }),
        }
        Self { rows, ..*self }
    }

    /// The rows in which every one of some words stands somewhere, in any case of letters.
    pub fn filtered(&self, words: &str) -> Self {
        let words = words.to_lowercase();
        let rows = self.rows.iter().filter(|row| {
            let text = row.text().to_lowercase();
            words.split_whitespace().all(|word| text.contains(word))
        });
        Self { rows: rows.cloned().collect(), ..*self }
    }
}

impl RegisterRow {
    /// What a row is sorted by. What is overdue comes before everything only where it is sorted by what is due.
    fn sorted_as(&self, column: Column) -> (bool, String) {
        let text = match column {
            Column::Due => return (!self.is_overdue, self.next_due.clone()),
            Column::Reference => self.reference.to_lowercase(),
            Column::What => self.what.join(" ").to_lowercase(),
            Column::Since => self.since.clone(),
            Column::Until => self.until.clone(),
            Column::Review => self.review_on.clone(),
            Column::Told => self.told.join(" ").to_lowercase(),
            Column::File => self.file.to_lowercase(),
        };
        (false, text)
    }

    /// Everything that a row says, for a search in it.
    fn text(&self) -> String {
        let days = [&self.since, &self.until, &self.review_on].map(|day| casework::in_words(day));
        let texts = [&self.file, &self.reference, &self.since, &self.until, &self.review_on];
        let lists = self.what.iter().chain(&self.told).chain(&self.due).chain(&days);
        texts.into_iter().chain(lists).map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests;
