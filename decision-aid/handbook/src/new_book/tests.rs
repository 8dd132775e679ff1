use super::start::FILES;
use super::{EXAMPLE, clear, make, write};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use walkdir::WalkDir;

/// Every file in a folder with its text, by its name from there, but for what git leaves out.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let made = ["book", "samples"].map(|name| folder.join(name));
    let entries =
        WalkDir::new(folder).into_iter().filter_entry(|entry| !made.contains(&entry.path().to_owned()));
    let files = entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let named = |path: &Path| path.strip_prefix(folder).unwrap().display().to_string().replace('\\', "/");
    files.map(|entry| (named(entry.path()), fs::read_to_string(entry.path()).unwrap())).collect()
}

/// What a folder has in it that is refused, and what is said.
fn refused(folder: &Path) -> String {
    format!("{:#}", make(folder).expect_err("it is refused"))
}

#[test]
fn a_new_handbook_is_the_librarys_with_its_own_way_in_its_commands() {
    let around = TempDir::new().unwrap();
    let folder = around.path().join("our-bans");
    let said = make(&folder).unwrap();
    let typed = folder.display().to_string();
    assert!(said.ends_with(&format!("cargo handbook serve --book {typed}")), "{said}");
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/books/good/library");
    let mut expected = files(&library);
    expected.values_mut().for_each(|text| *text = text.replace(EXAMPLE, &typed));
    assert_eq!(files(&folder), expected, "each file of the library is named in start.rs");
    assert!(expected["README.md"].contains(&format!("--book {typed}")));
}

#[test]
fn an_empty_folder_is_filled() {
    let around = TempDir::new().unwrap();
    make(around.path().join("empty").as_path()).unwrap();
    let folder = around.path().join("there already");
    fs::create_dir(&folder).unwrap();
    assert!(refused(&folder).contains("is no name"), "blanks would cut a command in two");
    let folder = around.path().join("there-already");
    fs::create_dir(&folder).unwrap();
    make(&folder).unwrap();
    assert_eq!(files(&folder).len(), FILES.len());
}

#[test]
fn a_folder_among_blanks_is_typed_in_quotation_marks() {
    let around = TempDir::new().unwrap();
    let parent = around.path().join("My Documents");
    fs::create_dir(&parent).unwrap();
    let said = make(&parent.join("bans")).unwrap();
    assert!(said.ends_with(&format!("--book \"{}\"", parent.join("bans").display())), "{said}");
}

#[test]
fn what_has_something_in_it_stays_as_it_is() {
    let around = TempDir::new().unwrap();
    let full = around.path().join("full");
    fs::create_dir(&full).unwrap();
    fs::write(full.join("notes.txt"), "ours").unwrap();
    assert_eq!(refused(&full), format!("{} is not empty: name a new folder", full.display()));
    let file = around.path().join("file");
    fs::write(&file, "ours").unwrap();
    assert_eq!(refused(&file), format!("{} is no folder: name a new one", file.display()));
    let texts: Vec<(String, String)> = files(around.path()).into_iter().collect();
    assert_eq!(texts, [("file", "ours"), ("full/notes.txt", "ours")].map(|(a, b)| (a.into(), b.into())));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_no_place_for_a_handbook() {
    let around = TempDir::new().unwrap();
    let link = around.path().join("link");
    std::os::unix::fs::symlink("nowhere", &link).unwrap();
    assert_eq!(refused(&link), format!("{} is no folder: name a new one", link.display()));
    assert!(!around.path().join("nowhere").exists());
}

#[test]
fn a_name_that_commands_could_not_take_is_refused() {
    let around = TempDir::new().unwrap();
    for name in ["-bans", ".bans", "our bans", "bans\n", "a$b", "\"bans\"", "bans;", "..", "."] {
        let said = refused(&around.path().join("there").join(name));
        // A path drops a dot at its end, and then it is that of a folder that is not there.
        assert!(said.contains("is no name for the folder") || name == ".", "{name:?}: {said}");
    }
    assert!(refused(Path::new("")).starts_with("`` is no name"));
    assert!(refused(Path::new(".")).starts_with("`.` is no name"));
    assert_eq!(files(around.path()).len(), 0);
}

#[test]
fn a_place_that_cannot_be_written_gets_nothing() {
    let around = TempDir::new().unwrap();
    let missing = around.path().join("missing");
    let said = format!(
        "{} cannot be made: there is no folder {}",
        missing.join("bans").display(),
        missing.display()
    );
    assert_eq!(refused(&missing.join("bans")), said);
    let file = around.path().join("file");
    fs::write(&file, "").unwrap();
    assert!(refused(&file.join("bans")).contains("cannot be made: there is no folder"));
    assert_eq!(files(around.path()).len(), 1);
}

/// A disk that is full in the middle of it, played by a file that stands where a folder has to be.
#[test]
fn what_was_begun_is_taken_away() {
    let around = TempDir::new().unwrap();
    for is_new in [true, false] {
        let folder = around.path().join(if is_new { "new" } else { "empty" });
        fs::create_dir(&folder).unwrap();
        let texts = || FILES.iter().map(|(name, text)| (*name, (*text).to_owned()));
        let last = (concat!("book.toml", "/file"), String::new());
        let error = write(&folder, texts().chain([last])).expect_err("it cannot be written");
        assert!(format!("{error:#}").contains("cannot be made"), "{error:#}");
        clear(&folder, is_new);
        assert_eq!(folder.exists(), !is_new);
        assert!(is_new || fs::read_dir(&folder).unwrap().next().is_none(), "an empty folder is empty again");
    }
}
