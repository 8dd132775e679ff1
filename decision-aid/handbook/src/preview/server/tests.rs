//! The preview as somebody else on the machine or in the network may call it: with bytes that no browser would send.

use super::*;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use tempfile::TempDir;

#[test]
fn only_names_that_no_other_machine_has_are_answered() {
    for (host, port, expected) in [
        ("localhost:3000", 3000, true),
        ("127.0.0.1:3000", 3000, true),
        ("[::1]:3000", 3000, true),
        ("localhost", 80, true),
        ("localhost", 3000, false),
        ("localhost:3001", 3000, false),
        ("localhost:03000", 3000, false),
        ("localhost:3000:3000", 3000, false),
        ("localhost:3000.example.org", 3000, false),
        ("localhost.example.org:3000", 3000, false),
        ("localhost.:3000", 3000, false),
        ("localhost@example.org:3000", 3000, false),
        ("localhost:3000@example.org:3000", 3000, false),
        ("example.org:3000", 3000, false),
        ("127.0.0.1.example.org:3000", 3000, false),
        ("127.1:3000", 3000, false),
        ("0.0.0.0:3000", 3000, false),
        ("[::]:3000", 3000, false),
        ("[::ffff:127.0.0.1]:3000", 3000, false),
        ("", 80, false),
    ] {
        let headers = HeaderMap::from_iter([(header::HOST, host.parse().unwrap())]);
        assert_eq!(is_of_this_machine(&headers, port), expected, "{host} at {port}");
    }
    assert!(!is_of_this_machine(&HeaderMap::new(), 3000), "no name at all");
}

/// A site with a secret beside it, and the preview of it.
struct Preview {
    port: u16,
    addresses: Vec<IpAddr>,
    around: TempDir,
    _runtime: Runtime,
    _rebuilt: watch::Sender<u64>,
}

impl Preview {
    fn new() -> Self {
        let around = TempDir::new().unwrap();
        let site = around.path().join("site");
        fs::create_dir(&site).unwrap();
        fs::write(site.join("index.html"), "the start page").unwrap();
        fs::write(site.join("404.html"), "no such page").unwrap();
        fs::write(around.path().join("secret.txt"), "the secret").unwrap();
        let runtime = Runtime::new().unwrap();
        let (rebuilt, rebuilds) = watch::channel(0);
        let server = runtime.block_on(Server::bind(0)).unwrap();
        let addresses = server.listeners.iter().map(|one| one.local_addr().unwrap().ip()).collect();
        let port = server.port;
        server.spawn_on(&runtime, &site, &rebuilds);
        Self { port, addresses, around, _runtime: runtime, _rebuilt: rebuilt }
    }

    /// What is answered to the first line and the headers of a request.
    fn answer(&self, line: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect((self.addresses[0], self.port)).unwrap();
        write!(stream, "{line}\r\n{headers}Connection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn host(&self) -> String {
        format!("Host: localhost:{}\r\n", self.port)
    }
}

#[test]
fn it_listens_to_this_machine_alone() {
    let preview = Preview::new();
    assert!(!preview.addresses.is_empty() && preview.addresses.iter().all(IpAddr::is_loopback));
}

#[test]
fn nothing_outside_the_site_is_handed_out() {
    let preview = Preview::new();
    assert!(preview.answer("GET / HTTP/1.1", &preview.host()).contains("the start page"));
    let outside = preview.around.path().join("secret.txt");
    let outside = outside.to_str().unwrap();
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E/secret.txt",
        "/.%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/%252e%252e%252fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/a/../../secret.txt",
        "/a/..%2f..%2fsecret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/..%00/secret.txt",
        "/index.html/../../secret.txt",
        &format!("/{outside}"),
        &format!("//{outside}"),
        &format!("/%2f{outside}"),
        &format!("/{}", outside.replace('/', "%2f")),
        &format!("/file:{outside}"),
        "/.",
        "/..",
        "/%2e%2e",
        "*",
    ] {
        let answer = preview.answer(&format!("GET {path} HTTP/1.1"), &preview.host());
        assert!(answer.starts_with("HTTP/1.1 ") && !answer.contains("the secret"), "{path}: {answer}");
        assert!(!answer.contains("secret.txt"), "{path} names what stands outside: {answer}");
    }
}

#[test]
fn what_names_another_host_anywhere_is_refused() {
    let preview = Preview::new();
    let (own, port) = (preview.host(), preview.port);
    for (line, headers) in [
        ("GET http://example.org/ HTTP/1.1", own.clone()),
        ("GET https://localhost.example.org/ HTTP/1.1", own.clone()),
        ("GET / HTTP/1.1", format!("Host: example.org:{port}\r\n")),
        ("GET / HTTP/1.1", format!("{own}Host: example.org:{port}\r\n")),
        ("GET / HTTP/1.1", format!("Host: example.org:{port}\r\n{own}")),
        ("GET / HTTP/1.1", format!("Host: localhost:{port}, example.org\r\n")),
        ("GET / HTTP/1.1", format!("Host: localhost\u{e4}:{port}\r\n")),
        ("GET / HTTP/1.1", format!("X-Forwarded-Host: localhost:{port}\r\nHost: example.org\r\n")),
        ("GET / HTTP/1.0", String::new()),
        ("GET /__reload.js HTTP/1.1", "Host: example.org\r\n".to_owned()),
    ] {
        let answer = preview.answer(line, &headers);
        assert!(
            !answer.contains("the start page") && !answer.contains("const built"),
            "{line}, {headers}: {answer}"
        );
        let (status, _) = answer.split_once("\r\n").unwrap();
        assert!(status.contains(" 421 ") || status.contains(" 400 "), "{line}, {headers}: {status}");
    }
    let own_address = format!("GET http://localhost:{port}/ HTTP/1.1");
    assert!(preview.answer(&own_address, &own).contains("the start page"));
}

#[test]
fn nothing_is_changed_by_a_request() {
    let preview = Preview::new();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
        let answer = preview.answer(&format!("{method} /index.html HTTP/1.1"), &preview.host());
        assert!(answer.starts_with("HTTP/1.1 405"), "{method}: {answer}");
        assert!(!answer.to_lowercase().contains("access-control-allow"), "{method}: {answer}");
    }
    assert!(preview.answer("GET / HTTP/1.1", &preview.host()).contains("the start page"));
}
