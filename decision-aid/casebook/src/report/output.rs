//! The report as something to take along: for a spreadsheet and for a word processor.

use super::{CountRow, Report, ReportTable};
use crate::Period;
use crate::made_up;
use crate::spreadsheet::csv;
use casework::in_words;
use document::{Block, Document, Level, Run, Runs, Table};

/// What a mark stands for in what is published.
const SUPPRESSED: &str = "[c] stands for a number from 1 to 4, or for one that would give such a number away. Where nothing is shown of a table, its total does.";

impl Report {
    /// The counts for a spreadsheet, as RFC 4180 has it; then lessons and departures, where they are in the report.
    pub fn csv(&self) -> String {
        let days = [&self.period, &self.before].map(|period| format!("{} to {}", period.from, period.until));
        let heading = vec!["Table", "Row", &days[0], &days[1]];
        let counts: Vec<[String; 4]> = self.tables.iter().flat_map(counts).collect();
        let counts = counts.iter().map(|row| row.each_ref().map(String::as_str).to_vec());
        let texts = self
            .texts()
            .flat_map(|(_, table, texts)| texts.iter().map(move |text| vec![table, text.as_str(), "", ""]));
        let mark = self.is_published.then(|| vec!["", SUPPRESSED, "", ""]);
        let notice = self.is_made_up.then(|| made_up::row::<4>().to_vec());
        let rows = notice.into_iter().chain([heading]).chain(counts).chain(mark);
        csv(rows.chain(texts))
    }

    /// What was written down: an id, a title and the texts.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, &'static str, &[String])> {
        let titled = [
            ("lessons", "Lessons", &self.lessons),
            ("departures", "Where a check was departed from, and why", &self.departures),
        ];
        titled.into_iter().filter_map(|(id, title, texts)| Some((id, title, texts.as_deref()?)))
    }

    /// The report as a document. `today` is its date.
    pub fn document(&self, today: &str) -> Document {
        let mut blocks: Vec<Block> = self.is_made_up.then(made_up::paragraph).into_iter().collect();
        blocks.push(paragraph(&self.opening(today)));
        blocks.extend(self.tables.iter().flat_map(|table| self.counted(table)));
        blocks.extend(self.texts().flat_map(|(_, title, texts)| section(title, texts)));
        Document { title: "How the policy was used".to_owned(), language: "en-GB".to_owned(), blocks }
    }

    fn opening(&self, today: &str) -> String {
        let mut opening = format!(
            "For {}, beside {} before it. Made on {}.",
            in_full(&self.period),
            in_full(&self.before),
            in_words(today)
        );
        let mark = self.is_published.then_some(SUPPRESSED);
        for sentence in self.basis.iter().map(String::as_str).chain(mark) {
            opening.push(' ');
            opening.push_str(sentence);
        }
        opening
    }

    /// A table under its heading.
    fn counted(&self, table: &ReportTable) -> [Block; 3] {
        let cells = |texts: [String; 3], strong: bool| -> Vec<Runs> {
            texts
                .into_iter()
                .map(|text| vec![if strong { Run::Strong(text) } else { Run::Plain(text) }])
                .collect()
        };
        let row = |row: &CountRow| [row.label.clone(), row.now.to_string(), row.before.to_string()];
        let rows = table.rows.iter().map(|counted| cells(row(counted), false));
        let header = ["Count".to_owned(), in_full(&self.period), in_full(&self.before)];
        [
            Block::Heading(Level::One, vec![Run::plain(&table.title)]),
            paragraph(&table.note),
            Block::Table(Table {
                header: cells(header, false),
                rows: rows.chain(table.total.iter().map(|total| cells(row(total), true))).collect(),
                widths: vec![60, 20, 20],
            }),
        ]
    }
}

/// The rows of a table, each with the title of the table.
fn counts(table: &ReportTable) -> impl Iterator<Item = [String; 4]> {
    let rows = table.rows.iter().chain(&table.total);
    rows.map(|row| [table.title.clone(), row.label.clone(), row.now.to_string(), row.before.to_string()])
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Run::plain(text)])
}

fn section(title: &str, texts: &[String]) -> [Block; 2] {
    let list = match texts {
        [] => paragraph("None was written down in this period."),
        texts => Block::Bullets(texts.iter().map(|text| vec![Run::plain(text)]).collect()),
    };
    [Block::Heading(Level::One, vec![Run::plain(title)]), list]
}

/// A period as people read it.
fn in_full(period: &Period) -> String {
    format!("{} to {}", in_words(&period.from), in_words(&period.until))
}
