//! The dates of a case as an iCalendar file (RFC 5545).
//!
//! An event is told from all others by the id of its case and the field that its date stands in. So the same event of the same
//! case moves when a later file gives it another date, and two cases never share one.

use crate::calendar::{parse, written};
use crate::{CaseHistory, CaseView};
use time::Date;

/// When a calendar reminds of an event, which is a whole day and begins at midnight: at nine o'clock a week before, so that
/// there is time to prepare, and at nine o'clock of the day. A calendar that takes one alarm only takes the first.
const ALARMS: [&str; 2] = ["-P6DT15H", "PT9H"];

/// The greatest number that a calendar has.
const GREATEST: u32 = i32::MAX as u32;

/// A file of dates for a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    /// The text of the file.
    pub text: String,
    /// What the case's [`calendar_sequence`](CaseHistory::calendar_sequence) is from now on. It has to be kept, or a calendar
    /// takes the next file for one that is no newer.
    pub next_sequence: u32,
}

impl CaseView<'_> {
    /// The dates of the record that belong in a calendar. `today` is the day the file is made. `None` where there is no date
    /// yet: what is no date is left out.
    pub fn calendar_file(&self, history: &CaseHistory, today: &str) -> Option<CalendarFile> {
        let sections = self.sections();
        let entries = sections.iter().flat_map(|(_, entries)| entries);
        let dated = entries.filter_map(|entry| {
            Some(Event {
                what: entry.field.calendar.as_deref()?,
                field: &entry.field.id,
                day: parse(&entry.value)?,
            })
        });
        let case = CalendarCase {
            case_id: &history.case_id,
            sequence: history.calendar_sequence,
            reference: &self.reference(),
        };
        let events: Vec<(CalendarCase<'_>, Event<'_>)> = dated.map(|event| (case, event)).collect();
        let next_sequence = history.calendar_sequence.saturating_add(1).min(GREATEST);
        Some(CalendarFile { text: text(parse(today)?, &events)?, next_sequence })
    }
}

/// A case, as a calendar tells it from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarCase<'a> {
    /// What the case has been known by from its first file on.
    pub case_id: &'a str,
    /// How many calendar files were made of it.
    pub sequence: u32,
    /// Its reference; empty where it has none.
    pub reference: &'a str,
}

/// A day of a case for a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarDay<'a> {
    /// The case.
    pub case: CalendarCase<'a>,
    /// What is on the day.
    pub what: &'a str,
    /// The field of the record that the day stands in. It tells the day from the other days of the case.
    pub field: &'a str,
    /// The day as files write it.
    pub day: &'a str,
}

/// The days of many cases as one calendar file. `today` is the day it is made. `None` where no day is one.
///
/// A day has the name that the file of its own case gives it, so a calendar that takes both shows it once.
pub fn calendar_of_days(days: &[CalendarDay<'_>], today: &str) -> Option<String> {
    let events: Vec<(CalendarCase<'_>, Event<'_>)> = days
        .iter()
        .filter_map(|day| Some((day.case, Event { what: day.what, field: day.field, day: parse(day.day)? })))
        .collect();
    text(parse(today)?, &events)
}

/// A day, with what it is and the field it stands in.
struct Event<'a> {
    what: &'a str,
    field: &'a str,
    day: Date,
}

/// The text of a file; none where nothing is in it.
fn text(made: Date, events: &[(CalendarCase<'_>, Event<'_>)]) -> Option<String> {
    let mut lines = lines(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Customer Handling Handbook//EN"]);
    lines.extend(events.iter().flat_map(|(case, event)| case.event(event, made)));
    lines.push("END:VCALENDAR".to_owned());
    (!events.is_empty()).then(|| lines.iter().map(|line| folded(line)).collect())
}

impl CalendarCase<'_> {
    /// One whole day.
    fn event(&self, event: &Event<'_>, made: Date) -> Vec<String> {
        let summary = escaped(&self.summary(event.what));
        let mut event = vec![
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}-{}@customer-handling", escaped(self.case_id), event.field),
            format!("SEQUENCE:{}", self.sequence.min(GREATEST)),
            format!("DTSTAMP:{}T000000Z", compact(made)),
            format!("DTSTART;VALUE=DATE:{}", compact(event.day)),
            format!("DTEND;VALUE=DATE:{}", compact(event.day.next_day().unwrap_or(event.day))),
            format!("SUMMARY:{summary}"),
            format!("DESCRIPTION:{}", escaped(&self.description())),
            "TRANSP:TRANSPARENT".to_owned(),
        ];
        event.extend(ALARMS.iter().flat_map(|trigger| alarm(trigger, &summary)));
        event.push("END:VEVENT".to_owned());
        event
    }

    fn summary(&self, what: &str) -> String {
        if self.reference.is_empty() { what.to_owned() } else { format!("{what}: {}", self.reference) }
    }

    /// What to do on the day, and where. It names the case by its reference and nobody.
    fn description(&self) -> String {
        let of = if self.reference.is_empty() { String::new() } else { format!(" of {}", self.reference) };
        format!(
            "Open the case file{of} in the decision aid of the handbook, do what is due, and write down there what you did."
        )
    }
}

fn alarm(trigger: &str, says: &str) -> Vec<String> {
    let (trigger, says) = (format!("TRIGGER:{trigger}"), format!("DESCRIPTION:{says}"));
    lines(["BEGIN:VALARM", "ACTION:DISPLAY", &trigger, &says, "END:VALARM"])
}

fn lines<const N: usize>(lines: [&str; N]) -> Vec<String> {
    lines.map(str::to_owned).into()
}

/// A date without its hyphens.
fn compact(date: Date) -> String {
    written(date).replace('-', "")
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

/// A line in pieces of at most 75 bytes, the pieces after the first on lines that open with a space.
fn folded(line: &str) -> String {
    let (mut folded, mut length) = (String::new(), 0);
    for letter in line.chars() {
        if length + letter.len_utf8() > 75 {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(letter);
        length += letter.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests;
