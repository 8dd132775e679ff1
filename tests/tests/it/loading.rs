//! How a book is loaded: every command reads the same pages, what is wrong with a file is named with its place, and nothing
//! outside the book is read.

use handbook::NotBuilt;
use handbook::book::{compile_book, read_pages};
use handbook::site::{check, publish};
use handbook_tests::{CONTACT_DETAILS, build_into, tests};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const SETTINGS: &str = "[book]\ntitle = \"Small\"\n[output.handbook]\ncouncil = \"A\"\npolicy = \"B\"\nversion = \"1\"\ncontact = \"us\"\n";

/// A copy of the small good book in a folder `book`, with more files or other ones.
fn book(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    let small = tests().join("books/good/small/src");
    write(folder.path(), "book.toml", SETTINGS.as_bytes());
    for name in ["SUMMARY.md", "rules.md"] {
        write(folder.path(), &format!("src/{name}"), &fs::read(small.join(name)).unwrap());
    }
    files.iter().for_each(|(name, bytes)| write(folder.path(), name, bytes));
    folder
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    let file = folder.join("book").join(name);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

/// The report on a book, which the check and the build give alike.
fn report(folder: &TempDir) -> String {
    let said = |error: anyhow::Error| match error.downcast_ref::<NotBuilt>() {
        Some(report) => report.report().to_owned(),
        None => panic!("no report, but: {error:#}"),
    };
    let book = folder.path().join("book");
    let checked = said(check(&book).expect_err("the check refuses the book"));
    let built = build_into(&book, &folder.path().join("site"));
    assert_eq!(said(built.expect_err("the build refuses the book")), checked);
    checked
}

#[track_caller]
fn refused(files: &[(&str, &[u8])], expected: &[&str]) {
    let report = report(&book(files));
    for part in expected {
        assert!(report.contains(part), "no `{part}` in\n{report}");
    }
}

fn including(text: &str) -> Vec<u8> {
    let small = fs::read_to_string(tests().join("books/good/small/src/rules.md")).unwrap();
    format!("{small}\n{text}\n").into_bytes()
}

#[test]
fn an_included_clause_is_a_clause_for_every_command() {
    let page = fs::read_to_string(tests().join("books/good/small/src/rules.md")).unwrap();
    let folder =
        book(&[("src/rules.md", b"{{#include ../parts/rules.txt}}\n"), ("parts/rules.txt", page.as_bytes())]);
    let (compiled, pages) = compile_book(&folder.path().join("book")).unwrap();
    assert_eq!(compiled.policy.clauses.len(), 2);
    assert_eq!(pages, read_pages(&folder.path().join("book")).unwrap());
    check(&folder.path().join("book")).unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn a_fault_in_an_included_file_is_named_there() {
    let part = b"One line.\n\n```qestion\n```\n";
    refused(
        &[("src/rules.md", &including("{{#include part.txt}}")), ("src/part.txt", part)],
        &["src/part.txt:3:"],
    );
}

#[test]
fn an_include_that_leads_nowhere_is_refused_where_it_stands() {
    refused(
        &[("src/rules.md", b"# A\n\nB {{#include no.txt}}\n")],
        &["src/rules.md:3:3", "there is no file `src/no.txt`"],
    );
    refused(
        &[("src/rules.md", b"# A\n\n{{#include a.txt:x}}\n"), ("src/a.txt", b"a\n")],
        &["src/rules.md:3:1", "`src/a.txt` has no anchor `x`"],
    );
}

#[test]
fn an_include_of_itself_is_refused() {
    refused(
        &[("src/rules.md", b"# A\n\n{{#include rules.md}}\n")],
        &["src/rules.md:3:1", "is included by itself"],
    );
    let other = [("src/a.txt", &b"{{#include b.txt}}"[..]), ("src/b.txt", b"\n {{#include a.txt}}")];
    refused(&[&other[..], &[("src/rules.md", b"# A\n\n{{#include a.txt}}\n")]].concat(), &["src/b.txt:2:2"]);
}

#[test]
fn nothing_outside_the_book_is_read() {
    let outside = "is outside the folder of the book";
    refused(&[("src/rules.md", b"{{#include ../../secret.txt}}\n")], &["src/rules.md:1:1", outside]);
    refused(&[("src/rules.md", b"{{#include /etc/hosts}}\n")], &["src/rules.md:1:1", outside]);
    let leads = "leads out of the folder of the pages";
    refused(&[("src/SUMMARY.md", b"- [Odd](../outside.md)\n")], &["src/SUMMARY.md:1:3", leads]);
    refused(&[("src/SUMMARY.md", b"- [Odd](/absolute.md)\n")], &["src/SUMMARY.md:1:3", leads]);
    let settings = SETTINGS.replace("title = \"Small\"", "src = \"..\"");
    refused(&[("book.toml", settings.as_bytes())], &["book.toml:2:7", outside]);
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_out_of_the_book_is_refused_by_name() {
    use std::os::unix::fs::symlink;
    for (link, target, said) in [
        ("src/secret.txt", "../../secret.txt", "`src/secret.txt` is outside the folder of the book"),
        ("src/rules.md", "../../secret.txt", "`src/rules.md` is outside the folder of the book"),
        ("theme/x.css", "../../secret.txt", "`theme/x.css` is outside the folder of the book"),
        ("src/loop", "loop", "`src/loop` is a symbolic link that leads to no file"),
        ("src/around", "../src", "`src/around` is a symbolic link to a folder that it stands in"),
    ] {
        let folder = book(&[("theme/kept.txt", b"")]);
        fs::write(folder.path().join("secret.txt"), "secret").unwrap();
        let link = folder.path().join("book").join(link);
        fs::remove_file(&link).ok();
        symlink(target, link).unwrap();
        let report = report(&folder);
        assert!(report.contains(said), "no `{said}` in\n{report}");
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_inside_the_book_is_a_file_of_its_own_in_the_site() {
    let folder = book(&[("kept/picture.svg", b"<svg/>")]);
    let link = folder.path().join("book/src/picture.svg");
    std::os::unix::fs::symlink("../kept/picture.svg", link).unwrap();
    let site = folder.path().join("site");
    build_into(&folder.path().join("book"), &site).unwrap();
    let picture = site.join("picture.svg");
    assert_eq!(fs::read(&picture).unwrap(), b"<svg/>");
    assert!(
        !picture.symlink_metadata().unwrap().is_symlink(),
        "whoever serves the site follows no link out of it"
    );
}

#[test]
fn what_summary_names_and_cannot_be_read_is_named_in_its_line() {
    for (summary, expected) in [
        ("- [A](rules.md)\n- [B](no.md)\n", "src/SUMMARY.md:2:3"),
        ("- [A](rules.md)\n- [B](folder)\n", "`src/folder` is a folder"),
        ("- [A](rules.md)\n- [B](rules.md)\n", "src/SUMMARY.md:2:3"),
        ("- [A](rules.md)\n- B\n", "src/SUMMARY.md:2:1"),
    ] {
        refused(&[("src/SUMMARY.md", summary.as_bytes()), ("src/folder/x.txt", b"")], &[expected]);
    }
    refused(&[("src/rules.md", b"# A\n\nB \xff\n")], &["src/rules.md:3:3", "is not UTF-8"]);
    refused(&[("src/SUMMARY.md", b"# A\n\xff\n")], &["src/SUMMARY.md:2:1", "is not UTF-8"]);
}

#[test]
fn a_text_that_is_too_large_is_refused_before_it_is_read() {
    let large = "Some text of a page that has no end.\n\n".repeat(1_400_000);
    assert!(large.len() > 50_000_000);
    refused(
        &[("src/rules.md", large.as_bytes())],
        &["src/SUMMARY.md:3:3", "bytes, and no more than 5000000 are read"],
    );
    refused(
        &[("src/rules.md", b"# A\n\nB {{#include large.txt}}\n"), ("src/large.txt", large.as_bytes())],
        &["src/rules.md:3:3", "`src/large.txt` has 5"],
    );
    // Each file a thousand times larger than the one before it.
    let (once, again) = ("x".repeat(4_000), "{{#include a.txt}}\n".repeat(60));
    let (again, page) = (again.as_bytes(), "# A\n\n".to_owned() + &"{{#include b.txt}}\n".repeat(60));
    refused(
        &[("src/rules.md", page.as_bytes()), ("src/a.txt", once.as_bytes()), ("src/b.txt", again)],
        &["bytes with what it includes"],
    );
}

#[test]
fn what_the_build_refuses_the_check_refuses_with_its_line() {
    let logo = format!("{SETTINGS}logo = \"no.svg\"\n");
    refused(&[("book.toml", logo.as_bytes())], &["book.toml:8:8", "there is no file `no.svg`"]);
    let synonym = format!("{SETTINGS}[output.handbook.synonyms]\nodd = [\"zzyzx\"]\n");
    refused(&[("book.toml", synonym.as_bytes())], &["book.toml:9:7", "which no page says"]);
}

#[test]
fn a_byte_order_mark_before_a_file_of_the_book_is_no_part_of_its_text() {
    let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
    let small = tests().join("books/good/small/src");
    let read = |name: &str| fs::read_to_string(small.join(name)).unwrap();
    let folder = book(&[
        ("book.toml", &marked(SETTINGS)),
        ("src/SUMMARY.md", &marked(&read("SUMMARY.md"))),
        ("src/rules.md", &marked(&read("rules.md"))),
    ]);
    check(&folder.path().join("book")).unwrap_or_else(|error| panic!("{error:#}"));
    let site = folder.path().join("site");
    build_into(&folder.path().join("book"), &site).unwrap();
    let html = fs::read_to_string(site.join("rules.html")).unwrap();
    assert!(html.contains("<h1 id=") && !html.contains('\u{feff}'), "{html}");
    let faulty = "```qestion\n```\n";
    let expected = report(&book(&[("src/rules.md", faulty.as_bytes())]));
    assert_eq!(report(&book(&[("src/rules.md", &marked(faulty))])), expected, "the first line is the first");
    let on_the_page = "begins with a byte-order mark, which would stand on the page";
    refused(
        &[("src/rules.md", &including("{{#include part.txt}}")), ("src/part.txt", &marked("A\n"))],
        &["src/part.txt:1:1", on_the_page],
    );
    refused(&[("src/404.md", &marked("# Not here\n"))], &["src/404.md:1:1", on_the_page]);
    refused(&[("src/404.md", b"# A\n\nB \xff\n")], &["src/404.md:3:3", "is not UTF-8"]);
}

fn git(book: &Path, arguments: &[&str]) {
    let name = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
    let output = Command::new("git").arg("-C").arg(book).args(name).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_list_of_published_addresses_that_is_gone_or_cut_against_git_is_refused() {
    let settings = format!("{SETTINGS}{CONTACT_DETAILS}");
    let folder = book(&[("book.toml", settings.as_bytes())]);
    let book = folder.path().join("book");
    let list = book.join("published.txt");
    check(&book).expect("a book that published nothing is sound");
    publish(&book).expect("the addresses of the book are published");
    let whole = fs::read_to_string(&list).unwrap();
    fs::remove_file(&list).unwrap();
    check(&book).expect("without git nothing is known of the list");
    fs::write(&list, &whole).unwrap();
    git(&book, &["init", "--quiet"]);
    git(&book, &["add", "."]);
    git(&book, &["commit", "--quiet", "-m", "a"]);
    check(&book).expect("the list is whole");
    let refuses = |what: &str| {
        for refused in [check(&book), publish(&book)] {
            let report = refused.expect_err(what).to_string();
            assert!(
                report.contains("published.txt:1:1") && report.contains("git checkout"),
                "{what}: {report}"
            );
        }
    };
    fs::remove_file(&list).unwrap();
    refuses("the list is gone");
    let cut: String =
        whole.lines().filter(|line| *line != "rules.html").map(|line| format!("{line}\n")).collect();
    fs::write(&list, cut).unwrap();
    refuses("the list is cut");
    git(&book, &["commit", "--quiet", "-am", "cut"]);
    refuses("the cut was committed");
    fs::write(&list, format!("\u{feff}{whole}")).unwrap();
    check(&book).expect("a byte-order mark takes no line away");
}
