//! The pages that people keep, as PDFs: Chromium prints them from the very HTML of the site.
//!
//! They are tagged and have their headings as bookmarks. They are printed before the site is swapped in, from a copy without links to
//! other pages, which would lead into a folder of the machine.

use crate::site::rewrite::rewrite;
use anyhow::{Context, Result, bail};
use lol_html::element;
use lol_html::html_content::ContentType;
use policy_compiler::{Compiled, Insert, Item, Page, PageItems};
use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Prints every page to keep beside its HTML, and links it there.
///
/// # Errors
/// Chromium cannot be started or prints nothing; a page that cannot be read or written.
pub(crate) fn print(site: &Path, chromium: &Path, compiled: &Compiled, pages: &[Page]) -> Result<()> {
    let profile = tempfile::tempdir().context("no temporary folder for Chromium")?;
    for (_, page) in compiled.pages.iter().zip(pages).filter(|(items, _)| is_to_keep(items)) {
        let html = site.join(&page.url);
        let text = fs::read_to_string(&html).with_context(|| format!("cannot read {}", html.display()))?;
        // Beside the page, so that it finds the same stylesheets.
        let on_paper = html.with_extension("paper.html");
        fs::write(&on_paper, without_ways_out(&text)?)
            .with_context(|| format!("cannot write {}", on_paper.display()))?;
        let pdf = html.with_extension("pdf");
        print_page(chromium, profile.path(), &on_paper, &pdf)
            .with_context(|| format!("{} as a PDF", page.url))?;
        fs::remove_file(&on_paper).with_context(|| format!("cannot remove {}", on_paper.display()))?;
        let size = fs::metadata(&pdf)?.len();
        fs::write(&html, with_link(&text, &pdf, size)?)
            .with_context(|| format!("cannot write {}", html.display()))?;
    }
    Ok(())
}

/// Whether people print or keep a page: the whole policy, the checklist, a sample letter.
fn is_to_keep(items: &PageItems) -> bool {
    let kept =
        |item: &Item| matches!(item, Item::Insert(Insert::WholePolicy | Insert::Checklist) | Item::Letter(_));
    items.blocks.iter().any(|block| kept(&block.item))
}

/// The page without links to other pages: in a file of its own they would lead into a folder of this machine.
fn without_ways_out(page: &str) -> Result<String> {
    let link = element!("main a[href]", |link| {
        let href = link.get_attribute("href").unwrap_or_default();
        if !["#", "http:", "https:", "mailto:", "tel:"].iter().any(|start| href.starts_with(start)) {
            link.remove_and_keep_content();
        }
        Ok(())
    });
    rewrite(page, [link])
}

/// The page with a link to its PDF after the sentence that opens it.
fn with_link(page: &str, pdf: &Path, size: u64) -> Result<String> {
    let name = pdf.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let link = maud::html! {
        p class="keep" { a href=(name) type="application/pdf" { "Keep this page as a PDF" } " (" (size.div_ceil(1024)) " KB)" }
    };
    let placed = Cell::new(false);
    let first_paragraph = element!("main > p", |paragraph| {
        if !placed.replace(true) {
            paragraph.after(&link.0, ContentType::Html);
        }
        Ok(())
    });
    rewrite(page, [first_paragraph])
}

/// Prints one page: tagged, with its headings as bookmarks.
fn print_page(chromium: &Path, profile: &Path, page: &Path, pdf: &Path) -> Result<()> {
    let output = Command::new(chromium)
        .args(["--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"])
        // Only the page just built is opened; root, and most containers, can have no sandbox.
        .args([
            "--no-sandbox",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            "--export-tagged-pdf",
        ])
        .arg(with_value("--user-data-dir=", profile))
        .arg(with_value("--print-to-pdf=", pdf))
        .arg(page)
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{} cannot be started", chromium.display()))?;
    if !output.status.success() || !pdf.is_file() {
        bail!("{} printed nothing: {}", chromium.display(), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

fn with_value(option: &str, value: &Path) -> std::ffi::OsString {
    let mut argument = std::ffi::OsString::from(option);
    argument.push(value);
    argument
}

#[cfg(test)]
mod tests {
    use super::{with_link, without_ways_out};
    use std::path::Path;

    #[test]
    fn no_link_on_paper_leads_into_a_folder() {
        let page = "<a href=\"x.html\">Skip</a><main><a href=\"#a\">A</a> <a href=\"../b.html#c\">B</a> <a href=\"https://c\">C</a></main>";
        let expected =
            "<a href=\"x.html\">Skip</a><main><a href=\"#a\">A</a> B <a href=\"https://c\">C</a></main>";
        assert_eq!(without_ways_out(page).unwrap(), expected);
    }

    #[test]
    fn the_link_says_what_it_is_and_how_big() {
        let page =
            with_link("<main><h1>T</h1><p>One.</p><p>Two.</p></main>", Path::new("a/b.pdf"), 2049).unwrap();
        let link = "<p class=\"keep\"><a href=\"b.pdf\" type=\"application/pdf\">Keep this page as a PDF</a> (3 KB)</p>";
        assert_eq!(page, format!("<main><h1>T</h1><p>One.</p>{link}<p>Two.</p></main>"));
    }
}
