//! The texts of blocks are plain: whatever stands in them is shown as it was written, and is never Markdown or HTML.

use handbook_tests::build_into;
use scraper::{Html, Selector};
use std::fs;
use tempfile::TempDir;

/// A text that would be a link, emphasis and an element, and that an empty line would set free.
const TEXT: &str = "Late *by far*\n\n[see](javascript:alert(1)) <img src=x> `code`";

fn page() -> String {
    let text = format!("\"\"\"{TEXT}\"\"\"");
    let one_line = format!("\"{}\"", TEXT.replace("\n\n", " "));
    format!(
        "# Rules\n\nc[rules.return] must LB-1\nReaders return books.\n\n\
         ```question\nid = \"late\"\nask = {text}\nshort = {one_line}\nhint = {text}\nanswers = \"yes-no\"\n```\n\n\
         ```group\nid = \"all\"\ntitle = {text}\nquestions = [\"late\"]\n```\n\n\
         ```finding\nid = \"overdue\"\nname = {text}\nsays = {text}\nwhen = \"late\"\n```\n\n\
         ```letter\nid = \"reminder\"\nname = {text}\nsays = {text}\nfor = []\n\n\
         [[parts]]\nid = \"body\"\nname = {text}\nrequired = true\ntext = {text}\n```\n"
    )
}

#[test]
fn they_are_shown_as_they_were_written() {
    let temporary = TempDir::new().unwrap();
    let book = temporary.path();
    fs::create_dir(book.join("src")).unwrap();
    fs::write(book.join("book.toml"), "[book]\ntitle = \"Plain\"\n").unwrap();
    fs::write(book.join("src/SUMMARY.md"), "# Summary\n\n- [Rules](rules.md)\n").unwrap();
    fs::write(book.join("src/rules.md"), page()).unwrap();
    let built = build_into(book, &book.join("site")).expect("the book is built");
    let html = Html::parse_document(&fs::read_to_string(built.folder.join("rules.html")).unwrap());
    let select = |selector: &str| html.select(&Selector::parse(selector).unwrap()).count();
    for made_of_text in ["main a[href*=javascript]", "main em", "main img", "main code"] {
        assert_eq!(select(made_of_text), 0, "{made_of_text}");
    }
    // Under the clause, and in each of the blocks.
    let main = html.select(&Selector::parse("main").unwrap()).next().expect("the page has a main part");
    let words = main.text().collect::<String>();
    let shown = words.matches("[see](javascript:alert(1)) <img src=x> `code`").count();
    assert!(shown >= 8, "shown {shown} times in {words}");
    // No page of this book lists what carries out a clause.
    assert_eq!(select(".used-by"), 0);
}
