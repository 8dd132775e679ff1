//! Writes the zip file of a package. The same files give the same bytes: they stand in the order of their names, and none has
//! a time of its own.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

/// Writes the files made for a package, and those named of a folder. Gives how many bytes the zip file has.
///
/// # Errors
/// A file that cannot be read or written.
pub(super) fn write(file: &Path, made: Vec<(&str, Vec<u8>)>, folder: &Path, names: &[String]) -> Result<u64> {
    let mut files: BTreeMap<&str, Vec<u8>> = made.into_iter().collect();
    for name in names {
        let bytes = fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"))?;
        files.insert(name, bytes);
    }
    let bytes = zipped(&files)?;
    fs::write(file, &bytes)?;
    Ok(u64::try_from(bytes.len())?)
}

/// Whether a file is a zip file with these files in it.
pub(super) fn holds(file: &Path, names: &[&str]) -> bool {
    let zip = File::open(file).ok().and_then(|file| ZipArchive::new(file).ok());
    zip.is_some_and(|zip| names.iter().all(|name| zip.index_for_name(name).is_some()))
}

fn zipped(files: &BTreeMap<&str, Vec<u8>>) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT).unix_permissions(0o644);
    for (name, bytes) in files {
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
