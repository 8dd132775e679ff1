//! Serves the site on this machine, rebuilds it when a page changes, and has the browser reload.

use crate::browser_app::{self, BrowserApps};
use crate::site::{self, Build, NotBuilt};
use crate::timings::Timings;
use crate::workspace;
use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware::map_response;
use axum::response::Response;
use axum::response::sse::{Event, Sse};
use axum::routing::get;
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{DebounceEventResult, new_debouncer};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::iter;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::services::{ServeDir, ServeFile};

/// How long changes are gathered before a rebuild.
const GATHER: Duration = Duration::from_millis(50);

/// The script that reloads a page when the site was rebuilt.
const RELOAD: &str = include_str!("../scripts/reload.js");

/// Builds, serves, and rebuilds on every change until the command is stopped.
///
/// # Errors
/// The app cannot be made, the port is taken, or the files cannot be watched. Pages that are wrong are reported,
/// and mended by the next change.
pub fn serve(book: &Path, port: u16, open: bool) -> Result<()> {
    let apps = browser_app::ready()?;
    let preview =
        Preview { book: book.to_owned(), out: workspace::target().join("handbook").join("preview"), apps };
    let built_from = preview.state_of_files();
    preview.rebuild();
    let (rebuilt, rebuilds) = watch::channel(0_u64);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().enable_time().build()?;
    let listener = runtime
        .block_on(TcpListener::bind(("localhost", port)))
        .with_context(|| format!("port {port} is taken: choose another with `--port`"))?;
    println!("The handbook is at http://localhost:{port}/ (stop with Ctrl+C)");
    if open {
        open_in_browser(&format!("http://localhost:{port}/"));
    }
    let router = router(&preview.out, rebuilds);
    runtime.spawn(async move { axum::serve(listener, router).await });
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
    fn rebuild(&self) -> bool {
        let start = Instant::now();
        let request = Build {
            book: self.book.clone(),
            out: Some(self.out.clone()),
            apps: self.apps.clone(),
            live_reload: true,
        };
        match site::build(&request, &mut Timings::start()) {
            Ok(built) => {
                println!("Built {} pages in {} ms", built.pages, start.elapsed().as_millis());
                true
            }
            Err(error) => {
                match error.downcast_ref::<NotBuilt>() {
                    Some(report) => eprintln!("{report}"),
                    None => eprintln!("error: {error:#}"),
                }
                false
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
            if self.rebuild() {
                rebuilt.send_modify(|count| *count += 1);
            }
        }
        Ok(())
    }

    fn watched(&self) -> Vec<(PathBuf, RecursiveMode)> {
        let own_theme = self.book.join("theme");
        let theme = if own_theme.is_dir() { own_theme } else { workspace::root().join("theme") };
        vec![
            (self.book.join("src"), RecursiveMode::Recursive),
            (self.book.join("book.toml"), RecursiveMode::NonRecursive),
            (theme, RecursiveMode::Recursive),
        ]
    }
}

fn router(site: &Path, rebuilds: watch::Receiver<u64>) -> Router {
    let script = [(header::CONTENT_TYPE, "text/javascript")];
    Router::new()
        .route(
            "/__reload.js",
            get({
                let rebuilds = rebuilds.clone();
                move || async move { (script, format!("const built = '{}';\n{RELOAD}", *rebuilds.borrow())) }
            }),
        )
        .route("/__reload", get(move || async move { events(rebuilds.clone()) }))
        .fallback_service(ServeDir::new(site).not_found_service(ServeFile::new(site.join("404.html"))))
        .layer(map_response(never_stored))
}

/// A stored page would be compared by its date, to the second, and two builds can share a second.
async fn never_stored(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The number of rebuilds: at once, so that a page made before the last one learns of it, and after each.
fn events(
    rebuilds: watch::Receiver<u64>,
) -> Sse<impl futures_util::Stream<Item = Result<Event, Infallible>>> {
    let stream = futures_util::stream::unfold((rebuilds, true), |(mut rebuilds, first)| async move {
        if !first {
            rebuilds.changed().await.ok()?;
        }
        let count = *rebuilds.borrow_and_update();
        Some((Ok(Event::default().data(count.to_string())), (rebuilds, false)))
    });
    Sse::new(stream)
}

fn open_in_browser(url: &str) {
    let command = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    if Command::new(command).arg(url).spawn().is_err() {
        println!("No browser could be started: open {url}");
    }
}
