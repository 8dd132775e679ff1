//! The files of the apps in the pages: the decision aid, its glue, the policy it applies, what writes Word documents, the
//! training, the slides, and the register with the report; each named after its bytes.
//!
//! The policy reaches the browser as a script file and not by fetch, because pages opened from a folder may not fetch. It holds
//! postcard's bytes, a character for each: no names to read, so a third of the code of JSON, and words stay whole for compression.

use crate::browser_app::BrowserApps;
use crate::digest::digest;
use crate::markup::{AidFiles, CasebookFiles, SlidesFiles, TrainingFiles};
use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use course::Course;
use policy::{Content, Policy};
use policy_compiler::Compiled;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The script that starts the aid in a page, and what it shares with that of the training.
const START: &str =
    concat!(include_str!("../../scripts/browser-app.js"), include_str!("../../scripts/start.js"));

/// What the page does for the whole program.
const AID_PAGE: &str = include_str!("../../scripts/aid-page.js");

/// The script that keeps what is pressed in the aid's page before [`START`] runs.
const EARLY: &str = include_str!("../../scripts/early.js");

/// The script that starts the training in a page.
const START_TRAINING: &str =
    concat!(include_str!("../../scripts/browser-app.js"), include_str!("../../scripts/training.js"));

/// The script that starts the register or the report in a page.
const START_CASEBOOK: &str =
    concat!(include_str!("../../scripts/browser-app.js"), include_str!("../../scripts/casebook.js"));

/// The script that shows the slides of a case one at a time.
const SLIDES: &str = include_str!("../../scripts/slides.js");

/// The files, each with its name from the root of the site.
pub(crate) struct Assets {
    names: AidFiles,
    files: Vec<(String, Vec<u8>)>,
}

/// What is in the apps of others: the texts of the licences, and the list of packages that a site's owner asks for.
pub(crate) const OF_OTHERS: [&str; 2] = ["third-party/licences.txt", "third-party/packages.cdx.json"];

impl Assets {
    pub(crate) fn new(apps: &BrowserApps, compiled: &Compiled, theme: &Path) -> Result<Self> {
        let content =
            Content { policy: for_the_browser(&compiled.policy), paperwork: compiled.paperwork.clone() };
        let (first, deferred) = content.split();
        let policy = first.to_bytes().context("the policy cannot be written as bytes")?;
        let deferred = deferred.to_bytes().context("what follows the policy cannot be written as bytes")?;
        let BrowserApps { first: first_program, aid, word, .. } = apps;
        let mut assets = Self { names: AidFiles::default(), files: Vec::new() };
        let of_others = [&apps.of_others.licences, &apps.of_others.bill_of_materials];
        let of_others = OF_OTHERS.into_iter().zip(of_others.map(String::as_bytes));
        assets.files.extend(of_others.map(|(name, text)| (name.to_owned(), text.to_owned())));
        let mut add = |stem: &str, extension: &str, bytes: Vec<u8>| assets.add(stem, extension, bytes);
        assets.names = AidFiles {
            style: add("aid", "css", style(theme, "aid.css")?),
            early: add("early", "js", EARLY.into()),
            start: add("start", "js", START.into()),
            first_glue: add("first", "js", first_program.glue.clone().into()),
            first_wasm: add("first", "wasm", first_program.wasm.clone()),
            // A page opened from a folder may not fetch; there the same bytes come as a script.
            first_wasm_script: add(
                "first-bytes",
                "js",
                script("firstBytes", &STANDARD.encode(&first_program.wasm))?,
            ),
            glue: add("whole", "js", aid.glue.clone().into()),
            wasm: add("whole", "wasm", aid.wasm.clone()),
            wasm_script: add("whole-bytes", "js", script("wholeBytes", &STANDARD.encode(&aid.wasm))?),
            page: add("aid-page", "js", AID_PAGE.into()),
            word_glue: add("word", "js", word.glue.clone().into()),
            word_wasm: add("word", "wasm", word.wasm.clone()),
            word_wasm_script: add("word-bytes", "js", script("wordBytes", &STANDARD.encode(&word.wasm))?),
            deferred: add("deferred", "js", script("decisionAidDeferred", &as_characters(&deferred))?),
            policy: add("policy", "js", script("decisionAidPolicy", &as_characters(&policy))?),
        };
        Ok(assets)
    }

    /// Adds the files of the training, and gives their names.
    pub(crate) fn add_training(
        &mut self,
        apps: &BrowserApps,
        course: &Course,
        theme: &Path,
    ) -> Result<TrainingFiles> {
        let course = course.to_json().context("the course cannot be written as JSON")?;
        let app = &apps.training;
        Ok(TrainingFiles {
            style: self.add("training", "css", style(theme, "training.css")?),
            start: self.add("start-training", "js", START_TRAINING.into()),
            glue: self.add("training", "js", app.glue.clone().into()),
            wasm: self.add("training", "wasm", app.wasm.clone()),
            wasm_script: self.add(
                "training-bytes",
                "js",
                script("trainingBytes", &STANDARD.encode(&app.wasm))?,
            ),
            course: self.add("course", "js", script("trainingCourse", &course)?),
        })
    }

    /// Adds the files of the register and the report, and gives their names.
    pub(crate) fn add_casebook(&mut self, apps: &BrowserApps, theme: &Path) -> Result<CasebookFiles> {
        let app = &apps.casebook;
        Ok(CasebookFiles {
            style: self.add("casebook", "css", style(theme, "casebook.css")?),
            start: self.add("start-casebook", "js", START_CASEBOOK.into()),
            glue: self.add("casebook", "js", app.glue.clone().into()),
            wasm: self.add("casebook", "wasm", app.wasm.clone()),
            wasm_script: self.add(
                "casebook-bytes",
                "js",
                script("casebookBytes", &STANDARD.encode(&app.wasm))?,
            ),
        })
    }

    /// Adds the files of the slides, and gives their names.
    pub(crate) fn add_slides(&mut self, theme: &Path) -> Result<SlidesFiles> {
        Ok(SlidesFiles {
            script: self.add("slides", "js", SLIDES.into()),
            style: self.add("slides", "css", style(theme, "slides.css")?),
        })
    }

    fn add(&mut self, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
        let name = format!("aid/{stem}-{}.{extension}", digest(&bytes, 4));
        self.files.push((name.clone(), bytes));
        name
    }

    pub(crate) fn names(&self) -> &AidFiles {
        &self.names
    }

    pub(crate) fn write(&self, site: &Path) -> Result<()> {
        for (name, bytes) in &self.files {
            let file = site.join(name);
            let folder = file.parent().unwrap_or(site);
            fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
            fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
        }
        Ok(())
    }
}

/// A stylesheet of the theme.
fn style(theme: &Path, name: &str) -> Result<Vec<u8>> {
    let file = theme.join("css").join(name);
    let style = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(without_comments(&style).into())
}

/// A stylesheet without its comments and without the blanks that open its lines.
fn without_comments(style: &str) -> String {
    let mut small = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, comment)) = rest.split_once("/*") {
        small.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    small.push_str(rest);
    small.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The policy without what the browser never shows: the text of clauses that no question cites.
fn for_the_browser(policy: &Policy) -> Policy {
    let mut policy = policy.clone();
    let cited: BTreeSet<usize> = policy
        .questions
        .iter()
        .flat_map(|question| &question.source.clauses)
        .map(|clause| clause.index())
        .collect();
    for (_, clause) in policy.clauses.iter_mut().enumerate().filter(|(index, _)| !cited.contains(index)) {
        clause.text.clear();
    }
    policy
}

/// Bytes as a text that has a character for each. Unlike base64 it leaves words whole, so that they compress; and
/// unlike a file of bytes, every server compresses a script, and a page opened from a folder may load it.
fn as_characters(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// A script that holds one text in a global name.
fn script(name: &str, text: &str) -> Result<Vec<u8>> {
    Ok(format!("globalThis.{name}={};", serde_json::to_string(text)?).into_bytes())
}
