//! Serves the site on this machine, rebuilds it when a page changes, and has the browser reload.

use crate::browser_app::{self, BrowserApp};
use crate::site::{self, Build, NotBuilt};
use crate::timings::Timings;
use crate::workspace;
use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderName, header};
use axum::response::sse::{Event, Sse};
use axum::routing::get;
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{DebounceEventResult, new_debouncer};
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::services::{ServeDir, ServeFile};

/// How long changes are gathered before a rebuild.
const GATHER: Duration = Duration::from_millis(50);

/// The script that reloads a page when the site was rebuilt.
const RELOAD: &str = include_str!("reload.js");

/// Builds, serves, and rebuilds on every change until the command is stopped.
///
/// # Errors
/// The app cannot be made, the port is taken, or the files cannot be watched. Pages that are wrong are reported,
/// and mended by the next change.
pub fn serve(book: &Path, port: u16, open: bool) -> Result<()> {
    let app = browser_app::ready()?;
    let preview =
        Preview { book: book.to_owned(), out: workspace::target().join("handbook").join("preview"), app };
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
    preview.watch(&rebuilt)
}

struct Preview {
    book: PathBuf,
    out: PathBuf,
    app: BrowserApp,
}

impl Preview {
    /// Builds the site and says how that went. True when there is something new to see.
    fn rebuild(&self) -> bool {
        let start = Instant::now();
        let request = Build {
            book: self.book.clone(),
            out: Some(self.out.clone()),
            app: self.app.clone(),
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

    /// Rebuilds on every change. Returns only when the files can no longer be watched.
    fn watch(&self, rebuilt: &watch::Sender<u64>) -> Result<()> {
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
        for change in changes {
            change.context("the files cannot be watched any more")?;
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
    let no_store: [(HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];
    let script = [(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "no-store")];
    Router::new()
        .route(
            "/__reload.js",
            get({
                let rebuilds = rebuilds.clone();
                move || async move { (script, format!("const built = '{}';\n{RELOAD}", *rebuilds.borrow())) }
            }),
        )
        .route("/__reload", get(move || async move { (no_store, events(rebuilds.clone())) }))
        .fallback_service(ServeDir::new(site).not_found_service(ServeFile::new(site.join("404.html"))))
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
