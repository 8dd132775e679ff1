//! Calendar dates: as they are written down, and as they are read.

use time::{Date, Duration, Month};

/// A date as it is written down: `2026-08-31`. None where there is no such day.
pub fn parse(text: &str) -> Option<Date> {
    let mut parts = text.trim().split('-');
    let (year, month, day) = (parts.next()?, number(parts.next()?)?, number(parts.next()?)?);
    // A year of another time is a slip of the pen.
    if year.len() != 4 || parts.next().is_some() || !(1900..2200).contains(&number(year)?) {
        return None;
    }
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(i32::try_from(number(year)?).ok()?, month, u8::try_from(day).ok()?).ok()
}

/// A number in the one type that the browser has to know how to read.
fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}

/// A date as it is written down.
pub(crate) fn written(date: Date) -> String {
    let (year, month, day) = date.to_calendar_date();
    let mut written = String::new();
    for (mut power_of_ten, number) in
        [(1000, year.unsigned_abs()), (10, u8::from(month).into()), (10, day.into())]
    {
        if !written.is_empty() {
            written.push('-');
        }
        while power_of_ten > 0 {
            written.push(char::from(b'0' + (number / power_of_ten % 10) as u8));
            power_of_ten /= 10;
        }
    }
    written
}

/// Whether a text is a day just as files write it.
pub(crate) fn is_day(text: &str) -> bool {
    parse(text).is_some_and(|day| written(day) == text)
}

/// A date as people read it: `31 August 2026`. What is no date stays as it was written.
pub fn in_words(text: &str) -> String {
    let Some(date) = parse(text) else { return text.to_owned() };
    let (year, month, day) = date.to_calendar_date();
    [&day.to_string(), " ", MONTHS[usize::from(u8::from(month)) - 1], " ", &year.to_string()].concat()
}

/// How many days after one day another is; negative where it is before it. `None` where one of them is no day.
pub fn days_between(first: &str, second: &str) -> Option<i64> {
    Some((parse(second)? - parse(first)?).whole_days())
}

/// The day so many days later, or before it where they are negative.
pub fn days_after(text: &str, days: i64) -> Option<String> {
    // As many as no case lasts, so that no length of time is too long to say.
    let days = (-1_000_000..=1_000_000).contains(&days).then(|| Duration::days(days))?;
    let day = written(parse(text)?.checked_add(days)?);
    is_day(&day).then_some(day)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The date so many calendar months later: on the same day of the month, or on its last day where the month is
/// shorter. 31 August and six months is the last day of February. `None` where no file can have such a day.
pub fn months_after(text: &str, months: u32) -> Option<String> {
    let (year, month, day) = parse(text)?.to_calendar_date();
    let counted = (u32::from(u8::from(month)) - 1).checked_add(months)?;
    let year = year.checked_add_unsigned(counted / 12)?;
    let month = Month::try_from(u8::try_from(counted % 12).ok()? + 1).ok()?;
    let day = day.min(month.length(year));
    let day = written(Date::from_calendar_date(year, month, day).ok()?);
    is_day(&day).then_some(day)
}

#[cfg(test)]
mod tests;
