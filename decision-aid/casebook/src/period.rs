//! The period that a report is for, and the one before it.

use casework::{days_between, months_after, parse};
use time::{Date, Duration};

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

    /// Whether a day lies in it. What is no day lies in none.
    pub fn holds(&self, day: &str) -> bool {
        let not_after = |first: &str, then: &str| days_between(first, then).is_some_and(|days| days >= 0);
        not_after(&self.from, day) && not_after(day, &self.until)
    }

    /// The period of the same length just before: of as many months where this one is of whole months, else of as many days. One
    /// that is not sound stays as it is.
    pub fn before(&self) -> Self {
        self.days_before().filter(|_| self.is_sound()).unwrap_or_else(|| self.clone())
    }

    fn days_before(&self) -> Option<Self> {
        let (from, until) = (parse(&self.from)?, parse(&self.until)?);
        let last = from.previous_day()?;
        let first = match whole_months(from, until) {
            Some(months) => months_before(from, months)?,
            None => last.checked_sub(until - from)?,
        };
        Some(Self { from: written(first)?, until: written(last)? })
    }
}

/// How many months two days begin and end, where they do.
fn whole_months(from: Date, until: Date) -> Option<u32> {
    let next = until.checked_add(Duration::DAY)?;
    let months = month_number(next) - month_number(from);
    (from.day() == 1 && next.day() == 1).then(|| u32::try_from(months).ok()).flatten()
}

fn month_number(day: Date) -> i32 {
    day.year() * 12 + i32::from(u8::from(day.month()))
}

/// The first of a month so many months before another first.
fn months_before(first: Date, months: u32) -> Option<Date> {
    let counted = month_number(first) - 1 - i32::try_from(months).ok()?;
    let month = u8::try_from(counted.rem_euclid(12) + 1).ok()?;
    Date::from_calendar_date(counted.div_euclid(12), month.try_into().ok()?, 1).ok()
}

/// A day as files write it.
fn written(day: Date) -> Option<String> {
    let written = format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day());
    // The day that is no months after it is the day itself, if it is one that files can have.
    months_after(&written, 0)
}

#[cfg(test)]
mod tests {
    use super::Period;

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
        let march = period("2026-03-01", "2026-03-31");
        for (day, holds) in [
            ("2026-02-28", false),
            ("2026-03-01", true),
            ("2026-03-31", true),
            ("2026-04-01", false),
            ("", false),
            ("2026-02-30", false),
        ] {
            assert_eq!(march.holds(day), holds, "{day}");
        }
    }
}
