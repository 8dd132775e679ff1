//! Git, as it is asked about a folder. No environment variable of a hook sends it to another repository.

use std::path::Path;
use std::process::Command;

/// A call of git in a folder.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "core.quotepath=off"]).args(arguments);
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(variable);
    }
    command
}

/// What git says; nothing where it is not there, or knows no answer.
pub(crate) fn said(folder: &Path, arguments: &[&str]) -> Option<String> {
    let output = command(folder, arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}
