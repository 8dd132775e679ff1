//! The command as it is called: how it ends, what it says, and what it leaves as it was.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot find its material can only stop"
)]

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

/// What an end-to-end test of a command does with it.
fn handbook(arguments: &[&str], book: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handbook"));
    command.args(arguments).arg("--book").arg(book);
    command
}

/// A book with one page, in a git repository.
fn book(text: &str) -> TempDir {
    let book = TempDir::new().unwrap();
    fs::create_dir(book.path().join("src")).unwrap();
    fs::write(book.path().join("book.toml"), "[book]\ntitle = \"A book\"\n").unwrap();
    fs::write(book.path().join("src/SUMMARY.md"), "# Summary\n\n- [A page](page.md)\n").unwrap();
    fs::write(book.path().join("src/page.md"), format!("# A page\n\n{text}\n")).unwrap();
    for arguments in [
        &["init", "--quiet"][..],
        &["add", "."],
        &["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "A book"],
    ] {
        let git = Command::new("git").arg("-C").arg(book.path()).args(arguments).status();
        assert!(git.unwrap().success(), "git {arguments:?}");
    }
    book
}

fn error_of(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Every command that prints and ends, on a book of one page.
const PRINTING: [&[&str]; 8] = [
    &["check"],
    &["check", "--publish"],
    &["prove"],
    &["assess"],
    &["diff", "HEAD"],
    &["diff", "HEAD", "--block"],
    &["build"],
    &["build", "--timings"],
];

/// Runs a command with a standard output of its own, and a case to assess.
fn with_output(arguments: &[&str], book: &Path, stdout: impl Into<Stdio>) -> Output {
    let case = TempDir::new().unwrap();
    fs::write(case.path().join("case"), "{}\n").unwrap();
    let mut command = handbook(arguments, book);
    command.stdin(File::open(case.path().join("case")).unwrap()).stdout(stdout).stderr(Stdio::piped());
    command.spawn().unwrap().wait_with_output().unwrap()
}

#[test]
fn a_reader_that_wants_no_more_is_no_error() {
    let book = book("A sentence.");
    for arguments in PRINTING {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let output = with_output(arguments, book.path(), writer);
        assert_eq!((output.status.code(), error_of(&output).as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_under_the_output_is_one_sentence() {
    let book = book("A sentence.");
    let expected = "error: the output cannot be written: No space left on device (os error 28)\n";
    for arguments in PRINTING {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = with_output(arguments, book.path(), full);
        assert_eq!((output.status.code(), error_of(&output).as_str()), (Some(1), expected), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_error_that_cannot_be_said_is_still_an_error() {
    let nowhere = TempDir::new().unwrap();
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let status = handbook(&["check"], nowhere.path()).stdout(full()).stderr(full()).status().unwrap();
    assert_eq!(status.code(), Some(1));
}

#[test]
fn a_file_that_is_no_case_is_refused_as_the_aid_refuses_it() {
    let book = book("A sentence.");
    let file = book.path().join("case.json");
    fs::write(&file, "{}").unwrap();
    let mut command = handbook(&["case"], book.path());
    let output = command.arg(&file).output().unwrap();
    let expected = format!(
        "error: {}: The file is not a case file. Choose one that was saved here; its name ends in “.json”.\n",
        file.display()
    );
    let found = (output.status.code(), output.stdout.is_empty(), error_of(&output));
    assert_eq!(found, (Some(1), true, expected));
}

#[test]
fn a_build_over_somebodys_files_is_refused_and_changes_nothing() {
    let book = book("A sentence.");
    for (out, why) in [
        ("", "where what it is made from stands"),
        ("src", "where what it is made from stands"),
        (".git", "is not empty, and no build marked it"),
        ("book.toml", "is not a folder"),
    ] {
        let mut command = handbook(&["build"], book.path());
        let output = command.arg("--out").arg(book.path().join(out)).output().unwrap();
        let error = error_of(&output);
        assert_eq!(output.status.code(), Some(1), "{error}");
        assert!(output.stdout.is_empty() && error.starts_with("error: "), "{error}");
        assert!(error.contains(why) && error.lines().count() == 1, "{error}");
    }
    let status =
        Command::new("git").arg("-C").arg(book.path()).args(["status", "--porcelain"]).output().unwrap();
    assert_eq!((status.status.code(), status.stdout.as_slice()), (Some(0), &b""[..]), "nothing has changed");
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_folder_that_cannot_be_made_is_one_sentence() {
    let book = book("A sentence.");
    let output = handbook(&["build", "--out", "/proc/site"], book.path()).output().unwrap();
    let error = error_of(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        error.starts_with("error: no folder can be made in /proc, where you must be allowed to write: ")
            && error.lines().count() == 1,
        "{error}"
    );
}

/// A preview of a book, ended with the test.
struct Preview {
    command: Child,
    /// Where it is, without the scheme.
    host: String,
}

impl Preview {
    fn of(book: &Path) -> Self {
        let mut command = handbook(&["serve", "--port", "0"], book).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(command.stdout.take().unwrap()).lines();
        let said = lines.map_while(Result::ok).find(|line| line.contains("http://"));
        let address = said.expect("it says where it is").split("http://").nth(1).unwrap().to_owned();
        Self { command, host: address.split('/').next().unwrap().to_owned() }
    }

    fn port(&self) -> &str {
        self.host.rsplit(':').next().unwrap()
    }

    /// The whole answer to a request with a `Host` header.
    fn answer(&self, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.command.kill().ok();
        self.command.wait().ok();
    }
}

#[test]
fn two_previews_at_once_show_each_its_own_book() {
    let books = ["The first book.", "The second book."].map(book);
    let previews = [Preview::of(books[0].path()), Preview::of(books[1].path())];
    for (preview, text) in previews.iter().zip(["The first book.", "The second book."]) {
        let answer = preview.answer("/page.html", &preview.host);
        assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains(text), "{answer}");
    }
}

#[test]
fn a_preview_answers_to_the_names_of_this_machine_alone() {
    let book = book("A sentence.");
    let preview = Preview::of(book.path());
    let port = preview.port();
    for host in ["localhost", "127.0.0.1", "[::1]"] {
        let answer = preview.answer("/page.html", &format!("{host}:{port}"));
        assert!(answer.starts_with("HTTP/1.1 200 "), "{host}: {answer}");
    }
    for path in ["/page.html", "/__reload", "/__reload.js", "/nowhere"] {
        let answer = preview.answer(path, &format!("handbook.example.org:{port}"));
        assert!(answer.starts_with("HTTP/1.1 421 "), "{path}: {answer}");
        assert!(
            answer.contains(&format!("This preview answers only at http://localhost:{port}/")),
            "{answer}"
        );
        assert!(!answer.contains("A sentence."), "{answer}");
    }
}

#[test]
fn an_address_that_is_too_long_is_not_the_fault_of_the_server() {
    let book = book("A sentence.");
    let preview = Preview::of(book.path());
    for (path, expected) in [
        (format!("/{}", "a".repeat(300)), "HTTP/1.1 414 "),
        (format!("/{}", "a/".repeat(3000)), "HTTP/1.1 414 "),
        (format!("/{}", "a".repeat(100_000)), "HTTP/1.1 414 "),
        ("/%00".to_owned(), "HTTP/1.1 404 "),
        ("/nowhere".to_owned(), "HTTP/1.1 404 "),
        ("/../book.toml".to_owned(), "HTTP/1.1 404 "),
    ] {
        let answer = preview.answer(&path, &preview.host);
        assert!(answer.starts_with(expected), "{}…: {answer}", &path[..path.len().min(20)]);
    }
}

#[test]
fn a_port_that_is_taken_is_named_before_anything_is_built() {
    let book = book("A sentence.");
    let preview = Preview::of(book.path());
    let other = TcpListener::bind("[::1]:0").or_else(|_| TcpListener::bind("127.0.0.1:0")).unwrap();
    for port in [preview.port().to_owned(), other.local_addr().unwrap().port().to_string()] {
        let output = handbook(&["serve", "--port", &port], book.path()).output().unwrap();
        let expected = format!(
            "error: port {port} is taken, perhaps by another preview: stop that, or choose another port with `--port`\n"
        );
        let found = (output.status.code(), output.stdout.is_empty(), error_of(&output));
        assert_eq!(found, (Some(1), true, expected));
    }
}

#[test]
fn a_preview_that_nobody_listens_to_any_more_ends() {
    let book = book("A sentence.");
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    let output = with_output(&["serve", "--port", "0"], book.path(), writer);
    assert_eq!((output.status.code(), error_of(&output).as_str()), (Some(0), ""));
}

#[test]
fn a_new_handbook_is_sound_as_it_is_made_and_refused_in_one_sentence() {
    let around = TempDir::new().unwrap();
    let new = |folder: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handbook"));
        command.current_dir(around.path()).args(["new", folder]).output().unwrap()
    };
    let made = new("bans");
    let said = String::from_utf8(made.stdout).unwrap();
    assert_eq!((made.status.code(), made.stderr.as_slice()), (Some(0), &[][..]));
    assert!(said.ends_with("type: cargo handbook serve --book bans\n"), "{said}");
    let checked = handbook(&["check"], &around.path().join("bans")).output().unwrap();
    assert_eq!((checked.status.code(), error_of(&checked).as_str()), (Some(0), ""));
    for (folder, says) in [
        ("bans", "error: bans is not empty: name a new folder\n"),
        ("no/where", "error: no/where cannot be made: there is no folder no\n"),
    ] {
        let refused = new(folder);
        let found = (refused.status.code(), refused.stdout.is_empty(), error_of(&refused));
        assert_eq!(found, (Some(1), true, says.to_owned()));
    }
    assert_eq!(fs::read_dir(around.path()).unwrap().count(), 1);
}
