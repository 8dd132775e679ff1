//! What an officer's browser has to load before the first question stands on screen.

use brotli::enc::BrotliEncoderParams;
use handbook::browser_app::ready;
use handbook::site::{Build, build};
use handbook::timings::Timings;
use handbook_tests::root;
use std::path::Path;

/// The most that all of it may be, compressed. The second edition of the design raised it from 120,000, so that the code which
/// runs in the browser can be written with iterators and collections like the rest.
const BUDGET: usize = 165_000;

/// The files of the folder `aid` that are loaded before the first question stands on screen, by what stands before the
/// hash in their names. What nobody reads before a result follows once somebody works
/// with the aid, and has a budget of its own; the rest is for pages opened from a
/// folder, and for Word documents.
const FIRST: [&str; 6] = ["aid.css", "early.js", "first.js", "first.wasm", "policy.js", "start.js"];

/// The most that what follows may be, compressed: the record, the letters, the steps, what the options say, and what goes on from
/// one entry of a case into the next. It was 20,000 before a case had entries.
const DEFERRED_BUDGET: usize = 21_500;

fn compressed(mut bytes: &[u8]) -> usize {
    let parameters = BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut out, &parameters).unwrap();
    out.len()
}

/// The name of a file without the hash in it.
fn plain_name(file: &Path) -> String {
    let name = file.file_name().unwrap().to_string_lossy();
    let (stem, extension) = name.rsplit_once('.').unwrap();
    let (stem, _) = stem.rsplit_once('-').unwrap();
    format!("{stem}.{extension}")
}

#[test]
fn what_the_aid_loads_first_is_small() {
    let temporary = tempfile::tempdir().unwrap();
    let site = temporary.path().join("site");
    let request = Build {
        book: root(),
        out: Some(site.clone()),
        apps: ready().unwrap(),
        audience: None,
        live_reload: false,
    };
    build(&request, &mut Timings::start()).unwrap();
    let (mut sum, mut found) = (0, 0);
    for entry in site.join("aid").read_dir().unwrap() {
        let file = entry.unwrap().path();
        let name = plain_name(&file);
        if name == "deferred.js" {
            let size = compressed(&std::fs::read(&file).unwrap());
            assert!(size <= DEFERRED_BUDGET, "{size} bytes that follow are more than {DEFERRED_BUDGET}");
        }
        if FIRST.contains(&name.as_str()) {
            let bytes = std::fs::read(&file).unwrap();
            let size = compressed(&bytes);
            println!("{name}: {} bytes, {size} compressed", bytes.len());
            (sum, found) = (sum + size, found + 1);
        }
    }
    println!("together {sum}");
    assert_eq!(found, FIRST.len(), "each file is there once");
    assert!(sum <= BUDGET, "{sum} bytes are more than {BUDGET}");
}
