//! Tables: a row of headings that every page repeats, and rows that no page divides.

use super::Blocks;
use document::{Run, Runs, Table};

/// How wide the text of a page is, in twentieths of a point: A4 without its margins.
const WIDTH: u64 = 11906 - 2 * 1417;

impl Blocks {
    pub(super) fn table(&mut self, table: &Table) {
        let widths = widths(table);
        if widths.is_empty() {
            return;
        }
        self.open("w:tbl", &[], |writer| {
            writer.table_properties(&widths);
            writer.row("TableHeading", &table.header, &widths);
            table.rows.iter().for_each(|row| writer.row("TableText", row, &widths));
        });
        // Word joins tables that touch, and a page cannot end in one.
        self.paragraph("TableEnd", &[]);
    }

    fn table_properties(&mut self, widths: &[String]) {
        self.xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", "Record")]);
            xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            // The first row is one of headings; no column is, and rows are not banded.
            xml.empty(
                "w:tblLook",
                &[("w:val", "0620"), ("w:firstRow", "1"), ("w:noHBand", "1"), ("w:noVBand", "1")],
            );
        });
        self.xml.element("w:tblGrid", &[], |xml| {
            widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", width)]));
        });
    }

    fn row(&mut self, style: &str, cells: &[Runs], widths: &[String]) {
        self.open("w:tr", &[], |writer| {
            writer.xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                if style == "TableHeading" {
                    xml.empty("w:tblHeader", &[]);
                }
            });
            for (column, width) in widths.iter().enumerate() {
                writer.cell(style, cells.get(column).map_or(&[], Vec::as_slice), width);
            }
        });
    }

    fn cell(&mut self, style: &str, runs: &[Run], width: &str) {
        self.open("w:tc", &[], |writer| {
            writer.xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
            });
            writer.paragraph(style, runs);
        });
    }
}

/// How wide each column is. Shares that do not fit the columns count for nothing.
fn widths(table: &Table) -> Vec<String> {
    let columns = table.columns();
    let fit = table.widths.len() == columns && table.widths.iter().all(|share| *share > 0);
    let shares = if fit { table.widths.clone() } else { vec![1; columns] };
    let whole: u64 = shares.iter().map(|share| u64::from(*share)).sum();
    let width = |share: u16| WIDTH * u64::from(share) / whole.max(1);
    shares.into_iter().map(|share| width(share).to_string()).collect()
}
