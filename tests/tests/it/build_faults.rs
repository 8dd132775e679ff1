//! What goes wrong while a site is written: no room, no right to write, a build that is killed, two builds at once. The last good
//! site stands, the next build works, and no site is a mixture of two.
//!
//! A process that is to fail is this test binary, started once more for the one test that only builds.

#![cfg(unix)]

use handbook_tests::{EditedBook, build_into, files, tests};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

const BOOK: &str = "HANDBOOK_TESTS_BOOK";
const OUT: &str = "HANDBOOK_TESTS_OUT";

/// What another process does: builds the book that the environment names, if any.
#[test]
fn another_process_builds() {
    let (Some(book), Some(out)) = (env::var_os(BOOK), env::var_os(OUT)) else { return };
    build_into(Path::new(&book), Path::new(&out)).unwrap_or_else(|error| panic!("{error:#}"));
}

/// A process that builds, started with a line of the shell in front.
fn process(before: &str, book: &Path, out: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{before} exec \"$0\" \"$@\"")]).arg(env::current_exe().unwrap());
    command.args(["--exact", "build_faults::another_process_builds", "--nocapture"]);
    command.env(BOOK, book).env(OUT, out).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|file| (file.clone(), fs::read(folder.join(file)).unwrap())).collect()
}

/// A book whose site stands, and in which a sentence has changed since.
struct Changed {
    book: EditedBook,
    around: TempDir,
    site: PathBuf,
    before: BTreeMap<String, Vec<u8>>,
}

impl Changed {
    fn new() -> Self {
        let book = EditedBook::of(&tests().join("books/good/everything"));
        let around = TempDir::new().unwrap();
        let site = around.path().join("site");
        build_into(book.folder(), &site).unwrap();
        let before = bytes(&site);
        book.add("src/SUMMARY.md", "\n[Another page](another.md)");
        fs::write(book.folder().join("src/another.md"), "# Another page\n\nIt was not there before.\n")
            .unwrap();
        Self { book, around, site, before }
    }

    /// The site before, byte for byte, alone in its folder; and the next build works.
    fn is_as_before(&self, after_that: &str) {
        assert!(bytes(&self.site) == self.before, "{after_that}: the site has changed");
        build_into(self.book.folder(), &self.site).unwrap_or_else(|error| panic!("{after_that}: {error:#}"));
        assert!(self.site.join("another.html").is_file(), "{after_that}");
        assert_eq!(self.beside(), ["site"], "{after_that}: nothing half made is left");
    }

    /// What stands in the folder around the site.
    fn beside(&self) -> Vec<String> {
        let entries = fs::read_dir(self.around.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes)).concat()
}

#[test]
fn where_a_file_cannot_be_written_to_its_end_the_site_before_stays() {
    let changed = Changed::new();
    // The system takes eight blocks of a file and no more, and the process is told so.
    let limited =
        process("trap '' XFSZ; ulimit -f 8;", changed.book.folder(), &changed.site).output().unwrap();
    assert!(!limited.status.success());
    assert!(said(&limited).contains("File too large"), "{}", said(&limited));
    assert_eq!(changed.beside(), ["site"], "nothing half made is left");
    changed.is_as_before("a limit");
}

#[test]
fn a_build_that_is_killed_in_the_middle_of_a_file_leaves_the_site_before() {
    use std::os::unix::process::ExitStatusExt;
    let changed = Changed::new();
    // The same limit, and the process is killed.
    let killed = process("ulimit -c 0; ulimit -f 8;", changed.book.folder(), &changed.site).output().unwrap();
    assert!(killed.status.signal().is_some(), "{:?}: {}", killed.status, said(&killed));
    assert_eq!(changed.beside().len(), 2, "what it had made stands beside the site: {:?}", changed.beside());
    changed.is_as_before("a kill");
}

/// Waits until a build has begun to write, or has ended.
fn wait_for_writing(around: &Path, build: &mut Child) {
    while build.try_wait().unwrap().is_none() {
        let entries = fs::read_dir(around).unwrap().flatten();
        let mut staged =
            entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(".handbook-"));
        if staged.any(|folder| fs::read_dir(folder.path()).is_ok_and(|mut files| files.next().is_some())) {
            return;
        }
        thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn a_build_that_is_killed_at_any_moment_leaves_one_whole_site() {
    let changed = Changed::new();
    let whole = {
        let out = changed.around.path().join("whole");
        build_into(changed.book.folder(), &out).unwrap();
        let whole = bytes(&out);
        fs::remove_dir_all(out).unwrap();
        whole
    };
    for moment in 0..6 {
        let mut build = process("", changed.book.folder(), &changed.site).spawn().unwrap();
        wait_for_writing(changed.around.path(), &mut build);
        thread::sleep(Duration::from_millis(moment * 8));
        build.kill().unwrap();
        build.wait().unwrap();
        // Between two moves no site stands there: then the one before is set aside, and the next build puts it back.
        if changed.site.is_dir() {
            let found = bytes(&changed.site);
            assert!(found == changed.before || found == whole, "a site is whole: {:?}", found.keys());
        }
    }
    build_into(changed.book.folder(), &changed.site).unwrap();
    assert!(bytes(&changed.site) == whole);
    assert_eq!(changed.beside(), ["site"], "nothing half made is left");
}

#[test]
fn of_two_builds_at_once_into_one_folder_each_is_whole() {
    let (one, other) = (Changed::new(), EditedBook::of(&tests().join("books/good/training")));
    let site = one.around.path().join("shared");
    let alone =
        |book: &Path, name: &str| bytes(&build_into(book, &one.around.path().join(name)).unwrap().folder);
    let (first, second) = (alone(one.book.folder(), "first"), alone(other.folder(), "second"));
    assert!(first != second);
    for _ in 0..5 {
        thread::scope(|scope| {
            for book in [one.book.folder(), other.folder()] {
                scope.spawn(|| build_into(book, &site).unwrap_or_else(|error| panic!("{error:#}")));
            }
        });
        let found = bytes(&site);
        assert!(found == first || found == second, "a mixture: {:?}", found.keys());
    }
    assert_eq!(one.beside(), ["first", "second", "shared", "site"], "nothing half made is left");
}

/// A folder that not even root may write into.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_named() {
    let changed = Changed::new();
    let error = build_into(changed.book.folder(), Path::new("/proc/handbook/site")).unwrap_err();
    assert!(format!("{error:#}").starts_with("cannot make /proc/handbook"), "{error:#}");
    let error = build_into(changed.book.folder(), Path::new("/proc/site")).unwrap_err();
    let expected = "no folder can be made in /proc, where you must be allowed to write";
    assert!(format!("{error:#}").starts_with(expected), "{error:#}");
}
