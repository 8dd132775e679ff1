//! The period that a report is for, and the one before it.

use casework::{days_after, days_between, months_after, parse};
use std::ops::RangeInclusive;
use time::Date;

/// More months than any period has that somebody reports on.
const MOST_MONTHS: u32 = 1200;

/// The days that a report is for, both included, each as files write it: `2026-08-31`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
}

impl Period {
    /// Whether both are days, and the last is not before the first.
    pub fn is_sound(&self) -> bool {
        days_between(&self.from, &self.until).is_some_and(|days| days >= 0)
    }

    /// Its days, to ask of many whether they lie in it. None where one of its ends is no day.
    pub(crate) fn days(&self) -> Option<RangeInclusive<Date>> {
        Some(parse(&self.from)?..=parse(&self.until)?)
    }

    /// The period of the same length just before: of as many months where this one is of whole months, else of as many days. One
    /// that is not sound stays as it is.
    pub fn before(&self) -> Self {
        self.days_before().filter(|_| self.is_sound()).unwrap_or_else(|| self.clone())
    }

    fn days_before(&self) -> Option<Self> {
        let from = match self.whole_months() {
            Some(months) => months_before(&self.from, months)?,
            None => days_after(&self.from, -1 - days_between(&self.from, &self.until)?)?,
        };
        Some(Self { from, until: days_after(&self.from, -1)? })
    }

    /// How many months it is, where it is of whole months.
    fn whole_months(&self) -> Option<u32> {
        let next = days_after(&self.until, 1)?;
        let begins_months = parse(&self.from)?.day() == 1;
        (1..MOST_MONTHS)
            .filter(|_| begins_months)
            .find(|months| months_after(&self.from, *months).as_ref() == Some(&next))
    }
}

/// The first day of the month so many months before that of a day.
fn months_before(day: &str, months: u32) -> Option<String> {
    let day = parse(day)?;
    let number = day.year() * 12 + i32::from(u8::from(day.month())) - 1 - i32::try_from(months).ok()?;
    let first = format!("{:04}-{:02}-01", number.div_euclid(12), number.rem_euclid(12) + 1);
    parse(&first).map(|_| first)
}

#[cfg(test)]
mod tests {
    use super::{Period, parse};

    fn period(from: &str, until: &str) -> Period {
        Period { from: from.to_owned(), until: until.to_owned() }
    }

    #[test]
    fn the_period_before_is_as_long_and_ends_the_day_before() {
        for (from, until, before_from, before_until) in [
            ("2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31"),
            ("2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31"),
            ("2024-04-01", "2025-03-31", "2023-04-01", "2024-03-31"),
            ("2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"),
            ("2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"),
            ("2026-03-10", "2026-03-19", "2026-02-28", "2026-03-09"),
            ("2026-03-01", "2026-03-01", "2026-02-28", "2026-02-28"),
            // Nothing is before what is no period.
            ("2026-03-02", "2026-03-01", "2026-03-02", "2026-03-01"),
            ("soon", "2026-03-01", "soon", "2026-03-01"),
        ] {
            assert_eq!(period(from, until).before(), period(before_from, before_until), "{from} to {until}");
        }
    }

    #[test]
    fn both_ends_lie_in_a_period() {
        let march =
            period("2026-03-01", "2026-03-31").days().unwrap_or_else(|| unreachable!("both are days"));
        for (day, holds) in
            [("2026-02-28", false), ("2026-03-01", true), ("2026-03-31", true), ("2026-04-01", false)]
        {
            assert_eq!(parse(day).is_some_and(|day| march.contains(&day)), holds, "{day}");
        }
    }
}
