use super::{MARKER, OutputFolder, Sources};
use crate::site::files::files;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder around a book with a page and a theme, without symbolic links in its own path.
struct Around {
    _temporary: TempDir,
    folder: PathBuf,
}

impl Around {
    fn new() -> Self {
        let temporary = TempDir::new().unwrap();
        let folder = temporary.path().canonicalize().unwrap();
        for file in ["book/src/page.md", "book/theme/index.hbs", "book/book.toml"] {
            write(&folder.join(file));
        }
        Self { _temporary: temporary, folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn output(&self, destination: &Path) -> anyhow::Result<OutputFolder> {
        let (book, pages, theme) = (self.path("book"), self.path("book/src"), self.path("book/theme"));
        OutputFolder::new(destination, &Sources { book: &book, pages: &pages, theme: &theme })
    }

    /// Puts a site of one page into a folder.
    fn build(&self, destination: &Path, page: &str) -> anyhow::Result<()> {
        let output = self.output(destination)?;
        let staging = output.staging()?;
        fs::write(staging.path().join(page), page).unwrap();
        output.swap_in(staging)
    }

    /// Has a build refused, which changes nothing, and gives the sentence.
    fn refusal(&self, destination: &Path) -> String {
        let before = files(&self.folder).unwrap();
        let error = self.build(destination, "index.html").expect_err(&destination.display().to_string());
        assert_eq!(files(&self.folder).unwrap(), before, "{}", destination.display());
        format!("{error:#}")
    }
}

fn write(file: &Path) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, "somebody’s").unwrap();
}

#[test]
fn a_folder_that_is_absent_or_empty_or_a_site_is_replaced() {
    let around = Around::new();
    fs::create_dir(around.path("empty")).unwrap();
    for name in ["absent", "a/b/absent", "empty", "book/book", "absent/../other", "book/"] {
        let destination = around.path(name).join("");
        let destination = if name == "book/" { around.path("book/site/.") } else { destination };
        around.build(&destination, "first.html").unwrap();
        around.build(&destination, "second.html").unwrap();
        assert_eq!(files(&destination).unwrap(), [MARKER, "second.html"], "{name}");
    }
    assert!(
        !files(&around.folder)
            .unwrap()
            .iter()
            .any(|file| file.contains(".handbook-") && !file.ends_with(MARKER))
    );
}

#[test]
fn what_a_site_is_made_from_is_never_replaced() {
    let around = Around::new();
    for name in
        ["book", "book/src", "book/theme", "", "book/new/../src", "book/src/..", "nowhere/../book/theme/."]
    {
        // Not even where it looks like a site.
        around.output(&around.path("site")).unwrap();
        let refusal = around.refusal(&around.path(name));
        assert!(refusal.contains("the site cannot be put into"), "{name}: {refusal}");
        assert!(refusal.contains("`--out`") && refusal.contains("`build-dir`"), "{name}: {refusal}");
    }
    for name in ["book/src/site", "book/src/deep/site", "book/theme/site"] {
        let refusal = around.refusal(&around.path(name));
        assert!(refusal.contains("inside what it is made from"), "{name}: {refusal}");
    }
    assert!(around.refusal(Path::new("/")).contains("the site cannot be put into /"));
}

#[test]
fn a_marked_folder_with_a_book_in_it_is_not_replaced_either() {
    let around = Around::new();
    let marker =
        "{\"about\": \"\", \"files\": [\"book/src/page.md\", \"book/theme/index.hbs\", \"book/book.toml\"]}";
    fs::write(around.path(MARKER), marker).unwrap();
    assert!(around.refusal(&around.folder).contains("where what it is made from stands"));
}

#[test]
fn pages_in_the_folder_of_the_book_have_their_site_beside_them() {
    let around = Around::new();
    let (book, theme) = (around.path("book"), around.path("book/theme"));
    let sources = Sources { book: &book, pages: &book, theme: &theme };
    assert!(OutputFolder::new(&around.path("book/book"), &sources).is_ok());
    for refused in ["book", "book/deep/book", "book/theme/book"] {
        assert!(OutputFolder::new(&around.path(refused), &sources).is_err(), "{refused}");
    }
}

#[test]
fn a_folder_without_a_marker_is_refused() {
    let around = Around::new();
    write(&around.path("own/letter.txt"));
    write(&around.path("old/index.html"));
    write(&around.path("deep/er/letter.txt"));
    write(&around.path("odd/.handbook-site"));
    for name in ["own", "old", "deep", "odd"] {
        let refusal = around.refusal(&around.path(name));
        assert!(refusal.contains("is not empty, and no build marked it as a site"), "{refusal}");
        assert!(refusal.contains("delete this one by hand if it holds nothing but an old site"), "{refusal}");
    }
}

#[test]
fn a_file_that_somebody_put_into_a_site_is_not_lost() {
    let around = Around::new();
    let site = around.path("site");
    around.build(&site, "index.html").unwrap();
    write(&site.join(".git/HEAD"));
    let refusal = around.refusal(&site);
    assert!(refusal.contains("holds .git/HEAD, which no build put there: move what is yours"), "{refusal}");
    write(&site.join("notes/a.txt"));
    assert!(around.refusal(&site).contains("holds .git/HEAD and 1 other file, which"));
    write(&site.join("notes/b.txt"));
    assert!(around.refusal(&site).contains("holds .git/HEAD and 2 other files, which"));
}

#[test]
fn what_a_system_leaves_in_a_folder_is_nobodys() {
    let around = Around::new();
    let site = around.path("site");
    around.build(&site, "index.html").unwrap();
    write(&site.join(".DS_Store"));
    around.build(&site, "index.html").unwrap();
    assert_eq!(files(&site).unwrap(), [MARKER, "index.html"]);
}

#[test]
fn a_file_is_refused() {
    let around = Around::new();
    write(&around.path("file"));
    assert!(
        around
            .refusal(&around.path("file"))
            .contains("file is not a folder, and a build replaces nothing else")
    );
    assert!(around.refusal(&around.path("file/site")).contains("file/site cannot be read"));
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_refused_wherever_it_leads() {
    use std::os::unix::fs::symlink;
    let around = Around::new();
    around.build(&around.path("site"), "index.html").unwrap();
    for to in ["site", "nowhere", "book.toml"] {
        symlink(around.path(to), around.path("link")).unwrap();
        for destination in ["link", "link/", "link/."] {
            let refusal = around.refusal(&around.path(destination));
            assert!(
                refusal.contains("link is a symbolic link, and a build replaces none"),
                "{to}: {refusal}"
            );
        }
        fs::remove_file(around.path("link")).unwrap();
    }
    symlink(around.path("book/src"), around.path("pages")).unwrap();
    assert!(around.refusal(&around.path("pages")).contains("where what it is made from stands"));
    // On the way to the folder it is like any other, and hides nothing.
    symlink(around.path("book"), around.path("link")).unwrap();
    assert!(around.refusal(&around.path("link/src")).contains("where what it is made from stands"));
    assert!(around.refusal(&around.path("link/src/..")).contains("where what it is made from stands"));
    around.build(&around.path("link/site"), "index.html").unwrap();
    assert!(around.path("book/site/index.html").is_file());
}

#[test]
fn a_site_that_cannot_be_replaced_any_more_is_put_back() {
    let around = Around::new();
    let site = around.path("site");
    around.build(&site, "index.html").unwrap();
    let output = around.output(&site).unwrap();
    let staging = output.staging().unwrap();
    fs::write(staging.path().join("new.html"), "").unwrap();
    // Somebody saves a file while the new site is made.
    write(&site.join("notes.txt"));
    let before = files(&around.folder).unwrap();
    let error = output.swap_in(staging).unwrap_err();
    assert!(format!("{error:#}").contains("site holds notes.txt, which no build put there"), "{error:#}");
    let after = files(&around.folder).unwrap();
    let left: Vec<_> = before.iter().filter(|file| !file.contains(".handbook-site-")).collect();
    assert_eq!(after.iter().collect::<Vec<_>>(), left, "the old site, the new file, and nothing half made");
}

#[test]
fn builds_at_once_all_end_well_and_one_stands() {
    let around = Around::new();
    let site = around.path("site");
    std::thread::scope(|scope| {
        let build = |number: usize| (0..50).try_for_each(|_| around.build(&site, &format!("{number}.html")));
        let builds: Vec<_> = (0..4).map(|number| scope.spawn(move || build(number))).collect();
        for build in builds {
            build.join().unwrap().unwrap();
        }
    });
    assert_eq!(files(&site).unwrap().len(), 2, "the marker and one page");
    assert_eq!(fs::read_dir(&around.folder).unwrap().count(), 2, "the book and the site");
}

#[cfg(unix)]
#[test]
fn a_new_site_can_be_read_by_a_web_server() {
    use std::os::unix::fs::PermissionsExt;
    let around = Around::new();
    around.build(&around.path("site"), "index.html").unwrap();
    assert_eq!(fs::metadata(around.path("site")).unwrap().permissions().mode() & 0o777, 0o755);
}
