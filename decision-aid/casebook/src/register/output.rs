//! The register as something to take along: for a spreadsheet, for a word processor, for a calendar.

use super::{Register, RegisterRow};
use crate::made_up;
use crate::spreadsheet::csv;
use casework::{CalendarCase, CalendarDay, calendar_of_days, in_words};
use document::{Block, Document, Run, Runs, Table};

impl Register {
    /// The rows for a spreadsheet, as RFC 4180 has it. Days stand as a spreadsheet reads them.
    pub fn csv(&self) -> String {
        let heading =
            ["Overdue", "Case", "What applies", "Since", "Until", "Review", "Told", "What is due", "File"];
        let joined: Vec<[String; 3]> = self
            .rows
            .iter()
            .map(|row| [row.what.join(" "), row.told.join("; "), row.due.join(" ")])
            .collect();
        let rows = self.rows.iter().zip(&joined).map(|(row, [what, told, due])| {
            let overdue = if row.is_overdue { "yes" } else { "no" };
            vec![overdue, &row.reference, what, &row.since, &row.until, &row.review_on, told, due, &row.file]
        });
        let notice = self.is_made_up.then(|| made_up::row::<9>().to_vec());
        csv(notice.into_iter().chain([heading.to_vec()]).chain(rows))
    }

    /// The rows as a document. `today` is its date.
    pub fn document(&self, today: &str) -> Document {
        let mut blocks: Vec<Block> = self.is_made_up.then(made_up::paragraph).into_iter().collect();
        blocks.push(Block::Paragraph(vec![Run::plain(self.opening(today))]));
        if !self.rows.is_empty() {
            let heading = ["Case", "What applies", "Since and until", "Who was told", "What is due"];
            blocks.push(Block::Table(Table {
                header: heading.into_iter().map(|name| vec![Run::plain(name)]).collect(),
                rows: self.rows.iter().map(RegisterRow::cells).collect(),
                widths: vec![14, 30, 18, 18, 20],
            }));
        }
        Document { title: "Restrictions in force".to_owned(), language: "en-GB".to_owned(), blocks }
    }

    fn opening(&self, today: &str) -> String {
        let overdue = self.rows.iter().filter(|row| row.is_overdue).count();
        let in_force = match self.rows.len() {
            0 => {
                return format!(
                    "On {}, no restriction is in force in the files that were read.",
                    in_words(today)
                );
            }
            1 => "1 restriction is in force".to_owned(),
            count => format!("{count} restrictions are in force"),
        };
        let due = match overdue {
            0 => "Nothing is overdue.".to_owned(),
            1 => "Something is overdue for 1 of them.".to_owned(),
            count => format!("Something is overdue for {count} of them."),
        };
        format!("On {}, {in_force} in the files that were read. {due}", in_words(today))
    }

    /// The review days as one calendar file. `today` is the day that it is made. `None` where there is none to come.
    pub fn calendar(&self, today: &str) -> Option<String> {
        let days = self.rows.iter().filter_map(|row| {
            let review = row.review.as_ref()?;
            let case = CalendarCase {
                case_id: &review.case_id,
                sequence: review.sequence,
                reference: &row.reference,
            };
            Some(CalendarDay { case, what: &review.what, field: &review.field, day: &row.review_on })
        });
        calendar_of_days(&days.collect::<Vec<_>>(), today)
    }
}

impl RegisterRow {
    fn cells(&self) -> Vec<Runs> {
        let reference = if self.reference.is_empty() { &self.file } else { &self.reference };
        let days = [("Since", &self.since), ("Until", &self.until), ("Review", &self.review_on)];
        let days = days.into_iter().filter(|(_, day)| !day.is_empty());
        let days: Vec<String> = days.map(|(name, day)| format!("{name} {}", in_words(day))).collect();
        let due: Runs = match self.is_overdue {
            true => vec![Run::strong("Overdue. "), Run::plain(self.due.join("\n"))],
            false => vec![Run::plain(self.due.join("\n"))],
        };
        let texts = [reference.clone(), self.what.join("\n"), days.join("\n"), self.told.join("\n")];
        texts.into_iter().map(|text| vec![Run::Plain(text)]).chain([due]).collect()
    }
}
