//! The search: what can be found, as data for the browser, and the scripts that find it there.
//!
//! Every page loads `field.js`, which is small. Once its field is used, that loads more script files: first the one that
//! names the others, which alone has the same name in every build, so that a page does not change with the text of
//! another; then the finder, which is MiniSearch with a stemmer and how this handbook uses them, and the entries. All
//! come as scripts, because a page opened from a folder may not fetch.
//!
//! The index is made from the entries in the browser, in small steps, when the field is first used: an index made at the build
//! would need Node there. MiniSearch and the stemmer are shipped as terser makes them (`npm run search-libraries`), and a test
//! compares them with npm's. The finder corrects a slip of the finger itself, before MiniSearch is asked: MiniSearch compares stems,
//! where one slip can change several letters, and does not count two letters that changed places as one slip. It also takes a
//! synonym of several words as one thing to find, and sees to it that the first three results are of different kinds. On the written
//! queries, MiniSearch with the synonyms alone found fewer; the figures stand in `CHANGELOG.md`. Synonyms are added to what can be found and not to what is asked, so that a slip of the finger in a
//! synonym is forgiven like any other. The field is in no form and has no name, so that what is typed cannot end up in an address
//! or in a browser's store.

mod entries;

use crate::digest::digest;
use crate::markup::Site;
use crate::not_built::NotBuilt;
use crate::settings::span_of;
use crate::site::page_text::PageText;
use anyhow::{Context, Result};
use entries::{Entry, entries, plain};
use lol_html::HandlerResult;
use lol_html::html_content::Element;
use maud::{Markup, html};
use policy_compiler::{Diagnostic, Diagnostics, Page, Place};
use serde_json::json;
use std::fs;
use std::path::Path;

/// MiniSearch, and Porter's stemmer, as `npm run search-libraries` in `tests/browser` writes them from npm's packages.
const LIBRARIES: &str = include_str!("../../scripts/search/libraries.js");
const MINISEARCH_LICENCE: &str = include_str!("../../scripts/search/minisearch-licence.txt");
const STEMMER_LICENCE: &str = include_str!("../../scripts/search/stemmer-licence.txt");
const FINDER: &str = include_str!("../../scripts/search/finder.js");
const FIELD: &str = include_str!("../../scripts/search/field.js");

/// The script that names the files of this build.
const FILES: &str = "search/files.js";

/// The files of the search.
pub(crate) struct Search {
    field: String,
    files: Vec<(String, String)>,
}

impl Search {
    /// Makes the files for a site whose pages say `texts`, in the order of the book. `settings` is the file of its settings, and
    /// `is_whole` says that no page is left out.
    ///
    /// # Errors
    /// A synonym that stands for words no page has.
    pub(crate) fn new(
        site: &Site<'_>,
        texts: &[(String, PageText)],
        settings: Page,
        is_whole: bool,
    ) -> Result<Self> {
        let mut entries = entries(site, texts);
        let unused = add_synonyms(site, &settings, &mut entries);
        // A site for some readers need not say everything that somebody can look for.
        if is_whole && !unused.is_empty() {
            return Err(NotBuilt::new(&unused, &[settings]).into());
        }
        let entries = format!("globalThis.handbookEntries={};", serde_json::to_string(&entries)?);
        let mut files = Vec::new();
        let mut add = |stem: &str, text: String| {
            let name = format!("search/{stem}-{}.js", digest(&text, 4));
            files.push((name.clone(), text));
            name
        };
        let field = add("field", FIELD.to_owned());
        let finder = add("finder", format!("{LIBRARIES}{}", without_comments(FINDER)));
        let entries = add("entries", entries);
        let names = json!({ "finder": finder, "entries": entries });
        files.push((FILES.to_owned(), format!("globalThis.handbookSearchFiles={names};")));
        let licences = format!("MiniSearch\n\n{MINISEARCH_LICENCE}\n\nstemmer\n\n{STEMMER_LICENCE}");
        files.push(("search/licences.txt".to_owned(), licences));
        Ok(Self { field, files })
    }

    pub(crate) fn write(&self, site: &Path) -> Result<()> {
        let folder = site.join("search");
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        for (name, text) in &self.files {
            fs::write(site.join(name), text).with_context(|| format!("cannot write {name}"))?;
        }
        Ok(())
    }

    /// The script of the field, for a page whose way to the root of the site is `root`.
    pub(crate) fn script(&self, root: &str) -> Markup {
        html! { script src={ (root) (self.field) } defer {} }
    }

    /// Tells the field where the other files are named.
    pub(crate) fn fill(&self, search: &mut Element<'_, '_>, root: &str) -> HandlerResult {
        search.set_attribute("data-root", root)?;
        search.set_attribute("data-files", FILES)?;
        Ok(())
    }
}

/// A script without the lines that only explain it.
fn without_comments(script: &str) -> String {
    script.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

/// Gives each entry the words that people use for what it says, as `book.toml` lists them, and gives back those that stand for
/// nothing.
fn add_synonyms(site: &Site<'_>, settings: &Page, entries: &mut [Entry<'_>]) -> Diagnostics {
    let mut wrong = Diagnostics::default();
    let words: Vec<[String; 2]> = entries.iter().map(Entry::plain_words).collect();
    for (word, meanings) in &site.settings.synonyms {
        for meaning in meanings {
            let mut unused = true;
            let said = plain(meaning);
            for (entry, words) in entries.iter_mut().zip(&words) {
                let named = entry.is_clause(meaning) || entry.is_place(meaning);
                if named || words.iter().any(|words| words.contains(&said)) {
                    entry.add_synonym(word);
                    unused = false;
                }
            }
            if unused {
                let span = span_of(&settings.text, &["output", "handbook", "synonyms", word]);
                wrong.push(unused_synonym(Place::new(0, span), word, meaning));
            }
        }
    }
    wrong
}

fn unused_synonym(place: Place, word: &str, meaning: &str) -> Diagnostic {
    let message = format!(
        "`{word}` stands for “{meaning}”, which is no clause, no page or place on one, and which no page says"
    );
    Diagnostic::new(place, message)
        .help("write the id of a clause, the address of a page such as `customers/help-now.md`, or words that stand on a page next to each other")
}
