//! Nobody can work out a count that was taken out: tried with every table of a size, against every other that looks the same.

use super::{Figure, Figures, hidden};
use policy::EntryKind;
use std::collections::{BTreeMap, BTreeSet};

/// What a reader sees: each count, or nothing.
type Seen = Vec<Option<u32>>;

/// Every list of so many numbers that are together no more than a sum. So the list of all that can stand behind a sum is whole.
fn lists(length: usize, sum: u32) -> Vec<Vec<u32>> {
    if length == 0 {
        return vec![Vec::new()];
    }
    let longer =
        |first: u32| lists(length - 1, sum - first).into_iter().map(move |rest| [vec![first], rest].concat());
    (0..=sum).flat_map(longer).collect()
}

fn figure(number: u32, kind: Option<EntryKind>) -> Figure {
    Figure { number, kind }
}

/// A table, with its sum where it has one. `kinds` are those of its rows, and of its sum at the end.
fn table(rows: &[u32], kinds: &[Option<EntryKind>], has_total: bool) -> Figures {
    Figures {
        rows: rows.iter().zip(kinds).map(|(number, kind)| figure(*number, *kind)).collect(),
        total: has_total.then(|| figure(rows.iter().sum(), kinds[rows.len()])),
    }
}

/// Every count of some tables, and what a reader sees of each.
fn published(tables: &[Figures]) -> (Vec<u32>, Seen) {
    let (mut counts, mut seen) = (Vec::new(), Vec::new());
    for (table, hidden) in tables.iter().zip(hidden(tables)) {
        let rows = table.rows.iter().zip(hidden.rows);
        let total = table.total.iter().zip([hidden.total]);
        for (figure, hidden) in rows.chain(total) {
            counts.push(figure.number);
            seen.push((!hidden).then_some(figure.number));
        }
    }
    (counts, seen)
}

/// Checks that each count that was taken out could have been another, whoever sees the rest and knows these very rules: that there
/// are at least two ways to fill it in among all that would have been published just so.
fn nothing_can_be_worked_out(all: impl Iterator<Item = Vec<Figures>>) -> usize {
    let mut possible: BTreeMap<Seen, Vec<BTreeSet<u32>>> = BTreeMap::new();
    for tables in all {
        let (counts, seen) = published(&tables);
        for seen in &seen {
            assert!(!seen.is_some_and(|seen| (1..5).contains(&seen)), "a small count is shown: {tables:?}");
        }
        let ways = possible.entry(seen).or_insert_with(|| vec![BTreeSet::new(); counts.len()]);
        ways.iter_mut().zip(counts).for_each(|(ways, count)| {
            ways.insert(count);
        });
    }
    for (seen, ways) in &possible {
        for (seen_here, ways) in seen.iter().zip(ways) {
            assert!(
                seen_here.is_some() || ways.len() >= 2,
                "{seen:?} gives away {ways:?}, among {:?}",
                possible[seen]
            );
        }
    }
    possible.len()
}

#[test]
fn no_row_can_be_worked_out_from_a_sum() {
    for (rows, sum) in [(1, 30), (2, 40), (3, 40), (4, 30), (5, 22)] {
        let kinds = vec![None; 6];
        let all = lists(rows, sum).into_iter().map(|rows| vec![table(&rows, &kinds, true)]);
        assert!(nothing_can_be_worked_out(all) > 1, "{rows} rows");
    }
}

#[test]
fn no_row_can_be_worked_out_from_another_table() {
    // Of three results the first is a review, and another table says what the reviews came to.
    let review = Some(EntryKind::Review);
    let all = lists(4, 36).into_iter().map(|numbers| {
        let [one, two, other, third] = numbers[..] else { panic!("there are four") };
        let results = table(&[one + two, other, third], &[review, None, None, None], true);
        vec![results, table(&[one, two], &[None, None, review], true)]
    });
    assert!(nothing_can_be_worked_out(all) > 100);
}

#[test]
fn no_row_can_be_worked_out_from_two_tables_of_the_same() {
    let review = Some(EntryKind::Review);
    let all = lists(3, 34).into_iter().flat_map(|numbers| {
        let [one, two, other] = numbers[..] else { panic!("there are three") };
        // The same reviews, by who asked for them.
        (0..=one + two).map(move |asked| {
            let results = table(&[one + two, other], &[review, None, None], true);
            let came_to = table(&[one, two], &[None, None, review], true);
            vec![results, came_to, table(&[asked, one + two - asked], &[None, None, review], true)]
        })
    });
    assert!(nothing_can_be_worked_out(all) > 100);
}

#[test]
fn as_little_is_taken_out_as_it_takes() {
    for (rows, seen) in [
        (vec![0, 0], vec![Some(0), Some(0), Some(0)]),
        (vec![5, 0, 9], vec![Some(5), Some(0), Some(9), Some(14)]),
        (vec![3, 0, 9, 7], vec![None, Some(0), Some(9), None, Some(19)]),
        (vec![3, 2, 9, 7], vec![None, None, Some(9), Some(7), Some(21)]),
        // Which of two that are the same was taken out would tell of the third.
        (vec![3, 5, 5, 9], vec![None, None, None, Some(9), Some(22)]),
        // Two that are 2 together are 1 each.
        (vec![1, 1, 9, 7], vec![None, None, Some(9), None, Some(18)]),
        (vec![1, 0, 3], vec![None, None, None, None]),
    ] {
        let kinds = vec![None; rows.len() + 1];
        assert_eq!(published(&[table(&rows, &kinds, true)]).1, seen, "{rows:?}");
    }
    let without_sum = table(&[0, 1, 4, 5], &[None; 4], false);
    assert_eq!(published(&[without_sum]).1, [Some(0), None, None, Some(5)]);
}
