use super::StagingFolder;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn staging(parent: &Path) -> StagingFolder {
    StagingFolder::new_in(parent, OsStr::new("site")).unwrap()
}

/// Makes a folder with a file in it.
fn folder(path: &Path, file: &str) {
    fs::create_dir_all(path).unwrap();
    fs::write(path.join(file), file).unwrap();
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_folder_that_is_not_moved_is_removed() {
    let parent = TempDir::new().unwrap();
    let staging = staging(&parent.path().join("new"));
    fs::write(staging.path().join("page"), "").unwrap();
    drop(staging);
    assert!(names(&parent.path().join("new")).is_empty());
}

#[test]
fn what_a_killed_build_left_is_removed_and_nothing_else() {
    let parent = TempDir::new().unwrap();
    let running = staging(parent.path());
    let others = [
        ".handbook-notes",
        ".handbook-other-AbC123",
        ".handbook-site-AbC12",
        ".handbook-site-AbC1234",
        ".handbook-site-Ab-123",
        ".handbook-site-AbC123.new",
        "site",
    ];
    for name in others {
        folder(&parent.path().join(name), "file");
    }
    fs::write(parent.path().join(".handbook-site-aFile1"), "").unwrap();
    let before = names(parent.path());
    folder(&parent.path().join(".handbook-site-AbC123"), "page");
    folder(&parent.path().join(".handbook-site-AbC123.old"), "page");

    drop(staging(parent.path()));
    assert_eq!(names(parent.path()), before);
    assert!(running.path().is_dir(), "the folder of a build that runs stays");
}

#[cfg(unix)]
#[test]
fn no_symbolic_link_is_followed_to_clear_away() {
    let parent = TempDir::new().unwrap();
    folder(&parent.path().join("elsewhere"), "file");
    let link = parent.path().join(".handbook-site-AbC123");
    std::os::unix::fs::symlink(parent.path().join("elsewhere"), &link).unwrap();
    drop(staging(parent.path()));
    assert_eq!(names(&parent.path().join("elsewhere")), ["file"]);
    assert!(link.is_symlink());
}

#[test]
fn a_site_that_a_killed_build_had_set_aside_is_put_back() {
    for empty in [false, true] {
        let parent = TempDir::new().unwrap();
        folder(&parent.path().join(".handbook-site-AbC123"), "new page");
        folder(&parent.path().join(".handbook-site-AbC123.old"), "last good page");
        // Plain mdBook makes the folder before it calls us.
        if empty {
            fs::create_dir(parent.path().join("site")).unwrap();
        }
        drop(staging(parent.path()));
        assert_eq!(names(parent.path()), ["site"]);
        assert_eq!(names(&parent.path().join("site")), ["last good page"]);
    }
}

#[test]
fn what_a_running_build_has_set_aside_is_left_to_it() {
    let parent = TempDir::new().unwrap();
    let running = staging(parent.path());
    folder(&running.set_aside(), "last good page");
    drop(staging(parent.path()));
    assert_eq!(names(&running.set_aside()), ["last good page"]);
    assert!(!parent.path().join("site").exists());
}
