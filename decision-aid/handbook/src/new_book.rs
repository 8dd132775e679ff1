//! `cargo handbook new`: writes a small whole handbook into a new folder, to begin another council's from.
//!
//! It is the handbook of an invented library, `tests/books/good/library`. The tests build it and walk through it, so what a new
//! handbook begins with is never out of date.

mod start;

use anyhow::{Context, Result, bail, ensure};
use start::FILES;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The folder that the start's own commands name.
const EXAMPLE: &str = "../library-bans";

/// Makes a handbook in a folder that is new or empty, and says what to do next.
///
/// # Errors
/// The folder cannot have that name, has something in it, or cannot be written. Then nothing is left behind.
pub fn make(folder: &Path) -> Result<String> {
    refuse_name(folder)?;
    let is_new = !is_there(folder)?;
    if is_new {
        refuse_missing_parent(folder)?;
        fs::create_dir(folder).with_context(|| cannot_make(folder))?;
    }
    let typed = as_typed(folder);
    let files = FILES.iter().map(|(name, text)| (*name, text.replace(EXAMPLE, &typed)));
    if let Err(error) = write(folder, files) {
        clear(folder, is_new);
        return Err(error);
    }
    Ok(format!(
        "Made a handbook in {}. Its README.md says what to do next. To see it, type: cargo handbook serve --book {typed}",
        folder.display()
    ))
}

/// Refuses a name that commands could not take as it stands.
fn refuse_name(folder: &Path) -> Result<()> {
    // Nothing, `.` and `..` are no names.
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    ensure!(
        name.starts_with(char::is_alphanumeric) && name.chars().all(fits),
        "`{}` is no name for the folder of a handbook: begin with a letter, and go on with letters, digits and hyphens, such as {EXAMPLE}",
        folder.to_string_lossy().escape_debug()
    );
    Ok(())
}

/// Whether the folder exists. It is refused if it has something in it.
fn is_there(folder: &Path) -> Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            let is_empty = entries.next().is_none();
            ensure!(is_empty, "{} is not empty: name a new folder", folder.display());
            Ok(true)
        }
        // A link that leads nowhere is there, and no folder.
        Err(_) if fs::symlink_metadata(folder).is_err() => Ok(false),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            Err(error).with_context(|| format!("{} cannot be read", folder.display()))
        }
        Err(_) => bail!("{} is no folder: name a new one", folder.display()),
    }
}

fn refuse_missing_parent(folder: &Path) -> Result<()> {
    let Some(parent) = folder.parent().filter(|parent| !parent.as_os_str().is_empty()) else { return Ok(()) };
    ensure!(parent.is_dir(), "{} cannot be made: there is no folder {}", folder.display(), parent.display());
    Ok(())
}

/// Writes files into a folder, each by its name from there.
fn write(folder: &Path, files: impl Iterator<Item = (&'static str, String)>) -> Result<()> {
    for (name, text) in files {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).with_context(|| cannot_make(parent))?;
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// Takes away what was written into a folder that was new or empty. What cannot be taken away is left: the error that led
/// here names the folder.
fn clear(folder: &Path, is_new: bool) {
    if is_new {
        fs::remove_dir_all(folder).ok();
        return;
    }
    for (name, _) in FILES {
        let path = folder.join(name);
        fs::remove_file(&path).ok();
        path.ancestors().skip(1).take_while(|above| *above != folder).for_each(|above| {
            fs::remove_dir(above).ok();
        });
    }
}

/// A folder as it can be typed after a command.
fn as_typed(folder: &Path) -> String {
    let typed = folder.display().to_string();
    if typed.contains(char::is_whitespace) { format!("\"{typed}\"") } else { typed }
}

fn cannot_make(folder: &Path) -> String {
    format!("{} cannot be made", folder.display())
}

#[cfg(test)]
mod tests;
