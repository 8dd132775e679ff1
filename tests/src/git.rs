//! Git, as tests use it: the same on every machine.

use std::path::Path;
use std::process::Command;

/// Git in a folder, as nobody in particular. What this machine's user set for git counts for nothing, nor what a hook that
/// runs the tests says of the repository that it is for.
pub fn git(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(variable);
    }
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command.args(["-c", "user.name=Test", "-c", "user.email=test@example.org"]);
    command.arg("-C").arg(folder).args(arguments);
    command
}

/// What git prints.
///
/// # Panics
/// Git is not installed, or fails.
pub fn run(mut git: Command) -> String {
    let output = git.output().expect("git is installed");
    assert!(output.status.success(), "{git:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
