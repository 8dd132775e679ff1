//! Small counts are taken out of what is published, with as many others as it takes that none can be worked out.
//!
//! A count from 1 to 4 is small. A zero is shown: it tells of nobody. Each period is treated by itself, so that the same period
//! looks the same in two reports.
//!
//! - Where a table has no sum, its small counts are taken out. Its rows say nothing of each other.
//! - Where the sum of a table is small, nothing of the table is shown.
//! - Where a row of a table is taken out, the sum gives it back. So at least two rows are taken out, the smallest first, and one of
//!   them is more than 1: of two rows that are 2 together, each is 1.
//! - A reader may know these very rules. So rows with the same count go together, or which of them was taken out would tell, and rows
//!   of 5 go wherever another goes, or two rows that are 8 together would be 4 each.
//! - Two tables can count the same entries, one as a row and the other as its sum. Where the row is taken out, nothing of the other
//!   table is shown, and the other way round.
//!
//! So whatever is shown of a table with a sum has its sum shown too, and nothing follows from it for another table.

use super::{Count, CountRow, ReportTable};
use policy::EntryKind;
use std::collections::BTreeSet;

/// The least count that is no small one.
const LEAST: u32 = 5;

/// A count, with the kind of entry that it is of where another table counts the same.
#[derive(Debug, Clone, Copy)]
struct Figure {
    number: u32,
    kind: Option<EntryKind>,
}

/// What a table says of one period.
#[derive(Debug, Clone)]
struct Figures {
    rows: Vec<Figure>,
    total: Option<Figure>,
}

/// What of a table is taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hidden {
    rows: Vec<bool>,
    total: bool,
}

/// Takes small counts out of tables that are published together, and what would give them away.
pub(super) fn suppress(tables: &mut [ReportTable]) {
    let columns: [fn(&mut CountRow) -> &mut Count; 2] = [|row| &mut row.now, |row| &mut row.before];
    for count in columns {
        let figure = |row: &mut CountRow| Figure { number: number(*count(row)), kind: row.kind };
        let figures: Vec<Figures> = tables
            .iter_mut()
            .map(|table| Figures {
                rows: table.rows.iter_mut().map(figure).collect(),
                total: table.total.as_mut().map(figure),
            })
            .collect();
        for (table, hidden) in tables.iter_mut().zip(hidden(&figures)) {
            let rows = table.rows.iter_mut().zip(&hidden.rows);
            let total = table.total.iter_mut().zip(std::iter::repeat(&hidden.total));
            rows.chain(total)
                .filter(|(_, hidden)| **hidden)
                .for_each(|(row, _)| *count(row) = Count::Suppressed);
        }
    }
}

/// What was taken out before counts as small, so that it stays out.
fn number(count: Count) -> u32 {
    match count {
        Count::Number(number) => number,
        Count::Suppressed => 1,
    }
}

/// What has to be taken out of tables that are published together. What one table takes out can make another take out more.
fn hidden(tables: &[Figures]) -> Vec<Hidden> {
    let mut hidden: Vec<Hidden> = tables.iter().map(Figures::none_hidden).collect();
    loop {
        let kinds: BTreeSet<EntryKind> =
            tables.iter().zip(&hidden).flat_map(|(table, hidden)| table.kinds(hidden)).collect();
        let more: Vec<Hidden> =
            tables.iter().zip(&hidden).map(|(table, hidden)| table.hidden(&kinds, hidden)).collect();
        if more == hidden {
            return hidden;
        }
        hidden = more;
    }
}

impl Figures {
    /// What has to be taken out beside what is, where no count of some kinds of entries may be shown.
    fn hidden(&self, kinds: &BTreeSet<EntryKind>, before: &Hidden) -> Hidden {
        let must = |figure: &Figure| {
            (1..LEAST).contains(&figure.number) || figure.kind.is_some_and(|kind| kinds.contains(&kind))
        };
        let rows: Vec<bool> =
            self.rows.iter().zip(&before.rows).map(|(row, out)| *out || must(row)).collect();
        match &self.total {
            None => Hidden { rows, total: false },
            Some(total) if before.total || must(total) => self.all_hidden(),
            Some(_) => match self.widened(rows) {
                Some(rows) => Hidden { rows, total: false },
                None => self.all_hidden(),
            },
        }
    }

    fn none_hidden(&self) -> Hidden {
        Hidden { rows: vec![false; self.rows.len()], total: false }
    }

    fn all_hidden(&self) -> Hidden {
        Hidden { rows: vec![true; self.rows.len()], total: true }
    }

    /// Takes out more rows until the sum gives none of them back. None where there are not enough.
    fn widened(&self, mut rows: Vec<bool>) -> Option<Vec<bool>> {
        let take_out = |rows: &mut Vec<bool>, count: u32| {
            let same = rows.iter_mut().zip(&self.rows).filter(|(_, row)| row.number == count);
            same.for_each(|(out, _)| *out = true);
        };
        if rows.contains(&true) {
            take_out(&mut rows, LEAST);
        }
        while rows.contains(&true) {
            let hidden = self.rows.iter().zip(&rows).filter(|(_, hidden)| **hidden);
            let (count, sum) = hidden.fold((0, 0), |(count, sum), (row, _)| (count + 1, sum + row.number));
            if count >= 2 && sum > count {
                break;
            }
            let shown = (0..rows.len()).filter(|row| !rows[*row] && self.rows[*row].number > 0);
            let smallest = shown.map(|row| self.rows[row].number).min()?;
            take_out(&mut rows, smallest);
        }
        Some(rows)
    }

    /// The kinds of entries of what is taken out.
    fn kinds(&self, hidden: &Hidden) -> impl Iterator<Item = EntryKind> {
        let rows = self.rows.iter().zip(&hidden.rows);
        let total = self.total.iter().zip(std::iter::once(&hidden.total));
        let out: Vec<EntryKind> =
            rows.chain(total).filter(|(_, hidden)| **hidden).filter_map(|(figure, _)| figure.kind).collect();
        out.into_iter()
    }
}

#[cfg(test)]
mod tests;
