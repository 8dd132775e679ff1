//! Calendar dates: as they are written down, as they are read, and as a calendar takes them.

use time::{Date, Month};

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

/// A date as people read it: `31 August 2026`. What is no date stays as it was written.
pub fn in_words(text: &str) -> String {
    let Some(date) = parse(text) else { return text.to_owned() };
    let (year, month, day) = date.to_calendar_date();
    [&day.to_string(), " ", MONTHS[usize::from(u8::from(month)) - 1], " ", &year.to_string()].concat()
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

/// Days, each with what it is, as an iCalendar file (RFC 5545). `reference` is the case's; `made` is the day the file
/// is made. What is no date is left out; none where no date is left.
pub fn calendar_file(days: &[(&str, &str)], reference: &str, made: &str) -> Option<String> {
    let made = parse(made)?;
    let mut events = String::new();
    for (date, what) in days {
        if let Some(day) = parse(date) {
            event(&mut events, day, what, reference, made);
        }
    }
    let open = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Customer Handling Handbook//EN\r\n";
    (!events.is_empty()).then(|| [open, &events, "END:VCALENDAR\r\n"].concat())
}

/// One whole day.
fn event(events: &mut String, day: Date, what: &str, reference: &str, made: Date) {
    let mut summary = what.to_owned();
    if !reference.is_empty() {
        summary.push_str(": ");
        summary.push_str(reference);
    }
    let end = day.next_day().unwrap_or(day);
    for line in [
        "BEGIN:VEVENT",
        &["UID:", &compact(day), "-", &identifier(&summary), "@customer-handling"].concat(),
        &["DTSTAMP:", &compact(made), "T000000Z"].concat(),
        &["DTSTART;VALUE=DATE:", &compact(day)].concat(),
        &["DTEND;VALUE=DATE:", &compact(end)].concat(),
        &["SUMMARY:", &escaped(&summary)].concat(),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ] {
        fold(events, line);
    }
}

/// A date without its hyphens.
fn compact(date: Date) -> String {
    let mut compact = written(date);
    compact.retain(|letter| letter != '-');
    compact
}

/// A text for a calendar: its own marks are escaped, and line ends are written out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in document::visible(text).chars() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// What tells one event from another: the same event twice is the same entry.
fn identifier(text: &str) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash.to_string()
}

/// Adds a line in pieces of at most 75 bytes, the pieces after the first on lines that open with a space.
fn fold(out: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests;
