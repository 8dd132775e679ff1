//! How something is counted: every entry of every case, each on its day, sorted into the rows of a table.

use super::{Count, CountRow, ReportTable};
use crate::Period;
use casework::{CaseEntry, days_between, parse};
use policy::{Content, EntryFacts, EntryKind, Policy};
use std::ops::RangeInclusive;
use time::Date;

/// What is counted, and for which periods.
pub(super) struct Counting<'r> {
    pub(super) content: &'r Content,
    pub(super) today: &'r str,
    /// The days of the period, and of the one before.
    now: Option<RangeInclusive<Date>>,
    before: Option<RangeInclusive<Date>>,
    /// The entries of each case, in order.
    cases: Vec<Vec<&'r CaseEntry>>,
    /// The day of each of them. Every table asks for it, and it is found once.
    days: Vec<Vec<&'r str>>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The period.
    Now,
    /// The one before.
    Before,
}

/// An entry among those of its case.
#[derive(Clone, Copy)]
pub(super) struct Past<'r> {
    /// The number of the case, counted from 0.
    pub(super) case: usize,
    /// The day that it was decided on.
    pub(super) day: &'r str,
    /// It, and those after it.
    from: &'r [&'r CaseEntry],
}

impl<'r> Past<'r> {
    pub(super) fn entry(&self) -> &'r CaseEntry {
        self.from[0]
    }

    /// The entries of the case that follow.
    pub(super) fn later(&self) -> impl Iterator<Item = &'r CaseEntry> + use<'r> {
        self.from[1..].iter().copied()
    }

    /// The rows, of so many, that it stands in, each with its day.
    pub(super) fn rows(
        self,
        count: usize,
        holds: impl Fn(usize) -> bool,
    ) -> impl Iterator<Item = (usize, &'r str)> {
        (0..count).filter(move |row| holds(*row)).map(move |row| (row, self.day))
    }

    pub(super) fn is(&self, kind: EntryKind) -> bool {
        self.entry().kind == kind
    }

    /// Whether the policy was applied in it. An incident and a correction are only written down.
    pub(super) fn has_result(&self) -> bool {
        !self.is(EntryKind::Incident) && !self.is(EntryKind::Correction)
    }

    /// Whether something was decided that is no review of what was decided before.
    pub(super) fn is_new(&self) -> bool {
        self.has_result() && !self.is(EntryKind::Review) && !self.is(EntryKind::End)
    }
}

/// What a table is called, and how to read it.
pub(super) struct Heading {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) note: &'static str,
}

/// The names of the rows of a table, each with the kind of entry that it counts where another table counts the same.
pub(super) type Labels = Vec<(String, Option<EntryKind>)>;

/// Names of rows of which no other table counts the same.
pub(super) fn labels<T: Into<String>>(names: impl IntoIterator<Item = T>) -> Labels {
    names.into_iter().map(|name| (name.into(), None)).collect()
}

impl<'r> Counting<'r> {
    pub(super) fn new(
        content: &'r Content,
        period: &'r Period,
        today: &'r str,
        cases: Vec<Vec<&'r CaseEntry>>,
    ) -> Self {
        let decided_on = content.paperwork.entries.facts.decided_on.as_ref();
        let days = cases.iter().map(|entries| entries.iter().map(|entry| entry.day(decided_on)).collect());
        let days = days.collect();
        Self { content, today, now: period.days(), before: period.before().days(), cases, days }
    }

    /// The column that a day is counted in. What is no day is counted in none.
    pub(super) fn column(&self, day: &str) -> Option<Column> {
        let day = parse(day)?;
        let is_in =
            |days: &Option<RangeInclusive<Date>>| days.as_ref().is_some_and(|days| days.contains(&day));
        if is_in(&self.now) { Some(Column::Now) } else { is_in(&self.before).then_some(Column::Before) }
    }

    pub(super) fn policy(&self) -> &'r Policy {
        &self.content.policy
    }

    pub(super) fn facts(&self) -> &'r EntryFacts {
        &self.content.paperwork.entries.facts
    }

    /// Whether the policy has entries of a kind, or a case has one from an earlier version.
    pub(super) fn comes_up(&self, kind: EntryKind) -> bool {
        let kinds = &self.content.paperwork.entries.kinds;
        kinds.iter().any(|(_, of)| *of == kind) || self.entries().any(|past| past.is(kind))
    }

    /// The day that an entry was decided on.
    pub(super) fn day<'e>(&self, entry: &'e CaseEntry) -> &'e str {
        entry.day(self.facts().decided_on.as_ref())
    }

    /// Every entry of every case.
    pub(super) fn entries(&self) -> impl Iterator<Item = Past<'_>> {
        self.cases.iter().enumerate().flat_map(move |(case, entries)| {
            (0..entries.len()).map(move |index| Past {
                case,
                day: self.days[case][index],
                from: &entries[index..],
            })
        })
    }

    /// A table without a sum: what is counted can stand in several rows. `found` has the row and the day of each.
    pub(super) fn table<'e>(
        &self,
        heading: Heading,
        labels: Labels,
        found: impl Iterator<Item = (usize, &'e str)>,
    ) -> ReportTable {
        let (mut now, mut before) = (vec![0; labels.len()], vec![0; labels.len()]);
        for (row, day) in found {
            match self.column(day) {
                Some(Column::Now) => now[row] += 1,
                Some(Column::Before) => before[row] += 1,
                None => {}
            }
        }
        let counted = labels.into_iter().zip(now.into_iter().zip(before));
        let rows = counted.map(|((label, kind), (now, before))| CountRow {
            label,
            now: Count::Number(now),
            before: Count::Number(before),
            kind,
        });
        let Heading { id, title, note } = heading;
        ReportTable {
            id: id.to_owned(),
            title: title.to_owned(),
            note: note.to_owned(),
            rows: rows.collect(),
            total: None,
        }
    }

    /// A table with a sum: each stands in one row. `kind` is that of the entries that it counts, where it counts all of them.
    pub(super) fn table_with_total<'e>(
        &self,
        heading: Heading,
        labels: Labels,
        kind: Option<EntryKind>,
        found: impl Iterator<Item = (usize, &'e str)>,
    ) -> ReportTable {
        let table = self.table(heading, labels, found);
        let sum = |column: fn(&CountRow) -> Count| {
            let numbers = table.rows.iter().map(|row| match column(row) {
                Count::Number(number) => number,
                Count::Suppressed => 0,
            });
            Count::Number(numbers.sum())
        };
        let (now, before) = (sum(|row| row.now), sum(|row| row.before));
        let total = CountRow { label: "Total".to_owned(), now, before, kind };
        ReportTable { total: Some(total), ..table }
    }
}

/// Whether one day is not after another. What is no day is after none and before none.
pub(super) fn is_by(day: &str, last: &str) -> bool {
    days_between(day, last).is_some_and(|days| days >= 0)
}
