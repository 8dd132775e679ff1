//! A table as a file for a spreadsheet (RFC 4180), in which nothing is read as a formula.

/// What tells that the text is UTF-8. Excel takes a file without it for the code page of the machine, and garbles “, – and £.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Rows of cells as the text of a file.
pub(crate) fn csv<'r>(rows: impl IntoIterator<Item = Vec<&'r str>>) -> String {
    let mut csv = String::from(BYTE_ORDER_MARK);
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(cell).collect();
        csv.push_str(&cells.join(","));
        csv.push_str("\r\n");
    }
    csv
}

/// A cell. One that a spreadsheet would calculate gets an apostrophe before it: what is in a case file can come from a customer.
/// Blanks before it are passed over, as some spreadsheets do; a tab is a blank here.
fn cell(text: &str) -> String {
    let text = document::visible(text);
    let is_formula = text.trim_start().starts_with(['=', '+', '-', '@']);
    let text = if is_formula { ["'", &text].concat() } else { text.to_string() };
    let is_plain = !text.contains(['"', ',', '\n', '\r']) && text.trim() == text;
    if is_plain { text } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

#[cfg(test)]
mod tests {
    use super::csv;

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_never_a_formula() {
        for (cell, written) in [
            ("CH-1", "CH-1"),
            ("", ""),
            ("one, two", "\"one, two\""),
            ("says “no” \"twice\"", "\"says “no” \"\"twice\"\"\""),
            ("one\ntwo", "\"one\ntwo\""),
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            (" =1+1", "' =1+1"),
            (" one", "\" one\""),
            ("+44", "'+44"),
            ("-1", "'-1"),
            ("@sum", "'@sum"),
            ("=1,\"2\"", "\"'=1,\"\"2\"\"\""),
        ] {
            assert_eq!(csv([vec![cell]]), format!("\u{feff}{written}\r\n"), "{cell:?}");
        }
        assert!(csv([vec!["\t=1"]]).contains("'"), "a tab before it hides no formula");
    }

    #[test]
    fn rows_and_cells_stand_in_their_order() {
        assert_eq!(csv([vec!["a", "b"], vec!["1", "2"]]), "\u{feff}a,b\r\n1,2\r\n");
    }
}
