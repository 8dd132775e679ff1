//! Calendar dates: as they are written down, as they are read, and as a calendar takes them.

use time::{Date, Month};

/// A date as it is written down: `2026-08-31`. None where there is no such day.
pub fn parse(text: &str) -> Option<Date> {
    let mut parts = text.trim().split('-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let month = Month::try_from(parts.next()?.parse::<u8>().ok()?).ok()?;
    let day = parts.next()?.parse().ok()?;
    parts.next().is_none().then(|| Date::from_calendar_date(year, month, day).ok()).flatten()
}

/// A date as it is written down.
pub(crate) fn written(date: Date) -> String {
    let (year, month, day) = date.to_calendar_date();
    [padded(year.unsigned_abs(), 4), padded(u32::from(u8::from(month)), 2), padded(u32::from(day), 2)]
        .join("-")
}

/// A number in so many digits.
fn padded(number: u32, digits: usize) -> String {
    let text = number.to_string();
    "0".repeat(digits.saturating_sub(text.len())) + &text
}

/// A date as people read it: `31 August 2026`. What is no date stays as it was written.
pub fn in_words(text: &str) -> String {
    let Some(date) = parse(text) else { return text.to_owned() };
    let (year, month, day) = date.to_calendar_date();
    [day.to_string().as_str(), MONTHS[usize::from(u8::from(month)) - 1], year.to_string().as_str()].join(" ")
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
/// shorter. 31 August and six months is the last day of February.
pub fn months_after(text: &str, months: u32) -> Option<String> {
    let (year, month, day) = parse(text)?.to_calendar_date();
    let counted = u32::from(u8::from(month)) - 1 + months;
    let year = year.checked_add_unsigned(counted / 12)?;
    let month = Month::try_from(u8::try_from(counted % 12).ok()? + 1).ok()?;
    let day = day.min(month.length(year));
    Date::from_calendar_date(year, month, day).ok().map(written)
}

/// One whole day as an iCalendar file (RFC 5545). `reference` is the case's; `made` is the day the file is made.
/// None where the date is none.
pub fn calendar_event(date: &str, what: &str, reference: &str, made: &str) -> Option<String> {
    let compact = |date: Date| written(date).replace('-', "");
    let day = parse(date)?;
    let summary = if reference.is_empty() { what.to_owned() } else { [what, reference].join(": ") };
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Customer Handling Handbook//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        ["UID:", &compact(day), "-", &identifier(&summary), "@customer-handling"].concat(),
        ["DTSTAMP:", &compact(parse(made)?), "T000000Z"].concat(),
        ["DTSTART;VALUE=DATE:", &compact(day)].concat(),
        ["DTEND;VALUE=DATE:", &compact(day.next_day()?)].concat(),
        ["SUMMARY:", &escaped(&summary)].concat(),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    Some(lines.iter().map(|line| folded(line) + "\r\n").collect())
}

/// A text for a calendar: its own marks are escaped, and line ends are written out.
fn escaped(text: &str) -> String {
    let visible = document::visible(text);
    visible.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// What tells one event from another: the same event twice is the same entry.
fn identifier(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash.to_string()
}

/// A line in pieces of at most 75 bytes, the pieces after the first on lines that open with a space.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / 70 * 3);
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out
}

#[cfg(test)]
mod tests;
