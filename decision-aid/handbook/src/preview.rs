//! Serves the site on this machine, rebuilds it when a page changes, and has the browser reload.

mod server;

use crate::browser_app::{self, BrowserApps};
use crate::site::{self, Build, StagingFolder};
use crate::timings::Timings;
use crate::{console, workspace};
use anyhow::{Context, Result};
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{DebounceEventResult, new_debouncer};
use server::Server;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::iter;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};
use tokio::sync::watch;

/// How long changes are gathered before a rebuild.
const GATHER: Duration = Duration::from_millis(50);

/// Builds, serves, and rebuilds on every change until the command is stopped.
///
/// # Errors
/// The app cannot be made, the port is taken, or the files cannot be watched. Pages that are wrong are reported,
/// and mended by the next change.
pub fn serve(book: &Path, port: u16, open: bool) -> Result<()> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().enable_time().build()?;
    // First of all: who finds the port taken need not wait for a build.
    let server = runtime.block_on(Server::bind(port))?;
    let apps = browser_app::ready()?;
    // Each preview has a folder of its own, which the next one removes when this has ended.
    let previews = workspace::target().join("handbook").join("previews");
    let staging = StagingFolder::new_in(&previews, OsStr::new("preview"))?;
    // A build locks the folder around its site, and this one is locked as long as the preview runs.
    let out = staging.path().join("built").join("site");
    let preview = Preview { book: book.to_owned(), out, apps };
    let built_from = preview.state_of_files();
    preview.rebuild()?;
    let (rebuilt, rebuilds) = watch::channel(0_u64);
    let url = server.url();
    console::print(format_args!("The handbook is at {url} (stop with Ctrl+C)"))?;
    if open {
        open_in_browser(&url)?;
    }
    server.spawn_on(&runtime, &preview.out, &rebuilds);
    preview.watch(built_from, &rebuilt)
}

/// When each file was last changed, and how long it is.
type StateOfFiles = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

struct Preview {
    book: PathBuf,
    out: PathBuf,
    apps: BrowserApps,
}

impl Preview {
    /// Builds the site and says how that went. True when there is something new to see.
    fn rebuild(&self) -> Result<bool> {
        let start = Instant::now();
        let request = Build {
            book: self.book.clone(),
            out: Some(self.out.clone()),
            apps: self.apps.clone(),
            audience: None,
            live_reload: true,
        };
        match site::build(&request, &mut Timings::start()) {
            Ok(built) => {
                let time = start.elapsed().as_millis();
                console::print(format_args!("Built {} pages in {time} ms", built.pages))?;
                Ok(true)
            }
            Err(error) => {
                console::report(&error);
                Ok(false)
            }
        }
    }

    /// When each file was last changed, and how long it is.
    fn state_of_files(&self) -> StateOfFiles {
        let mut state = StateOfFiles::new();
        let mut open: Vec<PathBuf> = self.watched().into_iter().map(|(path, _)| path).collect();
        while let Some(path) = open.pop() {
            // What has gone since it was listed is not there, which is a change as well.
            if let Ok(entries) = std::fs::read_dir(&path) {
                open.extend(entries.filter_map(|entry| entry.ok().map(|entry| entry.path())));
            } else if let Ok(file) = std::fs::metadata(&path) {
                state.insert(path, (file.modified().ok(), file.len()));
            }
        }
        state
    }

    /// Rebuilds on every change. Returns only when the files can no longer be watched.
    fn watch(&self, mut built_from: StateOfFiles, rebuilt: &watch::Sender<u64>) -> Result<()> {
        let (changed, changes) = std::sync::mpsc::channel();
        let mut debouncer = new_debouncer(GATHER, move |result: DebounceEventResult| {
            // Nobody listens any more only when the command is ending.
            changed.send(result).ok();
        })
        .context("the files cannot be watched")?;
        for (path, mode) in self.watched() {
            debouncer
                .watcher()
                .watch(&path, mode)
                .with_context(|| format!("{} cannot be watched", path.display()))?;
        }
        // Whatever was saved before the watch began has no event of its own.
        for change in iter::once(Ok(Vec::new())).chain(changes) {
            change.context("the files cannot be watched any more")?;
            // A build reads the files, and some systems report that too: only what is different counts.
            let now = self.state_of_files();
            if now == built_from {
                continue;
            }
            built_from = now;
            if self.rebuild()? {
                rebuilt.send_modify(|count| *count += 1);
            }
        }
        Ok(())
    }

    fn watched(&self) -> Vec<(PathBuf, RecursiveMode)> {
        vec![
            (self.book.join("src"), RecursiveMode::Recursive),
            (self.book.join("book.toml"), RecursiveMode::NonRecursive),
            (site::theme_folder(&self.book), RecursiveMode::Recursive),
        ]
    }
}

fn open_in_browser(url: &str) -> Result<()> {
    let command = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    match Command::new(command).arg(url).spawn() {
        Ok(_) => Ok(()),
        Err(_) => console::print(format_args!("No browser could be started: open {url}")),
    }
}
