//! Tables: the header row is repeated on every page, and no row is split between pages.

use super::BodyWriter;
use document::{Run, Runs, Table};

/// The width of the text area, in twentieths of a point: A4 without its margins.
const TEXT_WIDTH: u64 = 11906 - 2 * 1417;

impl BodyWriter {
    pub(super) fn table(&mut self, table: &Table) {
        let widths = column_widths(table);
        if widths.is_empty() {
            return;
        }
        self.element("w:tbl", &[], |writer| {
            writer.table_properties(&widths);
            writer.row("TableHeading", &table.header, &widths);
            table.rows.iter().for_each(|row| writer.row("TableText", row, &widths));
        });
        // Word joins adjacent tables, and requires a paragraph after the last one.
        self.paragraph("TableEnd", &[]);
    }

    fn table_properties(&mut self, widths: &[String]) {
        self.xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", "Record")]);
            xml.empty("w:tblW", &[("w:w", &TEXT_WIDTH.to_string()), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            // The first row is a header, the first column is not, and rows are not banded.
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
        self.element("w:tr", &[], |writer| {
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
        self.element("w:tc", &[], |writer| {
            writer.xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
            });
            writer.paragraph(style, runs);
        });
    }
}

/// The width of each column, in twentieths of a point. Relative widths that do not match the columns are ignored.
fn column_widths(table: &Table) -> Vec<String> {
    let columns = table.columns();
    let is_usable = table.widths.len() == columns && table.widths.iter().all(|width| *width > 0);
    let relative = if is_usable { table.widths.clone() } else { vec![1; columns] };
    let sum: u64 = relative.iter().map(|width| u64::from(*width)).sum();
    relative.into_iter().map(|width| (TEXT_WIDTH * u64::from(width) / sum.max(1)).to_string()).collect()
}
