//! A build that fails changes nothing.

use handbook::NotBuilt;
use handbook_tests::{build_into, files, root};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

#[test]
fn a_failed_build_leaves_the_last_good_site_as_it_was() {
    let temporary = TempDir::new().unwrap();
    let (book, out) = (temporary.path().join("book"), temporary.path().join("published").join("site"));
    copy(&root().join("src"), &book.join("src"));
    fs::copy(root().join("book.toml"), book.join("book.toml")).unwrap();
    build_into(&book, &out).unwrap();
    let before = bytes(&out);
    assert!(before.contains_key("policy/reports.html"));

    let page = book.join("src/policy/reports.md");
    let good = fs::read_to_string(&page).unwrap();
    fs::write(&page, good.replace("c[reports.lessons] must", "c[reports.lessons] shall")).unwrap();
    let error = build_into(&book, &out).expect_err("the page is broken");
    let report = error.downcast_ref::<NotBuilt>().expect("the report on the pages comes through").to_string();
    assert!(report.contains("src/policy/reports.md:7:20"), "{report}");
    assert!(report.contains("`shall` is not the force of a clause"), "{report}");
    assert!(report.contains("1 thing is wrong with the pages"), "{report}");
    assert_eq!(bytes(&out), before, "the old site, byte for byte");

    fs::remove_file(&page).unwrap();
    let error = build_into(&book, &out).expect_err("a page is missing");
    assert!(format!("{error:#}").contains("reports.md"), "{error:#}");
    assert_eq!(bytes(&out), before, "the old site, byte for byte");
    let beside: Vec<_> =
        fs::read_dir(out.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["site"], "nothing half made is left beside it");

    fs::write(&page, good.replace("statistics on its use", "figures on its use")).unwrap();
    build_into(&book, &out).unwrap();
    let after = bytes(&out);
    assert_ne!(after["policy/reports.html"], before["policy/reports.html"], "a good build replaces it");
    assert_eq!(after["policy/objectives.html"], before["policy/objectives.html"]);
}

fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(&file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(from.join(&file), target).unwrap();
    }
}

fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|file| (file.clone(), fs::read(folder.join(file)).unwrap())).collect()
}
