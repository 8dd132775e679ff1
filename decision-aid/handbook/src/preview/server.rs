//! The web server of a preview: it answers this machine alone, at the names that only this machine has.

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state, map_response};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::Path;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tower_http::services::{ServeDir, ServeFile};

/// The script that reloads a page when the site was rebuilt.
const RELOAD: &str = include_str!("../../scripts/reload.js");

/// What `localhost` stands for: browsers try both.
const LOOPBACK: [IpAddr; 2] = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];

/// The names of this machine that no other has.
const LOOPBACK_NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// A port of this machine, taken.
pub(super) struct Server {
    listeners: Vec<TcpListener>,
    port: u16,
}

impl Server {
    /// Takes a port at each address that `localhost` stands for; any free one for 0.
    ///
    /// # Errors
    /// Another program has it, or the system does not give it.
    pub(super) async fn bind(port: u16) -> Result<Self> {
        let mut server = Self { listeners: Vec::new(), port };
        for address in LOOPBACK {
            let port = server.port;
            match TcpListener::bind((address, port)).await {
                Ok(listener) => {
                    server.port = listener.local_addr()?.port();
                    server.listeners.push(listener);
                }
                Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
                    "port {port} is taken, perhaps by another preview: stop that, or choose another port with `--port`"
                ),
                // Not every machine has both.
                Err(error) if error.kind() == ErrorKind::AddrNotAvailable => {}
                Err(error) => {
                    return Err(error).with_context(|| {
                        format!("port {port} cannot be used: choose another with `--port`")
                    });
                }
            }
        }
        if server.listeners.is_empty() {
            bail!("this machine has no address for `localhost`, so nothing can be previewed");
        }
        Ok(server)
    }

    /// Where the preview is.
    pub(super) fn url(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }

    /// Hands out a site from now on.
    pub(super) fn spawn_on(self, runtime: &Runtime, site: &Path, rebuilds: &watch::Receiver<u64>) {
        let router = router(site, rebuilds.clone(), self.port);
        for listener in self.listeners {
            let router = router.clone();
            runtime.spawn(async move { axum::serve(listener, router).await });
        }
    }
}

fn router(site: &Path, rebuilds: watch::Receiver<u64>, port: u16) -> Router {
    let script = [(header::CONTENT_TYPE, "text/javascript")];
    let files = ServeDir::new(site).not_found_service(ServeFile::new(site.join("404.html")));
    Router::new()
        .route(
            "/__reload.js",
            get({
                let rebuilds = rebuilds.clone();
                move || async move { (script, format!("const built = '{}';\n{RELOAD}", *rebuilds.borrow())) }
            }),
        )
        .route("/__reload", get(move || async move { events(rebuilds.clone()) }))
        .fallback(move |request: Request| {
            let mut files = files.clone();
            async move { files.try_call(request).await.map_err(refusal) }
        })
        .layer(map_response(never_stored))
        .layer(from_fn_with_state(port, only_this_machine))
}

/// What is answered where the system cannot open a file of the name that was asked for.
fn refusal(error: std::io::Error) -> (StatusCode, String) {
    match error.kind() {
        ErrorKind::InvalidFilename => {
            (StatusCode::URI_TOO_LONG, "No page has an address as long as this one.".to_owned())
        }
        _ => (StatusCode::INTERNAL_SERVER_ERROR, format!("The file cannot be read: {error}.")),
    }
}

/// Refuses requests to another name. A page of another site could let its own name stand for this machine, and then read the
/// preview as if it were its own (DNS rebinding).
async fn only_this_machine(State(port): State<u16>, request: Request, next: Next) -> Response {
    // A request to a proxy names the host in its address too, and then that one counts.
    let authority = request.uri().authority().map(Authority::as_str);
    if is_of_this_machine(request.headers(), port) && authority.is_none_or(|host| is_ours(host, port)) {
        return next.run(request).await;
    }
    let sentence =
        format!("This preview answers only at http://localhost:{port}/ on the machine that it runs on.");
    (StatusCode::MISDIRECTED_REQUEST, sentence).into_response()
}

fn is_of_this_machine(headers: &HeaderMap, port: u16) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next().and_then(|host| host.to_str().ok()), hosts.next()) else {
        return false;
    };
    is_ours(host, port)
}

/// Whether a host, with its port, is a name of this machine that no other has.
fn is_ours(host: &str, port: u16) -> bool {
    LOOPBACK_NAMES.iter().filter_map(|name| host.strip_prefix(name)).any(|rest| {
        match rest.strip_prefix(':') {
            Some(named) => named == port.to_string(),
            // What browsers leave out.
            None => rest.is_empty() && port == 80,
        }
    })
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

#[cfg(test)]
mod tests;
