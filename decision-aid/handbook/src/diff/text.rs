//! What changes, in words and columns.

use super::{Difference, Revision};
use policy_compiler::compare::{
    CaseChange, Change, Changes, Comparison, Example, Inventory, PartChange, Value,
};
use std::io::{Result, Write};

/// Writes what changes: the cases first, which anybody can read up, then how much of all sets of answers, and then the numbers.
pub(super) fn write(difference: &Difference, output: &mut impl Write) -> Result<()> {
    let Difference { revision, comparison, .. } = difference;
    cases(difference, output)?;
    summary(comparison, output)?;
    comparison.inventory.iter().try_for_each(|kind| inventory(kind, output))?;
    if comparison.same_results() {
        return Ok(());
    }
    outcome(comparison, output)?;
    part("Options that change:", &comparison.options, from_to, output)?;
    part("Duties that change:", &comparison.duties, |change| holds(&change.now, "comes up"), output)?;
    part("Findings that change:", &comparison.findings, |change| holds(&change.now, "holds"), output)?;
    closing(revision, comparison, output)
}

fn cases(difference: &Difference, output: &mut impl Write) -> Result<()> {
    let Difference { revision, cases, case_changes, .. } = difference;
    match case_changes.len() {
        _ if *cases == 0 => writeln!(output, "Compared with {revision}. There are no cases to compare.")?,
        0 => writeln!(output, "Compared with {revision}, no case comes to another result.")?,
        1 => writeln!(output, "Compared with {revision}, 1 case of {cases} comes to another result:")?,
        changed => {
            writeln!(output, "Compared with {revision}, {changed} cases of {cases} come to another result:")?
        }
    }
    case_changes.iter().try_for_each(|case| self::case(case, output))
}

fn case(case: &CaseChange, output: &mut impl Write) -> Result<()> {
    writeln!(output, "  {} ({})", case.title, case.id)?;
    for PartChange { kind, id, before, now } in &case.changes {
        let what = format!("{kind} {id}");
        let how = match (*kind, now) {
            ("duty", Value::Holds(_)) => holds(now, "comes up").concat(),
            ("finding", Value::Holds(_)) => holds(now, "holds").concat(),
            _ => format!("{} → {}", in_words(before), in_words(now)),
        };
        writeln!(output, "      {}: {how}", what.trim_end())?;
    }
    Ok(())
}

fn summary(comparison: &Comparison, output: &mut impl Write) -> Result<()> {
    let Comparison { sets, changed, .. } = comparison;
    if comparison.same_results() {
        return writeln!(
            output,
            "\nNo result changes: for each of {sets} sets of answers, \
             outcome, options, duties and findings are the same."
        );
    }
    writeln!(output, "\nThe result changes in {}.", changed.in_words(sets))?;
    let share = changed.share_of(sets);
    writeln!(output, "Exactly: in {changed} of {sets} sets of answers ({share}).")
}

fn inventory(kind: &Inventory, output: &mut impl Write) -> Result<()> {
    for (what, ids) in [("New", &kind.added), ("Removed", &kind.removed)] {
        if !ids.is_empty() {
            writeln!(output, "{what} {}: {}", kind.kind, ids.join(", "))?;
        }
    }
    Ok(())
}

fn outcome(comparison: &Comparison, output: &mut impl Write) -> Result<()> {
    let Comparison { sets, outcome, .. } = comparison;
    if outcome.pairs.is_empty() {
        return writeln!(output, "\nThe outcome is the same for every set of answers.");
    }
    let share = outcome.sets.share_of(sets);
    writeln!(output, "\nThe outcome changes in {}.", outcome.sets.in_words(sets))?;
    writeln!(output, "Exactly: in {} of {sets} sets of answers ({share}):", outcome.sets)?;
    table(&outcome.pairs.iter().map(|change| Row::new(from_to(change), change)).collect::<Vec<_>>(), output)
}

/// The changes of one kind of thing under its title.
fn part(
    title: &str,
    parts: &[(String, Changes)],
    words: impl Fn(&Change) -> Vec<String>,
    output: &mut impl Write,
) -> Result<()> {
    if parts.is_empty() {
        return Ok(());
    }
    let mut rows = Vec::new();
    for (id, changes) in parts {
        for change in &changes.pairs {
            rows.push(Row::new([vec![id.clone()], words(change)].concat(), change));
        }
    }
    writeln!(output, "\n{title}")?;
    table(&rows, output)
}

fn closing(revision: &Revision, comparison: &Comparison, output: &mut impl Write) -> Result<()> {
    writeln!(
        output,
        "\nUnder each line stand the fewest answers that show it, as `cargo handbook assess` takes them."
    )?;
    let Comparison { outcome, options, duties, findings, .. } = comparison;
    let parts = [options, duties, findings].into_iter().flatten().map(|(_, changes)| changes);
    let mut examples =
        parts.chain([outcome]).flat_map(|changes| &changes.pairs).map(|change| &change.example);
    if examples.any(|example| example.before != example.now) {
        writeln!(
            output,
            "Where there are two, `then` is for the pages of {revision} and `now` for those that stand."
        )?;
    }
    Ok(())
}

fn from_to(change: &Change) -> Vec<String> {
    vec![in_words(&change.before), format!("→ {}", in_words(&change.now))]
}

fn holds(now: &Value, does: &str) -> Vec<String> {
    let how = if *now == Value::Holds(true) { "now" } else { "no longer" };
    vec![format!("{how} {does}")]
}

fn in_words(value: &Value) -> String {
    match value {
        Value::Outcome(id) => id.clone(),
        Value::NoOutcome => "no single outcome".to_owned(),
        Value::Status(status) => status.word().to_owned(),
        Value::Holds(holds) => if *holds { "yes" } else { "no" }.to_owned(),
        Value::NotSettled => "not settled".to_owned(),
        Value::NotThere => "not there".to_owned(),
    }
}

/// A line of a table, with its example under it.
struct Row<'c> {
    /// The count stands last.
    cells: Vec<String>,
    example: &'c Example,
}

impl<'c> Row<'c> {
    fn new(mut cells: Vec<String>, change: &'c Change) -> Self {
        cells.push(change.sets.to_string());
        Self { cells, example: &change.example }
    }
}

/// Rows with their columns aligned, the counts to the right.
fn table(rows: &[Row<'_>], output: &mut impl Write) -> Result<()> {
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.cells.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        for (column, (cell, width)) in row.cells.iter().zip(&widths).enumerate() {
            match column + 1 == columns {
                true => writeln!(output, "  {cell:>width$}")?,
                false => write!(output, "  {cell:<width$}")?,
            }
        }
        example(row.example, output)?;
    }
    Ok(())
}

fn example(example: &Example, output: &mut impl Write) -> Result<()> {
    let Example { before, now } = example;
    if let (Some(before), Some(now)) = (before, now)
        && before == now
    {
        return writeln!(output, "      {now}");
    }
    for (when, line) in [("then", before), ("now ", now)] {
        match line {
            Some(line) => writeln!(output, "      {when}  {line}")?,
            None => writeln!(output, "      {when}  no such choice")?,
        }
    }
    Ok(())
}
