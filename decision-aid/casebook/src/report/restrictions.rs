//! How long restrictions last, and what followed those that were decided on the spot.

use super::ReportTable;
use super::counting::{Counting, Heading, Past, is_by, labels};
use casework::{CaseEntry, Limits, days_between, months_after};
use policy::EntryKind;

/// The longest of each row of durations, in months.
const MONTHS: [u32; 4] = [1, 3, 6, 12];

impl Counting<'_> {
    pub(super) fn restrictions(&self) -> Vec<ReportTable> {
        [Some(self.durations()), self.on_the_spot()].into_iter().flatten().collect()
    }

    fn durations(&self) -> ReportTable {
        let found = self.entries().filter_map(|past| {
            let limits = past.entry().limits.as_ref()?;
            Some((duration(limits, past.day), past.day))
        });
        self.table_with_total(
            Heading {
                id: "durations",
                title: "How long restrictions are set for",
                note: "From the first to the last day of the limits, for each time that they were set, also in a review.",
            },
            labels([
                "Up to 1 month",
                "More than 1 month, up to 3",
                "More than 3 months, up to 6",
                "More than 6 months, up to 12",
                "More than 12 months",
                "No last day given",
            ]),
            None,
            found,
        )
    }

    fn on_the_spot(&self) -> Option<ReportTable> {
        self.comes_up(EntryKind::OnTheSpotNotice).then_some(())?;
        let notices = self.entries().filter(|past| past.is(EntryKind::OnTheSpotNotice));
        Some(self.table_with_total(
            Heading {
                id: "on-the-spot",
                title: "Restrictions decided on the spot",
                note: "How long it took until the assessment that has to follow.",
            },
            labels([
                "Assessed within 7 days",
                "Assessed within 8 to 28 days",
                "Assessed after more than 28 days",
                "Ended without an assessment",
                "Not assessed yet",
            ]),
            Some(EntryKind::OnTheSpotNotice),
            notices.map(|past| (self.assessment(&past), past.day)),
        ))
    }

    /// How long after a restriction on the spot it was assessed. What was decided after one counts as the assessment, unless it says
    /// when that was.
    fn assessment(&self, past: &Past<'_>) -> usize {
        let assessed_on = |entry: &CaseEntry| {
            let day = entry.recorded(self.facts().assessed_on.as_ref()).to_owned();
            Some(day).filter(|day| is_by(past.day, day))
        };
        if let Some(day) = assessed_on(past.entry()) {
            return wait(past.day, &day);
        }
        let decides = |entry: &&CaseEntry| entry.kind.decides() && entry.kind != EntryKind::OnTheSpotNotice;
        match past.later().find(decides) {
            Some(next) => match assessed_on(next) {
                Some(day) => wait(past.day, &day),
                None if next.kind == EntryKind::End => 3,
                None => wait(past.day, self.day(next)),
            },
            None => 4,
        }
    }
}

/// The row of so many days.
fn wait(from: &str, until: &str) -> usize {
    match days_between(from, until) {
        Some(..=7) => 0,
        Some(..=28) => 1,
        _ => 2,
    }
}

/// The row of how long limits last. `day` is the day on which they were decided.
fn duration(limits: &Limits, day: &str) -> usize {
    if limits.ends_on.is_empty() {
        return MONTHS.len() + 1;
    }
    let from = if limits.starts_on.is_empty() { day } else { &limits.starts_on };
    let is_within =
        |months: &u32| months_after(from, *months).is_some_and(|last| is_by(&limits.ends_on, &last));
    MONTHS.iter().position(is_within).unwrap_or(MONTHS.len())
}
