//! The report: how often the policy was used and how, what was learnt, and where it was departed from.

mod checks;
mod counting;
mod output;
mod restrictions;
mod reviews;
mod suppression;

use crate::{Casebook, Period};
use casework::{Key, in_words};
use counting::{Column, Counting, Past};
use policy::{Content, EntryKind};
use std::fmt;

/// How the policy was used in a period, beside the period before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The period.
    pub period: Period,
    /// The period before it.
    pub before: Period,
    /// What it was made from, in sentences. None in what is published.
    pub basis: Vec<String>,
    /// What was counted.
    pub tables: Vec<ReportTable>,
    /// What was learnt in the period, in the words of the records, the oldest first. None in what is published, where what an
    /// officer wrote can tell of a person, and where a handbook does not ask for it.
    pub lessons: Option<Vec<String>>,
    /// Where a check was departed from in the period, and why. None in what is published, and where a handbook has no such field.
    pub departures: Option<Vec<String>>,
    /// Whether it is the report as it is published.
    pub is_published: bool,
    /// Whether it is of cases that nobody had. It stays so in what is published.
    pub is_made_up: bool,
}

/// Something that was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportTable {
    /// What tells it from the others: letters and hyphens.
    pub id: String,
    /// The heading.
    pub title: String,
    /// What is counted, and how to read it.
    pub note: String,
    /// The rows.
    pub rows: Vec<CountRow>,
    /// The sum of the rows. None where a case can stand in several rows.
    pub total: Option<CountRow>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountRow {
    /// What is counted.
    pub label: String,
    /// How many in the period.
    pub now: Count,
    /// How many in the period before.
    pub before: Count,
    /// The kind of entry that is counted, where another table counts the same, so that one gives the other away.
    kind: Option<EntryKind>,
}

/// A count, or what stands for one that is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Number(u32),
    /// It is small, or would give a small one away.
    Suppressed,
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            // What official statistics in the United Kingdom write for confidential.
            Self::Suppressed => f.write_str("[c]"),
        }
    }
}

impl Casebook {
    /// The report for a period. `today` is the day that what is still to come is told by.
    pub fn report(&self, content: &Content, period: &Period, today: &str) -> Report {
        let cases = self.counted_cases();
        let histories = cases.iter().map(|case| case.file.history.made().collect()).collect();
        let counting = Counting::new(content, period, today, histories);
        let tables = [counting.checks(), counting.restrictions(), counting.reviews()];
        Report {
            period: period.clone(),
            before: period.before(),
            basis: self.basis(),
            tables: tables.into_iter().flatten().collect(),
            lessons: counting.texts(content.paperwork.entries.facts.lesson.as_ref(), |_, text| text),
            departures: counting.texts(content.paperwork.entries.facts.departure.as_ref(), |past, text| {
                let reference =
                    cases[past.case].file.reference(self.reads()).unwrap_or("A case without a reference");
                format!("{reference}, {}: {text}", in_words(past.day))
            }),
            is_published: false,
            is_made_up: self.is_made_up(),
        }
    }

    /// What a report is made from.
    fn basis(&self) -> Vec<String> {
        let count = |count: usize, one: &str, several: &str| match count {
            1 => format!("1 {one}"),
            count => format!("{count} {several}"),
        };
        let duplicates = self.duplicates();
        let open = duplicates.iter().filter(|duplicate| duplicate.counted.is_none()).count();
        let mut basis = vec![format!("Made from {}.", count(self.cases_counted(), "case", "cases"))];
        if !self.left_out().is_empty() {
            basis.push(format!(
                "Left out: {}.",
                count(self.left_out().len(), "file that cannot be counted", "files that cannot be counted")
            ));
        }
        if open > 0 {
            basis.push(format!(
                "Left out: {} whose files differ, until one is chosen.",
                count(open, "case", "cases")
            ));
        }
        basis
    }
}

impl Counting<'_> {
    /// What a field of the record says in the period, the oldest first. None where there is no such field.
    fn texts(
        &self,
        field: Option<&String>,
        says: impl Fn(&Past<'_>, String) -> String,
    ) -> Option<Vec<String>> {
        let field = field?;
        let mut texts: Vec<(&str, String)> = Vec::new();
        for past in self.entries().filter(|past| self.column(past.day) == Some(Column::Now)) {
            let text = past.entry().case.text(&Key::Record(field)).trim();
            if !text.is_empty() {
                texts.push((past.day, says(&past, text.to_owned())));
            }
        }
        texts.sort_by(|one, other| one.0.cmp(other.0));
        Some(texts.into_iter().map(|(_, text)| text).collect())
    }
}

impl Report {
    /// The report as it is published: no count from 1 to 4 stands in it, nor can one be worked out from what does. A zero stays: it
    /// tells of nobody.
    ///
    /// This holds for this report by itself, and for reports on periods that do not overlap: each period is treated alone. From
    /// reports on periods that overlap, a count could be worked out.
    pub fn published(&self) -> Self {
        let mut published =
            Self { is_published: true, basis: Vec::new(), lessons: None, departures: None, ..self.clone() };
        suppression::suppress(&mut published.tables);
        published
    }
}

#[cfg(test)]
mod tests;
