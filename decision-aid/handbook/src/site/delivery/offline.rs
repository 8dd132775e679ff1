//! The script of every page, and the service worker that keeps a whole build in the browser for when there is no
//! network; but for what only some pages need, which is fetched when one of them is first opened.
//!
//! No build is mixed with another: what a page loads is named after its bytes, and the worker keeps a build only if each file has the
//! hash in its list. It takes over at once and keeps older builds until no page is open, so it need never reload a page.

use crate::digest::digest;
use crate::site::addresses::moved::Moved;
use crate::site::assets::OF_OTHERS;
use crate::site::delivery::server_files;
use crate::site::files::files;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The service worker. Its name has no hash, since browsers ask for it by that name to see whether there is a new one.
pub(crate) const WORKER_FILE: &str = "sw.js";

const OWN_FILES: &str = include_str!("../../../scripts/own-files.js");
const MOVED: &str = include_str!("../../../scripts/moved.js");
const AID_USE: &str = include_str!("../../../scripts/aid-use.js");
const UPDATES: &str = include_str!("../../../scripts/updates.js");
const WORKER: &str = include_str!("../../../scripts/worker.js");
const NO_WORKER: &str = include_str!("../../../scripts/no-worker.js");

/// The kinds of files that are kept for when there is no network: what pages are made of. Documents to keep are large, and
/// whoever needs one without a network has saved it.
const KEPT: [&str; 9] = ["css", "html", "ico", "jpg", "js", "json", "png", "svg", "wasm"];

/// Writes the script of every page and gives its name.
///
/// # Errors
/// A file cannot be read or written.
pub(crate) fn write_script(site: &Path, offline: bool) -> Result<String> {
    let mut scripts: Vec<String> =
        files(site)?.into_iter().filter(|file| file.ends_with(".js")).map(without_hash).collect();
    scripts.push(WORKER_FILE.to_owned());
    let files = serde_json::to_string(&scripts)?;
    let updates = if offline { UPDATES } else { "" };
    let script = format!(
        "(() => {{\n'use strict';\nconst files = {files};\n{OWN_FILES}{MOVED}{AID_USE}{updates}}})();\n"
    );
    let name = format!("handbook-{}.js", digest(&script, 4));
    write(site, &name, &script)?;
    Ok(name)
}

/// The scripts that hold what the pages say, and no code.
const TEXTS: [&str; 4] = ["aid/course", "aid/deferred", "aid/policy", "search/entries"];

/// The name of a script with a star for its hash where it holds texts, else every page would be another one whenever a
/// word on one of them is.
fn without_hash(script: String) -> String {
    let hash = |text: &str| text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    match script.strip_suffix(".js").and_then(|stem| stem.rsplit_once('-')) {
        Some((stem, end)) if hash(end) && TEXTS.contains(&stem) => format!("{stem}-*.js"),
        _ => script,
    }
}

/// Writes the worker that keeps the files of a finished site, or one that takes itself away. What only some pages need is
/// not kept before. A page that has moved is never kept: a server may answer for it with the page that it leads to.
///
/// # Errors
/// A file cannot be read or written.
pub(crate) fn write_worker(site: &Path, moved: &Moved, some_need: &[&str], offline: bool) -> Result<()> {
    if !offline {
        return write(site, WORKER_FILE, NO_WORKER);
    }
    let mut kept = BTreeMap::new();
    let mut later = BTreeMap::new();
    let leads_on = |file: &str| moved.pages().any(|(page, _)| page == file);
    for file in files(site)?.into_iter().filter(|file| is_kept(file) && !leads_on(file)) {
        let bytes = fs::read(site.join(&file)).with_context(|| format!("cannot read {file}"))?;
        let needs = needed(&file, &bytes, some_need);
        kept.insert(file.clone(), digest(bytes, 8));
        if !needs.is_empty() {
            later.insert(file, needs);
        }
    }
    let (kept, later) = (serde_json::to_string(&kept)?, serde_json::to_string(&later)?);
    let build = digest(format!("{kept}{later}{WORKER}"), 8);
    let worker = format!(
        "'use strict';\nconst build = '{build}';\nconst files = {kept};\nconst later = {later};\n{WORKER}"
    );
    write(site, WORKER_FILE, &worker)
}

/// What a page needs of the files that only some do: it names them.
fn needed<'f>(file: &str, bytes: &[u8], some_need: &[&'f str]) -> Vec<&'f str> {
    if !file.ends_with(".html") {
        return Vec::new();
    }
    let page = String::from_utf8_lossy(bytes);
    some_need.iter().copied().filter(|needed| page.contains(needed)).collect()
}

fn is_kept(file: &str) -> bool {
    let (_, extension) = file.rsplit_once('.').unwrap_or_default();
    // The bytes of an app as a script are for pages opened from a folder.
    let for_folders = file.starts_with("aid/") && file.contains("-bytes-");
    let of_others = OF_OTHERS.contains(&file);
    KEPT.contains(&extension)
        && !for_folders
        && !of_others
        && !file.starts_with(&format!("{}/", server_files::FOLDER))
}

fn write(site: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(site.join(name), text).with_context(|| format!("cannot write {name}"))
}
