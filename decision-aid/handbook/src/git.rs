//! Git, as it is asked about a folder. No environment variable of a hook sends it to another repository.

use std::path::Path;
use std::process::{Child, Command, Stdio};

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
    Asked::of(folder, arguments).answer()
}

/// A question that git answers while other work is done.
pub(crate) struct Asked(Option<Child>);

impl Asked {
    pub(crate) fn of(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = command(folder, arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        Self(command.spawn().ok())
    }

    /// Waits for the answer. Nothing where git is not there, or knows none.
    pub(crate) fn answer(self) -> Option<String> {
        let output = self.0?.wait_with_output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    }
}
